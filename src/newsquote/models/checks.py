"""Answers to questions about a text: is a quotation in it, and why was it read as it was?

In: plain values. Out: ``Verification`` with its ``Change`` values, and ``Explanation``. Why: both
are read by people who doubt, so each holds the places to look at beside the answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote.kinds import VerificationStatus
from newsquote.models.span import shortened

if TYPE_CHECKING:
    from newsquote.kinds import ChangeKind
    from newsquote.models.page import Block
    from newsquote.models.people import Speaker
    from newsquote.models.quotes import Quote, Rejected
    from newsquote.models.span import Span

__all__ = ["Change", "Explanation", "Verification"]

_IS_THERE = frozenset((VerificationStatus.VERBATIM, VerificationStatus.FOLDED))


@attrs.frozen(kw_only=True)
class Change:
    """One place where a quotation differs from the text.

    ``quoted`` is what the quotation has, ``quoted_span`` where, in the quotation; ``found`` is what
    the text has, ``span`` where, in the text. Where one side has nothing, its string is empty and
    its span is the place where something would stand.
    """

    kind: ChangeKind
    quoted: str
    quoted_span: Span
    found: str
    span: Span

    def __repr__(self) -> str:
        return f"<Change {self.kind.value} {shortened(self.quoted)} for {shortened(self.found)}>"


@attrs.frozen(kw_only=True)
class Verification:
    """Whether a quotation is in a text.

    True only where its words are there, each in its place (``verbatim`` or ``folded``). ``span`` is
    where it stands in the text, None where it is absent; ``spans`` are the stretches of that which
    hold it, several where words of the text are left out of it. ``changes`` are the differences, in
    order; a quotation that is ``verbatim`` has one only where it begins or ends inside a word.
    ``share`` says how much of it is there, from 0 to 1: the share of its words, without those in
    square brackets, that the text has in the same order.
    """

    status: VerificationStatus
    span: Span | None = None
    spans: tuple[Span, ...] = ()
    changes: tuple[Change, ...] = ()
    share: float = 0.0

    def __bool__(self) -> bool:
        return self.status in _IS_THERE

    def __repr__(self) -> str:
        place = f" at {self.span.start}-{self.span.end}" if self.span else ""
        return f"<Verification {self.status.value}{place}, {len(self.changes)} changes>"


@attrs.frozen(kw_only=True)
class Explanation:
    """Why a place was read as it was: as a quote or not, who is meant there, what its line is.

    ``quote`` is the quote at the span, ``rejected`` the marks there that are no quotation, and
    ``evidence`` why it is the one or the other, in the order of reading. ``speaker`` is the
    quote's, or whom the span mentions; ``block`` is the block of lines in which the span begins.
    Each is None where there is none. ``speaker_evidence`` says why it is this speaker,
    ``block_evidence`` why the block has its role; either is empty where nothing was recorded.
    """

    span: Span
    quote: Quote | None
    rejected: Rejected | None
    evidence: tuple[str, ...]
    speaker: Speaker | None = None
    speaker_evidence: tuple[str, ...] = ()
    block: Block | None = None
    block_evidence: tuple[str, ...] = ()
