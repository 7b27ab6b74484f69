"""The lines of a page -> which of them open as bylines do.

In: the lines of a page. Out: the bylines among them that tell themselves. Why: the search for
headline and running text must know them; a name without "By" is a byline only by where it stands,
which is judged in ``byline_places``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._page.bylines.byline import read_byline
from newsquote._page.bylines.forms import is_house_line
from newsquote._page.bylines.openings import opens_as_byline
from newsquote._page.phrases import listed_phrases
from newsquote._page.rulings import Ruling
from newsquote._page.verdicts import Judge, Sign, Verdict
from newsquote.kinds import BlockRole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsquote._page.line import Line
    from newsquote.lang import LanguagePack

__all__ = ["MAX_BYLINE_WORDS", "judge_byline_words"]

MAX_BYLINE_WORDS = 30
_LINES_ABOVE_CREDITS = 8
"""Lines above which "Written by" opens a byline; farther down, or below prose, it is a credit's."""

_OPENING = Verdict(BlockRole.BYLINE, Judge.BYLINE_WORDS, Sign.BYLINE_OPENING)
_HOUSE = Verdict(BlockRole.BYLINE, Judge.BYLINE_WORDS, Sign.HOUSE_ALONE)
_BY = Verdict(BlockRole.BYLINE, Judge.BYLINE_WORDS, Sign.BY_ALONE)
_BELOW_BY = Verdict(BlockRole.BYLINE, Judge.BYLINE_WORDS, Sign.NAME_BELOW_BY)


def judge_byline_words(lines: Sequence[Line], pack: LanguagePack) -> Iterator[Ruling]:
    """The lines that open as bylines do."""
    above_prose = True
    for i, line in enumerate(lines):
        if line.word_count > MAX_BYLINE_WORDS:
            continue
        if line.has_bullet and (i > _LINES_ABOVE_CREDITS or not above_prose):
            continue
        above_prose = above_prose and not line.is_prose
        if (i > _LINES_ABOVE_CREDITS or not above_prose) and _opens_as_credit(line, pack):
            continue
        above = lines[i - 1] if i else None
        if opens_as_byline(line, pack):
            yield Ruling(line, _OPENING)
        elif above is not None and above_prose and is_house_line(line, pack):
            yield Ruling(line, _HOUSE)
        elif above is not None and _is_by_alone(above) and _names_who_wrote(line, pack):
            yield Ruling(above, _BY)
            yield Ruling(line, _BELOW_BY.told_at(above.chars))


def _is_by_alone(line: Line) -> bool:
    return line.text.casefold() in {"by", "by:"}


def _names_who_wrote(line: Line, pack: LanguagePack) -> bool:
    """Whether a line below "By" is names and no prose."""
    return not line.ends_sentence and read_byline(line, pack) is not None


def _opens_as_credit(line: Line, pack: LanguagePack) -> bool:
    """Whether a line that may be a byline above the story is a credit below it."""
    openers, first_words = listed_phrases(pack, "credit_openers"), line.first_words
    return openers.may_open(first_words) and openers.at_start(first_words) is not None
