"""Nouns that attribute: "her claim that ...", "a statement from X: ...".

In: a ``Doc``, its names and which tokens stand inside marks. Out: attributions. Why: a noun of
saying has its source as owner before it or behind "from", and its clause ends where the sentence
that the noun only begins goes on with a verb of its own.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsquote._quotes.attribution import Attribution, CueMention
from newsquote._quotes.clauses import cues
from newsquote._quotes.places import chars_of, marks_in, with_bracket
from newsquote._quotes.rules import ContentFound, NounFound, Rule
from newsquote._text.ranges import Chars, Tokens
from newsquote._text.signs import PAUSES, POSSESSIVES, STOPS
from newsquote.kinds import CueCategory, Polarity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._names.spotting import Names
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["find_nominal_cues", "nouns"]

_MAX_OWNER_TOKENS = 7
_MAX_MODIFIERS = 2
"""Adjectives between an owner and its noun: "her first public statement"."""
_MAX_CLAUSE_TOKENS = 120
"""So that a text without stops takes no longer than another."""
_MAX_TOKENS_TO_COLON = 10
"""Behind "from": an owner, and what describes it."""
_MIN_CONTENT_TOKENS = 2
"""Of a clause or infinitive: "that" or "to", and a word."""
_MIN_REGULAR_PAST_LETTERS = 5
"""A shorter word in "-ed" is no past form: "need", "seed"."""
_APOSTROPHES = POSSESSIVES | {"'", "’"}


class _Noun(NamedTuple):
    lemma: str
    category: CueCategory
    frames: str


class _Owner(NamedTuple):
    """Whose the noun is: the tokens of the mention, and of the whole phrase before the noun."""

    i: int
    j: int
    first: int


@cache
def nouns(pack: LanguagePack) -> dict[str, _Noun]:
    """Every form of every noun that attributes."""
    found = {}
    for lemma, category, frames, forms in pack.rows("cue_nouns"):
        noun = _Noun(lemma, CueCategory(category), frames)
        for form in forms.split():
            found[form] = noun
    return found


@cache
def _edges(pack: LanguagePack) -> frozenset[str]:
    """The words that cannot belong to an owner's noun phrase."""
    return frozenset({"that"}).union(
        pack.words("prepositions"),
        pack.words("determiners"),
        pack.words("auxiliaries"),
        pack.closed("conjunctions"),
        cues.verbs(pack),
    )


def find_nominal_cues(
    doc: Doc, names: Names, mark_at: Sequence[int], spots: Sequence[int]
) -> list[Attribution]:
    """The attributions by nouns outside of quotation marks.

    :param mark_at: for each token the marked text around it, or -1.
    :param spots: the tokens to look at, among them all whose words are in ``nouns``.
    """
    known, lowers = nouns(doc.pack), doc.lowers
    near = [k for k in spots if lowers[k] in known and mark_at[k] < 0]
    if not near:
        return []
    finder = _NominalFinder(doc, names, mark_at)
    found = [finder.attribution(k, known[lowers[k]]) for k in near]
    return [attribution for attribution in found if attribution is not None]


class _NominalFinder:
    """Asks of one noun at a time whose it is and what it says."""

    def __init__(self, doc: Doc, names: Names, mark_at: Sequence[int]) -> None:
        self.doc, self.mark_at = doc, mark_at
        self.owners = _Owners(doc, names)
        self.clauses = _NounClauses(doc, mark_at)

    def attribution(self, k: int, noun: _Noun) -> Attribution | None:
        """The attribution of a noun; None where nobody owns it or nothing is said."""
        first, last = self.doc.sentences[self.doc.sentence_of(k)]
        owner = self.owners.before(k, first)
        if owner is None or self._is_occasion(owner, first):
            origin, colon = self._origin(k, noun, last)
            return self._quotation(k, noun, origin, colon)
        following = self.doc.lowers[k + 1] if k + 1 < last else ""
        is_subject = owner.first == first or self.doc.words[owner.first - 1] in PAUSES
        if following == "that" and "c" in noun.frames:
            end = self.clauses.end_of_that(k + 1, last, is_subject=is_subject)
        elif following == "to" and "i" in noun.frames and is_subject and self._acts(k + 2, last):
            end = self.clauses.end_of_infinitive(k + 1, last)
        else:
            return self._quotation(k, noun, owner, k + 1)
        if end - (k + 1) < _MIN_CONTENT_TOKENS:
            return None
        return self._made(k, noun, owner, Tokens(k + 1, end), chars_of(self.doc, k + 1, end))

    def _is_occasion(self, owner: _Owner, first: int) -> bool:
        """Whether the noun is only the occasion: "said in her remarks that"."""
        if owner.first <= first:
            return False
        return self.doc.lowers[owner.first - 1] in self.doc.pack.closed("noun_occasions")

    def _acts(self, k: int, last: int) -> bool:
        """Whether a word behind "to" may be a verb, and not what is claimed: "claim to the meadow"."""
        if k >= last or not self.doc.words[k].islower():
            return False
        word = self.doc.lowers[k]
        return word not in self.owners.determiners and word not in self.owners.pronouns

    def _origin(self, k: int, noun: _Noun, last: int) -> tuple[_Owner | None, int]:
        """The owner behind the noun, and the colon behind it: "a statement from X:"."""
        doc = self.doc
        if "q" not in noun.frames or k + 1 >= len(doc.words):
            return None, k + 1
        if doc.lowers[k + 1] not in doc.pack.closed("origin_words"):
            return None, k + 1
        near = range(k + 2, min(last, k + 2 + _MAX_TOKENS_TO_COLON))
        colon = next((n for n in near if doc.words[n] == ":"), last)
        return (_Owner(k + 2, colon, k) if colon < last else None), colon

    def _quotation(
        self, k: int, noun: _Noun, owner: _Owner | None, colon: int
    ) -> Attribution | None:
        """What stands in marks behind a noun and a colon: "her words: “...”"."""
        doc = self.doc
        if owner is None or colon + 1 >= len(doc.words) or doc.words[colon] != ":":
            return None
        if self.mark_at[colon + 1] < 0:
            return None
        marked = doc.marked[self.mark_at[colon + 1]]
        piece = Chars(marked.start, marked.end)
        return self._made(k, noun, owner, Tokens(*doc.tokens_in(*piece)), piece)

    def _made(
        self, k: int, noun: _Noun, owner: _Owner, content: Tokens, piece: Chars
    ) -> Attribution:
        doc = self.doc
        cue = chars_of(doc, k, k + 1)
        return Attribution(
            pieces=(piece,),
            marks=marks_in(self.mark_at, [content]),
            cue=CueMention(
                range=cue,
                lemma=noun.lemma,
                category=noun.category,
                polarity=Polarity.POSITIVE,
            ),
            source=with_bracket(doc.text, chars_of(doc, owner.i, owner.j)),
            paragraph=doc.paragraph_of(cue.start),
            sentence=doc.sentence_of(k),
            rule=Rule.NOUN,
            evidence=(NounFound(noun.lemma), ContentFound(Rule.NOUN)),
        )


class _Owners:
    """Finds whose a noun is."""

    def __init__(self, doc: Doc, names: Names) -> None:
        self.doc, self.names = doc, names
        self.pronouns = doc.pack.closed("possessive_pronouns")
        self.determiners = doc.pack.words("determiners")
        self.edges = _edges(doc.pack)

    def before(self, k: int, first: int) -> _Owner | None:
        """The owner of the noun at ``k``: "her", "the minister's", "Ann Lee's", "critics'"."""
        doc, sign = self.doc, self._before_modifiers(k, first)
        if sign < first:
            return None
        if doc.lowers[sign] in self.pronouns:
            return _Owner(sign, sign + 1, sign)
        if doc.words[sign] not in _APOSTROPHES:
            return None
        i = self._phrase_start(sign, first)
        return _Owner(i, sign + 1, i) if i < sign else None

    def _before_modifiers(self, k: int, first: int) -> int:
        """The token before the noun and its adjectives."""
        words, lowers = self.doc.words, self.doc.lowers
        n = k - 1
        while n >= first and k - n <= _MAX_MODIFIERS:
            word = words[n]
            if not word.islower() or not word.isalpha() or lowers[n] in self.pronouns:
                break
            n -= 1
        return n

    def _phrase_start(self, sign: int, first: int) -> int:
        """Where the noun phrase before an apostrophe begins."""
        doc = self.doc
        name = self.names.at(sign - 1) if sign > first else None
        i = sign - 1 if name is None else name.i
        while i > max(first, sign - _MAX_OWNER_TOKENS) and self._describes(doc.words[i - 1]):
            i -= 1
        if i > first:
            before = doc.lowers[i - 1]
            if before in self.determiners or before in self.pronouns:
                i -= 1
        return i

    def _describes(self, word: str) -> bool:
        """Whether a word before an owner's noun may belong to it."""
        if not word.islower() or not word.isalpha() or word in self.edges:
            return False
        return not word.endswith(("ing", "ed"))


class _NounClauses:
    """Finds where the clause of a noun ends and the noun's own sentence goes on."""

    def __init__(self, doc: Doc, mark_at: Sequence[int]) -> None:
        self.doc, self.mark_at = doc, mark_at
        self.auxiliaries = doc.pack.words("auxiliaries")
        self.adverbs = doc.pack.words("cue_adverbs")
        self.determiners = doc.pack.words("determiners")

    def end_of_that(self, k: int, last: int, *, is_subject: bool) -> int:
        """Behind the clause with "that" at ``k``; 0 where a subject has no verb.

        The first verb is the clause's, the second that of the sentence.
        """
        stop = self._stop(k, last)
        if not is_subject:
            return stop
        verbs = self._verbs(k + 2, stop)
        if not verbs:
            return 0
        return self._before_adverbs(k, verbs[1] if len(verbs) > 1 else verbs[0])

    def end_of_infinitive(self, k: int, last: int) -> int:
        """Behind the infinitive at ``k``: before the verb of the sentence."""
        stop = self._stop(k, last)
        verbs = self._verbs(k + 2, stop)
        return self._before_adverbs(k, verbs[0]) if verbs else stop

    def _stop(self, k: int, last: int) -> int:
        """The next pause outside of marks, or the end of the sentence without its stop."""
        doc, last = self.doc, min(last, k + _MAX_CLAUSE_TOKENS)
        for n in range(k + 1, last):
            if doc.words[n] in PAUSES and self.mark_at[n] < 0:
                return n
        return last - 1 if doc.words[last - 1] in STOPS else last

    def _verbs(self, start: int, stop: int) -> list[int]:
        """The verbs outside of marks, each group of them by its first."""
        return [
            n
            for n in range(start, stop)
            if self.mark_at[n] < 0 and self._is_verb(n) and not self._is_verb(n - 1)
        ]

    def _is_verb(self, n: int) -> bool:
        """Whether a word is an auxiliary, or a past form that no determiner or adverb holds."""
        word, before = self.doc.lowers[n], self.doc.lowers[n - 1]
        if word in self.auxiliaries:
            return True
        if len(word) < _MIN_REGULAR_PAST_LETTERS or not word.endswith("ed"):
            return False
        return before not in self.determiners and before not in self.adverbs

    def _before_adverbs(self, k: int, end: int) -> int:
        """Before the adverbs of the verb at ``end``."""
        while end > k and self.doc.lowers[end - 1] in self.adverbs:
            end -= 1
        return end
