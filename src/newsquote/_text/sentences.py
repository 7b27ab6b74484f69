"""Tokens as sentences.

In: the words of one paragraph. Out: where its sentences begin and end, as token indexes. Why: attributions live inside sentences; a full
stop after an abbreviation or an initial ends none, and closing marks and brackets belong to the sentence that they close.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

__all__ = ["split"]

_LONGEST = 300
"""No sentence of news has as many tokens; one that has is cut, so that whoever looks through a sentence does bounded work."""

_INITIALS = len("G.K.")
"""Shorter dotted words are initials; as long a one may be "U.S." as well."""
_ENDERS = frozenset((".", "!", "?", "…", "...", "....", "。"))
_CLOSERS = frozenset("\"”’'»)]}›」』")


def split(
    words: Sequence[str],
    lo: int,
    hi: int,
    opening: Container[int],
    abbreviations: Mapping[str, str],
) -> list[tuple[int, int]]:
    """The sentences of the tokens ``lo`` to ``hi``.

    :param words: the tokens' texts.
    :param opening: the indexes of the tokens that are opening marks; these belong to the sentence behind them.
    :param abbreviations: words (casefolded, without their stop) after which a full stop ends no sentence; those of the kind "number" only
        before a number. Of two dotted letters only those of the kind "ends" may end one: others are initials.
    """
    found: list[tuple[int, int]] = []
    begin = behind = lo
    for i in [i for i, word in enumerate(words[lo:hi], lo) if word in _ENDERS or word[-1] == "."]:
        if i < behind:
            continue
        begin = _cut(found, begin, i)
        behind = _past_closers(words, i + 1, hi, opening)
        ended = behind >= hi or (
            _may_end(words, i, words[behind], abbreviations) and _may_begin(words[behind])
        )
        if ended or behind - begin > _LONGEST:
            found.append((begin, behind))
            begin = behind
    begin = _cut(found, begin, hi)
    if begin < hi:
        found.append((begin, hi))
    return found


def _cut(found: list[tuple[int, int]], begin: int, end: int) -> int:
    """Cut off what makes a sentence too long that begins at one token and goes on to another; where the rest begins."""
    while end - begin > _LONGEST:
        found.append((begin, begin + _LONGEST + 1))
        begin += _LONGEST + 1
    return begin


def _past_closers(words: Sequence[str], i: int, hi: int, opening: Container[int]) -> int:
    """Behind the further stops and the closing marks at ``i``."""
    while i < hi and (words[i] in _ENDERS or (words[i] in _CLOSERS and i not in opening)):
        i += 1
    return i


def _may_end(
    words: Sequence[str], i: int, following: str, abbreviations: Mapping[str, str]
) -> bool:
    word = words[i]
    if len(word) > 1 and word[-1] == "." and word not in _ENDERS:
        return len(word) > _INITIALS or (
            len(word) == _INITIALS and abbreviations.get(word[:-1].casefold()) == "ends"
        )
    kind = abbreviations.get(words[i - 1].casefold()) if word == "." and i else None
    return kind is None or (kind == "number" and not following[0].isdigit())


def _may_begin(word: str) -> bool:
    return not word[0].islower() and word not in {",", ";", ":", "-", "–", "—", "--"}
