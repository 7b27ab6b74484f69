"""Content, source and cue chosen together.

In: for every cue the best contents and sources with their chances. Out: the candidates of the last
choice with their scores; the first is that the cue attributes nothing. Why: how the three stand to
one another, and to the other cues of the article, says more than each alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.model.no_attribution import NoneTables, score_no_attribution
from newsquote._quotes.model.relations import (
    RelatedContent,
    RelatedSource,
    RelationTables,
    score_relations,
)
from newsquote._quotes.model.rivals import make_rival_table, rivals_among, score_rivals
from newsquote._quotes.model.voices import times_elsewhere

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsquote._quotes.model.cue_choices import CueChoices
    from newsquote._quotes.model.score_tables import TableMaker
    from newsquote._quotes.model.token_ranges import TokenRange

__all__ = ["Candidate", "Choice", "JointTables", "joint_candidates"]

Choice = tuple["TokenRange | None", "TokenRange | None", "TokenRange | None"]
"""The piece before the cue, the piece behind it, the source."""
Candidate = tuple[Choice, int, list[tuple[str, float]]]
"""A choice, its score, and numbers by the key of the weight that each is multiplied by."""
NOTHING: Choice = (None, None, None)


class JointTables:
    """The tables of the last choice."""

    def __init__(self, table: TableMaker) -> None:
        self.rivals = make_rival_table(table)
        self.again = table(_again_keys)
        self.relations = RelationTables(table)
        self.none = NoneTables(table)


def joint_candidates(
    choices: CueChoices,
    others: Sequence[CueChoices],
    heard: Mapping[str, int],
    tables: JointTables,
) -> list[Candidate]:
    """The candidates of a cue; the first is nothing.

    :param others: the cues near it.
    :param heard: how often each name is heard in the document.
    """
    case = choices.case
    candidates: list[Candidate] = [
        (NOTHING, *score_no_attribution(choices, others, heard, tables.none))
    ]
    rivals = rivals_among(choices, others)
    sources = []
    for tokens, log_chance in choices.sources:
        again = tables.again[times_elsewhere(choices, tokens, heard),]
        sources.append((RelatedSource.of_case(case, tokens), log_chance, again))
    for left, right, content_log in choices.contents:
        contested = [
            score_rivals(choices, piece, side, rivals, tables.rivals)
            for piece, side in ((left, "L"), (right, "R"))
            if piece is not None
        ]
        content = RelatedContent.of_case(case, left, right)
        for source, source_log, again in sources:
            score = score_relations(case, content, source, tables.relations) + again
            for rival_score in contested:
                score += rival_score
            numbers = [("lc", content_log), ("ls", source_log)]
            candidates.append(((left, right, source.tokens), score, numbers))
    return candidates


def _again_keys(times: int) -> list[str]:
    return [f"jW{times}"]
