"""A line -> a credit.

In: a line of the story's page. Out: whether it says who contributed, reported, edited or where the
copy comes from, with the people and agencies it names. Why: these lines look like sentences of the
story, and their names would be taken for speakers'. They are told by fixed openings ("Reporting
by") and endings ("contributed to this report"), and by naming somebody.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsquote._page.bylines.people import read_people
from newsquote._page.phrases import listed_phrases
from newsquote._page.records import CreditRecord
from newsquote._page.verdicts import Judge, Sign, Verdict
from newsquote._text.ranges import Chars
from newsquote.kinds import BlockRole, CreditKind
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsquote._page.line import Line, Stretch
    from newsquote.lang import LanguagePack

__all__ = ["JudgedCredit", "judge_credit"]

_MAX_CREDIT_CHARS = 900
_MAX_REPORTERS_CHARS = 450
"""Characters of a line that names no more than who reported from where."""
_MAX_BULLETED_WORDS = 3
"""Words of a bulleted line that may be a credit; a longer one is an entry of a list."""
_MAX_AGENCY_WORDS = 4
"""Words behind "Agencies" or the like."""
_MAX_SOURCE_WORDS = 16
"""Words of an outlet's name, perhaps with its address."""
_BEFORE_SOURCES = frozenset({"the", "our", "a"})
_MAX_DATE_WORDS = 5
"""Words of a date behind "First published on"."""
_MAX_EDITOR_WORDS = 2
"""Words behind "Edited by:" that are a name though none is known."""
_MIN_SMALL_WORDS = 2
"""Words in small letters that a credit may have, and one more for every two words."""
_EDGE_SIGNS = " \t\u00a0([{—–-*_•|)]}./#"
_APOSTROPHES = frozenset({"'", "’"})
"""Behind one of these no names follow: "Reporting's future"."""
_SIGN_CHARS = 2
"""A sign behind the opening words, perhaps with a blank before it."""
_ANY_AGENCIES = frozenset({"agencies", "news agencies"})
_DASHES = frozenset({"-", "–", "—", "--"})
_END_MARKS = frozenset({"/", "//", ")", "]", "-", "–", "—", "*", "#"})
"""Signs behind a word that ends the copy."""
_MAX_AGENCY_LINE_WORDS = 9
"""Words of a line that names nothing but agencies."""
_SENTENCE_ENDS = (". ", "! ", "? ", ".\u00a0")
_CONTRIBUTION_HINTS = ("contributed", "reporting", "research")
"""Without one of these, casefolded, no line tells who contributed."""
_ARTICLES = frozenset({"", "the"})
_BORROWING_WORDS = frozenset({"this", "additional", "information", "source"})
"""With one of these a line opens that tells where its matter comes from."""
_REPORTING_WORDS = frozenset(
    {"and", "reported", "from", "in", "the", "of", "contributed", "reporting", "at"}
)
"""The words in small letters of a line that names reporters and nothing else."""

_WIRE_SIGN = Verdict(BlockRole.CREDIT, Judge.CREDIT, Sign.WIRE_SIGN)
_OPENING = Verdict(BlockRole.CREDIT, Judge.CREDIT, Sign.CREDIT_OPENING)
_CONTRIBUTION = Verdict(BlockRole.CREDIT, Judge.CREDIT, Sign.CONTRIBUTION)
_BORROWED = Verdict(BlockRole.CREDIT, Judge.CREDIT, Sign.BORROWED_MATTER)
_REPORTERS = Verdict(BlockRole.CREDIT, Judge.CREDIT, Sign.REPORTERS_AND_PLACES)


class JudgedCredit(NamedTuple):
    """The verdict on a line that is a credit, and what it says."""

    verdict: Verdict
    record: CreditRecord


class _Named(NamedTuple):
    """The people and agencies of a credit's clauses."""

    people: tuple[Chars, ...]
    agencies: tuple[Chars, ...]


@cache
def _contributed() -> re.Pattern[str]:
    return re.compile(
        r"""
        \b(?:(?:also\s+)?contributed\s+(?:\w+\s+)?
             (?:(?:reporting|research|writing|photography)\b
               |(?:to|for)\s+this\s+(?:news\s+)?(?:story|report|article|piece|post|dispatch|column
                                                  |analysis|newsletter)\b)
          |(?:assisted|helped)\s+(?:with|in)\s+(?:the\s+)?reporting\b
          |provided\s+(?:additional\s+)?(?:reporting|research)\b)
        [^.!?"“”]{0,120}[.)\]\s]*$
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _borrowed() -> re.Pattern[str]:
    return re.compile(
        r"^This\s+(?:report|story|article)\s+(?:includes|contains|uses|incorporates"
        r"|was\s+(?:compiled|written)\s+(?:using|with|from))\s+(?:\w+\s+){0,2}"
        r"(?:information|material|reporting|reports|content|files|copy)\b[^.!?]{0,120}\.?$"
        r"|^(?:Additional\s+)?Information\s+from:\s"
        r"|^(?-i:SOURCE)\s+(?-i:[A-Z])|^Source\s+[-–—]\s",
        re.IGNORECASE,
    )


@cache
def _reported() -> re.Pattern[str]:
    return re.compile(r"\s+(?:contributed(?:\s+from\s.*)?$|reported\s+from\s)")


@cache
def _with_agencies() -> re.Pattern[str]:
    """A line of agencies: what opens it, their names, what they gave, the desk's initials."""
    return re.compile(
        r"(?P<with>[Ww]ith\s+(?:the\s+)?)?"
        r"(?P<names>[A-Z][\w.-]*(?:[ ,/&]+(?:and\s+|the\s+)?[A-Z][\w.-]*){0,7}?)"
        r"(?P<what>\s+(?:inputs?|reports?|staff))?"
        r"(?P<initials>(?:\s[A-Z]{2,4}){1,4}(?:/[A-Z]{2,4})*)?$"
    )


@cache
def _names_of_agencies() -> re.Pattern[str]:
    return re.compile(r"(?!and\b|the\b)[A-Z][\w.-]*(?:\s+(?!and\b)[\w.-]+)*")


@cache
def _initials() -> re.Pattern[str]:
    """The desk's initials: "burs-dw/of"."""
    return re.compile(r"(?:burs-)?[a-z]{2,4}(?:-[a-z]{2,4})*/[a-z]{2,4}(?:/[a-z]{2,4})*")


@cache
def _next_trade() -> re.Pattern[str]:
    """Where a clause of a credit names its people anew: "; Editing by"."""
    trade = (
        r"(?:additional|extra|further|with|more)?\s*(?:reporting|writing|editing|research"
        r"|graphics|photography|production|translation|compiling)"
    )
    return re.compile(
        rf"(?:\b(?:and\s+)?{trade}(?:\s+and\s+\w+)?(?:\s+(?:by|from)\b|\s*:)"
        r"|\b(?:edited|written|compiled|reported)\s+by\b)\s*:?",
        re.IGNORECASE,
    )


@kept_by_pack
def _agencies(pack: LanguagePack) -> frozenset[str]:
    return frozenset(name.casefold() for name in pack.words("agencies"))


def judge_credit(line: Line, pack: LanguagePack) -> JudgedCredit | None:
    """The credit that a line is, or None."""
    if line.end - line.start > _MAX_CREDIT_CHARS:
        return None
    if _is_list_entry(line):
        return None
    words = _without_signs(line)
    if words is None:
        return None
    return (
        _judge_wire_sign(line, words, pack)
        or _judge_agencies(line, words, pack)
        or _judge_opening(line, words, pack)
        or _judge_contribution(line, words, pack)
        or _judge_borrowed(line, words, pack)
        or _judge_reporters(line, words, pack)
    )


def _is_list_entry(line: Line) -> bool:
    """Whether a bullet makes a line an entry; a dash may stand before "Additional reporting"."""
    if not line.has_bullet or line.word_count <= _MAX_BULLETED_WORDS or line.text[0] in "–—":
        return False
    entry = line.entry.lstrip(_EDGE_SIGNS)
    return _next_trade().match(entry) is None


def _without_signs(line: Line) -> Stretch | None:
    """A line without the signs around its words; None if it has no words."""
    text = line.text
    begin = line.start + len(text) - len(text.lstrip(_EDGE_SIGNS))
    stop = line.start + len(text.rstrip(_EDGE_SIGNS))
    return line.between(begin, stop) if begin < stop else None


def _judge_wire_sign(line: Line, words: Stretch, pack: LanguagePack) -> JudgedCredit | None:
    """An agency's name, an end sign or the desk's initials, alone on the line."""
    opens_with_sign = words.start > line.start
    behind = line.full_text[words.end : line.end].strip()
    if not opens_with_sign and behind in _DASHES:
        return None  # a dateline without a place
    between_signs = opens_with_sign or behind in _END_MARKS
    folded = words.text.casefold()
    if folded in _agencies(pack) and (opens_with_sign or _opens_as_name(words.text)):
        kind = CreditKind.AGENCIES if folded in _ANY_AGENCIES else CreditKind.WIRE_SIGN
        record = CreditRecord(range=line.chars, kind=kind, agencies=(words.chars,))
        return JudgedCredit(_WIRE_SIGN, record)
    if not _is_end_sign(words.text, pack, has_sign=between_signs):
        return None
    record = CreditRecord(range=line.chars, kind=CreditKind.WIRE_SIGN)
    return JudgedCredit(_WIRE_SIGN, record)


def _opens_as_name(name: str) -> bool:
    return name[0].isupper() or name.isupper()


def _is_end_sign(name: str, pack: LanguagePack, *, has_sign: bool) -> bool:
    """Whether a word ends the copy ("-30-", "Ends/"), or is the initials of the desk."""
    if name.casefold() in pack.words("end_signs"):
        if has_sign:
            return True
        if name.isdigit():
            return False
        if name.isupper():
            return True
    return "/" in name and _initials().fullmatch(name) is not None


def _judge_agencies(line: Line, words: Stretch, pack: LanguagePack) -> JudgedCredit | None:
    """Known agencies and nothing else: "with AAP and Reuters", "(With PTI inputs)"."""
    if line.word_count > _MAX_AGENCY_LINE_WORDS:
        return None
    match = words.match(_with_agencies())
    if match is None:
        return None
    opens, closes = match["with"] is not None, match["what"] is not None
    begin, end = match.span("names")
    known = _agencies(pack)
    agencies = []
    for name in _names_of_agencies().finditer(words.full_text, begin, end):
        if name.group().casefold() not in known or not _opens_as_name(name.group()):
            return None
        agencies.append(Chars(*name.span()))
    signed = match["initials"] is not None and match["names"].isupper()
    if not agencies or not (opens or len(agencies) > 1 or signed):
        return None
    if closes and not opens:
        return None
    kind = CreditKind.AGENCIES if opens or len(agencies) > 1 else CreditKind.WIRE_SIGN
    record = CreditRecord(range=line.chars, kind=kind, agencies=tuple(agencies))
    return JudgedCredit(_WIRE_SIGN, record)


def _judge_opening(line: Line, words: Stretch, pack: LanguagePack) -> JudgedCredit | None:
    """A line that opens as a credit does and goes on with names."""
    opening = listed_phrases(pack, "credit_openers").at_start(line.first_words)
    if opening is None:
        return None
    kind = CreditKind(opening.value)
    behind = line.between(opening.end, words.end)
    rest = behind.text.lstrip(": ").split()
    named = _read_named(behind, pack)
    if kind is CreditKind.SOURCE:
        named = _without_bodies(named, line, pack)
    if kind is CreditKind.EDITING and not named.people:
        named = named._replace(people=_unknown_editor(behind, rest))
    if not _goes_on_as_credit(kind, rest, behind, named):
        return None
    verdict = _OPENING.told_at(Chars(line.start, opening.end))
    return JudgedCredit(verdict, _credit_of(line, kind, named))


def _unknown_editor(behind: Stretch, rest: list[str]) -> tuple[Chars, ...]:
    """The name behind "Edited by:", whatever it looks like."""
    if not 0 < len(rest) <= _MAX_EDITOR_WORDS:
        return ()
    if behind.full_text[behind.start] != ":":
        return ()
    begin = behind.full_text.index(rest[0], behind.start)
    name = behind.full_text[begin : behind.end].rstrip()
    return (Chars(begin, begin + len(name)),)


def _goes_on_as_credit(kind: CreditKind, rest: list[str], behind: Stretch, named: _Named) -> bool:
    """Whether what follows the opening words are names and not a sentence."""
    if kind is CreditKind.AGENCIES:
        others = [word for word in rest if word != "and"]
        has_small_word = any(word[0].islower() for word in others)
        return len(rest) <= _MAX_AGENCY_WORDS and not has_small_word
    if kind is CreditKind.SOURCE:
        has_colon = behind.full_text[behind.start] == ":" if behind.text else False
        return 0 < len(rest) <= _MAX_SOURCE_WORDS and (has_colon or _names_source(rest))
    if not named.people and not named.agencies:
        return False
    small = sum(1 for word in rest if word[0].islower() and word.isalpha())
    if small > _MIN_SMALL_WORDS + len(rest) // 2:
        return False
    sign = behind.full_text[behind.start : behind.start + _SIGN_CHARS].strip()[:1]
    return sign not in _APOSTROPHES


def _names_source(rest: list[str]) -> bool:
    """Whether an outlet or a short date follows "First published in", and no sentence."""
    first = rest[0].lstrip("\"“‘'(*_[")
    if first[:1].isdigit():
        return len(rest) <= _MAX_DATE_WORDS
    return first[:1].isupper() or "." in first or "/" in first or first in _BEFORE_SOURCES


def _judge_contribution(line: Line, words: Stretch, pack: LanguagePack) -> JudgedCredit | None:
    """A line that ends as a credit does: "Ann Lee contributed to this report."."""
    folded = words.text.casefold()
    if not any(map(folded.__contains__, _CONTRIBUTION_HINTS)):
        return None
    match = _contributed().search(line.full_text, words.start, line.end)
    if match is None:
        return None
    begin = _sentence_start(line.full_text, words.start, match.start())
    named = _read_named(line.between(begin, match.start()), pack)
    kind = CreditKind.CONTRIBUTORS
    if named.agencies and not named.people:
        first_agency = line.full_text[slice(*named.agencies[0])]
        if first_agency.casefold().endswith("agencies"):
            kind = CreditKind.AGENCIES
    verdict = _CONTRIBUTION.told_at(Chars(*match.span()))
    return JudgedCredit(verdict, _credit_of(line, kind, named))


def _sentence_start(text: str, begin: int, end: int) -> int:
    """Where the last sentence between two offsets begins."""
    behind_stop = max(text.rfind(sign, begin, end) + 1 for sign in _SENTENCE_ENDS)
    return max(begin, behind_stop)


def _credit_of(line: Line, kind: CreditKind, named: _Named) -> CreditRecord:
    return CreditRecord(
        range=line.chars,
        kind=kind,
        people=named.people,
        agencies=named.agencies,
    )


def _judge_borrowed(line: Line, words: Stretch, pack: LanguagePack) -> JudgedCredit | None:
    """A line that tells from where its matter comes: "This report includes information from"."""
    if line.first_words.first not in _BORROWING_WORDS:
        return None
    if not _borrowed().match(words.text):
        return None
    preposition = words.full_text.find(" from ", words.start, words.end)
    first_end = words.start + len(words.text.split(maxsplit=1)[0])
    begin = preposition + len(" from ") if preposition >= 0 else first_end
    named = _without_bodies(_read_named(line.between(begin, words.end), pack), line, pack)
    return JudgedCredit(_BORROWED, _credit_of(line, CreditKind.SOURCE, named))


def _judge_reporters(line: Line, words: Stretch, pack: LanguagePack) -> JudgedCredit | None:
    """A line that names no more than who reported from where.

    "Ann Lee contributed.", "Ann Lee reported from Lisbon, and Bo Ek from Accra."
    """
    text = words.text
    if len(text) > _MAX_REPORTERS_CHARS:
        return None
    if "reported" not in text and "contributed" not in text:
        return None
    match = words.search(_reported())
    if match is None:
        return None
    listed = _REPORTING_WORDS | pack.words("name_particles")
    small = (word for word in text.split() if word[0].islower())
    if any(word.strip(",.") not in listed for word in small):
        return None
    named = _read_named(line.between(words.start, match.start()), pack)
    full_names = all(" " in line.full_text[slice(*person)] for person in named.people)
    if not full_names:
        return None
    if not named.people and not _is_agencies_alone(line.between(words.start, match.start()), named):
        return None
    return JudgedCredit(_REPORTERS, _credit_of(line, CreditKind.CONTRIBUTORS, named))


def _is_agencies_alone(stretch: Stretch, named: _Named) -> bool:
    """Whether nothing but an agency stands before "contributed"."""
    if not named.agencies:
        return False
    begin, end = named.agencies[0].start, named.agencies[-1].end
    left = stretch.full_text[stretch.start : begin] + stretch.full_text[end : stretch.end]
    return left.strip().casefold() in _ARTICLES


def _read_named(stretch: Stretch, pack: LanguagePack) -> _Named:
    """The people and agencies of a credit's clauses."""
    people: list[Chars] = []
    agencies: list[Chars] = []
    for clause in _clauses(stretch):
        found = read_people(clause, pack)
        people.extend(author.name for author in found.authors)
        agencies.extend(found.houses)
    return _Named(tuple(people), tuple(agencies))


def _without_bodies(named: _Named, line: Line, pack: LanguagePack) -> _Named:
    """What a source names, without the bodies among its people: "Norvale Bank"."""
    bodies = pack.words("org_words")
    people = tuple(
        person
        for person in named.people
        if line.full_text[slice(*person)].rpartition(" ")[2].casefold() not in bodies
    )
    return named._replace(people=people)


def _clauses(stretch: Stretch) -> Iterator[Stretch]:
    """The pieces of a credit, parted by the words that name another trade."""
    begin = stretch.start
    for match in _next_trade().finditer(stretch.full_text, stretch.start, stretch.end):
        yield stretch.between(begin, match.start())
        begin = match.end()
    yield stretch.between(begin, stretch.end)
