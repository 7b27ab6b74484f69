"""Nouns that attribute: "her claim that ...", "a statement from X: ...".

In: a ``Doc``, its names and which tokens stand inside marks. Out: drafts. Why: a noun of saying has its source as owner before it or behind "from", and
its clause ends where the sentence that the noun only begins goes on with a verb of its own.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsquote._quotes.clauses import cues
from newsquote._quotes.linking import Draft, bracketed
from newsquote._quotes.rules import RULE_TEXTS, Rule
from newsquote._text.signs import PAUSES, POSSESSIVES, STOPS
from newsquote.kinds import CueCategory, Polarity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._names.spotting import Names
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["find", "nouns"]

_LONGEST_OWNER = 7
_LONGEST_CLAUSE = 120
_MODIFIERS = 2
_NEAR = 3
"""Tokens between "from" and its noun phrase's first noun."""


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
    return {
        form: _Noun(lemma, CueCategory(category), frames)
        for lemma, category, frames, forms in pack.rows("cue_nouns")
        for form in forms.split()
    }


@cache
def _edges(pack: LanguagePack) -> frozenset[str]:
    """The words that cannot belong to an owner's noun phrase."""
    small = (
        pack.words("prepositions")
        | pack.words("determiners")
        | pack.words("auxiliaries")
        | pack.closed("conjunctions")
    )
    return frozenset(small.union(cues.verbs(pack), {"that"}))


def find(doc: Doc, names: Names, inside: list[int], spots: Sequence[int]) -> list[Draft]:
    """The attributions by nouns outside of quotation marks.

    :param spots: the tokens to look at, among them all whose words are in ``nouns``.
    """
    known, lowers = nouns(doc.pack), doc.lowers
    near = [k for k in spots if lowers[k] in known and inside[k] < 0]
    if not near:
        return []
    reader = _Reader(doc, names, inside)
    return [draft for k in near if (draft := reader.read(k, known[lowers[k]])) is not None]


class _Reader:
    def __init__(self, doc: Doc, names: Names, inside: list[int]) -> None:
        self.doc, self.names, self.inside = doc, names, inside
        pack = doc.pack
        self.owners, self.determiners, self.prepositions = (
            pack.closed("possessive_pronouns"),
            pack.words("determiners"),
            pack.words("prepositions"),
        )
        self.auxiliaries, self.adverbs = pack.words("auxiliaries"), pack.words("cue_adverbs")
        self.edges = _edges(pack)
        self.occasions = pack.closed("noun_occasions")
        self.origins = pack.closed("origin_words")

    def read(self, k: int, noun: _Noun) -> Draft | None:
        """The draft of a noun, or None where nobody owns it or nothing is said."""
        doc = self.doc
        sentence = doc.sentence_of(k)
        first, last = doc.sentences[sentence]
        following = doc.lowers[k + 1] if k + 1 < last else ""
        owner = self._owner(k, first)
        if (
            owner is not None
            and owner.first > first
            and doc.lowers[owner.first - 1] in self.occasions
        ):
            # "said in her remarks that", "we know from his statements that": the noun is only the occasion.
            return self._quotation(k, noun, None, sentence)
        if following == "that" and "c" in noun.frames and owner is not None:
            end = self._end(k + 1, last, clause=True, subject=self._is_subject(owner.first, first))
        elif (
            following == "to"
            and "i" in noun.frames
            and owner is not None
            and self._is_subject(owner.first, first)
            and self._acts(k + 2, last)
        ):
            end = self._end(k + 1, last, clause=False, subject=True)
        else:
            return self._quotation(k, noun, owner, sentence)
        return None if end <= k + 2 else self._draft(k, noun, owner, (k + 1, end))

    def _owner(self, k: int, first: int) -> _Owner | None:
        """The owner of the noun at ``k``: "her", "the minister's", "Ann Lee's", "critics'"."""
        doc, n = self.doc, k - 1
        while (
            n >= first
            and k - n <= _MODIFIERS
            and doc.words[n].islower()
            and doc.words[n].isalpha()
            and doc.lowers[n] not in self.owners
        ):
            n -= 1
        if n < first:
            return None
        if doc.lowers[n] in self.owners:
            return _Owner(n, n + 1, n)
        if doc.words[n] not in POSSESSIVES and doc.words[n] not in {"'", "’"}:
            return None
        name = self.names.at(n - 1) if n > first else None
        i = n - 1 if name is None else name.i
        while i > max(first, n - _LONGEST_OWNER) and self._describes(doc.words[i - 1]):
            i -= 1
        i -= i > first and doc.lowers[i - 1] in self.determiners | self.owners
        return _Owner(i, n + 1, i) if i < n else None

    def _describes(self, word: str) -> bool:
        """Whether a word before an owner's noun may belong to it."""
        return (
            word.islower()
            and word.isalpha()
            and word not in self.edges
            and not word.endswith(("ing", "ed"))
        )

    def _acts(self, k: int, last: int) -> bool:
        """Whether what stands behind "to" may be a verb, and not what is claimed: "his claim to the meadow"."""
        return (
            k < last
            and self.doc.words[k].islower()
            and self.doc.lowers[k] not in self.determiners | self.owners
        )

    def _is_subject(self, i: int, first: int) -> bool:
        """Whether a phrase begins its sentence, or the clause behind an opening phrase."""
        return i == first or self.doc.words[i - 1] in PAUSES

    def _end(self, k: int, last: int, *, clause: bool, subject: bool) -> int:
        """Behind the clause at ``k``: at the sentence's end, at a pause, or where the verb of the noun's own sentence stands."""
        doc, last = self.doc, min(last, k + _LONGEST_CLAUSE)
        stop = next(
            (n for n in range(k + 1, last) if doc.words[n] in PAUSES and self.inside[n] < 0), last
        )
        stop -= stop == last and doc.words[last - 1] in STOPS
        if not subject:
            return stop
        verbs = [
            n
            for n in range(k + 2, stop)
            if self.inside[n] < 0 and self._is_verb(n) and not self._is_verb(n - 1)
        ]
        if not verbs:
            return 0 if clause else stop
        own = 1 if clause and len(verbs) > 1 else 0
        end = verbs[own]
        while end > k and doc.lowers[end - 1] in self.adverbs:
            end -= 1
        return end

    def _is_verb(self, n: int) -> bool:
        """Whether a word is an auxiliary, or looks like a past form that no auxiliary or adverb holds."""
        word = self.doc.lowers[n]
        if word in self.auxiliaries:
            return True
        before = self.doc.lowers[n - 1]
        return (
            len(word) > len("need")
            and word.endswith("ed")
            and before not in self.determiners
            and before not in self.adverbs
        )

    def _quotation(self, k: int, noun: _Noun, owner: _Owner | None, sentence: int) -> Draft | None:
        """The draft of "a statement from X: “...”", "her words: “...”"."""
        doc = self.doc
        last = doc.sentences[sentence][1]
        colon = k + 1
        if (
            "q" in noun.frames
            and owner is None
            and doc.lowers[k + 1 : k + 2]
            and doc.lowers[k + 1] in self.origins
        ):
            colon = next(
                (
                    n
                    for n in range(k + 2, min(last, k + 2 + _LONGEST_OWNER + _NEAR))
                    if doc.words[n] == ":"
                ),
                last,
            )
            if colon < last:
                owner = _Owner(k + 2, colon, k)
        if (
            owner is None
            or not colon + 1 < len(doc.words)
            or doc.words[colon] != ":"
            or self.inside[colon + 1] < 0
        ):
            return None
        marked = doc.marked[self.inside[colon + 1]]
        draft = self._draft(k, noun, owner, doc.tokens_in(marked.start, marked.end))
        draft.pieces = [(marked.start, marked.end)]
        return draft

    def _draft(self, k: int, noun: _Noun, owner: _Owner, content: tuple[int, int]) -> Draft:
        doc = self.doc
        i, j = content
        return Draft(
            pieces=[(doc.starts[i], doc.ends[j - 1])],
            used=sorted({self.inside[n] for n in range(i, j) if self.inside[n] >= 0}),
            cue=(doc.starts[k], doc.ends[k]),
            lemma=noun.lemma,
            category=noun.category,
            polarity=Polarity.POSITIVE,
            source=bracketed(doc.text, (doc.starts[owner.i], doc.ends[owner.j - 1])),
            paragraph=doc.paragraph_of(doc.starts[k]),
            sentence=doc.sentence_of(k),
            rule=Rule.NOUN,
            evidence=[f"cue: {noun.lemma}, a noun", f"content: {RULE_TEXTS[Rule.NOUN]}"],
        )
