"""Interviews whose questions nobody asks by name.

In: a ``Doc`` and its names. Out: attributions, one an answer. Why: an interview that prints its
questions as lines of their own names who answers once, above. No cue and no mark stands beside the
words, so that the page's shape must tell; and since explainers have the same shape, somebody must
be introduced, and be spoken to or speak as "I".
"""

from __future__ import annotations

from itertools import chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

from newsquote._quotes.attribution import Attribution
from newsquote._quotes.places import marks_in
from newsquote._quotes.rules import Convention, Rule
from newsquote._text.signs import STOPS
from newsquote.kinds import SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsquote._names.spotting import Name, Names
    from newsquote._text.doc import Doc
    from newsquote._text.ranges import Chars

__all__ = [
    "ParagraphContent",
    "find_answers",
    "has_words",
    "paragraphs_as_pieces",
    "who_is_introduced",
]

_MAX_QUESTION_TOKENS = 60
_LABEL_TOKENS = 4
"""At a question's beginning, in which a colon would name who asks: that is a turn."""
_PARAGRAPHS_A_MENTION = 4
"""One paragraph in so many may tell of who answers in the third person, as an aside; more of them
make an article about somebody."""
_BOLD = frozenset("*_")


class _Question(NamedTuple):
    paragraph: int
    bold: bool
    asks: bool
    """It ends in a question mark."""


class ParagraphContent(NamedTuple):
    """Whole paragraphs as a content: what an attribution has to know of them."""

    pieces: tuple[Chars, ...]
    marks: tuple[int, ...]
    paragraph: int
    sentence: int


def paragraphs_as_pieces(
    doc: Doc, numbers: Sequence[int], mark_at: Sequence[int]
) -> ParagraphContent:
    """The content of some paragraphs, at least one of which has words."""
    runs = [doc.paragraph_tokens[number] for number in numbers]
    return ParagraphContent(
        pieces=tuple(doc.chars_of(i, j) for i, j in runs if i < j),
        marks=marks_in(mark_at, runs),
        paragraph=numbers[0],
        sentence=doc.sentence_of(runs[0][0]),
    )


def has_words(doc: Doc, number: int) -> bool:
    """Whether a paragraph has tokens; one of odd characters alone has none."""
    i, j = doc.paragraph_tokens[number]
    return i < j


def find_answers(
    doc: Doc, names: Names, mark_at: Sequence[int], headline: int | None
) -> list[Attribution]:
    """The answers of an interview, one for all paragraphs between two questions.

    :param mark_at: for each token the marked text around it, or -1.
    :param headline: which of the paragraphs is the headline.
    """
    questions = list(_questions(doc, mark_at, headline))
    if not any(question.asks for question in questions):
        return []
    if len(questions) == 1 and not questions[0].bold:
        return []
    who = who_is_introduced(doc, names, questions[0].paragraph)
    if who is None:
        return []
    answers = _Answers(doc, mark_at, questions)
    if not answers.are_of_a_talk_with(who):
        return []
    return [
        _answer(doc, paragraphs, who, mark_at)
        for paragraphs in answers.groups
        if any(has_words(doc, number) for number in paragraphs)
    ]


def who_is_introduced(doc: Doc, names: Names, first: int) -> Chars | None:
    """The one person whom the paragraphs before ``first`` introduce, where it is one.

    Of several people the one counts who alone has a given name that is known.

    :param first: the number of a paragraph.
    """
    end, _ = doc.paragraph_tokens[first]
    people = _people_by_surname(doc, names, end)
    given_names = doc.pack.words("given_names")
    likely = [name for name in people if doc.lowers[name.bare] in given_names]
    if not likely:
        likely = people
    if len(likely) != 1:
        return None
    (name,) = likely
    return doc.chars_of(name.i, name.j)


def _people_by_surname(doc: Doc, names: Names, end: int) -> list[Name]:
    """The people named before a token, each by the first of the fullest forms of the name."""
    found: dict[str, Name] = {}
    for name in names.between(0, end):
        if name.kind != SpeakerKind.PERSON or name.place:
            continue
        surname = doc.lowers[name.j - 1]
        known = found.get(surname)
        if known is None or _length(name) > _length(known):
            found[surname] = name
    return list(found.values())


def _length(name: Name) -> int:
    """The tokens of a name without its titles."""
    return name.j - name.bare


# --------------------------------------------------------------------- questions


def _questions(doc: Doc, mark_at: Sequence[int], headline: int | None) -> Iterator[_Question]:
    for number in range(len(doc.paragraphs)):
        question = None if number == headline else _question(doc, mark_at, number)
        if question is not None:
            yield question


def _question(doc: Doc, mark_at: Sequence[int], number: int) -> _Question | None:
    """A paragraph that is one question, or a sentence in bold, and quotes nobody."""
    words = doc.words
    first, last = doc.paragraph_tokens[number]
    i, j = _without_bold_signs(doc, first, last)
    length = j - i
    if not 0 < length <= _MAX_QUESTION_TOKENS:
        return None
    bold = first < i and j < last
    sign = words[j - 1]
    asks = sign == "?"
    if not (bold or asks) or sign not in STOPS:
        return None
    if max(mark_at[i:j]) >= 0 or ":" in words[i : i + _LABEL_TOKENS]:
        return None
    if bold or STOPS.isdisjoint(words[i : j - 1]):
        return _Question(number, bold, asks)
    return None


def _without_bold_signs(doc: Doc, i: int, j: int) -> tuple[int, int]:
    """Tokens without the asterisks and underscores that make them bold."""
    words = doc.words
    while i < j and words[i] in _BOLD:
        i += 1
    while i < j and words[j - 1] in _BOLD:
        j -= 1
    return i, j


# --------------------------------------------------------------------- answers


class _Answers:
    """What stands below the questions, and whether a person answers there."""

    def __init__(self, doc: Doc, mark_at: Sequence[int], questions: Sequence[_Question]) -> None:
        self.doc, self.mark_at, self.questions = doc, mark_at, questions
        self.groups: list[Sequence[int]] = [
            range(one.paragraph + 1, following.paragraph) for one, following in pairwise(questions)
        ]
        self.groups.append(self._last_answer(questions[-1].paragraph))

    def _last_answer(self, question: int) -> list[int]:
        """The paragraphs of the last answer: the first, and those behind it that speak as "I"."""
        numbers = range(question + 1, len(self.doc.paragraphs))
        found = list(numbers[:1])
        for number in numbers[1:]:
            if not self._speaks_as_i(number):
                break
            found.append(number)
        return found

    def _speaks_as_i(self, number: int) -> bool:
        """Whether a paragraph speaks as "I" outside of quotation marks."""
        lowers = self.doc.lowers
        singular = self.doc.pack.closed("first_person_words")
        for k in range(*self.doc.paragraph_tokens[number]):
            if lowers[k] in singular and self.mark_at[k] < 0:
                return True
        return False

    def are_of_a_talk_with(self, who: Chars) -> bool:
        """Whether they are those of a talk with a person, and not of an explainer."""
        if self._tell_of(who):
            return False
        asked = self._are_bold() or self._address_somebody()
        if self._is_announced():
            return asked or self._speak()
        return asked and self._speak()

    def _are_bold(self) -> bool:
        return all(question.bold for question in self.questions)

    def _tell_of(self, who: Chars) -> bool:
        """Whether many paragraphs name who should be speaking in them."""
        surname = self.doc.lowers[self.doc.token_at(who.end - 1)]
        paragraphs = naming = 0
        for number in chain.from_iterable(self.groups):
            paragraphs += 1
            naming += surname in self._lowers(number)
        return naming * _PARAGRAPHS_A_MENTION > paragraphs

    def _is_announced(self) -> bool:
        """Whether what stands above the questions calls it an interview."""
        first, _ = self.doc.paragraph_tokens[self.questions[0].paragraph]
        interview_words = self.doc.pack.closed("interview_words")
        return not interview_words.isdisjoint(self.doc.lowers[:first])

    def _address_somebody(self) -> bool:
        """Whether a question speaks to somebody as "you"."""
        to_you = self.doc.pack.closed("second_person_words")
        for question in self.questions:
            if not to_you.isdisjoint(self._lowers(question.paragraph)):
                return True
        return False

    def _speak(self) -> bool:
        """Whether an answer speaks as "I"."""
        return any(map(self._speaks_as_i, chain.from_iterable(self.groups)))

    def _lowers(self, number: int) -> list[str]:
        return self.doc.lowers[slice(*self.doc.paragraph_tokens[number])]


def _answer(doc: Doc, paragraphs: Sequence[int], who: Chars, mark_at: Sequence[int]) -> Attribution:
    content = paragraphs_as_pieces(doc, paragraphs, mark_at)
    return Attribution(
        pieces=content.pieces,
        marks=content.marks,
        voice=who,
        paragraph=content.paragraph,
        sentence=content.sentence,
        rule=Rule.ANSWER,
        evidence=(Convention.QUESTION_ABOVE, Rule.ANSWER),
    )
