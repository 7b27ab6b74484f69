"""A line beside a byline -> whether it says more of the author.

In: a line right above or below names. Out: whether it says what the author is, or for whom they
work. Why: a role and a house stand on lines of their own as often as behind a comma; a rubric there
is none of the author's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._page.bylines import houses
from newsquote._page.bylines.forms import is_house_line
from newsquote._page.bylines.likeness import Likeness, likeness_of
from newsquote._page.bylines.words import find_role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._page.line import Stretch
    from newsquote.lang import LanguagePack

__all__ = ["is_author_role", "is_role_alone"]

_MAX_CHARS = 75
"""Characters of a line that says what an author is."""
_STOPS = (".", "?", "!", ":")
"""With one of these no such line ends."""
_MAX_BODY_WORDS = 8
"""Words of a house's name."""
_WORKS_FOR = (("special", "to"), ("for", "the"), ("exclusively", "for"))


def is_author_role(line: Stretch, pack: LanguagePack) -> bool:
    """Whether a line below a byline says what its author is, or for whom they work.

    "Political editor, BBC Orla", "The Norvale Courier", "Special to the Courier".
    """
    if len(line.text) > _MAX_CHARS or line.text.endswith(_STOPS):
        return False
    before_comma = line.text.split(",", maxsplit=1)[0].split()
    if find_role(before_comma, pack) == 0 or is_house_line(line, pack):
        return True
    return _is_body_of_author(line, pack)


def is_role_alone(line: Stretch, pack: LanguagePack) -> bool:
    """Whether a line above a name is the role of who follows: "Senior Reporter"."""
    words = line.text.split()
    if len(line.text) > _MAX_CHARS or not words or words[-1].endswith(_STOPS):
        return False
    return find_role(words, pack) == 0


def _is_body_of_author(line: Stretch, pack: LanguagePack) -> bool:
    """Whether a line is a house that no list has, perhaps with a role behind it."""
    words = line.text.split()
    folded = tuple(word.casefold() for word in words[:2])
    if folded in _WORKS_FOR:
        return any(word[0].isupper() for word in words[2:])
    if len(words) > _MAX_BODY_WORDS or not words[0][0].isupper():
        return False
    if houses.is_organisation(words, pack) and _has_own_name(words, pack):
        return True
    role = find_role(words, pack)
    if role is not None:
        return houses.is_made_of_outlet_words(words[:role], pack)
    if len(words) == 1 or likeness_of(tuple(words), pack) >= Likeness.LIKELY:
        return False
    return houses.is_outlet(line, pack, behind_author=True) and _has_own_name(words, pack)


def _has_own_name(words: Sequence[str], pack: LanguagePack) -> bool:
    """Whether a word is no common one: "Norvale News", and not "Local News"."""
    known = pack.words("common_words") | pack.words("outlet_words")
    known = known | pack.words("byline_role_modifiers") | pack.words("org_words")
    return any(word[0].isupper() and word.casefold().strip(",") not in known for word in words)
