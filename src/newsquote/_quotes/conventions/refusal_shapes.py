"""The shapes in which an article says that somebody did not speak.

In: one word of a sentence. Out: the tokens of the refusal around it, if it is in one. Why: there
are a few fixed shapes, each around one word: "declined to comment", "could not be reached", "had no
comment", "did not respond to a request", "attempts to reach X were unsuccessful".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsquote._quotes.clauses.cues import negates
from newsquote._text.ranges import Tokens
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["FailedAttempt", "RefusalShapes", "refusal_words"]

_MAX_GROUP_TOKENS = 5
"""Auxiliaries, negations and adverbs before a verb."""
_MAX_OBJECT_TOKENS = 8
"""Between a verb and the requests that were not answered, or before it: "Two calls to X were"."""
_MAX_TALK_TOKENS = 3
"""Behind a refusal, in which the talk stands that was refused: "an interview request"."""
_MAX_MODIFIERS = 2
"""Before "comment": "any further comment"."""
_MAX_TIME_TOKENS = 3
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


@kept_by_pack
def refusal_words(pack: LanguagePack) -> frozenset[str]:
    """The words around which a refusal is built."""
    return frozenset().union(*map(pack.closed, _WORD_CLASSES))


@kept_by_pack
def _times(pack: LanguagePack) -> frozenset[str]:
    return pack.words("weekdays").union(
        pack.closed("deictic_days"),
        pack.closed("day_parts"),
        pack.closed("time_modifiers"),
    )


class FailedAttempt(NamedTuple):
    """The tokens of "Attempts to reach the family were unsuccessful"."""

    first: int
    whom: int
    """Where "the family" begins."""
    verb: int
    """Where it ends."""
    end: int


class RefusalShapes:
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

    def refusal_around(self, k: int) -> Tokens | None:
        """The refusal around a word: from its first auxiliary to its last word."""
        first, last = self.doc.sentences[self.doc.sentence_of(k)]
        word = self.lowers[k]
        start = self._group_start(k, first)
        if word in self.refusing:
            return self._refused(start, k, last)
        if word in self.futile:
            return self._futile(start, k, first)
        if self._is_in_class(k, "absent_words"):
            return self._absent(start, k)
        negated = self._is_negated(start, k, first)
        if word in self.reaching:
            return self._unreached(start, k, last) if negated else None
        if negated and self._is_in_class(k, "comment_forms"):
            return Tokens(start, k + 1)
        if word in self.comment_nouns:
            return self._comment_not_made(k, first)
        if negated and word in self.answers:
            return self._unanswered(start, k, last)
        return None

    def _group_start(self, k: int, first: int) -> int:
        """Back over the auxiliaries, negations and adverbs before a verb."""
        stop = max(first, k - _MAX_GROUP_TOKENS)
        i = k
        while i > stop and self._helps_verb(self.lowers[i - 1]):
            i -= 1
        return i

    def _helps_verb(self, word: str) -> bool:
        pack = self.pack
        if word in pack.words("auxiliaries") or word in pack.words("cue_adverbs"):
            return True
        return negates(pack, word)

    def _is_negated(self, start: int, k: int, first: int) -> bool:
        """Whether the verb group says no, or its subject does: "neither man would comment"."""
        for word in self.lowers[start:k]:
            if negates(self.pack, word):
                return True
        if start - first > _MAX_OBJECT_TOKENS:
            return False
        return self._is_in_class(first, "neither_words")

    # ------------------------------------------------------------- the shapes

    def _refused(self, start: int, k: int, last: int) -> Tokens | None:
        """The shapes of "declined to comment" and "declined an interview request"."""
        end = k + 3
        follows = self.lowers[k + 1 : min(last, end)]
        comment_verbs = self.pack.words("comment_verbs")
        if follows[:1] == ["to"] and not comment_verbs.isdisjoint(follows[1:]):
            return Tokens(start, end) if self._ends_clause(end, last) else None
        end = self._refused_talk_end(k, last)
        return Tokens(start, end) if end else None

    def _refused_talk_end(self, k: int, last: int) -> int:
        """Behind "comment", "an interview request" or "to be interviewed"; 0 without these."""
        start = k + 1
        end = self._comment_end(start, last)
        if end:
            return end
        words = self.lowers[start : min(last, start + _MAX_TALK_TOKENS)]
        participles = self.pack.closed("talk_participles")
        if words[:2] == ["to", "be"] and not participles.isdisjoint(words[2:]):
            return start + 3
        talk = self.pack.closed("talk_words")
        end = 0
        for n, word in enumerate(words, start):
            if word in talk:
                end = n + 1
        return end

    def _comment_end(self, k: int, last: int) -> int:
        """Behind "comment", "any further comment" or "to offer comment"; 0 without these."""
        lowers = self.lowers
        offered = k + 1
        if offered < last and lowers[k] == "to" and self._is_in_class(offered, "having_words"):
            k = offered + 1
        stop = min(last, k + _MAX_MODIFIERS + 1)
        while k < stop and self._is_in_class(k, "comment_modifiers"):
            k += 1
        return k + 1 if k < stop and lowers[k] in self.comment_nouns else 0

    def _ends_clause(self, k: int, last: int) -> bool:
        """Whether no clause goes on at a token: "declined to say", not "to say whether"."""
        if k >= last or not self.lowers[k][0].isalnum():
            return True
        return self.lowers[k] in self.pack.words("prepositions")

    def _futile(self, start: int, k: int, first: int) -> Tokens | None:
        """The shape of "Calls to the clinic went unanswered"."""
        if k - 1 <= first or self.lowers[first] not in self.requests:
            return None
        return Tokens(min(start, k - 1), k + 1)

    def _absent(self, start: int, k: int) -> Tokens | None:
        """The shape of "was not available for comment"."""
        end = k + 3
        if start == k or self.lowers[k + 1 : end] != ["for", "comment"]:
            return None
        return Tokens(start, end)

    def _unreached(self, start: int, k: int, last: int) -> Tokens | None:
        """The shape of "could not be reached for comment"."""
        if "be" not in self.lowers[start:k]:
            return None
        if not self._tells_no_obstacle(k + 1, last):
            return None
        return Tokens(start, self._past_purpose(k + 1, last))

    def _tells_no_obstacle(self, k: int, last: int) -> bool:
        """Whether only a purpose, a channel or a time follows: not "on foot", "because of snow"."""
        if k >= last or not self.lowers[k][0].isalnum():
            return True
        if self._is_in_class(k, "purpose_words"):
            return True
        words = self.lowers[k : min(last, k + _MAX_TIME_TOKENS)]
        expected = _times(self.pack) | self.pack.closed("channel_words")
        return not expected.isdisjoint(words)

    def _past_purpose(self, k: int, last: int) -> int:
        """Behind "for comment", "seeking comment"."""
        sought = k + 1
        if sought >= last or not self._is_in_class(k, "purpose_words"):
            return k
        return sought + 1 if self._is_in_class(sought, "sought_words") else k

    def _comment_not_made(self, k: int, first: int) -> Tokens | None:
        """The refusal that ends with the word "comment"."""
        unwilling = self._unwilling(k, first)
        if unwilling is not None:
            return unwilling
        return self._approached(k, first) or self._had_no_comment(k, first)

    def _unwilling(self, k: int, first: int) -> Tokens | None:
        """The shape of "did not wish to comment"."""
        wish = k - 2
        if wish <= first or self.lowers[k - 1] != "to":
            return None
        if not self._is_in_class(wish, "wishing_words"):
            return None
        start = self._group_start(wish, first)
        return Tokens(start, k + 1) if self._is_negated(start, wish, first) else None

    def _had_no_comment(self, k: int, first: int) -> Tokens | None:
        """The shape of "had no comment"."""
        verb = k - 2
        if verb < first or self.lowers[k - 1] != "no":
            return None
        if not self._is_in_class(verb, "having_words"):
            return None
        return Tokens(self._group_start(verb, first), k + 1)

    def _unanswered(self, start: int, k: int, last: int) -> Tokens | None:
        """The shape of "did not respond", with the calls and requests that follow, or nothing."""
        request = self._request_behind(k, last)
        if request is not None:
            return Tokens(start, self._past_purpose(request + 1, last))
        if self._is_in_class(k, "returning_words") and not self._is_of_requests(start):
            return None
        behind, whom = k + 1, k + 2
        if self.lowers[behind:whom] == ["to"]:
            is_whole = whom < last and self.doc.words[whom][0].isupper()
        else:
            is_whole = self._ends_clause(behind, last)
        return Tokens(start, behind) if is_whole else None

    def _request_behind(self, k: int, last: int) -> int | None:
        """The calls or requests behind a verb, before the next sign."""
        behind = k + 1
        for n in range(behind, min(last, behind + _MAX_OBJECT_TOKENS)):
            if self.lowers[n] in self.requests:
                return n
            if not self.lowers[n][0].isalnum():
                return None
        return None

    def _is_of_requests(self, start: int) -> bool:
        """Whether calls or requests stand before a verb, as what was not returned."""
        before = self.lowers[max(0, start - _MAX_OBJECT_TOKENS) : start]
        return not self.requests.isdisjoint(before)

    def failed_attempt(self, k: int) -> FailedAttempt | None:
        """The shape of "Attempts to reach the family were unsuccessful".

        Also that of "The Courier has contacted the family for comment", which tells of an attempt
        and of no answer.
        """
        if self.lowers[k] in self.comment_nouns:
            return self._attempt_for_comment(k)
        if self.lowers[k] not in self.futile:
            return None
        first = self.doc.sentences[self.doc.sentence_of(k)][0]
        to, reach, whom = first + 1, first + 2, first + 3
        verb = self._group_start(k, first)
        if not whom < verb < k or self.lowers[to] != "to":
            return None
        if not self._is_in_class(first, "attempt_words"):
            return None
        if not self._is_in_class(reach, "attempted_words"):
            return None
        return FailedAttempt(first, whom, verb, k + 1)

    def _attempt_for_comment(self, k: int) -> FailedAttempt | None:
        """The shape of "has contacted the family for comment"."""
        verb = self._approach(k)
        if verb is None:
            return None
        first = self.doc.sentences[self.doc.sentence_of(k)][0]
        start, whom, purpose = self._group_start(verb, first), verb + 1, k - 1
        group = self.lowers[start:verb]
        if whom >= purpose or _is_passive(group) or self._is_negated(start, verb, first):
            return None
        return FailedAttempt(start, whom, purpose, k + 1)

    def _approached(self, k: int, first: int) -> Tokens | None:
        """The shape of "The family has been contacted for comment"."""
        verb = self._approach(k)
        if verb is None or verb + 2 != k:
            return None
        start = self._group_start(verb, first)
        is_refusal = start > first and _is_passive(self.lowers[start:verb])
        return Tokens(start, k + 1) if is_refusal else None

    def _approach(self, k: int) -> int | None:
        """The verb by which somebody was asked "for comment", which ends its clause at ``k``."""
        first, last = self.doc.sentences[self.doc.sentence_of(k)]
        purpose = k - 1
        if purpose <= first or not self._is_in_class(purpose, "purpose_words"):
            return None
        if not self._ends_clause(k + 1, last):
            return None
        stop = max(first - 1, purpose - _MAX_OBJECT_TOKENS - 1)
        for verb in range(purpose - 1, stop, -1):
            if self._is_in_class(verb, "approaching_words"):
                return verb
            if not self.lowers[verb][0].isalnum():
                return None
        return None

    def cue_end(self, k: int, refusal: Tokens) -> int:
        """Behind the words that refuse: "did not respond" of "did not respond to a request"."""
        word = self.lowers[k]
        if word in self.comment_nouns:
            return refusal.j
        if word in self.answers or word in self.reaching:
            return k + 1
        return refusal.j


def _is_passive(group: list[str]) -> bool:
    """Whether a verb group is that of whoever was approached: "has been contacted"."""
    return "been" in group or "was" in group or "were" in group
