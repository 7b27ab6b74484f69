"""The scores of a content's first token.

In: a case whose cue and source are known, a side of the cue, tokens. Out: their scores. Why: an
edge is scored once for all pieces with that edge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.model.buckets import LENGTHS, REGION_UP_TO_3, SCORE_STEP, SCORES
from newsquote._quotes.model.landmarks import NO_SOURCE, TAGS
from newsquote._quotes.model.surroundings import CONTENT_START

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsquote._quotes.model.cases import Case
    from newsquote._quotes.model.landmarks import Landmarks
    from newsquote._quotes.model.score_tables import TableMaker

__all__ = ["StartTables", "score_content_starts"]

_SPELLED_CLASSES = 3
"""TokenRange between the cue and a start behind it whose classes are all spelled."""


class StartTables:
    """The tables of first tokens."""

    def __init__(self, table: TableMaker) -> None:
        self.score = table(_score_keys)
        self.behind = table(_behind_keys)
        self.words = table(_word_keys)
        self.before = table(_before_keys)
        self.frames = table(_frame_keys)
        self.place = table(_place_keys)
        self.by_name = table.by_name


def score_content_starts(
    case: Case, tables: StartTables, landmarks: Landmarks, side: str, tokens: Iterable[int]
) -> list[int]:
    """The scores of first tokens of a piece on a side of the cue."""
    head = case.head
    near = case.near
    offset = case.offset
    frames = case.verb.frames
    a, b = case.sentence
    source_start, source_end = case.source or NO_SOURCE
    inside = case.view.inside
    scores = case.scores[CONTENT_START]
    heads = case.around.heads
    commas = case.around.commas
    by_name = tables.by_name
    behind_cue = landmarks.behind_cue
    behind_source = landmarks.behind_source
    first = landmarks.first
    beside_cue, beside_source, in_source, elsewhere = TAGS[side]
    heads_here = heads[head]
    commas_here = commas[head]
    head_inside = inside[head]
    left = side == "L"
    cue_start, cue_end = case.cue
    out = []
    for i in tokens:
        at = offset + i
        before = near[at - 1].klass
        here = near[at]
        klass = here.klass
        if i == behind_cue:
            tag = beside_cue
        elif i == behind_source:
            tag = beside_source
        elif source_start <= i < source_end:
            tag = in_source
        else:
            tag = elsewhere
        if not a <= i < b:
            place = "x"
        elif i <= first:
            place = "f"
        else:
            place = "-"
        if not inside[i]:
            mark = "0"
        elif before == "Q":
            mark = "q"
        else:
            mark = "1"
        out.append(
            tables.score[side, SCORES[scores[i] // SCORE_STEP]]
            + tables.behind[side, klass, near[at + 1].klass]
            + tables.words[tag, here.word, klass]
            + by_name(f"I{side}={frames}|{here.word}", 0)
            + tables.before[tag, mark, before]
            + tables.frames[tag, mark, frames]
            + tables.place[
                tag,
                mark,
                place,
                LENGTHS[cue_start - i if left else i - cue_end],
                REGION_UP_TO_3[heads[i] - heads_here],
                REGION_UP_TO_3[commas[i] - commas_here],
                head_inside,
            ]
            + by_name(
                f"KL{place}{mark}={klass}"
                if left
                else f"KR={case.between(cue_end, i, _SPELLED_CLASSES)}",
                0,
            )
        )
    return out


def _score_keys(side: str, score: int) -> list[str]:
    return [f"1{side}{score}"]


def _behind_keys(side: str, here: str, behind: str) -> list[str]:
    return [f"S{side}={here}|{behind}"]


def _word_keys(tag: str, word: str, klass: str) -> list[str]:
    return [
        f"B{tag}={word}",
        f"C{tag}={klass}",
    ]


def _before_keys(tag: str, mark: str, before: str) -> list[str]:
    return [f"M{tag}{mark}={before}"]


def _frame_keys(tag: str, mark: str, frames: str) -> list[str]:
    return [f"Q{tag}={frames}|{mark}"]


def _place_keys(
    tag: str, mark: str, place: str, gap: int, heads: int, commas: int, head_inside: int
) -> list[str]:
    side = tag[0]
    return [
        f"A{tag}{mark}{place}",
        f"J{side}{gap}{mark}",
        f"U{side}{heads}{commas}{place}",
        f"V{side}{head_inside}{mark}",
    ]
