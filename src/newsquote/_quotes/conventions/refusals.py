"""Who did not speak.

In: a ``Doc`` and the sources of sources. Out: drafts of refusals: "did not respond to a request", "could not be reached", "had no comment". Why: these are
said of somebody like a statement is, and are none; they have a few fixed shapes around one word.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newsquote._quotes.clauses.cues import Cue, negates
from newsquote._quotes.clauses.sources import Source
from newsquote._quotes.linking import Draft
from newsquote._quotes.rules import Side
from newsquote.kinds import CueCategory, Polarity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._quotes.clauses.sources import SourceFinder
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["find", "triggers"]

_FARTHEST = 5
_OBJECTS = 8


_TRIGGERS = (
    "futile_words",
    "answering_words",
    "refusing_words",
    "reaching_words",
    "absent_words",
    "comment_forms",
    "comment_nouns",
)
"""The classes of the words of ``triggers``."""


@cache
def triggers(pack: LanguagePack) -> frozenset[str]:
    """The words around which a refusal is built."""
    return frozenset().union(*map(pack.closed, _TRIGGERS))


@cache
def _times(pack: LanguagePack) -> frozenset[str]:
    return (
        pack.words("weekdays")
        | pack.closed("deictic_days")
        | pack.closed("day_parts")
        | pack.closed("time_modifiers")
    )


def find(doc: Doc, sources: SourceFinder, inside: list[int], spots: Sequence[int]) -> list[Draft]:
    """The refusals of a text, in order; none stands inside quotation marks.

    :param spots: the tokens to look at, among them all whose words are in ``triggers``.
    """
    known = triggers(doc.pack)
    near = [k for k in spots if doc.lowers[k] in known and inside[k] < 0]
    if not near:
        return []
    reader = _Reader(doc, sources)
    found: list[Draft] = []
    for k in near:
        if doc.lowers[k] in reader.futile and (draft := reader.failed(k)) is not None:
            found.append(draft)
            continue
        span = reader.span(k)
        if span is not None and (not found or found[-1].pieces[0][1] <= doc.starts[span[0]]):
            found.append(reader.draft(*span, cue=reader.cue_end(k, span[1])))
    return found


class _Reader:
    """Asks of one word at a time whether a refusal is built around it."""

    def __init__(self, doc: Doc, sources: SourceFinder) -> None:
        self.doc, self.sources = doc, sources
        pack = doc.pack
        self.answers, self.comments = pack.closed("answering_words"), pack.words("comment_verbs")
        self.refusals, self.reaching = pack.closed("refusing_words"), pack.closed("reaching_words")
        self.absent, self.having = pack.closed("absent_words"), pack.closed("having_words")
        self.commenting, self.comment_nouns = (
            pack.closed("comment_forms"),
            pack.closed("comment_nouns"),
        )
        self.requests, self.purposes, self.sought = (
            pack.closed("request_words"),
            pack.closed("purpose_words"),
            pack.closed("sought_words"),
        )
        self.talk, self.interviewed, self.neither = (
            pack.closed("talk_words"),
            pack.closed("talk_participles"),
            pack.closed("neither_words"),
        )
        self.auxiliaries, self.adverbs = pack.words("auxiliaries"), pack.words("cue_adverbs")
        self.channels, self.returning = pack.closed("channel_words"), pack.closed("returning_words")
        self.times = _times(pack)
        self.attempts, self.attempted, self.futile = (
            pack.closed("attempt_words"),
            pack.closed("attempted_words"),
            pack.closed("futile_words"),
        )

    def span(self, k: int) -> tuple[int, int] | None:
        """The tokens of the refusal around a word: from its first auxiliary to its last word; None if there is none."""
        first, last = self.doc.sentences[self.doc.sentence_of(k)]
        word = self.doc.lowers[k]
        start = self._group(k, first)
        group = self.doc.lowers[start:k]
        negated = any(negates(self.doc.pack, word) for word in group) or (
            self.doc.lowers[first] in self.neither and start - first <= _OBJECTS
        )
        if (
            word in self.refusals
            and k + 2 < last
            and self.doc.lowers[k + 1] == "to"
            and self.doc.lowers[k + 2] in self.comments
        ):
            return (start, k + 3) if self._ends(k + 3, last) else None
        if word in self.reaching and negated and "be" in group and self._says_when(k + 1, last):
            return start, self._past_purpose(k + 1, last)
        if word in self.futile and self.doc.lowers[first] in self.requests and k - 1 > first:
            return min(start, k - 1), k + 1
        if word in self.absent and group and self.doc.lowers[k + 1 : k + 3] == ["for", "comment"]:
            return start, k + 3
        if word in self.commenting and negated:
            return start, k + 1
        if word in self.refusals and (end := self._refused_talk(k, last)):
            return start, end
        if (
            word in self.comment_nouns
            and self.doc.lowers[k - 1] == "no"
            and k - 2 >= first
            and self.doc.lowers[k - 2] in self.having
        ):
            return self._group(k - 2, first), k + 1
        if word in self.answers and word not in self.comment_nouns and negated:
            return self._unanswered(start, k, last)
        return None

    def _refused_talk(self, k: int, last: int) -> int:
        """Behind "comment", "an interview request", "to be interviewed" after a refusal; 0 if none is there."""
        words = self.doc.lowers[k + 1 : min(last, k + 5)]
        if words[:1] == ["comment"]:
            return k + 2
        if words[:2] == ["to", "be"] and not self.interviewed.isdisjoint(words[2:3]):
            return k + 4
        return next(
            (k + 2 + n for n, word in reversed(list(enumerate(words[:3]))) if word in self.talk), 0
        )

    def _group(self, k: int, first: int) -> int:
        """Back over the auxiliaries, negations and adverbs before a verb."""
        i = k
        while i > first and k - i < _FARTHEST:
            word = self.doc.lowers[i - 1]
            if (
                word not in self.auxiliaries
                and word not in self.adverbs
                and not negates(self.doc.pack, word)
            ):
                break
            i -= 1
        return i

    def _unanswered(self, start: int, k: int, last: int) -> tuple[int, int] | None:
        """Behind what was not answered: nothing, or calls, requests and questions."""
        for n in range(k + 1, min(last, k + 1 + _OBJECTS)):
            if self.doc.lowers[n] in self.requests:
                return start, self._past_purpose(n + 1, last)
            if not self.doc.lowers[n][0].isalnum():
                break
        if self.doc.lowers[k] in self.returning and self.requests.isdisjoint(
            self.doc.lowers[max(0, start - _OBJECTS) : start]
        ):
            return None
        named = (
            k + 2 < last and self.doc.lowers[k + 1] == "to" and self.doc.words[k + 2][0].isupper()
        )
        return (
            (start, k + 1)
            if named or (self._ends(k + 1, last) and self.doc.lowers[k + 1 : k + 2] != ["to"])
            else None
        )

    def _says_when(self, k: int, last: int) -> bool:
        """Whether only a purpose, a channel or a time stands behind "could not be reached", and no obstacle: "on foot", "because of snow"."""
        if k >= last or not self.doc.lowers[k][0].isalnum():
            return True
        words = self.doc.lowers[k : min(last, k + 3)]
        return (
            words[0] in self.purposes
            or not self.times.isdisjoint(words)
            or not self.channels.isdisjoint(words)
        )

    def failed(self, k: int) -> Draft | None:
        """The draft of attempts that failed: "Attempts to reach the family were unsuccessful"."""
        lowers = self.doc.lowers
        first = self.doc.sentences[self.doc.sentence_of(k)][0]
        start = self._group(k, first)
        tried = (
            lowers[first] in self.attempts
            and lowers[first + 1] == "to"
            and lowers[first + 2] in self.attempted
            and start < k
        )
        if not tried or start <= first + len(("Attempts", "to", "reach")):
            return None
        draft = self.draft(first, k + 1, cue=first + 3)
        draft.source = (self.doc.starts[first + 3], self.doc.ends[start - 1])
        return draft

    def _past_purpose(self, k: int, last: int) -> int:
        """Behind "for comment", "seeking comment"."""
        return (
            k + 2
            if k + 1 < last
            and self.doc.lowers[k] in self.purposes
            and self.doc.lowers[k + 1] in self.sought
            else k
        )

    def _ends(self, k: int, last: int) -> bool:
        """Whether no clause goes on at a token: "declined to say", but not "declined to say whether"."""
        return (
            k >= last
            or not self.doc.lowers[k][0].isalnum()
            or self.doc.lowers[k] in self.doc.pack.words("prepositions")
        )

    def _neither(self, cue: Cue) -> Source | None:
        """Neither of two who did not speak."""
        first = self.doc.sentences[cue.sentence][0]
        near = self.doc.lowers[first] in self.neither and 0 < cue.i - first <= _OBJECTS
        return Source(first, cue.i, first, cue.j, Side.LEFT) if near else None

    def _called(self, cue: Cue) -> Source | None:
        """Who did not answer calls: "Calls to the clinic were not returned"."""
        first = self.doc.sentences[cue.sentence][0]
        to = next((k for k in range(first, cue.i) if self.doc.lowers[k] == "to"), None)
        if to is None or to + 1 >= cue.i or self.requests.isdisjoint(self.doc.lowers[first:to]):
            return None
        return Source(to + 1, cue.i, to + 1, cue.j, Side.LEFT)

    def _without_clause(self, source: Source) -> int:
        """The end of a source, without ", which has since been sold,"."""
        lowers = self.doc.lowers
        relatives = self.doc.pack.closed("relatives")
        return next(
            (
                k
                for k in range(source.i + 1, source.j - 1)
                if lowers[k] == "," and lowers[k + 1] in relatives
            ),
            source.j,
        )

    def cue_end(self, k: int, j: int) -> int:
        """Behind the words that refuse: "did not respond" of "did not respond to a request"."""
        return (
            k + 1
            if self.doc.lowers[k] in (self.answers | self.reaching) - self.comment_nouns
            else j
        )

    def draft(self, i: int, j: int, *, cue: int) -> Draft:
        """A draft of the refusal in tokens ``i`` to ``j``, whose cue ends with token ``cue`` (exclusive)."""
        doc = self.doc
        sentence = doc.sentence_of(i)
        words = doc.lowers[i:j]
        declined = not self.refusals.isdisjoint(words)
        verb = Cue(
            i=i,
            j=j,
            head=j - 1,
            lemma="decline" if declined else "not respond",
            category=CueCategory.NEGATIVE,
            frames="",
            build="finite",
            polarity=Polarity.DECLINED if declined else Polarity.NEGATED,
            sentence=sentence,
        )
        source = (
            self._neither(verb)
            or self._called(verb)
            or self.sources.left(verb)
            or self.sources.subject(verb)
        )
        where = (doc.starts[i], doc.ends[j - 1])
        return Draft(
            pieces=[where],
            used=[],
            cue=(doc.starts[i], doc.ends[cue - 1]),
            lemma=verb.lemma,
            category=verb.category,
            polarity=verb.polarity,
            source=None
            if source is None
            else (doc.starts[source.i], doc.ends[self._without_clause(source) - 1]),
            paragraph=doc.sentence_paragraphs[sentence],
            sentence=sentence,
            evidence=["cue: a refusal to speak"],
        )
