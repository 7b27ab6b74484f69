"""The weights by which pronouns and descriptions find whom they mean.

In: the folder of training articles: ``polnear.jsonl`` with ``speakers.json``, ``wikinews.jsonl`` and
``gum.jsonl``. Out: ``antecedents.txt``, a weight for each feature of
``newsquote/_names/antecedents/features.py``. How: each pronoun whose meaning people marked is a
group of candidates, with "nobody" as one of them; one softmax a group.

    python training/antecedents.py DATA src/newsquote/lang/en/weights/antecedents.txt --date YYYY-MM-DD
    python training/antecedents.py DATA --folds

``--folds`` prints how often publishers that were left out come out right, and writes nothing.
"""

import argparse
import json
import zlib
from collections import Counter, defaultdict
from pathlib import Path

import attrs
import numpy as np
from linear import Index, Rows, allowed_columns, choice_scores, fit_choices

from newsquote._names import resolve, spotting
from newsquote._names.antecedents.features import FEATURES
from newsquote._names.antecedents.ranker import Ranker
from newsquote._page import passes
from newsquote._quotes import engine
from newsquote._pipeline import _said as said_by
from newsquote._scoring.names import near_name, same_name
from newsquote._text import doc as docs
from newsquote._text import lines
from newsquote._text.notes import Notes
from newsquote.lang import get_pack

L2, ITERATIONS = 2.0, 200
UNIT = 100
"""The weights are written as hundredths."""
WIKINEWS_FOLDS = 6
NAMED = frozenset(("person", "organization"))


@attrs.define(eq=False)
class Case:
    """A mention that points back: its candidates' features, and which of them are right."""

    document: str
    publisher: str
    fold: str
    meaning: str
    at: int
    features: list
    gold: list
    source: bool
    """Whether it is the source of a quote."""
    described: bool
    """Whether it is a description, and no pronoun."""
    chosen: bool | None = None
    """Whether the candidate that was chosen is right; None where none was."""


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


class Recorder(Ranker):
    """A ranker that keeps what it is asked, and answers what people marked where they did."""

    asked: dict
    """By token: the situation and its features; set before each document."""
    answers: dict
    """By token: a function from a cluster to whether it is right."""
    teaches = False
    tried = None
    """Weights to choose by; None where what people marked is answered."""

    def __init__(self, discourse):
        super().__init__(discourse)
        if type(self).tried is not None:
            self._weights = type(self).tried

    def choose(self, meaning, i, links=None):
        kind = type(self)
        is_gold = kind.answers.get(i)
        if is_gold is None:
            return super().choose(meaning, i, links)
        situation, features = self.situation(meaning, i, links)
        gold = [bool(is_gold(one.cluster)) for one in situation.candidates]
        if kind.tried is not None and not kind.teaches:
            choice = super().choose(meaning, i, links)
        elif any(gold):
            choice = self._choice(situation, [float(right) for right in gold])
        else:
            choice = None
        kind.asked[i] = situation, features, gold, choice, links is not None
        return choice


def read_document(text):
    """The document, names and headline of a text, as a parse reads them."""
    pack = get_pack("en")
    layout = passes.read_page(text, lines.split_lines(text), pack, Notes(), None)
    ranges, headline = layout.reading_order(text)
    doc = docs.read_doc(text, ranges, pack)
    return doc, spotting.find_names(doc), headline


def marked_articles(folder):
    """The articles with marked speakers: an id, a publisher, a text, quotes, and each one's speaker."""
    speakers = json.loads((folder / "speakers.json").read_text(encoding="utf-8"))
    for row in rows_of(folder / "polnear.jsonl"):
        marks = speakers.get(row["id"])
        if marks is not None:
            yield row["id"], row["publisher"], row["text"], [
                (quote, marks.get(quote["id"])) for quote in row["quotes"]
            ]
    for row in rows_of(folder / "wikinews.jsonl"):
        yield row["id"], "wikinews", row["text"], [(quote, quote) for quote in row["quotes"]]


def rows_of(path):
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def cases_of_speakers(folder, documents):
    """The pronouns that are sources, with whom they mean."""
    for name, publisher, text, quotes in marked_articles(folder):
        if documents is not None and name not in documents:
            continue
        doc, names, _ = read_document(text)
        said, answers = [], {}
        for quote, mark in quotes:
            source = whole(quote["source"])
            said += [(tuple(piece), source) for piece in quote["content"]]
            if source is None or not mark or not mark.get("speaker"):
                continue
            i, j = doc.tokens_in(*source)
            if j - i == 1 and mark["via"] == "pronoun" or mark["via"] == "nominal":
                answers[i] = is_speaker(text, mark)
        said.sort(key=lambda one: one[0])
        mentions = sorted({source for _, source in said if source})
        fold = publisher if publisher != "wikinews" else f"wikinews {zlib.crc32(name.encode()) % WIKINEWS_FOLDS}"
        yield from cases(doc, names, mentions, said, answers, name, publisher, fold)


def whole(spans):
    return (spans[0][0], spans[-1][1]) if spans else None


def is_speaker(text, mark):
    """A test of clusters: whether one is the marked speaker."""
    speaker, named = mark["speaker"], mark["kind"] in NAMED

    def test(cluster):
        name = cluster.display_name(text)
        if named:
            printed = [" ".join(form) for form in cluster.forms]
            return any(same_name(speaker, one) or near_name(speaker, one) for one in [name, *printed])
        words = set(name.lower().split()) - {"the", "a", "an", "of"}
        return bool(words & set(speaker.lower().split()))

    return test


def cases_of_chains(folder, documents):
    """The pronouns of articles whose every mention is marked with its entity."""
    for row in rows_of(folder / "gum.jsonl"):
        text = row["text"]
        if documents is not None and row["id"] not in documents:
            continue
        doc, names, headline = read_document(text)
        wanted = engine.Wanted(trained=True, thoughts=True, nested=False, words=True)
        reading = engine.read_quotes(doc, names, Notes(), headline, wanted=wanted)
        sources = set(map(tuple, engine.sources_of(reading)))
        entities = row["mentions"]
        answers, more = {}, set()
        for mention in entities:
            i, j = doc.tokens_in(*mention["span"])
            if j - i == 1 and mention["type"] in NAMED:
                if doc.lowers[i] in {"he", "she", "it", "they", "him", "his", "her"}:
                    answers[i] = is_entity(entities, mention)
            elif i < j <= i + 4 and mention["type"] in NAMED and doc.lowers[i] == "the":
                answers[i] = is_entity(entities, mention)
        publisher = "gum " + row["id"].split("_")[1]
        yield from cases(
            doc, names, sorted(sources | more), said_by(reading), answers,
            row["id"], publisher, f"gum {zlib.crc32(row['id'].encode()) % 5}",
        )


def is_entity(entities, mention):
    """A test of clusters: whether most of the other mentions are of the same entity."""

    def test(cluster):
        found = Counter()
        for where in cluster.mentions:
            if tuple(where) != tuple(mention["span"]):
                entity = entity_at(entities, where)
                if entity is not None:
                    found[entity] += 1
        return bool(found) and found.most_common(1)[0][0] == mention["entity"]

    return test


def entity_at(entities, where):
    """The entity of the mention that a range is most alike."""
    best, least = None, 0.5
    for mention in entities:
        start, end = mention["span"]
        shared = min(end, where[1]) - max(start, where[0])
        if shared > 0 and shared / max(end - start, where[1] - where[0]) > least:
            best, least = mention["entity"], shared / max(end - start, where[1] - where[0])
    return best


def cases(doc, names, mentions, said, answers, document, publisher, fold):
    Recorder.asked, Recorder.answers = {}, answers
    resolve.Ranker = Recorder
    resolve.resolve_mentions(doc, names, mentions, Notes(), {}, said)
    sources = {doc.tokens_in(*where)[0] for where in mentions}
    for i, (situation, features, gold, choice, described) in Recorder.asked.items():
        yield Case(
            document, publisher, fold, situation.meaning, doc.starts[i],
            features,
            [*gold, not any(gold)], i in sources, described,
            None if choice is None else next(right for right, one in zip(gold, situation.candidates) if one.cluster is choice.cluster),
        )


def fitted(cases, l2, prior=None):
    """The weights by feature.

    prior: weights that are pulled towards, and kept however rare the feature.
    """
    prior = prior or {}
    index = Index()
    rows, bounds, gold, documents = Rows(index), [0], [], {}
    publishers = []
    for case in cases:
        if case.document not in documents:
            documents[case.document] = len(documents)
            publishers.append(case.publisher)
        right = sum(case.gold)
        for features, is_right in zip(case.features, case.gold, strict=True):
            rows.add((), documents[case.document], features.items())
            gold.append(is_right / right)
        bounds.append(len(gold))
    x = rows.matrix()
    names = np.array(list(index.of))
    allowed = allowed_columns(x, rows.owners, publishers) | np.isin(names, list(prior))
    x, names = x[:, np.flatnonzero(allowed)], names[allowed].tolist()
    towards = np.array([prior.get(name, 0.0) for name in names])
    parts = [np.arange(len(gold))]
    weights = fit_choices(
        x, parts, np.array(bounds), np.array(gold), l2, ITERATIONS, towards
    )
    found = {**prior, **dict(zip(names, weights.tolist(), strict=True))}
    return {name: round(weight * UNIT) for name, weight in found.items()}


def fit(folder, documents, l2, l2d=2.0):
    """Pronouns first; then descriptions, which ask by their weights who stands out."""
    Recorder.tried = None
    weights = fitted([case for case in read_cases(folder, documents) if not case.described], l2)
    Recorder.tried = weights
    Recorder.teaches = True
    described = [case for case in read_cases(folder, documents) if case.described]
    Recorder.teaches = False
    return {**weights, **fitted(described, l2d, PRIOR)}


def folds(cases, folder, l2, l2d):
    """What publishers that were left out come to, each text read from its start with the weights."""
    counts = defaultdict(Counter)
    for fold in sorted({case.fold for case in cases}):
        others = {case.document for case in cases if case.fold != fold}
        Recorder.tried = fit(folder, others, l2, l2d)
        documents = {case.document for case in cases if case.fold == fold}
        for case in read_cases(folder, documents):
            corpus = "gum" if fold.startswith("gum") else "wikinews" if fold.startswith("wiki") else "polnear"
            count = counts[corpus, case.meaning, case.source]
            count["all"] += 1
            count["covered"] += not case.gold[-1]
            count["given"] += case.chosen is not None
            count["right"] += bool(case.chosen)
            count["right nobody"] += case.chosen is None and case.gold[-1]
    return counts


def read_cases(folder, documents=None):
    """All cases, or those of some documents."""
    return [*cases_of_speakers(folder, documents), *cases_of_chains(folder, documents)]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("weights", type=Path, nargs="?")
    parser.add_argument("--date")
    parser.add_argument("--folds", action="store_true")
    parser.add_argument("--l2", type=float, default=L2)
    parser.add_argument("--l2d", type=float, default=2.0)
    args = parser.parse_args()
    found = read_cases(args.data)
    if args.folds:
        for key, count in sorted(folds(found, args.data, args.l2, args.l2d).items()):
            print(*key, dict(count))
        return
    weights = fit(args.data, {case.document for case in found}, args.l2, args.l2d)
    write(args.weights, weights, found, args.date)


def write(path, weights, cases, date):
    """The file: a header, a blank line, and a line a feature."""
    documents = len({case.document for case in cases})
    head = [
        "newsquote weights of antecedents",
        f"trained on: {len(cases)} pronouns and descriptions in {documents} articles:"
        " Wikinews (CC BY 2.5), GUM (CC BY) and PolNeAR 1.0.0, each with marked meanings",
        "note: no rights are claimed in these numbers, and no warranty is given; see SOURCES.md",
        f"date: {date}",
        "unit: hundredths of a log-odds",
    ]
    rows = [f"{name}\t{weight}" for name, weight in sorted(weights.items()) if weight]
    path.write_text("\n".join([*head, "", *rows, ""]), encoding="utf-8")
    print(len(rows), "weights of", len(FEATURES), "kinds of features")


if __name__ == "__main__":
    main()
