"""Two names -> how near they are to one person's.

In: two full names, as they are compared. Out: a step of ``Likeness``. Why: the same name needs
nothing against it, a middle name more or less needs nobody else who fits, and a short form, an
initial or another spelling needs something that speaks for it.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from newsquote._names import lexicon
from newsquote._names.identities.spellings import are_one_name
from newsquote.corpus.names import skeleton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote.corpus.names import Name
    from newsquote.lang import LanguagePack

__all__ = ["Likeness", "likeness"]

_MIN_SKELETON = 3
"""The letters that two spellings have in common at least: "Li" and "Lee" are two names."""


class Likeness(IntEnum):
    """How near two names are, the nearest last."""

    NONE = 0
    SUFFIX = 1
    """The same but for a "Jr."."""
    SPELLING = 2
    SHORT = 3
    """A short form of the given name: "Bill", "William"."""
    INITIAL = 4
    MIDDLE = 5
    """The same but for a middle name that one of them lacks, or has as an initial."""
    SAME = 6


def likeness(one: Name, other: Name, pack: LanguagePack) -> Likeness:
    """How near two names are."""
    near = _without_suffix(one, other, pack)
    if one.suffix == other.suffix:
        return near
    return Likeness.SUFFIX if near >= Likeness.MIDDLE else Likeness.NONE


def _without_suffix(one: Name, other: Name, pack: LanguagePack) -> Likeness:
    if one.letters == other.letters:
        return Likeness.SAME
    if one.last != other.last:
        same_given = (one.first, one.middle) == (other.first, other.middle)
        spelled = same_given and len(one.first) > 1 and _is_spelling(one.last, other.last)
        return Likeness.SPELLING if spelled else Likeness.NONE
    if not _middles_fit(one.middle, other.middle):
        return Likeness.NONE
    return _of_given(one, other, pack)


def _of_given(one: Name, other: Name, pack: LanguagePack) -> Likeness:
    """How near two given names before one surname are."""
    left, right = one.first, other.first
    if left == right:
        return Likeness.INITIAL if len(left) == 1 else Likeness.MIDDLE
    if min(len(left), len(right)) == 1:
        return Likeness.INITIAL if left[0] == right[0] else Likeness.NONE
    if _are_short_forms(left, right, pack):
        return Likeness.SHORT
    if _is_spelling(left, right) or _is_slip(left, right, one.last, pack):
        return Likeness.SPELLING
    return Likeness.NONE


def _middles_fit(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether each word of the shorter has its own in the longer, in order; initials may stand."""
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return all(any(_is_word_or_initial(word, candidate) for candidate in rest) for word in short)


def _is_word_or_initial(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _are_short_forms(one: str, other: str, pack: LanguagePack) -> bool:
    nicknames = lexicon.for_pack(pack).nicknames
    left = nicknames.get(one, frozenset()) | {one}
    right = nicknames.get(other, frozenset()) | {other}
    return not left.isdisjoint(right)


def _is_spelling(one: str, other: str) -> bool:
    """Whether two words may be one name in other letters."""
    common = skeleton(one)
    return len(common) >= _MIN_SKELETON and common == skeleton(other)


def _is_slip(one: str, other: str, last: str, pack: LanguagePack) -> bool:
    """Whether two given names differ in a letter, as by a slip."""
    return are_one_name((one, last), (other, last), pack.table("given_names"))
