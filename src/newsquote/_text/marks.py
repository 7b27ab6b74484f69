"""Quotation marks, paired.

In: a text and the ranges of its paragraphs. Out: every pair of marks with what stands between them, and the marks that are left over.
Why: what is inside quotation marks is one piece, so this is the firmest ground there is; pairing goes by character inside a paragraph,
never by token, and follows the conventions of print:

* curly marks say themselves whether they open or close; straight ones open behind a blank or an opening sign and close behind a letter or a
  stop;
* a quotation of several paragraphs is opened anew in each of them and closed in the last only: a mark that is never closed runs to the
  paragraph's end if it stands at the paragraph's head or if the next paragraph begins with the same mark, and *continues* there;
* a single mark is an apostrophe unless it stands where only a quotation mark can, and closes only what a single mark opened; before a word that is
  clipped ('tis, 'em) it stands for the letters left out, unless the next mark that can close stands behind a stop, as at the end of a quotation;
* inside a quotation, marks of the other kind, and opening curly ones, open a nested one; a mark of the wrong hand, typed for the other, is
  read by where it stands;
* one or two capitalised words in marks between two others are a nickname inside a name;
* any other mark that finds no partner is left over and opens nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

__all__ = ["Marked", "Paired", "pair"]

_OPEN, _CLOSE, _PLAIN = frozenset("“„‟«"), frozenset("”»"), frozenset('"＂')
_SINGLE, _SINGLE_OPEN = frozenset("'‘’‚‛`"), frozenset("‘‚‛")
_BEFORE_OPENING = frozenset("([{—–-―/“„\"‘'«¿¡")
_STOPS = frozenset(".,!?…")
_DEEPEST = 4
_LONGEST_NICKNAME = 24


@attrs.define(eq=False, repr=False)
class Marked:
    """A text between quotation marks: the outer range with the marks, the inner one without."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    paragraph: int
    single: bool
    closed: bool
    depth: int
    continues: bool = False
    """It goes on a quotation that the paragraph before left open."""
    nickname: bool = False
    """It is part of a name: Marcia “Cia” Prince."""


@attrs.define(eq=False, repr=False)
class Paired:
    """All marked texts in the order of their start, and the offsets of the marks that are left over."""

    marked: list[Marked]
    strays: list[int]


@cache
def _pattern() -> re.Pattern[str]:
    # It opens with all the signs there are, so that the engine goes from one to the next.
    return re.compile(
        r"[\"＂“”„‟«»‘'‚‛`’](?:(?<=[\"＂“”„‟«»])|(?<=`)`|(?<=')'|(?<!\w.)(?<=[‘'‚‛`])|(?<=[’'])(?!\w)|(?<!\w.)(?<=’)(?=\w))"
    )


@cache
def _single_close() -> re.Pattern[str]:
    return re.compile(r"['’](?<=\S.)(?!\w)")


@cache
def _short_word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]{1,8}(?!\w)")


def pair(text: str, paragraphs: Sequence[tuple[int, int]], clipped: Container[str] = ()) -> Paired:
    """Pair the marks of a text, paragraph by paragraph.

    :param clipped: words, casefolded, that are written with a mark for the letters left out in front.
    """
    found: list[Marked] = []
    strays: list[int] = []
    left_open: Marked | None = None
    for number, (start, end) in enumerate(paragraphs):
        signs = [*_pattern().finditer(text, start, end)]
        if not signs:
            left_open = None
            continue
        following = (
            text[paragraphs[number + 1][0]]
            if number + 1 < len(paragraphs) and paragraphs[number + 1][0] < len(text)
            else ""
        )
        marked, strayed = _Pairing(text, start, end, number, following, clipped).run(signs)
        marked.sort(key=lambda m: (m.start, -m.end))
        if (
            left_open is not None
            and marked
            and marked[0].start == start
            and marked[0].single == left_open.single
        ):
            marked[0].continues = True
        left_open = next((m for m in marked if not m.closed), None)
        found.extend(marked)
        strays.extend(strayed)
    return Paired(found, strays)


class _Pairing:
    """The marks of one paragraph, read from left to right with the open ones on a stack of (offset, width, single, plain)."""

    def __init__(
        self, text: str, start: int, end: int, number: int, following: str, clipped: Container[str]
    ) -> None:
        self.text, self.start, self.end, self.number, self.following, self.clipped = (
            text,
            start,
            end,
            number,
            following,
            clipped,
        )
        self.stack: list[tuple[int, int, bool, bool]] = []
        self.found: list[Marked] = []
        self.strays: list[int] = []
        self.single_closes: list[int] | None = None

    def run(self, signs: Iterable[re.Match[str]]) -> tuple[list[Marked], list[int]]:
        for match in signs:
            at, mark = match.start(), match.group()
            if mark in _SINGLE:
                self._single(at, mark)
            else:
                self._double(at, mark)
        for offset, width, single, _ in self.stack:
            if (offset == self.start or self.text[offset] == self.following) and any(
                map(str.isalnum, self.text[offset + width : min(self.end, offset + width + 20)])
            ):
                self._add(offset, self.end, width, 0, single=single, closed=False)
            elif not single:
                self.strays.append(offset)
        return self.found, self.strays

    def _around(self, at: int, width: int) -> tuple[bool, bool]:
        """Whether a mark there can open, and whether it can close, by its neighbours alone."""
        before = self.text[at - 1] if at > self.start else " "
        after = self.text[at + width] if at + width < self.end else " "
        opens = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
        return opens, not before.isspace() and not after.isalnum()

    def _double(self, at: int, mark: str) -> None:
        width = len(mark)
        can_open, can_close = self._around(at, width)
        top_plain = next(
            (plain for _, _, single, plain in reversed(self.stack) if not single), None
        )
        plain = mark in _PLAIN or mark == "''"
        if top_plain is None:
            opens = can_open or mark in _OPEN or mark == "``"
        elif plain:
            opens = can_open and not can_close and not top_plain
        else:
            opens = (mark in _OPEN or mark == "``") and not (can_close and not can_open)
        if opens and len(self.stack) < _DEEPEST:
            self.stack.append((at, width, False, plain))
        elif top_plain is not None:
            self._close(at, width, single=False)
        else:
            self.strays.append(at)

    def _single(self, at: int, mark: str) -> None:
        can_open, can_close = self._around(at, 1)
        single_open = any(single for _, _, single, _ in self.stack)
        if single_open:
            if (
                can_close
                and mark not in _SINGLE_OPEN
                and self.stack[-1][2]
                and not self._is_possessive(at)
            ):
                self._close(at, 1, single=True)
        elif (
            mark != "’"
            and can_open
            and not self._is_clipped(at)
            and (self._next_single_close(at) is not None or (mark == "‘" == self.following))
        ):
            self.stack.append((at, 1, True, mark not in _SINGLE_OPEN))

    def _is_clipped(self, at: int) -> bool:
        """Whether a mark stands for letters left out, as in '90s and 'tis."""
        if self.text[at + 1 : at + 3].isdigit() and self.text[at + 3 : at + 4] == "s":
            return True
        word = _short_word().match(self.text, at + 1, self.end)
        if word is None or word.group().casefold() not in self.clipped:
            return False
        later = self._next_single_close(at)
        return later is None or self.text[later - 1] not in _STOPS

    def _is_possessive(self, at: int) -> bool:
        """Whether a mark behind an s is the plural's apostrophe: a word follows, and a firmer closing mark comes later."""
        if self.text[at - 1] not in "sS" or not self.text[at + 1 : at + 3].strip()[:1].isalpha():
            return False
        later = self._next_single_close(at)
        return (
            later is not None
            and self.text[later - 1] in _STOPS
            and "‘" not in self.text[at + 1 : later]
        )

    def _next_single_close(self, at: int) -> int | None:
        """The next place behind ``at`` where a single mark can close, None if there is none before the enclosing marks end."""
        if self.single_closes is None:
            self.single_closes = [
                m.start() for m in _single_close().finditer(self.text, self.start, self.end)
            ]
        i = bisect_right(self.single_closes, at + 1)
        return self.single_closes[i] if i < len(self.single_closes) else None

    def _close(self, at: int, width: int, *, single: bool) -> None:
        while self.stack:
            offset, opened, was_single, _ = self.stack.pop()
            if was_single == single:
                self._add(offset, at + width, opened, width, single=single, closed=True)
                return

    def _add(
        self, start: int, end: int, opened: int, closing: int, *, single: bool, closed: bool
    ) -> None:
        depth = sum(1 for offset, *_ in self.stack if offset < start)
        nickname = closed and self._is_nickname(
            start, end, self.text[start + opened : end - closing]
        )
        self.found.append(
            Marked(
                start,
                end,
                start + opened,
                end - closing,
                self.number,
                single,
                closed,
                depth,
                nickname=nickname,
            )
        )

    def _is_nickname(self, start: int, end: int, inner: str) -> bool:
        """Whether one or two words with capitals stand in marks between two others."""
        if (
            len(inner) > _LONGEST_NICKNAME
            or not inner[:1].isupper()
            or not inner.replace(" ", "").isalnum()
            or inner.count(" ") > 1
        ):
            return False
        before = self.text[max(self.start, start - _LONGEST_NICKNAME) : start].split(" ")
        return (
            len(before) > 1
            and not before[-1]
            and before[-2].isalpha()
            and before[-2][0].isupper()
            and self.text[end + 1 : end + 2].isupper()
        )
