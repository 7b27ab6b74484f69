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
from newsquote._folding import fold, letters
from newsquote.kinds import ChangeKind, VerificationStatus
from newsquote.models import Change, Span, Verification

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsquote._checking.editing import Marking
    from newsquote._checking.passages import Run
    from newsquote._folding import Folded

__all__ = ["compare"]

LEAST_SHARE = 2 / 3
"""With fewer of its words it is another statement: half of the words of a short sentence are easily found in order by chance."""
SAME_WORDS = 16  # places with the same characters or words that are looked at, for one without a cut word or with the same brackets
LONGEST_WORD = 100
MOST_AT_EDGE = (
    30  # words of the text that those in front of all others, or behind them, may stand for
)
CUTS = 3  # pieces into which one side may cut what is one word on the other
STOPS = frozenset('.!?:;\n\r“”"…')


def compare(quotation: str, text: str) -> Verification:
    """Hold a quotation against a text."""
    asked = fold(quotation)
    if not any(asked.words):
        return Verification(status=VerificationStatus.ABSENT)
    found = _verbatim(quotation, text)
    if found is None:
        sides = _Sides(quotation, asked, *marked(quotation, asked), text, fold(text))
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
    """The words of the text inside of which a quotation begins or ends that stands at a place; ``begin`` is its offset in the quotation."""
    changes = []
    for edge in (place.start, place.end):
        low = max(edge - LONGEST_WORD, 0)
        near = fold(text[low : edge + LONGEST_WORD])
        for start, end in zip(near.starts, near.ends, strict=True):
            if low + start < edge < low + end:
                word = Span(low + start, low + end)
                inside = Span(max(word.start, place.start), min(word.end, place.end))
                quoted = Span(begin + inside.start - place.start, begin + inside.end - place.start)
                changes.append(
                    Change(
                        kind=ChangeKind.CUT,
                        quoted=text[inside.slice],
                        quoted_span=quoted,
                        found=text[word.slice],
                        span=word,
                    )
                )
    return tuple(dict.fromkeys(changes))


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
        printed, _ = marked(around, fold(around))
        return [letters(around[b.start : b.end]) for b in printed] == [
            letters(self.quotation[b.start : b.end]) for b in brackets
        ]


def _folded(sides: _Sides, words: Words) -> Verification | None:
    for first, stop in islice(words.places("".join(sides.asked.words)), SAME_WORDS):
        place = sides.place(first, stop)
        if sides.are_printed(sides.brackets, place):
            return Verification(
                status=VerificationStatus.FOLDED, span=place, spans=(place,), share=1.0
            )
    return None


def _altered(sides: _Sides, words: Words) -> Verification | None:
    wanted: list[str | int] = [word.removeprefix(" ") for word in sides.asked.words]
    for bracket in sides.brackets:
        wanted[bracket.first : bracket.stop] = range(bracket.first, bracket.stop)
    own = sum(1 for word in wanted if isinstance(word, str))
    runs = passage(wanted, [ellipsis.first for ellipsis in sides.ellipses], words)
    if not runs:
        return None
    gaps = [gap for gap in _gaps(sides, runs) if not gap.is_same(sides)]
    share = (
        1
        - sum(1 for gap in gaps for word in wanted[gap.first : gap.stop] if isinstance(word, str))
        / own
    )
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


class _Gap(NamedTuple):
    """Words of the quotation and words of the text that stand for each other; one side may have none."""

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
        asked, held = (
            sides.asked.words[self.first : self.stop],
            sides.held.words[self.start : self.end],
        )
        same = "".join(asked).removeprefix(" ") == "".join(held).removeprefix(" ")
        return same and (
            not held or sides.are_printed(self.brackets(sides), sides.place(self.start, self.end))
        )

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
        if (
            sum(min(b.stop, self.stop) - max(b.first, self.first) for b in self.brackets(sides))
            >= self.stop - self.first
        ):
            return ChangeKind.BRACKETED
        return ChangeKind.REPLACED if self.start < self.end else ChangeKind.ADDED

    def quoted(self, sides: _Sides) -> Span:
        """Where it stands in the quotation, with its brackets and ellipses."""
        edges = [(mark.start, mark.end) for mark in (*self.brackets(sides), *self.ellipses(sides))]
        if self.first < self.stop:
            edges.append((sides.asked.starts[self.first], sides.asked.ends[self.stop - 1]))
        if not edges:
            return Span(sides.asked.ends[self.first - 1], sides.asked.ends[self.first - 1])
        return Span(min(start for start, _ in edges), max(end for _, end in edges))

    def found(self, sides: _Sides) -> Span:
        """Where it stands in the text."""
        if self.start < self.end:
            return sides.place(self.start, self.end)
        at = sides.held.ends[self.start - 1] if self.first else sides.held.starts[self.start]
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
    """A gap without what both sides have at its ends, cut into words in another way ("re-open", "reopen")."""
    sizes = list(product(range(1, CUTS + 1), repeat=2))
    for a, b in sizes:
        if a <= gap.stop - gap.first and b <= gap.end - gap.start:
            tail = _Gap(gap.stop - a, gap.stop, gap.end - b, gap.end)
            if tail.is_same(sides):
                return gap._replace(stop=tail.first, end=tail.start)
    for a, b in sizes:
        if a <= gap.stop - gap.first and b <= gap.end - gap.start:
            head = _Gap(gap.first, gap.first + a, gap.start, gap.start + b)
            if head.is_same(sides):
                return gap._replace(first=head.stop, start=head.end)
    return gap


def _before(sides: _Sides, run: Run) -> _Gap:
    """Words before the first run, and the words of the same sentence of the text for which they stand."""
    gap = _Gap(0, run.first, run.start, run.start)
    wider = [gap]
    while (
        len(wider) <= min(run.first, MOST_AT_EDGE)
        and wider[-1].start
        and _goes_on(sides, wider[-1].start)
    ):
        wider.append(gap._replace(start=wider[-1].start - 1))
    return _fitting(sides, wider)


def _behind(sides: _Sides, run: Run) -> _Gap:
    """The same behind the last run."""
    gap = _Gap(run.stop, len(sides.asked.words), run.end, run.end)
    wider = [gap]
    while (
        len(wider) <= min(gap.stop - gap.first, MOST_AT_EDGE)
        and wider[-1].end < len(sides.held.words)
        and _goes_on(sides, wider[-1].end)
    ):
        wider.append(gap._replace(end=wider[-1].end + 1))
    return _fitting(sides, wider)


def _fitting(sides: _Sides, wider: list[_Gap]) -> _Gap:
    """Of gaps that take in ever more of the text, the one that the quotation's words stand for.

    It is the one with the same letters; else it has one word for words in brackets, none beside an
    ellipsis, and as many for others.
    """
    asked = "".join(sides.asked.words[wider[0].first : wider[0].stop]).removeprefix(" ")
    for gap in wider:
        if asked == "".join(sides.held.words[gap.start : gap.end]).removeprefix(" "):
            return gap
    if wider[0].ellipses(sides):
        return wider[0]
    return (
        wider[1] if len(wider) > 1 and wider[0].kind(sides) == ChangeKind.BRACKETED else wider[-1]
    )


def _goes_on(sides: _Sides, word: int) -> bool:
    """Whether a word of the text is in the same sentence as the one before it, as far as marks tell."""
    return STOPS.isdisjoint(sides.text[sides.held.ends[word - 1] : sides.held.starts[word]])


def _spans(sides: _Sides, runs: list[Run], gaps: list[_Gap]) -> Iterator[Span]:
    """The stretches of the text that hold the quotation: from gap to gap, where the text has words that the quotation leaves out."""
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
