"""The words of a cue around its head.

In: a case. Out: where the cue may begin and end, each weighed. Why: a cue is a head with its auxiliaries, particles and occasion ("has also said
in a statement"), and content and source are measured from its edges.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.model.hints import agreement

if TYPE_CHECKING:
    from newsquote._quotes.model.cases import Case
    from newsquote._quotes.model.sums import TableOf

__all__ = ["LeftTables", "RightTables", "cue_left", "cue_right"]


class LeftTables:
    """What speaks for a cue's first token."""

    def __init__(self, table: TableOf) -> None:
        self.word, self.classes, self.before, self.span = (
            table(_first_word),
            table(_first_classes),
            table(_before_first),
            table(_first_span),
        )
        self.by_name = table.by_name


class RightTables:
    """What speaks for a cue's last token."""

    def __init__(self, table: TableOf) -> None:
        self.word, self.classes, self.behind, self.span = (
            table(_last_word),
            table(_last_classes),
            table(_behind_last),
            table(_last_span),
        )
        self.by_name = table.by_name


def cue_left(case: Case, tables: LeftTables) -> list[tuple[int, int]]:
    """Where the cue may begin, each with its value."""
    h, a, near, verb_class, by_name = (
        case.head,
        case.sentence[0],
        case.near,
        case.verb.klass,
        tables.by_name,
    )
    alnum, inside, marked, offset = (
        case.view.alnum,
        case.view.inside,
        case.view.inside[case.head],
        case.offset,
    )
    out = []
    for n, t in enumerate(range(h, max(a, h - 6) - 1, -1)):
        if n and (not alnum[t] or inside[t] != marked):
            break
        here, before = near[offset + t], near[offset + t - 1]
        agrees = agreement(case.hint.cue, t, h + 1) if case.hint else "-"
        value = (
            tables.word[min(2, n), here.word, here.klass]
            + tables.classes[before.klass, here.klass]
            + tables.before[before.word, before.klass]
            + tables.span[n, agrees]
            + by_name(f"lhp={verb_class}|{before.klass}|{n}", 0)
            + by_name(f"lq={case.between(t, h)}", 0)
        )
        out.append((t, value))
    return out


def _first_word(n: int, word: str, klass: str) -> list[str]:
    return [f"lw={word}|{n}", f"lc={klass}|{n}"]


def _first_classes(before: str, klass: str) -> list[str]:
    return [f"lpc={before}|{klass}"]


def _before_first(word: str, klass: str) -> list[str]:
    return [f"lb={word}", f"lp={klass}"]


def _first_span(n: int, agrees: str) -> list[str]:
    return [f"ln={n}", f"lr={agrees}"]


def cue_right(case: Case, tables: RightTables) -> list[tuple[int, int]]:
    """Where the cue may end (exclusive), each with its value."""
    h, b, near, verb, by_name = (
        case.head,
        case.sentence[1],
        case.near,
        case.verb.word,
        tables.by_name,
    )
    alnum, inside, marked, offset = (
        case.view.alnum,
        case.view.inside,
        case.view.inside[case.head],
        case.offset,
    )
    verb_class = case.verb.klass
    out = []
    for n, t in enumerate(range(h, min(b, h + 8))):
        if n and (not alnum[t] or inside[t] != marked):
            break
        here, behind, few = near[offset + t], near[offset + t + 1], min(3, n)
        agrees = agreement(case.hint.cue, h, t + 1) if case.hint else "-"
        value = (
            tables.word[few, here.word, here.klass]
            + tables.classes[here.klass, behind.klass]
            + tables.behind[behind.word, behind.klass]
            + tables.span[n, agrees]
            + by_name(
                f"rhb={verb}|{behind.word}|{min(2, n)}" if n else f"rhb0={verb}|{behind.word}",
                0,
            )
            + by_name(f"rhp={verb_class}|{behind.klass}|{few}", 0)
            + by_name(f"rq={case.between(h + 1, t + 1)}", 0)
        )
        out.append((t + 1, value))
    return out


def _last_word(n: int, word: str, klass: str) -> list[str]:
    return [f"rw={word}|{n}", f"rc={klass}|{min(2, n)}"]


def _last_classes(klass: str, behind: str) -> list[str]:
    return [f"rpc={klass}|{behind}"]


def _behind_last(word: str, klass: str) -> list[str]:
    return [f"rb={word}", f"rp={klass}"]


def _last_span(n: int, agrees: str) -> list[str]:
    return [f"rn={n}", f"rr={agrees}"]
