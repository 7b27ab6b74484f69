"""An article as a report that a person reads in a terminal.

In: an ``Article``. Out: plain text: what the article is, then who said what, speaker by speaker. Why: the quickest look at a reading, by eye
and without another program. Control characters of the text are replaced, so that an article cannot steer the terminal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsquote.models import Article, Author, Quote, Speaker

__all__ = ["report"]

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
    return "\n".join(line for chapter in (_head, _sayings, _tail) for line in chapter(article)) + "\n"


def _head(article: Article) -> Iterator[str]:
    headline = article.headline
    yield _clean(headline.text) if headline else "(no headline)"
    if headline and headline.subheadline:
        yield _clean(headline.subheadline)
    for byline in article.bylines:
        yield "By " + "; ".join([*map(_author, byline.authors), *map(_clean, byline.agencies)])
    if article.dateline:
        yield f"Dateline: {_clean(article.dateline.text)}"
    if article.published:
        yield f"Published: {article.published.isoformat()}"


def _sayings(article: Article) -> Iterator[str]:
    if not article.quotes:
        yield from ("", "No quotes.")
    said: dict[Speaker | None, list[Quote]] = {}
    for quote in article.quotes:
        said.setdefault(quote.speaker, []).append(quote)
    unknown = {None: said.pop(None, [])}
    for speaker, quotes in (said | unknown).items():
        if quotes:
            yield from ("", _identity(speaker) if speaker else "Unknown speaker")
        for quote in quotes:
            yield from _quote(quote)


def _quote(quote: Quote) -> Iterator[str]:
    yield from _wrapped(quote.text, INDENT)
    cue = f'cue "{quote.cue.text}"' if quote.cue else "no cue"
    printed = f'source "{quote.source.text}"' if quote.source and not quote.speaker else None
    inside = "inside another quote" if quote.parent else None
    yield f"{2 * INDENT}[{_joined((quote.kind.value, quote.mode.value, cue, printed, inside))}]"


def _tail(article: Article) -> Iterator[str]:
    if article.credits:
        yield from ("", "Credits")
        for credit in article.credits:
            yield from _wrapped(credit.text, INDENT)
    if article.related:
        yield from ("", "Related")
        for story in (story for related in article.related for story in related.items):
            yield from _wrapped(story.title if story.url is None else f"{story.title} <{story.url}>", INDENT)


def _author(author: Author) -> str:
    beside = _joined((author.role, author.affiliation, author.location, author.email, author.handle))
    return _clean(author.name) + (f" ({beside})" if beside else "")


def _identity(speaker: Speaker) -> str:
    return _joined((speaker.name, speaker.role, speaker.affiliation))


def _joined(fields: Iterable[str | None]) -> str:
    return ", ".join(_clean(field) for field in fields if field)


def _clean(text: str) -> str:
    """One line without control characters."""
    return " ".join(text.translate(_CONTROLS).split())


def _wrapped(text: str, indent: str) -> list[str]:
    from textwrap import wrap  # noqa: PLC0415 - only a report needs it

    return wrap(_clean(text), WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
