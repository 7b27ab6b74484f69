"""A noun phrase -> what it names.

In: the tokens of a phrase that is somebody's mention, such as a source. Out: its head: a name, a pronoun, a common noun with its owner, or
several of these joined. Why: who is meant is asked once, in ``resolution``; what the words of one phrase say is asked here.
"""

from __future__ import annotations

from functools import partial
from itertools import compress
from typing import TYPE_CHECKING

import attrs

from newsquote._names import lexicon
from newsquote._names.roles import RoleReader
from newsquote._text.signs import DASHES, POSSESSIVES, SIGNS
from newsquote.kinds import SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsquote._names.spotting import Name, Names
    from newsquote._text.doc import Doc

__all__ = ["Phrase", "Reader"]

_APOSTROPHES = frozenset(("'", "’"))
_CLOSING = SIGNS - _APOSTROPHES
_JOINING = frozenset(("and", "&"))


@attrs.define(eq=False, repr=False, kw_only=True)
class Phrase:
    """What a phrase says. Ranges are tokens (i, j)."""

    i: int
    j: int
    pronoun: str | None = None
    names: list[Name] = attrs.field(factory=list)
    """The heads that are names: one, several where they are joined, none for a pronoun or a common noun."""
    head: int = -1
    """The head noun's token where there is no name."""
    end: int = -1
    """Behind the head noun with what stands before it."""
    core: int = -1
    """Before the first comma, bracket, dash or clause behind the head noun."""
    role: tuple[int, int] | None = None
    """What the head noun says that somebody is, and, in ``affiliation``, of what; what is said of a name is asked of its identity."""
    affiliation: tuple[int, int] | None = None
    owner: tuple[int, int] | None = None
    """Whose the head noun is: a name or a pronoun in front of it, or behind "of" or "for"."""
    words: Callable[[], frozenset[str]] = frozenset
    """Reads what tells the head noun from others of its kind, casefolded."""
    several: bool = False
    """Whether common nouns are joined, each with its own article: "the firm and its owner"."""
    parts: list[Phrase] = attrs.field(factory=list)
    """The phrases that are joined, where one of them at least is a name."""


class Reader:
    """Reads phrases of one text."""

    def __init__(self, doc: Doc, names: Names) -> None:
        self.doc, self.names = doc, names
        pack = doc.pack
        self.about = RoleReader(doc, names)
        self.roles, self.determiners = pack.words("roles"), pack.words("determiners")
        self.prepositions, self.adverbs = pack.words("prepositions"), pack.words("cue_adverbs")
        known = lexicon.of(pack)
        self.pronouns, self.nouns, self.verbs = known.pronouns, known.nouns, known.verbs
        self.gendered = list(
            compress(range(len(doc.lowers)), map(known.gendered.__contains__, doc.lowers))
        )
        """The tokens that are pronouns for a man or a woman."""
        self.subjects = pack.closed("subject_pronouns") | {"who", "whom"}
        self.relatives = pack.closed("relatives")
        self.openers, self.examples = pack.closed("phrase_openers"), pack.closed("example_words")
        self.adjectives = pack.closed("adjectives_behind")
        self.parts_of, self.sorts_of = (
            pack.closed("parts_of_organisations"),
            pack.closed("sorts_of_organisations"),
        )

    def read(self, i: int, j: int) -> Phrase:
        """What the tokens ``i`` to ``j`` name."""
        lo, hi = self._opening(i, j), self._closing(i, j)
        if lo >= hi:
            lo, hi = i, j
        pronoun = self._pronoun(lo, hi)
        if pronoun is not None and not (hi - lo > 2 and self.doc.lowers[lo + 1] == "and"):  # noqa: PLR2004 - "she and Kim"
            return Phrase(i=i, j=j, pronoun=pronoun)
        several = [] if _JOINING.isdisjoint(self.doc.lowers[lo:hi]) else self._joined(lo, hi)
        parts = [self._part(a, b) for a, b in several]
        named = [name for part in parts for name in part.names]
        joined = len(parts) > 1 and (named or any(part.pronoun is not None for part in parts))
        if not joined and pronoun is not None:
            return Phrase(i=i, j=j, pronoun=pronoun)
        found = Phrase(i=i, j=j, names=named, parts=parts) if joined else self._single(lo, hi)
        found.i, found.j = i, j
        found.several = not joined and any(
            self.doc.lowers[part.i] in self.determiners for part in parts[1:]
        )
        return found

    def _part(self, i: int, j: int) -> Phrase:
        """One of several that are joined."""
        pronoun = self._pronoun(i, j)
        return self._single(i, j) if pronoun is None else Phrase(i=i, j=j, pronoun=pronoun)

    def _opening(self, i: int, j: int) -> int:
        """Behind the small words that belong to no noun phrase: "only", "both", "as"."""
        while i < j - 1 and (self.doc.lowers[i] in self.openers or self.doc.words[i] in SIGNS):
            i += 1
        return i

    def _closing(self, i: int, j: int) -> int:
        """Before the signs at the end, and before the possessive of a name that is the whole phrase."""
        while j - 1 > i and self.doc.words[j - 1] in _CLOSING and not self._within_name(j - 1):
            j -= 1
        if j - 1 > i and (
            self.doc.words[j - 1] in POSSESSIVES or self.doc.words[j - 1] in _APOSTROPHES
        ):
            j -= 1
        return j

    def _within_name(self, k: int) -> bool:
        name = self.names.at(k)
        return name is not None and name.i < k

    def _pronoun(self, i: int, j: int) -> str | None:
        """The pronoun that a phrase is: alone, or a subject with words that do not belong to it."""
        word = self.doc.lowers[i]
        if word not in self.pronouns:
            return self._quantified(i, j)
        if j - i == 1 or word in self.subjects:
            return word
        following = self.doc.lowers[i + 1]
        if (word in {"it", "which"} and following not in self.nouns) or (
            following in self.verbs and following not in self.nouns
        ):
            return word
        return self._quantified(i, j)

    def _quantified(self, i: int, j: int) -> str | None:
        """The pronoun in "most of them", "each of whom", "one of us"."""
        k = j - 1
        if (
            not 1 < k - i < 5
            or self.doc.lowers[k - 1] != "of"
            or self.doc.lowers[k] not in self.pronouns
        ):
            return None
        return self.doc.lowers[k]

    # ------------------------------------------------------------- several in one phrase

    def _joined(self, i: int, j: int) -> list[tuple[int, int]]:
        """The joined phrases of "Lee and Kim", "Lee, Kim and Cho" or "Lee, the mayor, and other leaders"."""
        doc, found, begin = self.doc, [], i
        aside = behind = joins = False
        k = i
        while k < j:
            name = self.names.at(k)
            if name is not None:
                k = max(k + 1, min(name.j, j))
                continue
            word = doc.lowers[k]
            if word == "," and k + 1 < j:
                if doc.lowers[k + 1] in {"and", "&"}:
                    found.append((begin, k))
                    begin, aside, behind, joins = k + 2, False, False, True
                    k += 1
                elif self._goes_on_with_a_name(k + 1, begin, behind=behind or aside):
                    found.append((begin, k))
                    begin, aside, behind = k + 1, False, False
                else:
                    aside = True
            elif (
                word in {"and", "&"}
                and not aside
                and (not behind or self._goes_on_with_a_name(k + 1, begin, behind=True))
            ):
                found.append((begin, k))
                begin, behind, joins = k + 1, False, True
            elif word in self.prepositions and k > begin:
                behind = True
            elif (word in self.relatives and k > begin) or (word == "(" or word in DASHES):
                aside = True
            k += 1
        if not joins or begin >= j:
            return []
        found.append((begin, j))
        return [part for part in found if part[0] < part[1]] if self._is_list(found, j) else []

    def _goes_on_with_a_name(self, k: int, begin: int, *, behind: bool) -> bool:
        """Whether a name behind a comma or an "and" is one more of the list and no place or apposition of the one before."""
        while (
            k < len(self.doc.words) - 1
            and (self.doc.lowers[k] in self.determiners or self.doc.lowers[k] in self.roles)
            and behind
        ):
            k += 1
        name = self.names.at(k)
        if (
            name is None
            or name.i != k
            or (name.j < len(self.doc.words) and self.doc.words[name.j] in POSSESSIVES)
        ):
            return False
        first = next(iter(self.names.between(begin, k)), None)
        if name.place and first is not None and first.kind == SpeakerKind.PERSON:
            return False
        if not behind:
            return self.names.at(begin) is not None or self.doc.lowers[begin] in self.determiners
        person = name.kind == SpeakerKind.PERSON and not name.place
        return person and first is not None and first.kind == SpeakerKind.PERSON

    def _is_list(self, parts: list[tuple[int, int]], j: int) -> bool:
        """Whether the parts are noun phrases of their own: not "the Lee and Kim campaigns", where the last noun belongs to both."""
        last = parts[-1]
        head = self._single(*last)
        if head.names or not self.names.between(*last):
            return True
        return self.doc.lowers[last[0]] in self.determiners or head.end < j

    # ------------------------------------------------------------- one phrase

    def _single(self, i: int, j: int) -> Phrase:
        core = self._core_end(i, j)
        end = self._noun_end(i, core)
        if (
            end + 2 < core
            and self.doc.lowers[end] == "of"
            and self.doc.words[end + 2] in POSSESSIVES
            and self.doc.words[end + 1][0].islower()
        ):
            # "the secretary of state's office"
            end = core
        head = self._head(i, end)
        name = self.names.at(head)
        if (
            name is None
            and core < j
            and (self.doc.lowers[head] in self.roles or self._may_be_described(i, head))
        ):
            name = self._apposed(core, j)
        if name is None:
            name = self._only_described(i, head, core)
        elif self._is_description(name, i):
            name = None
        if name is not None:
            return Phrase(i=i, j=j, names=[name])
        return self._common(i, head, end, core)

    def _common(self, i: int, head: int, end: int, core: int) -> Phrase:
        """A phrase about a common noun."""
        linked = self.about.linked(end, core)
        role = (
            (self.about.with_modifiers(head, i), head + 1)
            if self.doc.lowers[head] in self.roles
            else None
        )
        return Phrase(
            i=i,
            j=core,
            head=head,
            end=end,
            core=core,
            role=role,
            affiliation=linked,
            owner=self.about.owner(i, head, end, core),
            words=partial(self.about.words, i, core, head),
        )

    def _core_end(self, i: int, j: int) -> int:
        """The first comma, bracket, dash or relative pronoun that is not inside a name."""
        for k in range(i, j):
            aside = (
                self.doc.words[k] == "," or self.doc.words[k] == "(" or self.doc.words[k] in DASHES
            )
            if (
                aside or (self.doc.lowers[k] in self.relatives and k > i)
            ) and not self._within_name(k):
                return max(k, i + 1)
        return j

    def _noun_end(self, i: int, core: int) -> int:
        """Behind the noun with what stands before it: at the first preposition, participle or verb."""
        k = i
        while k < core:
            name = self.names.at(k)
            if name is not None and name.i <= k < name.j:
                k = min(name.j, core)
                continue
            word = self.doc.lowers[k]
            if k > i and (
                word in self.prepositions
                or word in self.examples
                or (self._is_verb(k) and self._may_head(k - 1))
            ):
                break
            k += 1
        return max(k, i + 1)

    def _is_verb(self, k: int) -> bool:
        word = self.doc.lowers[k]
        if word in self.nouns or not word.isalpha():
            return False
        return word in self.verbs or (word.endswith("ed") and len(word) > 4)  # noqa: PLR2004 - "bed" and "seed" are no verbs

    def _may_head(self, k: int) -> bool:
        """Whether a word can be the head noun before a verb: a noun or a name, not "a" or "newly"."""
        word = self.doc.lowers[k]
        if word in self.determiners or word in self.adverbs or word.endswith("ly"):
            return False
        return self.names.at(k) is not None or word in self.nouns or word.endswith("s")

    def _head(self, i: int, end: int) -> int:
        """The last word of a noun phrase that can be its head; a verb behind a name, or an adverb, cannot."""
        k = end - 1
        while k > i:
            word = self.doc.lowers[k]
            name = self.names.at(k)
            before = self.names.at(k - 1)
            known = (
                name is not None
                or word in self.nouns
                or (word.endswith("s") and word[:-1] in self.nouns)
            )
            verbal = (
                before is not None
                and before.j == k
                and word.endswith("s")
                and (word in self.verbs or self._may_act(before, i))
            )
            if word in self.adjectives and self.names.at(k) is None:
                k -= 1
                continue
            if word[0].isalnum() and (
                known or (word not in self.adverbs and not word.endswith("ly") and not verbal)
            ):
                return k
            k -= 1
        return k

    def _is_description(self, name: Name, i: int) -> bool:
        """Whether a run of capitals behind a determiner is a description: "a Norvale Democrat", "the Senator"."""
        word, alone = self.doc.lowers[name.j - 1], name.j - name.i == 1
        if name.bare > name.i and name.bare < name.j:
            return False
        if name.doubtful and alone:
            return word in self.nouns
        before = self.doc.lowers[name.i - 1] if name.i > i else ""
        return word in self.roles and (before in self.determiners or before in POSSESSIVES)

    def _may_be_described(self, i: int, head: int) -> bool:
        """Whether an unknown noun may be a role that a name follows: "the welder, Ann Lee,", "the union's go-getter, Ann Lee,"."""
        word = self.doc.lowers[head]
        pointed = self.doc.lowers[i] == "the" or any(
            self.doc.words[k] in POSSESSIVES for k in range(i + 1, head)
        )
        return (
            pointed
            and head > i
            and word not in self.nouns
            and not word.endswith("s")
            and self.names.at(head) is None
        )

    def _may_act(self, name: Name, i: int) -> bool:
        """Whether an unknown word in -s behind a name is likelier its verb: the name is the whole phrase, and no organisation's."""
        return name.i == i and name.kind != SpeakerKind.ORGANIZATION and not name.place

    def _only_described(self, i: int, head: int, core: int) -> Name | None:
        """The name in "the Harrow newspaper chain", or behind "the staff of": the noun says only what sort of thing it is."""
        word = self.doc.lowers[head]
        if word in self.parts_of:
            k = head + 2
            while k < core and self.doc.lowers[k] in self.determiners:
                k += 1
            name = (
                self.names.at(k)
                if head + 1 < core and self.doc.lowers[head + 1] == "of" and k < core
                else None
            )
            return name if name is not None and name.kind == SpeakerKind.ORGANIZATION else None
        if word not in self.sorts_of:
            return None
        inner = self.names.between(i, head)
        if (
            len(inner) != 1
            or not self.doc.words[head][0].islower()
            or inner[0].j < head - 1
            or inner[0].place
        ):
            return None
        articles = self.doc.pack.closed("articles")
        return (
            inner[0]
            if inner[0].i == i or (inner[0].i == i + 1 and self.doc.lowers[i] in articles)
            else None
        )

    def _apposed(self, core: int, j: int) -> Name | None:
        """The person in "the agency's director, Ann Lee,"."""
        found = self.names.between(core, j)
        name = found[0] if found else None
        return (
            name
            if name is not None and name.i == core + 1 and name.kind == SpeakerKind.PERSON
            else None
        )
