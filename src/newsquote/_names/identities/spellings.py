"""Two words of names -> is one a slip for the other?

In: two words as they are compared, or two full names. Out: whether they differ in one letter. Why:
an article that has "Hillary" ten times and "Hilary" once means one person, while two given names
that are both known and of different genders are two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["are_one_name", "differ_in_one_letter"]

_MIN_LETTERS = 5
"""The shorter of two words has as many: "Jon" and "Joe" are two names."""
_MIN_SURNAME_LETTERS = 6
_SWAPPED = 2


def differ_in_one_letter(one: str, other: str) -> bool:
    """Whether one letter was added, left out or changed, or two were swapped."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start, least = 0, min(len(one), len(other))
    while start < least and one[start] == other[start]:
        start += 1
    end = 0
    while end < least - start and one[-1 - end] == other[-1 - end]:
        end += 1
    left, right = one[start : len(one) - end], other[start : len(other) - end]
    if len(left) <= 1 and len(right) <= 1:
        return True
    return len(left) == _SWAPPED and left == right[::-1]


def are_one_name(
    one: tuple[str, ...],
    other: tuple[str, ...],
    genders: Mapping[str, str],
) -> bool:
    """Whether two full names are one person's, but for one letter of one word.

    :param genders: the genders of given names.
    """
    if len(one) != len(other):
        return False
    unequal = [n for n, (left, right) in enumerate(zip(one, other, strict=True)) if left != right]
    if len(unequal) != 1:
        return False
    left, right = one[unequal[0]], other[unequal[0]]
    surname = unequal[0] == len(one) - 1
    if min(len(left), len(right)) < (_MIN_SURNAME_LETTERS if surname else _MIN_LETTERS):
        return False
    if not surname and genders.get(left) != genders.get(right) and {left, right} <= genders.keys():
        return False
    return differ_in_one_letter(left, right)
