"""Content, source and cue chosen together.

In: for every cue the best contents and sources with their chances. Out: candidates of the last choice, with features of how the three stand to one another and
to the other cues of the article; the first is that the cue attributes nothing.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from math import exp, log
from typing import TYPE_CHECKING, NamedTuple

import attrs

from newsquote._quotes.model.hints import agreement

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from newsquote._quotes.model.cases import Case
    from newsquote._quotes.model.sums import TableOf

__all__ = [
    "Choice",
    "JointTables",
    "Reading",
    "chances",
    "joint_candidates",
    "neighbours",
    "reading_of",
    "safest",
    "voices",
]

Range = tuple[int, int]
Choice = tuple[Range | None, Range | None, Range | None]
"""The piece before the cue, the piece behind it, the source."""
MOST_CONTENTS = 6
MOST_SOURCES = 3
_FLOOR = -7.0
_NEAR = 25
_LIKELY = 0.5
_NEXT = 2


class JointTables:
    """What speaks for a cue's reading."""

    def __init__(self, table: TableOf) -> None:
        self.rivals, self.again = table(_rival_keys), table(_again)
        self.sides, self.pattern, self.source = (
            table(_side_keys),
            table(_pattern_keys),
            table(_source_keys),
        )
        self.name, self.hint = table(_name_keys), table(_agreement_keys)
        self.none_pressure, self.none_sure, self.none_again = (
            table(_pressure_keys),
            table(_sure_keys),
            table(_none_again),
        )
        self.none_verb, self.none_shape, self.none_rule = (
            table(_none_verb_keys),
            table(_none_shape_keys),
            table(_none_rule_keys),
        )
        self.none_source, self.none_before = table(_none_source_keys), table(_none_before_keys)


@attrs.define(eq=False, repr=False, slots=True)
class Reading:
    """A cue with its best contents (left, right, log chance among the contents) and sources (range, log chance), and the chance that it attributes at all."""

    case: Case
    contents: list[tuple[Range | None, Range | None, float]]
    sources: list[tuple[Range | None, float]]
    odds: float
    """Log-odds that it attributes."""
    best: list[Range] = attrs.field(init=False)
    """The pieces of the best content."""

    def __attrs_post_init__(self) -> None:
        self.best = [piece for piece in self.contents[0][:2] if piece] if self.contents else []


def chances(scores: Sequence[float]) -> list[float]:
    """Scores as log chances."""
    total = _together(scores)
    return [score - total for score in scores]


def _together(scores: Sequence[float]) -> float:
    """The log of the sum of what the scores are logs of."""
    top = max(scores)
    return log(sum([exp(score - top) for score in scores])) + top


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
    total = _together(content_scores[1:])
    logs = [score - total for score in content_scores[1:]]
    order = sorted(range(len(logs)), key=logs.__getitem__, reverse=True)[:MOST_CONTENTS]
    odds = total - content_scores[0]
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


def voices(readings: Iterable[Reading]) -> Counter[str]:
    """How often each name is the likeliest source of a likely attribution of the document: who speaks once speaks again."""
    return Counter(
        voice
        for reading in readings
        if reading.odds > _LIKELY and (voice := _voice(reading.case, reading.sources[0][0]))
    )


def _voice(case: Case, source: Range | None) -> str:
    """The last capitalised word of a source; empty where it has none."""
    if source is None:
        return ""
    types = case.view.types
    for t in range(source[1] - 1, source[0] - 1, -1):
        if types[t].kind == "X":
            return case.view.doc.lowers[t]
    return ""


def _elsewhere(reading: Reading, source: Range | None, heard: Mapping[str, int]) -> int:
    """How often a source is heard in the document's other attributions, three at most; -1 where it is no name."""
    voice = _voice(reading.case, source)
    if not voice:
        return -1
    own = reading.odds > _LIKELY and voice == _voice(reading.case, reading.sources[0][0])
    return min(3, heard.get(voice, 0) - own)


def joint_candidates(
    reading: Reading, others: Sequence[Reading], heard: Mapping[str, int], tables: JointTables
) -> list[tuple[Choice, int, list[tuple[str, float]]]]:
    """((left, right, source), value, numbers) of each candidate; the first is nothing.

    :param others: the cues near it.
    :param heard: the document's voices.
    """
    nothing: Choice = (None, None, None)
    out = [(nothing, *_nothing(reading, others, heard, tables))]
    rivals = [
        other
        for other in others
        if other is not reading
        and other.odds > -1
        and other.contents
        and not _overlap(other.case.cue, reading.case.cue)
    ]
    speaking = [
        (_source_of(reading.case, source), log, tables.again[_elsewhere(reading, source, heard),])
        for source, log in reading.sources
    ]
    for left, right, content_log in reading.contents:
        theirs = [
            tables.rivals[_rivals(reading, piece, side, rivals)]
            for piece, side in ((left, "L"), (right, "R"))
            if piece is not None
        ]
        content = _content_of(reading.case, left, right)
        for source, source_log, again in speaking:
            value = _relations(reading.case, content, source, tables) + again
            for rival in theirs:
                value += rival
            out.append(
                ((left, right, source.tokens), value, [("lc", content_log), ("ls", source_log)])
            )
    return out


# --------------------------------------------------------------------- the neighbours


def _rivals(  # noqa: C901, PLR0912 - counted in one pass
    reading: Reading, piece: Range, side: str, rivals: Sequence[Reading]
) -> tuple[str, int, int, int, int, int, int, int, int, str]:
    """How a piece stands to the neighbouring cues' words, sources and contents."""
    cue, inside = reading.case.cue, reading.case.view.inside
    mark = f"{inside[piece[0]]}{inside[piece[1] - 1]}"
    if not rivals:
        return side, 0, 0, 0, 0, 0, 0, 0, 0, mark
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
                    same = max(
                        same, weight + 2 * (abs(theirs[0] - piece[0]) < abs(cue[0] - piece[0]))
                    )
                elif _overlap(p, piece) and not _inside(piece, p):
                    crossing = max(crossing, weight + 2 * _inside(p, piece))
            if gap[0] <= theirs[0] and theirs[1] <= gap[1]:
                between = max(between, weight)
    return side, full, inner_end, part, none, cut, same, between, crossing, mark


def _rival_keys(
    side: str,
    full: int,
    inner_end: int,
    part: int,
    none: int,
    cut: int,
    same: int,
    between: int,
    crossing: int,
    mark: str,
) -> list[str]:
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


def _again(times: int) -> list[str]:
    return [f"jW{times}"]


# --------------------------------------------------------------------- cue, source and content


class _Content(NamedTuple):
    """What all choices with one content share."""

    left: Range | None
    right: Range | None
    pieces: list[Range]
    sides: str
    edges: str
    """For each piece whether it begins and ends inside marks."""
    agreement: str


def _content_of(case: Case, left: Range | None, right: Range | None) -> _Content:
    inside, hint = case.view.inside, case.hint
    pieces = [piece for piece in (left, right) if piece is not None]
    sides = "LR" if len(pieces) > 1 else "L" if left is not None else "R"
    edges = "".join([f"{inside[start]}{inside[end - 1]}" for start, end in pieces])
    agrees = (
        "-" if hint is None else _likeness_to(hint.left, left) + _likeness_to(hint.right, right)
    )
    return _Content(left, right, pieces, sides, edges, agrees)


class _Source(NamedTuple):
    """What all choices with one source share."""

    tokens: Range | None
    named: str
    """On which side of the cue."""
    mark: int
    """The marked text around its first word."""
    beside: int
    """Whether that is the marked text around the cue, too."""
    klass: str
    kinds: str
    agreement: str


def _source_of(case: Case, source: Range | None) -> _Source:
    agrees = "-" if case.hint is None else _likeness_to(case.hint.source, source)
    if source is None:
        return _Source(None, "0", -1, 0, "", "", agrees)
    (first, last), marks, types = source, case.view.mark_of, case.view.types
    kinds = "".join([kind.kind for kind in types[first : min(last, first + 3)]])
    mark = marks[first]
    return _Source(
        source,
        "l" if first < case.cue[0] else "r",
        mark,
        1 if mark == marks[case.head] else 0,
        types[first].klass,
        kinds,
        agrees,
    )


def _relations(case: Case, content: _Content, source: _Source, tables: JointTables) -> int:
    marks, (ci, cj), hint, klass = case.view.mark_of, case.cue, case.hint, case.verb.klass
    left, right, pieces, sides, edges, agrees = content
    tokens, named, mark, beside, first_class, kinds, who = source
    agreements = (agrees, who, "-", "-") if hint is None else (agrees, who, hint.rule, hint.side)
    value = tables.pattern[_pattern(case, pieces, tokens)] + tables.hint[agreements]
    if tokens is None:
        return value + tables.sides[sides, "0", "00", edges, klass]
    first, last = tokens
    clash = ("1" if left is not None and _overlap(tokens, left) else "0") + (
        "1" if right is not None and _overlap(tokens, right) else "0"
    )
    in_piece = between = 0
    for start, end in pieces:
        if mark >= 0 and mark == marks[start]:
            in_piece = 1
        between += (last <= start and end <= ci) or (cj <= start and end <= first)
    return (
        value
        + tables.sides[sides, named, clash, edges, klass]
        + tables.source[named, beside, in_piece, between]
        + tables.name[named, sides, first_class, kinds]
    )


def _side_keys(sides: str, named: str, clash: str, edges: str, verb: str) -> list[str]:
    return [f"jA{sides}{named}{clash}", f"jB{sides}{named}={verb}", f"jI{sides}{named}={edges}"]


def _pattern(case: Case, pieces: Sequence[Range], source: Range | None) -> tuple[str, str]:
    """In which order cue, source and pieces stand, with and without what stands between them."""
    types = case.view.types
    parts = [(case.cue, "C"), *[(piece, "P") for piece in pieces]]
    if source:
        parts.append((source, "S"))
    parts.sort()
    text, names = "", ""
    last = parts[0][0][0]
    for (start, end), name in parts:
        if start < last:
            text += "~"
        elif start > last + _NEXT:
            text += f">{min((start - last) // 4, 4)}"
        elif start > last:
            text += "_".join([kind.klass for kind in types[last:start]])
        text += name
        names += name
        last = end
    return text, names


def _pattern_keys(text: str, names: str) -> list[str]:
    return [f"jC={text}", f"jD={names}"]


def _source_keys(named: str, same: int, in_piece: int, between: int) -> list[str]:
    return [f"jE{same}{in_piece}{named}", f"jH{named}{between}"]


def _name_keys(named: str, sides: str, klass: str, kinds: str) -> list[str]:
    return [f"jF{named}{sides}={kinds}", f"jG{named}{sides}={klass}"]


def _likeness_to(said: Range | None, found: Range | None) -> str:
    if found is None:
        return "." if said is None else "n"
    return agreement(said, *found)


def _agreement_keys(what: str, who: str, rule: str, side: str) -> list[str]:
    return [f"jR{what}", f"jS{who}", f"jT{what}{who}", f"jU{what}={rule}", f"jV{who}={side}"]


# --------------------------------------------------------------------- nothing


def _nothing(
    reading: Reading, others: Sequence[Reading], heard: Mapping[str, int], tables: JointTables
) -> tuple[int, list[tuple[str, float]]]:
    case, mine = reading.case, reading.best
    cue, odds, inside = case.cue, reading.odds, case.view.inside
    same, nested, outer, clash, source_clash, near, strongest = _pressure(reading, others)
    gap = reading.contents[0][2]
    sure = 0 if gap > -0.2 else 1 if gap > -0.6 else 2 if gap > -1.2 else 3
    source = reading.sources[0]
    source_sure = ("0" if source[0] is None else "s") + (
        "0" if source[1] > -0.2 else "1" if source[1] > -0.7 else "2"
    )
    level = int(odds * 2) if -3 < odds < 3 else 7 if odds > 0 else -7
    shape = ("L" if reading.contents[0][0] else "") + ("R" if reading.contents[0][1] else "")
    marks = int(any(inside[piece[0]] or inside[piece[1] - 1] for piece in mine))
    long = sum(piece[1] - piece[0] for piece in mine)
    size = min(long, 4) if long < 5 else 5 if long < 12 else 6
    rule = case.rule()
    value = (
        tables.none_pressure[same, nested, outer, clash, source_clash, near, inside[case.head]]
        + tables.none_sure[sure, source_sure, level, max(-4, min(4, int(strongest)))]
        + tables.none_verb[case.verb.word, case.verb.klass]
        + tables.none_shape[case.verb.klass, f"{shape}{marks}", size]
        + tables.none_source[case.verb.klass, source_sure]
        + tables.none_before[case.near[case.offset + cue[0] - 1].klass, source_sure]
        + tables.none_rule[
            rule, level, f"{nested}{near}", case.hint.side if case.hint else "-", case.verb.klass
        ]
        + tables.none_again[_elsewhere(reading, source[0], heard),]
    )
    return value, [("ko", -odds), ("kp", max(0.0, -odds)), ("kq", -max(0.0, odds - 3))]


def _pressure(
    reading: Reading, others: Sequence[Reading]
) -> tuple[int, int, int, int, int, int, float]:
    """What the neighbouring cues leave of a cue: 2 where they do for sure, 1 where they may."""
    case, mine = reading.case, reading.best
    cue, odds = case.cue, reading.odds
    ci, cj = cue
    same = nested = outer = clash = source_clash = near = 0
    strongest = -9.0
    for other in others:
        if other is reading:
            continue
        theirs = i, j = other.case.cue
        if i < cj and ci < j:
            clash = max(clash, 2 if other.odds > odds else 1)
            continue
        weight = 2 if other.odds > 0 else 1 if other.odds > -1.5 else 0
        if not weight:
            continue
        pieces, source = other.best, other.sources[0][0] if other.sources else None
        if source is not None and _overlap(source, cue):
            source_clash = max(source_clash, weight)
        if any(start <= ci and cj <= end for start, end in pieces):
            nested = max(nested, weight)
        if any(_inside(theirs, piece) for piece in mine):
            outer = max(outer, weight)
        if mine and pieces and any(_shared(one, two) for one in mine for two in pieces):
            stronger = other.odds > odds
            same = max(same, 2 if stronger else 1)
            if abs(other.case.head - case.head) < 6:
                near = 2 if stronger else 1
        strongest = max(strongest, other.odds)
    return same, nested, outer, clash, source_clash, near, strongest


def _pressure_keys(
    same: int, nested: int, outer: int, clash: int, source_clash: int, near: int, inside: int
) -> list[str]:
    return [
        "k0",
        f"kA{same}",
        f"kB{nested}",
        f"kC{outer}",
        f"kD{clash}",
        f"kE{source_clash}",
        f"kF{near}",
        f"kK{same}{nested}{near}",
        f"kR{nested}{inside}",
    ]


def _sure_keys(sure: int, source_sure: str, level: int, strongest: int) -> list[str]:
    return [
        f"kG{sure}",
        f"kH{source_sure}",
        f"kJ={level}",
        f"kL{sure}{source_sure}",
        f"kT={strongest}",
    ]


def _none_verb_keys(verb: str, klass: str) -> list[str]:
    return [f"kI={klass}", f"kM={verb}"]


def _none_shape_keys(verb: str, shape: str, size: int) -> list[str]:
    return [f"kN{shape}", f"kP{size}{shape[-1]}", f"kQ={verb}|{shape}"]


def _none_source_keys(verb: str, sure: str) -> list[str]:
    return [f"kO={verb}|{sure}"]


def _none_before_keys(before: str, sure: str) -> list[str]:
    return [f"kS={before}|{sure}"]


def _none_rule_keys(rule: str, level: int, nested: str, side: str, verb: str) -> list[str]:
    return [f"kU={rule}", f"kV={rule}|{level}", f"kW={rule}|{nested}", f"kX={side}|{verb}"]


def _none_again(times: int) -> list[str]:
    return [f"kY{times}"]


def _shared(one: Range, two: Range) -> bool:
    """Whether two ranges are mostly the same."""
    both = min(one[1], two[1]) - max(one[0], two[0])
    return both > 0 and both >= 0.8 * (max(one[1], two[1]) - min(one[0], two[0]))


def safest(options: Sequence[Choice], odds: Sequence[float]) -> tuple[float, Choice]:
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
        close = sum(
            [chance for other, chance in contents.items() if other is one or _alike(one, other)]
        )
        if close + 2 * own > most:
            most, best, near = close + 2 * own, one, close
    share = sources[source] / (sum(odds[1:]) or 1.0)
    return near * (0.5 + 0.5 * share), (*best, source)


def _alike(one: tuple[Range | None, Range | None], two: tuple[Range | None, Range | None]) -> bool:
    """Whether two contents share half of their tokens."""
    shared = total = 0
    for piece in two:
        if piece is not None:
            total += piece[1] - piece[0]
    for piece in one:
        if piece is not None:
            start, end = piece
            total += end - start
            for other in two:
                if other is not None:
                    both = (min(other[1], end)) - (max(other[0], start))
                    if both > 0:
                        shared += both
    return total > 0 and shared >= 0.5 * (total - shared)
