"""Which of a page's titles is the headline.

In: what the page says is its title, in several places. Out: the same in the order of trust. Why:
linked data cut long headlines, titles for networks and searches are shorter or carry the site's
name, and a page has headings of other things; where a printed heading and one of the others agree,
that heading is what readers saw.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsquote.extras.html.markup import fold
from newsquote.extras.html.pages import Origin

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from newsquote.extras.html.pages import Statement

__all__ = ["parts_of_title", "sorted_titles", "without_site"]

_MIN_CHARS = 12
"""Letters and digits by which one title is a part of another."""
_BETWEEN = re.compile(r"\s+[-–—|·•:»]\s+|:\s+")
WINDOW = "title"
"""The key of the title of the window, which names the site as well."""


def without_site(title: str, sites: Collection[str]) -> str:
    """The title without the name of the site before or behind it.

    :param sites: the site's names, folded.
    """
    seams = list(_BETWEEN.finditer(title))
    for seam in seams[-1:] + seams[:1]:
        before, behind = title[: seam.start()].strip(), title[seam.end() :].strip()
        if before and fold(behind) in sites:
            return before
        if behind and fold(before) in sites:
            return behind
    return title


def parts_of_title(title: str) -> list[str]:
    """The title of a window, and its parts before the last sign that parts it and behind the first.

    The site's name stands at one of the ends; parts that are as short as a name are left out.
    """
    seams = list(_BETWEEN.finditer(title))
    parts = [title[: seams[-1].start()], title[seams[0].end() :]] if seams else []
    return [title, *(part for part in parts if len(fold(part)) >= _MIN_CHARS)]


def sorted_titles(
    said: Sequence[Statement], headings: Sequence[Statement], sites: Collection[str]
) -> list[Statement]:
    """The titles that a page gives, the headline first.

    :param said: titles from data, tags and window, in the order of trust.
    :param headings: printed headings; those of the first rank are titles in any case.
    :param sites: the site's names, folded.
    """
    headings = [one for one in headings if fold(one.value) not in sites]
    page = [one for one in said if one.origin is not Origin.TRAFILATURA]  # which goes by headings
    ranks = {id(one): _agreement(fold(one.value), page) for one in headings}
    best = max(headings, key=lambda one: ranks[id(one)], default=None)
    first = [best] if best is not None and ranks[id(best)] > (0, 0) else []
    data = [one for one in said if one.origin in {Origin.JSON_LD, Origin.META}]
    others = [one for one in headings if one not in first and not one.key.startswith("h2")]
    window = [one for one in said if one not in data]
    return [*first, *data, *others, *window]


def _agreement(heading: str, said: Sequence[Statement]) -> tuple[int, int]:
    """How well a heading agrees with what else is said to be the title, the longer the better."""
    best = (0, 0)
    for one in said:
        title = fold(one.value)
        if heading == title:
            return (2, len(heading))
        if min(len(heading), len(title)) < _MIN_CHARS:
            continue
        parts = title.startswith(heading) or heading.startswith(title)
        if parts or (one.key == WINDOW and title.endswith(heading)):
            best = max(best, (1, len(heading)))
    return best
