"""The words of a cue around its head.

In: a case. Out: where the cue may begin and end, each weighed. Why: a cue is a head with its auxiliaries, particles and occasion ("has also said
in a statement"), and content and source are measured from its edges.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.hints import agreement

if TYPE_CHECKING:
    from newsquote._quotes.cases import Case
    from newsquote._quotes.sums import TableOf

__all__ = ["LeftTables", "RightTables", "cue_left", "cue_right"]


class LeftTables:
    """What speaks for a cue's first token."""

    def __init__(self, table: TableOf) -> None:
        self.word, self.before, self.span = table(_first_word), table(_before_first), table(_first_span)


class RightTables:
    """What speaks for a cue's last token."""

    def __init__(self, table: TableOf) -> None:
        self.word, self.behind, self.span = table(_last_word), table(_behind_last), table(_last_span)


def cue_left(case: Case, tables: LeftTables) -> list[tuple[int, int]]:
    """Where the cue may begin, each with its value."""
    h, a, near, verb_class = case.head, case.sentence[0], case.near, case.verb.klass
    alnum, inside, marked, offset = case.view.alnum, case.view.inside, case.view.inside[case.head], case.offset
    out = []
    for n, t in enumerate(range(h, max(a, h - 6) - 1, -1)):
        if n and (not alnum[t] or inside[t] != marked):
            break
        here, before = near[offset + t], near[offset + t - 1]
        agrees = agreement(case.hint.cue, t, h + 1) if case.hint else "-"
        value = (
            tables.word[n if n < 2 else 2, here.word, here.klass, before.klass]
            + tables.before[n, verb_class, before.word, before.klass]
            + tables.span[n, case.between(t, h), agrees]
        )
        out.append((t, value))
    return out


def _first_word(n: int, word: str, klass: str, before: str) -> list[str]:
    return [f"lw={word}|{n}", f"lc={klass}|{n}", f"lpc={before}|{klass}"]


def _before_first(n: int, verb: str, word: str, klass: str) -> list[str]:
    return [f"lb={word}", f"lp={klass}", f"lhp={verb}|{klass}|{n}"]


def _first_span(n: int, between: str, agrees: str) -> list[str]:
    return [f"ln={n}", f"lq={between}", f"lr={agrees}"]


def cue_right(case: Case, tables: RightTables) -> list[tuple[int, int]]:
    """Where the cue may end (exclusive), each with its value."""
    h, b, near, verb = case.head, case.sentence[1], case.near, case.verb
    alnum, inside, marked, offset = case.view.alnum, case.view.inside, case.view.inside[case.head], case.offset
    out = []
    for n, t in enumerate(range(h, min(b, h + 8))):
        if n and (not alnum[t] or inside[t] != marked):
            break
        here, behind, few = near[offset + t], near[offset + t + 1], n if n < 3 else 3
        agrees = agreement(case.hint.cue, h, t + 1) if case.hint else "-"
        value = (
            tables.word[few, here.word, here.klass, behind.klass]
            + tables.behind[few, verb.word, verb.klass, behind.word, behind.klass]
            + tables.span[n, case.between(h + 1, t + 1), agrees]
        )
        out.append((t + 1, value))
    return out


def _last_word(n: int, word: str, klass: str, behind: str) -> list[str]:
    return [f"rw={word}|{n}", f"rc={klass}|{min(2, n)}", f"rpc={klass}|{behind}"]


def _behind_last(n: int, verb: str, verb_class: str, word: str, klass: str) -> list[str]:
    return [
        f"rb={word}",
        f"rp={klass}",
        f"rhb={verb}|{word}|{min(n, 2)}" if n else f"rhb0={verb}|{word}",
        f"rhp={verb_class}|{klass}|{n}",
    ]


def _last_span(n: int, between: str, agrees: str) -> list[str]:
    return [f"rn={n}", f"rq={between}", f"rr={agrees}"]
