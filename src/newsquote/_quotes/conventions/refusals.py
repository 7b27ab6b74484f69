"""Who did not speak: "did not respond to a request", "could not be reached", "had no comment".

In: a ``Doc`` and what finds the sources of cues. Out: attributions of refusals. Why: these are said
of somebody like a statement is, and are none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote._quotes.attribution import Attribution, CueMention
from newsquote._quotes.clauses.cues import Cue
from newsquote._quotes.clauses.sources import Source
from newsquote._quotes.conventions.refusal_shapes import RefusalShapes, refusal_words
from newsquote._quotes.rules import Convention, Side
from newsquote._text.ranges import Tokens
from newsquote.kinds import CueCategory, Polarity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._quotes.clauses.sources import SourceFinder
    from newsquote._quotes.conventions.refusal_shapes import FailedAttempt
    from newsquote._text.doc import Doc
    from newsquote._text.ranges import Chars

__all__ = ["find_refusals"]

_MAX_SUBJECT_TOKENS = 8
"""Of a subject that begins with "neither"."""


def find_refusals(
    doc: Doc, sources: SourceFinder, mark_at: Sequence[int], spots: Sequence[int]
) -> list[Attribution]:
    """The refusals of a text, in order; none stands inside quotation marks.

    :param mark_at: for each token the marked text around it, or -1.
    :param spots: the tokens to look at, among them all whose words are in ``refusal_words``.
    """
    words = refusal_words(doc.pack)
    near = [k for k in spots if doc.lowers[k] in words and mark_at[k] < 0]
    if not near:
        return []
    shapes, recorder = RefusalShapes(doc), _Recorder(doc, sources)
    found: list[Attribution] = []
    told_until = 0
    for k in near:
        failed = shapes.failed_attempt(k)
        refusal = None if failed is not None else shapes.refusal_around(k)
        if failed is not None:
            found.append(recorder.failed_attempt(failed))
        elif refusal is not None and told_until <= doc.starts[refusal.i]:
            found.append(recorder.refusal(refusal, shapes.cue_end(k, refusal)))
        if found:
            told_until = found[-1].pieces[0].end
    return found


class _Recorder:
    """Makes attributions of refusals."""

    def __init__(self, doc: Doc, sources: SourceFinder) -> None:
        self.doc, self.sources = doc, sources
        self.refusing = doc.pack.closed("refusing_words")
        self.requests = doc.pack.closed("request_words")

    def failed_attempt(self, failed: FailedAttempt) -> Attribution:
        """The refusal of somebody whom others tried to reach."""
        refusal = self.refusal(Tokens(failed.first, failed.end), failed.whom)
        return attrs.evolve(refusal, source=self.doc.chars_of(failed.whom, failed.verb))

    def refusal(self, span: Tokens, cue_end: int) -> Attribution:
        """The refusal in some tokens, whose cue ends with token ``cue_end`` (exclusive)."""
        doc = self.doc
        verb = self._verb(span)
        return Attribution(
            pieces=(doc.chars_of(span.i, span.j),),
            cue=CueMention(
                range=doc.chars_of(span.i, cue_end),
                lemma=verb.lemma,
                category=verb.category,
                polarity=verb.polarity,
            ),
            source=self._source_range(verb),
            paragraph=doc.sentence_paragraphs[verb.sentence],
            sentence=verb.sentence,
            evidence=(Convention.REFUSAL,),
        )

    def _verb(self, span: Tokens) -> Cue:
        declined = not self.refusing.isdisjoint(self.doc.lowers[span.i : span.j])
        return Cue(
            i=span.i,
            j=span.j,
            head=span.j - 1,
            lemma="decline" if declined else "not respond",
            category=CueCategory.NEGATIVE,
            frames="",
            build="finite",
            polarity=Polarity.DECLINED if declined else Polarity.NEGATED,
            sentence=self.doc.sentence_of(span.i),
        )

    def _source_range(self, verb: Cue) -> Chars | None:
        source = self._neither(verb) or self._called(verb)
        if source is None:
            source = self.sources.left(verb) or self.sources.subject(verb)
        if source is None:
            return None
        return self.doc.chars_of(source.i, self._end_without_clause(source))

    def _neither(self, cue: Cue) -> Source | None:
        """Neither of two who did not speak."""
        doc = self.doc
        first = doc.sentences[cue.sentence][0]
        if not 0 < cue.i - first <= _MAX_SUBJECT_TOKENS:
            return None
        if doc.lowers[first] not in doc.pack.closed("neither_words"):
            return None
        return Source(first, cue.i, first, cue.j, Side.LEFT)

    def _called(self, cue: Cue) -> Source | None:
        """Who did not answer calls: "Calls to the clinic were not returned"."""
        lowers = self.doc.lowers
        first = self.doc.sentences[cue.sentence][0]
        to = next((k for k in range(first, cue.i) if lowers[k] == "to"), None)
        if to is None or to + 1 >= cue.i or self.requests.isdisjoint(lowers[first:to]):
            return None
        return Source(to + 1, cue.i, to + 1, cue.j, Side.LEFT)

    def _end_without_clause(self, source: Source) -> int:
        """The end of a source, without ", which has since been sold,"."""
        lowers, relatives = self.doc.lowers, self.doc.pack.closed("relatives")
        for k in range(source.i + 1, source.j - 1):
            if lowers[k] == "," and lowers[k + 1] in relatives:
                return k
        return source.j
