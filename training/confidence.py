"""How sure a quote is: the table that turns chances into shares of quotes that are right.

    PYTHONPATH=src python training/confidence.py MODEL.bin OUT.tsv TRAIN.jsonl [TRAIN.jsonl]
        --without GROUP ... [--date YYYY-MM-DD]

In: weights that were fitted without some groups of articles (``train.py --without``), the articles.
Out: the table: for a few chances of the model the share of quotes with that chance that are right
(content by half, and source), never falling, straight between them (least squares); and for each
rule, where the rules read alone, the share of its quotes that are. Why: a model's chance is that of
one reading, after all that it was fitted on; how often it is right shows on what it has not seen.
"""

import argparse
import itertools
from collections import Counter, defaultdict
from pathlib import Path

import folds
import numpy as np
from scipy.optimize import nnls
from weights_file import NOTE, write_plain

from newsquote import ParseOptions, _pipeline
from newsquote._quotes.confidence import CHANCES, OTHER_RULE, SHARES_ARE, rule_name
from newsquote._quotes.model import weights
from newsquote._scoring.attributions import Attribution, matched, source_correct
from newsquote.kinds import Mode
from newsquote.lang import get_pack

LEAST_OF_RULE = 10
"""Quotes of a rule that has a share of its own."""
PRIOR = 5
"""As many quotes of the usual share are added to those of each rule."""


def judged(row, options):
    """(attribution, whether it is right) of every quote that an article is read as having."""
    text = row["text"]
    found = [record.attribution for record in read(text, options)]
    golds = [Attribution(text, quote) for quote in row["quotes"]]
    preds = [Attribution(text, as_marked(one)) for one in found]
    pairs = {p: g for g, (p, _) in matched(golds, preds).items()}
    for n, one in enumerate(found):
        gold = pairs.get(n)
        if gold is None or not row["quotes"][gold].get("optional"):
            yield one, gold is not None and source_correct(golds[gold], preds[n])


def read(text, options):
    """The records of a text's quotes."""
    return _pipeline.read_article(text, options).reading.quotes


def as_marked(one):
    """An attribution as people mark it."""
    cue, source = one.cue_range, one.source
    return {
        "content": [list(piece) for piece in one.pieces],
        "cue": [list(cue)] if cue else [],
        "source": [list(source)] if source else [],
    }


def shares_of_chances(pairs):
    """The share of right ones at each of the chances: never falling, straight between them."""
    chances = np.array([chance for chance, _ in pairs])
    right = np.array([float(hit) for _, hit in pairs])
    steps = [np.ones_like(chances)]
    for low, high in itertools.pairwise(CHANCES):
        steps.append(np.clip((chances - low) / (high - low), 0, 1))
    return np.cumsum(nnls(np.stack(steps, axis=1), right)[0])


def shares_of_rules(pairs):
    """The share of right ones of each rule; of those with few quotes together."""
    times = Counter(rule for rule, _ in pairs)
    by_rule = defaultdict(list)
    for rule, hit in pairs:
        by_rule[rule if times[rule] >= LEAST_OF_RULE else OTHER_RULE].append(hit)
    usual = np.mean([hit for _, hit in pairs])
    by_rule.setdefault(OTHER_RULE, [])
    return {
        rule: (sum(hits) + PRIOR * usual) / (len(hits) + PRIOR)
        for rule, hits in sorted(by_rule.items())
    }


def pairs_of(rows):
    """What the table is fitted on: (chance, right) of the model's, (rule, right) of the rules'."""
    by_chance, by_rule = [], []
    for row in rows:
        for thoughts in (False, True):
            options = ParseOptions(include_thoughts=thoughts)
            by_chance += [
                (one.chance, hit)
                for one, hit in judged(row, options)
                if one.chance is not None and (not thoughts or one.mode == Mode.THOUGHT)
            ]
        by_rule += [(rule_name(one), hit) for one, hit in judged(row, ParseOptions(model=None))]
    return by_chance, by_rule


def main():
    """Fit the table and write it."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("train", type=Path, nargs="+")
    parser.add_argument("--without", nargs="+", required=True)
    parser.add_argument("--date", default="not given")
    options = parser.parse_args()
    model = weights.load_model(options.model.read_bytes(), get_pack("en"))
    weights.model_of = lambda *_: model
    groups = folds.rows_by_group(options.train)
    rows = [row for group in options.without for row in groups[group]]
    by_chance, by_rule = pairs_of(rows)
    shares = {
        **dict(zip([f"chance {n}" for n in CHANCES], shares_of_chances(by_chance), strict=True)),
        **{f"rule {rule}": share for rule, share in shares_of_rules(by_rule).items()},
    }
    header = {
        "fitted on": f"{len(by_chance)} quotes in {len(rows)} articles not seen by the weights",
        "note": NOTE,
        "date": options.date,
        "unit": "thousandths",
    }
    table = {name: round(SHARES_ARE * share) for name, share in shares.items()}
    write_plain(options.out, "newsquote weights: how often quotes are right", header, table)
    print(table)


if __name__ == "__main__":
    main()
