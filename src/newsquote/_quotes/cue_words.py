"""The words of a cue around its head.

In: a case. Out: where the cue may begin and end, each with its features. Why: a cue is a head with its auxiliaries, particles and occasion ("has also said
in a statement"), and content and source are measured from its edges.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.hints import agreement

if TYPE_CHECKING:
    from newsquote._quotes.cases import Case, Keys

__all__ = ["cue_left", "cue_right"]


def cue_left(case: Case) -> list[tuple[int, Keys]]:
    """Where the cue may begin."""
    h, (a, _) = case.head, case.sentence
    verb = case.word(h)
    out = []
    for t in range(h, max(a, h - 6) - 1, -1):
        if t != h and (not case.view.alnum[t] or case.view.inside[t] != case.view.inside[h]):
            break
        n = h - t
        prior = case.klass(t - 1)
        out.append(
            (
                t,
                [
                    f"ln={n}",
                    f"lw={case.word(t)}|{min(2, n)}",
                    f"lc={case.klass(t)}|{min(2, n)}",
                    f"lb={case.word(t - 1)}",
                    f"lp={prior}",
                    f"lpp={case.klass(t - 2)}|{prior}",
                    f"lpc={prior}|{case.klass(t)}",
                    f"lpw={prior}|{case.word(t)}",
                    f"lq={case.between(t, h)}",
                    f"lh={verb}|{case.word(t)}" if n else f"lh0={verb}",
                    f"lhp={case.klass(h)}|{prior}|{n}",
                    f"lk={case.klass(h)}|{case.klass(t)}",
                    f"lr={agreement(case.hint.cue, t, h + 1) if case.hint else '-'}",
                ],
            )
        )
    return out


def cue_right(case: Case) -> list[tuple[int, Keys]]:
    """Where the cue may end (exclusive)."""
    h, (_, b) = case.head, case.sentence
    verb = case.word(h)
    out = []
    for t in range(h, min(b, h + 8)):
        if t != h and (not case.view.alnum[t] or case.view.inside[t] != case.view.inside[h]):
            break
        n = t - h
        after = case.klass(t + 1)
        out.append(
            (
                t + 1,
                [
                    f"rn={n}",
                    f"rw={case.word(t)}|{min(3, n)}",
                    f"rc={case.klass(t)}|{min(2, n)}",
                    f"rb={case.word(t + 1)}",
                    f"rp={after}",
                    f"rpp={after}|{case.klass(t + 2)}",
                    f"rpc={case.klass(t)}|{after}",
                    f"rwp={case.word(t)}|{after}",
                    f"rww={case.word(t)}|{case.word(t + 1)}",
                    f"rq={case.between(h + 1, t + 1)}",
                    f"rh={verb}|{case.word(t)}" if n else f"rh0={verb}",
                    f"rhb={verb}|{case.word(t + 1)}|{min(n, 2)}" if n else f"rhb0={verb}|{case.word(t + 1)}",
                    f"rhp={case.klass(h)}|{after}|{min(n, 3)}",
                    f"rk={case.klass(h)}|{case.klass(t)}",
                    f"rr={agreement(case.hint.cue, h, t + 1) if case.hint else '-'}",
                ],
            )
        )
    return out
