"""The ranges that may be a cue's source.

In: a case whose cue is known. Out: candidates, each weighed; the first is that there is none. Why: a source is a noun phrase of the cue's
sentence, and which one depends on all that stands between.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.model.cases import (
    BUCKETS,
    HINTED,
    MOST_PAIRS,
    SOURCE_END,
    SOURCE_START,
    STEP,
    STEPS,
    best_pairs,
    likeliest,
    strongest,
    within,
)
from newsquote._quotes.model.hints import agreement

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsquote._quotes.model.cases import Case, Weigher
    from newsquote._quotes.model.sums import TableOf

__all__ = ["SourceTables", "source_candidates"]

_MOST_SOURCES = 4
_LONGEST = 35
_SHORT = 3

Range = tuple[int, int]


class SourceTables:
    """What speaks for a source: for its first token, its last, and the two together."""

    def __init__(self, table: TableOf) -> None:
        self.none_verb, self.none_classes, self.none_place = (
            table(_none_verb),
            table(_none_classes),
            table(_none_place),
        )
        self.start_score, self.end_score = table(_start_score), table(_end_score)
        self.start_words, self.start_place = table(_start_words), table(_start_place)
        self.end_words, self.end_place = table(_end_words), table(_end_place)
        self.end_verb, self.by_name = table(_end_verb), table.by_name
        self.words, self.shape, self.borders = (
            table(_pair_words),
            table(_pair_shape),
            table(_pair_borders),
        )
        self.place, self.hint = table(_pair_place), table(_pair_hint)


def source_candidates(
    case: Case, tables: SourceTables, weigher: Weigher
) -> tuple[list[Range | None], list[int]]:
    """The ranges that may be the source, and their values; the first is None."""
    pairs = _pairs(case)
    chosen_by_edges = weigher.prunes and _MOST_SOURCES < len(pairs) <= MOST_PAIRS
    if not chosen_by_edges:
        pairs = likeliest(pairs)
    firsts, lasts = {i for _, i, _ in pairs}, {j for _, _, j in pairs}
    starts = dict(zip(firsts, weigher.weighed(_starts(case, tables, firsts)), strict=True))
    ends = dict(zip(lasts, weigher.weighed(_ends(case, tables, lasts)), strict=True))
    if weigher.prunes and len(pairs) > _MOST_SOURCES:
        pairs = best_pairs(pairs, starts, ends, _MOST_SOURCES)
    both = weigher.weighed(_wholes(case, tables, [(i, j) for _, i, j in pairs]))
    ranges: list[Range | None] = [None, *[(i, j + 1) for _, i, j in pairs]]
    values = [
        weigher.row(_nobody(case, tables)),
        *[starts[i] + ends[j] + value for (_, i, j), value in zip(pairs, both, strict=True)],
    ]
    return ranges, values


def _pairs(case: Case) -> list[tuple[int, int, int]]:
    """(what speaks for it at first sight, first token, last token); one that the rules propose is the first."""
    (a, b), (ci, cj) = case.sentence, case.cue
    starts_s, ends_s = case.scores[SOURCE_START], case.scores[SOURCE_END]
    alnum, around = case.view.alnum, case.around
    starts = {
        *within(around.source_starts, a, b),
        *[t for t in (a, cj) if t < b and alnum[t]],
    }.difference(range(ci, cj))
    ends = set(within(around.source_ends, a, b)).difference(range(ci, cj))
    if a < ci and alnum[ci - 1]:
        ends.add(ci - 1)
    last_tokens = strongest(sorted(ends), ends_s)
    pairs = []
    for i in strongest(sorted(starts), starts_s):
        left, most = i < ci, i + _LONGEST
        value = starts_s[i] if left else starts_s[i] - 12 * (i - cj)
        for j in last_tokens:
            if i <= j <= most and (j < ci) == left:
                prior = value + ends_s[j]
                pairs.append((prior - 12 * (ci - j) if left else prior, i, j))
    hinted = None if case.hint is None else case.hint.source
    if hinted is not None and hinted[0] < hinted[1] and (hinted[1] <= ci or cj <= hinted[0]):
        i, j = hinted[0], hinted[1] - 1
        pairs = [(HINTED, i, j), *[pair for pair in pairs if pair[1] != i or pair[2] != j]]
    return pairs


def _hinted(case: Case) -> str:
    """Whether the rules name a source, and where."""
    return "-" if case.hint is None else f"{'s' if case.hint.source else 'n'}{case.hint.side}"


# --------------------------------------------------------------------- nobody


def _nobody(case: Case, tables: SourceTables) -> int:
    (ci, cj), near, offset = case.cue, case.near, case.offset
    before = ci - case.sentence[0]
    return (
        tables.none_verb[case.verb.word, case.verb.klass]
        + tables.none_classes[near[offset + ci].klass, near[offset + cj].klass]
        + tables.by_name(f"n9={near[offset + ci].word}", 0)
        + tables.by_name(f"n10={near[offset + cj].word}", 0)
        + tables.none_place[min(4, before), _hinted(case)]
    )


def _none_verb(verb: str, klass: str) -> list[str]:
    return [f"n1={verb}", f"n2={klass}"]


def _none_classes(first: str, behind: str) -> list[str]:
    return [f"n3={first}|{behind}"]


def _none_place(at: int, hinted: str) -> list[str]:
    return ["n0", f"n8={at}", f"nR={hinted}"]


# --------------------------------------------------------------------- the first token


def _starts(case: Case, tables: SourceTables, tokens: Iterable[int]) -> list[int]:
    (ci, cj), around, inside, near, offset = (
        case.cue,
        case.around,
        case.view.inside,
        case.near,
        case.offset,
    )
    heads, commas, scores, sentence_start, cue_inside = (
        around.heads,
        around.commas,
        case.scores[SOURCE_START],
        case.sentence[0],
        inside[ci],
    )
    heads_here, commas_here = heads[ci], commas[ci]
    out = []
    for i in tokens:
        at = offset + i
        here, place = near[at], i - sentence_start
        if i < ci:
            side, gap, heads_between, commas_between = (
                "L",
                ci - i,
                heads_here - heads[i],
                commas_here - commas[i],
            )
        else:
            side, gap, heads_between, commas_between = (
                "R",
                i - cj,
                heads[i] - heads_here,
                commas[i] - commas_here,
            )
        out.append(
            tables.start_score[side, STEPS[scores[i] // STEP]]
            + tables.start_words[side, near[at - 1].klass, here.word, here.klass]
            + tables.start_place[
                side,
                BUCKETS[gap],
                inside[i],
                cue_inside,
                min(2, place),
                min(3, commas_between),
                min(3, heads_between),
            ]
        )
    return out


def _start_score(side: str, score: int) -> list[str]:
    return [f"s1{side}{score}"]


def _start_words(side: str, before: str, word: str, klass: str) -> list[str]:
    return [f"sB{side}={word}", f"sC{side}={klass}", f"sE{side}={before}|{klass}"]


def _start_place(
    side: str, gap: int, inside: int, cue_inside: int, at: int, commas: int, heads: int
) -> list[str]:
    return [
        f"sA{side}{gap}",
        f"sG{side}{inside}{cue_inside}",
        f"sH{side}{at}{commas}",
        f"sI{side}{heads}",
    ]


# --------------------------------------------------------------------- the last token


def _ends(case: Case, tables: SourceTables, tokens: Iterable[int]) -> list[int]:
    (ci, cj), around, inside, verb, near, offset = (
        case.cue,
        case.around,
        case.view.inside,
        case.verb,
        case.near,
        case.offset,
    )
    scores, word, verb_class, cue_inside, by_name = (
        case.scores[SOURCE_END],
        verb.word,
        verb.klass,
        inside[ci],
        tables.by_name,
    )
    all_heads, all_commas, all_breaks, all_verbs, all_marks = (
        around.heads,
        around.commas,
        around.breaks,
        around.verbs,
        around.marks,
    )
    out = []
    for j in tokens:
        at = offset + j
        behind = near[at + 1]
        if j < ci:
            side, between, gap, lo, hi = (
                "L",
                case.between(j + 1, ci),
                BUCKETS[ci - j - 1],
                j + 1,
                ci,
            )
        else:
            side, between, gap, lo, hi = (
                "R",
                f"{behind.klass}_{near[at + 2].klass}",
                BUCKETS[j - cj],
                cj,
                j,
            )
        heads, commas, marks = (
            all_heads[hi] - all_heads[lo],
            all_commas[hi] - all_commas[lo],
            all_marks[hi] - all_marks[lo],
        )
        breaks, verbs = all_breaks[hi] - all_breaks[lo], all_verbs[hi] - all_verbs[lo]
        out.append(
            tables.end_score[side, STEPS[scores[j] // STEP]]
            + tables.end_words[side, near[at].klass, behind.word, behind.klass]
            + tables.end_place[
                side,
                gap,
                min(4, heads),
                min(3, commas),
                min(3, breaks),
                min(3, verbs),
            ]
            + tables.end_verb[side, word, verb_class, gap, inside[j], cue_inside, min(2, marks)]
            + by_name(f"eB{side}={between}", 0)
        )
    return out


def _end_score(side: str, score: int) -> list[str]:
    return [f"e1{side}{score}"]


def _end_words(side: str, here: str, word: str, behind: str) -> list[str]:
    return [f"eC{side}={here}", f"eD{side}={here}|{behind}", f"eF{side}={word}"]


def _end_place(side: str, gap: int, heads: int, commas: int, breaks: int, verbs: int) -> list[str]:
    return [f"eA{side}{gap}", f"eI{side}{heads}{commas}", f"eJ{side}{breaks}{verbs}"]


def _end_verb(
    side: str, verb: str, klass: str, gap: int, inside: int, cue_inside: int, marks: int
) -> list[str]:
    return [
        f"eG{side}={klass}|{gap}",
        f"eH{side}={verb}|{min(gap, 3)}",
        f"eL{side}{inside}{cue_inside}{marks}",
    ]


# --------------------------------------------------------------------- both


def _wholes(case: Case, tables: SourceTables, pairs: Iterable[Range]) -> list[int]:
    (ci, cj), near, around, offset, hint, first_token = (
        case.cue,
        case.near,
        case.around,
        case.offset,
        case.hint,
        case.sentence[0],
    )
    ends, starts, hinted, named = (
        case.scores[SOURCE_END],
        case.scores[SOURCE_START],
        None if hint is None else hint.source,
        _hinted(case),
    )
    all_commas, all_verbs, all_breaks, all_heads, all_marks = (
        around.commas,
        around.verbs,
        around.breaks,
        around.heads,
        around.marks,
    )
    out = []
    for i, j in pairs:
        at, k, length = offset + i, j + 1, j - i + 1
        types = near[at : at + length]
        classes = "_".join([kind.klass for kind in types]) if length <= _SHORT else ">"
        kinds = "".join([kind.kind for kind in (types if length < 6 else types[:6])])
        side, gap = ("L", ci - k) if j < ci else ("R", i - cj)
        commas, verbs = all_commas[j] - all_commas[i], all_verbs[k] - all_verbs[i]
        breaks, heads = all_breaks[k] - all_breaks[i], all_heads[k] - all_heads[i]
        out.append(
            tables.words[side, classes, near[at].klass, near[at + length - 1].klass]
            + tables.shape[side, BUCKETS[length], kinds]
            + tables.borders[side, near[at - 1].klass, near[at + length].klass]
            + tables.place[
                side,
                min(2, verbs),
                min(2, breaks),
                1 if i < j and max(ends[i:j]) > ends[j] else 0,
                1 if i < j and max(starts[i + 1 : k]) > starts[i] else 0,
                min(2, commas),
                1 if all_marks[k] > all_marks[i] else 0,
                min(2, heads),
                1 if gap == 0 else 0,
                1 if i == first_token else 0,
            ]
            + tables.hint[side, "-" if hint is None else agreement(hinted, i, k), named]
        )
    return out


def _pair_words(side: str, classes: str, first: str, last: str) -> list[str]:
    return [f"qC{side}={classes}", f"qF{side}={first}|{last}"]


def _pair_shape(side: str, size: int, kinds: str) -> list[str]:
    return [f"qA{side}{size}", f"qB{side}={kinds}"]


def _pair_borders(side: str, before: str, behind: str) -> list[str]:
    return [f"qI{side}={before}|{behind}"]


def _pair_place(
    side: str,
    verbs: int,
    breaks: int,
    better: int,
    begins: int,
    commas: int,
    marks: int,
    heads: int,
    near: int,
    first: int,
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
