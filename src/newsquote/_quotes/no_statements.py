"""What looks like an attribution and reports no statement: "Bald tires indicate wear".

In: an attribution by model or rules. Out: whether it is none. Why: verbs of saying have senses in
which nobody says anything, and idioms of the writer's own. Who or what stands as their subject
tells: a thing shows or suggests without words, "you" is anybody, and what "they say" is a phrase.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.clauses.noun_phrases import people_words
from newsquote._quotes.clauses.reporting_verbs import verbs
from newsquote._quotes.clauses.word_records import WordRecord
from newsquote._quotes.places import marks_in
from newsquote._quotes.rules import UNLEARNED_RULES
from newsquote._text.signs import PAUSES, SIGNS
from newsquote.kinds import Mode
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._names.spotting import Names
    from newsquote._quotes.attribution import Attribution
    from newsquote._text.doc import Doc
    from newsquote._text.ranges import Tokens
    from newsquote.lang import LanguagePack

__all__ = ["Statements"]

_AGENT_ENDINGS = ("er", "or", "ist", "ian", "ee", "eur", "man", "woman", "person")
"""Endings of nouns for what somebody does."""
_MIN_AGENT_LETTERS = 5

# English words and endings.
_ABOUT = "about"
_ACCUSE = "accuse"
_AS = "as"
_IT = "it"
_OF = "of"
_PLURAL_ENDING = "s"
_SAY = "say"
_THAT = "that"
_THERE = "there"
_TO = "to"
_WHAT = "what"
_WHO = "who"
_YOU = "you"
_ANYBODY = frozenset(("they", "we", "you"))


class _StatementWords(WordRecord):
    """The words that tell who can speak, and which verbs need one who can."""

    articles: frozenset[str]
    be_forms: frozenset[str]
    clause_starts: frozenset[str]
    """Words with which a clause begins: "that", "to", question words, subject pronouns."""
    evidence_verbs: frozenset[str]
    head_ends: frozenset[str]
    """What follows the head of a noun phrase: prepositions, relatives, openers of clauses."""
    pointing: frozenset[str]
    """Pronouns that point at what was told, and relative pronouns: "this", "which"."""
    pronouns: frozenset[str]
    relatives: frozenset[str]
    speaking_nouns: frozenset[str]
    """Nouns for people, bodies, and what is written."""
    worth_words: frozenset[str]
    """What stands before the verb of the writer's own remark: "it is worth noting"."""
    writing_verbs: frozenset[str]


@kept_by_pack
def _statement_words(pack: LanguagePack) -> _StatementWords:
    prepositions = pack.words("prepositions")
    bodies = pack.words("organisation_kinds") | pack.words("org_words")
    bodies |= pack.closed("bodies_of_work") | pack.closed("more_bodies")
    bodies |= pack.closed("places_as_people") | pack.closed("bodies_by_trade")
    people = pack.words("roles") | pack.words("titles") | people_words(pack)
    people |= pack.closed("singular_people") | pack.closed("people_together")
    people |= pack.closed("collective_words") | pack.closed("counting_words")
    written = pack.words("document_words") | pack.words("written_words")
    written |= pack.closed("record_words") | pack.closed("research_words")
    return _StatementWords(
        articles=pack.closed("articles"),
        be_forms=pack.closed("be_forms"),
        clause_starts=pack.closed("question_words")
        | pack.closed("subject_pronouns")
        | {_THAT, _TO, _THERE},
        evidence_verbs=pack.closed("evidence_verbs"),
        head_ends=prepositions | pack.closed("relatives") | pack.words("clause_openers"),
        pointing=(pack.closed("demonstratives") | pack.closed("relatives")) - {_IT, _WHO},
        pronouns=pack.words("pronouns"),
        relatives=pack.closed("relatives") - {_THAT},
        speaking_nouns=people | bodies | written | pack.closed("bodies_in_plural"),
        worth_words=pack.closed("worth_words"),
        writing_verbs=pack.words("writing_verbs"),
    )


class Statements:
    """Tells statements of one text from what only looks like them."""

    def __init__(self, doc: Doc, names: Names, mark_at: Sequence[int], *, thoughts: bool) -> None:
        self.doc, self.names, self.mark_at = doc, names, mark_at
        self.thoughts = thoughts
        """Thoughts are asked for as well: what has only an object may be one."""
        self.lowers = doc.lowers
        self.words = _statement_words(doc.pack)

    def kept(self, attributions: Sequence[Attribution]) -> list[Attribution]:
        """The attributions that report a statement."""
        return [one for one in attributions if not self._is_none(one)]

    def _is_none(self, attribution: Attribution) -> bool:
        """Whether an attribution reports none."""
        if attribution.cue is None or attribution.rule in UNLEARNED_RULES:
            return False
        cue = self.doc.tokens_in(*attribution.cue.range)
        pieces = [self.doc.tokens_in(*piece) for piece in attribution.pieces]
        if cue.i >= cue.j or any(i >= j for i, j in pieces):
            return False
        if any(self.mark_at[i] >= 0 and self.mark_at[j - 1] >= 0 for i, j in pieces):
            # What stands in marks from end to end was said, whatever the verb.
            return False
        if not self.thoughts and self._is_act(attribution, cue, pieces[0]):
            return True
        if len(pieces) == 1 and self.doc.slice(*pieces[0]).lower() in self.words.relatives:
            return True
        if cue.i and self.lowers[cue.i - 1] in self.words.worth_words:
            return True
        if attribution.source is None:
            return False
        source = self.doc.tokens_in(*attribution.source)
        return source.i < source.j and self._is_nobody(attribution, cue, source)

    # ------------------------------------------------------------- who speaks

    def _is_nobody(self, attribution: Attribution, cue: Tokens, source: Tokens) -> bool:
        """Whether the source of a verb is nobody who could say something."""
        lowers = self.lowers
        i, j = source
        first = lowers[i]
        is_word = j - i == 1
        if is_word and (first == _YOU or first in self.words.articles):
            return self.mark_at[i] < 0
        before = lowers[i - 1] if i else ""
        if before == _AS and first in _ANYBODY and attribution.lemma == _SAY and is_word:
            return True
        if before == _WHAT and _ABOUT in lowers[cue.i : cue.j + 1]:
            return True
        if before in self.words.be_forms and i > 1 and lowers[i - 2] == _THERE:
            return True
        if (
            attribution.lemma == _ACCUSE
            and source.j <= cue.i
            and _OF in lowers[cue.j - 1 : cue.j + 1]
        ):
            # Who is "accused of" something accuses nobody.
            return True
        is_evidence = self._lemma(cue) in self.words.evidence_verbs
        return is_evidence and not self._can_speak(source)

    def _lemma(self, cue: Tokens) -> str:
        """The lemma of a cue's verb, which is its last word that is a verb of saying."""
        known = verbs(self.doc.pack)
        for k in range(cue.j - 1, cue.i - 1, -1):
            verb = known.get(self.lowers[k])
            if verb is not None:
                return verb.lemma
        return self._bare_form(self.lowers[cue.j - 1])

    def _bare_form(self, word: str) -> str:
        """A verb without its ending, where the list has only the bare form."""
        for ending in ("s", "d", "ed", "ing"):
            bare = word.removesuffix(ending)
            if bare != word and bare in self.words.evidence_verbs:
                return bare
            if ending == "ing" and bare != word and f"{bare}e" in self.words.evidence_verbs:
                return f"{bare}e"
        return word

    def _can_speak(self, source: Tokens) -> bool:
        """Whether a source names somebody, a body, or something written before its complements."""
        i, j = source
        words, lowers = self.words, self.lowers
        if lowers[i] in words.pointing and j - i == 1:
            return False
        end = i + 1
        while end < j and not self._ends_head(end):
            end += 1
        if self.names.at(end - 1) is not None or lowers[i] in words.pronouns:
            return True
        return any(map(self._is_speaking, lowers[i:end]))

    def _is_speaking(self, word: str) -> bool:
        """Whether a noun is one for people, a body, or something written."""
        singular = word.removesuffix(_PLURAL_ENDING)
        if word in self.words.speaking_nouns or singular in self.words.speaking_nouns:
            return True
        return len(singular) >= _MIN_AGENT_LETTERS and singular.endswith(_AGENT_ENDINGS)

    def _ends_head(self, k: int) -> bool:
        """Whether the head of a noun phrase stands before a token."""
        if self.lowers[k] in self.words.head_ends:
            return True
        return self.doc.words[k] in SIGNS and self.names.at(k) is None

    # ------------------------------------------------------------- what is said

    def _is_act(self, attribution: Attribution, cue: Tokens, content: Tokens) -> bool:
        """Whether a verb has only an object, and is none of the verbs of saying: "signed a bill".

        "Wrote a song" tells what was written, and not what it says.
        """
        if attribution.rule is not None or content.i < cue.j:
            return False
        if attribution.mode == Mode.THOUGHT:
            return False
        is_marked = self._holds_words(content)
        lemma = self._lemma(cue)
        known = verbs(self.doc.pack)
        is_saying = any(word in known for word in self.lowers[cue.i : cue.j])
        if is_saying and lemma not in self.words.writing_verbs:
            return False
        return not is_marked and not self._begins_clause(content)

    def _holds_words(self, content: Tokens) -> bool:
        """Whether quoted words that are no title stand in a content."""
        small = self.doc.pack.words("small_words")
        for number in marks_in(self.mark_at, [content]):
            i, j = self.doc.tokens_in(*self.doc.marked[number].span)
            words = [word for word in self.doc.words[i:j] if word[0].isalpha()]
            if not all(word[0].isupper() or word in small for word in words):
                return True
        return False

    def _begins_clause(self, content: Tokens) -> bool:
        """Whether a content begins as a clause does, and not as an object."""
        lowers = self.lowers
        i, j = content
        if lowers[i] in self.words.clause_starts:
            return True
        auxiliaries = self.doc.pack.words("auxiliaries")
        for k in range(i + 1, j):
            if self.doc.words[k] in PAUSES or lowers[k] in self.words.head_ends:
                return False
            if lowers[k] in auxiliaries:
                return True
        return False
