"""Whose words stand at a place?

In: an article, and stretches of its text. Out: the quotes in which they lie, and which share of
their letters each speaker is said to have said. Why: a quotation can reach beyond a quote, lie in
one inside another, or be put together from several; so letters are counted, each for every
quote that has it and for those around that.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from newsquote._checking.joins import said_span
from newsquote.models import Span

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from newsquote.models import Article, Quote, Speaker

__all__ = ["Holders", "Holding", "is_of"]

_Numbers: TypeAlias = tuple[int, ...]
"""Quotes of an article, by their places among them; none where nobody speaks."""


class Holding(NamedTuple):
    """The quotes that hold a place, and the shares of its letters."""

    quotes: tuple[Quote, ...]
    """In the article's order."""
    quoted: float
    """What is in quotes at all."""
    shares: dict[Speaker, float]
    """What each speaker is said to have said, alone or with others."""


class Holders:
    """The quotes of one article, by the letters that they hold."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._owners: list[_Numbers] = [()] * len(article.text)
        self._around: list[_Numbers] = []
        numbers = {id(quote): n for n, quote in enumerate(article.quotes)}
        for n, quote in enumerate(article.quotes):
            parent = numbers.get(id(quote.parent), n)
            self._around.append((*self._around[parent], n) if parent < n else (n,))
            for part in quote.parts:
                span = said_span(part)
                self._owners[span.slice] = self._joined(self._owners[span.slice], n)

    def _joined(self, owners: list[_Numbers], n: int) -> list[_Numbers]:
        """The quotes that have each letter of a stretch, with one more."""
        around = self._around[n]
        both = {before: tuple(sorted({*before, *around})) for before in set(owners)}
        return [both[before] for before in owners]

    def at(self, spans: Iterable[Span]) -> Holding:
        """What holds some stretches of the text."""
        owned: Counter[_Numbers] = Counter()
        for span in spans:
            pairs = zip(self._article.text[span.slice], self._owners[span.slice], strict=True)
            owned.update(owner for letter, owner in pairs if letter.isalnum())
        letters = owned.total() or 1
        quotes = self._article.quotes
        numbers = sorted({n for owner in owned for n in owner})
        said: Counter[Speaker] = Counter()
        for owner, count in owned.items():
            speakers = {quotes[n].speaker for n in owner} - {None}
            said.update({one: count for one in speakers if one is not None})
        return Holding(
            quotes=tuple(quotes[n] for n in numbers),
            quoted=1 - owned[()] / letters,
            shares={one: said[one] / letters for one in _in_order(quotes, numbers) if one in said},
        )

    def is_unsaid(self, span: Span) -> bool:
        """Whether nobody is said to have said anything of a stretch."""
        return not any(self._owners[span.slice])

    def only(self, speakers: Container[Speaker]) -> str:
        """The text with all blanked that these speakers are not said to have said."""
        kept, at = [], 0
        for span in self._words_of(speakers):
            kept += [" " * (span.start - at), self._article.text[span.slice]]
            at = span.end
        return "".join(kept)

    def pieces(self, spans: Iterable[Span], speakers: Container[Speaker]) -> Iterator[Span]:
        """What these speakers are said to have said of some stretches, which are in order."""
        own = list(self._words_of(speakers))
        ends = [span.end for span in own]
        for span in spans:
            for at in range(bisect_right(ends, span.start), len(own)):
                one = own[at]
                if one.start >= span.end:
                    break
                yield Span(max(span.start, one.start), min(span.end, one.end))

    def _words_of(self, speakers: Container[Speaker]) -> Iterator[Span]:
        """What some speakers are said to have said, in order; no two stretches overlap."""
        quotes, at = self._article.quotes, 0
        speaking = {id(quote.speaker): quote.speaker for quote in quotes}
        meant = {number for number, speaker in speaking.items() if is_of(speaker, speakers)}
        own = [id(quote.speaker) in meant for quote in quotes]
        theirs = [
            said_span(part)
            for n, quote in enumerate(quotes)
            if any(own[m] for m in self._around[n])
            for part in quote.parts
        ]
        for span in sorted(theirs):
            if span.end > at:
                yield Span(max(span.start, at), span.end)
                at = span.end


def is_of(speaker: Speaker | None, wanted: Container[Speaker]) -> bool:
    """Whether a speaker, or a member of it, is among those who are wanted."""
    if speaker is None:
        return False
    return speaker in wanted or any(is_of(member, wanted) for member in speaker.members)


def _in_order(quotes: Sequence[Quote], numbers: Iterable[int]) -> list[Speaker]:
    speakers = (quotes[n].speaker for n in numbers)
    return list(dict.fromkeys(one for one in speakers if one is not None))
