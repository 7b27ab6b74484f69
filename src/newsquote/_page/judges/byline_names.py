"""Lines around a headline -> the name alone that is the byline.

In: lines, and where the headline stands. Out: which of them is a byline without "By". Why: a name
alone is one right below the headline, beside a stamp, or where nothing but a person's name can
stand; the names of clubs, rubrics and programmes stand there, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsquote._page.bylines.affiliations import is_role_alone
from newsquote._page.bylines.forms import likeness_of_names, says_more_of_author
from newsquote._page.bylines.likeness import Likeness, is_given_name, likeness_of
from newsquote._page.bylines.trimming import without_stamps
from newsquote._page.judges.byline_words import MAX_BYLINE_WORDS
from newsquote._page.verdicts import Judge, Sign, Verdict
from newsquote.kinds import BlockRole

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsquote._page.line import Line
    from newsquote.lang import LanguagePack

__all__ = ["NameAlone", "find_name_alone"]

_MAX_SIGNED_WORDS = 8
"""Words of a name and the houses behind a slash."""
_MARKS = frozenset('"“”')
"""A line that quotes is no byline, whoever is named in it."""
_DASHES = frozenset("-–—")
"""Behind one of these stands who was quoted."""
_LINES_ABOVE_TEXT = 40
"""Lines below a sure name alone, of buttons for instance, above the running text."""
_NAME_REACH = 8
"""Lines below the headline in which a sure name alone is a byline."""
_STORY_CHARS = 500
"""Of a line of the story this much is looked at for the words of a name."""
_STAMPED_REACH = 3
"""Lines around the headline in which a name that no list knows is one, beside a stamp."""

_BELOW_HEADLINE = Verdict(BlockRole.BYLINE, Judge.BYLINE_PLACE, Sign.NAME_BELOW_HEADLINE)
_SIGNED = Verdict(BlockRole.BYLINE, Judge.BYLINE_PLACE, Sign.AUTHORS_ROLE)
_BESIDE_STAMP = Verdict(BlockRole.BYLINE, Judge.BYLINE_PLACE, Sign.NAME_BESIDE_STAMP)


class NameAlone(NamedTuple):
    """A line that is a byline without "By"."""

    line_index: int
    verdict: Verdict


def find_name_alone(
    lines: Sequence[Line], near: Iterable[int], headline: int, lead: int, pack: LanguagePack
) -> NameAlone | None:
    """The first name alone below the headline, else the first one above it.

    :param near: the indexes of the lines that may be one.
    :param lead: the index of the line with which the running text begins; below it a name must
        stand beside a stamp.
    """
    below_first = sorted(near, key=lambda i: (i < headline, i))
    for i in below_first:
        verdict = _judge_name_alone(lines, i, headline, pack)
        if verdict is not None and (i < lead or verdict is not _BELOW_HEADLINE):
            return NameAlone(i, verdict)
    return None


def _judge_name_alone(
    lines: Sequence[Line], i: int, headline: int, pack: LanguagePack
) -> Verdict | None:
    """Whether a line is a byline without "By": a name below the headline, or beside a stamp."""
    line = lines[i]
    if i == headline or line.word_count > MAX_BYLINE_WORDS:
        return None
    if not _MARKS.isdisjoint(line.text):
        return None
    if line.role not in {None, BlockRole.TIMESTAMP} and not _is_signed_with_slash(line, pack):
        return None
    likeness = likeness_of_names(line, pack)
    if likeness is Likeness.NONE:
        alone = headline < i <= headline + _STAMPED_REACH and _is_given_name_alone(lines, i, pack)
        return _BESIDE_STAMP if alone else None
    role_above = i == headline + 2 and is_role_alone(lines[i - 1], pack)
    if i == headline + 1 or role_above:
        sure = role_above or likeness >= Likeness.LIKELY or _is_foreign(lines, i)
        return _BELOW_HEADLINE if sure else None
    if _is_beside_stamp(lines, i, headline) or _has_own_stamp(line, pack):
        near = abs(i - headline) <= _STAMPED_REACH
        return _BESIDE_STAMP if near or likeness >= Likeness.LIKELY else None
    if not headline < i <= headline + _NAME_REACH or not _may_stand_far(lines, i):
        return None
    if likeness >= Likeness.LIKELY and says_more_of_author(line, pack):
        return _SIGNED
    return _BELOW_HEADLINE if likeness is Likeness.SURE else None


def _may_stand_far(lines: Sequence[Line], i: int) -> bool:
    """Whether a name that is not right below the headline signs nothing, and text follows."""
    if lines[i].text[0] in _DASHES:
        return False
    return any(other.is_prose for other in lines[i + 1 : i + 1 + _LINES_ABOVE_TEXT])


def _is_given_name_alone(lines: Sequence[Line], i: int, pack: LanguagePack) -> bool:
    """Whether a line is one given name, with a stamp right above or below it."""
    text = lines[i].text
    if not text.istitle() or not text.isalpha() or not is_given_name(text, pack):
        return False
    return BlockRole.TIMESTAMP in {other.role for other in lines[i - 1 : i + 2]}


def _has_own_stamp(line: Line, pack: LanguagePack) -> bool:
    """Whether a date or a time stands on a line of names."""
    return any(map(str.isdigit, line.text)) and len(without_stamps(line, pack).text) < len(
        line.text
    )


def _is_signed_with_slash(line: Line, pack: LanguagePack) -> bool:
    """Whether a line looks like a picture's credit, and the house is none that sells pictures."""
    if line.role is not BlockRole.CAPTION or line.word_count > _MAX_SIGNED_WORDS:
        return False
    name, _, house = line.text.partition("/")
    if not house or house.rpartition("/")[2].strip().casefold() in pack.words("photo_sources"):
        return False
    return likeness_of(tuple(name.split()), pack) is Likeness.SURE


def _is_foreign(lines: Sequence[Line], i: int) -> bool:
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
