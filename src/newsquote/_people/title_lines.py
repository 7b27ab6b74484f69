"""Lines in which every word has a capital -> the known names in them.

In: a text, and the names of its other lines. Out: which lines are headlines and the like, and the names there that the body has, too. Why:
in title case a capital does not make a name, so such a line is read only by what is known from the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._people import forms

if TYPE_CHECKING:
    from newsquote._people.clusters import Cluster
    from newsquote._people.identities import Register
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


def titled(doc: Doc) -> frozenset[int]:
    """The paragraphs that are lines in title case or in capitals."""
    return frozenset(number for number in range(len(doc.paragraphs)) if _is_title_case(doc, number))


def _is_title_case(doc: Doc, number: int) -> bool:
    """Whether a paragraph is a line in title case or in capitals, so that a capital does not make a name."""
    i, j = doc.paragraph_tokens[number]
    small = doc.pack.words("function_words")
    words = [doc.words[k] for k in range(i, min(j, i + _LONGEST_LINE)) if doc.words[k][0].isalpha() and doc.lowers[k] not in small]
    if len(words) < _FEWEST or j - i > _LONGEST_LINE or len(doc.paragraphs) == 1:
        return False
    share = sum(word[0].isupper() for word in words) / len(words)
    if share == 1 and len(words) >= _MANY:
        return True
    if number and (doc.words[j - 1] in _LINE_ENDS or any(doc.words[k] in {",", ":"} for k in range(i, j))):
        return False
    return share > _TITLE_CASE_SHARE


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
    for length in range(min(_LONGEST_NAME, j - k), 0, -1):
        form = tuple(register.doc.words[k : k + length])
        if not all(word[0].isalnum() for word in form) or not form[0][0].isupper():
            continue
        found = register.by_text.get(register.key(form))
        if found is None and (length > 1 or len(form[0]) > 1):
            found = _person(register, form)
        if found is not None:
            return length, found
    return 0, None


def _person(register: Register, form: tuple[str, ...]) -> Cluster | None:
    """The person who has a name with these words, of several the one who is named most."""
    pack = register.doc.pack
    own = forms.core(form, pack)
    named = [
        one
        for one in register.by_word.get(own[-1], [])[-_MOST:]
        if len(own) <= len(forms.core(one.fullest, pack)) and register.fits(one, form) and forms.rank(one.fullest, own[-1], pack) > 0
    ]
    return max(named, key=lambda one: (one.full, len(one.mentions)), default=None)
