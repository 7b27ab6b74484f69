"""The JSON form -> its JSON Schema.

In: the table. Out: a schema in the dialect of 2020-12. Why: other programs check what they are
given without newsquote; made from the table, the schema cannot say anything else than the code
does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsquote.codec import forms
from newsquote.codec.offsets import UNITS
from newsquote.codec.table import ARTICLE, OPTIONAL, SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["schema"]

_JSON_NAMES: dict[tuple[type, ...], str | list[str]] = {
    (str,): "string",
    (int,): "integer",
    (int, float): "number",
    (str, int): ["string", "integer"],
}


def schema() -> dict[str, Any]:
    """The JSON Schema of the JSON form, in the dialect of 2020-12; ``newsquote schema`` prints it.

    It says what a form must have and leaves room for fields that later versions add. What a schema
    cannot say (that a text is what stands at its span, that an index is in its list), ``from_dict``
    checks.

    :return: a new dictionary.

    >>> schema()["properties"]["schema_version"]
    {'const': '1.0'}
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"A news article as newsquote gives it, version {SCHEMA_VERSION}",
        "type": "object",
        "required": ["schema_version", *(name for name in ARTICLE if name not in OPTIONAL)],
        "properties": {
            "schema_version": {"const": SCHEMA_VERSION},
            "offsets": {
                "enum": list(UNITS),
                "description": "what spans count; code points where it is missing",
            },
            **{name: _schema_of(form) for name, form in ARTICLE.items()},
        },
        "$defs": {"span": _span_definition()},
    }


def _span_definition() -> dict[str, Any]:
    offset = {"type": "integer", "minimum": 0}
    return {
        "description": "[start, end], half-open, from 0",
        "type": "array",
        "prefixItems": [dict(offset), dict(offset)],
        "items": False,
        "minItems": 2,
    }


def _schema_of(form: forms.Form) -> dict[str, Any]:
    return _SCHEMAS[type(form)](form)


# One function for each kind of value.


def _plain_schema(form: forms.Plain) -> dict[str, Any]:
    named: dict[str, Any] = {"type": _JSON_NAMES[form.types]}
    if form.bounds is None:
        return named
    least, most = form.bounds
    return {**named, "minimum": least, "maximum": most}


def _text_schema(form: forms.Text) -> dict[str, Any]:
    return dict(form.rule)


def _span_schema(_: forms.SpanPair) -> dict[str, Any]:
    return {"$ref": "#/$defs/span"}


def _maybe_schema(form: forms.Maybe) -> dict[str, Any]:
    return {"anyOf": [_schema_of(form.form), {"type": "null"}]}


def _list_schema(form: forms.ListOf) -> dict[str, Any]:
    return {
        "type": ["array", "null"] if form.added else "array",
        "items": _schema_of(form.form),
    }


def _index_schema(form: forms.IndexOf) -> dict[str, Any]:
    return {"description": f"the index of {form.noun}", "type": "integer", "minimum": 0}


def _record_schema(form: forms.Record) -> dict[str, Any]:
    return {
        "type": "object",
        "required": [name for name in form.fields if not form.may_miss(name)],
        "properties": {name: _schema_of(field) for name, field in form.fields.items()},
    }


def _records_schema(form: forms.SpeakerList | forms.QuoteList) -> dict[str, Any]:
    return {"type": "array", "items": _record_schema(form.form)}


def _parts_schema(form: forms.PartList) -> dict[str, Any]:
    return {"type": "array", "items": _record_schema(form.form), "minItems": 1}


def _own_schema(_: forms.Fields) -> dict[str, Any]:
    return {
        "description": "fields of the caller's own",
        "type": ["object", "null"],
        "additionalProperties": {"type": ["string", "number", "boolean", "null"]},
    }


_SCHEMAS: dict[type, Callable[[Any], dict[str, Any]]] = {
    forms.Plain: _plain_schema,
    forms.Text: _text_schema,
    forms.SpanPair: _span_schema,
    forms.Maybe: _maybe_schema,
    forms.ListOf: _list_schema,
    forms.InOrder: _list_schema,
    forms.IndexOf: _index_schema,
    forms.Record: _record_schema,
    forms.SpeakerList: _records_schema,
    forms.QuoteList: _records_schema,
    forms.PartList: _parts_schema,
    forms.Fields: _own_schema,
}
