"""Organisations whose name is the beginning of another's, or skips a word of it -> one.

In: the organisations of a text that nothing else has joined. Out: which of them are another.
Why: "the Brennan Center" is the "Brennan Center for Justice", and "Ford" is "Ford Motor Company",
if the text has one such name and no other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._names.identities.clusters import Cluster
    from newsquote._names.identities.name_forms import NameForms
    from newsquote._text.doc import Doc

__all__ = ["join_shortened"]

_LINKS = frozenset(("of", "for", "on", "at", "in"))
_MIN_WORDS_SKIPPED = 2
"""A name that leaves out a word inside another has as many words at least."""
_MAX_LEFT_OUT = 2
_MAX_WORDS = 8


def join_shortened(
    doc: Doc,
    organisations: Sequence[Cluster],
    name_forms: NameForms,
) -> dict[Cluster, Cluster]:
    """The organisations that are another's shorter name, each with that other."""
    longer = _by_shortened(doc, organisations, name_forms)
    merged: dict[Cluster, Cluster] = {}
    for short in organisations:
        found: dict[Cluster, None] = {}
        for form in short.forms:
            found |= dict.fromkeys(longer.get(name_forms.key(form), ()))
        found.pop(short, None)
        long = next(iter(found), None)
        if len(found) == 1 and long is not None and long not in merged:
            long.absorb(short)
            merged[short] = long
    return merged


def _by_shortened(
    doc: Doc,
    organisations: Sequence[Cluster],
    name_forms: NameForms,
) -> dict[str, list[Cluster]]:
    """The organisations by the shorter names that each may have."""
    found: dict[str, list[Cluster]] = {}
    for cluster in organisations:
        words = name_forms.key(cluster.fullest).split()
        if 1 < len(words) <= _MAX_WORDS:
            for short in _shorter_names(doc, words):
                found.setdefault(short, []).append(cluster)
    return found


def _shorter_names(doc: Doc, words: Sequence[str]) -> list[str]:
    """What a name may be shortened to."""
    kinds = doc.pack.words("org_words") | doc.pack.closed("company_suffixes")
    shorter = []
    for n in range(1, len(words)):
        linked = words[n] in _LINKS
        sorts = all(word in kinds for word in words[n:])
        if linked or (sorts and words[n - 1] not in kinds):
            shorter.append(" ".join(words[:n]))
    if not _LINKS.isdisjoint(words):
        # "University of Norvale" is not "University of East Norvale".
        return shorter
    for n in range(1, len(words) - 1):
        for left_out in range(1, _MAX_LEFT_OUT + 1):
            skipped = [*words[:n], *words[n + left_out :]]
            if n + left_out < len(words) and len(skipped) >= _MIN_WORDS_SKIPPED:
                shorter.append(" ".join(skipped))
    return shorter
