"""Turns of talk: "NAME: words".

In: a ``Doc``. Out: drafts, one a turn. Why: interviews, transcripts and headlines name the speaker in front of a colon; the rest of the
paragraph is the content, and a paragraph that follows without a name goes on with it only if its marks say so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.links import Draft
from newsquote.kinds import CueCategory, Polarity

if TYPE_CHECKING:
    from newsquote._people.names import Names
    from newsquote._text.doc import Doc

__all__ = ["find"]

_LONGEST_LABEL = 6


def find(doc: Doc, names: Names, inside: list[int], headlines: int) -> list[Draft]:
    """The turns of a text."""
    labels = [(number, label) for number in range(len(doc.paragraphs)) if (label := _label(doc, names, number, inside)) is not None]
    in_body = [number for number, _ in labels if number >= headlines]
    found = []
    for number, colon in labels:
        i, j = doc.paragraph_tokens[number]
        speakers = sum(1 for _, other in labels if doc.slice(*_label_tokens(doc, other)).casefold() == doc.slice(*_label_tokens(doc, colon)).casefold())
        if number >= headlines and len(in_body) < 2 and not speakers > 1:  # noqa: PLR2004 - one such line is a label, two are a talk
            continue
        content = (doc.starts[colon + 1], doc.ends[j - 1])
        first, _ = _label_tokens(doc, colon)
        found.append(
            Draft(
                pieces=[content],
                used=sorted({inside[k] for k in range(colon + 1, j) if inside[k] >= 0}),
                cue=(doc.starts[colon], doc.ends[colon]),
                lemma=":",
                category=CueCategory.PUNCTUATION,
                polarity=Polarity.POSITIVE,
                source=(doc.starts[first], doc.ends[colon - 1]),
                paragraph=number,
                sentence=doc.sentence_of(i),
                evidence=["cue: colon behind a name", "content: the paragraph's rest"],
            )
        )
    return found


def _label_tokens(doc: Doc, colon: int) -> tuple[int, int]:
    first = doc.paragraph_tokens[doc.paragraph_of(doc.starts[colon])][0]
    return (first + 1 if not doc.words[first][0].isalnum() else first), colon


def _label(doc: Doc, names: Names, number: int, inside: list[int]) -> int | None:
    """The colon behind a name with which a paragraph begins, or None."""
    i, j = doc.paragraph_tokens[number]
    start = i + 1 if i < j and not doc.words[i][0].isalnum() else i
    colon = next((k for k in range(start, min(j - 1, start + _LONGEST_LABEL)) if doc.words[k] == ":"), None)
    if colon is None or colon == start:
        return None
    if names.at(start) is not None and names.at(colon - 1) is not None:
        return colon
    return colon if all(doc.words[k].isupper() or doc.words[k] == "." for k in range(start, colon)) and len(doc.words[start]) > 1 else None
