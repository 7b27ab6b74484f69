"""What callers give, as the plain values that are kept.

In: ids, days and fields as tables and scrapers have them. Out: plain values, or what is wrong. Why:
a cell of a table that says nothing is NaN, NaT or NA, its numbers and days are of classes of their
own, and a mistake is to be told where it is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from math import isfinite
from operator import index
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "LEAST",
    "MOST",
    "NO_META",
    "Day",
    "Meta",
    "Scalar",
    "check_items",
    "checked_id",
    "day_of",
    "id_of",
    "is_missing",
    "moment",
]

LEAST, MOST = -(2**63), 2**63 - 1
"""Whole numbers of 64 bits: what tables and databases hold."""

Scalar: TypeAlias = str | int | float | bool | None
"""What JSON has that holds nothing else."""


def is_missing(value: object) -> bool:
    """Whether a value says nothing: None, or NaN, NaT or NA, none of which is like itself."""
    if value is None:
        return True
    try:
        return bool(value != value)  # noqa: PLR0124 - that is how they are told
    except (TypeError, ValueError):  # NA, of which not even that is known; or a whole array
        return type(value).__name__ == "NAType"


def check_items(name: str, items: object, wanted: str = "texts") -> None:
    """Refuse what can be gone through but whose items are no texts: letters, keys, columns.

    :raises TypeError: with what to give instead.
    """
    kind = type(items)
    if isinstance(items, str | bytes):
        remedy = f"one {kind.__name__}: put it into a list, or give it to parse"
    elif hasattr(kind, "columns"):
        remedy = (
            f"a whole {kind.__name__}: give the column of texts,"
            " or the frame to newsquote.extras.pandas.quotes"
        )
    elif isinstance(items, Mapping):
        remedy = f"one {kind.__name__}: Source(text=...) makes an item of it"
    else:
        try:
            iter(items)  # type: ignore[call-overload]
        except TypeError:
            remedy = kind.__name__
        else:
            return
    msg = f"{name} must be an iterable of {wanted}, not {remedy}"
    raise TypeError(msg)


# Ids.


def id_of(value: object) -> object:
    """An id as it is kept; a whole number of a table's own class as an ``int``.

    What is no id at all stays what it is, to be refused together with the text.
    """
    if is_missing(value):
        return None
    if isinstance(value, str | int):
        return value
    try:
        return index(value)  # type: ignore[arg-type]
    except TypeError:
        return value


def checked_id(value: object) -> str | int | None:
    """An id, once it is known to be one.

    :raises TypeError: if it is neither a string, nor a whole number that other programs can hold,
        nor None.
    """
    found = id_of(value)
    if found is None or isinstance(found, str):
        return found
    if isinstance(found, int) and not isinstance(found, bool):
        if LEAST <= found <= MOST:
            return found
        kind = "one of more than 64 bits"
    else:
        kind = type(value).__name__
    msg = f"id must be a str, an int or None, not {kind}"
    raise TypeError(msg)


# Days.


class Day(NamedTuple):
    """A day of publication, or what is wrong with what was given; neither, if nothing was."""

    value: date | datetime | None
    complaint: str


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


def day_of(value: object) -> Day:
    """The day that a value says, however the caller has it.

    >>> day_of("2024-03-04").value
    datetime.date(2024, 3, 4)
    >>> day_of("March 4").complaint
    "published must be an ISO date or date with time, not 'March 4'"
    """
    if is_missing(value):
        return Day(None, "")
    if isinstance(value, date):
        return Day(_plain_day(value), "")
    text = str(value) if type(value).__name__ == "datetime64" else value
    if isinstance(text, str):
        try:
            return Day(moment(text.strip()) if text.strip() else None, "")
        except ValueError:
            pass
    return Day(None, f"published must be an ISO date or date with time, not {value!r:.60}")


def _plain_day(value: date) -> date | datetime:
    """A day of the standard library's own classes: a table's has parts that the form has not."""
    if type(value) in {date, datetime}:
        return value
    if not isinstance(value, datetime):
        return date(value.year, value.month, value.day)
    return datetime(
        value.year,
        value.month,
        value.day,
        value.hour,
        value.minute,
        value.second,
        value.microsecond,
        tzinfo=value.tzinfo,
        fold=value.fold,
    )


# Fields of the caller's own.


class Meta(Mapping[str, Scalar]):
    """What a caller knows of an article beside its text: a mapping that nobody changes.

    :param fields: names, each with a string, a finite number, True, False or None; NaN and what
        else stands for nothing becomes None.
    :raises TypeError: if a name or a value is none of these.

    >>> meta = Meta({"publisher": "Norvale Post", "page": float("nan")})
    >>> meta["publisher"], dict(meta) == meta, meta
    ('Norvale Post', True, {'publisher': 'Norvale Post', 'page': None})
    """

    __slots__ = ("_fields",)
    _fields: dict[str, Scalar]

    def __init__(self, fields: object = None) -> None:
        if fields is None:
            fields = {}
        if not isinstance(fields, Mapping):
            msg = f"meta must be a mapping of names to values, not {type(fields).__name__}"
            raise TypeError(msg)
        made = {_name(name): _scalar(name, value) for name, value in fields.items()}
        object.__setattr__(self, "_fields", made)

    def __setattr__(self, name: str, value: object) -> None:
        msg = "meta cannot be changed: make another Source"
        raise AttributeError(msg)

    def __getitem__(self, name: str) -> Scalar:
        return self._fields[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)

    def __hash__(self) -> int:
        return hash(frozenset(self._fields.items()))

    def __repr__(self) -> str:
        return repr(self._fields)

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (dict(self._fields),)


def _name(name: object) -> str:
    if isinstance(name, str):
        return str(name)
    msg = f"a name in meta must be a str, not {name!r:.60}"
    raise TypeError(msg)


def _scalar(name: object, value: object) -> Scalar:
    if is_missing(value):
        return None
    plain = value.item() if hasattr(value, "item") and hasattr(value, "dtype") else value
    if isinstance(plain, str):
        return str(plain)
    if isinstance(plain, bool):
        return plain
    if isinstance(plain, int) and LEAST <= plain <= MOST:
        return int(plain)
    if isinstance(plain, float) and isfinite(plain):
        return float(plain)
    msg = (
        f"meta[{name!r:.60}] must be a string, a finite number, True, False or None, not"
        f" {type(value).__name__}; str() makes a string of it"
    )
    raise TypeError(msg)


NO_META = Meta()
"""What nothing more is known of: one for all."""
