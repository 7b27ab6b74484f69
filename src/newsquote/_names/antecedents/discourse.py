"""What is known of a text while its mentions are gone through.

In: a text with its names and named identities. Out: one record that the steps share: who has been
mentioned so far, who has no name, who speaks together, and whom the pronouns mean. Why: each step
is given this record and changes it by the operations here, so that no step has to know another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote._names.identities.clusters import Cluster
from newsquote._names.records import ORGANIZATION
from newsquote.kinds import SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._names.antecedents.said import SaidStretches
    from newsquote._names.identities.register import Register
    from newsquote._names.phrases.reader import PhraseReader
    from newsquote._names.spotted import Name, Names
    from newsquote._text.doc import Doc

__all__ = ["Discourse", "Place"]


Place = tuple[int, bool]
"""Where a noted mention ends, and whether it is a source.

A plain tuple: there is one for every name, and few are looked at.
"""


@attrs.frozen(eq=False, repr=False, kw_only=True)
class Discourse:
    """A text that is being gone through. The lists of mentions run parallel, in text order."""

    doc: Doc
    names: Names
    reader: PhraseReader
    register: Register
    said: SaidStretches
    mentioned: list[Cluster] = attrs.field(factory=list)
    """Who has been mentioned, mention by mention."""
    mention_tokens: list[int] = attrs.field(factory=list)
    """Where each mention begins."""
    mention_places: list[Place] = attrs.field(factory=list)
    pronouns: dict[int, Cluster] = attrs.field(factory=dict)
    """Whom the pronouns and sources read so far mean, by their first token."""
    unnamed_by_text: dict[str, Cluster] = attrs.field(factory=dict)
    """Those without a name, by what they are called."""
    unnamed_by_noun: dict[str, Cluster] = attrs.field(factory=dict)
    """The latest of them, by head noun."""
    _groups: dict[tuple[Cluster, ...], Cluster] = attrs.field(factory=dict)

    def note_mention(
        self,
        i: int,
        j: int,
        cluster: Cluster,
        *,
        spoke: bool = False,
    ) -> None:
        """Note a mention, later in the text than those before."""
        self.mentioned.append(cluster)
        self.mention_tokens.append(i)
        self.mention_places.append((j, spoke))

    def cluster_of(self, name: Name | None) -> Cluster | None:
        """Who has a name, None for no name."""
        return None if name is None else self.register.index.of_name.get(name.i)

    def group(self, members: Sequence[Cluster]) -> Cluster:
        """Those who speak together, as one."""
        key = tuple(members)
        group = self._groups.get(key)
        if group is None:
            every = all(member.kind == ORGANIZATION for member in members)
            kind = ORGANIZATION if every else SpeakerKind.GROUP
            group = self._groups[key] = Cluster(kind=kind, members=key, named=True)
        return group

    def paragraph_of(self, i: int) -> int:
        """The number of the paragraph in which a token stands."""
        return self.doc.paragraph_of(self.doc.starts[i])

    def is_titled(self, i: int) -> bool:
        """Whether a token stands where capitals say nothing."""
        sentence = self.doc.token_sentences[i]
        return self.doc.sentence_paragraphs[sentence] in self.register.titled
