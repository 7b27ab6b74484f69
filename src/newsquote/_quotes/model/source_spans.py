"""The ranges that may be a cue's source.

In: a case whose cue is known. Out: candidates, each with its score; the first is that there is
none. Why: a source is a noun phrase of the cue's sentence, and which one depends on all that stands
between.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.model.buckets import UP_TO_4
from newsquote._quotes.model.candidates import (
    MOST_PAIRS,
    best_pairs,
    likeliest_pairs,
    strongest_tokens,
    tokens_within,
    with_hinted_pair,
)
from newsquote._quotes.model.source_edges import (
    SourceEdgeTables,
    hinted_source,
    score_source_ends,
    score_source_starts,
    score_sources,
)
from newsquote._quotes.model.surroundings import SOURCE_END, SOURCE_START

if TYPE_CHECKING:
    from newsquote._quotes.model.candidates import EdgePair, Weigher
    from newsquote._quotes.model.cases import Case
    from newsquote._quotes.model.score_tables import TableMaker
    from newsquote._quotes.model.token_ranges import TokenRange

__all__ = ["SourceTables", "source_candidates"]

_MOST_SOURCES = 4
_MOST_TOKENS = 35
_GAP_COST = 12
"""Taken off a pair's prior for each token between it and the cue."""


class SourceTables(SourceEdgeTables):
    """The tables of sources."""

    def __init__(self, table: TableMaker) -> None:
        super().__init__(table)
        self.none_verb = table(_none_verb_keys)
        self.none_classes = table(_none_class_keys)
        self.none_place = table(_none_place_keys)


def source_candidates(
    case: Case, tables: SourceTables, weigher: Weigher
) -> tuple[list[TokenRange | None], list[int]]:
    """The ranges that may be the source, and their scores; the first is None."""
    pairs = _edge_pairs(case)
    chosen_by_edges = weigher.prunes and _MOST_SOURCES < len(pairs) <= MOST_PAIRS
    if not chosen_by_edges:
        pairs = likeliest_pairs(pairs)
    firsts = {i for _, i, _ in pairs}
    lasts = {j for _, _, j in pairs}
    start_scores = weigher.rows_of(score_source_starts(case, tables, firsts))
    end_scores = weigher.rows_of(score_source_ends(case, tables, lasts))
    starts = dict(zip(firsts, start_scores, strict=True))
    ends = dict(zip(lasts, end_scores, strict=True))
    if weigher.prunes and len(pairs) > _MOST_SOURCES:
        pairs = best_pairs(pairs, starts, ends, _MOST_SOURCES)
    both = weigher.rows_of(score_sources(case, tables, [(i, j) for _, i, j in pairs]))
    ranges: list[TokenRange | None] = [None, *[(i, j + 1) for _, i, j in pairs]]
    values = [weigher.row(_score_none(case, tables))]
    values += [starts[i] + ends[j] + score for (_, i, j), score in zip(pairs, both, strict=True)]
    return ranges, values


def _edge_pairs(case: Case) -> list[EdgePair]:
    """The pairs of edges of a source; one that the rules propose is the first."""
    cue_start, cue_end = case.cue
    firsts, lasts = _possible_edges(case)
    starts = case.scores[SOURCE_START]
    ends = case.scores[SOURCE_END]
    pairs = []
    for i in firsts:
        left = i < cue_start
        farthest = i + _MOST_TOKENS
        score = starts[i]
        if not left:
            score -= _GAP_COST * (i - cue_end)
        for j in lasts:
            if i <= j <= farthest and (j < cue_start) == left:
                prior = score + ends[j]
                if left:
                    prior -= _GAP_COST * (cue_start - j)
                pairs.append((prior, i, j))
    hinted = None if case.hint is None else case.hint.source
    if hinted is None or hinted[0] >= hinted[1]:
        return pairs
    if hinted[1] <= cue_start or cue_end <= hinted[0]:
        return with_hinted_pair(pairs, hinted[0], hinted[1] - 1)
    return pairs


def _possible_edges(case: Case) -> tuple[list[int], list[int]]:
    """The tokens at which a source may start and end, in order."""
    (a, b) = case.sentence
    (cue_start, cue_end) = case.cue
    alnum = case.view.alnum
    around = case.around
    cue = range(cue_start, cue_end)
    starts = set(tokens_within(around.source_starts, a, b))
    starts.update([t for t in (a, cue_end) if t < b and alnum[t]])
    starts.difference_update(cue)
    ends = set(tokens_within(around.source_ends, a, b))
    ends.difference_update(cue)
    if a < cue_start and alnum[cue_start - 1]:
        ends.add(cue_start - 1)
    return (
        strongest_tokens(sorted(starts), case.scores[SOURCE_START]),
        strongest_tokens(sorted(ends), case.scores[SOURCE_END]),
    )


# ---------------------------------------------------------------- no source


def _score_none(case: Case, tables: SourceTables) -> int:
    (cue_start, cue_end) = case.cue
    near = case.near
    offset = case.offset
    first = near[offset + cue_start]
    behind = near[offset + cue_end]
    return (
        tables.none_verb[case.verb.word, case.verb.klass]
        + tables.none_classes[first.klass, behind.klass]
        + tables.by_name(f"n9={first.word}", 0)
        + tables.by_name(f"n10={behind.word}", 0)
        + tables.none_place[UP_TO_4[cue_start - case.sentence[0]], hinted_source(case)]
    )


def _none_verb_keys(verb: str, klass: str) -> list[str]:
    return [
        f"n1={verb}",
        f"n2={klass}",
    ]


def _none_class_keys(first: str, behind: str) -> list[str]:
    return [f"n3={first}|{behind}"]


def _none_place_keys(at: int, hinted: str) -> list[str]:
    return [
        "n0",
        f"n8={at}",
        f"nR={hinted}",
    ]
