"""A phrase about a common noun -> whether it points at somebody, and in which direction.

In: a phrase in its place. Out: the way in which it points, and whether it may point ahead. Why:
"the mayor" takes up a mayor of before, "a mayor" does not, and a headline leaves the article out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsquote._names.antecedents.discourse import Discourse
    from newsquote._names.phrases.records import Phrase

__all__ = ["DEFINITE", "INDEFINITE", "in_headline", "is_definite", "may_point_ahead", "way_of"]

_INDEFINITE_ARTICLES = frozenset(("a", "an"))
_LEAD = 3
"""The last paragraph that may describe somebody before naming them."""
DEFINITE, OWNED, BARE, INDEFINITE = "definite", "owned", "bare", "indefinite"
"""The ways of pointing: "the mayor", "her mayor", "mayor" in a headline, "a mayor" in a lead."""


def way_of(discourse: Discourse, phrase: Phrase) -> str | None:
    """The way in which a phrase points at somebody with a name; None where it does not."""
    opening = discourse.doc.lowers[phrase.i]
    if opening == "another":
        return None
    if opening in _INDEFINITE_ARTICLES:
        return INDEFINITE if may_point_ahead(discourse, phrase) else None
    if phrase.owner is not None:
        return OWNED
    if is_definite(discourse, phrase):
        return DEFINITE
    return BARE if in_headline(discourse, phrase) else None


def is_definite(discourse: Discourse, phrase: Phrase) -> bool:
    """Whether a phrase points at somebody known: "the", "this", "her", "Vance's"."""
    doc = discourse.doc
    return phrase.owner is not None or doc.lowers[phrase.i] in doc.pack.closed("referring_words")


def in_headline(discourse: Discourse, phrase: Phrase) -> bool:
    """Whether a phrase stands where articles are left out."""
    number = discourse.paragraph_of(phrase.i)
    if number in discourse.register.titled:
        return True
    doc = discourse.doc
    opens = number <= 1 < len(doc.paragraphs)
    return opens and doc.lowers[phrase.i] not in doc.pack.words("determiners")


def may_point_ahead(discourse: Discourse, phrase: Phrase) -> bool:
    """Whether a phrase may describe somebody who is named later: in a headline or the lead."""
    return discourse.paragraph_of(phrase.i) <= _LEAD or in_headline(discourse, phrase)
