"""From articles with attributions to the weights file, in one command.

    PYTHONPATH=src python training/train.py TRAIN.jsonl src/newsquote/lang/en/weights.bin [--publisher-out NAME] [--date YYYY-MM-DD]

Needs numpy, scipy and scikit-learn. Deterministic: the same articles give the same file (same versions of the libraries). About a quarter of an hour on one core
and 6 GB of memory. With --publisher-out the articles of one publisher are left out, to measure on them.

Steps: word classes by neighbours; the tagger; then, always on scores of models that have not seen the article (four folds), the cue's words, the
sources, the contents, and the joint choice. Every model is fitted twice: once on all features that stand in three documents of three publishers at least, then
on those that matter most.
"""

import argparse
import hashlib
import sys
import time
import zlib
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent))
import clusters
import linear
import marked
import token_model
from choices import Groups

from newsquote._quotes import engine, hints, nesting
from newsquote._quotes.clauses import cues
from newsquote._quotes.model import blocks, choosing, cue_words, features, tagging
from newsquote._quotes.model import cases as surroundings
from newsquote._quotes.model import contents as content_choices
from newsquote._quotes.model import source_spans as source_choices
from newsquote._quotes.model import weights as model
from newsquote._quotes.model.finding import TRAINING_HEAD
from newsquote.lang import get_pack
from newsquote.lang._digests import sealed

FOLDS = 4
KEEP = {
    "tagger": 60000,
    "left": 2500,
    "right": 4000,
    "source": 14000,
    "content": 42000,
    "joint": 6000,
}
_T = time.time()


def log(*words):
    print(f"{time.time() - _T:5.0f}s", *words, flush=True)


def important(x, w, keep):
    """The numbers of the features whose weights move the scores most."""
    counts = np.bincount(x.indices, minlength=x.shape[1])
    worth = counts * (w.reshape(len(counts), -1) ** 2).sum(1)
    return np.sort(np.argsort(-worth, kind="stable")[:keep])


# -- tagger


def tagger(articles, lexicon):
    """Feature names and weights, and scores of all tokens by models that have not seen them."""
    index = linear.Index()
    x, owners, views = token_model.rows_of(articles, lexicon, index)
    y = token_model.targets(articles)
    names = list(index.of)
    keep = np.flatnonzero(linear.allowed(x, owners, [a.publisher for a in articles]))
    x = x[:, keep]
    log("tagger: rows, features", x.shape)
    w = linear.fit_labels(x, y, 4.0, 30)
    kept = important(x, w, KEEP["tagger"])
    x, keep = x[:, kept], keep[kept]
    z = np.zeros_like(y)
    for f in range(FOLDS):
        held = owners % FOLDS == f
        z[held] = x[held] @ linear.fit_labels(x[~held], y[~held], 4.0, 35)
        log("tagger: fold", f)
    w = linear.fit_labels(x, y, 4.0, 45)
    names = [names[n] for n in keep]
    return names, w, z, owners, views


# -- cases


def cases(articles, views, z, owners, pad):
    """(article, case, gold): gold is a Gold, None for a false head, "skip" for another word of a cue."""
    out = []
    starts = np.searchsorted(owners, np.arange(len(articles) + 1))
    for n, article in enumerate(articles):
        part = z[starts[n] : starts[n + 1]]
        scores = [
            np.clip(part[:, k] * tagging.SCALE, -2048, 2047).astype(int).tolist()
            for k in range(part.shape[1])
        ]
        by_head = {g.head: g for g in article.golds}
        inside = {t for g in article.golds for t in range(*g.cue)}
        doc = article.doc
        rules = engine.find_by_rules(doc, article.names, cues.outer_marks(doc), headline=0)
        ruled = rules.attributions
        hinted = hints.hints_of(doc, ruled, nesting.are_outermost(ruled))
        around = surroundings.Surroundings(views[n], scores, pad)
        for head, score in enumerate(scores[0]):
            if score > TRAINING_HEAD:
                gold = by_head.get(head, "skip" if head in inside else None)
                out.append((n, around.case(head, hinted.get(head)), gold))
    return out


def fitted(groups, publishers, keep, l2, iterations=60, jackknife=True):
    """Weights by name, held-out scores."""
    groups.freeze(publishers)
    w = groups.fit(l2=l2, iterations=30)
    kept = important(groups.x, w, keep)
    names = list(groups.index.of)
    groups.x = groups.x[:, kept]
    groups.index.of = {names[o]: n for n, o in enumerate(kept)}
    z = groups.jackknife(FOLDS, l2=l2, iterations=iterations) if jackknife else None
    w = groups.fit(l2=l2, iterations=iterations)
    log("fitted", groups.x.shape)
    return dict(zip(groups.index.of, w)), z


class Spelled:
    """A table that gives the features themselves."""

    def __init__(self, make):
        self.make = make

    def __getitem__(self, combination):
        return self.make(*combination)

    @staticmethod
    def by_name(name, _):
        return [name]


class Recorder(surroundings.Weigher):
    """Keeps the features of rows; a value is a tuple of row numbers, and all candidates are seen."""

    prunes = False

    def __init__(self):
        self.rows = []

    def row(self, value):
        self.rows.append(value)
        return (len(self.rows) - 1,)


def cue_edges(found, publishers):
    weights = []
    picks = []
    sides = (
        ("left", cue_words.cue_left, cue_words.LeftTables, 0),
        ("right", cue_words.cue_right, cue_words.RightTables, 1),
    )
    for name, make, tables, want in sides:
        groups, spelled = Groups(), tables(Spelled)
        options = []
        for n, case, gold in found:
            options.append(make(case, spelled))
            right = [
                float(isinstance(gold, marked.Gold) and gold.cue[want] == at)
                for at, _ in options[-1]
            ]
            groups.add(
                [keys for _, keys in options[-1]],
                [()] * len(right),
                [(i,) for i in range(len(right))],
                right,
                n,
            )
        w, z = fitted(groups, publishers, KEEP[name], 2.0)
        weights.append(w)
        picks.append([options[k][b][0] for k, b in enumerate(groups.best(z))])
    for (_, case, _), i, j in zip(found, *picks):
        case.cue = (i, j)
    return weights


def sources(found, publishers):
    groups, out, spelled = Groups(), [], source_choices.SourceTables(Spelled)
    for n, case, gold in found:
        recorder = Recorder()
        ranges, rows = source_choices.source_candidates(case, spelled, recorder)
        right = [float(isinstance(gold, marked.Gold) and r == gold.source) for r in ranges]
        groups.add(recorder.rows, [()] * len(recorder.rows), rows, right, n)
        out.append(ranges)
    w, z = fitted(groups, publishers, KEEP["source"], 2.0)
    for (_, case, _), options, best in zip(found, out, groups.best(z)):
        case.source = options[best]
    return w, out, np.split(z, groups.bounds[1:-1])


def contents(found, publishers):
    groups, out, spelled = Groups(), [], content_choices.ContentTables(Spelled)
    for n, case, gold in found:
        recorder = Recorder()
        ranges, rows = content_choices.content_candidates(case, spelled, recorder)
        groups.add(recorder.rows, [()] * len(recorder.rows), rows, content_targets(ranges, gold), n)
        out.append(ranges)
    w, z = fitted(groups, publishers, KEEP["content"], 4.0)
    return w, out, np.split(z, groups.bounds[1:-1])


def content_targets(ranges, gold):
    if gold is None:
        return [1.0] + [0.0] * (len(ranges) - 1)
    if gold == "skip":
        return [0.0] * len(ranges)
    want = (gold.left[-1] if gold.left else None, gold.right[0] if gold.right else None)
    return [float(k > 0 and r == want) for k, r in enumerate(ranges)]


def joint(found, source_options, source_scores, content_options, content_scores, publishers):
    groups, spelled = Groups(), choosing.JointTables(Spelled)
    by_article = {}
    for k, (n, case, gold) in enumerate(found):
        reading = choosing.reading_of(
            case,
            content_options[k],
            content_scores[k].tolist(),
            source_options[k],
            source_scores[k].tolist(),
        )
        if reading:
            by_article.setdefault(n, []).append((reading, gold))
    for n, pairs in by_article.items():
        readings = [reading for reading, _ in pairs]
        near, heard = choosing.neighbours(readings), choosing.voices(readings)
        for (reading, gold), others in zip(pairs, near):
            options = choosing.joint_candidates(reading, others, heard, spelled)
            target = joint_targets([o[0] for o in options], gold)
            groups.add(
                [o[1] for o in options],
                [o[2] for o in options],
                [(i,) for i in range(len(options))],
                target,
                n,
            )
    return fitted(groups, publishers, KEEP["joint"], 3.0, 80, jackknife=False)[0]


def joint_targets(options, gold):
    """All on nothing for a false cue; else shared among the readings near the gold one, by how near they are."""
    if not isinstance(gold, marked.Gold):
        return [1.0] + [0.0] * (len(options) - 1)
    want = {t for p in gold.pieces for t in range(*p)}
    worth = []
    for left, right, source in options:
        have = {t for p in (left, right) if p for t in range(*p)}
        likeness = len(want & have) / len(want | have)
        named = (
            1.0
            if source == gold.source
            else 0.6
            if source and gold.source and source[0] < gold.source[1] and gold.source[0] < source[1]
            else 0.0
        )
        worth.append(
            (1.0 if likeness > 0.97 else likeness**3 if likeness >= 0.5 else 0.0)
            * (0.15 + 0.85 * named)
        )
    top = max(worth)
    if top < 0.3:
        return [0.0] * len(options)
    worth = [x**4 if x >= 0.5 * top else 0.0 for x in worth]
    return [x / sum(worth) for x in worth]


# -- the file


def section(name, weights):
    items = sorted(
        (k, int(np.clip(round(float(v) * tagging.SCALE), -32768, 32767)))
        for k, v in weights.items()
    )
    items = [(k, v) for k, v in items if v]
    keys = "\n".join(k for k, _ in items).encode()
    values = np.array([v for _, v in items], dtype="<i2").tobytes()
    return f"{name} {len(keys)} {len(values)}\n".encode() + keys + values


def tagger_sections(names, w):
    """A section for each kind of combination: a line for those that share all parts but the last."""
    numbers = {k: [int(round(float(v) * tagging.SCALE)) for v in row] for k, row in zip(names, w)}
    for kind, found in blocks.blocks_of({k: row for k, row in numbers.items() if any(row)}).items():
        keys = "\n".join("\t".join([shared, *group]) for shared, group in found.items()).encode()
        values = b"".join(block for group in found.values() for block in group.values())
        yield f"tagger_{kind} {len(keys)} {len(values)}\n".encode() + keys + values


def write(path, header, sections):
    head = "newsquote weights\n" + "".join(f"{k}: {v}\n" for k, v in header.items())
    path.write_bytes(sealed(head.encode() + b"\n" + zlib.compress(b"".join(sections), 9)))


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("train", type=Path)
    ap.add_argument("out", type=Path)
    ap.add_argument("--publisher-out")
    ap.add_argument("--date", default="")
    options = ap.parse_args()
    articles = [a for a in marked.read(options.train) if a.publisher != options.publisher_out]
    marked.set_heads(articles)
    publishers = [a.publisher for a in articles]
    words = clusters.make(articles)
    lexicon = features.Lexicon.of(get_pack("en"), words)
    log("articles", len(articles), "attributions", sum(len(a.golds) for a in articles))
    names, w, z, owners, views = tagger(articles, lexicon)
    found = cases(articles, views, z, owners, lexicon.pad())
    log("cases", len(found))
    left, right = cue_edges(found, publishers)
    source, source_options, source_scores = sources(found, publishers)
    content, content_options, content_scores = contents(found, publishers)
    last = joint(found, source_options, source_scores, content_options, content_scores, publishers)
    header = {
        "format": model.FORMAT,
        "features": model.FEATURES,
        "trained on": f"PolNeAR 1.0.0, train part, {len(articles)} articles",
        "note": "no rights are claimed in these numbers, and no warranty is given; see SOURCES.md",
        "date": options.date or "not given",
        "training set sha256": hashlib.sha256(options.train.read_bytes()).hexdigest(),
    }
    tables = (
        ("left", left),
        ("right", right),
        ("source", source),
        ("content", content),
        ("joint", last),
    )
    sections = [
        cluster_section(words),
        *tagger_sections(names, w),
        *(section(n, v) for n, v in tables),
    ]
    sections.append(word_section([*names, *(name for _, table in tables for name in table)]))
    write(options.out, header, sections)
    log("written", options.out, options.out.stat().st_size)


def word_section(names):
    """Every word, stem and sign of the features: what is not among them cannot change a score."""
    keys = "\n".join(
        sorted({piece for name in names for piece in name.partition("=")[2].split("|")} - {""})
    ).encode()
    return f"words {len(keys)} 0\n".encode() + keys


def cluster_section(words):
    items = sorted(words.items())
    keys = "\n".join(k for k, _ in items).encode()
    values = np.array([v for _, v in items], dtype="<i2").tobytes()
    return f"clusters {len(keys)} {len(values)}\n".encode() + keys + values


if __name__ == "__main__":
    main()
