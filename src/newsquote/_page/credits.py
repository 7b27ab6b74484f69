"""A line -> a credit.

In: a line of the story's page. Out: whether it says who contributed, reported, edited or where the copy comes from, with the people and
agencies it names; or None. Why: these lines look like sentences of the story, and their names would be taken for speakers'. They are told by
fixed openings ("Reporting by") and endings ("contributed to this report"), and by naming somebody.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newsquote._page import byline_lists, phrases
from newsquote._page.records import CreditRecord
from newsquote.kinds import CreditKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsquote._page.phrases import Head
    from newsquote.lang import LanguagePack

__all__ = ["read"]

_LONGEST = 900
"""No credit line is longer."""
_SIGNS = " \t\u00a0([{—–-*_•|)]}."


@cache
def _contributed() -> re.Pattern[str]:
    return re.compile(
        r"""
        \b(?:(?:also\s+)?contributed\s+(?:\w+\s+)?(?:(?:reporting|research|writing|photography)\b|(?:to|for)\s+this\s+(?:news\s+)?(?:story|report|article|piece|post|dispatch|column|analysis|newsletter)\b)
          |(?:assisted|helped)\s+(?:with|in)\s+(?:the\s+)?reporting\b|provided\s+(?:additional\s+)?(?:reporting|research)\b)
        [^.!?"“”]{0,120}[.)\]\s]*$
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _borrowed() -> re.Pattern[str]:
    return re.compile(
        r"^This\s+(?:report|story|article)\s+(?:includes|contains|uses|incorporates|was\s+(?:compiled|written)\s+(?:using|with|from))\s+(?:\w+\s+){0,2}"
        r"(?:information|material|reporting|reports|content|files|copy)\b[^.!?]{0,120}\.?$|^(?:Additional\s+)?Information\s+from:\s",
        re.IGNORECASE,
    )


@cache
def _reported() -> re.Pattern[str]:
    return re.compile(r"\s+(?:contributed(?:\s+from\s.*)?$|reported\s+from\s)")


@cache
def _initials() -> re.Pattern[str]:
    """The desk's initials: "burs-dw/of"."""
    return re.compile(r"(?:burs-)?[a-z]{2,4}(?:-[a-z]{2,4})*/[a-z]{2,4}(?:/[a-z]{2,4})*")


@cache
def _clause() -> re.Pattern[str]:
    """Where a clause of a credit names its people anew: "; Editing by"."""
    trade = r"(?:additional|extra|further|with|more)?\s*(?:reporting|writing|editing|research|graphics|photography|production|translation|compiling)"
    return re.compile(
        rf"(?:\b(?:and\s+)?{trade}(?:\s+and\s+\w+)?(?:\s+(?:by|from)\b|\s*:)|\b(?:edited|written|compiled|reported)\s+by\b)\s*:?",
        re.IGNORECASE,
    )


def read(text: str, start: int, end: int, line: Head, pack: LanguagePack) -> CreditRecord | None:
    """The credit that a line is, or None.

    :param line: the line's first words.
    """
    if end - start > _LONGEST:
        return None
    bare = _bare(text, start, end)
    if bare.begin >= bare.stop:
        return None
    return (
        _wire_sign(text, bare, pack)
        or _opened(text, bare, line, pack)
        or _closed(text, bare, line, pack)
    )


class _Line(NamedTuple):
    """A line, and where its words begin and stop without the signs around them."""

    start: int
    end: int
    begin: int
    stop: int


def _bare(text: str, start: int, end: int) -> _Line:
    line = text[start:end]
    return _Line(
        start, end, start + len(line) - len(line.lstrip(_SIGNS)), start + len(line.rstrip(_SIGNS))
    )


@lru_cache(maxsize=32)
def _agencies(pack: LanguagePack) -> frozenset[str]:
    return frozenset(name.casefold() for name in pack.words("agencies"))


def _wire_sign(text: str, where: _Line, pack: LanguagePack) -> CreditRecord | None:
    """An agency's name, an end sign or the desk's initials, alone on the line."""
    start, end, begin, stop = where
    name = text[begin:stop]
    folded = name.casefold()
    if begin == start and text[stop:end].strip() in {"-", "–", "—", "--"}:
        return None  # a dateline without a place
    if folded in _agencies(pack) and (name.isupper() or name[0].isupper() or begin > start):
        kind = (
            CreditKind.AGENCIES if folded in {"agencies", "news agencies"} else CreditKind.WIRE_SIGN
        )
        return CreditRecord(range=(start, end), kind=kind, agencies=[(begin, stop)])
    if folded in pack.words("end_signs") and (begin > start or name.isupper() or name.isdigit()):
        return (
            None
            if name.isdigit() and begin == start
            else CreditRecord(range=(start, end), kind=CreditKind.WIRE_SIGN)
        )
    if "/" in name and _initials().fullmatch(name):
        return CreditRecord(range=(start, end), kind=CreditKind.WIRE_SIGN)
    return None


def _opened(text: str, where: _Line, line: Head, pack: LanguagePack) -> CreditRecord | None:
    """A line that opens as a credit does and goes on with names."""
    start, end, _, stop = where
    found = phrases.listed(pack, "credit_openers").at_start(text, line)
    if found is None:
        return None
    record = CreditRecord(range=(start, end), kind=CreditKind(found.value))
    _name(text, found.end, stop, record, pack)
    rest = text[found.end : stop].lstrip(": ").split()
    if record.kind is CreditKind.AGENCIES:
        return (
            record
            if len(rest) <= 4 and not any(w[0].islower() for w in rest if w != "and")
            else None
        )
    if record.kind is CreditKind.SOURCE:
        return record if 0 < len(rest) <= 16 else None  # noqa: PLR2004 - an outlet's name, perhaps with its address
    if (
        record.kind is CreditKind.EDITING
        and not record.people
        and 0 < len(rest) <= 2
        and text[found.end] == ":"
    ):
        begin = text.index(rest[0], found.end)
        record.people.append((begin, begin + len(text[begin:stop].rstrip())))
    small = sum(1 for word in rest if word[0].islower() and word.isalpha())
    named = record.people or record.agencies
    return (
        record
        if named
        and small <= 2 + len(rest) // 2
        and text[found.end : found.end + 2].strip()[:1] not in {"'", "’"}
        else None
    )


def _may_tell(line: str) -> bool:
    """Whether a line has a verb of those who contributed; to look for these first is quicker."""
    folded = line.casefold()
    return "contributed" in folded or "reporting" in folded or "research" in folded


def _closed(text: str, where: _Line, line: Head, pack: LanguagePack) -> CreditRecord | None:
    """A line that ends as a credit does: "X contributed to this report.", or names no more than who reported from where."""
    start, end, begin, stop = where
    match = _contributed().search(text, begin, end) if _may_tell(text[begin:end]) else None
    if match is not None:
        record = CreditRecord(range=(start, end), kind=CreditKind.CONTRIBUTORS)
        sentence = max(
            begin,
            *(text.rfind(sign, begin, match.start()) + 1 for sign in (". ", "! ", "? ", ".\u00a0")),
        )
        _name(text, sentence, match.start(), record, pack)
        if (
            record.agencies
            and not record.people
            and text[record.agencies[0][0] : record.agencies[0][1]].casefold().endswith("agencies")
        ):
            record.kind = CreditKind.AGENCIES
        return record
    if line.first in {"this", "additional", "information"} and _borrowed().match(text[begin:stop]):
        record = CreditRecord(range=(start, end), kind=CreditKind.SOURCE)
        at = text.find(" from ", begin, stop)
        _name(text, at + 6 if at >= 0 else begin, stop, record, pack)
        return record
    return _reporters(text, where, pack)


def _reporters(text: str, where: _Line, pack: LanguagePack) -> CreditRecord | None:
    """A line like "Ann Lee contributed." or "Ann Lee reported from Lisbon, and Bo Ek from Accra.", which names nobody else."""
    start, end, begin, stop = where
    tells = stop - begin <= _LONGEST // 2 and (
        text.find("reported", begin, stop) > 0 or text.find("contributed", begin, stop) > 0
    )
    match = _reported().search(text, begin, stop) if tells else None
    if match is None:
        return None
    small = [word for word in text[begin:stop].split() if word[0].islower()]
    listed = {
        "and",
        "reported",
        "from",
        "in",
        "the",
        "of",
        "contributed",
        "reporting",
        "at",
    } | pack.words("name_particles")
    if any(word.strip(",.") not in listed for word in small):
        return None
    record = CreditRecord(range=(start, end), kind=CreditKind.CONTRIBUTORS)
    _name(text, begin, match.start(), record, pack)
    return (
        record
        if record.people and all(" " in text[slice(*person)] for person in record.people)
        else None
    )


def _name(text: str, start: int, end: int, record: CreditRecord, pack: LanguagePack) -> None:
    """Add the people and agencies of a credit's clauses."""
    for begin, stop in _clauses(text, start, end):
        found = byline_lists.read(text, begin, stop, pack)
        record.people.extend(author.name for author in found.authors)
        record.agencies.extend(
            sorted(
                [
                    *found.agencies,
                    *(author.affiliation for author in found.authors if author.affiliation),
                ]
            )
        )


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in _clause().finditer(text, start, end):
        yield at, match.start()
        at = match.end()
    yield at, end
