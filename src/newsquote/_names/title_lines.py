"""Lines in which every word has a capital -> the known names in them.

In: a text, and the names of its other lines. Out: which lines are headlines and the like, and the names there that the body has, too. Why:
in title case a capital does not make a name, so such a line is read only by what is known from the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._names import forms

if TYPE_CHECKING:
    from newsquote._names.clusters import Cluster
    from newsquote._names.identities import Register
    from newsquote._text.doc import Doc

__all__ = ["read", "titled"]

_MOST = 40
"""How many namesakes are looked at, the latest."""
_LONGEST_NAME = 5
_TITLE_CASE_SHARE = 0.75
_FEWEST = 3
"""A line of fewer words tells nothing."""
_MANY = 6
"""A line of more words that all have a capital is no sentence."""
_LONGEST_LINE = 40
_LINE_ENDS = frozenset((".", "”", '"'))
"""A headline does not end so."""
_PAUSES = frozenset((",", ":"))
"""A headline below the first has none of these, unless all its words have capitals."""


def titled(doc: Doc) -> frozenset[int]:
    """The paragraphs that are lines in title case or in capitals."""
    if len(doc.paragraphs) == 1:
        return frozenset()
    return frozenset(
        [
            number
            for number, (i, j) in enumerate(doc.paragraph_tokens)
            if j - i <= _LONGEST_LINE and _is_title_case(doc, number)
        ]
    )


def _is_title_case(doc: Doc, number: int) -> bool:
    """Whether a line is in title case or in capitals, so that a capital does not make a name."""
    i, j = doc.paragraph_tokens[number]
    small = doc.pack.words("function_words")
    sentence = (
        number
        and j > i
        and (doc.words[j - 1] in _LINE_ENDS or not _PAUSES.isdisjoint(doc.words[i:j]))
    )
    capitals = others = 0
    for word, lower in zip(doc.words[i:j], doc.lowers[i:j], strict=True):
        if lower in small or not word[0].isalpha():
            continue
        if word[0].isupper():
            capitals += 1
        elif sentence:
            return False
        else:
            others += 1
    if capitals + others < _FEWEST:
        return False
    if not others and capitals >= _MANY:
        return True
    return not sentence and capitals / (capitals + others) > _TITLE_CASE_SHARE


def read(register: Register) -> None:
    """Note the known names in the lines where every word has a capital."""
    doc = register.doc
    for number in sorted(register.titled):
        i, j = doc.paragraph_tokens[number]
        k = i
        while k < j:
            length, cluster = _known_at(register, k, j)
            if cluster is None:
                k += 1
                continue
            cluster.add((doc.starts[k], doc.ends[k + length - 1]))
            register.of_name[k] = cluster
            k += length


def _known_at(register: Register, k: int, j: int) -> tuple[int, Cluster | None]:
    """The longest known name at a token: (tokens, cluster)."""
    words = register.doc.words[k : min(j, k + _LONGEST_NAME)]
    if not words[0][0].isupper():
        return 0, None
    longest = next((n for n, word in enumerate(words) if not word[0].isalnum()), len(words))
    for length in range(longest, 0, -1):
        form = tuple(words[:length])
        found = register.by_text.get(register.key(form))
        if found is None and (length > 1 or len(form[0]) > 1):
            found = _person(register, form)
        if found is not None:
            return length, found
    return 0, None


def _person(register: Register, form: tuple[str, ...]) -> Cluster | None:
    """The person who has a name with these words, of several the one who is named most."""
    pack = register.doc.pack
    own = register.core(form)
    named = [
        one
        for one in register.by_word.get(own[-1], [])[-_MOST:]
        if len(own) <= len(register.core(one.fullest))
        and register.fits(one, form)
        and forms.rank(one.fullest, own[-1], pack) > 0
    ]
    return max(named, key=lambda one: (one.full, len(one.mentions)), default=None)
