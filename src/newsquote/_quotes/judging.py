"""Attributions -> what the room hands over.

In: attributions and refusals to speak, all settled. Out: quotes, refusals and rejected marks as
records. Why: whether an attribution is a quote at all, and which marks are left over, can be said
only when all attributions of the text are known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes import modes
from newsquote._quotes.confidence import confidence_of
from newsquote._quotes.marked_shares import MarkedShares
from newsquote._quotes.places import touches
from newsquote._quotes.records import NoCommentRecord, Quotations, QuoteRecord, RejectedRecord
from newsquote._quotes.rejections import rejection_reason
from newsquote._text.ranges import Chars

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsquote._quotes.attribution import Attribution
    from newsquote._text.doc import Doc

__all__ = ["judge_attributions"]


def judge_attributions(
    doc: Doc, attributions: Sequence[Attribution], refusals: Sequence[Attribution]
) -> Quotations:
    """The attributions as records, in text order, and the marked words that none of them uses.

    :param refusals: refusals to speak by their fixed shapes; what these tell is not told again.
    """
    told = sorted(refusal.pieces[0] for refusal in refusals)
    silent = list(refusals)
    speaking: list[tuple[int, Attribution]] = []
    marks: set[int] = set()
    for number, attribution in enumerate(attributions):
        if touches(told, attribution.cue_range):
            continue
        marks.update(attribution.marks)
        if modes.is_refusal(doc, attribution):
            silent.append(attribution)
        else:
            speaking.append((number, attribution))
    silent.sort(key=lambda attribution: attribution.pieces[0])
    return Quotations(
        quotes=_quotes(doc, speaking),
        no_comments=tuple(_no_comments(silent)),
        rejected=tuple(_rejected(doc, marks)),
    )


def _quotes(doc: Doc, speaking: Iterable[tuple[int, Attribution]]) -> tuple[QuoteRecord, ...]:
    """The records of attributions, each of which comes with its number among all."""
    shares = MarkedShares(doc)
    made: dict[int, QuoteRecord] = {}
    for number, attribution in speaking:
        parent = attribution.parent
        parts, kind = shares.parts_and_kind(attribution.pieces)
        made[number] = QuoteRecord(
            attribution=attribution,
            cue=modes.told_cue(doc, attribution),
            parts=parts,
            kind=kind,
            mode=modes.mode_of(doc, attribution),
            confidence=confidence_of(doc.pack, attribution),
            paragraph=doc.paragraph_of(attribution.pieces[0].start),
            parent=None if parent is None else made.get(parent),
        )
    return tuple(made.values())


def _no_comments(silent: Iterable[Attribution]) -> Iterator[NoCommentRecord]:
    for attribution in silent:
        cue = attribution.cue
        if cue is not None:
            start, end = cue.range.start, max(cue.range.end, attribution.pieces[-1].end)
            if attribution.source is not None:
                start = min(start, attribution.source.start)
            yield NoCommentRecord(range=Chars(start, end), cue=cue, source=attribution.source)


def _rejected(doc: Doc, used: set[int]) -> Iterator[RejectedRecord]:
    """The outermost marked texts that no attribution uses."""
    for number, marked in enumerate(doc.marked):
        if number not in used and not marked.depth:
            yield RejectedRecord(
                range=Chars(marked.start, marked.end), reason=rejection_reason(doc, marked)
            )
