"""Who has the turn: the label with which a paragraph of a talk begins.

In: a paragraph. Out: the label, as tokens. Why: a colon also stands behind headings ("In brief:")
and in times. What stands before it names a speaker if it is a name, a part in a talk
("Interviewer"), a letter ("Q"), a handle, or all in capitals.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newsquote._names.spotting import Names
    from newsquote._text.doc import Doc

__all__ = [
    "TurnLabel",
    "is_handle",
    "is_office_label",
    "is_role_label",
    "label_letter",
    "turn_label",
]

_MAX_LABEL_TOKENS = 5
_MAX_NAME_TOKENS = 4
"""Of a label with capitals at the names' beginnings only; longer ones are headings."""
_MAX_ROLE_TOKENS = 2
"""Of a part in a talk: "Second reporter"."""
_MAX_TOKENS_TO_COLON = 11
"""The label, and an aside in brackets: "Lee (laughs):"."""
_MAX_SIGNS_BEFORE = 2
"""The asterisks of bold letters."""
_MAX_TIME_TOKENS = 8
"""Of a time in brackets, with the brackets."""
_OPENING_BRACKETS = frozenset("([")
_CLOSING_BRACKETS = frozenset(")]")
_MIN_TURN_TOKENS = 2
"""A label and a word that is said."""


class TurnLabel(NamedTuple):
    """Who has the turn: the tokens of the name, and the colon."""

    first: int
    end: int
    colon: int


def turn_label(doc: Doc, names: Names, number: int) -> TurnLabel | None:
    """The label with which a paragraph begins; None if it begins with none."""
    i, j = doc.paragraph_tokens[number]
    if j - i < _MIN_TURN_TOKENS:
        return None
    colon = i + 1
    is_posted = _is_handle(doc.words[i]) and doc.words[colon] == ":"
    if is_posted and colon + 1 < j:
        return TurnLabel(i, colon, colon)
    start = _past_signs(doc, i, j)
    if start + 1 < j and _is_letter_with_stop(doc, start):
        return TurnLabel(start, start + 1, start)
    label = _before_colon(doc, start, j)
    if label is None or not _names_speaker(doc, names, label):
        return None
    return label


def _is_handle(word: str) -> bool:
    return word[0] == "@" and len(word) > 1


def _past_signs(doc: Doc, i: int, j: int) -> int:
    """The first word of a paragraph, if only a few signs stand before it."""
    words = doc.words
    start = _past_time(doc, i, j)
    stop = min(j, start + _MAX_SIGNS_BEFORE)
    while start < stop and not words[start][0].isalnum():
        start += 1
    return start


def _past_time(doc: Doc, i: int, j: int) -> int:
    """Behind the time of a recording with which a paragraph begins: "[00:03:15] Lee:"."""
    words = doc.words
    if words[i] not in _OPENING_BRACKETS:
        return i
    stop = min(j, i + _MAX_TIME_TOKENS)
    for k in range(i + 1, stop):
        if words[k] in _CLOSING_BRACKETS:
            return k + 1
        if words[k] != ":" and not words[k][0].isdigit():
            return i
    return i


def _is_letter_with_stop(doc: Doc, k: int) -> bool:
    """Whether a token is a label of its own, without a colon: "Q."."""
    word = doc.words[k]
    if len(word) != len("Q.") or not word.isupper():
        return False
    return bool(label_letter(doc, k))


def _before_colon(doc: Doc, start: int, end: int) -> TurnLabel | None:
    """What stands before a colon near a paragraph's beginning, without an aside in brackets."""
    words = doc.words
    stop = min(end - 1, start + _MAX_TOKENS_TO_COLON + 1)
    near = words[start:stop]
    if ":" not in near:
        return None
    colon = start + near.index(":")
    label_end = colon
    if words[colon - 1] == ")":
        label = words[start:colon]
        label_end = start + label.index("(") if "(" in label else colon
    length = label_end - start
    if not 0 < length <= _MAX_LABEL_TOKENS:
        return None
    return TurnLabel(start, label_end, colon)


def _names_speaker(doc: Doc, names: Names, label: TurnLabel) -> bool:
    """Whether a label is in capitals, a part in a talk or a name, and no heading."""
    words = doc.words[label.first : label.end]
    if words[0].isupper() and all(word.isupper() or word in ".,'’-" for word in words):
        return True
    if is_role_label(doc, label) or is_office_label(doc, label):
        return True
    if len(words) > _MAX_NAME_TOKENS:
        return False
    pack = doc.pack
    small = pack.words("prepositions") - pack.words("name_particles")
    if not small.isdisjoint(doc.lowers[label.first : label.end]):
        return False
    return names.at(label.first) is not None and names.at(label.end - 1) is not None


def label_letter(doc: Doc, k: int) -> str:
    """The letter of a label that names nobody, as "q" of "Q." or "Q:"; empty for other words."""
    word = doc.lowers[k].removesuffix(".")
    return word if word in doc.pack.closed("letter_labels") else ""


def is_role_label(doc: Doc, label: TurnLabel) -> bool:
    """Whether a label says only which part somebody has in the talk: "Second reporter"."""
    if label.end - label.first > _MAX_ROLE_TOKENS:
        return False
    roles = doc.pack.closed("turn_labels")
    return doc.lowers[label.end - 1] in roles


def is_handle(doc: Doc, label: TurnLabel) -> bool:
    """Whether a label is a handle, so that the words behind it are a post."""
    return _is_handle(doc.words[label.first])


def is_office_label(doc: Doc, label: TurnLabel) -> bool:
    """Whether a label is an article and an office: "The Prime Minister"."""
    if doc.lowers[label.first] not in doc.pack.closed("articles"):
        return False
    words = doc.lowers[label.first + 1 : label.end]
    roles = doc.pack.words("roles")
    return bool(words) and (words[-1] in roles or " ".join(words) in roles)
