"""Runs -> runs whose names list several fields, joined.

In: the runs of a text. Out: the same, with "Institute of Tides, Fog Control and Research", "Senate
Health, Education and Labor Committee" and "University of Texas, Austin" each one run. Why: commas
part names almost everywhere, but not between the fields of one body; what heads the list or ends
it tells.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import attrs

from newsquote._text.ranges import Tokens
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["join_field_lists"]

_MAX_FIELDS = 6
_MAX_FIELD_WORDS = 3
_HEAD_LINKS = frozenset(("of", "for", "on"))
_JOINERS = frozenset(("and", "&"))
_AMPERSAND = "&"
_COMMA = ","
_PARTING = _JOINERS | {_COMMA}
_UNIVERSITY_OF = ["university", "of"]


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _ListWords:
    org_words: frozenset[str]
    offices: frozenset[str]
    """What heads a list of fields: words of bodies and titles."""
    given: frozenset[str]
    surnames: frozenset[str]
    """Surnames that are no common words."""
    titles: frozenset[str]
    places: frozenset[str]
    """Names of countries and the like, as they are printed."""
    cities: frozenset[str]
    fields: frozenset[str]
    articles: frozenset[str]


@kept_by_pack
def _list_words(pack: LanguagePack) -> _ListWords:
    org_words, titles = pack.words("org_words"), pack.words("titles")
    surnames = pack.table("surnames")
    return _ListWords(
        org_words=org_words,
        offices=org_words | titles,
        given=pack.words("given_names"),
        surnames=frozenset([name for name, word in surnames.items() if not word]),
        titles=titles,
        places=pack.words("governments") | pack.words("regions"),
        cities=pack.words("cities") | pack.words("places"),
        fields=pack.closed("portfolios"),
        articles=pack.closed("articles"),
    )


def join_field_lists(doc: Doc, runs: list[Tokens]) -> list[Tokens]:
    """The runs of a text, those joined that are one body with a list of fields."""
    words, lowers = _list_words(doc.pack), doc.lowers
    joined: list[Tokens] = []
    n = 0
    while n < len(runs):
        run, last = runs[n], n
        if n + 1 < len(runs) and runs[n + 1][0] == run[1] + 1 and lowers[run[1]] in _PARTING:
            last = _last_of_list(doc, runs, n, words)
        joined.append(run if last == n else Tokens(run.i, runs[last].j))
        n = last + 1
    return joined


def _last_of_list(
    doc: Doc,
    runs: Sequence[Tokens],
    n: int,
    words: _ListWords,
) -> int:
    """The number of the last run that belongs to the body that begins with one; itself if none."""
    head = doc.lowers[runs[n].i : runs[n].j]
    if _is_state_university(doc, runs[n], runs[n + 1], words):
        return n + 1
    last = _end_of_list(doc, runs, n)
    if last is None:
        return n
    fields = runs[n + 1 : last + 1]
    if _heads_fields(head, words):
        office = next(word for word in head if word in words.offices)
        commas = last - n > 1 or _AMPERSAND in doc.words[fields[0].i : fields[0].j]
        if office in words.titles and office not in words.org_words:
            return last if doc.lowers[runs[last].i] in words.fields else n
        return last if commas and all(_is_field(doc, run, words) for run in fields) else n
    article = runs[n].i > 0 and doc.lowers[runs[n].i - 1] in words.articles
    return last if article and _ends_as_body(doc, runs[n], fields, words) else n


def _end_of_list(
    doc: Doc,
    runs: Sequence[Tokens],
    n: int,
) -> int | None:
    """The number of the run behind the "and" that ends a list with commas, None without one.

    An "&" stands inside the last run.
    """
    for k, (left, right) in enumerate(pairwise(runs[n : n + _MAX_FIELDS]), n + 1):
        between = doc.lowers[left.j : right.i]
        if between and between[-1] in _JOINERS and len(between) <= 1 + (between[0] == _COMMA):
            return k
        if between != [_COMMA]:
            return None
        if _AMPERSAND in doc.words[right.i + 1 : right.j - 1]:
            # "Center for Tides, Fog & Rain"
            return k
    return None


def _heads_fields(head: Sequence[str], words: _ListWords) -> bool:
    """Whether a run names a body or an office and its first field: "Institute of Tides"."""
    heads = [one for one, link in pairwise(head) if link in _HEAD_LINKS]
    return bool(heads) and heads[0] in words.offices and head[-1] not in _HEAD_LINKS


def _is_field(
    doc: Doc,
    run: Tokens,
    words: _ListWords,
) -> bool:
    """Whether a run can be one field of a body: no person, no place, no other body."""
    first, last = doc.lowers[run.i], doc.lowers[run.j - 1]
    if last in words.fields:
        return True
    if run.j - run.i > _MAX_FIELD_WORDS or last in words.org_words:
        return False
    if first in words.given or first in words.titles or last in words.surnames:
        return False
    printed = doc.slice(run.i, run.j)
    return not printed.isupper() and printed not in words.places and first not in words.cities


def _ends_as_body(
    doc: Doc,
    head: Tokens,
    fields: Sequence[Tokens],
    words: _ListWords,
) -> bool:
    """Whether fields with commas between end with the word of the body that they are of."""
    final = fields[-1]
    if len(fields) == 1 or final.j - final.i == 1 or doc.lowers[final.j - 1] not in words.org_words:
        return False
    if doc.lowers[final.i] in words.given or doc.lowers[final.i] in words.surnames:
        return False
    if doc.lowers[head.j - 1] in words.org_words or doc.words[final.i] in words.places:
        return False
    return all(run.j - run.i == 1 and _is_field(doc, run, words) for run in fields[:-1])


def _is_state_university(
    doc: Doc,
    head: Tokens,
    town: Tokens,
    words: _ListWords,
) -> bool:
    """Whether a town names one of several universities: "University of Texas, Austin"."""
    if doc.words[head.j : town.i] != [_COMMA] or doc.lowers[head.i : head.i + 2] != _UNIVERSITY_OF:
        return False
    state = doc.slice(head.i + 2, head.j)
    return state in words.places and doc.slice(town.i, town.j).lower() in words.cities
