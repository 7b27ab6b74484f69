"""The contents that a cue may have.

In: a case whose cue is known, and its likeliest source. Out: choices, each a piece before the cue, one behind it, or both, with the rows of their features; the
first is none. Why: a split quotation is one content in two pieces, and whether there is a second one is a choice like the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote._quotes.cases import (
    CONTENT_END,
    CONTENT_START,
    HEAD,
    HINTED,
    LOW,
    MOST_PAIRS,
    MOST_PARAGRAPHS,
    Piece,
    back,
    bucket,
    skip,
    strongest,
)
from newsquote._quotes.content_edges import end_rows, next_mark, pair, pair_fixed, start_rows
from newsquote._quotes.tagging import SCALE

if TYPE_CHECKING:
    from newsquote._quotes.cases import Case, Keys, Numeric, Rows

__all__ = ["Choice", "content_candidates"]

_MOST_PIECES = 6


@attrs.define(eq=False, slots=True)
class Choice:
    """One reading of the content: a piece before the cue, one behind it, both, or none at all."""

    left: Piece | None
    right: Piece | None
    rows: tuple[int, ...]

    @property
    def ranges(self) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
        """Both pieces in tokens."""
        left = None if self.left is None else (self.left.start, self.left.end)
        return left, None if self.right is None else (self.right.start, self.right.end)


def content_candidates(case: Case, rows: Rows) -> list[Choice]:
    """The contents that the cue may have; the first is none."""
    left, right = _pieces(case, rows, "L"), _pieces(case, rows, "R")
    out = [Choice(None, None, (rows.add("nothing", _nothing, case),))]
    no_left, no_right = rows.add("no left", _no_left, case), rows.add("no right", _no_right, case)
    only = (rows.add("only left", _only, case, "L"), rows.add("only right", _only, case, "R"))
    out.extend(Choice(p, None, (*p.rows, no_right, only[0])) for p in left)
    out.extend(Choice(None, p, (*p.rows, no_left, only[1])) for p in right)
    best_right = rows.best(right)
    out.extend(
        Choice(one, two, (*one.rows, *two.rows, rows.add(("both", one.end, two.start), _both, case, one, two)))
        for one in rows.best(left)
        for two in best_right
    )
    return out


def _positions(case: Case, lo: int, hi: int) -> tuple[list[int], list[int]]:
    """Tokens at which content may start and end."""
    view = case.view
    (a, b), (ci, cj) = case.sentence, case.cue
    alnum, mark_of = view.alnum, view.mark_of
    starts_s, ends_s = case.scores[CONTENT_START], case.scores[CONTENT_END]
    firsts = {skip(case, t) for t in (cj, a, case.region[0], *((case.source[1],) if case.source else ()))}
    lasts = {back(case, t) for t in (ci - 1, b - 1, case.region[1] - 1, *((case.source[0] - 1,) if case.source else ()))}
    starts, ends = [], []
    closes: set[int] = set()
    if hi > case.paragraph[1]:
        number = view.doc.sentence_paragraphs[view.sentence[case.head]]
        for _, j in view.doc.paragraph_tokens[number + 1 : number + 2 + MOST_PARAGRAPHS]:
            if j <= hi:
                closes.add(back(case, j - 1))
    for t in range(lo, hi):
        if not alnum[t]:
            continue
        here = a <= t < b
        mark = mark_of[t]
        mark_start = mark >= 0 and (t == lo or mark_of[t - 1] != mark or view.types[t - 1].kind == "q")
        mark_end = mark >= 0 and next_mark(case, t) != mark
        if mark_start or t in firsts or (here and starts_s[t] > LOW) or (not here and view.sentence[t] != view.sentence[max(0, t - 1)]):
            starts.append(t)
        if mark_end or t in lasts or (here and ends_s[t] > LOW) or t in closes:
            ends.append(t)
    return strongest(starts, starts_s), strongest(ends, ends_s)


def _pieces(case: Case, rows: Rows, side: str) -> list[Piece]:
    lo, hi = (case.region[0], case.cue[0]) if side == "L" else (case.cue[1], case.region[1])
    if lo >= hi:
        return []
    starts, ends = _positions(case, lo, hi)
    starts_s, ends_s = case.scores[CONTENT_START], case.scores[CONTENT_END]
    mark_of = case.view.mark_of
    pairs = []
    for i in starts:
        for j in ends:
            if i <= j:
                prior = starts_s[i] + ends_s[j]
                prior -= 10 * ((case.cue[0] - j) if side == "L" else (i - case.cue[1]))
                if mark_of[i] != mark_of[j]:
                    prior -= SCALE
                if case.source and i < case.source[1] and case.source[0] <= j:
                    prior -= 2 * SCALE
                pairs.append((prior, i, j))
    hinted = None if case.hint is None else case.hint.left if side == "L" else case.hint.right
    if hinted is not None and lo <= hinted[0] < hinted[1] <= hi:
        i, j = hinted[0], hinted[1] - 1
        pairs = [(HINTED, i, j), *(pair for pair in pairs if pair[1:] != (i, j))]
    pairs.sort(reverse=True)
    out = []
    for prior, i, j in rows.likeliest(
        pairs[:MOST_PAIRS],
        lambda i: start_rows(case, rows, side, i),
        lambda j: end_rows(case, rows, side, j),
        _MOST_PIECES,
    ):
        numbers = (
            *start_rows(case, rows, side, i),
            *end_rows(case, rows, side, j),
            rows.share(("CP", side, i, j, case.sentence[1]), pair_fixed, case, side, i, j),
            rows.add(("cp", side, i, j), pair, case, side, i, j),
        )
        out.append(Piece(i, j + 1, numbers, prior))
    return out


def _before(case: Case) -> str:
    """What stands right before the cue, the source as one."""
    ci = case.cue[0]
    start = max(case.region[0], ci - 3)
    if case.source and case.source[1] <= ci and case.source[1] > start - 3:
        start = max(case.region[0], min(start, case.source[0] - 2))
    return case.between(start, ci, 6)


def _after(case: Case) -> str:
    """What stands right behind the cue."""
    cj = case.cue[1]
    end = min(case.region[1], cj + 3)
    if case.source and case.source[0] >= cj and case.source[0] < end:
        end = min(case.region[1], case.source[1] + 2)
    return case.between(cj, end, 5)


def _nothing(case: Case) -> tuple[Keys, Numeric]:
    h = case.head
    score = case.scores[HEAD][h] / SCALE
    keys = [
        "0",
        f"0h={case.word(h)}",
        f"0c={case.klass(h)}",
        f"0k={case.klass(case.cue[0])}|{case.klass(case.cue[1] - 1)}",
        f"0a={_after(case)}",
        f"0b={_before(case)}",
        f"0s={int(case.source is None)}{int(bool(case.source and case.source[0] > h))}",
        f"0f={case.view.types[h].frames}",
        f"0i={case.view.inside[h]}",
        f"0n={case.word(h)}|{case.klass(case.cue[1])}",
        f"0p={case.klass(case.cue[0] - 1)}|{case.klass(h)}",
        f"0w={case.word(h)}|{case.word(case.cue[1])}",
        f"0R={case.rule()}",
        f"0S={case.rule()}|{case.klass(h)}",
    ]
    return keys, [("0z", score), ("0y", max(0.0, score))]


def _no_left(case: Case) -> tuple[Keys, Numeric]:
    before = _before(case)
    ci = case.cue[0]
    mark = int(any(case.view.inside[t] for t in range(max(case.region[0], ci - 3), ci)))
    return [
        "L0",
        f"L1={before}",
        f"L2={mark}{int(case.cue[0] - case.region[0] > 3)}",
        f"L3={case.word(case.head)}",
        f"L4={mark}|{case.klass(ci - 1)}",
        f"LR{case.hinted('L')}",
    ], []


def _no_right(case: Case) -> tuple[Keys, Numeric]:
    after = _after(case)
    cj = case.cue[1]
    tail = case.region[1] - cj - (case.source[1] - case.source[0] if case.source and case.source[0] >= cj else 0)
    mark = int(any(case.view.inside[t] for t in range(cj, case.region[1])))
    return [
        "R0",
        f"R1={after}",
        f"R2={mark}{bucket(tail)}",
        f"R3={case.word(case.head)}|{int(tail < 3)}",
        f"R4={mark}|{case.klass(cj)}|{int(tail < 3)}",
        f"RR{case.hinted('R')}",
    ], []


def _only(case: Case, side: str) -> tuple[Keys, Numeric]:
    h = case.head
    where = "0" if case.source is None else "L" if case.source[1] <= h else "R"
    return [
        f"o{side}",
        f"o1{side}{where}",
        f"o2{side}={case.word(h)}",
        f"o3{side}{where}={case.klass(h)}",
        f"o4{side}{where}={_before(case)}",
        f"o5{side}{where}={_after(case)}",
        f"o6{side}{where}={case.view.types[h].frames}",
        f"o7{side}{where}={case.klass(case.cue[0] - 1)}|{case.klass(case.cue[1])}",
    ], []


def _both(case: Case, one: Piece, two: Piece) -> tuple[Keys, Numeric]:
    view = case.view
    where = "0" if case.source is None else "L" if case.source[1] <= case.head else "R"
    q1, q2 = view.inside[one.end - 1], view.inside[two.start]
    left = case.between(one.end, case.cue[0], 5)
    right = case.between(case.cue[1], two.start, 5)
    return [
        "b",
        f"b1{q1}{q2}{where}",
        f"b2={left}",
        f"b3={right}",
        f"b4{q1}{q2}={case.word(case.head)}",
        f"b5={left}|{right}",
        f"b6{q1}{q2}{int(view.mark_of[one.end - 1] == view.mark_of[two.start])}",
        f"b7{q1}{q2}={case.klass(two.start)}",
        f"b8{q1}{q2}{case.klass(two.start - 1)}|{case.klass(one.end)}",
        f"b9{view.types[two.start].kind}{q1}{q2}{case.klass(two.start - 1)}",
        f"bR{case.agrees('L', one.start, one.end - 1)}{case.agrees('R', two.start, two.end - 1)}",
    ], []
