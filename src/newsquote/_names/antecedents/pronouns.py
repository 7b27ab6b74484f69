"""A pronoun -> whom it means.

In: a pronoun as a source. Out: the identity, or none. Why: "he" and "it" take up whoever stands
out, "who" and "which" the words right before them, "I" is whoever writes, "both" those who were
named together, and "everyone" stands for itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._names import lexicon
from newsquote._names.antecedents.antecedent import Antecedent
from newsquote._names.how import How
from newsquote._names.records import ORGANIZATION, PERSON
from newsquote._text.ranges import Chars
from newsquote.kinds import NoteCode, SpeakerKind

if TYPE_CHECKING:
    from newsquote._names.antecedents.discourse import Discourse
    from newsquote._names.antecedents.ranker import Choice, Ranker
    from newsquote._names.antecedents.relatives import Relatives
    from newsquote._names.antecedents.unnamed import Unnamed
    from newsquote._names.phrases.records import Phrase
    from newsquote._text.notes import Notes

__all__ = ["Pronouns"]

_DOUBTFUL_MARGIN = 0.5
"""A pronoun for which the log-odds of two are so near is noted as doubtful."""
_MENTIONS_TOGETHER = 4
"""How many mentions back those named together may stand for "both"."""
_SURE_OF_NARRATOR, _SURE_OF_GROUP, _SURE_OF_QUANTITY, _SURE_AHEAD = (
    0.9,
    0.7,
    0.8,
    0.5,
)
_MAX_SURE = 0.97
_BODIES = frozenset(("plural", "thing"))
"""Meanings of pronouns that tell a body when they speak."""
_NOT_YET_BODIES = frozenset((PERSON, SpeakerKind.OTHER))


class Pronouns:
    """Finds whom the pronouns of one text mean."""

    def __init__(
        self,
        discourse: Discourse,
        ranker: Ranker,
        unnamed: Unnamed,
        relatives: Relatives,
        notes: Notes,
    ) -> None:
        self._discourse, self._doc = discourse, discourse.doc
        self._ranker, self._unnamed, self._relatives = (
            ranker,
            unnamed,
            relatives,
        )
        self._notes = notes
        self._meanings = lexicon.for_pack(discourse.doc.pack).pronouns
        self._personal = discourse.doc.pack.closed("personal_pronouns")

    def antecedent(self, phrase: Phrase, word: str) -> Antecedent | None:
        """Whom a pronoun means."""
        meaning = self._meanings[word]
        if meaning == "narrator":
            narrator = self._unnamed.narrator(word, phrase.i)
            return Antecedent(narrator, _SURE_OF_NARRATOR, How.NARRATOR)
        if meaning == "relative":
            return self._relatives.antecedent(phrase.i, word)
        if word not in self._personal:
            return self._quantity(phrase, word)
        return self._salient(phrase.i, meaning)

    def _salient(self, i: int, meaning: str) -> Antecedent | None:
        """Who stands out for "he", "she", "it" or "they"; else the subject that follows."""
        choice = self._ranker.choose(meaning, i)
        if choice is None:
            ahead = self._ranker.subject_ahead(meaning, i)
            return None if ahead is None else Antecedent(ahead, _SURE_AHEAD, How.SUBJECT_AHEAD)
        if choice.rivals and choice.margin < _DOUBTFUL_MARGIN:
            self._note_doubt(i, choice)
        if meaning in _BODIES and choice.cluster.kind in _NOT_YET_BODIES and choice.cluster.named:
            # Nothing but the form of the name said that it was a person's, or a thing's.
            choice.cluster.kind = ORGANIZATION
        return Antecedent(
            choice.cluster,
            min(_MAX_SURE, choice.chance),
            How.LAST_SPEAKER if choice.spoke else How.MOST_SALIENT,
            choice.score,
            choice.rivals,
        )

    def _note_doubt(self, i: int, choice: Choice) -> None:
        """Note that another stands out nearly as much."""
        doc, rival = self._doc, choice.rivals[0].cluster
        one, other = (
            choice.cluster.display_name(doc.text),
            rival.display_name(doc.text),
        )
        detail = f"“{doc.words[i]}” may mean {one} or {other}"
        self._notes.add_note(NoteCode.AMBIGUOUS_SPEAKER, Chars(doc.starts[i], doc.ends[i]), detail)

    def _quantity(self, phrase: Phrase, word: str) -> Antecedent:
        """Those named together before "both" and "each"; else what the word says by itself."""
        if word in {"both", "each"}:
            for cluster in reversed(self._discourse.mentioned[-_MENTIONS_TOGETHER:]):
                if cluster.members:
                    return Antecedent(cluster, _SURE_OF_GROUP, How.NAMED_TOGETHER)
        quantity = self._unnamed.quantity(phrase, word)
        return Antecedent(quantity, _SURE_OF_QUANTITY, How.QUANTITY)
