"""How does a quotation differ from a text?

In: a quotation and a text. Out: the ``Verification``, with every change. Why: four answers, from
the strictest down, and each is given only where the one before it cannot be: the same characters,
the same words, most of the words, nothing.
"""

from __future__ import annotations

from itertools import islice, pairwise, product
from typing import TYPE_CHECKING, NamedTuple

from newsquote._checking.editing import marked
from newsquote._checking.passages import Words, passage
from newsquote._folding import fold_words, letters
from newsquote.kinds import ChangeKind, VerificationStatus
from newsquote.models import Change, Span, Verification

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsquote._checking.editing import Marking
    from newsquote._checking.passages import Run
    from newsquote._folding import Folded

__all__ = ["compare"]

LEAST_SHARE = 2 / 3
"""With fewer of its words it is another statement.

Half of the words of a short sentence are easily found in order by chance.
"""
SAME_WORDS = 16
"""Places with the same characters or words that are looked at.

One of them may have no cut word, or the same brackets.
"""
LONGEST_WORD = 100
MOST_AT_EDGE = 30
"""Words of the text that those in front of all others, or behind them, may stand for."""
CUTS = 3
"""Pieces into which one side may cut what is one word on the other."""
STOPS = frozenset('.!?:;\n\r“”"…')


def compare(quotation: str, text: str) -> Verification:
    """Hold a quotation against a text."""
    asked = fold_words(quotation)
    if not any(asked.words):
        return Verification(status=VerificationStatus.ABSENT)
    found = _verbatim(quotation, text)
    if found is None:
        sides = _Sides(quotation, asked, *marked(quotation, asked), text, fold_words(text))
        words = Words(sides.held.words)
        found = _folded(sides, words)
        if found is None:  # not "or": what is altered is false
            found = _altered(sides, words)
    return Verification(status=VerificationStatus.ABSENT) if found is None else found


# The same characters.


def _verbatim(quotation: str, text: str) -> Verification | None:
    wanted = quotation.strip()
    begin = quotation.index(wanted)
    first: Verification | None = None
    at = -1
    for _ in range(SAME_WORDS):
        at = text.find(wanted, at + 1)
        if at < 0:
            break
        place = Span(at, at + len(wanted))
        cuts = _cuts(place, text, begin)
        found = Verification(
            status=VerificationStatus.VERBATIM, span=place, spans=(place,), changes=cuts, share=1.0
        )
        if not cuts:
            return found
        first = first or found
    return first


def _cuts(place: Span, text: str, begin: int) -> tuple[Change, ...]:
    """The words of the text that a quotation cuts, in which it begins or ends.

    :param place: where it stands in the text.
    :param begin: its offset in the quotation, behind blanks.
    """
    cuts = []
    for edge in place:
        word = _word_around(edge, text)
        if word is not None:
            inside = Span(max(word.start, place.start), min(word.end, place.end))
            shift = begin - place.start
            quoted = Span(inside.start + shift, inside.end + shift)
            change = Change(
                kind=ChangeKind.CUT,
                quoted=text[inside.slice],
                quoted_span=quoted,
                found=text[word.slice],
                span=word,
            )
            cuts.append(change)
    return tuple(dict.fromkeys(cuts))


def _word_around(offset: int, text: str) -> Span | None:
    """The word that has an offset inside, not at its edges."""
    low = max(offset - LONGEST_WORD, 0)
    near = fold_words(text[low : offset + LONGEST_WORD])
    for start, end in zip(near.starts, near.ends, strict=True):
        if low + start < offset < low + end:
            return Span(low + start, low + end)
    return None


# The same words, or most of them.


class _Sides(NamedTuple):
    """A quotation with its words and what is marked in it, and a text with its words."""

    quotation: str
    asked: Folded
    brackets: list[Marking]
    ellipses: list[Marking]
    text: str
    held: Folded

    def place(self, first: int, stop: int) -> Span:
        """Where some words stand in the text."""
        return Span(self.held.starts[first], self.held.ends[stop - 1])

    def are_printed(self, brackets: list[Marking], place: Span) -> bool:
        """Whether the text has the same words in brackets at a place."""
        if not brackets:
            return True
        around = self.text[max(place.start - 1, 0) : place.end + 1]
        printed, _ = marked(around, fold_words(around))
        return _letters_of(printed, around) == _letters_of(brackets, self.quotation)


def _letters_of(brackets: list[Marking], text: str) -> list[str]:
    return [letters(text[bracket.start : bracket.end]) for bracket in brackets]


def _folded(sides: _Sides, words: Words) -> Verification | None:
    for first, stop in islice(words.places("".join(sides.asked.words)), SAME_WORDS):
        place = sides.place(first, stop)
        if sides.are_printed(sides.brackets, place):
            return Verification(
                status=VerificationStatus.FOLDED, span=place, spans=(place,), share=1.0
            )
    return None


def _altered(sides: _Sides, words: Words) -> Verification | None:
    wanted = _wanted(sides)
    runs = passage(wanted, [ellipsis.first for ellipsis in sides.ellipses], words)
    if not runs:
        return None
    gaps = [gap for gap in _gaps(sides, runs) if not gap.is_same(sides)]
    missing = sum(_own_words(wanted[gap.first : gap.stop]) for gap in gaps)
    share = 1 - missing / _own_words(wanted)
    if share < LEAST_SHARE:
        return None
    spans = tuple(_spans(sides, runs, gaps))
    return Verification(
        status=VerificationStatus.ALTERED if gaps else VerificationStatus.FOLDED,
        span=Span(spans[0].start, spans[-1].end),
        spans=spans,
        changes=tuple(gap.change(sides) for gap in gaps),
        share=share,
    )


def _wanted(sides: _Sides) -> list[str | int]:
    """The quotation's words; those in brackets are nobody's, and stand for others."""
    wanted: list[str | int] = [word.removeprefix(" ") for word in sides.asked.words]
    for bracket in sides.brackets:
        wanted[bracket.first : bracket.stop] = range(bracket.first, bracket.stop)
    return wanted


def _own_words(wanted: list[str | int]) -> int:
    """How many words are the quotation's own."""
    return sum(isinstance(word, str) for word in wanted)


def _same_letters(asked: Sequence[str], held: Sequence[str]) -> bool:
    """Whether two runs of words are the same, however either is cut into words."""
    return "".join(asked).removeprefix(" ") == "".join(held).removeprefix(" ")


class _Gap(NamedTuple):
    """Words of the quotation and words of the text that stand for each other.

    One side may have none.
    """

    first: int
    stop: int
    start: int
    end: int

    def brackets(self, sides: _Sides) -> list[Marking]:
        """The brackets of the quotation in it."""
        return [
            bracket
            for bracket in sides.brackets
            if self.first < bracket.stop and bracket.first < self.stop
        ]

    def ellipses(self, sides: _Sides) -> list[Marking]:
        """The ellipses of the quotation in it, and at its edges."""
        return [
            ellipsis for ellipsis in sides.ellipses if self.first <= ellipsis.first <= self.stop
        ]

    def is_same(self, sides: _Sides) -> bool:
        """Whether both sides are cut into words in another way, and no more."""
        asked = sides.asked.words[self.first : self.stop]
        held = sides.held.words[self.start : self.end]
        if not _same_letters(asked, held):
            return False
        if not held:
            return True
        return sides.are_printed(self.brackets(sides), sides.place(self.start, self.end))

    def change(self, sides: _Sides) -> Change:
        """What differs here."""
        quoted, found = self.quoted(sides), self.found(sides)
        return Change(
            kind=self.kind(sides),
            quoted=sides.quotation[quoted.slice],
            quoted_span=quoted,
            found=sides.text[found.slice],
            span=found,
        )

    def kind(self, sides: _Sides) -> ChangeKind:
        """What was done to the text."""
        if self.first == self.stop:
            return ChangeKind.ELLIPSIS if self.ellipses(sides) else ChangeKind.OMITTED
        bracketed = 0
        for bracket in self.brackets(sides):
            bracketed += min(bracket.stop, self.stop) - max(bracket.first, self.first)
        if bracketed >= self.stop - self.first:
            return ChangeKind.BRACKETED
        return ChangeKind.REPLACED if self.start < self.end else ChangeKind.ADDED

    def quoted(self, sides: _Sides) -> Span:
        """Where it stands in the quotation, with its brackets and ellipses."""
        asked = sides.asked
        edges = [(mark.start, mark.end) for mark in (*self.brackets(sides), *self.ellipses(sides))]
        if self.first < self.stop:
            edges.append((asked.starts[self.first], asked.ends[self.stop - 1]))
        if not edges:
            at = asked.ends[self.first - 1]
            return Span(at, at)
        return Span(min(start for start, _ in edges), max(end for _, end in edges))

    def found(self, sides: _Sides) -> Span:
        """Where it stands in the text."""
        if self.start < self.end:
            return sides.place(self.start, self.end)
        held = sides.held
        at = held.ends[self.start - 1] if self.first else held.starts[self.start]
        return Span(at, at)


def _gaps(sides: _Sides, runs: list[Run]) -> Iterator[_Gap]:
    """What is before, between and behind the runs that both sides have."""
    if runs[0].first:
        yield _before(sides, runs[0])
    for left, right in pairwise(runs):
        if left.stop < right.first or left.end < right.start:
            yield _narrowed(sides, _Gap(left.stop, right.first, left.end, right.start))
    if runs[-1].stop < len(sides.asked.words):
        yield _behind(sides, runs[-1])


def _narrowed(sides: _Sides, gap: _Gap) -> _Gap:
    """A gap without what both sides have at its ends, cut into words in another way.

    Such as "re-open" and "reopen".
    """
    for asked, held in _fitting_sizes(gap):
        tail = _Gap(gap.stop - asked, gap.stop, gap.end - held, gap.end)
        if tail.is_same(sides):
            return gap._replace(stop=tail.first, end=tail.start)
    for asked, held in _fitting_sizes(gap):
        head = _Gap(gap.first, gap.first + asked, gap.start, gap.start + held)
        if head.is_same(sides):
            return gap._replace(first=head.stop, start=head.end)
    return gap


def _fitting_sizes(gap: _Gap) -> list[tuple[int, int]]:
    """Into how many words each side may have cut what stands at an end of a gap."""
    asked, held = gap.stop - gap.first, gap.end - gap.start
    return list(product(range(1, min(CUTS, asked) + 1), range(1, min(CUTS, held) + 1)))


def _before(sides: _Sides, run: Run) -> _Gap:
    """Words before the first run, and the text's words of the same sentence that they stand for."""
    gap = _Gap(0, run.first, run.start, run.start)
    most = min(run.first, MOST_AT_EDGE)
    wider, start = [gap], run.start
    while len(wider) <= most and start and _goes_on(sides, start):
        start -= 1
        wider.append(gap._replace(start=start))
    return _fitting(sides, wider)


def _behind(sides: _Sides, run: Run) -> _Gap:
    """The same behind the last run."""
    gap = _Gap(run.stop, len(sides.asked.words), run.end, run.end)
    most = min(gap.stop - gap.first, MOST_AT_EDGE)
    wider, end = [gap], run.end
    while len(wider) <= most and end < len(sides.held.words) and _goes_on(sides, end):
        end += 1
        wider.append(gap._replace(end=end))
    return _fitting(sides, wider)


def _fitting(sides: _Sides, wider: list[_Gap]) -> _Gap:
    """Of gaps that take in ever more of the text, the one that the quotation's words stand for.

    It is the one with the same letters; else it has one word for words in brackets, none beside an
    ellipsis, and as many for others.
    """
    narrowest = wider[0]
    asked = sides.asked.words[narrowest.first : narrowest.stop]
    for gap in wider:
        if _same_letters(asked, sides.held.words[gap.start : gap.end]):
            return gap
    if narrowest.ellipses(sides):
        return narrowest
    if len(wider) > 1 and narrowest.kind(sides) == ChangeKind.BRACKETED:
        return wider[1]
    return wider[-1]


def _goes_on(sides: _Sides, word: int) -> bool:
    """Whether a word of the text is in the sentence of the one before it, as far as marks tell."""
    between = sides.text[sides.held.ends[word - 1] : sides.held.starts[word]]
    return STOPS.isdisjoint(between)


def _spans(sides: _Sides, runs: list[Run], gaps: list[_Gap]) -> Iterator[Span]:
    """The stretches of the text that hold the quotation.

    From gap to gap, where the text has words that the quotation leaves out.
    """
    start, end = runs[0].start, runs[-1].end
    for gap in gaps:
        if gap.first == 0:
            start = min(start, gap.start)
        elif gap.stop == len(sides.asked.words):
            end = max(end, gap.end)
        elif gap.start < gap.end and (gap.first == gap.stop or gap.ellipses(sides)):
            yield sides.place(start, gap.start)
            start = gap.end
    yield sides.place(start, end)
