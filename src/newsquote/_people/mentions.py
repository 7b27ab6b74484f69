"""A noun phrase -> what it names.

In: the tokens of a phrase that is somebody's mention, such as a source. Out: its head: a name with the role and the affiliation around it,
a pronoun, several names joined, or a common noun. Why: who is meant is asked once, in ``resolution``; what the words of one phrase say is
asked here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote._text.signs import PAUSES, POSSESSIVES, SIGNS
from newsquote.kinds import SpeakerKind

if TYPE_CHECKING:
    from newsquote._people.names import Name, Names
    from newsquote._text.doc import Doc

__all__ = ["Phrase", "Reader"]


@attrs.define(eq=False, kw_only=True)
class Phrase:
    """What a phrase says. Ranges are tokens (i, j)."""

    i: int
    j: int
    pronoun: str | None = None
    names: list[Name] = attrs.field(factory=list)
    """The heads: one name, several where they are joined, none for a pronoun or a common noun."""
    head: int = -1
    """The head noun's token where there is no name."""
    role: tuple[int, int] | None = None
    affiliation: tuple[int, int] | None = None


class Reader:
    """Reads phrases of one text."""

    def __init__(self, doc: Doc, names: Names) -> None:
        self.doc, self.names = doc, names
        pack = doc.pack
        self.roles, self.titles = pack.words("roles"), pack.words("titles")
        self.courtesy, self.determiners = pack.words("courtesy_titles"), pack.words("determiners")
        self.prepositions, self.pronouns = pack.words("prepositions"), pack.words("pronouns")
        self.links, self.joiners, self.relatives = pack.closed("name_links"), pack.closed("joiners"), pack.closed("relatives")
        self.verbs = (
            pack.words("auxiliaries") | {form for row in pack.rows("cue_verbs") for form in row[3].split()} | pack.words("relay_verbs")
        )

    def read(self, i: int, j: int) -> Phrase:
        """What the tokens ``i`` to ``j`` name."""
        if j - i == 1 and self.doc.lowers[i] in self.pronouns:
            return Phrase(i=i, j=j, pronoun=self.doc.lowers[i])
        core = self._core_end(i, j)
        joined = self._joined(i, j)
        if joined:
            return Phrase(i=i, j=j, names=joined)
        head = self._head_name(i, core)
        if head is None and core < j:
            head = self._apposed(core, j)
        if head is not None:
            role, affiliation = self.role(head, i)
            return Phrase(i=i, j=j, names=[head], role=role, affiliation=affiliation)
        noun = self._head_noun(i, core)
        return Phrase(i=i, j=j, head=noun, role=self._noun_role(i, noun), affiliation=self._linked_name(noun + 1, core))

    def _core_end(self, i: int, j: int) -> int:
        """The first comma or bracket that is not inside a name."""
        for k in range(i, j):
            if self.doc.words[k] in PAUSES | {"("}:
                name = self.names.at(k)
                if name is None or name.i == k:
                    return k
        return j

    def _head_name(self, i: int, core: int) -> Name | None:
        """The name that the phrase is about: behind no preposition and before no possessive sign."""
        for name in reversed(self.names.between(i, core)):
            before = self.doc.lowers[name.i - 1] if name.i > i else ""
            k = name.i - 1
            while k > i and self.doc.lowers[k] in self.determiners:
                k -= 1
                before = self.doc.lowers[k]
            after = self.doc.lowers[name.j] if name.j < core else ""
            if before in self.prepositions or after in POSSESSIVES | {"'", "’"}:
                continue
            if (
                name.j < core
                and after not in self.prepositions
                and after not in self.joiners
                and after not in SIGNS
                and self._holds_noun(name.j, core)
            ):
                continue
            return name
        return None

    def _holds_noun(self, i: int, core: int) -> bool:
        """Whether common nouns follow a name, which then only describes them ("Harrow officials")."""
        return any(self.doc.words[k][0].islower() and self.doc.lowers[k] not in self.prepositions for k in range(i, core)) and not any(
            self.doc.lowers[k] in self.prepositions for k in range(i, min(i + 1, core))
        )

    def _apposed(self, core: int, j: int) -> Name | None:
        """The person in "the agency's director, Ann Lee,"."""
        found = self.names.between(core, j)
        name = found[0] if found else None
        return name if name is not None and name.i == core + 1 and name.kind == SpeakerKind.PERSON else None

    def _joined(self, i: int, j: int) -> list[Name]:
        """The names of "Lee and Kim" or "Lee, Kim and Cho"; empty for anything else."""
        found = self.names.between(i, j)
        if len(found) < 2:  # noqa: PLR2004 - a join has two at least
            return []
        ends = [name.j for name in found[:-1]]
        if not any(self.doc.lowers[k] == "and" for k in ends):
            return []
        if any(self.doc.words[k] == "," and (following := self.names.at(k + 1)) is not None and following.i != k + 1 for k in range(i, j)):
            return []
        if any(self.doc.words[k] == "," and self.names.at(k) is None and self.names.at(k + 1) is None for k in range(i, j - 1)):
            # What follows a comma describes the name before it.
            return []
        free = [k for k in range(i, j) if self.names.at(k) is None]
        plain = all(self.doc.lowers[k] in {",", "and", "the"} or self.doc.lowers[k] in self.roles for k in free)
        return list(found) if plain else []

    def _head_noun(self, i: int, core: int) -> int:
        """The last word before the first preposition: what the phrase is about."""
        k = i
        while k < core and not (k > i and self.doc.lowers[k] in self.prepositions):
            if self.doc.lowers[k] in self.relatives and k > i:
                break
            k += 1
        while k - 1 > i and not self.doc.words[k - 1][0].isalnum():
            k -= 1
        return max(k - 1, i)

    def _noun_role(self, i: int, noun: int) -> tuple[int, int] | None:
        if self.doc.lowers[noun] not in self.roles:
            return None
        return self._with_modifiers(noun, i), noun + 1

    def _with_modifiers(self, k: int, i: int) -> int:
        """Back over the small words that belong to a role ("chief executive", "political analyst")."""
        while (
            k > i
            and self.doc.words[k - 1][0].islower()
            and self.doc.lowers[k - 1] not in self.determiners
            and self.doc.words[k - 1][0].isalpha()
        ):
            if (
                self.doc.lowers[k - 1] in self.prepositions
                or self.doc.lowers[k - 1] in self.joiners
                or self.doc.lowers[k - 1] in self.verbs
            ):
                break
            k -= 1
        return k

    def _linked_name(self, k: int, end: int) -> tuple[int, int] | None:
        """The name behind "for", "of" or "at"."""
        if k >= end or self.doc.lowers[k] not in self.links:
            return None
        n = k + 1
        while n < end and self.doc.lowers[n] in self.determiners:
            n += 1
        name = self.names.at(n) if n < end else None
        return (name.i, min(name.j, end)) if name is not None and name.i == n and name.kind != SpeakerKind.PERSON else None

    # ------------------------------------------------------------- around a person's name

    def role(self, name: Name, limit: int) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
        """What the words before and behind a name say of the person: (role, affiliation).

        :param limit: the first token that may be looked at.
        """
        before = self._role_before(name, limit)
        return before if before[0] is not None else self._role_behind(name)

    def _role_before(self, name: Name, limit: int) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
        titled = [k for k in range(name.i, name.bare) if self.doc.words[k] != "." and self.doc.lowers[k].rstrip(".") not in self.courtesy]
        if titled:
            return (titled[0], titled[-1] + 1 + (self.doc.words[titled[-1] + 1] == ".")), None
        k = name.i - 1
        if k < limit or self.doc.lowers[k] not in self.roles:
            return None, None
        start = self._with_modifiers(k, limit)
        owner = self.names.at(start - 1) if start > limit else None
        if owner is None and start - 1 > limit and self.doc.lowers[start - 1] in POSSESSIVES:
            owner = self.names.at(start - 2)
        affiliated = owner is not None and (owner.kind != SpeakerKind.PERSON or owner.j == start)
        return (start, k + 1), (owner.i, owner.j) if owner is not None and affiliated else None

    def _role_behind(self, name: Name) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
        """Lee, the mayor of X, ... or Lee, 34, a spokesman for Y."""
        doc, k = self.doc, name.j
        end = min(len(doc.words), k + 14)
        if k + 1 < end and doc.words[k] == "," and doc.words[k + 1].isdigit() and k + 2 < end and doc.words[k + 2] == ",":
            k += 2
        if k + 1 >= end or doc.words[k] != ",":
            return None, None
        n = k + 1
        while n < end and (doc.lowers[n] in self.determiners or doc.lowers[n] in POSSESSIVES):
            n += 1
        noun = next((m for m in range(n, end) if doc.lowers[m] in self.roles), None)
        stop = next(
            (
                m
                for m in range(n, end)
                if doc.words[m] in SIGNS
                or doc.lowers[m] in self.relatives
                or doc.lowers[m] in self.joiners
                or (doc.words[m].islower() and doc.lowers[m] in self.verbs)
            ),
            end,
        )
        if noun is None or noun >= stop or any(doc.lowers[m] in self.prepositions for m in range(n, noun)):
            return None, None
        return (self._with_modifiers(noun, n), noun + 1), self._linked_name(noun + 1, stop)
