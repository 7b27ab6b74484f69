"""The quotes of an article for the annotation program brat.

In: an ``Article``. Out: the lines of an ``.ann`` file, in brat's standoff format
(brat.nlplab.org/standoff.html). Why: annotators correct there what was found. The offsets count
code points of the text, so the article's own file, in UTF-8, is the ``.txt`` beside it. The format
knows no line ends inside an annotation: what goes over one is written in pieces, as brat itself
does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from newsquote.formats.characters import encodable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsquote.models import Article, Quote, Span

__all__ = ["CONFIGURATION", "brat"]

CONFIGURATION = """[entities]
Content
Cue
Source
[relations]
Cued-by\tArg1:Content, Arg2:Cue
Said-by\tArg1:Content, Arg2:Source
Inside\tArg1:Content, Arg2:Content
<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>
[events]
[attributes]
Kind\tArg:Content, Value:direct|mixed|indirect
Mode\tArg:Content, Value:speech|writing|thought
Polarity\tArg:Cue, Value:positive|negated|denied|declined|questioned
"""

# What ends a line for brat or for any reader of its files, and the tab that separates its fields.
_BREAKS = re.compile(r"[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")


def brat(article: Article) -> str:
    r"""The ``.ann`` file of an article.

    ``CONFIGURATION`` is the ``annotation.conf`` that goes with it.

    :param article: the article.
    :return: lines: entities (``T``), attributes (``A``), relations (``R``), and the speakers' names
        as notes (``#``).

    >>> import newsquote
    >>> print(brat(newsquote.parse('"It is over," said Mayor Ann Lee.')), end="")
    T1	Content 0 13	"It is over,"
    A1	Kind T1 direct
    A2	Mode T1 speech
    #1	AnnotatorNotes T1	Ann Lee
    T2	Cue 14 18	said
    A3	Polarity T2 positive
    R1	Cued-by Arg1:T1 Arg2:T2
    T3	Source 19 32	Mayor Ann Lee
    R2	Said-by Arg1:T1 Arg2:T3
    """
    lines = _Lines(article.text)
    contents: dict[int, str] = {}
    for quote in article.quotes:
        content = lines.entity("Content", (part.span for part in quote.parts))
        if content is not None:
            contents[id(quote)] = content
            _add_quote(lines, quote, content)
            if quote.parent is not None and id(quote.parent) in contents:
                lines.relation("Inside", content, contents[id(quote.parent)])
    return "".join(f"{encodable(line)}\n" for line in lines.lines)


def _add_quote(lines: _Lines, quote: Quote, content: str) -> None:
    lines.attribute("Kind", content, quote.kind.value)
    lines.attribute("Mode", content, quote.mode.value)
    if quote.speaker is not None:
        lines.note(content, quote.speaker.name)
    if quote.cue is not None and (cue := lines.entity("Cue", [quote.cue.span])):
        lines.attribute("Polarity", cue, quote.cue.polarity.value)
        lines.relation("Cued-by", content, cue)
    if quote.source is not None and (source := lines.entity("Source", [quote.source.span])):
        lines.relation("Said-by", content, source)


@attrs.define(eq=False)
class _Lines:
    """The lines so far, and the entities in them.

    A cue or a source that two quotes share is one.
    """

    text: str
    lines: list[str] = attrs.field(factory=list)
    counts: dict[str, int] = attrs.field(factory=dict)
    known: dict[str, str] = attrs.field(factory=dict)

    def entity(self, kind: str, spans: Iterable[Span]) -> str | None:
        """The entity's id; None where there is nothing but blanks."""
        pieces = [piece for span in spans for piece in self._pieces(span)]
        if not pieces:
            return None
        places = ";".join(f"{start} {end}" for start, end in pieces)
        what = f"{kind} {places}"
        if what not in self.known or kind == "Content":
            words = " ".join(self.text[start:end] for start, end in pieces)
            self.known[what] = self._line("T", f"{what}\t{words}")
        return self.known[what]

    def attribute(self, kind: str, of: str, value: str) -> None:
        if f"{kind} {of}" not in self.known:
            self.known[f"{kind} {of}"] = self._line("A", f"{kind} {of} {value}")

    def relation(self, kind: str, one: str, other: str) -> None:
        self._line("R", f"{kind} Arg1:{one} Arg2:{other}")

    def note(self, of: str, note: str) -> None:
        self._line("#", f"AnnotatorNotes {of}\t{_BREAKS.sub(' ', note)}")

    def _line(self, letter: str, rest: str) -> str:
        self.counts[letter] = self.counts.get(letter, 0) + 1
        name = f"{letter}{self.counts[letter]}"
        self.lines.append(f"{name}\t{rest}")
        return name

    def _pieces(self, span: Span) -> list[tuple[int, int]]:
        """The span without line ends and tabs."""
        pieces = []
        start = span.start
        for found in _BREAKS.finditer(self.text, span.start, span.end):
            pieces.append((start, found.start()))
            start = found.end()
        pieces.append((start, span.end))
        return [(start, end) for start, end in pieces if self.text[start:end].strip()]
