"""A pronoun -> whom it means.

In: a pronoun as a source. Out: the identity, or none. Why: "he" and "it" take up whoever stands out, "who" and "which" the words right before
them, "I" is whoever writes, "both" those who were named together, and "everyone" stands for itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._names import lexicon
from newsquote._names.clusters import Found
from newsquote._text.signs import PAUSES
from newsquote.kinds import NoteCode, SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsquote._names.clusters import Cluster
    from newsquote._names.identities import Register
    from newsquote._names.mentions import Phrase
    from newsquote._names.salience import Salience
    from newsquote._names.spotting import Name
    from newsquote._names.unnamed import Unnamed
    from newsquote._text.notes import Notes

__all__ = ["Pronouns"]

_BACK = 14
"""How many tokens before "who" its noun may stand."""
_CLOSE = 0.35
"""A pronoun for which two stand out nearly alike is noted as doubtful."""
_LATELY = 4
"""How many mentions back those named together may stand for "both"."""
_BEFORE_RELATIVES = PAUSES | {")"}
_PERSONS = frozenset((SpeakerKind.PERSON, SpeakerKind.UNNAMED, SpeakerKind.GROUP))
_CHOSEN = frozenset(("m", "f", "plural", "thing"))


class Pronouns:
    """Finds whom the pronouns of one text mean.

    :param one: finds whom any other phrase means.
    :param group: those who are named together, as one.
    """

    def __init__(
        self,
        register: Register,
        salience: Salience,
        unnamed: Unnamed,
        notes: Notes,
        one: Callable[[Phrase], Found | None],
        group: Callable[[Sequence[Cluster]], Cluster],
    ) -> None:
        self.salience, self.unnamed, self.notes = salience, unnamed, notes
        self.doc, self.names, self.reader, self.of_name = (
            register.doc,
            register.names,
            register.reader,
            register.of_name,
        )
        self.one, self.group = one, group
        pack = self.doc.pack
        self.meanings = self.reader.pronouns
        self.personal, self.plural_verbs = (
            pack.closed("personal_pronouns"),
            pack.closed("plural_verbs"),
        )
        self.persons = lexicon.of(pack).persons
        self.small = pack.words("function_words")
        self.determiners, self.between = pack.words("determiners"), pack.closed("before_relatives")
        self.known: dict[int, Cluster] = {}
        """Whom the pronouns read so far mean, by token."""

    def find(self, phrase: Phrase, word: str) -> Found | None:
        """Whom a pronoun means."""
        meaning = self.meanings[word]
        if meaning == "narrator":
            return Found(self.unnamed.narrator(word, phrase.i), 0.9)
        if meaning == "relative":
            return self._antecedent(phrase.i, word)
        if word not in self.personal:
            return self._counted(phrase, word)
        return self._personal(phrase.i, meaning)

    def of_owner(self, i: int) -> Cluster | None:
        """Whom "his" or "her" means in front of a noun."""
        if i not in self.known:
            meaning = self.meanings[self.doc.lowers[i]]
            if meaning == "narrator":
                return self.unnamed.narrator(self.doc.lowers[i], i)
            choice = self.salience.choose(meaning, i) if meaning in _CHOSEN else None
            if choice is None:
                return None
            self.known[i] = choice.cluster
        return self.known[i]

    # ------------------------------------------------------------- he, she, it, they

    def _personal(self, i: int, meaning: str) -> Found | None:
        choice = self.salience.choose(meaning, i)
        if choice is None:
            ahead = self.salience.ahead(meaning, i, self.of_name)
            return None if ahead is None else Found(ahead, 0.5)
        if choice.margin < _CLOSE and choice.next is not None:
            detail = f"“{self.doc.words[i]}” may mean {choice.cluster.called(self.doc.text)} or {choice.next.called(self.doc.text)}"
            self.notes.add_note(
                NoteCode.AMBIGUOUS_SPEAKER, (self.doc.starts[i], self.doc.ends[i]), detail
            )
        if meaning == "plural" and choice.cluster.kind == SpeakerKind.PERSON:
            # Nothing but the form of the name said that it was a person's.
            choice.cluster.kind = SpeakerKind.ORGANIZATION
        return Found(choice.cluster, min(0.95, 0.55 + 0.25 * choice.margin))

    def _counted(self, phrase: Phrase, word: str) -> Found:
        """Those who were named together before "both" and "each"; else what the word says by itself."""
        if word in {"both", "each"}:
            last = next(
                (
                    cluster
                    for cluster in reversed(self.salience.clusters[-_LATELY:])
                    if cluster.members
                ),
                None,
            )
            if last is not None:
                return Found(last, 0.7)
        return Found(self.unnamed.counted(phrase, word), 0.8)

    # ------------------------------------------------------------- who, which, that

    def _antecedent(self, i: int, word: str) -> Found | None:
        """Whom the noun phrase before "who", "which" or "that" means."""
        first = self.doc.sentences[self.doc.sentence_of(i)][0]
        k = i - 1
        while k >= first and (
            self.doc.words[k] in _BEFORE_RELATIVES or self.doc.lowers[k] in self.between
        ):
            k -= 1
        return (
            self._person_before(k, first)
            if word not in {"which", "that"}
            else self._thing_before(k, first)
        )

    def _person_before(self, k: int, first: int) -> Found | None:
        for n in range(k, max(first, k - _BACK) - 1, -1):
            name = self.names.at(n)
            if name is None and self._is_noun_for_people(n):
                return self._described(n, first)
            cluster = (
                self.of_name.get(name.i)
                if name is not None and name.j == n + 1 and not name.place
                else None
            )
            if name is not None and cluster is not None and cluster.kind in _PERSONS:
                return Found(self._joined_before(name, first) or cluster, 0.9)
        return None

    def _thing_before(self, k: int, first: int) -> Found | None:
        name = self.names.at(k) if k >= first else None
        if name is not None:
            cluster = self.of_name.get(name.i)
            return None if cluster is None else Found(cluster, 0.9)
        if k < first or not self.doc.words[k][0].isalpha() or self.doc.lowers[k] in self.small:
            return None
        return self._phrase(self._begin(k, first), k + 1)

    def _is_noun_for_people(self, n: int) -> bool:
        return self.doc.lowers[n] in self.persons

    def _begin(self, n: int, first: int) -> int:
        """Where the noun phrase that ends with a noun begins."""
        start = n
        while (
            start > first
            and n - start < _BACK
            and self.doc.lowers[start] not in self.determiners
            and self.doc.words[start][0].isalnum()
        ):
            start -= 1
        return start if self.doc.words[start][0].isalnum() or start == n else start + 1

    def _described(self, n: int, first: int) -> Found | None:
        """Whom a noun before "who" describes: the name in front of an apposition, or somebody without one."""
        start = self._begin(n, first)
        if start - 2 >= first and self.doc.words[start - 1] == ",":
            name = self.names.at(start - 2)
            cluster = None if name is None else self.of_name.get(name.i)
            if cluster is not None and cluster.kind == SpeakerKind.PERSON:
                return Found(cluster, 0.9)
        return self._phrase(start, n + 1)

    def _phrase(self, i: int, j: int) -> Found | None:
        phrase = self.reader.read(i, j)
        return None if phrase.pronoun is not None or phrase.parts else self.one(phrase)

    def _joined_before(self, name: Name, first: int) -> Cluster | None:
        """Two persons joined right before "who", where its verb says that both are meant."""
        words = self.doc.words
        verb = name.j + 1 + (name.j < len(words) and words[name.j] == ",")
        if (
            name.i - 2 < first
            or self.doc.lowers[name.i - 1] != "and"
            or self.doc.lowers[min(verb, len(words) - 1)] not in self.plural_verbs
        ):
            return None
        other = self.names.at(name.i - 2)
        pair = [
            self.of_name[one.i]
            for one in (other, name)
            if one is not None and one.i in self.of_name
        ]
        persons = (
            len(pair) == 2
            and pair[0] is not pair[1]
            and all(one.kind == SpeakerKind.PERSON for one in pair)
        )
        return self.group(pair) if persons else None
