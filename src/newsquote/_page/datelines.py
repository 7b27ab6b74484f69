"""The beginning of a paragraph -> a dateline.

In: a line. Out: the dateline with which it begins (place, date, agency), or None. Why: a dateline is a fixed form: places in capitals, a
date, an agency in brackets, a dash. What has that form without being one ("TWEET OF THE DAY —", "FILE -") is refused unless something in it
is known of datelines: a place, a state, a date or an agency.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from newsquote._page.records import DatelineRecord
from newsquote._page.stamps import month_pattern
from newsquote._text.dates import read_date

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping, Sequence

    from newsquote._page.blocks import Block
    from newsquote.lang import LanguagePack

__all__ = ["parts_above", "read", "stands_alone"]

_LONGEST = 140
"""No dateline is longer."""
_MOST_WORDS = 9


@lru_cache(maxsize=32)
def _pattern(pack: LanguagePack) -> re.Pattern[str]:
    month, day = month_pattern(pack), r"\d{1,2}(?:st|nd|rd|th)?"
    weekday = "(?:" + "|".join(sorted(pack.words("weekdays"), key=len, reverse=True)) + r")\.?"
    date = rf"(?:{month}\s*{day}|{day}\s+{month})(?![\w])(?:,?\s+\d{{4}})?"
    return re.compile(
        rf"""
        (?P<place>[^\W\d_][^\d()|:;!?"“”—–_\n]*?)??            # what stands before the date, the agency or the dash
        (?P<gap>[\s,]*)
        (?:\(?(?:(?i:{weekday}),?\s+)?(?P<date>(?i:{date}))\)?(?:\s*,\s*(?P<bare>[A-Z][A-Za-z]{{1,9}})(?=\s*[-–—:]))?)?
        [\s,]*(?:[-–—]\s*(?=\())?
        (?: (?:--)?[(\[](?P<agency>[^()\[\]\n]{{2,40}})[)\]] | (?<=\s)/(?P<wire>[A-Za-z]{{2,20}})/ )?
        (?P<close>(?<=/)\.|\s*(?:\.-|--+|[—–―‑_]+|\u2012|-+(?=\s|$|[(“"'])|:(?=\s|$)|\|(?=\s|$)))?
        """,
        re.VERBOSE,
    )


@lru_cache(maxsize=32)
def _agencies(pack: LanguagePack) -> Mapping[str, str]:
    return {name.casefold(): name for name in pack.words("agencies")}


@lru_cache(maxsize=32)
def _outlets(pack: LanguagePack) -> frozenset[str]:
    return frozenset(name.casefold().removeprefix("the ") for name in pack.words("outlets"))


@lru_cache(maxsize=32)
def _regions(pack: LanguagePack) -> frozenset[str]:
    return frozenset(name.casefold().rstrip(".") for name in pack.words("regions"))


def read(
    text: str, start: int, end: int, pack: LanguagePack, published: datetime.date | None = None
) -> DatelineRecord | None:
    """The dateline with which the line between two offsets begins, or None.

    :param published: a day near it, from which the year of its date is taken.
    """
    line = _line_end().sub(
        " ", text[start : min(end, start + _LONGEST)]
    )  # a dateline may stand on several lines
    match = next((m for m in _candidates(line, pack) if _is_dateline(m, line, pack)), None)
    if match is None:
        return None
    place, agency = (
        _range(match, "place"),
        _range(match, "agency") or _range(match, "wire") or _range(match, "bare"),
    )
    if agency is None and place is not None:
        place, agency = _bare_agency(line, place, pack)
    date = _range(match, "date")
    return DatelineRecord(
        range=(start, start + match.end()),
        place=_moved(place, start),
        agency=_moved(agency, start),
        date_text=_moved(date, start),
        date=read_date(line[slice(*date)], published) if date else None,
    )


@cache
def _line_end() -> re.Pattern[str]:
    return re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


def parts_above(text: str, blocks: Sequence[Block], i: int, pack: LanguagePack) -> int:
    """How many blocks above a paragraph are the pieces of its dateline, each on a line: "Norvale, Ohio", "CNN", "—"."""
    if i < 2 or text[blocks[i - 1].start : blocks[i - 1].end] not in {"-", "–", "—", "--"}:  # noqa: PLR2004 - agency and dash
        return 0
    if text[blocks[i - 2].start : blocks[i - 2].end].casefold() not in _agencies(pack):
        return 0
    place = text[blocks[i - 3].start : blocks[i - 3].end] if i > 2 else ""  # noqa: PLR2004
    return (
        3
        if place
        and len(place.split()) <= _MOST_WORDS
        and (_is_known(place, pack) or _has_region(place, pack))
        else 2
    )


def stands_alone(found: DatelineRecord, end: int) -> bool:
    """Whether nothing follows a dateline on its line, so that its paragraph is the next one."""
    return found.range[1] >= end


def _candidates(line: str, pack: LanguagePack) -> list[re.Match[str]]:
    """The ways to read the beginning of a line: up to each place where a date, an agency or a dash may end it."""
    found = []
    for mark in re.finditer(
        r"\)|/\.?(?=\s)|\.-|--+|[—–―_‑\u2012]+|-(?=\s|$)|:(?=\s|$)|\|(?=\s|$)", line
    ):
        match = _pattern(pack).fullmatch(line, 0, mark.end())
        if match and (match["close"] or match["agency"]):
            found.append(match)
        if mark.group() not in {")", "/", "/."} and not line[
            mark.end() : mark.end() + 2
        ].lstrip().startswith("("):
            break
    return found[::-1]


def _range(match: re.Match[str], group: str) -> tuple[int, int] | None:
    value = match[group]
    if not value:
        return None
    begin = match.start(group)
    bare = value.strip(" ,\t\u00a0")
    lead = len(value) - len(value.lstrip(" ,\t\u00a0"))
    return (begin + lead, begin + lead + len(bare)) if bare else None


def _moved(where: tuple[int, int] | None, start: int) -> tuple[int, int] | None:
    return None if where is None else (where[0] + start, where[1] + start)


def _bare_agency(
    line: str, place: tuple[int, int], pack: LanguagePack
) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """The agency that stands behind, or as, the place without brackets ("New York CNN —")."""
    words = line[slice(*place)].split()
    for count in (2, 1):
        name = " ".join(words[-count:])
        listed = _agencies(pack).get(name.casefold()) == name
        if (
            listed and len(words) > count and words[-count - 1].endswith(",")
        ):  # "SYDNEY, AAP —", but "ATLANTA, GA —"
            listed = name.isupper() and len(name) > 2 and name.casefold() not in _regions(pack)  # noqa: PLR2004 - two letters are a state
        if len(words) >= count and listed and line[slice(*place)].endswith(name):
            at = place[1] - len(name)
            rest = line[place[0] : at].rstrip(" ,")
            return ((place[0], place[0] + len(rest)) if rest else None), (at, place[1])
    return place, None


def _is_dateline(match: re.Match[str], line: str, pack: LanguagePack) -> bool:
    place = _range(match, "place")
    name = line[slice(*place)] if place else ""
    agency = (match["agency"] or match["wire"] or match["bare"] or "").strip()
    known_agency = agency.casefold() in _agencies(pack) or match["wire"] is not None
    if not match["close"]:  # "(CNN)A court": only what is known may stand without a dash
        return (
            known_agency
            and agency == (match["agency"] or "").strip()
            and _sentence_follows(line, match.end())
            and _may_be_place(name, pack)
        )
    if agency and not known_agency and (match["bare"] or not _looks_like_agency(agency)):
        return False
    if not name:
        return known_agency or bool(agency and match["date"])
    if (
        name.casefold().removeprefix("the ") in _outlets(pack)
        or len(name.split()) > _MOST_WORDS
        or not _sentence_follows(line, match.end())
    ):
        return False
    if known_agency or match["date"] or agency:
        sure = (
            known_agency
            or _capitals(name)
            or _is_known(name, pack)
            or bool(match["date"] and agency)
            or _has_region(name, pack)
        )
        return sure and _may_be_place(name, pack)
    rest, bare = _bare_agency(line, place, pack) if place else (None, None)
    if bare is not None:
        alone = rest is None and match["close"].strip() in {"—", "--"}
        return alone or (
            rest is not None
            and _may_be_place(line[slice(*rest)], pack)
            and match["close"].strip() not in {":", "|"}
        )
    hyphen = match["close"] == "-" and not line[match.start("close") - 1].isspace()
    if hyphen and not _is_known(name, pack):
        return False
    return _is_place(name, match["close"].strip(), pack)


def _looks_like_agency(name: str) -> bool:
    return name[0].isupper() and len(name.split()) <= 4 and not any(map(str.isdigit, name))  # noqa: PLR2004


def _sentence_follows(line: str, at: int) -> bool:
    """Whether what comes next begins as a sentence does, or nothing comes at all."""
    rest = line[at:].lstrip(" \t\u00a0\"“”'‘’`([-–—$£€<*")
    return not rest or rest[0].isupper() or rest[0].isdigit() or not rest[0].isalpha()


def _may_be_place(name: str, pack: LanguagePack) -> bool:
    """Whether a name can be a place's at all: capitalised throughout, no sentence."""
    if not name:
        return True
    words = name.replace("/", " ").split()
    particles = pack.words("name_particles") | {"and", "of", "the", "near", "on", "at", "in"}
    return (
        len(words) <= _MOST_WORDS
        and words[0][0].isupper()
        and all(w[0].isupper() or w in particles or not w[0].isalpha() for w in words)
    )


def _capitals(name: str) -> bool:
    """Whether the first place stands in capitals."""
    first = re.split(r"[,/]", name, maxsplit=1)[0].replace(" and ", " ")
    letters = [c for c in re.sub(r"\bMc|\bMac", "", first) if c.isalpha()]
    return len(letters) > 1 and all(c.isupper() for c in letters)


def _is_known(name: str, pack: LanguagePack) -> bool:
    """Whether a name is, or begins with, a place that is known."""
    places = re.split(r"\s*[,/]\s*|\s+and\s+", name.casefold().replace("’", "'"))
    return places[0] in pack.words("places") or places[0].rstrip(".") in _regions(pack)


def _has_region(name: str, pack: LanguagePack) -> bool:
    """Whether a state or a country follows the place."""
    return name.rpartition(",")[2].strip().casefold().rstrip(".") in _regions(pack) and "," in name


def _is_place(name: str, close: str, pack: LanguagePack) -> bool:
    """Whether a name before a dash, with neither date nor agency, is a place."""
    head, *rest = re.split(r"\s*,\s*", name, maxsplit=1)
    if close in {":", "|"}:
        return (
            _is_known(name, pack)
            and name.casefold() not in _regions(pack)
            and _may_be_place(name, pack)
        )
    if rest:
        return _capitals(head) and rest[0].casefold().rstrip(".") in _regions(pack)
    if not _capitals(name):
        return False
    return all(
        _is_single_place(part, pack) for part in re.split(r"\s*/\s*|\s+(?:and|AND)\s+", name)
    )


def _is_single_place(name: str, pack: LanguagePack) -> bool:
    words = name.casefold().replace("’", "'").split()
    if _is_known(name, pack):
        return True
    if any(not re.fullmatch(r"[^\W\d_.'-]+[.]?(?:[-'][^\W\d_]+)*", word) for word in words):
        return False
    if len(words) == 1:
        label = words[0] in pack.words("not_places") | pack.words("kickers") or words[
            0
        ] in _agencies(pack)
        return len(name) > 3 and not label and _vowels(name)  # noqa: PLR2004 - shorter ones are acronyms
    return (
        len(words) <= 4
        and not {"of", "the", "a", "in", "at"} & set(words)
        and bool(pack.words("place_words") & set(words))
    )


def _vowels(name: str) -> bool:
    """Whether a word can be spoken; acronyms mostly cannot."""
    return sum(c in "AEIOUYÁÉÍÓÚÄÖÜÃÕÂÊÔ" for c in name) >= max(1, len(name) // 5)
