"""A cue -> the clause or phrase behind it.

In: a cue and the first token at which its content can begin. Out: the content without marks, by
the frames of the cue's verb. Why: what a verb has behind it is its content only in the frames that
the list of verbs gives it; the surer frames are tried first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.clauses import frames
from newsquote._quotes.clauses.word_records import WordRecord
from newsquote._quotes.rules import Rule
from newsquote._text.signs import PAUSES, STOPS
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from newsquote._quotes.clauses.clause_ends import ClauseEnds
    from newsquote._quotes.clauses.cued_text import CuedText
    from newsquote._quotes.clauses.records import Content, Cue
    from newsquote.lang import LanguagePack

__all__ = ["ClausesBehind"]

_MAX_PREPOSITION_DISTANCE = 16
"""Tokens from the verb to the "of", "for" or "as" of its frame."""
_MAX_PREDICATE_DISTANCE = 30
"""Tokens from the verb to a clause's verb, or to the marks of a predicate."""
_MAX_INSERTION_TOKENS = 9
"""With its commas, of what stands between a verb and "that": "said, for example, that"."""
_MAX_SUBJECT_TOKENS = 7
"""Of a clause without "that" whose verb is to be seen: "added the port's new owners had left"."""
_MIN_PAST_LETTERS = 5
_MIN_VERBLESS_TOKENS = 6
"""So much is taken for a clause without a verb to see: many irregular verbs have no ending."""

# English words, endings and verbs.
_AND = "and"
_THAT = "that"
_TO = "to"
_AS = frozenset(("as",))
_FOR = frozenset(("for",))
_PAST_ENDING = "ed"
_VERB_ENDINGS = ("ed", "s", "n't", "n’t")
_ASK = "ask"
_SAY_AND_TELL = frozenset(("say", "tell"))


class _ContentWords(WordRecord):
    """The words that tell which frame of a verb what stands behind it fits."""

    about: frozenset[str]
    auxiliaries: frozenset[str]
    determiners: frozenset[str]
    never_clauses: frozenset[str]
    """The words with which no clause without "that" begins."""
    never_objects: frozenset[str]
    """The words with which no object begins."""
    prepositions: frozenset[str]
    pronouns: frozenset[str]
    question_words: frozenset[str]
    subjects: frozenset[str]


@kept_by_pack
def _content_words(pack: LanguagePack) -> _ContentWords:
    prepositions = pack.words("prepositions")
    return _ContentWords(
        about=pack.closed("about_words"),
        auxiliaries=pack.words("auxiliaries"),
        determiners=pack.words("determiners"),
        never_clauses=(prepositions - pack.closed("clause_prepositions")) | {_AND},
        never_objects=prepositions.union(
            pack.words("clause_openers"), pack.words("cue_adverbs"), {_AND}
        ),
        prepositions=prepositions,
        pronouns=pack.words("pronouns"),
        question_words=pack.closed("question_words"),
        subjects=pack.closed("subjects_of_clauses"),
    )


class ClausesBehind:
    """Finds the contents behind cues that are no quotations."""

    def __init__(self, text: CuedText, ends: ClauseEnds) -> None:
        self.ends = ends
        self.tokens = text.tokens
        self.lowers = text.lowers
        self.mark_at = text.mark_at
        self.cue_starts = text.cue_starts
        self.words = _content_words(text.doc.pack)

    def content_behind(self, cue: Cue, k: int, last: int) -> Content | None:
        """The clause or phrase at token ``k``, if it is the content of a cue.

        :param last: the end of the sentence.
        """
        sign = self.tokens[k]
        clause = self.ends.clause
        has_more = k + 1 < last
        if sign == ":" and has_more:
            return clause(cue, k + 1, last, Rule.CLAUSE_BEHIND_COLON)
        if self.lowers[k] == _THAT and has_more and self._may_have_that(cue, k, last):
            return clause(cue, k, last, Rule.CLAUSE_WITH_THAT)
        if sign == ",":
            return self._clause_behind_insertion(cue, k, last)
        if sign in PAUSES or sign in STOPS:
            return None
        rule = self._fitting_rule(cue, k, last)
        return None if rule is None else clause(cue, k, last, rule)

    def _may_have_that(self, cue: Cue, k: int, last: int) -> bool:
        """Whether "that" at token ``k`` opens a clause: not in "appealed that ruling to a court".

        It does behind a verb that takes such a clause; behind another only if no preposition, sign
        or "and" follows its noun.
        """
        if cue.lemma == _ASK:
            return False
        if cue.takes(frames.THAT_CLAUSE):
            return True
        noun = k + 1
        behind = noun + 1
        if behind >= last or not self.tokens[noun].islower() or self.mark_at[noun] >= 0:
            return behind < last
        word = self.lowers[behind]
        is_object = word in self.words.prepositions or not word[0].isalnum() or word == _AND
        return not is_object

    def _clause_behind_insertion(self, cue: Cue, k: int, last: int) -> Content | None:
        """S V, for example, that C."""
        stop = min(last, k + _MAX_INSERTION_TOKENS)
        for n in range(k + 2, stop):
            before = self.tokens[n - 1]
            if before == "," and self.lowers[n] == _THAT:
                return self.ends.clause(cue, n, last, Rule.CLAUSE_WITH_THAT)
        return None

    def _fitting_rule(self, cue: Cue, k: int, last: int) -> Rule | None:
        """The rule by which the words at ``k`` are a cue's content; None if no frame fits them."""
        word = self.lowers[k]
        words = self.words
        if word in words.question_words and _takes_question(cue):
            return Rule.QUESTION_CLAUSE
        if word == _TO and cue.takes(frames.INFINITIVE):
            return None if self._is_noun_phrase(k + 1, last) else Rule.INFINITIVE
        return (
            self._divided_object_rule(cue, k, last)
            or self._bare_clause_rule(cue, k, last)
            or self._object_rule(cue, k, last)
        )

    def _is_noun_phrase(self, k: int, last: int) -> bool:
        """Whether a noun phrase begins at a token, and no infinitive: "agreed to it"."""
        if k >= last:
            return False
        return self.lowers[k] in self.words.determiners or self.lowers[k] in self.words.pronouns

    def _divided_object_rule(self, cue: Cue, k: int, last: int) -> Rule | None:
        """The rule for an object at ``k`` and what is said of it: "described the plan as"."""
        if cue.takes(frames.OBJECT_AND_PREDICATE) and self._has_predicate(cue, k, last):
            return Rule.OBJECT_AND_PREDICATE
        about = self.words.about
        if cue.takes(frames.OBJECT_AND_OF) and self._has_word(k, last, about):
            return Rule.OBJECT_AND_OF
        return None

    def _bare_clause_rule(self, cue: Cue, k: int, last: int) -> Rule | None:
        """The rule for a clause without "that" at token ``k``."""
        if not cue.takes(frames.BARE_CLAUSE):
            return None
        if self.lowers[k] in self.words.subjects:
            return Rule.CLAUSE_OF_PRONOUN
        if cue.weak:
            return Rule.CLAUSE_OF_PRONOUN if self._is_surely_clause(k, last) else None
        return Rule.CLAUSE_WITHOUT_THAT if self._looks_like_clause(k, last) else None

    def _is_surely_clause(self, k: int, last: int) -> bool:
        """Whether a noun phrase and its finite verb follow: "added the port handled more".

        Its verb is an auxiliary, or a past form with an object or a complement behind it.
        """
        lowers = self.lowers
        words = self.words
        if lowers[k] not in words.determiners:
            return False
        for n in range(k + 2, min(last - 1, k + _MAX_SUBJECT_TOKENS)):
            word = lowers[n]
            if not word[0].isalpha() or self.mark_at[n] >= 0 or word in words.prepositions:
                return False
            if word in words.auxiliaries:
                return lowers[n - 1] not in words.question_words
            following = lowers[n + 1]
            if word.endswith(_PAST_ENDING) and len(word) >= _MIN_PAST_LETTERS:
                return following[0].isdigit() or following in words.determiners
        return False

    def _object_rule(self, cue: Cue, k: int, last: int) -> Rule | None:
        """The rule for a noun phrase at token ``k``."""
        if cue.takes(frames.OBJECT_AND_FOR) and self._has_word(k, last, _FOR):
            return Rule.OBJECT_AND_FOR
        if cue.weak or not cue.takes(frames.OBJECT):
            return None
        return Rule.OBJECT if self._is_object(k) else None

    def _has_word(self, k: int, last: int, wanted: frozenset[str]) -> bool:
        """Whether one of the wanted words stands soon behind token ``k`` outside of marks."""
        near = self.lowers[k : min(last, k + _MAX_PREPOSITION_DISTANCE)]
        if wanted.isdisjoint(near):
            return False
        mark_at = self.mark_at
        return any(word in wanted and mark_at[n] < 0 for n, word in enumerate(near, k))

    def _has_predicate(self, cue: Cue, k: int, last: int) -> bool:
        """Whether an object has a predicate: "as ..." or, behind a verb of naming, marks."""
        if self._has_word(k, last, _AS):
            return True
        has_preposition = self.lowers[k] in self.words.prepositions
        if has_preposition or not cue.takes(frames.BARE_PREDICATE):
            return False
        near = self.mark_at[k : min(last, k + _MAX_PREDICATE_DISTANCE)]
        return max(near, default=-1) >= 0

    def _is_object(self, k: int) -> bool:
        word = self.lowers[k]
        return word[0].isalnum() and word not in self.words.never_objects

    def _looks_like_clause(self, k: int, last: int) -> bool:
        """Whether a subject and a verb follow.

        A verb is an auxiliary, a cue, or a word with a verb's ending behind at least one other.
        """
        lowers = self.lowers
        cue_starts = self.cue_starts
        auxiliaries = self.words.auxiliaries
        if lowers[k] in self.words.never_clauses:
            return False
        for n in range(k + 1, min(last, k + _MAX_PREDICATE_DISTANCE)):
            word = lowers[n]
            if word.endswith(_VERB_ENDINGS) or word in auxiliaries or n in cue_starts:
                return True
        return last - k >= _MIN_VERBLESS_TOKENS


def _takes_question(cue: Cue) -> bool:
    """Whether a question clause can be a cue's content; one of "say" often is."""
    return cue.takes(frames.QUESTION_CLAUSE) or cue.lemma in _SAY_AND_TELL
