"""Nouns that attribute: "her claim that ...", "a statement from X: ...".

In: a ``Doc``, its names and which tokens stand inside marks. Out: attributions. Why: a noun of
saying has its source as owner before it or behind "from", and its clause ends where the sentence
that the noun only begins goes on with a verb of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsquote._quotes.attribution import Attribution, CueMention
from newsquote._quotes.conventions.noun_clauses import NounClauses
from newsquote._quotes.conventions.noun_owners import Owner, Owners
from newsquote._quotes.places import marks_in, with_bracket
from newsquote._quotes.rules import NounFound, Rule
from newsquote._text.ranges import Chars, Tokens
from newsquote._text.signs import PAUSES
from newsquote.kinds import CueCategory, Polarity
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._names.spotting import Names
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["find_nominal_cues", "nouns"]

_MAX_TOKENS_TO_COLON = 10
"""Behind "from": an owner, and what describes it."""
_MIN_CONTENT_TOKENS = 2
"""Of a clause or infinitive: "that" or "to", and a word."""


class _Noun(NamedTuple):
    lemma: str
    category: CueCategory
    frames: str


@kept_by_pack
def nouns(pack: LanguagePack) -> dict[str, _Noun]:
    """Every form of every noun that attributes."""
    found = {}
    for lemma, category, frames, forms in pack.rows("cue_nouns"):
        noun = _Noun(lemma, CueCategory(category), frames)
        for form in forms.split():
            found[form] = noun
    return found


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
        self.words, self.lowers = doc.words, doc.lowers
        self.owners = Owners(doc, names)
        self.clauses = NounClauses(doc, mark_at)
        self.occasions = doc.pack.closed("noun_occasions")
        self.origins = doc.pack.closed("origin_words")

    def attribution(self, k: int, noun: _Noun) -> Attribution | None:
        """The attribution of a noun; None where nobody owns it or nothing is said."""
        behind = k + 1
        first, last = self.doc.sentences[self.doc.sentence_of(k)]
        owner = self.owners.before(k, first)
        if owner is None or self._is_occasion(owner, first):
            return self._with_origin(k, noun, last)
        following = self.lowers[behind] if behind < last else ""
        is_subject = owner.first == first or self.words[owner.first - 1] in PAUSES
        may_act = "i" in noun.frames and is_subject and self._acts(behind + 1, last)
        if following == "that" and "c" in noun.frames:
            end = self.clauses.end_of_that(behind, last, is_subject=is_subject)
        elif following == "to" and may_act:
            end = self.clauses.end_of_infinitive(behind, last)
        else:
            return self._quotation(k, noun, owner, behind)
        if end < behind + _MIN_CONTENT_TOKENS:
            return None
        content = Tokens(behind, end)
        return self._made(k, noun, owner, content, self.doc.chars_of(behind, end))

    def _is_occasion(self, owner: Owner, first: int) -> bool:
        """Whether the noun is only the occasion: "said in her remarks that"."""
        return owner.first > first and self.lowers[owner.first - 1] in self.occasions

    def _acts(self, k: int, last: int) -> bool:
        """Whether a word behind "to" may be a verb, and not what is claimed: "claim to a field"."""
        if k >= last or not self.words[k].islower():
            return False
        return not self.owners.opens_phrase(self.lowers[k])

    def _with_origin(self, k: int, noun: _Noun, last: int) -> Attribution | None:
        """A quotation whose owner stands behind the noun: "a statement from X: “...”"."""
        origin, start = k + 1, k + 2
        if "q" not in noun.frames or origin >= len(self.lowers):
            return None
        if self.lowers[origin] not in self.origins:
            return None
        stop = min(last, start + _MAX_TOKENS_TO_COLON)
        for colon in range(start, stop):
            if self.words[colon] == ":":
                return self._quotation(k, noun, Owner(start, colon, k), colon)
        return None

    def _quotation(self, k: int, noun: _Noun, owner: Owner, colon: int) -> Attribution | None:
        """What stands in marks behind a noun and a colon: "her words: “...”"."""
        behind = colon + 1
        if behind >= len(self.words) or self.words[colon] != ":":
            return None
        number = self.mark_at[behind]
        if number < 0:
            return None
        marked = self.doc.marked[number]
        piece = Chars(marked.start, marked.end)
        content = Tokens(*self.doc.tokens_in(*piece))
        return self._made(k, noun, owner, content, piece)

    def _made(
        self,
        k: int,
        noun: _Noun,
        owner: Owner,
        content: Tokens,
        piece: Chars,
    ) -> Attribution:
        doc = self.doc
        cue = CueMention(
            range=doc.chars_of(k, k + 1),
            lemma=noun.lemma,
            category=noun.category,
            polarity=Polarity.POSITIVE,
        )
        source = doc.chars_of(owner.i, owner.j)
        return Attribution(
            pieces=(piece,),
            marks=marks_in(self.mark_at, [content]),
            cue=cue,
            source=with_bracket(doc.text, source),
            paragraph=doc.paragraph_of(cue.range.start),
            sentence=doc.sentence_of(k),
            rule=Rule.NOUN,
            evidence=(NounFound(noun.lemma), Rule.NOUN),
        )
