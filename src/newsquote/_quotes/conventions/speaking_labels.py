"""Whether a label before a colon is one who speaks: "Lee: dam is safe" and not "Live: ...".

In: a label, the names and the cues of a text. Out: whether it is somebody who speaks. Why: what
stands before a colon is a topic, a rubric or a title as often as a speaker ("Cyclone Ana:",
"Review:", "SAVES:"). One who speaks is a person by name, plays a part in a talk, is a group that
speaks, or is reported elsewhere in the text to speak.
"""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from newsquote._quotes.clauses.noun_phrases import people_words
from newsquote._quotes.conventions.turn_labels import (
    is_handle,
    is_office_label,
    is_role_label,
    label_letter,
)
from newsquote.kinds import CueCategory, SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsquote._names.spotting import Name, Names
    from newsquote._quotes.clauses.cues import Cue
    from newsquote._quotes.conventions.turn_labels import TurnLabel
    from newsquote._text.doc import Doc

__all__ = ["SpeakingLabels"]

_MAX_PART_TOKENS = 2
"""Of a part in a talk: "FIRST WITNESS"."""
_MIN_NAME_TOKENS = 2
"""Of a person's whole name: a given name and a surname."""
_PLAIN = frozenset((CueCategory.NEUTRAL, CueCategory.ASSERTIVE))
"""Verbs of these categories have a speaker for sure: a storm may slam a town, and says nothing."""
_MAX_DISTANCE = 2
"""Paragraphs from a turn to one that answers it: a direction may stand between."""
_MIN_REPEATED = 2
"""A label that comes so often is one of a talk, and not a rubric."""


class SpeakingLabels:
    """Asks whether the labels of one text speak."""

    def __init__(self, doc: Doc, names: Names, cues: Iterable[Cue]) -> None:
        self.doc, self.names, self.cues = doc, names, cues

    def may_head(self, label: TurnLabel) -> bool:
        """Whether what a headline has before its colon is one who speaks."""
        doc = self.doc
        if is_role_label(doc, label) or self._is_group(label) or is_handle(doc, label):
            return True
        last = doc.lowers[label.end - 1]
        if last in self._reported:
            return True
        if self._is_place(label):
            return False
        return last in self._surnames or self._is_surname(label)

    def _is_surname(self, label: TurnLabel) -> bool:
        """Whether a label is one word, and that is a surname and no common word."""
        word, pack = self.doc.lowers[label.first], self.doc.pack
        if label.end - label.first > 1 or word in pack.words("common_words"):
            return False
        return word in pack.words("surnames")

    def of_talk(self, labels: Sequence[TurnLabel]) -> bool:
        """Whether some labels, each of a paragraph, are those of a talk.

        In a talk at least two speak. One of them answers the other or speaks again, asks, or says
        "I" or "you", or all have titles.
        """
        spoken = {self.key(label) for label in labels}
        if len(spoken) < _MIN_REPEATED:
            return False
        if len(spoken) < len(labels) or self._follow_each_other(labels):
            return True
        return all(map(self._is_somebody, labels)) or any(map(self._addresses, labels))

    def _follow_each_other(self, labels: Sequence[TurnLabel]) -> bool:
        """Whether one who speaks answers another in the next paragraph, or behind a direction."""
        numbers = [self.doc.paragraph_of_token(label.first) for label in labels]
        return any(after - before <= _MAX_DISTANCE for before, after in pairwise(numbers))

    def _is_somebody(self, label: TurnLabel) -> bool:
        """Whether a label has a part in a talk, or a title that is no part of the name."""
        if self._plays_part(label):
            return True
        name = self.names.at(label.end - 1)
        return name is not None and name.has_title

    def may_speak(self, label: TurnLabel) -> bool:
        """Whether a label in the body is one who speaks, and no rubric."""
        doc = self.doc
        if self._plays_part(label) or self._is_group(label) or label_letter(doc, label.first):
            return True
        if is_handle(doc, label):
            return True
        words = doc.lowers[label.first : label.end]
        last = words[-1]
        if last in self._likely_surnames or last in self._reported:
            return True
        if self._is_place(label) or self._names_none(label):
            return False
        common = doc.pack.words("common_words")
        return any(word[0].isalpha() and word not in common for word in words)

    # ------------------------------------------------------------- the label

    def _plays_part(self, label: TurnLabel) -> bool:
        """Whether a label is a part in a talk or a hearing, or an office."""
        doc = self.doc
        if is_role_label(doc, label) or is_office_label(doc, label):
            return True
        if label.end - label.first > _MAX_PART_TOKENS:
            return False
        last, pack = doc.lowers[label.end - 1], doc.pack
        return last in pack.closed("talk_parts") or last in pack.words("roles")

    def key(self, label: TurnLabel) -> str:
        """What two labels of one speaker have in common: the last word of the name."""
        return self.doc.lowers[label.end - 1]

    def _is_group(self, label: TurnLabel) -> bool:
        """Whether a label is a noun for people who speak in a group: "Norvale officials"."""
        pack = self.doc.pack
        last = self.doc.lowers[label.end - 1]
        return last in people_words(pack) or last in pack.closed("bodies_in_plural")

    def _is_place(self, label: TurnLabel) -> bool:
        name = self.names.at(label.first)
        return name is not None and name.place

    def _names_none(self, label: TurnLabel) -> bool:
        """Whether signs stand in a label that no name has: "FULL STORY [Posted"."""
        return any(word in "[]|" for word in self.doc.words[label.first : label.end])

    def _addresses(self, label: TurnLabel) -> bool:
        """Whether the words behind a label say "I" or "you", or ask."""
        doc, pack = self.doc, self.doc.pack
        number = doc.paragraph_of_token(label.first)
        i, j = label.colon + 1, doc.paragraph_tokens[number].j
        own = pack.closed("first_person_words") | pack.closed("second_person_words")
        own |= pack.closed("own_words")
        return "?" in doc.words[i:j] or not own.isdisjoint(doc.lowers[i:j])

    # ------------------------------------------------------------- the text

    @cached_property
    def _surnames(self) -> frozenset[str]:
        """The last words of the people whom the text names with a title or a known given name."""
        given, lowers = self.doc.pack.words("given_names"), self.doc.lowers
        return frozenset(
            lowers[name.j - 1]
            for name in self._whole_names
            if name.has_title or lowers[name.bare] in given
        )

    @cached_property
    def _likely_surnames(self) -> frozenset[str]:
        """The last words of all names that are likely those of people."""
        lowers = self.doc.lowers
        likely = (name for name in self._whole_names if name.kind is SpeakerKind.PERSON)
        return self._surnames.union(lowers[name.j - 1] for name in likely)

    @cached_property
    def _whole_names(self) -> list[Name]:
        """The names in two words or more, or with a title, that may be those of people."""
        return [
            name
            for name in self.names.all
            if (name.has_title or name.j - name.bare >= _MIN_NAME_TOKENS)
            and not name.place
            and name.kind in (None, SpeakerKind.PERSON)
        ]

    @cached_property
    def _reported(self) -> frozenset[str]:
        """The last words of the names beside verbs of saying."""
        doc, at = self.doc, self.names.at
        found = set()
        for cue in self.cues:
            if cue.build != "finite" or cue.weak or cue.category not in _PLAIN:
                continue
            if cue.i and (before := at(cue.i - 1)) is not None:
                found.add(doc.lowers[before.j - 1])
            if cue.j < len(doc.words) and (behind := at(cue.j)) is not None and behind.i == cue.j:
                found.add(doc.lowers[behind.j - 1])
        return frozenset(found)
