"""To whom, on what occasion, when and through whom something was said.

In: attributions whose cue, source and content are settled. Out: the same with the addressee, the
occasion, the time and the go-between that the sentence prints beside the cue. Why: these are
phrases of a few shapes ("told reporters", "in an interview with", "late on Thursday", "through an
interpreter"), and only what no cue, source or content takes up can be one.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import attrs

from newsquote._quotes.clauses.go_betweens import GoBetweens
from newsquote._quotes.clauses.occasions import Occasions
from newsquote._quotes.clauses.short_phrases import (
    MAX_PHRASE_TOKENS,
    ShortPhrases,
    phrase_breaks,
)
from newsquote._quotes.clauses.times import Times, word_within
from newsquote._text.ranges import Chars, Tokens
from newsquote._text.signs import PAUSES, STOPS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsquote._quotes.linking import Draft
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["with_circumstances"]

_MAX_STRETCHES_BEHIND = 3
"""Stretches behind a cue that are looked at; what stands further away is another clause's."""
_PASSED_SIGNS = PAUSES | STOPS
"""Signs that may stand between two phrases."""

# English words and endings.
_BY = "by"
_ON = "on"
_TO = "to"
_PAST_ENDING = "ed"
_PLURAL_ENDING = "s"


@attrs.define(eq=False, repr=False, kw_only=True)
class _Beside:
    """What is known of one attribution so far; the first phrase of a kind is kept."""

    source: Chars | None
    source_tokens: Tokens | None
    addressee: Chars | None
    occasion: Chars | None
    when: Chars | None
    relayed_by: Chars | None


def with_circumstances(doc: Doc, drafts: Sequence[Draft]) -> list[Draft]:
    """The attributions, with what their sentences say beside cue, source and content."""
    if not drafts:
        return []
    reader = _CircumstanceReader(doc)
    known = [_known_circumstances(doc, draft) for draft in drafts]
    taken = _taken_tokens(doc, drafts, known)
    completed: dict[int, Draft] = {}
    # A child names its parent, which stands before it, so it has to name the parent's new record.
    for draft, beside in zip(drafts, known, strict=True):
        if draft.cue is not None:
            reader.complete(beside, Chars(*draft.cue), taken)
        parent = draft.parent and completed.get(id(draft.parent), draft.parent)
        completed[id(draft)] = _completed(draft, beside, parent)
    return list(completed.values())


def _known_circumstances(doc: Doc, draft: Draft) -> _Beside:
    source = draft.source
    return _Beside(
        source=_chars(source),
        source_tokens=None if source is None else Tokens(*doc.tokens_in(*source)),
        addressee=_chars(draft.addressee),
        occasion=_chars(draft.occasion),
        when=_chars(draft.when),
        relayed_by=_chars(draft.relayed_by),
    )


def _chars(where: tuple[int, int] | None) -> Chars | None:
    return None if where is None else Chars(*where)


def _completed(draft: Draft, beside: _Beside, parent: Draft | None) -> Draft:
    """A draft with its circumstances; the same object where nothing was found."""
    found = (beside.source, beside.addressee, beside.occasion, beside.when, beside.relayed_by)
    known = (draft.source, draft.addressee, draft.occasion, draft.when, draft.relayed_by)
    if found == known and parent is draft.parent:
        return draft
    return attrs.evolve(
        draft,
        source=beside.source,
        addressee=beside.addressee,
        occasion=beside.occasion,
        when=beside.when,
        relayed_by=beside.relayed_by,
        parent=parent,
    )


# ----------------------------------------------------------------- the stretches beside a cue


@cache
def _cue_ends(pack: LanguagePack) -> frozenset[str]:
    """The words of a cue that are none of its verb, nor what stands behind them."""
    return pack.words("prepositions") | pack.words("time_words")


def _taken_tokens(doc: Doc, drafts: Sequence[Draft], known: Sequence[_Beside]) -> bytearray:
    """For each token 1 where it is one of a content, a source, an addressee or a verb, else 0."""
    tokens_in = doc.tokens_in
    ranges: list[tuple[int, int]] = []
    for draft, beside in zip(drafts, known, strict=True):
        ranges += [tokens_in(*piece) for piece in draft.pieces]
        if beside.source_tokens is not None:
            ranges.append(beside.source_tokens)
        if beside.addressee is not None:
            ranges.append(tokens_in(*beside.addressee))
        if beside.relayed_by is not None:
            ranges.append(tokens_in(*beside.relayed_by))
        if draft.cue is not None:
            ranges.append(_verb_tokens(doc, *draft.cue))
    taken = bytearray(len(doc.words))
    for i, j in ranges:
        taken[i:j] = b"\1" * (j - i)
    return taken


def _verb_tokens(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The tokens of a cue up to its first preposition or time: "said" of "said on Friday"."""
    i, j = doc.tokens_in(start, end)
    lowers = doc.lowers
    ends = _cue_ends(doc.pack)
    for k in range(i + 1, j):
        if lowers[k] in ends:
            return i, k
    return i, j


def _free_stretches(taken: bytearray, i: int, j: int) -> list[tuple[int, int]]:
    """The stretches of the tokens ``i`` to ``j`` that nothing takes up."""
    found: list[tuple[int, int]] = []
    start = taken.find(0, i, j)
    while start >= 0:
        end = taken.find(1, start, j)
        if end < 0:
            found.append((start, j))
            break
        found.append((start, end))
        start = taken.find(0, end, j)
    return found


# ----------------------------------------------------------------- the phrases in a stretch


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _BesideWords:
    """The words by which the phrases beside a cue are told apart."""

    carrying: frozenset[str]
    """Participles behind an occasion whose "by" names who relays it: "aired by"."""
    clause_words: frozenset[str]
    """Words and signs of a clause inside a source."""
    determiners: frozenset[str]
    passed: frozenset[str]
    """The words that may stand between two phrases."""
    place_prepositions: frozenset[str]


@cache
def _beside_words(pack: LanguagePack) -> _BesideWords:
    return _BesideWords(
        carrying=pack.closed("carrying_words"),
        clause_words=pack.closed("relatives") | PAUSES | phrase_breaks(pack),
        determiners=pack.words("determiners"),
        passed=pack.closed("time_modifiers") | pack.closed("speaking_words"),
        place_prepositions=pack.closed("occasion_prepositions"),
    )


class _CircumstanceReader:
    """Reads what stands beside the cues of a text, phrase by phrase from the left."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.tokens = doc.words
        self.lowers = doc.lowers
        self.words = _beside_words(doc.pack)
        self.times = Times(doc)
        self.phrases = ShortPhrases(doc, self.times)
        self.occasions = Occasions(doc, self.times, self.phrases)
        self.go_betweens = GoBetweens(doc, self.phrases)

    def complete(self, beside: _Beside, cue: Chars, taken: bytearray) -> None:
        """Add what the sentence of a cue says beside it; what is known already stays.

        :param taken: for each token whether something takes it up.
        """
        self._split_addressee(beside)
        self._split_source(beside)
        for i, j in self._stretches(beside, cue, taken):
            self._read_stretch(beside, i, j)

    def _stretches(self, beside: _Beside, cue: Chars, taken: bytearray) -> list[tuple[int, int]]:
        """The free stretches of a cue's sentence that can be about it, those behind it first.

        What stands before the cue is the sentence's opening, or is beside the source: "On
        Thursday, Lee said", "the abbot on Monday said".
        """
        doc = self.doc
        source = beside.source_tokens
        head = doc.token_at(cue.start)
        first, last = doc.sentences[doc.sentence_of(head)]
        openings = (first, head if source is None else source.j)
        free = _free_stretches(taken, first, last)
        behind = [run for run in free if run[0] > head]
        before = [run for run in free if run[1] <= head and run[0] in openings]
        return behind[:_MAX_STRETCHES_BEHIND] + before

    def _split_addressee(self, beside: _Beside) -> None:
        """Take the time out of an addressee: "told members last week that"."""
        if beside.addressee is None:
            return
        i, j = self.doc.tokens_in(*beside.addressee)
        time = self._time_up_to(j, range(i, min(j, i + MAX_PHRASE_TOKENS)))
        if time == i:
            beside.when, beside.addressee = beside.addressee, None
        elif time is not None:
            beside.when = beside.when or self._chars(time, j)
            beside.addressee = self._chars(i, time)

    def _split_source(self, beside: _Beside) -> None:
        """Take the time with "on" out of a source: "Lee on Monday said"."""
        if beside.source_tokens is None:
            return
        i, j = beside.source_tokens
        near = range(i + 1, min(j, i + MAX_PHRASE_TOKENS))
        time = self._time_up_to(j, [k for k in near if self.lowers[k] == _ON])
        if time is not None and self._is_bare(i, time):
            beside.when = self._chars(time, j)
            beside.source = self._chars(i, time)
            beside.source_tokens = Tokens(i, time)

    def _time_up_to(self, end: int, starts: Iterable[int]) -> int | None:
        """The first of some tokens at which a time begins that ends before token ``end``."""
        end_at = self.times.end_at
        return next((k for k in starts if end_at(k, end) == end), None)

    def _is_bare(self, i: int, j: int) -> bool:
        """Whether a source has no clause to which a time at its end could belong.

        "The groups who wrote on Monday" and "papers filed on Monday" have one.
        """
        if self.lowers[j - 1].endswith(_PAST_ENDING):
            return False
        return self.words.clause_words.isdisjoint(self.lowers[i + 1 : j])

    def _read_stretch(self, beside: _Beside, i: int, j: int) -> None:
        """Read the phrases of a stretch up to the first that is not known."""
        k = i
        while k < j:
            end = self._past_phrase(beside, k, j)
            if not end and k == i:
                end = self._past_opening(beside, k, j)
            if not end:
                return
            k = end

    def _past_phrase(self, beside: _Beside, k: int, j: int) -> int:
        """Behind the phrase at token ``k``, which is noted; 0 if none is known there."""
        if self.tokens[k] in _PASSED_SIGNS:
            return k + 1
        end = self.times.end_at(k, j)
        if end:
            beside.when = beside.when or self._chars(k, end)
            return end
        go_between = self.go_betweens.phrase_at(k, j)
        if go_between is not None:
            beside.relayed_by = beside.relayed_by or self._chars(*go_between)
            return go_between.j
        end = self.occasions.end_at(k, j)
        if end:
            beside.occasion = beside.occasion or self._chars(k, end)
            return self._past_carrier(beside, end, j)
        return k + 1 if self.lowers[k] in self.words.passed else 0

    def _past_carrier(self, beside: _Beside, k: int, j: int) -> int:
        """Behind "aired by the Herald" at ``k``, behind an occasion; ``k`` if nothing like it."""
        lowers = self.lowers
        if word_within(lowers, k, j) not in self.words.carrying:
            return k
        if word_within(lowers, k + 1, j) != _BY:
            return k
        end = self.phrases.end_at(k + 2, j)
        if not end:
            return k
        beside.relayed_by = beside.relayed_by or self._chars(k + 2, end)
        return end

    def _past_opening(self, beside: _Beside, k: int, j: int) -> int:
        """Behind an addressee with "to", or a place, that opens a stretch; 0 if none does.

        A place is passed because a time may stand behind it: "in Tarnby on Wednesday".
        """
        word = self.lowers[k]
        if word == _TO:
            end = self.phrases.end_at(k + 1, j)
            if end and self._is_person(k + 1, end):
                beside.addressee = beside.addressee or self._chars(k + 1, end)
                return end
        if word not in self.words.place_prepositions:
            return 0
        end = self.phrases.end_at(k + 1, j)
        return end if end and self.tokens[end - 1][0].isupper() else 0

    def _is_person(self, k: int, end: int) -> bool:
        """Whether a phrase behind "to" is somebody who is spoken to, and no verb."""
        if self.tokens[k][0].isupper() or self.lowers[k] in self.words.determiners:
            return True
        return self.lowers[end - 1].endswith(_PLURAL_ENDING)

    def _chars(self, i: int, j: int) -> Chars:
        return Chars(self.doc.starts[i], self.doc.ends[j - 1])
