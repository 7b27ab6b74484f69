"""The ranges that may be a cue's source.

In: a case whose cue is known. Out: candidates, each weighed; the first is that there is none. Why: a source is a noun phrase of the cue's
sentence, and which one depends on all that stands between.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.cases import HINTED, LOW, MOST_PAIRS, SOURCE_END, SOURCE_START, bucket, step, strongest
from newsquote._quotes.features import WordType
from newsquote._quotes.hints import agreement

if TYPE_CHECKING:
    from newsquote._quotes.cases import Case, Weigher
    from newsquote._quotes.sums import TableOf

__all__ = ["SourceTables", "source_candidates"]

_MOST_SOURCES = 4
_LONGEST = 35
_SHORT = 3

Range = tuple[int, int]


class SourceTables:
    """What speaks for a source: for its first token, its last, and the two together."""

    def __init__(self, table: TableOf) -> None:
        self.none_words, self.none_place = table(_none_words), table(_none_place)
        self.start_words, self.start_place = table(_start_words), table(_start_place)
        self.end_words, self.end_place = table(_end_words), table(_end_place)
        self.end_verb, self.end_between = table(_end_verb), table(_end_between)
        self.words, self.shape, self.borders = table(_pair_words), table(_pair_shape), table(_pair_borders)
        self.place, self.hint = table(_pair_place), table(_pair_hint)


def source_candidates(case: Case, tables: SourceTables, weigher: Weigher) -> tuple[list[Range | None], list[int]]:
    """The ranges that may be the source, and their values; the first is None."""
    pairs = _pairs(case)
    ci = case.cue[0]
    starts = {i: weigher.row(_start(case, tables, "L" if i < ci else "R", i)) for i in {i for _, i, _ in pairs}}
    ends = {j: weigher.row(_end(case, tables, "L" if j < ci else "R", j)) for j in {j for _, _, j in pairs}}
    if weigher.prunes and len(pairs) > _MOST_SOURCES:
        pairs = sorted(pairs, key=lambda p: (p[0] >= HINTED, starts[p[1]] + ends[p[2]], p), reverse=True)[:_MOST_SOURCES]
    ranges: list[Range | None] = [None]
    values = [weigher.row(_nobody(case, tables))]
    for _, i, j in pairs:
        ranges.append((i, j + 1))
        values.append(starts[i] + ends[j] + weigher.row(_pair(case, tables, "L" if j < ci else "R", i, j)))
    return ranges, values


def _pairs(case: Case) -> list[tuple[int, int, int]]:
    """(what speaks for it at first sight, first token, last token), the likeliest first."""
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
            if i <= j <= i + _LONGEST and (j < ci) == left:
                near = -(ci - j) * 12 if left else -(i - cj) * 12
                pairs.append((starts_s[i] + ends_s[j] + near, i, j))
    hinted = None if case.hint is None else case.hint.source
    if hinted is not None and hinted[0] < hinted[1] and (hinted[1] <= ci or cj <= hinted[0]):
        i, j = hinted[0], hinted[1] - 1
        pairs = [(HINTED, i, j), *(pair for pair in pairs if pair[1:] != (i, j))]
    pairs.sort(reverse=True)
    return pairs[:MOST_PAIRS]


def _hinted(case: Case) -> str:
    """Whether the rules name a source, and where."""
    return "-" if case.hint is None else f"{'s' if case.hint.source else 'n'}{case.hint.side}"


# --------------------------------------------------------------------- nobody


def _nobody(case: Case, tables: SourceTables) -> int:
    (ci, cj), (a, _), at = case.cue, case.sentence, case.at
    return tables.none_words[case.verb.name, at(ci).name, at(cj).name] + tables.none_place[min(ci - a, 4), _hinted(case)]


def _none_words(verb: str, cue: str, behind: str) -> list[str]:
    head, first, following = WordType.named(verb), WordType.named(cue), WordType.named(behind)
    return [
        f"n1={head.word}",
        f"n2={head.klass}",
        f"n3={first.klass}|{following.klass}",
        f"n9={first.word}",
        f"n10={following.word}",
    ]


def _none_place(at: int, hinted: str) -> list[str]:
    return ["n0", f"n8={at}", f"nR={hinted}"]


# --------------------------------------------------------------------- the first token


def _start(case: Case, tables: SourceTables, side: str, i: int) -> int:
    (ci, cj), at, around = case.cue, case.at, case.around
    here, before = at(i), at(i - 1)
    gap, lo, hi = (ci - i, i, ci) if side == "L" else (i - cj, ci, i)
    inside = case.view.inside
    return (
        tables.start_words[side, before.klass, here.word, here.klass, step(case.scores[SOURCE_START][i])]
        + tables.start_place[
            side,
            bucket(gap),
            inside[i],
            inside[ci],
            min(i - case.sentence[0], 2),
            min(3, around.commas[hi] - around.commas[lo]),
            min(3, around.heads[hi] - around.heads[lo]),
        ]
    )


def _start_words(side: str, before: str, word: str, klass: str, score: int) -> list[str]:
    return [f"sB{side}={word}", f"sC{side}={klass}", f"sE{side}={before}|{klass}", f"s1{side}{score}"]


def _start_place(side: str, gap: int, inside: int, cue_inside: int, at: int, commas: int, heads: int) -> list[str]:
    return [f"sA{side}{gap}", f"sG{side}{inside}{cue_inside}", f"sH{side}{at}{commas}", f"sI{side}{heads}"]


# --------------------------------------------------------------------- the last token


def _end(case: Case, tables: SourceTables, side: str, j: int) -> int:
    (ci, cj), at, around = case.cue, case.at, case.around
    behind = at(j + 1)
    if side == "L":
        between, gap, lo, hi = case.between(j + 1, ci), ci - j - 1, j + 1, ci
    else:
        between, gap, lo, hi = f"{behind.klass}_{at(j + 2).klass}", j - cj, cj, max(cj, j)
    inside = case.view.inside
    return (
        tables.end_words[side, at(j).klass, behind.word, behind.klass, step(case.scores[SOURCE_END][j])]
        + tables.end_place[
            side,
            bucket(gap),
            min(4, around.heads[hi] - around.heads[lo]),
            min(3, around.commas[hi] - around.commas[lo]),
            min(3, around.breaks[hi] - around.breaks[lo]),
            min(3, around.verbs[hi] - around.verbs[lo]),
        ]
        + tables.end_verb[
            side, case.verb.word, case.verb.klass, bucket(gap), inside[j], inside[ci], min(2, around.marks[hi] - around.marks[lo])
        ]
        + tables.end_between[side, between]
    )


def _end_words(side: str, here: str, word: str, behind: str, score: int) -> list[str]:
    return [f"eC{side}={here}", f"eD{side}={here}|{behind}", f"eF{side}={word}", f"e1{side}{score}"]


def _end_place(side: str, gap: int, heads: int, commas: int, breaks: int, verbs: int) -> list[str]:
    return [f"eA{side}{gap}", f"eI{side}{heads}{commas}", f"eJ{side}{breaks}{verbs}"]


def _end_verb(side: str, verb: str, klass: str, gap: int, inside: int, cue_inside: int, marks: int) -> list[str]:
    return [f"eG{side}={klass}|{gap}", f"eH{side}={verb}|{min(gap, 3)}", f"eL{side}{inside}{cue_inside}{marks}"]


def _end_between(side: str, between: str) -> list[str]:
    return [f"eB{side}={between}"]


# --------------------------------------------------------------------- both


def _pair(case: Case, tables: SourceTables, side: str, i: int, j: int) -> int:
    (ci, cj), at, around, types = case.cue, case.at, case.around, case.view.types
    ends, starts = case.scores[SOURCE_END], case.scores[SOURCE_START]
    first, last = types[i], types[j]
    gap = ci - j - 1 if side == "L" else i - cj
    commas = min(2, around.commas[j] - around.commas[i])
    better = int(i < j and max(ends[i:j]) > ends[j])
    begins = int(i < j and max(starts[i + 1 : j + 1]) > starts[i])
    agrees = "-" if case.hint is None else agreement(case.hint.source, i, j + 1)
    return (
        tables.words[side, "_".join([kind.klass for kind in types[i : j + 1]]) if j - i < _SHORT else ">", first.klass, last.klass]
        + tables.shape[side, bucket(j - i + 1), "".join([kind.kind for kind in types[i : min(j + 1, i + 6)]])]
        + tables.borders[side, at(i - 1).klass, at(j + 1).klass]
        + tables.place[
            side,
            min(2, around.verbs[j + 1] - around.verbs[i]),
            min(2, around.breaks[j + 1] - around.breaks[i]),
            better,
            begins,
            commas,
            int(around.marks[j + 1] > around.marks[i]),
            min(2, around.heads[j + 1] - around.heads[i]),
            int(gap == 0),
            int(i == case.sentence[0]),
        ]
        + tables.hint[side, agrees, _hinted(case)]
    )


def _pair_words(side: str, classes: str, first: str, last: str) -> list[str]:
    return [f"qC{side}={classes}", f"qF{side}={first}|{last}"]


def _pair_shape(side: str, size: int, kinds: str) -> list[str]:
    return [f"qA{side}{size}", f"qB{side}={kinds}"]


def _pair_borders(side: str, before: str, behind: str) -> list[str]:
    return [f"qI{side}={before}|{behind}"]


def _pair_place(
    side: str, verbs: int, breaks: int, better: int, begins: int, commas: int, marks: int, heads: int, near: int, first: int
) -> list[str]:
    return [
        f"qE{side}{verbs}{breaks}",
        f"qG{side}{better}{begins}{commas}",
        f"qL{side}{marks}",
        f"qD{side}{commas}{heads}{near}",
        f"qH{side}{first}{near}",
    ]


def _pair_hint(side: str, agrees: str, hinted: str) -> list[str]:
    return [f"qR{side}={agrees}", f"qS{side}={agrees}|{hinted}"]
