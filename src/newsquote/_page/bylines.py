"""A line -> a byline.

In: a line which the caller says is a byline, or one that may be. Out: its authors, each with role, affiliation, place and addresses as
printed, and its agencies; or None. Why: a line is a byline by the words that open it, or by being nothing but names and what stands beside
names; prose that opens with "By" is none. The list itself is read elsewhere.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from newsquote._page import byline_lists, phrases
from newsquote._page.records import AuthorRecord, BylineRecord

if TYPE_CHECKING:
    from collections.abc import Collection

    from newsquote.lang import LanguagePack

__all__ = ["is_biography", "is_byline", "is_house", "is_name", "is_role", "is_signature", "read"]

_LONGEST = 600
"""No byline is longer; of a longer line this much is read."""
_BARS = frozenset("|•·")
"""Behind one of these a byline may begin."""
_LIFE = 220
"""In so many characters a note on an author says what they are or do."""
_LIVES = (" is ", " was ", " covers", " writes", " reports", " edits", " joined", " has ")
"""Without one of these no line tells that."""
_TRADES = frozenset(
    {
        "reporter",
        "journalist",
        "correspondent",
        "columnist",
        "editor",
        "writer",
        "photographer",
        "producer",
    }
)


def read(text: str, start: int, end: int, pack: LanguagePack) -> BylineRecord | None:
    """The byline that the line between two offsets is, or None if it names nobody."""
    stop = min(end, start + _LONGEST)
    begin = _opening(text, start, stop, pack)
    found = _list(text, start, stop, begin, pack) or _standfirst(
        text, start if begin is None else begin, stop, pack
    )
    if found is not None:
        found.range = (start, end)
    return found


def _list(
    text: str, start: int, stop: int, begin: int | None, pack: LanguagePack
) -> BylineRecord | None:
    """The byline of a line that is a list of names, from ``begin`` where the words before it open a byline."""
    if begin is None:
        if _is_sentence(text, start, stop, pack):
            return None
        begin, stop = _rubric(text, start, stop, pack)
    record = byline_lists.read(text, begin, stop, pack)
    return record if record.authors or record.agencies else None


def _is_sentence(text: str, start: int, end: int, pack: LanguagePack) -> bool:
    """Whether a line is a sentence, which has words in small letters that no list of names has."""
    small = [word for word in text[start:end].split() if word[0].islower() and word.isalpha()]
    listed = (
        pack.words("name_particles")
        | pack.words("byline_roles")
        | pack.words("byline_role_modifiers")
        | byline_lists.LIST_WORDS
    )
    return sum(1 for word in small if word not in listed) > 2  # noqa: PLR2004 - a place or a role may have some


def _ends_as_sentence(text: str, start: int, end: int, pack: LanguagePack) -> bool:
    """Whether a line ends with a stop behind a word that ends no byline: "According to Ann Lee, the mill will close."."""
    last = text[start:end].rsplit(maxsplit=1)[-1]
    return (
        last[0].islower()
        and last.endswith(".")
        and last[:-1].isalpha()
        and last[:-1] not in _ending(pack)
    )


@lru_cache(maxsize=32)
def _ending(pack: LanguagePack) -> frozenset[str]:
    """The words in small letters with which a byline may end."""
    return (
        pack.words("byline_roles") | pack.words("byline_role_modifiers") | byline_lists.LIST_WORDS
    )


@cache
def _glued() -> re.Pattern[str]:
    return re.compile(r"(?:by|By)(?=[A-Z])")


@cache
def _inner() -> re.Pattern[str]:
    return re.compile(r"[|•·]\s*(?:[Ww]ritten\s+)?[Bb]y\s+(?=[A-Z])")


@cache
def _closing() -> re.Pattern[str]:
    """Where a name begins that a standfirst ends with: "... speaks of water. By Ann Lee"."""
    return re.compile(r"[.!?”’\"]\s+[Bb]y\s+(?=[A-Z])")


@lru_cache(maxsize=32)
def _house_words(pack: LanguagePack) -> frozenset[str]:
    """The words with which agencies, outlets and desks begin."""
    names = (*pack.words("agencies"), *pack.words("outlets"), *pack.words("byline_collectives"))
    return frozenset(
        word for name in names for word in name.casefold().replace("’", "'").split()[:2]
    )


def is_byline(text: str, start: int, end: int, pack: LanguagePack) -> bool:
    """Whether a line that opens with "By" or the like is a byline and not prose: what follows are names and what stands beside names."""
    openers = phrases.listed(pack, "byline_openers")
    found = (
        openers.at_start(text, phrases.head(text, start, end))
        if openers.may_open(text, start, end)
        else None
    )
    glued = _glued().match(text, start, end)
    line = text[start:end]
    told = glued is None and ("By" in line or "by" in line)
    inner = _inner().search(text, start, end) if told and not _BARS.isdisjoint(line) else None
    closing = _closing().search(text, max(start, end - 80), end) if told else None
    if found is None and glued is None and closing is not None:
        return is_name(text, closing.end(), end, pack)
    if found is None and glued is None and inner is not None:
        return end - start <= _LONGEST // 2 and is_name(text, inner.end(), end, pack)
    if (found is None and glued is None) or end - start > _LONGEST // 2:
        return False
    begin = found.end if found else start + 2
    record = _list(text, start, end, _opening(text, start, end, pack), pack)
    if record is None:
        return False
    first = min(
        [*(author.name[0] for author in record.authors), *(agency[0] for agency in record.agencies)]
    )
    if _ends_as_sentence(text, first, end, pack):
        return False
    lower = sum(1 for word in text[first:end].split() if word[0].islower())
    named = any(
        " " in text[slice(*author.name)] or text[slice(*author.name)].isupper()
        for author in record.authors
    ) or bool(record.agencies)
    return (
        named
        and not text[begin:first].strip(byline_lists.EDGES + "by")
        and lower <= 2 + len(text[first:end].split()) // 3
    )


def _before_stamp(text: str, start: int, end: int, pack: LanguagePack) -> int:
    """Where a line ends without the date or time behind its names."""
    stamp = byline_lists.stamp_pattern(pack).search(text, start + 1, end)
    return start + len(text[start : stamp.start()].rstrip(byline_lists.EDGES)) if stamp else end


def is_house(text: str, start: int, end: int, pack: LanguagePack) -> bool:
    """Whether a line is nothing but agencies or a desk, perhaps with a place: "Staff and agencies in Quito", "Associated Press"."""
    if end - start > _LONGEST // 8 or not text[start].isupper() or text[end - 1] in ".?!:":
        return False
    if _house_words(pack).isdisjoint(text[start:end].casefold().split(maxsplit=2)[:2]):
        return False
    end = _before_stamp(text, start, end, pack)
    record = _list(text, start, end, None, pack)
    if (
        record is None
        or record.authors
        or not record.agencies
        or record.agencies[0][0] - start > len("the ")
    ):
        return False
    rest = text[record.agencies[-1][1] : end].split()
    place = (
        bool(rest)
        and (rest[0] in {"in", "at"} or rest[0].startswith(","))
        and all(word[0].isupper() for word in rest[1:])
    )
    return not rest or (place and len(rest) <= 4)  # noqa: PLR2004


def is_name(text: str, start: int, end: int, pack: LanguagePack) -> bool:
    """Whether a line is nothing but persons' names, as a byline without "By" is."""
    record = _names(text, start, end, pack)
    if record is None or record.agencies or _is_listed(text, start, end, pack):
        return False
    covered = sum(author.name[1] - author.name[0] for author in record.authors)
    return covered >= 0.6 * (_before_stamp(text, start, end, pack) - start)


def _is_listed(text: str, start: int, end: int, pack: LanguagePack) -> bool:
    """Whether a line of capital words is a rubric or a button that is known."""
    line = phrases.head(text, start, end)
    return any(
        phrases.listed(pack, name).whole(line) is not None
        for name in ("related_headings", "furniture_lines", "kickers")
    )


def is_role(text: str, start: int, end: int, pack: LanguagePack) -> bool:
    """Whether a line below a byline says what its author is, or for whom they work: "Political editor, BBC Orla"."""
    if end - start > _LONGEST // 8 or text[end - 1] in ".?!:":
        return False
    first = text[start:end].split(",", maxsplit=1)[0].split()
    return byline_lists.role_at(first, pack) == 0 or is_house(text, start, end, pack)


def is_signature(text: str, start: int, end: int, pack: LanguagePack) -> bool:
    """Whether a line is persons' names with what stands beside names, and nothing else: "Ann Lee Health editor", "Bo Ek in Accra and agencies"."""
    record = _names(text, start, end, pack)
    if record is None or record.authors[0].name[0] != start:
        return False
    parts = [
        part
        for author in record.authors
        for part in (
            author.name,
            author.role,
            author.affiliation,
            author.location,
            author.email,
            author.handle,
        )
    ]
    rest = list(text[start : _before_stamp(text, start, end, pack)])
    for part in (*parts, *record.agencies):
        if part is not None:
            rest[part[0] - start : part[1] - start] = " " * (part[1] - part[0])
    told = (
        any(
            part is not None
            for author in record.authors
            for part in (author.role, author.affiliation, author.location)
        )
        or record.agencies
    )
    return bool(told) and all(
        word in byline_lists.LIST_WORDS
        for word in "".join(rest).replace(",", " ").replace("|", " ").casefold().split()
    )


def _names(text: str, start: int, end: int, pack: LanguagePack) -> BylineRecord | None:
    """The record of a short line that begins a list of full names."""
    if end - start > _LONGEST // 4 or text[start:end].endswith((".", "?", "!", ":")):
        return None
    if len(text[start:end].split(maxsplit=1)) < 2:  # noqa: PLR2004 - a full name has two words
        return None
    record = _list(text, start, _before_stamp(text, start, end, pack), None, pack)
    if record is None or not record.authors:
        return None
    full = all(2 <= len(text[slice(*author.name)].split()) <= 4 for author in record.authors)  # noqa: PLR2004 - first and last name, and what is between
    return record if full else None


@cache
def _life() -> re.Pattern[str]:
    """How a note on an author begins: "Ann Lee is a ... reporter for ...", "Bo Ek covers ..."."""
    return re.compile(
        r"(?P<name>[A-Z][\w.'’-]+(?: [\w.'’-]+){0,2} [A-Z][\w'’-]+),? "
        r"(?:(?P<is>is|was) (?:an?|the|[A-Z][\w’']*['’]s?) (?P<what>[^.!?]{3,120})|(?P<does>covers|writes|reports|edits|joined|has (?:worked|written|covered|reported))\b)"
    )


def is_biography(text: str, start: int, end: int, names: Collection[str]) -> bool:
    """Whether a line tells who an author of the story is.

    :param names: the authors, casefolded.
    """
    stop = min(end, start + _LIFE)
    opening = text[start:stop]
    if not any(map(opening.__contains__, _LIVES)):
        return False
    match = _life().match(text, start, stop)
    if match is None or not {'"', "“"}.isdisjoint(text[start:end]):
        return False
    if match["name"].casefold() in names:
        return True
    trade = [word.strip(",").casefold() for word in (match["what"] or "").split()]
    at = next((i for i, word in enumerate(trade[:7]) if word in _TRADES), None)
    return (
        at is not None
        and match["is"] == "is"
        and bool(
            {"for", "at", "covering", "based", "with", "in", "who"} & set(trade[at + 1 : at + 3])
        )
    )


@cache
def _twice() -> re.Pattern[str]:
    return re.compile(r"(?:by|By|BY)(?:by|By)?(?=[A-Z]|by\s|By\s|\s)")


@cache
def _anywhere() -> re.Pattern[str]:
    return re.compile(r"(?:(?<=[\s:|])(?:[Bb]y|BY)|(?<=[a-z.!?])By)(?:\s*:)?\s+(?=[A-Z])")


def _opening(text: str, start: int, end: int, pack: LanguagePack) -> int | None:
    """Where the names begin behind the words that open a byline, wherever on the line these stand; None if there are none."""
    openers = phrases.listed(pack, "byline_openers")
    begin, found = start, None
    for _ in range(3):  # "byBy", "By: from"
        line = phrases.head(text, begin, end)
        match = openers.at_start(text, line)
        glued = _twice().match(text, begin, end)
        if match is None and glued is None:
            break
        found = begin = max(match.end if match else 0, glued.end() if glued else 0)
        begin = _behind_colon(text, begin, end)
        found = begin
    if found is not None:
        return found
    inner = list(_anywhere().finditer(text, start, end))
    return inner[-1].end() if inner else None


def _behind_colon(text: str, at: int, end: int) -> int:
    match = re.compile(r"\s*:?\s*").match(text, at, end)
    return match.end() if match else at


def _rubric(text: str, start: int, end: int, pack: LanguagePack) -> tuple[int, int]:
    """The side of a colon on which the name stands: "Name: Rubric" or "RUBRIC: Name"."""
    colon = text.find(": ", start, end)
    if colon < 0:
        return start, end
    left, right = text[start:colon], text[colon + 1 : end].strip()
    words = phrases.head(text, start, colon).words
    rubric = bool(words) and (
        len(words) == 1
        or words[-1] in pack.words("byline_rubrics")
        or words[-1] in pack.words("outlet_words")
    )
    if (
        rubric
        or len(words) > byline_lists.MOST_NAME_WORDS
        or (left.isupper() and not right.isupper())
    ) and len(right.split()) > 1:
        return colon + 1, end
    if byline_lists.role_at(right.split(), pack) is not None:
        return start, end
    return start, colon


@lru_cache(maxsize=32)
def _standfirst_patterns(pack: LanguagePack) -> tuple[re.Pattern[str], ...]:
    """Where a sentence names its journalist: met by someone, at its end, at its beginning, and anywhere before a verb of the trade."""
    name = r"(?P<name>[A-Z][\w'’-]+(?:\s+(?:[A-Z]\.|de|De|van|Van|von|Mc|Mac))?(?:\s+[A-Z][\w'’-]+){1,2})"
    verbs = pack.table("byline_verbs")
    every, intransitive = (
        "|".join(verbs),
        "|".join(verb for verb, object_ in verbs.items() if not object_),
    )
    place = r"(?:\s+from\s+(?P<place>[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)*))?"
    forms = (
        rf"\b(?:talks|speaks|spoke|talked)\s+to\s+{name}(?=\s+(?:about|on|as|in)\b|[.,]|$)",
        rf"\b(?:{intransitive})\s+{name}\s*\.?$",
        rf"\s*{name}(?:\s+(?:{every})\b{place}|(?=,?\s+[a-z]))",
        rf".*\b{name}\s+(?:{every})\b{place}",
    )
    return tuple(map(re.compile, forms))


def _standfirst(text: str, start: int, end: int, pack: LanguagePack) -> BylineRecord | None:
    """The journalist whom a sentence under a headline names: "..., reports Ann Lee", "Ann Lee meets ...", "... talks to Ann Lee"."""
    met, closing, opening, inside = _standfirst_patterns(pack)
    whole = _is_sentence(text, start, end, pack)
    match = met.search(text, start, end) or closing.search(text, start, end)
    match = (
        match
        or (inside.match(text, start, end) if whole else None)
        or opening.match(text, start, end)
    )
    if match is None:
        return None
    begin, stop = match.span("name")
    begin += _leading_words(match["name"], pack)
    place = match.span("place") if "place" in match.re.groupindex and match["place"] else None
    return BylineRecord(
        range=(start, end), authors=[AuthorRecord(name=(begin, stop), location=place)]
    )


def _leading_words(name: str, pack: LanguagePack) -> int:
    """How many characters of a run of capital words in front of a name are not of it."""
    words = name.split()
    titles = (
        pack.words("byline_role_modifiers")
        | pack.words("byline_roles")
        | {"here", "but", "and", "now", "as"}
    )
    count = 0
    while len(words) - count > 2 and words[count].casefold() in titles:  # noqa: PLR2004
        count += 1
    return name.index(words[count])
