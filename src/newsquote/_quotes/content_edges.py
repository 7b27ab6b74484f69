"""What speaks for a piece of content: its first token, its last, and the two together.

In: a case, a side of the cue, token indexes. Out: values. Why: an edge is weighed once for all pieces with that edge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsquote._quotes.cases import BUCKETS, CONTENT_END, CONTENT_START, STEP, STEPS

if TYPE_CHECKING:
    from newsquote._quotes.cases import Case
    from newsquote._quotes.sums import TableOf

__all__ = ["EdgeTables", "Landmarks", "end", "pair", "start"]


class EdgeTables:
    """The tables of pieces of content."""

    def __init__(self, table: TableOf) -> None:
        self.start_score, self.end_score = table(_start_score), table(_end_score)
        self.start_behind, self.start_frames, self.start_prior = table(_start_behind), table(_start_frames), table(_start_prior)
        self.start_place, self.start_gap = table(_start_place), table(_start_gap)
        self.end_words, self.end_behind = table(_end_words), table(_end_behind)
        self.end_verb, self.end_place, self.end_counts = table(_end_verb), table(_end_place), table(_end_counts)
        self.end_frames = table(_end_frames)
        self.end_gap = table(_end_gap)
        self.borders, self.first, self.behind, self.holds = table(_borders), table(_first), table(_behind), table(_holds)
        self.touch, self.verb, self.hint = table(_touch), table(_verb), table(_hint)


class Landmarks(NamedTuple):
    """Words beside the cue, beside the source and at the sentence's edges: where content so often begins and ends."""

    behind_cue: int
    behind_source: int
    first: int
    before_cue: int
    before_source: int
    last: int

    @classmethod
    def of(cls, case: Case) -> Landmarks:
        """The landmarks of a case whose cue and source are known; -2 stands for none."""
        (ci, cj), (a, b), source = case.cue, case.sentence, case.source
        return cls(
            behind_cue=case.skip(cj),
            behind_source=case.skip(source[1]) if source else -2,
            first=case.skip(a),
            before_cue=case.back(ci - 1),
            before_source=case.back(source[0] - 1) if source else -2,
            last=case.back(b - 1),
        )


# --------------------------------------------------------------------- the first token


def start(case: Case, tables: EdgeTables, landmarks: Landmarks, side: str, i: int) -> int:
    """What speaks for a first token."""
    (ci, cj), around, inside, at = case.cue, case.around, case.view.inside, case.offset + i
    before, here, behind = case.near[at - 1 : at + 2]
    frames, klass, now, head = case.verb.frames, here.klass, inside[i], case.head
    tag = side + ("c" if landmarks.behind_cue == i else "s" if landmarks.behind_source == i else _in_source(case, i))
    place = "x" if not case.sentence[0] <= i < case.sentence[1] else "f" if i <= landmarks.first else "-"
    mark = "q" if now and before.klass == "Q" else "1" if now else "0"
    gap = ci - i if side == "L" else i - cj
    lo, hi = (i, head) if i < head else (head, i)
    heads, commas = around.heads[hi] - around.heads[lo], around.commas[hi] - around.commas[lo]
    return (
        tables.start_score[side, STEPS[case.scores[CONTENT_START][i] // STEP]]
        + tables.start_behind[side, klass, behind.klass]
        + tables.start_frames[tag, frames, here.word, klass]
        + tables.start_prior[tag, mark, frames, before.klass]
        + tables.start_place[tag, mark, place, BUCKETS[gap], heads if heads < 3 else 3, commas if commas < 3 else 3, inside[head]]
        + tables.start_gap[f"R={case.between(cj, i, 3)}" if side == "R" else f"L{place}{mark}={klass}",]
    )


def _in_source(case: Case, t: int) -> str:
    return "in" if case.source and case.source[0] <= t < case.source[1] else "-"


def _start_score(side: str, score: int) -> list[str]:
    return [f"1{side}{score}"]


def _start_behind(side: str, here: str, behind: str) -> list[str]:
    return [f"S{side}={here}|{behind}"]


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


def end(case: Case, tables: EdgeTables, landmarks: Landmarks, side: str, j: int) -> int:
    """What speaks for a last token."""
    (ci, cj), around, view, verb, at = case.cue, case.around, case.view, case.verb, case.offset + j
    inside, heads, commas, (a, b) = view.inside, around.heads, around.commas, case.sentence
    here, behind, next_but_one, last_but_one = case.near[at : at + 4]
    next_class, head, inside_head = behind.klass, case.head, inside[case.head]
    tag = side + ("c" if landmarks.before_cue == j else "s" if landmarks.before_source == j else _in_source(case, j))
    place = "x" if not a <= j < b else "e" if j >= landmarks.last else "-"
    mark = "0" if not inside[j] else "q" if around.next_mark[j] != view.mark_of[j] else "1"
    gap = ci - j if side == "L" else j - cj
    lo, hi = (j, head) if j < head else (head, j)
    rest = j + 1 if j >= b else b
    heads_before, commas_before = heads[hi] - heads[lo], commas[hi] - commas[lo]
    heads_behind, commas_behind = heads[rest] - heads[j + 1], commas[rest] - commas[j + 1]
    return (
        tables.end_score[side, STEPS[case.scores[CONTENT_END][j] // STEP]]
        + tables.end_words[side, here.klass, behind.word, next_class]
        + tables.end_behind[side, next_class, next_but_one.klass, last_but_one.klass, next_but_one.word if next_class == "," else ""]
        + tables.end_verb[tag, mark, verb.klass, verb.frames, next_class]
        + tables.end_place[tag, mark, place, BUCKETS[gap], inside_head]
        + tables.end_frames[tag, place, verb.word, verb.frames]
        + tables.end_counts[
            side,
            place,
            heads_before if heads_before < 3 else 3,
            commas_before if commas_before < 3 else 3,
            heads_behind if heads_behind < 2 else 2,
            commas_behind if commas_behind < 2 else 2,
            next_class,
        ]
        + tables.end_gap[
            f"L={case.between(j + 1, ci, 4)}"
            if side == "L"
            else f"R{place}{BUCKETS[landmarks.last - j if j < landmarks.last else 0]}{mark}",
        ]
    )


def _end_score(side: str, score: int) -> list[str]:
    return [f"3{side}{score}"]


def _end_words(side: str, here: str, word: str, behind: str) -> list[str]:
    return [f"c{side}={here}|{behind}", f"e{side}={word}"]


def _end_behind(side: str, one: str, two: str, three: str, word: str) -> list[str]:
    return [f"d{side}={one}|{two}", f"p{side}={word}|{three}" if word else f"p{side}", f"t{side}={one}|{two}|{three}"]


def _end_verb(tag: str, mark: str, verb: str, frames: str, behind: str) -> list[str]:
    return [f"h{tag[0]}={verb}|{behind}", f"l{tag}{mark}={behind}", f"m{tag[0]}={frames}|{behind}"]


def _end_place(tag: str, mark: str, place: str, gap: int, inside: int) -> list[str]:
    side = tag[0]
    return [f"a{tag}{mark}{place}", f"j{side}{gap}{mark}", f"s{side}{inside}{mark}"]


def _end_frames(tag: str, place: str, verb: str, frames: str) -> list[str]:
    return [f"n{tag}={verb}|{place}", f"o{tag}{place}={frames}"]


def _end_counts(side: str, place: str, heads: int, commas: int, heads_behind: int, commas_behind: int, behind: str) -> list[str]:
    return [f"q{side}{heads}{commas}{place}", f"r{side}{heads_behind}{commas_behind}{place}{behind}"]


def _end_gap(between: str) -> list[str]:
    return [f"k{between}"]


# --------------------------------------------------------------------- both


def pair(case: Case, tables: EdgeTables, landmarks: Landmarks, side: str, i: int, j: int) -> int:
    """What speaks for the tokens i to j together."""
    view, around, source, verb, near = case.view, case.around, case.source, case.verb, case.near
    ends, starts, inside, mark_of = case.scores[CONTENT_END], case.scores[CONTENT_START], view.inside, view.mark_of
    at, k = case.offset + i, j + 1
    here, behind = near[at], near[case.offset + k].klass
    size = BUCKETS[k - i]
    same = 1 if mark_of[i] == mark_of[j] else 0
    first_in, last_in = inside[i], inside[j]
    whole = 1 if same and first_in and near[at - 1].klass == "Q" and around.next_mark[j] != mark_of[j] else 0
    last = 1 if j >= landmarks.last else 0
    touches = 1 if (landmarks.behind_cue == i if side == "R" else landmarks.before_cue == j) else 0
    verbs, commas = around.verbs[k] - around.verbs[i], around.commas[j] - around.commas[i]
    sentences, stops = view.sentence[j] - view.sentence[i], around.ends[j] - around.ends[i]
    heads, marks = around.heads[k] - around.heads[i], around.marks[k] - around.marks[i]
    verbs, commas = verbs if verbs < 2 else 2, commas if commas < 3 else 3
    return (
        tables.borders[side, here.klass, behind]
        + tables.first[side, verbs, size, last, here.word, here.klass]
        + tables.behind[side, verbs, commas, last, behind]
        + tables.holds[
            side,
            first_in,
            last_in,
            same,
            whole,
            sentences if sentences < 3 else 3,
            0 if around.brackets[k] == around.brackets[i] else 1,
            stops if stops < 3 else 3,
            commas,
            heads if heads < 3 else 3,
            1 if i < j and max(ends[i:j]) > ends[j] else 0,
            1 if i < j and max(starts[i + 1 : k]) > starts[i] else 0,
            last,
        ]
        + tables.touch[side, 1 if source and i < source[1] and source[0] <= j else 0, touches, last, whole, marks if marks < 2 else 2]
        + tables.verb[side, verb.word, verb.klass, size, 1 if k - i < 3 else 0, last]
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
