"""The scores of a source: of its first token, of its last, and of the two together.

In: a case whose cue is known, tokens. Out: scores. Why: an edge is scored once for all sources with
that edge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.model.buckets import (
    LENGTHS,
    SCORE_STEP,
    SCORES,
    UP_TO_2,
    UP_TO_3,
    UP_TO_4,
)
from newsquote._quotes.model.hints import agreement
from newsquote._quotes.model.surroundings import SOURCE_END, SOURCE_START

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsquote._quotes.model.cases import Case
    from newsquote._quotes.model.score_tables import TableMaker

__all__ = [
    "SourceEdgeTables",
    "hinted_source",
    "score_source_ends",
    "score_source_starts",
    "score_sources",
]

_SPELLED_CLASSES = 3
"""TokenRange of a source whose classes are all spelled."""
_SPELLED_KINDS = 6
_VERB_GAP = 3
"""Distances to the cue that are told apart together with its head."""


class SourceEdgeTables:
    """The tables of the edges of sources."""

    def __init__(self, table: TableMaker) -> None:
        self.by_name = table.by_name
        self.start_score = table(_start_score_keys)
        self.start_words = table(_start_word_keys)
        self.start_place = table(_start_place_keys)
        self.end_score = table(_end_score_keys)
        self.end_words = table(_end_word_keys)
        self.end_place = table(_end_place_keys)
        self.end_verb = table(_end_verb_keys)
        self.words = table(_source_word_keys)
        self.shape = table(_shape_keys)
        self.borders = table(_border_keys)
        self.place = table(_source_place_keys)
        self.hint = table(_hint_keys)


def hinted_source(case: Case) -> str:
    """Whether the rules name a source, and where."""
    if case.hint is None:
        return "-"
    return f"{'s' if case.hint.source else 'n'}{case.hint.side}"


# ---------------------------------------------------------------- the first token


def score_source_starts(case: Case, tables: SourceEdgeTables, tokens: Iterable[int]) -> list[int]:
    """The scores of first tokens."""
    (cue_start, cue_end) = case.cue
    near = case.near
    offset = case.offset
    heads = case.around.heads
    commas = case.around.commas
    inside = case.view.inside
    scores = case.scores[SOURCE_START]
    sentence_start = case.sentence[0]
    cue_inside = inside[cue_start]
    cue_heads = heads[cue_start]
    cue_commas = commas[cue_start]
    out = []
    for i in tokens:
        at = offset + i
        here = near[at]
        if i < cue_start:
            side = "L"
            gap = cue_start - i
            heads_between = cue_heads - heads[i]
            commas_between = cue_commas - commas[i]
        else:
            side = "R"
            gap = i - cue_end
            heads_between = heads[i] - cue_heads
            commas_between = commas[i] - cue_commas
        out.append(
            tables.start_score[side, SCORES[scores[i] // SCORE_STEP]]
            + tables.start_words[side, near[at - 1].klass, here.word, here.klass]
            + tables.start_place[
                side,
                LENGTHS[gap],
                inside[i],
                cue_inside,
                UP_TO_2[i - sentence_start],
                UP_TO_3[commas_between],
                UP_TO_3[heads_between],
            ]
        )
    return out


def _start_score_keys(side: str, score: int) -> list[str]:
    return [f"s1{side}{score}"]


def _start_word_keys(side: str, before: str, word: str, klass: str) -> list[str]:
    return [
        f"sB{side}={word}",
        f"sC{side}={klass}",
        f"sE{side}={before}|{klass}",
    ]


def _start_place_keys(
    side: str, gap: int, inside: int, cue_inside: int, at: int, commas: int, heads: int
) -> list[str]:
    return [
        f"sA{side}{gap}",
        f"sG{side}{inside}{cue_inside}",
        f"sH{side}{at}{commas}",
        f"sI{side}{heads}",
    ]


# ---------------------------------------------------------------- the last token


def score_source_ends(case: Case, tables: SourceEdgeTables, tokens: Iterable[int]) -> list[int]:
    """The scores of last tokens."""
    (cue_start, cue_end) = case.cue
    near = case.near
    offset = case.offset
    around = case.around
    inside = case.view.inside
    by_name = tables.by_name
    scores = case.scores[SOURCE_END]
    word = case.verb.word
    verb_class = case.verb.klass
    heads = around.heads
    commas = around.commas
    marks = around.marks
    breaks = around.breaks
    verbs = around.verbs
    cue_inside = inside[cue_start]
    out = []
    for j in tokens:
        at = offset + j
        behind = near[at + 1]
        if j < cue_start:
            side = "L"
            lo = j + 1
            hi = cue_start
            gap = LENGTHS[cue_start - j - 1]
            between = case.between(j + 1, cue_start)
        else:
            side = "R"
            lo = cue_end
            hi = j
            gap = LENGTHS[j - cue_end]
            between = f"{behind.klass}_{near[at + 2].klass}"
        marks_between = UP_TO_2[marks[hi] - marks[lo]]
        out.append(
            tables.end_score[side, SCORES[scores[j] // SCORE_STEP]]
            + tables.end_words[side, near[at].klass, behind.word, behind.klass]
            + tables.end_place[
                side,
                gap,
                UP_TO_4[heads[hi] - heads[lo]],
                UP_TO_3[commas[hi] - commas[lo]],
                UP_TO_3[breaks[hi] - breaks[lo]],
                UP_TO_3[verbs[hi] - verbs[lo]],
            ]
            + tables.end_verb[side, word, verb_class, gap, inside[j], cue_inside, marks_between]
            + by_name(f"eB{side}={between}", 0)
        )
    return out


def _end_score_keys(side: str, score: int) -> list[str]:
    return [f"e1{side}{score}"]


def _end_word_keys(side: str, here: str, word: str, behind: str) -> list[str]:
    return [
        f"eC{side}={here}",
        f"eD{side}={here}|{behind}",
        f"eF{side}={word}",
    ]


def _end_place_keys(
    side: str, gap: int, heads: int, commas: int, breaks: int, verbs: int
) -> list[str]:
    return [
        f"eA{side}{gap}",
        f"eI{side}{heads}{commas}",
        f"eJ{side}{breaks}{verbs}",
    ]


def _end_verb_keys(
    side: str, verb: str, klass: str, gap: int, inside: int, cue_inside: int, marks: int
) -> list[str]:
    return [
        f"eG{side}={klass}|{gap}",
        f"eH{side}={verb}|{min(gap, _VERB_GAP)}",
        f"eL{side}{inside}{cue_inside}{marks}",
    ]


# ---------------------------------------------------------------- both


def score_sources(
    case: Case, tables: SourceEdgeTables, pairs: Iterable[tuple[int, int]]
) -> list[int]:
    """The scores of tokens as the first and the last of one source."""
    (cue_start, cue_end) = case.cue
    near = case.near
    offset = case.offset
    hint = case.hint
    around = case.around
    sentence_start = case.sentence[0]
    ends = case.scores[SOURCE_END]
    starts = case.scores[SOURCE_START]
    commas = around.commas
    verbs = around.verbs
    breaks = around.breaks
    heads = around.heads
    marks = around.marks
    hinted = None if hint is None else hint.source
    named = hinted_source(case)
    out = []
    for i, j in pairs:
        at = offset + i
        k = j + 1
        length = j - i + 1
        types = near[at : at + length]
        classes = ">"
        if length <= _SPELLED_CLASSES:
            classes = "_".join([kind.klass for kind in types])
        kinds = "".join([kind.kind for kind in types[:_SPELLED_KINDS]])
        side, gap = ("L", cue_start - k) if j < cue_start else ("R", i - cue_end)
        counts = (
            UP_TO_2[commas[j] - commas[i]],
            UP_TO_2[verbs[k] - verbs[i]],
            UP_TO_2[breaks[k] - breaks[i]],
            UP_TO_2[heads[k] - heads[i]],
        )
        better_end = 1 if i < j and max(ends[i:j]) > ends[j] else 0
        better_start = 1 if i < j and max(starts[i + 1 : k]) > starts[i] else 0
        out.append(
            tables.words[side, classes, types[0].klass, types[-1].klass]
            + tables.shape[side, LENGTHS[length], kinds]
            + tables.borders[side, near[at - 1].klass, near[at + length].klass]
            + tables.place[
                side,
                counts,
                1 if marks[k] > marks[i] else 0,
                better_end,
                better_start,
                1 if gap == 0 else 0,
                1 if i == sentence_start else 0,
            ]
            + tables.hint[side, "-" if hint is None else agreement(hinted, i, k), named]
        )
    return out


def _source_word_keys(side: str, classes: str, first: str, last: str) -> list[str]:
    return [
        f"qC{side}={classes}",
        f"qF{side}={first}|{last}",
    ]


def _shape_keys(side: str, length: int, kinds: str) -> list[str]:
    return [
        f"qA{side}{length}",
        f"qB{side}={kinds}",
    ]


def _border_keys(side: str, before: str, behind: str) -> list[str]:
    return [f"qI{side}={before}|{behind}"]


def _source_place_keys(
    side: str,
    counts: tuple[int, int, int, int],
    marks: int,
    better_end: int,
    better_start: int,
    touches: int,
    first: int,
) -> list[str]:
    commas, verbs, breaks, heads = counts
    return [
        f"qE{side}{verbs}{breaks}",
        f"qG{side}{better_end}{better_start}{commas}",
        f"qL{side}{marks}",
        f"qD{side}{commas}{heads}{touches}",
        f"qH{side}{first}{touches}",
    ]


def _hint_keys(side: str, agrees: str, hinted: str) -> list[str]:
    return [
        f"qR{side}={agrees}",
        f"qS{side}={agrees}|{hinted}",
    ]
