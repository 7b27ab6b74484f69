"""Lines of the story -> what kind of paragraph each is.

In: the lines that no judge has taken from the story. Out: a verdict on each: running text, a
heading, a list item, a question, a turn of a conversation, a pull quote. Why: a heading is said by
nobody, a question by the one who asks, a pull quote was said once and not twice; and a paragraph of
running text is what is left when all of these are told apart.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsquote._page.rulings import Ruling
from newsquote._page.verdicts import Judge, Sign, Verdict
from newsquote.kinds import BlockRole, ParagraphKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsquote._page.line import Line

__all__ = ["NOTHING_AGAINST", "judge_paragraphs", "kind_of_paragraph"]

_MAX_HEADING_WORDS = 15
_MAX_QUESTION_WORDS = 40
_MIN_PULLED_WORDS, _MAX_PULLED_WORDS = 5, 45
"""Fewer words may come back by chance."""
_MAX_PULLED_SEARCHES = 40
"""Lines that are looked for elsewhere on the page: it keeps the time linear."""
_MIN_LIST_LINES = 2
_MIN_LIST_LINES_WITHOUT_COLON = 3
"""Lines in a row that are a list without a colon above."""
_MIN_LABELS_COMING_BACK = 3
"""So many labels make a conversation."""
_MAX_LABELLED_CHARS = 80
"""Characters of a line within which its label is looked for when they are counted."""
_NO_HEADING_ENDS = (".", ":", ",", ";", '"', "”", "’", "'", "…", "!", "—", "-")
_MARKS = "\"“”„«»'‘’ \t\u00a0"
_CURRENCY_SIGNS = "£$€"
_QUESTION_LABEL = "Q"
_INTERVIEW_LABELS = frozenset({"Q", "A"})


def _body(sign: Sign) -> Verdict:
    return Verdict(BlockRole.BODY, Judge.PARAGRAPH, sign)


NOTHING_AGAINST = _body(Sign.NOTHING_AGAINST)
"""A line that nobody takes for anything else is body."""
_ITEM = _body(Sign.BULLET_OR_NUMBER)
_TURN = _body(Sign.TURN_LABEL)
_QUESTION_TURN = _body(Sign.QUESTION_LABEL)
_QUESTION = _body(Sign.QUESTION_ALONE)
_ENTRY = _body(Sign.LINE_OF_LIST)
_PULLED = _body(Sign.PRINTED_IN_PARAGRAPH)
_HEADING = Verdict(BlockRole.HEADING, Judge.PARAGRAPH, Sign.SHORT_WITHOUT_STOP)
_KINDS = {
    Sign.NOTHING_AGAINST: ParagraphKind.TEXT,
    Sign.BULLET_OR_NUMBER: ParagraphKind.LIST_ITEM,
    Sign.LINE_OF_LIST: ParagraphKind.LIST_ITEM,
    Sign.TURN_LABEL: ParagraphKind.TURN,
    Sign.QUESTION_LABEL: ParagraphKind.QUESTION,
    Sign.QUESTION_ALONE: ParagraphKind.QUESTION,
    Sign.PRINTED_IN_PARAGRAPH: ParagraphKind.PULL_QUOTE,
    Sign.SHORT_WITHOUT_STOP: ParagraphKind.HEADING,
    Sign.DATELINE_ALONE: ParagraphKind.TEXT,
    Sign.SIGNED_POST: ParagraphKind.TEXT,
}
"""What kind of paragraph a line is by the sign that told it."""


@cache
def _label() -> re.Pattern[str]:
    """The label of a turn in a conversation: "Q:", "LEE:", "Ann Lee:"."""
    return re.compile(
        r"(?P<label>[QA](?=[.:])|[A-Z][A-Z.'’-]+(?:\s[A-Z][A-Z.'’-]+){0,3}(?=:)"
        r"|[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,2}(?=:))[.:]\s+(?=\S)"
    )


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"(?:\d{1,2}[.)]|\(\d{1,2}\)|#\d{1,2}[.:]?)\s+(?=\S)")


@cache
def _signed_post() -> re.Pattern[str]:
    """The line that signs a quoted post: "— Dana Whitlock (@danawhit) March 4, 2024"."""
    return re.compile(r"[—–-]{1,2}\s?.{2,60}\(@\w{2,30}\)")


class _Story(NamedTuple):
    """What a paragraph must know of the others."""

    labels: frozenset[str]
    """The labels of a conversation."""
    listed: frozenset[int]
    """The lines of lists without bullets."""
    pulled: frozenset[int]
    """The lines whose words stand in a paragraph, too."""


def kind_of_paragraph(verdict: Verdict) -> ParagraphKind | None:
    """What kind of paragraph a verdict makes of a line; None where it is not the story's."""
    return _KINDS.get(verdict.why)


def judge_paragraphs(lines: Sequence[Line], members: Sequence[int]) -> Iterator[Ruling]:
    """A verdict on each line of the story.

    :param members: their indexes, in order.
    """
    story = _Story(
        labels=_find_turn_labels(lines, members),
        listed=_find_list_lines(lines, members),
        pulled=_find_pulled(lines, members),
    )
    last = len(members) - 1
    for place, i in enumerate(members):
        verdict = _judge_line(lines[i], story.labels, inside=0 < place < last)
        if verdict is NOTHING_AGAINST or verdict is _HEADING:
            if i in story.listed:
                verdict = _ENTRY
            elif i in story.pulled:
                verdict = _PULLED
        yield Ruling(lines[i], verdict)


def _judge_line(line: Line, labels: frozenset[str], *, inside: bool) -> Verdict:
    """What a line of the story is by itself.

    :param inside: whether other lines of the story stand above and below it.
    """
    if line.has_bullet or line.match(_number()):
        return _ITEM
    label = _find_label(line.text)
    if label is not None and label in labels:
        return _QUESTION_TURN if label == _QUESTION_LABEL else _TURN
    if not inside:
        return NOTHING_AGAINST
    if _only_asks(line):
        return _QUESTION
    return _HEADING if label is None and _is_heading(line) else NOTHING_AGAINST


def _find_label(text: str) -> str | None:
    """The label with which a line opens; few lines have a colon, so that is looked for first."""
    if text[0] not in _INTERVIEW_LABELS and ":" not in text:
        return None
    match = _label().match(text)
    return match["label"] if match else None


def _find_turn_labels(lines: Sequence[Line], members: Sequence[int]) -> frozenset[str]:
    """The labels of a conversation, if the page prints one: enough of them come back."""
    counts: Counter[str] = Counter()
    for i in members:
        label = _find_label(lines[i].text[:_MAX_LABELLED_CHARS])
        if label is not None:
            counts[label] += 1
    coming_back = sum(count for count in counts.values() if count > 1)
    conversation = coming_back >= _MIN_LABELS_COMING_BACK or counts.keys() >= _INTERVIEW_LABELS
    return frozenset(counts) if conversation else frozenset()


def _find_list_lines(lines: Sequence[Line], members: Sequence[int]) -> frozenset[int]:
    """The bare lines that stand one below the other and are entries of a list, no headings."""
    found: set[int] = set()
    run: list[int] = []
    for i in members:
        bare = _is_bare(lines[i])
        if bare and run and run[-1] == i - 1:
            run.append(i)
            continue
        if _is_list(lines, run):
            found.update(run)
        run = [i] if bare else []
    if _is_list(lines, run):
        found.update(run)
    return frozenset(found)


def _is_bare(line: Line) -> bool:
    if line.ends_sentence:
        return False
    if line.is_prose:
        return False
    if line.has_bullet:
        return False
    return line.text[-1] not in ":,"


def _is_list(lines: Sequence[Line], run: Sequence[int]) -> bool:
    """Whether bare lines stand behind a colon, or have numbers or small letters in front."""
    if len(run) < _MIN_LIST_LINES:
        return False
    if run[0] and _leads_to_list(lines[run[0] - 1]):
        return True
    if len(run) < _MIN_LIST_LINES_WITHOUT_COLON:
        return False
    counted = sum(1 for i in run if _opens_as_entry(lines[i].text[0]))
    return counted > len(run) // 2


def _leads_to_list(line: Line) -> bool:
    return line.role is None and line.text[-1] == ":"


def _opens_as_entry(first: str) -> bool:
    return first.isdigit() or first.islower() or first in _CURRENCY_SIGNS


def _find_pulled(lines: Sequence[Line], members: Sequence[int]) -> frozenset[int]:
    """The lines whose words stand in a paragraph of the story, too."""
    found: set[int] = set()
    if not members:
        return frozenset()
    text = lines[members[0]].full_text
    first, last = lines[members[0]].start, lines[members[-1]].end
    searches = 0
    for i in members[1:]:
        line = lines[i]
        if searches == _MAX_PULLED_SEARCHES:
            break
        if not _may_be_pulled(line):
            continue
        searches += 1
        words = line.text.strip(_MARKS).rstrip(".,")
        at = text.find(words, first, last)
        if line.start <= at < line.end:
            at = text.find(words, line.end, last)
        if at >= 0:
            found.add(i)
    return frozenset(found)


def _may_be_pulled(line: Line) -> bool:
    if line.has_bullet:
        return False
    if not _MIN_PULLED_WORDS <= line.word_count <= _MAX_PULLED_WORDS:
        return False
    return not line.is_prose or line.text[0] in _MARKS


def _only_asks(line: Line) -> bool:
    """Whether a line is one question and quotes nobody."""
    text = line.text
    if line.word_count > _MAX_QUESTION_WORDS:
        return False
    if not text.endswith("?"):
        return False
    return '"' not in text and "“" not in text and "”" not in text and ". " not in text


def _is_heading(line: Line) -> bool:
    """Whether a short line ends as no sentence does and quotes nobody."""
    text = line.text
    if line.word_count > _MAX_HEADING_WORDS:
        return False
    if text.endswith(_NO_HEADING_ENDS):
        return False
    return text[0] not in '"“' and _signed_post().match(text) is None
