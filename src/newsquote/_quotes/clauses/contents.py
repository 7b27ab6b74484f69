"""A cue with its source -> its content.

In: a cue, its source, the other cues of the text. Out: the pieces of content as ranges of the text.
Why: boundaries are decided here and nowhere else. The marks fix what they fix; where there are
none, a clause runs from behind the cue (or from the sentence's head to a comma before it) to the
sentence's end, and stops earlier only where the next attribution begins.

Conventions: a quoted piece takes its marks in; an indirect one takes "that" or "to" in and leaves
the sentence's final stop out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.clauses import frames
from newsquote._quotes.clauses.according import according_content
from newsquote._quotes.clauses.addressees import Addressees
from newsquote._quotes.clauses.adverbials import Adverbials
from newsquote._quotes.clauses.clause_ends import ClauseEnds, have_same_form
from newsquote._quotes.clauses.clauses_before import clause_before, is_closing
from newsquote._quotes.clauses.clauses_behind import ClausesBehind
from newsquote._quotes.clauses.cued_text import cued_text
from newsquote._quotes.clauses.quotations import sign_before_quotation
from newsquote._quotes.clauses.quotations_before import quotation_before
from newsquote._quotes.clauses.quotations_behind import quotation_behind
from newsquote._quotes.clauses.records import Content
from newsquote._quotes.rules import Rule, Side
from newsquote._text.ranges import Chars

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._quotes.clauses.records import Cue, Source
    from newsquote._quotes.clauses.sources import SourceFinder
    from newsquote._text.doc import Doc

__all__ = ["Content", "ContentFinder"]

# English words and verbs.
_AS = "as"
_TELL = "tell"
_THAT = "that"


class ContentFinder:
    """Finds the contents of a text's cues."""

    def __init__(
        self, doc: Doc, mark_at: Sequence[int], cues: Sequence[Cue], sources: SourceFinder
    ) -> None:
        self.mark_at = mark_at
        self.text = cued_text(doc, mark_at, cues)
        adverbials = Adverbials(self.text)
        self.addressees = Addressees(self.text, adverbials)
        self.ends = ClauseEnds(self.text, sources, adverbials)
        self.clauses_behind = ClausesBehind(self.text, self.ends)
        self.marked_paragraphs = {marked.paragraph for marked in doc.marked}

    def content_of(self, cue: Cue, source: Source | None) -> Content | None:
        """The content of a cue, or None if there is none."""
        text = self.text
        lo, hi = self._clause_around(cue, source)
        if cue.build == "according":
            return according_content(text, cue, lo, hi, self.ends)
        k, addressee = self.addressees.content_start(cue, hi)
        may_quote = self.may_quote(cue)
        if may_quote:
            before = quotation_before(text, cue, lo, k)
            if before is not None:
                return before if addressee is None else before._replace(addressee=addressee)
        is_inverted = source is not None and source.side is Side.RIGHT
        behind = self._content_behind(cue, k, is_inverted=is_inverted, may_quote=may_quote)
        if behind is None or self._is_adverbial(behind, k):
            before = clause_before(text, cue, lo, k, self.ends)
            if behind is None or (before is not None and self._has_auxiliary(before)):
                return before
        return behind if addressee is None else _with_addressee(cue, behind, addressee)

    def may_quote(self, cue: Cue) -> bool:
        """Whether any marks stand in a cue's paragraph."""
        return self.text.doc.sentence_paragraphs[cue.sentence] in self.marked_paragraphs

    def is_parallel(self, cue: Cue, other: Cue) -> bool:
        """Whether two verbs have the same form, as those that share a subject do."""
        return have_same_form(self.text, cue, other)

    def _is_adverbial(self, content: Content, k: int) -> bool:
        """Whether a content at token ``k`` may only say when: "Lee said as she left"."""
        if content.rule is not Rule.CLAUSE_WITHOUT_THAT:
            return False
        subordinators = self.text.doc.pack.closed("subordinators")
        return self.text.lowers[k] in subordinators

    def _has_auxiliary(self, content: Content) -> bool:
        """Whether a content is a clause for sure."""
        doc = self.text.doc
        i, j = doc.tokens_in(*content.pieces[0])
        return not doc.pack.words("auxiliaries").isdisjoint(doc.lowers[i:j])

    def closes(self, cue: Cue) -> bool:
        """Whether nothing but a stop follows a cue in its sentence."""
        return is_closing(self.text, cue, cue.j)

    def _clause_around(self, cue: Cue, source: Source | None) -> tuple[int, int]:
        """The tokens of the clause that cue and source make, with ", as" in front."""
        text = self.text
        lo = cue.i
        hi = cue.j
        if source is not None:
            side = source.side
            if side is Side.LEFT:
                lo = source.lo
            elif side is Side.RIGHT:
                lo = source.lo
                hi = max(hi, source.hi)
        before = lo - 1
        if text.lowers[before] == _AS and before > text.sentence_start(cue):
            is_inserted = text.tokens[before - 1] == ","
            lo = before if is_inserted else lo
        return lo, hi

    def _content_behind(
        self, cue: Cue, k: int, *, is_inverted: bool, may_quote: bool
    ) -> Content | None:
        """What a cue has behind it, at token ``k``; behind an inverted source only a quotation."""
        text = self.text
        last = text.sentence_end(cue)
        if k >= last and k >= text.paragraph_of(cue).j:
            return None
        if may_quote:
            start = self._past_idle_that(k, last)
            quoted = quotation_behind(text, cue, start, last, self.ends)
            if quoted is not None:
                return quoted
        if is_inverted or k >= last or text.is_marked(k):
            return None
        if may_quote and cue.takes(frames.QUOTATION):
            sign = sign_before_quotation(text, k, last)
            if sign is not None:
                return quotation_behind(text, cue, sign, last, self.ends)
        return self.clauses_behind.content_behind(cue, k, last)

    def _past_idle_that(self, k: int, last: int) -> int:
        """Behind a "that" at token ``k`` which a colon parts from the marks: said that: "..."."""
        colon = k + 1
        if colon + 1 >= last or self.text.lowers[k] != _THAT:
            return k
        is_parted = self.text.tokens[colon] == ":" and self.text.is_marked(colon + 1)
        return colon if is_parted else k


def _with_addressee(cue: Cue, content: Content, addressee: Chars) -> Content:
    """A content behind an addressee; what somebody is asked to do has the addressee as subject."""
    if content.rule is not Rule.INFINITIVE or cue.lemma == _TELL:
        return content._replace(addressee=addressee)
    opening, *others = content.pieces
    pieces = (Chars(addressee.start, opening.end), *others)
    return content._replace(pieces=pieces, addressee=addressee)
