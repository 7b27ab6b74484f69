"""The scorer in plain Python: the reference, and what there is without a compiled one.

In: a view of a document, the tables of a model. Out: a reading (``picks``): the likely heads, and
the safest choice of each. Why: tokens are scored once; each likely cue gets its words, its best
sources and contents; then cue, source and content are chosen together.
"""

from __future__ import annotations

from math import exp
from operator import itemgetter
from typing import TYPE_CHECKING

from newsquote._quotes.model.candidates import Weigher
from newsquote._quotes.model.cases import case_of
from newsquote._quotes.model.contents import content_candidates
from newsquote._quotes.model.cue_choices import choices_of, neighbours_of
from newsquote._quotes.model.cue_words import score_cue_ends, score_cue_starts
from newsquote._quotes.model.decisions import safest_choice
from newsquote._quotes.model.joint import joint_candidates
from newsquote._quotes.model.picks import Pick
from newsquote._quotes.model.score_tables import SCALE, added
from newsquote._quotes.model.source_spans import source_candidates
from newsquote._quotes.model.surroundings import HEAD, Surroundings
from newsquote._quotes.model.voices import count_voices

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsquote._quotes.model.cases import Case
    from newsquote._quotes.model.cue_choices import CueChoices
    from newsquote._quotes.model.hints import Hint
    from newsquote._quotes.model.joint import Candidate
    from newsquote._quotes.model.token_view import TokenView
    from newsquote._quotes.model.weights import Tables
    from newsquote._quotes.model.word_types import WordType

__all__ = ["LEAST_HINTED", "PlainReading"]

LEAST_HINTED = int(-2.2 * SCALE)
"""Heads less likely than one in ten are never looked at."""
_LEAST_ODDS = -3.0
"""Log-odds below which a cue surely attributes nothing."""
_MOST_BELOW_BEST = 3.0
"""Contents and sources this much less likely than the best, in log chances, are left out."""
_LEAST_CHANCE = 0.2
"""Attributions less likely are never taken."""
_SCORE = itemgetter(1)
_WEIGHER = Weigher()


class PlainReading:
    """A text whose tokens are scored."""

    def __init__(self, view: TokenView, pad: WordType, tables: Tables) -> None:
        self._view = view
        self._pad = pad
        self._tables = tables
        self._scores = tables.tagger.score_tokens(view, pad)
        scores = enumerate(self._scores[HEAD])
        self.heads = [(head, score) for head, score in scores if score > LEAST_HINTED]

    def picks(self, heads: Sequence[int], hints: Mapping[int, Hint]) -> list[Pick]:
        """The safest choices of some of the heads, where they have any chance, in order."""
        around = Surroundings(self._view, self._scores, self._pad)
        tables = self._tables
        found = [_choices_at(case_of(around, head, hints.get(head)), tables) for head in heads]
        return _picked(tables, [one for one in found if one is not None])

    def close(self) -> None:
        """Free what was kept of the text, which here goes by itself."""


def _choices_at(case: Case, tables: Tables) -> CueChoices | None:
    """The sources and contents of a likely cue, whose words are settled first."""
    cue_start, _ = max(score_cue_starts(case, tables.left), key=_SCORE)
    cue_end, _ = max(score_cue_ends(case, tables.right), key=_SCORE)
    case.cue = (cue_start, cue_end)
    sources, source_scores = source_candidates(case, tables.source, _WEIGHER)
    best = max(range(len(sources)), key=source_scores.__getitem__)
    case.source = sources[best]
    contents, content_scores = content_candidates(case, tables.content, _WEIGHER)
    choices = choices_of(
        case,
        contents,
        [score / SCALE for score in content_scores],
        sources,
        [score / SCALE for score in source_scores],
        _MOST_BELOW_BEST,
    )
    return None if choices is None or choices.odds < _LEAST_ODDS else choices


def _picked(tables: Tables, choices: list[CueChoices]) -> list[Pick]:
    """The safest choice of each cue, where it has any chance."""
    picked = []
    heard = count_voices(choices)
    for one, others in zip(choices, neighbours_of(choices), strict=True):
        candidates = joint_candidates(one, others, heard, tables.joint)
        chances = _chances_of(candidates, tables)
        if 1 - chances[0] < _LEAST_CHANCE:
            continue
        chance, choice = safest_choice([candidate[0] for candidate in candidates], chances)
        if chance >= _LEAST_CHANCE:
            picked.append(Pick(chance, one.case.head, one.case.cue, *choice))
    return picked


def _chances_of(candidates: list[Candidate], tables: Tables) -> list[float]:
    """The softmax of the candidates' scores and numbers."""
    weight_of = tables.numbers.get
    scores = []
    for _, score, numbers in candidates:
        weighed = 0.0
        for key, number in numbers:
            weighed += weight_of(key, 0) * number
        scores.append((score + weighed) / SCALE)
    top = max(scores)
    exponentials = [exp(score - top) for score in scores]
    total = added(exponentials)
    return [one / total for one in exponentials]
