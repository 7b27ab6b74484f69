"""Content, source and cue chosen together.

In: for every cue the best contents and sources with their chances. Out: candidates of the last choice, with features of how the three stand to one another and
to the other cues of the article; the first is that the cue attributes nothing.
"""

from __future__ import annotations

from itertools import groupby
from math import exp, log
from typing import TYPE_CHECKING

import attrs

from newsquote._quotes.hints import agreement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._quotes.cases import Case

__all__ = ["Reading", "chances", "joint_candidates", "neighbours", "reading_of", "safest"]

Range = tuple[int, int]
MOST_CONTENTS = 6
MOST_SOURCES = 3
_FLOOR = -7.0
_NEAR = 25


@attrs.define(eq=False, slots=True)
class Reading:
    """A cue with its best contents (left, right, log chance among the contents) and sources (range, log chance), and the chance that it attributes at all."""

    case: Case
    contents: list[tuple[Range | None, Range | None, float]]
    sources: list[tuple[Range | None, float]]
    odds: float
    """Log-odds that it attributes."""

    @property
    def best(self) -> list[Range]:
        """The pieces of the best content."""
        return [piece for piece in self.contents[0][:2] if piece] if self.contents else []


def chances(scores: Sequence[float]) -> list[float]:
    """Scores as log chances."""
    top = max(scores)
    total = log(sum(exp(score - top) for score in scores)) + top
    return [score - total for score in scores]


def reading_of(
    case: Case,
    contents: Sequence[tuple[Range | None, Range | None]],
    content_scores: Sequence[float],
    sources: Sequence[Range | None],
    source_scores: Sequence[float],
) -> Reading | None:
    """The best of a cue's candidates; contents[0] is nothing."""
    if len(contents) < 2:
        return None
    logs = chances(content_scores[1:])
    order = sorted(range(len(logs)), key=logs.__getitem__, reverse=True)[:MOST_CONTENTS]
    top = max(content_scores[1:])
    odds = log(sum(exp(score - top) for score in content_scores[1:])) + top - content_scores[0]
    source_logs = chances(source_scores)
    best = sorted(range(len(source_logs)), key=source_logs.__getitem__, reverse=True)[:MOST_SOURCES]
    return Reading(
        case,
        [(*contents[k + 1], max(_FLOOR, logs[k])) for k in order],
        [(sources[k], max(_FLOOR, source_logs[k])) for k in best],
        max(-9.0, min(9.0, odds)),
    )


def _inside(inner: Range, outer: Range) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _overlap(one: Range, two: Range) -> bool:
    return one[0] < two[1] and two[0] < one[1]


def neighbours(readings: Sequence[Reading]) -> list[Sequence[Reading]]:
    """For each of a document's readings, in text order, those near it in its paragraph."""
    out: list[Sequence[Reading]] = []
    for _, group in groupby(readings, key=lambda reading: reading.case.paragraph):
        near = list(group)
        out.extend(near[max(0, k - _NEAR) : k + _NEAR + 1] for k in range(len(near)))
    return out


def joint_candidates(
    reading: Reading, others: Sequence[Reading]
) -> list[tuple[tuple[Range | None, Range | None, Range | None], list[str], list[tuple[str, float]]]]:
    """((left, right, source), features, numbers) of each candidate; the first is nothing. ``others``: the cues near it."""
    keys, numbers = _nothing(reading, others)
    out: list[tuple[tuple[Range | None, Range | None, Range | None], list[str], list[tuple[str, float]]]] = [
        ((None, None, None), keys, numbers)
    ]
    rivals = [
        other
        for other in others
        if other is not reading and other.odds > -1 and other.contents and not _overlap(other.case.cue, reading.case.cue)
    ]
    for left, right, content_log in reading.contents:
        shared = _piece_rivals(reading, left, "L", rivals) + _piece_rivals(reading, right, "R", rivals)
        for source, source_log in reading.sources:
            keys = _relations(reading.case, left, right, source)
            keys += shared
            out.append(((left, right, source), keys, [("lc", content_log), ("ls", source_log)]))
    return out


def _piece_rivals(  # noqa: C901, PLR0912 - a table of features, counted in one pass
    reading: Reading, piece: Range | None, side: str, rivals: Sequence[Reading]
) -> list[str]:
    """How a piece stands to the neighbouring cues' words, sources and contents."""
    if piece is None:
        return []
    cue = reading.case.cue
    gap = (piece[1], cue[0]) if side == "L" else (cue[1], piece[0])
    full = part = none = cut = same = between = inner_end = crossing = 0
    for other in rivals:
        weight = 2 if other.odds > 1 else 1
        theirs = other.case.cue
        pieces = other.best
        source = other.sources[0][0]
        if _inside(theirs, piece):
            held = sum(_inside(p, piece) for p in pieces)
            if held == len(pieces):
                full = max(full, weight)
                if pieces[-1][1] == piece[1]:
                    inner_end = weight
            elif held or any(_overlap(p, piece) for p in pieces):
                part = max(part, weight)
            else:
                none = max(none, weight)
        else:
            if source and _overlap(source, piece):
                cut = max(cut, weight + 2 * (not _inside(source, piece)))
            for p in pieces:
                if _shared(p, piece):
                    same = max(same, weight + 2 * (abs(theirs[0] - piece[0]) < abs(cue[0] - piece[0])))
                elif _overlap(p, piece) and not _inside(piece, p):
                    crossing = max(crossing, weight + 2 * _inside(p, piece))
            if gap[0] <= theirs[0] and theirs[1] <= gap[1]:
                between = max(between, weight)
    view = reading.case.view
    mark = f"{view.inside[piece[0]]}{view.inside[piece[1] - 1]}"
    return [
        f"lA{side}{full}{inner_end}",
        f"lB{side}{part}",
        f"lC{side}{none}",
        f"lD{side}{cut}",
        f"lE{side}{same}",
        f"lF{side}{between}{mark}",
        f"lG{side}{crossing}",
        f"lH{side}{full}{part}{none}{same}",
        f"lI{side}{int(same > 2)}{between}{mark}",
    ]


def _relations(case: Case, left: Range | None, right: Range | None, source: Range | None) -> list[str]:
    view = case.view
    cue = case.cue
    sides = ("L" if left else "") + ("R" if right else "")
    named = "0" if source is None else "l" if source[0] < cue[0] else "r"
    clash = "".join(str(int(bool(source and piece and _overlap(source, piece)))) for piece in (left, right))
    keys = [f"jA{sides}{named}{clash}", f"jB{sides}{named}={case.klass(case.head)}"]
    parts = sorted([(cue, "C"), *(((piece, "P")) for piece in (left, right) if piece), *(((source, "S"),) if source else ())])
    pattern = []
    last = None
    for span, name in parts:
        if last is not None:
            gap = span[0] - last
            pattern.append(
                "~"
                if gap < 0
                else ""
                if gap == 0
                else "_".join(view.types[t].klass for t in range(last, span[0]))
                if gap <= 2
                else f">{min(gap // 4, 4)}"
            )
        pattern.append(name)
        last = span[1]
    text = "".join(pattern)
    keys.append(f"jC={text}")
    keys.append("jD=" + "".join(name for _, name in parts))
    if source:
        marks = view.mark_of
        same = int(marks[source[0]] == marks[case.head])
        in_piece = int(any(piece and marks[source[0]] >= 0 and marks[source[0]] == marks[piece[0]] for piece in (left, right)))
        kinds = "".join(view.types[t].kind for t in range(source[0], min(source[1], source[0] + 3)))
        keys += [f"jE{same}{in_piece}{named}", f"jF{named}{sides}={kinds}", f"jG{named}{sides}={case.klass(source[0])}"]
        between = [
            piece
            for piece in (left, right)
            if piece and ((source[1] <= piece[0] and piece[1] <= cue[0]) or (cue[1] <= piece[0] and piece[1] <= source[0]))
        ]
        keys.append(f"jH{named}{len(between)}")
    edges = "".join(f"{view.inside[piece[0]]}{view.inside[piece[1] - 1]}" for piece in (left, right) if piece)
    keys.append(f"jI{sides}{named}={edges}")
    keys.extend(_agreements(case, left, right, source))
    return keys


def _agreements(case: Case, left: Range | None, right: Range | None, source: Range | None) -> list[str]:
    """How a reading stands to what the rules say."""
    hint = case.hint
    if hint is None:
        return ["jR-"]
    what = "".join(
        "." if piece is None and said is None else "n" if piece is None else agreement(said, *piece)
        for piece, said in ((left, hint.left), (right, hint.right))
    )
    who = "." if source is None and hint.source is None else "n" if source is None else agreement(hint.source, *source)
    return [f"jR{what}", f"jS{who}", f"jT{what}{who}", f"jU{what}={hint.rule}", f"jV{who}={hint.side}"]


def _nothing(reading: Reading, others: Sequence[Reading]) -> tuple[list[str], list[tuple[str, float]]]:
    case, mine = reading.case, reading.best
    cue = case.cue
    same = nested = outer = clash = source_clash = near = 0
    strongest = -9.0
    for other in others:
        if other is reading:
            continue
        pieces = other.best
        if _overlap(other.case.cue, cue):
            clash = max(clash, 2 if other.odds > reading.odds else 1)
            continue
        weight = 2 if other.odds > 0 else 1 if other.odds > -1.5 else 0
        if not weight:
            continue
        if other.sources and other.sources[0][0] and _overlap(other.sources[0][0], cue):
            source_clash = max(source_clash, weight)
        if any(_inside(cue, piece) for piece in pieces):
            nested = max(nested, weight)
        if any(_inside(other.case.cue, piece) for piece in mine):
            outer = max(outer, weight)
        if mine and pieces and any(_shared(one, two) for one in mine for two in pieces):
            stronger = other.odds > reading.odds
            same = max(same, 2 if stronger else 1)
            if abs(other.case.head - case.head) < 6:
                near = 2 if stronger else 1
        strongest = max(strongest, other.odds)
    gap = reading.contents[0][2]
    sure = 0 if gap > -0.2 else 1 if gap > -0.6 else 2 if gap > -1.2 else 3
    source = reading.sources[0]
    source_sure = ("0" if source[0] is None else "s") + ("0" if source[1] > -0.2 else "1" if source[1] > -0.7 else "2")
    kind = case.klass(case.head)
    step = int(reading.odds * 2) if -3 < reading.odds < 3 else 7 if reading.odds > 0 else -7
    verb = case.word(case.head)
    shape = ("L" if reading.contents[0][0] else "") + ("R" if reading.contents[0][1] else "")
    marks = int(any(case.view.inside[piece[0]] or case.view.inside[piece[1] - 1] for piece in mine))
    long = sum(piece[1] - piece[0] for piece in mine)
    keys = [
        "k0",
        f"kA{same}",
        f"kB{nested}",
        f"kC{outer}",
        f"kD{clash}",
        f"kE{source_clash}",
        f"kF{near}",
        f"kG{sure}",
        f"kH{source_sure}",
        f"kI={kind}",
        f"kJ={step}",
        f"kK{same}{nested}{near}",
        f"kL{sure}{source_sure}",
        f"kM={verb}",
        f"kN{shape}{marks}",
        f"kO={kind}|{source_sure}",
        f"kP{min(long, 4) if long < 5 else 5 if long < 12 else 6}{marks}",
        f"kQ={kind}|{shape}{marks}",
        f"kR{nested}{case.view.inside[case.head]}",
        f"kS={case.klass(cue[0] - 1)}|{source_sure}",
        f"kT={max(-4, min(4, int(strongest)))}",
        f"kU={case.rule()}",
        f"kV={case.rule()}|{step}",
        f"kW={case.rule()}|{nested}{near}",
        f"kX={case.hint.side if case.hint else '-'}|{kind}",
    ]
    return keys, [("ko", -reading.odds), ("kp", max(0.0, -reading.odds)), ("kq", -max(0.0, reading.odds - 3))]


def _shared(one: Range, two: Range) -> bool:
    """Whether two ranges are mostly the same."""
    both = min(one[1], two[1]) - max(one[0], two[0])
    return both > 0 and both >= 0.8 * (max(one[1], two[1]) - min(one[0], two[0]))


def safest(
    options: Sequence[tuple[Range | None, Range | None, Range | None]], odds: Sequence[float]
) -> tuple[float, tuple[Range | None, Range | None, Range | None]]:
    """The reading that is likeliest to be right or nearly so, and the chance that content (at least by half) and source are.

    options[0] is nothing. A content's worth is the chance of all contents that share half of it, and that of its own twice.
    """
    contents: dict[tuple[Range | None, Range | None], float] = {}
    sources: dict[Range | None, float] = {}
    for (left, right, source), chance in zip(options[1:], odds[1:], strict=True):
        contents[left, right] = contents.get((left, right), 0.0) + chance
        sources[source] = sources.get(source, 0.0) + chance
    source = max(sources, key=sources.__getitem__)
    best: tuple[Range | None, Range | None] = (None, None)
    near = 0.0
    most = -1.0
    for one, own in contents.items():
        close = sum([chance for other, chance in contents.items() if other is one or _likeness(one, other) >= 0.5])
        if close + 2 * own > most:
            most, best, near = close + 2 * own, one, close
    share = sources[source] / (sum(odds[1:]) or 1.0)
    return near * (0.5 + 0.5 * share), (*best, source)


def _likeness(one: tuple[Range | None, Range | None], two: tuple[Range | None, Range | None]) -> float:
    """Shared tokens of two contents over all."""
    shared = sum([max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one if a for b in two if b])
    total = sum([p[1] - p[0] for p in (*one, *two) if p]) - shared
    return shared / total if total else 0.0
