"""The words right before a name -> what they say of whoever has it.

In: a name in its sentence. Out: descriptions from the title in front and from the role noun before
it. Why: "Norway Foreign Minister Lee" and "the union's director Ann Lee" give role and affiliation
without a comma.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import attrs

from newsquote._names import lexicon
from newsquote._names.records import PERSON
from newsquote._names.roles.descriptions import Description
from newsquote._text.ranges import Tokens
from newsquote._text.signs import POSSESSIVES
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsquote._names.roles.bodies import Bodies
    from newsquote._names.roles.noun_parts import NounParts
    from newsquote._names.roles.telling import TellingWords
    from newsquote._names.spotted import Name, Names
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["ROLE_ENDINGS", "BeforeNames"]

ROLE_ENDINGS = (
    "ologist",
    "ographer",
    "iatrist",
    "-general",
    "-chief",
    "-director",
    "-president",
    "-secretary",
)
"""Endings of words that are roles though no list has them."""
_ROLE_PREFIXES = frozenset(("co", "vice", "ex", "then", "deputy"))
_CALLINGS = ("er", "or", "ist", "ian", "man", "woman")
"""Endings of nouns for what somebody does."""
_MIN_LETTERS_OF_CALLING = 6
_MAX_WORDS_OF_PLACE = 6
_ORIGIN_TOKENS = 6
"""How many tokens behind a name the place of "of Norvale" may take."""


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _TitleWords:
    roles: frozenset[str]
    titles: frozenset[str]
    courtesy: frozenset[str]
    """Titles that say nothing of an office: "Mr."."""
    fields: frozenset[str]
    governments: frozenset[str]
    regions: frozenset[str]
    articles: frozenset[str]
    determiners: frozenset[str]
    cases: Mapping[str, str]
    verbs: frozenset[str]
    modifiers: frozenset[str]
    offices_of: frozenset[str]
    parties: frozenset[str]
    no_callings: frozenset[str]
    """Words with such an ending that are none: small words, bodies, documents and times."""
    heads_of: frozenset[str]
    """Roles that are of something without an article: "head of trading"."""
    before_titles: frozenset[str]
    """Words in small letters that belong to a title behind them."""
    seated: frozenset[str]
    former: frozenset[str]
    joiners: frozenset[str]
    links: frozenset[str]
    """Prepositions behind which somebody's body stands."""


@kept_by_pack
def _title_words(pack: LanguagePack) -> _TitleWords:
    made = lexicon.for_pack(pack)
    return _TitleWords(
        roles=pack.words("roles"),
        titles=pack.words("titles"),
        courtesy=pack.words("courtesy_titles"),
        fields=pack.words("portfolios") | pack.closed("offices_of"),
        governments=pack.words("governments"),
        regions=pack.words("regions"),
        articles=pack.closed("articles"),
        determiners=pack.words("determiners"),
        cases=pack.table("pronoun_cases"),
        verbs=made.verbs,
        modifiers=made.modifiers | pack.closed("grades_of_office"),
        offices_of=pack.closed("offices_of"),
        parties=pack.closed("parties") - {"green", "labor"},
        no_callings=made.organisations
        | made.verbs
        | pack.words("org_words")
        | pack.words("function_words")
        | pack.words("prepositions")
        | pack.words("cue_adverbs")
        | pack.words("sentence_adverbs")
        | pack.closed("former_words")
        | pack.closed("time_directions")
        | pack.closed("time_modifiers")
        | pack.closed("time_units")
        | pack.words("months")
        | frozenset(pack.table("demonyms")),
        heads_of=pack.closed("heads_of_something"),
        before_titles=pack.closed("former_words") | pack.closed("before_titles"),
        seated=pack.closed("seated_titles"),
        former=pack.closed("former_words"),
        joiners=pack.closed("joiners"),
        links=pack.closed("links_to_bodies"),
    )


class BeforeNames:
    """Reads what stands right before the names of one text."""

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
        self._words = _title_words(doc.pack)

    # ------------------------------------------------------------- titles

    def title(self, name: Name, limit: int) -> Description | None:
        """What the title in front says: "Sen. Lee", "Norway Foreign Minister Lee"."""
        offices, words = self._title_tokens(name), self._words
        if not offices:
            return None
        first, last = offices[0], offices[-1]
        end = last + 1
        if end < name.bare and self._doc.words[end] == ".":
            end += 1
        body, start = self._body_in_title(first, last + 1)
        place, end = self._place_of_title(first, end)
        body = body or place
        if body is None and first - 2 >= limit and self._doc.lowers[first - 1] in words.joiners:
            start = self._with_joined_roles(first, limit)
            first = min(first, start)
        if start == first > limit and self._doc.lowers[first - 1] in words.before_titles:
            # "former President Lee", "state Sen. Lee"
            start -= 1
        return Description(
            noun=self._plain(last),
            role=Tokens(start, end),
            affiliation=body or self._body_before_title(start, last, limit) or self._origin(name),
            words=partial(self._telling.beside, first, end, last),
        )

    def _place_of_title(self, first: int, end: int) -> tuple[Tokens | None, int]:
        """The place behind a title's "of" or bracket, and where the role ends.

        So in "Mayor of Norvale Ann Lee", and none in "Secretary of State Ann Lee".
        """
        lowers, words = self._doc.lowers, self._doc.words
        title = lowers[first:end]
        if "(" in title:
            end = first + title.index("(")
        links = [k for k in range(first, end) if lowers[k] in {"of", "for"}]
        if not links:
            return None, end
        of = links[0]
        n = of + 1 + (lowers[of + 1] in self._words.articles)
        if n >= end or lowers[n] in self._words.fields or not words[n][0].isupper():
            return None, end
        return Tokens(n, end), of

    def _body_in_title(self, first: int, end: int) -> tuple[Tokens | None, int]:
        """The place or body with which a title begins, and where the role begins."""
        if self._opens_with_known(first):
            start = first
        else:
            start = self._title_start(list(range(first, end)))
        place = self._place_at(first, end)
        if place is None or place.j >= end:
            return self._bodies.split_title(start, end)
        if self._plain(place.j) == "attorney" and place.j + 1 == end:
            # a "United States Attorney" is an office of that name
            return None, first
        return place, place.j

    def _opens_with_known(self, first: int) -> bool:
        """Whether a title begins with a word of an office, and no name before "of" stands in it."""
        return self._plain(first) in self._words.titles or self._doc.lowers[first] in (
            self._words.roles
        )

    def _body_before_title(
        self,
        first: int,
        last: int,
        limit: int,
    ) -> Tokens | None:
        """The body whose name or possessive stands right before a title."""
        if first <= limit:
            return None
        role = self._plain(last)
        owner = self._bodies.owner(first - 1, limit, role)
        if owner is not None:
            return owner
        name = self._names.at(first - 1)
        if name is None:
            return self._bodies.acronym(first - 1, limit) or self._bodies.noun_before(first, limit)
        if name.j != first or name.kind == PERSON:
            return None
        return self._bodies.named(name, role)

    def _plain(self, k: int) -> str:
        """A title's word without its stop."""
        return self._doc.lowers[k].rstrip(".")

    def _title_tokens(self, name: Name) -> list[int]:
        """The tokens before a bare name but for stops and courtesy titles."""
        words, courtesy = self._doc.words, self._words.courtesy
        title = range(name.i, name.bare)
        return [k for k in title if words[k] != "." and self._plain(k) not in courtesy]

    def _title_start(self, offices: list[int]) -> int:
        """Where the title begins that the first known word of it belongs to."""
        lowers, opening = self._doc.lowers, offices[0]
        known = [k for k in offices if self._plain(k) in self._words.titles]
        first = known[0] if known else opening
        while first > opening and lowers[first - 1] != "of":
            first -= 1
        return first

    def _place_at(self, first: int, end: int) -> Tokens | None:
        """The longest place with which a title begins."""
        place = None
        for k in range(first + 1, min(end, first + _MAX_WORDS_OF_PLACE + 1)):
            printed = self._doc.slice(first, k)
            if printed in self._words.governments or printed in self._words.regions:
                place = Tokens(first, k)
        return place

    def _origin(self, name: Name) -> Tokens | None:
        """The place of "Sen. Ann Lee of Norvale"."""
        links = self._doc.lowers[name.j : name.j + 1]
        if self._words.links.isdisjoint(links):
            return None
        last = self._doc.sentences[self._doc.token_sentences[name.i]][1]
        end = min(last, name.j + _ORIGIN_TOKENS)
        body, sure = self._bodies.at(name.j + 1, end)
        return body if sure or links == ["of"] or self._bodies.is_at_work(name.j, end) else None

    def has_seat(self, name: Name) -> bool:
        """Whether a name's title is of one who has a seat: "Rep. Lee"."""
        return any(self._plain(k) in self._words.seated for k in range(name.i, name.bare))

    # ------------------------------------------------------------- role nouns

    def is_calling(self, name: Name, limit: int) -> bool:
        """Whether a noun for what somebody does stands before a full name: "barber Ann Lee".

        No list has it, so it is one by its ending, and by standing where a verb does not: behind
        an article, a name or a sign.
        """
        k = name.i - 1
        if k < limit or name.kind != PERSON or name.j - name.bare == 1:
            return False
        word, words = self._doc.lowers[k], self._words
        if not word.endswith(_CALLINGS) or len(word) < _MIN_LETTERS_OF_CALLING:
            return False
        if word in words.no_callings or not self._doc.words[k].islower() or not word.isalpha():
            return False
        if k == limit or not self._doc.words[k - 1][0].isalnum():
            return True
        return self._doc.lowers[k - 1] in words.articles or self._names.at(k - 1) is not None

    def is_known(self, word: str) -> bool:
        """Whether a word is a role: one of the lists, or by its ending or its "co-"."""
        if word in self._words.roles or word.endswith(ROLE_ENDINGS):
            return True
        prefix, hyphen, rest = word.partition("-")
        if hyphen == "" or prefix not in _ROLE_PREFIXES:
            return False
        return rest in self._words.roles or (prefix == "co" and rest.endswith(_CALLINGS))

    def is_role_of(self, i: int, limit: int) -> bool:
        """Whether a role of something in small letters stands before ``i``: "head of trading"."""
        lowers = self._doc.lowers
        if i - 3 < limit or lowers[i - 2] != "of" or not self._doc.words[i - 1].islower():
            return False
        return lowers[i - 3] in self._words.heads_of and lowers[i - 1] not in self._words.roles

    def role(self, name: Name, limit: int) -> Description | None:
        """What a role noun right before the name says: "the union's director Ann Lee"."""
        noun = self._role_noun(name, limit)
        if noun is None:
            return None
        start = self._parts.role_start(noun, limit)
        if self._is_object_of_waiting(name, start, limit):
            return None
        start = self._with_joined_roles(start, limit)
        titled = self._joined_title(start, limit)
        if titled is not None:
            return Description(
                noun=self._doc.lowers[noun],
                role=Tokens(titled[1], name.i),
                affiliation=titled[0] or self._origin(name),
                words=partial(self._telling.beside, titled[1], name.i, noun),
            )
        start, body = self._owner_name(start, limit)
        word = self._doc.lowers[noun]
        affiliated = body is not None and (body.kind != PERSON or body.j == start)
        affiliation = self._bodies.named(body, word) if body is not None and affiliated else None
        if body is None or not affiliated:
            affiliation = self._bodies.owner(start - 1, limit, word) if start > limit else None
        elif affiliation is None or body.place:
            # "the Corrow Times's Norvale correspondent"
            affiliation = self._bodies.owner(body.i - 1, limit, word) or affiliation
        begin = start if body is None else body.i
        if body is not None and self._is_former(body):
            # "Former mayor Ann Lee" opens a sentence.
            start, body = body.i, None
        spoken_for = self._bodies.spoken_for(start, noun)
        return Description(
            noun=word,
            role=Tokens(start if spoken_for is None else noun, name.i),
            affiliation=self._spoken_for_whole(body if affiliated else None, spoken_for)
            or self._whole_body(body if affiliated else None, start, noun)
            or affiliation
            or self._bodies.acronym(start - 1, limit)
            or self._bodies.behind(noun + 1, name.i)
            or self._origin(name)
            or self._bodies.of_role(start, noun)
            or (self._bodies.of_role(start, start + 1) if body is None else None)
            or self._bodies.opening_noun(start, limit)
            or spoken_for,
            owner=self._case_before(start, limit) if body is None else body.tokens,
            words=partial(self._telling.beside, begin, name.i, noun),
        )

    def _joined_title(self, start: int, limit: int) -> tuple[Tokens | None, int] | None:
        """The body and the start of a title before a joiner: "Corrow CEO and founder Ann Lee"."""
        if start - 2 < limit or self._doc.lowers[start - 1] not in self._words.joiners:
            return None
        name = self._names.at(start - 2)
        if name is None or name.j != start - 1 or name.i < limit or name.has_title:
            return None
        if self._plain(name.j - 1) not in self._words.titles:
            return None
        return self._bodies.split_title(name.i, name.j)

    def _whole_body(
        self,
        body: Name | None,
        start: int,
        noun: int,
    ) -> Tokens | None:
        """The body that a name and a noun before the role make: "the Norvale council chairman"."""
        if body is None or body.j != start or noun == start:
            return None
        if self._doc.lowers[noun - 1] == "police" or self._bodies.of_role(start, noun) is None:
            return None
        return Tokens(body.i, noun)

    def _spoken_for_whole(self, body: Name | None, noun: Tokens | None) -> Tokens | None:
        """The body of one who speaks for it: "Norvale police" of their spokesman."""
        if noun is None or body is None or body.j != noun.i:
            return None
        return Tokens(body.i, noun.j)

    def _is_former(self, name: Name) -> bool:
        """Whether a name is "Former" at a sentence's head and nothing else."""
        return name.j - name.i == 1 and self._doc.lowers[name.i] in self._words.former

    def _with_joined_roles(self, start: int, limit: int) -> int:
        """Where the first of several roles begins: "actor and producer Ann Lee"."""
        lowers, words = self._doc.lowers, self._words
        while start - 2 >= limit and lowers[start - 1] in words.joiners:
            if self._names.at(start - 2) is not None:
                break
            if lowers[start - 2] not in words.roles and lowers[start - 2] not in words.fields:
                break
            start = self._parts.role_start(start - 2, limit)
        return start

    def _role_noun(self, name: Name, limit: int) -> int | None:
        """The role noun before a name, with what it is of between: "secretary of State Lee"."""
        lowers = self._doc.lowers
        k = name.i - 1
        if self.is_role_of(name.i, limit):
            return k - 2
        if k >= limit and lowers[k] in self._words.offices_of:
            for of in (k - 1, k - 2):
                if of > limit and lowers[of] == "of":
                    k = of - 1
                    break
        if k < limit or not (self.is_known(lowers[k]) or self.is_calling(name, limit)):
            return None
        if lowers[k] in self._words.verbs:
            # "She accused Lee", not "the accused Lee".
            determined = k > limit and lowers[k - 1] in self._words.determiners
            return k if determined else None
        return k

    def _is_object_of_waiting(
        self,
        name: Name,
        start: int,
        limit: int,
    ) -> bool:
        """Whether role and name are two people: "the judge Lee waited for"."""
        if name.j - name.bare > 1 or start <= limit:
            return False
        return self._doc.lowers[start - 1] in self._words.articles

    def _owner_name(self, start: int, limit: int) -> tuple[int, Name | None]:
        """Where a role begins, and the name before it that it belongs to."""
        body = self._names.at(start - 1) if start > limit else None
        lower = self._doc.lowers[body.i] if body is not None else ""
        if lower in self._words.parties:
            return start, body
        if (
            body is not None
            and body.doubtful
            and lower in self._words.modifiers
            and not self._doc.words[body.i].isupper()
        ):
            # "Transport researcher Ann Lee" opens a sentence, where any word has a capital.
            start, body = body.i, None
        if body is None and start - 1 > limit and self._doc.words[start - 1] in POSSESSIVES:
            body = self._names.at(start - 2)
        return start, body

    def _case_before(self, start: int, limit: int) -> Tokens | None:
        """The "her" of "her lawyer Ann Lee"."""
        k = start - 1
        if k < limit or self._doc.lowers[k] not in self._words.cases:
            return None
        return Tokens(k, start)
