"""What speaks for a piece of content: its first token, its last, and the two together.

In: a case, a side of the cue, token indexes. Out: values. Why: an edge is weighed once for all pieces with that edge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.cases import CONTENT_END, CONTENT_START, bucket, step

if TYPE_CHECKING:
    from newsquote._quotes.cases import Case
    from newsquote._quotes.sums import TableOf

__all__ = ["EdgeTables", "end", "pair", "start"]


class EdgeTables:
    """The tables of pieces of content."""

    def __init__(self, table: TableOf) -> None:
        self.start_behind, self.start_frames, self.start_prior = table(_start_behind), table(_start_frames), table(_start_prior)
        self.start_place, self.start_gap = table(_start_place), table(_start_gap)
        self.end_words, self.end_behind = table(_end_words), table(_end_behind)
        self.end_verb, self.end_place, self.end_counts = table(_end_verb), table(_end_place), table(_end_counts)
        self.end_gap = table(_end_gap)
        self.borders, self.first, self.behind, self.holds = table(_borders), table(_first), table(_behind), table(_holds)
        self.touch, self.verb, self.hint = table(_touch), table(_verb), table(_hint)


# --------------------------------------------------------------------- the first token


def start(case: Case, tables: EdgeTables, side: str, i: int) -> int:
    """What speaks for a first token."""
    view, cue, at, around, verb = case.view, case.cue, case.at, case.around, case.verb
    here, before = at(i), at(i - 1)
    if case.skip(cue[1]) == i:
        relation = "c"
    elif case.source and case.skip(case.source[1]) == i:
        relation = "s"
    else:
        relation = _in_source(case, i)
    a, b = case.sentence
    place = ("f" if i <= case.skip(a) else "-") if a <= i < b else "x"
    mark = "q" if view.inside[i] and before.klass == "Q" else str(view.inside[i])
    tag = side + relation
    gap = cue[0] - i if side == "L" else i - cue[1]
    lo, hi = (i, case.head) if i < case.head else (case.head, i)
    return (
        tables.start_behind[side, here.klass, at(i + 1).klass, step(case.scores[CONTENT_START][i])]
        + tables.start_frames[tag, verb.frames, here.word, here.klass]
        + tables.start_prior[tag, mark, verb.frames, before.klass]
        + tables.start_place[
            tag,
            mark,
            place,
            bucket(gap),
            min(3, around.heads[hi] - around.heads[lo]),
            min(3, around.commas[hi] - around.commas[lo]),
            view.inside[case.head],
        ]
        + tables.start_gap[f"R={case.between(cue[1], i, 3)}" if side == "R" else f"L{place}{mark}={here.klass}",]
    )


def _in_source(case: Case, t: int) -> str:
    return "in" if case.source and case.source[0] <= t < case.source[1] else "-"


def _start_behind(side: str, here: str, behind: str, score: int) -> list[str]:
    return [f"S{side}={here}|{behind}", f"1{side}{score}"]


def _start_frames(tag: str, frames: str, word: str, klass: str) -> list[str]:
    return [f"B{tag}={word}", f"C{tag}={klass}", f"I{tag[0]}={frames}|{word}"]


def _start_prior(tag: str, mark: str, frames: str, before: str) -> list[str]:
    return [f"M{tag}{mark}={before}", f"Q{tag}={frames}|{mark}"]


def _start_place(tag: str, mark: str, place: str, gap: int, heads: int, commas: int, inside: int) -> list[str]:
    side = tag[0]
    return [f"A{tag}{mark}{place}", f"J{side}{gap}{mark}", f"U{side}{heads}{commas}{place}", f"V{side}{inside}{mark}"]


def _start_gap(between: str) -> list[str]:
    return [f"K{between}"]


# --------------------------------------------------------------------- the last token


def end(case: Case, tables: EdgeTables, side: str, j: int) -> int:
    """What speaks for a last token."""
    view, cue, at, around, verb = case.view, case.cue, case.at, case.around, case.verb
    a, b = case.sentence
    behind, next_but_one = at(j + 1), at(j + 2)
    if case.back(cue[0] - 1) == j:
        relation = "c"
    elif case.source and case.back(case.source[0] - 1) == j:
        relation = "s"
    else:
        relation = _in_source(case, j)
    last = case.back(b - 1)
    place = ("e" if j >= last else "-") if a <= j < b else "x"
    mark = "q" if view.inside[j] and around.next_mark[j] != view.mark_of[j] else str(view.inside[j])
    tag = side + relation
    gap = cue[0] - j if side == "L" else j - cue[1]
    lo, hi = (j, case.head) if j < case.head else (case.head, j)
    rest = max(j + 1, b)
    return (
        tables.end_words[side, at(j).klass, behind.word, behind.klass, step(case.scores[CONTENT_END][j])]
        + tables.end_behind[side, behind.klass, next_but_one.klass, at(j + 3).klass, next_but_one.word if behind.klass == "," else ""]
        + tables.end_verb[tag, mark, verb.klass, verb.frames, behind.klass]
        + tables.end_place[tag, mark, place, bucket(gap), view.inside[case.head], verb.word, verb.frames]
        + tables.end_counts[
            side,
            place,
            min(3, around.heads[hi] - around.heads[lo]),
            min(3, around.commas[hi] - around.commas[lo]),
            min(2, around.heads[rest] - around.heads[j + 1]),
            min(2, around.commas[rest] - around.commas[j + 1]),
            behind.klass,
        ]
        + tables.end_gap[f"L={case.between(j + 1, cue[0], 4)}" if side == "L" else f"R{place}{bucket(max(0, last - j))}{mark}",]
    )


def _end_words(side: str, here: str, word: str, behind: str, score: int) -> list[str]:
    return [f"c{side}={here}|{behind}", f"e{side}={word}", f"3{side}{score}"]


def _end_behind(side: str, one: str, two: str, three: str, word: str) -> list[str]:
    return [f"d{side}={one}|{two}", f"p{side}={word}|{three}" if word else f"p{side}", f"t{side}={one}|{two}|{three}"]


def _end_verb(tag: str, mark: str, verb: str, frames: str, behind: str) -> list[str]:
    return [f"h{tag[0]}={verb}|{behind}", f"l{tag}{mark}={behind}", f"m{tag[0]}={frames}|{behind}"]


def _end_place(tag: str, mark: str, place: str, gap: int, inside: int, verb: str, frames: str) -> list[str]:
    side = tag[0]
    return [
        f"a{tag}{mark}{place}",
        f"j{side}{gap}{mark}",
        f"s{side}{inside}{mark}",
        f"n{tag}={verb}|{place}",
        f"o{tag}{place}={frames}",
    ]


def _end_counts(side: str, place: str, heads: int, commas: int, heads_behind: int, commas_behind: int, behind: str) -> list[str]:
    return [f"q{side}{heads}{commas}{place}", f"r{side}{heads_behind}{commas_behind}{place}{behind}"]


def _end_gap(between: str) -> list[str]:
    return [f"k{between}"]


# --------------------------------------------------------------------- both


def pair(case: Case, tables: EdgeTables, side: str, i: int, j: int) -> int:
    """What speaks for the tokens i to j together."""
    view, at, around, source, cue, verb = case.view, case.at, case.around, case.source, case.cue, case.verb
    ends, starts = case.scores[CONTENT_END], case.scores[CONTENT_START]
    n = j - i + 1
    size = bucket(n)
    same = int(view.mark_of[i] == view.mark_of[j])
    first_in, last_in = view.inside[i], view.inside[j]
    whole = int(same and first_in and at(i - 1).klass == "Q" and around.next_mark[j] != view.mark_of[j])
    verbs = min(2, around.verbs[j + 1] - around.verbs[i])
    commas = min(3, around.commas[j] - around.commas[i])
    last = int(j >= case.back(case.sentence[1] - 1))
    touches = int(case.skip(cue[1]) == i) if side == "R" else int(case.back(cue[0] - 1) == j)
    here, behind = at(i), at(j + 1)
    return (
        tables.borders[side, here.klass, behind.klass]
        + tables.first[side, verbs, size, last, here.word, here.klass]
        + tables.behind[side, verbs, commas, last, behind.klass]
        + tables.holds[
            side,
            first_in,
            last_in,
            same,
            whole,
            min(3, view.sentence[j] - view.sentence[i]),
            int(around.brackets[j + 1] != around.brackets[i]),
            min(3, around.ends[j] - around.ends[i]),
            commas,
            min(3, around.heads[j + 1] - around.heads[i]),
            int(i < j and max(ends[i:j]) > ends[j]),
            int(i < j and max(starts[i + 1 : j + 1]) > starts[i]),
            last,
        ]
        + tables.touch[
            side,
            int(bool(source and i < source[1] and source[0] <= j)),
            touches,
            last,
            whole,
            min(2, around.marks[j + 1] - around.marks[i]),
        ]
        + tables.verb[side, verb.word, verb.klass, size, int(n < 3), last]
        + tables.hint[side, case.agrees(side, i, j), case.rule(), verb.klass]
    )


def _borders(side: str, here: str, behind: str) -> list[str]:
    return [f"vK{side}={here}|{behind}"]


def _first(side: str, verbs: int, size: int, last: int, word: str, klass: str) -> list[str]:
    return [
        f"vA{side}{size}",
        f"vD{side}{verbs}{last}={klass}",
        f"vP{side}{verbs}{size}",
        f"vQ{side}={word}|{min(3, size // 2)}{verbs}{last}",
    ]


def _behind(side: str, verbs: int, commas: int, last: int, behind: str) -> list[str]:
    return [f"vN{side}{verbs}={behind}", f"vR{side}{commas}{behind}{last}"]


def _holds(
    side: str,
    first_in: int,
    last_in: int,
    same: int,
    whole: int,
    sentences: int,
    brackets: int,
    ends: int,
    commas: int,
    heads: int,
    better: int,
    begins: int,
    last: int,
) -> list[str]:
    marks = f"{first_in}{last_in}{same}"
    return [
        f"vB{side}{marks}{whole}",
        f"vE{side}{ends}{commas}{last}",
        f"vF{side}{heads}{last}",
        f"vG{side}{better}{begins}{last}",
        f"vH{side}{sentences}{marks}",
        f"vI{side}{brackets}",
    ]


def _touch(side: str, overlap: int, touches: int, last: int, whole: int, marks: int) -> list[str]:
    return [f"vC{side}{overlap}", f"vL{side}{touches}{last}{whole}{marks}"]


def _verb(side: str, verb: str, klass: str, size: int, short: int, last: int) -> list[str]:
    return [f"vM{side}={klass}|{size}", f"vO{side}={verb}|{short}{last}"]


def _hint(side: str, agrees: str, rule: str, verb: str) -> list[str]:
    return [f"vS{side}{agrees}", f"vT{side}{agrees}={rule}", f"vU{side}{agrees}={verb}"]
