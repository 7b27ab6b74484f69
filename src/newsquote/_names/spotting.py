"""Words -> names.

In: a ``Doc``. Out: every run of capitalised words that names somebody or something, with the title
in front set apart and a guess at what kind of name it is. Why: bylines, sources and identities all
ask whether words are a name, and typography answers better in news text than any list of names:
capitals inside a sentence, titles before, words like "Ministry" at the end.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from newsquote._names.cutting import names_in_run
from newsquote._names.records import ORGANIZATION, PERSON
from newsquote._names.roles.long_titles import with_long_titles
from newsquote._names.runs.finding import find_runs
from newsquote._names.spotted import Name, Names
from newsquote._text.signs import SIGNS

if TYPE_CHECKING:
    from newsquote._text.doc import Doc

__all__ = ["Name", "Names", "find_names"]

_MAX_CREDIT_TOKENS = 20
"""How far behind its label the bracket of a credit closes at most."""
_PARTIES = frozenset(("D-", "R-", "I-"))
_PARTY_LETTERS = 2
_OPENING_MARKS, _CLOSING_MARKS = frozenset("\"“‘'"), frozenset("\"”’'")
_PAUSES = frozenset(",.!?…")


def find_names(doc: Doc) -> Names:
    """The names of a text."""
    firsts = {i for i, _ in doc.sentences}
    times = doc.pack.words("time_words")
    names: list[Name] = []
    for i, j in find_runs(doc, firsts):
        if j - i > 1 or doc.lowers[i] not in times:
            names += names_in_run(doc, i, j)
    names = with_long_titles(doc, names)
    names = _without_labelled(doc, names)
    names = _with_employers(doc, names)
    names = _with_towns(doc, names)
    return Names(_with_doubts(doc, names, firsts))


def _without_labelled(doc: Doc, names: list[Name]) -> list[Name]:
    """The names but for a label in brackets and those behind it: "(Photo: Ann Lee/Coast News)".

    They are credited and do nothing else.
    """
    words = doc.words
    kept: list[Name] = []
    closing = 0
    for name in names:
        opened = name.i and words[name.i - 1] == "("
        if opened and words[name.j : name.j + 1] == [":"]:
            closing = _closing_bracket(doc, name.j, closing)
        if name.i >= closing:
            kept.append(name)
    return kept


def _closing_bracket(
    doc: Doc,
    k: int,
    otherwise: int,
) -> int:
    """The bracket that closes soon behind a token."""
    behind = range(k, min(len(doc.words), k + _MAX_CREDIT_TOKENS))
    return next((n for n in behind if doc.words[n] == ")"), otherwise)


def _with_employers(doc: Doc, names: list[Name]) -> list[Name]:
    """A name right before a role and another name is whom that person works for.

    So in "Corrow Rail spokeswoman Ann Lee".
    """
    roles, given = doc.pack.words("roles"), doc.pack.words("given_names")
    settled = names[:]
    for n, (name, following) in enumerate(pairwise(names)):
        if name.j >= following.i or doc.lowers[following.i - 1] not in roles:
            continue
        if name.kind != PERSON or name.has_title or doc.lowers[name.i] in given:
            continue
        if all(map(str.isalpha, doc.lowers[name.j : following.i])):
            settled[n] = Name(name.i, name.i, name.j, ORGANIZATION, place=name.place)
    return settled


def _with_towns(doc: Doc, names: list[Name]) -> list[Name]:
    """A name before a state between commas is a town, and "D-Ohio" is a place."""
    words, settled = doc.words, names[:]
    for n, (name, following) in enumerate(pairwise(names)):
        before_comma = name.j == following.i - 1 and words[name.j] == ","
        if before_comma and _is_town_before_state(doc, name, following):
            settled[n] = Name(name.i, name.bare, name.j, None, place=True)
    for n, name in enumerate(names):
        word = words[name.i]
        party = word[:_PARTY_LETTERS] in _PARTIES
        if party and name.j - name.i == 1 and len(word) > _PARTY_LETTERS:
            settled[n] = Name(name.i, name.bare, name.j, None, place=True)
    return settled


def _is_town_before_state(
    doc: Doc,
    name: Name,
    following: Name,
) -> bool:
    """Whether two names with a comma between are a town and its state: "of Norvale, Md.,"."""
    if name.has_title:
        return False
    end = following.j + (doc.words[following.j : following.j + 1] == ["."])
    if doc.slice(following.i, end) not in doc.pack.words("regions"):
        return False
    before = doc.lowers[name.i - 1] if name.i else ""
    ends = end >= len(doc.words) or doc.words[end] in SIGNS
    return ends and before in doc.pack.words("prepositions")


def _with_doubts(
    doc: Doc,
    names: list[Name],
    firsts: set[int],
) -> list[Name]:
    """One word at a sentence's or quotation's head is doubtful, but for given names and others'.

    One that is all that somebody says is none.
    """
    firm: set[str] = set()
    words = doc.words
    doubted: list[int] = []
    for n, name in enumerate(names):
        behind_mark = words[name.i - 1] in _OPENING_MARKS and _is_glued(doc, name.i)
        if not behind_mark and name.i not in firsts:
            firm.update(words[name.i : name.j])
        elif name.j - name.i == 1 and not name.place:
            doubted.append(n)
    given = doc.pack.words("given_names")
    settled = names[:]
    exclaimed: set[int] = set()
    for n in doubted:
        name = names[n]
        if words[name.i] not in firm and doc.lowers[name.i] not in given:
            settled[n] = Name(name.i, name.bare, name.j, name.kind, doubtful=True)
            if _is_all_that_is_said(doc, name):
                exclaimed.add(n)
    if exclaimed:
        return [name for n, name in enumerate(settled) if n not in exclaimed]
    return settled


def _is_glued(doc: Doc, i: int) -> bool:
    """Whether nothing stands between a token and the one before."""
    return i > 0 and doc.ends[i - 1] == doc.starts[i]


def _is_all_that_is_said(doc: Doc, name: Name) -> bool:
    """Whether a word stands alone in quotation marks: "“Gutted,” he said"."""
    if doc.words[name.i - 1] not in _OPENING_MARKS or not _is_glued(doc, name.i):
        return False
    behind = doc.words[name.j : name.j + 2]
    return len(behind) > 1 and behind[0] in _PAUSES and behind[1] in _CLOSING_MARKS
