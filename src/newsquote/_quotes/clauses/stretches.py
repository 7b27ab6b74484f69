"""The stretches of a sentence that no cue, source or content takes up.

In: ranges of the text that are taken, and cues. Out: the runs of tokens between them. Why: what is
already a part of an attribution is not read a second time as a circumstance of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._text.ranges import Tokens
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsquote._text.doc import Doc
    from newsquote._text.ranges import Chars
    from newsquote.lang import LanguagePack

__all__ = ["stretches_around", "taken_tokens"]

_MAX_STRETCHES_BEHIND = 3
"""Stretches behind a cue that are looked at; what stands further away is another clause's."""
_TAKEN = b"\1"


def taken_tokens(
    doc: Doc, ranges: Iterable[tuple[int, int]], cues: Iterable[tuple[int, int]]
) -> bytearray:
    """For each token 1 where it is one of the ranges or of a cue's verb, else 0."""
    tokens = [doc.tokens_in(start, end) for start, end in ranges]
    tokens += [_verb_tokens(doc, start, end) for start, end in cues]
    taken = bytearray(len(doc.words))
    for i, j in tokens:
        taken[i:j] = _TAKEN * (j - i)
    return taken


@kept_by_pack
def _cue_ends(pack: LanguagePack) -> frozenset[str]:
    """The words of a cue that are none of its verb, nor is what stands behind them."""
    return pack.words("prepositions") | pack.words("time_words")


def _verb_tokens(doc: Doc, start: int, end: int) -> Tokens:
    """The tokens of a cue up to its first preposition or time: "said" of "said on Friday"."""
    lowers = doc.lowers
    ends = _cue_ends(doc.pack)
    tokens = doc.tokens_in(start, end)
    i, j = tokens
    for k in range(i + 1, j):
        if lowers[k] in ends:
            return Tokens(i, k)
    return tokens


def stretches_around(
    doc: Doc, cue: Chars, source_end: int | None, taken: bytearray
) -> list[tuple[int, int]]:
    """The free stretches of a cue's sentence that can be about it, those behind it first.

    What stands before the cue is the sentence's opening, or is beside the source: "On Thursday, Lee
    said", "the abbot on Monday said".

    :param source_end: the token behind the cue's source.
    :param taken: for each token whether something takes it up.
    """
    head = doc.token_at(cue.start)
    first, last = doc.sentences[doc.token_sentences[head]]
    beside_source = head if source_end is None else source_end
    openings = {first, beside_source}
    before: list[tuple[int, int]] = []
    behind: list[tuple[int, int]] = []
    for stretch in _free_stretches(taken, first, last):
        i, j = stretch
        if i > head:
            behind.append(stretch)
        elif j <= head and i in openings:
            before.append(stretch)
    return behind[:_MAX_STRETCHES_BEHIND] + before


def _free_stretches(taken: bytearray, i: int, j: int) -> list[tuple[int, int]]:
    """The stretches of the tokens ``i`` to ``j`` that nothing takes up."""
    found: list[tuple[int, int]] = []
    start = taken.find(0, i, j)
    while start >= 0:
        end = taken.find(1, start, j)
        if end < 0:
            found.append((start, j))
            break
        found.append((start, end))
        start = taken.find(0, end, j)
    return found
