"""Is a quotation in a text?

In: a quotation and a text. Out: a ``Verification``. Why: copied and generated quotations are often not what was printed, and a check must
fail closed: what is not there word for word is not true. This version knows the verbatim case; the rest is ``absent``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsquote.models import Verification

__all__ = ["verify"]


def verify(quotation: str, text: str) -> Verification:
    """Say whether a quotation stands in a text.

    :param quotation: the words to look for; blanks around them do not count.
    :param text: the text in which they should stand.
    :return: a verification with its ``status`` and the span, in code points of ``text``; it is true only where the words are there.
    :raises TypeError: if an argument is not a string.

    >>> found = verify("the bridge", "On Monday the bridge was shut.")
    >>> found.status.value, found.span, bool(found)
    ('verbatim', Span(10, 20), True)
    >>> bool(verify("the tunnel", "On Monday the bridge was shut."))
    False
    """
    from newsquote.kinds import VerificationStatus  # noqa: PLC0415 - the package's front door imports this file, and must stay light
    from newsquote.models import Span, Verification  # noqa: PLC0415

    for name, value in (("quotation", quotation), ("text", text)):
        if not isinstance(value, str):
            msg = f"{name} must be a str, not {type(value).__name__}"
            raise TypeError(msg)
    wanted = quotation.strip()
    at = text.find(wanted) if wanted else -1
    if at < 0:
        return Verification(status=VerificationStatus.ABSENT)
    return Verification(status=VerificationStatus.VERBATIM, span=Span(at, at + len(wanted)))
