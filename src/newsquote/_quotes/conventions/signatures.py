"""Quotations and posts signed with a dash and a name: “...” — Ann Lee.

In: a ``Doc`` and its names. Out: attributions of what is signed, on the same line or on the line
before. Why: a signature has no verb. It signs the quotation before it; words without marks only if
a handle says that they are a post, or if they speak as "I".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsquote._quotes.attribution import NO_CIRCUMSTANCES, Attribution, Circumstances, CueMention
from newsquote._quotes.conventions.dashes import last_dash
from newsquote._quotes.conventions.letters import letters_from
from newsquote._quotes.places import marks_in
from newsquote._quotes.rules import Convention, Rule
from newsquote._text.ranges import Chars
from newsquote._text.signs import STOPS
from newsquote.kinds import CueCategory, Mode, Polarity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._names.spotting import Names
    from newsquote._text.doc import Doc

__all__ = ["find_signed"]

_MAX_SIGNATURE_TOKENS = 12
"""From the dash to the line's end: a name, a handle and a date."""


class _Signature(NamedTuple):
    """A signature in tokens: the dash, the name behind it, and the end of it all."""

    paragraph: int
    dash: int
    name_i: int
    name_j: int
    end: int


def find_signed(doc: Doc, names: Names, mark_at: Sequence[int]) -> list[Attribution]:
    """The attributions of what is signed, in text order.

    :param mark_at: for each token the marked text around it, or -1.
    """
    found = []
    for number in range(len(doc.paragraphs)):
        signature = _signature(doc, names, number, mark_at)
        if signature is not None:
            posted = _has_handle(doc, signature)
            signed = _signed_content(doc, signature, mark_at, posted=posted)
            if signed is not None:
                found.append(_attribution(doc, signature, signed, mark_at, posted=posted))
    return found


def _signature(doc: Doc, names: Names, number: int, mark_at: Sequence[int]) -> _Signature | None:
    """The dash and the name at a paragraph's end, with nothing behind that ends a sentence."""
    i, j = doc.paragraph_tokens[number]
    start = max(i, j - _MAX_SIGNATURE_TOKENS + 1)
    dash = last_dash(doc, start, j, mark_at)
    if dash is None or dash + 1 == j:
        return None
    name = names.at(dash + 1)
    if name is None or name.i != dash + 1:
        return None
    end = j
    if doc.words[end - 1] == ".":
        end -= 1
    for k in range(name.j, end):
        if _goes_on(doc, k):
            return None
    return _Signature(number, dash, name.i, name.j, end)


def _goes_on(doc: Doc, k: int) -> bool:
    """Whether a token shows that a sentence stands behind the dash, and no signature."""
    if doc.words[k] in STOPS:
        return doc.lowers[k - 1] not in doc.pack.words("abbreviations")
    return doc.words[k] == ":"


def _has_handle(doc: Doc, signature: _Signature) -> bool:
    """Whether a handle stands behind the name: Ann Lee (@annlee)."""
    words = doc.words[signature.name_j : signature.end]
    return any(word[0] == "@" and len(word) > 1 for word in words)


def _signed_content(
    doc: Doc, signature: _Signature, mark_at: Sequence[int], *, posted: bool
) -> Chars | None:
    """What a signature signs: the words before it on its line, else the line above.

    :param posted: whether a handle signs.
    """
    number = signature.paragraph
    i, j = doc.paragraph_tokens[number][0], signature.dash
    stands_alone = i == j
    if stands_alone and number:
        i, j = doc.paragraph_tokens[number - 1]
    if i == j:
        return None
    last = j - 1
    if mark_at[last] >= 0:
        marked = doc.marked[mark_at[last]]
        return Chars(marked.start, marked.end)
    if doc.words[last] not in STOPS:
        return None
    if posted or (stands_alone and _speaks_for_itself(doc, i, j)):
        return doc.chars_of(i, j)
    return None


def _speaks_for_itself(doc: Doc, i: int, j: int) -> bool:
    """Whether words speak as "I", on a page that has no letters, which are read elsewhere."""
    if letters_from(doc) is not None:
        return False
    own_words = doc.pack.closed("own_words")
    return not own_words.isdisjoint(doc.lowers[i:j])


def _attribution(
    doc: Doc, signature: _Signature, signed: Chars, mark_at: Sequence[int], *, posted: bool
) -> Attribution:
    day = _day(doc, signature)
    return Attribution(
        pieces=(signed,),
        marks=marks_in(mark_at, [doc.tokens_in(*signed)]),
        cue=CueMention(
            range=doc.chars_of(signature.dash, signature.dash + 1),
            lemma=doc.words[signature.dash],
            category=CueCategory.PUNCTUATION,
            polarity=Polarity.POSITIVE,
        ),
        source=doc.chars_of(signature.name_i, signature.name_j),
        circumstances=NO_CIRCUMSTANCES if day is None else Circumstances(when=day),
        paragraph=doc.paragraph_of(signed.start),
        sentence=doc.sentence_of(doc.token_at(signed.end - 1)),
        mode=Mode.WRITING if posted else None,
        rule=Rule.SIGNED,
        evidence=(Convention.DASH_BEFORE_NAME, Rule.SIGNED),
    )


def _day(doc: Doc, signature: _Signature) -> Chars | None:
    """The date at the end of a signature, behind the handle: (@annlee) March 4, 2024."""
    start = end = signature.end
    for k in range(signature.name_j, end):
        if doc.words[k] == ")":
            start = k + 1
    months = doc.pack.words("months")
    if months.isdisjoint(doc.lowers[start:end]):
        return None
    return doc.chars_of(start, end)
