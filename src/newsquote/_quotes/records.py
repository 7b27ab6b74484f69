"""What the quotations' room hands over: plain records, ranges into the caller's text.

In: nothing. Out: record classes. Why: rooms build no public values; the one place that does reads these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from newsquote.kinds import CueCategory, Mode, Polarity, QuoteKind, RejectionReason

__all__ = [
    "CueRecord",
    "NoCommentRecord",
    "PartRecord",
    "QuoteRecord",
    "Range",
    "Reading",
    "RejectedRecord",
]

Range = tuple[int, int]
"""(start, end) in code points of the caller's text, half-open."""


@attrs.define(eq=False, repr=False, kw_only=True)
class PartRecord:
    """A piece of content; ``inner`` is what stands inside its own marks."""

    range: Range
    inner: Range | None = None


@attrs.define(eq=False, repr=False, kw_only=True)
class CueRecord:
    range: Range
    lemma: str
    category: CueCategory
    polarity: Polarity


@attrs.define(eq=False, repr=False, kw_only=True)
class QuoteRecord:
    """One attribution."""

    parts: list[PartRecord]
    kind: QuoteKind
    mode: Mode
    cue: CueRecord | None = None
    source: Range | None = None
    speaking: Range | None = None
    """The mention of who speaks: the source, or, where that is a label or not printed, a name elsewhere."""
    relayed_by: Range | None = None
    addressee: Range | None = None
    occasion: Range | None = None
    when: Range | None = None
    parent: QuoteRecord | None = None
    paragraph: int
    """The number of the paragraph among the ranges that were read."""
    confidence: float
    evidence: list[str] = attrs.field(factory=list)
    """Which rules made it, in the order of their work."""

    @property
    def start(self) -> int:
        return self.parts[0].range[0]

    @property
    def end(self) -> int:
        return self.parts[-1].range[1]


@attrs.define(eq=False, repr=False, kw_only=True)
class NoCommentRecord:
    range: Range
    cue: CueRecord
    source: Range | None = None


@attrs.define(eq=False, repr=False, kw_only=True)
class RejectedRecord:
    range: Range
    reason: RejectionReason


@attrs.define(eq=False, repr=False, kw_only=True)
class Reading:
    """All that was found, each list in text order; a parent stands before its child."""

    quotes: list[QuoteRecord] = attrs.field(factory=list)
    no_comments: list[NoCommentRecord] = attrs.field(factory=list)
    rejected: list[RejectedRecord] = attrs.field(factory=list)
