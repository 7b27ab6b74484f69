"""A name and its places -> what tells its kind, as keys that weights know.

In: the form of a name, every place where it stands, and the other names of the text. Out: the keys
of its words, and those of what stands before and behind it, of the next pronoun, and of how the
text names it elsewhere. Why: the form alone does not tell a firm from a surname. No key holds a
word with a capital: only lists, shapes, endings and words in small letters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._names.kind_lists import lists_of
from newsquote._names.name_shapes import initials_of, keys_of_form
from newsquote._text.signs import POSSESSIVES, STOPS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsquote._names.name_shapes import Form
    from newsquote._names.spotted import Name
    from newsquote._text.doc import Doc

__all__ = ["KindEvidence"]

_MAX_PLACES = 12
"""How many places of one name are looked at."""
_MAX_TIMES = 2
"""How often one key of a place counts."""
_TELLING = (",>which", ",>who", ",age", ",n:o")
"""Keys that grammar makes all but sure. They are rare, and weigh more by counting more often."""
_TELLING_TIMES = 3
_PRONOUN_REACH = 14
"""Tokens behind a name in which a pronoun tells something of it."""
_APPOSITION_REACH = 7
"""Tokens behind a comma in which the noun of an apposition stands."""
_MAX_AGE_DIGITS = 2
_CLOSING_AGES = frozenset(",.);")
"""What stands behind an age: not "Quell (25%)"."""
_PRONOUNS = frozenset(
    ("he", "she", "his", "her", "him", "it", "its", "itself", "they", "their", "them", "who")
)
_BODY_LETTERS = frozenset("olk")
"""The lists of what bodies' names end with."""
_PERSON_LETTERS = frozenset("gs")
"""The lists of what persons' names end with."""
_GIVEN, _SURNAME = frozenset(("g", "gs")), frozenset(("", "s", "gs"))
"""The lists of given names that are no common words, and of surnames, alone and together."""
_NO_SURNAME = frozenset("olkpdtcrn")
"""The lists whose words are likely no surnames."""
_SIGNS = frozenset(".,;:?!()[]\"“”'’‘—–-…/")


class KindEvidence:
    """Collects what one text tells of the kinds of its names."""

    def __init__(self, doc: Doc, places_by_form: Mapping[Form, Sequence[Name]]) -> None:
        self._doc, self._places, self._lists = doc, places_by_form, lists_of(doc.pack)
        self._lasts: set[str] = set()
        self._firsts: set[str] = set()
        self._surnames: set[str] = set()
        """Last words of names that begin with a given name."""
        self._givens: set[str] = set()
        """First words of names that end with a surname or a given name."""
        self._heads: set[str] = set()
        """First words of names that end with a body's word."""
        self._acronyms: set[str] = set()
        self._initials: set[str] = set()
        for form, places in places_by_form.items():
            if len(form) > 1:
                self._note_ends(form)
            elif doc.words[places[0].bare].isupper():
                self._acronyms.add(form[0])
        if self._acronyms:
            for form in places_by_form:
                if len(form) > 1:
                    self._initials.update(initials_of(form))

    def _note_ends(self, form: Form) -> None:
        """Note the first word and the last of a longer name."""
        first, last = form[0], form[-1]
        self._lasts.add(last)
        self._firsts.add(first)
        by_word = self._lists.by_word
        if "g" in by_word.get(first, ""):
            self._surnames.add(last)
        if not _PERSON_LETTERS.isdisjoint(by_word.get(last, "")) and last not in self._lists.whole:
            self._givens.add(first)
        if not _BODY_LETTERS.isdisjoint(by_word.get(last, "")):
            self._heads.add(first)

    def keys(self, form: Form, printed: Form) -> list[str]:
        """All keys of a form; one may stand twice."""
        keys = [*keys_of_form(printed, self._doc.pack)]
        self._add_text_keys(keys, form)
        counts: dict[str, int] = {}
        for name in self._places[form][:_MAX_PLACES]:
            for key in self._place_keys(name):
                times = counts[key] = counts.get(key, 0) + 1
                if times <= _MAX_TIMES:
                    keys.append(key)
        for key in _TELLING:
            if key in counts:
                keys += [key] * _TELLING_TIMES
        return keys

    def is_full_name(self, form: Form) -> bool:
        """Whether two words are a given name and what is a surname or in no list at all.

        Neither is a common word, and both are no place: then nothing else needs weighing.
        """
        by_word = self._lists.by_word
        if by_word.get(form[0], "") not in _GIVEN or by_word.get(form[1], "") not in _SURNAME:
            return False
        return form[0] not in self._lists.particles and " ".join(form) not in self._lists.whole

    def is_known_person(self, form: Form) -> bool:
        """Whether a name is a surname that the text has with a given name, or has both.

        Such names need no weighing, and most names are such.
        """
        if form[-1] not in self._surnames or not _NO_SURNAME.isdisjoint(
            self._lists.by_word.get(form[-1], "")
        ):
            return False
        if len(form) == 1:
            return form[0] not in self._heads and form[0] not in self._lists.whole
        alone = (form[-1],) in self._places
        return alone and "g" in self._lists.by_word.get(form[0], "")

    def _add_text_keys(
        self,
        keys: list[str],
        form: Form,
    ) -> None:
        """How the text names it elsewhere."""
        places = self._places[form]
        times = "1" if len(places) == 1 else "2" if len(places) == 2 else "3"  # noqa: PLR2004
        if len(form) > 1:
            last, first = (form[-1],) in self._places, (form[0],) in self._places
            if last:
                keys.append("text:last-alone")
            elif len(places) > _MAX_TIMES:
                keys.append("text:never-short")
            if first:
                keys.append("text:first-alone")
            keys.append("text:times2=" + times)
            if self._acronyms and not self._acronyms.isdisjoint(initials_of(form)):
                keys.append("text:has-acronym")
            return
        keys.append("text:times1=" + times)
        self._add_text_keys_of_word(keys, form[0])
        if form[0] not in self._acronyms and all(name.doubtful for name in places):
            keys.append("text:doubtful")

    def _add_text_keys_of_word(self, keys: list[str], word: str) -> None:
        """How longer names have a word, in which an acronym is no surname: "US SEC"."""
        if word in self._initials:
            keys.append("text:is-acronym")
        if word in self._acronyms:
            return
        for key, known in (
            ("text:is-last", self._lasts),
            ("text:is-last-of-person", self._surnames),
            ("text:is-first", self._firsts),
            ("text:is-first-of-person", self._givens),
            ("text:is-first-of-body", self._heads),
        ):
            if word in known:
                keys.append(key)

    # ------------------------------------------------------------- one place

    def _place_keys(self, name: Name) -> list[str]:
        """What one place tells."""
        doc, lists = self._doc, self._lists
        lowers, words = doc.lowers, doc.words
        i, bare, j = name.i, name.bare, name.j
        first = doc.sentences[doc.token_sentences[i]][0]
        before = lowers[i - 1] if i > first else "^"
        after = lowers[j] if j < len(lowers) else "$"
        keys = ["title"] if bare > i else []
        keys.append("<" + self._class_before(before, words[i - 1] if i else "^"))
        behind = self._class_behind(after, words[j] if j < len(words) else "$")
        keys.append(">" + behind)
        if before == "the":
            keys.append("the>" + behind)
            if i - 1 > first and lowers[i - 2] in lists.function_words:
                keys.append("<" + lowers[i - 2] + "-the")
        if after in {",", "("}:
            keys += self._apposition_keys(j + 1)
        pronoun = self._pronoun(j)
        if pronoun:
            keys.append("next:" + pronoun)
        return keys

    def _class_before(self, word: str, printed: str) -> str:
        """What stands before a name."""
        lists = self._lists
        if word in lists.function_words or word in _SIGNS or word == "^" or word in POSSESSIVES:
            return word
        if word in lists.nouns:
            return "n:" + lists.nouns[word]
        if word in lists.speech:
            return "say"
        if word in lists.verbs:
            return "be"
        return "A" if printed[0].isupper() else "1" if word[0].isdigit() else "a"

    def _class_behind(self, word: str, printed: str) -> str:
        """What stands behind a name."""
        lists = self._lists
        if word in lists.speech:
            return "say"
        if word in lists.function_words or word in _SIGNS or word == "$" or word in POSSESSIVES:
            return word
        if word in lists.nouns:
            return "n:" + lists.nouns[word]
        if word in lists.verbs:
            return "be"
        if word[-2:] == "ed":
            return "ed"
        return "A" if printed[0].isupper() else "1" if word[0].isdigit() else "a"

    def _pronoun(self, k: int) -> str:
        """The next pronoun in the sentence, else the one that opens the next sentence."""
        lowers = self._doc.lowers
        behind = lowers[k : k + _PRONOUN_REACH]
        if _PRONOUNS.isdisjoint(behind):
            return ""
        n = next(n for n, word in enumerate(behind) if word in _PRONOUNS or word in STOPS)
        if behind[n] in _PRONOUNS:
            return behind[n]
        opening = behind[n + 1] if n + 1 < len(behind) else ""
        return f"^{opening}" if opening in _PRONOUNS else ""

    def _apposition_keys(self, k: int) -> list[str]:
        """What an apposition or a clause behind a comma or a bracket says."""
        doc, lists = self._doc, self._lists
        lowers = doc.lowers
        opening = lowers[k] if k < len(lowers) else "$"
        if opening[0].isdigit():
            closes = k + 1 < len(lowers) and lowers[k + 1] in _CLOSING_AGES
            return [",age" if closes and len(opening) <= _MAX_AGE_DIGITS else ",number"]
        keys = [",>" + self._class_behind(opening, doc.words[k] if k < len(lowers) else "$")]
        for n in range(k, min(k + _APPOSITION_REACH, len(lowers))):
            noun = lowers[n]
            if noun in lists.nouns and lowers[min(n + 1, len(lowers) - 1)] not in POSSESSIVES:
                keys.append(",n:" + lists.nouns[noun])
                break
            if n > k and not noun[0].isalnum():
                break
        return keys
