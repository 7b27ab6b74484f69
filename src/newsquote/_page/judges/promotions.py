"""A line -> whether it sells.

In: a line of the page. Out: whether it offers the reader something of the house's, or says what to
do on its site. Why: such lines are sentences and stand between paragraphs; no list of their
openings is ever long enough. They are told by the words of offers together with the voice: the
house says "we" to "you", or urges; a story does neither outside quotation marks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsquote._page.related_lists.headings import is_related_heading
from newsquote._page.verdicts import Judge, Sign, Verdict
from newsquote.kinds import BlockRole
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from newsquote._page.line import Line
    from newsquote.lang import LanguagePack

__all__ = ["judge_beside_offer", "judge_offer"]

_MAX_OFFER_WORDS = 45
_MAX_FRAGMENT_WORDS = 14
"""Words of a line that may name what is offered and nothing else."""
_OFFERS_WITH_URGE = 2
"""Different words of offers in a line that urges, where it names neither house nor reader."""
_OFFERS_WITH_VOICE = 2
"""The same in a line that names both house and reader; one more where it names only one of them."""
_OFFERS_IN_FRAGMENT = 3
"""The same in a fragment without any voice."""
_EDGE_SIGNS = ".,;:!?()[]/|*“”\"'…"
_MARKS = frozenset('“”„«"')
_URGING_PAIRS = frozenset({("do", "you"), ("if", "you"), ("want", "to")})

_URGES = Verdict(BlockRole.PROMOTION, Judge.OFFER, Sign.URGED_OFFER)
_VOICED = Verdict(BlockRole.PROMOTION, Judge.OFFER, Sign.OFFER_IN_HOUSE_VOICE)
_NAMED = Verdict(BlockRole.PROMOTION, Judge.OFFER, Sign.OFFER_NAMED)
_BESIDE_OFFER = Verdict(BlockRole.PROMOTION, Judge.BESIDE_OFFER, Sign.OFFER_BESIDE)


class _OfferClasses(NamedTuple):
    """The words of offers by what they do."""

    offer: frozenset[str]
    urge: frozenset[str]
    house: frozenset[str]
    reader: frozenset[str]
    told: frozenset[str]
    """Words of stories, which no offer has."""


@kept_by_pack
def _offer_classes(pack: LanguagePack) -> _OfferClasses:
    classes = {name: set[str]() for name in _OfferClasses._fields}
    for word, names in pack.table("promotion_words").items():
        for name in names.split():
            if name in classes:
                classes[name].add(word)
    return _OfferClasses(**{name: frozenset(words) for name, words in classes.items()})


def _bare_words(line: Line) -> list[str]:
    words = [word.strip(_EDGE_SIGNS) for word in line.entry.casefold().split()]
    return [word.replace("’", "'") for word in words] if "’" in line.text else words


def _has_marks(text: str) -> bool:
    return not _MARKS.isdisjoint(text) or "''" in text or text[0] in "‘'"


def judge_offer(line: Line, pack: LanguagePack) -> Verdict | None:
    """Whether a line sells by its own words."""
    if line.word_count > _MAX_OFFER_WORDS:
        return None
    if _has_marks(line.text):
        return None
    classes, words = _offer_classes(pack), _bare_words(line)
    offers = len(classes.offer.intersection(words))
    if not offers:
        return None
    if not classes.told.isdisjoint(words):
        return None
    house = not classes.house.isdisjoint(words)
    reader = not classes.reader.isdisjoint(words)
    if _urges(line, classes):
        return _URGES if offers >= _OFFERS_WITH_URGE or house or reader else None
    short = line.word_count <= _MAX_FRAGMENT_WORDS
    if house or reader:
        needed = _OFFERS_WITH_VOICE + (not (house and reader))
        return _VOICED if offers >= needed and (house or short) else None
    names_offer = offers >= _OFFERS_IN_FRAGMENT and short and not line.ends_sentence
    return _NAMED if names_offer else None


def _urges(line: Line, classes: _OfferClasses) -> bool:
    first_words = line.first_words
    return first_words.first in classes.urge or first_words.words[:2] in _URGING_PAIRS


def judge_beside_offer(line: Line, neighbour: Line, pack: LanguagePack) -> Verdict | None:
    """Whether a line beside an offer is more of it: it speaks of one, too."""
    if neighbour.role is not BlockRole.PROMOTION:
        return None
    if line.role is not None:
        return None
    if line.word_count > _MAX_OFFER_WORDS:
        return None
    if is_related_heading(line, pack):
        return None
    if not {'"', "“", "”"}.isdisjoint(line.text):
        return None
    offers = len(_offer_classes(pack).offer.intersection(_bare_words(line)))
    needed = 1 + (line.word_count > _MAX_FRAGMENT_WORDS)
    return _BESIDE_OFFER.told_at(neighbour.chars) if offers >= needed else None
