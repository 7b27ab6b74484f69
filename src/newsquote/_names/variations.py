"""A description that nothing has prepared -> whoever stands out before it.

In: a phrase such as "the businessman" or "the company", of which no name, title or apposition of the text says the like. Out: the person or
organisation that was spoken of right before and has no other office, or none. Why: news text varies the names of the well-known and leaves
it to the reader to know them; what it takes up then is what stands out, and only if it does so clearly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._names import lexicon
from newsquote._names.clusters import Found
from newsquote.kinds import SpeakerKind

if TYPE_CHECKING:
    from newsquote._names.mentions import Phrase
    from newsquote._names.nominals import Nominals
    from newsquote._names.roles import Description
    from newsquote._names.salience import Salience
    from newsquote._names.unnamed import Unnamed
    from newsquote._text.doc import Doc

__all__ = ["Variations"]

_NEAR = 2
"""How many sentences back a description without support may reach."""
_LEAST_MARGIN = 0.35
_SURENESS = 0.5


class Variations:
    """Finds what the unprepared descriptions of one text take up."""

    def __init__(self, doc: Doc, salience: Salience, nominals: Nominals, unnamed: Unnamed) -> None:
        self.doc, self.salience, self.nominals, self.unnamed = doc, salience, nominals, unnamed
        pack = doc.pack
        self.roles, self.sorts = pack.words("roles"), pack.table("organisation_kinds")
        self.genders, self.loose = lexicon.of(pack).genders, lexicon.of(pack).loose
        self.anybody = pack.closed("singular_people")

    def find(self, phrase: Phrase) -> Found | None:
        """Whom a definite phrase without an owner means, if it is the first with its noun."""
        word = self.doc.lowers[phrase.head]
        if (
            self.doc.lowers[phrase.i] != "the"
            or phrase.owner is not None
            or word in self.unnamed.by_head
        ):
            return None
        if word in self.anybody:
            return None
        if word in self.roles or word.endswith("-old"):
            return self._person(phrase, word)
        return self._organisation(phrase) if self.sorts.get(word) and not phrase.words() else None

    def _person(self, phrase: Phrase, word: str) -> Found | None:
        gender = next(
            (
                g
                for k in range(phrase.i, phrase.j)
                if (g := self.genders.get(self.doc.lowers[k], ""))
            ),
            "",
        )
        choice = self.salience.choose(gender or "person", phrase.i)
        if (
            choice is None
            or choice.cluster.kind != SpeakerKind.PERSON
            or choice.margin < _LEAST_MARGIN
        ):
            return None
        if any(
            self._holds(description, word) for description in choice.cluster.descriptions
        ) or not self._is_near(phrase, choice.at):
            return None
        self.nominals.learn(choice.cluster, word, phrase.words)
        return Found(choice.cluster, _SURENESS)

    def _holds(self, description: Description, word: str) -> bool:
        """Whether a description gives a role, still held, that is not the one asked for and leaves no room for it."""
        noun = description.noun
        return (
            description.role is not None
            and noun not in self.loose
            and noun != word
            and "former" not in description.words()
        )

    def _organisation(self, phrase: Phrase) -> Found | None:
        choice = self.salience.choose("organisation", phrase.i)
        if (
            choice is None
            or choice.margin < _LEAST_MARGIN
            or choice.cluster.place
            or not self._is_near(phrase, choice.at)
        ):
            return None
        choice.cluster.kind = SpeakerKind.ORGANIZATION
        return Found(choice.cluster, _SURENESS)

    def _is_near(self, phrase: Phrase, at: int) -> bool:
        return self.doc.sentence_of(phrase.i) - self.doc.sentence_of(at) <= _NEAR
