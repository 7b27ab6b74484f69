"""The word lists of a language -> which of them have a word.

In: a language pack. Out: for each word the letters of the lists that have it, and the words that
tell something around a name. Why: what a list says of the words of a name is asked for every name,
and one look-up a word is quick.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote._names import lexicon
from newsquote._names.folded import folded
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsquote.lang import LanguagePack

__all__ = ["KindLists", "lists_of"]


@attrs.frozen(eq=False, repr=False, kw_only=True)
class KindLists:
    """What lists say of words and names, for the kinds of names."""

    by_word: Mapping[str, str]
    """For each word in lists, the letters of those that have it."""
    whole: Mapping[str, str]
    """The same for whole names: outlets, places."""
    suffixes: frozenset[str]
    particles: frozenset[str]
    speech: frozenset[str]
    verbs: frozenset[str]
    function_words: frozenset[str]
    nouns: Mapping[str, str]
    """What a common noun stands for: a person, a body, a place, a document or many people."""


def _letters_by_word(lists: Mapping[str, Iterable[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for letter, words in lists.items():
        for word in words:
            found[word] = found.get(word, "") + letter
    return found


def _kind_of_noun(letters: str) -> str:
    """The one kind of a noun in several lists; a "broadcaster" may be a body or a person."""
    return "b" if letters.startswith("ro") else letters[0]


@kept_by_pack
def lists_of(pack: LanguagePack) -> KindLists:
    """The lists of a pack, made once."""
    made = lexicon.for_pack(pack)
    surnames = pack.table("surnames")
    folded_places = [
        " ".join(folded(tuple(name.split())))
        for name in (*pack.words("governments"), *pack.words("regions"), *pack.words("places"))
    ]
    calendar = pack.words("weekdays") | pack.words("months") | pack.words("time_words")
    by_word = _letters_by_word(
        {
            "g": pack.words("given_names"),
            "h": pack.words("given_words"),
            "s": [name for name, word in surnames.items() if not word],
            "w": [name for name, word in surnames.items() if word],
            "c": pack.words("common_words") | pack.words("function_words"),
            "o": pack.words("org_words"),
            "l": pack.words("outlet_words"),
            "k": pack.closed("company_suffixes"),
            "p": pack.words("place_words"),
            "r": pack.words("roles") | pack.words("titles"),
            "d": pack.words("document_words") | pack.words("work_words"),
            "n": frozenset(pack.table("demonyms")) | pack.closed("partisans"),
            "t": calendar,
            "v": made.speech | pack.words("auxiliaries"),
        }
    )
    nouns = _letters_by_word(
        {
            "r": pack.words("roles") | pack.closed("singular_people") | pack.closed("kinship"),
            "o": pack.words("organisation_kinds") - pack.words("document_words"),
            "p": pack.closed("places_as_people"),
            "d": pack.words("document_words") | pack.words("work_words"),
            "m": pack.words("group_words"),
        }
    )
    return KindLists(
        by_word=by_word,
        whole=_letters_by_word({"y": pack.words("cities"), "z": folded_places, "l": made.outlets}),
        suffixes=pack.closed("name_suffixes"),
        particles=pack.words("name_particles"),
        speech=made.speech,
        verbs=pack.words("auxiliaries"),
        function_words=pack.words("function_words") | pack.words("prepositions"),
        nouns={word: _kind_of_noun(letters) for word, letters in nouns.items()},
    )
