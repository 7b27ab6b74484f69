"""What stands inside another's statement.

In: attributions. Out: which of them stand in no other's content, and, where it is asked for, the
others as children of those in whose content they stand. Why: what a source says that others say is
that source's statement, so that it is one attribution by default, and two for those who want to
know what the inner one says.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from typing import TYPE_CHECKING

import attrs

from newsquote._quotes.places import lies_within
from newsquote._quotes.rules import NESTING_RULES, Step
from newsquote._text.ranges import Chars

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from newsquote._quotes.attribution import Attribution
    from newsquote._text.doc import Doc

__all__ = ["are_outermost", "holds_cue", "nest", "outermost"]

_MAX_PIECES_AROUND = 12
"""How many pieces that begin before a statement are looked at, so that work stays in step with
the length; statements are not nested deeper."""
_FAR_OFF = 10**12
"""An offset behind the end of any text."""


def holds_cue(outer: Attribution, inner: Attribution) -> bool:
    """Whether an attribution's cue stands inside another's content."""
    cue = inner.cue
    if outer is inner or cue is None:
        return False
    first, last = cue.range
    return any(start <= first and last <= end for start, end in outer.pieces)


def outermost(attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions whose cue stands inside no other's content."""
    flags = are_outermost(attributions)
    return [found for found, kept in zip(attributions, flags, strict=True) if kept]


def are_outermost(attributions: Sequence[Attribution]) -> list[bool]:
    """For each attribution whether its cue stands inside no other's content."""
    by_sentence: dict[int, list[int]] = {}
    for n, attribution in enumerate(attributions):
        by_sentence.setdefault(attribution.sentence, []).append(n)
    flags = [True] * len(attributions)
    for numbers in by_sentence.values():
        if len(numbers) == 1:
            continue
        group = [attributions[n] for n in numbers]
        for n, is_free in zip(numbers, _are_free(group), strict=True):
            flags[n] = is_free
    free = [one for one, is_free in zip(attributions, flags, strict=True) if is_free]
    around = _ContentsElsewhere(free)
    return [
        is_free and not around.hold(one) for one, is_free in zip(attributions, flags, strict=True)
    ]


class _ContentsElsewhere:
    """Contents that may hold the cues of other sentences: a statement goes on behind its own."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        placed = [(piece, one) for one in attributions for piece in one.pieces]
        placed.sort(key=lambda piece_of_one: piece_of_one[0])
        self._pieces = [piece for piece, _ in placed]
        self._owners = [one for _, one in placed]

    def hold(self, inner: Attribution) -> bool:
        """Whether a cue stands in what is said from another sentence on, unless both do."""
        if inner.cue is None:
            return False
        last = bisect_right(self._pieces, inner.cue.range)
        return any(
            outer.sentence != inner.sentence
            and holds_cue(outer, inner)
            and not holds_cue(inner, outer)
            for outer in self._owners[max(0, last - _MAX_PIECES_AROUND) : last]
        )


def _are_free(group: Sequence[Attribution]) -> list[bool]:
    """For each of one sentence's attributions whether no outermost one holds it.

    Where two hold each other, both stay.
    """
    holders = [_holders_of(attribution, group) for attribution in group]
    if not any(holders):
        return [True] * len(group)
    free: dict[int, bool] = {}
    for _ in group:
        for n, held_by in enumerate(holders):
            if n not in free and free.keys() >= set(held_by):
                free[n] = not any(free[holder] for holder in held_by)
    return [free.get(n, True) for n in range(len(group))]


def _holders_of(inner: Attribution, group: Sequence[Attribution]) -> list[int]:
    """The places in a group of those in whose content an attribution's cue stands."""
    if inner.cue is None:
        return []
    first, last = inner.cue.range
    found: list[int] = []
    for n, outer in enumerate(group):
        for start, end in outer.pieces:
            if start <= first and last <= end and outer is not inner:
                found.append(n)
                break
    return found


# --------------------------------------------------------------------- children


def nest(
    doc: Doc,
    attributions: Sequence[Attribution],
    ruled: Iterable[Attribution],
    emptied: Container[Chars | None],
) -> list[Attribution]:
    """The attributions with those nested in them: "Lee said that Ek had told her that ...".

    :param ruled: what the rules found. What stands wholly in an attribution's content, by a rule
        that can be trusted there, is nested in it.
    :param emptied: the cues of those of them that lost their quotations; they are not nested.
    """
    found = list(attributions)
    cues = {attribution.cue_range for attribution in attributions}
    holders = _Holders(found)
    for candidate in sorted(filter(_may_be_nested, ruled), key=_outer_first):
        cue = candidate.cue_range
        if cue in cues or cue in emptied:
            continue
        child = _child(doc, candidate, found, holders)
        if child is not None:
            cues.add(cue)
            holders.add(len(found), child)
            found.append(child)
    return _in_order(found)


def _may_be_nested(candidate: Attribution) -> bool:
    return candidate.source is not None and candidate.rule in NESTING_RULES


def _outer_first(attribution: Attribution) -> tuple[int, int]:
    return attribution.pieces[0].start, -attribution.pieces[-1].end


def _child(
    doc: Doc, candidate: Attribution, found: Sequence[Attribution], holders: _Holders
) -> Attribution | None:
    """A candidate, cut to the content of the narrowest attribution that can hold it."""
    for number in holders.around(candidate):
        pieces = _pieces_within(doc, candidate, found[number])
        if pieces:
            return attrs.evolve(
                candidate,
                pieces=pieces,
                parent=number,
                evidence=(*candidate.evidence, Step.NESTED),
            )
    return None


def _in_order(found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions in text order, outer ones first; parents are numbered anew."""
    order = sorted(range(len(found)), key=lambda n: (*_outer_first(found[n]), found[n].cue_order))
    places = {n: place for place, n in enumerate(order)}
    return [_renumbered(found[n], places) for n in order]


def _renumbered(attribution: Attribution, places: Mapping[int, int]) -> Attribution:
    if attribution.parent is None:
        return attribution
    return attrs.evolve(attribution, parent=places[attribution.parent])


class _Holders:
    """The attributions by where their pieces stand."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self.pieces = sorted(
            (piece.start, piece.end, n)
            for n, attribution in enumerate(attributions)
            for piece in attribution.pieces
        )

    def add(self, number: int, attribution: Attribution) -> None:
        """Take one more, of that number."""
        for piece in attribution.pieces:
            insort(self.pieces, (piece.start, piece.end, number))

    def around(self, attribution: Attribution) -> list[int]:
        """The numbers of those whose content holds cue and source, the narrowest first."""
        if attribution.cue is None or attribution.source is None:
            return []
        cue, source = attribution.cue.range, attribution.source
        first, last = min(cue.start, source.start), max(cue.end, source.end)
        n = bisect_right(self.pieces, (first, _FAR_OFF, 0))
        around = []
        for start, end, number in self.pieces[max(0, n - _MAX_PIECES_AROUND) : n]:
            if last <= end:
                around.append((end - start, number))
        return [number for _, number in sorted(around)]


def _pieces_within(doc: Doc, inner: Attribution, outer: Attribution) -> tuple[Chars, ...]:
    """The pieces of one, cut to the piece of another's content in which its cue stands.

    Nothing where the cue stands in none of them, or where all of that content would be left.
    """
    start, end = _piece_with_cue(inner, outer)
    pieces: list[Chars] = []
    for piece in sorted(inner.pieces):
        first, last = max(piece.start, start), min(piece.end, end)
        if last == end:
            # The sign before the outer mark is not the inner statement's.
            last = end = _before_signs(doc.text, first, end)
        if doc.has_letters(first, last):
            pieces.append(Chars(first, last))
            start = last
    cut = tuple(pieces)
    return () if cut == outer.pieces else cut


def _piece_with_cue(inner: Attribution, outer: Attribution) -> Chars:
    """The piece of one in which another's cue stands; an empty range if it is in none."""
    if inner.cue is not None:
        cue = inner.cue.range
        for piece in outer.pieces:
            if lies_within(cue, piece):
                return piece
    return Chars(0, 0)


def _before_signs(text: str, start: int, end: int) -> int:
    """The end of a range without the signs at its end."""
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return end
