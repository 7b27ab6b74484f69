"""A run of capitals -> the names in it.

In: a run. Out: names, with the title in front set apart and a guess at what kind of name each is.
Why: a run may be an outlet and a person with nothing between, or a person and where they are from;
titles before it and words like "Ministry" in it say what it names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote._names import lexicon
from newsquote._names.kind_weights import weights_of
from newsquote._names.name_shapes import keys_of_form
from newsquote._names.records import ORGANIZATION, PERSON
from newsquote._names.spotted import Name
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from newsquote._text.doc import Doc
    from newsquote.kinds import SpeakerKind
    from newsquote.lang import LanguagePack

__all__ = ["names_in_run"]

_MAX_PERSON_WORDS = 4
"""A run of more words without a title is a body's name."""
_MAX_OUTLET_TOKENS = 4
_MIN_TOKENS_WITH_OUTLET = 3
"""An outlet's name of two tokens and a person's of one."""
_MIN_TOKENS_WITH_ORIGIN = 4
"""The tokens of the shortest "Ann Lee of Norvale"."""
_MIN_TOKENS_WITH_ROLE = 3
"""A role in front is set apart if two words are left for the name."""
_INITIAL_LETTERS = 2
"""The length of "J."."""
_WORDS_OF_NAME = 2
"""The words of the commonest full name."""
_LINKS = frozenset(("of", "&", "for"))
_OFFICE_LINKS = frozenset(("of", "for"))


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _CuttingWords:
    titles: frozenset[str]
    given: frozenset[str]
    surnames: frozenset[str]
    """Those that are no common words."""
    roles: frozenset[str]
    org_words: frozenset[str]
    outlets: frozenset[str]
    outlet_words: frozenset[str]
    governments: frozenset[str]
    regions: frozenset[str]
    articles: frozenset[str]
    common: frozenset[str]
    offices: frozenset[str]
    """Titles and roles."""
    offices_of: frozenset[str]
    """What an office is of: "Parliament", "Police"."""
    peoples: frozenset[str]
    portfolios: frozenset[str]
    fields: frozenset[str]
    """What an office is for: "Home Affairs", "Iran"."""


@kept_by_pack
def _cutting_words(pack: LanguagePack) -> _CuttingWords:
    return _CuttingWords(
        titles=pack.words("titles"),
        given=pack.words("given_names"),
        surnames=frozenset([name for name, word in pack.table("surnames").items() if not word]),
        roles=pack.words("roles"),
        org_words=pack.words("org_words"),
        outlets=pack.words("outlets"),
        outlet_words=pack.words("outlet_words"),
        governments=pack.words("governments"),
        regions=pack.words("regions"),
        articles=pack.closed("articles"),
        common=pack.words("common_words"),
        offices=pack.words("titles") | pack.words("roles"),
        offices_of=pack.closed("offices_of") | pack.closed("portfolios"),
        peoples=frozenset(pack.table("demonyms")),
        portfolios=pack.closed("portfolios"),
        fields=pack.closed("portfolios") | lexicon.for_pack(pack).places,
    )


def names_in_run(
    doc: Doc,
    i: int,
    j: int,
) -> list[Name]:
    """The names of the run from ``i`` to ``j``, at least one."""
    words = _cutting_words(doc.pack)
    if j - i == 1:
        return [_name_of_one_word(doc, i, words)]
    if doc.slice(i, j) in words.governments:
        return [Name(i, i, j, None, place=True)]
    outlet_end = _outlet_end(doc, i, j, words)
    if outlet_end is not None:
        return [
            Name(i, i, outlet_end, ORGANIZATION),
            *names_in_run(doc, outlet_end, j),
        ]
    of = _origin_link(doc, i, j, words)
    if of is not None:
        origin = of + 1 + (doc.lowers[of + 1] in words.articles)
        titles_end = _behind_titles(doc, i, of, words)
        bare_name = titles_end if titles_end < of else i
        return [Name(i, bare_name, of, PERSON), *names_in_run(doc, origin, j)]
    behind = _behind_office(doc, i, j, words)
    if behind is not None:
        return names_in_run(doc, behind, j) if behind < j else []
    if doc.lowers[i] in words.peoples and _is_person_of_people(doc, i + 1, j, words):
        return [Name(i + 1, i + 1, j, PERSON)]
    bare = _behind_titles(doc, i, j, words)
    if _is_organisation(doc, i, bare, j, words):
        return [Name(i, i, j, ORGANIZATION)]
    if bare >= j:
        return [Name(i, i, j, None)]
    kind = PERSON if bare > i else _kind_by_length(doc, i, j)
    return [Name(i, bare, j, kind)]


def _name_of_one_word(
    doc: Doc,
    i: int,
    words: _CuttingWords,
) -> Name:
    """The name in a run of one token: a place, a body, a title without a name, or unknown."""
    word, lower = doc.words[i], doc.lowers[i]
    if word in words.governments or word in words.regions or f"{word}." in words.regions:
        return Name(i, i, i + 1, None, place=True)
    if lower in words.org_words or lower in _LINKS:
        return Name(i, i, i + 1, ORGANIZATION)
    title = lower.rstrip(".") in words.titles
    acronym = not title and _is_acronym(word)
    return Name(i, i, i + 1, ORGANIZATION if acronym else None)


def _outlet_end(
    doc: Doc,
    i: int,
    j: int,
    words: _CuttingWords,
) -> int | None:
    """Where an outlet's name ends that a person's name follows with nothing between.

    So in "told the Norvale Post Lee had left".
    """
    if j - i < _MIN_TOKENS_WITH_OUTLET:
        return None
    for k in range(min(j - 1, i + _MAX_OUTLET_TOKENS), i + 1, -1):
        if doc.slice(i, k) in words.outlets:
            following = doc.lowers[k]
            if following in words.org_words or following in words.outlet_words:
                return None
            return k if doc.words[k][0].isupper() else None
    return None


def _origin_link(
    doc: Doc,
    i: int,
    j: int,
    words: _CuttingWords,
) -> int | None:
    """The "of" in "Ann Lee of Norvale".

    The words before it look like a person's, and none is an organisation's.
    """
    if j - i < _MIN_TOKENS_WITH_ORIGIN:
        return None
    inside = doc.words[i + 2 : j - 1]
    if "of" not in inside:
        return None
    k = i + 2 + inside.index("of")
    if doc.lowers[k - 1] in words.org_words or doc.lowers[k - 1] in words.titles:
        return None
    first = doc.words[i]
    if (len(first) == _INITIAL_LETTERS and first[1] == ".") or doc.lowers[i] in words.given:
        return k
    form = tuple([word for word in doc.words[i:k] if word[0].isalnum()])
    if not 1 < len(form) <= _MAX_PERSON_WORDS or doc.lowers[k - 1] in words.roles:
        return None
    if doc.lowers[k - 1] in words.common:
        return None
    scores = weights_of(doc.pack).scores(keys_of_form(form, doc.pack))
    return k if max(scores) == scores.person else None


def _is_person_of_people(
    doc: Doc,
    i: int,
    j: int,
    words: _CuttingWords,
) -> bool:
    """Whether what stands behind the adjective of a people is a person: "Austrian Ruxi Lee"."""
    if not _WORDS_OF_NAME <= j - i < _MAX_PERSON_WORDS:
        return False
    printed, lowers = doc.words[i:j], doc.lowers[i:j]
    if lowers[0] in words.common or lowers[-1] not in words.surnames:
        return False
    if not all(word[0].isupper() and word.isalpha() for word in printed):
        return False
    scores = weights_of(doc.pack).scores(keys_of_form(tuple(printed), doc.pack))
    return max(scores) == scores.person


def _behind_office(
    doc: Doc,
    i: int,
    j: int,
    words: _CuttingWords,
) -> int | None:
    """Where the name begins that an office is of: "Chair of Corrow Rail", the end if none does.

    None where a run is no office: a body, or an office with the name of who has it.
    """
    lowers = doc.lowers
    if lowers[i] not in words.offices or lowers[i] in words.org_words:
        return None
    k = i + 1
    while k < j and lowers[k] not in _OFFICE_LINKS:
        k += 1
    if k == j or lowers[k - 1] not in words.offices or lowers[k - 1] in words.org_words:
        return None
    k += 1 + (lowers[k + 1] in words.articles)
    if doc.words[j : j + 1] == ["("] and lowers[k] in words.offices_of:
        # "Member of Parliament (MP) Ann Lee" is put together later
        return None
    if _behind_titles(doc, i, j, words) < j and _ends_with_person(doc, k, j, words):
        return None
    return j if all(lower in words.portfolios for lower in lowers[k:j]) else k


def _ends_with_person(
    doc: Doc,
    k: int,
    j: int,
    words: _CuttingWords,
) -> bool:
    """Whether a person's name may end a run: with a given name, or behind fields."""
    rest = doc.lowers[k:j]
    named = [lower for lower in rest if lower not in words.fields and lower != "and"]
    return bool(named) and (len(named) < len(rest) or not words.given.isdisjoint(rest[:-1]))


def _behind_titles(
    doc: Doc,
    i: int,
    j: int,
    words: _CuttingWords,
) -> int:
    """The token behind the last title of a run, ``i`` if it has none."""
    lowers = doc.lowers
    behind = i
    for k in range(i, j):
        if lowers[k].rstrip(".") not in words.titles:
            continue
        if behind > i and lowers[k] in words.given:
            continue
        if i < k == j - 1 and (lowers[k - 1] in words.given or doc.words[k - 1][-1] == "."):
            # "Ann King", "Bo T. Major": a surname that is a title, too.
            continue
        behind = k + 1
        if behind < j and doc.words[behind] == ".":
            behind += 1
        elif behind + 3 < j and doc.words[behind] == "of":
            # "Secretary of State Ann Lee", "Speaker of the House Ann Lee"
            behind += 2 + (lowers[behind + 1] in words.articles)
            behind = _behind_fields(doc, behind, j, words)
            behind = _behind_field(doc, behind, j, words)
        elif behind + 2 < j and lowers[behind + 1] in words.fields:
            behind = _behind_field(doc, behind, j, words)
    if behind > i:
        return behind
    if j - i >= _MIN_TOKENS_WITH_ROLE and lowers[i] in words.roles:
        return i + 1
    return _given_name_inside(doc, i, j, words)


def _given_name_inside(
    doc: Doc,
    i: int,
    j: int,
    words: _CuttingWords,
) -> int:
    """Where a full name begins behind a role that is no title, ``i`` if there is none.

    So in "Senate Minority Whip Ann Lee": the word before is a role, or an "of" stands before it.
    """
    lowers = doc.lowers
    if (
        j - i < _MIN_TOKENS_WITH_ROLE
        or lowers[i] in words.given
        or lowers[j - 1] in words.org_words
    ):
        return i
    for k in range(max(i + 1, j - _MAX_PERSON_WORDS), j - 1):
        if lowers[k] in words.given and lowers[k - 1] not in words.given:
            office = lowers[k - 1].partition("-")[0]
            role = lowers[k - 1] in words.roles or office in words.roles
            linked = k - i > 1 and not _LINKS.isdisjoint(lowers[i : k - 1])
            return k if role or (linked and lowers[k - 1] not in _LINKS) else i
    k = j - _WORDS_OF_NAME
    if k - i < _WORDS_OF_NAME or lowers[k - 1] not in words.roles or lowers[k] in words.common:
        return i
    # "Norvale City Public Advocate Ruxi Lee": a first name that no list has
    return k if lowers[j - 1] in words.surnames else i


def _behind_field(
    doc: Doc,
    k: int,
    j: int,
    words: _CuttingWords,
) -> int:
    """The token behind what an office is for: "Secretary of State for Home Affairs"."""
    lowers = doc.lowers
    if k >= j or lowers[k] not in {"for", "of"} or lowers[k + 1] not in words.fields:
        return k
    return _behind_fields(doc, k + 1, j, words)


def _behind_fields(
    doc: Doc,
    k: int,
    j: int,
    words: _CuttingWords,
) -> int:
    """The token behind fields and what joins them; one token is left for the name."""
    lowers = doc.lowers
    while k + 1 < j and (lowers[k] in words.fields or lowers[k] == "and"):
        k += 1
    return k


def _is_organisation(
    doc: Doc,
    i: int,
    bare: int,
    j: int,
    words: _CuttingWords,
) -> bool:
    """Whether a run has the words of a body's name and is no person's behind a title."""
    lowers = doc.lowers
    last = lowers[j - 1]
    if bare == i + 1 < j - 1 and lowers[bare] in words.org_words:
        # "Major League Norvale", and no "Judge Parish Lee"
        return last not in words.surnames and lowers[bare] not in words.given
    if last not in words.org_words and _LINKS.isdisjoint(lowers[i:j]):
        return False
    if last in words.org_words or not i < bare < j:
        return True
    return not _LINKS.isdisjoint(lowers[bare:j])


def _kind_by_length(
    doc: Doc,
    i: int,
    j: int,
) -> SpeakerKind | None:
    """What a run without a title looks like by its length."""
    particles = doc.pack.words("name_particles")
    words = [word for word in doc.words[i:j] if word not in {".", ","} and word not in particles]
    length = len(words)
    if length != 1:
        return PERSON if length <= _MAX_PERSON_WORDS else ORGANIZATION
    return ORGANIZATION if _is_acronym(doc.words[i]) else None


def _is_acronym(word: str) -> bool:
    """Whether a word of several letters is in capitals, with stops or without."""
    return len(word) > 1 and word.replace(".", "").isupper()
