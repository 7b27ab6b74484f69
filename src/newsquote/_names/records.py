"""What the names' room hands over: identities, and whom each mention means.

In: nothing. Out: record classes, and the two kinds that a name has most often. Why: rooms build no
public values; the one place that does reads these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import attrs

from newsquote._text.ranges import Chars
from newsquote.kinds import SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsquote._names.how import How

__all__ = [
    "ORGANIZATION",
    "PERSON",
    "Identity",
    "People",
    "Resolution",
    "Rival",
    "Said",
]

PERSON, ORGANIZATION = SpeakerKind.PERSON, SpeakerKind.ORGANIZATION
"""Asked at every name, and bound once: in Python 3.11 looking a member of an enum up is a call."""

Said = tuple[Chars, Chars | None]
"""What somebody says, and the mention of who says it."""


@attrs.frozen(eq=False, repr=False, kw_only=True)
class Identity:
    """One somebody of the text: the name, the kind, and every place where the text means it."""

    name: str
    name_range: Chars | None
    kind: SpeakerKind
    role: Chars | None = None
    affiliation: Chars | None = None
    members: tuple[Identity, ...] = ()
    mentions: tuple[Chars, ...] = ()
    id: str | None = None
    count: int | None = None
    """How many a source without a name says that it is."""
    anonymity: Chars | None = None
    """The words that say why it is not named."""


class Rival(NamedTuple):
    """Somebody else whom a mention could mean."""

    name: str
    score: float | None
    """Compares with the score of the one who was chosen; None where candidates have no scores."""


@attrs.frozen(eq=False, repr=False, kw_only=True)
class Resolution:
    """Whom one mention means, and how that was found."""

    mention: Chars
    identity: Identity | None
    """None: nobody who is known."""
    how: How
    sureness: float | None = None
    """From 0 to 1; None where nobody is meant."""
    score: float | None = None
    """What the chosen one scored among several; None where candidates have no scores."""
    rivals: tuple[Rival, ...] = ()
    """The next best, the best first."""


@attrs.frozen(eq=False, repr=False, kw_only=True)
class People:
    """The identities in the order of their first mention, and what each asked mention means."""

    identities: tuple[Identity, ...]
    resolutions: Mapping[Chars, Resolution]

    def identity_of(self, mention: Chars) -> Identity | None:
        """Whom a mention means; None if nobody is known or nobody asked."""
        found = self.resolutions.get(mention)
        return None if found is None else found.identity

    def sureness_of(self, mention: Chars) -> float:
        """How sure it is whom a mention means; 1 where nobody is meant."""
        found = self.resolutions.get(mention)
        return 1.0 if found is None or found.sureness is None else found.sureness
