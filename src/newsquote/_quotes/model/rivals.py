"""How a piece of content stands to the words, sources and contents of neighbouring cues.

In: a cue's choices, a piece, the choices of its rivals. Out: the score of the piece among them.
Why: cues that share a sentence share out its words, and what one holds the other seldom has.

A rival counts 2 where it surely attributes, else 1; 2 more are added where the case is a strong
one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.model.token_ranges import are_mostly_same, is_inside, overlap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._quotes.model.cue_choices import CueChoices
    from newsquote._quotes.model.score_tables import Table, TableMaker
    from newsquote._quotes.model.token_ranges import TokenRange

__all__ = ["make_rival_table", "rivals_among", "score_rivals"]

_LEAST_ODDS = -1
"""Of a rival."""
_SURE_ODDS = 1
_STRONG = 2
"""Added for a strong case, and more than what a rival counts without it."""


_Held = tuple[int, int, int, int]
"""What rivals count whose cues are in the piece.

full: all their content is in it as well; ends_with: and ends where it ends; part: a part of it is;
none: none of it is.
"""
_Contested = tuple[int, int, int, int]
"""What rivals count whose cues are outside the piece.

cut: their source overlaps it, strong where it is not all in the piece; same: they have the same
piece, strong where their cue is nearer to its start; between: their cue is between the piece and
its cue; crossing: their content crosses it, strong where it is all in the piece.
"""
_NO_RIVALS = (0, 0, 0, 0)


def make_rival_table(table: TableMaker) -> Table:
    """The table of pieces among rivals."""
    return table(_rival_keys)


def rivals_among(choices: CueChoices, others: Sequence[CueChoices]) -> list[CueChoices]:
    """Those of some cues that may have a part of a cue's content."""
    return [
        other
        for other in others
        if other is not choices
        and other.odds > _LEAST_ODDS
        and other.contents
        and not overlap(other.case.cue, choices.case.cue)
    ]


def score_rivals(
    choices: CueChoices, piece: TokenRange, side: str, rivals: Sequence[CueChoices], table: Table
) -> int:
    """The score of a piece on a side of the cue among its rivals."""
    cue = choices.case.cue
    inside = choices.case.view.inside
    marks = f"{inside[piece[0]]}{inside[piece[1] - 1]}"
    if not rivals:
        return table[side, _NO_RIVALS, _NO_RIVALS, marks]
    within: list[CueChoices] = []
    outside: list[CueChoices] = []
    for rival in rivals:
        (within if is_inside(rival.case.cue, piece) else outside).append(rival)
    held = _held_by(piece, within) if within else _NO_RIVALS
    contested = _contested_by(piece, cue, side, outside) if outside else _NO_RIVALS
    return table[side, held, contested, marks]


def _weight(rival: CueChoices) -> int:
    return 2 if rival.odds > _SURE_ODDS else 1


def _held_by(piece: TokenRange, rivals: Sequence[CueChoices]) -> _Held:
    full = ends_with = part = none = 0
    for rival in rivals:
        weight = _weight(rival)
        pieces = rival.best
        held = sum([is_inside(theirs, piece) for theirs in pieces])
        if held == len(pieces):
            full = max(full, weight)
            if pieces[-1][1] == piece[1]:
                ends_with = weight
        elif held or any(overlap(theirs, piece) for theirs in pieces):
            part = max(part, weight)
        else:
            none = max(none, weight)
    return full, ends_with, part, none


def _contested_by(
    piece: TokenRange, cue: TokenRange, side: str, rivals: Sequence[CueChoices]
) -> _Contested:
    cut = same = between = crossing = 0
    gap_start, gap_end = (piece[1], cue[0]) if side == "L" else (cue[1], piece[0])
    distance = abs(cue[0] - piece[0])
    for rival in rivals:
        weight = _weight(rival)
        their_cue = rival.case.cue
        source = rival.sources[0].tokens
        if source and overlap(source, piece):
            is_cut = not is_inside(source, piece)
            cut = max(cut, weight + _STRONG * is_cut)
        for theirs in rival.best:
            if are_mostly_same(theirs, piece):
                is_nearer = abs(their_cue[0] - piece[0]) < distance
                same = max(same, weight + _STRONG * is_nearer)
            elif overlap(theirs, piece) and not is_inside(piece, theirs):
                crossing = max(crossing, weight + _STRONG * is_inside(theirs, piece))
        if gap_start <= their_cue[0] and their_cue[1] <= gap_end:
            between = max(between, weight)
    return cut, same, between, crossing


def _rival_keys(side: str, held: _Held, contested: _Contested, marks: str) -> list[str]:
    full, ends_with, part, none = held
    cut, same, between, crossing = contested
    return [
        f"lA{side}{full}{ends_with}",
        f"lB{side}{part}",
        f"lC{side}{none}",
        f"lD{side}{cut}",
        f"lE{side}{same}",
        f"lF{side}{between}{marks}",
        f"lG{side}{crossing}",
        f"lH{side}{full}{part}{none}{same}",
        f"lI{side}{int(same > _STRONG)}{between}{marks}",
    ]
