"""Score who the speakers of quotes are said to be.

    python evaluation/score_speakers.py polnear.jsonl speakers.json predictions.jsonl [--json OUT]

In: gold attributions with identities, and articles. Out: the numbers. Why: a quote is worth what its speaker is. Standard library only.

Input
-----
``polnear.jsonl``  the attributions (see score_quotes.py), each with an ``id``;
``speakers.json``  ``{article: {attribution: {"speaker", "kind", "via"}}}``, the identity behind the attribution's
                   source: ``kind`` person | organization | group | unnamed | document | narrator | other; ``via``
                   name | pronoun | nominal, how the source names the speaker. A speaker that is several named ones
                   is written with " & " between the names;
``predictions``    the JSON form of newsquote, one article a line, with its ``id``.

Measures
--------
Predicted quotes are matched to all gold attributions of an article exactly as score_quotes.py does it (one to one,
content IoU >= 0.5). Only articles with identities count, and of them only the attributions with an identity. *Named*
means of kind person or organization.

  end_to_end    share of the named attributions that are matched and whose predicted speaker has the right name
  resolution    the same share among the named attributions that are matched with a source that overlaps the gold
                source (score_quotes.source_correct), in total and by ``via``
  kind          share of the matched attributions, of all kinds, whose predicted speaker is of the right kind
  precision     share with the right name among the matched attributions whose predicted speaker is a person or an
                organization

Each name measure comes ``strict`` and ``lenient``. No speaker, or one without a name, is never right.

Names
-----
Names are compared as sequences of tokens: NFKC, casefolded, without apostrophes and full stops, other punctuation a
blank, without a possessive 's, a leading article and leading titles (Mr, Sen., President, ...). A gold name of
several speakers is a set of names, and a predicted name is split at " & ", "and" and commas when the gold is a set.
*Strict* wants equality. *Lenient* takes, too, a name that ends in the gold name's last token and whose tokens are a
subset or a superset of the gold's, and, of several speakers, any that are in the gold set.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from pathlib import Path

from score_quotes import PARTIAL, Attribution, iou, pair_up, read_jsonl, source_correct
from tallies import Share

NAMED = frozenset(("person", "organization"))
VIAS = ("name", "pronoun", "nominal")
ARTICLES = frozenset(("the", "a", "an"))
TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "prof",
        "professor",
        "sir",
        "dame",
        "lord",
        "lady",
        "rev",
        "reverend",
        "hon",
        "sen",
        "senator",
        "sens",
        "rep",
        "reps",
        "representative",
        "congressman",
        "congresswoman",
        "gov",
        "governor",
        "gen",
        "general",
        "lt",
        "lieutenant",
        "col",
        "colonel",
        "maj",
        "major",
        "capt",
        "captain",
        "sgt",
        "sergeant",
        "adm",
        "admiral",
        "cmdr",
        "president",
        "vice",
        "secretary",
        "minister",
        "prime",
        "chancellor",
        "judge",
        "justice",
        "mayor",
        "sheriff",
        "ambassador",
        "speaker",
        "pope",
        "king",
        "queen",
        "prince",
        "princess",
    ]
)
POSSESSIVE = re.compile(r"(?<=\w)['’ʼ]s(?!\w)")
DROPPED = re.compile(r"[.'’‘ʼ`]")
BLANK = re.compile(r"[\W_]+")


# ---------------------------------------------------------------- names


def name_tokens(name):
    """The tokens by which a name is compared."""
    text = unicodedata.normalize("NFKC", name or "").casefold()
    tokens = BLANK.sub(" ", DROPPED.sub("", POSSESSIVE.sub("", text))).split()
    start = 0
    while start < len(tokens) - 1 and (tokens[start] in TITLES or (start == 0 and tokens[0] in ARTICLES)):
        start += 1
    return tuple(tokens[start:])


def name_set(name, loosely=False):
    """The names in a join, each as tokens; `loosely` splits at "and" and commas, too."""
    parts = re.split(r"\s+&\s+|\s*,\s*(?:and\s+)?|\s+and\s+" if loosely else r"\s+&\s+", name or "")
    return frozenset(t for t in map(name_tokens, parts) if t)


def same_name(gold, pred):
    """The strict comparison."""
    wanted = name_set(gold)
    return bool(wanted) and name_set(pred, loosely=len(wanted) > 1) == wanted


def near_tokens(gold, pred):
    """Whether one name is a longer or shorter form of the other, with the same last token."""
    return gold[-1] == pred[-1] and (set(gold) <= set(pred) or set(pred) <= set(gold))


def near_name(gold, pred):
    """The lenient comparison."""
    if same_name(gold, pred):
        return True
    wanted = name_set(gold)
    found = name_set(pred, loosely=len(wanted) > 1)
    return bool(found) and all(any(near_tokens(g, p) for g in wanted) for p in found)


class NameShare:
    """A share by either comparison."""

    def __init__(self):
        self.strict, self.lenient = Share(), Share()

    def add(self, gold, pred):
        """`pred` is None where there is nothing to compare."""
        self.strict.add(pred is not None and same_name(gold, pred))
        self.lenient.add(pred is not None and near_name(gold, pred))

    def result(self):
        return {"strict": self.strict.result(), "lenient": self.lenient.result()}


# ---------------------------------------------------------------- the JSON form


def valid_span(span, text):
    return (
        isinstance(span, (list, tuple)) and len(span) == 2 and all(isinstance(i, int) for i in span) and 0 <= span[0] < span[1] <= len(text)
    )


def part_spans(part, text):
    """The span of a part, cue or source as a list of none or one; a bad span is left out (the laws count it)."""
    span = (part or {}).get("span")
    return [list(span)] if valid_span(span, text) else []


def as_attribution(quote, text):
    """A quote of the JSON form as one of score_quotes.py."""
    return {
        "content": [s for p in quote.get("parts") or () for s in part_spans(p, text)],
        "cue": part_spans(quote.get("cue"), text),
        "source": part_spans(quote.get("source"), text),
    }


def speaker_of(quote, article):
    """The speaker's dictionary, or an empty one."""
    speakers, n = article.get("speakers") or [], quote.get("speaker")
    return speakers[n] if isinstance(n, int) and 0 <= n < len(speakers) else {}


# ---------------------------------------------------------------- scoring


class SpeakerTask:
    """The counts over articles."""

    def __init__(self):
        self.articles = 0
        self.end_to_end, self.resolution, self.precision = NameShare(), NameShare(), NameShare()
        self.by_via = {via: NameShare() for via in VIAS}
        self.kind = Share()

    def add(self, row, identities, article):
        """One article: its gold row, its identities, its JSON form."""
        self.articles += 1
        text, quotes = row["text"], article.get("quotes") or []
        golds = [Attribution(text, q) for q in row["quotes"]]
        preds = [Attribution(text, as_attribution(q, text)) for q in quotes]
        pairs = pair_up(golds, preds, lambda a, b: iou(a.content, b.content), PARTIAL)
        for g, q in enumerate(row["quotes"]):
            if q["id"] not in identities:
                continue
            gold, hit = identities[q["id"]], pairs.get(g)
            speaker = speaker_of(quotes[hit[0]], article) if hit else {}
            self._add(gold, speaker, bool(hit), bool(hit) and source_correct(golds[g], preds[hit[0]]))

    def _add(self, gold, speaker, matched, overlaps):
        name = speaker.get("name") if matched else None
        if gold["kind"] in NAMED:
            self.end_to_end.add(gold["speaker"], name)
            if overlaps:
                self.resolution.add(gold["speaker"], name)
                self.by_via[gold["via"]].add(gold["speaker"], name)
        if matched:
            self.kind.add(speaker.get("kind") == gold["kind"])
            if speaker.get("kind") in NAMED:
                self.precision.add(gold["speaker"], name)

    def result(self):
        return {
            "articles": self.articles,
            "end_to_end": self.end_to_end.result(),
            "resolution": self.resolution.result(),
            "resolution_by_via": {via: s.result() for via, s in self.by_via.items()},
            "kind": self.kind.result(),
            "precision": self.precision.result(),
        }


def score(rows, identities, articles):
    """`rows`: gold rows; `identities`: see speakers.json; `articles`: {id: JSON form}. -> dict"""
    task = SpeakerTask()
    for row in rows:
        if row["id"] in identities:
            task.add(row, identities[row["id"]], articles.get(row["id"]) or {})
    return task.result()


def main(argv=None):
    ap = argparse.ArgumentParser(description="Score the identity of speakers.")
    ap.add_argument("gold", help="polnear.jsonl")
    ap.add_argument("speakers", help="speakers.json")
    ap.add_argument("pred", help="JSON form of newsquote, one article a line")
    ap.add_argument("--json", metavar="OUT", help="write the numbers there instead")
    args = ap.parse_args(argv)
    identities = json.loads(Path(args.speakers).read_text(encoding="utf-8"))
    result = json.dumps(score(read_jsonl(args.gold).values(), identities, read_jsonl(args.pred)), indent=1)
    Path(args.json).write_text(result + "\n", encoding="utf-8") if args.json else print(result)


if __name__ == "__main__":
    main()
