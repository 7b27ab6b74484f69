"""An article as a report that a person reads in a terminal.

In: an ``Article``. Out: plain text: what the article is, then who said what, speaker by speaker.
Why: the quickest look at a reading, by eye and without another program. Control characters of the
text are replaced, so that an article cannot steer the terminal, nor turn a line round. Each line is
known by what it is, so that who has colours can tell them apart.
"""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Literal, TypeAlias

from newsquote.formats.characters import ORDERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsquote.models import Article, Author, Quote, Speaker

__all__ = [
    "Part",
    "identity_line",
    "one_line",
    "quote_lines",
    "quotes_in_order",
    "report",
    "report_lines",
    "speakers_in_order",
]

Part: TypeAlias = Literal[
    "headline", "about", "speaker", "unknown", "quote", "facts", "heading", "item", "none"
]
"""What a line of a report is.

``about`` is what stands below the headline, ``unknown`` names those whose names are not known,
``none`` is the rest.
"""

WIDTH = 100
INDENT = "  "
_CONTROLS = dict.fromkeys(
    (*range(9), *range(14, 28), *range(127, 133), *range(134, 160), *ORDERS), "\ufffd"
)


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
        names = [*map(_author, byline.authors), *map(one_line, byline.agencies)]
        yield "about", f"By {'; '.join(names)}"
    if article.dateline:
        yield "about", f"Dateline: {one_line(article.dateline.text)}"
    if article.published:
        yield "about", f"Published: {article.published.isoformat()}"


def quotes_in_order(article: Article) -> list[Quote]:
    """The quotes in the order of the report: speaker by speaker, those of unknown speakers last.

    :param article: the article.
    """
    return [quote for _, quotes in _quotes_by_speaker(article) for quote in quotes]


def speakers_in_order(article: Article) -> list[Speaker]:
    """The speakers in the order of the report; those who are not quoted follow.

    :param article: the article.
    """
    quoted = [speaker for speaker, _ in _quotes_by_speaker(article) if speaker is not None]
    return list(dict.fromkeys((*quoted, *article.speakers)))


def _quotes_by_speaker(article: Article) -> list[tuple[Speaker | None, list[Quote]]]:
    said: dict[Speaker | None, list[Quote]] = {}
    for quote in article.quotes:
        said.setdefault(quote.speaker, []).append(quote)
    unknown = said.pop(None, [])
    return [*said.items(), (None, unknown)] if unknown else list(said.items())


def _sayings(article: Article) -> Iterator[tuple[Part, str]]:
    if not article.quotes:
        yield from _below("none", "No quotes.")
    for speaker, quotes in _quotes_by_speaker(article):
        if speaker is None:
            yield from _below("unknown", "Unknown speaker")
        else:
            yield from _below("speaker", identity_line(speaker))
        for quote in quotes:
            yield from quote_lines(quote)


def quote_lines(quote: Quote) -> Iterator[tuple[Part, str]]:
    """The lines of one quote: what is said, and the facts of it.

    :param quote: the quote.
    :return: an iterator over pairs, as ``report_lines`` gives.
    """
    yield from _wrapped("quote", quote.text)
    cue = f'cue "{quote.cue.text}"' if quote.cue else "no cue"
    printed = f'source "{quote.source.text}"' if quote.source and not quote.speaker else None
    inside = "inside another quote" if quote.parent else None
    facts = _joined((quote.kind.value, quote.mode.value, cue, printed, inside))
    yield "facts", f"{2 * INDENT}[{facts}]"


def _tail(article: Article) -> Iterator[tuple[Part, str]]:
    if article.credits:
        yield from _below("heading", "Credits")
        for credit in article.credits:
            yield from _wrapped("item", credit.text)
    if article.related:
        yield from _below("heading", "Related")
        for related in article.related:
            for story in related.items:
                address = "" if story.url is None else f" <{story.url}>"
                yield from _wrapped("item", story.title + address)


def _below(part: Part, line: str) -> tuple[tuple[Part, str], ...]:
    return ("none", ""), (part, line)


def _author(author: Author) -> str:
    beside = _joined(
        (author.role, author.affiliation, author.location, author.email, author.handle)
    )
    return one_line(author.name) + (f" ({beside})" if beside else "")


def identity_line(speaker: Speaker) -> str:
    """Who a speaker is, in one line: name, role, affiliation.

    :param speaker: the speaker.
    """
    return _joined((speaker.name, speaker.role, speaker.affiliation))


def _joined(fields: Iterable[str | None]) -> str:
    return ", ".join(one_line(field) for field in fields if field)


def one_line(text: str) -> str:
    r"""A text as one line without control characters, and without signs that turn text round.

    :param text: any text.
    :return: the text with single blanks; each such character is replaced by U+FFFD.

    >>> one_line("Mill\nto  close")
    'Mill to close'
    """
    return " ".join(text.translate(_CONTROLS).split())


def _wrapped(part: Part, text: str) -> list[tuple[Part, str]]:
    lines = wrap(
        one_line(text),
        WIDTH,
        initial_indent=INDENT,
        subsequent_indent=INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [(part, line) for line in lines]
