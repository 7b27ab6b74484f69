"""Tokens as sentences.

In: the words of one paragraph. Out: where its sentences begin and end, as token indexes. Why:
attributions live inside sentences; a full stop after an abbreviation or an initial ends none, and
closing marks and brackets belong to the sentence that they close.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._text.ranges import Tokens

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

__all__ = ["split_sentences"]

_MAX_TOKENS = 300
"""No sentence of news has as many; one that has is cut, so that looking through one is bounded."""

_INITIALS_CHARS = len("G.K.")
"""Shorter dotted words are initials; as long a one may be "U.S." as well."""
_ENDERS = frozenset((".", "!", "?", "…", "...", "....", "。"))
_LAST_SIGNS = frozenset([sign[-1] for sign in _ENDERS])
_CLOSERS = frozenset("\"”’'»)]}›」』")
_INNER_SIGNS = frozenset((",", ";", ":", "-", "–", "—", "--"))
"""No sentence begins with one of these."""


def split_sentences(
    words: Sequence[str],
    lo: int,
    hi: int,
    opening: Container[int],
    abbreviations: Mapping[str, str],
) -> list[Tokens]:
    """The sentences of the tokens ``lo`` to ``hi``.

    :param words: the tokens' texts.
    :param opening: the indexes of the tokens that are opening marks; these belong to the sentence
        behind them.
    :param abbreviations: words (casefolded, without their stop) after which a full stop ends no
        sentence; those of the kind "number" only before a number. Of two dotted letters only those
        of the kind "ends" may end one: others are initials.
    """
    found: list[Tokens] = []
    begin = behind = lo
    for i in _possible_ends(words, lo, hi):
        if i < behind:
            continue
        begin = _cut_long(found, begin, i)
        behind = _past_closers(words, i + 1, hi, opening)
        is_last = behind >= hi
        ended = is_last or _is_boundary(words, i, words[behind], abbreviations)
        if ended or behind - begin > _MAX_TOKENS:
            found.append(Tokens(begin, behind))
            begin = behind
    begin = _cut_long(found, begin, hi)
    if begin < hi:
        found.append(Tokens(begin, hi))
    return found


def _possible_ends(words: Sequence[str], lo: int, hi: int) -> list[int]:
    """The tokens with a full stop or another sign that may end a sentence."""
    numbered = enumerate(words[lo:hi], lo)
    return [
        i
        for i, word in numbered
        if word[-1] in _LAST_SIGNS and (word[-1] == "." or word in _ENDERS)
    ]


def _cut_long(found: list[Tokens], begin: int, end: int) -> int:
    """Cut off what makes a sentence too long that begins at one token and goes on to another.

    :return: where the rest of it begins.
    """
    while end - begin > _MAX_TOKENS:
        cut = begin + _MAX_TOKENS + 1
        found.append(Tokens(begin, cut))
        begin = cut
    return begin


def _past_closers(words: Sequence[str], i: int, hi: int, opening: Container[int]) -> int:
    """Behind the further stops and the closing marks at ``i``."""
    while i < hi:
        word = words[i]
        is_closer = word in _CLOSERS and i not in opening
        if word not in _ENDERS and not is_closer:
            break
        i += 1
    return i


def _is_boundary(
    words: Sequence[str], i: int, following: str, abbreviations: Mapping[str, str]
) -> bool:
    """Whether one sentence can end with the token ``i`` and another begin with what follows."""
    if following[0].islower() or following in _INNER_SIGNS:
        return False
    word = words[i]
    if word == "." and i > 0:
        before = words[i - 1].casefold()
        kind = abbreviations.get(before)
        if kind == "number":
            return not following[0].isdigit()
        return kind is None
    if word in _ENDERS:
        return True
    if len(word) == _INITIALS_CHARS:
        initials = word[:-1].casefold()
        return abbreviations.get(initials) == "ends"
    return len(word) > _INITIALS_CHARS
