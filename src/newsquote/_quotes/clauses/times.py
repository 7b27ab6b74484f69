"""When something was said.

In: a token in a stretch that no cue, source or content takes up. Out: where the time that begins
there ends. Why: times beside a cue have a few shapes ("late on Thursday", "last week", "on Monday,
March 4", "three days later", "at 5 p.m."), and each begins with one of few words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.clauses.word_records import WordRecord
from newsquote._text.signs import POSSESSIVES
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["Times", "word_within"]

_SHORTEST_WEEKDAY = len("monday")
"""Letters; the list has short forms as well, and "sun" and "sat" are other words."""
_YEAR_DIGITS = len("2026")
_MAX_DAY_DIGITS = len("31")
_FIRST_WORD_CLASSES = (
    "time_modifiers",
    "weekday_epithets",
    "deictic_days",
    "deictic_determiners",
    "time_numbers",
    "time_prepositions",
)
"""The closed classes of the words with which a time can begin."""

# English words.
_AT = "at"
_IN = "in"
_THE = "the"


def word_within(lowers: list[str], k: int, end: int) -> str:
    """The word at token ``k`` of a stretch that ends at ``end``; "" behind the stretch."""
    return lowers[k] if k < end else ""


class _TimeWords(WordRecord):
    """The words of which times are made."""

    clock_halves: frozenset[str]
    clock_names: frozenset[str]
    counts: frozenset[str]
    """Numbers and "the", which stand before a unit and a direction: "the day before"."""
    day_parts: frozenset[str]
    days: frozenset[str]
    """Weekdays in full, and "yesterday"."""
    deictic_determiners: frozenset[str]
    directions: frozenset[str]
    epithets: frozenset[str]
    first_words: frozenset[str]
    """The words with which a time can begin, beside numbers in digits."""
    modifiers: frozenset[str]
    months: frozenset[str]
    prepositions: frozenset[str]
    units: frozenset[str]
    units_and_days: frozenset[str]
    """What stands behind "last" and "this": units, weekdays, parts of the day."""
    weekdays: frozenset[str]


@kept_by_pack
def _time_words(pack: LanguagePack) -> _TimeWords:
    weekdays = pack.words("weekdays")
    months = pack.words("months")
    day_parts = pack.closed("day_parts")
    units = pack.closed("time_units")
    full_weekdays = {day for day in weekdays if len(day) >= _SHORTEST_WEEKDAY}
    classes = map(pack.closed, _FIRST_WORD_CLASSES)
    return _TimeWords(
        clock_halves=pack.closed("clock_halves"),
        clock_names=pack.closed("clock_names"),
        counts=pack.closed("time_numbers") | {_THE},
        day_parts=day_parts,
        days=pack.closed("deictic_days") | full_weekdays,
        deictic_determiners=pack.closed("deictic_determiners"),
        directions=pack.closed("time_directions"),
        epithets=pack.closed("weekday_epithets"),
        first_words=frozenset((_THE,)).union(weekdays, months, *classes),
        modifiers=pack.closed("time_modifiers"),
        months=months,
        prepositions=pack.closed("time_prepositions"),
        units=units,
        units_and_days=units | weekdays | day_parts,
        weekdays=weekdays,
    )


class Times:
    """Finds the times in a text's stretches."""

    def __init__(self, doc: Doc) -> None:
        self.lowers = doc.lowers
        self.words = _time_words(doc.pack)

    def end_at(self, k: int, end: int) -> int:
        """Behind the time that begins at token ``k``; 0 if none does.

        :param end: the end of the stretch.
        """
        lowers = self.lowers
        words = self.words
        word = word_within(lowers, k, end)
        if word not in words.first_words and not word.isdigit():
            return 0
        first = k
        while word_within(lowers, first, end) in words.modifiers:
            first += 1
        stop = self._bare_time_end(first, end)
        if not stop:
            preposition = word_within(lowers, first, end)
            if preposition in words.prepositions:
                stop = self._bare_time_end(first + 1, end, preposition)
        if not stop or word_within(lowers, stop, end) in POSSESSIVES:
            return 0
        return self._with_date(stop, end)

    def _with_date(self, k: int, end: int) -> int:
        """Further over a date behind a weekday: "on Monday, March 4"."""
        lowers = self.lowers
        has_comma = word_within(lowers, k, end) == ","
        month = k + 1 if has_comma else k
        if word_within(lowers, month, end) not in self.words.months:
            return k
        return self._bare_time_end(month, end) or k

    def _bare_time_end(self, k: int, end: int, preposition: str = "") -> int:
        """Behind a time without modifiers at token ``k``; 0 if none begins there.

        :param preposition: the word before it; some times need one.
        """
        lowers = self.lowers
        words = self.words
        word = word_within(lowers, k, end)
        following = word_within(lowers, k + 1, end)
        if word in words.epithets and following in words.weekdays:
            k += 1
            word = following
            following = word_within(lowers, k + 1, end)
        if word in words.days:
            return self._past_day_part(k + 1, end)
        if word in words.months:
            return self._month_end(k, end, may_stand_alone=preposition == _IN)
        if word in words.deictic_determiners and following in words.units_and_days:
            return self._past_day_part(k + 2, end)
        if self._is_span(k, end):
            return k + 3
        if preposition == _IN and _is_year(word):
            return k + 1
        if word.isdigit() and following in words.months:
            return self._past_year(k + 2, end, may_have_comma=False)
        return self._clock_end(k, end) if preposition == _AT else 0

    def _past_day_part(self, k: int, end: int) -> int:
        """Behind the part of the day behind a day: "Monday morning"."""
        word = word_within(self.lowers, k, end)
        return k + 1 if word in self.words.day_parts else k

    def _month_end(self, k: int, end: int, *, may_stand_alone: bool) -> int:
        """Behind the month at token ``k`` with its day and year; 0 if it lacks what it needs."""
        lowers = self.lowers
        day = k + 1
        has_stop = word_within(lowers, day, end) == "."
        if has_stop and word_within(lowers, day + 1, end).isdigit():
            day += 1
        digits = word_within(lowers, day, end)
        if digits.isdigit() and len(digits) <= _MAX_DAY_DIGITS:
            return self._past_year(day + 1, end, may_have_comma=True)
        if not may_stand_alone:
            return 0
        return day + 1 if _is_year(digits) else day

    def _past_year(self, k: int, end: int, *, may_have_comma: bool) -> int:
        """Behind the year at token ``k``, or behind a comma there: "March 4, 2026"."""
        year = k
        if may_have_comma and word_within(self.lowers, k, end) == ",":
            year += 1
        has_year = _is_year(word_within(self.lowers, year, end))
        return year + 1 if has_year else k

    def _is_span(self, k: int, end: int) -> bool:
        """Whether "three days later", "the week before" stands at token ``k``."""
        lowers = self.lowers
        words = self.words
        word = word_within(lowers, k, end)
        if word not in words.counts and not word.isdigit():
            return False
        if word_within(lowers, k + 1, end) not in words.units:
            return False
        return word_within(lowers, k + 2, end) in words.directions

    def _clock_end(self, k: int, end: int) -> int:
        """Behind "noon" or "5 p.m." at token ``k``; 0 if none stands there."""
        lowers = self.lowers
        words = self.words
        word = word_within(lowers, k, end)
        if word in words.clock_names:
            return k + 1
        has_half = word_within(lowers, k + 1, end) in words.clock_halves
        return k + 2 if has_half and word[:1].isdigit() else 0


def _is_year(word: str) -> bool:
    return len(word) == _YEAR_DIGITS and word.isdigit()
