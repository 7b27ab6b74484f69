"""Letters to the editor: the words above a name.

In: a page with a heading that says so. Out: attributions, one a letter. Why: a page of letters
names each writer once, below, and no cue and no mark stands beside the words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.attribution import Attribution
from newsquote._quotes.conventions.interviews import has_words, paragraphs_as_pieces
from newsquote._quotes.rules import Convention, Rule
from newsquote._text.signs import DASHES, STOPS
from newsquote.kinds import Mode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._names.spotting import Names
    from newsquote._text.doc import Doc
    from newsquote._text.ranges import Chars

__all__ = ["find_letters", "letters_from"]

_HEADING_PARAGRAPHS = 2
"""Among which the heading of the letters stands: the page's own may come first."""
_MAX_LETTER_PARAGRAPHS = 12
_MAX_SIGNATURE_TOKENS = 9
"""A name, and a town or what the writer does."""
_MIN_NAME_TOKENS = 2
"""A given name and a surname."""
_MAX_FORMULA_WORDS = 5
"""Of a salutation or farewell: "I remain, Sir, yours sincerely"."""


def find_letters(doc: Doc, names: Names, mark_at: Sequence[int]) -> list[Attribution]:
    """The letters below a heading that says so, each with the name below it.

    :param mark_at: for each token the marked text around it, or -1.
    """
    start = letters_from(doc)
    if start is None:
        return []
    found = []
    end = len(doc.paragraphs)
    for number in range(start, end):
        writer = _signature(doc, names, number) if number >= start else None
        if writer is None:
            continue
        body = _body(doc, start, number)
        if body is not None:
            found.append(_letter(doc, body, writer, mark_at))
        start = number + 1
        if start < end and _is_place(doc, names, start):
            start += 1
    return found


def letters_from(doc: Doc) -> int | None:
    """The number of the first paragraph below a heading of letters, None where there is none."""
    near = min(_HEADING_PARAGRAPHS, len(doc.paragraphs))
    for number in range(near):
        if _is_heading(doc, number):
            return number + 1
    return None


def _is_heading(doc: Doc, number: int) -> bool:
    """Whether a paragraph is the heading of letters: "Letters to the editor"."""
    lowers = doc.lowers[slice(*doc.paragraph_tokens[number])]
    letters = doc.pack.closed("letter_words")
    words = {word for word in lowers if word[0].isalpha()}
    others = words - letters
    return others < words and others <= doc.pack.closed("letter_heading_words")


def _body(doc: Doc, start: int, signed: int) -> range | None:
    """The paragraphs of a letter without salutation and farewell, if there are words in them.

    :param signed: the number of the paragraph with the signature.
    """
    first, last = start, signed
    if _is_formula(doc, first):
        first += 1
    if _is_formula(doc, last - 1):
        last -= 1
    body = range(first, last)
    if len(body) > _MAX_LETTER_PARAGRAPHS:
        return None
    for number in body:
        if has_words(doc, number):
            return body
    return None


def _is_formula(doc: Doc, number: int) -> bool:
    """Whether a paragraph is only a salutation or farewell: "Dear Editor,", "Yours faithfully,"."""
    lowers = doc.lowers[slice(*doc.paragraph_tokens[number])]
    words = [word for word in lowers if word[0].isalpha()]
    if len(words) > _MAX_FORMULA_WORDS:
        return False
    formulas = doc.pack.closed("letter_formula_words")
    return not formulas.isdisjoint(words)


def _signature(doc: Doc, names: Names, number: int) -> Chars | None:
    """The name with which a short line begins that is no sentence."""
    words = doc.words
    i, j = doc.paragraph_tokens[number]
    if i < j and words[i] in DASHES:
        i += 1
    length = j - i
    if not 0 < length <= _MAX_SIGNATURE_TOKENS or words[j - 1] in STOPS:
        return None
    name = names.at(i)
    if name is None or name.i != i:
        return None
    if name.j - name.bare < _MIN_NAME_TOKENS:
        return None
    if name.j < j and words[name.j] != ",":
        return None
    return doc.chars_of(i, name.j)


def _is_place(doc: Doc, names: Names, number: int) -> bool:
    """Whether a line is only a name: the writer's town."""
    i, j = doc.paragraph_tokens[number]
    if i == j:
        return False
    name = names.at(i)
    return name is not None and (name.i, name.j) == (i, j)


def _letter(doc: Doc, body: range, writer: Chars, mark_at: Sequence[int]) -> Attribution:
    content = paragraphs_as_pieces(doc, body, mark_at)
    return Attribution(
        pieces=content.pieces,
        marks=content.marks,
        source=writer,
        paragraph=content.paragraph,
        sentence=content.sentence,
        mode=Mode.WRITING,
        rule=Rule.ANSWER,
        evidence=(Convention.NAME_BELOW_LETTER, Rule.ANSWER),
    )
