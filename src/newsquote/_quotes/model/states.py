"""What is around each token: marks, the edges of its sentence, the nearest cue verbs and signs.

In: a view of a document. Out: the states of its tokens, a letter or digit for each thing, by
stretches of tokens in which one state follows from the other. Why: few stretches are new, so what
the weights say of one is kept for all its tokens; training spells the same stretches out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsquote._quotes.model.token_view import TokenView

__all__ = [
    "BORDER",
    "Stretches",
    "places_in",
    "signs_in",
    "spelled_states",
    "stretches_of",
    "verbs_in",
]

BORDER = ()
"""Stands between two paragraphs."""
_MOST_TOKENS = 60
"""In a stretch, so that what is kept for one stays small."""
_NEAR, _FAR = 4, 5
"""TokenRange to the sign before and to the sign behind are counted up to these."""
_FAR_PLACE = "5"
_PLACES = "0123333444444445".ljust(300, _FAR_PLACE)
"""The bucket of a token's distance from an edge of its sentence; as long as most sentences."""
_MOST_VERBS = 2
_VERB_COUNTS = [
    [f"{before}{behind}" for behind in range(_MOST_VERBS + 1)] for before in range(_MOST_VERBS + 1)
]
_SIGNS = {
    "Q": "q",
    ",": ",",
    ":": ":",
    "END": ".",
    "TH": "t",
    "TO": "o",
    "WH": "w",
    "DASH": "-",
    ";": ";",
    "CC": "&",
    "SB": "b",
}
"""The letter of each class that is a sign."""

Places = tuple[str, int, int, int]
"""The marks of the sentence, its length, the first token and the one behind the last."""
Verbs = tuple[str, int]
"""Marks in the sentence and around the tokens, cue verbs before and behind; tokens."""
Signs = tuple[str, str, int, str, int, int]
"""Marks around the tokens, the sign before and how near it is to the first token, the sign behind
and how near it is, tokens."""
_Run = tuple[str, int, int]
"""Whether it is inside marks, its first token and the one behind its last."""


class Stretches(NamedTuple):
    """The stretches of a document's tokens, with borders between paragraphs."""

    places: list[Places | tuple[()]]
    verbs: list[Verbs | tuple[()]]
    signs: list[Signs | tuple[()]]


def stretches_of(view: TokenView) -> Stretches:
    """The stretches of a document."""
    doc = view.doc
    types = view.types
    out = Stretches([], [], [])
    sign_of = _SIGNS.get
    verbs = [t for t, kind in enumerate(types) if kind.frames]
    signs = [(t, sign) for t, kind in enumerate(types) if (sign := sign_of(kind.klass))]
    marks = _digits(view.inside)
    reached = 0
    for (i, j), paragraph in zip(doc.sentences, doc.sentence_paragraphs, strict=True):
        _add_borders(out, paragraph - reached)
        reached = paragraph
        inside = marks[i:j]
        leads = doc.paragraph_tokens[paragraph][0] == i
        common = _sentence_letters(inside, is_first=paragraph == 0, leads=leads)
        for now, first, last in _runs_in(inside, 0, j - i):
            out.places.append((common + now, j - i, first, last))
        first_verb = bisect_left(verbs, i)
        own_verbs = verbs[first_verb : bisect_left(verbs, j)]
        _add_verbs(out.verbs, common[0], inside, [t - i for t in own_verbs])
        first_sign = bisect_left(signs, (i,))
        own_signs = signs[first_sign : bisect_left(signs, (j,))]
        _add_signs(out.signs, inside, [(t - i, sign) for t, sign in own_signs])
    _add_borders(out, len(doc.paragraph_tokens) - 1 - reached)
    return out


def _digits(flags: Sequence[int]) -> str:
    """Flags as a string of 0 and 1."""
    zeros = bytes(flags).replace(b"\0", b"0")
    return zeros.replace(b"\1", b"1").decode("ascii")


def _sentence_letters(inside: str, *, is_first: bool, leads: bool) -> str:
    """What all tokens of a sentence share.

    :param is_first: whether it is in the first paragraph.
    :param leads: whether it is the first sentence of its paragraph.
    """
    has_marks = "m" if "1" in inside else "-"
    paragraph = "H" if is_first else "b"
    place = "F" if leads else "f"
    at_start = "q" if inside[0] == "1" else "-"
    at_end = "q" if inside[-1] == "1" else "-"
    return has_marks + paragraph + place + at_start + at_end


def _add_borders(out: Stretches, times: int) -> None:
    for column in out:
        column.extend([BORDER] * times)


def _runs_in(inside: str, first: int, last: int) -> list[_Run]:
    """The runs of tokens that are all inside marks or all outside, none of them too long."""
    tokens = last - first
    now = inside[first]
    if tokens <= _MOST_TOKENS and inside.count(now, first, last) == tokens:
        return [(now, first, last)]
    found = _run_pattern().finditer(inside, first, last)
    return [(run[0][0], run.start(), run.end()) for run in found]


@cache
def _run_pattern() -> re.Pattern[str]:
    return re.compile(f"0{{1,{_MOST_TOKENS}}}|1{{1,{_MOST_TOKENS}}}")


def _add_verbs(out: list[Verbs | tuple[()]], marks: str, inside: str, verbs: Sequence[int]) -> None:
    """Add the stretches between the cue verbs of a sentence, and the verbs themselves."""
    start = 0
    count = len(verbs)
    for seen, verb in enumerate([*verbs, len(inside)]):
        counts = _VERB_COUNTS[min(seen, _MOST_VERBS)]
        left = count - seen
        if start < verb:
            near = counts[min(left, _MOST_VERBS)]
            for now, i, j in _runs_in(inside, start, verb):
                out.append((marks + now + near, j - i))
        if left:
            near = counts[min(left - 1, _MOST_VERBS)]
            out.append((marks + inside[verb] + near, 1))
        start = verb + 1


def _add_signs(out: list[Signs | tuple[()]], inside: str, signs: Sequence[tuple[int, str]]) -> None:
    """Add the stretches between the signs of a sentence, and the signs themselves."""
    end = len(inside)
    before, at, start = "^", 0, 0
    all_signs = [*signs, (end, "$"), (end, "")]
    for (t, sign), (following, after) in pairwise(all_signs):
        if start < t:
            for now, i, j in _runs_in(inside, start, t):
                count = j - i
                farthest = count - 1 + _FAR
                near = i - at
                near = near if near < _NEAR else _NEAR
                far = t - i
                far = far if far < farthest else farthest
                out.append((now, before, near, sign, far, count))
        if t < end:
            near = t - at
            near = near if near < _NEAR else _NEAR
            far = following - t
            far = far if far < _FAR else _FAR
            out.append((inside[t], before, near, after, far, 1))
        before = sign
        at = t
        start = t + 1


def places_in(marks: str, length: int, first: int, last: int) -> list[str]:
    """For each token of a stretch the marks and its place in the sentence."""
    places = _PLACES[:length].ljust(length, _FAR_PLACE)
    from_end = places[::-1]
    return [
        f"{marks}{before}{behind}"
        for before, behind in zip(places[first:last], from_end[first:last], strict=True)
    ]


def verbs_in(state: str, count: int) -> list[str]:
    """For each token of a stretch the marks and the cue verbs before and behind it."""
    return [state] * count


def signs_in(now: str, before: str, near: int, behind: str, far: int, count: int) -> list[str]:
    """For each token of a stretch whether it is inside marks, and its nearest signs."""
    return [
        f"{now}{before}{min(near + n, _NEAR)}{behind}{min(far - n, _FAR)}" for n in range(count)
    ]


def spelled_states(view: TokenView) -> list[tuple[str, str, str]]:
    """For each token of a document its place, its verbs and its signs."""
    found = stretches_of(view)
    places = _joined(places_in(*stretch) for stretch in found.places if stretch)
    verbs = _joined(verbs_in(*stretch) for stretch in found.verbs if stretch)
    signs = _joined(signs_in(*stretch) for stretch in found.signs if stretch)
    return list(zip(places, verbs, signs, strict=True))


def _joined(stretches: Iterable[list[str]]) -> list[str]:
    return [state for stretch in stretches for state in stretch]
