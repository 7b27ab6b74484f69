"""An article as a TEI document, for editions and corpora.

In: an ``Article``. Out: XML by the TEI P5 Guidelines ("Names, Dates, People, and Places" for
``listPerson``, "Elements Available in All TEI Documents" for ``said``, "Linking, Segmentation, and
Alignment" for ``next`` and ``prev``). Why: literary and linguistic programs read it. The body's
characters are those of the article, one for one. Elements of XML nest, spans need not: where two
cross, or where a quote has several parts or goes on in the next block, it is several elements, each
with the id of the next and of the one before.
"""

from __future__ import annotations

from collections import defaultdict
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

import attrs

from newsquote.formats.characters import xml
from newsquote.kinds import Mode, QuoteKind, SpeakerKind
from newsquote.models import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsquote.models import Article, Author, Quote, Speaker

__all__ = ["tei"]

# What of a quote stands inside quotation marks; "unknown" is TEI's word for what is neither the one
# nor the other.
_DIRECT = {QuoteKind.DIRECT: "true", QuoteKind.INDIRECT: "false", QuoteKind.MIXED: "unknown"}
_ALOUD = {Mode.SPEECH: ' aloud="true"', Mode.THOUGHT: ' aloud="false"', Mode.WRITING: ""}
_DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader>
<fileDesc>
<titleStmt><title>{title}</title>{authors}</titleStmt>
<publicationStmt><p>Unpublished annotation.</p></publicationStmt>
<sourceDesc><p>{source}</p></sourceDesc>
</fileDesc>
{people}</teiHeader>
<text><body xml:space="preserve">{body}</body></text>
</TEI>
"""


def tei(article: Article) -> str:
    r"""The TEI document of an article.

    A block of the page is an ``ab`` with its role as ``type``; a quote is ``said`` with ``who``,
    ``direct`` and ``aloud``; its cue is a ``seg`` with the polarity as ``subtype``, its source an
    ``rs``. Characters that XML forbids are replaced by U+FFFD.

    :param article: the article.
    :return: the document, to be written in UTF-8.

    >>> import newsquote
    >>> text = tei(newsquote.parse('"It is over," said Ann Lee.'))
    >>> text[text.index("<said"):text.index("</said>")]
    '<said xml:id="quote-0.0" who="#speaker-0" direct="true" aloud="true">"It is over,"'
    """
    headline = article.headline
    source = "A plain text."
    if article.published:
        source = f"Published {article.published.isoformat()}."
    if article.id not in {None, ""}:
        source = f"{article.id}: {source}"
    authors = [_author(author) for byline in article.bylines for author in byline.authors]
    return _DOCUMENT.format(
        title=_safe(headline.text if headline else "Article"),
        authors="".join(authors),
        source=_safe(source),
        people=_people(article),
        body="".join(_body(article)),
    )


# Who they are.


def _author(author: Author) -> str:
    return f"<author>{_safe(author.name)}</author>"


def _people(article: Article) -> str:
    rows = [_identity(speaker, f"speaker-{n}") for n, speaker in enumerate(article.speakers)]
    if not rows:
        return ""
    people = "\n".join(["<listPerson>", *rows, "</listPerson>"])
    return f"<profileDesc><particDesc>{people}</particDesc></profileDesc>\n"


def _identity(speaker: Speaker, name: str) -> str:
    if speaker.kind is SpeakerKind.ORGANIZATION:
        return f'<org xml:id="{name}"><orgName>{_safe(speaker.name)}</orgName></org>'
    role = f"<occupation>{_safe(speaker.role)}</occupation>" if speaker.role else ""
    house = (
        f"<affiliation>{_safe(speaker.affiliation)}</affiliation>" if speaker.affiliation else ""
    )
    inside = f"<persName>{_safe(speaker.name)}</persName>{role}{house}"
    if speaker.kind is SpeakerKind.PERSON:
        return f'<person xml:id="{name}">{inside}</person>'
    tag = "personGrp" if speaker.kind is SpeakerKind.GROUP else "person"
    return f'<{tag} xml:id="{name}" role="{speaker.kind.value}">{inside}</{tag}>'


# What they say.


@attrs.define(eq=False)
class _Element:
    """What becomes one element, or several that are linked: ``pieces`` counts them."""

    tag: str
    name: str
    attributes: str
    pieces: int = 0


@attrs.frozen(eq=False)
class _Opening:
    """The start tag of one piece.

    Whether another piece follows is known only at the end of the text.
    """

    element: _Element
    piece: int

    def __str__(self) -> str:
        element, piece = self.element, self.piece
        name = element.name
        attributes = f' xml:id="{name}.{piece}"{element.attributes}'
        if piece:
            attributes += f' prev="#{name}.{piece - 1}"'
        if piece + 1 < element.pieces:
            attributes += f' next="#{name}.{piece + 1}"'
        return f"<{element.tag}{attributes}>"


def _body(article: Article) -> Iterator[str]:
    written: list[str | _Opening] = []
    marked = list(_marked(article))
    for span, role in _blocks(article):
        written.append(f'<ab type="{role}">')
        inside = [
            (max(of.start, span.start), min(of.end, span.end), element)
            for of, element in _overlapping(marked, span)
        ]
        written += _nested(article.text, span, inside)
        written.append("</ab>")
    return map(str, written)


def _blocks(article: Article) -> Iterator[tuple[Span, str]]:
    """The text cut where blocks start; blank lines go with the block above them."""
    roles = {block.span.start: block.role.value for block in article.blocks}
    starts = sorted(roles) or [0]
    role = roles.get(starts[0], "other")
    for start, end in pairwise((0, *starts[1:], len(article.text))):
        yield Span(start, end), roles.get(start, role)


def _overlapping(marked: list[tuple[Span, _Element]], block: Span) -> list[tuple[Span, _Element]]:
    """What begins before the block's end; what ends in it will not be asked for again."""
    found = []
    while marked and marked[-1][0].start < block.end:
        found.append(marked.pop())
    marked += reversed([(span, element) for span, element in found if span.end > block.end])
    return [(span, element) for span, element in found if span.end > block.start]


def _marked(article: Article) -> list[tuple[Span, _Element]]:
    """The spans that become elements, the first of the text last."""
    places = {speaker: n for n, speaker in enumerate(article.speakers)}
    found: list[tuple[Span, _Element]] = []
    for n, quote in enumerate(article.quotes):
        who = places.get(quote.speaker) if quote.speaker else None
        found += _elements(quote, n, who)
    printed = [(span, element) for span, element in found if len(span)]
    printed.sort(key=lambda item: (item[0].start, -item[0].end), reverse=True)
    return printed


def _elements(quote: Quote, n: int, who: int | None) -> Iterator[tuple[Span, _Element]]:
    """The elements of a quote: its parts, its cue, its source."""
    said = _said(quote, f"quote-{n}", who)
    for part in quote.parts:
        yield part.span, said
    if quote.cue:
        kind = f' type="cue" subtype="{quote.cue.polarity.value}" corresp="#quote-{n}.0"'
        yield quote.cue.span, _Element("seg", f"cue-{n}", kind)
    if quote.source:
        ref = "" if who is None else f' ref="#speaker-{who}"'
        yield quote.source.span, _Element("rs", f"source-{n}", f' type="source"{ref}')


def _said(quote: Quote, name: str, who: int | None) -> _Element:
    by = "" if who is None else f' who="#speaker-{who}"'
    return _Element("said", name, f'{by} direct="{_DIRECT[quote.kind]}"{_ALOUD[quote.mode]}')


def _nested(
    text: str, block: Span, inside: list[tuple[int, int, _Element]]
) -> Iterator[str | _Opening]:
    """The block's text with start and end tags.

    What ends inside another that goes on cuts that one in two.
    """
    starts: dict[int, list[tuple[int, _Element]]] = defaultdict(list)
    for start, end, element in inside:
        starts[start].append((end, element))
    edges = sorted({block.start, block.end, *starts, *(end for _, end, _ in inside)})
    stack: list[tuple[int, _Element]] = []
    for at, until in pairwise(edges):
        yield from _closed(stack, at, again := starts.pop(at, []))
        for end, element in sorted(again, key=lambda item: -item[0]):
            stack.append((end, element))
            element.pieces += 1
            yield _Opening(element, element.pieces - 1)
        yield _safe(text[at:until])
    yield from (f"</{element.tag}>" for _, element in reversed(stack))


def _closed(
    stack: list[tuple[int, _Element]], at: int, again: list[tuple[int, _Element]]
) -> Iterator[str]:
    """Ends what ends here, and what would otherwise cross it or what starts here.

    The latter goes on the list of what is opened again.
    """
    furthest = max((end for end, _ in again), default=0)
    while any(end <= at for end, _ in stack) or (stack and stack[-1][0] < furthest):
        end, element = stack.pop()
        yield f"</{element.tag}>"
        if end > at:
            again.append((end, element))


def _safe(text: str) -> str:
    """Escaped, with carriage returns that a reader of XML would otherwise take for line feeds."""
    return escape(xml(text), quote=False).replace("\r", "&#13;")
