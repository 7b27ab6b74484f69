"""A line and its neighbours -> whether it belongs to a picture.

In: the lines below the headline. Out: the captions that the lines beside them tell: a button to
enlarge the picture stands above, its source below, or the same caption is printed once more, for
the picture is shown small and large. Why: such a caption has no sign of its own.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsquote._page.judges.captions import (
    MAX_CAPTION_WORDS,
    MAX_SHORT_CAPTION_WORDS,
    MAX_SOURCE_WORDS,
    is_picture_source,
    opens_with_quotation,
)
from newsquote._page.rulings import Ruling
from newsquote._page.verdicts import Judge, Sign, Verdict
from newsquote.kinds import BlockRole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsquote._page.line import Line
    from newsquote.lang import LanguagePack

__all__ = ["judge_beside_pictures"]

_MIN_REPEATED_WORDS = 8
"""Words of a sentence that is a picture's when it is printed twice; shorter ones come by chance."""
_MAX_LINES_BETWEEN = 12
"""Lines within which the same caption comes back."""
_MIN_WORDS_ABOVE_SOURCE = 3
"""Words of a caption above its picture's source, at least."""

_TWICE = Verdict(BlockRole.CAPTION, Judge.PICTURE, Sign.PRINTED_TWICE)
_ABOVE_SOURCE = Verdict(BlockRole.CAPTION, Judge.PICTURE, Sign.PICTURE_SOURCE_BELOW)
_BUTTON = Verdict(BlockRole.CAPTION, Judge.PICTURE, Sign.PICTURE_BUTTON)
_BELOW_BUTTON = Verdict(BlockRole.CAPTION, Judge.PICTURE, Sign.PICTURE_BUTTON_ABOVE)


@cache
def _button() -> re.Pattern[str]:
    """What stands over a picture for those who do not see it."""
    return re.compile(
        r"(?:image|photo|picture)(?: \d+ of /? ?\d+)?$"
        r"|(?:view|open) (?:this )?(?:image|photo|picture) in (?:fullscreen|gallery)"
        r"|enlarge (?:this )?image",
        re.IGNORECASE,
    )


def judge_beside_pictures(
    lines: Sequence[Line], begin: int, pack: LanguagePack
) -> Iterator[Ruling]:
    """The captions that the lines beside them tell, from line ``begin`` on.

    Each is to be recorded before the next is asked for: captions tell others.
    """
    last_seen: dict[str, int] = {}
    for i in range(begin, len(lines)):
        line = lines[i]
        if _may_be_printed_twice(line):
            before = last_seen.get(line.text)
            if before is not None and _shows_same_picture(lines, before, i):
                yield from _judge_copies(lines[before], line)
            last_seen[line.text] = i
        elif i > begin and line.role is BlockRole.CAPTION and is_picture_source(line, pack):
            alone = i - 1 == begin or not _is_paragraph(lines[i - 2])
            yield from _judge_above_source(lines[i - 1], line, alone=alone)
        elif i + 1 < len(lines) and _is_button(line):
            yield Ruling(line, _BUTTON)
            yield from _judge_below_button(lines[i + 1], line)


def _judge_copies(line: Line, copy: Line) -> Iterator[Ruling]:
    yield Ruling(copy, _TWICE.told_at(line.chars))
    yield Ruling(line, _TWICE.told_at(copy.chars))


def _judge_above_source(line: Line, source: Line, *, alone: bool) -> Iterator[Ruling]:
    """A line above a source is the picture's: no sentence, or one that stands alone."""
    if line.role is not None:
        return
    if line.ends_sentence and not alone:
        return
    fits = _MIN_WORDS_ABOVE_SOURCE <= line.word_count <= MAX_SHORT_CAPTION_WORDS
    if fits and not opens_with_quotation(line):
        yield Ruling(line, _ABOVE_SOURCE.told_at(source.chars))


def _judge_below_button(line: Line, button: Line) -> Iterator[Ruling]:
    if line.role is not None:
        return
    if line.word_count > MAX_CAPTION_WORDS:
        return
    if not opens_with_quotation(line):
        yield Ruling(line, _BELOW_BUTTON.told_at(button.chars))


def _is_button(line: Line) -> bool:
    return line.word_count <= MAX_SOURCE_WORDS and line.match(_button()) is not None


def _is_paragraph(line: Line) -> bool:
    return line.role is None and line.is_prose


def _may_be_printed_twice(line: Line) -> bool:
    if line.role is not None:
        return False
    if not line.ends_sentence:
        return False
    if line.has_bullet:
        return False
    fits = _MIN_REPEATED_WORDS <= line.word_count <= MAX_CAPTION_WORDS
    return fits and not opens_with_quotation(line)


def _shows_same_picture(lines: Sequence[Line], before: int, i: int) -> bool:
    """Whether two copies of a sentence stand near each other with no paragraph between."""
    near = i - before <= _MAX_LINES_BETWEEN
    return near and not any(map(_is_paragraph, lines[before + 1 : i]))
