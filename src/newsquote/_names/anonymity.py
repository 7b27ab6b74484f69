"""A source without a name -> how many, and why without a name.

In: the phrase of a common noun in its sentence. Out: the count, whether it hides who speaks, and the words that give the reason. Why: readers
judge an anonymous source by what the text says of it: "two people familiar with the matter, who spoke on the condition of anonymity because
they were not authorised to speak".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsquote._text.signs import STOPS

if TYPE_CHECKING:
    from newsquote._names.mentions import Phrase
    from newsquote._text.doc import Doc

__all__ = ["Anonymous", "read"]

_LONGEST = 40
_LONGEST_NUMBER = 7
_NEAR = 5
"""How many tokens behind its noun a source may be said to know of something."""


class Anonymous(NamedTuple):
    """What a phrase and its sentence say of a source without a name. The reason is a range of tokens."""

    number: int | None
    hidden: bool
    reason: tuple[int, int] | None


def read(doc: Doc, phrase: Phrase) -> Anonymous:
    """What is said of a source without a name."""
    last = doc.sentences[doc.sentence_of(phrase.i)][1]
    end = min(last, phrase.i + 3 * _LONGEST)
    place = _hiding(doc, phrase.i, end)
    told, last = doc.pack.closed("insider_words"), min(phrase.head + _NEAR, end - 1)
    inside = not told.isdisjoint(doc.lowers[phrase.head + 1 : last]) and any(
        doc.lowers[k] in told and doc.lowers[k + 1] in {"about", "of", "on", "to", "with"}
        for k in range(phrase.head + 1, last)
    )
    return Anonymous(
        _count(doc, phrase),
        place is not None or inside,
        None if place is None else _reason(doc, place, end),
    )


def _count(doc: Doc, phrase: Phrase) -> int | None:
    """How many a phrase says that there are."""
    numbers = doc.pack.table("number_words")
    for k in range(phrase.i, phrase.head):
        word, following = doc.lowers[k], doc.lowers[k + 1]
        if word.isdecimal() and len(word) < _LONGEST_NUMBER and word.isascii():
            return None if following == "percent" else int(word)
        if word in numbers:
            return int(numbers[word]) * (int(numbers[following]) if following == "dozen" else 1)
    return None


def _hiding(doc: Doc, i: int, end: int) -> int | None:
    """Where a sentence says that somebody is not named."""
    words, unnaming = doc.pack.closed("anonymity_words"), doc.pack.closed("naming_words")
    told = doc.lowers[i:end]
    if words.isdisjoint(told) and unnaming.isdisjoint(told):
        return None
    for k in range(i, end):
        if doc.lowers[k] in words:
            return k
        if (
            doc.lowers[k] in unnaming
            and doc.lowers[k - 1] == "be"
            and k > i
            and {"not", "declined", "refused"} & set(doc.lowers[max(i, k - 4) : k])
        ):
            return k
    return None


def _reason(doc: Doc, k: int, end: int) -> tuple[int, int] | None:
    """The words behind "because" and the like, up to the end of the clause."""
    begin = next(
        (
            n
            for n in range(k + 1, min(end, k + _LONGEST))
            if doc.lowers[n] in doc.pack.closed("reason_words")
        ),
        None,
    )
    if begin is None or any(doc.words[n] in STOPS for n in range(k, begin)):
        return None
    stop = next(
        (
            n
            for n in range(begin, min(end, begin + _LONGEST))
            if doc.words[n] in STOPS or doc.words[n] in {",", "”", '"', ")"}
        ),
        end,
    )
    return (begin, stop) if stop > begin + 1 else None
