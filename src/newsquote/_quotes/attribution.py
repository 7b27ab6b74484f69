"""One attribution: who said what, and what the article prints beside it.

In: nothing. Out: the record that every step of this room takes and gives. Why: many steps have an
opinion on the same attribution. The record is frozen, so that a step that thinks otherwise makes a
new one, and what another step holds stays what it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import attrs

from newsquote._text.ranges import Chars

if TYPE_CHECKING:
    from newsquote._quotes.rules import Evidence, Rule, Side
    from newsquote.kinds import CueCategory, Mode, Polarity

__all__ = ["NO_CIRCUMSTANCES", "Attribution", "Circumstances", "CueMention", "print_order"]

_BEFORE_ALL = Chars(0, 0)


class CueMention(NamedTuple):
    """A cue as it is printed, and what it says of the act."""

    range: Chars
    lemma: str
    category: CueCategory
    polarity: Polarity


class Circumstances(NamedTuple):
    """To whom, on what occasion, when, and through whom something was said."""

    addressee: Chars | None = None
    occasion: Chars | None = None
    when: Chars | None = None
    relayed_by: Chars | None = None


NO_CIRCUMSTANCES = Circumstances()


@attrs.frozen(eq=False, repr=False, kw_only=True)
class Attribution:
    """An attribution; all ranges are offsets in the text."""

    pieces: tuple[Chars, ...]
    """The content, in order."""
    marks: tuple[int, ...] = ()
    """The numbers of the marked texts that its pieces use up."""
    cue: CueMention | None = None
    source: Chars | None = None
    labelled: bool = False
    """The source is a label that names nobody: "Q"."""
    voice: Chars | None = None
    """The mention of who speaks, where the source is only a label, or none is printed."""
    circumstances: Circumstances = NO_CIRCUMSTANCES
    paragraph: int
    """The paragraph in which it is told that somebody speaks."""
    sentence: int = -1
    """The sentence in which it is told, where it is told in one."""
    rule: Rule | None = None
    """What found the content, as far as a rule did."""
    side: Side | None = None
    """Where the source stands, as far as a rule says so."""
    mode: Mode | None = None
    """What the model, or a convention, takes it for."""
    chance: float | None = None
    """The model's chance that it is an attribution."""
    parent: int | None = None
    """The number, in the same list, of the attribution in whose content it is nested."""
    evidence: tuple[Evidence, ...] = ()

    @property
    def cue_range(self) -> Chars | None:
        """Where the cue stands."""
        return None if self.cue is None else self.cue.range

    @property
    def cue_order(self) -> Chars:
        """By what cues are sorted; an attribution without one comes before those that have one."""
        return _BEFORE_ALL if self.cue is None else self.cue.range

    @property
    def lemma(self) -> str:
        """The cue's lemma; empty where there is no cue."""
        return "" if self.cue is None else self.cue.lemma

    @property
    def speaking(self) -> Chars | None:
        """The mention of who speaks; None where nobody is named."""
        return self.voice if self.labelled or self.voice is not None else self.source

    def with_evidence(self, *more: Evidence) -> Attribution:
        """The same with more evidence behind what is there."""
        return attrs.evolve(self, evidence=(*self.evidence, *more))

    def with_mark(self, number: int, piece: Chars, evidence: Evidence) -> Attribution:
        """The same with a marked text added to its content."""
        return attrs.evolve(
            self,
            pieces=tuple(sorted({*self.pieces, piece})),
            marks=(*self.marks, number),
            evidence=(*self.evidence, evidence),
        )

    def relayed_through(self, relay: Chars | None, evidence: Evidence) -> Attribution:
        """The same, passed on by somebody."""
        return attrs.evolve(
            self,
            circumstances=self.circumstances._replace(relayed_by=relay),
            evidence=(*self.evidence, evidence),
        )


def print_order(attribution: Attribution) -> tuple[Chars, Chars]:
    """By what attributions are sorted into the order of print."""
    return attribution.pieces[0], attribution.cue_order
