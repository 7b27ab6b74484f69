"""Turns of talk: "NAME: words".

In: a ``Doc``. Out: drafts, one a turn. Why: interviews, transcripts and headlines name the speaker in front of a colon; the rest of the
paragraph is the content, and a paragraph that follows without a name goes on with it only if its marks say so.
"""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from newsquote._quotes.clauses import cues
from newsquote._quotes.conventions import interviews
from newsquote._quotes.linking import Draft
from newsquote._quotes.rules import RULE_TEXTS, Rule
from newsquote._text.signs import DASHES, STOPS
from newsquote.kinds import CueCategory, Polarity

if TYPE_CHECKING:
    from newsquote._names.spotting import Names
    from newsquote._text.doc import Doc

__all__ = ["find"]

_LONGEST_LABEL = 6
_LONGEST_SIGNATURE = 12
_LONGEST_ASIDE = 6
_MOST_BETWEEN = 3
_BRACKETS = frozenset("([")
_MOST_SIGNS = 2
"""Before a label: the asterisks of bold letters."""


class Label(NamedTuple):
    """Who has the turn: the tokens of the name, and the colon."""

    first: int
    end: int
    colon: int


def find(doc: Doc, names: Names, inside: list[int], headline: int | None) -> list[Draft]:
    """The turns of a text."""
    labels = [
        (number, label)
        for number in range(len(doc.paragraphs))
        if (label := _label(doc, names, number)) is not None
    ]
    in_body = [number for number, label in labels if number != headline or _is_role(doc, label)]
    taken = frozenset(in_body)
    found = _dash_tags(doc, names, inside)
    if headline is not None and (signed := _headline_source(doc, headline, inside)) is not None:
        found.append(signed)
    asking = doc.pack.closed("question_labels")
    answerer = interviews.answerer(doc, names, labels[0][0]) if labels else None
    for n, (number, label) in enumerate(labels):
        j = doc.paragraph_tokens[number][1]
        posted = doc.words[label.first][0] == "@"
        if number != headline and len(in_body) < 2 and not posted:  # noqa: PLR2004 - one such line is a label, two are a talk
            continue
        letter = _letter(doc, label.first) if label.end - label.first == 1 else ""
        sign = doc.ends[label.colon] - 1
        runs = [(_past_signs(doc, label.colon + 1, j), j)]
        if number != headline:
            following = labels[n + 1][0] if n + 1 < len(labels) else number
            runs += _going_on(doc, number, taken) or _between(doc, number, following)
        found.append(
            Draft(
                pieces=[(doc.starts[a], doc.ends[b - 1]) for a, b in runs],
                used=sorted({inside[k] for a, b in runs for k in range(a, b) if inside[k] >= 0}),
                cue=(sign, sign + 1),
                lemma=doc.text[sign],
                category=CueCategory.PUNCTUATION,
                polarity=Polarity.POSITIVE,
                source=(doc.starts[label.first], min(sign, doc.ends[label.end - 1])),
                labelled=bool(letter),
                voice=answerer if letter and letter not in asking else None,
                mode="writing" if posted else None,
                paragraph=number,
                sentence=doc.sentence_of(label.first),
                rule=Rule.TURN,
                evidence=["cue: colon behind a name", f"content: {RULE_TEXTS[Rule.TURN]}"],
            )
        )
    return found


def _past_signs(doc: Doc, k: int, j: int) -> int:
    """Past the asterisks with which bold letters end."""
    while k < j - 1 and doc.words[k] == "*":
        k += 1
    return k


def _going_on(doc: Doc, number: int, labelled: frozenset[int]) -> list[tuple[int, int]]:
    """The tokens of the paragraphs that go on with a turn: each opens anew the quotation that the one before left open; directions in brackets do not speak."""
    found = []
    for k in range(number + 1, len(doc.paragraphs)):
        i, j = doc.paragraph_tokens[k]
        mark = bisect_left(doc.marked, doc.paragraphs[k][0], key=attrgetter("start"))
        if (
            k in labelled
            or i + 1 >= j
            or mark == len(doc.marked)
            or doc.marked[mark].start != doc.paragraphs[k][0]
        ):
            break
        if not doc.marked[mark].continues or doc.words[i + 1] in _BRACKETS:
            break
        found.append((i, j))
    return found


def _dash_tags(doc: Doc, names: Names, inside: list[int]) -> list[Draft]:
    """Quotations signed with a dash and a name: “...” — Ann Lee, on the same line or on the next."""
    found = []
    for number, (i, j) in enumerate(doc.paragraph_tokens):
        if DASHES.isdisjoint(doc.words[max(i, j - _LONGEST_SIGNATURE + 1) : j]):
            continue
        dash = next(
            (
                k
                for k in range(j - 1, max(i - 1, j - _LONGEST_SIGNATURE), -1)
                if inside[k] < 0 and doc.words[k] in DASHES
            ),
            None,
        )
        if (
            dash is None
            or dash + 1 >= j
            or (name := names.at(dash + 1)) is None
            or name.i != dash + 1
        ):
            continue
        end = j - 1 if doc.words[j - 1] == "." else j
        short = doc.pack.words("abbreviations")
        if any(
            (doc.words[k] in STOPS and doc.lowers[k - 1] not in short) or doc.words[k] == ":"
            for k in range(name.j, end)
        ):
            continue
        posted = _is_post(doc, name.j, end)
        signed = _signed(doc, number, dash, inside, posted=posted)
        if signed is None:
            continue
        found.append(
            Draft(
                pieces=[signed],
                used=sorted({inside[k] for k in range(*doc.tokens_in(*signed)) if inside[k] >= 0}),
                cue=(doc.starts[dash], doc.ends[dash]),
                lemma=doc.words[dash],
                category=CueCategory.PUNCTUATION,
                polarity=Polarity.POSITIVE,
                source=(doc.starts[name.i], doc.ends[name.j - 1]),
                paragraph=doc.paragraph_of(signed[0]),
                sentence=doc.sentence_of(doc.token_at(signed[1] - 1)),
                mode="writing" if posted else None,
                when=_day(doc, name.j, end),
                rule=Rule.SIGNED,
                evidence=["cue: dash before a name", f"content: {RULE_TEXTS[Rule.SIGNED]}"],
            )
        )
    return found


def _signed(
    doc: Doc, number: int, dash: int, inside: list[int], *, posted: bool
) -> tuple[int, int] | None:
    """What a signature signs: the quotation before the dash; without marks the words before it, if a handle signs them, or if they speak as "I"."""
    own = dash > doc.paragraph_tokens[number][0]
    if not own and not number:
        return None
    i, j = (doc.paragraph_tokens[number][0], dash) if own else doc.paragraph_tokens[number - 1]
    if i == j:
        return None
    if inside[j - 1] >= 0:
        marked = doc.marked[inside[j - 1]]
        return marked.start, marked.end
    speaks = (
        not own
        and interviews.letters_from(doc) is None
        and not doc.pack.closed("own_words").isdisjoint(doc.lowers[i:j])
    )
    return (
        (doc.starts[i], doc.ends[j - 1])
        if (posted or speaks) and doc.words[j - 1] in STOPS
        else None
    )


def _is_post(doc: Doc, i: int, j: int) -> bool:
    """Whether a handle stands behind a name: Ann Lee (@annlee)."""
    return any(word[0] == "@" and len(word) > 1 for word in doc.words[i:j])


def _day(doc: Doc, i: int, j: int) -> tuple[int, int] | None:
    """The date at the end of a signature, behind the handle: (@annlee) March 4, 2024."""
    close = next((k for k in range(j - 1, i - 1, -1) if doc.words[k] == ")"), j)
    months = doc.pack.words("months")
    return (
        (doc.starts[close + 1], doc.ends[j - 1])
        if any(word in months for word in doc.lowers[close + 1 : j])
        else None
    )


def _headline_source(doc: Doc, number: int, inside: list[int]) -> Draft | None:
    """In a headline, what stands before a dash is said by whom the last words name: "Bank to close branches - sources"."""
    i, j = doc.paragraph_tokens[number]
    dash = next(
        (
            k
            for k in range(j - 1, max(i, j - _LONGEST_LABEL), -1)
            if inside[k] < 0 and doc.words[k] in DASHES
        ),
        None,
    )
    if dash is None or dash + 1 >= j:
        return None
    speaking = (
        doc.pack.words("group_words") | doc.pack.words("document_words") | doc.pack.words("roles")
    )
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
        rule=Rule.HEADLINE_DASH,
        evidence=["cue: dash in a headline", f"content: {RULE_TEXTS[Rule.HEADLINE_DASH]}"],
    )


def _label(doc: Doc, names: Names, number: int) -> Label | None:
    """The name and the colon with which a paragraph begins, or None."""
    i, j = doc.paragraph_tokens[number]
    if j - i < 2:  # noqa: PLR2004 - a label and what is said
        return None
    if j - i > 2 and doc.words[i][0] == "@" and len(doc.words[i]) > 1 and doc.words[i + 1] == ":":  # noqa: PLR2004 - a handle, a colon and words
        return Label(i, i + 1, i + 1)
    start = i
    while start < min(j, i + _MOST_SIGNS) and not doc.words[start][0].isalnum():
        start += 1
    if (
        j - start > 1
        and len(doc.words[start]) == len("Q.")
        and doc.words[start].isupper()
        and _letter(doc, start)
    ):
        return Label(start, start + 1, start)
    near = doc.words[start : min(j - 1, start + _LONGEST_LABEL + _LONGEST_ASIDE)]
    if ":" not in near:
        return None
    colon = start + near.index(":")
    aside = doc.words[colon - 1] == ")"
    end = next((k for k in range(start, colon) if doc.words[k] == "("), colon) if aside else colon
    if end == start or end - start >= _LONGEST_LABEL:
        return None
    label = Label(start, end, colon)
    if all(doc.words[k].isupper() or doc.words[k] == "." for k in range(start, end)):
        return label
    if _is_role(doc, label):
        return label
    small = doc.pack.words("prepositions") - doc.pack.words("name_particles")
    is_heading = (
        any(doc.lowers[k] in small for k in range(start, end)) or end - start > _LONGEST_LABEL - 2
    )
    return (
        label
        if not is_heading and names.at(start) is not None and names.at(end - 1) is not None
        else None
    )


def _letter(doc: Doc, k: int) -> str:
    """The letter of a label that names nobody, as "Q" of "Q." or "Q:"; nothing where the word is none."""
    word = doc.lowers[k].removesuffix(".")
    return word if word in doc.pack.closed("letter_labels") else ""


def _is_role(doc: Doc, label: Label) -> bool:
    """Whether a label says only which part somebody has in the talk: "Interviewer", "Second reporter"."""
    return label.end - label.first <= 2 and doc.lowers[label.end - 1] in doc.pack.closed(
        "turn_labels"
    )


def _between(doc: Doc, first: int, last: int) -> list[tuple[int, int]]:
    """The tokens of the paragraphs between two turns, if they go on with the first: a few, in which nobody is reported to speak."""
    runs = [doc.paragraph_tokens[k] for k in range(first + 1, last)]
    verbs = cues.verbs(doc.pack)
    told = any(
        doc.lowers[k] in verbs or doc.words[k] in _BRACKETS for i, j in runs for k in range(i, j)
    )
    return [] if told or len(runs) > _MOST_BETWEEN else [(i, j) for i, j in runs if i < j]
