"""The last dash of a line, behind which a name may stand.

In: the tokens of a line. Out: the dash. Why: signatures and headlines name who speaks behind the
last dash outside of quotation marks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._text.signs import DASHES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._text.doc import Doc

__all__ = ["last_dash"]


def last_dash(doc: Doc, i: int, j: int, mark_at: Sequence[int]) -> int | None:
    """The last dash of some tokens that stands outside of marks.

    :param mark_at: for each token the marked text around it, or -1.
    """
    words = doc.words
    if DASHES.isdisjoint(words[i:j]):
        return None
    for k in range(j - 1, i - 1, -1):
        if words[k] in DASHES and mark_at[k] < 0:
            return k
    return None
