"""A name and its places -> what tells its kind, as keys that weights know.

In: the form of a name, every place where it stands, and the other names of the text. Out: keys:
which lists its words are in, its shape and endings, what stands before and behind it, the next
pronoun, and how the text names it elsewhere. Why: the form alone does not tell a firm from a
surname. No key holds a word with a capital: only lists, shapes, endings and words in small letters.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import attrs

from newsquote._names import lexicon
from newsquote._names.identities import forms
from newsquote._text.signs import POSSESSIVES, STOPS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from newsquote._names.spotted import Name
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["BIAS", "NO_COMMON_WORD", "KindEvidence", "has_capital_inside", "keys_of_form"]

Form = tuple[str, ...]

BIAS, NO_COMMON_WORD = "bias", "no-common-word"
"""Keys that training knows by name: that of every name, and that of one without common words."""
_MAX_PLACES = 12
"""How many places of one name are looked at."""
_MAX_TIMES = 2
"""How often one key of a place counts."""
_PRONOUN_REACH = 14
"""Tokens behind a name in which a pronoun tells something of it."""
_APPOSITION_REACH = 7
"""Tokens behind a comma in which the noun of an apposition stands."""
_MAX_ACRONYM_LETTERS = 5
_MAX_LENGTH = 5
"""Words from which on a name is only long."""
_ENDINGS = (2, 3, 4)
_MIN_LETTERS_BEFORE_ENDING = 2
_INITIAL_LETTERS = 2
_FIRST_LETTERS = 2
"""Letters at the start of a word that say nothing of capitals inside."""
_SURNAME_OPENINGS = ("Mc", "Mac", "O'", "De", "Van", "Le", "La", "Di", "Du", "Fitz")
_PRONOUNS = frozenset(
    ("he", "she", "his", "her", "him", "it", "its", "itself", "they", "their", "them", "who")
)
_LINKS = frozenset(("of", "for", "on", "and", "&", "the", "in", "at"))
_BODY_LETTERS = frozenset("olk")
"""The lists of what bodies' names end with."""
_SIGNS = frozenset(".,;:?!()[]\"“”'’‘—–-…/")


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _Lists:
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


@lru_cache(maxsize=8)
def _lists(pack: LanguagePack) -> _Lists:
    made = lexicon.for_pack(pack)
    surnames = pack.table("surnames")
    folded_places = [
        " ".join(forms.folded(tuple(name.split())))
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
            "p": pack.closed("places_as_people") | pack.words("place_words"),
            "d": pack.words("document_words") | pack.words("work_words"),
            "m": pack.words("group_words"),
        }
    )
    return _Lists(
        by_word=by_word,
        whole=_letters_by_word(
            {"y": pack.words("cities"), "z": folded_places, "l": made.outlets}
        ),
        suffixes=pack.closed("name_suffixes"),
        particles=pack.words("name_particles"),
        speech=made.speech,
        verbs=pack.words("auxiliaries"),
        function_words=pack.words("function_words") | pack.words("prepositions"),
        nouns={word: letters[0] for word, letters in nouns.items()},
    )


# ---------------------------------------------------------------- the form


def keys_of_form(printed: Form, pack: LanguagePack) -> list[str]:
    """What the words of a name tell, wherever it stands."""
    lists = _lists(pack)
    form = forms.folded(printed)
    words = [word for word in form if word not in lists.suffixes]
    if not words:
        return ["shape=suffix"]
    length = str(min(len(words), _MAX_LENGTH))
    letters = [lists.by_word.get(word, "") for word in words]
    first, last = letters[0], letters[-1]
    keys = [BIAS, "length=" + length]
    if not any("c" in each or "t" in each for each in letters):
        keys.append(NO_COMMON_WORD)
    if len(words) == 1:
        keys += ["only:" + letter for letter in first or "-"]
    else:
        keys += ["first:" + letter for letter in first or "-"]
        keys += ["last:" + letter for letter in last or "-"]
        keys.append("ends=" + _main(first) + _main(last) + length)
        keys += dict.fromkeys("inside:" + letter for each in letters[1:-1] for letter in each)
        common = sum("c" in each for each in letters)
        keys.append("common=" + str(min(common, 3)))
    keys += ["whole:" + letter for letter in lists.whole.get(" ".join(form), "-")]
    keys += _shape_keys(printed, words, lists)
    return keys + _ending_keys(words)


def _main(letters: str) -> str:
    """The list that tells most of a word."""
    return next((letter for letter in "goklrptndshwc" if letter in letters), "-")


def _ending_keys(words: Sequence[str]) -> list[str]:
    """How the last word and the first end."""
    keys = []
    last, first = words[-1], words[0]
    for n in _ENDINGS:
        if len(last) >= n + _MIN_LETTERS_BEFORE_ENDING:
            keys.append("-" + last[-n:])
    if len(words) > 1:
        for n in _ENDINGS[:2]:
            if len(first) >= n + _MIN_LETTERS_BEFORE_ENDING:
                keys.append("1-" + first[-n:])
    else:
        keys += ["only" + key for key in keys]
    return keys


def _shape_keys(
    printed: Form,
    words: Sequence[str],
    lists: _Lists,
) -> list[str]:
    """Capitals, signs, initials and small words inside."""
    keys = []
    one = len(printed) == 1
    last = printed[-1]
    if forms.is_capitals(printed):
        letters = sum(map(str.isalpha, last))
        keys.append(f"capitals={min(letters, _MAX_ACRONYM_LETTERS + 1) if one else 'several'}")
    elif _is_acronym(last) and not one:
        keys.append("capitals-last")
    elif _is_acronym(printed[0]) and not one:
        keys.append("capitals-first")
    if any(map(has_capital_inside, printed)):
        keys.append("capital-inside")
    if last.startswith(_SURNAME_OPENINGS) and _has_capital_behind(last):
        keys.append("surname-opening")
    if "-" in last:
        keys.append("hyphen-last")
    if "-" in printed[0] and not one:
        keys.append("hyphen-first")
    for word in printed[1:]:
        if word in _LINKS:
            keys.append("link=" + word)
    if any(word in lists.particles for word in printed[:-1]):
        keys.append("particle")
    if any(len(word) <= _INITIAL_LETTERS and word[0].isupper() and not word[-1].islower()
           for word in printed[:-1]):
        keys.append("initial")
    if len(words) < len(printed):
        keys.append("suffix")
    if any(map(str.isdigit, "".join(printed))):
        keys.append("digit")
    if not last.isascii():
        keys.append("accents")
    if "&" in "".join(printed):
        keys.append("ampersand")
    return keys


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.replace(".", "").isupper()


def has_capital_inside(word: str) -> bool:
    """Whether a word has a capital where only firms have one: "QuellWorks"."""
    inner = word[_FIRST_LETTERS:]
    if inner.islower() or word.isupper() or "-" in word:
        return False
    return any(map(str.isupper, inner)) and not word.startswith(_SURNAME_OPENINGS)


def _has_capital_behind(word: str) -> bool:
    return any(map(str.isupper, word[1:]))


# ---------------------------------------------------------------- the text


class KindEvidence:
    """Collects what one text tells of the kinds of its names."""

    def __init__(self, doc: Doc, places_by_form: Mapping[Form, Sequence[Name]]) -> None:
        self._doc, self._places, self._lists = doc, places_by_form, _lists(doc.pack)
        self._lasts: set[str] = set()
        self._firsts: set[str] = set()
        self._surnames: set[str] = set()
        """Last words of names that begin with a given name."""
        self._heads: set[str] = set()
        """First words of names that end with a body's word."""
        self._initials: set[str] = set()
        self._acronyms: set[str] = set()
        for form in places_by_form:
            if len(form) > 1:
                self._note_ends(form)
                self._initials.add("".join([word[0] for word in form]))
                self._initials.add(
                    "".join([word[0] for word in form if word not in _LINKS])
                )
            elif form[0].isalpha() and len(form[0]) <= _MAX_ACRONYM_LETTERS + 1:
                self._acronyms.add(form[0])

    def _note_ends(self, form: Form) -> None:
        """Note the first word and the last of a longer name."""
        first, last = form[0], form[-1]
        self._lasts.add(last)
        self._firsts.add(first)
        by_word = self._lists.by_word
        if "g" in by_word.get(first, ""):
            self._surnames.add(last)
        if not _BODY_LETTERS.isdisjoint(by_word.get(last, "")):
            self._heads.add(first)

    def keys(self, form: Form, printed: Form) -> list[str]:
        """All keys of a form; one may stand twice."""
        keys = [*keys_of_form(printed, self._doc.pack)]
        self._add_text_keys(keys, form, printed)
        counts: dict[str, int] = {}
        for name in self._places[form][:_MAX_PLACES]:
            for key in self._place_keys(name):
                times = counts[key] = counts.get(key, 0) + 1
                if times <= _MAX_TIMES:
                    keys.append(key)
        return keys

    def _add_text_keys(
        self,
        keys: list[str],
        form: Form,
        printed: Form,
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
            letters = "".join([word[0] for word in form if word not in _LINKS])
            if letters in self._acronyms or "".join([word[0] for word in form]) in self._acronyms:
                keys.append("text:has-acronym")
            return
        keys.append("text:times1=" + times)
        for key, known in (
            ("text:is-last", self._lasts),
            ("text:is-last-of-person", self._surnames),
            ("text:is-first", self._firsts),
            ("text:is-first-of-body", self._heads),
        ):
            if form[0] in known:
                keys.append(key)
        if form[0] in self._initials and forms.is_capitals(printed):
            keys.append("text:is-acronym")
        if all(name.doubtful for name in places):
            keys.append("text:doubtful")

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
        keys.append(">" + self._class_behind(after, words[j] if j < len(words) else "$"))
        if before == "the":
            keys.append("the>" + self._class_behind(after, words[j] if j < len(words) else "$"))
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
        """The next pronoun in the sentence."""
        lowers = self._doc.lowers
        behind = lowers[k : k + _PRONOUN_REACH]
        if _PRONOUNS.isdisjoint(behind):
            return ""
        told = next(word for word in behind if word in _PRONOUNS or word in STOPS)
        return "" if told in STOPS else told

    def _apposition_keys(self, k: int) -> list[str]:
        """What an apposition or a clause behind a comma or a bracket says."""
        doc, lists = self._doc, self._lists
        lowers = doc.lowers
        opening = lowers[k] if k < len(lowers) else "$"
        if opening[0].isdigit():
            return [",age" if len(opening) <= _INITIAL_LETTERS else ",number"]
        keys = [",>" + self._class_behind(opening, doc.words[k] if k < len(lowers) else "$")]
        for n in range(k, min(k + _APPOSITION_REACH, len(lowers))):
            noun = lowers[n]
            if noun in lists.nouns and lowers[min(n + 1, len(lowers) - 1)] not in POSSESSIVES:
                keys.append(",n:" + lists.nouns[noun])
                break
            if n > k and not noun[0].isalnum():
                break
        return keys
