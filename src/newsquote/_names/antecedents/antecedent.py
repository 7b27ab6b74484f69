"""Whom a mention was found to mean, while a text is gone through.

In: nothing. Out: ``Antecedent``, with the candidates that were passed over. Why: every way of
finding somebody gives the same record, so that it can be told later how it was found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsquote._names.how import How
    from newsquote._names.identities.clusters import Cluster

__all__ = ["MAX_RIVALS", "Antecedent", "Candidate", "best_and_rivals"]

MAX_RIVALS = 3
"""How many of those passed over are kept, the best."""


class Candidate(NamedTuple):
    """Somebody whom a mention could mean."""

    cluster: Cluster
    score: float | None
    """Compares with those of other candidates for the same mention; None where none were scored."""


class Antecedent(NamedTuple):
    """Whom a mention means, how sure that is, and how it was found."""

    cluster: Cluster
    sureness: float
    """From 0 to 1."""
    how: How
    score: float | None = None
    rivals: tuple[Candidate, ...] = ()
    exact: bool = True
    """Whether the very noun of the mention is what the text calls them."""


def best_and_rivals(
    scores: Mapping[Cluster, float],
) -> tuple[Cluster | None, tuple[Candidate, ...]]:
    """Who scores best, the first of equals, and who comes next."""
    if not scores:
        return None, ()
    best, *others = sorted(scores, key=lambda cluster: -scores[cluster])
    return best, tuple([Candidate(other, scores[other]) for other in others[:MAX_RIVALS]])
