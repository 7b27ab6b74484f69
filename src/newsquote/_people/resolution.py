"""Mentions -> identities.

In: the names of a text, and the mentions of which somebody asks whom they mean, as plain ranges. Out: the identities, each with the fullest
name that the text gives, and who each mention means. Why: a user counts voices, not strings. A surname means the person whose full name has
it; a pronoun means the person who fits and was spoken of last; where nothing supports a choice, nobody is meant.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import attrs

from newsquote._people.mentions import Phrase, Reader
from newsquote._people.records import Identity, People
from newsquote._text.signs import PAUSES
from newsquote.kinds import NoteCode, SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsquote._people.names import Name, Names
    from newsquote._people.records import Range
    from newsquote._text.doc import Doc
    from newsquote._text.notes import Notes

__all__ = ["link"]

_REACH = 3
"""How many paragraphs back a pronoun may reach."""
_MOST = 40
"""How many names or speakers are looked at for one mention, the nearest."""
_TITLE_CASE_SHARE = 0.6
_PEOPLES = ("ans", "ists", "crats")
"""Endings of the plurals for peoples and parties."""
_SHORT_WORD = 5


def link(doc: Doc, names: Names, mentions: Sequence[Range], notes: Notes, known: Mapping[str, str | None]) -> People:
    """Find whom each mention means.

    :param mentions: ranges of noun phrases, in text order.
    :param known: the ids of persons whom the caller knows, by casefolded name.
    """
    return _Resolver(doc, names, notes).run(mentions, known)


@attrs.define(eq=False, kw_only=True)
class _Cluster:
    """Mentions of one somebody, while they are being gathered."""

    kind: SpeakerKind
    forms: dict[tuple[str, ...], Range] = attrs.field(factory=dict)
    """Every bare form, as words, with the place where it stands first."""
    mentions: list[Range] = attrs.field(factory=list)
    """In text order."""
    genders: set[str] = attrs.field(factory=set)
    role: Range | None = None
    affiliation: Range | None = None
    members: list[_Cluster] = attrs.field(factory=list)
    name: str | None = None

    def add(self, where: Range) -> None:
        """Note a mention, unless it stands inside one that is known or around it."""
        n = bisect_left(self.mentions, where)
        for start, end in self.mentions[max(0, n - 1) : n + 1]:
            if (start <= where[0] and where[1] <= end) or (where[0] <= start and end <= where[1]):
                return
        self.mentions.insert(n, where)

    def last_before(self, at: int) -> int:
        """Where the last mention before an offset begins, -1 if there is none."""
        n = bisect_left(self.mentions, (at, 0))
        return self.mentions[n - 1][0] if n else -1

    def fullest(self) -> tuple[str, ...]:
        return max(self.forms, key=lambda form: (len(form), sum(map(len, form))), default=())


class _Resolver:
    def __init__(self, doc: Doc, names: Names, notes: Notes) -> None:
        self.doc, self.names, self.notes = doc, names, notes
        self.reader = Reader(doc, names)
        pack = doc.pack
        self.genders, self.given = pack.table("pronouns"), pack.table("given_names")
        self.role_genders, self.title_genders = pack.table("roles"), pack.table("titles")
        self.roles, self.documents, self.groups = pack.words("roles"), pack.words("document_words"), pack.words("group_words")
        self.org_words, self.determiners = pack.words("org_words"), pack.words("determiners")
        self.by_surname: dict[str, list[_Cluster]] = {}
        self.by_first: dict[str, list[_Cluster]] = {}
        self.by_initials: dict[str, _Cluster] = {}
        self.by_text: dict[str, _Cluster] = {}
        self.nouns: dict[str, list[_Cluster]] = {}
        self.of_name: dict[int, _Cluster] = {}
        """Cluster of a name, by the token where the name begins."""
        self.spoken: list[tuple[int, _Cluster]] = []
        """Who was meant by a mention, in text order, with the mention's offset."""
        self.meant: dict[Range, _Cluster | None] = {}

    def run(self, mentions: Sequence[Range], known: Mapping[str, str | None]) -> People:
        self._gather()
        for where in mentions:
            self.meant[where] = self._resolve(where)
            if self.meant[where] is None:
                self.notes.add(NoteCode.UNKNOWN_SPEAKER, where, "nothing in the text says who is meant")
        return self._people(known)

    # ------------------------------------------------------------- names

    def _gather(self) -> None:
        """Every name in its cluster: full names first, so that a surname finds a full name wherever it stands."""
        titled = {number for number in range(len(self.doc.paragraphs)) if self._is_title_case(number)}
        usable = [name for name in self.names.all if self.doc.paragraph_of(self.doc.starts[name.i]) not in titled]
        rest = [name for name in self.names.all if self.doc.paragraph_of(self.doc.starts[name.i]) in titled]
        full = [name for name in usable if name.kind == SpeakerKind.PERSON and len(self._form(name)) > 1]
        for name in full:
            self._add_person(name)
        for name in usable:
            if name.kind == SpeakerKind.ORGANIZATION and len(self._form(name)) > 1:
                self._add_other(name)
                initials = "".join(word[0] for word in self._form(name) if word[0].isupper())
                self.by_initials.setdefault(initials, self.of_name[name.i])
        for name in [*usable, *rest]:
            if name.i not in self.of_name:
                self._add_other(name)

    def _is_title_case(self, number: int) -> bool:
        i, j = self.doc.paragraph_tokens[number]
        words = [word for word in self.doc.words[i:j] if len(word) > 3 and word[0].isalpha()]  # noqa: PLR2004 - short words stay small in titles
        return number == 0 and len(words) > 2 and sum(word[0].isupper() for word in words) > _TITLE_CASE_SHARE * len(words)  # noqa: PLR2004

    def _form(self, name: Name) -> tuple[str, ...]:
        return tuple(word.replace("’", "'") for word in self.doc.words[name.bare : name.j] if word[0].isalnum())

    def _range(self, name: Name) -> Range:
        return self.doc.starts[name.bare], self.doc.ends[name.j - 1]

    def _surname(self, form: tuple[str, ...]) -> str:
        """The word by which a person is named again: the last that is no suffix."""
        last = [word for word in form if word.rstrip(".").lower() not in self.doc.pack.closed("name_suffixes")]
        return (last or list(form))[-1].casefold()

    def _add_person(self, name: Name) -> None:
        form = self._form(name)
        homonyms = self.by_surname.setdefault(self._surname(form), [])
        cluster = next((found for found in homonyms if _compatible(found.fullest(), form)), None)
        if cluster is None:
            cluster = _Cluster(kind=SpeakerKind.PERSON)
            homonyms.append(cluster)
            self.by_first.setdefault(form[0].casefold(), []).append(cluster)
        self._join(cluster, name, form)

    def _join(self, cluster: _Cluster, name: Name, form: tuple[str, ...]) -> None:
        cluster.forms.setdefault(form, self._range(name))
        cluster.add(self._range(name))
        self.of_name[name.i] = cluster
        if cluster.kind != SpeakerKind.PERSON:
            return
        if len(form) > 1 and form[0].lower() in self.given:
            cluster.genders.add(self.given[form[0].lower()])
        for k in range(name.i, name.bare):
            cluster.genders.add(self.title_genders.get(self.doc.lowers[k].rstrip("."), ""))
        role, affiliation = self.reader.role(name, self.doc.sentences[self.doc.sentence_of(name.i)][0])
        if role is not None:
            cluster.genders.add(self.role_genders.get(self.doc.lowers[role[1] - 1], ""))
        if cluster.role is None and role is not None:
            cluster.role, cluster.affiliation = self._offsets(*role), None if affiliation is None else self._offsets(*affiliation)

    def _offsets(self, i: int, j: int) -> Range:
        return self.doc.starts[i], self.doc.ends[j - 1]

    def _add_other(self, name: Name) -> None:
        """A surname, an organisation, a place, or a name alone."""
        form = self._form(name)
        if not form:
            return
        homonyms = self.by_surname.get(self._surname(form), []) or (self.by_first.get(form[0].casefold(), []) if len(form) == 1 else [])
        capitals = len(form) == 1 and form[0].isupper()
        spelled_out = self.by_initials.get(form[0].replace(".", "")) if capitals else None
        if spelled_out is not None:
            self._join(spelled_out, name, form)
            return
        if (capitals or name.kind != SpeakerKind.ORGANIZATION) and not name.place and homonyms:
            fitting = [found for found in homonyms if len(form) == 1 or _compatible(found.fullest(), form)]
            if fitting:
                self._join(self._nearest(fitting, self.doc.starts[name.i]), name, form)
                return
        text = " ".join(form).casefold()
        cluster = self.by_text.get(text)
        if cluster is None:
            kind = name.kind or self._kind_of_one(name, form)
            cluster = self.by_text[text] = _Cluster(kind=kind)
            if kind == SpeakerKind.PERSON:
                self.by_surname.setdefault(self._surname(form), []).append(cluster)
        self._join(cluster, name, form)

    def _kind_of_one(self, name: Name, form: tuple[str, ...]) -> SpeakerKind:
        """What a name is of which its form alone does not tell."""
        if name.place:
            return SpeakerKind.ORGANIZATION
        word = form[-1].lower()
        many = word in self.groups or (len(word) > _SHORT_WORD and word.endswith(_PEOPLES))
        return SpeakerKind.GROUP if many and len(form) == 1 else SpeakerKind.PERSON

    def _nearest(self, clusters: Sequence[_Cluster], at: int) -> _Cluster:
        """Of several with one surname, the one that was named last before."""
        return max(clusters[-_MOST:], key=lambda cluster: cluster.last_before(at))

    # ------------------------------------------------------------- mentions

    def _resolve(self, where: Range) -> _Cluster | None:
        i, j = self.doc.tokens_in(*where)
        if i >= j:
            return None
        phrase = self.reader.read(i, j)
        if phrase.pronoun is not None:
            found = self._pronoun(phrase.pronoun, i)
        elif len(phrase.names) > 1:
            found = self._joint(phrase)
        elif phrase.names:
            found = self._named(phrase)
        else:
            found = self._nominal(phrase)
        if found is not None:
            found.add(where)
            self.spoken.append((where[0], found))
        return found

    def _named(self, phrase: Phrase) -> _Cluster | None:
        cluster = self.of_name.get(phrase.names[0].i)
        if cluster is not None and cluster.kind == SpeakerKind.PERSON and cluster.role is None and phrase.role is not None:
            cluster.role = self._offsets(*phrase.role)
            cluster.affiliation = None if phrase.affiliation is None else self._offsets(*phrase.affiliation)
        return cluster

    def _joint(self, phrase: Phrase) -> _Cluster | None:
        members = [cluster for name in phrase.names if (cluster := self.of_name.get(name.i)) is not None]
        if len(members) < 2:  # noqa: PLR2004 - a join has two at least
            return members[0] if members else None
        key = " & ".join(" ".join(member.fullest()) for member in members).casefold()
        if key not in self.by_text:
            every = all(member.kind == SpeakerKind.ORGANIZATION for member in members)
            kind = SpeakerKind.ORGANIZATION if every else SpeakerKind.GROUP
            self.by_text[key] = _Cluster(kind=kind, members=members)
        return self.by_text[key]

    def _nominal(self, phrase: Phrase) -> _Cluster | None:
        """A common noun: what was named so before, or somebody without a name."""
        head, lowers = phrase.head, self.doc.lowers
        word = lowers[head]
        definite = lowers[phrase.i] in self.doc.pack.closed("referring_words")
        if definite and head - phrase.i <= 2:  # noqa: PLR2004 - "the Florida senator" still points back, longer phrases describe anew
            before = self._named_before(word, self.doc.starts[phrase.i])
            if before is not None:
                return before
        start = phrase.i
        while start < phrase.j - 1 and lowers[start] in self.doc.pack.closed("articles"):
            start += 1
        text = self.doc.slice(start, phrase.j)
        key = text.casefold()
        if key not in self.by_text:
            cluster = self.by_text[key] = _Cluster(kind=self._noun_kind(phrase), name=text)
            cluster.forms[tuple(text.split())] = self._offsets(start, phrase.j)
            cluster.role = None if phrase.role is None else self._offsets(*phrase.role)
            cluster.affiliation = None if phrase.affiliation is None else self._offsets(*phrase.affiliation)
        return self.by_text[key]

    def _named_before(self, word: str, at: int) -> _Cluster | None:
        """The person with that role, or the organisation whose name ends in that word, named last before an offset."""
        named = [cluster for cluster in self._by_noun().get(word, ())[-_MOST:] if cluster.last_before(at) >= 0]
        return max(named, key=lambda cluster: cluster.last_before(at), default=None)

    def _by_noun(self) -> dict[str, list[_Cluster]]:
        """The persons by the last word of their role, the others by the last word of their names."""
        if not self.nouns:
            for cluster in {id(cluster): cluster for cluster in self.of_name.values()}.values():
                words = {form[-1].lower() for form in cluster.forms} if cluster.kind != SpeakerKind.PERSON else set()
                if cluster.kind == SpeakerKind.PERSON and cluster.role is not None:
                    words = {self.doc.text[slice(*cluster.role)].split()[-1].lower()}
                for word in words:
                    self.nouns.setdefault(word, []).append(cluster)
        return self.nouns

    def _noun_kind(self, phrase: Phrase) -> SpeakerKind:
        word = self.doc.lowers[phrase.head]
        if word in self.documents:
            return SpeakerKind.DOCUMENT
        if word in self.roles:
            return SpeakerKind.UNNAMED
        if (
            word in self.groups
            or (word.endswith("s") and word[:-1] in self.roles)
            or self.doc.lowers[phrase.i] in self.doc.pack.closed("counting_words")
        ):
            return SpeakerKind.GROUP
        if word in self.org_words or (self.doc.words[phrase.head][0].isupper()):
            return SpeakerKind.ORGANIZATION
        return SpeakerKind.GROUP if word.endswith("s") and not word.endswith("ss") else SpeakerKind.OTHER

    # ------------------------------------------------------------- pronouns

    def _pronoun(self, word: str, i: int) -> _Cluster | None:
        meaning = self.genders.get(word, "any")
        if meaning == "narrator":
            return self.by_text.setdefault(
                word, _Cluster(kind=SpeakerKind.NARRATOR, name=self.doc.words[i], forms={(word,): self._offsets(i, i + 1)})
            )
        if meaning == "relative":
            return self._antecedent(i)
        if meaning in {"m", "f"}:
            return self._person_before(meaning, i)
        kinds = {SpeakerKind.GROUP} if meaning == "plural" else {SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT}
        at = self.doc.starts[i]
        paragraph = self.doc.paragraph_of(at)
        for start, spoken in reversed(self.spoken[-_MOST:]):
            if start < at and spoken.kind in kinds and paragraph - self.doc.paragraph_of(start) <= 1:
                return spoken
        if meaning == "thing":
            lo = self.doc.paragraph_tokens[paragraph][0]
            for name in reversed(self.names.between(lo, i, _MOST)):
                cluster = self.of_name.get(name.i)
                if cluster is not None and cluster.kind in kinds:
                    return cluster
        return None

    def _antecedent(self, i: int) -> _Cluster | None:
        """The noun phrase right before "who" or "which"."""
        k = i - 1
        while k >= 0 and self.doc.words[k] in PAUSES | {")"}:
            k -= 1
        name = self.names.at(k) if k >= 0 else None
        if name is not None:
            return self.of_name.get(name.i)
        start = k
        while start > 0 and i - start < 12 and self.doc.lowers[start] not in self.determiners and self.doc.words[start][0].isalnum():  # noqa: PLR2004
            start -= 1
        inner = self.names.between(max(start, 0), i)
        if inner and inner[0].kind == SpeakerKind.PERSON:
            return self.of_name.get(inner[0].i)
        return self._nominal(Phrase(i=k, j=k + 1, head=k)) if k >= 0 and self.doc.words[k][0].isalpha() else None

    def _person_before(self, gender: str, i: int) -> _Cluster | None:
        """The person who fits and stands out most before a pronoun: near, a subject, a speaker, of no other gender."""
        at = self.doc.starts[i]
        sentence = self.doc.sentence_of(i)
        paragraph = self.doc.sentence_paragraphs[sentence]
        lowest = self.doc.paragraph_tokens[max(0, paragraph - _REACH)][0]
        scores: dict[int, tuple[float, _Cluster]] = {}
        for name in self.names.between(lowest, i, _MOST):
            cluster = self.of_name.get(name.i)
            if cluster is not None and not name.doubtful:
                self._raise(scores, cluster, self._salience(name.i, sentence, paragraph), gender)
        for start, cluster in self.spoken[-4:]:
            if start < at:
                k = self.doc.token_at(start)
                if k >= lowest:
                    self._raise(scores, cluster, self._salience(k, sentence, paragraph) + 1.5, gender)
        best = max(scores.values(), key=lambda scored: scored[0], default=None)
        return None if best is None else best[1]

    def _raise(self, scores: dict[int, tuple[float, _Cluster]], cluster: _Cluster, score: float, gender: str) -> None:
        if cluster.kind != SpeakerKind.PERSON or cluster.members:
            return
        known = cluster.genders - {""}
        if known and gender not in known:
            return
        score += 0.5 if known else 0.0
        if id(cluster) not in scores or scores[id(cluster)][0] < score:
            scores[id(cluster)] = (score, cluster)

    def _salience(self, k: int, sentence: int, paragraph: int) -> float:
        own = self.doc.sentence_of(k)
        first = self.doc.sentences[own][0]
        subject = all(self.names.at(n) is None or self.names.at(n) is self.names.at(k) for n in range(first, k))
        return (1.5 if subject else 0.0) - 0.7 * (sentence - own) - 0.5 * (paragraph - self.doc.sentence_paragraphs[own])

    # ------------------------------------------------------------- the result

    def _people(self, ids: Mapping[str, str | None]) -> People:
        made: dict[int, Identity] = {}

        def make(cluster: _Cluster) -> Identity:
            if id(cluster) not in made:
                made[id(cluster)] = self._identity(cluster, [make(member) for member in cluster.members], ids)
            return made[id(cluster)]

        meant = {where: None if cluster is None else make(cluster) for where, cluster in self.meant.items()}
        order = sorted(made.values(), key=lambda identity: (min(identity.mentions, default=(len(self.doc.text), 0)), len(identity.members)))
        return People(identities=order, meant=meant)

    def _identity(self, cluster: _Cluster, members: list[Identity], ids: Mapping[str, str | None]) -> Identity:
        form = cluster.fullest()
        where = cluster.forms.get(form)
        name = cluster.name or (self.doc.text[slice(*where)] if where else " and ".join(member.name for member in members))
        return Identity(
            name=name,
            name_range=where,
            kind=cluster.kind,
            role=cluster.role,
            affiliation=cluster.affiliation,
            members=members,
            mentions=sorted(set(cluster.mentions)),
            id=next((found for key in [" ".join(form), *map(" ".join, cluster.forms)] if (found := ids.get(key.casefold()))), None),
        )


def _compatible(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two forms with one surname can be one person: one the end of the other, equal first names, or an initial of it."""
    if len(one) == 1 or len(other) == 1:
        return True
    short, long = sorted((one, other), key=len)
    if long[-len(short) :] == short:
        return True
    first, second = one[0].rstrip(".").casefold(), other[0].rstrip(".").casefold()
    return first == second or (min(len(first), len(second)) == 1 and first[0] == second[0])
