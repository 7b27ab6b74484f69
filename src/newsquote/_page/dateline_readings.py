"""The beginning of a line -> the ways to read it as a dateline.

In: the first characters of a line. Out: readings, each with the place, date and agency that it
finds and the sign that ends it, the longest first. Why: houses print the same pieces in many
orders, and parted by many signs; which reading is a dateline is decided elsewhere.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from newsquote._page.printed_dates import month_pattern
from newsquote._text.ranges import Chars
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from newsquote.lang import LanguagePack

__all__ = ["AgencyForm", "DatelineReading", "dateline_readings"]

_BRACKET_CLOSES = frozenset({")", "]", "/", "/."})
"""Behind one of these the dateline may go on."""
_BLANKS = " ,\t\u00a0"
_AGENCY_BRACKETS = "(["
_MAX_SIGNS = 12
"""Signs of a line at which its dateline may end."""
_MAX_SMALL_WORDS = 5
"""Words in small letters that a dateline may have; a sentence soon has more."""
_LOOKAHEAD_CHARS = 3
"""A bracket that opens behind a sign, perhaps with blanks before it."""


class AgencyForm(NamedTuple):
    """How an agency is printed."""

    in_brackets: bool
    is_wire: bool
    """Whether it stands between slashes."""
    is_bare: bool
    """Whether it stands behind the date without brackets."""


class DatelineReading(NamedTuple):
    """One way to read the beginning of a line; ranges count from its first character."""

    head: str
    """The beginning of the line."""
    end: int
    place: Chars | None
    agency: Chars | None
    form: AgencyForm
    date: Chars | None
    is_behind_prefix: bool
    """Whether the date, or an agency in brackets, stands before the place."""
    close: str
    """The sign that ends the dateline."""
    close_start: int

    def text_at(self, where: Chars | None) -> str:
        """The text at a range, empty where there is none."""
        return "" if where is None else self.head[slice(*where)]


@kept_by_pack
def _weekday(pack: LanguagePack) -> str:
    days = sorted(map(re.escape, pack.words("weekdays")), key=len, reverse=True)
    return rf"(?i:(?:{'|'.join(days)})\b\.?)"


@kept_by_pack
def _date(pack: LanguagePack) -> str:
    """A day and a month in either order, perhaps with the year, or a date in numbers."""
    month, day = month_pattern(pack), r"\d{1,2}(?:st|nd|rd|th)?"
    numbers = r"\d{4}-\d\d?-\d\d?|\d{1,2}/\d{1,2}/\d{4}|\d{1,2}\.\d{1,2}\.\d{4}"
    words = rf"(?:{month}\s*{day}|{day}\s+(?:of\s+)?{month})(?![\w])(?:,?\s+\d{{4}}(?!\d))?"
    return rf"(?i:{words}|{numbers})"


@kept_by_pack
def _prefix(pack: LanguagePack) -> str:
    """What may stand before the place: a date, an agency in brackets."""
    return rf"""
        (?:\(?(?:{_weekday(pack)},?\s+)?(?P<first_date>{_date(pack)})\)?
           [\s,]*(?:[-–—|:/]+\s*)?(?=[^\W\d_]))?
        (?:[(\[](?P<first_agency>[^()\[\]\d\n]{{2,40}})[)\]]
           \s*(?:[-–—:|]+\s*)?(?=[^\W\d_]))?
        """


@kept_by_pack
def _prefix_alone(pack: LanguagePack) -> re.Pattern[str]:
    return re.compile(_prefix(pack), re.VERBOSE)


@kept_by_pack
def _form(pack: LanguagePack) -> re.Pattern[str]:
    weekday, date = _weekday(pack), _date(pack)
    close = r"""(?<=/)\.|\s*(?:\.-|--+|[—–―‑_]+|\u2012|-+(?=\s|$|[(“"'])|:(?=\s|$)|\|(?=\s|$))"""
    return re.compile(
        rf"""
        {_prefix(pack)}
        # what stands before the date, the agency or the dash
        (?P<place>[^\W\d_][^\d()\[\]|:;!?"“”—–_\n]*?)??
        (?:\s*\[(?P<region>[^\W\d_][^()\[\]\d\n]{{1,30}})\])??
        (?P<gap>[\s,]*)
        (?:(?:[-–—|]\s*)?\(?(?:{weekday},?\s+)?(?P<date>{date})\)?(?:\.(?=\s*/))?
           (?:(?:\s*,\s*|\s+)(?P<bare>[A-Z][A-Za-z]{{1,9}})(?=\s*[-–—:]))?
         |(?:(?<=,\s)|\()(?P<weekday>{weekday})\)?)?
        [\s,]*(?:[-–—]+\s*(?=[(\[]))?
        (?: (?:--)?[(\[](?P<agency>[^()\[\]\n]{{2,40}}?)(?:\s+[-–—]\s+(?P<inner_date>{date}))?[)\]]
           | (?<=\s)/\s?(?P<wire>[A-Za-z](?:[A-Za-z ]{{0,18}}[A-Za-z]))\s?/ )?
        (?:\s*(?:[-–—/]+\s*)?\(?(?P<last_date>{date})\)?(?=\s*(?:[-–—:|]|/(?:\s|$))))?
        (?P<close>{close}|(?<=\d)\s*/(?=\s|$))?
        """,
        re.VERBOSE,
    )


@cache
def _possible_end() -> re.Pattern[str]:
    return re.compile(r"\)|\]|/\.?(?=\s)|\.-|--+|[—–―_‑\u2012]+|-(?=\s|$)|:(?=\s|$)|\|(?=\s|$)")


@cache
def _small_word() -> re.Pattern[str]:
    return re.compile(r"(?:^|\s)[a-z]")


@kept_by_pack
def _more_behind(pack: LanguagePack) -> re.Pattern[str]:
    """A date behind a dash, with which the dateline goes on."""
    return re.compile(rf"\s*\(?(?:{_weekday(pack)},?\s+)?{_date(pack)}")


def dateline_readings(head: str, pack: LanguagePack) -> list[DatelineReading]:
    """The ways to read the beginning of a line, the longest first.

    Each goes up to a place where a date, an agency or a dash may end the dateline.
    """
    found = []
    form = _form(pack)
    prefix_end = -1
    for sign in islice(_possible_end().finditer(head), _MAX_SIGNS):
        if len(_small_word().findall(head, 0, sign.start())) > _MAX_SMALL_WORDS:
            break
        match = form.fullmatch(head, 0, sign.end())
        if match and (match["close"] or match["agency"]):
            found.append(_reading_of(match, head))
        if _may_go_on(head, sign, pack):
            continue
        if prefix_end < 0:
            prefix = _prefix_alone(pack).match(head)
            prefix_end = prefix.end() if prefix else 0
        if sign.end() > prefix_end:
            break
    return found[::-1]


def _may_go_on(head: str, sign: re.Match[str], pack: LanguagePack) -> bool:
    """Whether more of the dateline may stand behind one of its signs."""
    if sign.group() in _BRACKET_CLOSES:
        return True
    behind = head[sign.end() : sign.end() + _LOOKAHEAD_CHARS].lstrip()
    if behind[:1] and behind[0] in _AGENCY_BRACKETS:
        return True
    return _more_behind(pack).match(head, sign.end()) is not None


def _reading_of(match: re.Match[str], head: str) -> DatelineReading:
    agency = _first_range(match, "agency", "wire", "bare", "first_agency")
    date = _first_range(match, "date", "last_date", "inner_date", "first_date", "weekday")
    place = _first_range(match, "place")
    if place is not None and match["region"]:
        place = Chars(place.start, match.end("region") + 1)
    return DatelineReading(
        head=head,
        end=match.end(),
        place=place,
        agency=agency,
        form=AgencyForm(
            in_brackets=bool(match["agency"] or match["first_agency"]),
            is_wire=match["wire"] is not None,
            is_bare=match["bare"] is not None,
        ),
        date=date,
        is_behind_prefix=bool(place and (match["first_agency"] or match["first_date"])),
        close=match["close"] or "",
        close_start=match.start("close"),
    )


def _first_range(match: re.Match[str], *groups: str) -> Chars | None:
    """Where the first of some groups stands that is there, without blanks and commas around it."""
    for group in groups:
        value = match[group]
        bare = value.strip(_BLANKS) if value else ""
        if bare:
            begin = match.start(group) + len(value) - len(value.lstrip(_BLANKS))
            return Chars(begin, begin + len(bare))
    return None
