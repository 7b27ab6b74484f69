"""Word lists -> the verbs of saying, by each of their forms.

In: a language pack. Out: look-ups from a form, or from the words of a phrase, to its verb, and what
the words around a verb say of its polarity. Why: rules, weights and conventions all ask whether a
word is a form of a verb of saying; the lists are taken apart once per pack.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from newsquote.kinds import CueCategory, Polarity
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote.lang import LanguagePack

__all__ = ["Form", "Verb", "ends", "negates", "phrase_ends", "phrases", "polarity", "verbs"]

Form = Literal["base", "s", "past", "ing"]

# English words and endings.
_OF = "of"
_ONLY = "only"
_TO = "to"
_YET = "yet"
_ING = "ing"
_S = "s"
_NOT_ENDINGS = ("n't", "n’t")


class Verb(NamedTuple):
    """A row of the list of reporting verbs, for one of its forms."""

    lemma: str
    category: CueCategory
    frames: str
    form: Form


@kept_by_pack
def verbs(pack: LanguagePack) -> dict[str, Verb]:
    """Every form of every reporting verb; where two verbs share a form, the first one has it."""
    found: dict[str, Verb] = {}
    for lemma, category, frames, column in pack.rows("cue_verbs"):
        forms = column.split()
        lemma_form = _form_of_lemma(forms)
        for word in forms:
            form = lemma_form if word == lemma else _form_by_ending(word)
            found.setdefault(word, Verb(lemma, CueCategory(category), frames, form))
    return found


def _form_of_lemma(forms: Sequence[str]) -> Form:
    """What the lemma is besides the base: the past of "put", which has no other."""
    other_forms = forms[1:]
    has_past = not all(word.endswith((_S, _ING)) for word in other_forms)
    return "base" if has_past else "past"


def _form_by_ending(word: str) -> Form:
    if word.endswith(_ING):
        return "ing"
    return "s" if word.endswith(_S) else "past"


@kept_by_pack
def phrases(pack: LanguagePack) -> dict[tuple[str, ...], Verb]:
    """Every form of every verb of saying in several words, by its words."""
    found: dict[tuple[str, ...], Verb] = {}
    for lemma, category, frames, forms in pack.rows("cue_phrases"):
        verb = Verb(lemma, CueCategory(category), frames, "past")
        for form in forms.split("|"):
            found[tuple(form.split())] = verb
    return found


@kept_by_pack
def phrase_ends(pack: LanguagePack) -> frozenset[str]:
    """The last words of the verbs in several words."""
    return frozenset(words[-1] for words in phrases(pack))


@kept_by_pack
def ends(pack: LanguagePack) -> frozenset[str]:
    """The words with which a cue can end; "according to" and "in the words of" are cues as well."""
    return frozenset(verbs(pack)) | phrase_ends(pack) | {_TO, _OF}


def negates(pack: LanguagePack, word: str) -> bool:
    """Whether a word turns its verb into the contrary: "not", "never", "didn't"."""
    return word in pack.closed("negations") or word.endswith(_NOT_ENDINGS)


@kept_by_pack
def _lemma_polarities(pack: LanguagePack) -> dict[str, Polarity]:
    """The polarity of the verbs whose source does not stand by the content."""
    table = pack.table("cue_polarities")
    return {lemma: Polarity(value) for lemma, value in table.items()}


def polarity(pack: LanguagePack, lemma: str, words: list[str]) -> Polarity:
    """Whether the source stands by the content.

    :param lemma: the cue's lemma.
    :param words: the words before its verb, in its verb group.
    """
    if words:
        if words[-2:-1] == [_TO] and _YET in words:
            return Polarity.NEGATED
        if _ONLY not in words and any(negates(pack, word) for word in words):
            return _negated_polarity(pack, words)
    return _lemma_polarities(pack).get(lemma, Polarity.POSITIVE)


def _negated_polarity(pack: LanguagePack, words: list[str]) -> Polarity:
    """Who would not say keeps it back; who did not say may have had nothing to say."""
    is_unwilling = not pack.closed("willing_words").isdisjoint(words)
    return Polarity.DECLINED if is_unwilling else Polarity.NEGATED
