"""Score who the speakers of quotes are said to be.

    python evaluation/score_speakers.py polnear.jsonl speakers.json predictions.jsonl [--json OUT]

In: gold attributions with identities, and articles. Out: the numbers. Why: a quote is worth what
its speaker is.

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

Each name measure comes ``strict`` and ``lenient``. No speaker, or one without a name, is never
right.

Names are compared as ``newsquote._scoring.names`` says.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from score_quotes import read_jsonl

from newsquote._scoring.attributions import Attribution, matched, source_correct
from newsquote._scoring.form import as_attribution, speaker_of
from newsquote._scoring.names import NAMED
from newsquote._scoring.speakers import NameShare, SpeakerTask

VIAS = ("name", "pronoun", "nominal")


# ---------------------------------------------------------------- scoring


class CorpusTask(SpeakerTask):
    """The counts over articles, with the resolution by how the source names the speaker."""

    def __init__(self):
        super().__init__()
        self.articles = 0
        self.by_via = {via: NameShare() for via in VIAS}

    def score(self, row, identities, article):
        """One article: its gold row, its identities, its JSON form."""
        self.articles += 1
        text, quotes = row["text"], article.get("quotes") or []
        golds = [Attribution(text, q) for q in row["quotes"]]
        preds = [Attribution(text, as_attribution(q, text)) for q in quotes]
        pairs = matched(golds, preds)
        for g, q in enumerate(row["quotes"]):
            if q["id"] not in identities:
                continue
            gold, hit = identities[q["id"]], pairs.get(g)
            speaker = speaker_of(quotes[hit[0]], article) if hit else {}
            overlaps = bool(hit) and source_correct(golds[g], preds[hit[0]])
            self.judge(gold, speaker, found=bool(hit), overlaps=overlaps)
            if overlaps and gold["kind"] in NAMED:
                self.by_via[gold["via"]].add(gold["speaker"], speaker.get("name"))

    def scores(self):
        found = super().scores()
        by_via = {via: s.result() for via, s in self.by_via.items()}
        order = {
            "articles": self.articles,
            "end_to_end": None,
            "resolution": None,
            "resolution_by_via": by_via,
        }
        return {**order, **found}


def score(rows, identities, articles):
    """`rows`: gold rows; `identities`: see speakers.json; `articles`: {id: JSON form}. -> dict"""
    task = CorpusTask()
    for row in rows:
        if row["id"] in identities:
            task.score(row, identities[row["id"]], articles.get(row["id"]) or {})
    return task.scores()


def main(argv=None):
    ap = argparse.ArgumentParser(description="Score the identity of speakers.")
    ap.add_argument("gold", help="polnear.jsonl")
    ap.add_argument("speakers", help="speakers.json")
    ap.add_argument("pred", help="JSON form of newsquote, one article a line")
    ap.add_argument("--json", metavar="OUT", help="write the numbers there instead")
    args = ap.parse_args(argv)
    identities = json.loads(Path(args.speakers).read_text(encoding="utf-8"))
    result = json.dumps(
        score(read_jsonl(args.gold).values(), identities, read_jsonl(args.pred)), indent=1
    )
    Path(args.json).write_text(result + "\n", encoding="utf-8") if args.json else print(result)


if __name__ == "__main__":
    main()
