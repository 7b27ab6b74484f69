"""The words of a text, cut once and read by all.

In: a text, the ranges of its paragraphs, a language pack. Out: tokens, sentences and paired marks
with look-ups by offset. Why: every later stage asks about the same words, so they are scanned in
one pass and never changed; a word that comes again is the same string. Indexes: ``i``, ``j`` are
token indexes (``j`` exclusive), offsets are always into the caller's whole text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

import attrs

from newsquote._text import long_texts, marks, sentences, tokens
from newsquote._text.ranges import Chars, Tokens, chars_of_pair, tokens_of_pair

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from newsquote.lang import LanguagePack

__all__ = ["Doc", "read_doc"]


@attrs.frozen(eq=False, repr=False, kw_only=True)
class Doc:
    """Tokens, sentences and marks of some ranges of a text.

    The lists run parallel; nobody changes them.
    """

    text: str
    pack: LanguagePack
    paragraphs: list[Chars]
    starts: Sequence[int]
    ends: Sequence[int]
    words: list[str]
    lowers: list[str]
    paragraph_tokens: list[Tokens]
    """The tokens of each paragraph."""
    sentences: list[Tokens]
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

    def tokens_in(self, start: int, end: int) -> Tokens:
        """The tokens that lie wholly between two offsets."""
        return tokens_of_pair((bisect_left(self.starts, start), bisect_right(self.ends, end)))

    def chars_of(self, i: int, j: int) -> Chars:
        """The range of the text from token ``i`` to the token before ``j``, which is not ``i``."""
        return chars_of_pair((self.starts[i], self.ends[j - 1]))

    def sentence_of(self, i: int) -> int:
        """The number of the sentence in which a token stands."""
        return self.token_sentences[i]

    def sentence_around(self, i: int) -> Tokens:
        """The tokens of the sentence in which a token stands."""
        return self.sentences[self.token_sentences[i]]

    def sentences_around(self, start: int, end: int) -> Chars:
        """The range of the whole sentences that hold what stands between two offsets."""
        first, last = self.token_at(start), bisect_left(self.starts, end) - 1
        if first > last:
            return chars_of_pair((start, end))
        around = self.chars_of(self.sentence_around(first)[0], self.sentence_around(last)[1])
        return chars_of_pair((min(start, around.start), max(end, around.end)))

    def paragraph_of(self, offset: int) -> int:
        """The number of the paragraph in which an offset lies."""
        return max(0, bisect_right(self.paragraph_starts, offset) - 1)

    def paragraph_of_token(self, i: int) -> int:
        """The number of the paragraph in which a token stands."""
        return self.sentence_paragraphs[self.token_sentences[i]]

    def slice(self, i: int, j: int) -> str:
        """The text from token ``i`` to the end of the token before ``j``."""
        if i >= j:
            return ""
        start, end = self.starts[i], self.ends[j - 1]
        return self.text[start:end]

    def has_letters(self, start: int, end: int) -> bool:
        """Whether a letter or a digit stands between two offsets."""
        return any(map(str.isalnum, self.text[start:end]))


def read_doc(text: str, ranges: Sequence[tuple[int, int]], pack: LanguagePack) -> Doc:
    """Scan the ranges of a text, each of them a paragraph, in order and apart."""
    paragraphs = [where if isinstance(where, Chars) else Chars(*where) for where in ranges]
    starts = long_texts.int_sequence(len(text))
    ends = long_texts.int_sequence(len(text))
    words: list[str] = []
    shared: dict[str, str] = {}
    paragraph_tokens: list[Tokens] = []
    for start, end in paragraphs:
        i = len(words)
        table = tokens.tokenize(text, start, end)
        starts.extend(table.starts)
        ends.extend(table.ends)
        words += map(shared.setdefault, table.words, table.words)
        paragraph_tokens.append(Tokens(i, len(words)))
    lowers = _lowers(shared)
    paired = marks.pair_marks(text, paragraphs, pack.words("clipped_words"))
    opening = {bisect_left(starts, marked.start) for marked in paired.marked}
    found, sentence_paragraphs = _sentences(words, paragraph_tokens, opening, pack)
    return Doc(
        text=text,
        pack=pack,
        paragraphs=paragraphs,
        starts=starts,
        ends=ends,
        words=words,
        lowers=list(map(lowers.__getitem__, words)),
        paragraph_tokens=paragraph_tokens,
        sentences=found,
        sentence_paragraphs=sentence_paragraphs,
        token_sentences=_sentence_numbers(found),
        paragraph_starts=[start for start, _ in paragraphs],
        marked=paired.marked,
        strays=paired.strays,
    )


def _lowers(words: Iterable[str]) -> dict[str, str]:
    """The words in small letters; the same string where there are no others."""
    return {word: word if (lower := word.lower()) == word else lower for word in words}


def _sentences(
    words: list[str], paragraphs: list[Tokens], opening: Container[int], pack: LanguagePack
) -> tuple[list[Tokens], list[int]]:
    """The sentences of all paragraphs, and the number of each one's paragraph."""
    abbreviations = pack.table("abbreviations")
    found: list[Tokens] = []
    numbers: list[int] = []
    for number, (i, j) in enumerate(paragraphs):
        inside = sentences.split_sentences(words, i, j, opening, abbreviations)
        found.extend(inside)
        numbers.extend([number] * len(inside))
    return found, numbers


def _sentence_numbers(found: list[Tokens]) -> list[int]:
    """The sentence of each token, and of the end: the last one."""
    numbers: list[int] = []
    for number, (i, j) in enumerate(found):
        numbers += [number] * (j - i)
    numbers.append(len(found) - 1)
    return numbers
