"""A phrase without a name -> somebody without a name.

In: the phrases of common nouns that take up no name, and pronouns that stand for themselves. Out: an identity each, the same one where a
phrase points back. Why: "two people familiar with the matter", "voters", "the report" are sources, too, and are counted as what they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._names import anonymity
from newsquote._names.clusters import Cluster
from newsquote.kinds import SpeakerKind

if TYPE_CHECKING:
    from newsquote._names.mentions import Phrase, Reader
    from newsquote._names.nominals import Nominals
    from newsquote._names.records import Range
    from newsquote._names.sorts import Sorter
    from newsquote._text.doc import Doc

__all__ = ["Unnamed"]

_PERSONS = frozenset((SpeakerKind.UNNAMED, SpeakerKind.GROUP))


class Unnamed:
    """Those of one text who have no name."""

    def __init__(self, doc: Doc, reader: Reader, sorter: Sorter, nominals: Nominals) -> None:
        self.doc, self.reader, self.sorter, self.nominals = doc, reader, sorter, nominals
        pack = doc.pack
        self.articles, self.role_genders = pack.closed("articles"), pack.table("roles")
        self.several, self.somebody = (
            pack.closed("plural_narrators"),
            pack.closed("singular_people"),
        )
        self.by_text: dict[str, Cluster] = {}
        self.by_head: dict[str, Cluster] = {}
        """The latest, by head noun."""

    def of(self, phrase: Phrase) -> Cluster:
        """Whoever a common noun stands for: who was called so before, if the phrase points back or is the same, or a new one."""
        doc, start = self.doc, phrase.i
        while start < phrase.j - 1 and doc.lowers[start] in self.articles:
            start += 1
        end = max(start + 1, min(phrase.j, phrase.core) if phrase.core > phrase.head else phrase.j)
        word, text = doc.lowers[phrase.head], doc.slice(start, end)
        back = (
            self.nominals.is_definite(phrase) and phrase.head - start < 2 and phrase.owner is None
        )
        cluster = self.by_head.get(word) if back else None
        if cluster is not None and not self._goes_with(phrase, cluster):
            cluster = None
        if cluster is None and doc.lowers[phrase.i] != "another":
            cluster = self.by_text.get(text.casefold())
        if cluster is None:
            cluster = self.by_text[text.casefold()] = self._new(
                text, (doc.starts[start], doc.ends[end - 1]), self.sorter.kind_of(phrase)
            )
            cluster.told(self.role_genders.get(word, ""), 3)
            self._describe(cluster, phrase)
        if not self.nominals.in_headline(phrase):
            self.by_head[word] = cluster
        return cluster

    def _goes_with(self, phrase: Phrase, cluster: Cluster) -> bool:
        """Whether all that a phrase says has been said of somebody: "the tide poll" is not the poll of before."""
        said = self.reader.about.expanded(
            word for form in cluster.forms for word in map(str.lower, form)
        )
        return phrase.words() <= said

    def _new(self, text: str, where: Range, kind: SpeakerKind) -> Cluster:
        cluster = Cluster(kind=kind, name=text)
        cluster.call(tuple(text.split()), where)
        return cluster

    def _describe(self, cluster: Cluster, phrase: Phrase) -> None:
        if phrase.role is not None or phrase.affiliation is not None:
            cluster.descriptions.append(
                self.reader.about.of_phrase(phrase.role, phrase.affiliation)
            )
        if cluster.kind not in _PERSONS:
            return
        told = anonymity.read(self.doc, phrase)
        cluster.count = told.number
        if told.hidden:
            cluster.kind = SpeakerKind.UNNAMED
            cluster.anonymity = (
                None
                if told.reason is None
                else (self.doc.starts[told.reason[0]], self.doc.ends[told.reason[1] - 1])
            )

    def narrator(self, word: str, i: int) -> Cluster:
        """Whoever writes: "I" or "we"."""
        one = "we" if word in self.several else "I"
        if one not in self.by_text:
            self.by_text[one] = self._new(
                self.doc.words[i], (self.doc.starts[i], self.doc.ends[i]), SpeakerKind.NARRATOR
            )
        return self.by_text[one]

    def counted(self, phrase: Phrase, word: str) -> Cluster:
        """Those whom "some", "everyone" or "you" means, as it stands."""
        text = self.doc.slice(phrase.i, phrase.j)
        kind = (
            SpeakerKind.UNNAMED
            if word in self.somebody
            else SpeakerKind.OTHER
            if word in {"you", "your"}
            else SpeakerKind.GROUP
        )
        if text.casefold() not in self.by_text:
            self.by_text[text.casefold()] = self._new(
                text, (self.doc.starts[phrase.i], self.doc.ends[phrase.j - 1]), kind
            )
        return self.by_text[text.casefold()]
