"""What stands around each token: marks, the edges of its sentence, the nearest cue verbs and the nearest signs.

In: a view of a document. Out: the states of its tokens, a letter or digit for each thing, by stretches of tokens in which one state follows from the
other. Why: few stretches are new, so what the weights say of one is kept for all its tokens; training spells the same stretches out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsquote._quotes.model.features import View

__all__ = ["BORDER", "Stretches", "places_in", "signs_in", "spelled", "stretches", "verbs_in"]

BORDER = ()
"""Stands between two paragraphs."""
_LONGEST = 60
"""No stretch has more tokens, so that what is kept for one stays small."""
_NEAR, _FAR = 4, 5
"""Signs before and behind a token are counted up to these."""
_FAR_PLACE = "5"
_PLACES = "0123333444444445".ljust(300, _FAR_PLACE)
"""A token's distance from an edge of its sentence as one of a few."""
_MOST_VERBS = 2
_FEW_VERBS = [
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

Places = tuple[str, int, int, int]
"""What the marks of the sentence are like, its length, the first token and the one behind the last."""
Verbs = tuple[str, int]
"""Whether marks are in the sentence and around the tokens, how many cue verbs stand before and behind; the number of tokens."""
Signs = tuple[str, str, int, str, int, int]
"""Whether marks are around the tokens, the sign before and how near it is to the first, the sign behind and how near, the number of tokens."""
Even = list[tuple[str, int, int]]


class Stretches(NamedTuple):
    """The stretches of a document's tokens, with borders between paragraphs."""

    places: list[Places | tuple[()]]
    verbs: list[Verbs | tuple[()]]
    signs: list[Signs | tuple[()]]


def stretches(view: View) -> Stretches:
    """The stretches of a document."""
    doc, types, out = view.doc, view.types, Stretches([], [], [])
    signs_of = _SIGNS.get
    verbs = [t for t, kind in enumerate(types) if kind.frames]
    signs = [(t, sign) for t, kind in enumerate(types) if (sign := signs_of(kind.klass))]
    marks = bytes(view.inside).replace(b"\0", b"0").replace(b"\1", b"1").decode("ascii")
    reached = 0
    for (i, j), paragraph in zip(doc.sentences, doc.sentence_paragraphs, strict=True):
        _border(out, paragraph - reached)
        reached = paragraph
        within = marks[i:j]
        common = (
            ("m" if "1" in within else "-")
            + ("H" if paragraph == 0 else "b")
            + ("F" if doc.paragraph_tokens[paragraph][0] == i else "f")
            + ("q" if within[0] == "1" else "-")
            + ("q" if within[-1] == "1" else "-")
        )
        out.places.extend(
            [(common + now, j - i, first, last) for now, first, last in _even(within, 0, j - i)]
        )
        _add_verbs(
            out.verbs,
            common[0],
            within,
            [t - i for t in verbs[bisect_left(verbs, i) : bisect_left(verbs, j)]],
        )
        _add_signs(
            out.signs,
            within,
            [
                (t - i, sign)
                for t, sign in signs[bisect_left(signs, (i,)) : bisect_left(signs, (j,))]
            ],
        )
    _border(out, len(doc.paragraph_tokens) - 1 - reached)
    return out


def _border(out: Stretches, times: int) -> None:
    for column in out:
        column.extend([BORDER] * times)


def _even(within: str, first: int, last: int) -> Even:
    """The parts of some tokens that are all inside marks or all outside, none of them too long."""
    if last - first <= _LONGEST and within.count(within[first], first, last) == last - first:
        return [(within[first], first, last)]
    return [
        (found[0][0], found.start(), found.end()) for found in _runs().finditer(within, first, last)
    ]


@cache
def _runs() -> re.Pattern[str]:
    return re.compile(f"0{{1,{_LONGEST}}}|1{{1,{_LONGEST}}}")


def _add_verbs(out: list[Verbs | tuple[()]], marks: str, within: str, verbs: Sequence[int]) -> None:
    """Add the stretches between the cue verbs of a sentence, and the verbs themselves."""
    start, count = 0, len(verbs)
    for seen, verb in enumerate([*verbs, len(within)]):
        before, left = _FEW_VERBS[min(seen, _MOST_VERBS)], count - seen
        if start < verb:
            near = before[min(left, _MOST_VERBS)]
            out += [(marks + now + near, j - i) for now, i, j in _even(within, start, verb)]
        if left:
            out.append((marks + within[verb] + before[min(left - 1, _MOST_VERBS)], 1))
        start = verb + 1


def _add_signs(out: list[Signs | tuple[()]], within: str, signs: Sequence[tuple[int, str]]) -> None:
    """Add the stretches between the signs of a sentence, and the signs themselves."""
    end = len(within)
    before, at, start = "^", 0, 0
    for (t, sign), (following, after) in pairwise([*signs, (end, "$"), (end, "")]):
        if start < t:
            for now, i, j in _even(within, start, t):
                near, count = i - at, j - i
                out.append(
                    (
                        now,
                        before,
                        min(_NEAR, near),
                        sign,
                        min(t - i, count - 1 + _FAR),
                        count,
                    )
                )
        if t < end:
            near, far = t - at, following - t
            out.append(
                (
                    within[t],
                    before,
                    min(_NEAR, near),
                    after,
                    min(_FAR, far),
                    1,
                )
            )
        before, at, start = sign, t, t + 1


def places_in(marks: str, length: int, first: int, last: int) -> list[str]:
    """For each token of a stretch the marks and its place in the sentence."""
    places = _PLACES[:length].ljust(length, _FAR_PLACE)
    back = places[::-1]
    return [
        f"{marks}{before}{behind}"
        for before, behind in zip(places[first:last], back[first:last], strict=True)
    ]


def verbs_in(state: str, count: int) -> list[str]:
    """For each token of a stretch the marks and how many cue verbs stand before and behind it."""
    return [state] * count


def signs_in(now: str, before: str, near: int, behind: str, far: int, count: int) -> list[str]:
    """For each token of a stretch whether marks are around it, the signs before and behind it, and how near they are."""
    return [
        f"{now}{before}{min(near + n, _NEAR)}{behind}{min(far - n, _FAR)}" for n in range(count)
    ]


def spelled(view: View) -> list[tuple[str, str, str]]:
    """For each token of a document its place, its verbs and its signs."""
    found = stretches(view)
    return list(
        zip(
            _spelled(places_in(*stretch) for stretch in found.places if stretch),
            _spelled(verbs_in(*stretch) for stretch in found.verbs if stretch),
            _spelled(signs_in(*stretch) for stretch in found.signs if stretch),
            strict=True,
        )
    )


def _spelled(states: Iterable[list[str]]) -> list[str]:
    return [state for stretch in states for state in stretch]
