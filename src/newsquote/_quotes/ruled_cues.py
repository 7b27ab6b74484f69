"""What the rules made of a cue, to be asked by its tokens.

In: the attributions by rules. Out: for a token, the attribution whose cue it is one of. Why: the
model names a cue by its main word, and the rules, by their ranges.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsquote._quotes.rules import FIRM_RULES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._quotes.attribution import Attribution
    from newsquote._text.doc import Doc

__all__ = ["RuledCue", "ruled_cues"]


class RuledCue(NamedTuple):
    """What a rule made of a cue, and whether the cue stands in no other's content."""

    attribution: Attribution
    outermost: bool

    @property
    def is_firm(self) -> bool:
        """Whether a rule that is nearly always right names a source and a content of its own."""
        attribution = self.attribution
        if not self.outermost or attribution.source is None:
            return False
        return attribution.rule in FIRM_RULES


def ruled_cues(
    doc: Doc, ruled: Sequence[Attribution], outermost: Sequence[bool]
) -> dict[int, RuledCue]:
    """What the rules made of each token of their cues; of several the last has it.

    :param outermost: for each attribution whether its cue stands in no other's content.
    """
    found: dict[int, RuledCue] = {}
    for attribution, is_outermost in zip(ruled, outermost, strict=True):
        if attribution.cue is None:
            continue
        ruled_cue = RuledCue(attribution, is_outermost)
        for token in range(*doc.tokens_in(*attribution.cue.range)):
            found[token] = ruled_cue
    return found
