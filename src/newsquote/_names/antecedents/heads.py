"""A phrase with one head that is no pronoun -> whom it means.

In: a phrase about a name or a common noun. Out: the identity. Why: joined phrases and relative
pronouns ask the same of the phrases inside and before them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._names.antecedents.named import antecedent_of_name

if TYPE_CHECKING:
    from newsquote._names.antecedents.antecedent import Antecedent
    from newsquote._names.antecedents.common_nouns import CommonNouns
    from newsquote._names.antecedents.discourse import Discourse
    from newsquote._names.phrases.records import Phrase
    from newsquote._text.notes import Notes

__all__ = ["Heads"]


class Heads:
    """Finds whom the names and nouns of one text mean."""

    def __init__(
        self,
        discourse: Discourse,
        nouns: CommonNouns,
        notes: Notes,
    ) -> None:
        self._discourse, self._nouns, self._notes = discourse, nouns, notes

    def antecedent(self, phrase: Phrase) -> Antecedent | None:
        """Whom the head of a phrase means."""
        if phrase.names:
            return antecedent_of_name(self._discourse, phrase.names[0], self._notes)
        return self._nouns.antecedent(phrase)
