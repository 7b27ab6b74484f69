"""The contents that a cue may have.

In: a case whose cue is known, and its likeliest source. Out: choices, each a piece before the cue, one behind it, or both, weighed; the first is none.
Why: a split quotation is one content in two pieces, and whether there is a second one is a choice like the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.model.cases import (
    BUCKETS,
    CONTENT_END,
    CONTENT_START,
    HEAD,
    HINTED,
    MOST_PAIRS,
    MOST_PARAGRAPHS,
    STEP,
    STEPS,
    best_pairs,
    likeliest,
    strongest,
    within,
)
from newsquote._quotes.model.content_edges import EdgeTables, Landmarks, ends, starts, wholes
from newsquote._quotes.model.features import WordType
from newsquote._quotes.model.hints import agreement
from newsquote._quotes.model.tagging import SCALE

if TYPE_CHECKING:
    from newsquote._quotes.model.cases import Case, Weigher
    from newsquote._quotes.model.sums import TableOf

__all__ = ["ContentTables", "content_candidates"]

_MOST_PIECES = 4
_MOST_OF_TWO = 2
_MOST_OF_TWO_UNWEIGHED = 8

Range = tuple[int, int]
_Piece = tuple[Range, int]
"""The tokens of a piece, and what speaks for it."""


class ContentTables(EdgeTables):
    """The tables of contents."""

    def __init__(self, table: TableOf) -> None:
        super().__init__(table)
        self.none_verb, self.none_words, self.none_around = (
            table(_none_verb),
            table(_none_words),
            table(_none_around),
        )
        self.none_rule, self.none_score = table(_none_rule), table(_none_score)
        self.no_left, self.no_left_verb, self.no_left_class = (
            table(_no_left),
            table(_no_left_verb),
            table(_no_left_class),
        )
        self.no_right, self.no_right_verb, self.no_right_class = (
            table(_no_right),
            table(_no_right_verb),
            table(_no_right_class),
        )
        self.only, self.both, self.both_edges = table(_only), table(_both), table(_both_edges)


def content_candidates(
    case: Case, tables: ContentTables, weigher: Weigher
) -> tuple[list[tuple[Range | None, Range | None]], list[int]]:
    """The contents that the cue may have, as (piece before it, piece behind it), and their values; the first is none."""
    landmarks = Landmarks.of(case)
    left, right = (
        _pieces(case, tables, landmarks, weigher, "L"),
        _pieces(case, tables, landmarks, weigher, "R"),
    )
    before, behind = _before(case), _after(case)
    where = "0" if case.source is None else "L" if case.source[1] <= case.head else "R"
    ranges: list[tuple[Range | None, Range | None]] = [(None, None)]
    values = [weigher.row(_nothing(case, tables, before, behind))]
    if left:
        alone = weigher.row(
            _without_right(case, tables, behind) + tables.only["L", where, case.verb.name]
        )
        ranges += [(piece, None) for piece, _ in left]
        values += [value + alone for _, value in left]
    if right:
        alone = weigher.row(
            _without_left(case, tables, before) + tables.only["R", where, case.verb.name]
        )
        ranges += [(None, piece) for piece, _ in right]
        values += [value + alone for _, value in right]
    if left and right:
        if weigher.prunes:
            left, right = (
                sorted(pieces, key=_worth, reverse=True)[:_MOST_OF_TWO] for pieces in (left, right)
            )
        else:
            left, right = left[:_MOST_OF_TWO_UNWEIGHED], right[:_MOST_OF_TWO_UNWEIGHED]
        for one, value_of_one in left:
            for two, value_of_two in right:
                ranges.append((one, two))
                values.append(
                    value_of_one
                    + value_of_two
                    + weigher.row(_together(case, tables, where, one, two))
                )
    return ranges, values


def _worth(piece: _Piece) -> tuple[int, int, int]:
    (start, end), value = piece
    return value, -start, -end


def _positions(case: Case, landmarks: Landmarks, lo: int, hi: int) -> tuple[list[int], list[int]]:
    """Tokens at which content may start and end."""
    around, (a, b), (first, end) = case.around, case.sentence, case.region
    behind_cue, behind_source, first_word, before_cue, before_source, last_word = landmarks
    firsts, lasts = [behind_cue, first_word, behind_source], [before_cue, last_word, before_source]
    i, j = max(a, lo), min(b, hi)
    starts, ends = set(within(around.starts, i, j)), set(within(around.ends_at, i, j))
    if first < a:
        firsts.append(case.skip(first))
    if end > b:
        lasts.append(case.back(end - 1))
    if hi > case.paragraph[1]:
        tokens = case.view.doc.paragraph_tokens[case.number + 1 : case.number + 2 + MOST_PARAGRAPHS]
        lasts += [case.back(behind - 1) for _, behind in tokens if behind <= hi]
    if lo < a:
        starts.update(within(around.outer_starts, lo, min(hi, a)))
        ends.update(within(around.outer_ends, lo, min(hi, a)))
    if hi > b:
        starts.update(within(around.outer_starts, max(lo, b), hi))
        ends.update(within(around.outer_ends, max(lo, b), hi))
    starts.update([t for t in firsts if lo <= t < hi])
    ends.update([t for t in lasts if lo <= t < hi])
    return strongest(sorted(starts), case.scores[CONTENT_START]), strongest(
        sorted(ends), case.scores[CONTENT_END]
    )


def _pairs(
    case: Case, landmarks: Landmarks, side: str, lo: int, hi: int
) -> list[tuple[int, int, int]]:
    """(what speaks for it at first sight, first token, last token); one that the rules propose is the first."""
    starts, ends = _positions(case, landmarks, lo, hi)
    starts_s, ends_s = case.scores[CONTENT_START], case.scores[CONTENT_END]
    mark_of, (first, last), (ci, cj), left = (
        case.view.mark_of,
        case.source or (0, -1),
        case.cue,
        side == "L",
    )
    pairs = []
    for i in starts:
        value, mark, before_end = starts_s[i] - (0 if left else 10 * (i - cj)), mark_of[i], i < last
        for j in ends:
            if i <= j:
                prior = value + ends_s[j]
                if left:
                    prior -= 10 * (ci - j)
                if mark != mark_of[j]:
                    prior -= SCALE
                if before_end and first <= j:
                    prior -= 2 * SCALE
                pairs.append((prior, i, j))
    hinted = None if case.hint is None else case.hint.left if left else case.hint.right
    if hinted is not None and lo <= hinted[0] < hinted[1] <= hi:
        i, j = hinted[0], hinted[1] - 1
        pairs = [(HINTED, i, j), *[pair for pair in pairs if pair[1] != i or pair[2] != j]]
    return pairs


def _pieces(
    case: Case, tables: ContentTables, landmarks: Landmarks, weigher: Weigher, side: str
) -> list[_Piece]:
    lo, hi = (case.region[0], case.cue[0]) if side == "L" else (case.cue[1], case.region[1])
    if lo >= hi or (weigher.prunes and not case.has_more(lo, hi)):
        return []
    pairs = _pairs(case, landmarks, side, lo, hi)
    chosen_by_edges = weigher.prunes and _MOST_PIECES < len(pairs) <= MOST_PAIRS
    if not chosen_by_edges:
        pairs = likeliest(pairs)
    firsts, lasts = {i for _, i, _ in pairs}, {j for _, _, j in pairs}
    first = dict(
        zip(firsts, weigher.weighed(starts(case, tables, landmarks, side, firsts)), strict=True)
    )
    last = dict(
        zip(lasts, weigher.weighed(ends(case, tables, landmarks, side, lasts)), strict=True)
    )
    if weigher.prunes and len(pairs) > _MOST_PIECES:
        pairs = best_pairs(pairs, first, last, _MOST_PIECES)
    both = weigher.weighed(wholes(case, tables, landmarks, side, [(i, j) for _, i, j in pairs]))
    return [
        ((i, j + 1), first[i] + last[j] + value)
        for (_, i, j), value in zip(pairs, both, strict=True)
    ]


def _before(case: Case) -> str:
    """What stands right before the cue, the source as one."""
    ci, first = case.cue[0], case.region[0]
    begin = max(first, ci - 3)
    if case.source and case.source[1] <= ci and case.source[1] > begin - 3:
        begin = max(first, min(begin, case.source[0] - 2))
    return case.between(begin, ci, 6)


def _after(case: Case) -> str:
    """What stands right behind the cue."""
    cj, last = case.cue[1], case.region[1]
    stop = min(last, cj + 3)
    if case.source and case.source[0] >= cj and case.source[0] < stop:
        stop = min(last, case.source[1] + 2)
    return case.between(cj, stop, 5)


# --------------------------------------------------------------------- nothing


def _nothing(case: Case, tables: ContentTables, before: str, behind: str) -> int:
    (ci, cj), near, offset = case.cue, case.near, case.offset
    source = "10" if case.source is None else f"0{int(case.source[0] > case.head)}"
    return (
        tables.none_verb[case.verb.name,]
        + tables.none_words[near[offset + ci].klass, near[offset + cj - 1].klass]
        + tables.by_name(f"0n={case.verb.word}|{near[offset + cj].klass}", 0)
        + tables.none_around[source, case.view.inside[case.head]]
        + tables.by_name(f"0a={behind}", 0)
        + tables.by_name(f"0b={before}", 0)
        + tables.none_rule[case.rule(), case.verb.klass]
        + tables.by_name(f"0p={near[offset + ci - 1].klass}|{case.verb.klass}", 0)
        + tables.none_score[STEPS[case.scores[HEAD][case.head] // STEP],]
    )


def _none_verb(verb: str) -> list[str]:
    head = WordType.named(verb)
    return [f"0h={head.word}", f"0c={head.klass}", f"0f={head.frames}"]


def _none_words(first: str, last: str) -> list[str]:
    return [f"0k={first}|{last}"]


def _none_around(source: str, inside: int) -> list[str]:
    return ["0", f"0s={source}", f"0i={inside}"]


def _none_rule(rule: str, verb: str) -> list[str]:
    return [f"0R={rule}", f"0S={rule}|{verb}"]


def _none_score(score: int) -> list[str]:
    return [f"0z{score}"]


# --------------------------------------------------------------------- a piece on one side only


def _without_left(case: Case, tables: ContentTables, before: str) -> int:
    ci = case.cue[0]
    mark = int(1 in case.view.inside[max(case.region[0], ci - 3) : ci])
    return (
        tables.no_left[mark, int(ci - case.region[0] > 3)]
        + tables.by_name(f"L1={before}", 0)
        + tables.no_left_verb[case.verb.word, case.hinted("L")]
        + tables.no_left_class[mark, case.near[case.offset + ci - 1].klass]
    )


def _no_left(mark: int, far: int) -> list[str]:
    return ["L0", f"L2={mark}{far}"]


def _no_left_verb(verb: str, hinted: str) -> list[str]:
    return [f"L3={verb}", f"LR{hinted}"]


def _no_left_class(mark: int, klass: str) -> list[str]:
    return [f"L4={mark}|{klass}"]


def _without_right(case: Case, tables: ContentTables, behind: str) -> int:
    cj, last = case.cue[1], case.region[1]
    tail = (
        last - cj - (case.source[1] - case.source[0] if case.source and case.source[0] >= cj else 0)
    )
    mark = int(1 in case.view.inside[cj:last])
    return (
        tables.no_right[mark, BUCKETS[tail]]
        + tables.by_name(f"R1={behind}", 0)
        + tables.no_right_verb[case.verb.word, int(tail < 3), case.hinted("R")]
        + tables.no_right_class[int(tail < 3), mark, case.near[case.offset + cj].klass]
    )


def _no_right(mark: int, tail: int) -> list[str]:
    return ["R0", f"R2={mark}{tail}"]


def _no_right_verb(verb: str, short: int, hinted: str) -> list[str]:
    return [f"R3={verb}|{short}", f"RR{hinted}"]


def _no_right_class(short: int, mark: int, klass: str) -> list[str]:
    return [f"R4={mark}|{klass}|{short}"]


def _only(side: str, where: str, verb: str) -> list[str]:
    head = WordType.named(verb)
    return [
        f"o{side}",
        f"o1{side}{where}",
        f"o2{side}={head.word}",
        f"o3{side}{where}={head.klass}",
        f"o6{side}{where}={head.frames}",
    ]


# --------------------------------------------------------------------- a piece on both sides


def _together(case: Case, tables: ContentTables, where: str, one: Range, two: Range) -> int:
    view, near, (start_of_one, end_of_one), (start_of_two, end_of_two), hint = (
        case.view,
        case.near,
        one,
        two,
        case.hint,
    )
    q1, q2 = view.inside[end_of_one - 1], view.inside[start_of_two]
    same = int(view.mark_of[end_of_one - 1] == view.mark_of[start_of_two])
    agrees = (
        "--"
        if hint is None
        else agreement(hint.left, start_of_one, end_of_one)
        + agreement(hint.right, start_of_two, end_of_two)
    )
    behind_one, before_two, begins = (
        near[case.offset + end_of_one],
        near[case.offset + start_of_two - 1],
        near[case.offset + start_of_two],
    )
    return (
        tables.both[q1, q2, where, case.verb.word, agrees]
        + tables.both_edges[
            q1, q2, same, behind_one.klass, before_two.klass, begins.klass, begins.kind
        ]
    )


def _both(q1: int, q2: int, where: str, verb: str, agrees: str) -> list[str]:
    return ["b", f"b1{q1}{q2}{where}", f"b4{q1}{q2}={verb}", f"bR{agrees}"]


def _both_edges(
    q1: int, q2: int, same: int, ends: str, before: str, begins: str, kind: str
) -> list[str]:
    return [
        f"b6{q1}{q2}{same}",
        f"b7{q1}{q2}={begins}",
        f"b8{q1}{q2}{before}|{ends}",
        f"b9{kind}{q1}{q2}{before}",
    ]
