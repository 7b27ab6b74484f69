"""Every attribution of a document, by the trained model.

In: a document, the model. Out: what was found, in text order, each with its chance. Why: the one
entry to the model. Which heads are worth a look is decided here, and so is what becomes of the
choices; the scores and the choices come from the compiled scorer where there is one, else from the
plain one, and are the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote._quotes.model.plain import LEAST_HINTED, PlainReading
from newsquote._quotes.model.score_tables import SCALE
from newsquote._quotes.model.token_view import view_tokens
from newsquote._text.ranges import chars_of_pair

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsquote._names.spotting import Names
    from newsquote._quotes.model.hints import Hint
    from newsquote._quotes.model.picks import Pick, Reading
    from newsquote._quotes.model.token_ranges import TokenRange
    from newsquote._quotes.model.token_view import TokenView
    from newsquote._quotes.model.weights import Model
    from newsquote._text.doc import Doc
    from newsquote._text.ranges import Chars

__all__ = ["TRAINING_HEAD", "ModelAttribution", "find_attributions"]

_LEAST_HEAD = int(-0.9 * SCALE)
"""Heads less likely than three in ten are not looked at, save where the rules find a cue."""
TRAINING_HEAD = LEAST_HINTED
"""While training those down to one in ten are."""
_SPEAKING = frozenset(("AC", ":", "DASH"))
"""Classes of heads that are no verbs and attribute speech."""


@attrs.frozen(kw_only=True)
class ModelAttribution:
    """One attribution that the model found, edges at letters and digits."""

    cue: Chars
    source: Chars | None
    contents: tuple[Chars, ...]
    chance: float
    head: int
    """The cue's main word, as a token."""
    mode: str
    """speech, writing or thought."""


def find_attributions(
    doc: Doc, names: Names, model: Model, hints: Mapping[int, Hint], *, thoughts: bool
) -> list[ModelAttribution]:
    """The attributions of a document that have any chance.

    :param hints: what the rules say of each cue, by token.
    """
    view = view_tokens(doc, model.lexicon, names)
    reading = _reading_of(view, model)
    try:
        heads = _likely_heads(reading.heads, hints)
        if not thoughts:
            heads = _of_speech(view, model, heads, hints)
        picks = reading.picks(heads, hints) if heads else []
    finally:
        reading.close()
    return _attributions(view, model, _without_overlaps(picks))


def _reading_of(view: TokenView, model: Model) -> Reading:
    pad = model.lexicon.pad()
    found = None if model.core is None else model.core.read(view, pad)
    return PlainReading(view, pad, model.tables()) if found is None else found


def _likely_heads(heads: Sequence[tuple[int, int]], hints: Mapping[int, Hint]) -> list[int]:
    return [head for head, score in heads if score > _LEAST_HEAD or head in hints]


def _of_speech(
    view: TokenView, model: Model, heads: list[int], hints: Mapping[int, Hint]
) -> list[int]:
    """The heads that can be of speech or writing.

    Those are what the rules hint at, words that are not of thinking, and all in paragraphs with
    marks.
    """
    doc = view.doc
    paragraphs = enumerate(doc.paragraph_tokens)
    marked = {number for number, (i, j) in paragraphs if 1 in view.inside[i:j]}
    return [
        head
        for head in heads
        if head in hints
        or _attributes_speech(view, model, head)
        or doc.sentence_paragraphs[view.sentence[head]] in marked
    ]


def _attributes_speech(view: TokenView, model: Model, head: int) -> bool:
    verb = model.lexicon.verbs.get(view.doc.lowers[head])
    if verb is not None and verb[1] != "thought":
        return True
    return view.types[head].klass in _SPEAKING


def _without_overlaps(picks: Sequence[Pick]) -> list[Pick]:
    """Those whose cues do not overlap, the likeliest first."""
    taken: set[int] = set()
    apart = []
    for one in sorted(picks, key=lambda one: (-one.chance, one.head)):
        words = range(*one.cue)
        if taken.isdisjoint(words):
            taken.update(words)
            apart.append(one)
    return apart


def _attributions(view: TokenView, model: Model, picks: Sequence[Pick]) -> list[ModelAttribution]:
    """The picks as attributions, in text order."""
    doc = view.doc
    found = [
        ModelAttribution(
            cue=_chars(doc, one.cue),
            source=_chars(doc, one.source) if one.source else None,
            contents=tuple([_chars(doc, piece) for piece in (one.left, one.right) if piece]),
            chance=one.chance,
            head=one.head,
            mode=_mode_of(view, model, one),
        )
        for one in picks
    ]
    return sorted(found, key=lambda one: (one.contents[0][0], -one.contents[-1][1], one.cue))


def _chars(doc: Doc, tokens: TokenRange) -> Chars:
    i, j = tokens
    return chars_of_pair((doc.starts[i], doc.ends[j - 1]))


def _mode_of(view: TokenView, model: Model, pick: Pick) -> str:
    """Speech where marks or the verb say so."""
    doc = view.doc
    verb = model.lexicon.verbs.get(doc.lowers[pick.head])
    if verb is not None and verb[0] in doc.pack.words("writing_verbs"):
        return "writing"
    inside = view.inside
    if any(piece and 1 in inside[piece[0] : piece[1]] for piece in (pick.left, pick.right)):
        return "speech"
    if verb is not None:
        return "thought" if verb[1] == "thought" else "speech"
    return "speech" if view.types[pick.head].klass in _SPEAKING else "thought"
