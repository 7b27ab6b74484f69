"""An article as a report that a person reads in a terminal.

In: an ``Article``. Out: plain text: what the article is, then who said what, speaker by speaker. Why: the quickest look at a reading, by eye
and without another program. Control characters of the text are replaced, so that an article cannot steer the terminal. Each line is known by
what it is, so that who has colours can tell them apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsquote.models import Article, Author, Quote, Speaker

__all__ = ["Part", "one_line", "report", "report_lines"]

Part: TypeAlias = Literal[
    "headline", "about", "speaker", "unknown", "quote", "facts", "heading", "item", "none"
]
"""What a line of a report is: ``about`` is what stands below the headline, ``unknown`` names those whose names are not known, ``none`` is the rest."""

WIDTH = 100
INDENT = "  "
_CONTROLS = dict.fromkeys((*range(9), *range(14, 28), *range(127, 133), *range(134, 160)), "\ufffd")


def report(article: Article) -> str:
    """The report of an article.

    :param article: the article.
    :return: lines of text, with a line end at the last one.

    >>> import newsquote
    >>> from newsquote.formats.report import report
    >>> print(report(newsquote.parse("")), end="")
    (no headline)
    <BLANKLINE>
    No quotes.
    """
    return "".join(f"{line}\n" for _, line in report_lines(article))


def report_lines(article: Article) -> Iterator[tuple[Part, str]]:
    """The lines of the report, without line ends, each behind what it is.

    :param article: the article.
    :return: an iterator over pairs.

    >>> import newsquote
    >>> list(report_lines(newsquote.parse("")))
    [('headline', '(no headline)'), ('none', ''), ('none', 'No quotes.')]
    """
    yield from _head(article)
    yield from _sayings(article)
    yield from _tail(article)


def _head(article: Article) -> Iterator[tuple[Part, str]]:
    headline = article.headline
    yield "headline", one_line(headline.text) if headline else "(no headline)"
    if headline and headline.subheadline:
        yield "about", one_line(headline.subheadline)
    for byline in article.bylines:
        yield (
            "about",
            "By " + "; ".join([*map(_author, byline.authors), *map(one_line, byline.agencies)]),
        )
    if article.dateline:
        yield "about", f"Dateline: {one_line(article.dateline.text)}"
    if article.published:
        yield "about", f"Published: {article.published.isoformat()}"


def _sayings(article: Article) -> Iterator[tuple[Part, str]]:
    if not article.quotes:
        yield from _below("none", "No quotes.")
    said: dict[Speaker | None, list[Quote]] = {}
    for quote in article.quotes:
        said.setdefault(quote.speaker, []).append(quote)
    unknown = {None: said.pop(None, [])}
    for speaker, quotes in (said | unknown).items():
        if quotes:
            yield from (
                _below("speaker", _identity(speaker))
                if speaker
                else _below("unknown", "Unknown speaker")
            )
        for quote in quotes:
            yield from _quote(quote)


def _quote(quote: Quote) -> Iterator[tuple[Part, str]]:
    yield from _wrapped("quote", quote.text)
    cue = f'cue "{quote.cue.text}"' if quote.cue else "no cue"
    printed = f'source "{quote.source.text}"' if quote.source and not quote.speaker else None
    inside = "inside another quote" if quote.parent else None
    yield (
        "facts",
        f"{2 * INDENT}[{_joined((quote.kind.value, quote.mode.value, cue, printed, inside))}]",
    )


def _tail(article: Article) -> Iterator[tuple[Part, str]]:
    if article.credits:
        yield from _below("heading", "Credits")
        for credit in article.credits:
            yield from _wrapped("item", credit.text)
    if article.related:
        yield from _below("heading", "Related")
        for story in (story for related in article.related for story in related.items):
            yield from _wrapped(
                "item", story.title if story.url is None else f"{story.title} <{story.url}>"
            )


def _below(part: Part, line: str) -> tuple[tuple[Part, str], ...]:
    return ("none", ""), (part, line)


def _author(author: Author) -> str:
    beside = _joined(
        (author.role, author.affiliation, author.location, author.email, author.handle)
    )
    return one_line(author.name) + (f" ({beside})" if beside else "")


def _identity(speaker: Speaker) -> str:
    return _joined((speaker.name, speaker.role, speaker.affiliation))


def _joined(fields: Iterable[str | None]) -> str:
    return ", ".join(one_line(field) for field in fields if field)


def one_line(text: str) -> str:
    r"""A text as one line without control characters.

    :param text: any text.
    :return: the text with single blanks; each control character is replaced by U+FFFD.

    >>> one_line("Mill\nto  close")
    'Mill to close'
    """
    return " ".join(text.translate(_CONTROLS).split())


def _wrapped(part: Part, text: str) -> list[tuple[Part, str]]:
    from textwrap import wrap  # noqa: PLC0415 - only a report needs it

    lines = wrap(
        one_line(text),
        WIDTH,
        initial_indent=INDENT,
        subsequent_indent=INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [(part, line) for line in lines]
