"""What became of each quote: right, wrong, extra or missed.

In: one article of both sides. Out: a verdict for each annotated quote and each that was found for
none. Why: a score says how many, a reader who mends something needs to know which.

* *missed*: annotated, and nothing found overlaps enough with it;
* *extra*: found, where nothing is annotated;
* *wrong*: found, but its content, source, speaker or kind is another than the annotated;
* *right*: none of these.

Content and source are compared as attributions.py says (a content that is not *exact* differs),
names leniently (see names.py), and only those of people and organizations; a field that is not
annotated is not asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from newsquote._scoring.attributions import EXACT, Attribution, matched, source_correct
from newsquote._scoring.form import as_attribution, speaker_of
from newsquote._scoring.names import NAMED, near_name
from newsquote._scoring.speakers import wanted_speaker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsquote._scoring.form import Json
    from newsquote._scoring.lines import Pair

Outcome: TypeAlias = Literal["right", "wrong", "extra", "missed"]
Difference: TypeAlias = Literal["content", "source", "speaker", "kind"]


class Verdict(NamedTuple):
    """What became of one quote; ``gold`` or ``pred`` is None where that side has none."""

    outcome: Outcome
    differs: tuple[Difference, ...]
    gold: Json | None
    pred: Json | None


def verdicts(pair: Pair) -> list[Verdict]:
    """The verdicts of an article whose quotes are annotated, in the order of the text."""
    text, gold, pred = pair
    if "quotes" not in gold:
        return []
    wanted, found = list(gold["quotes"] or ()), list(pred.get("quotes") or ())
    golds = [Attribution(text, as_attribution(quote, text)) for quote in wanted]
    preds = [Attribution(text, as_attribution(quote, text)) for quote in found]
    pairs = matched(golds, preds)
    placed: list[tuple[int, Verdict]] = []
    for g, quote in enumerate(wanted):
        if g not in pairs:
            placed.append((golds[g].order, Verdict("missed", (), quote, None)))
            continue
        p, likeness = pairs[g]
        differs: list[Difference] = ["content"] if likeness < EXACT else []
        if "source" in quote and not source_correct(golds[g], preds[p]):
            differs.append("source")
        differs += _differences(quote, gold, found[p], pred)
        outcome: Outcome = "wrong" if differs else "right"
        placed.append((golds[g].order, Verdict(outcome, tuple(differs), quote, found[p])))
    taken = {p for p, _ in pairs.values()}
    placed += [
        (preds[p].order, Verdict("extra", (), None, quote))
        for p, quote in enumerate(found)
        if p not in taken
    ]
    return [verdict for _, verdict in sorted(placed, key=lambda one: one[0])]


def _differences(quote: Json, gold: Json, other: Json, pred: Json) -> Iterator[Difference]:
    """What differs in who said it and how."""
    label = wanted_speaker(quote, gold)
    if label and label["kind"] in {None, *NAMED}:
        name = speaker_of(other, pred).get("name")
        if name is None or not near_name(label["speaker"], name):
            yield "speaker"
    if quote.get("kind") and other.get("kind") != quote["kind"]:
        yield "kind"


def described(quote: Json | None, article: Json, text: str) -> Json | None:
    """A quote as people read it: words, source, speaker, kind, and the offsets of its parts."""
    if quote is None:
        return None
    spans = as_attribution(quote, text)
    words = {role: " … ".join(text[s:e] for s, e in found) for role, found in spans.items()}
    return {
        "text": words["content"],
        "spans": spans["content"],
        "source": words["source"] or None,
        "cue": words["cue"] or None,
        "speaker": speaker_of(quote, article).get("name"),
        "kind": quote.get("kind"),
        "confidence": quote.get("confidence"),
    }
