"""The beginning of a paragraph -> a dateline.

In: a line. Out: the dateline with which it begins (place, date, agency), or None. Why: a dateline
is a fixed form: places in capitals, a date, an agency in brackets, a dash. What has that form
without being one is refused unless something in it is known of datelines: a place, a state, a date
or an agency.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsquote._page import places
from newsquote._page.dateline_readings import dateline_readings
from newsquote._page.records import DatelineRecord
from newsquote._text.dates import read_date, read_when
from newsquote._text.ranges import Chars
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from newsquote._page.dateline_readings import DatelineReading
    from newsquote._page.line import Line, Stretch
    from newsquote.lang import LanguagePack

__all__ = ["count_dateline_pieces", "read_dateline"]

_MAX_DATELINE_CHARS = 140
_MAX_AGENCY_WORDS = 4
"""Words of an agency in brackets that is not known."""
_LONGEST_BARE_AGENCY = 2
"""Words of an agency that stands behind the place without brackets."""
_MAX_STATE_CHARS = 2
"""Characters of a state's sign; a longer word in capitals behind a comma is an agency's."""
_DATELINE_PIECES = 3
"""Place, agency and dash."""
_PIECES_WITHOUT_PLACE = 2
_DASH_LINES = frozenset({"-", "–", "—", "--"})
_CLEAR_DASHES = frozenset({"—", "--"})
_WEAK_CLOSES = frozenset({":", "|"})
"""Behind one of these any label stands."""
_SIGNS_BEFORE_SENTENCE = " \t\u00a0\"“”'‘’`([-–—$£€<*"
_SIGNS_BEFORE_STORY = frozenset(' \t\u00a0"“')
_SENTENCE_STOPS = ".!?…"
_LOOKED_AT_WORDS = 20
"""Words of a sentence that are looked at."""
_MIN_PROSE_WORDS, _MIN_SMALL_WORDS = 7, 3
"""Words of a sentence behind a place that is told by it alone, and those in small letters."""
_MIN_PROSE_WORDS_WITHOUT_STOP = 25
"""The same where the line does not end as a sentence does."""


@kept_by_pack
def _outlets(pack: LanguagePack) -> frozenset[str]:
    return frozenset(name.casefold().removeprefix("the ") for name in pack.words("outlets"))


@cache
def _line_end() -> re.Pattern[str]:
    return re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


@cache
def _between_agencies() -> re.Pattern[str]:
    return re.compile(r"\s*[/&|,]\s*|\s+(?:and|with|via)\s+|\s+-\s+")


class _PlaceAndAgency(NamedTuple):
    place: Chars | None
    agency: Chars | None


def read_dateline(
    line: Stretch, pack: LanguagePack, published: datetime.date | None = None
) -> DatelineRecord | None:
    """The dateline with which a line begins, or None.

    :param published: a day near it, from which the year of its date is taken.
    """
    head = _line_end().sub(" ", line.text[:_MAX_DATELINE_CHARS])
    readings = (_settled(one, pack) for one in dateline_readings(head, pack))
    reading = next((one for one in readings if _is_dateline(one, line.text, pack)), None)
    if reading is None:
        return None
    place, agency, date = reading.place, reading.agency, reading.date
    if agency is None and place is not None:
        place, agency = _cut_bare_agency(head, place, pack)
    return DatelineRecord(
        range=Chars(line.start, line.start + reading.end),
        place=_moved(place, line.start),
        agency=_moved(agency, line.start),
        date_text=_moved(date, line.start),
        date=_day_of(reading.text_at(date), published) if date else None,
    )


def _moved(where: Chars | None, by: int) -> Chars | None:
    return None if where is None else Chars(where.start + by, where.end + by)


def _day_of(printed: str, published: datetime.date | None) -> datetime.date | None:
    """The day of a dateline's date; a weekday is the last one up to the day of publication."""
    if any(map(str.isdigit, printed)):
        return read_date(printed, published)
    return read_when(printed, published)


def count_dateline_pieces(lines: Sequence[Line], i: int, pack: LanguagePack) -> int:
    """How many lines above a paragraph are the pieces of its dateline.

    Each stands on a line of its own: "Norvale, Ohio", "CNN", "—".
    """
    above = lines[max(0, i - _DATELINE_PIECES) : i]
    if len(above) < _PIECES_WITHOUT_PLACE:
        return 0
    if above[-1].text not in _DASH_LINES:
        return 0
    if above[-2].text.casefold() not in places.agency_names(pack):
        return 0
    if len(above) < _DATELINE_PIECES or not _is_known_place_line(above[0].text, pack):
        return _PIECES_WITHOUT_PLACE
    return _DATELINE_PIECES


def _is_known_place_line(text: str, pack: LanguagePack) -> bool:
    if len(text.split()) > places.MAX_PLACE_WORDS:
        return False
    return places.is_known_place(text, pack) or places.has_region(text, pack)


# ---------------------------------------------------------------- what its pieces are


@cache
def _region_in_brackets() -> re.Pattern[str]:
    return re.compile(r"\s*[(\[]([^()\[\]]+)[)\]]")


def _settled(reading: DatelineReading, pack: LanguagePack) -> DatelineReading:
    """A reading whose pieces are what the word lists say that they are."""
    return _with_region(_without_stop(reading, pack), pack)


def _without_stop(reading: DatelineReading, pack: LanguagePack) -> DatelineReading:
    """A reading without the stop behind a place: "MOSCOW. March 4 (Interfax) -"."""
    place = reading.place
    name = reading.text_at(place)
    if place is None or reading.date is None or not name.endswith(".") or "," in name:
        return reading
    if not places.is_town(name[:-1], pack):
        return reading
    return reading._replace(place=Chars(place.start, place.end - 1))


def _with_region(reading: DatelineReading, pack: LanguagePack) -> DatelineReading:
    """A reading in which a place or a region in brackets is no agency: "NORVALE (Ohio) —"."""
    agency = reading.agency
    if agency is None or not reading.form.in_brackets or reading.is_behind_prefix:
        return reading
    name = reading.text_at(agency)
    if _is_known_agency(name, pack):
        return reading
    if reading.place is None:
        if reading.date is None or not places.is_known_place(name, pack):
            return reading
        return reading._replace(place=agency, agency=None)
    if reading.place.end > agency.start or not places.is_region(name, pack):
        return reading
    return reading._replace(place=Chars(reading.place.start, agency.end + 1), agency=None)


def _is_known_agency(name: str, pack: LanguagePack) -> bool:
    """Whether an agency is known, or of several one is and the others are signs: "tca/dpa"."""
    known = places.agency_names(pack)
    folded = name.casefold()
    if folded in known:
        return True
    parts = _between_agencies().split(folded)
    others = [part for part in parts if part not in known]
    return len(others) < len(parts) > 1 and not any(" " in part for part in others)


def _cut_bare_agency(head: str, place: Chars, pack: LanguagePack) -> _PlaceAndAgency:
    """A place without the agency behind it that has no brackets: "New York CNN —"."""
    text = head[slice(*place)]
    words = text.split()
    for count in range(_LONGEST_BARE_AGENCY, 0, -1):
        name = " ".join(words[-count:])
        if places.agency_names(pack).get(name.casefold()) != name or not text.endswith(name):
            continue
        before = words[-count - 1] if len(words) > count else ""
        if before.endswith(",") and not _is_agency_behind_comma(name, pack):
            continue
        agency = Chars(place.end - len(name), place.end)
        rest = head[place.start : agency.start].rstrip(" ,")
        rest_range = Chars(place.start, place.start + len(rest)) if rest else None
        return _PlaceAndAgency(rest_range, agency)
    return _PlaceAndAgency(place, None)


def _is_agency_behind_comma(name: str, pack: LanguagePack) -> bool:
    """Whether a word behind a comma is an agency: "SYDNEY, AAP —", but "ATLANTA, GA —"."""
    long_enough = name.isupper() and len(name) > _MAX_STATE_CHARS
    return long_enough and name.casefold() not in places.region_names(pack)


# ---------------------------------------------------------------- whether it is one


def _is_dateline(reading: DatelineReading, text: str, pack: LanguagePack) -> bool:
    """Whether something in a reading is known of datelines.

    :param text: the whole line.
    """
    form = reading.form
    agency = reading.text_at(reading.agency)
    known_agency = _is_wire(reading) or _is_known_agency(agency, pack)
    name = _region_in_brackets().sub(r", \1", reading.text_at(reading.place))
    if not reading.close:  # "(CNN)A court": only what is known may stand without a dash
        in_round = form.in_brackets and reading.head[reading.end - 1] == ")"
        closed = known_agency and (in_round or reading.place is not None)
        return closed and _sentence_follows(reading) and places.can_be_place(name, pack)
    if agency and not known_agency and (form.is_bare or not _looks_like_agency(agency)):
        return False
    if not name:
        return known_agency or bool(agency and reading.date)
    if name.casefold().removeprefix("the ") in _outlets(pack):
        return False
    if len(name.split()) > places.MAX_PLACE_WORDS or not _sentence_follows(reading):
        return False
    if reading.is_behind_prefix:
        known = places.is_known_place(name, pack) or places.has_region(name, pack)
        return (known and places.can_be_place(name, pack)) or places.is_place(name, "—", pack)
    if agency or reading.date:
        sure = known_agency or _is_sure_place(reading, name, pack)
        return sure and places.can_be_place(name, pack)
    return _is_place_alone(reading, name, pack) or _is_place_of_story(reading, name, text, pack)


def _is_wire(reading: DatelineReading) -> bool:
    """Whether slashes stand right around the agency: "/TASS/"."""
    if reading.agency is None or not reading.form.is_wire:
        return False
    with_slashes = reading.head[reading.agency.start - 1 : reading.agency.end + 1]
    return with_slashes[0] == with_slashes[-1] == "/"


def _is_sure_place(reading: DatelineReading, name: str, pack: LanguagePack) -> bool:
    """Whether a name beside a date or an agency is a place."""
    if places.is_in_capitals(name):
        return True
    if reading.date and reading.agency:
        return True
    return places.is_known_place(name, pack) or places.has_region(name, pack)


def _is_place_alone(reading: DatelineReading, name: str, pack: LanguagePack) -> bool:
    """Whether a name with neither date nor agency in brackets is a dateline's."""
    close = reading.close.strip()
    behind = reading.head[reading.end :].split(maxsplit=1)
    if close in _WEAK_CLOSES and behind and _opens_turn(behind[0], pack):
        return False
    if reading.place is not None:
        rest, agency = _cut_bare_agency(reading.head, reading.place, pack)
        if agency is not None and rest is None:
            return close in _CLEAR_DASHES
        if agency is not None:
            strong = close not in _WEAK_CLOSES
            return strong and places.can_be_place(reading.text_at(rest), pack)
    glued_hyphen = reading.close == "-" and not reading.head[reading.close_start - 1].isspace()
    if glued_hyphen and not places.is_known_place(name, pack):
        return False
    return places.is_place(name, close, pack)


def _is_place_of_story(reading: DatelineReading, name: str, text: str, pack: LanguagePack) -> bool:
    """Whether a known place that any label could look like stands before a story's sentence."""
    if not _story_follows(text[reading.end :], pack):
        return False
    if reading.close.strip() in _WEAK_CLOSES:
        return places.is_town(name, pack)
    if reading.close == "-" and not reading.head[reading.close_start - 1].isspace():
        return False
    return places.are_towns(name, pack)


def _story_follows(text: str, pack: LanguagePack) -> bool:
    """Whether a whole sentence follows that nobody says in a conversation."""
    words = text.split()
    if not words or text[:1] not in ' \t\u00a0"“':
        return not words
    stop = text.rstrip("\"”’')]*")[-1:]
    fewest = _MIN_PROSE_WORDS if stop in _SENTENCE_STOPS else _MIN_PROSE_WORDS_WITHOUT_STOP
    if len(words) < fewest:
        return False
    if _opens_turn(words[0], pack):
        return False
    small = sum(1 for word in words[:_LOOKED_AT_WORDS] if word[0].islower())
    return small >= _MIN_SMALL_WORDS


def _opens_turn(word: str, pack: LanguagePack) -> bool:
    """Whether somebody says in a conversation what begins with a word: "LEE: We did it"."""
    plain = word.strip("\"“‘'’,.!?").casefold().replace("’", "'")
    return plain in pack.closed("turn_openings")


def _looks_like_agency(name: str) -> bool:
    if any(map(str.isdigit, name)):
        return False
    return name[0].isupper() and len(name.split()) <= _MAX_AGENCY_WORDS


def _sentence_follows(reading: DatelineReading) -> bool:
    """Whether what comes next begins as a sentence does, or nothing comes at all."""
    rest = reading.head[reading.end :].lstrip(_SIGNS_BEFORE_SENTENCE)
    return not rest or rest[0].isupper() or not rest[0].isalpha()
