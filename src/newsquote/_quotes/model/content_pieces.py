"""The scores of a piece of content as a whole.

In: a case whose cue and source are known, a side of the cue, pairs of tokens. Out: what each pair scores
beyond its two edges. Why: only the pairs whose edges are good are looked at as a whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.model.buckets import LENGTHS, UP_TO_2, UP_TO_3
from newsquote._quotes.model.hints import agreement
from newsquote._quotes.model.landmarks import NO_SOURCE
from newsquote._quotes.model.surroundings import CONTENT_END, CONTENT_START

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsquote._quotes.model.cases import Case
    from newsquote._quotes.model.landmarks import Landmarks
    from newsquote._quotes.model.score_tables import TableMaker

__all__ = ["PieceTables", "score_pieces"]

_FEW_TOKENS = 3
"""A piece with fewer is short."""
_MOST_HALVES = 3


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
    view, around, near, offset = case.view, case.around, case.near, case.offset
    inside, mark_at, next_mark = view.inside, view.mark_at, around.next_mark
    heads, commas, verbs, marks = around.heads, around.commas, around.verbs, around.marks
    stops, brackets, sentence = around.ends, around.brackets, view.sentence
    starts, ends = case.scores[CONTENT_START], case.scores[CONTENT_END]
    source_start, source_end = case.source or NO_SOURCE
    word, verb_class, rule = case.verb.word, case.verb.klass, case.rule()
    behind_cue, before_cue, sentence_last = (
        landmarks.behind_cue,
        landmarks.before_cue,
        landmarks.last,
    )
    right, hint = side == "R", case.hint
    hinted = None
    if hint is not None:
        hinted = hint.right if right else hint.left
    out = []
    for i, j in pairs:
        at, k = offset + i, j + 1
        here, behind, length = near[at], near[offset + k].klass, k - i
        size = LENGTHS[length]
        same = 1 if mark_at[i] == mark_at[j] else 0
        first_in = inside[i]
        is_whole = same and first_in and near[at - 1].klass == "Q" and next_mark[j] != mark_at[j]
        whole = 1 if is_whole else 0
        last = 1 if j >= sentence_last else 0
        touches = 1 if (behind_cue == i if right else before_cue == j) else 0
        overlaps = 1 if i < source_end and source_start <= j else 0
        better_end = 1 if i < j and max(ends[i:j]) > ends[j] else 0
        better_start = 1 if i < j and max(starts[i + 1 : k]) > starts[i] else 0
        verbs_in, commas_in = UP_TO_2[verbs[k] - verbs[i]], UP_TO_3[commas[j] - commas[i]]
        stops_in, heads_in = UP_TO_3[stops[j] - stops[i]], UP_TO_3[heads[k] - heads[i]]
        sentences_in, marks_in = UP_TO_3[sentence[j] - sentence[i]], UP_TO_2[marks[k] - marks[i]]
        out.append(
            tables.borders[side, here.klass, behind]
            + tables.first[side, verbs_in, size, last, here.word, here.klass]
            + tables.behind[side, verbs_in, commas_in, last, behind]
            + tables.holds[
                side,
                (first_in, inside[j], same, whole),
                sentences_in,
                0 if brackets[k] == brackets[i] else 1,
                (stops_in, commas_in, heads_in),
                (better_end, better_start),
                last,
            ]
            + tables.touch[side, overlaps, touches, last, whole, marks_in]
            + tables.verb[side, word, 1 if length < _FEW_TOKENS else 0, last]
            + tables.size[side, verb_class, size]
            + tables.hint[side, "-" if hint is None else agreement(hinted, i, k), rule, verb_class]
        )
    return out


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
    return [f"vN{side}{verbs}={behind}", f"vR{side}{commas}{behind}{last}"]


def _hold_keys(
    side: str,
    marks: tuple[int, int, int, int],
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
    return [f"vC{side}{overlaps}", f"vL{side}{touches}{last}{whole}{marks}"]


def _verb_keys(side: str, verb: str, short: int, last: int) -> list[str]:
    return [f"vO{side}={verb}|{short}{last}"]


def _size_keys(side: str, verb: str, size: int) -> list[str]:
    return [f"vM{side}={verb}|{size}"]


def _hint_keys(side: str, agrees: str, rule: str, verb: str) -> list[str]:
    return [f"vS{side}{agrees}", f"vT{side}{agrees}={rule}", f"vU{side}{agrees}={verb}"]
