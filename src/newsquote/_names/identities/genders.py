"""The pronouns behind a name -> a clue to its gender.

In: the names of a text with their clusters. Out: persons with one more clue. Why: in "Lee said
that he" no other person comes between, so "he" is likely Lee. Where a title tells, no such clue is
needed.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from newsquote._names import lexicon
from newsquote._names.identities.clusters import PRONOUN_CLUE, ROLE_CLUE
from newsquote._names.records import PERSON

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsquote._names.identities.clusters import Cluster
    from newsquote._names.identities.index import NameIndex
    from newsquote._names.spotted import Name, Names
    from newsquote._text.doc import Doc

__all__ = ["add_pronoun_clues"]

_MAX_TOKENS = 40
"""How far behind a name its pronoun may stand."""
_MAX_NAMES = 40
"""How many names before one are looked at, the nearest."""


def add_pronoun_clues(
    doc: Doc,
    names: Names,
    index: NameIndex,
    gendered: Sequence[int],
) -> None:
    """Note the pronouns in the sentences of names.

    :param gendered: the tokens that are pronouns for a man or a woman.
    """
    if not gendered:
        return
    meanings = lexicon.for_pack(doc.pack).pronouns
    cluster_at = index.of_name.get
    for name in names.all:
        person = cluster_at(name.i)
        if person is None or person.kind != PERSON or _is_firm(person):
            continue
        k = _next_pronoun(gendered, name.j)
        if k is None or k >= _reach(doc, name):
            continue
        behind = names.between(name.j, k + 1)
        if _has_other_person(behind, person, index):
            continue
        first = doc.sentences[doc.token_sentences[name.i]][0]
        if not _has_other_person(names.between(first, name.i, _MAX_NAMES), person, index):
            person.add_gender(meanings[doc.lowers[k]], PRONOUN_CLUE)


def _is_firm(person: Cluster) -> bool:
    """Whether a title or several clues tell the gender."""
    genders = person.genders
    return bool(genders) and max(genders.values()) > ROLE_CLUE


def _reach(doc: Doc, name: Name) -> int:
    """Where the pronoun of a name stands at the latest: in its sentence, or opening the next."""
    sentence = doc.token_sentences[name.i]
    end = doc.sentences[sentence][1]
    if sentence + 1 < len(doc.sentences):
        following = doc.sentences[sentence + 1][0]
        if doc.lowers[following] in {"he", "she"}:
            end = following + 1
    return min(end, name.j + _MAX_TOKENS)


def _next_pronoun(gendered: Sequence[int], j: int) -> int | None:
    """The first pronoun for a man or a woman near behind a name that ends at ``j``."""
    n = bisect_left(gendered, j)
    return gendered[n] if n < len(gendered) and gendered[n] < j + _MAX_TOKENS else None


def _has_other_person(
    names: Iterable[Name],
    person: Cluster,
    index: NameIndex,
) -> bool:
    """Whether some of the names are another person's."""
    for name in names:
        other = index.of_name.get(name.i)
        if other is not None and other is not person and other.kind == PERSON:
            return True
    return False
