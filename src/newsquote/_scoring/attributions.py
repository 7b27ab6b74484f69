"""Whether quotes are found, with the right words and the right source.

In: a text with gold and predicted attributions, ``{"source": [[s, e], ...], "cue": [...], "content": [...]}``; any of the three may be empty.
Out: counts. Why: one place defines what a right quote is.

* Only letters and digits count inside a span.
* Matching is one to one inside an article, greedy by falling IoU (intersection over union) of the contents, ties by text order. A pair is
  *matched* ("partial") at IoU >= 0.5 and *exact* at IoU >= 0.95.
* A source is *correct* if the predicted and the gold source share a token (a run of letters and digits, identified by its offsets) other than
  the/a/an/of/and, or if both are empty. Were a source made of such words only, they all count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsquote._scoring.spans import chars, fragments, iou, tokens
from newsquote._scoring.tallies import Count

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from newsquote._scoring.spans import Chars, Ends

PARTIAL = 0.5
EXACT = 0.95
COVER = 0.5
DIRECT = 0.9
KINDS = ("direct", "mixed", "indirect")
ROLES = ("source", "cue", "content")


class Attribution:
    """One attribution of either side, with its spans as sets.

    :raises ValueError: if a span is not inside the text.
    """

    def __init__(self, text: str, quote: dict[str, Any]) -> None:
        for role in ROLES:
            for s, e in quote.get(role) or ():
                if not 0 <= s < e <= len(text):
                    msg = f"bad {role} span [{s}, {e}] in a text of {len(text)} characters"
                    raise ValueError(msg)
        self.spans: dict[str, list[Ends]] = {
            role: [(s, e) for s, e in quote.get(role) or ()] for role in ROLES
        }
        self.content = chars(text, self.spans["content"])
        self.cue = chars(text, self.spans["cue"])
        self.source = chars(text, self.spans["source"])
        self.source_tokens = tokens(text, self.spans["source"])
        self.order = min(self.content, default=len(text))


def source_correct(gold: Attribution, pred: Attribution) -> bool:
    """Whether the sources share a token, or both are empty."""
    if not gold.source_tokens or not pred.source_tokens:
        return not gold.source_tokens and not pred.source_tokens
    return not gold.source_tokens.isdisjoint(pred.source_tokens)


def kind_of(gold: Attribution, inside: Chars) -> str:
    """Direct, mixed or indirect, by the share of the content that is ``inside`` quotation marks."""
    share = len(gold.content & inside) / len(gold.content) if gold.content else 0.0
    return "direct" if share >= DIRECT else "mixed" if share else "indirect"


def pair_up(
    golds: Sequence[Attribution],
    preds: Sequence[Attribution],
    likeness: Callable[[Attribution, Attribution], float],
    least: float,
) -> dict[int, tuple[int, float]]:
    """Greedy one-to-one pairs by falling likeness: {gold index: (pred index, likeness)}."""
    candidates = []
    for g, a in enumerate(golds):
        for p, b in enumerate(preds):
            x = likeness(a, b)
            if x and x >= least:
                candidates.append((-x, a.order, b.order, g, p))
    out: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for x, _, _, g, p in sorted(candidates):
        if g not in out and p not in taken:
            out[g] = (p, -x)
            taken.add(p)
    return out


def matched(
    golds: Sequence[Attribution], preds: Sequence[Attribution], least: float = PARTIAL
) -> dict[int, tuple[int, float]]:
    """The pairs by content."""
    return pair_up(golds, preds, lambda a, b: iou(a.content, b.content), least)


class SpanTask:
    """Whole attributions.

    ``partial`` and ``exact`` count matched contents, ``attributed`` and ``attributed_exact`` want the source correct, too. ``content_chars``
    are the letters and digits of content, micro-averaged (those in several contents count once). ``cue`` pairs cues by at least one shared
    character, whatever their contents. ``source_exact`` looks at matched pairs: the same characters; precision over pairs with a predicted
    source, recall over pairs with a gold one.
    """

    METRICS = (
        "partial",
        "exact",
        "attributed",
        "attributed_exact",
        "content_chars",
        "cue",
        "source_exact",
    )

    def __init__(self) -> None:
        self.counts = {m: Count() for m in self.METRICS}
        self.kinds = {k: {m: Count() for m in ("partial", "exact", "attributed")} for k in KINDS}

    def add(
        self,
        golds: Sequence[Attribution],
        preds: Sequence[Attribution],
        subset: Collection[int],
        inside: Chars,
    ) -> None:
        """One article; ``subset``: the indexes of the gold attributions to be found. What is matched to another is no mistake."""
        pairs = matched(golds, preds)
        ignored = {p for g, (p, _) in pairs.items() if g not in subset}
        mine = {g: pair for g, pair in pairs.items() if g in subset}
        right = {g for g, (p, _) in mine.items() if source_correct(golds[g], preds[p])}
        exact = {g for g, (_, x) in mine.items() if x >= EXACT}
        hit = {
            "partial": set(mine),
            "exact": exact,
            "attributed": right,
            "attributed_exact": exact & right,
        }
        for m, found in hit.items():
            self.counts[m].add(len(found), len(preds) - len(ignored), len(subset))
        for g in subset:
            for m, count in self.kinds[kind_of(golds[g], inside)].items():
                count.add(g in hit[m], 0, 1)
        self._add_contents(
            [golds[g] for g in subset], [b for p, b in enumerate(preds) if p not in ignored]
        )
        self._add_cues(golds, preds, subset, ignored)
        self._add_sources([(golds[g], preds[p]) for g, (p, _) in mine.items()])

    def _add_contents(self, golds: Sequence[Attribution], preds: Sequence[Attribution]) -> None:
        nothing: Chars = frozenset()
        gold, pred = (nothing.union(*(one.content for one in side)) for side in (golds, preds))
        self.counts["content_chars"].add(len(gold & pred), len(pred), len(gold))

    def _add_cues(
        self,
        golds: Sequence[Attribution],
        preds: Sequence[Attribution],
        subset: Collection[int],
        ignored: set[int],
    ) -> None:
        cues = pair_up(golds, preds, lambda a, b: len(a.cue & b.cue), 1)
        found = {p for g, (p, _) in cues.items() if g in subset}
        beside = (ignored | {p for g, (p, _) in cues.items() if g not in subset}) - found
        given = sum(bool(b.cue) and p not in beside for p, b in enumerate(preds))
        self.counts["cue"].add(len(found), given, sum(bool(golds[g].cue) for g in subset))

    def _add_sources(self, both: Sequence[tuple[Attribution, Attribution]]) -> None:
        same = sum(bool(a.source) and a.source == b.source for a, b in both)
        self.counts["source_exact"].add(
            same, sum(bool(b.source) for _, b in both), sum(bool(a.source) for a, _ in both)
        )

    def result(self) -> dict[str, Any]:
        """The counts by measure, and the recall by kind."""
        out: dict[str, Any] = {m: count.result() for m, count in self.counts.items()}
        out["recall_by_kind"] = {
            k: {
                "gold": counts["partial"].gold,
                **{m: count.result()["r"] for m, count in counts.items()},
            }
            for k, counts in self.kinds.items()
        }
        return out


class DirectTask:
    """Quoted fragments: texts between double quotation marks with at least three words.

    A fragment is gold if at least half of it is covered by the content of one gold attribution, predicted if it is by one predicted content; it
    has the source of the attribution that covers most of it. ``attributed`` wants the source correct. Scare quotes and titles are the negatives.
    """

    def __init__(self) -> None:
        self.counts = {"detection": Count(), "attributed": Count()}

    @staticmethod
    def cover(fragment: Chars, side: Sequence[Attribution]) -> Attribution | None:
        """The attribution that covers most of a fragment, if it covers enough."""
        best = max(side, key=lambda a: len(fragment & a.content), default=None)
        return (
            best
            if best is not None and len(fragment & best.content) >= COVER * len(fragment)
            else None
        )

    def add(self, text: str, golds: Sequence[Attribution], preds: Sequence[Attribution]) -> None:
        """One article."""
        for span in fragments(text):
            fragment = chars(text, [span])
            gold, pred = self.cover(fragment, golds), self.cover(fragment, preds)
            both = gold is not None and pred is not None
            right = gold is not None and pred is not None and source_correct(gold, pred)
            self.counts["detection"].add(both, pred is not None, gold is not None)
            self.counts["attributed"].add(right, pred is not None, gold is not None)

    def result(self) -> dict[str, Any]:
        """The counts by measure."""
        return {m: count.result() for m, count in self.counts.items()}


class LooseSpans:
    """Every single span of a role on its own, whatever belongs together; right if its first and last letter or digit are."""

    def __init__(self) -> None:
        self.counts = {role: Count() for role in ROLES}

    @staticmethod
    def pieces(text: str, side: Sequence[Attribution], role: str) -> set[Ends]:
        """The spans of a role, as (first, last) letter or digit, each once."""
        inside = (chars(text, [span]) for a in side for span in a.spans[role])
        return {(min(c), max(c)) for c in inside if c}

    def add(self, text: str, golds: Sequence[Attribution], preds: Sequence[Attribution]) -> None:
        """One article."""
        for role, count in self.counts.items():
            gold, pred = self.pieces(text, golds, role), self.pieces(text, preds, role)
            count.add(len(gold & pred), len(pred), len(gold))

    def result(self) -> dict[str, Any]:
        """The counts by role."""
        return {role: count.result() for role, count in self.counts.items()}
