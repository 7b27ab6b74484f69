"""Mentions -> identities.

In: the names of a text, the mentions of which somebody asks whom they mean, and where somebody's words stand, as plain ranges. Out: the
identities, each with the fullest name that the text gives, and who each mention means. Why: a user counts voices, not strings. The text is
gone through once, from its start to its end, so that whatever is asked sees all that was said before; where nothing supports a choice,
nobody is meant and a note says why.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from newsquote._people import anonymity
from newsquote._people.identities import Cluster, Register
from newsquote._people.mentions import Phrase, Reader
from newsquote._people.nominals import Found, Nominals
from newsquote._people.records import Identity, People
from newsquote._people.salience import Salience
from newsquote._text.signs import PAUSES
from newsquote.kinds import NoteCode, SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsquote._people.names import Name, Names
    from newsquote._people.records import Range, Said
    from newsquote._people.roles import Description
    from newsquote._text.doc import Doc
    from newsquote._text.notes import Notes

__all__ = ["link"]

_BACK = 14
"""How many tokens before "who" its noun may stand."""
_NEAR = 2
"""How many sentences back a description without support may reach."""
_CLOSE = 0.35
"""A pronoun for which two stand out nearly alike is noted as doubtful."""
_ALONE = frozenset((SpeakerKind.PERSON, SpeakerKind.ORGANIZATION))
_PERSONS = frozenset((SpeakerKind.PERSON, SpeakerKind.UNNAMED, SpeakerKind.GROUP))


def link(
    doc: Doc, names: Names, mentions: Sequence[Range], notes: Notes, known: Mapping[str, str | None], said: Sequence[Said] = ()
) -> People:
    """Find whom each mention means.

    :param mentions: ranges of noun phrases, in text order.
    :param known: the ids of persons whom the caller knows, by casefolded name.
    :param said: what somebody says, as (range, the mention of who says it).
    """
    return _Resolver(doc, names, notes, said).run(mentions, known)


class _Resolver:
    def __init__(self, doc: Doc, names: Names, notes: Notes, said: Sequence[Said]) -> None:
        self.doc, self.names, self.notes, self.said = doc, names, notes, said
        self.reader = Reader(doc, names)
        pack = doc.pack
        self.register = Register(doc, names, self.reader)
        self.sorter = self.register.sorter
        self.nominals = Nominals(doc, self.register, self.sorter, self._owner)
        self.salience = Salience(doc, names, self.reader, [where for where, _ in said])
        self.of_name = self.register.of_name
        self.meanings = self.reader.pronouns
        self.role_genders, self.determiners = pack.table("roles"), pack.words("determiners")
        self.offices = (pack.words("titles") | pack.words("role_kinds")) - pack.closed("loose_roles")
        """Who has one of these is not called by another noun that the text has not prepared."""
        self.noun_genders = {**pack.table("titles"), **self.role_genders}
        self.roles, self.groups, self.people = pack.words("roles"), pack.words("group_words"), pack.closed("people_words")
        self.small = pack.words("function_words")
        self.articles, self.joiners = pack.closed("articles"), pack.closed("joiners")
        self.by_text: dict[str, Cluster] = {}
        self.by_head: dict[str, Cluster] = {}
        """The latest without a name, by head noun."""
        self.of_pronoun: dict[int, Cluster] = {}
        self.meant: dict[Range, Cluster | None] = {}
        self.sure: dict[Range, float] = {}

    def run(self, mentions: Sequence[Range], known: Mapping[str, str | None]) -> People:
        """Go through the text once."""
        if not mentions:
            return People(identities=[], meant={}, sureness={})
        self._join_known(known)
        self._soft_genders()
        asked = {self.doc.tokens_in(*where): where for where in mentions}
        for i, j, name in self._places(asked):
            where = asked.get((i, j)) if name is None else None
            if where is not None:
                self._ask(where, i, j)
            elif name is not None:
                self._note_name(name)
            elif i in self.reader_pronouns:
                self._note_pronoun(i)
            else:
                self._note_noun(i, j)
        for where in mentions:
            if where not in self.meant:
                self._ask(where, *self.doc.tokens_in(*where))
        for where in mentions:
            self._ask_headline_again(where)
            self._ask_first_person(where)
        return self._people(known)

    def _places(self, asked: Mapping[tuple[int, int], Range]) -> Iterator[tuple[int, int, Name | None]]:
        """Everything that is looked at, in text order: asked mentions, names, other pronouns, other nouns for people."""
        third = {word for word in self.meanings if self.meanings[word] in {"m", "f"}}
        lowers = self.doc.lowers
        inside = bytearray(len(lowers) + 1)
        for i, j in asked:
            inside[i:j] = b"\x01" * (j - i)
        outside = [k for k, word in enumerate(lowers) if word in third and not inside[k] and self.salience.content(k) < 0]
        self.reader_pronouns = frozenset(outside)
        nouns = [
            k
            for k, word in enumerate(lowers)
            if (word in self.roles or word in self.groups) and not inside[k] and self.doc.words[k][0].islower()
        ]
        places: list[tuple[int, int, int, Name | None]] = [(i, 0, j, None) for i, j in asked if i < j]
        places += [(name.i, 1, name.j, name) for name in self.names.all]
        places += [(k, 2, k + 1, None) for k in outside]
        places += [(start, 3, k + 1, None) for k in nouns if (start := self._noun_start(k)) is not None]
        places.sort(key=lambda place: place[:3])
        yield from ((i, j, name) for i, _, j, name in places)

    # ------------------------------------------------------------- what is noted on the way

    def _note_name(self, name: Name) -> None:
        cluster = self.of_name.get(name.i)
        if cluster is not None and not name.doubtful:
            headline = self.doc.paragraph_of(self.doc.starts[name.i]) in self.register.titled
            self.salience.note(name.i, name.j, cluster, headline=headline)
            self._note_pair(name, cluster)

    def _note_pair(self, name: Name, cluster: Cluster) -> None:
        """Two names with an "and" between are one for "they"."""
        other = self.names.at(name.i - 2) if name.i > 1 and self.doc.lowers[name.i - 1] == "and" else None
        first = None if other is None else self.of_name.get(other.i)
        if other is not None and first is not None and first is not cluster and first.kind == cluster.kind and cluster.kind in _ALONE:
            self.salience.note(other.i, name.j, self._group([first, cluster]))

    def _note_pronoun(self, i: int) -> None:
        found = self.salience.choose(self.meanings[self.doc.lowers[i]], i)
        if found is not None:
            self.of_pronoun[i] = found.cluster
            self.salience.note(i, i + 1, found.cluster)

    def _noun_start(self, k: int) -> int | None:
        """Where the phrase of a noun for people begins; None where it only describes a name beside it or has no determiner."""
        following = self.names.at(k + 1) if k + 1 < len(self.doc.words) else None
        if following is not None and following.i == k + 1:
            return None
        start = self.reader.about.with_modifiers(k, max(0, k - 4))
        name = self.names.at(start - 1) if start else None
        if name is not None and name.j == start:
            start = name.i
        before = self.doc.lowers[start - 1] if start else ""
        if before in self.determiners:
            start -= 1
            apposed = start > 0 and self.doc.words[start - 1] == "," and self.names.at(start - 2) is not None
            return None if apposed else start
        return start if self.doc.lowers[k] in self.groups else None

    def _note_noun(self, i: int, j: int) -> None:
        """Somebody without a name, who may be meant by a pronoun later."""
        if self.salience.content(i) >= 0:
            return
        phrase = Phrase(
            i=i, j=j, head=j - 1, end=j, words=self.reader.about.words(i, j, j - 1), owner=self.reader.about.owner(i, j - 1, j, j)
        )
        found = self.nominals.find(phrase) or self._variation(phrase)
        self.salience.note(i, j, found.cluster if found is not None else self._unnamed(phrase))

    def _soft_genders(self) -> None:
        """The pronouns in the sentence of a name, where no other person comes between, are a clue to its gender."""
        for name in self.names.all:
            cluster = self.of_name.get(name.i)
            if cluster is None or cluster.kind != SpeakerKind.PERSON or max(cluster.genders.values(), default=0) > 3:  # noqa: PLR2004 - a title
                continue
            sentence = self.doc.sentence_of(name.i)
            first, last = self.doc.sentences[sentence]
            if any(self._is_person(other, cluster) for other in self.names.between(first, name.i)):
                continue
            if sentence + 1 < len(self.doc.sentences):
                following = self.doc.sentences[sentence + 1][0]
                last = following + 1 if self.doc.lowers[following] in {"he", "she"} else last
            for k in range(name.j, min(last, name.j + 40)):
                other = self.names.at(k)
                if other is not None and other is not name and self._is_person(other, cluster):
                    break
                meaning = self.meanings.get(self.doc.lowers[k])
                if meaning in {"m", "f"}:
                    cluster.told(meaning)
                    break

    def _is_person(self, name: Name, besides: Cluster) -> bool:
        cluster = self.of_name.get(name.i)
        return cluster is not None and cluster is not besides and cluster.kind == SpeakerKind.PERSON

    # ------------------------------------------------------------- what is asked

    def _ask(self, where: Range, i: int, j: int) -> None:
        found = self._resolve(i, j) if i < j else None
        self.meant[where] = None if found is None else found.cluster
        if found is None:
            self._note_unknown(where, i, j)
            return
        self.sure[where] = found.sureness
        found.cluster.add(where)
        self.of_pronoun[i] = found.cluster
        self.salience.note(i, j, found.cluster, spoke=True)

    def _note_unknown(self, where: Range, i: int, j: int) -> None:
        word = self.doc.slice(i, j)
        pronoun = j - i == 1 and self.doc.lowers[i] in self.meanings
        reason = f"nobody who was mentioned before fits “{word}”" if pronoun else "nothing in the text says who is meant"
        self.notes.add(NoteCode.UNKNOWN_SPEAKER, where, reason)

    def _resolve(self, i: int, j: int) -> Found | None:
        if self.doc.paragraph_of(self.doc.starts[i]) in self.register.titled:
            return self._in_headline(i, j)
        phrase = self.reader.read(i, j)
        return self._joint(phrase) if phrase.parts else self._one(phrase)

    def _one(self, phrase: Phrase) -> Found | None:
        if phrase.pronoun is not None:
            return self._pronoun(phrase, phrase.pronoun)
        return self._named(phrase.names[0]) if phrase.names else self._nominal(phrase)

    def _in_headline(self, i: int, j: int) -> Found | None:
        """A mention in a line of capitals: a name that the body has, a description of somebody in it, or what is printed."""
        known = self.register.in_headline(i, j)
        phrase = self.reader.read(i, j)
        if phrase.pronoun is not None:
            return self._pronoun(phrase, phrase.pronoun)
        if len(known) > 1 and any(self.doc.lowers[k] in self.joiners for k in range(i, j)):
            return Found(self._group(known), 0.8)
        if known:
            return Found(known[-1] if known[-1].kind == SpeakerKind.PERSON else known[0], 0.85)
        head = phrase.head if phrase.head >= 0 else j - 1
        common = Phrase(i=i, j=j, head=head, end=head + 1, words=self.reader.about.words(i, j, head))
        found = self.nominals.find(common)
        return found if found is not None else Found(self._unnamed(common), 0.5)

    def _named(self, name: Name) -> Found | None:
        cluster = self.of_name.get(name.i)
        if cluster is None:
            return None
        others = self.register.namesakes(cluster, self.register.form(name))
        if others:
            detail = f"{others + 1} in the text have the name {self.doc.slice(name.bare, name.j)}"
            self.notes.add(NoteCode.AMBIGUOUS_SPEAKER, self.register.range(name), detail)
        return Found(cluster, 0.7 if others else 0.6 if name.doubtful else 0.98)

    # ------------------------------------------------------------- several

    def _joint(self, phrase: Phrase) -> Found | None:
        members: list[Cluster] = []
        for part in phrase.parts:
            found = self._given_name(part, phrase) or self._one(part)
            if found is not None and not any(found.cluster is member for member in members):
                members.append(found.cluster)
        if len(members) < 2:  # noqa: PLR2004 - a join has two at least
            return Found(members[0], 0.8) if members else None
        return Found(self._group(members), 0.9)

    def _given_name(self, part: Phrase, phrase: Phrase) -> Found | None:
        """The "Nora" of "Nora and Olav Vance": a person with the other's surname."""
        last = phrase.parts[-1]
        if not part.names or not last.names or part is last or last.names[0].kind != SpeakerKind.PERSON:
            return None
        one, other = self.register.form(part.names[0]), self.register.form(last.names[0])
        if len(one) != 1 or len(other) < 2 or one[0].lower() not in self.doc.pack.words("given_names"):  # noqa: PLR2004
            return None
        form = (one[0], *other[1:])
        found = next(
            (c for c in self.register.by_word.get(other[-1].casefold(), ()) if self.register.fits(c, form) and c.fullest() != other), None
        )
        if found is None:
            found = self.by_text.setdefault(" ".join(form), Cluster(kind=SpeakerKind.PERSON, named=True, name=" ".join(form)))
            found.forms.setdefault(form, self.register.range(part.names[0]))
        found.add(self.register.range(part.names[0]))
        return Found(found, 0.85)

    def _group(self, members: list[Cluster]) -> Cluster:
        """Those who speak together, as one."""
        key = " & ".join(str(id(member)) for member in members)
        if key not in self.by_text:
            every = all(member.kind == SpeakerKind.ORGANIZATION for member in members)
            kind = SpeakerKind.ORGANIZATION if every else SpeakerKind.GROUP
            self.by_text[key] = Cluster(kind=kind, members=members, named=True)
        return self.by_text[key]

    # ------------------------------------------------------------- common nouns

    def _nominal(self, phrase: Phrase) -> Found | None:
        """A common noun: who was named so, or somebody without a name."""
        word = self.doc.lowers[phrase.head]
        if word in self.doc.pack.closed("parts_of_organisations") and phrase.owner is not None:
            whole = self._owner(phrase.owner)
            if whole is not None and whole.kind == SpeakerKind.ORGANIZATION:
                return Found(whole, 0.7)
        found = self.nominals.find(phrase) or self._variation(phrase) or self._kind_of_organisation(phrase)
        return found if found is not None else Found(self._unnamed(phrase), 0.9)

    def _variation(self, phrase: Phrase) -> Found | None:
        """Whoever stands out before a description that nothing in the text has prepared: news text varies the names of the well-known."""
        word = self.doc.lowers[phrase.head]
        if word not in self.roles or self.doc.lowers[phrase.i] != "the" or phrase.owner is not None or word in self.by_head:
            return None
        gender = next((g for k in range(phrase.i, phrase.j) if (g := self.noun_genders.get(self.doc.lowers[k], ""))), "")
        choice = self.salience.choose(gender or "person", phrase.i)
        if choice is None or choice.cluster.kind != SpeakerKind.PERSON or choice.margin < _CLOSE:
            return None
        last = self.doc.token_at(choice.cluster.last_before(self.doc.starts[phrase.i]))
        near = self.doc.sentence_of(phrase.i) - self.doc.sentence_of(last)
        plain = not any(self._holds(d, word) for d in choice.cluster.descriptions)
        if not plain or near > _NEAR:
            return None
        self.nominals.learn(choice.cluster, word, phrase.words)
        return Found(choice.cluster, 0.5)

    def _holds(self, description: Description, word: str) -> bool:
        """Whether a description gives an office, still held, that is not the one asked for."""
        noun = description.noun
        return description.role is not None and noun in self.offices and noun != word and "former" not in description.words

    def _kind_of_organisation(self, phrase: Phrase) -> Found | None:
        """The organisation that stands out before "the company", "the website", where no name has such a word."""
        word = self.doc.lowers[phrase.head]
        sorts = self.doc.pack.table("organisation_kinds")
        if not sorts.get(word) or self.doc.lowers[phrase.i] != "the" or phrase.owner is not None or phrase.words or word in self.by_head:
            return None
        choice = self.salience.choose("organisation", phrase.i)
        if choice is None or choice.margin < _CLOSE or choice.cluster.place:
            return None
        last = self.doc.token_at(choice.cluster.last_before(self.doc.starts[phrase.i]))
        if self.doc.sentence_of(phrase.i) - self.doc.sentence_of(last) > _NEAR:
            return None
        choice.cluster.kind = SpeakerKind.ORGANIZATION
        return Found(choice.cluster, 0.5)

    def _unnamed(self, phrase: Phrase) -> Cluster:
        """Somebody or something without a name: what was called by the same noun before, if a phrase points back, or a new one."""
        doc, start = self.doc, phrase.i
        while start < phrase.j - 1 and doc.lowers[start] in self.articles:
            start += 1
        end = max(start + 1, min(phrase.j, phrase.core) if phrase.core > phrase.head else phrase.j)
        word, text = doc.lowers[phrase.head], doc.slice(start, end)
        definite = self.nominals.is_definite(phrase)
        key = text.casefold()
        before = self.by_head.get(word) if definite and phrase.head - start < 2 and phrase.owner is None else None  # noqa: PLR2004
        cluster = before or (None if doc.lowers[phrase.i] == "another" else self.by_text.get(key))
        if cluster is None:
            cluster = self.by_text[key] = Cluster(kind=self.sorter.kind_of(phrase), name=text)
            cluster.forms[tuple(text.split())] = doc.starts[start], doc.ends[end - 1]
            cluster.told(self.role_genders.get(word, ""), 3)
            self._describe_unnamed(cluster, phrase)
        if not self.nominals.in_headline(phrase):
            self.by_head[word] = cluster
        return cluster

    def _describe_unnamed(self, cluster: Cluster, phrase: Phrase) -> None:
        if phrase.role is not None or phrase.affiliation is not None:
            cluster.descriptions.append(self.reader.about.of_phrase(phrase.role, phrase.affiliation))
        if cluster.kind not in _PERSONS:
            return
        told = anonymity.read(self.doc, phrase)
        cluster.count = told.number
        if told.hidden:
            cluster.kind = SpeakerKind.UNNAMED
            cluster.anonymity = None if told.reason is None else self._offsets(*told.reason)

    def _owner(self, owner: tuple[int, int]) -> Cluster | None:
        """Who the owner of a description is."""
        i, j = owner
        name = self.names.at(i)
        if name is not None:
            return self.of_name.get(name.i)
        if j - i == 1 and self.doc.lowers[i] in self.meanings:
            if i not in self.of_pronoun:
                meaning = self.meanings[self.doc.lowers[i]]
                found = self.salience.choose(meaning, i) if meaning in {"m", "f", "thing", "plural"} else None
                if found is None:
                    return self._narrator(self.doc.lowers[i], i) if meaning == "narrator" else None
                self.of_pronoun[i] = found.cluster
            return self.of_pronoun[i]
        if self.doc.lowers[i] not in self.determiners:
            return self.by_head.get(self.doc.lowers[j - 1])
        told = self.nominals.find(Phrase(i=i, j=j, head=j - 1, end=j, words=self.reader.about.words(i, j, j - 1)))
        return told.cluster if told is not None else self.by_head.get(self.doc.lowers[j - 1])

    # ------------------------------------------------------------- pronouns

    def _pronoun(self, phrase: Phrase, word: str) -> Found | None:
        i, meaning = phrase.i, self.meanings[word]
        if meaning == "narrator":
            return Found(self._narrator(word, i), 0.9)
        if meaning == "relative":
            return self._antecedent(phrase, word)
        if word not in self.doc.pack.closed("personal_pronouns"):
            return self._quantifier(phrase, word)
        choice = self.salience.choose(meaning, i)
        if choice is None:
            ahead = self.salience.ahead(meaning, i, self.of_name)
            return None if ahead is None else Found(ahead, 0.5)
        if choice.margin < _CLOSE and choice.next is not None:
            detail = f"“{self.doc.words[i]}” may mean {self._name_of(choice.cluster)} or {self._name_of(choice.next)}"
            self.notes.add(NoteCode.AMBIGUOUS_SPEAKER, self._offsets(i, i + 1), detail)
        if meaning == "plural" and choice.cluster.kind == SpeakerKind.PERSON:
            # Nothing but the form of the name said that it was a person's.
            choice.cluster.kind = SpeakerKind.ORGANIZATION
        return Found(choice.cluster, min(0.95, 0.55 + 0.25 * choice.margin))

    def _narrator(self, word: str, i: int) -> Cluster:
        one = "we" if word in {"we", "us", "our", "ours", "ourselves"} else "I"
        if one not in self.by_text:
            self.by_text[one] = Cluster(kind=SpeakerKind.NARRATOR, name=self.doc.words[i], forms={(one,): self._offsets(i, i + 1)})
        return self.by_text[one]

    def _quantifier(self, phrase: Phrase, word: str) -> Found:
        """What "both" and "each" of those who were named together before; "some", "many", "everyone" mean as they stand."""
        if word in {"both", "each"} and self.salience.events:
            last = next((event for event in reversed(self.salience.events[-4:]) if len(event.cluster.members) == 2), None)  # noqa: PLR2004
            if last is not None:
                return Found(last.cluster, 0.7)
        text = self.doc.slice(phrase.i, phrase.j)
        kind = SpeakerKind.UNNAMED if word in {"someone", "somebody"} else SpeakerKind.GROUP
        if word in {"you", "your"}:
            kind = SpeakerKind.OTHER
        if text.casefold() not in self.by_text:
            where = self._offsets(phrase.i, phrase.j)
            self.by_text[text.casefold()] = Cluster(kind=kind, name=text, forms={tuple(text.split()): where})
        return Found(self.by_text[text.casefold()], 0.8)

    def _antecedent(self, phrase: Phrase, word: str) -> Found | None:
        """The noun phrase before "who", "which" or "that"."""
        first = self.doc.sentences[self.doc.sentence_of(phrase.i)][0]
        k = phrase.i - 1
        while k >= first and (
            self.doc.words[k] in PAUSES | {")"} or self.doc.lowers[k] in {"of", "most", "some", "many", "both", "all", "with", "to"}
        ):
            k -= 1
        person = word not in {"which", "that"}
        for n in range(k, max(first, k - _BACK) - 1, -1):
            name = self.names.at(n)
            if name is not None and name.j == n + 1:
                cluster = self.of_name.get(name.i)
                if cluster is not None and not (person and name.place) and (not person or cluster.kind in _PERSONS):
                    joint = self._joined_before(name, first)
                    return Found(joint if joint is not None and person else cluster, 0.9)
            elif person and name is None and self._is_noun_for_people(n):
                return self._described_before(n, first)
            elif not person and n == k and self.doc.words[n][0].isalpha() and self.doc.lowers[n] not in self.small:
                start = self._phrase_begin(n, first)
                return self._nominal(self.reader.read(start, n + 1)) if start is not None else None
        return None

    def _is_noun_for_people(self, n: int) -> bool:
        word = self.doc.lowers[n]
        plural = word.endswith("s") and word[:-1] in self.roles
        return word in self.roles or word in self.groups or word in self.people or plural

    def _phrase_begin(self, n: int, first: int) -> int | None:
        start = n
        while start > first and n - start < _BACK and self.doc.lowers[start] not in self.determiners and self.doc.words[start][0].isalnum():
            start -= 1
        return start if self.doc.words[start][0].isalnum() else start + 1 if start < n else n

    def _described_before(self, n: int, first: int) -> Found | None:
        """Whom a noun before "who" describes: the name in front of an apposition, or somebody without one."""
        start = self._phrase_begin(n, first)
        if start is None:
            return None
        if start - 2 >= first and self.doc.words[start - 1] == ",":
            name = self.names.at(start - 2)
            cluster = None if name is None else self.of_name.get(name.i)
            if cluster is not None and cluster.kind == SpeakerKind.PERSON:
                return Found(cluster, 0.9)
        phrase = self.reader.read(start, n + 1)
        if phrase.names:
            return self._named(phrase.names[0])
        return None if phrase.pronoun is not None or phrase.parts else self._nominal(phrase)

    def _joined_before(self, name: Name, first: int) -> Cluster | None:
        """Two persons joined right before "who", where both are meant."""
        following = self.doc.lowers[
            min(len(self.doc.words) - 1, name.j + 1 + (self.doc.words[min(name.j, len(self.doc.words) - 1)] == ","))
        ]
        if name.i - 2 < first or self.doc.lowers[name.i - 1] != "and" or following not in self.doc.pack.closed("plural_verbs"):
            return None
        other = self.names.at(name.i - 2)
        one, two = (self.of_name.get(other.i) if other is not None else None), self.of_name.get(name.i)
        if one is None or two is None or one is two or {one.kind, two.kind} != {SpeakerKind.PERSON}:
            return None
        return self._group([one, two])

    def _ask_headline_again(self, where: Range) -> None:
        """Whom a headline describes may be clear only when the text below has been read."""
        cluster = self.meant[where]
        if cluster is None or cluster.named or self.doc.paragraph_of(where[0]) > 1:
            return
        i, j = self.doc.tokens_in(*where)
        phrase = self.reader.read(i, j)
        if phrase.head < 0 or not self.nominals.in_headline(phrase):
            return
        found = self.nominals.find(phrase)
        if found is not None and found.cluster is not cluster:
            self.meant[where], self.sure[where] = found.cluster, found.sureness
            found.cluster.add(where)

    def _ask_first_person(self, where: Range) -> None:
        """An "I" inside somebody's words is whoever says them."""
        cluster = self.meant[where]
        if (
            cluster is None
            or cluster.kind != SpeakerKind.NARRATOR
            or cluster.name is None
            or cluster.name.lower() not in {"i", "me", "my", "myself"}
        ):
            return
        around = [(end - start, source) for (start, end), source in self._around(where) if source is not None and source != where]
        speaker = next((self.meant.get(source) for _, source in sorted(around)), None)
        if speaker is not None and speaker is not cluster and not speaker.members:
            self.meant[where] = speaker
            speaker.add(where)
            if where in cluster.mentions:
                cluster.mentions.remove(where)

    def _around(self, where: Range) -> list[Said]:
        """What is said around a place; quotes nest only a few deep."""
        n = bisect_left(self.said, ((where[0] + 1, 0), None), key=lambda one: (one[0], None)) if self.said else 0
        return [one for one in self.said[max(0, n - 8) : n] if one[0][0] <= where[0] and where[1] <= one[0][1]]

    # ------------------------------------------------------------- the result

    def _join_known(self, known: Mapping[str, str | None]) -> None:
        """Full names that the caller says are one person's are one."""
        if not known:
            return
        by_id: dict[str, Cluster] = {}
        for cluster in self.register.all():
            own = next((key for form in cluster.forms if len(form) > 1 and (key := known.get(" ".join(form).casefold())) is not None), None)
            if own is None or cluster.kind != SpeakerKind.PERSON:
                continue
            first = by_id.setdefault(own, cluster)
            if first is not cluster:
                self.register.merge(first, cluster)

    def _offsets(self, i: int, j: int) -> Range:
        return self.doc.starts[i], self.doc.ends[j - 1]

    def _name_of(self, cluster: Cluster) -> str:
        where = cluster.forms.get(cluster.fullest())
        if cluster.name is not None or where is None:
            return cluster.name or _listed([self._name_of(member) for member in cluster.members])
        return self.doc.text[slice(*where)]

    def _people(self, ids: Mapping[str, str | None]) -> People:
        made: dict[int, Identity] = {}

        def make(cluster: Cluster) -> Identity:
            if id(cluster) not in made:
                made[id(cluster)] = self._identity(cluster, [make(member) for member in cluster.members], ids)
            return made[id(cluster)]

        meant = {where: None if cluster is None else make(cluster) for where, cluster in self.meant.items()}
        order = sorted(made.values(), key=lambda identity: (min(identity.mentions, default=(len(self.doc.text), 0)), len(identity.members)))
        return People(identities=order, meant=meant, sureness=self.sure)

    def _identity(self, cluster: Cluster, members: list[Identity], ids: Mapping[str, str | None]) -> Identity:
        form = cluster.fullest()
        told = next((d for d in cluster.descriptions if d.role is not None), None)
        beside = next((d.affiliation for d in cluster.descriptions if d.affiliation is not None), None)
        affiliation = told.affiliation if told is not None and told.affiliation is not None else beside
        return Identity(
            name=self._name_of(cluster),
            name_range=None if cluster.named and cluster.name is not None else cluster.forms.get(form),
            kind=cluster.kind,
            role=None if told is None or told.role is None else self._offsets(*told.role),
            affiliation=None if affiliation is None else self._offsets(*affiliation),
            members=members,
            mentions=sorted(set(cluster.mentions)),
            id=next((found for key in [" ".join(form), *map(" ".join, cluster.forms)] if (found := ids.get(key.casefold()))), None),
            count=cluster.count,
            anonymity=cluster.anonymity,
        )


def _listed(names: list[str]) -> str:
    """Names as one: "Lee", "Lee and Kim", "Lee, Kim and Cho"."""
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
