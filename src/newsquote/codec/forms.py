"""The kinds of value that the JSON form has.

In: nothing. Out: one small class for each kind; it holds what tells one value of the kind from
another, and does nothing. Why: the table is made of these, and writing, reading and the schema each
have one function for each of them, so all three say the same of a field.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsquote.models import Span

__all__ = [
    "Fields",
    "Form",
    "InOrder",
    "IndexOf",
    "Json",
    "ListOf",
    "Maybe",
    "PartList",
    "Plain",
    "QuoteList",
    "Record",
    "SpanPair",
    "SpeakerList",
    "Text",
]


@attrs.frozen
class Plain:
    """A value that JSON has itself.

    Exact types: True is no number; and a number lies in its bounds, which NaN does not. A string
    has none.
    """

    types: tuple[type, ...]
    noun: str
    bounds: tuple[int, int] | None = None


@attrs.frozen
class Text:
    """A value that stands as a string: an enum's member, a date."""

    from_text: Callable[[str], object]
    to_text: Callable[[Any], str]
    noun: str
    rule: dict[str, Any]
    """What the schema says of the string."""


@attrs.frozen
class SpanPair:
    """A span, as a pair of offsets into the text."""


@attrs.frozen
class Maybe:
    """A value, or null."""

    form: Form


@attrs.frozen
class ListOf:
    """A list; ``added`` takes a missing one for an empty one."""

    form: Form
    added: bool = False


@attrs.frozen
class InOrder(ListOf):
    """A list of things in the text, one after the other; ``span_of`` gives the span of one."""

    span_of: Callable[[Any], Span] = attrs.field(kw_only=True)
    span_path: str = attrs.field(default=".span", kw_only=True)


@attrs.frozen
class IndexOf:
    """A speaker or a quote, as its place in the article's list of them."""

    among: str
    noun: str


@attrs.frozen
class Record:
    """An object with fixed fields.

    ``make`` gets what was read. ``derived`` fields are written for other programs and only compared
    when read; ``added`` ones came later and may be missing. With ``cut``, the text is not written
    and is cut at the span.
    """

    make: Callable[..., Any]
    fields: dict[str, Form]
    derived: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    cut: bool = False

    def may_miss(self, name: str) -> bool:
        """Whether a field may be missing from the object."""
        form = self.fields[name]
        added = name in self.added or (isinstance(form, ListOf) and form.added)
        return added or name.endswith("_span")


@attrs.frozen
class SpeakerList:
    """The speakers, each made after its members, wherever those stand in the list."""

    form: Record


@attrs.frozen
class QuoteList:
    """The quotes; a parent stands before its child."""

    form: Record


@attrs.frozen
class PartList:
    """The parts of a quote: at least one, one after the other, each with its inner span inside."""

    form: Record


@attrs.frozen
class Fields:
    """The caller's own fields: an object with whatever names, and values that hold no others.

    Written only where there are any.
    """


Json: TypeAlias = Any
"""Whatever JSON may hold, or what was made of it: each form checks its own."""

Form: TypeAlias = (
    Plain
    | Text
    | SpanPair
    | Maybe
    | ListOf
    | IndexOf
    | Record
    | SpeakerList
    | QuoteList
    | PartList
    | Fields
)
