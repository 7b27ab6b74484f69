"""A line -> whether it sells.

In: a line of the page. Out: whether it offers the reader something of the house's, or says what to do on its site. Why: such lines are
sentences and stand between paragraphs; no list of their openings is ever long enough. They are told by the words of offers together with the
voice: the house says "we" to "you", or urges; a story does neither outside quotation marks.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsquote._page.blocks import Block
    from newsquote._page.phrases import Head
    from newsquote.lang import LanguagePack

__all__ = ["hints", "sells"]

_LONGEST = 45
_FRAGMENT = 14
"""A line of so few words may name what is offered and nothing else."""
_SIGNS = ".,;:!?()[]/|*“”\"'…"


@lru_cache(maxsize=32)
def _classes(pack: LanguagePack) -> dict[str, frozenset[str]]:
    table = pack.table("promotion_words")
    return {
        kind: frozenset(word for word, kinds in table.items() if kind in kinds.split())
        for kind in ("offer", "urge", "house", "reader", "told")
    }


def _words(text: str, block: Block) -> list[str]:
    words = [word.strip(_SIGNS) for word in text[block.body : block.end].casefold().split()]
    return [word.replace("’", "'") for word in words] if "’" in text else words


def hints(text: str, block: Block, pack: LanguagePack) -> int:
    """How many different words of offers a line has."""
    return (
        len(_classes(pack)["offer"].intersection(_words(text, block)))
        if block.words <= _LONGEST
        else 0
    )


def _quotes(line: str) -> bool:
    return not set('“”„«"').isdisjoint(line) or "''" in line or line[0] in "‘'"


def sells(text: str, block: Block, line: Head, pack: LanguagePack) -> bool:
    """Whether a line sells by its own words."""
    if block.words > _LONGEST or _quotes(text[block.start : block.end]):
        return False
    classes, words = _classes(pack), _words(text, block)
    offers = len(classes["offer"].intersection(words))
    if not offers or not classes["told"].isdisjoint(words):
        return False
    urges = line.first in classes["urge"] or line.words[:2] in {
        ("do", "you"),
        ("if", "you"),
        ("want", "to"),
    }
    house, reader = not classes["house"].isdisjoint(words), not classes["reader"].isdisjoint(words)
    if urges:
        return offers >= 2 or house or reader  # noqa: PLR2004
    if house or reader:
        return offers >= 2 + (not (house and reader)) and (house or block.words <= _FRAGMENT)
    return offers >= 3 and block.words <= _FRAGMENT and not block.stop  # noqa: PLR2004
