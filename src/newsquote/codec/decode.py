"""The JSON form -> an article.

In: a dictionary, by whomever it was made. Out: an ``Article`` equal to the one that was written, or
a ``SchemaError`` with the path to the place that is not the JSON form. Why: one function for each
kind of value of the table; what cannot be said of one value alone is checked behind it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeGuard

import attrs

from newsquote import models
from newsquote.codec import forms
from newsquote.codec.checks import (
    DEEPEST,
    check_members,
    check_paragraphs,
    check_slices,
    demand_list,
    demand_object,
    fail,
    field_of,
)
from newsquote.codec.sentences import sentences_of
from newsquote.codec.table import ARTICLE, OPTIONAL, SCHEMA_VERSION, STRING
from newsquote.models import Article, Span
from newsquote.models.given import Meta

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsquote.codec.sentences import Sentences
    from newsquote.models import Body, Dateline, Paragraph, Part, Quote

__all__ = ["from_dict"]


def from_dict(data: dict[str, Any], *, text: str | None = None) -> Article:
    r"""The article of a dictionary in the JSON form.

    Fields that the form does not know are passed over. Every text must be what stands at its span.

    :param data: what ``to_dict`` gave, or what was read from JSON.
    :param text: the article's whole text, if the dictionary was made without it.
    :return: an article equal to the one that was written.
    :raises SchemaError: if the dictionary is not the JSON form, does not fit the text, or neither
        it nor ``text`` has the text; or if quotes in quotes, or members of members, go down by more
        than 64.
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
    # Quotes name speakers by index, and lie in sentences of headline and body.
    for name in ("speakers", *(name for name in ARTICLE if name not in _NOT_IN_TURN)):
        value = field_of(fields, name, "$", added=name in OPTIONAL)
        read[name] = _decode(ARTICLE[name], value, scope, f"$.{name}")
    paragraphs = read.pop("paragraphs")
    body = read["body"] = _body(paragraphs, read["body"], read["dateline"], scope.text)
    scope.sentences = sentences_of(scope.text, read["headline"], body)
    read["quotes"] = _decode(ARTICLE["quotes"], field_of(fields, "quotes", "$"), scope, "$.quotes")
    check_paragraphs(read["quotes"], len(paragraphs))
    return Article(**read)


_NOT_IN_TURN = ("speakers", "quotes")


@attrs.define(eq=False)
class _Scope:
    """What values are held against: the text, and the lists into which indexes point."""

    text: str
    speakers: list[Any] = attrs.field(factory=list)
    quotes: list[Any] = attrs.field(factory=list)
    sentences: Sentences | None = None


def _with_text(data: object, text: object) -> dict[str, Any]:
    """The fields, the article's text among them, once their version is known to be ours."""
    if not isinstance(text, str | None):
        msg = f"text must be a str or None, not {type(text).__name__}"
        raise TypeError(msg)
    fields = demand_object(data, "$")
    if field_of(fields, "schema_version", "$") != SCHEMA_VERSION:
        fail("$.schema_version", f"must be {SCHEMA_VERSION!r}", fields["schema_version"])
    if fields.get("offsets", "codepoints") != "codepoints":
        fail("$.offsets", "must be 'codepoints', the only units that are read", fields["offsets"])
    if "text" not in fields and text is None:
        fail("$.text", "is missing, and no text was given beside the dictionary", None)
    own = _decode(STRING, fields.get("text", text), _Scope(""), "$.text")
    if text is not None and own != text:
        fail("$.text", "is another text than the one that was given", own)
    return {**fields, "text": own}


def _body(
    paragraphs: tuple[Paragraph, ...],
    written: dict[str, Any] | None,
    dateline: Dateline | None,
    text: str,
) -> Body:
    """The body; without the field of that name, its spans are the paragraphs without dateline."""
    hull = Span(paragraphs[0].span.start, paragraphs[-1].span.end) if paragraphs else None
    if written:
        spans, span = written["text_spans"], written["span"]
        if span != hull:
            pair = None if span is None else [span.start, span.end]
            fail("$.body.span", "must run from the first paragraph to the last", pair)
    else:
        spans = tuple(_story(paragraph.span, dateline, text) for paragraph in paragraphs)
    return models.Body(
        span=hull,
        paragraphs=paragraphs,
        text_spans=spans,
        text="\n\n".join(text[span.slice] for span in spans),
    )


def _story(paragraph: Span, dateline: Dateline | None, text: str) -> Span:
    """A paragraph's span behind the dateline, if that stands in it."""
    if dateline is None or dateline.span not in paragraph:
        return paragraph
    rest = text[dateline.span.end : paragraph.end].lstrip()
    return Span(paragraph.end - len(rest), paragraph.end)


def _decode(form: forms.Form, data: object, scope: _Scope, path: str) -> forms.Json:
    return _DECODERS[type(form)](form, data, scope, path)


# One function for each kind of value.


def _decode_plain(form: forms.Plain, data: forms.Json, _: _Scope, path: str) -> object:
    if type(data) not in form.types:
        fail(path, f"must be {form.noun}, not {type(data).__name__}", data)
    if form.bounds and not isinstance(data, str):
        least, most = form.bounds
        if not least <= data <= most:
            fail(path, f"must be {form.noun} from {least} to {most}", data)
    return data


def _decode_text(form: forms.Text, data: object, _: _Scope, path: str) -> object:
    if not isinstance(data, str):
        fail(path, f"must be {form.noun}, not {type(data).__name__}", data)
    try:
        return form.from_text(data)
    except ValueError:
        fail(path, f"must be {form.noun}, not {data!r:.60}", data)


def _decode_span(_: forms.SpanPair, data: object, scope: _Scope, path: str) -> Span:
    if not _is_pair(data):
        fail(path, "must be [start, end]", data)
    start, end = data
    if not 0 <= start <= end <= len(scope.text):
        fail(path, f"must lie in the text, from 0 to {len(scope.text)}", data)
    return Span(start, end)


def _is_pair(data: object) -> TypeGuard[list[int]]:
    """Whether a value is a list of two whole numbers; True and False are none."""
    return isinstance(data, list) and list(map(type, data)) == [int, int]


def _decode_maybe(form: forms.Maybe, data: object, scope: _Scope, path: str) -> object:
    return None if data is None else _decode(form.form, data, scope, path)


def _decode_list(form: forms.ListOf, data: object, scope: _Scope, path: str) -> tuple[Any, ...]:
    if data is None and form.added:
        return ()
    items = demand_list(data, path)
    return tuple(_decode(form.form, item, scope, f"{path}[{n}]") for n, item in enumerate(items))


def _decode_in_order(
    form: forms.InOrder, data: object, scope: _Scope, path: str
) -> tuple[Any, ...]:
    made, end = _decode_list(form, data, scope, path), 0
    for n, item in enumerate(made):
        span = form.span_of(item)
        if span.start < end:
            where = f"{path}[{n}]{form.span_path}"
            fail(where, "must come after the one before it", [span.start, span.end])
        end = span.end
    return made


def _decode_index(form: forms.IndexOf, data: object, scope: _Scope, path: str) -> object:
    among: list[object] = getattr(scope, form.among)
    if type(data) is not int or not 0 <= data < len(among):
        fail(path, f"must be the index of {form.noun}", data)
    return among[data]


def _decode_record(form: forms.Record, data: object, scope: _Scope, path: str) -> forms.Json:
    fields = demand_object(data, path)
    read: dict[str, Any] = {}
    for name, field in form.fields.items():
        added = form.may_miss(name)
        if name not in fields and added and name in form.derived:
            continue
        value = field_of(fields, name, path, added=added)
        read[name] = _decode(field, value, scope, f"{path}.{name}")
    derived = {name: read.pop(name) for name in form.derived if name in read}
    for name in read:
        check_slices(read, name, scope.text, path)
    if form.cut:
        read["text"] = scope.text[read["span"].slice]
    made = form.make(**read)
    for name, written in derived.items():
        if getattr(made, name) != written:
            fail(f"{path}.{name}", "is not what its parts say", written)
    return made


def _decode_speakers(
    form: forms.SpeakerList, data: object, scope: _Scope, path: str
) -> tuple[object, ...]:
    made = scope.speakers = list(demand_list(data, path))
    order, members = _members_first(made, path)
    check_members(order, members, path)
    for n in order:
        made[n] = _decode_record(form.form, made[n], scope, f"{path}[{n}]")
    return tuple(made)


def _members_first(speakers: list[Any], path: str) -> tuple[list[int], dict[int, list[int]]]:
    """The speakers' indexes, each behind those of its members; and the members of each."""
    from graphlib import CycleError, TopologicalSorter  # noqa: PLC0415 - only reading needs it

    members: dict[int, list[int]] = {}
    for n, speaker in enumerate(speakers):
        at = f"{path}[{n}]"
        found = field_of(demand_object(speaker, at), "members", at)
        members[n] = [
            member
            for member in demand_list(found, f"{at}.members")
            if type(member) is int and 0 <= member < len(speakers)
        ]
    try:
        return list(TopologicalSorter(members).static_order()), members
    except CycleError as error:
        circle = error.args[1]
        at = f"{path}[{circle[0]}].members"
        fail(at, "must not lead back to the speaker itself", circle)


def _decode_quotes(
    form: forms.QuoteList, data: object, scope: _Scope, path: str
) -> tuple[object, ...]:
    scope.quotes = []
    quote = attrs.evolve(form.form, make=partial(form.form.make, sentence=scope.sentences))
    depth: dict[int, int] = {}
    for n, item in enumerate(demand_list(data, path)):
        made: Quote = _decode_record(quote, item, scope, f"{path}[{n}]")
        depth[id(made)] = 0 if made.parent is None else depth[id(made.parent)] + 1
        if depth[id(made)] > DEEPEST:
            rule = f"must not be the last of more than {DEEPEST}, each in the next"
            fail(f"{path}[{n}].parent", rule, item["parent"])
        scope.quotes.append(made)
    return tuple(scope.quotes)


def _decode_parts(form: forms.PartList, data: object, scope: _Scope, path: str) -> tuple[Part, ...]:
    end = 0
    made: list[Part] = []
    for n, item in enumerate(demand_list(data, path)):
        part: Part = _decode_record(form.form, item, scope, f"{path}[{n}]")
        if part.span.start < end:
            fail(f"{path}[{n}].span", "must come after the part before it", item["span"])
        if part.inner is not None and part.inner not in part.span:
            fail(f"{path}[{n}].inner", "must lie in the part's span", item["inner"])
        end = part.span.end
        made.append(part)
    if not made:
        fail(path, "must hold at least one part", data)
    return tuple(made)


def _decode_own(_: forms.Fields, data: object, __: _Scope, path: str) -> Meta:
    fields = {} if data is None else demand_object(data, path)
    for name, value in fields.items():
        try:
            Meta({name: value})
        except TypeError:
            rule = "must be a string, a finite number, true, false or null"
            fail(f"{path}.{name}", f"{rule}, not {type(value).__name__}", value)
    return Meta(fields)


_DECODERS: dict[type, Callable[[Any, object, _Scope, str], Any]] = {
    forms.Plain: _decode_plain,
    forms.Text: _decode_text,
    forms.SpanPair: _decode_span,
    forms.Maybe: _decode_maybe,
    forms.ListOf: _decode_list,
    forms.InOrder: _decode_in_order,
    forms.IndexOf: _decode_index,
    forms.Record: _decode_record,
    forms.SpeakerList: _decode_speakers,
    forms.QuoteList: _decode_quotes,
    forms.PartList: _decode_parts,
    forms.Fields: _decode_own,
}
