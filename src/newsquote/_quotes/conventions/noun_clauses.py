"""Where the clause of a noun ends: "her claim that the mill would close | surprised them".

In: the token behind a noun of saying. Out: where what it says ends. Why: behind the clause the
sentence that the noun only begins goes on with a verb of its own, and no sign need stand between.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._text.signs import PAUSES, STOPS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._text.doc import Doc

__all__ = ["NounClauses"]

_MAX_CLAUSE_TOKENS = 120
"""So that a text without stops takes no longer than another."""
_MIN_REGULAR_PAST_LETTERS = 5
"""A shorter word in "-ed" is no past form: "need", "seed"."""


class NounClauses:
    """Finds where the clause of a noun ends and the noun's own sentence goes on."""

    def __init__(self, doc: Doc, mark_at: Sequence[int]) -> None:
        self.words, self.lowers, self.mark_at = doc.words, doc.lowers, mark_at
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
        *_, last_of_two = verbs[:2]
        return self._before_adverbs(k, last_of_two)

    def end_of_infinitive(self, k: int, last: int) -> int:
        """Behind the infinitive at ``k``: before the verb of the sentence."""
        stop = self._stop(k, last)
        verbs = self._verbs(k + 2, stop)
        if not verbs:
            return stop
        return self._before_adverbs(k, verbs[0])

    def _stop(self, k: int, last: int) -> int:
        """The next pause outside of marks, or the end of the sentence without its stop."""
        last = min(last, k + _MAX_CLAUSE_TOKENS)
        for n in range(k + 1, last):
            if self.words[n] in PAUSES and self.mark_at[n] < 0:
                return n
        if self.words[last - 1] in STOPS:
            return last - 1
        return last

    def _verbs(self, start: int, stop: int) -> list[int]:
        """The verbs outside of marks, each group of them by its first."""
        found = []
        goes_on = start < stop and self._is_verb(start - 1)
        for n in range(start, stop):
            is_verb = self._is_verb(n)
            if is_verb and not goes_on and self.mark_at[n] < 0:
                found.append(n)
            goes_on = is_verb
        return found

    def _is_verb(self, n: int) -> bool:
        """Whether a word is an auxiliary, or a past form that no determiner or adverb holds."""
        word = self.lowers[n]
        if word in self.auxiliaries:
            return True
        if len(word) < _MIN_REGULAR_PAST_LETTERS or not word.endswith("ed"):
            return False
        before = self.lowers[n - 1]
        return before not in self.determiners and before not in self.adverbs

    def _before_adverbs(self, k: int, end: int) -> int:
        """Before the adverbs of the verb at ``end``."""
        while end > k and self.lowers[end - 1] in self.adverbs:
            end -= 1
        return end
