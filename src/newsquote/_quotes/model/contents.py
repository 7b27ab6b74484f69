"""The contents that a cue may have.

In: a case whose cue is known, and its likeliest source. Out: choices, each a piece before the cue,
one behind it, or both, with their scores; the first is none. Why: all that may be said at a cue is
compared in one list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.model.candidates import (
    MOST_PAIRS,
    best_pairs,
    likeliest_pairs,
    strongest_tokens,
    tokens_within,
    with_hinted_pair,
)
from newsquote._quotes.model.content_ends import EndTables, score_content_ends
from newsquote._quotes.model.content_pieces import PieceTables, score_pieces
from newsquote._quotes.model.content_shapes import Shape, ShapeTables
from newsquote._quotes.model.content_starts import StartTables, score_content_starts
from newsquote._quotes.model.landmarks import NO_SOURCE, Landmarks
from newsquote._quotes.model.regions import MOST_PARAGRAPHS
from newsquote._quotes.model.score_tables import SCALE
from newsquote._quotes.model.surroundings import CONTENT_END, CONTENT_START
from newsquote._quotes.model.token_ranges import TokenRange

if TYPE_CHECKING:
    from newsquote._quotes.model.candidates import EdgePair, Weigher
    from newsquote._quotes.model.cases import Case
    from newsquote._quotes.model.score_tables import TableMaker

__all__ = ["Content", "ContentTables", "content_candidates"]

_MOST_PIECES = 4
_MOST_OF_TWO = 2
_MOST_OF_TWO_UNPRUNED = 8
"""Pieces of each side that are tried together."""
_GAP_COST = 10
_OTHER_MARKS_COST = SCALE
_SOURCE_COST = 2 * SCALE
"""Taken off a pair's prior: for each token between it and the cue; where its edges are not in the
same marks; where it overlaps the source."""

Content = tuple[TokenRange | None, TokenRange | None]
"""The piece before the cue and the one behind it."""
_Piece = tuple[TokenRange, int]
"""A piece and its score."""


class ContentTables:
    """The tables of contents."""

    def __init__(self, table: TableMaker) -> None:
        self.starts = StartTables(table)
        self.ends = EndTables(table)
        self.pieces = PieceTables(table)
        self.shapes = ShapeTables(table)


def content_candidates(
    case: Case, tables: ContentTables, weigher: Weigher
) -> tuple[list[Content], list[int]]:
    """The contents that the cue may have, and their scores; the first is none."""
    landmarks = Landmarks.of_case(case)
    shape = Shape(case, tables.shapes)
    left = _pieces_on("L", case, tables, landmarks, weigher)
    right = _pieces_on("R", case, tables, landmarks, weigher)
    ranges: list[Content] = [(None, None)]
    scores = [weigher.row(shape.score_nothing())]
    if left:
        alone = weigher.row(shape.score_left_only())
        ranges += [(piece, None) for piece, _ in left]
        scores += [score + alone for _, score in left]
    if right:
        alone = weigher.row(shape.score_right_only())
        ranges += [(None, piece) for piece, _ in right]
        scores += [score + alone for _, score in right]
    if left and right:
        left = _best_of_two(left, weigher)
        right = _best_of_two(right, weigher)
        for one, score_of_one in left:
            for two, score_of_two in right:
                together = weigher.row(shape.score_both(one, two))
                ranges.append((one, two))
                scores.append(score_of_one + score_of_two + together)
    return ranges, scores


def _best_of_two(pieces: list[_Piece], weigher: Weigher) -> list[_Piece]:
    """The pieces that are tried with those of the other side."""
    if not weigher.prunes:
        return pieces[:_MOST_OF_TWO_UNPRUNED]
    return sorted(pieces, key=_rank, reverse=True)[:_MOST_OF_TWO]


def _rank(piece: _Piece) -> tuple[int, int, int]:
    (start, end), score = piece
    return score, -start, -end


def _pieces_on(
    side: str, case: Case, tables: ContentTables, landmarks: Landmarks, weigher: Weigher
) -> list[_Piece]:
    """The pieces on one side of the cue."""
    lo, hi = (case.region[0], case.cue[0]) if side == "L" else (case.cue[1], case.region[1])
    if lo >= hi or (weigher.prunes and not case.has_more(lo, hi)):
        return []
    pairs = _edge_pairs(case, landmarks, side, lo, hi)
    chosen_by_edges = weigher.prunes and _MOST_PIECES < len(pairs) <= MOST_PAIRS
    if not chosen_by_edges:
        pairs = likeliest_pairs(pairs)
    firsts = {i for _, i, _ in pairs}
    lasts = {j for _, _, j in pairs}
    start_scores = score_content_starts(case, tables.starts, landmarks, side, firsts)
    starts = dict(zip(firsts, weigher.rows_of(start_scores), strict=True))
    end_scores = score_content_ends(case, tables.ends, landmarks, side, lasts)
    ends = dict(zip(lasts, weigher.rows_of(end_scores), strict=True))
    if weigher.prunes and len(pairs) > _MOST_PIECES:
        pairs = best_pairs(pairs, starts, ends, _MOST_PIECES)
    edges = [(i, j) for _, i, j in pairs]
    both = weigher.rows_of(score_pieces(case, tables.pieces, landmarks, side, edges))
    return [
        ((i, j + 1), starts[i] + ends[j] + score) for (i, j), score in zip(edges, both, strict=True)
    ]


def _edge_pairs(case: Case, landmarks: Landmarks, side: str, lo: int, hi: int) -> list[EdgePair]:
    """The pairs of edges of a piece; one that the rules propose is the first."""
    left = side == "L"
    (cue_start, cue_end) = case.cue
    firsts, lasts = _possible_edges(case, landmarks, lo, hi)
    starts = case.scores[CONTENT_START]
    ends = case.scores[CONTENT_END]
    mark_at = case.view.mark_at
    source_start, source_end = case.source or NO_SOURCE
    pairs = []
    for i in firsts:
        start_score = starts[i]
        if not left:
            start_score -= _GAP_COST * (i - cue_end)
        mark = mark_at[i]
        before_source_end = i < source_end
        for j in lasts:
            if i > j:
                continue
            prior = start_score + ends[j]
            if left:
                prior -= _GAP_COST * (cue_start - j)
            if mark != mark_at[j]:
                prior -= _OTHER_MARKS_COST
            if before_source_end and source_start <= j:
                prior -= _SOURCE_COST
            pairs.append((prior, i, j))
    if case.hint is None:
        return pairs
    hinted = case.hint.left if left else case.hint.right
    if hinted is not None and lo <= hinted[0] < hinted[1] <= hi:
        return with_hinted_pair(pairs, hinted[0], hinted[1] - 1)
    return pairs


def _possible_edges(
    case: Case, landmarks: Landmarks, lo: int, hi: int
) -> tuple[list[int], list[int]]:
    """The tokens at which content may start and end, in order."""
    around = case.around
    (a, b) = case.sentence
    in_sentence = max(a, lo), min(b, hi)
    starts = set(tokens_within(around.starts, *in_sentence))
    ends = set(tokens_within(around.ends_at, *in_sentence))
    for first, behind in ((lo, min(hi, a)), (max(lo, b), hi)):
        if first < behind:
            starts.update(tokens_within(around.outer_starts, first, behind))
            ends.update(tokens_within(around.outer_ends, first, behind))
    starts.update([t for t in _landmark_starts(case, landmarks) if lo <= t < hi])
    ends.update([t for t in _landmark_ends(case, landmarks, hi) if lo <= t < hi])
    return (
        strongest_tokens(sorted(starts), case.scores[CONTENT_START]),
        strongest_tokens(sorted(ends), case.scores[CONTENT_END]),
    )


def _landmark_starts(case: Case, landmarks: Landmarks) -> list[int]:
    starts = [landmarks.behind_cue, landmarks.first, landmarks.behind_source]
    if case.region[0] < case.sentence[0]:
        starts.append(case.word_from(case.region[0]))
    return starts


def _landmark_ends(case: Case, landmarks: Landmarks, hi: int) -> list[int]:
    """The landmarks at which content may end, and the ends of the paragraphs that it goes on in."""
    ends = [landmarks.before_cue, landmarks.last, landmarks.before_source]
    if case.region[1] > case.sentence[1]:
        ends.append(case.word_back_from(case.region[1] - 1))
    if hi > case.paragraph[1]:
        following = case.number + 1
        tokens = case.view.doc.paragraph_tokens[following : following + 1 + MOST_PARAGRAPHS]
        ends += [case.word_back_from(behind - 1) for _, behind in tokens if behind <= hi]
    return ends
