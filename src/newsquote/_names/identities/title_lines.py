"""Lines in which every word has a capital -> the known names in them.

In: a text, and the names of its other lines. Out: which lines are headlines and the like, and the
names there that the body has, too. Why: in title case a capital does not make a name, so such a
line is read only by what is known from the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._names.identities import forms
from newsquote._names.identities.clusters import Cluster
from newsquote._names.records import PERSON
from newsquote._text.ranges import Chars

if TYPE_CHECKING:
    from newsquote._names.identities.index import NameIndex
    from newsquote._names.identities.name_forms import NameForms
    from newsquote._text.doc import Doc

__all__ = ["add_known_names", "person_of_line", "titled_paragraphs"]

_MAX_NAME_WORDS = 5
_MAX_PERSON_WORDS = 4
_TITLE_CASE_SHARE = 0.75
"""The share of words with a capital above which a line is in title case."""
_MIN_WORDS = 3
"""A line of fewer words tells nothing."""
_NO_SENTENCE_WORDS = 6
"""A line of so many words that all have a capital is no sentence."""
_MAX_LINE_TOKENS = 40
_LINE_ENDS = frozenset((".", "”", '"'))
"""A headline does not end so."""
_PAUSES = frozenset((",", ":"))
"""A headline below the first has none of these, unless all its words have capitals."""


def titled_paragraphs(doc: Doc) -> frozenset[int]:
    """The paragraphs that are lines in title case or in capitals."""
    if len(doc.paragraphs) == 1:
        return frozenset()
    titled = []
    for number, (i, j) in enumerate(doc.paragraph_tokens):
        if j - i <= _MAX_LINE_TOKENS and _is_title_case(doc, number):
            titled.append(number)
    return frozenset(titled)


def _is_title_case(doc: Doc, number: int) -> bool:
    """Whether a line is in title case or in capitals, so that a capital does not make a name."""
    i, j = doc.paragraph_tokens[number]
    small = doc.pack.words("function_words")
    looks_like_sentence = number > 0 and _looks_like_sentence(doc, i, j)
    capitals = others = 0
    for word, lower in zip(doc.words[i:j], doc.lowers[i:j], strict=True):
        if lower in small or not word[0].isalpha():
            continue
        if word[0].isupper():
            capitals += 1
        elif looks_like_sentence:
            return False
        else:
            others += 1
    if capitals + others < _MIN_WORDS:
        return False
    if not others and capitals >= _NO_SENTENCE_WORDS:
        return True
    return not looks_like_sentence and capitals / (capitals + others) > _TITLE_CASE_SHARE


def _looks_like_sentence(
    doc: Doc,
    i: int,
    j: int,
) -> bool:
    """Whether a line has a pause, or ends as sentences do."""
    if j == i:
        return False
    words = doc.words[i:j]
    return words[-1] in _LINE_ENDS or not _PAUSES.isdisjoint(words)


def add_known_names(
    doc: Doc,
    titled: frozenset[int],
    index: NameIndex,
    name_forms: NameForms,
) -> None:
    """Note the known names in the lines where every word has a capital."""
    for number in sorted(titled):
        k, j = doc.paragraph_tokens[number]
        while k < j:
            words = _words_of_name(doc, k, j)
            length, cluster = _longest_known(words, index, name_forms)
            if cluster is None:
                k += 1
                continue
            first = k - (length == 1 and _is_given_name_before(doc, k, cluster, index))
            if first < k:
                form = (doc.words[first], doc.words[k])
                cluster.add_form(form, Chars(doc.starts[first], doc.ends[k]))
            cluster.add_mention(Chars(doc.starts[first], doc.ends[k + length - 1]))
            index.of_name[first] = cluster
            k += length


def _is_given_name_before(
    doc: Doc,
    k: int,
    cluster: Cluster,
    index: NameIndex,
) -> bool:
    """Whether a line has the given name of somebody of whom the text has only the surname."""
    if cluster.kind != PERSON or len(cluster.fullest) > 1 or not k or k - 1 in index.of_name:
        return False
    return doc.lowers[k - 1] in doc.pack.words("given_names")


def _words_of_name(
    doc: Doc,
    k: int,
    j: int,
) -> tuple[str, ...]:
    """The words at a token that may be a name, up to the first sign; none without a capital."""
    words = doc.words[k : min(j, k + _MAX_NAME_WORDS)]
    if not words[0][0].isupper():
        return ()
    for n, word in enumerate(words):
        if not word[0].isalnum():
            return tuple(words[:n])
    return tuple(words)


def _longest_known(
    words: tuple[str, ...],
    index: NameIndex,
    name_forms: NameForms,
) -> tuple[int, Cluster | None]:
    """The longest known name with which some words begin: (words, cluster)."""
    for length in range(len(words), 0, -1):
        form = words[:length]
        found = index.by_key.get(name_forms.key(form))
        if found is None and (length > 1 or len(form[0]) > 1):
            found = _person_named(form, index, name_forms)
        if found is not None:
            return length, found
    return 0, None


def _person_named(
    form: tuple[str, ...],
    index: NameIndex,
    name_forms: NameForms,
) -> Cluster | None:
    """The person who has a name with these words, of several the one who is named most."""
    core = name_forms.core(form)
    fitting = []
    for person in index.with_word(core[-1]):
        if len(core) > len(name_forms.core(person.fullest)):
            continue
        if not name_forms.fits(person, form):
            continue
        if name_forms.rank(person, core[-1]) > forms.NO_PART:
            fitting.append(person)
    return max(fitting, key=lambda one: (one.full_names, len(one.mentions)), default=None)


def person_of_line(
    doc: Doc,
    i: int,
    j: int,
    index: NameIndex,
    name_forms: NameForms,
) -> Cluster | None:
    """The person with a full name in a line of capitals, whom nothing below names."""
    form = tuple([word for word in doc.words[i:j] if word[0].isalnum()])
    if not 1 < len(form) <= _MAX_PERSON_WORDS:
        return None
    if form[0].lower() not in doc.pack.words("given_names"):
        return None
    key = name_forms.key(form)
    if key not in index.by_key:
        cluster = index.by_key[key] = Cluster(kind=PERSON, named=True)
        cluster.add_form(form, Chars(doc.starts[i], doc.ends[j - 1]))
    return index.by_key[key]
