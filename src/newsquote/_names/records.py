"""What the names' room hands over: mentions and identities, as plain records.

In: nothing. Out: record classes, and the two kinds that a name has most often. Why: rooms build no public values; the one place that does reads these.
"""

from __future__ import annotations

import attrs

from newsquote.kinds import SpeakerKind

__all__ = ["ORGANIZATION", "PERSON", "Identity", "People", "Range", "Said"]

PERSON, ORGANIZATION = SpeakerKind.PERSON, SpeakerKind.ORGANIZATION
"""What is asked at every name, bound once: to look a member of an enum up is a call in older Pythons."""

Range = tuple[int, int]
"""(start, end) in code points of the caller's text, half-open."""
Said = tuple[Range, Range | None]
"""What somebody says, and the mention of who says it."""


@attrs.define(eq=False, repr=False, kw_only=True)
class Identity:
    """One somebody of the text: the name, what kind of source, and every place where the text means it."""

    name: str
    name_range: Range | None
    kind: SpeakerKind
    role: Range | None = None
    affiliation: Range | None = None
    members: list[Identity] = attrs.field(factory=list)
    mentions: list[Range] = attrs.field(factory=list)
    id: str | None = None
    count: int | None = None
    """How many a source without a name says that it is."""
    anonymity: Range | None = None
    """The words that say why it is not named."""


@attrs.define(eq=False, repr=False, kw_only=True)
class People:
    """The identities in the order of their first mention, and which of them each asked mention means (None: not known)."""

    identities: list[Identity]
    meant: dict[Range, Identity | None]
    sureness: dict[Range, float] = attrs.field(factory=dict)
    """How sure it is whom a mention means, from 0 to 1."""
