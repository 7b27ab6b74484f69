"""The functions with which a program reads articles.

In: the caller's string and options. Out: public values. Why: here stand the signatures and the
documentation. What is done, and in which order, stands in ``_pipeline``.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from operator import index
from typing import TYPE_CHECKING, Literal, overload

import attrs

from newsquote import _build, _explanations, _pipeline
from newsquote._page.bylines.byline import read_byline
from newsquote._page.dateline import read_dateline
from newsquote._page.line import Stretch
from newsquote._text import lines
from newsquote._told import told
from newsquote.errors import DataError, OptionsError, UnknownLanguageError
from newsquote.kinds import NoteCode
from newsquote.models import Note, ParseFailure, Source, Span
from newsquote.models.given import check_items, checked_id, day_of, is_missing
from newsquote.options import ParseOptions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime
    from types import UnionType

    from newsquote.models import (
        Article,
        Body,
        Byline,
        Dateline,
        Explanation,
        Headline,
        Quote,
        RelatedList,
    )

__all__ = [
    "NO_ITEM_S_FAULT",
    "explain",
    "mask_quotes",
    "parse",
    "parse_body",
    "parse_byline",
    "parse_dateline",
    "parse_headline",
    "parse_many",
    "parse_quotes",
    "parse_related",
]

_DEFAULTS = ParseOptions()

NO_ITEM_S_FAULT = (DataError, UnknownLanguageError, ImportError, MemoryError, OSError)
"""What ends the reading of many articles: each that is still to come would raise it, too."""


def parse(
    text: str,
    *,
    id: str | int | None = None,  # noqa: A002 - the public field's name
    published: date | datetime | None = None,
    options: ParseOptions | None = None,
) -> Article:
    r"""Read one article. Every string gives an article, in time linear in its length.

    :param text: the plain text, whole; it is never changed.
    :param id: the caller's name or number for it; it comes back as ``article.id``.
    :param published: when it was published; dates without a year are read near it.
    :param options: settings; the defaults where None.
    :return: the article; every span in it counts code points of ``text``.
    :raises TypeError: if an argument has the wrong type.

    >>> article = parse(
    ...     "Bridge to reopen\n\n"
    ...     "The bridge will reopen in May, said Mayor Ann Lee.\n\n"
    ...     "- Floods hit valley"
    ... )
    >>> article.quotes[0].text, article.quotes[0].speaker.name, article.related[0].items[0].title
    ('The bridge will reopen in May', 'Ann Lee', 'Floods hit valley')
    """
    options = _checked(text, options)
    named, day = checked_id(id), _checked_day(published)
    return _pipeline.read_article(text, options, id=named, published=day).article


def parse_headline(text: str, *, options: ParseOptions | None = None) -> Headline | None:
    """Find the headline of an article, or read one that stands alone.

    :param text: an article, or a headline.
    :raises TypeError: if an argument has the wrong type.

    >>> parse_headline("Bridge to reopen in May").text
    'Bridge to reopen in May'
    """
    page = _pipeline.read_page(text, _checked(text, options))
    return _build.build_headline(text, page.headline)


def parse_body(text: str, *, options: ParseOptions | None = None) -> Body:
    r"""Find the story in an article: its paragraphs, without the furniture.

    :param text: an article, or the text of its body.
    :raises TypeError: if an argument has the wrong type.

    >>> body = parse_body("Bridge to reopen\n\nLISBON (AP) — The bridge will reopen in May.")
    >>> body.text
    'The bridge will reopen in May.'
    """
    return _build.build_body(text, _pipeline.read_page(text, _checked(text, options)))


def parse_byline(text: str, *, options: ParseOptions | None = None) -> Byline | None:
    """Read one byline.

    :param text: a line that is a byline, with or without "By"; what follows the line is not read.
    :return: the byline, or None if the line names nobody.
    :raises TypeError: if an argument has the wrong type.

    >>> [author.name for author in parse_byline("By Ann Lee in Lisbon and Bo Ek").authors]
    ['Ann Lee', 'Bo Ek']
    """
    pack = _pipeline.pack_of(_checked(text, options))
    for line in lines.split_lines(text)[:1]:
        record = read_byline(Stretch(text, line.start, line.end), pack)
        if record:
            return _build.build_byline(text, record)
    return None


def parse_dateline(text: str, *, options: ParseOptions | None = None) -> Dateline | None:
    """Read the dateline with which a paragraph begins.

    :param text: a text that may begin with a dateline; what follows the first line is not read.
    :return: the dateline, or None if the text begins with none.
    :raises TypeError: if an argument has the wrong type.

    >>> dateline = parse_dateline("LISBON, March 4 (Reuters) - The bridge will reopen.")
    >>> dateline.place, dateline.date_text, dateline.agency
    ('LISBON', 'March 4', 'Reuters')
    """
    pack = _pipeline.pack_of(_checked(text, options))
    for line in lines.split_lines(text)[:1]:
        record = read_dateline(Stretch(text, line.start, line.end), pack)
        if record:
            return _build.build_dateline(text, record)
    return None


def parse_related(text: str, *, options: ParseOptions | None = None) -> tuple[RelatedList, ...]:
    r"""Find the lists of related stories in an article, or read one that stands alone.

    :param text: an article, or the lines of such a list.
    :raises TypeError: if an argument has the wrong type.

    >>> found = parse_related("Related stories:\n- Floods hit valley\n- Mill to close")
    >>> [item.title for item in found[0].items]
    ['Floods hit valley', 'Mill to close']
    """
    page = _pipeline.read_page(text, _checked(text, options))
    return _build.build_related(text, page.related)


def parse_quotes(
    text: str, *, published: date | datetime | None = None, options: ParseOptions | None = None
) -> tuple[Quote, ...]:
    """Find who said what.

    :param text: an article, or any part of its body.
    :param published: when it was published.
    :raises TypeError: if an argument has the wrong type.

    >>> quotes = parse_quotes('"It is over," said Mayor Ann Lee.')
    >>> [(quote.speaker.name, quote.cue.text, quote.words) for quote in quotes]
    [('Ann Lee', 'said', 'It is over')]
    """
    return parse(text, published=published, options=options).quotes


@overload
def parse_many(
    items: Iterable[str | Source],
    *,
    workers: int = 1,
    options: ParseOptions | None = None,
    on_error: Literal["raise"] = "raise",
) -> Iterator[Article]: ...


@overload
def parse_many(
    items: Iterable[str | Source],
    *,
    workers: int = 1,
    options: ParseOptions | None = None,
    on_error: Literal["yield"],
) -> Iterator[Article | ParseFailure]: ...


def parse_many(
    items: Iterable[str | Source],
    *,
    workers: int = 1,
    options: ParseOptions | None = None,
    on_error: Literal["raise", "yield"] = "raise",
) -> Iterator[Article | ParseFailure]:
    """Read many articles, in order, as they come.

    An article whose day of publication cannot be read is read without one, and a note says so.

    Every worker is a process. It is started, as ``multiprocessing`` is set to, when the first
    article is asked for, and ends with the iterator: at its end, when it is closed, at an error or
    an interrupt. With workers, items are read ahead, a bounded number of them, and a program that
    is not under ``if __name__ == "__main__":`` cannot be imported by them where the start method is
    ``spawn`` or ``forkserver``.

    :param items: texts, or ``Source`` values that say more; they may be without end.
    :param workers: how many processes read; with 1 it is the caller's own, which reads each item
        when asked for it.
    :param options: settings for all of them.
    :param on_error: what to do with an item that is neither, or whose reading meets an error that
        newsquote did not foresee: raise it (the ``TypeError`` of an item that is neither), or give
        a ``ParseFailure`` in its place. What is no item's fault is raised in any case: a data file
        that is missing or damaged, or too little memory.
    :return: an iterator of articles.
    :raises TypeError: if ``items`` is one text, a data frame or a dictionary, whose items are
        letters, columns or keys; at once.
    :raises OptionsError: if ``workers`` or ``on_error`` has no such value; at once, not at the
        first item.
    :raises NewsquoteError: from the iterator, if a worker is ended from outside.

    >>> sources = [Source(text="One.", id="a"), Source(text="Two.", id="b")]
    >>> [article.id for article in parse_many(sources)]
    ['a', 'b']
    >>> [type(found).__name__ for found in parse_many(["One.", 2], on_error="yield")]
    ['Article', 'ParseFailure']
    """
    if not isinstance(workers, int) or workers < 1:
        msg = f"workers must be a whole number of at least 1, not {workers!r}"
        raise OptionsError(msg, workers)
    if on_error not in ("raise", "yield"):
        msg = f"on_error must be 'raise' or 'yield', not {on_error!r}"
        raise OptionsError(msg, on_error)
    check_items("items", items)
    read_item = partial(_parse_item, options=options, keep_going=on_error == "yield")
    return _parse_items(items, workers, read_item)


def _parse_items(
    items: Iterable[str | Source],
    workers: int,
    read_item: Callable[[tuple[int, str | Source]], Article | ParseFailure],
) -> Iterator[Article | ParseFailure]:
    if workers == 1:
        yield from map(read_item, enumerate(items))
        return
    from newsquote import _pool  # noqa: PLC0415 - what starts processes is loaded when asked for

    yield from _pool.spread(enumerate(items), read_item, workers=workers, size=_text_length)


def _parse_item(
    numbered: tuple[int, str | Source], *, options: ParseOptions | None, keep_going: bool
) -> Article | ParseFailure:
    index, item = numbered
    source = item if isinstance(item, Source) else Source(text=item)
    try:
        return parse_source(source, options)
    except NO_ITEM_S_FAULT:
        raise
    except Exception as error:
        if keep_going:
            return ParseFailure(index=index, id=source.id, error=error)
        named = "" if source.id is None else f" (id {told(source.id)})"
        where = f"item {index}{named}"
        if isinstance(error, TypeError):
            msg = f"{where}: {error}"
            raise TypeError(msg) from None
        error.add_note(f"newsquote did not foresee this error; it was reading {where}")
        raise


def parse_source(source: Source, options: ParseOptions | None = None) -> Article:
    """Read the article of a source, with what is known of it.

    :raises TypeError: if its text or its id has the wrong type.
    """
    day, complaint = day_of(source.published)
    article = parse(source.text, id=source.id, published=day, options=options)
    if complaint:
        detail = f"{complaint}; the article was read without one"
        note = Note(code=NoteCode.UNREAD_DATE, span=None, detail=detail)
        article = attrs.evolve(article, notes=(note, *article.notes))
    return attrs.evolve(article, meta=source.meta) if source.meta else article


def _text_length(numbered: tuple[int, str | Source]) -> int:
    item = numbered[1]
    text = item.text if isinstance(item, Source) else item
    return len(text) if isinstance(text, str) else 0


def mask_quotes(text: str, *, options: ParseOptions | None = None) -> str:
    """Blank every quotation, at the same length, so that offsets stay what they are.

    :param text: an article, or any part of its body.
    :return: the text with blanks for every character of a part, line ends kept.
    :raises TypeError: if an argument has the wrong type.

    >>> mask_quotes('"It is over," said Mayor Ann Lee.')
    '              said Mayor Ann Lee.'
    """
    checked = _checked(text, options)
    if checked.min_confidence:  # how sure a quote is, is known when it is known who speaks
        quotes = parse(text, options=checked).quotes
        ranges = [part.span.slice for quote in quotes for part in quote.parts]
    else:
        ranges = [slice(*where) for where in _pipeline.read_parts(text, checked)]
    masked = list(text)
    for where in ranges:
        masked[where] = [c if c.isspace() else " " for c in text[where]]
    return "".join(masked)


def explain(
    text: str, span: Span | tuple[int, int], *, options: ParseOptions | None = None
) -> Explanation:
    """Read a text again and say which evidence made the quote at a span, or why there is none.

    :param text: the text that was parsed.
    :param span: a range in it, in code points; the quote with most of it inside is explained.
    :return: the quote (None if there is none), the rejection if the marks there were rejected, and
        the evidence in the order of reading; the speaker whom the very words at the span mention,
        or else the quote's; and the block of lines in which the span begins.
    :raises TypeError: if an argument has the wrong type.

    >>> why = explain('"It is over," said Mayor Ann Lee.', (1, 5))
    >>> why.quote.speaker.name, len(why.evidence) > 0
    ('Ann Lee', True)
    """
    where = _checked_span(span)
    read = _pipeline.read_article(text, _checked(text, options))
    return _explanations.explain_span(read, where)


def _checked(text: object, options: ParseOptions | None) -> ParseOptions:
    """The options, once they and the text are known to be of their types."""
    _demand_type("text", text, str, "a str")
    _demand_type("options", options, ParseOptions | None, "ParseOptions or None")
    return options if options is not None else _DEFAULTS


def _checked_span(span: object) -> Span:
    if isinstance(span, Span):
        return span
    try:
        start, end = map(index, span)  # type: ignore[call-overload]
    except (TypeError, ValueError):
        msg = f"span must be a Span or two offsets, not {told(span)}"
        raise TypeError(msg) from None
    return Span(start, end)


def _checked_day(value: object) -> date | datetime | None:
    if is_missing(value) or isinstance(value, date):
        return day_of(value).value
    hint = "; Source(published=...) reads ISO strings" if isinstance(value, str) else ""
    msg = f"published must be a date, a datetime or None, not {type(value).__name__}{hint}"
    raise TypeError(msg)


def _demand_type(name: str, value: object, kinds: type | UnionType, described: str) -> None:
    if not isinstance(value, kinds):
        msg = f"{name} must be {described}, not {type(value).__name__}"
        raise TypeError(msg)
