"""How does a quotation differ from a text?

In: a quotation and a text, with its quotes. Out: the ``Verification``, with every place and every
change. Why: five answers, from the strictest down, and each is given only where the one before it
cannot be: the same characters, the same words, the same words in the parts of one quote, most of
the words, nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import islice, pairwise, product
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from newsquote._checking.editing import marked
from newsquote._checking.joins import joined_places
from newsquote._checking.passages import Words, passage
from newsquote._folding import fold_words, letters
from newsquote.kinds import ChangeKind, VerificationStatus
from newsquote.models import Change, Span, Verification

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from newsquote._checking.editing import Marking
    from newsquote._checking.passages import Run
    from newsquote._folding import Folded
    from newsquote.models import Quote

__all__ = ["compare"]

LEAST_SHARE = 2 / 3
"""With fewer of its words it is another statement.

Half of the words of a short sentence are easily found in order by chance.
"""
SAME_WORDS = 16
"""Places that are looked at where the same characters cut a word, or brackets may be the same."""
MOST_AT_EDGE = 30
"""Words of the text that those in front of all others, or behind them, may stand for."""
CUTS = 3
"""Pieces into which one side may cut what is one word on the other."""
STOPS = frozenset('.!?:;\n\r“”"…')
_FIRST, _STOP = attrgetter("first"), attrgetter("stop")
"""What markings are looked up by: they are in order, and neither ever falls."""


def compare(
    quotation: str, text: str, quotes: Callable[[], Iterable[Sequence[Quote]]] = tuple
) -> Verification:
    """Hold a quotation against a text.

    :param quotation: the words to look for.
    :param text: where to look.
    :param quotes: gives readings of the text, each as its quotes; the next one is asked for only
        where those before it do not have the quotation with the parts of one quote joined.
    """
    asked = fold_words(quotation)
    if not any(asked.words):
        return Verification(status=VerificationStatus.ABSENT)
    sides = _Sides(quotation, asked, *marked(quotation, asked), text, fold_words(text))
    words = Words(sides.held.words)
    found = _whole(sides, words)
    if found is None:  # not "or": what is altered is false
        found = _joined(sides, words, quotes)
    if found is None:
        found = _altered(sides, words)
    return Verification(status=VerificationStatus.ABSENT) if found is None else found


# The same characters or words, in one place.


def _whole(sides: _Sides, words: Words) -> Verification | None:
    """All places where the characters or the words are the same."""
    verbatim, cut = _verbatim_places(sides)
    folded = _folded_places(sides, words)
    first = (verbatim or cut or folded)[:1]
    if not first:
        return None
    is_verbatim = bool(verbatim or cut)
    return Verification(
        status=VerificationStatus.VERBATIM if is_verbatim else VerificationStatus.FOLDED,
        span=first[0],
        spans=tuple(first),
        changes=() if verbatim or not cut else _cuts(first[0], sides),
        share=1.0,
        places=_places(verbatim or cut, folded),
    )


def _verbatim_places(sides: _Sides) -> tuple[list[Span], list[Span]]:
    """Where the same characters stand as whole words; and the first place where they cut one."""
    wanted, text = sides.quotation.strip(), sides.text
    whole: list[Span] = []
    cut: list[Span] = []
    at = text.find(wanted)
    tries = SAME_WORDS
    while at >= 0 and tries:
        place = Span(at, at + len(wanted))
        if sides.word_around(place.start) or sides.word_around(place.end):
            cut, at, tries = cut or [place], at + 1, tries - 1
        else:
            whole.append(place)
            at = place.end
        at = text.find(wanted, at)
    return whole, cut


def _folded_places(sides: _Sides, words: Words) -> list[Span]:
    """Where the same words stand, whatever the print; no two overlap."""
    places: list[Span] = []
    found = words.places("".join(sides.asked.words))
    for first, stop in islice(found, SAME_WORDS) if sides.brackets else found:
        place = sides.place(first, stop)
        is_apart = not places or places[-1].end <= place.start
        if is_apart and sides.are_printed(sides.brackets, place):
            places.append(place)
    return places


def _places(these: list[Span], others: list[Span]) -> tuple[Span, ...]:
    """Places of two kinds in text order, without the others that overlap with these."""
    ends = [place.end for place in these]
    apart = []
    for place in others:
        nearest = bisect_right(ends, place.start)
        if nearest == len(these) or these[nearest].start >= place.end:
            apart.append(place)
    return tuple(sorted((*these, *apart)))


def _cuts(place: Span, sides: _Sides) -> tuple[Change, ...]:
    """The words of the text that a quotation cuts, in which it begins or ends.

    :param place: where it stands in the text.
    """
    begin = sides.quotation.index(sides.quotation.strip())
    cuts = []
    for edge in place:
        word = sides.word_around(edge)
        if word is not None:
            inside = Span(max(word.start, place.start), min(word.end, place.end))
            shift = begin - place.start
            quoted = Span(inside.start + shift, inside.end + shift)
            change = Change(
                kind=ChangeKind.CUT,
                quoted=sides.text[inside.slice],
                quoted_span=quoted,
                found=sides.text[word.slice],
                span=word,
            )
            cuts.append(change)
    return tuple(dict.fromkeys(cuts))


# The same words, in the parts of one quote.


def _joined(
    sides: _Sides, words: Words, quotes: Callable[[], Iterable[Sequence[Quote]]]
) -> Verification | None:
    """A quotation whose words are those of a split quote, without what stands between its parts."""
    if not all(word.removeprefix(" ") in words.letters for word in set(sides.asked.words)):
        return None
    for reading in quotes():
        places = joined_places("".join(sides.asked.words), reading)
        if places:
            hulls = [Span(spans[0].start, spans[-1].end) for spans in places]
            return Verification(
                status=VerificationStatus.JOINED,
                span=hulls[0],
                spans=places[0],
                share=1.0,
                places=tuple(hulls),
            )
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

    def word_around(self, offset: int) -> Span | None:
        """The word of the text that has an offset inside, not at its edges."""
        word = bisect_left(self.held.starts, offset) - 1
        if word < 0 or self.held.ends[word] <= offset:
            return None
        return self.place(word, word + 1)

    def are_printed(self, brackets: list[Marking], place: Span) -> bool:
        """Whether the text has the same words in brackets at a place."""
        if not brackets:
            return True
        around = self.text[max(place.start - 1, 0) : place.end + 1]
        printed, _ = marked(around, fold_words(around))
        return _letters_of(printed, around) == _letters_of(brackets, self.quotation)


def _letters_of(brackets: list[Marking], text: str) -> list[str]:
    return [letters(text[bracket.start : bracket.end]) for bracket in brackets]


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
    hull = Span(spans[0].start, spans[-1].end)
    return Verification(
        status=VerificationStatus.ALTERED if gaps else VerificationStatus.FOLDED,
        span=hull,
        spans=spans,
        changes=tuple(gap.change(sides) for gap in gaps),
        share=share,
        places=(hull,),
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
        first = bisect_right(sides.brackets, self.first, key=_STOP)
        return sides.brackets[first : bisect_left(sides.brackets, self.stop, key=_FIRST)]

    def ellipses(self, sides: _Sides) -> list[Marking]:
        """The ellipses of the quotation in it, and at its edges."""
        first = bisect_left(sides.ellipses, self.first, key=_FIRST)
        return sides.ellipses[first : bisect_right(sides.ellipses, self.stop, key=_FIRST)]

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
