"""From a text to an article: the passes in their order.

In: the caller's string and checked options. Out: the article, and what the rooms found on the way.
Why: this file is the table of contents. It holds no pattern, no word list and no judgement; each
line names the room that does the work.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

import attrs

from newsquote import _build
from newsquote._names import resolve, spotting
from newsquote._page import passes
from newsquote._quotes import engine
from newsquote._text import damage, languages, lines, long_texts
from newsquote._text import doc as docs
from newsquote._text.notes import Notes
from newsquote.kinds import Mode, NoteCode
from newsquote.lang import LanguagePack, get_pack

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from newsquote._names.records import Said
    from newsquote._names.spotting import Names
    from newsquote._page.records import PageReading
    from newsquote._quotes.records import Quotations, QuoteRecord
    from newsquote._text.ranges import Chars
    from newsquote.models import Article
    from newsquote.options import ParseOptions

__all__ = ["ReadArticle", "pack_of", "read_article", "read_page", "read_parts"]


class ReadArticle(NamedTuple):
    """An article and what it was made of.

    ``article.quotes[n]`` comes from ``reading.quotes[n]``.
    """

    article: Article
    reading: _build.Reading


def read_article(
    text: str,
    options: ParseOptions,
    *,
    id: str | int | None = None,  # noqa: A002 - the public field's name
    published: date | datetime | None = None,
) -> ReadArticle:
    """Read one article."""
    with long_texts.gc_paused(len(text)):
        reading = _run_passes(text, options, id, published)
        read = ReadArticle(_build.build_article(reading), reading)
        return _sure_only(read, options.min_confidence) if options.min_confidence else read


def read_page(text: str, options: ParseOptions) -> PageReading:
    """Read what the lines of an article are, and nothing of what is said in it."""
    with long_texts.gc_paused(len(text)):
        return passes.read_page(text, lines.split_lines(text), pack_of(options), Notes(), None)


def read_parts(text: str, options: ParseOptions) -> list[Chars]:
    """Read where something is said, and not who is meant; however unsure it is."""
    with long_texts.gc_paused(len(text)):
        quotations = _read_said(text, options, Notes(), None).quotations
        return [part.range for quote in _asked_for(quotations, options) for part in quote.parts]


class _SaidReading(NamedTuple):
    """What is said in an article, before it is known who is meant."""

    layout: PageReading
    doc: docs.Doc
    headline: int | None
    named: Names
    quotations: Quotations


def _read_said(
    text: str, options: ParseOptions, notes: Notes, published: date | datetime | None
) -> _SaidReading:
    pack = pack_of(options)
    damage.note_damage(text, notes)
    layout = passes.read_page(text, lines.split_lines(text), pack, notes, published)
    ranges, headline = layout.reading_order(text)
    doc = docs.read_doc(text, ranges, pack)
    named = spotting.find_names(doc)
    known = languages.is_known(text, ranges, pack)
    if not known:
        notes.add_note(
            NoteCode.LANGUAGE_UNSUPPORTED,
            None,
            f"the story is not in the language of the pack {pack.code!r};"
            " its marks and layout were read",
        )
    wanted = engine.Wanted(
        model=options.model,
        thoughts=options.include_thoughts,
        nested=options.include_nested,
        words=known,
    )
    quotations = engine.read_quotes(doc, named, notes, headline, wanted=wanted)
    return _SaidReading(layout, doc, headline, named, quotations)


def _run_passes(
    text: str,
    options: ParseOptions,
    id: str | int | None,  # noqa: A002 - the public field's name
    published: date | datetime | None,
) -> _build.Reading:
    notes = Notes()
    layout, doc, headline, named, quotations = _read_said(text, options, notes, published)
    people = resolve.resolve_mentions(
        doc, named, engine.sources_of(quotations), notes, _known_ids(options), _said(quotations)
    )
    return _build.Reading(
        text=text,
        id=id,
        published=published,
        layout=layout,
        doc=doc,
        quotes=_asked_for(quotations, options),
        no_comments=quotations.no_comments,
        rejected=quotations.rejected,
        headline=headline,
        people=people,
        notes=notes.records,
    )


def _sure_only(read: ReadArticle, least: float) -> ReadArticle:
    """The same without the quotes that are less sure than a number, and those nested in them."""
    article, reading = read
    kept: dict[int, int] = {}
    for n, quote in enumerate(article.quotes):
        is_there = quote.parent is None or id(quote.parent) in kept
        if is_there and quote.confidence >= least:
            kept[id(quote)] = n
    return ReadArticle(
        attrs.evolve(article, quotes=tuple([article.quotes[n] for n in kept.values()])),
        attrs.evolve(reading, quotes=[reading.quotes[n] for n in kept.values()]),
    )


def pack_of(options: ParseOptions) -> LanguagePack:
    """The language pack that options name."""
    language = options.language
    return language if isinstance(language, LanguagePack) else get_pack(language)


def _asked_for(quotations: Quotations, options: ParseOptions) -> Sequence[QuoteRecord]:
    """The quotes that the caller wants.

    Thoughts help to read the others, and may be left out only then.
    """
    if options.include_thoughts:
        return quotations.quotes
    return [record for record in quotations.quotes if record.mode != Mode.THOUGHT]


def _said(quotations: Quotations) -> list[Said]:
    """What is said, as ranges, in text order, each with the mention of who says it."""
    said = [
        (part.range, record.attribution.speaking)
        for record in quotations.quotes
        for part in record.parts
    ]
    return sorted(said, key=itemgetter(0))


def _known_ids(options: ParseOptions) -> dict[str, str | None]:
    """The ids of the known people by every casefolded name and alias.

    None where one has none, and where several have the name.
    """
    ids: dict[str, str | None] = {}
    for person in options.known_people:
        for name in map(str.casefold, (person.name, *person.aliases)):
            ids[name] = person.id if ids.get(name, person.id) == person.id else None
    return ids
