"""A source without a name -> how many, and why without a name.

In: the phrase of a common noun in its sentence. Out: the count, whether it hides who speaks, and
the words that give the reason. Why: readers judge an anonymous source by what the text says of it:
"two people familiar with the matter, who spoke on the condition of anonymity because they were not
authorised to speak".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsquote._text.ranges import Tokens
from newsquote._text.signs import STOPS

if TYPE_CHECKING:
    from newsquote._names.phrases.records import Phrase
    from newsquote._text.doc import Doc

__all__ = ["Anonymity", "anonymity_of"]

_MAX_REASON_TOKENS = 40
"""How long a reason is, and how far behind the hiding words it may begin."""
_SENTENCE_TOKENS = 3 * _MAX_REASON_TOKENS
"""How much of the sentence behind a source is looked at."""
_MAX_DIGITS = 6
"""Of a number that counts people."""
_KNOWING_TOKENS = 5
"""How far behind its noun a source may be said to know of something."""
_NOT_NAMED_TOKENS = 4
"""How far before "be named" a "not" may stand."""
_KNOWS_LINKS = frozenset(("about", "of", "on", "to", "with"))
_REFUSALS = frozenset(("not", "declined", "refused"))
_REASON_ENDS = STOPS | {",", "”", '"', ")"}


class Anonymity(NamedTuple):
    """What a phrase and its sentence say of a source without a name."""

    number: int | None
    hidden: bool
    reason: Tokens | None


def anonymity_of(doc: Doc, phrase: Phrase) -> Anonymity:
    """What is said of a source without a name."""
    last = doc.sentences[doc.sentence_of(phrase.i)][1]
    end = min(last, phrase.i + _SENTENCE_TOKENS)
    hiding = _hiding_word(doc, phrase.i, end)
    return Anonymity(
        number=_number(doc, phrase),
        hidden=hiding is not None or _is_insider(doc, phrase.head, end),
        reason=None if hiding is None else _reason(doc, hiding, end),
    )


def _is_insider(
    doc: Doc,
    head: int,
    end: int,
) -> bool:
    """Whether a source is said to know of something: "familiar with"."""
    words, lowers = doc.pack.closed("insider_words"), doc.lowers
    last = min(head + _KNOWING_TOKENS, end - 1)
    told = [k for k in range(head + 1, last) if lowers[k] in words]
    return any(lowers[k + 1] in _KNOWS_LINKS for k in told)


def _number(doc: Doc, phrase: Phrase) -> int | None:
    """How many a phrase says that there are."""
    numbers = doc.pack.table("number_words")
    for k in range(phrase.i, phrase.head):
        word, following = doc.lowers[k], doc.lowers[k + 1]
        if word.isdecimal() and word.isascii() and len(word) <= _MAX_DIGITS:
            return None if following == "percent" else int(word)
        if word in numbers:
            dozens = int(numbers[following]) if following == "dozen" else 1
            return int(numbers[word]) * dozens
    return None


def _hiding_word(
    doc: Doc,
    i: int,
    end: int,
) -> int | None:
    """Where a sentence says that somebody is not named."""
    hiding, naming = (
        doc.pack.closed("anonymity_words"),
        doc.pack.closed("naming_words"),
    )
    lowers = doc.lowers[i:end]
    if hiding.isdisjoint(lowers) and naming.isdisjoint(lowers):
        return None
    for n, word in enumerate(lowers):
        if word in hiding:
            return i + n
        if word not in naming:
            continue
        before = lowers[max(0, n - _NOT_NAMED_TOKENS) : n]
        if before[-1:] == ["be"] and not _REFUSALS.isdisjoint(before):
            return i + n
    return None


def _reason(
    doc: Doc,
    k: int,
    end: int,
) -> Tokens | None:
    """The words behind "because" and the like, up to the end of the clause."""
    opening = doc.pack.closed("reason_words")
    behind = range(k + 1, min(end, k + _MAX_REASON_TOKENS))
    begin = next((n for n in behind if doc.lowers[n] in opening), None)
    if begin is None or not STOPS.isdisjoint(doc.words[k:begin]):
        return None
    inside = range(begin, min(end, begin + _MAX_REASON_TOKENS))
    stop = next((n for n in inside if doc.words[n] in _REASON_ENDS), end)
    return Tokens(begin, stop) if stop > begin + 1 else None
