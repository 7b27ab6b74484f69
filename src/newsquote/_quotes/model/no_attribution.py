"""The score of a cue's attributing nothing.

In: a cue's choices and those near it. Out: the score that it attributes nothing, and the numbers
that are multiplied by weights. Why: whether a verb attributes shows in how sure its content is and
in what its neighbours leave of it.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from newsquote._quotes.model.token_ranges import are_mostly_same, is_inside, overlap
from newsquote._quotes.model.voices import times_elsewhere

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsquote._quotes.model.cue_choices import CueChoices, ScoredSource
    from newsquote._quotes.model.score_tables import TableMaker
    from newsquote._quotes.model.token_ranges import TokenRange

__all__ = ["NoneTables", "score_no_attribution"]

_SURE_CONTENTS = (0.2, 0.6, 1.2)
_SURE_SOURCES = (0.2, 0.7)
"""Bounds of how far below zero a log chance is."""
_MOST_ODDS = 3
_LEVEL_BEYOND = 7
"""The bucket of log-odds beyond three; up to there they are counted in halves."""
_MOST_STRONGEST = 4
_LIKELY_ODDS = 0
_POSSIBLE_ODDS = -1.5
"""Of a neighbour that counts 2, and of one that counts 1."""
_NEAR_TOKENS = 6
_NO_NEIGHBOUR = -9.0
_SHORT_CONTENT, _LONG_CONTENT = 4, 12
"""Contents up to the first are told apart by their tokens; from the second on they are long."""
_MIDDLING_SIZE, _LONG_SIZE = 5, 6


class NoneTables:
    """The tables of no attribution."""

    def __init__(self, table: TableMaker) -> None:
        self.pressure = table(_pressure_keys)
        self.sure = table(_sure_keys)
        self.verb = table(_verb_keys)
        self.shape = table(_shape_keys)
        self.source = table(_source_keys)
        self.before = table(_before_keys)
        self.rule = table(_rule_keys)
        self.again = table(_again_keys)


_Pressure = tuple[int, int, int, int, int, int]
"""What the neighbouring cues leave of a cue: 2 where they surely do, 1 where they may.

same: one has the same content; nested: the cue is in the content of one; outer: the cue of one is
in its content; clash: a cue overlaps it; source_clash: a source does; near: one with the same
content is close by.
"""


def score_no_attribution(
    choices: CueChoices,
    others: Sequence[CueChoices],
    heard: Mapping[str, int],
    tables: NoneTables,
) -> tuple[int, list[tuple[str, float]]]:
    """The score that a cue attributes nothing, and its numbers by the key of their weight."""
    case = choices.case
    odds = choices.odds
    inside = choices.case.view.inside
    klass = case.verb.klass
    hint = case.hint
    source = choices.sources[0]
    pressure, strongest = _pressure_on(choices, others)
    _, nested, _, _, _, near = pressure
    content_doubt = bisect_right(_SURE_CONTENTS, -choices.contents[0].log_chance)
    source_doubt = _source_doubt(source)
    level = _level(odds)
    most_strongest = max(-_MOST_STRONGEST, min(_MOST_STRONGEST, int(strongest)))
    before = case.near[case.offset + case.cue[0] - 1].klass
    hinted_side = hint.side if hint else "-"
    times = times_elsewhere(choices, source.tokens, heard)
    score = (
        tables.pressure[pressure, inside[case.head]]
        + tables.sure[content_doubt, source_doubt, level, most_strongest]
        + tables.verb[case.verb.word, klass]
        + tables.shape[klass, _shape_of(choices), _size_of(choices)]
        + tables.source[klass, source_doubt]
        + tables.before[before, source_doubt]
        + tables.rule[case.rule(), level, f"{nested}{near}", hinted_side, klass]
        + tables.again[times,]
    )
    beyond = odds - _MOST_ODDS
    return score, [("ko", -odds), ("kp", max(0.0, -odds)), ("kq", -max(0.0, beyond))]


def _source_doubt(source: ScoredSource) -> str:
    """Whether the best source is one, and how unsure it is."""
    is_one = "0" if source.tokens is None else "s"
    return f"{is_one}{bisect_right(_SURE_SOURCES, -source.log_chance)}"


def _level(odds: float) -> int:
    """Log-odds in halves."""
    if -_MOST_ODDS < odds < _MOST_ODDS:
        return int(odds * 2)
    return _LEVEL_BEYOND if odds > 0 else -_LEVEL_BEYOND


def _shape_of(choices: CueChoices) -> str:
    """The sides of the best content, and whether marks are around an edge of it."""
    inside = choices.case.view.inside
    content = choices.contents[0]
    sides = ("L" if content.left else "") + ("R" if content.right else "")
    is_marked = any(inside[start] or inside[end - 1] for start, end in choices.best)
    return f"{sides}{int(is_marked)}"


def _size_of(choices: CueChoices) -> int:
    """The bucket of the tokens of the best content."""
    tokens = sum([end - start for start, end in choices.best])
    if tokens <= _SHORT_CONTENT:
        return tokens
    return _MIDDLING_SIZE if tokens < _LONG_CONTENT else _LONG_SIZE


def _neighbour_weight(odds: float) -> int:
    if odds > _LIKELY_ODDS:
        return 2
    return 1 if odds > _POSSIBLE_ODDS else 0


def _pressure_on(choices: CueChoices, others: Sequence[CueChoices]) -> tuple[_Pressure, float]:
    """What the neighbouring cues leave of a cue, and the log-odds of the strongest of them."""
    case = choices.case
    mine = choices.best
    odds = choices.odds
    cue = case.cue
    same = nested = outer = clash = source_clash = near = 0
    strongest = _NO_NEIGHBOUR
    for other in others:
        if other is choices:
            continue
        their_cue = other.case.cue
        stronger = 2 if other.odds > odds else 1
        if overlap(their_cue, cue):
            clash = max(clash, stronger)
            continue
        weight = _neighbour_weight(other.odds)
        if not weight:
            continue
        theirs = other.best
        source = other.sources[0].tokens if other.sources else None
        if source is not None and overlap(source, cue):
            source_clash = max(source_clash, weight)
        if any(is_inside(cue, piece) for piece in theirs):
            nested = max(nested, weight)
        if any(is_inside(their_cue, piece) for piece in mine):
            outer = max(outer, weight)
        if _share_a_piece(mine, theirs):
            same = max(same, stronger)
            if abs(other.case.head - case.head) < _NEAR_TOKENS:
                near = stronger
        strongest = max(strongest, other.odds)
    return (same, nested, outer, clash, source_clash, near), strongest


def _share_a_piece(mine: Sequence[TokenRange], theirs: Sequence[TokenRange]) -> bool:
    """Whether two contents have mostly the same piece."""
    for one in mine:
        for two in theirs:
            if are_mostly_same(one, two):
                return True
    return False


def _pressure_keys(pressure: _Pressure, head_inside: int) -> list[str]:
    same, nested, outer, clash, source_clash, near = pressure
    return [
        "k0",
        f"kA{same}",
        f"kB{nested}",
        f"kC{outer}",
        f"kD{clash}",
        f"kE{source_clash}",
        f"kF{near}",
        f"kK{same}{nested}{near}",
        f"kR{nested}{head_inside}",
    ]


def _sure_keys(content_doubt: int, source_doubt: str, level: int, strongest: int) -> list[str]:
    return [
        f"kG{content_doubt}",
        f"kH{source_doubt}",
        f"kJ={level}",
        f"kL{content_doubt}{source_doubt}",
        f"kT={strongest}",
    ]


def _verb_keys(verb: str, klass: str) -> list[str]:
    return [
        f"kI={klass}",
        f"kM={verb}",
    ]


def _shape_keys(verb: str, shape: str, size: int) -> list[str]:
    return [
        f"kN{shape}",
        f"kP{size}{shape[-1]}",
        f"kQ={verb}|{shape}",
    ]


def _source_keys(verb: str, source_doubt: str) -> list[str]:
    return [f"kO={verb}|{source_doubt}"]


def _before_keys(before: str, source_doubt: str) -> list[str]:
    return [f"kS={before}|{source_doubt}"]


def _rule_keys(rule: str, level: int, nested_near: str, side: str, verb: str) -> list[str]:
    return [
        f"kU={rule}",
        f"kV={rule}|{level}",
        f"kW={rule}|{nested_near}",
        f"kX={side}|{verb}",
    ]


def _again_keys(times: int) -> list[str]:
    return [f"kY{times}"]
