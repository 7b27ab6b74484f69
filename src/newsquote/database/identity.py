"""Who a speaker is, beyond one article.

In: a speaker. Out: an id, the same in every article, or None. Why: a database counts people over
articles, and a surname alone is anybody's: only who is known to the caller, or has a full name, is
counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote.kinds import SpeakerKind

if TYPE_CHECKING:
    from newsquote.models import Speaker

__all__ = ["person_id_of"]

_FEWEST_NAMES = 2


def person_id_of(speaker: Speaker) -> str | None:
    """The id of a person or an organization: the caller's own, or one made of the full name.

    >>> from newsquote import Speaker
    >>> person_id_of(Speaker(name="Ann Lee", kind=SpeakerKind.PERSON))
    'person:ann_lee'
    >>> person_id_of(Speaker(name="Lee", kind=SpeakerKind.PERSON)) is None
    True
    """
    if speaker.members:
        return None
    if speaker.id:
        return speaker.id
    names = speaker.name.casefold().split()
    is_full = speaker.kind is SpeakerKind.ORGANIZATION or len(names) >= _FEWEST_NAMES
    if speaker.kind not in {SpeakerKind.PERSON, SpeakerKind.ORGANIZATION} or not is_full:
        return None
    return f"{speaker.kind.value}:{'_'.join(names)}"
