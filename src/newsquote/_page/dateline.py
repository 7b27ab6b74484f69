"""The beginning of a paragraph -> a dateline.

In: a line. Out: the dateline with which it begins (place, date, agency), or None. Why: a dateline
is a fixed form: places in capitals, a date, an agency in brackets, a dash. What has that form
without being one is refused unless something in it is known of datelines: a place, a state, a date
or an agency.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newsquote._page import places
from newsquote._page.printed_dates import month_pattern
from newsquote._page.records import DatelineRecord
from newsquote._text.dates import read_date
from newsquote._text.ranges import Chars

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

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
_BRACKET_CLOSES = frozenset({")", "/", "/."})
"""Behind one of these the dateline may go on."""
_SIGNS_BEFORE_SENTENCE = " \t\u00a0\"“”'‘’`([-–—$£€<*"


@lru_cache(maxsize=32)
def _form(pack: LanguagePack) -> re.Pattern[str]:
    month, day = month_pattern(pack), r"\d{1,2}(?:st|nd|rd|th)?"
    weekday = "(?:" + "|".join(sorted(pack.words("weekdays"), key=len, reverse=True)) + r")\.?"
    date = rf"(?:{month}\s*{day}|{day}\s+{month})(?![\w])(?:,?\s+\d{{4}})?"
    return re.compile(
        rf"""
        # what stands before the date, the agency or the dash
        (?P<place>[^\W\d_][^\d()|:;!?"“”—–_\n]*?)??
        (?P<gap>[\s,]*)
        (?:\(?(?:(?i:{weekday}),?\s+)?(?P<date>(?i:{date}))\)?
           (?:\s*,\s*(?P<bare>[A-Z][A-Za-z]{{1,9}})(?=\s*[-–—:]))?)?
        [\s,]*(?:[-–—]\s*(?=\())?
        (?: (?:--)?[(\[](?P<agency>[^()\[\]\n]{{2,40}})[)\]]
           | (?<=\s)/(?P<wire>[A-Za-z]{{2,20}})/ )?
        (?P<close>(?<=/)\.
           |\s*(?:\.-|--+|[—–―‑_]+|\u2012|-+(?=\s|$|[(“"'])|:(?=\s|$)|\|(?=\s|$)))?
        """,
        re.VERBOSE,
    )


@lru_cache(maxsize=32)
def _outlets(pack: LanguagePack) -> frozenset[str]:
    return frozenset(name.casefold().removeprefix("the ") for name in pack.words("outlets"))


@cache
def _line_end() -> re.Pattern[str]:
    return re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


@cache
def _possible_end() -> re.Pattern[str]:
    return re.compile(r"\)|/\.?(?=\s)|\.-|--+|[—–―_‑\u2012]+|-(?=\s|$)|:(?=\s|$)|\|(?=\s|$)")


class _Reading(NamedTuple):
    """One way to read the beginning of a line; ranges count from its first character."""

    head: str
    """The beginning of the line."""
    end: int
    place: Chars | None
    agency: Chars | None
    agency_text: str
    date: Chars | None
    in_brackets: bool
    """Whether an agency stands in brackets."""
    is_wire: bool
    """Whether it stands between slashes."""
    is_bare: bool
    """Whether one stands behind the date without brackets."""
    close: str
    """The sign that ends the dateline."""
    close_start: int

    def text_at(self, where: Chars | None) -> str:
        return "" if where is None else self.head[slice(*where)]


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
    reading = next((one for one in _readings(head, pack) if _is_dateline(one, pack)), None)
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
        date=read_date(reading.text_at(date), published) if date else None,
    )


def _moved(where: Chars | None, by: int) -> Chars | None:
    return None if where is None else Chars(where.start + by, where.end + by)


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


def _readings(head: str, pack: LanguagePack) -> list[_Reading]:
    """The ways to read the beginning of a line, the longest first.

    Each goes up to a place where a date, an agency or a dash may end the dateline.
    """
    found = []
    form = _form(pack)
    for sign in _possible_end().finditer(head):
        match = form.fullmatch(head, 0, sign.end())
        if match and (match["close"] or match["agency"]):
            found.append(_reading_of(match, head))
        opens_bracket = head[sign.end() : sign.end() + 2].lstrip().startswith("(")
        if sign.group() not in _BRACKET_CLOSES and not opens_bracket:
            break
    return found[::-1]


def _reading_of(match: re.Match[str], head: str) -> _Reading:
    printed = match["agency"] or match["wire"] or match["bare"] or ""
    return _Reading(
        head=head,
        end=match.end(),
        place=_range_of(match, "place"),
        agency=_range_of(match, "agency") or _range_of(match, "wire") or _range_of(match, "bare"),
        agency_text=printed.strip(),
        date=_range_of(match, "date"),
        in_brackets=bool(match["agency"]),
        is_wire=match["wire"] is not None,
        is_bare=match["bare"] is not None,
        close=match["close"] or "",
        close_start=match.start("close"),
    )


def _range_of(match: re.Match[str], group: str) -> Chars | None:
    """Where a group stands, without the blanks and commas around it."""
    value = match[group]
    bare = value.strip(" ,\t\u00a0") if value else ""
    if not bare:
        return None
    begin = match.start(group) + len(value) - len(value.lstrip(" ,\t\u00a0"))
    return Chars(begin, begin + len(bare))


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


def _is_dateline(reading: _Reading, pack: LanguagePack) -> bool:
    """Whether something in a reading is known of datelines."""
    agency = reading.agency_text
    known_agency = reading.is_wire or agency.casefold() in places.agency_names(pack)
    name = reading.text_at(reading.place)
    if not reading.close:  # "(CNN)A court": only what is known may stand without a dash
        closed = known_agency and reading.in_brackets
        return closed and _sentence_follows(reading) and places.can_be_place(name, pack)
    if agency and not known_agency and (reading.is_bare or not _looks_like_agency(agency)):
        return False
    if not name:
        return known_agency or bool(agency and reading.date)
    if name.casefold().removeprefix("the ") in _outlets(pack):
        return False
    if len(name.split()) > places.MAX_PLACE_WORDS or not _sentence_follows(reading):
        return False
    if agency or reading.date:
        sure = known_agency or _is_sure_place(reading, name, pack)
        return sure and places.can_be_place(name, pack)
    return _is_place_alone(reading, name, pack)


def _is_sure_place(reading: _Reading, name: str, pack: LanguagePack) -> bool:
    """Whether a name beside a date or an agency is a place."""
    if places.is_in_capitals(name):
        return True
    if reading.date and reading.agency_text:
        return True
    return places.is_known_place(name, pack) or places.has_region(name, pack)


def _is_place_alone(reading: _Reading, name: str, pack: LanguagePack) -> bool:
    """Whether a name with neither date nor agency in brackets is a dateline's."""
    close = reading.close.strip()
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


def _looks_like_agency(name: str) -> bool:
    if any(map(str.isdigit, name)):
        return False
    return name[0].isupper() and len(name.split()) <= _MAX_AGENCY_WORDS


def _sentence_follows(reading: _Reading) -> bool:
    """Whether what comes next begins as a sentence does, or nothing comes at all."""
    rest = reading.head[reading.end :].lstrip(_SIGNS_BEFORE_SENTENCE)
    return not rest or rest[0].isupper() or not rest[0].isalpha()
