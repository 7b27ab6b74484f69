"""Turns of talk: "NAME: words".

In: a ``Doc`` and its names. Out: attributions, one a turn. Why: interviews, transcripts and
headlines name the speaker in front of a colon. The rest of the paragraph is the content, and a
paragraph that follows without a name goes on with it only if its marks say so, or if nobody is
reported to speak in it.
"""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from newsquote._quotes.attribution import Attribution, CueMention
from newsquote._quotes.clauses import cues
from newsquote._quotes.conventions.interviews import who_is_introduced
from newsquote._quotes.conventions.speaking_labels import SpeakingLabels
from newsquote._quotes.conventions.turn_labels import is_role_label, label_letter, turn_label
from newsquote._quotes.places import marks_in
from newsquote._quotes.rules import Convention, Rule
from newsquote._text.ranges import Chars, Tokens
from newsquote.kinds import CueCategory, Mode, Polarity

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from newsquote._names.spotting import Names
    from newsquote._quotes.clauses.cues import Cue
    from newsquote._quotes.conventions.turn_labels import TurnLabel
    from newsquote._text.doc import Doc

__all__ = ["find_turns"]

_MAX_PARAGRAPHS_BETWEEN = 3
"""Between two turns that go on with the first: more are an article around two labels."""
_BRACKETS = frozenset("([")


class _Labelled(NamedTuple):
    paragraph: int
    label: TurnLabel


def find_turns(
    doc: Doc, names: Names, mark_at: Sequence[int], headline: int | None, reported: Sequence[Cue]
) -> list[Attribution]:
    """The turns of a text.

    :param mark_at: for each token the marked text around it, or -1.
    :param headline: which of the paragraphs is the headline.
    :param reported: the cues of the text.
    """
    labelled = [
        _Labelled(number, label)
        for number in range(len(doc.paragraphs))
        if (label := turn_label(doc, names, number)) is not None
    ]
    if not labelled:
        return []
    labelled, body = _speaking(doc, names, headline, reported, labelled)
    if not labelled:
        return []
    answerer = who_is_introduced(doc, names, labelled[0].paragraph)
    found = []
    for n, one in enumerate(labelled):
        in_headline = one.paragraph == headline
        if in_headline or body or _is_posted(doc, one.label):
            runs = [_rest(doc, one)]
            if not in_headline:
                following = labelled[n + 1].paragraph if n + 1 < len(labelled) else one.paragraph
                runs += _going_on(doc, one.paragraph, body) or _between(
                    doc, one.paragraph, following
                )
            found.append(_turn(doc, one, runs, mark_at, answerer))
    return found


def _speaking(
    doc: Doc,
    names: Names,
    headline: int | None,
    reported: Sequence[Cue],
    labelled: Sequence[_Labelled],
) -> tuple[list[_Labelled], frozenset[int]]:
    """The labels that are somebody who speaks, and the paragraphs of those of a talk.

    A paragraph behind another label is none of a turn before it, so that it is kept apart.
    """
    speaking = SpeakingLabels(doc, names, reported)
    body = [one for one in labelled if one.paragraph != headline and speaking.may_speak(one.label)]
    heard = {speaking.key(one.label) for one in body}
    head = [
        one
        for one in labelled
        if one.paragraph == headline
        and (speaking.may_head(one.label) or speaking.key(one.label) in heard)
    ]
    kept = sorted([*head, *body])
    if head and (is_role_label(doc, head[0].label) or speaking.key(head[0].label) in heard):
        body = kept
    if not speaking.of_talk([one.label for one in body]):
        kept = [one for one in kept if one.paragraph != headline or speaking.may_head(one.label)]
        body = []
    return kept, frozenset(one.paragraph for one in body)


def _turn(
    doc: Doc,
    labelled: _Labelled,
    runs: Sequence[Tokens],
    mark_at: Sequence[int],
    answerer: Chars | None,
) -> Attribution:
    """The attribution of a turn.

    :param runs: what is said, as tokens.
    :param answerer: the one whom the text introduces above the first turn.
    """
    label = labelled.label
    letter = label_letter(doc, label.first) if label.end - label.first == 1 else ""
    asks = letter in doc.pack.closed("question_labels")
    sign = doc.ends[label.colon] - 1
    return Attribution(
        pieces=tuple(doc.chars_of(i, j) for i, j in runs),
        marks=marks_in(mark_at, runs),
        cue=CueMention(
            range=Chars(sign, sign + 1),
            lemma=doc.text[sign],
            category=CueCategory.PUNCTUATION,
            polarity=Polarity.POSITIVE,
        ),
        source=Chars(doc.starts[label.first], min(sign, doc.ends[label.end - 1])),
        labelled=bool(letter),
        voice=answerer if letter and not asks else None,
        mode=Mode.WRITING if _is_posted(doc, label) else None,
        paragraph=labelled.paragraph,
        sentence=doc.sentence_of(label.first),
        rule=Rule.TURN,
        evidence=(Convention.COLON_BEHIND_NAME, Rule.TURN),
    )


def _is_posted(doc: Doc, label: TurnLabel) -> bool:
    """Whether a label is a handle, so that the words are a post."""
    return doc.words[label.first][0] == "@"


def _rest(doc: Doc, labelled: _Labelled) -> Tokens:
    """The rest of a labelled paragraph, behind the asterisks with which bold letters end."""
    end = doc.paragraph_tokens[labelled.paragraph][1]
    start = labelled.label.colon + 1
    while start < end - 1 and doc.words[start] == "*":
        start += 1
    return Tokens(start, end)


def _going_on(doc: Doc, number: int, labelled: Container[int]) -> list[Tokens]:
    """The paragraphs behind a turn that open the quotation anew which the one before left open.

    Directions in brackets do not speak.
    """
    found = []
    for k in range(number + 1, len(doc.paragraphs)):
        i, j = doc.paragraph_tokens[k]
        if k in labelled or i + 1 >= j or not _is_opened_anew(doc, k):
            break
        if doc.words[i + 1] in _BRACKETS:
            break
        found.append(Tokens(i, j))
    return found


def _is_opened_anew(doc: Doc, number: int) -> bool:
    """Whether a paragraph begins with marks that go on the quotation of the one before."""
    start = doc.paragraphs[number][0]
    n = bisect_left(doc.marked, start, key=attrgetter("start"))
    if n == len(doc.marked) or doc.marked[n].start != start:
        return False
    return doc.marked[n].continues


def _between(doc: Doc, first: int, last: int) -> list[Tokens]:
    """The paragraphs between two turns, if they go on with the first.

    They do if they are few, and nobody is reported to speak in them.
    """
    runs = [Tokens(*doc.paragraph_tokens[k]) for k in range(first + 1, last)]
    if not runs or len(runs) > _MAX_PARAGRAPHS_BETWEEN:
        return []
    verbs = cues.verbs(doc.pack)
    for i, j in runs:
        if any(doc.lowers[k] in verbs or doc.words[k] in _BRACKETS for k in range(i, j)):
            return []
    return [run for run in runs if run.i < run.j]
