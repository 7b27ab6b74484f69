"""Whether quotes are found, with the right words and the right source.

In: a text with gold and predicted attributions, ``{"source": [[s, e], ...], "cue": [...],
"content": [...]}``; any of the three may be empty. Out: counts. Why: one place defines what a right
quote is.

* Only letters and digits count inside a span.
* Matching is one to one inside an article, greedy by falling IoU (intersection over union) of the
  contents, ties by text order. A pair is *matched* ("partial") at IoU >= 0.5 and *exact* at IoU >=
  0.95.
* A source is *correct* if the predicted and the gold source share a token (a run of letters and
  digits, identified by its offsets) other than the/a/an/of/and, or if both are empty. Were a source
  made of such words only, they all count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from newsquote._scoring.letters import shared
from newsquote._scoring.spans import chars, fragments, tokens
from newsquote._scoring.tallies import Count

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from newsquote._scoring.spans import Chars, Ends

PARTIAL = 0.5
EXACT = 0.95
COVER = 0.5
DIRECT = 0.9
KINDS = ("direct", "mixed", "indirect")
ROLES = ("source", "cue", "content")


class Attribution:
    """One attribution of either side, with the letters in its spans.

    :raises ValueError: if a span is not inside the text.
    """

    def __init__(self, text: str, quote: dict[str, Any]) -> None:
        self.spans = {role: _checked_spans(text, quote, role) for role in ROLES}
        self.content = chars(text, self.spans["content"])
        self.cue = chars(text, self.spans["cue"])
        self.source = chars(text, self.spans["source"])
        self.source_tokens = tokens(text, self.spans["source"])
        self.order = len(text) if self.content.first is None else self.content.first


def _checked_spans(text: str, quote: dict[str, Any], role: str) -> list[Ends]:
    spans: list[Ends] = [(start, end) for start, end in quote.get(role) or ()]
    for start, end in spans:
        if not 0 <= start < end <= len(text):
            msg = f"bad {role} span [{start}, {end}] in a text of {len(text)} characters"
            raise ValueError(msg)
    return spans


def source_correct(gold: Attribution, pred: Attribution) -> bool:
    """Whether the sources share a token, or both are empty."""
    if not gold.source_tokens or not pred.source_tokens:
        return not gold.source_tokens and not pred.source_tokens
    return gold.source_tokens.shares(pred.source_tokens)


def kind_of(gold: Attribution, inside: Chars) -> str:
    """Direct, mixed or indirect, by the share of the content that is ``inside`` quotation marks."""
    share = gold.content.in_common(inside) / len(gold.content) if gold.content else 0.0
    if share >= DIRECT:
        return "direct"
    return "mixed" if share else "indirect"


Pairs: TypeAlias = dict[int, tuple[int, float]]
"""{gold index: (pred index, likeness)}"""

_Alike: TypeAlias = "Mapping[tuple[int, int], float]"
"""{(gold index, pred index): likeness}, of those that are alike at all."""


def pair_up(golds: Sequence[Attribution], preds: Sequence[Attribution], alike: _Alike) -> Pairs:
    """Greedy one-to-one pairs by falling likeness."""
    candidates = sorted(
        (-likeness, golds[g].order, preds[p].order, g, p) for (g, p), likeness in alike.items()
    )
    pairs: Pairs = {}
    taken: set[int] = set()
    for negated, _, _, g, p in candidates:
        if g not in pairs and p not in taken:
            pairs[g] = (p, -negated)
            taken.add(p)
    return pairs


def matched(
    golds: Sequence[Attribution], preds: Sequence[Attribution], least: float = PARTIAL
) -> Pairs:
    """The pairs by content."""
    alike = {}
    common = shared([gold.content for gold in golds], [pred.content for pred in preds])
    for (g, p), both in common.items():
        # The intersection over the union.
        likeness = both / (len(golds[g].content) + len(preds[p].content) - both)
        if likeness >= least:
            alike[g, p] = likeness
    return pair_up(golds, preds, alike)


class _Sides(NamedTuple):
    """One article's attributions."""

    golds: Sequence[Attribution]
    preds: Sequence[Attribution]
    subset: Collection[int]
    """The indexes of the gold attributions to be found."""
    ignored: set[int]
    """The predicted ones that are matched to another gold attribution, which is no mistake."""


class SpanTask:
    """Whole attributions.

    ``partial`` and ``exact`` count matched contents, ``attributed`` and ``attributed_exact`` want
    the source correct, too. ``content_chars`` are the letters and digits of content, micro-averaged
    (those in several contents count once). ``cue`` pairs cues by at least one shared character,
    whatever their contents. ``source_exact`` looks at matched pairs: the same characters; precision
    over pairs with a predicted source, recall over pairs with a gold one.
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
    METRICS_BY_KIND = ("partial", "exact", "attributed")

    def __init__(self) -> None:
        self.counts = {metric: Count() for metric in self.METRICS}
        self.kinds = {kind: {metric: Count() for metric in self.METRICS_BY_KIND} for kind in KINDS}

    def score(
        self,
        golds: Sequence[Attribution],
        preds: Sequence[Attribution],
        subset: Collection[int],
        inside: Chars,
    ) -> None:
        """One article.

        :param subset: the indexes of the gold attributions to be found. What is matched to another
            is no mistake.
        :param inside: the characters between quotation marks.
        """
        pairs = matched(golds, preds)
        ignored = {p for g, (p, _) in pairs.items() if g not in subset}
        found = {g: pair for g, pair in pairs.items() if g in subset}
        right = {g for g, (p, _) in found.items() if source_correct(golds[g], preds[p])}
        exact = {g for g, (_, likeness) in found.items() if likeness >= EXACT}
        hits = {
            "partial": set(found),
            "exact": exact,
            "attributed": right,
            "attributed_exact": exact & right,
        }
        for metric, hit in hits.items():
            self.counts[metric].add(len(hit), len(preds) - len(ignored), len(subset))
        for g in subset:
            for metric, count in self.kinds[kind_of(golds[g], inside)].items():
                count.add(g in hits[metric], 0, 1)
        sides = _Sides(golds, preds, subset, ignored)
        self._score_contents(sides)
        self._score_cues(sides)
        self._score_sources([(golds[g], preds[p]) for g, (p, _) in found.items()])

    def _score_contents(self, sides: _Sides) -> None:
        golds = [sides.golds[g] for g in sides.subset]
        preds = [pred for p, pred in enumerate(sides.preds) if p not in sides.ignored]
        gold, pred = _all_letters(golds), _all_letters(preds)
        both = gold.in_common(pred) if gold and pred else 0
        self.counts["content_chars"].add(both, len(pred or ()), len(gold or ()))

    def _score_cues(self, sides: _Sides) -> None:
        golds, preds, subset = sides.golds, sides.preds, sides.subset
        alike = shared([gold.cue for gold in golds], [pred.cue for pred in preds])
        pairs = pair_up(golds, preds, alike)
        found = {p for g, (p, _) in pairs.items() if g in subset}
        elsewhere = {p for g, (p, _) in pairs.items() if g not in subset}
        ignored = (sides.ignored | elsewhere) - found
        given = sum(bool(pred.cue) and p not in ignored for p, pred in enumerate(preds))
        wanted = sum(bool(golds[g].cue) for g in subset)
        self.counts["cue"].add(len(found), given, wanted)

    def _score_sources(self, both: Sequence[tuple[Attribution, Attribution]]) -> None:
        same = sum(bool(gold.source) and gold.source == pred.source for gold, pred in both)
        given = sum(bool(pred.source) for _, pred in both)
        wanted = sum(bool(gold.source) for gold, _ in both)
        self.counts["source_exact"].add(same, given, wanted)

    def scores(self) -> dict[str, Any]:
        """The counts by measure, and the recall by kind."""
        scores: dict[str, Any] = {metric: count.result() for metric, count in self.counts.items()}
        scores["recall_by_kind"] = {kind: _recalls(counts) for kind, counts in self.kinds.items()}
        return scores


def _all_letters(side: Sequence[Attribution]) -> Chars | None:
    """The letters of all contents; None where there are no attributions."""
    return side[0].content.joined(*(one.content for one in side[1:])) if side else None


def _recalls(counts: dict[str, Count]) -> dict[str, Any]:
    recalls = {metric: count.result()["r"] for metric, count in counts.items()}
    return {"gold": counts["partial"].gold, **recalls}


class DirectTask:
    """Quoted fragments: texts between double quotation marks with at least three words.

    A fragment is gold if at least half of it is covered by the content of one gold attribution,
    predicted if it is by one predicted content; it has the source of the attribution that covers
    most of it. ``attributed`` wants the source correct. Scare quotes and titles are the negatives.
    """

    def __init__(self) -> None:
        self.counts = {"detection": Count(), "attributed": Count()}

    @staticmethod
    def covers(fragments: Sequence[Chars], side: Sequence[Attribution]) -> list[Attribution | None]:
        """For each fragment the attribution that covers most of it, if one covers enough."""
        best: list[Attribution | None] = [None] * len(fragments)
        most = [0] * len(fragments)
        common = shared(fragments, [one.content for one in side])
        for (n, at), covered in sorted(common.items()):
            if covered > most[n]:
                most[n] = covered
                enough = covered >= COVER * len(fragments[n])
                best[n] = side[at] if enough else None
        return best

    def score(self, text: str, golds: Sequence[Attribution], preds: Sequence[Attribution]) -> None:
        """One article."""
        quoted = [chars(text, [span]) for span in fragments(text)]
        for gold, pred in zip(self.covers(quoted, golds), self.covers(quoted, preds), strict=True):
            given, wanted = pred is not None, gold is not None
            right = gold is not None and pred is not None and source_correct(gold, pred)
            self.counts["detection"].add(given and wanted, given, wanted)
            self.counts["attributed"].add(right, given, wanted)

    def scores(self) -> dict[str, Any]:
        """The counts by measure."""
        return {metric: count.result() for metric, count in self.counts.items()}


class LooseSpans:
    """Every single span of a role on its own, whatever belongs together.

    It is right if its first and last letter or digit are.
    """

    def __init__(self) -> None:
        self.counts = {role: Count() for role in ROLES}

    @staticmethod
    def pieces(text: str, side: Sequence[Attribution], role: str) -> set[Ends]:
        """The spans of a role, as (first, last) letter or digit, each once."""
        found = set()
        for one in side:
            for span in one.spans[role]:
                inside = chars(text, [span])
                if inside.first is not None and inside.last is not None:
                    found.add((inside.first, inside.last))
        return found

    def score(self, text: str, golds: Sequence[Attribution], preds: Sequence[Attribution]) -> None:
        """One article."""
        for role, count in self.counts.items():
            gold, pred = self.pieces(text, golds, role), self.pieces(text, preds, role)
            count.add(len(gold & pred), len(pred), len(gold))

    def scores(self) -> dict[str, Any]:
        """The counts by role."""
        return {role: count.result() for role, count in self.counts.items()}
