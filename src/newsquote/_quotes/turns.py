"""Turns of talk: "NAME: words".

In: a ``Doc``. Out: drafts, one a turn. Why: interviews, transcripts and headlines name the speaker in front of a colon; the rest of the
paragraph is the content, and a paragraph that follows without a name goes on with it only if its marks say so.
"""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from newsquote._quotes import cues
from newsquote._quotes.links import SIGNED, TURN, Draft
from newsquote._text.signs import DASHES, STOPS
from newsquote.kinds import CueCategory, Polarity

if TYPE_CHECKING:
    from newsquote._people.names import Names
    from newsquote._text.doc import Doc

__all__ = ["find"]

_LONGEST_LABEL = 6
_LONGEST_SIGNATURE = 12
_LONGEST_ASIDE = 6
_MOST_BETWEEN = 3
_BRACKETS = frozenset("([")


class Label(NamedTuple):
    """Who has the turn: the tokens of the name, and the colon."""

    first: int
    end: int
    colon: int


def find(doc: Doc, names: Names, inside: list[int], headline: int | None) -> list[Draft]:
    """The turns of a text."""
    labels = [(number, label) for number in range(len(doc.paragraphs)) if (label := _label(doc, names, number)) is not None]
    in_body = [number for number, _ in labels if number != headline]
    taken = frozenset(in_body)
    found = _dash_tags(doc, names, inside)
    if headline is not None and (signed := _headline_source(doc, headline, inside)) is not None:
        found.append(signed)
    for n, (number, label) in enumerate(labels):
        j = doc.paragraph_tokens[number][1]
        if number != headline and len(in_body) < 2:  # noqa: PLR2004 - one such line is a label, two are a talk
            continue
        runs = [(label.colon + 1, j)]
        if number != headline:
            following = labels[n + 1][0] if n + 1 < len(labels) else number
            runs += _going_on(doc, number, taken) or _between(doc, number, following)
        found.append(
            Draft(
                pieces=[(doc.starts[a], doc.ends[b - 1]) for a, b in runs],
                used=sorted({inside[k] for a, b in runs for k in range(a, b) if inside[k] >= 0}),
                cue=(doc.starts[label.colon], doc.ends[label.colon]),
                lemma=":",
                category=CueCategory.PUNCTUATION,
                polarity=Polarity.POSITIVE,
                source=(doc.starts[label.first], doc.ends[label.end - 1]),
                paragraph=number,
                sentence=doc.sentence_of(label.first),
                evidence=["cue: colon behind a name", f"content: {TURN}"],
            )
        )
    return found


def _going_on(doc: Doc, number: int, labelled: frozenset[int]) -> list[tuple[int, int]]:
    """The tokens of the paragraphs that go on with a turn: each opens anew the quotation that the one before left open; directions in brackets do not speak."""
    found = []
    for k in range(number + 1, len(doc.paragraphs)):
        i, j = doc.paragraph_tokens[k]
        mark = bisect_left(doc.marked, doc.paragraphs[k][0], key=attrgetter("start"))
        if k in labelled or i + 1 >= j or mark == len(doc.marked) or doc.marked[mark].start != doc.paragraphs[k][0]:
            break
        if not doc.marked[mark].continues or doc.words[i + 1] in _BRACKETS:
            break
        found.append((i, j))
    return found


def _dash_tags(doc: Doc, names: Names, inside: list[int]) -> list[Draft]:
    """Quotations signed with a dash and a name: “...” — Ann Lee, on the same line or on the next."""
    found = []
    for number, (i, j) in enumerate(doc.paragraph_tokens):
        dash = next((k for k in range(j - 1, max(i - 1, j - _LONGEST_SIGNATURE), -1) if inside[k] < 0 and doc.words[k] in DASHES), None)
        if dash is None or dash + 1 >= j or (name := names.at(dash + 1)) is None or name.i != dash + 1:
            continue
        end = j - 1 if doc.words[j - 1] == "." else j
        if any(doc.words[k] in STOPS or doc.words[k] == ":" for k in range(name.j, end)):
            continue
        before = dash - 1 if dash > i else (doc.paragraph_tokens[number - 1][1] - 1 if number else -1)
        if before < 0 or inside[before] < 0:
            continue
        marked = doc.marked[inside[before]]
        found.append(
            Draft(
                pieces=[(marked.start, marked.end)],
                used=[inside[before]],
                cue=(doc.starts[dash], doc.ends[dash]),
                lemma=doc.words[dash],
                category=CueCategory.PUNCTUATION,
                polarity=Polarity.POSITIVE,
                source=(doc.starts[name.i], doc.ends[name.j - 1]),
                paragraph=marked.paragraph,
                sentence=doc.sentence_of(before),
                mode="writing" if _is_post(doc, name.j, end) else None,
                when=_day(doc, name.j, end),
                evidence=["cue: dash before a name", f"content: {SIGNED}"],
            )
        )
    return found


def _is_post(doc: Doc, i: int, j: int) -> bool:
    """Whether a handle stands behind a name: Ann Lee (@annlee)."""
    return any(word[0] == "@" and len(word) > 1 for word in doc.words[i:j])


def _day(doc: Doc, i: int, j: int) -> tuple[int, int] | None:
    """The date at the end of a signature, behind the handle: (@annlee) March 4, 2024."""
    close = next((k for k in range(j - 1, i - 1, -1) if doc.words[k] == ")"), j)
    months = doc.pack.words("months")
    return (doc.starts[close + 1], doc.ends[j - 1]) if any(word in months for word in doc.lowers[close + 1 : j]) else None


def _headline_source(doc: Doc, number: int, inside: list[int]) -> Draft | None:
    """In a headline, what stands before a dash is said by whom the last words name: "Bank to close branches - sources"."""
    i, j = doc.paragraph_tokens[number]
    dash = next((k for k in range(j - 1, max(i, j - _LONGEST_LABEL), -1) if inside[k] < 0 and doc.words[k] in DASHES), None)
    if dash is None or dash + 1 >= j:
        return None
    speaking = doc.pack.words("group_words") | doc.pack.words("document_words") | doc.pack.words("roles")
    if doc.lowers[j - 1] not in speaking:
        return None
    return Draft(
        pieces=[(doc.starts[i], doc.ends[dash - 1])],
        used=sorted({inside[k] for k in range(i, dash) if inside[k] >= 0}),
        cue=(doc.starts[dash], doc.ends[dash]),
        lemma=doc.words[dash],
        category=CueCategory.PUNCTUATION,
        polarity=Polarity.POSITIVE,
        source=(doc.starts[dash + 1], doc.ends[j - 1]),
        paragraph=number,
        sentence=doc.sentence_of(i),
        evidence=["cue: dash in a headline", "content: what stands before it"],
    )


def _label(doc: Doc, names: Names, number: int) -> Label | None:
    """The name and the colon with which a paragraph begins, or None."""
    i, j = doc.paragraph_tokens[number]
    start = i + 1 if i < j and not doc.words[i][0].isalnum() else i
    colon = next((k for k in range(start, min(j - 1, start + _LONGEST_LABEL + _LONGEST_ASIDE)) if doc.words[k] == ":"), None)
    if colon is None:
        return None
    aside = doc.words[colon - 1] == ")"
    end = next((k for k in range(start, colon) if doc.words[k] == "("), colon) if aside else colon
    if end == start or end - start >= _LONGEST_LABEL:
        return None
    label = Label(start, end, colon)
    if all(doc.words[k].isupper() or doc.words[k] == "." for k in range(start, end)):
        return label
    if end - start <= 2 and doc.lowers[end - 1] in doc.pack.closed("turn_labels"):  # noqa: PLR2004 - "Second reporter"
        return label
    small = doc.pack.words("prepositions") - doc.pack.words("name_particles")
    is_heading = any(doc.lowers[k] in small for k in range(start, end)) or end - start > _LONGEST_LABEL - 2
    return label if not is_heading and names.at(start) is not None and names.at(end - 1) is not None else None


def _between(doc: Doc, first: int, last: int) -> list[tuple[int, int]]:
    """The tokens of the paragraphs between two turns, if they go on with the first: a few, in which nobody is reported to speak."""
    runs = [doc.paragraph_tokens[k] for k in range(first + 1, last)]
    verbs = cues.verbs(doc.pack)
    told = any(doc.lowers[k] in verbs or doc.words[k] in _BRACKETS for i, j in runs for k in range(i, j))
    return [] if told or len(runs) > _MOST_BETWEEN else [(i, j) for i, j in runs if i < j]
