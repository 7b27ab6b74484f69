"""The words of a text, cut once and read by all.

In: a text, the ranges of its paragraphs, a language pack. Out: tokens, sentences and paired marks with look-ups by offset. Why: every
later stage asks about the same words, so they are scanned in one pass and never changed; a word that comes again is the same string. Indexes: ``i``, ``j`` are token indexes (``j``
exclusive), offsets are always into the caller's whole text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

import attrs

from newsquote._text import long_texts, marks, sentences, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsquote.lang import LanguagePack

__all__ = ["Doc", "over"]


@attrs.frozen(eq=False, repr=False, kw_only=True)
class Doc:
    """Tokens, sentences and marks of some ranges of a text. The lists run parallel; nobody changes them."""

    text: str
    pack: LanguagePack
    paragraphs: list[tuple[int, int]]
    """The ranges, as offsets."""
    starts: Sequence[int]
    ends: Sequence[int]
    words: list[str]
    lowers: list[str]
    paragraph_tokens: list[tuple[int, int]]
    """The tokens of each paragraph, as (i, j)."""
    sentences: list[tuple[int, int]]
    """The tokens of each sentence, as (i, j)."""
    sentence_paragraphs: list[int]
    """The paragraph of each sentence."""
    token_sentences: list[int]
    """The sentence of each token, and of the end."""
    paragraph_starts: list[int]
    marked: list[marks.Marked]
    strays: list[int]

    def token_at(self, offset: int) -> int:
        """The first token that ends behind an offset."""
        return bisect_right(self.ends, offset)

    def tokens_in(self, start: int, end: int) -> tuple[int, int]:
        """The tokens (i, j) that lie wholly between two offsets."""
        return bisect_left(self.starts, start), bisect_right(self.ends, end)

    def sentence_of(self, i: int) -> int:
        """The number of the sentence in which a token stands."""
        return self.token_sentences[i]

    def paragraph_of(self, offset: int) -> int:
        """The number of the paragraph in which an offset lies."""
        return max(0, bisect_right(self.paragraph_starts, offset) - 1)

    def slice(self, i: int, j: int) -> str:
        """The text from token ``i`` to the end of the token before ``j``."""
        return self.text[self.starts[i] : self.ends[j - 1]] if i < j else ""


def _lowers(words: Iterable[str]) -> dict[str, str]:
    """The words in small letters; the same string where there are no others."""
    return {word: word if (lower := word.lower()) == word else lower for word in words}


def over(text: str, ranges: Sequence[tuple[int, int]], pack: LanguagePack) -> Doc:
    """Scan the ranges of a text, each of them a paragraph, in order and apart."""
    starts, ends = long_texts.room(len(text)), long_texts.room(len(text))
    words: list[str] = []
    share: dict[str, str] = {}
    paragraph_tokens: list[tuple[int, int]] = []
    for start, end in ranges:
        i = len(words)
        cut = tokens.scan(text, start, end)
        starts.extend(cut.starts)
        ends.extend(cut.ends)
        words += map(share.setdefault, cut.words, cut.words)
        paragraph_tokens.append((i, len(words)))
    paired = marks.pair(text, ranges, pack.words("clipped_words"))
    opening = {bisect_left(starts, marked.start) for marked in paired.marked}
    abbreviations = pack.table("abbreviations")
    found: list[tuple[int, int]] = []
    sentence_paragraphs: list[int] = []
    token_sentences: list[int] = []
    for number, (i, j) in enumerate(paragraph_tokens):
        inside = sentences.split(words, i, j, opening, abbreviations)
        for n, (first, last) in enumerate(inside, len(found)):
            token_sentences += [n] * (last - first)
        found.extend(inside)
        sentence_paragraphs.extend([number] * len(inside))
    return Doc(
        text=text,
        pack=pack,
        paragraphs=list(ranges),
        starts=starts,
        ends=ends,
        words=words,
        lowers=list(map(_lowers(share).__getitem__, words)),
        paragraph_tokens=paragraph_tokens,
        sentences=found,
        sentence_paragraphs=sentence_paragraphs,
        token_sentences=[*token_sentences, len(found) - 1],
        paragraph_starts=[start for start, _ in ranges],
        marked=paired.marked,
        strays=paired.strays,
    )
