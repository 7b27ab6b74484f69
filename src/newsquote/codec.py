"""An article as plain JSON values, and back.

In: an ``Article``, or a dictionary in the JSON form. Out: the other one, equal to where it came from; and flat rows for tables. Why: the
JSON form is a promise to other programs, so it is written down once, as one table of records and fields: writing, reading, checking and the
published schema all follow the table. A dictionary is never trusted: whatever is not the JSON form raises ``SchemaError`` with the path to the place.
"""

from __future__ import annotations

from datetime import date, datetime
from itertools import accumulate
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn, Protocol

import attrs

from newsquote import models
from newsquote.errors import SchemaError
from newsquote.kinds import (
    BlockRole,
    CreditKind,
    CueCategory,
    Mode,
    NoteCode,
    ParagraphKind,
    Polarity,
    QuoteKind,
    RejectionReason,
    SpeakerKind,
)
from newsquote.models import Article, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from enum import StrEnum

    from newsquote.models import Body, Dateline, Paragraph, Part, Quote

__all__ = [
    "PART_COLUMNS",
    "QUOTE_COLUMNS",
    "SCHEMA_VERSION",
    "UNITS",
    "Offsets",
    "counted_in",
    "from_dict",
    "moment",
    "part_rows",
    "quote_rows",
    "schema",
    "to_dict",
]

SCHEMA_VERSION = "1.0"
UNITS = ("codepoints", "utf16", "utf8")

_QUOTE_ROW = {
    "kind": "kind",
    "mode": "mode",
    "text": "text",
    "words": "words",
    "start": "span.start",
    "end": "span.end",
    "speaker_name": "speaker.name",
    "speaker_kind": "speaker.kind",
    "speaker_role": "speaker.role",
    "speaker_affiliation": "speaker.affiliation",
    "cue_text": "cue.text",
    "cue_lemma": "cue.lemma",
    "cue_category": "cue.category",
    "polarity": "cue.polarity",
    "source_text": "source.text",
    "paragraph": "paragraph",
    "confidence": "confidence",
}

QUOTE_COLUMNS = ("article_id", "quote", *_QUOTE_ROW)

_PART_ROW = {
    "text": "text",
    "words": "words",
    "start": "span.start",
    "end": "span.end",
    "inner_start": "inner.start",
    "inner_end": "inner.end",
}
_PART_QUOTE_ROW = {
    name: _QUOTE_ROW[name]
    for name in ("kind", "mode", "speaker_name", "cue_text", "polarity", "confidence")
}

PART_COLUMNS = ("article_id", "quote", "part", *_PART_ROW, *_PART_QUOTE_ROW)


def to_dict(article: Article, *, text: bool = True) -> dict[str, Any]:
    r"""The JSON form of an article: dictionaries, lists, strings, numbers and None, nothing else.

    :param article: the article; its quotes' speakers and parents, and its speakers' members, must be its own.
    :param text: whether the whole text goes along; without it, ``from_dict`` has to be given the text. The parts keep their texts.
    :return: a new dictionary; spans are ``[start, end]`` in code points, dates are ISO strings.
    :raises TypeError: if the argument is no article.
    :raises SchemaError: if the article was put together with a speaker or a parent that is not its own.

    >>> import newsquote
    >>> data = newsquote.to_dict(newsquote.parse("Mill to close\n\nThe mill will close in May.", id="a1"))
    >>> data["schema_version"], data["id"], data["text"][:4]
    ('1.0', 'a1', 'Mill')
    """
    _demand_article(article)
    return {
        "schema_version": SCHEMA_VERSION,
        **_written(article, _Scope(article.text, article.speakers, article.quotes), text=text),
    }


def counted_in(units: str, article: Article) -> dict[str, Any]:
    """The JSON form with its spans in other units, for programs whose strings do not count code points.

    :param units: one of ``UNITS``: ``"utf16"`` counts as JavaScript, Java and C# do, ``"utf8"`` the bytes of the text in UTF-8.
    :param article: the article.
    :return: the dictionary of ``to_dict``; where the units are not code points, a field ``offsets`` says so, and ``from_dict`` refuses it.
    :raises ValueError: if there are no such units.

    >>> import newsquote
    >>> article = newsquote.parse("😀 is over")
    >>> [counted_in(units, article)["blocks"][0]["span"] for units in UNITS]
    [[0, 9], [0, 10], [0, 12]]
    """
    _demand_article(article)
    scope = _Scope(
        article.text, article.speakers, article.quotes, offset=Offsets(article.text, units)
    )
    named = {} if units == "codepoints" else {"offsets": units}
    return {"schema_version": SCHEMA_VERSION, **named, **_written(article, scope, text=True)}


def _written(article: Article, scope: _Scope, *, text: bool) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for name, form in _ARTICLE.items():
        if text or name != "text":
            data[name] = form.write(getattr(article, name), scope)
    return data


def schema() -> dict[str, Any]:
    """The JSON Schema of the JSON form, in the dialect of 2020-12; ``newsquote schema`` prints it.

    It says what a form must have and leaves room for fields that later versions add. What a schema cannot say (that a text is what stands at its
    span, that an index is in its list), ``from_dict`` checks.

    :return: a new dictionary.

    >>> schema()["properties"]["schema_version"]
    {'const': '1.0'}
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"A news article as newsquote gives it, version {SCHEMA_VERSION}",
        "type": "object",
        "required": [
            "schema_version",
            *(name for name in _ARTICLE if name not in {"text", "body"}),
        ],
        "properties": {
            "schema_version": {"const": SCHEMA_VERSION},
            "offsets": {
                "enum": list(UNITS),
                "description": "what spans count; code points where it is missing",
            },
            **{name: form.schema() for name, form in _ARTICLE.items()},
        },
        "$defs": {
            "span": {
                "description": "[start, end], half-open, from 0",
                "type": "array",
                "prefixItems": [
                    {"type": "integer", "minimum": 0},
                    {"type": "integer", "minimum": 0},
                ],
                "items": False,
                "minItems": 2,
            }
        },
    }


@attrs.frozen(eq=False)
class Offsets:
    """Offsets into a text, from code points to other units: called with one, it gives the other.

    The length of the text in the other units is known at every ``STEP`` code points, so an offset costs no more than a step.

    :param text: the text.
    :param units: one of ``UNITS``.
    :raises ValueError: if there are no such units.

    >>> Offsets("é😀!", "utf8")(2), Offsets("é😀!", "utf16")(2), Offsets("é😀!", "codepoints")(2)
    (6, 3, 2)
    """

    text: str
    units: str
    known: list[int] = attrs.field(init=False, repr=False)

    STEP = 256

    def __attrs_post_init__(self) -> None:
        if self.units not in UNITS:
            msg = f"units must be one of {', '.join(UNITS)}, not {self.units!r}"
            raise ValueError(msg)
        same = self.units == "codepoints" or self.text.isascii()
        steps = (
            self._length(start, start + self.STEP)
            for start in range(0, 0 if same else len(self.text), self.STEP)
        )
        object.__setattr__(self, "known", [] if same else [0, *accumulate(steps)])

    def __call__(self, offset: int) -> int:
        """The offset in the other units."""
        if not self.known:
            return offset
        step = offset // self.STEP
        return self.known[step] + self._length(step * self.STEP, offset)

    def _length(self, start: int, end: int) -> int:
        """Lone surrogates count as the units that they are: what was given is counted, not what may be written."""
        piece = self.text[start:end]
        return (
            len(piece.encode("utf-16-le", "surrogatepass")) // 2
            if self.units == "utf16"
            else len(piece.encode("utf-8", "surrogatepass"))
        )


def from_dict(data: dict[str, Any], *, text: str | None = None) -> Article:
    r"""The article of a dictionary in the JSON form.

    Fields that the form does not know are passed over. Every text must be what stands at its span.

    :param data: what ``to_dict`` gave, or what was read from JSON.
    :param text: the article's whole text, if the dictionary was made without it.
    :return: an article equal to the one that was written.
    :raises SchemaError: if the dictionary is not the JSON form, does not fit the text, or neither it nor ``text`` has the text.
    :raises TypeError: if ``text`` is neither a string nor None.

    >>> import newsquote
    >>> article = newsquote.parse("Mill to close\n\nThe mill will close in May.")
    >>> newsquote.from_dict(newsquote.to_dict(article)) == article
    True
    >>> newsquote.from_dict(newsquote.to_dict(article, text=False), text=article.text) == article
    True
    >>> newsquote.from_dict({"schema_version": "1.0", "text": 5})
    Traceback (most recent call last):
    newsquote.errors.SchemaError: $.text: must be a string, not int
    """
    fields = _with_text(data, text)
    scope = _Scope(fields["text"])
    read: dict[str, Any] = {}
    # The speakers come first: quotes name them by index.
    for name in ("speakers", *(name for name in _ARTICLE if name != "speakers")):
        read[name] = _ARTICLE[name].read(
            _field(fields, name, "$", added=name == "body"), scope, f"$.{name}"
        )
    paragraphs = read.pop("paragraphs")
    _check_quotes(read["quotes"], len(paragraphs))
    read["body"] = _body(paragraphs, read["body"], read["dateline"], scope.text)
    return Article(**read)


def quote_rows(article: Article) -> list[dict[str, Any]]:
    """One flat row for each quote of an article, for tables and data frames.

    :param article: the article.
    :return: dictionaries with the columns of ``QUOTE_COLUMNS``, in that order; what is not known is None. ``quote`` and ``paragraph`` are
        indexes, ``start`` and ``end`` the offsets of the quote's hull in code points.
    :raises TypeError: if the argument is no article.

    >>> import newsquote
    >>> from newsquote.codec import quote_rows
    >>> [(row["speaker_name"], row["words"]) for row in quote_rows(newsquote.parse('"It is over," said Mayor Ann Lee.'))]
    [('Ann Lee', 'It is over')]
    """
    _demand_article(article)
    return [
        {
            "article_id": article.id,
            "quote": index,
            **{column: _at(quote, where) for column, where in _QUOTE_ROW.items()},
        }
        for index, quote in enumerate(article.quotes)
    ]


def part_rows(article: Article) -> list[dict[str, Any]]:
    """One flat row for each part of each quote: where a quotation is split, its pieces have offsets of their own.

    :param article: the article.
    :return: dictionaries with the columns of ``PART_COLUMNS``, in that order; ``quote`` and ``part`` are indexes.
    :raises TypeError: if the argument is no article.

    >>> import newsquote
    >>> article = newsquote.parse('"It is over," said Ann Lee, "and we lost."')
    >>> [(row["quote"], row["part"], row["words"]) for row in part_rows(article)]
    [(0, 0, 'It is over'), (0, 1, 'and we lost.')]
    """
    _demand_article(article)
    return [
        {
            "article_id": article.id,
            "quote": index,
            "part": n,
            **{column: _at(part, where) for column, where in _PART_ROW.items()},
            **{column: _at(quote, where) for column, where in _PART_QUOTE_ROW.items()},
        }
        for index, quote in enumerate(article.quotes)
        for n, part in enumerate(quote.parts)
    ]


def _at(quote: Quote | Part, where: str) -> object:
    """What stands at a dotted path of a quote or a part; None as soon as something on the way is None."""
    value: object = quote
    for name in where.split("."):
        value = None if value is None else getattr(value, name)
    return getattr(value, "value", value)  # an enum member as plain text


def _demand_article(article: object) -> None:
    if not isinstance(article, Article):
        msg = f"article must be an Article, not {type(article).__name__}"
        raise TypeError(msg)


def moment(text: str) -> date | datetime:
    """The date or the datetime of an ISO string, as the field ``published`` has it.

    :param text: such as ``2024-03-04`` or ``2024-03-04T06:30:00+00:00``.
    :return: a date where the string has no time of day.
    :raises ValueError: if it is neither.

    >>> moment("2024-03-04"), moment("2024-03-04T06:30")
    (datetime.date(2024, 3, 4), datetime.datetime(2024, 3, 4, 6, 30))
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        return datetime.fromisoformat(text)


# What reading an article needs besides the table.


def _with_text(data: object, text: object) -> dict[str, Any]:
    """The fields of the dictionary, the article's text among them, once its version is known to be ours."""
    if not isinstance(text, str | None):
        msg = f"text must be a str or None, not {type(text).__name__}"
        raise TypeError(msg)
    fields = _object(data, "$")
    if _field(fields, "schema_version", "$") != SCHEMA_VERSION:
        _fail("$.schema_version", f"must be {SCHEMA_VERSION!r}", fields["schema_version"])
    if fields.get("offsets", "codepoints") != "codepoints":
        _fail("$.offsets", "must be 'codepoints', the only units that are read", fields["offsets"])
    if "text" not in fields and text is None:
        _fail("$.text", "is missing, and no text was given beside the dictionary", None)
    own = _STRING.read(fields.get("text", text), _Scope(""), "$.text")
    if text is not None and own != text:
        _fail("$.text", "is another text than the one that was given", own)
    return {**fields, "text": own}


def _check_quotes(quotes: Sequence[Quote], count: int) -> None:
    for n, quote in enumerate(quotes):
        if quote.paragraph is not None and quote.paragraph >= count:
            _fail(f"$.quotes[{n}].paragraph", f"must be an index below {count}", quote.paragraph)


def _body(
    paragraphs: tuple[Paragraph, ...],
    written: dict[str, Any] | None,
    dateline: Dateline | None,
    text: str,
) -> Body:
    """The body; without the field of that name, its spans are the paragraphs without the dateline."""
    spans = (
        written["text_spans"]
        if written
        else tuple(_story(paragraph.span, dateline, text) for paragraph in paragraphs)
    )
    hull = Span(paragraphs[0].span.start, paragraphs[-1].span.end) if paragraphs else None
    if written and written["span"] != hull:
        _fail(
            "$.body.span",
            "must run from the first paragraph to the last",
            _Maybe(_SPAN).write(written["span"], _Scope(text)),
        )
    return models.Body(
        span=hull,
        paragraphs=paragraphs,
        text_spans=spans,
        text="\n\n".join(text[span.slice] for span in spans),
    )


def _story(paragraph: Span, dateline: Dateline | None, text: str) -> Span:
    if dateline is None or dateline.span not in paragraph:
        return paragraph
    return Span(
        paragraph.end - len(text[dateline.span.end : paragraph.end].lstrip()), paragraph.end
    )


# The checks.


def _fail(path: str, rule: str, value: object) -> NoReturn:
    msg = f"{path}: {rule}"
    raise SchemaError(msg, value, path)


def _object(data: object, path: str) -> dict[str, Any]:
    if not isinstance(data, dict):
        _fail(path, f"must be an object, not {type(data).__name__}", data)
    if any(type(name) is not str for name in data):
        _fail(path, "must have names that are strings", data)
    return data


def _list(data: object, path: str) -> list[Any]:
    if not isinstance(data, list):
        _fail(path, f"must be a list, not {type(data).__name__}", data)
    return data


def _field(fields: dict[str, Any], name: str, path: str, *, added: bool = False) -> Any:  # noqa: ANN401 - checked by the field's form
    """The value of a field; one that was added to the form may be missing."""
    if name not in fields and not added:
        _fail(f"{path}.{name}", "is missing", None)
    return fields.get(name)


# The forms: how one kind of value is written, and how it is read and checked.


@attrs.define
class _Scope:
    """What the values of one article are held against: its text, and the lists into which indexes point."""

    text: str
    speakers: Sequence[Any] = ()
    quotes: Sequence[Any] = ()
    offset: Callable[[int], int] = int
    places: dict[int, int] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.places = {
            id(value): n for among in (self.speakers, self.quotes) for n, value in enumerate(among)
        }


class _Form(Protocol):
    def write(self, value: Any, scope: _Scope) -> object: ...  # noqa: ANN401 - each form knows its own type

    def read(self, data: object, scope: _Scope, path: str) -> object: ...

    def schema(self) -> dict[str, Any]: ...


@attrs.frozen
class _Plain:
    """A value that JSON has itself. Exact types: True is no number; and a number lies in its bounds, which NaN does not."""

    types: tuple[type, ...]
    noun: str
    bounds: tuple[int, int] | None = None

    def write(self, value: object, scope: _Scope) -> object:  # noqa: ARG002 - the protocol's
        return value

    def read(self, data: object, scope: _Scope, path: str) -> object:  # noqa: ARG002
        if type(data) not in self.types:
            _fail(path, f"must be {self.noun}, not {type(data).__name__}", data)
        if self.bounds and not self.bounds[0] <= data <= self.bounds[1]:  # type: ignore[operator]  # a number, by its type
            _fail(path, f"must be {self.noun} from {self.bounds[0]} to {self.bounds[1]}", data)
        return data

    def schema(self) -> dict[str, Any]:
        named = {
            "type": {str: "string", int: "integer"}.get(self.types[0], "")
            if len(self.types) == 1
            else "number"
        }
        return (
            {**named, "minimum": self.bounds[0], "maximum": self.bounds[1]}
            if self.bounds
            else named
        )


@attrs.frozen
class _Text:
    """A value that stands as a string: an enum's member, a date."""

    made: Callable[[str], object]
    text: Callable[[Any], str]
    noun: str
    rule: dict[str, Any]

    def write(self, value: object, scope: _Scope) -> str:  # noqa: ARG002
        return self.text(value)

    def read(self, data: object, scope: _Scope, path: str) -> object:  # noqa: ARG002
        if not isinstance(data, str):
            _fail(path, f"must be {self.noun}, not {type(data).__name__}", data)
        try:
            return self.made(data)
        except ValueError:
            _fail(path, f"must be {self.noun}, not {data!r:.60}", data)

    def schema(self) -> dict[str, Any]:
        return dict(self.rule)


class _Spans:
    """A span, as a pair of offsets into the text."""

    def write(self, value: Span, scope: _Scope) -> list[int]:
        return [scope.offset(value.start), scope.offset(value.end)]

    def read(self, data: object, scope: _Scope, path: str) -> Span:
        match data:
            case [int(start), int(end)] if isinstance(data, list) and not {
                type(start),
                type(end),
            } - {int}:
                pass
            case _:
                _fail(path, "must be [start, end]", data)
        if not 0 <= start <= end <= len(scope.text):
            _fail(path, f"must lie in the text, from 0 to {len(scope.text)}", data)
        return Span(start, end)

    def schema(self) -> dict[str, Any]:
        return {"$ref": "#/$defs/span"}


@attrs.frozen
class _Maybe:
    form: _Form

    def write(self, value: object, scope: _Scope) -> object:
        return None if value is None else self.form.write(value, scope)

    def read(self, data: object, scope: _Scope, path: str) -> object:
        return None if data is None else self.form.read(data, scope, path)

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [self.form.schema(), {"type": "null"}]}


@attrs.frozen
class _Many:
    """A list; ``added`` takes a missing one for an empty one."""

    form: _Form
    added: bool = False

    def write(self, value: Sequence[object], scope: _Scope) -> list[object]:
        return [self.form.write(item, scope) for item in value]

    def read(self, data: object, scope: _Scope, path: str) -> tuple[object, ...]:
        if data is None and self.added:
            return ()
        return tuple(
            self.form.read(item, scope, f"{path}[{n}]") for n, item in enumerate(_list(data, path))
        )

    def schema(self) -> dict[str, Any]:
        return {"type": ["array", "null"] if self.added else "array", "items": self.form.schema()}


@attrs.frozen
class _Row(_Many):
    """A list of things in the text, one after the other; ``at`` gives the span of one."""

    at: Callable[[Any], Span] = attrs.field(kw_only=True)
    where: str = attrs.field(default=".span", kw_only=True)

    def read(self, data: object, scope: _Scope, path: str) -> tuple[object, ...]:
        made, end = super().read(data, scope, path), 0
        for n, item in enumerate(made):
            span = self.at(item)
            if span.start < end:
                _fail(
                    f"{path}[{n}]{self.where}",
                    "must come after the one before it",
                    [span.start, span.end],
                )
            end = span.end
        return made


@attrs.frozen
class _Index:
    """A speaker or a quote, as its place in the article's list of them."""

    among: str
    noun: str

    def write(self, value: object, scope: _Scope) -> int:
        if id(value) in scope.places:
            return scope.places[id(value)]
        try:
            return getattr(scope, self.among).index(value)  # type: ignore[no-any-return]
        except ValueError:
            _fail(f"$.{self.among}", f"must hold {value!r}", value)

    def read(self, data: object, scope: _Scope, path: str) -> object:
        among = getattr(scope, self.among)
        if type(data) is not int or not 0 <= data < len(among):
            _fail(path, f"must be the index of {self.noun}", data)
        return among[data]

    def schema(self) -> dict[str, Any]:
        return {"description": f"the index of {self.noun}", "type": "integer", "minimum": 0}


@attrs.frozen
class _Record:
    """An object with fixed fields.

    ``make`` gets what was read. ``derived`` fields are written for other programs and only compared when read; ``added`` ones came later
    and may be missing. With ``cut``, the text is not written and is cut at the span.
    """

    make: Callable[..., Any]
    fields: dict[str, _Form]
    derived: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    cut: bool = False

    def write(self, value: object, scope: _Scope) -> dict[str, object]:
        return {name: form.write(getattr(value, name), scope) for name, form in self.fields.items()}

    def read(self, data: object, scope: _Scope, path: str) -> object:
        data = _object(data, path)
        read: dict[str, Any] = {}
        for name, form in self.fields.items():
            added = self._may_be_missing(name)
            if name in self.derived and added and name not in data:
                continue
            read[name] = form.read(_field(data, name, path, added=added), scope, f"{path}.{name}")
        derived = {name: read.pop(name) for name in self.derived if name in read}
        for name in read:
            _check_slices(read, name, scope.text, path)
        if self.cut:
            read["text"] = scope.text[read["span"].slice]
        made = self.make(**read)
        for name, written in derived.items():
            if getattr(made, name) != written:
                _fail(f"{path}.{name}", "is not what its parts say", written)
        return made

    def schema(self) -> dict[str, Any]:
        return {
            "type": "object",
            "required": [name for name in self.fields if not self._may_be_missing(name)],
            "properties": {name: form.schema() for name, form in self.fields.items()},
        }

    def _may_be_missing(self, name: str) -> bool:
        form = self.fields[name]
        return (
            name in self.added or name.endswith("_span") or (isinstance(form, _Many) and form.added)
        )


_SPAN_OF = {"text": "span", "title": "span", "agencies": "agency_spans", "people": "people_spans"}


def _check_slices(read: dict[str, Any], name: str, text: str, path: str) -> None:
    """A field with a span beside it is what stands there; a list of spans is empty or as long as its list."""
    beside = read.get(_SPAN_OF.get(name, f"{name}_span"))
    if not beside:
        return
    values, spans = (
        (read[name], beside) if isinstance(beside, tuple) else ((read[name],), (beside,))
    )
    if len(values) != len(spans):
        _fail(f"{path}.{_SPAN_OF[name]}", f"must be as many as {name}", len(spans))
    if any(value != text[span.slice] for value, span in zip(values, spans, strict=True)):
        _fail(f"{path}.{name}", "is not what stands at its span", read[name])


class _Speakers:
    """The speakers, each made after its members, wherever those stand in the list."""

    def write(self, value: Sequence[object], scope: _Scope) -> list[object]:
        return [_SPEAKER.write(speaker, scope) for speaker in value]

    def read(self, data: object, scope: _Scope, path: str) -> tuple[object, ...]:
        made = scope.speakers = list[object](_list(data, path))
        for n in _members_first(made, path):
            made[n] = _SPEAKER.read(made[n], scope, f"{path}[{n}]")
        return tuple(made)

    def schema(self) -> dict[str, Any]:
        return _Many(_SPEAKER).schema()


def _members_first(speakers: list[Any], path: str) -> list[int]:
    from graphlib import CycleError, TopologicalSorter  # noqa: PLC0415 - only reading needs it

    members: dict[int, list[int]] = {}
    for n, speaker in enumerate(speakers):
        at = f"{path}[{n}]"
        found = _list(_field(_object(speaker, at), "members", at), f"{at}.members")
        members[n] = [
            member for member in found if type(member) is int and 0 <= member < len(speakers)
        ]
    try:
        return list(TopologicalSorter(members).static_order())
    except CycleError as error:
        at = f"{path}[{error.args[1][0]}].members"
        _fail(at, "must not lead back to the speaker itself", error.args[1])


class _Quotes:
    """The quotes; a parent stands before its child."""

    def write(self, value: Sequence[object], scope: _Scope) -> list[object]:
        written = [_QUOTE.write(quote, scope) for quote in value]
        for n, quote in enumerate(written):
            if isinstance(parent := quote["parent"], int) and parent >= n:
                _fail("$.quotes", "must hold a parent before its child", value[n])
        return list(written)

    def read(self, data: object, scope: _Scope, path: str) -> tuple[object, ...]:
        made: list[object] = []
        scope.quotes = made
        for n, item in enumerate(_list(data, path)):
            made.append(_QUOTE.read(item, scope, f"{path}[{n}]"))
        return tuple(made)

    def schema(self) -> dict[str, Any]:
        return _Many(_QUOTE).schema()


class _Parts:
    """The parts of a quote: at least one, one after the other, each with its inner span inside."""

    def write(self, value: Sequence[object], scope: _Scope) -> list[object]:
        return [_PART.write(part, scope) for part in value]

    def read(self, data: object, scope: _Scope, path: str) -> tuple[object, ...]:
        end, made = 0, []
        for n, item in enumerate(_list(data, path)):
            part: Any = _PART.read(item, scope, f"{path}[{n}]")
            if part.span.start < end:
                _fail(f"{path}[{n}].span", "must come after the part before it", item["span"])
            if part.inner is not None and part.inner not in part.span:
                _fail(f"{path}[{n}].inner", "must lie in the part's span", item["inner"])
            end = part.span.end
            made.append(part)
        if not made:
            _fail(path, "must hold at least one part", data)
        return tuple(made)

    def schema(self) -> dict[str, Any]:
        return {**_Many(_PART).schema(), "minItems": 1}


# The table.


def _enum(kind: type[StrEnum]) -> _Text:
    return _Text(
        kind, str, "one of " + ", ".join(kind), {"enum": [member.value for member in kind]}
    )


def _with_spans(*names: str) -> dict[str, _Form]:
    """String fields that may be missing, each with the span beside it."""
    return {
        field: form
        for name in names
        for field, form in ((name, _Maybe(_STRING)), (f"{name}_span", _Maybe(_SPAN)))
    }


_STRING = _Plain((str,), "a string")
_SHARE = _Plain((int, float), "a number", (0, 1))
_COUNT = _Plain((int,), "a whole number", (0, 2**53 - 1))  # what every reader of JSON can hold
_SPAN = _Spans()
_DATE = _Text(
    date.fromisoformat, date.isoformat, "an ISO date", {"type": "string", "format": "date"}
)
_MOMENT = _Text(
    moment,
    lambda value: str(value.isoformat()),
    "an ISO date or date with time",
    {"type": "string"},
)
_PRINTED: dict[str, _Form] = {"text": _STRING, "span": _SPAN}
_NAME: dict[str, _Form] = {"name": _STRING, "name_span": _Maybe(_SPAN)}
_AGENCIES: dict[str, _Form] = {"agencies": _Many(_STRING), "agency_spans": _Many(_SPAN, added=True)}
_SPEAKER_INDEX = _Index("speakers", "a speaker")

_HEADLINE = _Record(models.Headline, {**_PRINTED, **_with_spans("kicker", "subheadline")})
_AUTHOR = _Record(
    models.Author, {**_NAME, **_with_spans("role", "affiliation", "location", "email", "handle")}
)
_BYLINE = _Record(models.Byline, {**_PRINTED, "authors": _Many(_AUTHOR), **_AGENCIES})
_DATELINE = _Record(
    models.Dateline,
    {**_PRINTED, **_with_spans("place", "agency", "date_text"), "date": _Maybe(_DATE)},
)
_BLOCK = _Record(models.Block, {"span": _SPAN, "role": _enum(BlockRole)})
_PARAGRAPH = _Record(models.Paragraph, {"span": _SPAN, "kind": _enum(ParagraphKind)}, cut=True)
_BODY = _Record(
    dict, {"span": _Maybe(_SPAN), "text_spans": _Row(_SPAN, at=lambda span: span, where="")}
)
_PART = _Record(models.Part, {**_PRINTED, "inner": _Maybe(_SPAN)})
_CUE = _Record(
    models.Cue,
    {**_PRINTED, "lemma": _STRING, "category": _enum(CueCategory), "polarity": _enum(Polarity)},
)
_MENTION = _Record(models.Mention, _PRINTED)
_WHEN = _Record(models.Mention, {**_PRINTED, "date": _Maybe(_DATE)})
_SPEAKER = _Record(
    models.Speaker,
    {
        **_NAME,
        "kind": _enum(SpeakerKind),
        **_with_spans("role", "affiliation"),
        "members": _Many(_SPEAKER_INDEX),
        "mentions": _Many(_SPAN),
        "id": _Maybe(_STRING),
        "count": _Maybe(_COUNT),
        **_with_spans("anonymity"),
    },
    added=("count", "anonymity"),
)
_QUOTE = _Record(
    models.Quote,
    {
        "kind": _enum(QuoteKind),
        "mode": _enum(Mode),
        "text": _STRING,
        "parts": _Parts(),
        "cue": _Maybe(_CUE),
        "source": _Maybe(_MENTION),
        "speaker": _Maybe(_SPEAKER_INDEX),
        "relayed_by": _Maybe(_MENTION),
        "addressee": _Maybe(_MENTION),
        "occasion": _Maybe(_MENTION),
        "when": _Maybe(_WHEN),
        "parent": _Maybe(_Index("quotes", "a quote before this one")),
        "paragraph": _Maybe(_COUNT),
        "confidence": _SHARE,
        "fingerprint": _STRING,
    },
    derived=("text", "fingerprint"),
    added=("fingerprint",),
)
_CREDIT = _Record(
    models.Credit,
    {
        **_PRINTED,
        "kind": _enum(CreditKind),
        **_AGENCIES,
        "people": _Many(_STRING),
        "people_spans": _Many(_SPAN, added=True),
    },
)
_STORY = _Record(models.RelatedStory, {"title": _STRING, "span": _SPAN, **_with_spans("url")})
_RELATED = _Record(
    models.RelatedList, {**_with_spans("heading"), "span": _SPAN, "items": _Many(_STORY)}
)
_NO_COMMENT = _Record(
    models.NoComment,
    {**_PRINTED, "cue": _CUE, "source": _Maybe(_MENTION), "speaker": _Maybe(_SPEAKER_INDEX)},
)
_REJECTED = _Record(models.Rejected, {**_PRINTED, "reason": _enum(RejectionReason)})
_NOTE = _Record(models.Note, {"code": _enum(NoteCode), "span": _Maybe(_SPAN), "detail": _STRING})

_ARTICLE: dict[str, _Form] = {
    "id": _Maybe(_STRING),
    "published": _Maybe(_MOMENT),
    "text": _STRING,
    "headline": _Maybe(_HEADLINE),
    "bylines": _Many(_BYLINE),
    "dateline": _Maybe(_DATELINE),
    "blocks": _Row(_BLOCK, at=attrgetter("span")),
    "paragraphs": _Row(_PARAGRAPH, at=attrgetter("span")),
    "body": _Maybe(_BODY),
    "quotes": _Quotes(),
    "speakers": _Speakers(),
    "credits": _Many(_CREDIT),
    "related": _Many(_RELATED),
    "no_comments": _Many(_NO_COMMENT),
    "rejected": _Many(_REJECTED),
    "notes": _Many(_NOTE),
}
