"""The phrases of a stretch beside a cue.

In: a stretch of tokens that no cue, source or content takes up. Out: the times, go-betweens,
occasions and addressees that are printed there. Why: they are read one after the other from the
left, and the first phrase of another sort ends the reading: what stands behind it is about
something else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from newsquote._quotes.clauses.go_betweens import GoBetweens
from newsquote._quotes.clauses.occasions import Occasions
from newsquote._quotes.clauses.short_phrases import ShortPhrases
from newsquote._quotes.clauses.times import word_within
from newsquote._quotes.clauses.word_records import WordRecord
from newsquote._text.signs import PAUSES, STOPS
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from newsquote._quotes.clauses.times import Times
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["BesidePhrase", "BesidePhrases", "Kind"]

Kind = Literal["source", "addressee", "occasion", "when", "relayed_by"]
"""What a phrase is to the attribution beside it."""
_PASSED_SIGNS = PAUSES | STOPS
"""Signs that may stand between two phrases."""

# English words and endings.
_BY = "by"
_TO = "to"
_PLURAL_ENDING = "s"


BesidePhrase = tuple[Kind | None, int, int]
"""What a phrase is, None where it is only passed; its first token, and the token behind it."""


class _PhraseWords(WordRecord):
    """The words by which the phrases are told apart, beside those of times and occasions."""

    carrying: frozenset[str]
    """Participles behind an occasion whose "by" names who relays it: "aired by"."""
    determiners: frozenset[str]
    passed: frozenset[str]
    """The words that may stand between two phrases."""
    place_prepositions: frozenset[str]


@kept_by_pack
def _phrase_words(pack: LanguagePack) -> _PhraseWords:
    return _PhraseWords(
        carrying=pack.closed("carrying_words"),
        determiners=pack.words("determiners"),
        passed=pack.closed("time_modifiers") | pack.closed("speaking_words"),
        place_prepositions=pack.closed("occasion_prepositions"),
    )


class BesidePhrases:
    """Reads the stretches of a text."""

    def __init__(self, doc: Doc, times: Times) -> None:
        self.tokens = doc.words
        self.lowers = doc.lowers
        self.words = _phrase_words(doc.pack)
        self.times = times
        self.phrases = ShortPhrases(doc, times)
        self.occasions = Occasions(doc, times, self.phrases)
        self.go_betweens = GoBetweens(doc, self.phrases)

    def phrases_in(self, start: int, end: int) -> list[BesidePhrase]:
        """The phrases of a stretch up to the first that is not known, without the signs between."""
        tokens = self.tokens
        found: list[BesidePhrase] = []
        previous: Kind | None = None
        k = start
        while k < end:
            if tokens[k] in _PASSED_SIGNS:
                previous = None
                k += 1
                continue
            phrase = self._carrier_at(k, end) if previous == "occasion" else None
            phrase = phrase or self._phrase_at(k, end)
            if phrase is None and k == start:
                phrase = self._opening_phrase(k, end)
            if phrase is None:
                break
            found.append(phrase)
            previous, _, k = phrase
        return found

    def _phrase_at(self, k: int, end: int) -> BesidePhrase | None:
        """The phrase at token ``k``; None if none is known there."""
        stop = self.times.end_at(k, end)
        if stop:
            return "when", k, stop
        go_between = self.go_betweens.phrase_at(k, end)
        if go_between is not None:
            return "relayed_by", *go_between
        stop = self.occasions.end_at(k, end)
        if stop:
            return "occasion", k, stop
        if self.lowers[k] in self.words.passed:
            return None, k, k + 1
        return None

    def _carrier_at(self, k: int, end: int) -> BesidePhrase | None:
        """Who is behind "aired by" at token ``k``, right behind an occasion."""
        if self.lowers[k] not in self.words.carrying:
            return None
        if word_within(self.lowers, k + 1, end) != _BY:
            return None
        stop = self.phrases.end_at(k + 2, end)
        return ("relayed_by", k + 2, stop) if stop else None

    def _opening_phrase(self, k: int, end: int) -> BesidePhrase | None:
        """An addressee with "to", or a place, that opens a stretch at token ``k``.

        A place is passed because a time may stand behind it: "in Tarnby on Wednesday".
        """
        word = self.lowers[k]
        if word != _TO and word not in self.words.place_prepositions:
            return None
        stop = self.phrases.end_at(k + 1, end)
        if not stop:
            return None
        if word == _TO:
            return ("addressee", k + 1, stop) if self._is_person(k + 1, stop) else None
        is_place = self.tokens[stop - 1][0].isupper()
        return (None, k, stop) if is_place else None

    def _is_person(self, k: int, end: int) -> bool:
        """Whether a phrase behind "to" is somebody who is spoken to, and no verb."""
        first_word = self.tokens[k]
        last_word = self.lowers[end - 1]
        if first_word[0].isupper() or last_word.endswith(_PLURAL_ENDING):
            return True
        return self.lowers[k] in self.words.determiners
