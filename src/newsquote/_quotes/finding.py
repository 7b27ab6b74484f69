"""Every attribution of a document, by the trained model.

In: a document, the model. Out: what was found, in text order, each with its chance. Why: the one entry to tagging, candidates and choosing:
tokens are scored once; each likely cue gets its words, its best sources and contents; then cue, source and content are chosen together.
"""

from __future__ import annotations

from itertools import repeat
from math import exp
from typing import TYPE_CHECKING

import attrs

from newsquote._quotes import cases, choosing, contents, cue_words, features, source_spans
from newsquote._quotes.cases import HEAD, HINTED, Rows
from newsquote._quotes.tagging import SCALE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsquote._quotes.cases import Case, Piece, RowsOf
    from newsquote._quotes.hints import Hint
    from newsquote._quotes.model import Model
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
_MOST_OF_TWO = 3
_ZEROS = repeat(0)
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


def find(doc: Doc, model: Model, hints: Mapping[int, Hint]) -> list[Found]:
    """The attributions of a document that have any chance.

    :param hints: what the rules say of each cue, by token.
    """
    view = features.view_of(doc, model.lexicon)
    scores = model.tagger.run(view, model.lexicon.pad())
    heads = [head for head, score in enumerate(scores[HEAD]) if score > (LEAST_HINTED if head in hints else LEAST_HEAD)]
    shared: dict[object, dict[object, float]] = {}
    readings = [
        reading for head in heads if (reading := _read(cases.case_of(view, scores, head, hints.get(head)), model, shared)) is not None
    ]
    return _apart(doc, model, _chosen(model, readings))


def _sum(keys: Sequence[str], weights: Mapping[str, int]) -> int:
    return sum(map(weights.get, keys, _ZEROS))


def _read(case: Case, model: Model, shared: dict[object, dict[object, float]]) -> choosing.Reading | None:
    """The words, sources and contents of a likely cue."""
    case.cue = (
        max(cue_words.cue_left(case), key=lambda c: _sum(c[1], model.left))[0],
        max(cue_words.cue_right(case), key=lambda c: _sum(c[1], model.right))[0],
    )
    rows = _Scored(model.source, shared.setdefault(("source", case.paragraph), {}))
    named = source_spans.source_candidates(case, rows)
    values = rows.values
    source_scores = [sum([values[row] for row in piece.rows]) / SCALE for piece in named]
    source_ranges = [None if piece.start < 0 else (piece.start, piece.end) for piece in named]
    case.source = source_ranges[max(range(len(named)), key=source_scores.__getitem__)]
    rows = _Scored(model.content, shared.setdefault(("content", case.paragraph), {}))
    choices = contents.content_candidates(case, rows)
    values = rows.values
    content_scores = [sum([values[row] for row in choice.rows]) / SCALE for choice in choices]
    ranges = [choice.ranges for choice in choices]
    reading = choosing.reading_of(case, ranges, content_scores, source_ranges, source_scores)
    if reading is None or reading.odds < _LEAST_ODDS:
        return None
    reading.contents = [content for content in reading.contents if content[2] > reading.contents[0][2] - _FAR]
    reading.sources = [source for source in reading.sources if source[1] > reading.sources[0][1] - _FAR]
    return reading


class _Scored(Rows):
    """Rows summed as they are made; what hangs on the sentence alone is kept for its other cues."""

    def __init__(self, weights: Mapping[str, int], shared: dict[object, float]) -> None:
        super().__init__()
        self.weights = weights
        self.shared = shared
        self.values: list[float] = []

    def add(self, key: object, make: object, *args: object) -> int:
        number = self.numbers.get(key)
        if number is None:
            number = self.numbers[key] = len(self.values)
            self.values.append(self._value(*make(*args)))  # type: ignore[operator]
        return number

    def share(self, key: object, make: object, *args: object) -> int:
        number = self.numbers.get(key)
        if number is None:
            value = self.shared.get(key)
            if value is None:
                value = self.shared[key] = self._value(*make(*args))  # type: ignore[operator]
            number = self.numbers[key] = len(self.values)
            self.values.append(value)
        return number

    def _value(self, keys: list[str], numeric: list[tuple[str, float]]) -> float:
        get = self.weights.get
        total: float = sum(map(get, keys, _ZEROS))
        for key, value in numeric:
            total += get(key, 0) * value
        return total

    def likeliest(self, pairs: list[tuple[int, int, int]], start: RowsOf, end: RowsOf, most: int) -> list[tuple[int, int, int]]:
        """The pairs whose edges score best."""
        if len(pairs) <= most:
            return pairs
        values = self.values
        starts = {i: sum([values[row] for row in start(i)]) for i in {i for _, i, _ in pairs}}
        ends = {j: sum([values[row] for row in end(j)]) for j in {j for _, _, j in pairs}}
        return sorted(pairs, key=lambda p: (p[0] >= HINTED, starts[p[1]] + ends[p[2]], p), reverse=True)[:most]

    def best(self, pieces: list[Piece]) -> list[Piece]:
        """The few that score best."""
        values = self.values
        return sorted(pieces, key=lambda p: (-sum([values[row] for row in p.rows]), p.start, p.end))[:_MOST_OF_TWO]


Reading3 = tuple[Range | None, Range | None, Range | None]


def _chosen(model: Model, readings: list[choosing.Reading]) -> list[tuple[float, Case, Reading3]]:
    picked = []
    get = model.joint.get
    for reading, others in zip(readings, choosing.neighbours(readings), strict=True):
        options = choosing.joint_candidates(reading, others)
        values = [(sum(map(get, keys, _ZEROS)) + sum([get(k, 0) * v for k, v in numeric])) / SCALE for _, keys, numeric in options]
        top = max(values)
        chances = [exp(value - top) for value in values]
        total = sum(chances)
        if 1 - chances[0] / total < LEAST:
            continue
        chance, best = choosing.safest([option[0] for option in options], [value / total for value in chances])
        if chance >= LEAST:
            picked.append((chance, reading.case, best))
    return picked


def _apart(doc: Doc, model: Model, picked: list[tuple[float, Case, Reading3]]) -> list[Found]:
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
    return "speech" if case.klass(case.head) in {"AC", ":", "DASH"} else "thought"
