"""The weights by which pronouns and descriptions find whom they mean.

In: the folder of training articles (see ``marked_mentions.py``). Out: ``antecedents.tsv``, a weight
for each feature of ``_names/antecedents/features.py`` and ``links.py``. How: every mention whose
meaning people marked is a group of candidates, with "nobody" as one of them; one softmax a group.
Pronouns are fitted first; descriptions ask by their weights who stands out.

    python training/antecedents.py DATA WEIGHTS.tsv --date YYYY-MM-DD
    python training/antecedents.py DATA --folds

``--folds`` prints how often publishers that were left out come out right, and writes nothing.
"""

import argparse
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
from linear import Index, Rows, allowed_columns, fit_choices
from marked_mentions import read_cases
from weights_file import NOTE, write_plain

L2_OF_PRONOUNS, L2_OF_DESCRIPTIONS = 10.0, 20.0
"""Chosen by ``--folds`` among 1 to 30 and 1 to 1000."""
ITERATIONS = 200
UNIT = 100
"""The weights are written as hundredths of a log-odds."""

PRIOR = {
    "person: noun same": 3.0,
    "person: noun kindred": 1.0,
    "person: noun none": -1.0,
    "person: near": 2.0,
    "person: ahead": 1.0,
    "person: words shared": 1.4,
    "person: words strange": -0.4,
    "person: words clash": -6.0,
    "person: words all strange": -4.0,
    "person: owner same": 1.0,
    "person: stands out": 0.5,
    "person: office other": -5.0,
    "person: called so before": -4.0,
    "person: called so since": -3.0,
    "organisation: noun same": 4.0,
    "organisation: noun kindred": 2.0,
    "organisation: near": 1.0,
    "organisation: words shared": 1.4,
    "organisation: words strange": -2.0,
    "organisation: stands out": 0.5,
    "organisation: place": -2.0,
    "organisation: called so since": -3.0,
    "company: noun same": 1.5,
    "company: noun kindred": 0.7,
    "company: near": 1.0,
    "company: words shared": 1.4,
    "company: words strange": -1.0,
    "company: stands out": 1.0,
    "company: place": -2.0,
    "company: called so before": -2.0,
    "company: called so since": -2.0,
    "company: nobody definite": 0.5,
}
"""What is known of descriptions before any data, in log-odds: a noun, a place, a party or an office
that the text gives somebody tells for or against them. A few hundred marked descriptions cannot
show all of it; the fit moves away from this only as far as they say.
"""


def main():
    """Fit and write, or print what publishers that were left out come to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("weights", type=Path, nargs="?")
    parser.add_argument("--date")
    parser.add_argument("--folds", action="store_true")
    args = parser.parse_args()
    cases = read_cases(args.data)
    if args.folds:
        for key, count in sorted(folds(cases, args.data).items()):
            print(*key, ", ".join(f"{name} {number}" for name, number in count.items()))
    else:
        write(args.weights, fit_all(args.data), cases, args.date)


def fit_all(folder, documents=None):
    """The weights of pronouns and descriptions."""
    cases = read_cases(folder, documents)
    pronouns = [case for case in cases if not case.described and is_telling(case)]
    weights = fitted(pronouns, L2_OF_PRONOUNS, {})
    cases = read_cases(folder, documents, weights)
    described = [case for case in cases if case.described]
    return {**weights, **fitted(described, L2_OF_DESCRIPTIONS, PRIOR)}


def is_telling(case):
    """Whether a pronoun shows whom others like it mean.

    A pronoun that is no source may well mean somebody who was never noted: that tells nothing of
    how often a source means nobody.
    """
    return case.source or not case.gold[-1]


def fitted(cases, l2, prior):
    """The weights by feature.

    prior: weights that are pulled towards, and kept however rare the feature.
    """
    index = Index()
    rows, bounds, gold, documents, publishers = Rows(index), [0], [], {}, []
    for case in cases:
        if case.document not in documents:
            documents[case.document] = len(documents)
            publishers.append(case.publisher)
        right = sum(case.gold)
        for features, is_right in zip(case.features, case.gold, strict=True):
            rows.add((), documents[case.document], features.items())
            gold.append(is_right / right)
        bounds.append(len(gold))
    x, names = rows.matrix(), np.array(list(index.of))
    allowed = allowed_columns(x, rows.owners, publishers) | np.isin(names, list(prior))
    x, names = x[:, np.flatnonzero(allowed)], names[allowed].tolist()
    towards = np.array([prior.get(name, 0.0) for name in names])
    parts = [np.arange(len(gold))]
    weights = fit_choices(x, parts, np.array(bounds), np.array(gold), l2, ITERATIONS, towards)
    found = {**prior, **dict(zip(names, weights.tolist(), strict=True))}
    return {name: round(weight * UNIT) for name, weight in found.items()}


def folds(cases, folder):
    """What publishers that were left out come to, each text read from its start."""
    counts = defaultdict(Counter)
    for fold in sorted({case.fold for case in cases}):
        weights = fit_all(folder, {case.document for case in cases if case.fold != fold})
        left_out = {case.document for case in cases if case.fold == fold}
        for case in read_cases(folder, left_out, weights, teaches=False):
            corpus = fold.split()[0] if fold.startswith(("gum", "wikinews")) else "polnear"
            count = counts[corpus, case.meaning, "source" if case.source else "passing"]
            count["all"] += 1
            count["among the candidates"] += not case.gold[-1]
            count["given"] += case.chosen is not None
            count["right"] += bool(case.chosen)
            count["rightly nobody"] += case.chosen is None and case.gold[-1]
    return counts


def write(path, weights, cases, date):
    """Write the file: a header, a blank line, and a line a feature."""
    documents = len({case.document for case in cases})
    trained = (
        f"{len(cases)} pronouns and descriptions in {documents} articles of Wikinews"
        " (CC BY 2.5), GUM (CC BY) and PolNeAR 1.0.0, in which people marked whom they mean"
    )
    header = {
        "trained on": trained,
        "note": NOTE,
        "date": date,
        "unit": "hundredths of a log-odds",
    }
    write_plain(path, "newsquote weights: whom a mention means", header, weights)
    count = sum(map(bool, weights.values()))
    print(f"{count} weights from {len(cases)} mentions in {documents} articles")


if __name__ == "__main__":
    main()
