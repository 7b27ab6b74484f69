"""Whole quotations that no verb attributes: “...” behind a label, a colon or a sentence.

In: a marked text that no attribution has. Out: an attribution for it, still without pieces. Why:
vox pops, reactions and features print who speaks beside the marks ("Ann Lee, 34: “...”"), on a
line of its own, or only tell of somebody and then let the marks speak. What stands in marks and is
whole sentences was said by somebody; where nobody is told of it may be an inscription or a saying,
and is left alone. A term or a title is no whole sentence, and stays none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.attribution import Attribution, CueMention
from newsquote._quotes.conventions.label_lines import LabelLines
from newsquote._quotes.rules import Convention
from newsquote._text.signs import STOPS
from newsquote.kinds import CueCategory, Polarity, SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsquote._names.spotting import Name, Names
    from newsquote._quotes.clauses.cues import Cue
    from newsquote._quotes.clauses.sources import SourceFinder
    from newsquote._text.doc import Doc
    from newsquote._text.marks import Marked
    from newsquote._text.ranges import Chars

__all__ = ["Introductions"]

_MIN_TOKENS = 4
"""With its marks; what is shorter is a term."""
_MIN_LED_IN_TOKENS = 8
"""The same behind a comma, where titles stand, too."""
_LEADING_SIGNS = frozenset((",", "—", "–", "--"))
_CLOSERS = frozenset(("]", ")", "'", "’"))
"""Signs between the last stop of a quotation and its closing mark."""

# English words.
_IT = "it"
_OF = "of"


class Introductions:
    """What introduces the quotations of a text, beside verbs."""

    def __init__(
        self,
        doc: Doc,
        names: Names,
        mark_at: Sequence[int],
        sources: SourceFinder,
        cues: Iterable[Cue],
    ) -> None:
        self.doc, self.names, self.mark_at, self.sources = doc, names, mark_at, sources
        cues = list(cues)
        self.verbs = {cue.sentence: cue for cue in cues if cue.build == "finite"}
        """The last finite cue of each sentence."""
        self.labels = LabelLines(doc, names, mark_at, {cue.i for cue in cues})

    def by_label(self, marked: Marked) -> Attribution | None:
        """An attribution by a name beside the marks, or on a line of its own."""
        i, j = self.doc.tokens_in(marked.start, marked.end)
        if j - i < _MIN_TOKENS or not self._ends_whole(j):
            return None
        source = self.labels.beside(marked.paragraph, i, j)
        if source is None:
            return None
        colon = i - 1 if self.doc.words[i - 1] == ":" else None
        return self._attribution(marked, source, colon)

    def by_text(self, marked: Marked, *, answers: bool) -> Attribution | None:
        """An attribution of whole sentences by what is told right before them.

        :param answers: whether the quotation answers the one before.
        """
        doc = self.doc
        i, j = doc.tokens_in(marked.start, marked.end)
        first, _ = doc.sentence_around(i)
        if j - i < _MIN_TOKENS or not self._ends_whole(j):
            return None
        if self._is_title(i, j) and not answers:
            return None
        before = i - 1
        if first < i and doc.words[before] == ":":
            source = self._teller(doc.sentence_of(i), before)
            return self._attribution(marked, source, before)
        if first < before and self._is_led_in(before, i, j):
            source = self._teller(doc.sentence_of(i), before)
            return None if source is None else self._attribution(marked, source, None)
        if first < before and doc.lowers[before] == _OF:
            return self._shouted(marked, before - 1)
        if first != i or self._goes_on_behind(j, doc.sentence_around(j - 1).j):
            return None
        source = self._told_of_before(marked, i)
        if source is None and not answers:
            return None
        return self._attribution(marked, source, None)

    def _is_led_in(self, comma: int, i: int, j: int) -> bool:
        """Whether a clause, its comma and a quotation to the end make a sentence.

        So they do in "Lee reacted online, “It is over.”", but not in a list of things in marks.
        """
        doc = self.doc
        if doc.words[comma] not in _LEADING_SIGNS or self.mark_at[comma - 1] >= 0:
            return False
        if j - i < _MIN_LED_IN_TOKENS:
            return False
        return not self._goes_on_behind(j, doc.sentence_around(j - 1).j)

    # ------------------------------------------------------------- the marks

    def _ends_whole(self, j: int) -> bool:
        """Whether a stop or a comma stands at the closing mark of tokens that end before ``j``."""
        words = self.doc.words
        final = j - 2
        while final > 0 and words[final] in _CLOSERS:
            final -= 1
        if words[final] in STOPS or words[final] == "," or words[j - 1] in STOPS:
            return True
        return j < len(words) and words[j] in STOPS

    def _goes_on_behind(self, j: int, last: int) -> bool:
        """Whether words of the same sentence follow marked tokens."""
        return any(self.doc.words[k][0].isalnum() for k in range(j, last) if self.mark_at[k] < 0)

    def _is_title(self, i: int, j: int) -> bool:
        """Whether all longer words have capitals, as in a title."""
        words = [word for word in self.doc.words[i:j] if word[0].isalpha()]
        small = self.doc.pack.words("small_words")
        return all(word[0].isupper() or word in small for word in words)

    # ------------------------------------------------------------- who is told of

    def _teller(self, sentence: int, colon: int) -> Chars | None:
        """The subject of a sentence that ends in a colon; of "His last words were:" it is "his"."""
        verb = self.verbs.get(sentence)
        source = None if verb is None or verb.i > colon else self.sources.left(verb)
        if source is None:
            source = self.sources.subject_of(sentence, colon)
        if source is None:
            return None
        i, j = source.i, source.j
        if self.doc.lowers[i] in self.doc.pack.closed("possessive_pronouns"):
            j = i + 1
        return self.doc.chars_of(i, j)

    def _told_of_before(self, marked: Marked, i: int) -> Chars | None:
        """The person who is the subject of the sentence before, in the same paragraph."""
        doc = self.doc
        before = doc.sentence_of(i) - 1
        if before < 0 or doc.sentence_paragraphs[before] != marked.paragraph:
            return None
        first, last = doc.sentences[before]
        pronouns = doc.pack.closed("subject_pronouns")
        k = first
        while k < last and self.mark_at[k] < 0:
            name = self.names.at(k)
            if doc.lowers[k] in pronouns and not self._is_impersonal(k):
                return doc.chars_of(k, k + 1)
            if name is None:
                k += 1
                continue
            if self._may_be_subject(name, first):
                return doc.chars_of(name.i, name.j) if _may_be_person(name) else None
            k = name.j
        return None

    def _is_impersonal(self, k: int) -> bool:
        """Whether a pronoun means nobody: "It was late"."""
        lowers = self.doc.lowers
        if lowers[k] != _IT:
            return False
        return lowers[k + 1] in self.doc.pack.words("auxiliaries")

    def _may_be_subject(self, name: Name, first: int) -> bool:
        """Whether a name is surely one, and no complement of a preposition."""
        lowers = self.doc.lowers
        if name.doubtful and lowers[name.j] in self.doc.pack.words("prepositions"):
            # A word with a capital only since it is the first: "Halfway across he stops".
            return False
        return name.i == first or lowers[name.i - 1] not in self.doc.pack.words("prepositions")

    def _shouted(self, marked: Marked, noun: int) -> Attribution | None:
        """What was heard: "There was a shout of “Get him out!”"."""
        if self.doc.lowers[noun] not in self.doc.pack.closed("shouting_nouns"):
            return None
        return self._attribution(marked, None, None)

    def _attribution(self, marked: Marked, source: Chars | None, colon: int | None) -> Attribution:
        """An attribution whose pieces are still to be added."""
        doc = self.doc
        i = doc.token_at(marked.start)
        return Attribution(
            pieces=(),
            cue=None if colon is None else self._colon(colon),
            source=source,
            paragraph=marked.paragraph,
            sentence=doc.sentence_of(i),
            evidence=(Convention.WHOLE_QUOTATION,),
        )

    def _colon(self, k: int) -> CueMention:
        return CueMention(
            range=self.doc.chars_of(k, k + 1),
            lemma=":",
            category=CueCategory.PUNCTUATION,
            polarity=Polarity.POSITIVE,
        )


def _may_be_person(name: Name) -> bool:
    """Whether a name is that of a person, as far as is known."""
    if name.place:
        return False
    return name.kind is None or name.kind is SpeakerKind.PERSON
