"""Interviews whose questions nobody asks by name, and letters.

In: a ``Doc`` and its names. Out: drafts, one an answer or a letter. Why: an interview that prints its questions as lines of their own names who answers
once, above; a page of letters names each writer once, below. No cue and no mark stands beside the words, so the page's shape must tell, and
since explainers have the shape of interviews, somebody must be introduced, and be spoken to or speak as "I".
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from newsquote._quotes.linking import Draft
from newsquote._quotes.rules import RULE_TEXTS, Rule
from newsquote._text.signs import DASHES, STOPS
from newsquote.kinds import CueCategory, Polarity, SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._names.spotting import Name, Names
    from newsquote._quotes.records import Range
    from newsquote._text.doc import Doc

__all__ = ["answerer", "find", "letters_from"]

_LONGEST_QUESTION = 60
_LONGEST_SIGNATURE = 9
_MOST_LETTER = 12
"""Paragraphs of one letter."""
_LONGEST_FORMULA = 5
_FEW = 4
"""A sign of the third person in one of so many answers is an aside."""
_BOLD = frozenset("*_")


class _Question(NamedTuple):
    number: int
    """Of its paragraph."""
    bold: bool
    asks: bool


def find(doc: Doc, names: Names, inside: list[int], headline: int | None) -> list[Draft]:
    """The answers of an interview and the letters of a page."""
    return _answers(doc, names, inside, headline) or _letters(doc, names, inside)


def answerer(doc: Doc, names: Names, first: int) -> Range | None:
    """The one person whom the paragraphs before ``first`` introduce, where it is one.

    :param first: the number of a paragraph.
    """
    end = doc.paragraph_tokens[first][0]
    found: dict[str, Name] = {}
    for name in names.between(0, end):
        if name.kind == SpeakerKind.PERSON and not name.place:
            known = found.get(doc.lowers[name.j - 1])
            found[doc.lowers[name.j - 1]] = (
                name if known is None or name.j - name.bare > known.j - known.bare else known
            )
    given = doc.pack.words("given_names")
    likely = [name for name in found.values() if doc.lowers[name.bare] in given] or list(
        found.values()
    )
    if len(likely) != 1:
        return None
    name = likely[0]
    return doc.starts[name.i], doc.ends[name.j - 1]


# ------------------------------------------------------------- interviews


def _answers(doc: Doc, names: Names, inside: list[int], headline: int | None) -> list[Draft]:
    questions = [
        found
        for number in range(len(doc.paragraphs))
        if number != headline and (found := _question(doc, inside, number))
    ]
    if not any(question.asks for question in questions) or (
        len(questions) == 1 and not questions[0].bold
    ):
        return []
    who = answerer(doc, names, questions[0].number)
    if who is None:
        return []
    groups = [list(range(a.number + 1, b.number)) for a, b in pairwise(questions)] + [
        _last(doc, inside, questions[-1].number)
    ]
    if not _is_talk(doc, inside, who, questions, groups):
        return []
    return [
        _answer(doc, inside, group, who)
        for group in groups
        if any(_length(doc, number) for number in group)
    ]


def _question(doc: Doc, inside: list[int], number: int) -> _Question | None:
    """A paragraph that is one question, or all in bold and a sentence ("Tell us more."), and quotes nobody."""
    i, j = doc.paragraph_tokens[number]
    a, b = i, j
    while a < b and doc.words[a] in _BOLD:
        a += 1
    while a < b and doc.words[b - 1] in _BOLD:
        b -= 1
    if not 0 < b - a <= _LONGEST_QUESTION:
        return None
    bold, asks = a > i and b < j, doc.words[b - 1] == "?"
    if not (bold or asks) or doc.words[b - 1] not in STOPS:
        return None
    if max(inside[a:b]) >= 0 or ":" in doc.words[a : a + 4]:
        return None
    return _Question(number, bold, asks) if bold or STOPS.isdisjoint(doc.words[a : b - 1]) else None


def _length(doc: Doc, number: int) -> int:
    """How many tokens a paragraph has; one of odd characters alone has none."""
    i, j = doc.paragraph_tokens[number]
    return j - i


def _last(doc: Doc, inside: list[int], number: int) -> list[int]:
    """The paragraphs of the last answer: the first, and those behind it that speak as "I"."""
    found = list(range(number + 1, min(number + 2, len(doc.paragraphs))))
    for k in range(number + 2, len(doc.paragraphs)):
        if not _speaks(doc, inside, k):
            break
        found.append(k)
    return found


def _speaks(doc: Doc, inside: list[int], number: int) -> bool:
    """Whether a paragraph speaks as "I" outside of quotation marks."""
    singular = doc.pack.closed("first_person_words")
    return any(
        inside[k] < 0 and doc.lowers[k] in singular for k in range(*doc.paragraph_tokens[number])
    )


def _is_talk(
    doc: Doc,
    inside: list[int],
    who: Range,
    asked: Sequence[_Question],
    groups: Sequence[Sequence[int]],
) -> bool:
    """Whether questions and answers are those of a talk with a person, and not of an explainer."""
    first = doc.paragraph_tokens[asked[0].number][0]
    intro, to_you = doc.lowers[:first], doc.pack.closed("second_person_words")
    surname = doc.lowers[doc.token_at(who[1] - 1)]
    told_of = sum(
        surname in doc.lowers[slice(*doc.paragraph_tokens[k])] for group in groups for k in group
    )
    if told_of * _FEW > sum(map(len, groups)):
        return False
    announced = not doc.pack.closed("interview_words").isdisjoint(intro)
    addressed = any(
        not to_you.isdisjoint(doc.lowers[slice(*doc.paragraph_tokens[question.number])])
        for question in asked
    )
    speaking = any(_speaks(doc, inside, k) for group in groups for k in group)
    bold = all(question.bold for question in asked)
    return (speaking and (announced or addressed or bold)) or (announced and (addressed or bold))


def _answer(doc: Doc, inside: list[int], group: Sequence[int], who: Range) -> Draft:
    runs = [doc.paragraph_tokens[k] for k in group]
    return Draft(
        pieces=[(doc.starts[i], doc.ends[j - 1]) for i, j in runs if i < j],
        used=sorted({inside[k] for i, j in runs for k in range(i, j) if inside[k] >= 0}),
        cue=None,
        lemma="",
        category=CueCategory.PUNCTUATION,
        polarity=Polarity.POSITIVE,
        source=None,
        voice=who,
        paragraph=group[0],
        sentence=doc.sentence_of(runs[0][0]),
        rule=Rule.ANSWER,
        evidence=["cue: a question above", f"content: {RULE_TEXTS[Rule.ANSWER]}"],
    )


# ------------------------------------------------------------- letters


def _letters(doc: Doc, names: Names, inside: list[int]) -> list[Draft]:
    """The letters below a heading that says so, each with the name below it."""
    start = letters_from(doc)
    if start is None:
        return []
    found = []
    for number in range(start, len(doc.paragraphs)):
        signed = _signature(doc, names, number) if number >= start else None
        if signed is None:
            continue
        first, last = start + _is_formula(doc, start), number - _is_formula(doc, number - 1)
        if first < last <= first + _MOST_LETTER and any(
            _length(doc, k) for k in range(first, last)
        ):
            draft = _answer(doc, inside, range(first, last), signed)
            draft.source, draft.voice, draft.mode = signed, None, "writing"
            draft.evidence[0] = "cue: a name below a letter"
            found.append(draft)
        start = number + 1
        if start < len(doc.paragraphs) and _is_place(doc, names, start):
            start += 1
    return found


def letters_from(doc: Doc) -> int | None:
    """The number of the first paragraph below a heading of letters, None where there is none."""
    return next(
        (number + 1 for number in range(min(2, len(doc.paragraphs))) if _is_letters(doc, number)),
        None,
    )


def _is_letters(doc: Doc, number: int) -> bool:
    """Whether a paragraph is the heading of letters: "Letters to the editor"."""
    lowers = doc.lowers[slice(*doc.paragraph_tokens[number])]
    letters = doc.pack.closed("letter_words")
    if letters.isdisjoint(lowers):
        return False
    words = [word for word in lowers if word[0].isalpha()]
    return not letters.isdisjoint(words) and all(
        word in letters or word in doc.pack.closed("letter_heading_words") for word in words
    )


def _is_formula(doc: Doc, number: int) -> bool:
    """Whether a paragraph is only a salutation or a farewell: "Dear Editor,", "Yours faithfully,"."""
    words = [word for word in doc.lowers[slice(*doc.paragraph_tokens[number])] if word[0].isalpha()]
    return 0 < len(words) <= _LONGEST_FORMULA and not doc.pack.closed(
        "letter_formula_words"
    ).isdisjoint(words)


def _signature(doc: Doc, names: Names, number: int) -> Range | None:
    """The name with which a short line begins that is no sentence."""
    i, j = doc.paragraph_tokens[number]
    i += i < j and doc.words[i] in DASHES
    if not 0 < j - i <= _LONGEST_SIGNATURE or doc.words[j - 1] in STOPS:
        return None
    name = names.at(i)
    if (
        name is None
        or name.i != i
        or name.j - name.bare < 2
        or (name.j < j and doc.words[name.j] != ",")
    ):
        return None
    return doc.starts[i], doc.ends[name.j - 1]


def _is_place(doc: Doc, names: Names, number: int) -> bool:
    """Whether a line is only a name: the writer's town."""
    i, j = doc.paragraph_tokens[number]
    name = names.at(i) if i < j else None
    return name is not None and name.i == i and name.j == j
