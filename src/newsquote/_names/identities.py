"""Names -> identities in the making.

In: the names of a text. Out: a cluster for each somebody, with every form of the name, every place, and what the text says of it. Why: a
surname means the person whose full name has it, wherever that stands; two full names that do not fit together are two people; an acronym
means what its letters spell.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from newsquote._names import forms, lexicon, short_names, title_lines
from newsquote._names.clusters import Cluster
from newsquote._names.records import ORGANIZATION, PERSON
from newsquote._names.sorts import Sorter

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from newsquote._names.mentions import Reader
    from newsquote._names.records import Range
    from newsquote._names.spotting import Name, Names
    from newsquote._text.doc import Doc
    from newsquote.kinds import SpeakerKind

__all__ = ["Register"]

_LONGEST_PERSON = 4
_FIRM = 3
"""Clues to a gender of more weight, such as a title, need no others."""
_LONGEST_HEAD = 7
"""How many words of a name are looked at for the beginning of it."""
_MOST = 40
"""How many namesakes are looked at for one name, the latest."""


class Register:
    """The identities of one text by their names."""

    def __init__(
        self, doc: Doc, names: Names, reader: Reader, known: Mapping[str, str | None]
    ) -> None:
        self.doc, self.names, self.reader, self.known = doc, names, reader, known
        pack = doc.pack
        self.given, self.title_genders, self.role_genders = (
            pack.table("given_names"),
            pack.table("titles"),
            pack.table("roles"),
        )
        self.nicknames = lexicon.of(pack).nicknames
        self.sorter = Sorter(doc)
        self.by_word: dict[str, list[Cluster]] = {}
        """Persons with a full name, by each of its words."""
        self.former, self.countries, self.parties = (
            pack.closed("former_words"),
            pack.table("affiliation_words"),
            pack.closed("parties"),
        )
        self.doubts: dict[int, int] = {}
        """How many persons a name could mean, by the token where it begins, where it is more than one."""
        self.by_initials: dict[str, Cluster] = {}
        self.heads: dict[str, tuple[tuple[str, ...], Range]] = {}
        self.by_text: dict[str, Cluster] = {}
        self._keys: dict[tuple[str, ...], str] = {}
        self._cores: dict[tuple[str, ...], tuple[str, ...]] = {}
        self.of_name: dict[int, Cluster] = {}
        """Cluster of a name, by the token where the name begins."""
        self._below = self.doc.paragraphs[1][0] if len(self.doc.paragraphs) > 1 else 0
        """Where the text begins below its first line."""
        self.titled: frozenset[int] = frozenset()
        """The paragraphs in which capitals say nothing: headlines."""
        self._gather()

    def all(self) -> list[Cluster]:
        """Every cluster with a name, each once, in the order of first mention."""
        return sorted(self.each(), key=lambda cluster: cluster.first)

    def each(self) -> Iterable[Cluster]:
        """Every cluster with a name, each once."""
        return {id(cluster): cluster for cluster in self.of_name.values()}.values()

    # ------------------------------------------------------------- gathering

    def _gather(self) -> None:
        """Every name in its cluster: full names first, so that a surname finds a full name wherever it stands."""
        self.titled = title_lines.titled(self.doc)
        formed = [
            (name, form)
            for name in self.names.all
            if not self.is_titled(name) and (form := self.form(name))
        ]
        by_form: dict[tuple[str, ...], list[Name]] = {}
        for name, form in formed:
            by_form.setdefault(forms.folded(form), []).append(name)
        kinds = self.sorter.kinds(by_form)
        later: list[tuple[Name, tuple[str, ...], SpeakerKind | None]] = []
        for name, form in formed:
            kind = self._kind(name, form, kinds)
            if (
                kind == PERSON
                and len(form) > 1
                and len(self.core(form)) > 1
                and not _capitals(form)
            ):
                self._join(self._person(form), name, form)
            else:
                later.append((name, form, kind))
        for name, form, kind in later:
            if len(form) > 1 and kind == ORGANIZATION:
                self._add_organisation(name, form)
        for name, form, kind in later:
            if len(form) == 1 or kind != ORGANIZATION:
                self._add_short(name, form, kind)
        short_names.settle(self)
        self._join_known()
        title_lines.read(self)
        self._soft_genders()

    def is_titled(self, name: Name) -> bool:
        """Whether a name stands where capitals say nothing."""
        return self.doc.sentence_paragraphs[self.doc.token_sentences[name.i]] in self.titled

    def form(self, name: Name) -> tuple[str, ...]:
        """The words of a bare name."""
        words = self.doc.words[name.bare : name.j]
        return tuple(
            [word.replace("’", "'") if "’" in word else word for word in words if word[0].isalnum()]
        )

    def core(self, form: tuple[str, ...]) -> tuple[str, ...]:
        """The words of a form that tell a person from others, made once a text."""
        core = self._cores.get(form)
        if core is None:
            core = self._cores[form] = forms.core(form, self.doc.pack)
        return core

    def range(self, name: Name) -> Range:
        return self.doc.starts[name.bare], self.doc.ends[name.j - 1]

    def _kind(
        self, name: Name, form: tuple[str, ...], kinds: Mapping[tuple[str, ...], SpeakerKind | None]
    ) -> SpeakerKind | None:
        if name.bare > name.i and name.kind == PERSON:
            return PERSON
        folded = forms.folded(form)
        return PERSON if self.known and " ".join(folded) in self.known else kinds[folded]

    def _person(self, form: tuple[str, ...]) -> Cluster:
        """The person with a full name: one whose forms fit, or a new one."""
        core = self.core(form)
        for found in reversed(self.by_word.get(core[-1], [])[-_MOST:]):
            if self.fits(found, form):
                self._index(found, core)
                return found
        cluster = Cluster(kind=PERSON, named=True)
        self._index(cluster, core)
        return cluster

    def _index(self, cluster: Cluster, core: Iterable[str]) -> None:
        for word in core:
            homonyms = self.by_word.setdefault(word, [])
            if not any(cluster is found for found in homonyms[-_MOST:]):
                homonyms.append(cluster)

    def fits(self, cluster: Cluster, form: tuple[str, ...]) -> bool:
        """Whether a form can be a name of a person."""
        return forms.compatible(cluster.fullest, form, self.doc.pack, self.nicknames)

    def _join(self, cluster: Cluster, name: Name, form: tuple[str, ...]) -> None:
        where = self.range(name)
        cluster.call(form, where)
        cluster.add(where)
        self.of_name[name.i] = cluster
        cluster.full += len(form) > 1
        at = self.doc.starts[name.i]
        if at >= self._below and (cluster.named_at < 0 or at < cluster.named_at):
            cluster.named_at = at
        if cluster.kind == PERSON:
            first = form[0].lower()
            if len(form) > 1 and first in self.given:
                cluster.told(self.given[first], 2)
            for k in range(name.i, name.bare):
                cluster.told(self.title_genders.get(self.doc.lowers[k].rstrip("."), ""), 4)
            if name.bare > name.i:
                cluster.titles |= {self._title(name)}
        limit = self.doc.sentences[self.doc.token_sentences[name.i]][0]
        for description in self.reader.about.describe(name, limit):
            person = (
                description.noun in self.role_genders
                and description.noun not in self.reader.about.organisations
            )
            if cluster.kind == PERSON or not person:
                cluster.describe(
                    description,
                    self.role_genders.get(description.noun, "") if cluster.kind == PERSON else "",
                )

    def key(self, form: tuple[str, ...]) -> str:
        """A name of an organisation as it is compared: "U.N." is spelled out."""
        key = self._keys.get(form)
        if key is None:
            words = zip(form, forms.folded(form), strict=True)
            key = self._keys[form] = " ".join(
                [self._spelled(word, plain) if word.isupper() else plain for word, plain in words]
            )
        return key

    def _spelled(self, word: str, plain: str) -> str:
        """A word in capitals, or what it stands for."""
        spelled = self.countries.get(word.lower().rstrip("."), plain)
        return plain if spelled in self.parties else spelled

    def _add_organisation(self, name: Name, form: tuple[str, ...]) -> None:
        text = self.key(form)
        if text not in self.by_text:
            self.by_text[text] = Cluster(kind=ORGANIZATION, named=True)
        self._join(self.by_text[text], name, form)
        headed = form[0].lower() in self.doc.pack.words("org_words") and form[1] in {"of", "for"}
        for initials in forms.initials(form, headed=headed):
            self.by_initials.setdefault(initials, self.by_text[text])
        self._note_heads(name, form)
        self._also_called(name, self.by_text[text])

    def _note_heads(self, name: Name, form: tuple[str, ...]) -> None:
        """The beginnings of a long name, which may be spelled out nowhere else: the "United Nations" of one of its bodies."""
        ends = [k for k in range(name.bare, name.j) if self.doc.words[k][0].isalnum()]
        for n in range(2, min(len(form), _LONGEST_HEAD)):
            head = form[:n]
            if head[-1][0].isupper():
                self.heads.setdefault(
                    self.key(head), (head, (self.doc.starts[name.bare], self.doc.ends[ends[n - 1]]))
                )

    def _also_called(self, name: Name, cluster: Cluster) -> None:
        """The short form in brackets behind a name: "the Coastal Guild (CG)", "the Coastal Guild (the Guild)"."""
        k = name.j
        if k + 2 >= len(self.doc.words) or self.doc.words[k] != "(":
            return
        k += self.doc.lowers[k + 1] in self.doc.pack.closed("articles")
        short = self.names.at(k + 1)
        if (
            short is not None
            and short.i == k + 1
            and short.j < len(self.doc.words)
            and self.doc.words[short.j] == ")"
        ):
            self.by_initials.setdefault("".join(self.form(short)).replace(".", ""), cluster)
            self.by_text.setdefault(self.key(self.form(short)), cluster)

    def _add_short(self, name: Name, form: tuple[str, ...], kind: SpeakerKind | None) -> None:
        """A surname, a given name, an acronym, a place, or a name alone."""
        acronym = "".join(form).replace(".", "") if _capitals(form) else ""
        spelled = self.by_initials.get(acronym) if acronym and len(form) == 1 else None
        if spelled is not None:
            self._join(spelled, name, form)
            return
        if not name.place:
            found = self._person_called(form, name)
            if found is not None and kind == ORGANIZATION and name.bare == name.i:
                word = self.core(form)[-1]
                found = (
                    found
                    if forms.rank(found.fullest, word, self.doc.pack) > 1 and len(form) == 1
                    else None
                )
            if found is not None:
                self._join(found, name, form)
                return
        text = self.key(form)
        cluster = self.by_text.get(text)
        if cluster is None:
            kind = kind or self.sorter.kind_alone(name, form)
            cluster = self.by_text[text] = Cluster(kind=kind, named=True, place=name.place)
            if kind == PERSON:
                self._index(cluster, self.core(form))
        self._join(cluster, name, form)

    def _title(self, name: Name) -> str:
        """The title in front of a name, casefolded, without stops and places."""
        if name.bare == name.i:
            return ""
        words = [
            word
            for word in self.doc.lowers[name.i : name.bare]
            if word in self.title_genders or word in self.former
        ]
        before = self.doc.lowers[name.i - 1] if words and name.i else ""
        return " ".join([before, *words] if before in self.former else words)

    def _title_gender(self, name: Name) -> str:
        return next(
            (
                g
                for k in range(name.i, name.bare)
                if (g := self.title_genders.get(self.doc.lowers[k].rstrip("."), ""))
            ),
            "",
        )

    def _person_called(self, form: tuple[str, ...], name: Name) -> Cluster | None:
        """The person whom a surname, a given name or another part of a name means in its place."""
        core = self.core(form)
        namesakes = self.by_word.get(core[-1])
        named = (
            [found for found in namesakes[-_MOST:] if self.fits(found, form)] if namesakes else []
        )
        if not named:
            return None
        gender, title = self._title_gender(name), self._title(name)
        if gender:
            named = [found for found in named if found.gender in {"", gender}]
        if len(named) > 1:
            best = max(forms.rank(found.fullest, core[-1], self.doc.pack) for found in named)
            named = [
                found
                for found in named
                if forms.rank(found.fullest, core[-1], self.doc.pack) == best
            ]
        if len(named) > 1 and title:
            named = [found for found in named if title in found.titles] or named
        if len(named) > 1:
            self.doubts[name.i] = len(named)
            return self._principal(named, self.doc.starts[name.i])
        return named[0] if named else None

    def _principal(self, namesakes: Sequence[Cluster], at: int) -> Cluster:
        """Of several with one surname, whom it means alone: who was named last in this paragraph, else who has it most and first."""
        start = self.doc.paragraphs[self.doc.paragraph_of(at)][0]
        here = [found for found in namesakes if found.last_before(at) >= start]
        if here:
            return max(here, key=lambda found: found.last_before(at))
        return max(namesakes, key=lambda found: (found.full, -found.named_at))

    def replace(self, merged: Mapping[int, Cluster]) -> None:
        """Put one identity in the place of another, by its ``id()``."""
        if merged:
            for i, cluster in self.of_name.items():
                self.of_name[i] = merged.get(id(cluster), cluster)
            for text, cluster in self.by_text.items():
                self.by_text[text] = merged.get(id(cluster), cluster)

    def with_surname_of(self, name: Name, other: Name) -> Cluster | None:
        """The person whom the given name of "Nora and Olav Vance" means: one with the other's surname."""
        one, full = self.form(name), self.form(other)
        if (
            other.kind != PERSON
            or len(one) != 1
            or len(full) < 2
            or one[0].lower() not in self.given
        ):
            return None
        form, core = (one[0], *full[1:]), forms.core(full, self.doc.pack)
        found = next(
            (
                c
                for c in self.by_word.get(core[-1], [])[-_MOST:]
                if self.fits(c, form) and len(c.fullest) > 1
            ),
            None,
        )
        if found is None:
            found = Cluster(kind=PERSON, named=True, name=" ".join(form))
            found.call(form, self.range(name))
            self._index(found, self.core(form))
        found.add(self.range(name))
        return found

    def only_in_headline(self, i: int, j: int) -> Cluster | None:
        """The person with a full name in a line of capitals, whom nothing below names."""
        form = tuple(word for word in self.doc.words[i:j] if word[0].isalnum())
        if not 1 < len(form) <= _LONGEST_PERSON or form[0].lower() not in self.given:
            return None
        text = self.key(form)
        if text not in self.by_text:
            self.by_text[text] = Cluster(kind=PERSON, named=True)
            self.by_text[text].call(form, (self.doc.starts[i], self.doc.ends[j - 1]))
        return self.by_text[text]

    def _join_known(self) -> None:
        """Make those one whose full names the caller says are one person's."""
        if not self.known:
            return
        by_id: dict[str, Cluster] = {}
        merged: dict[int, Cluster] = {}
        for cluster in self.all():
            ids = (
                self.known.get(" ".join(forms.folded(form)))
                for form in cluster.forms
                if len(form) > 1
            )
            own = next((found for found in ids if found is not None), None)
            if own is None or cluster.kind != PERSON:
                continue
            first = by_id.setdefault(own, cluster)
            if first is not cluster:
                first.absorb(cluster)
                merged[id(cluster)] = first
        self.replace(merged)

    def _soft_genders(self) -> None:
        """The pronouns in the sentence of a name, where no other person comes between, are a clue to its gender."""
        for name in self.names.all:
            cluster = self.of_name.get(name.i)
            if (
                cluster is None
                or cluster.kind != PERSON
                or max(cluster.genders.values(), default=0) > _FIRM
            ):
                continue
            sentence = self.doc.token_sentences[name.i]
            first, last = self.doc.sentences[sentence]
            if sentence + 1 < len(self.doc.sentences):
                following = self.doc.sentences[sentence + 1][0]
                last = following + 1 if self.doc.lowers[following] in {"he", "she"} else last
            k = self._next_pronoun(name.j, min(last, name.j + _MOST))
            if k is None or any(
                self._is_another(other, cluster) for other in self.names.between(name.j, k + 1)
            ):
                continue
            if not any(
                self._is_another(other, cluster)
                for other in self.names.between(first, name.i, _MOST)
            ):
                cluster.told(self.reader.pronouns[self.doc.lowers[k]])

    def _next_pronoun(self, j: int, end: int) -> int | None:
        """The first pronoun for a man or a woman between two tokens."""
        gendered = self.reader.gendered
        n = bisect_left(gendered, j)
        return gendered[n] if n < len(gendered) and gendered[n] < end else None

    def _is_another(self, name: Name, cluster: Cluster) -> bool:
        other = self.of_name.get(name.i)
        return other is not None and other is not cluster and other.kind == PERSON

    def between(self, i: int, j: int) -> list[Cluster]:
        """Those whose names begin between two tokens, each once, in order."""
        known = [self.of_name[k] for k in range(i, j) if k in self.of_name]
        return list({id(cluster): cluster for cluster in known}.values())


def _capitals(form: tuple[str, ...]) -> bool:
    """Whether a name is printed in capitals only."""
    printed = "".join(form)
    return (
        len(printed) > 1
        and printed.isupper()
        and all(word.replace(".", "").isupper() for word in form)
    )
