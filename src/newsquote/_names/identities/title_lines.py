"""Lines in which every word has a capital -> the known names in them.

In: a text, and the names of its other lines. Out: which lines are headlines and the like, and the
names there that the body has, too. Why: in title case a capital does not make a name, so such a
line is read only by what is known from the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._names import lexicon
from newsquote._names.identities import forms
from newsquote._names.identities.clusters import Cluster
from newsquote._names.records import PERSON
from newsquote._text.ranges import Chars
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from newsquote._names.identities.index import NameIndex
    from newsquote._names.identities.name_forms import NameForms
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

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
            first, last = k, k + length
            if length == 1 and cluster.kind == PERSON and len(cluster.fullest) == 1:
                first, last = _full_name(doc, k, j, index)
            if last - first > length:
                form = (doc.words[first], doc.words[last - 1])
                cluster.add_form(form, Chars(doc.starts[first], doc.ends[last - 1]))
            cluster.add_mention(Chars(doc.starts[first], doc.ends[last - 1]))
            index.of_name[first] = cluster
            k = last


def _full_name(
    doc: Doc,
    k: int,
    end: int,
    index: NameIndex,
) -> tuple[int, int]:
    """The tokens of the full name, in a line, of somebody of whom the text has only one name.

    A given name stands before a surname, or a surname that is no common word behind a given name.
    """
    pack, lowers = doc.pack, doc.lowers
    given, surnames = pack.words("given_names"), pack.table("surnames")
    before = lowers[k - 1] if k and k - 1 not in index.of_name else ""
    if before in given or _is_unknown_name(doc, k - 1, before):
        return k - 1, k + 1
    if lowers[k] in given and k + 1 < end and surnames.get(lowers[k + 1]) == "":
        return k, k + 2
    return k, k + 1


def _is_unknown_name(doc: Doc, k: int, lower: str) -> bool:
    """Whether a word in a line of capitals can only be a name: no list has it as anything else."""
    word = doc.words[k]
    if not lower.isalpha() or not word[0].isupper() or not word[1:].islower():
        return False
    return lower not in _known_words(doc.pack)


@kept_by_pack
def _known_words(pack: LanguagePack) -> frozenset[str]:
    """Words that are no given names for sure: those of lists of other things."""
    places = {place.casefold() for place in pack.words("governments") | pack.words("regions")}
    return (
        pack.words("common_words")
        | pack.words("function_words")
        | pack.words("roles")
        | pack.words("titles")
        | pack.words("org_words")
        | pack.words("cities")
        | pack.words("group_words")
        | lexicon.for_pack(pack).speech
        | frozenset(pack.table("demonyms"))
        | places
    )


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
