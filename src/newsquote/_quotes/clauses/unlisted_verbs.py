"""Verbs beside a quotation that the list of verbs of saying does not have: “It is over,” he raged.

In: a text with paired marks. Out: cues for such verbs. Why: any verb can attribute where a comma
stands at the closing mark and nothing but a subject and a verb follows; no list has all of them,
and the signs and the order of words say it as surely as a list would.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.clauses import frames
from newsquote._quotes.clauses.records import Cue
from newsquote._quotes.clauses.reporting_verbs import verbs
from newsquote._quotes.clauses.word_records import WordRecord
from newsquote._text.signs import STOPS
from newsquote.kinds import CueCategory
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["find_unlisted"]

_MIN_QUOTATION_TOKENS = 4
"""With its marks; shorter ones are terms and titles."""
_MAX_SUBJECT_TOKENS = 6
"""Before the verb: "one of the fans"."""
_MIN_VERB_LETTERS = 4
_ENDS = STOPS | {",", ":"}
_SIGNS_IN_MARKS = frozenset((",", "?", "!"))
"""Before a closing mark these show that the sentence goes on behind it."""

# English word endings.
_PAST_ENDINGS = ("ed",)


class _VerbWords(WordRecord):
    """The words that tell what may be a subject, a verb, or what follows one."""

    never_verbs: frozenset[str]
    openers_of_subjects: frozenset[str]
    followers: frozenset[str]
    """Words that may follow the verb: adverbs, times, prepositions, openers of clauses."""


@kept_by_pack
def _verb_words(pack: LanguagePack) -> _VerbWords:
    prepositions = pack.words("prepositions")
    determiners = pack.words("determiners")
    adverbs = pack.words("cue_adverbs") | pack.words("sentence_adverbs")
    times = pack.words("time_words")
    return _VerbWords(
        never_verbs=frozenset(verbs(pack)).union(
            prepositions, determiners, adverbs, times, pack.words("auxiliaries")
        ),
        openers_of_subjects=determiners.union(
            pack.closed("subject_pronouns"), pack.words("plural_determiners")
        ),
        followers=prepositions.union(adverbs, times, pack.words("clause_openers")),
    )


def find_unlisted(doc: Doc, mark_at: Sequence[int]) -> list[Cue]:
    """The cues that only stand beside a quotation, in text order.

    :param mark_at: for each token the marked text around it, or -1.
    """
    found = []
    for marked in doc.marked:
        if marked.depth or marked.nickname or not marked.closed:
            continue
        i, j = doc.tokens_in(marked.start, marked.end)
        if j - i < _MIN_QUOTATION_TOKENS or j >= len(doc.words):
            continue
        start = j
        if doc.words[j] == ",":
            start += 1
        elif doc.words[j - 2] not in _SIGNS_IN_MARKS:
            continue
        verb = _verb_behind(doc, mark_at, start)
        if verb is not None:
            found.append(_cue(doc, verb))
    return found


def _verb_behind(doc: Doc, mark_at: Sequence[int], start: int) -> int | None:
    """The verb of the subject that begins at a token, if both end their clause."""
    words = _verb_words(doc.pack)
    paragraph_end = doc.paragraph_tokens[doc.paragraph_of_token(start - 1)].j
    if start >= paragraph_end:
        return None
    first = doc.words[start]
    if not (first[0].isupper() or doc.lowers[start] in words.openers_of_subjects):
        return None
    stop = min(paragraph_end, start + _MAX_SUBJECT_TOKENS + 1)
    for k in range(start + 1, stop):
        if mark_at[k] >= 0 or not doc.words[k][0].isalpha():
            return None
        word = doc.words[k]
        if doc.lowers[k] in verbs(doc.pack):
            return None
        if word.islower() and _has_verb_ending(word) and word not in words.never_verbs:
            return k if _ends_clause(doc, mark_at, k + 1, paragraph_end) else None
    return None


def _has_verb_ending(word: str) -> bool:
    return len(word) >= _MIN_VERB_LETTERS and word.endswith(_PAST_ENDINGS)


def _ends_clause(doc: Doc, mark_at: Sequence[int], k: int, last: int) -> bool:
    """Whether no object follows a verb, so that what stands before it is its content."""
    if k >= last or mark_at[k] >= 0 or doc.words[k] in _ENDS:
        return True
    return doc.lowers[k] in _verb_words(doc.pack).followers


def _cue(doc: Doc, k: int) -> Cue:
    return Cue(
        i=k,
        j=k + 1,
        head=k,
        lemma=doc.lowers[k],
        category=CueCategory.NEUTRAL,
        frames=frames.QUOTATION,
        build="finite",
        sentence=doc.sentence_of(k),
    )
