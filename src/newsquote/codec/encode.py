"""An article -> the JSON form.

In: an ``Article``. Out: dictionaries, lists, strings, numbers and None. Why: one function for each
kind of value of the table, and nothing that is said of a single field.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from newsquote.codec import forms
from newsquote.codec.checks import demand_article, fail
from newsquote.codec.offsets import Offsets
from newsquote.codec.table import ARTICLE, SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from newsquote.models import Article, Span

__all__ = ["counted_in", "to_dict"]


def to_dict(article: Article, *, text: bool = True) -> dict[str, Any]:
    r"""The JSON form of an article: dictionaries, lists, strings, numbers and None, nothing else.

    :param article: the article; its quotes' speakers and parents, and its speakers' members, must
        be its own.
    :param text: whether the whole text goes along; without it, ``from_dict`` has to be given the
        text. The parts keep their texts.
    :return: a new dictionary; spans are ``[start, end]`` in code points, dates are ISO strings.
    :raises TypeError: if the argument is no article.
    :raises SchemaError: if the article was put together with a speaker or a parent that is not its
        own.

    >>> import newsquote
    >>> article = newsquote.parse("Mill to close\n\nThe mill will close in May.", id="a1")
    >>> data = newsquote.to_dict(article)
    >>> data["schema_version"], data["id"], data["text"][:4]
    ('1.0', 'a1', 'Mill')
    """
    demand_article(article)
    fields = _encode_fields(article, int)
    if not text:
        del fields["text"]
    return {"schema_version": SCHEMA_VERSION, **fields}


def counted_in(units: str, article: Article) -> dict[str, Any]:
    """The JSON form with its spans in other units, for strings that do not count code points.

    :param units: one of ``UNITS``: ``"utf16"`` counts as JavaScript, Java and C# do, ``"utf8"`` the
        bytes of the text in UTF-8.
    :param article: the article.
    :return: the dictionary of ``to_dict``; where the units are not code points, a field ``offsets``
        says so, and ``from_dict`` refuses it.
    :raises ValueError: if there are no such units.

    >>> import newsquote
    >>> from newsquote.codec import UNITS
    >>> article = newsquote.parse("😀 is over")
    >>> [counted_in(units, article)["blocks"][0]["span"] for units in UNITS]
    [[0, 9], [0, 10], [0, 12]]
    """
    demand_article(article)
    named = {} if units == "codepoints" else {"offsets": units}
    fields = _encode_fields(article, Offsets(article.text, units))
    return {"schema_version": SCHEMA_VERSION, **named, **fields}


@attrs.frozen(eq=False)
class _Scope:
    """What values are written against: the lists into which indexes point, and the offsets."""

    lists: dict[str, Sequence[object]]
    places: dict[int, int]
    """The indexes of the lists' members, by their ``id``."""
    offset: Callable[[int], int]


def _encode_fields(article: Article, offset: Callable[[int], int]) -> dict[str, Any]:
    lists: dict[str, Sequence[object]] = {"speakers": article.speakers, "quotes": article.quotes}
    places = {id(value): n for values in lists.values() for n, value in enumerate(values)}
    scope = _Scope(lists, places, offset)
    names = [name for name in ARTICLE if name != "meta" or article.meta]
    return {name: _encode(ARTICLE[name], getattr(article, name), scope) for name in names}


def _encode(form: forms.Form, value: object, scope: _Scope) -> forms.Json:
    return _ENCODERS[type(form)](form, value, scope)


# One function for each kind of value.


def _encode_plain(_: forms.Plain, value: object, __: _Scope) -> object:
    return value


def _encode_text(form: forms.Text, value: object, _: _Scope) -> str:
    return form.to_text(value)


def _encode_span(_: forms.SpanPair, value: Span, scope: _Scope) -> list[int]:
    return [scope.offset(value.start), scope.offset(value.end)]


def _encode_maybe(form: forms.Maybe, value: object, scope: _Scope) -> object:
    return None if value is None else _encode(form.form, value, scope)


def _encode_list(
    form: forms.ListOf | forms.SpeakerList | forms.PartList,
    values: Sequence[object],
    scope: _Scope,
) -> list[object]:
    encode = _ENCODERS[type(form.form)]
    return [encode(form.form, value, scope) for value in values]


def _encode_index(form: forms.IndexOf, value: object, scope: _Scope) -> int:
    """The value's own place; that of an equal one, where the article was put together by hand."""
    if id(value) in scope.places:
        return scope.places[id(value)]
    try:
        return scope.lists[form.among].index(value)
    except ValueError:
        fail(f"$.{form.among}", f"must hold {value!r}", value)


def _encode_record(form: forms.Record, value: object, scope: _Scope) -> dict[str, Any]:
    return {
        name: _ENCODERS[type(field)](field, getattr(value, name), scope)
        for name, field in form.fields.items()
    }


def _encode_quotes(
    form: forms.QuoteList, values: Sequence[object], scope: _Scope
) -> list[dict[str, Any]]:
    encoded = [_encode_record(form.form, quote, scope) for quote in values]
    for n, quote in enumerate(encoded):
        parent = quote["parent"]
        if isinstance(parent, int) and parent >= n:
            fail("$.quotes", "must hold a parent before its child", values[n])
    return encoded


def _encode_own(_: forms.Fields, value: Mapping[str, object], __: _Scope) -> dict[str, object]:
    return dict(value)


_ENCODERS: dict[type, Callable[[Any, Any, _Scope], Any]] = {
    forms.Plain: _encode_plain,
    forms.Text: _encode_text,
    forms.SpanPair: _encode_span,
    forms.Maybe: _encode_maybe,
    forms.ListOf: _encode_list,
    forms.InOrder: _encode_list,
    forms.IndexOf: _encode_index,
    forms.Record: _encode_record,
    forms.SpeakerList: _encode_list,
    forms.QuoteList: _encode_quotes,
    forms.PartList: _encode_list,
    forms.Fields: _encode_own,
}
