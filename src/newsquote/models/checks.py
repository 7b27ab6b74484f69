"""Answers to questions about a text: is a quotation in it, and why was it read as it was?

In: plain values. Out: ``Verification`` with its ``Change`` values, and ``Explanation``. Why: both
are read by people who doubt, so each holds the places to look at beside the answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote.kinds import CheckVerdict, VerificationStatus
from newsquote.models.span import shortened

if TYPE_CHECKING:
    from newsquote.kinds import ChangeKind, Polarity
    from newsquote.models.page import Block
    from newsquote.models.people import Speaker
    from newsquote.models.quotes import Quote, Rejected
    from newsquote.models.span import Span

__all__ = ["Change", "Check", "CheckPlace", "Explanation", "Verification"]

_IS_THERE = frozenset(
    (VerificationStatus.VERBATIM, VerificationStatus.FOLDED, VerificationStatus.JOINED)
)


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

    True only where its words are there, each in its place (``verbatim``, ``folded`` or ``joined``).
    ``span`` is where it stands in the text, None where it is absent; ``spans`` are the stretches of
    that which hold it, several where words of the text are left out of it. ``places`` are all the
    places where it stands word for word, in text order, of which ``span`` is the first with the
    best status; of an ``altered`` one, the best place. ``changes`` are the differences, in
    order; a quotation that is ``verbatim`` has one only where it begins or ends inside a word.
    ``share`` says how much of it is there, from 0 to 1: the share of its words, without those in
    square brackets, that the text has in the same order.
    """

    status: VerificationStatus
    span: Span | None = None
    spans: tuple[Span, ...] = ()
    changes: tuple[Change, ...] = ()
    share: float = 0.0
    places: tuple[Span, ...] = ()

    def __bool__(self) -> bool:
        return self.status in _IS_THERE

    def __repr__(self) -> str:
        place = f" at {self.span.start}-{self.span.end}" if self.span else ""
        return f"<Verification {self.status.value}{place}, {len(self.changes)} changes>"


@attrs.frozen(kw_only=True)
class CheckPlace:
    """One place where the words of a quotation stand, and who is said to have said them there.

    ``span`` is the hull of ``spans``, which hold the words. ``quotes`` are the quotes in which they
    lie, in the order of ``article.quotes``, a quote inside another behind it; ``speakers`` are
    those who are said to have said them, none where nobody is, or where it is not known who.
    """

    verdict: CheckVerdict
    span: Span
    spans: tuple[Span, ...]
    quotes: tuple[Quote, ...] = ()
    speakers: tuple[Speaker, ...] = ()

    def __repr__(self) -> str:
        place = f"{self.span.start}-{self.span.end}"
        return f"<CheckPlace {self.verdict.value} at {place}{_by(self.speakers)}>"


@attrs.frozen(kw_only=True)
class Check:
    """Whether somebody is said to have said these words. True only where the verdict is ``said``.

    ``place`` is the place that decided, None where the words are absent; ``places`` are all of
    them, in text order, each with a verdict of its own. ``asked`` are the speakers of the article
    whom the name can mean that was asked for; none where it names nobody like that, or where nobody
    was asked for. ``verification`` says how the words stand in the text, ``changes`` what was
    changed in what was said: words that the quotation leaves out are none where nobody is said to
    have said them.
    """

    verdict: CheckVerdict
    verification: Verification
    place: CheckPlace | None = None
    places: tuple[CheckPlace, ...] = ()
    asked: tuple[Speaker, ...] = ()
    changes: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        return self.verdict is CheckVerdict.SAID

    def __repr__(self) -> str:
        return f"<Check {self.verdict.value}{_by(self.said_by)}>"

    @property
    def said_by(self) -> tuple[Speaker, ...]:
        """Who is said to have said it, at the place that decided."""
        return self.place.speakers if self.place else ()

    @property
    def polarity(self) -> Polarity | None:
        """How the words are said there, as the innermost quote's cue has it: affirmed, denied, ...

        Who denied that the bridge was sold is said to have said "that the bridge was sold", and
        only this tells. None where there is no quote, or no cue.
        """
        quotes = self.place.quotes if self.place else ()
        return quotes[-1].cue.polarity if quotes and quotes[-1].cue else None


def _by(speakers: tuple[Speaker, ...]) -> str:
    return f" by {', '.join(shortened(speaker.name) for speaker in speakers)}" if speakers else ""


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
