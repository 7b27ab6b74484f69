"""Every attribution of a document, by the trained model.

In: a document, the model. Out: what was found, in text order, each with its chance. Why: the one entry to tagging, candidates and choosing:
tokens are scored once; each likely cue gets its words, its best sources and contents; then cue, source and content are chosen together.
"""

from __future__ import annotations

from math import exp
from operator import itemgetter
from typing import TYPE_CHECKING

import attrs

from newsquote._quotes.model import cases, choosing, contents, cue_words, features, source_spans
from newsquote._quotes.model.cases import HEAD, Weigher
from newsquote._quotes.model.tagging import SCALE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsquote._names.spotting import Names
    from newsquote._quotes.model.cases import Case
    from newsquote._quotes.model.choosing import Choice
    from newsquote._quotes.model.features import View
    from newsquote._quotes.model.hints import Hint
    from newsquote._quotes.model.weights import Model
    from newsquote._text.doc import Doc

__all__ = ["Found", "find"]

Range = tuple[int, int]
LEAST_HEAD = int(-0.9 * SCALE)
"""Heads less likely than three in ten are not looked at."""
LEAST_HINTED = int(-2.2 * SCALE)
"""Where the rules find a cue, those down to one in ten are."""
TRAINING_HEAD = int(-2.2 * SCALE)
"""While training those down to one in ten are."""
_LEAST_ODDS = -3.0
_FAR = 3.0
"""Contents and sources this much less likely than the best, in log chances, are left out."""
_SPEAKING = frozenset(("AC", ":", "DASH"))
_VALUE = itemgetter(1)
_WEIGHER = Weigher()
LEAST = 0.2
"""Attributions less likely are never taken."""


@attrs.frozen(kw_only=True)
class Found:
    """One attribution: ranges as offsets, edges at letters and digits."""

    cue: Range
    source: Range | None
    contents: tuple[Range, ...]
    chance: float
    head: int
    """The cue's main word, as a token."""
    mode: str
    """speech, writing or thought."""


def find(
    doc: Doc, names: Names, model: Model, hints: Mapping[int, Hint], *, thoughts: bool
) -> list[Found]:
    """The attributions of a document that have any chance.

    :param hints: what the rules say of each cue, by token.
    """
    pad = model.lexicon.pad()
    view = features.view_of(doc, model.lexicon, names)
    scores = model.tagger.run(view, pad)
    heads = [
        head
        for head, score in enumerate(scores[HEAD])
        if score > LEAST_HEAD or (score > LEAST_HINTED and head in hints)
    ]
    if not thoughts:
        marked = {
            number for number, (i, j) in enumerate(doc.paragraph_tokens) if 1 in view.inside[i:j]
        }
        heads = [head for head in heads if head in hints or _may_speak(view, model, head, marked)]
    if not heads:
        return []
    around = cases.Surroundings(view, scores, pad)
    readings = [
        reading
        for head in heads
        if (reading := _read(around.case(head, hints.get(head)), model)) is not None
    ]
    return _apart(doc, model, _chosen(model, readings))


def _may_speak(view: View, model: Model, head: int, marked: set[int]) -> bool:
    """Whether a cue can be one of speech or writing: by its word, or by marks in its paragraph.

    :param marked: the paragraphs with marks.
    """
    verb = model.lexicon.verbs.get(view.doc.lowers[head])
    if (verb is not None and verb[1] != "thought") or view.types[head].klass in _SPEAKING:
        return True
    return view.doc.sentence_paragraphs[view.sentence[head]] in marked


def _read(case: Case, model: Model) -> choosing.Reading | None:
    """The words, sources and contents of a likely cue."""
    case.cue = (
        max(cue_words.cue_left(case, model.left), key=_VALUE)[0],
        max(cue_words.cue_right(case, model.right), key=_VALUE)[0],
    )
    sources, source_values = source_spans.source_candidates(case, model.source, _WEIGHER)
    case.source = sources[max(range(len(sources)), key=source_values.__getitem__)]
    found, values = contents.content_candidates(case, model.content, _WEIGHER)
    reading = choosing.reading_of(
        case,
        found,
        [value / SCALE for value in values],
        sources,
        [value / SCALE for value in source_values],
    )
    if reading is None or reading.odds < _LEAST_ODDS:
        return None
    reading.contents = [
        content for content in reading.contents if content[2] > reading.contents[0][2] - _FAR
    ]
    reading.sources = [
        source for source in reading.sources if source[1] > reading.sources[0][1] - _FAR
    ]
    return reading


def _chosen(model: Model, readings: list[choosing.Reading]) -> list[tuple[float, Case, Choice]]:
    picked = []
    number = model.numbers.get
    heard = choosing.voices(readings)
    for reading, others in zip(readings, choosing.neighbours(readings), strict=True):
        options = choosing.joint_candidates(reading, others, heard, model.joint)
        values = [
            (value + sum([number(name, 0) * x for name, x in numbers])) / SCALE
            for _, value, numbers in options
        ]
        top = max(values)
        chances = [exp(value - top) for value in values]
        total = sum(chances)
        if 1 - chances[0] / total < LEAST:
            continue
        chance, best = choosing.safest(
            [option[0] for option in options], [value / total for value in chances]
        )
        if chance >= LEAST:
            picked.append((chance, reading.case, best))
    return picked


def _apart(doc: Doc, model: Model, picked: list[tuple[float, Case, Choice]]) -> list[Found]:
    """The picked ones whose cues do not overlap, the likeliest first, in text order."""
    taken: set[int] = set()
    out = []
    picked.sort(key=lambda p: (-p[0], p[1].head))
    for chance, case, (left, right, source) in picked:
        words = range(*case.cue)
        if not taken.isdisjoint(words):
            continue
        taken.update(words)
        out.append(
            Found(
                cue=_offsets(doc, case.cue),
                source=_offsets(doc, source) if source else None,
                contents=tuple(_offsets(doc, piece) for piece in (left, right) if piece),
                chance=chance,
                head=case.head,
                mode=_mode(doc, model, case, (left, right)),
            )
        )
    return sorted(out, key=lambda f: (f.contents[0][0], -f.contents[-1][1], f.cue))


def _offsets(doc: Doc, tokens: Range) -> Range:
    return doc.starts[tokens[0]], doc.ends[tokens[1] - 1]


def _mode(doc: Doc, model: Model, case: Case, pieces: tuple[Range | None, ...]) -> str:
    """Speech where marks or the verb say so."""
    verb = model.lexicon.verbs.get(doc.lowers[case.head])
    if verb is not None and verb[0] in doc.pack.words("writing_verbs"):
        return "writing"
    if any(piece and any(case.view.inside[t] for t in range(*piece)) for piece in pieces):
        return "speech"
    if verb is not None:
        return "thought" if verb[1] == "thought" else "speech"
    return "speech" if case.verb.klass in _SPEAKING else "thought"
