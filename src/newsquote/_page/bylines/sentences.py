"""A sentence under a headline -> the journalist whom it names.

In: a stretch that is no list of names. Out: the byline that it has in it: "..., reports Ann Lee",
"Ann Lee meets ...". Why: some houses print no other byline; the journalist is told from those that
the story is about by the verbs of the trade.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsquote._page.bylines.pieces import LIST_WORDS
from newsquote._page.records import AuthorRecord
from newsquote._text.ranges import Chars
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from newsquote._page.line import Stretch
    from newsquote.lang import LanguagePack

__all__ = ["is_sentence", "read_named_journalist"]

_MAX_SMALL_WORDS = 2
"""Words in small letters that a list of names may have: in a place or a role."""
_FULL_NAME_WORDS = 2
_WORDS_BEFORE_NAME = frozenset({"here", "but", "and", "now", "as"})


class _Forms(NamedTuple):
    """Where a sentence names its journalist."""

    met: re.Pattern[str]
    """Behind "talks to"."""
    closing: re.Pattern[str]
    """At its end, behind a verb without an object."""
    opening: re.Pattern[str]
    """At its beginning."""
    inside: re.Pattern[str]
    """Anywhere before a verb of the trade."""


@kept_by_pack
def _forms(pack: LanguagePack) -> _Forms:
    name = (
        r"(?P<name>[A-Z][\w'’-]+(?:\s+(?:[A-Z]\.|de|De|van|Van|von|Mc|Mac))?"
        r"(?:\s+[A-Z][\w'’-]+){1,2})"
    )
    verbs = pack.table("byline_verbs")
    every = "|".join(map(re.escape, verbs))
    intransitive = "|".join(re.escape(verb) for verb, object_ in verbs.items() if not object_)
    place = r"(?:\s+from\s+(?P<place>[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)*))?"
    met = rf"\b(?:talks|speaks|spoke|talked)\s+to\s+{name}(?=\s+(?:about|on|as|in)\b|[.,]|$)"
    return _Forms(
        met=re.compile(met),
        closing=re.compile(rf"\b(?:{intransitive})\s+{name}\s*\.?$"),
        opening=re.compile(rf"\s*{name}(?:\s+(?:{every})\b{place}|(?=,?\s+[a-z]))"),
        inside=re.compile(rf".*\b{name}\s+(?:{every})\b{place}"),
    )


def is_sentence(line: Stretch, pack: LanguagePack) -> bool:
    """Whether a line is a sentence: it has words in small letters that no list of names has."""
    listed = (
        pack.words("name_particles")
        | pack.words("byline_particles")
        | pack.words("byline_roles")
        | pack.words("byline_role_modifiers")
        | LIST_WORDS
    )
    small = [word for word in line.text.split() if word[0].islower() and word.isalpha()]
    return sum(1 for word in small if word not in listed) > _MAX_SMALL_WORDS


def read_named_journalist(line: Stretch, pack: LanguagePack) -> AuthorRecord | None:
    """The journalist whom a sentence under a headline names."""
    forms = _forms(pack)
    match = line.search(forms.met) or line.search(forms.closing)
    if match is None and is_sentence(line, pack):
        match = line.match(forms.inside)
    match = match or line.match(forms.opening)
    if match is None:
        return None
    begin, stop = match.span("name")
    begin += _length_before_name(match["name"], pack)
    place = match.groupdict().get("place")
    return AuthorRecord(
        name=Chars(begin, stop), location=Chars(*match.span("place")) if place else None
    )


def _length_before_name(name: str, pack: LanguagePack) -> int:
    """How many characters of a run of capital words stand before the name in it."""
    texts = name.split()
    titles = pack.words("byline_role_modifiers") | pack.words("byline_roles") | _WORDS_BEFORE_NAME
    count = 0
    while len(texts) - count > _FULL_NAME_WORDS and texts[count].casefold() in titles:
        count += 1
    return name.index(texts[count])
