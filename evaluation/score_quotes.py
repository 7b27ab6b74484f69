"""Score predicted attributions (quotes) against gold ones.

    python evaluation/score_quotes.py gold.jsonl pred.jsonl [--json out.json] [--speech-only] [--quiet]

In: gold and predicted attributions. Out: the numbers. Why: one place defines what a right quote is. Standard library only;
the list of reporting verbs comes with the data (see corpus.py) and is read when it is first needed.

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

PARTIAL = 0.5
EXACT = 0.95
COVER = 0.5
MIN_WORDS = 3
OPENING, CLOSING, STRAIGHT = "“„‟", "”", '"'
MARKS = frozenset(OPENING + CLOSING + STRAIGHT)
LIGHT = frozenset(["the", "a", "an", "of", "and"])
KINDS = ("direct", "mixed", "indirect")
ROLES = ("source", "cue", "content")
TOKEN = re.compile(r"[^\W_]+")


# ---------------------------------------------------------------- spans


def chars(text, spans):
    """The offsets of the alphanumeric characters in `spans`, a frozenset."""
    return frozenset(i for s, e in spans for i in range(s, e) if text[i].isalnum())


def tokens(text, spans):
    """The (start, end) of the tokens which `spans` touch, light words left out unless there is nothing else."""
    inside = chars(text, spans)
    if not inside:
        return frozenset()
    found = {
        m.span(): m.group().lower() for m in TOKEN.finditer(text, *_token_bounds(text, inside)) if not inside.isdisjoint(range(*m.span()))
    }
    return frozenset(k for k, w in found.items() if w not in LIGHT) or frozenset(found)


def _token_bounds(text, inside):
    """Widen the range of `inside` to whole tokens."""
    lo, hi = min(inside), max(inside) + 1
    while lo and text[lo - 1].isalnum():
        lo -= 1
    while hi < len(text) and text[hi].isalnum():
        hi += 1
    return lo, hi


def iou(a, b):
    both = len(a & b)
    return both / (len(a) + len(b) - both) if both else 0.0


def quoted(text):
    """The (start, end) of every text between double quote marks, the marks left out."""
    out = []
    for line in re.finditer(r"[^\n\r]+", text):
        first = line.start() + len(line.group()) - len(line.group().lstrip())
        opened = None
        for i in range(line.start(), line.end()):
            c = text[i]
            if c not in MARKS:
                continue
            if opened is None:
                # a closing curly mark closes nothing here, unless it was typed for an opening one
                if c not in CLOSING or (i + 1 < line.end() and text[i + 1].isalnum() and (i == first or text[i - 1].isspace())):
                    opened = i
            elif c not in OPENING:
                out.append((opened + 1, i))
                opened = None
        if opened is not None and opened == first:
            out.append((opened + 1, line.end()))
    return out


def fragments(text):
    """The quoted texts of at least MIN_WORDS words."""
    return [(s, e) for s, e in quoted(text) if sum(any(c.isalnum() for c in w) for w in text[s:e].split()) >= MIN_WORDS]


# ---------------------------------------------------------------- attributions


class Attribution:
    """One attribution of either side, with its spans as sets."""

    def __init__(self, text, quote):
        for role in ROLES:
            for s, e in quote.get(role) or ():
                if not 0 <= s < e <= len(text):
                    msg = f"bad {role} span [{s}, {e}] in a text of {len(text)} characters"
                    raise ValueError(msg)
        self.spans = {role: [tuple(x) for x in quote.get(role) or ()] for role in ROLES}
        self.content = chars(text, self.spans["content"])
        self.cue = chars(text, self.spans["cue"])
        self.source = chars(text, self.spans["source"])
        self.source_tokens = tokens(text, self.spans["source"])
        self.order = min(self.content, default=len(text))


def source_correct(gold, pred):
    if not gold.source_tokens or not pred.source_tokens:
        return not gold.source_tokens and not pred.source_tokens
    return not gold.source_tokens.isdisjoint(pred.source_tokens)


def is_speech(text, quote):
    """Whether an attribution is of the `speech` subset (see the module's docstring)."""
    cue = " ".join(text[s:e] for s, e in quote.spans["cue"]).lower()
    if any(w in corpus.reporting_verbs() for w in TOKEN.findall(cue)) or re.search(r"\baccording\s+to\b", cue):
        return True
    return any(not MARKS.isdisjoint(text[max(0, s - 1) : e + 1]) for s, e in quote.spans["content"])


def kind_of(gold, inside):
    share = len(gold.content & inside) / len(gold.content) if gold.content else 0.0
    return "direct" if share >= 0.9 else "mixed" if share else "indirect"


def pair_up(golds, preds, likeness, least):
    """Greedy one-to-one pairs by falling likeness: {gold index: (pred index, likeness)}."""
    cands = []
    for g, a in enumerate(golds):
        for p, b in enumerate(preds):
            x = likeness(a, b)
            if x and x >= least:
                cands.append((-x, a.order, b.order, g, p))
    out, taken = {}, set()
    for x, _, _, g, p in sorted(cands):
        if g not in out and p not in taken:
            out[g] = (p, -x)
            taken.add(p)
    return out


# ---------------------------------------------------------------- counting


class Count:
    """True positives with the two denominators."""

    def __init__(self):
        self.tp_p = self.tp_r = self.pred = self.gold = 0

    def add(self, tp, pred, gold):
        self.tp_p += tp
        self.tp_r += tp
        self.pred += pred
        self.gold += gold

    def result(self):
        none = not self.pred and not self.gold
        p = self.tp_p / self.pred if self.pred else float(none)
        r = self.tp_r / self.gold if self.gold else float(none)
        return {"p": p, "r": r, "f1": 2 * p * r / (p + r) if p + r else 0.0, "tp": self.tp_p, "pred": self.pred, "gold": self.gold}


class SpanTask:
    """The counts of `all` or `speech`."""

    METRICS = ("partial", "exact", "attributed", "attributed_exact", "content_chars", "cue", "source_exact")

    def __init__(self):
        self.counts = {m: Count() for m in self.METRICS}
        self.kinds = {k: {m: Count() for m in ("partial", "exact", "attributed")} for k in KINDS}

    def add(self, golds, preds, subset, inside):
        """`subset`: the indices of the gold attributions to be found."""
        pairs = pair_up(golds, preds, lambda a, b: iou(a.content, b.content), PARTIAL)
        ignored = {p for g, (p, _) in pairs.items() if g not in subset}
        mine = {g: v for g, v in pairs.items() if g in subset}
        ok = {g: source_correct(golds[g], preds[p]) for g, (p, _) in mine.items()}
        hit = {
            "partial": set(mine),
            "exact": {g for g, (_, x) in mine.items() if x >= EXACT},
            "attributed": {g for g in mine if ok[g]},
        }
        hit["attributed_exact"] = hit["exact"] & hit["attributed"]
        for m, gs in hit.items():
            self.counts[m].add(len(gs), len(preds) - len(ignored), len(subset))
        for g in subset:
            for m, c in self.kinds[kind_of(golds[g], inside)].items():
                c.add(g in hit[m], 0, 1)

        gold_chars = frozenset().union(*(golds[g].content for g in subset))
        pred_chars = frozenset().union(*(b.content for p, b in enumerate(preds) if p not in ignored))
        self.counts["content_chars"].add(len(gold_chars & pred_chars), len(pred_chars), len(gold_chars))

        cues = pair_up(golds, preds, lambda a, b: len(a.cue & b.cue), 1)
        found = {p for g, (p, _) in cues.items() if g in subset}
        beside = (ignored | {p for g, (p, _) in cues.items() if g not in subset}) - found
        self.counts["cue"].add(
            len(found), sum(bool(b.cue) and p not in beside for p, b in enumerate(preds)), sum(bool(golds[g].cue) for g in subset)
        )

        both = [(golds[g], preds[p]) for g, (p, _) in mine.items()]
        self.counts["source_exact"].add(
            sum(bool(a.source) and a.source == b.source for a, b in both),
            sum(bool(b.source) for _, b in both),
            sum(bool(a.source) for a, _ in both),
        )

    def result(self):
        out = {m: c.result() for m, c in self.counts.items()}
        out["recall_by_kind"] = {
            k: {"gold": cs["partial"].gold, **{m: c.result()["r"] for m, c in cs.items()}} for k, cs in self.kinds.items()
        }
        return out


class DirectTask:
    """The counts of `direct`."""

    def __init__(self):
        self.counts = {"detection": Count(), "attributed": Count()}

    @staticmethod
    def cover(frag, side):
        """The attribution which covers most of a fragment, if it covers enough."""
        best = max(side, key=lambda a: len(frag & a.content), default=None)
        return best if best is not None and len(frag & best.content) >= COVER * len(frag) else None

    def add(self, text, golds, preds):
        for span in fragments(text):
            frag = chars(text, [span])
            g, p = self.cover(frag, golds), self.cover(frag, preds)
            found = g is not None and p is not None
            self.counts["detection"].add(found, p is not None, g is not None)
            self.counts["attributed"].add(found and source_correct(g, p), p is not None, g is not None)

    def result(self):
        return {m: c.result() for m, c in self.counts.items()}


class LooseSpans:
    """The counts of `spans`."""

    def __init__(self):
        self.counts = {role: Count() for role in ROLES}

    @staticmethod
    def pieces(text, side, role):
        """Every span of a role, as (first, last) alphanumeric character, each once."""
        inside = (chars(text, [span]) for a in side for span in a.spans[role])
        return {(min(c), max(c)) for c in inside if c}

    def add(self, text, golds, preds):
        for role, count in self.counts.items():
            gold, pred = self.pieces(text, golds, role), self.pieces(text, preds, role)
            count.add(len(gold & pred), len(pred), len(gold))

    def result(self):
        return {role: c.result() for role, c in self.counts.items()}


def score(articles, speech_only=False):
    """Score an iterable of (text, gold quotes, predicted quotes), quotes as in the files; a dict of the tasks."""
    every, speech, direct, loose, n = SpanTask(), SpanTask(), DirectTask(), LooseSpans(), 0
    for text, gold, pred in articles:
        n += 1
        golds = [Attribution(text, q) for q in gold]
        preds = [Attribution(text, q) for q in pred]
        if speech_only:
            preds = [p for p in preds if is_speech(text, p)]
        inside = chars(text, quoted(text))
        every.add(golds, preds, set(range(len(golds))), inside)
        speech.add(golds, preds, {i for i, a in enumerate(golds) if is_speech(text, a)}, inside)
        direct.add(text, golds, preds)
        loose.add(text, golds, preds)
    return {"articles": n, "all": every.result(), "speech": speech.result(), "direct": direct.result(), "spans": loose.result()}


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
        print(f"warning: {len(missing)} article(s) without a prediction, first {missing[0]!r}", file=sys.stderr)
    return score(((d["text"], d["quotes"], pred.get(k, {}).get("quotes") or []) for k, d in gold.items()), speech_only)


def table(result):
    """The result as text."""
    rows = [f"{'':26}{'P':>7}{'R':>7}{'F1':>7}{'tp':>8}{'pred':>8}{'gold':>8}"]
    for task in ("all", "speech", "direct", "spans"):
        for m, c in result[task].items():
            if m != "recall_by_kind":
                rows.append(f"{task + ' ' + m:26}{c['p']:7.3f}{c['r']:7.3f}{c['f1']:7.3f}{c['tp']:8}{c['pred']:8}{c['gold']:8}")
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
    ap.add_argument("--speech-only", action="store_true", help="drop predictions which are not of the speech kind")
    ap.add_argument("--quiet", action="store_true", help="print no table")
    args = ap.parse_args(argv)
    result = score_files(args.gold, args.pred, args.speech_only)
    if args.json:
        Path(args.json).write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    if not args.quiet:
        print(table(result))


if __name__ == "__main__":
    main()
