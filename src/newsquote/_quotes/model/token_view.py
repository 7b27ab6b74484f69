"""A document as the trained model sees it.

In: a document, its names, the lexicon. Out: for every token its type, its sentence and the marks
around it. Why: training and reading must see the very same thing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote.kinds import SpeakerKind

if TYPE_CHECKING:
    from newsquote._names.spotting import Name, Names
    from newsquote._quotes.model.word_types import Lexicon, WordType
    from newsquote._text.doc import Doc

__all__ = ["TokenView", "view_tokens"]


@attrs.define(eq=False, repr=False, slots=True)
class TokenView:
    """The parallel lists of a document's tokens."""

    doc: Doc
    types: list[WordType]
    sentence: list[int]
    """Sentence number of each token."""
    inside: list[int]
    """0 outside quotation marks, 1 inside."""
    mark_at: list[int]
    """Index of the outermost marked text around the token, -1 outside."""
    alnum: list[bool]
    """Whether each token is a word or a number."""


def view_tokens(doc: Doc, lexicon: Lexicon, names: Names) -> TokenView:
    """Look at a document's tokens."""
    count = len(doc.words)
    inside = [0] * count
    mark_at = [-1] * count
    initial = [False] * (count + 2)
    for number, marked in enumerate(doc.marked):
        i, j = doc.tokens_in(marked.start, marked.end)
        if marked.nickname or i >= j:
            continue
        initial[i + 1] = True
        if not marked.depth:
            inside[i:j] = [1] * (j - i)
            mark_at[i:j] = [number] * (j - i)
    for i, _ in doc.sentences:
        opens_with_sign = i < count and not doc.words[i][0].isalnum()
        initial[i + opens_with_sign] = initial[i] = True
    keys = zip(doc.words, initial[:count], _name_letters(doc, names), strict=True)
    types: list[WordType] = list(map(lexicon.seen.__getitem__, keys))
    alnum = [kind.alnum for kind in types]
    return TokenView(doc, types, doc.token_sentences, inside, mark_at, alnum)


def _name_letters(doc: Doc, names: Names) -> list[str]:
    """For each token the letter of the kind of name that it is in, nothing outside names."""
    letters = [""] * len(doc.words)
    persons = {doc.words[name.j - 1] for name in names.all if name.kind is SpeakerKind.PERSON}
    for name in names.all:
        letter = _name_letter(name, is_person=doc.words[name.j - 1] in persons)
        letters[name.i : name.j] = [letter] * (name.j - name.i)
    return letters


def _name_letter(name: Name, *, is_person: bool) -> str:
    """P a person, o an organization, l a place, n one of which typography says nothing.

    :param is_person: whether a person of the text has the same last word.
    """
    if name.place:
        return "l"
    if name.kind is None:
        return "p" if is_person else "n"
    return "p" if name.kind is SpeakerKind.PERSON else "o"
