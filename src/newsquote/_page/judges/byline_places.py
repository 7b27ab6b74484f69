"""Lines and where they stand -> who wrote the story.

In: the lines of a page, and where its headline and its running text stand. Out: its bylines, read,
and which lines they stand on. Why: a byline with "By" tells itself; a name alone is one only by
where it stands: right below the headline, beside a stamp, below another byline.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import attrs

from newsquote._page.bylines.affiliations import is_author_role, is_role_alone
from newsquote._page.bylines.byline import read_byline
from newsquote._page.bylines.forms import is_house_line, is_name_line, likeness_of_names
from newsquote._page.bylines.likeness import Likeness
from newsquote._page.bylines.trimming import goes_on_below
from newsquote._page.judges.byline_names import find_name_alone
from newsquote._page.rulings import Ruling
from newsquote._page.verdicts import Judge, Sign, Verdict
from newsquote.kinds import BlockRole

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsquote._page.line import Line
    from newsquote._page.records import BylineRecord
    from newsquote._text.ranges import Chars
    from newsquote.lang import LanguagePack

__all__ = ["FoundBylines", "find_bylines", "judge_house_above_headline"]

_LINES_ABOVE_HEADLINE = 4
"""Lines above the headline that may name the author."""
_MAX_BYLINE_LINES = 4
"""Lines that make up a byline."""
_LINES_BELOW_LEAD = 4
"""Lines below a first paragraph that may be a standfirst, in which the byline may stand."""
_STAMP_REACH, _LINES_ABOVE_TEXT = 2, 8
"""Lines beside a byline far from the headline in which a stamp stands, and below it, the text."""
_GOING_ON = frozenset({"and", "&", ","})

_SITE = Verdict(BlockRole.NAVIGATION, Judge.SITE_NAME, Sign.HOUSE_ABOVE_HEADLINE)
_BELOW_BYLINE = Verdict(BlockRole.BYLINE, Judge.BYLINE_PLACE, Sign.NAME_BELOW_BYLINE)
_GOES_ON = Verdict(BlockRole.BYLINE, Judge.BYLINE_PLACE, Sign.BYLINE_GOES_ON)
_ROLE = Verdict(BlockRole.BYLINE, Judge.BYLINE_PLACE, Sign.AUTHORS_ROLE)


class FoundBylines(NamedTuple):
    """The bylines of a page, and the verdicts on their lines."""

    records: tuple[BylineRecord, ...]
    rulings: tuple[Ruling, ...]


class _Candidate(NamedTuple):
    line_index: int
    verdict: Verdict | None
    """None where the line is a byline by its own words."""


class _Surroundings(NamedTuple):
    """Where headline and running text stand."""

    lines: Sequence[Line]
    headline: int | None
    lead: int
    pack: LanguagePack


def judge_house_above_headline(line: Line, pack: LanguagePack) -> Verdict | None:
    """Whether a house's name above the headline, taken for a byline, is the name of the site."""
    return _SITE if line.role is BlockRole.BYLINE and is_house_line(line, pack) else None


def find_bylines(
    lines: Sequence[Line], headline: int | None, lead: int, pack: LanguagePack
) -> FoundBylines:
    """The bylines around headline and lead, or one that stands elsewhere beside a stamp.

    :param headline: the headline's index, if there is one.
    :param lead: the index of the line with which the running text begins.
    """
    page = _Surroundings(lines, headline, lead, pack)
    candidates = _candidates_near_headline(page)
    candidates = candidates or _candidate_elsewhere(page)
    rulings: list[Ruling] = []
    if candidates:
        candidates += _names_below(page, candidates[-1].line_index, rulings)
    records: list[BylineRecord] = []
    for candidate in _without_roles_above(page, candidates):
        _add_byline(page, candidate, records, rulings)
    return FoundBylines(tuple(records), tuple(rulings))


def _without_roles_above(page: _Surroundings, candidates: list[_Candidate]) -> list[_Candidate]:
    """The candidates without a role that stands on the line above its author's name."""
    indexes = {candidate.line_index for candidate in candidates}
    return [
        candidate
        for candidate in candidates
        if candidate.line_index + 1 not in indexes
        or not is_role_alone(page.lines[candidate.line_index], page.pack)
    ]


def _candidates_near_headline(page: _Surroundings) -> list[_Candidate]:
    """The bylines by their words, and a name alone where these name nobody."""
    near = _lines_near_headline(page)
    below = range(near.stop, min(len(page.lines), page.lead + 1 + _LINES_BELOW_LEAD))
    by_words = [i for i in near if page.lines[i].role is BlockRole.BYLINE][:_MAX_BYLINE_LINES]
    if all(is_house_line(page.lines[i], page.pack) for i in by_words):
        by_words += _opened_lines(page, below)[:1]
    candidates = [_Candidate(i, None) for i in by_words]
    unsigned = all(is_house_line(page.lines[i], page.pack) for i in by_words)
    if unsigned and page.headline is not None:
        lines, pack = page.lines, page.pack
        found = find_name_alone(lines, (*near, *below), page.headline, page.lead, pack)
        if found is not None:
            candidates.append(_Candidate(*found))
            candidates.sort(key=lambda one: one.line_index)
    return candidates


def _opened_lines(page: _Surroundings, indexes: Iterable[int]) -> list[int]:
    """Which lines are bylines by the words that open them."""
    lines = page.lines
    return [
        i
        for i in indexes
        if lines[i].role is BlockRole.BYLINE and not is_house_line(lines[i], page.pack)
    ]


def _candidate_elsewhere(page: _Surroundings) -> list[_Candidate]:
    """The first byline by its words that a stamp and running text follow, far from the headline.

    On a page with long menus the headline may be another line.
    """
    for i in _opened_lines(page, range(len(page.lines))):
        beside = page.lines[max(0, i - _STAMP_REACH) : i + 1 + _STAMP_REACH]
        stamped = any(line.role is BlockRole.TIMESTAMP for line in beside)
        stamped = stamped or any(map(str.isdigit, page.lines[i].text))
        if stamped and _has_text_beside(page, i):
            return [_Candidate(i, None)]
    return []


def _has_text_beside(page: _Surroundings, i: int) -> bool:
    """Whether running text stands below a line, or right above it."""
    around = page.lines[max(0, i - _STAMP_REACH) : i + 1 + _LINES_ABOVE_TEXT]
    return any(line.is_prose for line in around)


def _lines_near_headline(page: _Surroundings) -> range:
    headline = -1 if page.headline is None else page.headline
    first = max(0, headline - _LINES_ABOVE_HEADLINE)
    return range(first, max(first, min(len(page.lines), page.lead)))


def _names_below(page: _Surroundings, last: int, rulings: list[Ruling]) -> list[_Candidate]:
    """The names on the lines below a byline that goes on there: "By Ann Lee", "and", "Bo Ek"."""
    found: list[_Candidate] = []
    for i in range(last + 1, min(page.lead, last + _MAX_BYLINE_LINES)):
        line = page.lines[i]
        if line.role is not None:
            break
        if line.text.casefold() in _GOING_ON:
            rulings.append(Ruling(line, _GOES_ON))
        elif _are_names(line, page.pack, alone=True):
            found.append(_Candidate(i, _BELOW_BYLINE))
        else:
            break
    return found


def _are_names(line: Line, pack: LanguagePack, *, alone: bool = False) -> bool:
    """Whether a line is nothing but names that look like persons', perhaps behind "and".

    :param alone: whether nothing may be said of them, as in the credit of a picture.
    """
    opening = line.text.split(maxsplit=1)[0]
    begin = line.start + len(opening) + 1 if opening.casefold() in _GOING_ON else line.start
    names = line.between(begin, line.end)
    if alone and not is_name_line(names, pack):
        return False
    return likeness_of_names(names, pack) >= Likeness.LIKELY


def _add_byline(
    page: _Surroundings,
    candidate: _Candidate,
    records: list[BylineRecord],
    rulings: list[Ruling],
) -> None:
    """Read a byline, with the lines on which it goes on, or that say what its author is."""
    lines, first = page.lines, candidate.line_index
    if records and records[-1].range.end >= lines[first].end:
        return  # it was read with the line above
    last = _last_line_of_list(page, first)
    record = read_byline(lines[first].between(lines[first].start, lines[last].end), page.pack)
    if record is None:
        return
    if candidate.verdict is not None:
        rulings.append(Ruling(lines[first], candidate.verdict))
    rulings += [Ruling(line, _BELOW_BYLINE) for line in lines[first + 1 : last + 1]]
    above = _role_above(page, first)
    if above is not None and record.authors and record.authors[0].role is None:
        author = attrs.evolve(record.authors[0], role=above.chars)
        record = attrs.evolve(record, authors=(author, *record.authors[1:]))
        rulings.append(Ruling(above, _ROLE))
    with_role = _read_with_role_below(page, first, last, record)
    if with_role is not None:
        rulings.append(Ruling(lines[last + 1], _ROLE))
    records.append(with_role or record)


def _last_line_of_list(page: _Surroundings, first: int) -> int:
    """The last line of a byline that is broken behind "and" or a comma."""
    last = first
    while last < min(page.lead - 1, first + _MAX_BYLINE_LINES) and goes_on_below(page.lines[last]):
        below = page.lines[last + 1]
        if below.role not in {None, BlockRole.BYLINE} or not _are_names(below, page.pack):
            break
        last += 1
    return last


def _role_above(page: _Surroundings, index: int) -> Line | None:
    """The line above a name that is nothing but a role."""
    if index == 0 or index - 1 == page.headline:
        return None
    line = page.lines[index - 1]
    if line.role not in {None, BlockRole.BYLINE} or not is_role_alone(line, page.pack):
        return None
    return line


def _read_with_role_below(
    page: _Surroundings, first: int, last: int, record: BylineRecord
) -> BylineRecord | None:
    """A byline with the line below it, if that says what its author is."""
    if not record.authors:
        return None
    if last + 1 >= len(page.lines):
        return None
    line, below = page.lines[first], page.lines[last + 1]
    if below.role not in {None, BlockRole.BYLINE, BlockRole.CREDIT}:
        return None
    if not is_author_role(below, page.pack):
        return None
    whole = read_byline(line.between(line.start, below.end), page.pack)
    if whole is None:
        return None
    if _names(whole) != _names(record):
        return None
    return whole


def _names(record: BylineRecord) -> list[Chars]:
    return [author.name for author in record.authors]
