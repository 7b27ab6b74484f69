"""The scores of a content's last token.

In: a case whose cue and source are known, a side of the cue, tokens. Out: their scores. Why: an
edge is scored once for all pieces with that edge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.model.buckets import (
    LENGTHS,
    REGION_UP_TO_2,
    REGION_UP_TO_3,
    SCORE_STEP,
    SCORES,
)
from newsquote._quotes.model.landmarks import NO_SOURCE, TAGS
from newsquote._quotes.model.surroundings import CONTENT_END

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsquote._quotes.model.cases import Case
    from newsquote._quotes.model.landmarks import Landmarks
    from newsquote._quotes.model.score_tables import TableMaker

__all__ = ["EndTables", "score_content_ends"]

_SPELLED_CLASSES = 4
"""TokenRange between an end and the cue behind it whose classes are all spelled."""


class EndTables:
    """The tables of last tokens."""

    def __init__(self, table: TableMaker) -> None:
        self.score = table(_score_keys)
        self.words = table(_word_keys)
        self.comma = table(_comma_keys)
        self.verb = table(_verb_keys)
        self.mark = table(_mark_keys)
        self.frames_behind = table(_frames_behind_keys)
        self.place = table(_place_keys)
        self.frames = table(_frame_keys)
        self.counts = table(_count_keys)
        self.by_name = table.by_name


def score_content_ends(
    case: Case, tables: EndTables, landmarks: Landmarks, side: str, tokens: Iterable[int]
) -> list[int]:
    """The scores of last tokens of a piece on a side of the cue."""
    head = case.head
    near = case.near
    offset = case.offset
    verb = case.verb
    a, b = case.sentence
    source_start, source_end = case.source or NO_SOURCE
    inside = case.view.inside
    mark_at = case.view.mark_at
    next_mark = case.around.next_mark
    scores = case.scores[CONTENT_END]
    heads = case.around.heads
    commas = case.around.commas
    by_name = tables.by_name
    before_cue = landmarks.before_cue
    before_source = landmarks.before_source
    last = landmarks.last
    beside_cue, beside_source, in_source, elsewhere = TAGS[side]
    left = side == "L"
    cue_start, cue_end = case.cue
    out = []
    for j in tokens:
        at = offset + j
        behind = near[at + 1]
        second = near[at + 2]
        third = near[at + 3].klass
        klass = behind.klass
        if j == before_cue:
            tag = beside_cue
        elif j == before_source:
            tag = beside_source
        elif source_start <= j < source_end:
            tag = in_source
        else:
            tag = elsewhere
        if not a <= j < b:
            place = "x"
        elif j >= last:
            place = "e"
        else:
            place = "-"
        if not inside[j]:
            mark = "0"
        elif next_mark[j] != mark_at[j]:
            mark = "q"
        else:
            mark = "1"
        k = j + 1
        rest = max(k, b)
        gap = LENGTHS[cue_start - j if left else j - cue_end]
        out.append(
            tables.score[side, SCORES[scores[j] // SCORE_STEP]]
            + tables.words[side, near[at].klass, behind.word, klass]
            + tables.comma[(side, second.word, third) if klass == "," else (side, "", "")]
            + by_name(f"d{side}={klass}|{second.klass}", 0)
            + by_name(f"t{side}={klass}|{second.klass}|{third}", 0)
            + tables.verb[side, verb.klass, klass]
            + tables.mark[tag, mark, klass]
            + tables.frames_behind[side, verb.frames, klass]
            + tables.place[tag, mark, place, gap, inside[head]]
            + tables.frames[tag, place, verb.word, verb.frames]
            + tables.counts[
                side,
                place,
                REGION_UP_TO_3[heads[j] - heads[head]],
                REGION_UP_TO_3[commas[j] - commas[head]],
                REGION_UP_TO_2[heads[rest] - heads[k]],
                REGION_UP_TO_2[commas[rest] - commas[k]],
                klass,
            ]
            + by_name(
                f"kL={case.between(k, cue_start, _SPELLED_CLASSES)}"
                if left
                else f"kR{place}{LENGTHS[last - j if j < last else 0]}{mark}",
                0,
            )
        )
    return out


def _score_keys(side: str, score: int) -> list[str]:
    return [f"3{side}{score}"]


def _word_keys(side: str, here: str, word: str, behind: str) -> list[str]:
    return [
        f"c{side}={here}|{behind}",
        f"e{side}={word}",
    ]


def _comma_keys(side: str, word: str, third: str) -> list[str]:
    return [f"p{side}={word}|{third}" if word else f"p{side}"]


def _verb_keys(side: str, verb: str, behind: str) -> list[str]:
    return [f"h{side}={verb}|{behind}"]


def _mark_keys(tag: str, mark: str, behind: str) -> list[str]:
    return [f"l{tag}{mark}={behind}"]


def _frames_behind_keys(side: str, frames: str, behind: str) -> list[str]:
    return [f"m{side}={frames}|{behind}"]


def _place_keys(tag: str, mark: str, place: str, gap: int, head_inside: int) -> list[str]:
    side = tag[0]
    return [
        f"a{tag}{mark}{place}",
        f"j{side}{gap}{mark}",
        f"s{side}{head_inside}{mark}",
    ]


def _frame_keys(tag: str, place: str, verb: str, frames: str) -> list[str]:
    return [
        f"n{tag}={verb}|{place}",
        f"o{tag}{place}={frames}",
    ]


def _count_keys(
    side: str,
    place: str,
    heads: int,
    commas: int,
    heads_behind: int,
    commas_behind: int,
    behind: str,
) -> list[str]:
    return [
        f"q{side}{heads}{commas}{place}",
        f"r{side}{heads_behind}{commas_behind}{place}{behind}",
    ]
