"""Mentions -> identities.

In: the names of a text, the mentions of which somebody asks whom they mean, and where somebody's words stand, as plain ranges. Out: the
identities, each with the fullest name that the text gives, and who each mention means. Why: a user counts voices, not strings. The text is
gone through once, from its start to its end, so that whatever is asked sees all that was said before; where nothing supports a choice,
nobody is meant and a note says why.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import partial
from itertools import compress
from typing import TYPE_CHECKING

from newsquote._names import forms, lexicon, results
from newsquote._names.clusters import Cluster, Found
from newsquote._names.identities import Register
from newsquote._names.mentions import Phrase, Reader
from newsquote._names.nominals import Nominals
from newsquote._names.pronouns import Pronouns
from newsquote._names.records import People
from newsquote._names.salience import Salience
from newsquote._names.unnamed import Unnamed
from newsquote._names.variations import Variations
from newsquote.kinds import NoteCode, SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsquote._names.records import Range, Said
    from newsquote._names.spotting import Name, Names
    from newsquote._text.doc import Doc
    from newsquote._text.notes import Notes

__all__ = ["resolve_mentions"]

_ALONE = frozenset((SpeakerKind.PERSON, SpeakerKind.ORGANIZATION))
_DEEP = 8
"""How many stretches of words are looked at around a place; quotes nest only a few deep."""
_MODIFIERS = 4
"""How many small words may stand before a noun."""
_ASKED, _NAME, _PRONOUN, _NOUN = range(4)


def resolve_mentions(
    doc: Doc,
    names: Names,
    mentions: Sequence[Range],
    notes: Notes,
    known: Mapping[str, str | None],
    said: Sequence[Said] = (),
) -> People:
    """Find whom each mention means.

    :param mentions: ranges of noun phrases, in text order.
    :param known: the ids of persons whom the caller knows, by name.
    :param said: what somebody says, as (range, the mention of who says it), in text order.
    """
    if not mentions:
        return People(identities=[], meant={})
    plain = {forms.plain(name): own for name, own in known.items()}
    resolver = _Resolver(doc, names, notes, plain, said)
    try:
        return resolver.run(mentions)
    finally:
        vars(
            resolver
        ).clear()  # its parts ask it in turn: such a circle would keep all of them until the next collection of garbage


class _Resolver:
    def __init__(
        self,
        doc: Doc,
        names: Names,
        notes: Notes,
        known: Mapping[str, str | None],
        said: Sequence[Said],
    ) -> None:
        self.doc, self.names, self.notes, self.known, self.said = doc, names, notes, known, said
        self.reader = Reader(doc, names)
        self.register = Register(doc, names, self.reader, known)
        self.nominals = Nominals(doc, self.register, self._owner)
        self.salience = Salience(doc, names, self.reader, [where for where, _ in said])
        self.unnamed = Unnamed(doc, self.reader, self.register.sorter, self.nominals)
        self.variations = Variations(doc, self.salience, self.nominals, self.unnamed)
        self.pronouns = Pronouns(
            self.register, self.salience, self.unnamed, notes, self._one, self._group
        )
        self.of_name = self.register.of_name
        pack = doc.pack
        self.determiners, self.joiners = pack.words("determiners"), pack.closed("joiners")
        self.persons, self.people = lexicon.of(pack).persons, lexicon.of(pack).people
        self.parts = pack.closed("parts_of_organisations")
        self.groups_made: dict[tuple[int, ...], Cluster] = {}
        self.meant: dict[Range, Cluster | None] = {}
        self.sure: dict[Range, float] = {}

    def run(self, mentions: Sequence[Range]) -> People:
        """Go through the text once."""
        asked: dict[Range, Range] = {self.doc.tokens_in(*where): where for where in mentions}
        for i, what, j, n in self._places(asked):
            if what == _ASKED:
                self._ask(asked[i, j], i, j)
            elif what == _NAME:
                self._note_name(self.names.all[n])
            elif what == _PRONOUN:
                self._note_pronoun(i)
            else:
                self._note_noun(i, j)
        for where in mentions:
            if where not in self.meant:
                self._ask(where, *self.doc.tokens_in(*where))
        for where in mentions:
            self._ask_headline_again(where)
            self._ask_first_person(where)
        return results.people(self.doc, self.meant, self.sure, self.known)

    def _places(self, asked: Mapping[tuple[int, int], Range]) -> list[tuple[int, int, int, int]]:
        """All that is looked at, in text order: asked mentions, names with their number, other pronouns, other nouns for people."""
        words, of_name = self.doc.words, self.of_name
        inside = bytearray(len(words) + 1)
        for i, j in asked:
            inside[i:j] = b"\x01" * (j - i)
        nouns = compress(range(len(words)), map(self.persons.__contains__, words))
        places = [(i, _ASKED, j, -1) for i, j in asked if i < j]
        places += [
            (name.i, _NAME, name.j, n)
            for n, name in enumerate(self.names.all)
            if not name.doubtful and name.i in of_name
        ]
        places += [
            (k, _PRONOUN, k + 1, -1)
            for k in self.reader.gendered
            if not inside[k] and self._is_free(k)
        ]
        found = [k for k in nouns if not inside[k] and self._is_free(k)]
        places += [
            (start, _NOUN, k + 1, -1) for k in found if (start := self._noun_start(k)) is not None
        ]
        return sorted(places)

    def _is_free(self, k: int) -> bool:
        """Whether a token stands outside of what somebody says."""
        return self.salience.content(k) < 0

    # ------------------------------------------------------------- what is noted on the way

    def _note_name(self, name: Name) -> None:
        cluster = self.of_name[name.i]
        self.salience.note(name.i, name.j, cluster, headline=self.register.is_titled(name))
        if name.i > 1 and self.doc.lowers[name.i - 1] == "and":
            self._note_pair(name, cluster)

    def _note_pair(self, name: Name, cluster: Cluster) -> None:
        """Two names with an "and" between are one for "they"."""
        other = self.names.at(name.i - 2)
        first = None if other is None else self.of_name.get(other.i)
        if (
            other is not None
            and first is not None
            and first is not cluster
            and first.kind == cluster.kind
            and cluster.kind in _ALONE
        ):
            self.salience.note(other.i, name.j, self._group([first, cluster]))

    def _note_pronoun(self, i: int) -> None:
        cluster = self.pronouns.of_owner(i)
        if cluster is not None:
            self.salience.note(i, i + 1, cluster)

    def _noun_start(self, k: int) -> int | None:
        """Where the phrase of a noun for people begins; None where it only describes a name beside it or has no determiner."""
        following = self.names.at(k + 1) if k + 1 < len(self.doc.words) else None
        if following is not None and following.i == k + 1:
            return None
        start = self.reader.about.with_modifiers(k, max(0, k - _MODIFIERS))
        name = self.names.at(start - 1) if start else None
        if name is not None and name.j == start:
            start = name.i
        if start and self.doc.lowers[start - 1] in self.determiners:
            apposed = (
                start > 1
                and self.doc.words[start - 2] == ","
                and self.names.at(start - 3) is not None
            )
            return None if apposed else start - 1
        return start if self.doc.lowers[k] in self.people else None

    def _note_noun(self, i: int, j: int) -> None:
        """Somebody without a name, who may be meant by a pronoun later."""
        about = self.reader.about
        phrase = Phrase(
            i=i,
            j=j,
            head=j - 1,
            end=j,
            words=partial(about.words, i, j, j - 1),
            owner=about.owner(i, j - 1, j, j),
        )
        found = self._taken_up(phrase)
        cluster = found.cluster if found is not None else self.unnamed.of(phrase)
        cluster.add((self.doc.starts[i], self.doc.ends[j - 1]))
        self.salience.note(i, j, cluster)

    # ------------------------------------------------------------- what is asked

    def _ask(self, where: Range, i: int, j: int) -> None:
        found = self._resolve(i, j) if i < j else None
        self.meant[where] = None if found is None else found.cluster
        if found is None:
            self._note_unknown(where, i, j)
            return
        self.sure[where] = found.sureness
        found.cluster.add(where)
        self.pronouns.known[i] = found.cluster
        self.salience.note(i, j, found.cluster, spoke=True)

    def _note_unknown(self, where: Range, i: int, j: int) -> None:
        pronoun = j - i == 1 and self.doc.lowers[i] in self.reader.pronouns
        reason = (
            f"nobody who was mentioned before fits “{self.doc.words[i]}”"
            if pronoun
            else "nothing in the text says who is meant"
        )
        self.notes.add_note(NoteCode.UNKNOWN_SPEAKER, where, reason)

    def _resolve(self, i: int, j: int) -> Found | None:
        phrase = self.reader.read(i, j)
        if (
            phrase.pronoun is None
            and self.doc.paragraph_of(self.doc.starts[i]) in self.register.titled
        ):
            return self._in_headline(phrase)
        return self._joint(phrase) if phrase.parts else self._one(phrase)

    def _one(self, phrase: Phrase) -> Found | None:
        if phrase.pronoun is not None:
            return self.pronouns.find(phrase, phrase.pronoun)
        return self._named(phrase.names[0]) if phrase.names else self._described(phrase)

    def _in_headline(self, phrase: Phrase) -> Found | None:
        """A mention in a line of capitals: a name that the body has, a description of somebody in it, or what is printed."""
        i, j = phrase.i, phrase.j
        known = self.register.between(i, j)
        if len(known) > 1 and any(self.doc.lowers[k] in self.joiners for k in range(i, j)):
            return Found(self._group(known), 0.8)
        if known:
            return Found(known[-1] if known[-1].kind == SpeakerKind.PERSON else known[0], 0.85)
        head = phrase.head if phrase.head >= 0 else j - 1
        common = Phrase(
            i=i, j=j, head=head, end=head + 1, words=partial(self.reader.about.words, i, j, head)
        )
        alone = self.register.only_in_headline(i, j)
        return self.nominals.find(common) or Found(alone or self.unnamed.of(common), 0.5)

    def _named(self, name: Name) -> Found | None:
        cluster = self.of_name.get(name.i)
        if cluster is None:
            return None
        namesakes = self.register.doubts.get(name.i)
        if namesakes:
            detail = (
                f"{namesakes} persons of the text can be called {self.doc.slice(name.bare, name.j)}"
            )
            self.notes.add_note(NoteCode.AMBIGUOUS_SPEAKER, self.register.range(name), detail)
        return Found(
            cluster, 0.7 if namesakes else 0.6 if name.doubtful and not cluster.full else 0.98
        )

    def _described(self, phrase: Phrase) -> Found | None:
        """Whom a common noun means: who was named so, or somebody without a name."""
        if self.doc.lowers[phrase.head] in self.parts and phrase.owner is not None:
            whole = self._owner(phrase.owner)
            if whole is not None and whole.kind == SpeakerKind.ORGANIZATION:
                return Found(whole, 0.7)
        return self._taken_up(phrase) or Found(self.unnamed.of(phrase), 0.9)

    def _taken_up(self, phrase: Phrase) -> Found | None:
        """Who with a name is meant by a common noun; one without a name who was called so since goes before a kindred noun."""
        if phrase.several or self.register.sorter.counts_people(phrase):
            return None
        found = self.nominals.find(phrase)
        if found is None:
            return self.variations.find(phrase)
        other = None if found.exact else self.unnamed.by_head.get(self.doc.lowers[phrase.head])
        at = self.doc.starts[phrase.i]
        return (
            found
            if other is None or other.last_before(at) <= found.cluster.last_before(at)
            else None
        )

    def _owner(self, owner: tuple[int, int]) -> Cluster | None:
        """Who the owner of a description is."""
        i, j = owner
        name = self.names.at(i)
        if name is not None:
            return self.of_name.get(name.i)
        if j - i == 1 and self.doc.lowers[i] in self.reader.pronouns:
            return self.pronouns.of_owner(i)
        about = partial(self.reader.about.words, i, j, j - 1)
        told = (
            self.nominals.find(Phrase(i=i, j=j, head=j - 1, end=j, words=about))
            if self.doc.lowers[i] in self.determiners
            else None
        )
        return (
            told.cluster if told is not None else self.unnamed.by_head.get(self.doc.lowers[j - 1])
        )

    # ------------------------------------------------------------- several

    def _joint(self, phrase: Phrase) -> Found | None:
        members: dict[int, Cluster] = {}
        for part in phrase.parts:
            found = self._given_name(part, phrase.parts[-1]) or self._one(part)
            if found is not None:
                members.setdefault(id(found.cluster), found.cluster)
        if len(members) < 2:  # noqa: PLR2004 - a join has two at least
            return next((Found(member, 0.8) for member in members.values()), None)
        return Found(self._group([*members.values()]), 0.9)

    def _given_name(self, part: Phrase, last: Phrase) -> Found | None:
        """The "Nora" of "Nora and Olav Vance"."""
        if part is last or not part.names or not last.names:
            return None
        cluster = self.register.with_surname_of(part.names[0], last.names[0])
        return None if cluster is None else Found(cluster, 0.85)

    def _group(self, members: Sequence[Cluster]) -> Cluster:
        """Those who speak together, as one."""
        key = tuple(id(member) for member in members)
        if key not in self.groups_made:
            every = all(member.kind == SpeakerKind.ORGANIZATION for member in members)
            kind = SpeakerKind.ORGANIZATION if every else SpeakerKind.GROUP
            self.groups_made[key] = Cluster(kind=kind, members=list(members), named=True)
        return self.groups_made[key]

    # ------------------------------------------------------------- what is clear only at the end

    def _ask_headline_again(self, where: Range) -> None:
        """Whom a headline describes may be clear only when the text below has been read."""
        cluster = self.meant[where]
        if cluster is None or cluster.named or self.doc.paragraph_of(where[0]) > 1:
            return
        phrase = self.reader.read(*self.doc.tokens_in(*where))
        found = (
            self.nominals.find(phrase)
            if phrase.head >= 0 and self.nominals.in_headline(phrase)
            else None
        )
        if found is not None:
            self.meant[where], self.sure[where] = found.cluster, found.sureness
            found.cluster.add(where)

    def _ask_first_person(self, where: Range) -> None:
        """An "I" inside somebody's words is whoever says them."""
        cluster = self.meant[where]
        if cluster is None or cluster is not self.unnamed.by_text.get("I"):
            return
        around = [
            (end - start, source)
            for (start, end), source in self._around(where)
            if source is not None and source != where
        ]
        speaker = next((self.meant.get(source) for _, source in sorted(around)), None)
        if speaker is not None and speaker is not cluster and not speaker.members:
            self.meant[where] = speaker
            speaker.add(where)
            if where in cluster.mentions:
                cluster.mentions.remove(where)

    def _around(self, where: Range) -> list[Said]:
        """What is said around a place."""
        n = bisect_left(self.said, (where[0] + 1, 0), key=lambda one: one[0])
        return [
            one
            for one in self.said[max(0, n - _DEEP) : n]
            if one[0][0] <= where[0] and where[1] <= one[0][1]
        ]
