"""Annotated pages -> the weights by which a page's headline is chosen.

    PYTHONPATH=src python training/headlines.py FOLDER \
        src/newsquote/lang/en/weights/headlines.tsv --date YYYY-MM-DD
    PYTHONPATH=src python training/headlines.py FOLDER --folds

In: the folder that ``marked_pages.py`` reads. Out: a weight for each key of
``_page/headline_keys.py``, or how often the headline is right on publishers that were left out.
How: every page whose headline is known, or that has none, is a group of candidates with "none"
among them; one softmax a page.
"""

import argparse
import zlib
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

import numpy as np
from linear import Index, Rows, fit_choices
from marked_pages import digest_of, read_pages
from weights_file import NOTE, write_plain

from newsquote._page import passes
from newsquote._page.headline_keys import HeadlineView, find_candidates
from newsquote._page.page import Page
from newsquote._page.story import find_lead
from newsquote._page.wrapping import join_wrapped_lines
from newsquote._text.lines import split_lines
from newsquote.kinds import BlockRole
from newsquote.lang import get_pack

PACK = get_pack("en")
L2, ITERATIONS, UNIT, FOLDS = 6.0, 200, 100, 5
FULLY_MARKED = frozenset({"lines", "wikinews", "wire", "composed"})
"""Kinds of pages that have no headline where none is marked."""
MOST_OF_TITLE = 4
"""Labels of a line that may be the headline; one of which nothing is known has more."""


class Example(NamedTuple):
    """A page with the keys of its candidates, "none" the last."""

    kind: str
    publisher: str
    keys: list[list[str]]
    right: list[bool]


def examples_of(marked):
    """The page as a group of candidates, if its headline is known and among them."""
    page = Page(marked.text, join_wrapped_lines(marked.text, split_lines(marked.text)), PACK, None)
    for one in passes.PASSES:
        if one.carry_out is passes.judge_headline:
            break
        one.carry_out(page)
    lead = find_lead(page.lines, PACK)
    candidates = find_candidates(page.lines, lead, PACK)
    titles = [i for i, line in enumerate(page.lines) if _is_title(line, marked.lines)]
    known = titles or marked.kind in FULLY_MARKED
    if not candidates or not known:
        return
    right = [i in titles for i in candidates]
    right.append(not titles)
    if any(right):
        view = HeadlineView(page.lines, candidates, lead, PACK)
        keys = [view.keys(i) for i in candidates] + [view.keys_of_none()]
        yield Example(marked.kind, marked.publisher, keys, right)


def _is_title(line, marked):
    return any(
        BlockRole.HEADLINE in labels and len(labels) <= MOST_OF_TITLE
        for start, end, labels in marked
        if start < line.end and line.start < end
    )


def fitted(examples):
    """The weights by key."""
    index = Index()
    rows, bounds, gold = Rows(index), [0], []
    for example in examples:
        count = sum(example.right)
        for keys, right in zip(example.keys, example.right, strict=True):
            rows.add(keys, 0)
            gold.append(right / count)
        bounds.append(len(gold))
    parts = [np.arange(len(gold))]
    weights = fit_choices(rows.matrix(), parts, np.array(bounds), np.array(gold), L2, ITERATIONS)
    return {key: round(UNIT * float(weights[number])) for key, number in index.of.items()}


def cross_validate(examples):
    """Print how often the headline is right on publishers that were left out."""
    counts = defaultdict(Counter)
    for fold in range(FOLDS):
        seen = [one for one in examples if zlib.crc32(one.publisher.encode()) % FOLDS != fold]
        weights = fitted(seen)
        for one in examples:
            if zlib.crc32(one.publisher.encode()) % FOLDS == fold:
                scores = [sum(weights.get(key, 0) for key in keys) for keys in one.keys]
                best = max(range(len(scores)), key=scores.__getitem__)
                counts[one.kind]["right"] += one.right[best]
                counts[one.kind]["none missed"] += one.right[-1] and not one.right[best]
                counts[one.kind]["pages"] += 1
    for kind, n in counts.items():
        print(f"{kind:10} {n['right']:4} right of {n['pages']:4}", n["none missed"], "given, none")


def main():
    """Fit the weights, or measure them."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path, nargs="?")
    parser.add_argument("--date")
    parser.add_argument("--folds", action="store_true")
    args = parser.parse_args()
    pages = list(read_pages(args.folder))
    examples = [one for page in pages for one in examples_of(page)]
    if args.folds:
        cross_validate(examples)
    if args.out:
        weights = fitted(examples)
        header = {
            "fitted on": f"{len(examples)} pages",
            "note": NOTE,
            "date": args.date,
            "training set sha256": digest_of(pages),
            "l2": L2,
            "unit": "hundredths of a log-odds",
        }
        write_plain(args.out, "newsquote weights: which line is the headline", header, weights)


if __name__ == "__main__":
    main()
