"""What one place of a text says of somebody, as a record.

In: nothing. Out: ``Description``. Why: titles, appositions and noun phrases are read in several
files, and what they say is kept with the identity.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsquote._text.ranges import Tokens

__all__ = ["Description"]


@attrs.frozen(eq=False, repr=False, kw_only=True)
class Description:
    """What one place says of somebody."""

    noun: str
    """The role's last word, casefolded and without stop; empty where there is none."""
    role: Tokens | None = None
    affiliation: Tokens | None = None
    owner: Tokens | None = None
    """Whose the noun is: the "her" of "her lawyer"."""
    words: Callable[[], frozenset[str]] = frozenset
    """Gives the words that tell it from others; few are ever asked for."""
