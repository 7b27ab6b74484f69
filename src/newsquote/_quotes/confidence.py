"""How sure it is that an attribution is one, with this content and this source.

In: an attribution. Out: a share: of quotes like it, so many are right. Why: the model's chance is
that of one reading, and readings that differ little from it are right as well; how often quotes
with such a chance are right was counted on articles that the weights had not seen, and so it was
for each rule. The numbers are data: ``confidence.tsv`` of the language.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from newsquote.lang.kept import kept_by_pack
from newsquote.lang.weights import read_weights

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsquote._quotes.attribution import Attribution
    from newsquote.lang import LanguagePack

__all__ = ["CHANCES", "NO_SOURCE", "OTHER_RULE", "SHARES_ARE", "confidence_of", "rule_name"]

CHANCES = (0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 1.0)
"""The chances of the model whose shares the table has; it is straight between them."""
SHARES_ARE = 1000
"""The table's whole numbers are thousandths."""
NO_SOURCE = "no source"
OTHER_RULE = "other"
"""In the table: what has no source, and all rules that have no share of their own."""
_WEIGHTS = "confidence.tsv"
_DIGITS = 3


def confidence_of(pack: LanguagePack, attribution: Attribution) -> float:
    """The share of quotes like an attribution that are right."""
    shares = _shares(pack)
    if attribution.chance is not None:
        return round(_share_at(attribution.chance, _of_chances(pack)), _DIGITS)
    other = shares[f"rule {OTHER_RULE}"]
    return shares.get(f"rule {rule_name(attribution)}", other) / SHARES_ARE


def rule_name(attribution: Attribution) -> str:
    """Under which name the table has an attribution that only rules found."""
    if attribution.source is None:
        return NO_SOURCE
    return OTHER_RULE if attribution.rule is None else attribution.rule.name.lower()


@kept_by_pack
def _shares(pack: LanguagePack) -> Mapping[str, int]:
    return read_weights(pack, _WEIGHTS)


@kept_by_pack
def _of_chances(pack: LanguagePack) -> Sequence[float]:
    """The shares at the chances."""
    shares = _shares(pack)
    return [shares[f"chance {chance}"] / SHARES_ARE for chance in CHANCES]


def _share_at(chance: float, shares: Sequence[float]) -> float:
    """The share at a chance, on the straight line between those beside it."""
    above = min(max(bisect_right(CHANCES, chance), 1), len(CHANCES) - 1)
    low, high = CHANCES[above - 1], CHANCES[above]
    way = min(max((chance - low) / (high - low), 0.0), 1.0)
    return shares[above - 1] + way * (shares[above] - shares[above - 1])
