"""Are these the words of a quote that the text splits?

In: a quotation's letters, and the quotes of an article. Out: where the parts of quotes stand that
have these words, one behind the other. Why: print puts "Ann Lee said" into the middle of a
sentence, and whoever hands the sentence on leaves it out; so does ``Quote.words``. Nothing that
was said is lost by that, while a quotation that skips spoken words is another one.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from newsquote._checking.passages import Words
from newsquote._folding import fold_words
from newsquote.models import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsquote._folding import Folded
    from newsquote.models import Part, Quote

__all__ = ["joined_places", "said_span"]


def joined_places(letters: str, quotes: Iterable[Quote]) -> list[tuple[Span, ...]]:
    """Where a quotation stands in several parts of one quote.

    :param letters: the quotation's words as they are compared, in one string.
    :return: for each place the stretches of the text, one a part, in order.
    """
    return [
        spans
        for quote in quotes
        if len(quote.parts) > 1
        for spans in _places_in(letters, quote.parts)
        if len(spans) > 1
    ]


def said_span(part: Part) -> Span:
    """Where a part's words stand, without its marks."""
    return part.span if part.inner is None else part.inner


def _places_in(letters: str, parts: Sequence[Part]) -> Iterator[tuple[Span, ...]]:
    pieces = [part.words for part in parts]
    folded = fold_words(" ".join(pieces))
    if letters not in "".join(folded.words):
        return
    begins = [0, *accumulate(len(piece) + 1 for piece in pieces[:-1])]
    shifts = [said_span(part).start - begin for part, begin in zip(parts, begins, strict=True)]
    for first, stop in Words(folded.words).places(letters):
        yield tuple(_stretches(folded, range(first, stop), begins, shifts))


def _stretches(
    folded: Folded, words: range, begins: Sequence[int], shifts: Sequence[int]
) -> Iterator[Span]:
    """Where some words of joined parts stand in the text, from the first to the last of a part.

    :param begins: where each part begins among the joined ones.
    :param shifts: how far each part is from there in the text.
    """
    ends: dict[int, tuple[int, int]] = {}
    for word in words:
        part = bisect_right(begins, folded.starts[word]) - 1
        start = ends[part][0] if part in ends else folded.starts[word]
        ends[part] = start, folded.ends[word]
    for part, (start, end) in ends.items():
        yield Span(start + shifts[part], end + shifts[part])
