"""Names -> names with the whole of a long title in front.

In: the names of a text as their capitals part them. Out: the same, with what belongs to one title
put together: "Minister of State for Home Affairs Ann Lee", "Road Transport and Bridges Minister
Ann Lee", "Member of Parliament (MP) Ann Lee". Why: small words and brackets inside a title part
its capitals into runs, and the first run looks like a body or a second person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote._names.records import PERSON
from newsquote._names.spotted import Name
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["with_long_titles"]

_MAX_FIELDS = 4
"""How many stretches of capitals one title may have at most."""
_LINKS_TO_FIELD = frozenset(("for", "of", "to", "on"))
_JOINERS = frozenset(("and", "&"))
_LINKS = _LINKS_TO_FIELD | _JOINERS | {"("}
_MAX_LINK_TOKENS = 2
"""A preposition and an article."""
_MAX_WORDS_OF_PLACE = 6
_WORDS_OF_FULL_NAME = 2
_LONG_FIELD_AND_NAME = 4
"""Behind "for", four words or more are a field of two and a name of two."""


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _LongTitleWords:
    heads: frozenset[str]
    """Titles and roles."""
    fields: frozenset[str]
    given: frozenset[str]
    articles: frozenset[str]
    governments: frozenset[str]
    regions: frozenset[str]
    """Countries and parts of countries."""
    adjectives: frozenset[str]
    """Adjectives of peoples, and compass words, which open the name of no person."""
    ranks: frozenset[str]
    """Words of a rank behind another: the "Con" of "Det Con Ann Lee"."""
    short_ranks: frozenset[str]
    """Ranks in capitals, which may be short for something else: "PC"."""


@kept_by_pack
def _long_title_words(pack: LanguagePack) -> _LongTitleWords:
    return _LongTitleWords(
        heads=pack.words("titles") | pack.words("roles"),
        fields=pack.words("portfolios") | pack.closed("offices_of"),
        given=pack.words("given_names"),
        articles=pack.closed("articles"),
        governments=pack.words("governments"),
        regions=pack.words("governments") | pack.words("regions"),
        adjectives=frozenset(pack.table("demonyms")) | pack.closed("partisans"),
        ranks=pack.closed("rank_words"),
        short_ranks=pack.closed("short_ranks"),
    )


def with_long_titles(doc: Doc, names: list[Name]) -> list[Name]:
    """The names of a text, those put together that are one title and the name behind it."""
    titles, lowers = _LongTitles(doc, names), doc.lowers
    short_ranks = _long_title_words(doc.pack).short_ranks
    settled: list[Name] = []
    n = 0
    while n < len(names):
        name = names[n]
        linked = name.j < len(lowers) and lowers[name.j] in _LINKS
        found = titles.title_with_name(n) if linked else None
        if found is None and name.j - name.i == 1 and lowers[name.i - 1] not in short_ranks:
            # a word alone has no rank within, and most have none before
            settled.append(name)
            n += 1
        elif found is None:
            free = settled[-1].j if settled else 0
            settled.append(titles.with_whole_rank(name, free))
            n += 1
        else:
            settled.append(found)
            n = titles.behind(n, found)
    return settled


class _LongTitles:
    """Puts the long titles of one text together."""

    def __init__(self, doc: Doc, names: list[Name]) -> None:
        self._doc, self._names, self._words = doc, names, _long_title_words(doc.pack)
        self._surnames = _surnames(doc, names, self._words.short_ranks)

    def behind(self, n: int, found: Name) -> int:
        """The number of the first name behind one that was put together from ``n`` on."""
        while n < len(self._names) and self._names[n].i < found.j:
            n += 1
        return n

    def title_with_name(self, n: int) -> Name | None:
        """The name with a long title that begins with the name ``n``."""
        first = self._names[n]
        if not self._is_linked(n) or not self._may_open(first):
            return None
        open_head = self._ends_title(first) or self._opens_title(first)
        last = first
        for m in range(n + 1, min(len(self._names), n + _MAX_FIELDS)):
            name = self._names[m]
            link = self._link(last.j, name.i)
            if link is None:
                return None
            bare = self._bare(name, link, open_head=open_head)
            if bare is not None:
                return Name(first.i, bare, name.j, PERSON)
            if not self._goes_on(name, link):
                return None
            open_head = open_head or self._ends_title(name)
            last = name
        return None

    def _is_linked(self, n: int) -> bool:
        """Whether so little stands behind a name that it may be part of the same title."""
        if n + 1 >= len(self._names):
            return False
        end = self._names[n].j
        if self._doc.lowers[end] not in _LINKS:
            return False
        return end < self._names[n + 1].i <= end + _MAX_LINK_TOKENS

    def _goes_on(self, name: Name, link: str) -> bool:
        """Whether a title goes on with a name that is part of it: a field or an abbreviation."""
        if link == "(":
            printed = self._doc.words[name.i : name.j]
            return len(printed) == 1 and printed[0].isupper()
        return self._is_field(name) or self._ends_title(name)

    # ------------------------------------------------------------- what a title is made of

    def _may_open(self, name: Name) -> bool:
        """Whether a name can be the start of a title and no person's or place's name."""
        if name.has_title or name.place:
            return False
        lower, words = self._doc.lowers[name.i], self._words
        if lower in words.given and lower not in words.fields:
            return False
        return self._opens_title(name) or self._ends_title(name) or self._is_field(name)

    def _opens_title(self, name: Name) -> bool:
        """Whether a name is "Minister", "Minister of State", "Deputy Commissioner of Police"."""
        lowers, heads = self._doc.lowers, self._words.heads
        inside = lowers[name.i : name.j]
        if "of" not in inside:
            return False
        of = name.i + inside.index("of")
        return of > name.i and lowers[of - 1] in heads and self._are_fields(of + 1, name.j)

    def _behind_field_of_office(self, name: Name) -> int:
        """Behind the field of an office that one run has with a name: "Head of Policy Ann Lee"."""
        lowers, k = self._doc.lowers, name.bare
        if not name.has_title:
            inside = lowers[name.i : name.j]
            k = name.i + inside.index("of") + 1 if "of" in inside else name.i
            if k - name.i < _WORDS_OF_FULL_NAME or lowers[k - 2] not in self._words.heads:
                return name.bare
        elif "of" not in lowers[name.i : name.bare]:
            return name.bare
        else:
            cut = self._behind_cut_place(name)
            if cut is not None:
                return cut
        behind = k
        while behind < name.j and lowers[behind] in self._words.fields:
            behind += 1
        if behind == k or name.j - behind < _WORDS_OF_FULL_NAME:
            return name.bare
        titled = name.has_title or lowers[behind] in self._words.given
        return behind if titled else name.bare

    def _ends_title(self, name: Name) -> bool:
        """Whether a name ends with a title: "Special Representative", "Corrow Rail President"."""
        return self._doc.lowers[name.j - 1].rstrip(".") in self._words.heads

    def _is_field(self, name: Name) -> bool:
        """Whether a name is a field of an office: "Home Affairs", "Norvalian Road Transport"."""
        i, words = name.i, self._words
        while i < name.j - 1 and self._doc.lowers[i] in words.adjectives:
            i += 1
        if i == name.i and name.j - i > _WORDS_OF_FULL_NAME:
            # one word before two of a field may be a place or a people that no list has
            i += 1
        return self._are_fields(i, name.j)

    def _are_fields(self, i: int, j: int) -> bool:
        return i < j and self._words.fields.issuperset(self._doc.lowers[i:j])

    def _behind_cut_place(self, name: Name) -> int | None:
        """Behind a place that the cut between title and name goes through.

        So in "President of the United States Ann Lee".
        """
        doc = self._doc
        n = name.i + doc.lowers[name.i : name.bare].index("of") + 1
        n += doc.lowers[n] in self._words.articles
        for m in range(name.bare + 1, min(name.j, n + _MAX_WORDS_OF_PLACE)):
            if doc.slice(n, m) in self._words.governments:
                return m
        return None

    # ------------------------------------------------------------- what parts it

    def _link(self, k: int, i: int) -> str | None:
        """What stands between two parts of a title; None where they are no parts of one."""
        doc = self._doc
        between = doc.lowers[k:i]
        if len(between) == _WORDS_OF_FULL_NAME and between[1] in self._words.articles:
            between = between[:1]
        if len(between) == 1:
            word = between[0]
            if word in _LINKS_TO_FIELD or word in _JOINERS:
                return "and" if word in _JOINERS else "for"
            return "(" if word == "(" else ")" if word == ")" else None
        return None

    def _bare(
        self,
        name: Name,
        link: str,
        *,
        open_head: bool,
    ) -> int | None:
        """Where the bare name begins in the last part of a title, None where it has none."""
        if link == "(":
            return None
        if link == "and":
            if name.has_title and self._is_title_in_front(name):
                return name.bare
            return self._behind_fields(name) if open_head else None
        if not open_head or self._is_region(name.i, name.j):
            # "Secretary of Justice for Corrow" is of a place
            return None
        if link == ")":
            return name.bare if name.kind == PERSON else None
        if name.has_title:
            # "Minister for Health Dr. Ann Lee", and no "Secretary to President Ann Lee"
            return name.bare if self._doc.lowers[name.i] in self._words.fields else None
        return self._behind_field_or_place(name)

    def _is_region(self, i: int, j: int) -> bool:
        return i < j and self._doc.slice(i, j) in self._words.regions

    def _is_title_in_front(self, name: Name) -> bool:
        """Whether the title of a name is an office and not a courtesy: "Crime Commissioner"."""
        return any(
            self._doc.lowers[k].rstrip(".") in self._words.heads for k in range(name.i, name.bare)
        )

    def _behind_fields(self, name: Name) -> int | None:
        """Behind the fields with which a name begins, if two words are left."""
        k = name.i
        while k < name.j and self._doc.lowers[k] in self._words.fields:
            k += 1
        return k if k > name.i and name.j - k >= _WORDS_OF_FULL_NAME else None

    def _behind_field_or_place(self, name: Name) -> int | None:
        """Behind "Defence", "Iran" or "Arms Control" with a name of two words left."""
        doc, words = self._doc, self._words
        found = self._behind_fields(name)
        if found is not None:
            return found
        last = name.j - _WORDS_OF_FULL_NAME
        for k in range(name.i + 1, min(last, name.i + _MAX_WORDS_OF_PLACE) + 1):
            if doc.slice(name.i, k) in words.governments:
                return k
        if last > name.i and doc.lowers[last] in words.given:
            return last
        return last if name.j - name.i >= _LONG_FIELD_AND_NAME else None

    # ------------------------------------------------------------- ranks

    def with_whole_rank(self, name: Name, free: int) -> Name:
        """A name whose rank has two words, or is one in capitals: "Det Con Lee", "PC Lee".

        :param free: the first token behind the name before.
        """
        lowers, bare = self._doc.lowers, name.bare
        if bare > free and not name.has_title and self._is_short_rank(bare - 1):
            # the rank was cut off as an acronym before a name
            known = lowers[bare] in self._words.given
            return Name(bare - 1, bare, name.j, PERSON) if known else name
        if name.has_title:
            title = lowers[name.i : bare]
            start = name.i + title.index("for") + 1 if "for" in title else name.j
            if self._is_region(start, name.j):
                # "the Secretary of Justice for Norvale" is of a place, and no name
                return Name(start, start, name.j, None, place=True)
            while bare < name.j - 1 and lowers[bare].rstrip(".") in self._words.ranks:
                bare += 1
                bare += self._doc.words[bare] == "." and bare < name.j - 1
        elif self._has_short_rank(name):
            bare += 1
        if bare == name.bare:
            bare = self._behind_field_of_office(name)
        return name if bare == name.bare else Name(name.i, bare, name.j, PERSON)

    def _has_short_rank(self, name: Name) -> bool:
        """Whether a name begins with a rank in capitals and goes on as a person's."""
        doc, k = self._doc, name.i
        if name.j - k < _WORDS_OF_FULL_NAME or not self._is_short_rank(k):
            return False
        following = doc.lowers[k + 1]
        if following in self._words.given:
            return True
        return name.j - k == _WORDS_OF_FULL_NAME and following in self._surnames

    def _is_short_rank(self, k: int) -> bool:
        """Whether a word is a rank in capitals."""
        return self._doc.lowers[k] in self._words.short_ranks and self._doc.words[k].isupper()


def _surnames(doc: Doc, names: list[Name], short_ranks: frozenset[str]) -> frozenset[str]:
    """The last words of the full names of persons."""
    full = [n for n in names if n.kind == PERSON and n.j - n.bare >= _WORDS_OF_FULL_NAME]
    return frozenset([doc.lowers[n.j - 1] for n in full if doc.lowers[n.bare] not in short_ranks])
