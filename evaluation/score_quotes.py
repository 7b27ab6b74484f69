"""Score predicted attributions (quotes) against gold ones.

    python evaluation/score_quotes.py gold.jsonl pred.jsonl [--json out.json] [--speech-only] [--quiet]

In: gold and predicted attributions. Out: the numbers. Why: what is measured on the corpus is
counted as ``newsquote evaluate`` counts it (``newsquote._scoring``, which defines what a right
quote is). The list of reporting verbs comes with the data (see corpus.py) and is read when it is
first needed.

Input
-----
Both files are JSON lines, one article a line. A gold line has ``id``, ``text``
and ``quotes``; a prediction line has ``id`` and ``quotes``. A quote is
``{"source": [[s, e], ...], "cue": [[s, e], ...], "content": [[s, e], ...]}``
where spans are character offsets into the gold ``text``, end exclusive; any of
the three may be empty. A gold article without a prediction line counts as
predicted empty (with a warning); a prediction for an unknown article, a
repeated id or a span outside the text is an error.

Conventions
-----------
* Only alphanumeric characters count inside a span, so whether a span takes in
  its quote marks, spaces or final punctuation makes no difference.
* Matching is one to one inside an article, greedy by falling IoU (intersection
  over union) of the content's alphanumeric characters, ties by text order. A
  pair is *matched* ("partial") at IoU >= 0.5 and *exact* at IoU >= 0.95.
* A source is *correct* if the predicted and the gold source share a token (a
  run of alphanumeric characters, identified by its offsets) other than
  the/a/an/of/and, or if both are empty. Were a source made of such words only,
  they all count. A gold attribution without a source is therefore satisfied
  only by a prediction without one.

Tasks
-----
``all``: every gold attribution, beliefs and intentions included.

``speech``: the gold attributions whose cue has a token listed in
reporting_verbs.txt or contains "according to", or whose content has a double
quote mark in it or right beside one of its spans. Predictions matched (partial)
to a gold attribution outside this subset are ignored, every other prediction
counts for precision. A system made for ``all`` pays here for its beliefs which
the gold lacks; ``--speech-only`` first drops the predictions which fail this
very test by their own cue and content (use it for ``speech`` only: it lowers
the recall of ``all``).

Both report, as precision / recall / F1:

  partial           matched
  exact             matched with IoU >= 0.95
  attributed        matched and source correct
  attributed_exact  exact and source correct
  content_chars     alphanumeric characters of content, micro-averaged over
                    articles (characters in several contents count once)
  cue               cues, one to one, sharing at least one alphanumeric
                    character, whatever their contents (in ``speech``, predictions
                    whose cue is matched to a cue outside the subset, or whose
                    content is, are ignored)
  source_exact      among matched pairs: the same alphanumeric characters;
                    precision over pairs with a predicted source, recall over
                    pairs with a gold one

and, for gold attributions by ``kind``, the recall of partial, exact and
attributed. The kind is ``direct`` if >= 90 % of the content's alphanumeric
characters are inside double quote marks, ``indirect`` if none is, else
``mixed``.

``direct``: the unit is the quoted fragment, that is a text between double quote
marks with at least 3 words. Marks are paired inside a paragraph (a line); a
paragraph-initial mark which is never closed opens a fragment that runs to the
end of the paragraph (how newspapers print quotes of several paragraphs); any
other unclosed mark opens nothing. A fragment is gold if >= 50 % of it is
covered by the content of one gold attribution, and predicted if >= 50 % is
covered by the content of one prediction; it has the source of the attribution
which covers most of it. ``detection`` scores the fragments, ``attributed``
wants the source correct too. Fragments in scare quotes, titles and the like
are the negatives.

``spans``: every single span of a role on its own, whatever belongs together, right
if its first and last alphanumeric characters are (how sequence labellers are
scored on this corpus in print).

Numbers are fractions; a ratio over nothing is 1.0 if there was nothing to find
and nothing was predicted, else 0.0.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path

import corpus

from newsquote._scoring.attributions import Attribution, DirectTask, LooseSpans, SpanTask
from newsquote._scoring.spans import MARKS, TOKEN, chars, quoted

# ---------------------------------------------------------------- what is of the corpus


def is_speech(text, quote):
    """Whether an attribution is of the `speech` subset (see the module's docstring)."""
    cue = " ".join(text[s:e] for s, e in quote.spans["cue"]).lower()
    if any(w in corpus.reporting_verbs() for w in TOKEN.findall(cue)) or re.search(
        r"\baccording\s+to\b", cue
    ):
        return True
    return any(not MARKS.isdisjoint(text[max(0, s - 1) : e + 1]) for s, e in quote.spans["content"])


# ---------------------------------------------------------------- scoring


def score(articles, speech_only=False):
    """Score an iterable of (text, gold quotes, predicted quotes), quotes as in the files.

    A dict of the tasks.
    """
    every, speech, direct, loose, n = SpanTask(), SpanTask(), DirectTask(), LooseSpans(), 0
    for text, gold, pred in articles:
        n += 1
        golds = [Attribution(text, q) for q in gold]
        preds = [Attribution(text, q) for q in pred]
        if speech_only:
            preds = [p for p in preds if is_speech(text, p)]
        inside = chars(text, quoted(text))
        every.score(golds, preds, set(range(len(golds))), inside)
        speech.score(golds, preds, {i for i, a in enumerate(golds) if is_speech(text, a)}, inside)
        direct.score(text, golds, preds)
        loose.score(text, golds, preds)
    return {
        "articles": n,
        "all": every.scores(),
        "speech": speech.scores(),
        "direct": direct.scores(),
        "spans": loose.scores(),
    }


# ---------------------------------------------------------------- files


def read_jsonl(path):
    """{id: object} of a JSON lines file."""
    out = {}
    with Path(path).open(encoding="utf-8", newline="\n") as f:
        for n, line in enumerate(f, 1):
            if line.strip():
                d = json.loads(line)
                if d["id"] in out:
                    msg = f"{path}:{n}: id {d['id']!r} again"
                    raise ValueError(msg)
                out[d["id"]] = d
    return out


def score_files(gold_path, pred_path, speech_only=False):
    gold, pred = read_jsonl(gold_path), read_jsonl(pred_path)
    unknown = [k for k in pred if k not in gold]
    if unknown:
        msg = f"{pred_path}: {len(unknown)} article(s) not in {gold_path}, first {unknown[0]!r}"
        raise ValueError(msg)
    missing = [k for k in gold if k not in pred]
    if missing:
        print(
            f"warning: {len(missing)} article(s) without a prediction, first {missing[0]!r}",
            file=sys.stderr,
        )
    return score(
        ((d["text"], d["quotes"], pred.get(k, {}).get("quotes") or []) for k, d in gold.items()),
        speech_only,
    )


def table(result):
    """The result as text."""
    rows = [f"{'':26}{'P':>7}{'R':>7}{'F1':>7}{'tp':>8}{'pred':>8}{'gold':>8}"]
    for task in ("all", "speech", "direct", "spans"):
        for m, c in result[task].items():
            if m != "recall_by_kind":
                rows.append(
                    f"{task + ' ' + m:26}{c['p']:7.3f}{c['r']:7.3f}{c['f1']:7.3f}{c['tp']:8}{c['pred']:8}{c['gold']:8}"
                )
        for k, c in result[task].get("recall_by_kind", {}).items():
            rows.append(
                f"{task + ' ' + k:26}recall: partial {c['partial']:.3f}, exact {c['exact']:.3f}, "
                f"attributed {c['attributed']:.3f} of {c['gold']}"
            )
    return "\n".join(rows)


def main(argv=None):
    ap = argparse.ArgumentParser(description="Score predicted attributions against gold ones.")
    ap.add_argument("gold")
    ap.add_argument("pred")
    ap.add_argument("--json", metavar="OUT", help="write the numbers there too")
    ap.add_argument(
        "--speech-only",
        action="store_true",
        help="drop predictions which are not of the speech kind",
    )
    ap.add_argument("--quiet", action="store_true", help="print no table")
    args = ap.parse_args(argv)
    result = score_files(args.gold, args.pred, args.speech_only)
    if args.json:
        Path(args.json).write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    if not args.quiet:
        print(table(result))


if __name__ == "__main__":
    main()
