"""Shorter and longer names of one somebody -> one.

In: identities by their names. Out: the same, with those made one whose shorter name is the end of the other's, and with every name spelled out that the
text spells out. Why: "the Tide Council" is "the Norvale Tide Council" of the line before, and "the U.N." is spelled out in the name of one of its bodies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote.kinds import SpeakerKind

if TYPE_CHECKING:
    from newsquote._names.clusters import Cluster
    from newsquote._names.identities import Register

__all__ = ["settle"]

_LONGEST = 6
"""How many words of a name are compared."""
_MOST_LEFT_OUT = 3


def settle(register: Register) -> None:
    """Tie the names of one text together."""
    _drop_overlong(register)
    _spell_out(register)
    _tie(register)


def _drop_overlong(register: Register) -> None:
    """Forms that only put other words before a full name: where "Nora Vance" stands, too, "Harbour Nora Vance" is none."""
    for cluster in register.each():
        if cluster.kind != SpeakerKind.PERSON or len(cluster.forms) < 2:  # noqa: PLR2004
            continue
        whole = [form for form in cluster.forms if len(form) > 1]
        if len(whole) < 2:  # noqa: PLR2004
            continue
        full = [form for form in whole if form[0].lower() in register.given]
        for form in [*cluster.forms]:
            known = any(len(form) > len(one) and form[-len(one) :] == one for one in full)
            before = known and form[0].lower() not in register.given and "." not in form[0]
            if before or any(
                len(form) > len(one) and form[: len(one)] == one and _goes_on(register, form[-1])
                for one in whole
            ):
                cluster.drop(form)


def _goes_on(register: Register, word: str) -> bool:
    """Whether a word behind a name is a verb, as in a line where every word has a capital."""
    return word.lower().endswith("ed") or word.lower() in register.reader.verbs


def _spell_out(register: Register) -> None:
    """An acronym that stands for the beginning of a longer name has that as a form."""
    for text, cluster in register.by_text.items():
        if (
            text in register.heads
            and cluster.kind == SpeakerKind.ORGANIZATION
            and all(map(_is_capitals_word, cluster.fullest))
        ):
            form, where = register.heads[text]
            cluster.call(form, where)


def _tie(register: Register) -> None:
    """A shorter name that is the end of exactly one longer name of an organisation, named before it, is that one."""
    named = sorted(
        (
            c
            for c in register.by_text.values()
            if c.kind == SpeakerKind.ORGANIZATION and not c.place
        ),
        key=lambda c: c.first,
    )
    by_end = _by_end(register, named)
    merged: dict[int, Cluster] = {}
    _tie_companies(register, named, merged)
    for cluster in named:
        longer = {
            id(found): found
            for form in cluster.forms
            for found in by_end.get(register.key(form), ())
            if found is not cluster and id(found) not in merged
        }
        if id(cluster) in merged:
            continue
        if len(longer) == 1 and _may_shorten(
            register, cluster, long := next(iter(longer.values()))
        ):
            long.absorb(cluster)
            merged[id(cluster)] = long
    register.replace(merged)


def _tie_companies(register: Register, named: list[Cluster], merged: dict[int, Cluster]) -> None:
    """A company's name without its "Ltd" or "Group" is the company's, unless it is somebody's surname, too."""
    suffixes = register.doc.pack.closed("company_suffixes")
    for cluster in named:
        words = register.key(cluster.fullest).split()
        head = len(words)
        while head > 1 and words[head - 1] in suffixes:
            head -= 1
        short = register.by_text.get(" ".join(words[:head])) if head < len(words) else None
        if short is None or short is cluster or id(short) in merged or short.place:
            continue
        if short.kind == SpeakerKind.ORGANIZATION or short.is_doubtful_person:
            cluster.absorb(short)
            merged[id(short)] = cluster


def _by_end(register: Register, named: list[Cluster]) -> dict[str, list[Cluster]]:
    """The organisations by the ends of their names."""
    found: dict[str, list[Cluster]] = {}
    for cluster in named:
        for form in cluster.forms:
            words = register.key(form).split()
            for n in range(1, min(len(words), _LONGEST)):
                ends = found.setdefault(" ".join(words[n:]), [])
                if not any(cluster is other for other in ends[:2]):
                    ends.append(cluster)
    return found


def _may_shorten(register: Register, short: Cluster, long: Cluster) -> bool:
    """Whether the short name can stand for the long one: it does not stand alone before it, or the long one only adds a country."""
    words, more = register.key(short.fullest).split(), register.key(long.fullest).split()
    extra = more[: len(more) - len(words)]
    country = all(word in register.doc.pack.words("leading_words") for word in extra)
    return country or (long.first < short.first and len(extra) <= _MOST_LEFT_OUT)


def _is_capitals_word(word: str) -> bool:
    return word.replace(".", "").isupper()
