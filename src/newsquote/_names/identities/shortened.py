"""Organisations whose name is the beginning of another's, or skips a word of it -> one.

In: the organisations of a text that nothing else has joined. Out: which of them are another.
Why: "the Brennan Center" is the "Brennan Center for Justice", and "Ford" is "Ford Motor Company",
if the text has one such name and no other.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from newsquote._names.records import ORGANIZATION

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
    doubtful: Sequence[Cluster],
    name_forms: NameForms,
) -> dict[Cluster, Cluster]:
    """Those whose name is an organisation's shorter one, each with that other.

    :param doubtful: whose name is one word that may be a person's: what comes before "Motor
        Company" and the like in the only such name is that company.
    """
    longer, heads = _by_shortened(doc, organisations, doubtful, name_forms)
    merged: dict[Cluster, Cluster] = {}
    for short in (*organisations, *doubtful):
        known = longer if short.kind == ORGANIZATION else heads
        found: dict[Cluster, None] = {}
        for form in short.forms:
            found |= dict.fromkeys(known.get(name_forms.key(form), ()))
        found.pop(short, None)
        long = next(iter(found), None)
        if len(found) == 1 and long is not None and long not in merged:
            long.absorb(short)
            merged[short] = long
    return merged


def _by_shortened(
    doc: Doc,
    organisations: Sequence[Cluster],
    doubtful: Sequence[Cluster],
    name_forms: NameForms,
) -> tuple[dict[str, list[Cluster]], dict[str, list[Cluster]]]:
    """The organisations by the shorter names that each may have, and by those before their sort."""
    longer: dict[str, list[Cluster]] = {}
    heads: dict[str, list[Cluster]] = {}
    opening = Counter(
        [
            name_forms.key(form).partition(" ")[0]
            for cluster in (*organisations, *doubtful)
            for form in cluster.forms
        ]
    )
    for cluster in organisations:
        key = name_forms.key(cluster.fullest)
        if opening[key.partition(" ")[0]] <= 1:
            # no other begins with the same word
            continue
        words = key.split()
        if not 1 < len(words) <= _MAX_WORDS:
            continue
        head = _before_sort(doc, words)
        if head:
            heads.setdefault(head, []).append(cluster)
        for short in dict.fromkeys([head, *_before_links(words), *_with_words_skipped(words)]):
            longer.setdefault(short, []).append(cluster)
    return longer, heads


def _before_sort(doc: Doc, words: Sequence[str]) -> str:
    """What comes before the words that say what sort of body it is; empty where nothing does."""
    sorts = doc.pack.words("org_words") | doc.pack.closed("company_suffixes")
    n = len(words)
    while n and words[n - 1] in sorts:
        n -= 1
    return " ".join(words[:n]) if n < len(words) else ""


def _before_links(words: Sequence[str]) -> list[str]:
    """What comes before an "of" or "for"."""
    return [" ".join(words[:n]) for n in range(1, len(words)) if words[n] in _LINKS]


def _with_words_skipped(words: Sequence[str]) -> list[str]:
    """The name without a word or two inside.

    None has an "of": "University of Norvale" is not "University of East Norvale".
    """
    if not _LINKS.isdisjoint(words):
        return []
    shorter = []
    for n in range(1, len(words) - 1):
        for left_out in range(1, _MAX_LEFT_OUT + 1):
            skipped = [*words[:n], *words[n + left_out :]]
            if n + left_out < len(words) and len(skipped) >= _MIN_WORDS_SKIPPED:
                shorter.append(" ".join(skipped))
    return shorter
