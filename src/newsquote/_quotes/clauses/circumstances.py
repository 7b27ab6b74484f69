"""To whom, on what occasion, when and through whom something was said.

In: drafts whose cue, source and content are settled. Out: the same drafts with the addressee, the occasion, the time and the go-between that the
sentence prints beside the cue. Why: these are phrases of a few shapes ("told reporters", "in an interview with", "late on Thursday",
"through an interpreter"), and only what no cue, source or content takes up can be one.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import attrs

from newsquote._quotes.attribution import Circumstances
from newsquote._text.ranges import Chars
from newsquote._text.signs import PAUSES, POSSESSIVES, STOPS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._quotes.attribution import Attribution
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["with_circumstances"]

Range = tuple[int, int]

_LONGEST = 9
"""Tokens of a noun phrase."""
_MOST_COMPLEMENTS = 2
_PASSED = PAUSES | STOPS
"""Signs that may stand between two phrases."""


@attrs.define(eq=False, repr=False, kw_only=True)
class _Beside:
    """What is known of one attribution so far; the first phrase of a kind is kept."""

    source: Chars | None
    addressee: Chars | None
    occasion: Chars | None
    when: Chars | None
    relayed_by: Chars | None


def with_circumstances(doc: Doc, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, with what their sentences say beside cue, source and content."""
    reader = _Reader(doc)
    sources = [None if one.source is None else doc.tokens_in(*one.source) for one in attributions]
    taken = _taken(doc, attributions, sources)
    found = []
    for attribution, source in zip(attributions, sources, strict=True):
        if attribution.cue is None:
            found.append(attribution)
            continue
        known = attribution.circumstances
        beside = _Beside(
            source=attribution.source,
            addressee=known.addressee,
            occasion=known.occasion,
            when=known.when,
            relayed_by=known.relayed_by,
        )
        corrected = reader.corrected(beside, source)
        for run in _runs(doc, attribution.cue.range, corrected, taken):
            reader.read(beside, *run)
        found.append(_completed(attribution, beside))
    return found


def _completed(attribution: Attribution, beside: _Beside) -> Attribution:
    """An attribution with its circumstances; the same object where nothing was found."""
    known = attribution.circumstances
    before = (attribution.source, known.addressee, known.occasion, known.when, known.relayed_by)
    if before == (
        beside.source,
        beside.addressee,
        beside.occasion,
        beside.when,
        beside.relayed_by,
    ):
        return attribution
    circumstances = Circumstances(
        addressee=beside.addressee,
        occasion=beside.occasion,
        when=beside.when,
        relayed_by=beside.relayed_by,
    )
    return attrs.evolve(attribution, source=beside.source, circumstances=circumstances)


@cache
def _stops(pack: LanguagePack) -> frozenset[str]:
    return pack.words("prepositions") | pack.words("time_words")


@cache
def _platforms(pack: LanguagePack) -> frozenset[str]:
    return frozenset([word.casefold() for word in pack.words("platforms")])


_TIME_STARTS = (
    "time_modifiers",
    "weekday_epithets",
    "deictic_days",
    "deictic_determiners",
    "time_numbers",
    "time_prepositions",
)
"""The closed classes of the words with which a time can begin."""


@cache
def _passed(pack: LanguagePack) -> frozenset[str]:
    """The words that may stand between two phrases."""
    return pack.closed("time_modifiers") | pack.closed("speaking_words")


@cache
def _breaks(pack: LanguagePack) -> frozenset[str]:
    """The words that end a noun phrase, beside prepositions."""
    return (
        pack.words("clause_openers")
        | pack.closed("conjunctions")
        | pack.words("auxiliaries")
        | pack.closed("carrying_words")
    )


@cache
def _time_starts(pack: LanguagePack) -> frozenset[str]:
    """The words with which a time can begin, beside numbers in digits."""
    return frozenset(("the",)).union(
        pack.words("weekdays"), pack.words("months"), *map(pack.closed, _TIME_STARTS)
    )


def _taken(doc: Doc, drafts: Sequence[Attribution], sources: Sequence[Range | None]) -> bytearray:
    """For each token whether it is one of a content, a source or a verb.

    :param sources: the tokens of each draft's source.
    """
    found = bytearray(len(doc.words))
    ranges = [where for where in sources if where is not None]
    for draft in drafts:
        ranges += [
            doc.tokens_in(*where)
            for where in (
                *draft.pieces,
                draft.circumstances.addressee,
                draft.circumstances.relayed_by,
            )
            if where is not None
        ]
        if draft.cue is not None:
            ranges.append(_verb(doc, draft.cue.range))
    for i, j in ranges:
        found[i:j] = b"\1" * (j - i)
    return found


def _verb(doc: Doc, cue: Range) -> Range:
    """The tokens of a cue up to its first preposition or time: "said" of "said on Friday"."""
    i, j = doc.tokens_in(*cue)
    stops = _stops(doc.pack)
    for k in range(i + 1, j):
        if doc.lowers[k] in stops:
            return i, k
    return i, j


def _runs(doc: Doc, cue: Range, source: Range | None, taken: bytearray) -> list[Range]:
    """The stretches of a cue's sentence that nothing takes up, those behind the cue first.

    :param source: the tokens of the cue's source.
    """
    head = doc.token_at(cue[0])
    i, j = doc.sentences[doc.sentence_of(head)]
    found: list[Range] = []
    start = taken.find(0, i, j)
    while start >= 0:
        end = taken.find(1, start, j)
        found.append((start, end if end >= 0 else j))
        start = taken.find(0, end, j) if end >= 0 else -1
    behind = [run for run in found if run[0] > head]
    # What stands before the cue is the sentence's opening, or beside the source: "On Thursday, Lee said", "the abbot on Monday said".
    openings = (i, head if source is None else source[1])
    return behind[:3] + [run for run in found if run[1] <= head and run[0] in openings]


class _Reader:
    """Reads phrases, one at a time, from the left."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        pack = doc.pack
        self.occasions = pack.words("statement_words") | pack.words("occasion_words")
        self.platforms = _platforms(pack)
        self.prepositions, self.determiners = pack.words("prepositions"), pack.words("determiners")
        self.weekdays, self.months = pack.words("weekdays"), pack.words("months")
        self.day_parts, self.days = pack.closed("day_parts"), pack.closed("deictic_days")
        self.this, self.modifiers, self.units = (
            pack.closed("deictic_determiners"),
            pack.closed("time_modifiers"),
            pack.closed("time_units"),
        )
        self.directions, self.numbers = pack.closed("time_directions"), pack.closed("time_numbers")
        self.before_times, self.time_starts = pack.closed("time_prepositions"), _time_starts(pack)
        self.clock_names, self.clock_halves = (
            pack.closed("clock_names"),
            pack.closed("clock_halves"),
        )
        self.at, self.complements = (
            pack.closed("occasion_prepositions"),
            pack.closed("occasion_complements"),
        )
        self.channels, self.between = pack.closed("channel_words"), pack.closed("go_betweens")
        self.relaying, self.carrying = (
            pack.closed("relaying_prepositions"),
            pack.closed("carrying_words"),
        )
        self.passed = _passed(pack)
        self.epithets = pack.closed("weekday_epithets")
        self.relatives = pack.closed("relatives")
        self.owners = pack.closed("possessive_pronouns")
        self.breaks = _breaks(pack)

    def corrected(self, draft: _Beside, source: Range | None) -> Range | None:
        """The tokens of a draft's source, once the times are taken out of it and of the addressee: "told members last week that", "Lee on Monday said".

        :param source: the tokens of the source as it was found.
        """
        if draft.addressee is not None:
            i, j = self.doc.tokens_in(*draft.addressee)
            time = next((k for k in range(i, min(j, i + _LONGEST)) if self._time(k, j) == j), None)
            if time == i:
                draft.when, draft.addressee = draft.addressee, None
            elif time is not None:
                draft.when, draft.addressee = (
                    draft.when or self._range(time, j),
                    self._range(i, time),
                )
        if source is None:
            return None
        i, j = source
        if "on" in self.doc.lowers[i + 1 : min(j, i + _LONGEST)]:
            time = next(
                (
                    k
                    for k in range(i + 1, min(j, i + _LONGEST))
                    if self.doc.lowers[k] == "on" and self._time(k, j) == j
                ),
                None,
            )
            if time is not None and self._is_bare(i, time):
                draft.when, draft.source = self._range(time, j), self._range(i, time)
                return i, time
        return source

    def _is_bare(self, i: int, j: int) -> bool:
        """Whether a source has no clause to which a time at its end could belong: "the groups who wrote on Monday", "papers filed on Monday"."""
        lowers = self.doc.lowers
        return not any(
            word in self.relatives or word in PAUSES or word in self.breaks
            for word in lowers[i + 1 : j]
        ) and not lowers[j - 1].endswith("ed")

    def read(self, draft: _Beside, i: int, j: int) -> None:
        """Read the phrases of one stretch into a draft; what is there already stays."""
        k = i
        while k < j:
            if self.doc.words[k] in _PASSED:
                end = k + 1
            elif end := self._time(k, j):
                draft.when = draft.when or self._range(k, end)
            elif end := self._go_between(k, j):
                draft.relayed_by = draft.relayed_by or self._range(self._inner(k), end)
            elif end := self._occasion(k, j):
                draft.occasion = draft.occasion or self._range(k, end)
                if (
                    self._word(end, j) in self.carrying
                    and self._word(end + 1, j) == "by"
                    and (carrier := self._phrase(end + 2, j))
                ):
                    draft.relayed_by = draft.relayed_by or self._range(end + 2, carrier)
                    end = carrier
            elif (
                self.doc.lowers[k] == "to"
                and k == i
                and (end := self._phrase(k + 1, j))
                and self._is_person(k + 1, end)
            ):
                draft.addressee = draft.addressee or self._range(k + 1, end)
            elif self.doc.lowers[k] in self.passed:
                end = k + 1
            elif (
                k == i
                and self.doc.lowers[k] in self.at
                and (end := self._phrase(k + 1, j))
                and self.doc.words[end - 1][0].isupper()
            ):
                pass  # a place, behind which the time may stand: "told the court in Tarnby on Wednesday"
            else:
                return
            k = end

    def _range(self, i: int, j: int) -> Chars:
        return Chars(self.doc.starts[i], self.doc.ends[j - 1])

    def _word(self, k: int, j: int) -> str:
        return self.doc.lowers[k] if k < j else ""

    # ------------------------------------------------------------- times

    def _time(self, k: int, j: int) -> int:
        """Behind the time that begins at ``k``; 0 if none does."""
        word = self._word(k, j)
        if word not in self.time_starts and not word.isdigit():
            return 0
        first = k
        while self._word(first, j) in self.modifiers:
            first += 1
        end = self._bare_time(first, j)
        if not end and self._word(first, j) in self.before_times:
            end = self._bare_time(first + 1, j, preposition=self.doc.lowers[first])
        if not end or self._word(end, j) in POSSESSIVES:
            return 0
        more = end + (self._word(end, j) == ",")
        if self._word(more, j) in self.months and (tail := self._bare_time(more, j)):
            end = tail
        return end

    def _bare_time(self, k: int, j: int, preposition: str = "") -> int:
        word = self._word(k, j)
        if word in self.epithets and self._word(k + 1, j) in self.weekdays:
            k, word = k + 1, self._word(k + 1, j)
        if (word in self.weekdays and len(word) >= len("monday")) or word in self.days:
            return self._past_day_part(k + 1, j)
        if word in self.months:
            return self._date(k, j, alone=preposition == "in")
        if (
            word in self.this
            and self._word(k + 1, j) in self.units | self.weekdays | self.day_parts
        ):
            return self._past_day_part(k + 2, j)
        if (
            (word in self.numbers or word.isdigit())
            and self._word(k + 1, j) in self.units
            and self._word(k + 2, j) in self.directions
        ):
            return k + 3
        if (
            word == "the"
            and self._word(k + 1, j) in self.units
            and self._word(k + 2, j) in self.directions
        ):
            return k + 3
        if preposition == "in" and word.isdigit() and len(word) == len("2026"):
            return k + 1
        if word.isdigit() and self._word(k + 1, j) in self.months:
            return k + 3 if self._is_year(k + 2, j) else k + 2
        if preposition == "at" and (
            word in self.clock_names
            or (word[:1].isdigit() and self._word(k + 1, j) in self.clock_halves)
        ):
            return k + 1 + word[:1].isdigit()
        return 0

    def _past_day_part(self, k: int, j: int) -> int:
        return k + 1 if self._word(k, j) in self.day_parts else k

    def _date(self, k: int, j: int, *, alone: bool) -> int:
        """Behind a month with its day and year."""
        end = k + 1
        if self._word(end, j) == "." and self._word(end + 1, j).isdigit():
            end += 1
        if self._word(end, j).isdigit() and len(self.doc.words[end]) <= len("31"):
            comma = self._word(end + 1, j) == "," and self._is_year(end + 2, j)
            return end + 3 if comma else end + 2 if self._is_year(end + 1, j) else end + 1
        return (end + 1 if self._is_year(end, j) else end) if alone else 0

    def _is_year(self, k: int, j: int) -> bool:
        word = self._word(k, j)
        return word.isdigit() and len(word) == len("2026")

    # ------------------------------------------------------------- occasions

    def _occasion(self, k: int, j: int) -> int:
        """Behind "in an interview with the Herald", "at a rally in Ohio", "on Facebook" at ``k``."""
        if self._word(k, j) not in self.at:
            return 0
        if self._word(k + 1, j) in self.platforms or self._word(k + 1, j) in self.channels:
            return k + 2
        end = self._phrase(k + 1, j)
        if not end or not any(self.doc.lowers[n] in self.occasions for n in range(k + 1, end)):
            return 0
        for _ in range(_MOST_COMPLEMENTS):
            if self._word(end, j) not in self.complements or self._time(end, j):
                break
            following = self._phrase(end + 1, j)
            if not following:
                break
            end = following
        return end

    def _phrase(self, k: int, j: int) -> int:
        """Behind the noun phrase at ``k``: up to a sign, a preposition, a conjunction, a time or a verb; 0 if nothing is there."""
        end = k
        while end < min(j, k + _LONGEST):
            word = self.doc.lowers[end]
            inner = self.doc.words[end] in POSSESSIVES or (
                self.doc.words[end] == "."
                and self.doc.lowers[end - 1] in self.doc.pack.words("abbreviations")
            )
            if not inner and (
                not word[0].isalnum()
                or word in self.prepositions
                or word in self.breaks
                or word == "that"
            ):
                break
            if (
                end > k
                and not inner
                and self._time(end, j)
                and self.doc.lowers[end - 1] not in self.determiners
            ):
                break
            end += 1
        return end if end > k and self.doc.lowers[end - 1] not in self.determiners else 0

    def _is_person(self, k: int, end: int) -> bool:
        """Whether a phrase behind "to" is somebody who is spoken to, and no verb."""
        return (
            self.doc.words[k][0].isupper()
            or self.doc.lowers[k] in self.determiners
            or self.doc.lowers[end - 1].endswith("s")
        )

    def _go_between(self, k: int, j: int) -> int:
        """Behind "through an interpreter", "according to a transcript" at ``k``."""
        inner = self._inner(k)
        if inner == k or (end := self._phrase(inner, j)) == 0:
            return 0
        if (
            self.doc.lowers[k] == "according"
            or self.doc.lowers[end - 1] in self.between
            or self.doc.lowers[inner] in self.owners
        ):
            following = self._phrase(end + 1, j) if self._word(end, j) in {"of", "by"} else 0
            return following or end
        return 0

    def _inner(self, k: int) -> int:
        """Where the noun phrase of a go-between begins."""
        if self.doc.lowers[k] in self.relaying:
            return k + 1
        return k + 2 if self.doc.lowers[k : k + 2] == ["according", "to"] else k
