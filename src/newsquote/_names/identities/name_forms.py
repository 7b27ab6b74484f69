"""A name of a text -> its form, and the form as it is compared.

In: a name, or the words of one. Out: its words, those that tell a person from others, and the key
of an organisation, made once a text. Why: every name is compared with many.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote._names import lexicon
from newsquote._names.identities import forms
from newsquote._text.ranges import chars_of_pair
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsquote._names.identities.clusters import Cluster
    from newsquote._names.spotted import Name
    from newsquote._text.doc import Doc
    from newsquote._text.ranges import Chars
    from newsquote.lang import LanguagePack

__all__ = ["NameForms"]

_WITH_DEGREE = 2
"""A degree stands behind more than one word."""

_LETTERS_WITH_STOPS = 2


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _NameWords:
    nicknames: Mapping[str, frozenset[str]]
    short_forms: Mapping[str, str]
    """What short forms of countries and parties stand for."""
    parties: frozenset[str]
    title_genders: Mapping[str, str]
    former: frozenset[str]
    degrees: frozenset[str]
    """Letters behind a name: "QC"."""


@kept_by_pack
def _name_words(pack: LanguagePack) -> _NameWords:
    return _NameWords(
        nicknames=lexicon.for_pack(pack).nicknames,
        short_forms=pack.table("affiliation_words"),
        parties=pack.closed("parties"),
        title_genders=pack.table("titles"),
        former=pack.closed("former_words"),
        degrees=pack.closed("postnominals"),
    )


class NameForms:
    """The forms of one text's names."""

    def __init__(self, doc: Doc) -> None:
        self._doc, self._words = doc, _name_words(doc.pack)
        self._has_curly = "’" in doc.text
        self._has_glued = "&" in doc.text or any(sign in doc.text for sign in forms.BROKEN)
        self._keys: dict[tuple[str, ...], str] = {}
        self._cores: dict[tuple[str, ...], tuple[str, ...]] = {}

    def form(self, name: Name) -> tuple[str, ...]:
        """The words of a bare name."""
        printed = self._doc.words[name.bare : self._end(name)]
        if self._has_glued and name.j - name.bare > 1:
            printed = self._glued(name)
        words = [word for word in printed if word[0].isalnum()]
        if self._has_curly and "’" in "".join(words):
            words = [word.replace("’", "'") for word in words]
        return tuple(words)

    def _glued(self, name: Name) -> list[str]:
        """The words of a name, "PG&E" and what a misread letter cuts in pieces as one."""
        doc, words = self._doc, self._doc.words
        printed = words[name.bare : self._end(name)]
        if "&" not in printed and forms.BROKEN.isdisjoint("".join(printed)):
            return printed
        return doc.text[doc.starts[name.bare] : doc.ends[self._end(name) - 1]].split()

    def place(self, name: Name) -> Chars:
        """Where a bare name stands."""
        return chars_of_pair((self._doc.starts[name.bare], self._doc.ends[self._end(name) - 1]))

    def _end(self, name: Name) -> int:
        """Where a bare name ends, without a degree or an honour: "Ann Lee QC"."""
        j = name.j
        if self._doc.lowers[j - 1] in self._words.degrees and j - name.bare > _WITH_DEGREE:
            return j - 1
        return j

    def core(self, form: tuple[str, ...]) -> tuple[str, ...]:
        """The words of a form that tell a person from others."""
        core = self._cores.get(form)
        if core is None:
            core = self._cores[form] = forms.core(form, self._doc.pack)
        return core

    def fits(self, person: Cluster, form: tuple[str, ...]) -> bool:
        """Whether a form can be a name of a person."""
        return forms.are_compatible(person.fullest, form, self._doc.pack, self._words.nicknames)

    def rank(self, person: Cluster, word: str) -> int:
        """How well a word stands for a person's full name."""
        return forms.rank(person.fullest, word, self._doc.pack)

    def key(self, form: tuple[str, ...]) -> str:
        """A name of an organisation as it is compared: "U.N." is spelled out."""
        key = self._keys.get(form)
        if key is None:
            words = list(forms.folded(form))
            for n, word in enumerate(form):
                if word.isupper():
                    words[n] = self._spelled_out(word, words[n])
            key = self._keys[form] = " ".join(words)
        return key

    def _spelled_out(self, word: str, folded: str) -> str:
        """What a word in capitals stands for, or the word itself."""
        short = word.lower().rstrip(".")
        if short.isalpha() and len(short) == _LETTERS_WITH_STOPS:
            # "UN" as "U.N."
            short = ".".join(short)
        long = self._words.short_forms.get(short, folded)
        return folded if long in self._words.parties else long

    # ------------------------------------------------------------- titles

    def title(self, name: Name) -> str:
        """The title in front of a name, casefolded, without stops and places, with a "former"."""
        lowers, words = self._doc.lowers, self._words
        title = [
            lower
            for lower in lowers[name.i : name.bare]
            if lower in words.title_genders or lower in words.former
        ]
        if title and name.i and lowers[name.i - 1] in words.former:
            title = [lowers[name.i - 1], *title]
        return " ".join(title)

    def title_genders(self, name: Name) -> list[str]:
        """The gender that each word in front of a name tells, empty where it tells none."""
        genders = self._words.title_genders
        title = self._doc.lowers[name.i : name.bare]
        return [genders.get(word.rstrip("."), "") for word in title]
