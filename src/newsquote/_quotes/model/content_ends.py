"""The scores of a content's last token.

In: a case whose cue and source are known, a side of the cue, tokens. Out: their scores. Why: an edge is
scored once for all pieces with that edge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.model.buckets import LENGTHS, SCORE_STEP, SCORES, UP_TO_2, UP_TO_3
from newsquote._quotes.model.landmarks import NO_SOURCE, TAGS
from newsquote._quotes.model.surroundings import CONTENT_END

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsquote._quotes.model.cases import Case
    from newsquote._quotes.model.landmarks import Landmarks
    from newsquote._quotes.model.score_tables import TableMaker

__all__ = ["EndTables", "score_content_ends"]

_SPELLED_CLASSES = 4
"""Tokens between an end and the cue behind it whose classes are all spelled."""


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
    head, near, offset, around = case.head, case.near, case.offset, case.around
    cue_start, cue_end = case.cue
    a, b = case.sentence
    source_start, source_end = case.source or NO_SOURCE
    word, verb_class, frames = case.verb.word, case.verb.klass, case.verb.frames
    inside, mark_at, next_mark = case.view.inside, case.view.mark_at, around.next_mark
    scores, by_name = case.scores[CONTENT_END], tables.by_name
    heads, commas = around.heads, around.commas
    heads_here, commas_here, head_inside = heads[head], commas[head], inside[head]
    before_cue, before_source, last = (
        landmarks.before_cue,
        landmarks.before_source,
        landmarks.last,
    )
    beside_cue, beside_source, in_source, elsewhere = TAGS[side]
    left = side == "L"
    out = []
    for j in tokens:
        at, k = offset + j, j + 1
        behind, second, third = near[at + 1], near[at + 2], near[at + 3].klass
        klass = behind.klass
        if j == before_cue:
            tag = beside_cue
        elif j == before_source:
            tag = beside_source
        else:
            tag = in_source if source_start <= j < source_end else elsewhere
        if not a <= j < b:
            place = "x"
        else:
            place = "e" if j >= last else "-"
        if not inside[j]:
            mark = "0"
        else:
            mark = "q" if next_mark[j] != mark_at[j] else "1"
        if left:
            gap, heads_between = LENGTHS[cue_start - j], heads_here - heads[j]
            commas_between = commas_here - commas[j]
            order_key = f"kL={case.between(k, cue_start, _SPELLED_CLASSES)}"
        else:
            gap, heads_between = LENGTHS[j - cue_end], heads[j] - heads_here
            commas_between = commas[j] - commas_here
            order_key = f"kR{place}{LENGTHS[last - j if j < last else 0]}{mark}"
        rest = b if b > k else k
        out.append(
            tables.score[side, SCORES[scores[j] // SCORE_STEP]]
            + tables.words[side, near[at].klass, behind.word, klass]
            + tables.comma[(side, second.word, third) if klass == "," else (side, "", "")]
            + by_name(f"d{side}={klass}|{second.klass}", 0)
            + by_name(f"t{side}={klass}|{second.klass}|{third}", 0)
            + tables.verb[side, verb_class, klass]
            + tables.mark[tag, mark, klass]
            + tables.frames_behind[side, frames, klass]
            + tables.place[tag, mark, place, gap, head_inside]
            + tables.frames[tag, place, word, frames]
            + tables.counts[
                side,
                place,
                UP_TO_3[heads_between],
                UP_TO_3[commas_between],
                UP_TO_2[heads[rest] - heads[k]],
                UP_TO_2[commas[rest] - commas[k]],
                klass,
            ]
            + by_name(order_key, 0)
        )
    return out


def _score_keys(side: str, score: int) -> list[str]:
    return [f"3{side}{score}"]


def _word_keys(side: str, here: str, word: str, behind: str) -> list[str]:
    return [f"c{side}={here}|{behind}", f"e{side}={word}"]


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
    return [f"a{tag}{mark}{place}", f"j{side}{gap}{mark}", f"s{side}{head_inside}{mark}"]


def _frame_keys(tag: str, place: str, verb: str, frames: str) -> list[str]:
    return [f"n{tag}={verb}|{place}", f"o{tag}{place}={frames}"]


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
