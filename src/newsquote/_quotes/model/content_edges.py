"""What speaks for a piece of content: its first token, its last, and the two together.

In: a case, a side of the cue, token indexes. Out: values. Why: an edge is weighed once for all pieces with that edge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsquote._quotes.model.cases import BUCKETS, CONTENT_END, CONTENT_START, STEP, STEPS
from newsquote._quotes.model.hints import agreement

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsquote._quotes.model.cases import Case
    from newsquote._quotes.model.sums import TableOf

__all__ = ["EdgeTables", "Landmarks", "ends", "starts", "wholes"]

_NOWHERE = (0, -1)
"""A source that holds no token and overlaps no piece."""
_TAGS = {side: (f"{side}c", f"{side}s", f"{side}in", f"{side}-") for side in "LR"}
"""Beside the cue, beside the source, in the source, elsewhere."""


class EdgeTables:
    """The tables of pieces of content."""

    def __init__(self, table: TableOf) -> None:
        self.start_score, self.end_score = table(_start_score), table(_end_score)
        self.start_behind, self.start_words, self.start_before = (
            table(_start_behind),
            table(_start_words),
            table(_start_before),
        )
        self.start_frames, self.start_place = table(_start_frames), table(_start_place)
        self.end_words, self.end_comma = table(_end_words), table(_end_comma)
        self.end_verb, self.end_place, self.end_counts = (
            table(_end_verb),
            table(_end_place),
            table(_end_counts),
        )
        self.end_mark, self.end_frames, self.end_frames_behind = (
            table(_end_mark),
            table(_end_frames),
            table(_end_frames_behind),
        )
        self.by_name = table.by_name
        self.borders, self.first, self.behind, self.holds = (
            table(_borders),
            table(_first),
            table(_behind),
            table(_holds),
        )
        self.touch, self.verb, self.size, self.hint = (
            table(_touch),
            table(_verb),
            table(_size),
            table(_hint),
        )


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


def starts(
    case: Case, tables: EdgeTables, landmarks: Landmarks, side: str, tokens: Iterable[int]
) -> list[int]:
    """What speaks for first tokens."""
    cj, (a, b), (source_start, source_end), head = (
        case.cue[1],
        case.sentence,
        case.source or _NOWHERE,
        case.head,
    )
    inside, near, offset, scores = (
        case.view.inside,
        case.near,
        case.offset,
        case.scores[CONTENT_START],
    )
    heads, commas, frames, in_marks, left = (
        case.around.heads,
        case.around.commas,
        case.verb.frames,
        inside[head],
        side == "L",
    )
    by_name = tables.by_name
    behind_cue, behind_source, edge, first = (
        landmarks.behind_cue,
        landmarks.behind_source,
        case.cue[0] if left else cj,
        landmarks.first,
    )
    heads_here, commas_here, (beside_cue, beside_source, in_source, elsewhere) = (
        heads[head],
        commas[head],
        _TAGS[side],
    )
    out = []
    for i in tokens:
        at = offset + i
        before, here, behind = near[at - 1].klass, near[at], near[at + 1]
        klass = here.klass
        tag = (
            beside_cue
            if i == behind_cue
            else beside_source
            if i == behind_source
            else in_source
            if source_start <= i < source_end
            else elsewhere
        )
        place = "x" if not a <= i < b else "f" if i <= first else "-"
        mark = "0" if not inside[i] else "q" if before == "Q" else "1"
        if left:
            gap, between_heads, between_commas = (
                edge - i,
                heads_here - heads[i],
                commas_here - commas[i],
            )
        else:
            gap, between_heads, between_commas = (
                i - edge,
                heads[i] - heads_here,
                commas[i] - commas_here,
            )
        out.append(
            tables.start_score[side, STEPS[scores[i] // STEP]]
            + tables.start_behind[side, klass, behind.klass]
            + tables.start_words[tag, here.word, klass]
            + by_name(f"I{side}={frames}|{here.word}", 0)
            + tables.start_before[tag, mark, before]
            + tables.start_frames[tag, mark, frames]
            + tables.start_place[
                tag,
                mark,
                place,
                BUCKETS[gap],
                min(3, between_heads),
                min(3, between_commas),
                in_marks,
            ]
            + by_name(f"KL{place}{mark}={klass}" if left else f"KR={case.between(cj, i, 3)}", 0)
        )
    return out


def _start_score(side: str, score: int) -> list[str]:
    return [f"1{side}{score}"]


def _start_behind(side: str, here: str, behind: str) -> list[str]:
    return [f"S{side}={here}|{behind}"]


def _start_words(tag: str, word: str, klass: str) -> list[str]:
    return [f"B{tag}={word}", f"C{tag}={klass}"]


def _start_before(tag: str, mark: str, before: str) -> list[str]:
    return [f"M{tag}{mark}={before}"]


def _start_frames(tag: str, mark: str, frames: str) -> list[str]:
    return [f"Q{tag}={frames}|{mark}"]


def _start_place(
    tag: str, mark: str, place: str, gap: int, heads: int, commas: int, inside: int
) -> list[str]:
    side = tag[0]
    return [
        f"A{tag}{mark}{place}",
        f"J{side}{gap}{mark}",
        f"U{side}{heads}{commas}{place}",
        f"V{side}{inside}{mark}",
    ]


# --------------------------------------------------------------------- the last token


def ends(
    case: Case, tables: EdgeTables, landmarks: Landmarks, side: str, tokens: Iterable[int]
) -> list[int]:
    """What speaks for last tokens."""
    ci, (a, b), (source_start, source_end), head = (
        case.cue[0],
        case.sentence,
        case.source or _NOWHERE,
        case.head,
    )
    inside, near, offset, scores, verb = (
        case.view.inside,
        case.near,
        case.offset,
        case.scores[CONTENT_END],
        case.verb,
    )
    heads, commas, in_marks, left = case.around.heads, case.around.commas, inside[head], side == "L"
    next_mark, mark_of, word, verb_class, frames = (
        case.around.next_mark,
        case.view.mark_of,
        verb.word,
        verb.klass,
        verb.frames,
    )
    by_name = tables.by_name
    before_cue, before_source, edge, last = (
        landmarks.before_cue,
        landmarks.before_source,
        ci if left else case.cue[1],
        landmarks.last,
    )
    heads_here, commas_here, (beside_cue, beside_source, in_source, elsewhere) = (
        heads[head],
        commas[head],
        _TAGS[side],
    )
    out = []
    for j in tokens:
        at, k = offset + j, j + 1
        behind, second, third = near[at + 1], near[at + 2], near[at + 3].klass
        klass = behind.klass
        tag = (
            beside_cue
            if j == before_cue
            else beside_source
            if j == before_source
            else in_source
            if source_start <= j < source_end
            else elsewhere
        )
        place = "x" if not a <= j < b else "e" if j >= last else "-"
        mark = "0" if not inside[j] else "q" if next_mark[j] != mark_of[j] else "1"
        if left:
            gap, between_heads, between_commas = (
                edge - j,
                heads_here - heads[j],
                commas_here - commas[j],
            )
        else:
            gap, between_heads, between_commas = (
                j - edge,
                heads[j] - heads_here,
                commas[j] - commas_here,
            )
        rest = max(k, b)
        heads_behind, commas_behind = heads[rest] - heads[k], commas[rest] - commas[k]
        out.append(
            tables.end_score[side, STEPS[scores[j] // STEP]]
            + tables.end_words[side, near[at].klass, behind.word, klass]
            + tables.end_comma[(side, second.word, third) if klass == "," else (side, "", "")]
            + by_name(f"d{side}={klass}|{second.klass}", 0)
            + by_name(f"t{side}={klass}|{second.klass}|{third}", 0)
            + tables.end_verb[side, verb_class, klass]
            + tables.end_mark[tag, mark, klass]
            + tables.end_frames_behind[side, frames, klass]
            + tables.end_place[tag, mark, place, BUCKETS[gap], in_marks]
            + tables.end_frames[tag, place, word, frames]
            + tables.end_counts[
                side,
                place,
                min(3, between_heads),
                min(3, between_commas),
                min(2, heads_behind),
                min(2, commas_behind),
                klass,
            ]
            + by_name(
                f"kL={case.between(k, ci, 4)}"
                if left
                else f"kR{place}{BUCKETS[last - j if j < last else 0]}{mark}",
                0,
            )
        )
    return out


def _end_score(side: str, score: int) -> list[str]:
    return [f"3{side}{score}"]


def _end_words(side: str, here: str, word: str, behind: str) -> list[str]:
    return [f"c{side}={here}|{behind}", f"e{side}={word}"]


def _end_comma(side: str, word: str, three: str) -> list[str]:
    return [f"p{side}={word}|{three}" if word else f"p{side}"]


def _end_verb(side: str, verb: str, behind: str) -> list[str]:
    return [f"h{side}={verb}|{behind}"]


def _end_mark(tag: str, mark: str, behind: str) -> list[str]:
    return [f"l{tag}{mark}={behind}"]


def _end_frames_behind(side: str, frames: str, behind: str) -> list[str]:
    return [f"m{side}={frames}|{behind}"]


def _end_place(tag: str, mark: str, place: str, gap: int, inside: int) -> list[str]:
    side = tag[0]
    return [f"a{tag}{mark}{place}", f"j{side}{gap}{mark}", f"s{side}{inside}{mark}"]


def _end_frames(tag: str, place: str, verb: str, frames: str) -> list[str]:
    return [f"n{tag}={verb}|{place}", f"o{tag}{place}={frames}"]


def _end_counts(
    side: str,
    place: str,
    heads: int,
    commas: int,
    heads_behind: int,
    commas_behind: int,
    behind: str,
) -> list[str]:
    return [
        f"q{side}{heads}{commas}{place}",
        f"r{side}{heads_behind}{commas_behind}{place}{behind}",
    ]


# --------------------------------------------------------------------- both


def wholes(
    case: Case,
    tables: EdgeTables,
    landmarks: Landmarks,
    side: str,
    pairs: Iterable[tuple[int, int]],
) -> list[int]:
    """What speaks for tokens as the first and the last of one piece."""
    view, around, verb, near, offset, hint = (
        case.view,
        case.around,
        case.verb,
        case.near,
        case.offset,
        case.hint,
    )
    end_scores, start_scores, inside, mark_of = (
        case.scores[CONTENT_END],
        case.scores[CONTENT_START],
        view.inside,
        view.mark_of,
    )
    heads, commas, verbs, marks, stops, brackets = (
        around.heads,
        around.commas,
        around.verbs,
        around.marks,
        around.ends,
        around.brackets,
    )
    next_mark, sentence, last_of_all, (source_start, source_end) = (
        around.next_mark,
        view.sentence,
        landmarks.last,
        case.source or _NOWHERE,
    )
    rule, hinted, word, klass, right = case.rule(), None, verb.word, verb.klass, side == "R"
    if hint is not None:
        hinted = hint.right if right else hint.left
    out = []
    for i, j in pairs:
        at, k = offset + i, j + 1
        here, behind, length = near[at], near[offset + k].klass, k - i
        size = BUCKETS[length]
        same = 1 if mark_of[i] == mark_of[j] else 0
        first_in = inside[i]
        whole = (
            1
            if same and first_in and near[at - 1].klass == "Q" and next_mark[j] != mark_of[j]
            else 0
        )
        last = 1 if j >= last_of_all else 0
        touches = 1 if (landmarks.behind_cue == i if right else landmarks.before_cue == j) else 0
        verbs_in, commas_in, marks_in = (
            verbs[k] - verbs[i],
            commas[j] - commas[i],
            marks[k] - marks[i],
        )
        sentences, stops_in, heads_in = (
            sentence[j] - sentence[i],
            stops[j] - stops[i],
            heads[k] - heads[i],
        )
        verbs_in, commas_in = min(2, verbs_in), min(3, commas_in)
        out.append(
            tables.borders[side, here.klass, behind]
            + tables.first[side, verbs_in, size, last, here.word, here.klass]
            + tables.behind[side, verbs_in, commas_in, last, behind]
            + tables.holds[
                side,
                first_in,
                inside[j],
                same,
                whole,
                min(3, sentences),
                0 if brackets[k] == brackets[i] else 1,
                min(3, stops_in),
                commas_in,
                min(3, heads_in),
                1 if i < j and max(end_scores[i:j]) > end_scores[j] else 0,
                1 if i < j and max(start_scores[i + 1 : k]) > start_scores[i] else 0,
                last,
            ]
            + tables.touch[
                side,
                1 if i < source_end and source_start <= j else 0,
                touches,
                last,
                whole,
                min(2, marks_in),
            ]
            + tables.verb[side, word, 1 if length < 3 else 0, last]
            + tables.size[side, klass, size]
            + tables.hint[side, "-" if hint is None else agreement(hinted, i, k), rule, klass]
        )
    return out


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


def _verb(side: str, verb: str, short: int, last: int) -> list[str]:
    return [f"vO{side}={verb}|{short}{last}"]


def _size(side: str, verb: str, size: int) -> list[str]:
    return [f"vM{side}={verb}|{size}"]


def _hint(side: str, agrees: str, rule: str, verb: str) -> list[str]:
    return [f"vS{side}{agrees}", f"vT{side}{agrees}={rule}", f"vU{side}{agrees}={verb}"]
