"""A noun phrase beside a name -> the roles in it.

In: the tokens of an apposition. Out: descriptions: the role with its small words, the affiliation,
whose it is. Why: "the mayor of X", "a Democrat and former senator from Y" say who somebody is, and
name the person again later.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import attrs

from newsquote._names import lexicon
from newsquote._names.roles.descriptions import Description
from newsquote._text.ranges import Tokens
from newsquote._text.signs import POSSESSIVES, SIGNS
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from newsquote._names.roles.bodies import Bodies
    from newsquote._names.roles.noun_parts import NounParts
    from newsquote._names.roles.telling import TellingWords
    from newsquote._names.spotted import Name, Names
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["Appositions"]

_MAX_BARE_TOKENS = 3
"""How many tokens may stand before the noun of an apposition that has no article."""
_MAX_TOKENS_WITH_BODY = 7
"""How many may stand there where a name opens it: "Coast Watch's executive director"."""
_MAX_ROLE_OF_TOKENS = 4
"""How many tokens of what a role is of belong to it: "professor of sea law"."""
_MAX_BEFORE_SUBJECT = 4
"""How many words a time or the like may have before the subject of a sentence."""
_AGENTS = ("er", "or", "ist", "ian", "ant", "eur", "man", "woman", "person", "native")
"""Endings of nouns for what somebody does."""
_MIN_LETTERS_OF_ROLE = 7
_FIELD_LINKS = frozenset(("of", "for"))
_STOPPING = SIGNS - {"'", "’"}


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _AppositionWords:
    roles: frozenset[str]
    organisations: frozenset[str]
    determiners: frozenset[str]
    relatives: frozenset[str]
    joiners: frozenset[str]
    parting: frozenset[str]
    """Prepositions and joiners, behind which a noun belongs to something else."""
    verbs: frozenset[str]
    function_words: frozenset[str]
    titles: frozenset[str]
    """Titles and roles."""
    fields: frozenset[str]
    opening: frozenset[str]
    """Fields that are no party."""
    no_roles: frozenset[str]
    """Nouns for bodies, documents and times, whatever they end with."""
    articles: frozenset[str]
    links: frozenset[str]
    adverbs: frozenset[str]
    """Words that may stand before the article: "also an editor"."""
    partisans: frozenset[str]
    """Nouns for one of a party: "a Democrat"."""
    school_years: frozenset[str]
    former: frozenset[str]
    ranks: frozenset[str]
    offices: frozenset[str]
    """Titles, roles and the words of rank before them."""


@kept_by_pack
def _apposition_words(pack: LanguagePack) -> _AppositionWords:
    made = lexicon.for_pack(pack)
    return _AppositionWords(
        roles=pack.words("roles"),
        organisations=made.organisations,
        determiners=pack.words("determiners"),
        relatives=pack.closed("relatives"),
        joiners=pack.closed("joiners"),
        parting=pack.words("prepositions") | pack.closed("joiners"),
        verbs=(pack.words("auxiliaries") | made.speech | pack.words("relay_verbs"))
        - pack.closed("calling_words"),
        function_words=pack.words("function_words"),
        titles=pack.words("titles") | pack.words("roles"),
        fields=pack.words("portfolios"),
        opening=pack.words("portfolios") - pack.closed("parties"),
        no_roles=made.organisations
        | pack.words("org_words")
        | pack.words("function_words")
        | pack.words("determiners")
        | pack.words("prepositions")
        | pack.closed("time_units")
        | pack.closed("bodies_of_work")
        | pack.words("time_words")
        | frozenset(pack.table("demonyms")),
        articles=pack.closed("articles"),
        links=pack.closed("links_to_bodies"),
        adverbs=pack.closed("adverbs_of_office"),
        partisans=pack.closed("members_of_parties"),
        school_years=pack.closed("school_years"),
        former=pack.closed("former_words"),
        ranks=pack.closed("role_ranks"),
        offices=pack.words("titles")
        | pack.words("roles")
        | pack.closed("role_ranks")
        | pack.closed("former_words"),
    )


class Appositions:
    """Reads the appositions of one text."""

    def __init__(
        self,
        doc: Doc,
        names: Names,
        parts: NounParts,
        telling: TellingWords,
        bodies: Bodies,
    ) -> None:
        self._doc, self._names = doc, names
        self._parts, self._telling, self._bodies = parts, telling, bodies
        self._words = _apposition_words(doc.pack)

    def roles_in(
        self,
        k: int,
        end: int,
        *,
        of_person: bool = False,
        open_end: bool = False,
    ) -> list[Description]:
        """The roles in the noun phrase that begins at ``k`` and ends before ``end``, in order.

        :param of_person: whether it is said of a person for sure, so that any noun is a role.
        :param open_end: whether a verb may follow without a comma.
        """
        lowers = self._doc.lowers
        n = k
        while n < end and (self._is_determining(n) or lowers[n] in self._words.adverbs):
            n += 1
        stop = self._phrase_end(n, end)
        clause = stop < end and self._opens_clause(stop) and not open_end
        if clause and not self._is_bare_role(n, k):
            # ", the mayor said" is a clause of its own.
            return []
        if n < stop and self._doc.words[n][0].isupper():
            printed = self._role_in_capitals(n, end)
            if printed is not None:
                return [printed]
        found: list[Description] = []
        while n < stop:
            noun = self._noun_of_role(n, stop, any_noun=of_person and n > k)
            opened = n > k or lowers[n] in self._words.roles
            if noun is None or not (opened or self._is_near(n, noun)):
                break
            beyond = self._parting_word(noun + 1, stop, self._words.joiners)
            joined = self._joined_role(noun, beyond, stop)
            found.append(self._description(Tokens(k, stop), n, noun, beyond, joined))
            n = k = beyond + 1
            while n < stop and lowers[n] in self._words.determiners:
                n += 1
        return found

    def _noun_of_role(
        self,
        n: int,
        stop: int,
        *,
        any_noun: bool,
    ) -> int | None:
        """The next noun from ``n`` on that is a role, or a kind of organisation.

        :param any_noun: whether any noun in small letters is one.
        """
        edge = self._parting_word(n, stop, self._words.parting)
        noun = self._telling_noun(n, edge)
        if noun is None and edge + 1 < stop and self._doc.lowers[edge] in self._words.joiners:
            # "Norvale's industry and trade minister"
            later = self._parting_word(edge + 1, stop, self._words.parting)
            noun = self._telling_noun(edge + 1, later)
        if noun is None and any_noun and self._may_be_role(edge - 1, n, stop):
            return edge - 1
        return noun

    def _is_near(self, n: int, noun: int) -> bool:
        """Whether few enough words stand before a noun that no article opens."""
        named = self._names.at(n) is not None
        return noun - n <= (_MAX_TOKENS_WITH_BODY if named else _MAX_BARE_TOKENS)

    def _role_in_capitals(self, n: int, end: int) -> Description | None:
        """The role that is printed with capitals from ``n`` on.

        So in "Minister for Housing and Local Government", "Head of Policy at the Mill Trust",
        "President and CEO of Corrow Rail".
        """
        lowers, words = self._doc.lowers, self._words
        body, n = self._body_in_capitals(n, end)
        k = self._behind_offices(n, end)
        if k == n:
            return None
        noun = lowers[k - 1]
        while k + 1 < end and lowers[k] in _FIELD_LINKS and lowers[k + 1] in words.fields:
            k = self._behind_fields(k + 1, end)
        owned = k < end and self._doc.words[k] in POSSESSIVES
        if owned or (k < end and self._doc.words[k][0].isupper()):
            return None
        return Description(
            noun=noun,
            role=Tokens(n, k),
            affiliation=body or self._body_behind_capitals(k, end, noun),
            owner=self._parts.owner(n, k - 1, k, end),
            words=partial(self._telling.beside, n, min(end, k + _MAX_ROLE_OF_TOKENS), k - 1),
        )

    def _body_behind_capitals(
        self,
        k: int,
        end: int,
        noun: str,
    ) -> Tokens | None:
        """The body behind an office in capitals: "CEO of Corrow Rail", "CEO, Corrow Rail"."""
        if k >= end:
            return None
        return self._bodies.behind(k, end, noun) or self._bodies.behind_comma(k, end)

    def _body_in_capitals(self, n: int, end: int) -> tuple[Tokens | None, int]:
        """The body before an office in capitals, and where the office begins: "Ohio Governor"."""
        k, name = n, self._names.at(n)
        inside = n if name is None else name.j
        while k < end and k < n + _MAX_TOKENS_WITH_BODY:
            if not self._doc.words[k][0].isupper() and k >= inside:
                break
            k += 1
        if self._doc.lowers[n] in self._words.offices or k == n:
            return None, n
        offices = self._words.titles - self._words.partisans
        last = max((m for m in range(n, k) if self._doc.lowers[m] in offices), default=n)
        if last == n and self._is_partisan(k - 1, n):
            last = k - 1
        return self._bodies.split_title(n, last + 1) if last > n else (None, n)

    def _is_partisan(self, k: int, n: int) -> bool:
        """Whether one of a party ends the capitals from ``n`` on: "a Norvale Democrat"."""
        lowers = self._doc.lowers
        if k <= n or lowers[k] not in self._words.partisans:
            return False
        return lowers[k + 1 : k + 2] == [","] or not self.is_role(k + 1)

    def _behind_offices(self, n: int, end: int) -> int:
        """Behind the words of offices in capitals from ``n`` on, the last of which is a role.

        A field may open them: "Economic Minister".
        """
        lowers, words, k, last = self._doc.lowers, self._words, n, n
        while k < end and lowers[k] in words.opening and self._doc.words[k][0].isupper():
            k += 1
        while k < end and (lowers[k] in words.offices or lowers[k] in words.joiners):
            k += 1
            if lowers[k - 1] in words.titles:
                last = k
        return last

    def _behind_fields(self, k: int, end: int) -> int:
        """Behind the fields of an office from ``k`` on: "Culture, Media and Sport"."""
        lowers, fields = self._doc.lowers, self._words.fields
        last = k
        while k < end:
            joins = lowers[k] == "," or lowers[k] in self._words.joiners
            if not joins and lowers[k] not in fields:
                break
            k += 1
            last = last if joins else k
        return last

    def is_subject_described(self, name: Name, k: int) -> bool:
        """Whether a phrase from ``k`` on describes the subject, though no comma closes it.

        So in "On Friday Ann Lee, a biologist at Norvale University said": nothing but a time or
        the like stands before the name, and no comma behind the verb.
        """
        doc, words = self._doc, self._words
        first, last = doc.sentences[doc.token_sentences[name.i]]
        if name.i - first > _MAX_BEFORE_SUBJECT or not self._may_describe(k):
            return False
        if not words.verbs.isdisjoint(doc.lowers[first : name.i]):
            return False
        if name.i > first and doc.lowers[name.i - 1] in words.parting:
            return False
        stop = self._phrase_end(k + 1, last)
        return stop + 1 < last and doc.words[stop + 1] != "," and self._opens_clause(stop)

    def _may_describe(self, k: int) -> bool:
        """Whether an article, a role or a preposition opens a phrase."""
        lower, words = self._doc.lowers[k], self._words
        return lower in words.articles or lower in words.titles or lower in words.links

    def _is_bare_role(self, n: int, k: int) -> bool:
        """Whether a role without an article begins, which is no subject: "head of trade at X"."""
        return n == k and self._doc.lowers[n] in self._words.roles

    def _joined_role(
        self,
        noun: int,
        beyond: int,
        stop: int,
    ) -> int | None:
        """The noun of a role without an article that is joined to one right before the joiner."""
        if beyond != noun + 1 or beyond + 1 >= stop:
            return None
        following = self._doc.lowers[beyond + 1]
        if following in self._words.determiners or following in self._words.former:
            return None
        edge = self._parting_word(beyond + 1, stop, self._words.parting)
        second = self._telling_noun(beyond + 1, edge)
        if second is None or second - beyond > _MAX_BARE_TOKENS or self._names.at(second):
            return None
        return second if self.is_role(second) else None

    def _is_determining(self, n: int) -> bool:
        """Whether a token opens a noun phrase: an article or a possessive sign."""
        if self._doc.words[n] in POSSESSIVES:
            return True
        return self._doc.lowers[n] in self._words.determiners

    def _description(
        self,
        phrase: Tokens,
        n: int,
        noun: int,
        beyond: int,
        joined: int | None,
    ) -> Description:
        """What one noun of a phrase says.

        :param n: the first token behind the determiners.
        :param beyond: the joiner behind the noun, or the end of the phrase.
        :param joined: the noun of a second role that goes with it: "founder and director".
        """
        word = self._doc.lowers[noun]
        role = affiliation = None
        if self.is_role(noun) or word not in self._words.organisations:
            last = self._role_end(noun if joined is None else joined, phrase.j)
            start = self._behind_bodies(self._parts.role_start(noun, n), n)
            body = self._bodies.spoken_for(start, noun)
            role = Tokens(start if body is None else noun, last)
            affiliation = self._body(n, noun, word, Tokens(last, phrase.j)) or body
        return Description(
            noun=word,
            role=role,
            affiliation=affiliation,
            owner=self._parts.owner(phrase.i, noun, noun + 1, phrase.j),
            words=partial(self._telling.beside, n, beyond, noun),
        )

    def _behind_bodies(self, start: int, n: int) -> int:
        """Where a role begins with the fields and ranks in capitals: "the Defence Secretary"."""
        lowers, words = self._doc.lowers, self._words
        name = self._names.at(start)
        while start > n and (lowers[start - 1] in words.fields or lowers[start - 1] in words.ranks):
            beside = self._names.at(start - 1)
            if beside is not None and beside is not name:
                break
            start -= 1
        if start - 2 >= n and lowers[start] in words.fields and lowers[start - 1] in words.joiners:
            # "the industry and trade minister"
            return start - 2 if lowers[start - 2] in words.fields else start
        return start

    def _opens_clause(self, k: int) -> bool:
        """Whether the word that ends a phrase is a verb of its own clause."""
        word = self._doc.words[k]
        if not word[0].isalpha() or word.endswith("ing"):
            return False
        return self._doc.lowers[k] not in self._words.relatives

    def _role_end(self, noun: int, stop: int) -> int:
        """Behind a role with what it is a role of in small letters: "chief of staff"."""
        lowers, words, k = self._doc.lowers, self._doc.words, noun + 1
        if k + 1 >= stop or lowers[k] != "of":
            return k
        if lowers[k + 1] in self._words.determiners:
            return k
        n, last = k + 1, min(stop, k + _MAX_ROLE_OF_TOKENS)
        following = next((m for m in range(n, stop) if not words[m].islower()), stop)
        bare = self._words.parting.isdisjoint(lowers[n:following])
        if bare and n < following < min(stop, last + 1) and self._names.at(following) is not None:
            # "director of advocacy group Coast Watch"
            return k
        while n < last and words[n][0].islower():
            if lowers[n] in self._words.function_words:
                break
            n += 1
        return n if n > k + 1 else k

    def _parting_word(
        self,
        n: int,
        stop: int,
        parting: frozenset[str],
    ) -> int:
        """The first small word outside of names that parts a noun from later ones."""
        lowers = self._doc.lowers
        for m in range(n, stop):
            if lowers[m] in parting and self._names.at(m) is None:
                return m
        return stop

    def _telling_noun(self, n: int, edge: int) -> int | None:
        """The last word before an edge that is a role, or a kind of organisation."""
        lowers, roles, organisations = (
            self._doc.lowers,
            self._words.roles,
            self._words.organisations,
        )
        for m in range(edge - 1, n - 1, -1):
            if lowers[m] in roles or lowers[m] in organisations:
                name = self._names.at(m)
                if name is None or self._is_last_of_untitled(name, m):
                    return m
        if edge - 1 >= n and self.is_role(edge - 1):
            return edge - 1
        return None

    def _may_be_role(
        self,
        m: int,
        n: int,
        stop: int,
    ) -> bool:
        """Whether a noun in small letters ends a phrase, or stands before "of" and the like."""
        word = self._doc.lowers[m]
        if m < n or not self._doc.words[m].islower() or not word.isalpha():
            return False
        if word in self._words.school_years and self._doc.lowers[m + 1 : m + 2] == ["at"]:
            return True
        if word in self._words.no_roles or word in self._words.ranks or word.endswith("ly"):
            return False
        return m + 1 == stop or self._doc.lowers[m + 1] in self._words.links

    def is_role(self, m: int) -> bool:
        """Whether a noun is a role: a known one, or one by its ending, "a UN rapporteur"."""
        word = self._doc.lowers[m]
        if word in self._words.roles:
            return True
        if len(word) < _MIN_LETTERS_OF_ROLE or not word.endswith(_AGENTS) or not word.isalpha():
            return False
        if word in self._words.no_roles or not self._doc.words[m].islower():
            return False
        return self._names.at(m) is None

    def _is_last_of_untitled(self, name: Name, m: int) -> bool:
        """Whether a token ends a name that has no title set apart."""
        return name.j == m + 1 and not name.i < name.bare < name.j

    def _body(
        self,
        i: int,
        noun: int,
        word: str,
        behind: Tokens,
    ) -> Tokens | None:
        """The body of a role: before its noun, but for a name that may be a person's, or behind.

        :param behind: the tokens behind the role.
        """
        before = self._body_before(i, noun, word)
        if before is not None and self._bodies.is_sure(before):
            return before
        if before is None and not self._is_opened(i):
            listed = self._bodies.behind_comma(behind.j, len(self._doc.words))
            if listed is not None:
                return listed
        other = self._bodies.behind(*behind, word)
        located = other is not None and "in" in self._doc.lowers[other.i - 2 : other.i]
        if other is not None and self._bodies.is_sure(other) and not (before and located):
            return other
        party = Tokens(noun, noun + 1) if word in self._words.partisans else None
        return before or other or party

    def _is_opened(self, i: int) -> bool:
        """Whether an article stands right before a token."""
        return i > 0 and self._is_determining(i - 1)

    def _body_before(
        self,
        i: int,
        noun: int,
        word: str,
    ) -> Tokens | None:
        """The organisation before a role in an apposition: "a Harrow spokesman"."""
        owner = next((k for k in range(i, noun) if self._bodies.is_possessive(k)), None)
        if owner is not None:
            return self._bodies.owner(owner, i, word)
        name = next(iter(self._names.between(i, noun)), None)
        if name is None:
            acronyms = [self._bodies.acronym(k, i) for k in range(i, noun)]
            return next((one for one in acronyms if one is not None), None)
        if name.j > noun:
            return None
        if name.j < noun and self._bodies.spoken_for(name.j, noun) is not None:
            # "a Norvale police spokesman"
            return Tokens(name.i, noun)
        return self._bodies.named(name, word)

    def _phrase_end(self, n: int, end: int) -> int:
        """Where a noun phrase ends: at a sign, a relative pronoun or a verb outside of names."""
        for m in range(n, end):
            if self._may_end_phrase(m) and self._names.at(m) is None:
                return m
        return end

    def _may_end_phrase(self, m: int) -> bool:
        word, lower = self._doc.words[m], self._doc.lowers[m]
        if word in _STOPPING or lower in self._words.relatives:
            return True
        if lower not in self._words.verbs or lower in self._words.roles:
            return False
        if m and self._doc.lowers[m - 1] in self._words.determiners:
            # "the think tank"
            return False
        return word.islower() and word not in POSSESSIVES
