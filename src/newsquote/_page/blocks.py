"""Lines -> blocks.

In: a text and its lines that are not blank. Out: blocks, each one or more whole lines, with what can be seen of them from outside: how far
apart, how long, behind which bullet, whether they end as a sentence does. Why: a block is what gets a role. A line is a block of its own,
except in hard-wrapped copy, where lines go on as long as the next line's first word would not have fitted.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._text.lines import Line
    from newsquote.kinds import BlockRole, ParagraphKind

__all__ = ["Block", "group"]

_NARROWEST, _WIDEST = 38, 110
"""Copy is wrapped at some width between these."""
_SAMPLE = 2000
"""So many lines say whether a text is wrapped."""
_BULLETS = "•●▪■►▶‣◦·»∙◆"
_OPENING = frozenset(_BULLETS + "-–*>+")
"""What may be a bullet, perhaps with a blank behind it."""
_CLOSERS = "\"”’'»)]"
_STOPS = (".", "!", "?", "…", "。")


class Block:
    """Whole lines with one role, and their outward signs."""

    __slots__ = (
        "blanks_above",
        "body",
        "bullet",
        "end",
        "indent",
        "kind",
        "role",
        "start",
        "stop",
        "words",
    )

    def __init__(self, text: str, start: int, end: int, blanks_above: int, indent: int) -> None:
        self.start, self.end, self.blanks_above, self.indent = start, end, blanks_above, indent
        match = _bullet_at(text, start, end)
        self.bullet = match is not None
        self.body = match.end() if match else start
        """Where the words begin, behind the bullet."""
        self.words = text.count(" ", self.body, end) + 1
        self.stop = text[max(start, end - 4) : end].rstrip(_CLOSERS).endswith(_STOPS)
        """Whether it ends as a sentence does."""
        self.role: BlockRole | None = None
        self.kind: ParagraphKind | None = None

    @property
    def prose(self) -> bool:
        """Whether it reads as running text: a whole sentence, or so long that it can be nothing else."""
        return (self.stop and self.words >= 8) or self.words >= 30  # noqa: PLR2004 - the measure itself


@cache
def _bullet() -> re.Pattern[str]:
    return re.compile(rf"(?:[-–*>+][ \t\u00a0]+|[{_BULLETS}]\s?)(?=\S)(?![-–—*•\s]*$)")


def _bullet_at(text: str, start: int, end: int) -> re.Match[str] | None:
    """The bullet with which a line begins, and the blanks behind it."""
    return _bullet().match(text, start, end) if text[start] in _OPENING else None


def group(text: str, lines: Sequence[Line]) -> list[Block]:
    """The blocks of a text, in order."""
    width = _width(text, lines)
    if width is None:
        return [Block(text, line.start, line.end, line.blanks_above, line.indent) for line in lines]
    found: list[Block] = []
    first = 0
    for i in range(1, len(lines) + 1):
        if i == len(lines) or not _goes_on(text, lines[i - 1], lines[i], width):
            found.append(
                Block(
                    text,
                    lines[first].start,
                    lines[i - 1].end,
                    lines[first].blanks_above,
                    lines[first].indent,
                )
            )
            first = i
    return found


def _width(text: str, lines: Sequence[Line]) -> int | None:
    """The width at which a text is wrapped, None if every line is a paragraph or a heading of its own."""
    pairs = [(a, b) for a, b in pairwise(lines[:_SAMPLE]) if b.blanks_above == 0]
    cut = [
        a.end - a.start for a, b in pairs if not _ends_sentence(text, a) and text[b.start].islower()
    ]
    if len(cut) < 3 or len(cut) < 0.25 * len(pairs):  # noqa: PLR2004 - fewer may be verse or an address
        return None
    width = sorted(cut)[int(0.95 * (len(cut) - 1))]
    fitting = sum(1 for length in cut if 0.6 * width <= length <= width + 4)
    return width if _NARROWEST <= width <= _WIDEST and fitting >= 0.8 * len(cut) else None


def _ends_sentence(text: str, line: Line) -> bool:
    return text[max(line.start, line.end - 4) : line.end].rstrip(_CLOSERS).endswith(_STOPS)


def _goes_on(text: str, line: Line, following: Line, width: int) -> bool:
    """Whether the next line belongs to the same paragraph: no gap, no new indentation, no bullet, and its first word did not fit."""
    if (
        following.blanks_above
        or following.indent > line.indent
        or _bullet_at(text, following.start, following.end)
    ):
        return False
    blank = text.find(" ", following.start, following.end)
    word = (blank if blank >= 0 else following.end) - following.start
    if text[following.start].islower():
        return True
    return line.end - line.start + 1 + word > width - (12 if not _ends_sentence(text, line) else 2)
