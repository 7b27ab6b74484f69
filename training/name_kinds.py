r"""Annotated texts -> the weights of the kinds of names, and what they reach on texts not seen.

    PYTHONPATH=src python training/name_kinds.py GUM.jsonl WIKINEWS.jsonl POLNEAR.jsonl \
        SPEAKERS.json src/newsquote/lang/en/weights/kinds.bin --date YYYY-MM-DD

In: mentions with types (GUM: ``mentions`` of ``span`` and ``type``), articles whose quotes say who
speaks (``speaker`` and ``kind``; for PolNeAR in a file of their own). Out: the weights file, and a
table: cross-validation over publishers, documents of GUM and articles of Wikinews. Why: what tells
a firm from a surname is learned; the package's own code finds the names and spells their keys, so
that what is fitted and what is read cannot drift apart.
"""

import argparse
import hashlib
import json
import random
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from weights_file import NOTE, write_packed

from newsquote._names import kinds, spotting
from newsquote._names.folded import folded as folded_form
from newsquote._names.identities import forms, title_lines
from newsquote._names.identities.name_forms import NameForms
from newsquote._names.kind_evidence import KindEvidence
from newsquote._names.kind_weights import FEATURES
from newsquote._names.name_shapes import BIAS, NO_COMMON_WORD, keys_of_form
from newsquote._text.doc import read_doc
from newsquote.lang import get_pack
from newsquote.lang.weights import packed

PACK = get_pack("en")
KINDS = ("person", "organization", "place", "other")
PERSON, ORGANIZATION, PLACE, OTHER = range(len(KINDS))
GUM, WIKINEWS, POLNEAR, FULL_NAME = "GUM", "Wikinews", "PolNeAR", "full name"
SHARES = {GUM: 1.0, WIKINEWS: 1.5, POLNEAR: 1.5, FULL_NAME: 0.2, "person": 0.02, "place": 0.1}
"""How much a name counts: what is read is news."""
C = 1.0
OTHER_MARGIN, RARE_MARGIN = 1.5, 1.5
"""By how much, in logits, something else must beat the other kinds, and how much more it must
where no word of the name is a common one.

The texts of GUM have more capitals that name nobody than news has, and a body that is taken for
nobody cannot be meant.
"""
FULL_NAMES = 500
LEAST_GROUPS = 4
"""The texts or publishers that a key must stand in."""
LEAST_LISTED = 40
"""The names of the lists that an ending must stand in, otherwise."""
FOLDS = 6
SCALE = 100
"""Weights are kept in hundredths."""
MOST_MODIFIED = 0.6
"""A mention inside a name has the name's kind if it is at least as long, as a share."""
_GOES_ON = re.compile(r"(?:of|in|from|at|who|which|for|and|the|whose|that|where|with|on)\b")


class Example(NamedTuple):
    """One form of a name in one text."""

    source: str
    group: str
    """What is held out together: a text of GUM, an article of Wikinews, a publisher."""
    form: tuple[str, ...]
    kind: int
    keys: list[str]
    settled: int | None
    """The kind that lists settle without weights."""


# ---------------------------------------------------------------- what is learned from


def doc_of(text):
    """A text with a paragraph a line."""
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append((at, at + len(line)))
        at += len(line) + 1
    return read_doc(text, found, PACK)


def names_of(text):
    """A document, the places of its names by folded form, and each form as it is printed first."""
    doc = doc_of(text)
    of_doc, titled = NameForms(doc), title_lines.titled_paragraphs(doc)
    places, printed = {}, {}
    for name in spotting.find_names(doc).all:
        form = of_doc.form(name)
        if form and doc.sentence_paragraphs[doc.token_sentences[name.i]] not in titled:
            folded = folded_form(form)
            places.setdefault(folded, []).append(name)
            printed.setdefault(folded, form)
    return doc, places, printed


def examples(text, source, group, kind_of):
    """The names of a text whose kind is known."""
    doc, places, printed = names_of(text)
    evidence, judge = KindEvidence(doc, places), kinds.NameJudge(doc, places)
    for form, found in places.items():
        kind = kind_of(doc, form, found)
        if kind is not None:
            settled = judge.settled(form, found, printed[form])
            code = None if settled is None else kind_number(settled)
            yield Example(source, group, form, kind, evidence.keys(form, printed[form]), code)


def kind_number(verdict):
    """A verdict as one of the kinds that are told apart here."""
    if verdict.place:
        return PLACE
    return KINDS.index(verdict.kind) if verdict.kind in KINDS else OTHER


def gum_kind(mentions):
    """The kind of a name by the mentions around it, as a function of its places."""

    def kind_of(doc, form, found):
        told = Counter(_type_at(doc, name, mentions) for name in found)
        del told[None]
        if not told:
            return None
        kind = told.most_common(1)[0][0]
        if kind == "person" and names_no_single_person(form):
            return None
        body = len(form) > 1 and form[-1] in PACK.words("org_words")
        if kind == "place" and body:
            return ORGANIZATION
        return KINDS.index(kind) if kind in KINDS else OTHER

    return kind_of


def names_no_single_person(form):
    """Whether a form is a title or the name of people, which lists tell."""
    word, peoples = form[-1], PACK.table("demonyms")
    titles = PACK.words("roles") | PACK.words("titles")
    groups = PACK.words("group_words") | PACK.closed("capital_groups")
    return word in titles or word in groups or word in peoples or kinds.is_people(word, peoples)


def _type_at(doc, name, mentions):
    """The type of the smallest mention that has a name as its head; None where it is a modifier."""
    start, end = doc.starts[name.bare], doc.ends[name.j - 1]
    around = [one for one in mentions if one["span"][0] <= start and end <= one["span"][1]]
    if not around:
        inside = [one for one in mentions if start <= one["span"][0] and one["span"][1] <= end]
        longest = max(inside, key=length, default=None)
        if longest is None:
            return "other"
        return longest["type"] if length(longest) >= MOST_MODIFIED * (end - start) else None
    smallest = min(around, key=length)
    rest = doc.text[end : smallest["span"][1]].strip()
    modifies = rest[:1].islower() and not _GOES_ON.match(rest)
    return None if modifies else smallest["type"]


def length(mention):
    """The characters of a mention."""
    start, end = mention["span"]
    return end - start


def speaker_kind(quotes):
    """The kind of a name by the speakers of an article, as a function of its places."""
    known = defaultdict(set)
    for quote in quotes:
        kind = quote.get("kind")
        if (
            quote.get("speaker")
            and kind in {"person", "organization"}
            and " & " not in quote["speaker"]
        ):
            name = tuple(forms.plain(quote["speaker"].removeprefix("The ")).split())
            known[name].add(kind)
            if kind == "person":
                known[name[-1:]].add(kind)
    places = PACK.words("cities") | PACK.words("places")

    def kind_of(_doc, form, found):
        told = known.get(form, set())
        if len(told) != 1:
            return None
        kind = KINDS.index(next(iter(told)))
        # A place that speaks is called an organisation there.
        place = any(name.place for name in found) or " ".join(form) in places
        return None if kind == ORGANIZATION and place else kind

    return kind_of


def all_examples(options):
    """The names of all texts whose kind is known."""
    found = []
    for row in rows_of(options.gum):
        found += examples(row["text"], GUM, row["id"], gum_kind(row["mentions"]))
    for row in rows_of(options.wikinews):
        found += examples(row["text"], WIKINEWS, row["id"], speaker_kind(row["quotes"]))
    speakers = json.loads(options.speakers.read_text(encoding="utf-8"))
    for row in rows_of(options.polnear):
        if row["id"] in speakers:
            quotes = list(speakers[row["id"]].values())
            found += examples(row["text"], POLNEAR, row["publisher"], speaker_kind(quotes))
    return found


def rows_of(path):
    """The rows of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


# ---------------------------------------------------------------- fitting


def listed_names():
    """Names of the lists: persons known by their words, surnames and cities by their endings alone.

    The texts have few surnames that are common words, and the lists have many.
    """
    chance = random.Random(2)  # noqa: S311 - a sample, no secrets
    given, surnames = sorted(PACK.words("given_names")), sorted(PACK.table("surnames").items())
    words = [name for name, word in surnames if word]
    for n in range(FULL_NAMES):
        name = (chance.choice(given), chance.choice(words))
        keys = keys_of_form(tuple(map(str.capitalize, name)), PACK)
        yield Example(FULL_NAME, f"listed {n}", name, PERSON, keys, None)
    for kind, names in ((PERSON, [name for name, _ in surnames]), (PLACE, PACK.words("cities"))):
        for n, name in enumerate(sorted(names)):
            keys = keys_of_form(tuple(map(str.capitalize, name.split())), PACK)
            endings = [key for key in keys if key.startswith(("-", "1-", "only-"))]
            yield Example(KINDS[kind], f"listed {n}", (name,), kind, endings, None)


def kept_keys(found):
    """The keys that stand in several texts or publishers, with their numbers."""
    groups = defaultdict(set)
    for one in found:
        for key in one.keys:
            groups[key].add(one.group)
    publishers = defaultdict(set)
    for one in found:
        for key in one.keys:
            publishers[key].add(WIKINEWS if one.source == WIKINEWS else one.group)
    kept = {
        key for key in groups if min(len(groups[key]), len(publishers[key]) + 1) >= LEAST_GROUPS
    }
    listed = Counter(key for one in listed_names() for key in one.keys)
    kept |= {key for key, count in listed.items() if count >= LEAST_LISTED}
    return {key: number for number, key in enumerate(sorted(kept))}


def matrix_of(found, numbers):
    """How often each kept key stands in each example."""
    counts, columns, ends = [], [], [0]
    for one in found:
        for key, count in sorted(Counter(key for key in one.keys if key in numbers).items()):
            columns.append(numbers[key])
            counts.append(count)
        ends.append(len(columns))
    return csr_matrix((counts, columns, ends), shape=(len(found), len(numbers)), dtype=np.float64)


def fitted(found, numbers):
    """Weights by key and kind."""
    model = LogisticRegression(C=C, max_iter=1000, fit_intercept=False)
    found = [*found, *listed_names()]
    shares = [SHARES[one.source] for one in found]
    model.fit(matrix_of(found, numbers), [one.kind for one in found], sample_weight=shares)
    weights = model.coef_.T.copy()
    weights[numbers[BIAS], OTHER] -= OTHER_MARGIN
    weights[numbers[NO_COMMON_WORD], OTHER] -= RARE_MARGIN
    return weights


def cross_validated(found, numbers):
    """The kind that weights tell of each example when its group is held out."""
    groups = sorted({(one.source, one.group) for one in found})
    random.Random(1).shuffle(groups)  # noqa: S311 - folds, no secrets
    fold_of = {group: n % FOLDS for n, group in enumerate(groups)}
    folds = np.array([fold_of[one.source, one.group] for one in found])
    matrix, told = matrix_of(found, numbers), np.zeros(len(found), dtype=int)
    for fold in range(FOLDS):
        held = folds == fold
        weights = fitted([one for one, out in zip(found, held, strict=True) if not out], numbers)
        told[held] = (matrix[held] @ weights).argmax(1)
    settled = [one.settled for one in found]
    return np.array([told[n] if kind is None else kind for n, kind in enumerate(settled)])


def print_table(found, told):
    """Shares by source and kind."""
    truth = np.array([one.kind for one in found])
    for source in (GUM, WIKINEWS, POLNEAR):
        of_source = np.array([one.source == source for one in found])
        share = (told == truth)[of_source].mean()
        print(f"{source:10} {of_source.sum():5} names {100 * share:6.1f} % right")
        for number, kind in enumerate(KINDS):
            gold, given = of_source & (truth == number), of_source & (told == number)
            if gold.any():
                recall = 100 * (told == truth)[gold].mean()
                precision = 100 * (told == truth)[given].mean() if given.any() else 0.0
                print(f"  {kind:14} {gold.sum():5} recall {recall:5.1f} precision {precision:5.1f}")


def packed_rows(numbers, weights):
    """The packed weights by key."""
    rows = {}
    for key, number in numbers.items():
        rounded = [round(SCALE * float(weight)) for weight in weights[number]]
        if any(rounded):
            rows[key] = packed(rounded)
    return rows


def main():
    """Fit, print the cross-validation, write the file."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    for name in ("gum", "wikinews", "polnear", "speakers", "weights"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--date", required=True)
    options = parser.parse_args()
    found = all_examples(options)
    numbers = kept_keys(found)
    told = cross_validated(found, numbers)
    print_table(found, told)
    counts = Counter(one.source for one in found)
    data = [options.gum, options.wikinews, options.polnear, options.speakers]
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in data)).hexdigest()
    header = {
        "features": FEATURES,
        "trained on": ", ".join(f"{count} names of {name}" for name, count in counts.items()),
        "sources": "GUM (CC BY 4.0 parts), Wikinews (CC BY 2.5), PolNeAR 1.0.0, train parts",
        "note": NOTE,
        "date": options.date,
        "training set sha256": digest,
        "keys": len(numbers),
    }
    rows = packed_rows(numbers, fitted(found, numbers))
    write_packed(options.weights, "newsquote kinds of names", header, rows)


if __name__ == "__main__":
    main()
