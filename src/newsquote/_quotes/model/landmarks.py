"""Where content so often begins and ends: beside the cue, beside the source, at sentence edges.

In: a case whose cue and source are known. Out: the words there, and what such a place is called in
keys. Why: what an edge is like depends most of all on which of them it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newsquote._quotes.model.cases import Case

__all__ = ["NO_SOURCE", "TAGS", "Landmarks"]

NO_SOURCE = (0, -1)
"""A source that holds no token and overlaps no piece."""
TAGS = {side: (f"{side}c", f"{side}s", f"{side}in", f"{side}-") for side in "LR"}
"""Beside the cue, beside the source, in the source, elsewhere."""
_NO_TOKEN = -2


class Landmarks(NamedTuple):
    """The words beside the cue, beside the source and at the sentence's edges."""

    behind_cue: int
    behind_source: int
    first: int
    before_cue: int
    before_source: int
    last: int

    @classmethod
    def of_case(cls, case: Case) -> Landmarks:
        """The landmarks of a case; -2 where there is no source."""
        cue_start, cue_end = case.cue
        a, b = case.sentence
        source = case.source
        return cls(
            behind_cue=case.word_from(cue_end),
            behind_source=case.word_from(source[1]) if source else _NO_TOKEN,
            first=case.word_from(a),
            before_cue=case.word_back_from(cue_start - 1),
            before_source=case.word_back_from(source[0] - 1) if source else _NO_TOKEN,
            last=case.word_back_from(b - 1),
        )
