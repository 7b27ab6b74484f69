"""What predictions are worth, by somebody's own annotations.

In: articles of both sides (see lines.py). Out: counts for quotes, quoted fragments, spans, kinds,
speakers and the parts of the page. Why: numbers on other people's texts say little about yours.
Only what an article's gold has is scored: without ``quotes`` no quotes, and so on; a field that is
there and null, or an empty list, says that there is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsquote._scoring.attributions import (
    EXACT,
    Attribution,
    DirectTask,
    LooseSpans,
    SpanTask,
    matched,
    source_correct,
)
from newsquote._scoring.form import (
    as_attribution,
    fold,
    is_span,
    part_spans,
    slice_of,
    span_of,
    speaker_of,
    title_key,
)
from newsquote._scoring.parts import (
    BodyTask,
    BylineTask,
    DatelineTask,
    body_paragraphs,
    related_items,
    roles_at,
)
from newsquote._scoring.spans import chars, quoted
from newsquote._scoring.speakers import SpeakerTask, wanted_speaker
from newsquote._scoring.tallies import Count, Overlap, Share

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsquote._scoring.form import Json
    from newsquote._scoring.lines import Pair


PARTS = ("headline", "dateline", "bylines", "paragraphs", "blocks", "credits", "related")
"""The parts of a page, in the order in which they are printed."""


def evaluate(pairs: Iterable[Pair]) -> dict[str, Any]:
    """The scores of all articles together; parts that no gold article has are left out."""
    quotes, page, count = _Quotes(), _Page(), 0
    for text, gold, pred in pairs:
        count += 1
        if "quotes" in gold:
            quotes.score_article(text, gold, pred)
        page.score_article(text, gold, pred)
    return {"articles": count, **quotes.all_scores(), **page.all_scores()}


class _Quotes:
    """All that is asked of quotes."""

    def __init__(self) -> None:
        self.articles = 0
        self.whole, self.direct, self.spans = SpanTask(), DirectTask(), LooseSpans()
        self.speakers, self.kind = SpeakerTask(), Share()

    def score_article(self, text: str, gold: Json, pred: Json) -> None:
        self.articles += 1
        wanted, found = _list(gold, "quotes"), _list(pred, "quotes")
        golds = [Attribution(text, as_attribution(quote, text)) for quote in wanted]
        preds = [Attribution(text, as_attribution(quote, text)) for quote in found]
        self.whole.score(golds, preds, range(len(golds)), chars(text, quoted(text)))
        self.direct.score(text, golds, preds)
        self.spans.score(text, golds, preds)
        pairs = matched(golds, preds)
        for g, quote in enumerate(wanted):
            p, likeness = pairs.get(g, (None, 0.0))
            if p is not None and likeness >= EXACT and quote.get("kind"):
                self.kind.add(found[p].get("kind") == quote["kind"])
            label = wanted_speaker(quote, gold)
            if label:
                speaker = speaker_of(found[p], pred) if p is not None else {}
                overlaps = p is not None and source_correct(golds[g], preds[p])
                self.speakers.judge(label, speaker, found=p is not None, overlaps=overlaps)

    def all_scores(self) -> dict[str, Any]:
        if not self.articles:
            return {}
        scores: dict[str, Any] = {
            "quotes": self.whole.scores(),
            "fragments": self.direct.scores(),
            "spans": self.spans.scores(),
        }
        if self.kind.of:
            scores["quotes"]["kind"] = self.kind.result()
        if self.speakers.end_to_end.strict.of or self.speakers.kind.of:
            scores["speakers"] = self.speakers.scores()
        return scores


def _list(article: Json, name: str) -> list[Json]:
    """A list of the article, which may be missing or null."""
    return list(article.get(name) or ())


class _Page:
    """All that is asked of the parts of the page."""

    def __init__(self) -> None:
        self.headline, self.roles = Share(), Share()
        self.dateline, self.byline, self.body = DatelineTask(), BylineTask(), BodyTask()
        self.related, self.credits, self.credit_kind = Overlap(), Count(), Share()
        self.seen: set[str] = set()

    def score_article(self, text: str, gold: Json, pred: Json) -> None:
        for part in PARTS:
            if part in gold:
                self.seen.add(part)
                getattr(self, f"_score_{part}")(text, gold, pred)

    def _score_headline(self, text: str, gold: Json, pred: Json) -> None:
        wanted = fold(_words(gold.get("headline"), text))
        found = fold(_words(pred.get("headline"), text))
        self.headline.add(wanted == found)

    def _score_dateline(self, _: str, gold: Json, pred: Json) -> None:
        self.dateline.score(gold["dateline"], pred.get("dateline"))

    def _score_bylines(self, _: str, gold: Json, pred: Json) -> None:
        self.byline.score(_together(gold), _together(pred))

    def _score_paragraphs(self, text: str, gold: Json, pred: Json) -> None:
        dateline = fold(_words(pred.get("dateline"), text))
        self.body.score(body_paragraphs(gold, text), body_paragraphs(pred, text), dateline)

    def _score_blocks(self, text: str, gold: Json, pred: Json) -> None:
        lines = [
            (line, block.get("role"))
            for block in gold["blocks"] or ()
            for line in _lines(text, *span_of(block, text))
        ]
        found = roles_at(pred, text, [line for line, _ in lines])
        for (_, wanted), role in zip(lines, found, strict=True):
            self.roles.add(role == wanted)

    def _score_credits(self, text: str, gold: Json, pred: Json) -> None:
        wanted, found = _list(gold, "credits"), _list(pred, "credits")
        golds = [Attribution(text, {"content": part_spans(one, text)}) for one in wanted]
        preds = [Attribution(text, {"content": part_spans(one, text)}) for one in found]
        pairs = matched(golds, preds)
        self.credits.add(len(pairs), len(found), len(wanted))
        for g, (p, _) in pairs.items():
            kind = wanted[g].get("kind")
            if kind:
                self.credit_kind.add(found[p].get("kind") == kind)

    def _score_related(self, _: str, gold: Json, pred: Json) -> None:
        self.related.add_bags(_titles(gold), _titles(pred))

    def all_scores(self) -> dict[str, Any]:
        shares = self.dateline.shares.items()
        credit: dict[str, Any] = {"found": self.credits.result()}
        if self.credit_kind.of:
            credit["kind"] = self.credit_kind.result()
        found = {
            "headline": self.headline.result(),
            "dateline": {metric: share.result() for metric, share in shares if share.of},
            "bylines": self.byline.scores(),
            "paragraphs": self.body.scores(),
            "blocks": {"roles of lines": self.roles.result()},
            "credits": credit,
            "related": {"titles": self.related.result()},
        }
        return {part: scores for part, scores in found.items() if part in self.seen}


def _words(part: Json | None, text: str) -> str:
    """The words of a headline or dateline, which may have a text or a span only."""
    if part is None:
        return ""
    if is_span(part.get("span")):
        return slice_of(part, text)
    return str(part.get("text") or "")


def _together(article: Json) -> Json:
    """All bylines as one."""
    authors: list[Json] = []
    agencies: list[str] = []
    for byline in article.get("bylines") or ():
        authors += [author for author in byline.get("authors") or () if author.get("name")]
        agencies += byline.get("agencies") or ()
    return {"authors": authors, "agencies": agencies}


def _titles(article: Json) -> set[str]:
    """What the related stories are compared by."""
    return {title_key(item.get("title")) for item in related_items(article)} - {""}


def _lines(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """The spans of the lines of a stretch that are not blank."""
    for line in text[start:end].splitlines(keepends=True):
        if line.strip():
            yield start, start + len(line.rstrip())
        start += len(line)
