"""Is a quotation in a text?

In: a quotation and a text. Out: a ``Verification``. Why: copied and generated quotations are often
not what was printed, and a check must fail closed: only words that are all there, each in its
place, make it true; whatever was changed is listed with both sides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsquote.models import Verification

__all__ = ["verify"]


def verify(quotation: str, text: str) -> Verification:
    """Say whether a quotation stands in a text, and what was changed in it.

    It is ``verbatim`` where it stands there character by character, and ``folded`` where only
    marks, blanks, dashes, case, ligatures, wide letters, soft hyphens or hyphens at line ends
    differ. It is ``altered`` where at least two thirds of its words stand in the text in the same
    order and near each other; the changes are listed. An ellipsis that leaves words out is a
    change, and so are square brackets that the text does not have. All else is ``absent``, as is
    what has no letter and no digit.

    :param quotation: the words to look for; blanks around them do not count.
    :param text: the text in which they should stand. The time grows in step with its length.
    :return: a verification, true only where it is ``verbatim`` or ``folded``; its spans are in code
        points of ``text``.
    :raises TypeError: if an argument is not a string.

    >>> found = verify("the bridge", "On Monday the bridge was shut.")
    >>> found.status.value, found.span, bool(found)
    ('verbatim', Span(10, 20), True)
    >>> verify("“THE BRIDGE”", "On Monday the bridge was shut.").status.value
    'folded'
    >>> found = verify("We will … sell the bridge", "We will not sell the bridge.")
    >>> found.status.value, bool(found), found.changes
    ('altered', False, (<Change ellipsis '…' for 'not'>,))
    >>> verify("We will sell the tunnel", "On Monday the bridge was shut.").status.value
    'absent'
    """
    # The package's front door imports this file, which must stay light.
    from newsquote._checking.comparison import compare  # noqa: PLC0415 - see above

    for name, value in (("quotation", quotation), ("text", text)):
        if not isinstance(value, str):
            msg = f"{name} must be a str, not {type(value).__name__}"
            raise TypeError(msg)
    return compare(quotation, text)
