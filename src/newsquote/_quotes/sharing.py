"""Who has a quotation that two cues claim.

In: attributions, some of which have the same quotation. Out: each quotation with the attribution
whose cue is nearer. Why: in "Lee said: “No.” Ek said:" the marks stand beside two cues, and
only the distance tells whose they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import attrs

from newsquote._quotes.rules import Step
from newsquote._text.ranges import Chars

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._quotes.attribution import Attribution
    from newsquote._text.doc import Doc

__all__ = ["Shared", "share_quotations"]

_NEAREST = -1
"""The distance of a quotation that stands inside a clause of content: nothing is nearer."""


class Shared(NamedTuple):
    """The attributions that still have a content, and the cues of those that have none left.

    Of what the model or a relay changed, the rules have an own version that lost nothing. Its cue
    is not among them.
    """

    attributions: list[Attribution]
    emptied: frozenset[Chars | None]


def share_quotations(doc: Doc, attributions: Sequence[Attribution]) -> Shared:
    """Give every quotation to the attribution whose cue is nearest, the first of several."""
    owners = _nearest(doc, attributions)
    kept = []
    emptied = set()
    for n, attribution in enumerate(attributions):
        lost = {number for number in attribution.marks if owners[number] != n}
        left = _without(doc, attribution, lost) if lost else attribution
        if left.pieces:
            kept.append(left)
        elif _is_as_ruled(attribution):
            emptied.add(attribution.cue_range)
    return Shared(kept, frozenset(emptied))


def _is_as_ruled(attribution: Attribution) -> bool:
    """Whether an attribution is as the rules found it."""
    if attribution.chance is not None:
        return False
    return Step.RELAYED_ACCORDING_TO not in attribution.evidence


def _nearest(doc: Doc, attributions: Sequence[Attribution]) -> dict[int, int]:
    """For each quotation which attribution's cue is nearest."""
    nearest: dict[int, int] = {}
    distances: dict[int, int] = {}
    for n, attribution in enumerate(attributions):
        for number in attribution.marks:
            distance = _distance(doc, attribution, number)
            if number not in nearest or distance < distances[number]:
                nearest[number] = n
                distances[number] = distance
    return nearest


def _without(doc: Doc, attribution: Attribution, lost: set[int]) -> Attribution:
    """An attribution without those lost quotations that are pieces of their own."""
    marks = []
    lost_ranges = set()
    for number in attribution.marks:
        if number in lost and _is_piece(doc, attribution, number):
            lost_ranges.add(_outer_range(doc, number))
        else:
            marks.append(number)
    pieces = tuple(piece for piece in attribution.pieces if piece not in lost_ranges)
    return attrs.evolve(attribution, pieces=pieces, marks=tuple(marks))


def _outer_range(doc: Doc, number: int) -> Chars:
    """Where a marked text stands, with its marks."""
    marked = doc.marked[number]
    return Chars(marked.start, marked.end)


def _is_piece(doc: Doc, attribution: Attribution, number: int) -> bool:
    """Whether a marked text is a piece by itself, and not only a part of one."""
    return _outer_range(doc, number) in attribution.pieces


def _distance(doc: Doc, attribution: Attribution, number: int) -> int:
    """How far a cue stands from a quotation, in code points."""
    if attribution.cue is None or not _is_piece(doc, attribution, number):
        return _NEAREST
    cue = attribution.cue.range
    marked = doc.marked[number]
    return max(cue.start - marked.end, marked.start - cue.end, 0)
