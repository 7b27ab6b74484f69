"""What a search finds.

In: nothing. Out: ``Hit``, one quote with what stands around it. Why: whoever searches reads the
sentence, who said it and where; the offsets lead back into the article's text.
"""

from __future__ import annotations

from typing import Any

import attrs

from newsquote.kinds import QuoteKind, SpeakerKind
from newsquote.models.span import shortened

__all__ = ["HIT_COLUMNS", "Hit", "hit_row"]


@attrs.frozen(kw_only=True)
class Hit:
    """A quote that was found, with its sentence, its speaker and its article.

    ``quote`` is the number of its row in the table ``quotes``; ``start_offset`` and ``end_offset``
    are those of its hull in the article's text, in code points; ``person_id`` is the person's in
    the table ``people``, None for who has no full name. ``published`` is an ISO date, or date and
    time.
    """

    quote: int
    article_id: str | None
    published: str | None
    headline: str | None
    speaker_name: str | None
    speaker_kind: SpeakerKind | None = attrs.field(converter=attrs.converters.optional(SpeakerKind))
    speaker_role: str | None
    speaker_affiliation: str | None
    person_id: str | None
    kind: QuoteKind = attrs.field(converter=QuoteKind)
    words: str
    sentence: str
    start_offset: int
    end_offset: int
    confidence: float

    def __repr__(self) -> str:
        return f"<Hit {shortened(self.words)} by {self.speaker_name}>"


HIT_COLUMNS = tuple(field.name for field in attrs.fields(Hit))
"""The columns of a hit in a table, in their order."""


def hit_row(hit: Hit) -> dict[str, Any]:
    """A hit as a row of plain values, with the columns of ``HIT_COLUMNS``."""
    row = {name: getattr(hit, name) for name in HIT_COLUMNS}
    return {name: getattr(value, "value", value) for name, value in row.items()}
