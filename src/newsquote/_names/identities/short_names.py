"""Shorter and longer names of one somebody -> one.

In: identities by their names. Out: the same, with those made one whose shorter name is the end of
the other's, and with every name spelled out that the text spells out. Why: "the Tide Council" is
"the Norvale Tide Council" of the line before, and "the U.N." is spelled out in the name of one of
its bodies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._names import lexicon
from newsquote._names.identities.forms import folded
from newsquote._names.identities.shortened import join_shortened
from newsquote._names.identities.spellings import differ_in_one_letter
from newsquote._names.records import ORGANIZATION, PERSON
from newsquote.kinds import SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from newsquote._names.identities.clusters import Cluster
    from newsquote._names.identities.index import NameIndex
    from newsquote._names.identities.name_forms import NameForms
    from newsquote._text.doc import Doc

__all__ = ["join_forms"]

_MAX_WORDS = 6
"""How many words of a name are compared."""
_MAX_WORDS_LEFT_OUT = 3
_JOINED_KINDS = frozenset((ORGANIZATION, SpeakerKind.OTHER))
_SEVERAL = 2
"""Forms of several words from which one can be another with too many."""


def join_forms(
    doc: Doc,
    index: NameIndex,
    name_forms: NameForms,
) -> None:
    """Tie the names of one text together."""
    clusters = [*index.each()]
    _drop_overlong_forms(doc, clusters)
    for cluster in clusters:
        if len(cluster.forms) > 1:
            _settle_spelling(cluster)
    _spell_out(index)
    organisations = [
        cluster
        for cluster in index.by_key.values()
        if cluster.kind == ORGANIZATION and not cluster.place
    ]
    organisations.sort(key=lambda cluster: cluster.first)
    by_end = _by_end(organisations, name_forms)
    merged = _join_companies(doc, organisations, index, name_forms)
    for short in organisations:
        long = None if short in merged else _only_longer(short, by_end, name_forms, merged)
        if long is not None and _may_shorten(doc, short, long, name_forms):
            long.absorb(short)
            merged[short] = long
    left = [cluster for cluster in organisations if cluster not in merged]
    doubtful = [one for one in clusters if len(one.fullest) == 1 and one.is_doubtful_person]
    merged |= join_shortened(doc, left, doubtful, name_forms)
    index.replace(merged)


# ------------------------------------------------------------- forms with too many words


def _drop_overlong_forms(doc: Doc, clusters: Iterable[Cluster]) -> None:
    """Drop forms that only put other words around a full name.

    Where "Nora Vance" stands, too, "Harbour Nora Vance" is none, nor is "Nora Vance Urges".
    """
    given, particles = doc.pack.words("given_names"), doc.pack.closed("opening_particles")
    for cluster in clusters:
        if cluster.kind != PERSON or len(cluster.forms) < _SEVERAL:
            continue
        whole = [form for form in cluster.forms if len(form) > 1]
        if len(whole) < _SEVERAL:
            continue
        with_given = [
            form for form in whole if (one := form[0].lower()) in given and one not in particles
        ]
        for form in [*cluster.forms]:
            opened = form[0].lower() not in given and "." not in form[0]
            words_before = opened and _ends_with_another(form, with_given)
            if words_before or _is_name_and_verb(doc, form, whole):
                cluster.drop_form(form)


def _ends_with_another(form: tuple[str, ...], others: Sequence[tuple[str, ...]]) -> bool:
    """Whether a form is another with words before it."""
    shorter = [other for other in others if len(other) < len(form)]
    return any(form[-len(other) :] == other for other in shorter)


def _is_name_and_verb(
    doc: Doc,
    form: tuple[str, ...],
    others: Sequence[tuple[str, ...]],
) -> bool:
    """Whether a form is another with words behind it, the last a verb with a capital."""
    last = form[-1].lower()
    if not last.endswith("ed") and last not in lexicon.for_pack(doc.pack).verbs:
        return False
    shorter = [other for other in others if len(other) < len(form)]
    return any(form[: len(other)] == other for other in shorter)


def _settle_spelling(cluster: Cluster) -> None:
    """Let the commoner of two spellings of the fullest form be the name, else the accented one."""
    full = cluster.fullest
    spellings = [form for form in cluster.forms if _are_spellings(form, full)]
    if len(spellings) > 1:
        cluster.fullest = max(
            spellings,
            key=lambda form: (cluster.times.get(form, 0), not "".join(form).isascii()),
        )


def _are_spellings(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two forms are one name, but for accents or one letter of one word."""
    if len(one) != len(other):
        return False
    pairs = zip(folded(one), folded(other), strict=True)
    unequal = [(left, right) for left, right in pairs if left != right]
    return not unequal or (len(unequal) == 1 and differ_in_one_letter(*unequal[0]))


# ------------------------------------------------------------- short forms


def _spell_out(index: NameIndex) -> None:
    """Give an acronym that stands for the beginning of a longer name that as a form."""
    for key, cluster in index.by_key.items():
        if key not in index.beginnings or cluster.kind != ORGANIZATION:
            continue
        if all(word.replace(".", "").isupper() for word in cluster.fullest):
            form, where = index.beginnings[key]
            cluster.add_form(form, where)


def _join_companies(
    doc: Doc,
    organisations: Sequence[Cluster],
    index: NameIndex,
    name_forms: NameForms,
) -> dict[Cluster, Cluster]:
    """Join companies with their names without "Ltd" or "Group", which are no surnames."""
    suffixes = doc.pack.closed("company_suffixes")
    merged: dict[Cluster, Cluster] = {}
    for company in organisations:
        words = name_forms.key(company.fullest).split()
        head = len(words)
        while head > 1 and words[head - 1] in suffixes:
            head -= 1
        if head == len(words):
            continue
        short = index.by_key.get(" ".join(words[:head]))
        if short is None or short is company or short in merged or short.place:
            continue
        if short.kind in _JOINED_KINDS or short.is_doubtful_person:
            company.absorb(short)
            merged[short] = company
    return merged


def _only_longer(
    short: Cluster,
    by_end: Mapping[str, Sequence[Cluster]],
    name_forms: NameForms,
    merged: Container[Cluster],
) -> Cluster | None:
    """The one organisation with a longer name that ends as a shorter one does."""
    longer: dict[Cluster, None] = {}
    for form in short.forms:
        for cluster in by_end.get(name_forms.key(form), ()):
            if cluster is not short and cluster not in merged:
                longer[cluster] = None
    return next(iter(longer)) if len(longer) == 1 else None


def _by_end(organisations: Sequence[Cluster], name_forms: NameForms) -> dict[str, list[Cluster]]:
    """The organisations by the ends of their names, three at most for one end."""
    found: dict[str, list[Cluster]] = {}
    for cluster in organisations:
        for form in cluster.forms:
            words = name_forms.key(form).split()
            for n in range(1, min(len(words), _MAX_WORDS)):
                ends = found.setdefault(" ".join(words[n:]), [])
                if cluster not in ends[:2]:
                    ends.append(cluster)
    return found


def _may_shorten(
    doc: Doc,
    short: Cluster,
    long: Cluster,
    name_forms: NameForms,
) -> bool:
    """Whether the short name can stand for the long one.

    It does not stand before it, or the long one only adds a country.
    """
    words, more = (
        name_forms.key(short.fullest).split(),
        name_forms.key(long.fullest).split(),
    )
    extra = more[: len(more) - len(words)]
    leading = doc.pack.words("leading_words")
    if all(word in leading for word in extra):
        return True
    return long.first < short.first and len(extra) <= _MAX_WORDS_LEFT_OUT
