"""The scores of a piece of content as a whole.

In: a case whose cue and source are known, a side of the cue, pairs of tokens. Out: what each pair
scores beyond its two edges. Why: only the pairs whose edges are good are looked at as a whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.model.buckets import LENGTHS, REGION_UP_TO_2, REGION_UP_TO_3
from newsquote._quotes.model.hints import agreement
from newsquote._quotes.model.landmarks import NO_SOURCE
from newsquote._quotes.model.surroundings import CONTENT_END, CONTENT_START

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsquote._quotes.model.cases import Case
    from newsquote._quotes.model.landmarks import Landmarks
    from newsquote._quotes.model.score_tables import TableMaker
    from newsquote._quotes.model.token_ranges import TokenRange

__all__ = ["PieceTables", "score_pieces"]

_FEW_TOKENS = 3
"""A piece with fewer is short."""
_MOST_HALVES = 3
_NO_BETTER = (0, 0)

_Marks = tuple[int, int, int, int]
"""Whether they are around the first token, around the last, the same ones, all that they hold."""


class PieceTables:
    """The tables of pieces."""

    def __init__(self, table: TableMaker) -> None:
        self.borders = table(_border_keys)
        self.first = table(_first_keys)
        self.behind = table(_behind_keys)
        self.holds = table(_hold_keys)
        self.touch = table(_touch_keys)
        self.verb = table(_verb_keys)
        self.size = table(_size_keys)
        self.hint = table(_hint_keys)


def score_pieces(
    case: Case,
    tables: PieceTables,
    landmarks: Landmarks,
    side: str,
    pairs: Iterable[tuple[int, int]],
) -> list[int]:
    """The scores of tokens as the first and the last of one piece."""
    near = case.near
    offset = case.offset
    around = case.around
    heads = around.heads
    commas = around.commas
    verbs = around.verbs
    stops = around.ends
    brackets = around.brackets
    starts = case.scores[CONTENT_START]
    ends = case.scores[CONTENT_END]
    inside = case.view.inside
    mark_at = case.view.mark_at
    sentence = case.view.sentence
    source_start, source_end = case.source or NO_SOURCE
    word = case.verb.word
    verb_class = case.verb.klass
    rule = case.rule()
    hint = case.hint
    hinted = _hinted_piece(case, side)
    right = side == "R"
    out = []
    for i, j in pairs:
        k = j + 1
        here = near[offset + i]
        behind = near[offset + k].klass
        length = k - i
        size = LENGTHS[length]
        last = 1 if j >= landmarks.last else 0
        touches = landmarks.behind_cue == i if right else landmarks.before_cue == j
        overlaps = i < source_end and source_start <= j
        same = mark_at[i] == mark_at[j]
        whole = 1 if same and _is_whole(case, i, j) else 0
        verbs_in = REGION_UP_TO_2[verbs[k] - verbs[i]]
        commas_in = REGION_UP_TO_3[commas[j] - commas[i]]
        stops_in = REGION_UP_TO_3[stops[j] - stops[i]]
        heads_in = REGION_UP_TO_3[heads[k] - heads[i]]
        out.append(
            tables.borders[side, here.klass, behind]
            + tables.first[side, verbs_in, size, last, here.word, here.klass]
            + tables.behind[side, verbs_in, commas_in, last, behind]
            + tables.holds[
                side,
                (inside[i], inside[j], 1 if same else 0, whole),
                REGION_UP_TO_3[sentence[j] - sentence[i]],
                0 if brackets[k] == brackets[i] else 1,
                (stops_in, commas_in, heads_in),
                _better_edges(starts, ends, i, j),
                last,
            ]
            + tables.touch[
                side,
                1 if overlaps else 0,
                1 if touches else 0,
                last,
                whole,
                REGION_UP_TO_2[around.marks[k] - around.marks[i]],
            ]
            + tables.verb[side, word, 1 if length < _FEW_TOKENS else 0, last]
            + tables.size[side, verb_class, size]
            + tables.hint[side, "-" if hint is None else agreement(hinted, i, k), rule, verb_class]
        )
    return out


def _hinted_piece(case: Case, side: str) -> TokenRange | None:
    if case.hint is None:
        return None
    return case.hint.right if side == "R" else case.hint.left


def _is_whole(case: Case, i: int, j: int) -> bool:
    """Whether tokens inside the same marks are all that these hold."""
    if not case.view.inside[i] or case.around.next_mark[j] == case.view.mark_at[j]:
        return False
    return case.near[case.offset + i - 1].klass == "Q"


def _better_edges(starts: Sequence[int], ends: Sequence[int], i: int, j: int) -> tuple[int, int]:
    """Whether a token before the last one is a better end, one behind the first a better start."""
    if i >= j:
        return _NO_BETTER
    better_end = 1 if max(ends[i:j]) > ends[j] else 0
    better_start = 1 if max(starts[i + 1 : j + 1]) > starts[i] else 0
    return better_end, better_start


def _border_keys(side: str, here: str, behind: str) -> list[str]:
    return [f"vK{side}={here}|{behind}"]


def _first_keys(side: str, verbs: int, size: int, last: int, word: str, klass: str) -> list[str]:
    return [
        f"vA{side}{size}",
        f"vD{side}{verbs}{last}={klass}",
        f"vP{side}{verbs}{size}",
        f"vQ{side}={word}|{min(_MOST_HALVES, size // 2)}{verbs}{last}",
    ]


def _behind_keys(side: str, verbs: int, commas: int, last: int, behind: str) -> list[str]:
    return [
        f"vN{side}{verbs}={behind}",
        f"vR{side}{commas}{behind}{last}",
    ]


def _hold_keys(
    side: str,
    marks: _Marks,
    sentences: int,
    brackets: int,
    counts: tuple[int, int, int],
    better: tuple[int, int],
    last: int,
) -> list[str]:
    first_in, last_in, same, whole = marks
    ends, commas, heads = counts
    better_end, better_start = better
    edges = f"{first_in}{last_in}{same}"
    return [
        f"vB{side}{edges}{whole}",
        f"vE{side}{ends}{commas}{last}",
        f"vF{side}{heads}{last}",
        f"vG{side}{better_end}{better_start}{last}",
        f"vH{side}{sentences}{edges}",
        f"vI{side}{brackets}",
    ]


def _touch_keys(
    side: str, overlaps: int, touches: int, last: int, whole: int, marks: int
) -> list[str]:
    return [
        f"vC{side}{overlaps}",
        f"vL{side}{touches}{last}{whole}{marks}",
    ]


def _verb_keys(side: str, verb: str, short: int, last: int) -> list[str]:
    return [f"vO{side}={verb}|{short}{last}"]


def _size_keys(side: str, verb: str, size: int) -> list[str]:
    return [f"vM{side}={verb}|{size}"]


def _hint_keys(side: str, agrees: str, rule: str, verb: str) -> list[str]:
    return [
        f"vS{side}{agrees}",
        f"vT{side}{agrees}={rule}",
        f"vU{side}{agrees}={verb}",
    ]
