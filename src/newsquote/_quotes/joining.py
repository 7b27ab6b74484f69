"""Quotations without a cue of their own, given to the attribution that they go on with.

In: attributions, and the marked texts that none of them has. Out: attributions with more pieces,
and new ones where a line that ends in a colon introduces the quotation below it. Why: a quotation
that goes on behind a full stop or in the next paragraph is still the same one, and prints its
source only once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote._quotes.rules import WHOLE_RULES, Rule, Step
from newsquote._text.ranges import Chars
from newsquote._text.signs import STOPS
from newsquote.kinds import CueCategory

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._quotes.attribution import Attribution
    from newsquote._quotes.introductions import Introductions
    from newsquote._quotes.lead_ins import LeadIns
    from newsquote._text.doc import Doc
    from newsquote._text.marks import Marked

__all__ = ["join_quotations"]

_MAX_JOINING_TOKENS = 6
"""Words from "and" to a fragment with which a content goes on: "and had been"."""
_MIN_ALONE_TOKENS = 4
"""What is shorter, with its marks, is a word or a title in marks, and no quotation that goes on."""


def join_quotations(
    doc: Doc,
    attributions: Sequence[Attribution],
    mark_at: Sequence[int],
    lead_ins: LeadIns,
    introductions: Introductions,
) -> list[Attribution]:
    """The attributions with the quotations that go on with them, and those of the lead-ins.

    :param mark_at: for each token the marked text around it, or -1.
    :param lead_ins: finds who is introduced above a quotation.
    :param introductions: finds who is introduced beside a quotation without a verb.
    """
    joiner = _Joiner(doc, attributions, mark_at)
    joiner.join_backwards()
    joiner.join_forwards(lead_ins, introductions)
    return joiner.attributions


class _Joiner:
    """Hands out quotations. Attributions are known by their places in the list."""

    def __init__(
        self, doc: Doc, attributions: Sequence[Attribution], mark_at: Sequence[int]
    ) -> None:
        self.doc, self.mark_at = doc, mark_at
        self.attributions = list(attributions)
        self.owner = {
            number: place
            for place, attribution in enumerate(self.attributions)
            for number in attribution.marks
        }
        """Which attribution has each marked text."""
        self.stops = STOPS | {";", ":"}
        self.in_sentence: dict[int, int] = {}
        self.in_paragraph: dict[int, int] = {}
        """The last attribution of each sentence and paragraph."""

    def _give(self, number: int, place: int) -> None:
        """Add a marked text to an attribution's content."""
        marked = self.doc.marked[number]
        home = self.attributions[place]
        piece = Chars(marked.start, marked.end)
        is_beside = marked.paragraph == home.paragraph
        step = Step.JOINED if is_beside else Step.JOINED_FROM_OTHER_PARAGRAPH
        self.attributions[place] = home.with_mark(number, piece, step)
        self.owner[number] = place

    def join_backwards(self) -> None:
        """Give a quotation whose cue comes in a later paragraph the paragraphs where it began."""
        if not any(marked.continues for marked in self.doc.marked):
            return
        for place, attribution in enumerate(self.attributions):
            if attribution.rule != Rule.TURN:
                first = min(attribution.marks, default=0)
                self._join_what_began_before(first, place)

    def _join_what_began_before(self, number: int, place: int) -> None:
        """Give an attribution the quotations that one of its own goes on, back to the first."""
        while self.doc.marked[number].continues:
            earlier = self._left_open_before(number)
            if earlier is None or earlier in self.owner:
                return
            self._give(earlier, place)
            number = earlier

    def _left_open_before(self, number: int) -> int | None:
        """The last outermost quotation before another that was not closed."""
        for earlier in range(number - 1, -1, -1):
            marked = self.doc.marked[earlier]
            if not marked.depth and not marked.closed:
                return earlier
        return None

    def join_forwards(self, lead_ins: LeadIns, introductions: Introductions) -> None:
        """Give every quotation that nobody has to the attribution before it."""
        floating = [
            number
            for number, marked in enumerate(self.doc.marked)
            if number not in self.owner and not marked.depth
        ]
        if floating:
            self._index()
        for number in floating:
            marked = self.doc.marked[number]
            if self._goes_on(number):
                continue
            place = self._added(introductions.by_label(marked))
            if place is None:
                place = self._home(number)
            if place is None:
                place = self._added(lead_ins.above_quotation(marked))
            if place is None:
                answers = self._answers(number)
                place = self._added(introductions.by_text(marked, answers=answers))
            if place is not None:
                self._give(number, place)
                self.in_paragraph[self.doc.marked[number].paragraph] = place

    def _goes_on(self, number: int) -> bool:
        """Whether the content before goes on to a fragment behind "and"; it then takes it in.

        So it does in "Lee called the plan “late” and in part “a bad joke”".
        """
        doc, marked = self.doc, self.doc.marked[number]
        i = doc.token_at(marked.start)
        place = self.in_sentence.get(doc.sentence_of(i))
        if place is None:
            return False
        home = self.attributions[place]
        start, end = home.pieces[-1] if home.pieces else (0, 0)
        if home.cue is None or not home.cue.range.end <= start <= end <= marked.start:
            return False
        between = doc.lowers[doc.token_at(end) : i]
        words = [word for word in between if word[0].isalnum()]
        if not words or len(words) > _MAX_JOINING_TOKENS:
            return False
        if words[0] not in doc.pack.closed("conjunctions") or not self.stops.isdisjoint(between):
            return False
        grown = (*home.pieces[:-1], Chars(start, max(marked.end, end)))
        self.attributions[place] = attrs.evolve(
            home, pieces=grown, marks=(*home.marks, number), evidence=(*home.evidence, Step.JOINED)
        )
        self.owner[number] = place
        return True

    def _index(self) -> None:
        """Find the last attribution of each sentence, and, by its cue, of each paragraph."""
        found = self.attributions
        for place, attribution in enumerate(found):
            self.in_sentence[attribution.sentence] = place
        for place in sorted(range(len(found)), key=lambda n: found[n].cue_order):
            self.in_paragraph[found[place].paragraph] = place

    def _added(self, attribution: Attribution | None) -> int | None:
        """The place of a new attribution, which still has no pieces."""
        if attribution is None:
            return None
        self.attributions.append(attribution)
        return len(self.attributions) - 1

    def _home(self, number: int) -> int | None:
        """The attribution with which a quotation without a cue goes on."""
        doc, marked = self.doc, self.doc.marked[number]
        i, j = doc.tokens_in(marked.start, marked.end)
        if j - i < _MIN_ALONE_TOKENS or not self._is_whole(i, j):
            return None
        previous = self._owner_right_before(number)
        if previous is not None:
            return previous
        beside = self.in_sentence.get(doc.sentence_of(i) - 1)
        if beside is not None and self.attributions[beside].paragraph == marked.paragraph:
            return beside
        return self._above(marked)

    def _owner_right_before(self, number: int) -> int | None:
        """The attribution of the quotation before, if no word stands between."""
        doc = self.doc
        before = number - 1
        while before >= 0 and doc.marked[before].depth:
            before -= 1
        place = self.owner.get(before)
        if place is None or self.attributions[place].rule in WHOLE_RULES:
            return None
        first, second = doc.marked[before], doc.marked[number]
        if second.paragraph - first.paragraph > 1:
            return None
        if first.paragraph < second.paragraph and self._asks(place, first):
            return None
        return None if doc.has_letters(first.end, second.start) else place

    def _above(self, marked: Marked) -> int | None:
        """The attribution of the paragraph above, for a quotation that begins its own."""
        number = marked.paragraph
        if number == 0 or self.doc.paragraphs[number][0] != marked.start:
            return None
        place = self.in_paragraph.get(number - 1)
        if place is None or self.attributions[place].rule in WHOLE_RULES:
            return None
        return None if self._is_question(place) else place

    def _answers(self, number: int) -> bool:
        """Whether the quotation before is a question that somebody asks, a paragraph above."""
        before = number - 1
        while before >= 0 and self.doc.marked[before].depth:
            before -= 1
        place = self.owner.get(before)
        if place is None:
            return False
        first, second = self.doc.marked[before], self.doc.marked[number]
        return second.paragraph == first.paragraph + 1 and self._asks(place, first)

    def _asks(self, place: int, marked: Marked) -> bool:
        """Whether a quotation is a question that an attribution asks: another one answers it."""
        cue = self.attributions[place].cue
        if cue is None or cue.category != CueCategory.QUESTION:
            return False
        return self.doc.text[marked.inner_start : marked.inner_end].rstrip().endswith("?")

    def _is_question(self, place: int) -> bool:
        """Whether the last quotation of an attribution is a question that it asks."""
        marks = self.attributions[place].marks
        return bool(marks) and self._asks(place, self.doc.marked[max(marks)])

    def _is_whole(self, i: int, j: int) -> bool:
        """Whether marked tokens are whole sentences, with no word of the last one behind them."""
        doc = self.doc
        first, _ = doc.sentences[doc.sentence_of(i)]
        _, last = doc.sentences[doc.sentence_of(j - 1)]
        if first != i:
            return False
        outside = [k for k in range(j, last) if self.mark_at[k] < 0]
        return not any(doc.words[k][0].isalnum() for k in outside)
