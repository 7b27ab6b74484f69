"""A cue -> its source.

In: a cue in its sentence. Out: the noun phrase that names who speaks, and on which side of the cue
it stands. Why: the subject of a reporting verb stands right before it, behind it ("..., said Lee"),
is shared with the verb before ("and added"), or is the object of a verb that relays ("quoted Lee as
saying"). Which of them is meant is decided when attributions are linked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.clauses.inverted_sources import InvertedSources
from newsquote._quotes.clauses.noun_phrases import NounPhrases
from newsquote._quotes.clauses.preceding_sources import PrecedingSources
from newsquote._quotes.clauses.records import Source
from newsquote._quotes.clauses.relayed_sources import RelayedSources
from newsquote._quotes.clauses.shared_subjects import SharedSubjects

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._names.spotting import Names
    from newsquote._quotes.clauses.records import Cue
    from newsquote._text.doc import Doc

__all__ = ["Source", "SourceFinder"]


class SourceFinder:
    """Finds the sources of a text's cues, in each of the places where they can stand."""

    def __init__(self, doc: Doc, names: Names, mark_at: Sequence[int]) -> None:
        phrases = NounPhrases(doc, names, mark_at)
        self.preceding = PrecedingSources(doc, mark_at, phrases)
        self.inverted = InvertedSources(doc, mark_at, phrases)
        self.shared = SharedSubjects(doc, names, mark_at)
        self.relayed = RelayedSources(doc, phrases)

    def left(self, cue: Cue) -> Source | None:
        """The subject before a verb."""
        return self.preceding.source_before(cue)

    def right(self, cue: Cue) -> Source | None:
        """The subject behind a verb, or what "according to" names."""
        return self.inverted.source_behind(cue)

    def subject(self, cue: Cue) -> Source | None:
        """The subject of the sentence in which a cue stands, without one of its own."""
        return self.shared.subject_of(cue.sentence, cue.i)

    def subject_of(self, sentence: int, limit: int) -> Source | None:
        """A sentence's first name or pronoun before a token, as its subject."""
        return self.shared.subject_of(sentence, limit)

    def relay(self, verb: int, cue: Cue) -> tuple[Source | None, Source | None]:
        """The source and the relayer of "N quoted S as saying" or "S was quoted by N as saying".

        :param verb: the token of "quoted".
        :param cue: "saying".
        """
        return self.relayed.source_and_relayer(verb, cue)
