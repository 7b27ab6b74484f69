"""Names -> identities in the making.

In: the names of a text. Out: a cluster for each somebody, with every form of the name, every place, and what the text says of it. Why: a
surname means the person whose full name has it, wherever that stands; two full names that do not fit together are two people; an acronym
means what its letters spell.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import attrs

from newsquote._people import forms
from newsquote._people.sorts import Sorter
from newsquote.kinds import SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsquote._people.mentions import Reader
    from newsquote._people.names import Name, Names
    from newsquote._people.records import Range
    from newsquote._people.roles import Description
    from newsquote._text.doc import Doc

__all__ = ["Cluster", "Register"]

_MOST = 40
"""How many namesakes are looked at for one name, the latest."""
_TITLE_CASE_SHARE = 0.6
_SHORT = 3
"""Words of a title that may stay small."""
_LONGEST_LINE = 40
_LINE_ENDS = frozenset((".", "”", '"'))
"""A headline does not end so."""


@attrs.define(eq=False, kw_only=True)
class Cluster:
    """Mentions of one somebody, while they are being gathered."""

    kind: SpeakerKind
    forms: dict[tuple[str, ...], Range] = attrs.field(factory=dict)
    """Every bare form, as words, with the place where it stands first."""
    mentions: list[Range] = attrs.field(factory=list)
    """In text order."""
    genders: dict[str, int] = attrs.field(factory=dict)
    descriptions: list[Description] = attrs.field(factory=list)
    members: list[Cluster] = attrs.field(factory=list)
    name: str | None = None
    named: bool = False
    """Whether it has a name of its own, and not a common noun or a pronoun."""
    place: bool = False
    count: int | None = None
    anonymity: Range | None = None
    about: set[str] = attrs.field(factory=set)
    """The words of all descriptions."""
    full: int = 0
    """How often the full name stands in the text."""
    named_at: int = -1
    """Where the name stands first below the headline, -1 if it does not."""

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

    @property
    def first(self) -> int:
        """Where the first mention begins."""
        return self.mentions[0][0] if self.mentions else -1

    def told(self, gender: str, weight: int = 1) -> None:
        """Note a clue to the pronoun."""
        if gender:
            self.genders[gender] = self.genders.get(gender, 0) + weight

    @property
    def gender(self) -> str:
        """The pronoun's gender, where the clues agree or most of them do; empty where they do not."""
        one, other = self.genders.get("m", 0), self.genders.get("f", 0)
        return "m" if one > other else "f" if other > one else ""

    @property
    def is_doubtful_person(self) -> bool:
        """Whether nothing but the form of the name says that it is a person's."""
        return (
            self.kind == SpeakerKind.PERSON and self.named and not self.genders and not any(d.role is not None for d in self.descriptions)
        )

    def describe(self, description: Description, gender: str) -> None:
        self.descriptions.append(description)
        self.about |= description.words
        self.told(gender, 3)

    def fullest(self) -> tuple[str, ...]:
        return max(self.forms, key=lambda form: (len(form), sum(map(len, form))), default=())


class Register:
    """The identities of one text by their names."""

    def __init__(self, doc: Doc, names: Names, reader: Reader) -> None:
        self.doc, self.names, self.reader = doc, names, reader
        pack = doc.pack
        self.given, self.title_genders, self.role_genders = pack.table("given_names"), pack.table("titles"), pack.table("roles")
        self.suffixes = pack.closed("name_suffixes")
        self.nicknames = {short: frozenset(full.split()) for short, full in pack.table("nicknames").items()}
        self.sorter = Sorter(doc, names)
        self.by_word: dict[str, list[Cluster]] = {}
        """Persons with a full name, by each of its words."""
        self.by_initials: dict[str, Cluster] = {}
        self.heads: dict[str, tuple[tuple[str, ...], Range]] = {}
        self.by_text: dict[str, Cluster] = {}
        self.of_name: dict[int, Cluster] = {}
        """Cluster of a name, by the token where the name begins."""
        self._below = self.doc.paragraphs[1][0] if len(self.doc.paragraphs) > 1 else 0
        """Where the text begins below its first line."""
        self.titled: frozenset[int] = frozenset()
        """The paragraphs in which capitals say nothing: headlines."""
        self._gather()

    def all(self) -> list[Cluster]:
        """Every cluster with a name, each once, in the order of first mention."""
        found = {id(cluster): cluster for cluster in self.of_name.values()}
        return sorted(found.values(), key=lambda cluster: cluster.first)

    # ------------------------------------------------------------- gathering

    def _gather(self) -> None:
        """Every name in its cluster: full names first, so that a surname finds a full name wherever it stands."""
        self.titled = frozenset(number for number in range(len(self.doc.paragraphs)) if self._is_title_case(number))
        paragraphs = [self.doc.paragraph_of(self.doc.starts[name.i]) for name in self.names.all]
        usable = [name for name, number in zip(self.names.all, paragraphs, strict=True) if number not in self.titled]
        by_form: dict[tuple[str, ...], list[Name]] = {}
        for name in usable:
            form = self.form(name)
            if form:
                by_form.setdefault(forms.folded(form), []).append(name)
        self.kinds = self.sorter.kinds(by_form)
        later: list[Name] = []
        for name in usable:
            form = self.form(name)
            if not form:
                continue
            if self._kind(name, form) == SpeakerKind.PERSON and len(forms.core(form, self.doc.pack)) > 1 and not _capitals(form):
                self._join(self._person(form), name, form)
            else:
                later.append(name)
        rest: list[Name] = []
        for name in later:
            form = self.form(name)
            if len(form) > 1 and self._kind(name, form) == SpeakerKind.ORGANIZATION:
                self._add_organisation(name, form)
            else:
                rest.append(name)
        for name in rest:
            self._add_short(name, self.form(name))
        self._drop_overlong()
        self._spell_out()
        self._tie_organisations()
        self._read_headlines()

    def _is_title_case(self, number: int) -> bool:
        """Whether a paragraph is a line in title case or in capitals, so that a capital does not make a name."""
        i, j = self.doc.paragraph_tokens[number]
        words = [word for word in self.doc.words[i : min(j, i + 40)] if len(word) > _SHORT and word[0].isalpha()]
        if len(words) < _SHORT or j - i > _LONGEST_LINE or len(self.doc.paragraphs) == 1:
            return False
        if number and (self.doc.words[j - 1] in _LINE_ENDS or any(self.doc.words[k] in {",", ":"} for k in range(i, j))):
            return False
        return sum(word[0].isupper() for word in words) > _TITLE_CASE_SHARE * len(words)

    def form(self, name: Name) -> tuple[str, ...]:
        return tuple(word.replace("’", "'") for word in self.doc.words[name.bare : name.j] if word[0].isalnum())

    def range(self, name: Name) -> Range:
        return self.doc.starts[name.bare], self.doc.ends[name.j - 1]

    def _kind(self, name: Name, form: tuple[str, ...]) -> SpeakerKind | None:
        if name.bare > name.i and name.kind == SpeakerKind.PERSON:
            return SpeakerKind.PERSON
        return self.kinds.get(forms.folded(form), name.kind)

    def _person(self, form: tuple[str, ...]) -> Cluster:
        """The person with a full name: one whose forms fit, or a new one."""
        core = forms.core(form, self.doc.pack)
        for found in reversed(self.by_word.get(core[-1], [])[-_MOST:]):
            if self.fits(found, form):
                self._index(found, core)
                return found
        cluster = Cluster(kind=SpeakerKind.PERSON, named=True)
        self._index(cluster, core)
        return cluster

    def _index(self, cluster: Cluster, core: Iterable[str]) -> None:
        for word in core:
            homonyms = self.by_word.setdefault(word, [])
            if not any(cluster is found for found in homonyms[-_MOST:]):
                homonyms.append(cluster)

    def fits(self, cluster: Cluster, form: tuple[str, ...]) -> bool:
        """Whether a form can be a name of a person."""
        return forms.compatible(cluster.fullest(), form, self.doc.pack, self.nicknames)

    def _join(self, cluster: Cluster, name: Name, form: tuple[str, ...]) -> None:
        cluster.forms.setdefault(form, self.range(name))
        cluster.add(self.range(name))
        self.of_name[name.i] = cluster
        cluster.full += len(form) > 1
        at = self.doc.starts[name.i]
        if at >= self._below and (cluster.named_at < 0 or at < cluster.named_at):
            cluster.named_at = at
        if cluster.kind == SpeakerKind.PERSON:
            first = form[0].lower()
            if len(form) > 1 and first in self.given:
                cluster.told(self.given[first], 2)
            for k in range(name.i, name.bare):
                cluster.told(self.title_genders.get(self.doc.lowers[k].rstrip("."), ""), 4)
        limit = self.doc.sentences[self.doc.sentence_of(name.i)][0]
        for description in self.reader.about.describe(name, limit):
            person = description.noun in self.role_genders and description.noun not in self.reader.about.organisations
            if cluster.kind == SpeakerKind.PERSON or not person:
                cluster.describe(description, self.role_genders.get(description.noun, "") if cluster.kind == SpeakerKind.PERSON else "")

    def key(self, form: tuple[str, ...]) -> str:
        """A name of an organisation as it is compared: "U.N." is spelled out."""
        short = self.doc.pack.table("affiliation_words")
        return " ".join(
            short.get(word.lower().rstrip(".") if word.isupper() else "", plain)
            for word, plain in zip(form, forms.folded(form), strict=True)
        )

    def _add_organisation(self, name: Name, form: tuple[str, ...]) -> None:
        text = self.key(form)
        if text not in self.by_text:
            self.by_text[text] = Cluster(kind=SpeakerKind.ORGANIZATION, named=True)
        self._join(self.by_text[text], name, form)
        for initials in forms.initials(form):
            self.by_initials.setdefault(initials, self.by_text[text])
        self._note_heads(name, form)
        self._also_called(name, self.by_text[text])

    def _note_heads(self, name: Name, form: tuple[str, ...]) -> None:
        """The beginnings of a long name, which may be spelled out nowhere else: the "United Nations" of one of its bodies."""
        ends = [k for k in range(name.bare, name.j) if self.doc.words[k][0].isalnum()]
        for n in range(2, len(form)):
            head = form[:n]
            if head[-1][0].isupper():
                self.heads.setdefault(self.key(head), (head, (self.doc.starts[name.bare], self.doc.ends[ends[n - 1]])))

    def _also_called(self, name: Name, cluster: Cluster) -> None:
        """The short form in brackets behind a name: "the Coastal Guild (CG)", "the Coastal Guild (the Guild)"."""
        k = name.j
        if k + 2 >= len(self.doc.words) or self.doc.words[k] != "(":
            return
        k += self.doc.lowers[k + 1] in self.doc.pack.closed("articles")
        short = self.names.at(k + 1)
        if short is not None and short.i == k + 1 and short.j < len(self.doc.words) and self.doc.words[short.j] == ")":
            self.by_initials.setdefault("".join(self.form(short)).replace(".", ""), cluster)
            self.by_text.setdefault(self.key(self.form(short)), cluster)

    def _add_short(self, name: Name, form: tuple[str, ...]) -> None:
        """A surname, a given name, an acronym, a place, or a name alone."""
        acronym = "".join(form).replace(".", "") if _capitals(form) else ""
        spelled = self.by_initials.get(acronym) if acronym and len(form) == 1 else None
        if spelled is not None:
            self._join(spelled, name, form)
            return
        kind = self._kind(name, form)
        if not name.place:
            found = self.person_called(form, self.doc.starts[name.i], self._title_gender(name))
            if found is not None and kind == SpeakerKind.ORGANIZATION and name.bare == name.i:
                word = forms.core(form, self.doc.pack)[-1]
                found = found if forms.rank(found.fullest(), word, self.doc.pack) > 1 and len(form) == 1 else None
            if found is not None:
                self._join(found, name, form)
                return
        text = self.key(form)
        cluster = self.by_text.get(text)
        if cluster is None:
            kind = kind or self.sorter.kind_alone(name, form)
            cluster = self.by_text[text] = Cluster(kind=kind, named=True, place=name.place)
            if kind == SpeakerKind.PERSON:
                self._index(cluster, forms.core(form, self.doc.pack))
        self._join(cluster, name, form)

    def _title_gender(self, name: Name) -> str:
        return next((g for k in range(name.i, name.bare) if (g := self.title_genders.get(self.doc.lowers[k].rstrip("."), ""))), "")

    def person_called(self, form: tuple[str, ...], at: int, gender: str = "") -> Cluster | None:
        """The person whom a surname, a given name or another part of a name means at an offset."""
        core = forms.core(form, self.doc.pack)
        if not core:
            return None
        named = [found for found in self.by_word.get(core[-1], [])[-_MOST:] if self.fits(found, form)]
        if gender:
            named = [found for found in named if found.gender in {"", gender}] or []
        if len(named) < 2:  # noqa: PLR2004 - one needs no choice
            return named[0] if named else None
        ranks = [(forms.rank(found.fullest(), core[-1], self.doc.pack), found) for found in named]
        best = max(rank for rank, _ in ranks)
        return self._principal([found for rank, found in ranks if rank == best], at)

    def _principal(self, namesakes: Sequence[Cluster], at: int) -> Cluster:
        """Of several with one surname, whom it means alone: who was named last in this paragraph, else who has it most and first."""
        start = self.doc.paragraphs[self.doc.paragraph_of(at)][0]
        here = [found for found in namesakes if found.last_before(at) >= start]
        if here:
            return max(here, key=lambda found: found.last_before(at))
        return max(namesakes, key=lambda found: (found.full, -found.named_at))

    def namesakes(self, cluster: Cluster, form: tuple[str, ...]) -> int:
        """How many others a form could mean, too."""
        core = forms.core(form, self.doc.pack)
        if not core or cluster.kind != SpeakerKind.PERSON:
            return 0
        return sum(found is not cluster and self.fits(found, form) for found in self.by_word.get(core[-1], [])[-_MOST:])

    def _spell_out(self) -> None:
        """An acronym that stands for the beginning of a longer name has that as a form."""
        for text, cluster in self.by_text.items():
            if text in self.heads and cluster.kind == SpeakerKind.ORGANIZATION and all(map(_is_capitals_word, cluster.fullest())):
                form, where = self.heads[text]
                cluster.forms.setdefault(form, where)

    def _drop_overlong(self) -> None:
        """Forms that only put other words before a full name: where "Nora Vance" stands, too, "Harbour Nora Vance" is none."""
        for cluster in self.all():
            if cluster.kind != SpeakerKind.PERSON or len(cluster.forms) < 2:  # noqa: PLR2004
                continue
            full = [form for form in cluster.forms if len(form) > 1 and form[0].lower() in self.given]
            for form in [*cluster.forms]:
                known = any(len(form) > len(one) and form[-len(one) :] == one for one in full)
                if known and form[0].lower() not in self.given and "." not in form[0]:
                    del cluster.forms[form]

    # ------------------------------------------------------------- organisations by shorter names

    def _tie_organisations(self) -> None:
        """A shorter name that is the end of exactly one longer name of an organisation, named before it, is that one."""
        named = sorted((c for c in self.by_text.values() if c.kind == SpeakerKind.ORGANIZATION), key=lambda c: c.first)
        by_end: dict[str, list[Cluster]] = {}
        for cluster in named:
            for form in cluster.forms:
                words = self.key(form).split()
                for n in range(1, min(len(words), 6)):
                    ends = by_end.setdefault(" ".join(words[n:]), [])
                    if not any(cluster is other for other in ends):
                        ends.append(cluster)
        merged: dict[int, Cluster] = {}
        for cluster in named:
            longer = [
                found
                for form in cluster.forms
                for found in by_end.get(self.key(form), ())
                if found is not cluster and not found.place and not cluster.place and id(found) not in merged
            ]
            if len({id(found) for found in longer}) == 1 and not cluster.place and self._may_shorten(cluster, longer[0]):
                self._absorb(longer[0], cluster)
                merged[id(cluster)] = longer[0]
        for i, cluster in self.of_name.items() if merged else ():
            self.of_name[i] = merged.get(id(cluster), cluster)
        for text, cluster in self.by_text.items() if merged else ():
            self.by_text[text] = merged.get(id(cluster), cluster)

    def _may_shorten(self, short: Cluster, long: Cluster) -> bool:
        """Whether the short name can stand for the long one: it does not stand alone before it, or the long one only adds a country."""
        words, more = self.key(short.fullest()).split(), self.key(long.fullest()).split()
        extra = more[: len(more) - len(words)]
        country = all(word in self.doc.pack.words("leading_words") for word in extra)
        return country or (long.first < short.first and len(extra) <= 3)  # noqa: PLR2004

    def merge(self, cluster: Cluster, other: Cluster) -> None:
        """Make two one."""
        self._absorb(cluster, other)
        for i, found in self.of_name.items():
            if found is other:
                self.of_name[i] = cluster

    def _absorb(self, cluster: Cluster, other: Cluster) -> None:
        for form, where in other.forms.items():
            cluster.forms.setdefault(form, where)
        for where in other.mentions:
            cluster.add(where)
        cluster.descriptions.extend(other.descriptions)
        cluster.about |= other.about

    # ------------------------------------------------------------- headlines

    def _read_headlines(self) -> None:
        """The known names in lines where every word has a capital."""
        for number in sorted(self.titled):
            i, j = self.doc.paragraph_tokens[number]
            k = i
            while k < j:
                length, cluster = self._known_at(k, j)
                if cluster is None:
                    k += 1
                    continue
                cluster.add((self.doc.starts[k], self.doc.ends[k + length - 1]))
                self.of_name[k] = cluster
                k += length

    def _known_at(self, k: int, j: int) -> tuple[int, Cluster | None]:
        """The longest known name at a token of a headline: (tokens, cluster)."""
        for length in range(min(5, j - k), 0, -1):
            form = tuple(self.doc.words[k : k + length])
            if not all(word[0].isalnum() for word in form) or not form[0][0].isupper():
                continue
            found = self.by_text.get(self.key(form))
            if found is None and (length > 1 or len(form[0]) > 1):
                own = forms.core(form, self.doc.pack)
                named = [
                    one
                    for one in self.by_word.get(own[-1], [])[-_MOST:]
                    if len(own) <= len(forms.core(one.fullest(), self.doc.pack)) and self.fits(one, form)
                ]
                last = [one for one in named if forms.rank(one.fullest(), form[-1].casefold(), self.doc.pack) > 0]
                found = max(last, key=lambda one: (one.full, len(one.mentions)), default=None)
            if found is not None:
                return length, found
        return 0, None

    def in_headline(self, i: int, j: int) -> list[Cluster]:
        """The known names among the tokens of a headline, in order."""
        known = [self.of_name[k] for k in range(i, j) if k in self.of_name]
        return list({id(cluster): cluster for cluster in known}.values())


def _is_capitals_word(word: str) -> bool:
    return word.replace(".", "").isupper()


def _capitals(form: tuple[str, ...]) -> bool:
    """Whether a name is printed in capitals only."""
    return all(word.replace(".", "").isupper() for word in form) and len("".join(form)) > 1
