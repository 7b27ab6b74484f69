"""Is every result what it was, to the last digit of a confidence?

    python evaluation/same.py               compare; exit status 1 and the first texts that differ
    python evaluation/same.py --quick       the same for one text in ten
    python evaluation/same.py --only cases  only the sets whose name holds a word
    python evaluation/same.py --update      make the present results the stored ones

In: the composed texts of the project, texts that are made from them by damage, and the development
texts that ``NEWSQUOTE_DATA`` names (left out, with a word, where it names none). Out: digests of
``to_dict``, read with three sets of options, held against same.json. Why: a change of the code's
form must not change a result, and totals of scores do not show that it did not.

same.json has, for each set, a digest of its texts and eight hexadecimal digits a text. A set whose
texts are others than those stored is named and not compared.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
import os
import random
import re
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import corpus

from newsquote import ParseOptions, parse, to_dict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ROOT = Path(__file__).resolve().parent.parent
STORED = Path(__file__).with_name("same.json")
PRINTED_LEAP_DAY = datetime.date(2016, 2, 29)
SETTINGS: tuple[tuple[ParseOptions, datetime.date | None], ...] = (
    (ParseOptions(), None),
    (ParseOptions(include_thoughts=True, include_nested=True), PRINTED_LEAP_DAY),
    (ParseOptions(model=None, include_nested=True), None),
)
TEXT_FIELDS = ("text", "text_full", "text_article", "text_extract", "raw", "lead")
DAMAGED_A_SET = 239
"""Texts that are made of every set by damage: 20,000 in all when this was begun."""
LONGEST_DAMAGED = 700
"""Code points: a few paragraphs."""
TEXTS_A_TASK = 50
ONE_IN = 10
"""How many texts stand for one in a quick comparison."""
HEX_DIGITS = 8
SHOWN_DIFFERENCES = 10
MARKUP = re.compile(r"\{[^{}:=|]*=[^{}]*\}|\{[^{}:= ]+(?: [^{}:= ]+)*:|\}")
SPLICES = (
    '"',
    "“",
    "”",
    "'",
    "‘",
    "’",
    "\n",
    "\n\n",
    "- ",
    " — ",
    ": ",
    "(",
    ")",
    "By ",
    ", said ",
    " he said",
    "The ",
    "\t",
    "\u00a0",
    "é",
)


def composed_sets() -> Iterator[tuple[str, list[str]]]:
    """(name, texts) of every file of composed texts: examples, articles, cases, pages."""
    for path in sorted([*ROOT.glob("examples/*.txt"), *ROOT.glob("tests/articles/*.txt")]):
        yield f"{path.parent.name}/{path.stem}", [path.read_text(encoding="utf-8")]
    for path in sorted(ROOT.glob("tests/cases/*.txt")):
        cases = re.split(r"^## .*\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
        yield f"cases/{path.stem}", [MARKUP.sub("", case) for case in cases]
    for path in sorted(ROOT.glob("tests/pages/*.txt")):
        pages = path.read_text(encoding="utf-8").split("\n## ")
        yield (
            f"pages/{path.stem}",
            ["\n".join(line.partition(" | ")[2] for line in page.splitlines()) for page in pages],
        )


DAMAGES: tuple[Callable[[random.Random, str, int, int], str], ...] = (
    lambda _, text, i, j: text[:i] + text[j:],
    lambda _, text, i, j: text[:j] + text[i:],
    lambda _, text, i, j: text[:i] + text[i:j].swapcase() + text[j:],
    lambda _, text, i, j: text[:i] + " ".join(reversed(text[i:j].split(" "))) + text[j:],
    lambda chance, text, i, _: text[:i] + chance.choice(SPLICES) + text[i:],
)
"""Cutting out, doubling, other letters, other order of words, something in between."""


def damaged(texts: Sequence[str], name: str, count: int) -> list[str]:
    """Texts made of others by cutting, doubling, moving and splicing, the same in every run."""
    chance = random.Random(name)
    return [_damaged_once(chance, texts) for _ in range(count)]


def _damaged_once(chance: random.Random, texts: Sequence[str]) -> str:
    text = chance.choice(texts)
    start = chance.randrange(max(1, len(text) - LONGEST_DAMAGED // 2))
    text = text[start : start + chance.randint(20, LONGEST_DAMAGED)]
    for _ in range(chance.randint(0, 6)):
        i, j = sorted(chance.randrange(len(text) + 1) for _ in range(2))
        j = min(j, i + chance.choice((1, 1, 5, 40)))
        text = chance.choice(DAMAGES)(chance, text, i, j)
    return text[:LONGEST_DAMAGED]


def development_sets() -> Iterator[tuple[str, list[str]]]:
    """(name, texts) of every development set."""
    for path in sorted(corpus.dev().glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        for field in TEXT_FIELDS:
            if texts := [row[field] for row in rows if isinstance(row.get(field), str)]:
                yield f"dev/{path.stem}/{field}", texts


def all_sets() -> dict[str, list[str]]:
    """Every set of texts by its name."""
    sets = dict(composed_sets())
    sets.update(
        {
            f"damaged/{name}": damaged(texts, name, DAMAGED_A_SET)
            for name, texts in list(sets.items())
        }
    )
    try:
        sets.update(development_sets())
    except corpus.NoDataError as missing:
        print(f"without the development texts: {missing}")
    return sets


def result_digests(texts: Sequence[str]) -> list[str]:
    """A digest of what is read in each text, under all settings."""
    return [_digest([_as_json(text, *setting) for setting in SETTINGS]) for text in texts]


def _as_json(text: str, options: ParseOptions, published: datetime.date | None) -> object:
    return to_dict(parse(text, options=options, published=published), text=False)


def _digest(value: object) -> str:
    data = json.dumps(value, sort_keys=True).encode()
    return hashlib.sha256(data).hexdigest()[:HEX_DIGITS]


def present_results(sets: dict[str, list[str]], every: int) -> dict[str, dict[str, Any]]:
    """{name: texts' digest, results}; of every nth text, the results of the others being empty."""
    tasks = []
    for name, texts in sets.items():
        numbers = list(range(0, len(texts), every))
        tasks += [
            (name, numbers[n : n + TEXTS_A_TASK]) for n in range(0, len(numbers), TEXTS_A_TASK)
        ]
    found = {
        name: {"texts": _digest(texts), "results": [""] * len(texts)}
        for name, texts in sets.items()
    }
    with ProcessPoolExecutor(max_workers=os.cpu_count()) as pool:
        wanted = [[sets[name][n] for n in numbers] for name, numbers in tasks]
        for (name, numbers), digests in zip(tasks, pool.map(result_digests, wanted), strict=True):
            for number, digest in zip(numbers, digests, strict=True):
                found[name]["results"][number] = digest
    return found


def differences(stored: dict[str, Any], present: dict[str, Any]) -> tuple[list[str], int]:
    """A line for each text whose result is another one, and how many texts were compared.

    Sets of other texts are named.
    """
    lines: list[str] = []
    compared = 0
    for name, now in present.items():
        was = stored.get(name)
        if was is None or was["texts"] != now["texts"]:
            print(f"not compared, {'new' if was is None else 'its texts are others'}: {name}")
            continue
        pairs = zip(was["results"].split(), now["results"], strict=True)
        for number, (before, after) in enumerate(pairs):
            compared += bool(after)
            if after not in {"", before}:
                lines.append(f"differs: {name}, text {number}")
    return lines, compared


def store(present: dict[str, Any], stored: dict[str, Any], path: Path) -> None:
    """Make the present results the stored ones; sets that were not read stay as they are."""
    new = {
        name: {**found, "results": " ".join(found["results"])} for name, found in present.items()
    }
    text = json.dumps({**stored, **new}, indent=1, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8")


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Is every result what it was, to the last digit of a confidence?"
    )
    parser.add_argument("--quick", action="store_true", help=f"one text in {ONE_IN}")
    parser.add_argument(
        "--only", default="", metavar="WORD", help="only the sets whose name holds this"
    )
    parser.add_argument(
        "--update", action="store_true", help="make the present results the stored ones"
    )
    return parser.parse_args(argv)


def main(argv: Sequence[str] | None = None, path: Path = STORED) -> int:
    """Compare, or store."""
    args = _arguments(argv)
    sets = {name: texts for name, texts in all_sets().items() if args.only in name}
    present = present_results(sets, ONE_IN if args.quick and not args.update else 1)
    stored = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    if args.update:
        store(present, stored, path)
        print(f"stored: {sum(map(len, sets.values()))} texts in {len(sets)} sets")
        return 0
    lines, compared = differences(stored, present)
    print("\n".join(lines[:SHOWN_DIFFERENCES]) or "no difference")
    print(
        f"{len(lines)} of {compared} texts differ, read with {len(SETTINGS)} sets of options each"
    )
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
