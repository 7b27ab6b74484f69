"""What predictions are worth, by somebody's own annotations.

In: articles of both sides (see lines.py). Out: counts for quotes, quoted fragments, spans, kinds, speakers and the parts of the page. Why: numbers
on other people's texts say little about yours. Only what an article's gold has is scored: without ``quotes`` no quotes, and so on; a field that
is there and null, or an empty list, says that there is none.
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
    role_at,
)
from newsquote._scoring.spans import chars, quoted
from newsquote._scoring.speakers import SpeakerTask
from newsquote._scoring.tallies import Count, Overlap, Share

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsquote._scoring.form import Json
    from newsquote._scoring.lines import Pair


def evaluate(pairs: Iterable[Pair]) -> dict[str, Any]:
    """The scores of all articles together; parts that no gold article has are left out."""
    quotes, page, count = _Quotes(), _Page(), 0
    for text, gold, pred in pairs:
        count += 1
        if "quotes" in gold:
            quotes.add(text, gold, pred)
        page.add(text, gold, pred)
    return {"articles": count, **quotes.result(), **page.result()}


class _Quotes:
    """All that is asked of quotes."""

    def __init__(self) -> None:
        self.articles = 0
        self.whole, self.direct, self.spans, self.speakers, self.kind = (
            SpanTask(),
            DirectTask(),
            LooseSpans(),
            SpeakerTask(),
            Share(),
        )

    def add(self, text: str, gold: Json, pred: Json) -> None:
        self.articles += 1
        wanted, found = (list(side.get("quotes") or ()) for side in (gold, pred))
        golds, preds = (
            [Attribution(text, as_attribution(quote, text)) for quote in side]
            for side in (wanted, found)
        )
        self.whole.add(golds, preds, range(len(golds)), chars(text, quoted(text)))
        self.direct.add(text, golds, preds)
        self.spans.add(text, golds, preds)
        pairs = matched(golds, preds)
        for g, quote in enumerate(wanted):
            p, likeness = pairs.get(g, (None, 0.0))
            if p is not None and likeness >= EXACT and quote.get("kind"):
                self.kind.add(found[p].get("kind") == quote["kind"])
            if label := _label(quote, gold):
                speaker = speaker_of(found[p], pred) if p is not None else {}
                overlaps = p is not None and source_correct(golds[g], preds[p])
                self.speakers.judge(label, speaker, found=p is not None, overlaps=overlaps)

    def result(self) -> dict[str, Any]:
        if not self.articles:
            return {}
        out: dict[str, Any] = {
            "quotes": self.whole.result(),
            "fragments": self.direct.result(),
            "spans": self.spans.result(),
        }
        if self.kind.of:
            out["quotes"]["kind"] = self.kind.result()
        if self.speakers.end_to_end.strict.of or self.speakers.kind.of:
            out["speakers"] = self.speakers.result()
        return out


def _label(quote: Json, article: Json) -> dict[str, Any] | None:
    """The name and kind of a gold quote's speaker; several names are joined as names.py takes them apart."""
    speaker = speaker_of(quote, article)
    if not speaker:
        return None
    members = [article["speakers"][n]["name"] for n in speaker.get("members") or ()]
    return {"speaker": " & ".join(members) or speaker["name"], "kind": speaker.get("kind")}


class _Page:
    """All that is asked of the parts of the page."""

    def __init__(self) -> None:
        self.headline, self.roles = Share(), Share()
        self.dateline, self.byline, self.body = DatelineTask(), BylineTask(), BodyTask()
        self.related, self.credits, self.credit_kind = Overlap(), Count(), Share()
        self.seen: set[str] = set()

    def add(self, text: str, gold: Json, pred: Json) -> None:
        for part in (
            "headline",
            "dateline",
            "bylines",
            "paragraphs",
            "blocks",
            "credits",
            "related",
        ):
            if part in gold:
                self.seen.add(part)
                getattr(self, f"_add_{part}")(text, gold, pred)

    def _add_headline(self, text: str, gold: Json, pred: Json) -> None:
        wanted, found = (fold(_words(side.get("headline"), text)) for side in (gold, pred))
        self.headline.add(wanted == found)

    def _add_dateline(self, _: str, gold: Json, pred: Json) -> None:
        self.dateline.add(gold["dateline"], pred.get("dateline"))

    def _add_bylines(self, _: str, gold: Json, pred: Json) -> None:
        self.byline.add(_together(gold), _together(pred))

    def _add_paragraphs(self, text: str, gold: Json, pred: Json) -> None:
        dateline = fold(_words(pred.get("dateline"), text))
        self.body.add(body_paragraphs(gold, text), body_paragraphs(pred, text), dateline)

    def _add_blocks(self, text: str, gold: Json, pred: Json) -> None:
        for block in gold["blocks"] or ():
            for span in _lines(text, *span_of(block, text)):
                self.roles.add(role_at(pred, text, span) == block.get("role"))

    def _add_credits(self, text: str, gold: Json, pred: Json) -> None:
        wanted, found = (list(side.get("credits") or ()) for side in (gold, pred))
        golds, preds = (
            [Attribution(text, {"content": part_spans(one, text)}) for one in side]
            for side in (wanted, found)
        )
        pairs = matched(golds, preds)
        self.credits.add(len(pairs), len(found), len(wanted))
        for g, (p, _) in pairs.items():
            if wanted[g].get("kind"):
                self.credit_kind.add(found[p].get("kind") == wanted[g]["kind"])

    def _add_related(self, _: str, gold: Json, pred: Json) -> None:
        self.related.add_bags(
            *(
                {title_key(item.get("title")) for item in related_items(side)} - {""}
                for side in (gold, pred)
            )
        )

    def result(self) -> dict[str, Any]:
        credit: dict[str, Any] = {"found": self.credits.result()}
        if self.credit_kind.of:
            credit["kind"] = self.credit_kind.result()
        found = {
            "headline": self.headline.result(),
            "dateline": {
                m: share.result() for m, share in self.dateline.shares.items() if share.of
            },
            "bylines": self.byline.result(),
            "paragraphs": self.body.result(),
            "blocks": {"roles of lines": self.roles.result()},
            "credits": credit,
            "related": {"titles": self.related.result()},
        }
        return {part: result for part, result in found.items() if part in self.seen}


def _words(part: Json | None, text: str) -> str:
    """The words of a headline or dateline, which may have a text or a span only."""
    return (
        ""
        if part is None
        else slice_of(part, text)
        if is_span(part.get("span"))
        else str(part.get("text") or "")
    )


def _together(article: Json) -> Json:
    """All bylines as one."""
    bylines = article.get("bylines") or ()
    return {
        "authors": [
            author
            for byline in bylines
            for author in byline.get("authors") or ()
            if author.get("name")
        ],
        "agencies": [agency for byline in bylines for agency in byline.get("agencies") or ()],
    }


def _lines(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """The spans of the lines of a stretch that are not blank."""
    for line in text[start:end].splitlines(keepends=True):
        if line.strip():
            yield start, start + len(line.rstrip())
        start += len(line)
