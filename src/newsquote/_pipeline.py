"""From a text to an article: the passes in their order.

In: the caller's string and checked options. Out: the article, and what the rooms found on the way. Why: this file is the table of contents.
It holds no pattern, no word list and no judgement; each line names the room that does the work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsquote import _build
from newsquote._names import resolve, spotting
from newsquote._page import passes
from newsquote._quotes import engine
from newsquote._text import damage, languages, lines, long_texts
from newsquote._text import doc as docs
from newsquote._text.notes import Notes
from newsquote.kinds import NoteCode
from newsquote.lang import LanguagePack, get_pack

if TYPE_CHECKING:
    from datetime import date, datetime

    from newsquote._names.records import Said
    from newsquote._quotes.records import Quotations
    from newsquote.models import Article
    from newsquote.options import ParseOptions

__all__ = ["ReadArticle", "pack_of", "read_article"]


class ReadArticle(NamedTuple):
    """An article and what it was made of."""

    article: Article
    quotations: Quotations


def read_article(
    text: str,
    options: ParseOptions,
    *,
    id: str | None = None,  # noqa: A002 - the public field's name
    published: date | datetime | None = None,
) -> ReadArticle:
    """Read one article."""
    with long_texts.undisturbed(len(text)):
        return _read(text, options, id, published)


def _read(
    text: str,
    options: ParseOptions,
    id: str | None,  # noqa: A002 - the public field's name
    published: date | datetime | None,
) -> ReadArticle:
    pack = pack_of(options)
    notes = Notes()
    damage.note(text, notes)
    layout = passes.read_page(text, lines.split(text), pack, notes, published)
    ranges, headline = layout.reading_order(text)
    doc = docs.over(text, ranges, pack)
    named = spotting.find_names(doc)
    known = languages.is_known(text, ranges, pack)
    if not known:
        notes.add(
            NoteCode.LANGUAGE_UNSUPPORTED,
            None,
            f"the story is not in the language of the pack {pack.code!r}; its marks and layout were read",
        )
    wanted = engine.Wanted(
        trained=options.model is not None,
        thoughts=options.include_thoughts,
        nested=options.include_nested,
        words=known,
    )
    quotations = engine.read_quotes(doc, named, notes, headline, wanted=wanted)
    people = resolve.resolve_mentions(
        doc, named, engine.sources_of(quotations), notes, _known_ids(options), _said(quotations)
    )
    article = _build.article(
        text,
        id=id,
        published=published,
        layout=layout,
        quotations=quotations,
        headline=headline,
        people=people,
        notes=notes.records,
        include_thoughts=options.include_thoughts,
    )
    return ReadArticle(article, quotations)


def pack_of(options: ParseOptions) -> LanguagePack:
    """The language pack that options name."""
    return (
        options.language
        if isinstance(options.language, LanguagePack)
        else get_pack(options.language)
    )


def _said(quotations: Quotations) -> list[Said]:
    """What is said, as ranges, in text order, each with the mention of who says it."""
    return sorted(
        (
            (part.range, record.attribution.speaking)
            for record in quotations.quotes
            for part in record.parts
        ),
        key=lambda one: one[0],
    )


def _known_ids(options: ParseOptions) -> dict[str, str | None]:
    """The ids of the known people by every casefolded name and alias."""
    return {
        name.casefold(): person.id
        for person in options.known_people
        for name in (person.name, *person.aliases)
    }
