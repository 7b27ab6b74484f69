"""What the quotations' room hands over: plain records, ranges into the caller's text.

In: nothing. Out: record classes. Why: rooms build no public values; the one place that does reads
these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from newsquote._quotes.attribution import Attribution, CueMention
    from newsquote._text.ranges import Chars
    from newsquote.kinds import Mode, QuoteKind, RejectionReason

__all__ = ["NoCommentRecord", "PartRecord", "Quotations", "QuoteRecord", "RejectedRecord"]


@attrs.frozen(eq=False, repr=False, kw_only=True)
class PartRecord:
    """A piece of content; ``inner`` is what stands inside its own marks."""

    range: Chars
    inner: Chars | None = None


@attrs.frozen(eq=False, repr=False, kw_only=True)
class QuoteRecord:
    """An attribution with what was judged of it as a whole."""

    attribution: Attribution
    cue: CueMention | None
    """The cue as it is told: with its particle, and with what its sentence makes of it."""
    parts: tuple[PartRecord, ...]
    kind: QuoteKind
    mode: Mode
    confidence: float
    paragraph: int
    """The number, among the ranges that were read, of the paragraph where its content begins."""
    parent: QuoteRecord | None = None
    """The quote in which it is nested."""


@attrs.frozen(eq=False, repr=False, kw_only=True)
class NoCommentRecord:
    """Somebody did not speak."""

    range: Chars
    cue: CueMention
    source: Chars | None = None


@attrs.frozen(eq=False, repr=False, kw_only=True)
class RejectedRecord:
    """Words inside quotation marks that are no quotation."""

    range: Chars
    reason: RejectionReason


@attrs.frozen(eq=False, repr=False, kw_only=True)
class Quotations:
    """All that was found, each in text order; a parent stands before its child."""

    quotes: tuple[QuoteRecord, ...] = ()
    no_comments: tuple[NoCommentRecord, ...] = ()
    rejected: tuple[RejectedRecord, ...] = ()
