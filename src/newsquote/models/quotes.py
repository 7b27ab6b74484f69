"""What was said: quotes with their parts and cues, refusals to speak, and marks that quote nobody.

In: plain values. Out: one class for each. Why: an attribution is several places in the text
(content, cue, source), and each can be checked on its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote.models.span import Span, shortened
from newsquote.models.twins import Twin, compared_once

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsquote.kinds import CueCategory, Mode, Polarity, QuoteKind, RejectionReason
    from newsquote.models.people import Mention, Speaker

__all__ = ["Cue", "NoComment", "Part", "Quote", "Rejected"]

FINGERPRINT_BYTES = 8
"""Among a million quotes, any two with other words share one with a chance of 1 in 37 million."""


@attrs.frozen(kw_only=True)
class Cue:
    """What marks an attribution: a verb with its auxiliaries, "according to", a colon, a dash."""

    text: str
    span: Span
    lemma: str
    category: CueCategory
    polarity: Polarity

    def __repr__(self) -> str:
        return f"<Cue {shortened(self.text)}>"


@attrs.frozen(kw_only=True)
class Part:
    """One unbroken piece of a quote's content.

    ``inner`` is the span inside its own quotation marks, if it has them.
    """

    text: str
    span: Span
    inner: Span | None = None

    def __repr__(self) -> str:
        return f"<Part {shortened(self.text)}>"

    @property
    def words(self) -> str:
        """The text without its outer marks and without the comma that stands before a cue."""
        if self.inner is None:
            return self.text.removesuffix(",")
        start = self.span.start
        return self.text[self.inner.start - start : self.inner.end - start].removesuffix(",")


# The hash is kept: a quote inside another has that one's in its own.
@compared_once
@attrs.frozen(kw_only=True, cache_hash=True)
class Quote(Twin):
    """An attributed quotation: what was said, by whom, and which words say so.

    ``source`` is the mention as it is printed beside the cue, ``speaker`` the identity behind it
    (one of ``article.speakers``), None where it is not known. ``parent`` is the quote in which this
    one stands. ``paragraph`` is an index, None in the headline.
    """

    kind: QuoteKind
    mode: Mode
    parts: tuple[Part, ...]
    cue: Cue | None = None
    source: Mention | None = None
    speaker: Speaker | None = None
    relayed_by: Mention | None = None
    addressee: Mention | None = None
    occasion: Mention | None = None
    when: Mention | None = None
    parent: Quote | None = None
    paragraph: int | None = None
    confidence: float
    _sentence: Span | Callable[[Span], Span] | None = attrs.field(default=None, eq=False)
    """Where the sentences are, or what finds them: of an article from JSON few ask."""

    def __repr__(self) -> str:
        speaker = self.speaker.name if self.speaker else None
        return f"<Quote {self.kind.value} {shortened(self.text)} by {speaker}>"

    @property
    def span(self) -> Span:
        """The hull of the parts."""
        return Span(self.parts[0].span.start, self.parts[-1].span.end)

    @property
    def text(self) -> str:
        """The parts' texts, joined by one blank."""
        return " ".join(part.text for part in self.parts)

    @property
    def words(self) -> str:
        """The parts' words, joined by one blank: no outer marks, no comma before the cue."""
        return " ".join(part.words for part in self.parts)

    @property
    def shown(self) -> str:
        """The parts' words as print joins them: " … " stands where something was left out.

        >>> import newsquote
        >>> newsquote.parse_quotes('"It is over," said Ann Lee, "and we lost."')[0].shown
        'It is over … and we lost.'
        """
        return " … ".join(part.words for part in self.parts)

    @property
    def sentence(self) -> Span:
        """Where the whole sentences stand that hold the quote, from its first part to its last.

        The span of the quote itself where the quote was put together by hand.

        >>> import newsquote
        >>> text = 'It rained. "It is over," said Ann Lee. Nobody spoke.'
        >>> text[newsquote.parse_quotes(text)[0].sentence.slice]
        '"It is over," said Ann Lee.'
        """
        found = self._sentence
        if found is None:
            return self.span
        return found if isinstance(found, Span) else found(self.span)

    @property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits, the same for the same words in another print.

        Marks, blanks, dashes and case make no difference. It is made of the letters and digits of
        ``words`` alone, with the signs that change an amount, and depends on no process or machine:
        it can be stored. It depends on the version of Python for letters newer than Unicode 14 (of
        2021) only, for which Python's own tables say what is a capital of what. Quotes with other
        words have another one, but for a chance in billions.

        >>> import newsquote
        >>> prints = ('"It’s over -- at last," said Ann Lee.', "Ann Lee: “IT'S OVER—AT LAST!”")
        >>> len({newsquote.parse_quotes(text)[0].fingerprint for text in prints})
        1
        """
        from hashlib import blake2b  # noqa: PLC0415 - only who asks needs it

        from newsquote._folding import letters  # noqa: PLC0415 - as above; it loads regex

        counted = letters(self.words).encode()
        return blake2b(counted, digest_size=FINGERPRINT_BYTES).hexdigest()


@attrs.frozen(kw_only=True)
class NoComment:
    """Somebody declined to speak or could not be reached; no quotation."""

    span: Span
    text: str
    cue: Cue
    source: Mention | None = None
    speaker: Speaker | None = None

    def __repr__(self) -> str:
        return f"<NoComment {shortened(self.text)}>"


@attrs.frozen(kw_only=True)
class Rejected:
    """Words inside quotation marks that are no quotation, and why."""

    span: Span
    text: str
    reason: RejectionReason

    def __repr__(self) -> str:
        return f"<Rejected {self.reason.value} {shortened(self.text)}>"
