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
from newsquote._names.antecedents.features import FEATURES, features_of_nobody
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
    chosen: bool | None = None
    """Whether the candidate that was chosen is right; None where none was."""


class Recorder(Ranker):
    """A ranker that keeps what it is asked, and answers what people marked where they did."""

    asked: dict
    """By token: the situation and its features; set before each document."""
    answers: dict
    """By token: a function from a cluster to whether it is right."""
    tried = None
    """Weights to choose by; None where what people marked is answered."""

    def __init__(self, discourse):
        super().__init__(discourse)
        if type(self).tried is not None:
            self._weights = type(self).tried

    def choose(self, meaning, i, told=None):
        situation, features = self.situation(meaning, i, told)
        is_gold = type(self).answers.get(i)
        if is_gold is not None:
            gold = [bool(is_gold(one.cluster)) for one in situation.candidates]
            choice = super().choose(meaning, i, told) if type(self).tried is not None else None
            type(self).asked[i] = situation, features, gold, choice
            if type(self).tried is not None:
                return choice
            if any(gold):
                return self._choice(situation, [float(right) for right in gold])
        return super().choose(meaning, i, told)


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
    for i, (situation, features, gold, choice) in Recorder.asked.items():
        yield Case(
            document, publisher, fold, situation.meaning, doc.starts[i],
            [*features, features_of_nobody(situation)],
            [*gold, not any(gold)], i in sources,
            None if choice is None else next(right for right, one in zip(gold, situation.candidates) if one.cluster is choice.cluster),
        )


class Fitted:
    """A fit: weights by feature."""

    def __init__(self, cases, l2=L2):
        index = Index()
        rows, bounds, gold, documents = Rows(index), [0], [], {}
        publishers = []
        for case in cases:
            if case.document not in documents:
                documents[case.document] = len(documents)
                publishers.append(case.publisher)
            right = sum(case.gold)
            for names, is_right in zip(case.features, case.gold, strict=True):
                rows.add(names, documents[case.document])
                gold.append(is_right / right)
            bounds.append(len(gold))
        x = rows.matrix()
        allowed = allowed_columns(x, rows.owners, publishers)
        x = x[:, np.flatnonzero(allowed)]
        names = np.array(list(index.of))[allowed]
        parts = [np.arange(len(gold))]
        weights = fit_choices(x, parts, np.array(bounds), np.array(gold), l2, ITERATIONS)
        self.weights = dict(zip(names.tolist(), np.rint(weights * UNIT).astype(int).tolist(), strict=True))

    def best(self, case):
        scores = [sum(self.weights.get(name, 0) for name in names) for names in case.features]
        n = max(range(len(scores)), key=scores.__getitem__)
        top = np.exp((np.array(scores) - scores[n]) / UNIT)
        return n, 1 / top.sum()


def folds(cases, folder, l2):
    """What publishers that were left out come to, each text read from its start with the weights."""
    counts = defaultdict(Counter)
    for fold in sorted({case.fold for case in cases}):
        Recorder.tried = Fitted([case for case in cases if case.fold != fold], l2).weights
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
    args = parser.parse_args()
    found = read_cases(args.data)
    if args.folds:
        for key, count in sorted(folds(found, args.data, args.l2).items()):
            print(*key, dict(count))
        return
    fitted = Fitted(found, args.l2)
    write(args.weights, fitted.weights, found, args.date)


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
