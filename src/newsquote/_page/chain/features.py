"""The lines of a page -> keys of what can be seen of each.

In: the lines of a page, some of them with a verdict, and where its headline stands. Out: for each
line the keys for which weights were fitted: its words, its form, its place, its neighbours and what
comes back of it. Why: no single sign tells a caption from a short paragraph or a teaser from a
heading; what each sign is worth beside the others is learned (``training/page_lines.py``).

Words stand for themselves, and every other key begins with "=". Only words that several publishers
print in small letters have weights, so that no name does.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from newsquote._page.chain.line_keys import (
    bucket_of,
    ends_of,
    keys_of_line,
    long_words,
    look_of,
    may_list_stories,
)
from newsquote._page.related_lists.boxes import first_copy_end
from newsquote._page.story import names_commentator, opens_comments
from newsquote.kinds import BlockRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._page.line import Line
    from newsquote.lang import LanguagePack

__all__ = ["FEATURES", "keys_of_lines"]

FEATURES = 1
"""Changes whenever the keys of the same page change."""
_COUNT_BOUNDS = (0, 1, 2, 4, 8, 16, 32)
_NEAR = 3
"""Neighbours on either side that are looked at."""
_STORY_CHARS = 6000
"""How much of the running text is compared with a line."""
_CLOSING = frozenset({BlockRole.CREDIT, BlockRole.COPYRIGHT})


class _View:
    """What a line must know of the page."""

    def __init__(self, lines: Sequence[Line], headline: int | None, pack: LanguagePack) -> None:
        self.lines = lines
        self.headline = headline
        self.looks = [look_of(line) for line in lines]
        prose = [line.role is None and line.is_prose for line in lines]
        self.prose = prose
        count = 0
        self.prose_before: list[int] = []
        for one in prose:
            self.prose_before.append(count)
            count += one
        self.prose_count = count
        self.furniture = sum(1 for line in lines if line.role is not None)
        self.texts = Counter(line.text for line in lines if not line.is_prose)
        self.runs = self._find_runs()
        self.since, self.judged_since = self._find_gaps()
        self.past = self._find_past(pack)
        self.headline_words: frozenset[str] = frozenset()
        if headline is not None:
            self.headline_words = frozenset(long_words(lines[headline].text))
        self.story_words = self._story_words()

    def _find_gaps(self) -> tuple[list[int], list[int]]:
        """How many lines, and how many judged ones, part each from the sentence before it."""
        lines_since, judged_since = [], []
        count = judged = 0
        for line, prose in zip(self.lines, self.prose, strict=True):
            lines_since.append(count)
            judged_since.append(judged)
            if prose:
                count = judged = 0
            else:
                count += 1
                judged += line.role is not None
        return lines_since, judged_since

    def _find_past(self, pack: LanguagePack) -> list[str]:
        """What has closed the story above each line, if anything has."""
        found = []
        comments = related = rights = False
        for line, before in zip(self.lines, self.prose_before, strict=True):
            marks = [
                mark for mark, seen in (("c", comments), ("r", related), ("©", rights)) if seen
            ]
            found.append("".join(marks))
            if not before or line.is_prose:
                continue
            comments = comments or (line.role is None and _is_of_comments(line))
            related = related or may_list_stories(line, pack)
            rights = rights or line.role in _CLOSING
        return found

    def _find_runs(self) -> list[int]:
        """How many lines in a row without a sentence each stands in."""
        runs = [0] * len(self.lines)
        begin = 0
        for i in range(len(self.lines) + 1):
            if i == len(self.lines) or self.prose[i]:
                for j in range(begin, i):
                    runs[j] = i - begin
                begin = i + 1
        return runs

    def _story_words(self) -> frozenset[str]:
        words: set[str] = set()
        chars = 0
        for line, prose in zip(self.lines, self.prose, strict=True):
            if prose:
                words.update(long_words(line.text[:1000]))
                chars += len(line.text)
                if chars > _STORY_CHARS:
                    break
        return frozenset(words)


def _share(words: Sequence[str], known: frozenset[str]) -> int:
    if not words:
        return 0
    shared = sum(1 for word in words if word in known)
    return 1 + (4 * shared) // len(words)


def keys_of_lines(
    lines: Sequence[Line], headline: int | None, pack: LanguagePack
) -> list[list[str]]:
    """The keys of each line."""
    view = _View(lines, headline, pack)
    return [_keys(view, i, pack) for i in range(len(lines))]


def _keys(view: _View, i: int, pack: LanguagePack) -> list[str]:
    lines = view.lines
    line = lines[i]
    look = view.looks[i]
    keys = ["=bias", "=look " + look]
    keys += _place_keys(view, i, look)
    keys += _neighbour_keys(view, i, look)
    if line.role is None:
        keys += _echo_keys(view, line, look, pack)
        keys += keys_of_line(line, look, pack)
    elif line.verdict is not None:
        keys.append("=sign " + line.verdict.why.name)
    return keys


def _place_keys(view: _View, i: int, look: str) -> list[str]:
    head = view.headline
    count = len(view.lines)
    if head is None:
        place = f"top{min(i, 4)}"
    elif i < head:
        place = f"above{min(head - i, 3)}"
    elif i == head:
        place = "head"
    else:
        place = f"below{min(i - head, 8)}"
    left = view.prose_count - view.prose_before[i] - view.prose[i]
    before = bucket_of(view.prose_before[i], _COUNT_BOUNDS)
    after = bucket_of(left, _COUNT_BOUNDS)
    last = min(count - 1 - i, 4)
    quarter = 4 * i // count
    return [
        "=place " + place,
        f"=place {place} {look}",
        f"=before {before}",
        f"=after {after}",
        f"=before {before} {look}",
        f"=after {after} {look}",
        f"=last {last} {look}",
        f"=quarter {quarter} {look}",
        f"=furniture {bucket_of(view.furniture, _COUNT_BOUNDS)} {look}",
        f"=lines {bucket_of(count, (3, 8, 20, 60, 200))}",
    ]


def _neighbour_keys(view: _View, i: int, look: str) -> list[str]:
    looks, prose = view.looks, view.prose
    count = len(looks)
    above = looks[i - 1] if i else "^"
    below = looks[i + 1] if i + 1 < count else "$"
    second_above = looks[i - 2] if i > 1 else "^"
    second_below = looks[i + 2] if i + 2 < count else "$"
    near_above = sum(prose[max(0, i - _NEAR) : i])
    near_below = sum(prose[i + 1 : i + 1 + _NEAR])
    far_below = sum(prose[i + 1 : i + 9])
    far_above = sum(prose[max(0, i - 8) : i])
    run = bucket_of(view.runs[i], _COUNT_BOUNDS)
    line = view.lines[i]
    gap = min(line.blanks_above, 2)
    gap_below = min(view.lines[i + 1].blanks_above, 2) if i + 1 < count else 3
    return [
        "=up " + above,
        "=down " + below,
        f"=up {above} {look}",
        f"=down {below} {look}",
        f"=up2 {second_above} {look}",
        f"=down2 {second_below} {look}",
        f"=between {above} {below}",
        f"=near {near_above} {near_below} {look}",
        f"=far {far_above} {far_below}",
        f"=run {run} {look}",
        f"=gap {gap} {gap_below} {look}",
        f"=since {bucket_of(view.since[i], _COUNT_BOUNDS)} {look}",
        f"=judged {bucket_of(view.judged_since[i], _COUNT_BOUNDS)} {look}",
        f"=past {view.past[i]} {look}",
    ]


def _echo_keys(view: _View, line: Line, look: str, pack: LanguagePack) -> list[str]:
    words = long_words(ends_of(line.text))
    keys = [f"=echo {_share(words, view.headline_words)} {look}"]
    if not line.is_prose:
        keys.append(f"=story {_share(words, view.story_words)} {look}")
        if first_copy_end(line, pack) is not None:
            keys.append("=doubled")
        twice = view.texts[line.text]
        if twice > 1:
            keys.append(f"=twice {min(twice, 4)}")
    return keys


def _is_of_comments(line: Line) -> bool:
    return opens_comments(line) or names_commentator(line)
