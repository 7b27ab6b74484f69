"""Headlines that name their source behind a dash: "Bank to close branches - sources".

In: the headline. Out: the attribution of what stands before the dash. Why: a headline has no room
for a verb; a dash, and a last word that can speak, do instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.attribution import Attribution, CueMention
from newsquote._quotes.conventions.dashes import last_dash
from newsquote._quotes.places import marks_in
from newsquote._quotes.rules import Convention, Rule
from newsquote.kinds import CueCategory, Polarity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._text.doc import Doc

__all__ = ["find_headline_tag"]

_MAX_TAG_TOKENS = 6
"""The dash with what stands behind it: "- city hall sources"."""


def find_headline_tag(doc: Doc, headline: int | None, mark_at: Sequence[int]) -> list[Attribution]:
    """The attribution of a headline, in a list that is empty where its last words name nobody.

    :param headline: which of the paragraphs is the headline.
    """
    if headline is None:
        return []
    i, j = doc.paragraph_tokens[headline]
    # A dash at the headline's beginning has nothing before it.
    start = max(i, j - _MAX_TAG_TOKENS) + 1
    dash = last_dash(doc, start, j, mark_at)
    if dash is None or dash + 1 >= j or not _can_speak(doc, doc.lowers[j - 1]):
        return []
    return [
        Attribution(
            pieces=(doc.chars_of(i, dash),),
            marks=marks_in(mark_at, [(i, dash)]),
            cue=CueMention(
                range=doc.chars_of(dash, dash + 1),
                lemma=doc.words[dash],
                category=CueCategory.PUNCTUATION,
                polarity=Polarity.POSITIVE,
            ),
            source=doc.chars_of(dash + 1, j),
            paragraph=headline,
            sentence=doc.sentence_of(i),
            rule=Rule.HEADLINE_DASH,
            evidence=(
                Convention.DASH_IN_HEADLINE,
                Rule.HEADLINE_DASH,
            ),
        )
    ]


def _can_speak(doc: Doc, word: str) -> bool:
    pack = doc.pack
    return any(word in pack.words(name) for name in ("group_words", "document_words", "roles"))
