"""A verdict on its way to the page.

In: nothing. Out: the pair that a judge of several lines gives. Why: judges say what a line is, and
only the page records it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newsquote._page.line import Line
    from newsquote._page.verdicts import Verdict

__all__ = ["Ruling"]


class Ruling(NamedTuple):
    """A verdict on a line, to be recorded."""

    line: Line
    verdict: Verdict
