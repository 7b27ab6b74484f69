"""The words of a cue around its head.

In: a case. Out: where the cue may begin and end, each with its score. Why: a cue is a head with its
auxiliaries, particles and occasion ("has also said in a statement"), and content and source are
measured from its edges.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.model.buckets import UP_TO_2, UP_TO_3
from newsquote._quotes.model.hints import agreement

if TYPE_CHECKING:
    from newsquote._quotes.model.cases import Case
    from newsquote._quotes.model.score_tables import TableMaker

__all__ = ["LeftTables", "RightTables", "score_cue_ends", "score_cue_starts"]

_MOST_BEFORE = 6
_MOST_BEHIND = 7
"""Words of a cue before and behind its head."""


class LeftTables:
    """The scores of a cue's first word."""

    def __init__(self, table: TableMaker) -> None:
        self.word = table(_first_word_keys)
        self.classes = table(_first_class_keys)
        self.before = table(_before_first_keys)
        self.span = table(_first_span_keys)
        self.by_name = table.by_name


class RightTables:
    """The scores of a cue's last word."""

    def __init__(self, table: TableMaker) -> None:
        self.word = table(_last_word_keys)
        self.classes = table(_last_class_keys)
        self.behind = table(_behind_last_keys)
        self.span = table(_last_span_keys)
        self.by_name = table.by_name


def score_cue_starts(case: Case, tables: LeftTables) -> list[tuple[int, int]]:
    """Where the cue may begin, each with its score."""
    head = case.head
    near = case.near
    offset = case.offset
    hint = case.hint
    verb_class = case.verb.klass
    by_name = tables.by_name
    alnum = case.view.alnum
    inside = case.view.inside
    first = max(case.sentence[0], head - _MOST_BEFORE)
    marked = inside[head]
    out = []
    for n, t in enumerate(range(head, first - 1, -1)):
        if n and (not alnum[t] or inside[t] != marked):
            break
        here = near[offset + t]
        before = near[offset + t - 1]
        agrees = agreement(hint.cue, t, head + 1) if hint else "-"
        score = (
            tables.word[UP_TO_2[n], here.word, here.klass]
            + tables.classes[before.klass, here.klass]
            + tables.before[before.word, before.klass]
            + tables.span[n, agrees]
            + by_name(f"lhp={verb_class}|{before.klass}|{n}", 0)
            + by_name(f"lq={case.between(t, head)}", 0)
        )
        out.append((t, score))
    return out


def _first_word_keys(n: int, word: str, klass: str) -> list[str]:
    return [
        f"lw={word}|{n}",
        f"lc={klass}|{n}",
    ]


def _first_class_keys(before: str, klass: str) -> list[str]:
    return [f"lpc={before}|{klass}"]


def _before_first_keys(word: str, klass: str) -> list[str]:
    return [
        f"lb={word}",
        f"lp={klass}",
    ]


def _first_span_keys(n: int, agrees: str) -> list[str]:
    return [
        f"ln={n}",
        f"lr={agrees}",
    ]


def score_cue_ends(case: Case, tables: RightTables) -> list[tuple[int, int]]:
    """Where the cue may end (exclusive), each with its score."""
    head = case.head
    near = case.near
    offset = case.offset
    hint = case.hint
    verb = case.verb.word
    verb_class = case.verb.klass
    by_name = tables.by_name
    alnum = case.view.alnum
    inside = case.view.inside
    behind_last = min(case.sentence[1], head + _MOST_BEHIND + 1)
    marked = inside[head]
    out = []
    for n, t in enumerate(range(head, behind_last)):
        if n and (not alnum[t] or inside[t] != marked):
            break
        here = near[offset + t]
        behind = near[offset + t + 1]
        few = UP_TO_3[n]
        agrees = agreement(hint.cue, head, t + 1) if hint else "-"
        verb_key = f"rhb={verb}|{behind.word}|{UP_TO_2[n]}" if n else f"rhb0={verb}|{behind.word}"
        score = (
            tables.word[few, here.word, here.klass]
            + tables.classes[here.klass, behind.klass]
            + tables.behind[behind.word, behind.klass]
            + tables.span[n, agrees]
            + by_name(verb_key, 0)
            + by_name(f"rhp={verb_class}|{behind.klass}|{few}", 0)
            + by_name(f"rq={case.between(head + 1, t + 1)}", 0)
        )
        out.append((t + 1, score))
    return out


def _last_word_keys(n: int, word: str, klass: str) -> list[str]:
    return [
        f"rw={word}|{n}",
        f"rc={klass}|{UP_TO_2[n]}",
    ]


def _last_class_keys(klass: str, behind: str) -> list[str]:
    return [f"rpc={klass}|{behind}"]


def _behind_last_keys(word: str, klass: str) -> list[str]:
    return [
        f"rb={word}",
        f"rp={klass}",
    ]


def _last_span_keys(n: int, agrees: str) -> list[str]:
    return [
        f"rn={n}",
        f"rr={agrees}",
    ]
