"""What speaks for a piece of content: its first token, its last, and the two together.

In: a case, a side of the cue, token indexes. Out: rows of features; those that hang on the sentence alone are apart from those that hang on the cue, so
that the cues of a sentence share them. Why: an edge is scored once for all pieces with that edge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.cases import CONTENT_END, CONTENT_START, back, bucket, count, skip
from newsquote._quotes.tagging import SCALE

if TYPE_CHECKING:
    from newsquote._quotes.cases import Case, Keys, Numeric, Rows

__all__ = ["end_rows", "next_mark", "pair", "pair_fixed", "start_rows"]


def start_rows(case: Case, rows: Rows, side: str, i: int) -> tuple[int, ...]:
    return rows.share(("CS", side, i), _content_start_fixed, case, side, i), rows.add(("cs", side, i), _content_start, case, side, i)


def end_rows(case: Case, rows: Rows, side: str, j: int) -> tuple[int, ...]:
    return rows.share(("CE", side, j), _content_end_fixed, case, side, j), rows.add(("ce", side, j), _content_end, case, side, j)


def next_mark(case: Case, t: int) -> int:
    t = skip(case, t + 1)
    return case.view.mark_of[t] if t < case.region[1] else -1


def _relation(case: Case, t: int, *, start: bool) -> str:
    """How a token stands to cue and source."""
    if start:
        if skip(case, case.cue[1]) == t:
            return "c"
        if case.source and skip(case, case.source[1]) == t:
            return "s"
    else:
        if back(case, case.cue[0] - 1) == t:
            return "c"
        if case.source and back(case, case.source[0] - 1) == t:
            return "s"
    if case.source and case.source[0] <= t < case.source[1]:
        return "in"
    return "-"


def _place(case: Case, t: int) -> str:
    """Whether a token begins (f) its sentence; x outside the cue's sentence."""
    a, b = case.sentence
    return ("f" if t <= skip(case, a) else "-") if a <= t < b else "x"


def _content_start_fixed(case: Case, side: str, i: int) -> tuple[Keys, Numeric]:
    score = case.scores[CONTENT_START][i] / SCALE
    word, klass = case.word(i), case.klass(i)
    prior, before = case.klass(i - 1), case.word(i - 1)
    return [
        f"D{side}={prior}|{klass}",
        f"E{side}={before}",
        f"N{side}={before}|{word}",
        f"O{side}={case.klass(i - 2)}|{prior}",
        f"S{side}={klass}|{case.klass(i + 1)}",
    ], [(f"1{side}", score), (f"2{side}", max(0.0, score))]


def _content_start(case: Case, side: str, i: int) -> tuple[Keys, Numeric]:
    view, h, cue = case.view, case.head, case.cue
    relation = _relation(case, i, start=True)
    place = _place(case, i)
    mark = "q" if view.inside[i] and (view.types[i - 1].kind == "q") else str(view.inside[i])
    word, klass, verb = case.word(i), case.klass(i), case.word(h)
    prior = case.klass(i - 1)
    frames = view.types[h].frames
    tag = side + relation
    gap = cue[0] - i if side == "L" else i - cue[1]
    lo, hi = (i, h) if i < h else (h, i)
    return [
        f"A{tag}{mark}{place}",
        f"B{tag}={word}",
        f"C{tag}={klass}",
        f"F{side}={verb}|{word}",
        f"G{tag}={verb}",
        f"H{tag}={case.klass(h)}|{klass}",
        f"I{side}={frames}|{word}",
        f"J{side}{bucket(gap)}{mark}",
        f"KR={case.between(cue[1], i, 3)}" if side == "R" else f"KL{place}{mark}={klass}",
        f"M{tag}{mark}={prior}",
        f"P{side}={verb}|{prior}",
        f"Q{tag}={frames}|{mark}",
        f"T{side}={case.word(cue[1] - 1)}|{word}",
        f"U{side}{min(3, count(case, 'heads', lo, hi))}{min(3, count(case, 'commas', lo, hi))}{place}",
        f"V{side}{view.inside[h]}{mark}",
    ], []


def _content_end_fixed(case: Case, side: str, j: int) -> tuple[Keys, Numeric]:
    score = case.scores[CONTENT_END][j] / SCALE
    n1, n2, n3 = case.klass(j + 1), case.klass(j + 2), case.klass(j + 3)
    w1, w2 = case.word(j + 1), case.word(j + 2)
    return [
        f"b{side}={case.word(j)}",
        f"c{side}={case.klass(j)}|{n1}",
        f"d{side}={n1}|{n2}",
        f"e{side}={w1}",
        f"f{side}={w1}|{w2}",
        f"g{side}={n1}|{w2}",
        f"p{side}={w2}|{n3}" if n1 == "," else f"p{side}",
        f"t{side}={n1}|{n2}|{n3}",
    ], [(f"3{side}", score), (f"4{side}", max(0.0, score))]


def _content_end(case: Case, side: str, j: int) -> tuple[Keys, Numeric]:
    view, h, cue, (a, b) = case.view, case.head, case.cue, case.sentence
    relation = _relation(case, j, start=False)
    last = back(case, b - 1)
    place = ("e" if j >= last else "-") if a <= j < b else "x"
    mark = "q" if view.inside[j] and next_mark(case, j) != view.mark_of[j] else str(view.inside[j])
    verb, n1, frames = case.word(h), case.klass(j + 1), view.types[h].frames
    tag = side + relation
    gap = cue[0] - j if side == "L" else j - cue[1]
    lo, hi = (j, h) if j < h else (h, j)
    return [
        f"a{tag}{mark}{place}",
        f"h{side}={case.klass(h)}|{n1}",
        f"i{side}={verb}|{case.word(j + 1)}",
        f"j{side}{bucket(gap)}{mark}",
        f"kL={case.between(j + 1, cue[0], 4)}" if side == "L" else f"kR{place}{bucket(max(0, last - j))}{mark}",
        f"l{tag}{mark}={n1}",
        f"m{side}={frames}|{n1}",
        f"n{tag}={verb}|{place}",
        f"o{tag}{place}={frames}",
        f"q{side}{min(3, count(case, 'heads', lo, hi))}{min(3, count(case, 'commas', lo, hi))}{place}",
        f"r{side}{min(2, count(case, 'heads', j + 1, b))}{min(2, count(case, 'commas', j + 1, b))}{place}{n1}",
        f"s{side}{view.inside[h]}{mark}",
    ], []


def pair_fixed(case: Case, side: str, i: int, j: int) -> tuple[Keys, Numeric]:
    view, scores = case.view, case.scores
    size = bucket(j - i + 1)
    same = view.mark_of[i] == view.mark_of[j]
    q = f"{view.inside[i]}{view.inside[j]}{int(same)}"
    verbs = min(2, count(case, "verbs", i, j + 1))
    ends = min(3, count(case, "ends", i, j))
    commas = min(3, count(case, "commas", i, j))
    heads = min(3, count(case, "heads", i, j + 1))
    end_scores, start_scores = scores[CONTENT_END], scores[CONTENT_START]
    better = int(i < j and max(end_scores[i:j]) > end_scores[j])
    begins = int(i < j and max(start_scores[i + 1 : j + 1]) > start_scores[i])
    sentences = min(3, view.sentence[j] - view.sentence[i])
    words = view.doc.words
    brackets = int(("(" in words[i:j]) != (")" in words[i : j + 1]))
    last = int(j >= back(case, case.sentence[1] - 1))
    klass, after, word = case.klass(i), case.klass(j + 1), case.word(i)
    return [
        f"vA{side}{size}",
        f"vB{side}{q}{_whole(case, i, j)}",
        f"vD{side}{verbs}{last}={klass}",
        f"vE{side}{ends}{commas}{last}",
        f"vF{side}{heads}{last}",
        f"vG{side}{better}{begins}{last}",
        f"vH{side}{sentences}{q}",
        f"vI{side}{brackets}",
        f"vJ{side}={word}|{case.word(j + 1)}",
        f"vK{side}={klass}|{after}",
        f"vN{side}{verbs}={after}",
        f"vP{side}{verbs}{size}",
        f"vQ{side}={word}|{min(3, size // 2)}{verbs}{last}",
        f"vR{side}{commas}{after}{last}",
    ], []


def _whole(case: Case, i: int, j: int) -> int:
    """Whether i to j is all that stands between two marks."""
    view = case.view
    same = view.mark_of[i] == view.mark_of[j] and view.inside[i]
    return int(bool(same and view.types[i - 1].kind == "q" and next_mark(case, j) != view.mark_of[j]))


def pair(case: Case, side: str, i: int, j: int) -> tuple[Keys, Numeric]:
    n = j - i + 1
    source = case.source
    overlap = int(bool(source and i < source[1] and source[0] <= j))
    last = int(j >= back(case, case.sentence[1] - 1))
    touches = int(skip(case, case.cue[1]) == i) if side == "R" else int(back(case, case.cue[0] - 1) == j)
    agrees = case.agrees(side, i, j)
    return [
        f"vC{side}{overlap}",
        f"vL{side}{touches}{last}{_whole(case, i, j)}{min(2, count(case, 'marks', i, j + 1))}",
        f"vM{side}={case.klass(case.head)}|{bucket(n)}",
        f"vO{side}={case.word(case.head)}|{int(n < 3)}{last}",
        f"vS{side}{agrees}",
        f"vT{side}{agrees}={case.rule()}",
        f"vU{side}{agrees}={case.klass(case.head)}",
    ], []
