"""Quotation marks, paired.

In: a text and the ranges of its paragraphs. Out: every pair of marks with what stands between them,
and the marks that are left over. Why: what is inside quotation marks is one piece, so this is the
firmest ground there is; pairing goes by character inside a paragraph, never by token, and follows
the conventions of print:

* curly marks say themselves whether they open or close; straight ones open behind a blank or an
  opening sign and close behind a letter or a stop;
* a quotation of several paragraphs is opened anew in each of them and closed in the last only: a
  mark that is never closed runs to the paragraph's end if it stands at the paragraph's head or if
  the next paragraph begins with the same mark, and *continues* there;
* a single mark is an apostrophe unless it stands where only a quotation mark can, and closes only
  what a single mark opened; before a word that is clipped ('tis, 'em) it stands for the letters
  left out, unless the next mark that can close stands behind a stop, as at the end of a quotation;
* inside a quotation, marks of the other kind, and opening curly ones, open a nested one; a mark of
  the wrong hand, typed for the other, is read by where it stands;
* a mark that opens behind other words and a lone one that closes at the end of the next paragraph
  are one quotation, whose second paragraph was not opened anew;
* one or two capitalised words in marks between two others are a nickname inside a name;
* any other mark that finds no partner is left over and opens nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import attrs

from newsquote._text.nicknames import is_inside_a_name, may_be_nickname
from newsquote._text.ranges import Chars

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

__all__ = ["Marked", "Paired", "pair_marks"]

_OPENING = frozenset(("“", "„", "‟", "«", "``"))
_STRAIGHT = frozenset(('"', "＂", "''"))
"""Double marks that look the same at both ends."""
_SINGLE = frozenset("'‘’‚‛`")
_SINGLE_OPENING = frozenset("‘‚‛")
_APOSTROPHE = "’"
"""Closes a quotation in single marks, and never opens one."""
_BEFORE_OPENING = frozenset("([{—–-―/“„\"‘'«¿¡")
"""A mark behind one of these signs can open, as behind a blank."""
_STOPS = frozenset(".,!?…")
"""A mark behind one of these is surely no apostrophe."""

_MAX_DEPTH = 4
"""Marks that are open at a time. News nests two or three; it bounds the work on rows of marks."""
_MAX_POSSESSIVES = 4
"""Plurals' apostrophes that may stand before the mark which closes: the owners' bank."""
_CHARS_TO_A_WORD = 20
"""An unclosed mark opens a quotation if a letter or digit comes within so many characters."""


@attrs.frozen(eq=False, repr=False)
class Marked:
    """A text between quotation marks: where it stands with the marks, and without them."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    paragraph: int
    single: bool
    closed: bool
    depth: int
    """How many pairs of marks it stands in."""
    continues: bool = False
    """It goes on a quotation that the paragraph before left open."""
    nickname: bool = False
    """It is part of a name: Marcia “Cia” Prince."""

    @property
    def span(self) -> Chars:
        """The range with the marks."""
        return Chars(self.start, self.end)

    @property
    def inner(self) -> Chars:
        """The range between the marks."""
        return Chars(self.inner_start, self.inner_end)


class Paired(NamedTuple):
    """All marked texts in the order of their start, and the offsets of the marks left over."""

    marked: list[Marked]
    strays: list[int]


class _Opening(NamedTuple):
    """A mark that was opened and is not yet closed."""

    at: int
    width: int
    """A mark of two signs, as in ``fog'', is two characters wide."""
    single: bool
    straight: bool


class _Unpaired(NamedTuple):
    """The last double mark of a paragraph, which opens there and is not closed."""

    opening: _Opening
    number: int
    end: int
    """Of its paragraph."""


@cache
def _pattern() -> re.Pattern[str]:
    """A sign that may be a quotation mark, by the letters beside it."""
    # It opens with all the signs there are, so that the engine goes from one to the next.
    return re.compile(
        r"[\"＂“”„‟«»‘'‚‛`’]"
        r"(?:(?<=[\"＂“”„‟«»])|(?<=`)`|(?<=')'|(?<!\w.)(?<=[‘'‚‛`])"
        r"|(?<=[’'])(?!\w)|(?<!\w.)(?<=’)(?=\w))"
    )


@cache
def _single_close() -> re.Pattern[str]:
    return re.compile(r"['’](?<=\S.)(?!\w)")


@cache
def _single_open() -> re.Pattern[str]:
    return re.compile(r"‘|(?<=\s)'(?=\w)")


@cache
def _short_word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]{1,8}(?!\w)")


def pair_marks(text: str, paragraphs: Sequence[Chars], clipped: Container[str] = ()) -> Paired:
    """Pair the marks of a text, paragraph by paragraph.

    :param clipped: words, casefolded, that are written with a mark for the letters left out in
        front.
    """
    found: list[Marked] = []
    strays: list[int] = []
    left_open: Marked | None = None
    unpaired: _Unpaired | None = None
    for number, paragraph in enumerate(paragraphs):
        signs = [*_pattern().finditer(text, *paragraph)]
        if not signs:
            left_open = unpaired = None
            continue
        following = _first_sign(text, paragraphs, number + 1)
        pairing = _Pairing(text, paragraph, number, following, clipped)
        marked = pairing.pair(signs)
        if left_open is not None and _is_opened_anew(left_open, marked, paragraph):
            marked[0] = attrs.evolve(marked[0], continues=True)
        unclosed = (each for each in marked if not each.closed)
        left_open = next(unclosed, None)
        across = [] if unpaired is None else _across(text, unpaired, pairing)
        if unpaired is not None and across:
            strays.remove(unpaired.opening.at)
            found += across
            left_open = unpaired = None
            continue
        found.extend(marked)
        strays.extend(pairing.strays)
        unpaired = pairing.unpaired
    return Paired(sorted(found, key=_outer_first), strays)


def _across(text: str, unpaired: _Unpaired, pairing: _Pairing) -> list[Marked]:
    """The halves of a quotation of two paragraphs that is not opened anew in the second.

    The second has nothing but the mark that closes it, behind its last stop.
    """
    if pairing.found or len(pairing.strays) != 1:
        return []
    (at,) = pairing.strays
    opening = unpaired.opening
    width = opening.width
    is_end = not text[at + width : pairing.end].strip()
    if not is_end or text[at - 1] not in _STOPS:
        return []
    first = Marked(
        opening.at,
        unpaired.end,
        opening.at + width,
        unpaired.end,
        paragraph=unpaired.number,
        single=False,
        closed=False,
        depth=0,
    )
    second = Marked(
        pairing.start,
        at + width,
        pairing.start,
        at,
        paragraph=pairing.number,
        single=False,
        closed=True,
        depth=0,
        continues=True,
    )
    return [first, second]


def _first_sign(text: str, paragraphs: Sequence[Chars], number: int) -> str:
    """The sign with which a paragraph begins, empty where there is none."""
    if number >= len(paragraphs):
        return ""
    start, _ = paragraphs[number]
    return text[start] if start < len(text) else ""


def _is_opened_anew(left_open: Marked, marked: Sequence[Marked], paragraph: Chars) -> bool:
    """Whether a paragraph begins with what the one before left open."""
    if not marked:
        return False
    first = marked[0]
    start, _ = paragraph
    return first.start == start and first.single == left_open.single


class _Pairing:
    """The marks of one paragraph, read from left to right, with those that are open on a stack."""

    def __init__(
        self, text: str, paragraph: Chars, number: int, following: str, clipped: Container[str]
    ) -> None:
        self.text = text
        self.start, self.end = paragraph
        self.number = number
        self.following = following
        self.clipped = clipped
        self.stack: list[_Opening] = []
        self.found: list[Marked] = []
        self.strays: list[int] = []
        self.single_closes: list[int] | None = None
        self.unpaired: _Unpaired | None = None

    def pair(self, signs: Iterable[re.Match[str]]) -> list[Marked]:
        """The marked texts, in order, an outer one before those in it."""
        for match in signs:
            mark = match.group()
            if mark in _SINGLE:
                self._read_single(match.start(), mark)
            else:
                self._read_double(match.start(), mark)
        for opening in self.stack:
            if self._runs_to_the_end(opening):
                self._add(opening, self.end, closing_width=0)
            elif not opening.single:
                self.strays.append(opening.at)
                self._remember(opening)
        self.found.sort(key=_outer_first)
        return self.found

    def _remember(self, opening: _Opening) -> None:
        """Keep an unclosed mark that may open a quotation which ends in the next paragraph.

        Its paragraph ends with a stop, as one inside a quotation does.
        """
        ends_whole = self.text[self.start : self.end].rstrip()[-1:] in _STOPS
        if len(self.stack) == 1 and ends_whole:
            self.unpaired = _Unpaired(opening, self.number, self.end)

    def _runs_to_the_end(self, opening: _Opening) -> bool:
        """Whether a mark that was never closed opens a quotation."""
        at = opening.at
        if at != self.start and self.text[at] != self.following:
            return False
        inner_start = at + opening.width
        inner_end = min(self.end, inner_start + _CHARS_TO_A_WORD)
        inner = self.text[inner_start:inner_end]
        return any(map(str.isalnum, inner))

    def _sides(self, at: int, width: int) -> tuple[bool, bool]:
        """Whether a mark there can open, and whether it can close, by its neighbours alone."""
        behind = at + width
        before = self.text[at - 1] if at > self.start else " "
        after = self.text[behind] if behind < self.end else " "
        if before.isspace():
            return not after.isspace(), False
        can_open = before in _BEFORE_OPENING and not after.isspace()
        can_close = not after.isalnum()
        return can_open, can_close

    def _read_double(self, at: int, mark: str) -> None:
        width = len(mark)
        doubles = (opening for opening in reversed(self.stack) if not opening.single)
        enclosing = next(doubles, None)
        if self._double_opens(at, mark, enclosing) and len(self.stack) < _MAX_DEPTH:
            straight = mark in _STRAIGHT
            opening = _Opening(at, width, single=False, straight=straight)
            self.stack.append(opening)
        elif enclosing is not None:
            self._close(at, width, single=False)
        else:
            self.strays.append(at)

    def _double_opens(self, at: int, mark: str, enclosing: _Opening | None) -> bool:
        can_open, can_close = self._sides(at, len(mark))
        if enclosing is None:
            return can_open or mark in _OPENING
        if mark in _STRAIGHT:
            return can_open and not can_close and not enclosing.straight
        return mark in _OPENING and (can_open or not can_close)

    def _read_single(self, at: int, mark: str) -> None:
        can_open, can_close = self._sides(at, 1)
        if any(opening.single for opening in self.stack):
            if can_close and self._single_closes(at, mark):
                self._close(at, 1, single=True)
        elif can_open and self._single_opens(at, mark):
            straight = mark not in _SINGLE_OPENING
            opening = _Opening(at, 1, single=True, straight=straight)
            self.stack.append(opening)

    def _single_closes(self, at: int, mark: str) -> bool:
        if mark in _SINGLE_OPENING or not self.stack[-1].single:
            return False
        return not self._is_possessive(at)

    def _single_opens(self, at: int, mark: str) -> bool:
        if mark == _APOSTROPHE or self._is_clipped(at):
            return False
        opened_anew = mark == "‘" == self.following
        return opened_anew or self._next_single_close(at) is not None

    def _is_clipped(self, at: int) -> bool:
        """Whether a mark stands for letters left out, as in '90s and 'tis."""
        years = self.text[at + 1 : at + 3]
        ending = self.text[at + 3 : at + 4]
        if years.isdigit() and ending == "s":
            return True
        word = _short_word().match(self.text, at + 1, self.end)
        if word is None:
            return False
        if word.group().casefold() not in self.clipped:
            return False
        later = self._next_single_close(at)
        return later is None or not self._is_behind_a_stop(later)

    def _is_possessive(self, at: int) -> bool:
        """Whether a mark is a plural's apostrophe: a word follows, and a firmer mark later.

        A few more apostrophes of plurals may come before that mark.
        """
        if not self._may_be_possessive(at):
            return False
        later = self._next_single_close(at)
        for _ in range(_MAX_POSSESSIVES):
            if later is None or self._is_behind_a_stop(later):
                break
            if not self._may_be_possessive(later):
                return False
            later = self._next_single_close(later)
        if later is None or not self._is_behind_a_stop(later):
            return False
        return _single_open().search(self.text, at + 1, later) is None

    def _may_be_possessive(self, at: int) -> bool:
        """Whether a mark stands behind a plural's ending and before a word."""
        if self.text[at - 1] not in "sS":
            return False
        following = self.text[at + 1 : at + 3].strip()
        return following[:1].isalpha()

    def _is_behind_a_stop(self, at: int) -> bool:
        return self.text[at - 1] in _STOPS

    def _next_single_close(self, at: int) -> int | None:
        """The next place behind ``at`` where a single mark can close, None if there is none."""
        if self.single_closes is None:
            closes = _single_close().finditer(self.text, self.start, self.end)
            self.single_closes = [match.start() for match in closes]
        n = bisect_right(self.single_closes, at + 1)
        if n == len(self.single_closes):
            return None
        return self.single_closes[n]

    def _close(self, at: int, width: int, *, single: bool) -> None:
        """Close the innermost opening of a kind; what is still open inside it is lost."""
        while self.stack:
            opening = self.stack.pop()
            if opening.single == single:
                self._add(opening, at + width, closing_width=width)
                return

    def _add(self, opening: _Opening, end: int, *, closing_width: int) -> None:
        """Keep a marked text; one that is not closed ends without a mark."""
        start = opening.at
        inner_start = start + opening.width
        inner_end = end - closing_width
        closed = closing_width > 0
        inner = self.text[inner_start:inner_end]
        nickname = (
            closed
            and may_be_nickname(inner)
            and is_inside_a_name(self.text, start, end, self.start)
        )
        enclosing = [other for other in self.stack if other.at < start]
        marked = Marked(
            start,
            end,
            inner_start,
            inner_end,
            paragraph=self.number,
            single=opening.single,
            closed=closed,
            depth=len(enclosing),
            nickname=nickname,
        )
        self.found.append(marked)


def _outer_first(marked: Marked) -> tuple[int, int]:
    """What sorts marked texts by their start, an outer one before those in it."""
    return marked.start, -marked.end
