"""A paragraph in capitals -> the runs in it that may be names.

In: a paragraph that is printed in capitals throughout. Out: the stretches between the words that
are known for something else. Why: where every letter is a capital, a capital tells nothing, and
known words have to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote._names import lexicon
from newsquote._text.ranges import Tokens
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["is_in_capitals", "runs_in_capitals"]

_SAMPLE = 60
"""Tokens at the start of a paragraph that are looked at."""
_MIN_WORDS = 4
"""A paragraph of so few words may be a name in itself and tells nothing."""
_SHARE = 0.8
"""The share of words in capitals from which a paragraph counts as printed so."""
_MAX_RUN_TOKENS = 8
_SHORT_VERB = 4
"""Letters: a word with a verb's ending that is no longer may be anything, such as "RED"."""


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _CapitalWords:
    known_otherwise: frozenset[str]
    """Function words, verbs, nouns and prepositions that are neither given names nor titles."""
    given_or_title: frozenset[str]
    abbreviations: frozenset[str]
    org_words: frozenset[str]


@kept_by_pack
def _capital_words(pack: LanguagePack) -> _CapitalWords:
    made = lexicon.for_pack(pack)
    given_or_title = pack.words("given_names") | pack.words("titles")
    common = made.going_on | made.verbs | made.nouns | pack.words("prepositions")
    return _CapitalWords(
        known_otherwise=common - given_or_title,
        given_or_title=given_or_title,
        abbreviations=pack.words("abbreviations"),
        org_words=pack.words("org_words"),
    )


def is_in_capitals(
    doc: Doc,
    lo: int,
    hi: int,
) -> bool:
    """Whether a paragraph is in capitals throughout, so that a capital does not make a name."""
    sample = doc.words[lo : min(hi, lo + _SAMPLE)]
    if sum(map(str.isupper, sample)) <= _SHARE * _MIN_WORDS:
        return False
    words = [word for word in sample if len(word) > 1 and word[0].isalpha()]
    in_capitals = sum(map(str.isupper, words))
    return len(words) > _MIN_WORDS and in_capitals > _SHARE * len(words)


def runs_in_capitals(
    doc: Doc,
    lo: int,
    hi: int,
) -> list[Tokens]:
    """The runs in a paragraph of capitals."""
    words = _capital_words(doc.pack)
    found: list[Tokens] = []
    for k in range(lo, hi):
        goes_on = bool(found) and found[-1].j == k
        stop = goes_on and doc.words[k] == "." and doc.lowers[k - 1] in words.abbreviations
        last = goes_on and doc.lowers[k] in words.org_words
        if not stop and not last and _is_known_otherwise(doc, k, words):
            continue
        if goes_on and k - found[-1].i < _MAX_RUN_TOKENS:
            found[-1] = Tokens(found[-1].i, k + 1)
        elif not stop:
            found.append(Tokens(k, k + 1))
    return found


def _is_known_otherwise(
    doc: Doc,
    k: int,
    words: _CapitalWords,
) -> bool:
    """Whether a token is no word, a known common word, or has the ending of a verb."""
    lower = doc.lowers[k]
    if not doc.words[k][0].isalpha() or lower in words.known_otherwise:
        return True
    verbal = len(lower) > _SHORT_VERB and lower.endswith(("ed", "ing"))
    return verbal and lower not in words.given_or_title
