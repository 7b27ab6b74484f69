"""A line -> what its own words say that it is.

In: a line that no judge has taken yet. Out: the verdict of the first judge that takes it. Why: here
stands the order in which the judges of single lines are asked. What the lines around it tell is
asked later; a line that nothing speaks against is body, because a paragraph taken for furniture
loses its quotes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._page.judges import captions, furniture, imprint, notes, promotions, stamps

if TYPE_CHECKING:
    from newsquote._page.line import Line
    from newsquote._page.verdicts import Verdict
    from newsquote.lang import LanguagePack

__all__ = ["judge_own_words", "may_be_told_by_words"]

_MAX_LINE_CHARS = 2000
"""Longer lines are the story's."""
_MIN_CHARS = 2
"""A single letter or digit says nothing."""
_MAX_SHORT_WORDS = 40
"""Words of what is told by its form alone: stamps, addresses, offers."""
_MAX_RIGHTS_WORDS = 80
"""Words of a line that claims a copyright or says what was corrected."""
_MAX_BARE_QUOTED_WORDS = 3
"""Words up to which a line in marks may be furniture; a longer one is a quotation."""
_OPENING_MARKS = "\"“‘'«"


def may_be_told_by_words(line: Line) -> bool:
    """Whether a line is of a length at which its own words can tell what it is."""
    length = line.end - line.start
    if line.word_count > furniture.MAX_NOTE_WORDS:
        return False
    if length > _MAX_LINE_CHARS:
        return False
    return length >= _MIN_CHARS or not line.first_words.first


def judge_own_words(line: Line, pack: LanguagePack) -> Verdict | None:
    """What a line is by its own words, credits aside."""
    if not line.first_words.first:
        return furniture.judge_without_words(line)
    if line.text[0] in _OPENING_MARKS and line.word_count > _MAX_BARE_QUOTED_WORDS:
        return None
    return (
        furniture.judge_listed(line, pack)
        or _judge_rights_and_changes(line)
        or captions.judge_caption(line, pack)
        or _judge_short_line(line, pack)
    )


def _judge_rights_and_changes(line: Line) -> Verdict | None:
    if line.word_count > _MAX_RIGHTS_WORDS:
        return None
    return imprint.judge_copyright(line) or notes.judge_correction(line)


def _judge_short_line(line: Line, pack: LanguagePack) -> Verdict | None:
    if line.word_count > _MAX_SHORT_WORDS:
        return None
    verdict = notes.judge_advisory(line) or stamps.judge_stamp(line, pack)
    verdict = verdict or furniture.judge_address(line)
    if verdict is None and line.text[0] != "<":  # code of a page
        verdict = imprint.judge_contact(line, pack)
    return verdict or promotions.judge_offer(line, pack)
