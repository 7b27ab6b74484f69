"""Every feature template of the model, in one table.

In: nothing. Out: a row for each template, and the row that a key belongs to. Why: training,
reading, the page of the documentation and the tests read the same rows, so none of them can know a
feature that the others do not.

A key is a name and values: ``w-1=said`` is the template ``w`` for the word before the token. The
weights are numbers by key. The tagger's keys are made from its rows (``token_templates``); the
other steps spell theirs where they score candidates, and a test holds those against the rows.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsquote._quotes.model.token_templates import OF_NEIGHBOURS, OF_STATES, OF_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsquote._quotes.model.spellings import OfNeighbours, OfState, OfWord

__all__ = ["TEMPLATES", "Step", "Template", "template_of"]


class Step(StrEnum):
    """The steps that have weights of their own, in the order in which they are taken."""

    TOKENS = "tokens"
    LEFT = "left"
    RIGHT = "right"
    SOURCE = "source"
    CONTENT = "content"
    JOINT = "joint"


class Template(NamedTuple):
    """A row of the table."""

    step: Step
    name: str
    """What its keys begin with; no other row of the step has it."""
    says: str
    """The values of a key, in their order."""
    made: OfWord | OfNeighbours | OfState | None = None
    """How the tagger's keys are made."""
    is_bias: bool = False
    """Whether its only key is the name itself."""


def _rows(step: Step, rows: Iterable[tuple[str, str]]) -> list[Template]:
    return [Template(step, name, says) for name, says in rows]


def _biases(step: Step, rows: Iterable[tuple[str, str]]) -> list[Template]:
    return [Template(step, name, says, is_bias=True) for name, says in rows]


# ---------------------------------------------------------------- the words of a cue

_OF_LEFT = (
    ("lw", "the cue's first word; words from there to its head, up to 2"),
    ("lc", "the class of the first word; words to the head, up to 2"),
    ("lpc", "the classes of the word before the cue and of its first word"),
    ("lb", "the word before the cue"),
    ("lp", "the class of the word before the cue"),
    ("ln", "words from the first one to the head"),
    ("lr", "agreement of the first word up to the head with the hinted cue"),
    ("lhp", "the class of the head; the class of the word before the cue; words to the head"),
    ("lq", "the classes from the first word up to the head"),
)
_OF_RIGHT = (
    ("rw", "the cue's last word; words from the head to there, up to 3"),
    ("rc", "the class of the last word; words from the head, up to 2"),
    ("rpc", "the classes of the last word and of the word behind the cue"),
    ("rb", "the word behind the cue"),
    ("rp", "the class of the word behind the cue"),
    ("rn", "words from the head to the last one"),
    ("rr", "agreement of the head up to the last word with the hinted cue"),
    ("rhb", "the head; the word behind the cue; words from the head to the last one, 1 or 2"),
    ("rhb0", "the head, which is the last word; the word behind it"),
    ("rhp", "the class of the head; the class behind the cue; words from the head, up to 3"),
    ("rq", "the classes behind the head up to the last word"),
)

# ---------------------------------------------------------------- the source

_BIASES_OF_SOURCE = (("n0", "no source: bias"),)
_OF_SOURCE = (
    ("n1", "no source: the cue's head"),
    ("n2", "no source: the class of the head"),
    ("n3", "no source: the classes of the cue's first word and of the token behind the cue"),
    ("n8", "no source: tokens of the sentence before the cue, up to 4"),
    ("n9", "no source: the cue's first word"),
    ("n10", "no source: the word behind the cue"),
    ("nR", "no source: whether the hint names one (s, n, - without a hint), the hint's side"),
    ("s1", "start: side, the tagger's score for a source's start"),
    ("sA", "start: side, distance to the cue"),
    ("sB", "start: side, the word"),
    ("sC", "start: side, its class"),
    ("sE", "start: side, the class before it and its own"),
    ("sG", "start: side, whether it is inside marks, whether the cue is"),
    ("sH", "start: side, its place in the sentence up to 2, commas between it and the cue up to 3"),
    ("sI", "start: side, likely heads of cues between it and the cue, up to 3"),
    ("e1", "end: side, the tagger's score for a source's end"),
    ("eA", "end: side, distance to the cue"),
    (
        "eB",
        "end: side L, the classes between it and the cue; side R, the two classes behind it",
    ),
    ("eC", "end: side, its class"),
    ("eD", "end: side, its class and the class behind it"),
    ("eF", "end: side, the word behind it"),
    ("eG", "end: side, the class of the cue's head, distance to the cue"),
    ("eH", "end: side, the cue's head, distance to the cue up to 3"),
    ("eI", "end: side, likely heads between it and the cue up to 4, commas up to 3"),
    ("eJ", "end: side, breaks between it and the cue up to 3, finite verbs up to 3"),
    ("eL", "end: side, whether it is inside marks, whether the cue is, marks between up to 2"),
    ("qA", "whole: side, tokens"),
    ("qB", "whole: side, the kinds of the first six tokens"),
    ("qC", "whole: side, the classes of up to three tokens, > for more"),
    ("qD", "whole: side, commas up to 2, likely heads up to 2, whether it touches the cue"),
    ("qE", "whole: side, finite verbs up to 2, breaks up to 2"),
    ("qF", "whole: side, the classes of the first and the last token"),
    ("qG", "whole: side, whether a better end is in it, whether a better start is, commas up to 2"),
    ("qH", "whole: side, whether it begins the sentence, whether it touches the cue"),
    ("qI", "whole: side, the classes before and behind it"),
    ("qL", "whole: side, whether a mark is in it"),
    ("qR", "whole: side, agreement with the hinted source"),
    ("qS", "whole: side, agreement with the hinted source, whether the hint names one, its side"),
)

# ---------------------------------------------------------------- the content

_BIASES_OF_CONTENT = (
    ("0", "nothing: bias"),
    ("L0", "nothing before the cue: bias"),
    ("R0", "nothing behind the cue: bias"),
    ("oL", "before the cue only: bias"),
    ("oR", "behind the cue only: bias"),
    ("b", "on both sides: bias"),
)
_OF_CONTENT = (
    ("0a", "nothing: the classes behind the cue, the source as one"),
    ("0b", "nothing: the classes before the cue, the source as one"),
    ("0c", "nothing: the class of the cue's head"),
    ("0f", "nothing: the frames of the head"),
    ("0h", "nothing: the head"),
    ("0i", "nothing: whether the head is inside marks"),
    ("0k", "nothing: the classes of the cue's first and last word"),
    ("0n", "nothing: the head, the class behind the cue"),
    ("0p", "nothing: the class before the cue, the class of the head"),
    ("0R", "nothing: the hint's rule"),
    ("0S", "nothing: the hint's rule, the class of the head"),
    ("0s", "nothing: 10 without a source, 00 with one before the head, 01 with one behind it"),
    ("0z", "nothing: the tagger's score for the head"),
    ("L1", "nothing before the cue: the classes before it, the source as one"),
    ("L2", "nothing before the cue: marks around the three tokens before, more than three tokens"),
    ("L3", "nothing before the cue: the head"),
    ("L4", "nothing before the cue: marks around the three tokens before, the class before"),
    ("LR", "nothing before the cue: h= where the hint has content there, else n=; its rule"),
    ("R1", "nothing behind the cue: the classes behind it, the source as one"),
    ("R2", "nothing behind the cue: marks around a token behind, tokens behind beside the source"),
    ("R3", "nothing behind the cue: the head, whether fewer than three tokens follow"),
    ("R4", "nothing behind the cue: marks behind, the class behind, fewer than three tokens"),
    ("RR", "nothing behind the cue: h= where the hint has content there, else n=; its rule"),
    ("o1", "one side only: side, where the source is (L before, R behind, 0 none)"),
    ("o2", "one side only: side, the head"),
    ("o3", "one side only: side, where the source is, the class of the head"),
    ("o6", "one side only: side, where the source is, the frames of the head"),
    ("b1", "both sides: marks around the end of the first, the start of the second; the source"),
    ("b4", "both sides: marks around that end, around that start, the head"),
    ("b6", "both sides: marks around that end, around that start, whether they are the same"),
    ("b7", "both sides: marks around that end, that start; the class of the second's first word"),
    ("b8", "both sides: marks there; the class before the second, the class behind the first"),
    ("b9", "both sides: the kind of the second's first word; marks; the class before the second"),
    ("bR", "both sides: agreement with the hinted content before the cue, behind it"),
    ("1", "start: side, the tagger's score for a content's start"),
    ("A", "start: landmark, marks, place"),
    ("B", "start: landmark, the word"),
    ("C", "start: landmark, its class"),
    ("I", "start: side, the frames of the head, the word"),
    ("J", "start: side, distance to the cue, marks"),
    ("KL", "start before the cue: place, marks, class"),
    ("KR", "start behind the cue: the classes between the cue and it"),
    ("M", "start: landmark, marks, the class before it"),
    ("Q", "start: landmark, the frames of the head, marks"),
    ("S", "start: side, its class and the class behind it"),
    ("U", "start: side, likely heads up to 3 and commas up to 3 between it and the head, place"),
    ("V", "start: side, whether the head is inside marks, marks"),
    ("3", "end: side, the tagger's score for a content's end"),
    ("a", "end: landmark, marks, place"),
    ("c", "end: side, its class and the class behind it"),
    ("d", "end: side, the two classes behind it"),
    ("e", "end: side, the word behind it"),
    ("h", "end: side, the class of the head, the class behind it"),
    ("j", "end: side, distance to the cue, marks"),
    ("kL", "end before the cue: the classes between it and the cue"),
    ("kR", "end behind the cue: place, tokens to the sentence's last word, marks"),
    ("l", "end: landmark, marks, the class behind it"),
    ("m", "end: side, the frames of the head, the class behind it"),
    ("n", "end: landmark, the head, place"),
    ("o", "end: landmark, place, the frames of the head"),
    ("p", "end before a comma: side, the word behind the comma, the class behind that; else side"),
    ("q", "end: side, likely heads up to 3 and commas up to 3 between it and the head, place"),
    ("r", "end: side, likely heads up to 2 and commas up to 2 behind it, place, the class behind"),
    ("s", "end: side, whether the head is inside marks, marks"),
    ("t", "end: side, the three classes behind it"),
    ("vA", "piece: side, tokens"),
    ("vB", "piece: side, marks around the first, the last, the same ones, all of what they hold"),
    ("vC", "piece: side, whether the source overlaps it"),
    ("vD", "piece: side, finite verbs up to 2, whether it ends the sentence, its first class"),
    ("vE", "piece: side, likely ends before its own up to 3, commas up to 3, ends the sentence"),
    ("vF", "piece: side, likely heads of cues in it up to 3, whether it ends the sentence"),
    ("vG", "piece: side, a better end in it, a better start in it, whether it ends the sentence"),
    ("vH", "piece: side, sentence ends in it up to 3, marks around the first, the last, the same"),
    ("vI", "piece: side, whether brackets open in it that do not close, or the other way round"),
    ("vK", "piece: side, its first class, the class behind it"),
    (
        "vL",
        "piece: side, touches the cue, ends the sentence, all of what marks hold, marks up to 2",
    ),
    ("vM", "piece: side, the class of the head, tokens"),
    ("vN", "piece: side, finite verbs up to 2, the class behind it"),
    ("vO", "piece: side, the head, fewer than three tokens, whether it ends the sentence"),
    ("vP", "piece: side, finite verbs up to 2, tokens"),
    (
        "vQ",
        "piece: side, first word, half the bucket of its tokens up to 3, verbs, ends the sentence",
    ),
    ("vR", "piece: side, commas up to 3, the class behind it, whether it ends the sentence"),
    ("vS", "piece: side, agreement with the hinted content on that side"),
    ("vT", "piece: side, agreement, the hint's rule"),
    ("vU", "piece: side, agreement, the class of the head"),
)

# ---------------------------------------------------------------- cue, source and content together

_BIASES_OF_JOINT = (("k0", "no attribution: bias"),)
_OF_JOINT = (
    ("lc", "a number, the choice: the log chance of the content among the cue's contents"),
    ("ls", "a number, the choice: the log chance of the source among the cue's sources"),
    (
        "jA",
        "content on L, R or both; source l before or r behind the cue, 0 none; overlap with each",
    ),
    ("jB", "sides of content and source, the class of the head"),
    ("jC", "the order of cue C, source S and pieces P, with the classes of what is between"),
    ("jD", "the order of cue, source and pieces"),
    ("jE", "source in the marks of the cue, in those of a piece; its side"),
    (
        "jF",
        "side of the source, sides of the content, the kinds of the source's first three tokens",
    ),
    ("jG", "side of the source, sides of the content, the class of the source's first token"),
    ("jH", "side of the source, pieces between it and the cue"),
    ("jI", "sides of content and source; for each piece, marks around its first and last token"),
    ("jR", "agreement with the hinted content before the cue, behind it"),
    ("jS", "agreement with the hinted source"),
    ("jT", "agreement with the hinted content and source"),
    ("jU", "agreement with the hinted content, the hint's rule"),
    ("jV", "agreement with the hinted source, the hint's side"),
    ("jW", "how often the source is heard in other attributions of the text, up to 3; -1 no name"),
    ("lA", "piece: side; a rival and all its content in it, a rival's content ending with it"),
    ("lB", "piece: side; a rival's cue and a part of its content in it"),
    ("lC", "piece: side; a rival's cue in it, none of its content"),
    ("lD", "piece: side; the source of a rival outside overlaps it, 2 more if not within it"),
    ("lE", "piece: side; a rival outside has the same piece, 2 more if its cue is nearer"),
    ("lF", "piece: side; a rival's cue between it and the cue, marks around its first and last"),
    ("lG", "piece: side; a rival's content crosses it, 2 more if within it"),
    ("lH", "piece: side; rivals as in lA, lB, lC and lE"),
    ("lI", "piece: side; a nearer rival has the same piece, a rival's cue between, marks"),
    ("ko", "a number, no attribution: minus the log-odds of the contents"),
    ("kp", "a number, no attribution: how far the log-odds are below zero"),
    ("kq", "a number, no attribution: minus how far the log-odds are above three"),
    ("kA", "no attribution: another cue has the same content, 2 if that cue is likelier"),
    ("kB", "no attribution: the cue is in another's content, 2 if that one is likely"),
    ("kC", "no attribution: another cue is in its content, 2 if that one is likely"),
    ("kD", "no attribution: another cue overlaps it, 2 if that one is likelier"),
    ("kE", "no attribution: another's source overlaps the cue, 2 if that one is likely"),
    ("kF", "no attribution: a cue less than six tokens away has the same content, 2 if likelier"),
    ("kG", "no attribution: how unsure the content is, 0 to 3"),
    ("kH", "no attribution: the best source, s or 0 for none; how unsure it is, 0 to 2"),
    ("kI", "no attribution: the class of the head"),
    ("kJ", "no attribution: the log-odds of the contents in halves, 7 and -7 beyond three"),
    ("kK", "no attribution: kA, kB and kF together"),
    ("kL", "no attribution: kG and kH together"),
    ("kM", "no attribution: the head"),
    (
        "kN",
        "no attribution: the sides of the best content, whether marks are around a piece's edge",
    ),
    ("kO", "no attribution: the class of the head, kH"),
    ("kP", "no attribution: tokens of the best content (up to 4, 5 under 12, 6 more), marks"),
    ("kQ", "no attribution: the class of the head, kN"),
    ("kR", "no attribution: kB, whether the head is inside marks"),
    ("kS", "no attribution: the class before the cue, kH"),
    ("kT", "no attribution: the log-odds of the strongest neighbour, -4 to 4"),
    ("kU", "no attribution: the hint's rule"),
    ("kV", "no attribution: the hint's rule, the log-odds in halves"),
    ("kW", "no attribution: the hint's rule, kB and kF"),
    ("kX", "no attribution: the hint's side, the class of the head"),
    ("kY", "no attribution: how often the best source is heard, as in jW"),
)

_OF_TOKENS: tuple[tuple[str, str, OfWord | OfNeighbours | OfState], ...] = (
    *OF_WORDS,
    *OF_NEIGHBOURS,
    *OF_STATES,
)
TEMPLATES: tuple[Template, ...] = (
    *[Template(Step.TOKENS, name, says, made) for name, says, made in _OF_TOKENS],
    *_rows(Step.LEFT, _OF_LEFT),
    *_rows(Step.RIGHT, _OF_RIGHT),
    *_biases(Step.SOURCE, _BIASES_OF_SOURCE),
    *_rows(Step.SOURCE, _OF_SOURCE),
    *_biases(Step.CONTENT, _BIASES_OF_CONTENT),
    *_rows(Step.CONTENT, _OF_CONTENT),
    *_biases(Step.JOINT, _BIASES_OF_JOINT),
    *_rows(Step.JOINT, _OF_JOINT),
)
"""All rows, by step."""


@cache
def _by_name(step: Step) -> Mapping[str, Template]:
    return {row.name: row for row in TEMPLATES if row.step is step}


def template_of(step: Step, key: str) -> Template:
    """The row of a key: the bias that it is, or else the row with the longest name it begins with.

    :raises ValueError: if no row has such a key.
    """
    rows = _by_name(step)
    row = rows.get(key)
    if row is not None and row.is_bias:
        return row
    for length in range(len(key), 0, -1):
        row = rows.get(key[:length])
        if row is not None and not row.is_bias:
            return row
    msg = f"{key!r} is no feature's name"
    raise ValueError(msg)
