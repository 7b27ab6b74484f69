"""Names, pronouns and nouns that nobody asks after -> mentions that a pronoun may take up later.

In: one of them in its place. Out: a note in the discourse of who was mentioned there. Why: a
reader of "she" has in mind everybody who was mentioned, not only the sources.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import attrs

from newsquote._names import lexicon
from newsquote._names.antecedents.pairs import NamesTogether
from newsquote._names.phrases.records import Phrase
from newsquote._names.records import ORGANIZATION, PERSON
from newsquote._text.ranges import Chars
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from newsquote._names.antecedents.common_nouns import CommonNouns
    from newsquote._names.antecedents.discourse import Discourse
    from newsquote._names.antecedents.owners import PronounOwners
    from newsquote._names.identities.clusters import Cluster
    from newsquote._names.spotted import Name
    from newsquote._text.ranges import Tokens
    from newsquote.lang import LanguagePack

__all__ = ["PassingMentions"]

_MAX_MODIFIERS = 4
"""How many small words may stand before a noun."""
_REACH_OF_AND = 7
"""How far before a name its "and" may stand: a role and a body may stand between."""
_JOINERS = frozenset(("and", "&"))
_ALONE = frozenset((PERSON, ORGANIZATION))
"""Kinds of which two can be named together."""


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _PassingWords:
    determiners: frozenset[str]
    people: frozenset[str]
    organisations: frozenset[str]
    """Nouns for organisations: "company"."""
    nouns: frozenset[str]
    """Nouns for somebody who may be taken up."""


@kept_by_pack
def _passing_words(pack: LanguagePack) -> _PassingWords:
    made = lexicon.for_pack(pack)
    organisations = pack.words("organisation_kinds")
    return _PassingWords(
        determiners=pack.words("determiners"),
        people=made.people,
        organisations=organisations,
        nouns=made.persons | organisations,
    )


class PassingMentions:
    """Notes who is mentioned on the way through one text."""

    def __init__(
        self,
        discourse: Discourse,
        pronouns: PronounOwners,
        nouns: CommonNouns,
    ) -> None:
        self._discourse, self._doc = discourse, discourse.doc
        self._pronouns, self._nouns = pronouns, nouns
        self._words = _passing_words(discourse.doc.pack)
        self._together = NamesTogether(discourse.doc, discourse.names)
        self.nouns = self._words.nouns
        """The nouns that are asked for with ``noun_start``."""

    def note_name(self, name: Name, cluster: Cluster) -> None:
        """Note who has a name, and the pair that it closes."""
        self._discourse.note_mention(name.i, name.j, cluster)
        if not _JOINERS.isdisjoint(self._doc.lowers[max(0, name.i - _REACH_OF_AND) : name.i]):
            self._note_together(name, cluster)

    def _note_together(self, name: Name, cluster: Cluster) -> None:
        """Note those who are named together as one for "they"."""
        others = self._together.before(name)
        known = [self._discourse.cluster_of(other) for other in others]
        members = [one for one in dict.fromkeys([*known, cluster]) if one is not None]
        if len(members) == 1 or cluster.kind not in _ALONE:
            return
        if all(one.kind == cluster.kind for one in members):
            group = self._discourse.group(members)
            self._discourse.note_mention(others[0].i, name.j, group)

    def note_pronoun(self, i: int) -> None:
        """Note whom a pronoun means."""
        cluster = self._pronouns.cluster_at(i)
        if cluster is not None:
            self._discourse.note_mention(i, i + 1, cluster)

    def note_noun(self, phrase: Tokens) -> None:
        """Note somebody who is called by a noun."""
        i, j = phrase
        head = j - 1
        roles = self._discourse.reader.roles
        owner = roles.parts.owner(i, head, j, j)
        words = partial(roles.telling.beside, i, j, head)
        described = Phrase(i=i, j=j, head=head, end=j, words=words, owner=owner)
        cluster = self._nouns.named_or_unnamed(described)
        cluster.add_mention(Chars(self._doc.starts[i], self._doc.ends[head]))
        self._discourse.note_mention(i, j, cluster)

    def noun_start(self, k: int) -> int | None:
        """Where the phrase of a noun for people begins.

        None where it only describes a name beside it, or has no determiner.
        """
        lowers, names = self._doc.lowers, self._discourse.names
        if self._doc.words[k][0].isupper() and not self._opens_sentence(k):
            return None
        if k + 1 < len(lowers):
            following = names.at(k + 1)
            if following is not None and following.i == k + 1:
                return None
        start = self._discourse.reader.roles.parts.role_start(k, max(0, k - _MAX_MODIFIERS))
        name = names.at(start - 1) if start else None
        if name is not None and name.j == start:
            start = name.i
        if not start or lowers[start - 1] not in self._words.determiners:
            return start if lowers[k] in self._words.people else None
        return None if self._is_apposed(start - 1) else start - 1

    def _opens_sentence(self, k: int) -> bool:
        """Whether a word has its capital from standing at a sentence's head, and is no name."""
        first = self._doc.sentences[self._doc.token_sentences[k]][0]
        name = self._discourse.names.at(k)
        return k == first and (name is None or name.doubtful)

    def _is_apposed(self, i: int) -> bool:
        """Whether a phrase stands behind a name and a comma."""
        if not i or self._doc.words[i - 1] != ",":
            return False
        return self._discourse.names.at(i - 2) is not None
