"""The scores of a content's shape: nothing, a piece before the cue, one behind it, or both.

In: a case whose cue and source are known. Out: what each shape scores beyond its pieces. Why: a
split quotation is one content in two pieces, and whether there is a second one is a choice like the
others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.model.buckets import LENGTHS, SCORE_STEP, SCORES
from newsquote._quotes.model.hints import agreement
from newsquote._quotes.model.surroundings import HEAD
from newsquote._quotes.model.word_types import WordType

if TYPE_CHECKING:
    from newsquote._quotes.model.cases import Case
    from newsquote._quotes.model.score_tables import TableMaker
    from newsquote._quotes.model.token_ranges import TokenRange

__all__ = ["Shape", "ShapeTables"]

_CLOSE = 3
"""TokenRange beside the cue that are looked at."""
_SOURCE_LEAD = 2
"""TokenRange beside the source that are looked at as well, where it is close to the cue."""
_SPELLED_BEFORE, _SPELLED_BEHIND = 6, 5


class ShapeTables:
    """The tables of shapes."""

    def __init__(self, table: TableMaker) -> None:
        self.none_verb = table(_none_verb_keys)
        self.none_words = table(_none_word_keys)
        self.none_around = table(_none_around_keys)
        self.none_rule = table(_none_rule_keys)
        self.none_score = table(_none_score_keys)
        self.no_left = table(_no_left_keys)
        self.no_left_verb = table(_no_left_verb_keys)
        self.no_left_class = table(_no_left_class_keys)
        self.no_right = table(_no_right_keys)
        self.no_right_verb = table(_no_right_verb_keys)
        self.no_right_class = table(_no_right_class_keys)
        self.only = table(_only_keys)
        self.both = table(_both_keys)
        self.both_edges = table(_both_edge_keys)
        self.by_name = table.by_name


class Shape:
    """What all contents of a case share."""

    def __init__(self, case: Case, tables: ShapeTables) -> None:
        self._case = case
        self._tables = tables
        self._before = _classes_before(case)
        self._behind = _classes_behind(case)
        source = case.source
        self._source_side = "0"
        if source is not None:
            self._source_side = "L" if source[1] <= case.head else "R"

    def score_nothing(self) -> int:
        """The score of no content."""
        case = self._case
        tables = self._tables
        near = self._case.near
        offset = self._case.offset
        (cue_start, cue_end) = case.cue
        verb = case.verb
        source = "10" if case.source is None else f"0{int(case.source[0] > case.head)}"
        return (
            tables.none_verb[verb.name,]
            + tables.none_words[near[offset + cue_start].klass, near[offset + cue_end - 1].klass]
            + tables.by_name(f"0n={verb.word}|{near[offset + cue_end].klass}", 0)
            + tables.none_around[source, case.view.inside[case.head]]
            + tables.by_name(f"0a={self._behind}", 0)
            + tables.by_name(f"0b={self._before}", 0)
            + tables.none_rule[case.rule(), verb.klass]
            + tables.by_name(f"0p={near[offset + cue_start - 1].klass}|{verb.klass}", 0)
            + tables.none_score[SCORES[case.scores[HEAD][case.head] // SCORE_STEP],]
        )

    def score_left_only(self) -> int:
        """The score of one piece, before the cue."""
        case = self._case
        tables = self._tables
        cue_end = case.cue[1]
        region_end = case.region[1]
        tail = region_end - cue_end
        if case.source and case.source[0] >= cue_end:
            tail -= case.source[1] - case.source[0]
        short = int(tail < _CLOSE)
        mark = int(1 in case.view.inside[cue_end:region_end])
        return (
            tables.no_right[mark, LENGTHS[tail]]
            + tables.by_name(f"R1={self._behind}", 0)
            + tables.no_right_verb[case.verb.word, short, case.hinted("R")]
            + tables.no_right_class[short, mark, case.near[case.offset + cue_end].klass]
            + tables.only["L", self._source_side, case.verb.name]
        )

    def score_right_only(self) -> int:
        """The score of one piece, behind the cue."""
        case = self._case
        tables = self._tables
        cue_start = self._case.cue[0]
        region_start = case.region[0]
        close = case.view.inside[max(region_start, cue_start - _CLOSE) : cue_start]
        mark = int(1 in close)
        return (
            tables.no_left[mark, int(cue_start - region_start > _CLOSE)]
            + tables.by_name(f"L1={self._before}", 0)
            + tables.no_left_verb[case.verb.word, case.hinted("L")]
            + tables.no_left_class[mark, case.near[case.offset + cue_start - 1].klass]
            + tables.only["R", self._source_side, case.verb.name]
        )

    def score_both(self, one: TokenRange, two: TokenRange) -> int:
        """The score of a piece before the cue and one behind it."""
        case = self._case
        tables = self._tables
        near = self._case.near
        offset = self._case.offset
        inside = case.view.inside
        mark_at = case.view.mark_at
        hint = case.hint
        (one_start, one_end) = one
        (two_start, two_end) = two
        end_inside = inside[one_end - 1]
        start_inside = inside[two_start]
        same = int(mark_at[one_end - 1] == mark_at[two_start])
        agrees = "--"
        if hint is not None:
            agrees = agreement(hint.left, one_start, one_end)
            agrees += agreement(hint.right, two_start, two_end)
        begins = near[offset + two_start]
        before = near[offset + two_start - 1]
        return (
            tables.both[end_inside, start_inside, self._source_side, case.verb.word, agrees]
            + tables.both_edges[
                end_inside,
                start_inside,
                same,
                near[offset + one_end].klass,
                before.klass,
                begins.klass,
                begins.kind,
            ]
        )


def _classes_before(case: Case) -> str:
    """The classes right before the cue, the source as one."""
    cue_start = case.cue[0]
    first = case.region[0]
    begin = max(first, cue_start - _CLOSE)
    source = case.source
    if source and begin - _CLOSE < source[1] <= cue_start:
        begin = max(first, min(begin, source[0] - _SOURCE_LEAD))
    return case.between(begin, cue_start, _SPELLED_BEFORE)


def _classes_behind(case: Case) -> str:
    """The classes right behind the cue, the source as one."""
    cue_end = case.cue[1]
    last = case.region[1]
    stop = min(last, cue_end + _CLOSE)
    source = case.source
    if source and cue_end <= source[0] < stop:
        stop = min(last, source[1] + _SOURCE_LEAD)
    return case.between(cue_end, stop, _SPELLED_BEHIND)


# ---------------------------------------------------------------- nothing


def _none_verb_keys(verb: str) -> list[str]:
    head = WordType.named(verb)
    return [
        f"0h={head.word}",
        f"0c={head.klass}",
        f"0f={head.frames}",
    ]


def _none_word_keys(first: str, last: str) -> list[str]:
    return [f"0k={first}|{last}"]


def _none_around_keys(source: str, inside: int) -> list[str]:
    return [
        "0",
        f"0s={source}",
        f"0i={inside}",
    ]


def _none_rule_keys(rule: str, verb: str) -> list[str]:
    return [
        f"0R={rule}",
        f"0S={rule}|{verb}",
    ]


def _none_score_keys(score: int) -> list[str]:
    return [f"0z{score}"]


# ---------------------------------------------------------------- one side only


def _no_left_keys(mark: int, far: int) -> list[str]:
    return [
        "L0",
        f"L2={mark}{far}",
    ]


def _no_left_verb_keys(verb: str, hinted: str) -> list[str]:
    return [
        f"L3={verb}",
        f"LR{hinted}",
    ]


def _no_left_class_keys(mark: int, klass: str) -> list[str]:
    return [f"L4={mark}|{klass}"]


def _no_right_keys(mark: int, tail: int) -> list[str]:
    return [
        "R0",
        f"R2={mark}{tail}",
    ]


def _no_right_verb_keys(verb: str, short: int, hinted: str) -> list[str]:
    return [
        f"R3={verb}|{short}",
        f"RR{hinted}",
    ]


def _no_right_class_keys(short: int, mark: int, klass: str) -> list[str]:
    return [f"R4={mark}|{klass}|{short}"]


def _only_keys(side: str, source_side: str, verb: str) -> list[str]:
    head = WordType.named(verb)
    return [
        f"o{side}",
        f"o1{side}{source_side}",
        f"o2{side}={head.word}",
        f"o3{side}{source_side}={head.klass}",
        f"o6{side}{source_side}={head.frames}",
    ]


# ---------------------------------------------------------------- both sides


def _both_keys(
    end_inside: int, start_inside: int, source_side: str, verb: str, agrees: str
) -> list[str]:
    marks = f"{end_inside}{start_inside}"
    return [
        "b",
        f"b1{marks}{source_side}",
        f"b4{marks}={verb}",
        f"bR{agrees}",
    ]


def _both_edge_keys(
    end_inside: int,
    start_inside: int,
    same: int,
    behind: str,
    before: str,
    begins: str,
    kind: str,
) -> list[str]:
    marks = f"{end_inside}{start_inside}"
    return [
        f"b6{marks}{same}",
        f"b7{marks}={begins}",
        f"b8{marks}{before}|{behind}",
        f"b9{kind}{marks}{before}",
    ]
