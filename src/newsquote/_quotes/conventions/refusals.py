"""Who did not speak: "did not respond to a request", "could not be reached", "had no comment".

In: a ``Doc`` and the sources of cues. Out: attributions of refusals. Why: these are said of somebody
like a statement is, and are none. They have a few fixed shapes around one word.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import attrs

from newsquote._quotes.attribution import Attribution, CueMention
from newsquote._quotes.clauses.cues import Cue, negates
from newsquote._quotes.clauses.sources import Source
from newsquote._quotes.places import chars_of
from newsquote._quotes.rules import Convention, ConventionFound, Side
from newsquote._text.ranges import Tokens
from newsquote.kinds import CueCategory, Polarity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._quotes.clauses.sources import SourceFinder
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["find_refusals", "refusal_words"]

_MAX_GROUP_TOKENS = 5
"""Auxiliaries, negations and adverbs before a verb."""
_MAX_OBJECT_TOKENS = 8
"""Between a verb and the requests that were not answered, or before it: "Two calls to X were"."""
_MAX_TALK_TOKENS = 3
"""Behind a refusal, in which the talk stands that was refused: "an interview request"."""
_TIME_TOKENS = 3
"""Behind "could not be reached", in which a time or a channel stands: "late on Monday"."""
_WORD_CLASSES = (
    "futile_words",
    "answering_words",
    "refusing_words",
    "reaching_words",
    "absent_words",
    "comment_forms",
    "comment_nouns",
)


@cache
def refusal_words(pack: LanguagePack) -> frozenset[str]:
    """The words around which a refusal is built."""
    return frozenset().union(*map(pack.closed, _WORD_CLASSES))


@cache
def _times(pack: LanguagePack) -> frozenset[str]:
    return pack.words("weekdays").union(
        pack.closed("deictic_days"), pack.closed("day_parts"), pack.closed("time_modifiers")
    )


def find_refusals(
    doc: Doc, sources: SourceFinder, mark_at: Sequence[int], spots: Sequence[int]
) -> list[Attribution]:
    """The refusals of a text, in order; none stands inside quotation marks.

    :param mark_at: for each token the marked text around it, or -1.
    :param spots: the tokens to look at, among them all whose words are in ``refusal_words``.
    """
    known = refusal_words(doc.pack)
    near = [k for k in spots if doc.lowers[k] in known and mark_at[k] < 0]
    if not near:
        return []
    shapes, recorder = _RefusalShapes(doc), _Recorder(doc, sources)
    found: list[Attribution] = []
    for k in near:
        failed = shapes.failed_attempt(k)
        if failed is not None:
            found.append(recorder.failed_attempt(failed))
            continue
        span = shapes.span(k)
        if span is not None and (not found or found[-1].pieces[0].end <= doc.starts[span.i]):
            found.append(recorder.refusal(span, shapes.cue_end(k, span)))
    return found


class _FailedAttempt(NamedTuple):
    """The tokens of "Attempts to reach the family were unsuccessful"."""

    first: int
    whom: int
    """Where "the family" begins."""
    verb: int
    """Where it ends."""
    end: int


class _RefusalShapes:
    """Asks of one word at a time whether a refusal is built around it."""

    def __init__(self, doc: Doc) -> None:
        self.doc, self.lowers, self.pack = doc, doc.lowers, doc.pack
        self.answers = self.pack.closed("answering_words")
        self.comment_nouns = self.pack.closed("comment_nouns")
        self.futile = self.pack.closed("futile_words")
        self.reaching = self.pack.closed("reaching_words")
        self.refusing = self.pack.closed("refusing_words")
        self.requests = self.pack.closed("request_words")

    def _is_in_class(self, k: int, name: str) -> bool:
        return self.lowers[k] in self.pack.closed(name)

    def span(self, k: int) -> Tokens | None:
        """The refusal around a word: from its first auxiliary to its last word."""
        first, last = self.doc.sentences[self.doc.sentence_of(k)]
        word, start = self.lowers[k], self._group_start(k, first)
        if word in self.refusing:
            return self._refused(start, k, last)
        if word in self.futile:
            is_of_requests = k - 1 > first and self.lowers[first] in self.requests
            return Tokens(min(start, k - 1), k + 1) if is_of_requests else None
        if self._is_in_class(k, "absent_words"):
            return self._absent(start, k)
        negated = self._is_negated(start, k, first)
        if word in self.reaching:
            return self._unreached(start, k, last) if negated else None
        if negated and self._is_in_class(k, "comment_forms"):
            return Tokens(start, k + 1)
        if word in self.comment_nouns:
            return self._had_no_comment(k, first)
        return self._unanswered(start, k, last) if negated and word in self.answers else None

    def _group_start(self, k: int, first: int) -> int:
        """Back over the auxiliaries, negations and adverbs before a verb."""
        auxiliaries, adverbs = self.pack.words("auxiliaries"), self.pack.words("cue_adverbs")
        i = k
        while i > first and k - i < _MAX_GROUP_TOKENS:
            word = self.lowers[i - 1]
            helps = word in auxiliaries or word in adverbs or negates(self.pack, word)
            if not helps:
                break
            i -= 1
        return i

    def _is_negated(self, start: int, k: int, first: int) -> bool:
        """Whether the verb group says no, or its subject does: "neither man would comment"."""
        if any(negates(self.pack, word) for word in self.lowers[start:k]):
            return True
        return start - first <= _MAX_OBJECT_TOKENS and self._is_in_class(first, "neither_words")

    # ------------------------------------------------------------- the shapes

    def _refused(self, start: int, k: int, last: int) -> Tokens | None:
        """The shapes of "declined to comment" and "declined an interview request"."""
        if k + 2 < last and self.lowers[k + 1] == "to":
            if self.lowers[k + 2] in self.pack.words("comment_verbs"):
                return Tokens(start, k + 3) if self._ends_clause(k + 3, last) else None
        end = self._refused_talk_end(k, last)
        return Tokens(start, end) if end else None

    def _refused_talk_end(self, k: int, last: int) -> int:
        """Behind "comment", "an interview request" or "to be interviewed"; 0 without these."""
        words = self.lowers[k + 1 : min(last, k + 2 + _MAX_TALK_TOKENS)]
        if words[:1] == ["comment"]:
            return k + 2
        if words[:2] == ["to", "be"]:
            if not self.pack.closed("talk_participles").isdisjoint(words[2:3]):
                return k + 4
        talk = self.pack.closed("talk_words")
        near = words[:_MAX_TALK_TOKENS]
        last_talk = max((n for n, word in enumerate(near) if word in talk), default=None)
        return 0 if last_talk is None else k + 2 + last_talk

    def _ends_clause(self, k: int, last: int) -> bool:
        """Whether no clause goes on at a token: "declined to say", not "to say whether"."""
        if k >= last or not self.lowers[k][0].isalnum():
            return True
        return self.lowers[k] in self.pack.words("prepositions")

    def _absent(self, start: int, k: int) -> Tokens | None:
        """The shape of "was not available for comment"."""
        if start == k or self.lowers[k + 1 : k + 3] != ["for", "comment"]:
            return None
        return Tokens(start, k + 3)

    def _unreached(self, start: int, k: int, last: int) -> Tokens | None:
        """The shape of "could not be reached for comment"."""
        if "be" not in self.lowers[start:k] or not self._tells_no_obstacle(k + 1, last):
            return None
        return Tokens(start, self._past_purpose(k + 1, last))

    def _tells_no_obstacle(self, k: int, last: int) -> bool:
        """Whether only a purpose, a channel or a time follows: not "on foot", "because of snow"."""
        if k >= last or not self.lowers[k][0].isalnum():
            return True
        words = self.lowers[k : min(last, k + _TIME_TOKENS)]
        if self._is_in_class(k, "purpose_words") or not _times(self.pack).isdisjoint(words):
            return True
        return not self.pack.closed("channel_words").isdisjoint(words)

    def _past_purpose(self, k: int, last: int) -> int:
        """Behind "for comment", "seeking comment"."""
        if k + 1 >= last or not self._is_in_class(k, "purpose_words"):
            return k
        return k + 2 if self._is_in_class(k + 1, "sought_words") else k

    def _had_no_comment(self, k: int, first: int) -> Tokens | None:
        """The shape of "had no comment"."""
        if k - 2 < first or self.lowers[k - 1] != "no":
            return None
        if not self._is_in_class(k - 2, "having_words"):
            return None
        return Tokens(self._group_start(k - 2, first), k + 1)

    def _unanswered(self, start: int, k: int, last: int) -> Tokens | None:
        """The shape of "did not respond", with the calls and requests that follow, or nothing."""
        lowers = self.lowers
        for n in range(k + 1, min(last, k + 1 + _MAX_OBJECT_TOKENS)):
            if lowers[n] in self.requests:
                return Tokens(start, self._past_purpose(n + 1, last))
            if not lowers[n][0].isalnum():
                break
        before = lowers[max(0, start - _MAX_OBJECT_TOKENS) : start]
        if self._is_in_class(k, "returning_words") and self.requests.isdisjoint(before):
            return None
        answers_to = lowers[k + 1 : k + 2] == ["to"]
        names_whom = answers_to and k + 2 < last and self.doc.words[k + 2][0].isupper()
        ends = self._ends_clause(k + 1, last) and not answers_to
        return Tokens(start, k + 1) if names_whom or ends else None

    def failed_attempt(self, k: int) -> _FailedAttempt | None:
        """The shape of "Attempts to reach the family were unsuccessful"."""
        if self.lowers[k] not in self.futile:
            return None
        first = self.doc.sentences[self.doc.sentence_of(k)][0]
        verb = self._group_start(k, first)
        whom = first + len(("Attempts", "to", "reach"))
        if verb >= k or verb <= whom or self.lowers[first + 1] != "to":
            return None
        if not self._is_in_class(first, "attempt_words"):
            return None
        if not self._is_in_class(first + 2, "attempted_words"):
            return None
        return _FailedAttempt(first, whom, verb, k + 1)

    def cue_end(self, k: int, span: Tokens) -> int:
        """Behind the words that refuse: "did not respond" of "did not respond to a request"."""
        word = self.lowers[k]
        if word in self.comment_nouns:
            return span.j
        return k + 1 if word in self.answers or word in self.reaching else span.j


class _Recorder:
    """Makes attributions of refusals."""

    def __init__(self, doc: Doc, sources: SourceFinder) -> None:
        self.doc, self.sources = doc, sources
        self.refusing = doc.pack.closed("refusing_words")
        self.requests = doc.pack.closed("request_words")

    def failed_attempt(self, failed: _FailedAttempt) -> Attribution:
        """The refusal of somebody whom others tried to reach."""
        refusal = self.refusal(Tokens(failed.first, failed.end), failed.whom)
        return attrs.evolve(refusal, source=chars_of(self.doc, failed.whom, failed.verb))

    def refusal(self, span: Tokens, cue_end: int) -> Attribution:
        """The refusal in some tokens, whose cue ends with token ``cue_end`` (exclusive)."""
        doc = self.doc
        verb = self._verb(span)
        source = self._source(verb)
        return Attribution(
            pieces=(chars_of(doc, span.i, span.j),),
            cue=CueMention(
                range=chars_of(doc, span.i, cue_end),
                lemma=verb.lemma,
                category=verb.category,
                polarity=verb.polarity,
            ),
            source=None
            if source is None
            else chars_of(doc, source.i, self._end_without_clause(source)),
            paragraph=doc.sentence_paragraphs[verb.sentence],
            sentence=verb.sentence,
            evidence=(ConventionFound(Convention.REFUSAL),),
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

    def _source(self, verb: Cue) -> Source | None:
        return (
            self._neither(verb)
            or self._called(verb)
            or self.sources.left(verb)
            or self.sources.subject(verb)
        )

    def _neither(self, cue: Cue) -> Source | None:
        """Neither of two who did not speak."""
        doc = self.doc
        first = doc.sentences[cue.sentence][0]
        if not 0 < cue.i - first <= _MAX_OBJECT_TOKENS:
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
