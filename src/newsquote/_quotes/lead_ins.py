"""Lines that end in a colon and introduce what stands below them: "Lee added:".

In: the finite cues of a text and what finds sources. Out: attributions of the quotations or
paragraphs below such lines. Why: the words below have no cue beside them, and often no marks; only
the colon says that they are somebody's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote._quotes.attribution import Attribution, CueMention
from newsquote._quotes.places import lies_within
from newsquote._quotes.rules import Convention, Rule
from newsquote._text.signs import STOPS
from newsquote.kinds import CueCategory, Polarity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsquote._quotes.clauses.cues import Cue
    from newsquote._quotes.clauses.sources import Source, SourceFinder
    from newsquote._text.doc import Doc
    from newsquote._text.marks import Marked
    from newsquote._text.ranges import Chars

__all__ = ["LeadIns"]

_MAX_TOKENS_TO_COLON = 6
"""Behind a verb that introduces a paragraph without marks: "added in a letter on Monday:"."""
_BULLETS = frozenset("•‣◦▪·*-–—")
_MIN_ITEM_TOKENS = 4
"""Of an item of a list, with its sign."""
_MAX_ITEMS = 20
_MIN_BLOCK_TOKENS = 6
"""A shorter paragraph without marks is a heading or an item of a list."""


class LeadIns:
    """The lines of a text that may introduce what is below."""

    def __init__(self, doc: Doc, sources: SourceFinder, cues: Iterable[Cue]) -> None:
        self.doc, self.sources = doc, sources
        self.verbs = {cue.sentence: cue for cue in cues if cue.build == "finite"}
        """The last finite cue of each sentence."""

    def above_quotation(self, marked: Marked) -> Attribution | None:
        """An attribution, still without pieces, where the line above names who speaks."""
        doc, number = self.doc, marked.paragraph
        if number == 0 or doc.paragraphs[number][0] != marked.start:
            return None
        i, j = doc.paragraph_tokens[number - 1]
        if i >= j or doc.words[j - 1] != ":":
            return None
        sentence = doc.sentence_of(j - 1)
        verb = self.verbs.get(sentence)
        source = None if verb is None else self.sources.left(verb)
        if source is None:
            source = self.sources.subject_of(sentence, j - 1)
        return None if source is None else self._introduction(sentence, verb, source)

    def with_whole_lists(self, attributions: Sequence[Attribution]) -> list[Attribution]:
        """The attributions, those of a list's first item with the items below it."""
        items_of = {
            verb.sentence: items
            for verb in self.verbs.values()
            if self._closes_its_paragraph(verb)
            and (items := self._items(self.doc.sentence_paragraphs[verb.sentence] + 1))
        }
        if not items_of:
            return list(attributions)
        return [_with_items(one, items_of.get(one.sentence, ())) for one in attributions]

    def paragraphs_below(self, attributions: Sequence[Attribution]) -> list[Attribution]:
        """Attributions of paragraphs without marks below a cue and a colon.

        :param attributions: what is known already; nothing is attributed twice.
        """
        doc = self.doc
        closing = [verb for verb in self.verbs.values() if self._closes_its_paragraph(verb)]
        if not closing:
            return []
        telling = {attribution.sentence for attribution in attributions}
        said = {attribution.paragraph for attribution in attributions}
        for attribution in attributions:
            said.update(doc.paragraph_of(piece.start) for piece in attribution.pieces)
        found = []
        for verb in closing:
            number = doc.sentence_paragraphs[verb.sentence] + 1
            if verb.sentence in telling or number in said:
                continue
            if number == len(doc.paragraphs):
                continue
            pieces = self._items(number) or self._block(number)
            source = self.sources.left(verb) if pieces else None
            if source is not None:
                found.append(self._told_below(verb, source, pieces))
        return found

    def _closes_its_paragraph(self, verb: Cue) -> bool:
        """Whether a verb that can quote ends its paragraph with a colon."""
        doc = self.doc
        paragraph = doc.sentence_paragraphs[verb.sentence]
        _, last = doc.sentences[verb.sentence]
        _, end = doc.paragraph_tokens[paragraph]
        if "q" not in verb.frames or last != end:
            return False
        if doc.words[last - 1] != ":":
            return False
        return last - verb.j <= _MAX_TOKENS_TO_COLON

    def _items(self, number: int) -> tuple[Chars, ...]:
        """The items of a list that begins with a paragraph, at least two, without their signs."""
        doc = self.doc
        pieces = []
        for i, j in doc.paragraph_tokens[number : number + _MAX_ITEMS]:
            if j - i < _MIN_ITEM_TOKENS or doc.words[i] not in _BULLETS:
                break
            pieces.append(doc.chars_of(i + 1, j))
        return tuple(pieces) if len(pieces) > 1 else ()

    def _block(self, number: int) -> tuple[Chars, ...]:
        """A paragraph that is a whole sentence or more, without its final stop."""
        doc = self.doc
        i, j = doc.paragraph_tokens[number]
        if j - i < _MIN_BLOCK_TOKENS:
            return ()
        if not doc.words[i][0].isupper() or doc.words[j - 1] not in STOPS:
            return ()
        return (doc.chars_of(i, j - 1),)

    def _told_below(self, verb: Cue, source: Source, pieces: tuple[Chars, ...]) -> Attribution:
        found = self._introduction(verb.sentence, verb, source)
        return attrs.evolve(
            found,
            pieces=pieces,
            rule=Rule.PARAGRAPH_BELOW,
            evidence=(*found.evidence, Rule.PARAGRAPH_BELOW),
        )

    def _introduction(self, sentence: int, verb: Cue | None, source: Source) -> Attribution:
        """An attribution whose pieces are still to be added."""
        doc = self.doc
        return Attribution(
            pieces=(),
            cue=self._colon(sentence) if verb is None else self._verb(verb),
            source=doc.chars_of(source.i, source.j),
            paragraph=doc.sentence_paragraphs[sentence],
            sentence=sentence,
            side=source.side,
            evidence=(
                Convention.COLON_AT_PARAGRAPH_END,
                source.side,
            ),
        )

    def _colon(self, sentence: int) -> CueMention:
        colon = self.doc.sentences[sentence][1] - 1
        return CueMention(
            range=self.doc.chars_of(colon, colon + 1),
            lemma=":",
            category=CueCategory.PUNCTUATION,
            polarity=Polarity.POSITIVE,
        )

    def _verb(self, verb: Cue) -> CueMention:
        return CueMention(
            range=self.doc.chars_of(verb.i, verb.j),
            lemma=verb.lemma,
            category=verb.category,
            polarity=Polarity.POSITIVE,
        )


def _with_items(attribution: Attribution, items: tuple[Chars, ...]) -> Attribution:
    """An attribution of a list's first item, as one of the whole list."""
    if not items or attribution.marks:
        return attribution
    if not all(lies_within(piece, items[0]) for piece in attribution.pieces):
        return attribution
    return attrs.evolve(attribution, pieces=items)
