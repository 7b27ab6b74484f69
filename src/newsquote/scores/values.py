"""Scores as values: how many are right of how many, and what went wrong.

In: counts. Out: ``Evaluation`` with its ``Score`` and ``Mistake`` values. Why: a score is read with
the counts behind it, and whoever mends something needs the quotes that are behind those.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import attrs

from newsquote._scoring.table import table

if TYPE_CHECKING:
    from newsquote.models import Span

__all__ = ["Evaluation", "KindScores", "MarkedQuote", "Mistake", "Score"]

_COMPARED = ("partial", "exact", "attributed")
_SHOWN = 40


@attrs.frozen(kw_only=True)
class Score:
    """So many right of so many that were asked for.

    ``found`` is how many were predicted; None where each is an answer to a question (of what kind,
    by whom), so nothing can be predicted too much. ``interval`` is where 95 % of the scores lie
    when the articles are drawn again: of ``f1``, or of ``recall`` where ``found`` is None.

    >>> Score(right=6, found=8, asked=12)
    <Score 0.600: 6 right, 8 found, 12 asked>
    """

    right: int
    asked: int
    found: int | None = None
    interval: tuple[float, float] | None = None

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right; None where nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of what was asked for that is right; None where nothing was asked for."""
        return self.right / self.asked if self.asked else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where there is nothing to tell."""
        if self.found is None:
            return None
        both = self.found + self.asked
        return 2 * self.right / both if both else None

    def __repr__(self) -> str:
        value = self.recall if self.found is None else self.f1
        shown = "-" if value is None else f"{value:.3f}"
        found = "" if self.found is None else f"{self.found} found, "
        return f"<Score {shown}: {self.right} right, {found}{self.asked} asked>"


@attrs.frozen(kw_only=True)
class KindScores:
    """The quotes that were found with the right source, by what the quotation marks say.

    Only recall is told: what was found for nothing has no annotated kind.
    """

    direct: Score
    mixed: Score
    indirect: Score


@attrs.frozen(kw_only=True)
class MarkedQuote:
    """A quote on one side: its words, where its parts are, its source as printed, who said it."""

    text: str
    spans: tuple[Span, ...]
    source: str | None = None
    speaker: str | None = None
    kind: str | None = None

    def __repr__(self) -> str:
        return f"<MarkedQuote {self.speaker or self.source}: {self.text:.{_SHOWN}}>"


@attrs.frozen(kw_only=True)
class Mistake:
    """A quote that is *missed*, *extra*, or *wrong* in what ``differs`` names.

    ``differs`` holds "content", "source", "speaker" and "kind". ``gold`` is what was annotated,
    ``found`` what was found; one of them is None where the quote is missed or extra. ``article`` is
    the id of the article.
    """

    article: str | int | None
    outcome: Literal["missed", "extra", "wrong"]
    differs: tuple[Literal["content", "source", "speaker", "kind"], ...] = ()
    gold: MarkedQuote | None = None
    found: MarkedQuote | None = None

    def __repr__(self) -> str:
        quote = self.gold or self.found
        words = f"{quote.text:.{_SHOWN}}" if quote else ""
        return f"<Mistake {' '.join((self.outcome, *self.differs))}: {words}>"


@attrs.frozen(kw_only=True)
class Evaluation:
    """What predictions are worth, by annotations.

    ``found`` counts quotes that overlap with the annotated ones by half, ``exact`` those that are
    the same, ``attributed`` those that are found with the right source, ``cue`` and ``source`` cues
    and sources. ``kind`` asks those that are exact for their kind, and ``speaker`` every annotated
    quote of a named person or organization for who said it, by the very name. ``by_kind`` is None
    where no article has annotated quotes. ``mistakes`` are the quotes that went wrong, ``groups``
    the evaluations of the articles of each group. ``str()`` is the table that
    ``newsquote evaluate`` prints, ``to_dict()`` all its scores, those of the page among them.
    """

    articles: int
    found: Score
    exact: Score
    attributed: Score
    cue: Score
    source: Score
    kind: Score
    speaker: Score
    by_kind: KindScores | None = None
    mistakes: tuple[Mistake, ...] = attrs.field(default=(), repr=False)
    groups: tuple[tuple[str, Evaluation], ...] = attrs.field(default=(), repr=False)
    without_prediction: tuple[str, ...] = attrs.field(default=(), repr=False)
    without_gold: tuple[str, ...] = attrs.field(default=(), repr=False)
    _scores: str = attrs.field(default="{}", repr=False, alias="scores")

    def to_dict(self) -> dict[str, Any]:
        """All scores, as ``newsquote evaluate --format json`` prints them."""
        import json  # noqa: PLC0415 - only who asks for them needs it

        scores: dict[str, Any] = json.loads(self._scores)
        return scores

    def __str__(self) -> str:
        return table({name: _shown(name, value) for name, value in self.to_dict().items()})


def _shown(name: str, scores: Any) -> Any:  # noqa: ANN401 - whatever stands there
    """The scores of groups cut to those by which they are compared, all others as they are."""
    if not name.startswith("by "):
        return scores
    return {
        group: {
            "articles": found["articles"],
            **{f"quotes {one}": found["quotes"][one] for one in _COMPARED if "quotes" in found},
            **({"speakers": found["speakers"]["end_to_end"]} if "speakers" in found else {}),
        }
        for group, found in scores.items()
    }
