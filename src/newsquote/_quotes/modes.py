"""What kind of statement each attribution is, and which marked words are none.

In: drafts of attributions. Out: the reading with kinds, modes, confidence, refusals and rejected marks. Why: these are judgements on a whole
attribution, made once its pieces are settled.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from newsquote._quotes import linking as links
from newsquote._quotes import rejections
from newsquote._quotes.records import (
    CueRecord,
    NoCommentRecord,
    PartRecord,
    QuoteRecord,
    Reading,
    RejectedRecord,
)
from newsquote._quotes.rules import Rule
from newsquote.kinds import CueCategory, Mode, NoteCode, Polarity, QuoteKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._quotes.linking import Draft
    from newsquote._quotes.records import Range
    from newsquote._text.doc import Doc
    from newsquote._text.marks import Marked
    from newsquote._text.notes import Notes

__all__ = ["judge", "note_labels", "note_strays"]

_DIRECT_SHARE = 0.9
_CONFIDENCE = {
    Rule.QUOTATION_BEFORE_CUE: 0.9,
    Rule.QUOTATION_BEHIND_CUE: 0.85,
    Rule.CLAUSE_WITH_THAT: 0.75,
    Rule.CLAUSE_BEFORE_CUE: 0.7,
}
_USUAL_CONFIDENCE = 0.5
_LIFT = 0.5
_MODES = {mode.value: mode for mode in Mode}


def judge(doc: Doc, drafts: Sequence[Draft], silences: Sequence[Draft]) -> Reading:
    """The drafts as records, in text order, and the marked words that none of them uses.

    :param silences: drafts of refusals to speak; what they say is not said again.
    """
    told = sorted(draft.pieces[0] for draft in silences)
    if told:
        drafts = [draft for draft in drafts if not links.touches(told, draft.cue)]
    refusals = [draft for draft in drafts if _is_refusal(doc, draft)]
    refused = set(map(id, refusals))
    marks = _Marks(doc)
    made: dict[int, QuoteRecord] = {}
    for draft in drafts:
        if id(draft) not in refused:
            made[id(draft)] = _quote(doc, draft, marks, made.get(id(draft.parent)))
    used = {number for draft in drafts for number in draft.used}
    rejected = [
        RejectedRecord(range=(marked.start, marked.end), reason=rejections.reason(doc, marked))
        for number, marked in enumerate(doc.marked)
        if number not in used and not marked.depth
    ]
    no_comments = [
        _no_comment(draft)
        for draft in sorted([*refusals, *silences], key=lambda draft: draft.pieces[0])
    ]
    return Reading(quotes=list(made.values()), no_comments=no_comments, rejected=rejected)


def _is_refusal(doc: Doc, draft: Draft) -> bool:
    """Whether somebody only did not speak: "declined to comment", "did not respond to questions"."""
    if draft.cue is None:
        return False
    if draft.polarity == Polarity.NEGATED:
        cue = doc.text[slice(*draft.cue)].lower().split()
        return not doc.pack.closed("answering_words").isdisjoint(cue)
    if draft.polarity != Polarity.DECLINED:
        return False
    words = doc.text[slice(*draft.pieces[0])].lower().split()
    return (
        len(words) > 1
        and words[0] == "to"
        and words[1].strip(".,") in doc.pack.words("comment_verbs")
    )


def _no_comment(draft: Draft) -> NoCommentRecord:
    cue = draft.cue or draft.pieces[0]
    record = CueRecord(
        range=cue, lemma=draft.lemma, category=draft.category, polarity=draft.polarity
    )
    start = min(cue[0], draft.source[0] if draft.source else cue[0])
    return NoCommentRecord(
        range=(start, max(cue[1], draft.pieces[-1][1])), cue=record, source=draft.source
    )


def note_labels(reading: Reading, notes: Notes) -> None:
    """Note the sources that are labels and name nobody."""
    for record in reading.quotes:
        if record.source is not None and record.speaking is None:
            notes.add_note(NoteCode.UNKNOWN_SPEAKER, record.source, "a label that names nobody")


def note_strays(doc: Doc, notes: Notes) -> None:
    """Note the marks that have no partner."""
    for marked in doc.marked:
        if not marked.closed:
            notes.add_note(
                NoteCode.UNCLOSED_QUOTE,
                (marked.start, marked.inner_start),
                "a quotation that is not closed in its paragraph",
            )
    for at in doc.strays:
        notes.add_note(NoteCode.STRAY_MARK, (at, at + 1), "a quotation mark without a partner")


class _Marks:
    """The outermost marked texts, by where they stand."""

    def __init__(self, doc: Doc) -> None:
        self.outer = [marked for marked in doc.marked if not marked.depth]
        self.starts = [marked.start for marked in self.outer]
        self.ends = [marked.end for marked in self.outer]

    def touching(self, piece: Range) -> list[Marked]:
        """Those that a piece touches."""
        return self.outer[bisect_right(self.ends, piece[0]) : bisect_left(self.starts, piece[1])]


def _quote(doc: Doc, draft: Draft, marks: _Marks, parent: QuoteRecord | None) -> QuoteRecord:
    cue = None
    if draft.cue is not None:
        request = draft.category == CueCategory.QUESTION and draft.rule == Rule.INFINITIVE
        category = CueCategory.DIRECTIVE if request else draft.category
        cue = CueRecord(
            range=draft.cue,
            lemma=_with_particle(doc, draft),
            category=category,
            polarity=_polarity(doc, draft),
        )
    marked = [marks.touching(piece) for piece in draft.pieces]
    return QuoteRecord(
        parts=[
            PartRecord(range=piece, inner=_inner(piece, found))
            for piece, found in zip(draft.pieces, marked, strict=True)
        ],
        kind=_kind(doc.text, draft.pieces, marked),
        mode=_mode(doc, draft),
        cue=cue,
        source=draft.source,
        speaking=draft.voice if draft.labelled or draft.voice is not None else draft.source,
        relayed_by=draft.relayed_by,
        addressee=draft.addressee,
        occasion=draft.occasion,
        when=draft.when,
        parent=parent,
        paragraph=doc.paragraph_of(draft.pieces[0][0]),
        confidence=_confidence(draft),
        evidence=draft.evidence,
    )


def _polarity(doc: Doc, draft: Draft) -> Polarity:
    """The polarity, which nobody as a source turns: "neither side would say", "no one said"."""
    if (
        draft.polarity == Polarity.DENIED
        and draft.cue is not None
        and ":" in doc.text[draft.cue[1] : draft.pieces[0][0]]
    ):
        return (
            Polarity.POSITIVE
        )  # what stands behind the colon is how it was denied, and not what was
    if draft.polarity != Polarity.POSITIVE or draft.source is None or draft.cue is None:
        return draft.polarity
    first = doc.lowers[doc.token_at(draft.source[0])]
    if first not in doc.pack.closed("nobody_words"):
        return draft.polarity
    i, j = doc.tokens_in(*draft.cue)
    return (
        Polarity.NEGATED
        if doc.pack.closed("willing_words").isdisjoint(doc.lowers[i:j])
        else Polarity.DECLINED
    )


def _with_particle(doc: Doc, draft: Draft) -> str:
    """A cue's lemma with the particle that makes it another verb: "point out"."""
    particles = doc.pack.table("phrasal_cues").get(draft.lemma)
    if particles is None or draft.cue is None:
        return draft.lemma
    i, j = doc.tokens_in(*draft.cue)
    found = next((word for word in doc.lowers[i + 1 : j + 1] if word in particles.split()), None)
    return draft.lemma if found is None else f"{draft.lemma} {found}"


def _inner(piece: Range, marked: Sequence[Marked]) -> Range | None:
    """What stands inside the marks of a piece that one of the marked texts it touches is."""
    for found in marked:
        if (found.start, found.end) == piece:
            return found.inner_start, found.inner_end
    return None


def _kind(text: str, pieces: Sequence[Range], marked: Sequence[Sequence[Marked]]) -> QuoteKind:
    """The kind by the share of the pieces' letters that stand inside marks.

    :param marked: the marked texts that each piece touches.
    """
    if not any(marked):
        return QuoteKind.INDIRECT
    quoted = beside = 0
    for (start, end), touched in zip(pieces, marked, strict=True):
        at = start
        for found in touched:
            first = min(end, max(at, found.inner_start))
            last = max(first, min(end, found.inner_end))
            beside += _letters(text, at, first)
            quoted += _letters(text, first, last)
            at = last
        beside += _letters(text, at, end)
    if not quoted:
        return QuoteKind.INDIRECT
    return QuoteKind.DIRECT if quoted >= _DIRECT_SHARE * (quoted + beside) else QuoteKind.MIXED


def _letters(text: str, start: int, end: int) -> int:
    return sum(map(str.isalnum, text[start:end]))


def _mode(doc: Doc, draft: Draft) -> Mode:
    if draft.mode is not None:
        return _MODES[draft.mode]
    if draft.category == CueCategory.THOUGHT:
        return Mode.THOUGHT
    return (
        Mode.WRITING
        if draft.lemma in doc.pack.words("writing_verbs") or draft.category == CueCategory.ARTEFACT
        else Mode.SPEECH
    )


def _confidence(draft: Draft) -> float:
    if draft.chance is not None:
        # The chance is that of one reading; readings that differ little from it are right as well.
        return round(draft.chance + _LIFT * draft.chance * (1 - draft.chance), 3)
    found = (
        _USUAL_CONFIDENCE if draft.rule is None else _CONFIDENCE.get(draft.rule, _USUAL_CONFIDENCE)
    )
    return found if draft.source is not None else found / 2
