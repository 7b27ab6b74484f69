"""Is a quotation in a text?

In: a quotation and a text. Out: a ``Verification``. Why: copied and generated quotations are often
not what was printed, and a check must fail closed: only words that are all there, each in its
place, make it true; whatever was changed is listed with both sides.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsquote.models import Article, Quote, Verification

__all__ = ["verify"]


def verify(quotation: str, text: str | Article) -> Verification:
    """Say whether a quotation stands in a text, where, and what was changed in it.

    It is ``verbatim`` where it stands there character by character, and ``folded`` where only
    marks, blanks, dashes, case, ligatures, wide letters, soft hyphens or hyphens at line ends
    differ. It is ``joined`` where it is what a split quote says, without the words between its
    parts, as ``Quote.words`` has it. It is ``altered`` where at least two thirds of its words stand
    in the text in the same order and near each other; the changes are listed. An ellipsis that
    leaves words out is a change, and so are square brackets that the text does not have. All else
    is ``absent``, as is what has no letter and no digit.

    :param quotation: the words to look for; blanks around them do not count.
    :param text: the text in which they should stand, or the article that was made of it. A text is
        parsed where only a split quote can have the quotation. The time grows in step with its
        length.
    :return: a verification, true only where it is ``verbatim``, ``folded`` or ``joined``; its spans
        are in code points of the text.
    :raises TypeError: if the quotation is not a string, or the text neither that nor an article.

    >>> found = verify("the bridge", "On Monday the bridge was shut.")
    >>> found.status.value, found.span, bool(found)
    ('verbatim', Span(10, 20), True)
    >>> verify("“THE BRIDGE”", "On Monday the bridge was shut.").status.value
    'folded'
    >>> found = verify("We know it and so do you", "“We know it,” said Ann Lee, “and so do you.”")
    >>> found.status.value, found.spans
    ('joined', (Span(1, 11), Span(29, 42)))
    >>> found = verify("We will … sell the bridge", "We will not sell the bridge.")
    >>> found.status.value, bool(found), found.changes
    ('altered', False, (<Change ellipsis '…' for 'not'>,))
    >>> verify("We will sell the tunnel", "On Monday the bridge was shut.").status.value
    'absent'
    """
    # The package's front door imports this file, which must stay light.
    from newsquote._checking.comparison import compare  # noqa: PLC0415 - see above

    if not isinstance(quotation, str):
        msg = f"quotation must be a str, not {type(quotation).__name__}"
        raise TypeError(msg)
    if isinstance(text, str):
        return compare(quotation, text, partial(_readings, text))
    from newsquote.models import Article  # noqa: PLC0415 - see above

    if not isinstance(text, Article):
        msg = f"text must be a str or an Article, not {type(text).__name__}"
        raise TypeError(msg)
    return compare(quotation, text.text, lambda: (text.quotes,))


def _readings(text: str) -> Iterator[Sequence[Quote]]:
    """The quotes of a text: as it is parsed, and as with thoughts and what others pass on."""
    from newsquote.options import ParseOptions  # noqa: PLC0415 - see above
    from newsquote.parser import parse  # noqa: PLC0415 - see above

    yield parse(text).quotes
    yield parse(text, options=ParseOptions(include_thoughts=True, include_nested=True)).quotes
