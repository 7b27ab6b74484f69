"""Runs -> runs that are one name, joined.

In: the runs of a text. Out: the same, with an "and" inside the names of bodies, and with the long
form that an acronym in brackets spells. Why: "Hill and Valley Coalition" is one body and "Nora
Vance and the Wexmouth Council" two; what stands around them tells.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from newsquote._names.runs.field_lists import join_field_lists
from newsquote._text.ranges import Tokens
from newsquote._text.signs import POSSESSIVES

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

    from newsquote._text.doc import Doc

__all__ = ["join_runs"]

_MAX_HEAD_TOKENS = 2
"""How many words may stand before the "and" inside an organisation's name."""
_MAX_HEAD_WITH_FIELD = 4
"""How many may where a field ends them: "Norvale National Engineering and Tides Laboratory"."""
_WORK = "ing"
_MAX_ACRONYM_LETTERS = 8
_MIN_ACRONYM_LETTERS = 2
_MAX_ACRONYM_TOKENS = 3
"""The tokens of "PG&E"."""
_MAX_FIELD_TOKENS = 3
"""How many tokens of a run are looked at for a title behind a field."""
_FIELD_LINKS = frozenset(("against", "of", "for", "on"))
"""What stands before the field of a body: "Ministry of Tides"."""
_TOKENS_A_LETTER = 3
"""How many tokens of a long form are looked at for each letter an acronym may have."""


def join_runs(doc: Doc, runs: list[Tokens]) -> list[Tokens]:
    """The runs of a text, those joined that are one name."""
    runs = join_field_lists(doc, runs)
    if _has_and_between(doc, runs):
        runs = _with_joined_organisations(doc, runs)
        runs = _with_joined_fields(doc, runs)
        runs = _with_joined_offices(doc, runs)
    return _with_long_forms(doc, runs)


def _has_and_between(doc: Doc, runs: list[Tokens]) -> bool:
    """Whether nothing but an "and" stands between some run and the next."""
    behind = -1
    for i, j in runs:
        if i == behind + 1 and i and doc.lowers[behind] == "and":
            return True
        behind = j
    return False


def _joined_where(
    doc: Doc,
    runs: Sequence[Tokens],
    is_one_name: Callable[[Tokens, Tokens], bool],
) -> list[Tokens]:
    """Runs, those with an "and" between joined where a test says that both are one name."""
    found: list[Tokens] = []
    behind = -1
    for run in runs:
        i, j = run
        after_and = i == behind + 1 and i > 0 and doc.lowers[behind] == "and"
        if after_and and is_one_name(found[-1], run):
            found[-1] = Tokens(found[-1].i, j)
        else:
            found.append(run)
        behind = j
    return found


def _with_joined_organisations(doc: Doc, runs: list[Tokens]) -> list[Tokens]:
    """Runs that end with an organisation's word, joined with the word before an "and".

    "Hill and Valley Coalition" is one. Not joined are acronyms, places, names behind a title,
    and what stands as a name of its own elsewhere.
    """
    pack = doc.pack
    org_words, titles = pack.words("org_words"), pack.words("titles")
    places, articles = pack.words("governments"), pack.closed("articles")
    single = [i for i, j in runs if j - i == 1]
    short = [run for run in runs if run.j - run.i <= _MAX_ACRONYM_TOKENS]
    capitals = [doc.slice(i, j) for i, j in short if doc.words[i].isupper()]
    acronyms = {_letters(word) for word in capitals if _is_acronym(word)}
    suffixes, fields = pack.closed("company_suffixes"), pack.words("portfolios")
    alone = {doc.words[i] for i in single if doc.lowers[i + 1 : i + 2] != ["and"]}

    def has_body_inside(run: Tokens) -> bool:
        """Whether a body's word and more stand before an "of": "Fog Board of Norvale"."""
        words = doc.lowers[run.i + 1 : run.j]
        return any(link in _FIELD_LINKS and word in org_words for word, link in pairwise(words))

    def is_one_name(left: Tokens, right: Tokens) -> bool:
        end = right.j - (doc.lowers[right.j - 1] in suffixes)
        if acronyms and _spells_one(doc, left, end, acronyms):
            return True
        if right.j - right.i == 1:
            return False
        if doc.lowers[right.j - 1] not in org_words and not has_body_inside(right):
            return False
        length = left.j - left.i
        if length > _most_words_before(doc.lowers[left.j - 1], fields) or left.i == 0:
            return False
        if doc.lowers[left.i - 1] not in articles:
            return False
        last, lower = doc.words[left.j - 1], doc.lowers[left.j - 1]
        if last.isupper() or last in places or lower in titles:
            return False
        if lower in org_words and length > 1:
            return False
        return last not in alone and doc.lowers[right.i] not in titles

    return _joined_where(doc, runs, is_one_name)


def _most_words_before(word: str, fields: Container[str]) -> int:
    """How many words may stand before an "and" in a body's name, of which one is the last."""
    is_field = word in fields or word.endswith(_WORK)
    return _MAX_HEAD_WITH_FIELD if is_field else _MAX_HEAD_TOKENS


def _spells_one(
    doc: Doc,
    run: Tokens,
    end: int,
    acronyms: Container[str],
) -> bool:
    """Whether a name's initials are an acronym of the text, with a country in front or without."""
    places = doc.pack.words("governments")
    behind = range(run.i + 1, min(run.i + _MAX_HEAD_TOKENS + 1, run.j))
    starts = [run.i, *(i for i in behind if doc.slice(run.i, i) in places)]
    return any(_initials(doc, i, end) in acronyms for i in starts)


def _is_acronym(word: str) -> bool:
    """Whether a word is in capitals with more than two letters, as "PG&E" is."""
    return len(word) > _MIN_ACRONYM_LETTERS and word.isupper()


def _letters(word: str) -> str:
    return "".join([c for c in word if c.isalpha()])


def _initials(
    doc: Doc,
    i: int,
    j: int,
) -> str:
    """The first letters of the words with a capital."""
    return "".join([word[0] for word in doc.words[i:j] if word[0].isupper()])


def _with_joined_offices(doc: Doc, runs: list[Tokens]) -> list[Tokens]:
    """Runs with a title behind two fields: "Transport and Bridges Minister Ann Lee"."""
    titles, fields = doc.pack.words("titles"), doc.pack.closed("portfolios")

    def is_one_name(left: Tokens, right: Tokens) -> bool:
        behind = doc.lowers[right.i + 1 : right.i + _MAX_FIELD_TOKENS]
        return doc.lowers[left.j - 1] in fields and not titles.isdisjoint(behind)

    return _joined_where(doc, runs, is_one_name)


def _with_joined_fields(doc: Doc, runs: list[Tokens]) -> list[Tokens]:
    """Runs with a second field behind an "and": "Ministry of Tides and Fisheries"."""
    pack = doc.pack
    org_words, governments = pack.words("org_words"), pack.words("governments")
    given, titles = pack.words("given_names"), pack.words("titles")
    fields = pack.words("portfolios")
    unjoined = [run for run in runs if doc.lowers[run.i - 1] != "and"]
    alone = {doc.slice(i, j) for i, j in unjoined}

    def is_one_name(left: Tokens, right: Tokens) -> bool:
        words = doc.lowers[left.i : left.j]
        heads = [head for head, link in pairwise(words) if link in _FIELD_LINKS]
        if words[0] in _FIELD_LINKS or not heads or heads[0] not in org_words:
            return False
        if all(word in fields for word in doc.lowers[right.i : right.j]):
            # "Department of Health and Human Services"
            return True
        first = doc.lowers[right.i]
        if doc.lowers[right.j - 1] in org_words or first in given or first in titles:
            return False
        second = doc.slice(right.i, right.j)
        return not second.isupper() and second not in alone and second not in governments

    return _joined_where(doc, runs, is_one_name)


def _with_long_forms(doc: Doc, runs: list[Tokens]) -> list[Tokens]:
    """Runs with what an acronym in brackets behind them spells: "Keepers of Our Coast (KOOC)"."""
    merged: list[Tokens] = []
    for run in runs:
        i, j = run
        bracketed = j - i == 1 and _is_in_brackets(doc, i)
        start = _long_form_start(doc, i) if bracketed else None
        if start is not None:
            while merged and merged[-1].i >= start:
                merged.pop()
            if not merged or merged[-1].j <= start:
                merged.append(Tokens(start, i - 1))
        merged.append(run)
    return merged


def _is_in_brackets(doc: Doc, i: int) -> bool:
    """Whether a token stands alone in brackets, with something before them."""
    words = doc.words
    return i > 1 and words[i - 1] == "(" and words[i + 1 : i + 2] == [")"]


def _long_form_start(doc: Doc, k: int) -> int | None:
    """Where the words begin whose initials an acronym in brackets has.

    Small words are counted or not, as the letters ask for.
    """
    letters = [c for c in doc.lowers[k] if c.isalpha()]
    if not 1 < len(letters) <= _MAX_ACRONYM_LETTERS:
        return None
    if not doc.words[k].replace(".", "").isupper():
        return None
    pack = doc.pack
    small = pack.words("prepositions") | pack.closed("joiners") | pack.closed("articles") | {","}
    n = k - 2
    if doc.lowers[n] in pack.closed("company_suffixes") and doc.lowers[n][0] != letters[-1]:
        n -= 1
    while letters and n >= 0 and k - n < _TOKENS_A_LETTER * _MAX_ACRONYM_LETTERS:
        word = doc.lowers[n]
        if word[0] == letters[-1]:
            letters.pop()
        elif word not in small and word not in POSSESSIVES:
            return None
        n -= 1
    start = n + 1
    return start if not letters and doc.words[start][0].isupper() else None
