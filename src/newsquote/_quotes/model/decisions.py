"""The choice that is likeliest to be right or nearly so.

In: a cue's choices with their chances. Out: the one to take, and the chance that its content (at
least by half) and its source are right. Why: many contents differ by a word, and share out among
them the chance of what they have in common.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.model.score_tables import added

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._quotes.model.contents import Content
    from newsquote._quotes.model.joint import Choice
    from newsquote._quotes.model.token_ranges import TokenRange

__all__ = ["safest_choice"]

_LEAST_SHARED = 0.5
_OWN_WEIGHT = 2
"""How much more a content's own chance is worth than that of the contents like it."""
_SOURCE_SHARE = 0.5
"""How much of the chance of an attribution hangs on its source."""


def safest_choice(choices: Sequence[Choice], chances: Sequence[float]) -> tuple[float, Choice]:
    """The safest choice and its chance.

    :param choices: the first is nothing.
    """
    contents: dict[Content, float] = {}
    sources: dict[TokenRange | None, float] = {}
    for (left, right, source), chance in zip(choices[1:], chances[1:], strict=True):
        contents[left, right] = contents.get((left, right), 0.0) + chance
        sources[source] = sources.get(source, 0.0) + chance
    source = max(sources, key=sources.__getitem__)
    best: Content = (None, None)
    best_near = 0.0
    most = -1.0
    for content, own in contents.items():
        near = 0.0
        for other, chance in contents.items():
            if other is content or _are_alike(content, other):
                near += chance
        if near + _OWN_WEIGHT * own > most:
            most = near + _OWN_WEIGHT * own
            best = content
            best_near = near
    source_chance = sources[source] / (added(chances[1:]) or 1.0)
    sure = best_near * (1 - _SOURCE_SHARE + _SOURCE_SHARE * source_chance)
    return sure, (*best, source)


def _are_alike(one: Content, two: Content) -> bool:
    """Whether two contents share half of their tokens."""
    shared = total = 0
    for piece in two:
        if piece is not None:
            total += piece[1] - piece[0]
    for piece in one:
        if piece is None:
            continue
        start, end = piece
        total += end - start
        for other in two:
            if other is not None:
                both = min(other[1], end) - max(other[0], start)
                if both > 0:
                    shared += both
    return total > 0 and shared >= _LEAST_SHARED * (total - shared)
