"""What a check came to, as a row.

In: a ``Check``, and the article and the quotation that were checked. Out: a flat dictionary. Why:
whoever checks a thousand sentences wants a table, and whoever reads it wants the words of the text
beside those of the quotation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsquote.models import Article, Change, Check

__all__ = ["CHECK_COLUMNS", "check_row"]

CHECK_COLUMNS = (
    *("article_id", "quotation", "speaker", "verdict", "said_by", "polarity", "confidence"),
    *("found", "start_offset", "end_offset", "changes"),
)


def check_row(
    check: Check, article: Article, quotation: str, speaker: str | None = None
) -> dict[str, Any]:
    """One flat row of a check.

    :param check: what ``newsquote.check`` gave.
    :param article: the article in which the words were looked for.
    :param quotation: the words.
    :param speaker: who is to have said them, as it was asked for.
    :return: a dictionary with the columns of ``CHECK_COLUMNS``, in that order; what is not known is
        None. ``found`` is the text at the place that decided, from ``start_offset`` to
        ``end_offset`` in code points; ``said_by`` has names separated by semicolons, ``polarity``
        and ``confidence`` are those of the innermost quote there.

    >>> import newsquote
    >>> article = newsquote.parse('"We won the cup," said Ann Lee.', id="a-1")
    >>> found = newsquote.check("We won a cup", article, "Lee")
    >>> row = check_row(found, article, "We won a cup", "Lee")
    >>> row["verdict"], row["said_by"], row["found"], row["changes"]
    ('said_altered', 'Ann Lee', 'We won the cup', "replaced 'the' by 'a'")
    """
    place = check.place
    quotes = place.quotes if place else ()
    values = (
        article.id,
        quotation,
        speaker,
        check.verdict.value,
        "; ".join(speaker.name for speaker in check.said_by) or None,
        check.polarity.value if check.polarity else None,
        quotes[-1].confidence if quotes else None,
        article.text[place.span.slice] if place else None,
        place.span.start if place else None,
        place.span.end if place else None,
        "; ".join(map(_change, check.changes)) or None,
    )
    return dict(zip(CHECK_COLUMNS, values, strict=True))


def _change(change: Change) -> str:
    """What the text has, and what the quotation has for it."""
    if not change.quoted:
        return f"{change.kind.value} {change.found!r}"
    if not change.found:
        return f"{change.kind.value} {change.quoted!r}"
    return f"{change.kind.value} {change.found!r} by {change.quoted!r}"
