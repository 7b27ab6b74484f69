"""Lines of a text -> lines of the page.

In: a text and its lines that are not blank. Out: the lines that are judged, each one line of the
text, or several where hard-wrapping parted a paragraph. Why: what gets a role is a paragraph or a
heading as it was written. In hard-wrapped copy a paragraph goes on as long as the next line's first
word would not have fitted.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from newsquote._page.line import Line, ends_sentence, find_bullet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._text import lines

__all__ = ["join_wrapped_lines"]

_MIN_WIDTH, _MAX_WIDTH = 38, 110
"""Columns between which copy is wrapped."""
_SAMPLED_LINES = 2000
"""Lines that say whether a text is wrapped."""
_MIN_CUT_LINES = 3
"""Lines cut inside a sentence that a wrapped text has; fewer may be verse or an address."""
_MIN_CUT_SHARE = 0.25
"""Share of a wrapped text's lines that are cut inside a sentence, at least."""
_WIDTH_QUANTILE = 0.95
"""The length of nearly the longest cut line is the width; a single longer one is an accident."""
_MIN_FITTING_SHARE = 0.8
"""Share of the cut lines that fit the width, at least."""
_SHORTEST_FITTING = 0.6
"""A line that fits is no shorter than this share of the width."""
_HEADER_END = "="
"""The sign with which a wire ends its byline above hard-wrapped copy."""
_OVERHANG = 4
"""Columns by which a line that fits may pass the width."""
_SLACK_INSIDE_SENTENCE, _SLACK_BEHIND_SENTENCE = 12, 2
"""Columns that a wrapped line may leave free although the next word would have fitted."""


def join_wrapped_lines(text: str, raw_lines: Sequence[lines.RawLine]) -> list[Line]:
    """The lines of the page, in order."""
    width = _wrap_width(text, raw_lines)
    if width is None:
        return [Line(text, raw.start, raw.end, raw.blanks_above, raw.indent) for raw in raw_lines]
    found: list[Line] = []
    first = raw_lines[0]
    for raw, following in pairwise(raw_lines):
        if not _goes_on(text, raw, following, width):
            found.append(Line(text, first.start, raw.end, first.blanks_above, first.indent))
            first = following
    found.append(Line(text, first.start, raw_lines[-1].end, first.blanks_above, first.indent))
    return found


def _wrap_width(text: str, raw_lines: Sequence[lines.RawLine]) -> int | None:
    """The width at which a text is wrapped; None if every line stands for itself."""
    adjoining = [
        (raw, following)
        for raw, following in pairwise(raw_lines[:_SAMPLED_LINES])
        if following.blanks_above == 0
    ]
    cut_lengths = [
        raw.end - raw.start
        for raw, following in adjoining
        if not ends_sentence(text, raw.start, raw.end) and text[following.start].islower()
    ]
    count = len(cut_lengths)
    if count < _MIN_CUT_LINES:
        return None
    if count < _MIN_CUT_SHARE * len(adjoining):
        return None
    width = sorted(cut_lengths)[int(_WIDTH_QUANTILE * (count - 1))]
    if not _MIN_WIDTH <= width <= _MAX_WIDTH:
        return None
    shortest, longest = _SHORTEST_FITTING * width, width + _OVERHANG
    fitting = sum(1 for length in cut_lengths if shortest <= length <= longest)
    return width if fitting >= _MIN_FITTING_SHARE * count else None


def _goes_on(text: str, raw: lines.RawLine, following: lines.RawLine, width: int) -> bool:
    """Whether the next line belongs to the same paragraph.

    It has no gap, no new indentation and no bullet, neither of the two is a wire's header, and its
    first word did not fit.
    """
    if following.blanks_above:
        return False
    if following.indent > raw.indent:
        return False
    if find_bullet(text, following.start, following.end):
        return False
    if _HEADER_END in (text[raw.end - 1], text[following.end - 1]):
        return False
    if text[following.start].islower():
        return True
    blank = text.find(" ", following.start, following.end)
    word_end = blank if blank >= 0 else following.end
    needed = raw.end - raw.start + 1 + word_end - following.start
    inside = not ends_sentence(text, raw.start, raw.end)
    return needed > width - (_SLACK_INSIDE_SENTENCE if inside else _SLACK_BEHIND_SENTENCE)
