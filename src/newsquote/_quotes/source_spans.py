"""The ranges that may be a cue's source.

In: a case whose cue is known. Out: candidates with the rows of their features; the first is that there is none. Why: a source is a noun phrase of the cue's
sentence, and which one depends on all that stands between.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.cases import HINTED, LOW, MOST_PAIRS, SOURCE_END, SOURCE_START, Piece, bucket, count, strongest
from newsquote._quotes.hints import agreement
from newsquote._quotes.tagging import SCALE

if TYPE_CHECKING:
    from newsquote._quotes.cases import Case, Keys, Numeric, Rows

__all__ = ["source_candidates"]

_MOST_SOURCES = 5


def source_candidates(case: Case, rows: Rows) -> list[Piece]:
    """The ranges that may be the source; the first is none (start = end = -1)."""
    (a, b), (ci, cj) = case.sentence, case.cue
    starts_s, ends_s = case.scores[SOURCE_START], case.scores[SOURCE_END]
    alnum = case.view.alnum
    starts = [t for t in range(a, b) if alnum[t] and (starts_s[t] > LOW or t in (cj, a)) and not ci <= t < cj]
    ends = [t for t in range(a, b) if alnum[t] and (ends_s[t] > LOW or t == ci - 1) and not ci <= t < cj]
    starts, ends = strongest(starts, starts_s), strongest(ends, ends_s)
    pairs = []
    for i in starts:
        left = i < ci
        for j in ends:
            if i <= j <= i + 35 and (j < ci) == left:
                near = -(ci - j) * 12 if left else -(i - cj) * 12
                pairs.append((starts_s[i] + ends_s[j] + near, i, j))
    hinted = None if case.hint is None else case.hint.source
    if hinted is not None and hinted[0] < hinted[1] and (hinted[1] <= ci or cj <= hinted[0]):
        i, j = hinted[0], hinted[1] - 1
        pairs = [(HINTED, i, j), *(pair for pair in pairs if pair[1:] != (i, j))]
    pairs.sort(reverse=True)
    out = [Piece(-1, -1, (rows.add("no source", _no_source, case),), 0)]
    for prior, i, j in rows.likeliest(
        pairs[:MOST_PAIRS],
        lambda i: _source_start_rows(case, rows, "L" if i < ci else "R", i),
        lambda j: _source_end_rows(case, rows, "L" if j < ci else "R", j),
        _MOST_SOURCES,
    ):
        side = "L" if j < ci else "R"
        out.append(
            Piece(
                i,
                j + 1,
                (
                    *_source_start_rows(case, rows, side, i),
                    *_source_end_rows(case, rows, side, j),
                    rows.share(("SP", side, i, j), _source_pair_fixed, case, side, i, j),
                    rows.add(("sp", i, j), _source_pair, case, side, i, j),
                ),
                prior,
            )
        )
    return out


def _source_start_rows(case: Case, rows: Rows, side: str, i: int) -> tuple[int, ...]:
    return rows.share(("SS", side, i), _source_start_fixed, case, side, i), rows.add(("ss", i), _source_start, case, side, i)


def _source_end_rows(case: Case, rows: Rows, side: str, j: int) -> tuple[int, ...]:
    return rows.share(("SE", side, j), _source_end_fixed, case, side, j), rows.add(("se", j), _source_end, case, side, j)


def _hinted(case: Case) -> str:
    """Whether the rules name a source, and where."""
    return "-" if case.hint is None else f"{'s' if case.hint.source else 'n'}{case.hint.side}"


def _no_source(case: Case) -> tuple[Keys, Numeric]:
    (ci, cj), (a, _) = case.cue, case.sentence
    h = case.head
    return [
        "n0",
        f"n1={case.word(h)}",
        f"n2={case.klass(h)}",
        f"n3={case.klass(ci)}|{case.klass(cj)}",
        f"n4={case.klass(ci - 1)}",
        f"n5={case.klass(ci - 2)}|{case.klass(ci - 1)}",
        f"n6={case.word(ci - 1)}",
        f"n7={case.klass(cj)}|{case.klass(cj + 1)}",
        f"n8={min(ci - a, 4)}",
        f"n9={case.word(ci)}",
        f"n10={case.word(cj)}",
        f"n11={case.klass(ci)}|{case.klass(ci - 1)}",
        f"nR={_hinted(case)}",
    ], []


def _source_start_fixed(case: Case, side: str, i: int) -> tuple[Keys, Numeric]:
    score = case.scores[SOURCE_START][i] / SCALE
    klass, word, prior = case.klass(i), case.word(i), case.klass(i - 1)
    return [
        f"sB{side}={word}",
        f"sC{side}={klass}",
        f"sD{side}={case.word(i - 1)}",
        f"sE{side}={prior}|{klass}",
        f"sF{side}={case.klass(i - 2)}|{prior}",
    ], [(f"s1{side}", score), (f"s2{side}", max(0.0, score))]


def _source_start(case: Case, side: str, i: int) -> tuple[Keys, Numeric]:
    (ci, cj), (a, _) = case.cue, case.sentence
    gap = ci - i if side == "L" else i - cj
    lo, hi = (i, ci) if side == "L" else (ci, i)
    keys = [
        f"sA{side}{bucket(gap)}",
        f"sG{side}{case.view.inside[i]}{case.view.inside[ci]}",
        f"sH{side}{min(i - a, 2)}{min(3, count(case, 'commas', lo, hi))}",
        f"sI{side}{min(3, count(case, 'heads', lo, hi))}",
    ]
    if side == "R" and gap <= 3:
        between = case.between(cj, i)
        keys.append(f"sJ={between}|{case.word(case.head)}")
        keys.append(f"sK={between}|{case.klass(ci - 1)}")
    return keys, []


def _source_end_fixed(case: Case, side: str, j: int) -> tuple[Keys, Numeric]:
    score = case.scores[SOURCE_END][j] / SCALE
    klass, after = case.klass(j), case.klass(j + 1)
    return [
        f"eC{side}={klass}",
        f"eD{side}={klass}|{after}",
        f"eE{side}={case.word(j)}",
        f"eF{side}={case.word(j + 1)}",
        f"eN{side}={after}|{case.klass(j + 2)}",
    ], [(f"e1{side}", score), (f"e2{side}", max(0.0, score))]


def _source_end(case: Case, side: str, j: int) -> tuple[Keys, Numeric]:
    ci, cj = case.cue
    h = case.head
    if side == "L":
        between = case.between(j + 1, ci)
        gap = ci - j - 1
        i0, i1 = j + 1, ci
    else:
        between = f"{case.klass(j + 1)}_{case.klass(j + 2)}"
        gap = j - cj
        i0, i1 = cj, j
    first = case.klass(ci)
    return [
        f"eA{side}{bucket(gap)}",
        f"eB{side}={between}",
        f"eG{side}={case.klass(h)}|{bucket(gap)}",
        f"eH{side}={case.word(h)}|{min(gap, 3)}",
        f"eI{side}{min(4, count(case, 'heads', i0, i1))}{min(3, count(case, 'commas', i0, i1))}",
        f"eJ{side}{min(3, count(case, 'breaks', i0, i1))}{min(3, count(case, 'verbs', i0, i1))}",
        f"eK{side}{case.klass(ci - 1)}|{first}|{min(gap, 2)}",
        f"eL{side}{case.view.inside[j]}{case.view.inside[ci]}{min(2, count(case, 'marks', i0, i1))}",
        f"eM{side}={first}|{case.klass(j + 1)}",
    ], []


def _source_pair_fixed(case: Case, side: str, i: int, j: int) -> tuple[Keys, Numeric]:
    types, scores = case.view.types, case.scores
    kinds = "".join([types[t].kind for t in range(i, min(j + 1, i + 6))])
    commas = min(2, count(case, "commas", i, j))
    ends, starts = scores[SOURCE_END], scores[SOURCE_START]
    better = int(i < j and max(ends[i:j]) > ends[j])
    begins = int(i < j and max(starts[i + 1 : j + 1]) > starts[i])
    return [
        f"qA{side}{bucket(j - i + 1)}",
        f"qB{side}={kinds}",
        f"qC{side}={'_'.join([types[t].klass for t in range(i, j + 1)]) if j - i < 3 else '>'}",
        f"qE{side}{min(2, count(case, 'verbs', i, j + 1))}{min(2, count(case, 'breaks', i, j + 1))}",
        f"qF{side}={types[i].klass}|{types[j].klass}",
        f"qG{side}{better}{begins}{commas}",
        f"qI{side}={case.klass(i - 1)}|{case.klass(j + 1)}",
        f"qL{side}{int(count(case, 'marks', i, j + 1) > 0)}",
    ], []


def _source_pair(case: Case, side: str, i: int, j: int) -> tuple[Keys, Numeric]:
    ci, cj = case.cue
    gap = ci - j - 1 if side == "L" else i - cj
    near = int(gap == 0)
    agrees = "-" if case.hint is None else agreement(case.hint.source, i, j + 1)
    return [
        f"qD{side}{min(2, count(case, 'commas', i, j))}{min(2, count(case, 'heads', i, j + 1))}{near}",
        f"qH{side}{int(i == case.sentence[0])}{near}",
        f"qJ{side}{min(gap, 6)}|{case.view.types[i].kind}|{min(j - i + 1, 3)}",
        f"qK{side}={case.klass(case.head)}|{case.klass(i)}|{min(gap, 1)}",
        f"qR{side}={agrees}",
        f"qS{side}={agrees}|{_hinted(case)}",
    ], []
