"""Whom a mention was found to mean, while a text is gone through.

In: nothing. Out: ``Antecedent``, with the candidates that were passed over. Why: every way of
finding somebody gives the same record, so that it can be told later how it was found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newsquote._names.how import How
    from newsquote._names.identities.clusters import Cluster

__all__ = ["MAX_RIVALS", "Antecedent", "Candidate"]

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
