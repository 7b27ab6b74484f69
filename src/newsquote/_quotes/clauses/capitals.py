"""A word with a capital letter inside a sentence -> whether it is part of a name.

In: a token. Out: whether it is a name's and no verb: the "States" of "the United States". Why: many
forms of verbs of saying are nouns, and nouns stand in names. A capital shows it, but not where all
words have one, as in many headlines, nor where a sentence or a label begins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsquote._text.doc import Doc

__all__ = ["is_name_part"]

_MIN_LOWER_LETTERS = 5
"""In headlines with capitals words shorter than this may be small."""


def is_name_part(doc: Doc, k: int) -> bool:
    """Whether a token with a capital, behind another word with one, belongs to a name.

    So it does in a sentence in which a longer word has none.
    """
    word = doc.words[k]
    if not word[0].isupper() or word.isupper():
        return False
    first, last = doc.sentence_around(k)
    if k <= first or not doc.words[k - 1][0].isupper():
        return False
    return any(word.islower() and len(word) >= _MIN_LOWER_LETTERS for word in doc.words[first:last])
