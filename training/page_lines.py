"""Annotated pages -> the weights of lines, and what they reach on publishers not seen.

    PYTHONPATH=src python training/page_lines.py FOLDER \
        src/newsquote/lang/en/weights/lines.bin --date YYYY-MM-DD
    PYTHONPATH=src python training/page_lines.py FOLDER --folds

In: the folder that ``marked_pages.py`` reads. Out: the weights file, or a table: for each kind of
page how many lines of the story are lost, how many others are kept in it, and how many have their
role, all on publishers that were left out. Why: what a line is, is learned; the package's own code
judges the lines first and spells the keys, so that what is fitted and what is read cannot drift
apart.
"""

import argparse
import re
import zlib
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

import numpy as np
from line_chain import FIELDS, Batch, fit_chain, is_possible
from marked_pages import BESIDE, SHARES, UNSAID, digest_of, read_pages
from weights_file import NOTE, write_packed

from newsquote._page import passes
from newsquote._page.chain.decode import allowed_states, best_states, place_of, settled_role
from newsquote._page.chain.features import FEATURES, keys_of_lines
from newsquote._page.chain.weights import UNIT, line_weights
from newsquote._page.line_states import LABEL_OF_ROLE, LABELS, STATES, Zone
from newsquote._page.page import Page
from newsquote._page.wrapping import join_wrapped_lines
from newsquote._text.lines import split_lines
from newsquote.kinds import BlockRole
from newsquote.lang import get_pack
from newsquote.lang.weights import packed

PACK = get_pack("en")
LEAST_PAGES, LEAST_PUBLISHERS, LEAST_OF_WORD = 4, 3, 5
"""Pages and publishers that a key must stand in; publishers that print a word in small letters."""
L2, STEP_L2, MARGIN, ITERATIONS = 6.0, 0.3, 3.0, 100
SMALLEST = 3
"""A key whose weights are all smaller, in hundredths, is left out."""
FOLDS = 5
UNSIGNED = frozenset(
    {
        BlockRole.OTHER,
        BlockRole.HEADING,
        BlockRole.CAPTION,
        BlockRole.RELATED,
        BlockRole.PROMOTION,
        BlockRole.SOCIAL,
        BlockRole.SUBHEADLINE,
    }
)
"""What a line beside the story may be if nobody said more of it and no judge took it."""
_WORD_KEYS = ("=1 ", "=2 ", "=$ ", "=1: ")


class Example(NamedTuple):
    """A page as the chain sees it."""

    kind: str
    publisher: str
    keys: list[list[str]]
    headline: int | None
    judged: list[BlockRole | None]
    roles: list[BlockRole | None]
    """What each line is before it is weighed."""
    gold: list[frozenset[BlockRole]]


def judged_page(text):
    """A page as it is when its lines are weighed."""
    page = Page(text, join_wrapped_lines(text, split_lines(text)), PACK, None)
    for one in passes.PASSES:
        if one.carry_out is passes.weigh_page:
            break
        one.carry_out(page)
    return page


def example_of(marked):
    """An annotated page with the keys of its lines."""
    page = judged_page(marked.text)
    gold = [_labels_of(line, marked.lines) for line in page.lines]
    roles = [settled_role(line) for line in page.lines]
    judged = [line.role for line in page.lines]
    keys = keys_of_lines(page.lines, page.headline_index, PACK)
    return Example(marked.kind, marked.publisher, keys, page.headline_index, judged, roles, gold)


def _labels_of(line, marked):
    labels = None
    for start, end, found in marked:
        if start < line.end and line.start < end:
            labels = found if labels is None else (labels & found or labels)
    return frozenset(LABELS) if labels is None else labels


def masks(example):
    """The states that each line may have, and those that are right."""
    allowed = np.zeros((len(example.keys), len(STATES)), bool)
    right = np.zeros_like(allowed)
    for i, role in enumerate(example.roles):
        allowed[i, list(allowed_states(role, place_of(i, example.headline)))] = True
        labels = _to_learn(example.judged[i], example.gold[i])
        right[i] = allowed[i] & [state.label in labels for state in STATES]
        if not right[i].any():
            beside = example.gold[i] <= BESIDE
            right[i] = allowed[i] & [state.label in BESIDE or not beside for state in STATES]
        if not right[i].any():
            right[i] = allowed[i]
    return allowed, right


def _to_learn(role, labels):
    """What a line is to be learned as: of one that may be much, what a judge said or little."""
    if labels not in (BESIDE, UNSAID):
        return labels
    label = LABEL_OF_ROLE.get(role)
    return frozenset({label}) if label in labels else UNSIGNED & labels


def words_in_small_letters(pages):
    """The words that enough publishers print in small letters: no name is among them."""
    printed = defaultdict(set)
    for page in pages:
        for word in re.findall(r"(?<!\w)[^\W\d_A-Z]+(?:['’][a-z]+)?(?!\w)", page.text):
            printed[word.replace("’", "'")].add(page.publisher)
    return {word for word, found in printed.items() if len(found) >= LEAST_OF_WORD}


def known_keys(examples, words):
    """Numbers of the keys that may have weights."""
    pages, publishers = Counter(), defaultdict(set)
    for example in examples:
        for key in {key for keys in example.keys for key in keys}:
            pages[key] += 1
            publishers[key].add(example.publisher)
    kept = (
        key
        for key, count in pages.items()
        if count >= LEAST_PAGES and len(publishers[key]) >= LEAST_PUBLISHERS
        if all(word in words for word in _words_of(key))
    )
    return {key: number for number, key in enumerate(sorted(kept))}


def _words_of(key):
    if not key.startswith("="):
        return [key]
    return key.split(" ")[1:] if key.startswith(_WORD_KEYS) else []


def fitted_rows(examples, words):
    """The packed weights by key."""
    index = known_keys(examples, words)
    pages = []
    for example in examples:
        allowed, right = masks(example)
        if example.keys and is_possible(right):
            rows = [[index[key] for key in keys if key in index] for keys in example.keys]
            pages.append((rows, allowed, right, SHARES[example.kind]))
    keys, zones, labels = fit_chain(Batch(pages, len(index)), L2, STEP_L2, MARGIN, ITERATIONS)
    rows = {}
    for key, number in index.items():
        weights = np.rint(UNIT * keys[number]).astype(int)
        if np.abs(weights).max() >= SMALLEST:
            rows[key] = packed(map(int, weights))
    for table, names in ((zones, [zone.name for zone in Zone]), (labels, LABELS)):
        for i, before in enumerate(names):
            for j, after in enumerate(names):
                worth = round(UNIT * float(table[i, j]))
                if worth:
                    rows[f">{before} {after}"] = worth
    return rows


class Tally:
    """Right and wrong lines by kind of page."""

    def __init__(self):
        self.counts = defaultdict(Counter)
        self.confused = Counter()

    def add(self, example, labels):
        """Count the lines of a page that was read."""
        counts = self.counts[example.kind]
        for i, (gold, label) in enumerate(zip(example.gold, labels, strict=True)):
            if i == example.headline:
                continue
            own = label in {BlockRole.BODY, BlockRole.HEADING}
            if gold == {BlockRole.BODY}:
                counts["story"] += 1
                counts["lost"] += not own
            elif gold <= BESIDE and gold != {BlockRole.HEADING}:
                counts["beside"] += 1
                counts["kept"] += own
            if len(gold) == 1:
                (wanted,) = gold
                self.confused[example.kind, wanted, label] += 1
                if wanted is not BlockRole.BODY:
                    counts["marked"] += 1
                    counts["right"] += label is wanted

    def print_table(self, *, confused):
        """Print a row for each kind of page."""
        for kind, n in self.counts.items():
            print(
                f"{kind:10} story {n['story']:6} lost {n['lost']:4}   beside {n['beside']:6} "
                f"kept in the story {n['kept']:5}   marked {n['marked']:5} right {n['right']:5}"
            )
        if confused:
            for kind, wanted, label in sorted(self.confused):
                count = self.confused[kind, wanted, label]
                if wanted is not label:
                    print(f"  {kind:9} {wanted:13} read as {label:13} {count}")


def cross_validate(pages, examples, *, confused):
    """Print what weights reach on publishers that they were not fitted on."""
    tally = Tally()
    for fold in range(FOLDS):
        out = {page.publisher for page in pages if fold_of(page.publisher) == fold}
        seen = [page for page in pages if page.publisher not in out]
        words = words_in_small_letters(seen)
        rows = fitted_rows([one for one in examples if one.publisher not in out], words)
        weights = line_weights(rows)
        for example in examples:
            if example.publisher in out and example.keys:
                states = best_states(example.keys, example.roles, example.headline, weights)
                tally.add(example, [STATES[number].label for number in states])
    tally.print_table(confused=confused)


def fold_of(publisher):
    """Which fold a publisher is left out in."""
    return zlib.crc32(publisher.encode()) % FOLDS


def write(path, rows, pages, date):
    """Write the weights file."""
    kinds = Counter(page.kind for page in pages)
    header = {
        "features": FEATURES,
        "fitted on": ", ".join(f"{count} {kind}" for kind, count in kinds.items()),
        "note": NOTE,
        "date": date,
        "training set sha256": digest_of(pages),
        "fields": FIELDS,
        "keys": len(rows),
        "l2": L2,
        "margin": MARGIN,
        "unit": "hundredths of a logit",
    }
    write_packed(path, "newsquote weights: what each line of a page is", header, rows)


def main():
    """Fit the weights, or measure them."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path, nargs="?")
    parser.add_argument("--date")
    parser.add_argument("--folds", action="store_true")
    parser.add_argument(
        "--confused", action="store_true", help="with --folds: what is read as what"
    )
    args = parser.parse_args()
    pages = list(read_pages(args.folder))
    examples = [example_of(page) for page in pages]
    if args.folds:
        cross_validate(pages, examples, confused=args.confused)
    if args.out:
        rows = fitted_rows(examples, words_in_small_letters(pages))
        write(args.out, rows, pages, args.date)


if __name__ == "__main__":
    main()
