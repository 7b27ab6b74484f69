"""Annotations of the program brat as an article in the JSON form.

In: a text and its ``.ann`` file (brat.nlplab.org/standoff.html), as ``brat`` writes it or somebody
annotated it. Out: a dictionary of ``text``, ``quotes`` and ``speakers`` for ``evaluate``. Why:
people correct and mark there, and their work should count without a converter. What is no content,
cue or source is left alone; what looks like one that is misspelt is refused.
"""

from __future__ import annotations

import difflib
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NoReturn

import attrs

from newsquote.errors import SchemaError
from newsquote.formats.characters import encodable
from newsquote.kinds import Mode, Polarity, QuoteKind

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

__all__ = ["read_brat"]

_ENTITIES = ("Content", "Cue", "Source")
_ATTRIBUTES = {"Kind": QuoteKind, "Mode": Mode, "Polarity": Polarity}
_ENTITY = re.compile(r"(\S+) ([0-9]{1,15} [0-9]{1,15}(?:;[0-9]{1,15} [0-9]{1,15})*)")
_WRAP = re.compile(r"\r\n|[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_OPENING = frozenset("\"'“‘„«")
_ALIKE = 0.75
_SHOWN = 60

_Pieces = tuple[tuple[int, int], ...]


def read_brat(text: str, ann: str, *, id: str | int | None = None) -> dict[str, Any]:  # noqa: A002
    r"""The article that somebody annotated with brat, for ``evaluate`` and the JSON form.

    Entities are named Content, Cue and Source. A cue and a source belong to the content with which
    a relation or an event links them, whatever that is called; a source that is linked with the cue
    only belongs to the cue's contents. Attributes Kind, Mode and Polarity are read, and the first
    note at a content is the name of who said it. Pieces of a content that a single line end parts
    are one part; several sources are read as one, from the first to the last, and cues alike.

    :param text: what is in the ``.txt`` file; its line ends as they are there.
    :param ann: what is in the ``.ann`` file.
    :param id: the article's id.
    :return: a dictionary with ``text``, ``quotes`` and ``speakers``, and ``id`` where one is given.
    :raises SchemaError: if a line is not in the format, an entity is not in the text, or a name or
        a value is misspelt; it names the line.

    >>> ann = "T1\tContent 0 13\nT2\tSource 19 26\nR1\tSaid-by Arg1:T1 Arg2:T2\n"
    >>> (quote,) = read_brat('"It is over," said Ann Lee.', ann)["quotes"]
    >>> quote["parts"], quote["source"]
    ([{'span': [0, 13], 'text': '"It is over,"'}], {'span': [19, 26], 'text': 'Ann Lee'})
    """
    if not isinstance(text, str) or not isinstance(ann, str):
        wrong = next(one for one in (text, ann) if not isinstance(one, str))
        msg = (
            f"read_brat takes the text and its annotations, both as str, not {type(wrong).__name__}"
        )
        raise TypeError(msg)
    marks = _Marks(text)
    for number, line in enumerate(ann.split("\n"), 1):
        if line.strip():
            marks.take(line.rstrip("\r"), f"line {number}")
    named = {} if id is None else {"id": id}
    return {**named, "text": text, **marks.quotes()}


@attrs.define(eq=False)
class _Marks:
    """What the lines say so far."""

    text: str
    entities: dict[str, tuple[str, _Pieces]] = attrs.field(factory=dict)
    others: set[str] = attrs.field(factory=set)
    triggers: dict[str, str] = attrs.field(factory=dict)
    links: list[tuple[str, str, str]] = attrs.field(factory=list)
    attributes: dict[tuple[str, str], str] = attrs.field(factory=dict)
    notes: dict[str, str] = attrs.field(factory=dict)

    def take(self, line: str, where: str) -> None:
        """One line; of normalizations and equivalences nothing is taken."""
        name, _, rest = line.partition("\t")
        if not name or name[0] not in "TREAMN#*" or not rest:
            _fail(where, "no line of an .ann file", line)
        what, _, words = rest.partition("\t")
        match name[0]:
            case "T":
                self._entity(name, what, words, where)
            case "R":
                self._relation(what, where)
            case "E":
                self._event(name, what, where)
            case "A" | "M":
                self._attribute(what, where)
            case "#":
                of = what.partition(" ")[2]
                self.notes.setdefault(of, words.strip())

    def _entity(self, name: str, what: str, words: str, where: str) -> None:
        found = _ENTITY.fullmatch(what)
        if found is None:
            _fail(where, "an entity is a type and two offsets", what)
        kind = _known(found[1], _ENTITIES, where, "entity")
        if name in self.entities or name in self.others:
            _fail(where, f"{name} again", name)
        if kind is None:
            self.others.add(name)
            return
        spans = [(int(s), int(e)) for s, e in (pair.split() for pair in found[2].split(";"))]
        for start, end in spans:
            if not start < end <= len(self.text):
                _fail(where, f"not in a text of {len(self.text)} characters", f"{start} {end}")
        there = " ".join(encodable(self.text[start:end]) for start, end in spans)
        if words and there.split() != words.split():
            msg = f"{where}: the text there is {there!a:.{_SHOWN}}, not {words!a:.{_SHOWN}}"
            msg += "; offsets count code points of the .txt file"
            raise SchemaError(msg, words)
        self.entities[name] = kind, tuple(sorted(spans))

    def _relation(self, what: str, where: str) -> None:
        found = re.fullmatch(r"\S+ \w+:(\S+) \w+:(\S+)", what)
        if found is None:
            _fail(where, "a relation is a type and two arguments", what)
        self.links.append((found[1], found[2], where))

    def _event(self, name: str, what: str, where: str) -> None:
        arguments = [one.partition(":")[2] for one in what.split()]
        if not arguments or not all(arguments):
            _fail(where, "an event is a type and arguments, with colons", what)
        self.triggers[name] = arguments[0]
        self.links += [(arguments[0], other, where) for other in arguments[1:]]

    def _attribute(self, what: str, where: str) -> None:
        kind, _, rest = what.partition(" ")
        of, _, value = rest.partition(" ")
        known = _known(kind, tuple(_ATTRIBUTES), where, "attribute")
        if known is None:
            return
        words = [member.value for member in _ATTRIBUTES[known]]
        if value not in words:
            meant = difflib.get_close_matches(value.casefold(), words, 1)
            remedy = f"did you mean {meant[0]!r}?" if meant else f"there are {', '.join(words)}"
            msg = f"{where}: {value!a:.{_SHOWN}} is no {known}; {remedy}"
            raise SchemaError(msg, value)
        self.attributes[of, known] = value

    def quotes(self) -> dict[str, Any]:
        """The fields of the JSON form."""
        linked = self._linked()
        names = [name for name, (kind, _) in self.entities.items() if kind == "Content"]
        marked = {kind for kind, _ in self.entities.values()}
        names.sort(key=lambda name: self.entities[name][1][0][0])
        speakers: dict[str, int] = {}
        quotes = []
        for name in names:
            quote = self._quote(name, linked.get(name, ()), marked)
            if self.notes.get(name):
                quote["speaker"] = speakers.setdefault(self.notes[name], len(speakers))
            quotes.append(quote)
        return {"quotes": quotes, "speakers": [{"name": name} for name in speakers]}

    def _quote(self, name: str, others: Iterable[str], marked: Container[str]) -> dict[str, Any]:
        parts = [self._printed(span) for span in self._parts(self.entities[name][1])]
        quote: dict[str, Any] = {"parts": parts}
        for kind in ("Kind", "Mode"):
            if (name, kind) in self.attributes:
                quote[kind.lower()] = self.attributes[name, kind]
        for kind in ("Cue", "Source"):
            found = [one for one in others if self.entities[one][0] == kind]
            if kind in marked:
                quote[kind.lower()] = self._hull(found)
        polarity = [
            self.attributes[one, "Polarity"]
            for one in others
            if (one, "Polarity") in self.attributes
        ]
        if polarity and quote.get("cue"):
            quote["cue"]["polarity"] = polarity[0]
        return quote

    def _linked(self) -> dict[str, tuple[str, ...]]:
        """The cues and sources of each content."""
        near: dict[str, dict[str, None]] = {}
        for one, other, where in self.links:
            ends = [self.triggers.get(end, end) for end in (one, other)]
            for end in ends:
                if end not in self.entities and end not in self.others:
                    _fail(where, "no entity of this file", end)
            if not self.others.intersection(ends):
                near.setdefault(ends[0], {})[ends[1]] = None
                near.setdefault(ends[1], {})[ends[0]] = None
        linked = {}
        sources_at = {
            name: [one for one in found if self.entities[one][0] == "Source"]
            for name, found in near.items()
            if self.entities[name][0] == "Cue"
        }
        for name, found in near.items():
            if self.entities[name][0] != "Content":
                continue
            direct = [one for one in found if self.entities[one][0] != "Content"]
            cues = [one for one in direct if self.entities[one][0] == "Cue"]
            own = [one for one in direct if self.entities[one][0] == "Source"]
            sources = own or [source for cue in cues for source in sources_at[cue]]
            linked[name] = tuple(dict.fromkeys((*cues, *sources)))
        return linked

    def _parts(self, pieces: _Pieces) -> list[tuple[int, int]]:
        """The pieces, those joined that only a line end or a tab parts.

        brat writes no line end inside an entity. A paragraph that goes on with a quotation, which
        opens with a mark again, is a part of its own.
        """
        parts = [pieces[0]]
        for (_, end), (start, stop) in pairwise(pieces):
            opens = self.text[start] in _OPENING
            if _WRAP.fullmatch(self.text, end, start) and not opens:
                parts[-1] = parts[-1][0], stop
            else:
                parts.append((start, stop))
        return parts

    def _hull(self, names: Iterable[str]) -> dict[str, Any] | None:
        spans = [span for name in names for span in self.entities[name][1]]
        if not spans:
            return None
        return self._printed((min(spans)[0], max(end for _, end in spans)))

    def _printed(self, span: tuple[int, int]) -> dict[str, Any]:
        return {"span": list(span), "text": self.text[span[0] : span[1]]}


def _known(name: str, names: tuple[str, ...], where: str, what: str) -> str | None:
    """The name in our spelling; None of one that is somebody's own."""
    for known in names:
        if name.casefold() == known.casefold():
            return known
    meant = difflib.get_close_matches(name.capitalize(), names, 1, _ALIKE)
    if meant:
        msg = f"{where}: {name!a:.{_SHOWN}} is no {what} that is read; did you mean {meant[0]!r}?"
        raise SchemaError(msg, name)
    return None


def _fail(where: str, message: str, value: str) -> NoReturn:
    msg = f"{where}: {message}: {value!a:.{_SHOWN}}"
    raise SchemaError(msg, value)
