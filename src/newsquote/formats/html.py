"""An article as a page that shows who said what.

In: an ``Article``. Out: a ``View``: one self-contained page, without script and without anything
from elsewhere. Why: a reading is checked fastest where it stands, in its text. Spans overlap (a
quote in a quote, a source in a quote), so the text is cut at every edge and each piece is tinted
and underlined by itself; no tag ever crosses another. A speaker has a number, which is the class of
what they say and the end of the id of the input that leaves only their marks on.
"""

from __future__ import annotations

import functools
import re
from bisect import insort
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from newsquote.formats._page_style import FILTER, STYLE
from newsquote.kinds import BlockRole, Polarity
from newsquote.models import Article

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

    from newsquote.models import Quote, Span, Speaker

__all__ = ["View", "view"]

HUE_STEP = 137
"""Degrees: neighbours on the list get colours far apart."""
DRAWN = 3
"""Quotes in each other that one piece shows: the innermost ones.

More could not be told apart, and would cost their square.
"""
LOOKED_AT = 4 * DRAWN
"""Spans around a piece, the shortest first, among which those are looked for."""
UNKNOWN = "unknown speaker"

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy"
content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<aside>
<fieldset>
<legend>Speakers</legend>
<ol>
{speakers}
</ol>
</fieldset>
<p class="key">Underlined: <u class="source">source</u>, dotted: <u class="cue">cue</u>.
<span class="how">A quote that is pointed at or reached by the Tab key says whose it is.</span></p>
</aside>
<main>{text}</main>
</body>
</html>
"""


@attrs.frozen
class View:
    r"""The page that shows an article.

    ``str(view)`` is its HTML, and a notebook shows it in a frame.

    >>> import newsquote
    >>> page = newsquote.view(newsquote.parse("Mill to close\n\nThe mill will close in May."))
    >>> str(page).splitlines()[0]
    '<!DOCTYPE html>'
    """

    article: Article

    def __str__(self) -> str:
        title = self.article.headline.text if self.article.headline else "Article"
        people = _numbered(self.article)
        return _PAGE.format(
            title=_plain(title),
            style=STYLE + "\n".join(_filters(people)),
            speakers="\n".join(_list(self.article, people)),
            text="".join(_sections(self.article, people)),
        )

    def __repr__(self) -> str:
        return f"<View of {self.article!r}>"

    def _repr_html_(self) -> str:
        page = escape(str(self))
        style = "width:100%;height:40rem;border:0"
        return f'<iframe sandbox srcdoc="{page}" style="{style}"></iframe>'

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the page to a file, in UTF-8.

        :param path: the file; one that is there is written over.
        :raises OSError: if it cannot be written.
        """
        Path(path).write_bytes(str(self).encode())


def view(article: Article) -> View:
    """The page that shows an article.

    :param article: the article.
    :return: the page, for ``str()``, ``.save(path)`` and notebooks.
    :raises TypeError: if the argument is no article.

    >>> import newsquote
    >>> "<title>Article</title>" in str(newsquote.view(newsquote.parse("")))
    True
    """
    if not isinstance(article, Article):
        msg = f"article must be an Article, not {type(article).__name__}"
        raise TypeError(msg)
    return View(article)


@attrs.frozen(eq=False)
class _Ink:
    """What one span of the text gets: a tag, its class, and what is said of it."""

    span: Span
    tag: str
    classes: str
    facts: str

    def around(self, piece: str, *, first: bool) -> str:
        """A piece in the tag.

        A quote is told to who points at it or comes to it by the Tab key: to its first piece, so
        that it is one stop.
        """
        facts = _plain(self.facts)
        attributes = f'class="{self.classes}"'
        if self.tag != "mark":
            return f'<{self.tag} {attributes} title="{facts}">{piece}</{self.tag}>'
        if first:
            attributes += ' tabindex="0"'
        return f'<mark {attributes} aria-description="{facts}">{piece}</mark>'


def _numbered(article: Article) -> dict[Speaker, int]:
    """The speakers with their numbers.

    Those of quotes that are not on the article's list come last.
    """
    said = (quote.speaker for quote in article.quotes if quote.speaker is not None)
    return {speaker: n for n, speaker in enumerate(dict.fromkeys((*article.speakers, *said)))}


def _filters(people: dict[Speaker, int]) -> Iterator[str]:
    yield from (FILTER.format(n=n, hue=n * HUE_STEP % 360) for n in people.values())
    yield "body:has(#unknown:checked) main .unknown{--on:1}"


def _inks(article: Article, people: dict[Speaker, int]) -> Iterator[_Ink]:
    """The parts of the quotes, their sources and cues, and the dateline."""
    if article.dateline:
        yield _Ink(article.dateline.span, "b", "dateline", "dateline")
    for quote in article.quotes:
        whose = _class(quote.speaker, people)
        for part in quote.parts:
            yield _Ink(part.span, "mark", whose, _facts(quote))
        if quote.source:
            yield _Ink(quote.source.span, "u", f"source {whose}", f"source: {_name(quote)}")
        if quote.cue:
            facts = (
                f"cue: {quote.cue.lemma}, {quote.cue.category.value}, {quote.cue.polarity.value}"
            )
            yield _Ink(quote.cue.span, "u", f"cue {whose}", facts)


def _class(speaker: Speaker | None, people: dict[Speaker, int]) -> str:
    return "unknown" if speaker is None else f"s{people[speaker]}"


def _name(quote: Quote) -> str:
    return quote.speaker.name if quote.speaker else UNKNOWN


def _facts(quote: Quote) -> str:
    """What a reader checks; a denial is no claim, so it is said here and not only at the cue."""
    facts = (
        f"{_name(quote)}: {quote.kind.value}, {quote.mode.value}, confidence {quote.confidence:.2f}"
    )
    if quote.cue and quote.cue.polarity != Polarity.POSITIVE:
        facts += f", {quote.cue.polarity.value}"
    return f"{facts}; inside a quote of {_name(quote.parent)}" if quote.parent else facts


def _sections(article: Article, people: dict[Speaker, int]) -> Iterator[str]:
    """The text, each block in an element of its role."""
    openings: dict[int, tuple[str, str]] = {}
    closings: set[int] = set()
    for start, end, role in _block_edges(article):
        tag = "h1" if role == BlockRole.HEADLINE else "p"
        openings[start] = (tag, role.value)
        closings.add(end)
    tag = ""
    for start, piece in _pieces(article, people, {*openings, *closings}):
        if tag and start in closings:
            yield f"</{tag}>"
            tag = ""
        if start in openings:
            tag, name = openings[start]
            yield f'<{tag} class="{name}">'
        yield piece
    if tag:
        yield f"</{tag}>"


def _block_edges(article: Article) -> Iterator[tuple[int, int, BlockRole]]:
    """Where the elements of blocks begin and end, and the blocks' roles.

    A block takes in its indent and its line end, which would make lines of their own. One that does
    not fit the text, or begins inside another, has no element.
    """
    text, done = article.text, 0
    for block in sorted(article.blocks, key=lambda block: block.span):
        start, end = block.span
        if not done <= start < end <= len(text):
            continue
        while start > done and text[start - 1] in _BLANKS:
            start -= 1
        line_end = _LINE_END.match(text, end)
        done = line_end.end() if line_end else end
        yield start, done, block.role


def _pieces(
    article: Article, people: dict[Speaker, int], cuts: set[int]
) -> Iterator[tuple[int, str]]:
    """The text, cut at every edge, each piece with its start and in the tags around it."""
    starts: dict[int, list[_Ink]] = {}
    ends: dict[int, list[_Ink]] = {}
    for ink in _inks(article, people):
        if len(ink.span):
            starts.setdefault(ink.span.start, []).append(ink)
            ends.setdefault(ink.span.end, []).append(ink)
    edges = sorted({0, *starts, *ends, *cuts, len(article.text)})
    open_inks: list[_Ink] = []
    dressed: set[_Ink] = set()
    for start, end in pairwise(edges):
        for ink in ends.get(start, ()):
            open_inks.remove(ink)
        for ink in starts.get(start, ()):
            insort(open_inks, ink, key=lambda ink: len(ink.span))
        piece = article.text[start:end]
        shown_piece = _safe(piece)
        if not piece.isspace():
            shown_piece = _dressed(shown_piece, open_inks, dressed)
        yield start, shown_piece


def _dressed(piece: str, inks: list[_Ink], shown: set[_Ink]) -> str:
    """A piece in its tags, given the shortest first.

    The quotes in each other, and inside them one source, one cue and the dateline at most.
    """
    near = inks[:LOOKED_AT]
    marks = [ink for ink in near if ink.tag == "mark"]
    lines = {ink.classes.partition(" ")[0]: ink for ink in reversed(near) if ink.tag != "mark"}
    for ink in (*lines.values(), *marks[:DRAWN]):
        piece = ink.around(piece, first=ink not in shown)
        shown.add(ink)
    return piece


def _list(article: Article, people: dict[Speaker, int]) -> Iterator[str]:
    """The inputs that filter, one a speaker who is quoted."""
    yield _choice('id="all" checked', "everyone", "", len(article.quotes))
    for row in article.sources():
        who = ", ".join(field for field in (row.role, row.affiliation) if field)
        n = people[row.speaker]
        name = f'<mark class="s{n}">{_safe(row.name)}</mark>'
        yield _choice(f'id="w{n}" class="one"', name, who, row.quotes)
    unknown = sum(quote.speaker is None for quote in article.quotes)
    if unknown:
        name = f'<mark class="unknown">{UNKNOWN}</mark>'
        yield _choice('id="unknown" class="one"', name, "", unknown)


def _choice(attributes: str, name: str, who: str, quotes: int) -> str:
    noun = "quote" if quotes == 1 else "quotes"
    count = f'<span class="count" title="{quotes} {noun}">{quotes}</span>'
    about = f" <small><bdi>{_safe(who)}</bdi></small>" if who else ""
    label = f'<input type="radio" name="who" {attributes}> <bdi>{name}</bdi> {count}{about}'
    return f"<li><label>{label}</label></li>"


_BLANKS = " \t\u00a0"
_LINE_END = re.compile(rf"[{_BLANKS}]*(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])")
_ORDERS = re.compile(
    "[\u202a-\u202e\u2066-\u2069]"
)  # what turns round the text behind it, as far as its paragraph goes


def _safe(text: str) -> str:
    """Text for a page: escaped, without the characters that no page may have.

    Those that reorder text are shut in and shown.
    """
    return _ORDERS.sub(_sign, escape(text.translate(_forbidden())))


def _sign(found: re.Match[str]) -> str:
    return f'<bdi class="sign" data-sign="U+{ord(found[0]):04X}">{found[0]}</bdi>'


def _plain(text: str) -> str:
    """Text for an attribute, or for the title of a page.

    No element can stand there, so what reorders text is only named.
    """
    return _ORDERS.sub(_name_of_sign, escape(text.translate(_forbidden())))


def _name_of_sign(found: re.Match[str]) -> str:
    return f"[U+{ord(found[0]):04X}]"


@functools.cache
def _forbidden() -> dict[int, str]:
    return dict.fromkeys(
        (*range(9), 11, *range(14, 32), *range(127, 160), *range(0xD800, 0xE000)), "\ufffd"
    )
