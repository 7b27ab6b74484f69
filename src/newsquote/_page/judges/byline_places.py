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
from newsquote._page.bylines.forms import is_house_line, likeness_of_names
from newsquote._page.bylines.likeness import Likeness, likeness_of
from newsquote._page.bylines.openings import opens_as_byline
from newsquote._page.bylines.trimming import goes_on_below
from newsquote._page.judges.byline_words import MAX_BYLINE_WORDS
from newsquote._page.rulings import Ruling
from newsquote._page.verdicts import Judge, Sign, Verdict
from newsquote.kinds import BlockRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._page.line import Line
    from newsquote._page.records import BylineRecord
    from newsquote._text.ranges import Chars
    from newsquote.lang import LanguagePack

__all__ = ["FoundBylines", "find_bylines", "judge_house_above_headline"]

_LINES_ABOVE_HEADLINE = 4
"""Lines above the headline that may name the author."""
_MAX_BYLINE_LINES = 4
"""Lines that make up a byline."""
_LINES_BELOW_STORY = 6
"""Short lines behind the last paragraph that may be the only byline."""
_GOING_ON = frozenset({"and", "&", ","})

_SITE = Verdict(BlockRole.NAVIGATION, Judge.SITE_NAME, Sign.HOUSE_ABOVE_HEADLINE)
_BELOW_HEADLINE = Verdict(BlockRole.BYLINE, Judge.BYLINE_PLACE, Sign.NAME_BELOW_HEADLINE)
_BESIDE_STAMP = Verdict(BlockRole.BYLINE, Judge.BYLINE_PLACE, Sign.NAME_BESIDE_STAMP)
_BELOW_BYLINE = Verdict(BlockRole.BYLINE, Judge.BYLINE_PLACE, Sign.NAME_BELOW_BYLINE)
_GOES_ON = Verdict(BlockRole.BYLINE, Judge.BYLINE_PLACE, Sign.BYLINE_GOES_ON)
_ENDS_STORY = Verdict(BlockRole.BYLINE, Judge.BYLINE_PLACE, Sign.BYLINE_ENDS_STORY)
_ROLE = Verdict(BlockRole.BYLINE, Judge.BYLINE_PLACE, Sign.AUTHORS_ROLE)


class FoundBylines(NamedTuple):
    """The bylines of a page, and the verdicts on their lines."""

    records: tuple[BylineRecord, ...]
    rulings: tuple[Ruling, ...]


_NAME_REACH = 8
"""Lines below the headline in which a sure name alone is a byline."""
_STORY_CHARS = 500
"""Of a line of the story this much is looked at for the words of a name."""
_STAMPED_REACH = 3
"""Lines around the headline in which a name that no list knows is one, beside a stamp."""


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
    """The bylines around headline and lead, or the one that ends the story.

    :param headline: the headline's index, if there is one.
    :param lead: the index of the line with which the running text begins.
    """
    page = _Surroundings(lines, headline, lead, pack)
    candidates = _candidates_near_headline(page) or _candidate_below_story(page)
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
    by_words = [i for i in near if page.lines[i].role is BlockRole.BYLINE][:_MAX_BYLINE_LINES]
    candidates = [_Candidate(i, None) for i in by_words]
    unsigned = all(is_house_line(page.lines[i], page.pack) for i in by_words)
    if unsigned and page.headline is not None:
        candidates += _find_name_alone(page, near, page.headline)
        candidates.sort(key=lambda one: one.line_index)
    return candidates


def _lines_near_headline(page: _Surroundings) -> range:
    headline = -1 if page.headline is None else page.headline
    first = max(0, headline - _LINES_ABOVE_HEADLINE)
    return range(first, min(len(page.lines), page.lead))


def _find_name_alone(page: _Surroundings, near: range, headline: int) -> list[_Candidate]:
    """The first name alone below the headline, else the first one above it."""
    below_first = sorted(near, key=lambda i: (i < headline, i))
    for i in below_first:
        verdict = _judge_name_alone(page.lines, i, headline, page.pack)
        if verdict is not None:
            return [_Candidate(i, verdict)]
    return []


def _judge_name_alone(
    lines: Sequence[Line], i: int, headline: int, pack: LanguagePack
) -> Verdict | None:
    """Whether a line is a byline without "By": a name below the headline, or beside a stamp."""
    line = lines[i]
    if i == headline:
        return None
    if line.role not in {None, BlockRole.TIMESTAMP} and not _is_signed_with_slash(line, pack):
        return None
    if line.word_count > MAX_BYLINE_WORDS:
        return None
    likeness = likeness_of_names(line, pack)
    if likeness is Likeness.NONE:
        return None
    role_above = i == headline + 2 and is_role_alone(lines[i - 1], pack)
    if i == headline + 1 or role_above:
        sure = role_above or likeness >= Likeness.LIKELY or _is_foreign(lines, i, pack)
        return _BELOW_HEADLINE if sure else None
    if _is_beside_stamp(lines, i, headline):
        near = abs(i - headline) <= _STAMPED_REACH
        return _BESIDE_STAMP if near or likeness >= Likeness.LIKELY else None
    far = headline < i <= headline + _NAME_REACH
    return _BELOW_HEADLINE if far and likeness is Likeness.SURE else None


def _is_signed_with_slash(line: Line, pack: LanguagePack) -> bool:
    """Whether a line looks like a picture's credit, and the house is none that sells pictures."""
    if line.role is not BlockRole.CAPTION:
        return False
    name, _, house = line.text.partition("/")
    if not house or house.rpartition("/")[2].strip().casefold() in pack.words("photo_sources"):
        return False
    return likeness_of(tuple(name.split()), pack) is Likeness.SURE


def _is_foreign(lines: Sequence[Line], i: int, pack: LanguagePack) -> bool:
    """Whether words that no list knows can be a name: the story's first lines have none of them.

    A club's name comes back in the story, and that of its writer does not.
    """
    words = lines[i].text.split()
    if any(word.endswith("s") for word in words):
        return False
    story = " ".join([line.text[:_STORY_CHARS] for line in lines[i + 1 : i + 1 + _NAME_REACH]])
    return not any(word in story for word in words)


def _is_beside_stamp(lines: Sequence[Line], i: int, headline: int) -> bool:
    """Whether a stamp stands on the line or beside it, or below the headline a button to follow."""
    if lines[i].role is BlockRole.TIMESTAMP:
        return True
    beside = {lines[j].role for j in (i - 1, i + 1, i + 2) if 0 <= j < len(lines)}
    if BlockRole.TIMESTAMP in beside:
        return True
    return i > headline and BlockRole.SOCIAL in beside


def _candidate_below_story(page: _Surroundings) -> list[_Candidate]:
    """The byline among the short lines behind the last paragraph."""
    end = len(page.lines)
    first = end
    while first > max(1, end - _LINES_BELOW_STORY) and not page.lines[first - 1].is_prose:
        first -= 1
    for i in range(first, end):
        if page.lines[i].role is None and opens_as_byline(page.lines[i], page.pack):
            return [_Candidate(i, _ENDS_STORY)]
    return []


def _names_below(page: _Surroundings, last: int, rulings: list[Ruling]) -> list[_Candidate]:
    """The names on the lines below a byline that goes on there: "By Ann Lee", "and", "Bo Ek"."""
    found: list[_Candidate] = []
    for i in range(last + 1, min(page.lead, last + _MAX_BYLINE_LINES)):
        line = page.lines[i]
        if line.role is not None:
            break
        if line.text.casefold() in _GOING_ON:
            rulings.append(Ruling(line, _GOES_ON))
        elif _are_names(line, page.pack):
            found.append(_Candidate(i, _BELOW_BYLINE))
        else:
            break
    return found


def _are_names(line: Line, pack: LanguagePack) -> bool:
    """Whether a line is nothing but names that look like persons', perhaps behind "and"."""
    opening = line.text.split(maxsplit=1)[0]
    begin = line.start + len(opening) + 1 if opening.casefold() in _GOING_ON else line.start
    return likeness_of_names(line.between(begin, line.end), pack) >= Likeness.LIKELY


def _add_byline(
    page: _Surroundings,
    candidate: _Candidate,
    records: list[BylineRecord],
    rulings: list[Ruling],
) -> None:
    """Read a byline, with the lines beside it on which it goes on or that say what its author is."""
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
