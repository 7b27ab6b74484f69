"""Make the seed corpus: ``python fuzzing/seeds.py``.

In: the composed articles and cases of the project, and, only where ``NEWSQUOTE_DATA`` is set,
pieces of real articles. Out: files under ``fuzzing/corpus`` and ``fuzzing/real``, which git
ignores. Why: a fuzzer that begins with news text gets into the rules at once. Real texts belong to
their publishers: they are read where they are, and neither they nor what grew out of them enters
the project.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HOME = Path(__file__).resolve().parent
ROOT = HOME.parent
LONGEST = 300  # bytes: small enough for pace, and a few paragraphs
EVERY_REAL = 11  # one real article of so many gives a piece

MARKUP = re.compile(r"\{[^{}:=|]*=[^{}]*\}|\{[^{}:= ]+(?: [^{}:= ]+)*:|\}")


def pieces(text: str, length: int = LONGEST) -> Iterator[bytes]:
    """A text in pieces that begin and end at lines where they can."""
    data = b""
    for line in text.encode("utf-8", "surrogateescape").splitlines(keepends=True):
        for start in range(0, len(line), length):
            part = line[start : start + length]
            if data and len(data) + len(part) > length:
                yield data
                data = b""
            data += part
    if data:
        yield data


def composed() -> Iterator[str]:
    """Every composed text of the project."""
    for path in sorted([*ROOT.glob("examples/*.txt"), *ROOT.glob("tests/articles/*.txt")]):
        yield path.read_text(encoding="utf-8")
    for path in sorted(ROOT.glob("tests/cases/*.txt")):
        for case in re.split(r"^## .*\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            yield MARKUP.sub("", case)
    for path in sorted(ROOT.glob("tests/pages/*.txt")):
        for page in path.read_text(encoding="utf-8").split("\n## "):
            yield "\n".join(line.partition(" | ")[2] for line in page.splitlines())


def real() -> Iterator[str]:
    """Some real articles, where the evaluation data are at hand."""
    folder = os.environ.get("NEWSQUOTE_DATA")
    if folder:
        for path in sorted(Path(folder).glob("train/*.jsonl")):
            with path.open(encoding="utf-8") as file:
                yield from (
                    json.loads(line).get("text", "")
                    for n, line in enumerate(file)
                    if n % EVERY_REAL == 0
                )


def write(folder: Path, seeds: Iterable[bytes]) -> int:
    """Write each seed to a file that is named by what it holds; how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    names = set()
    for seed in seeds:
        name = hashlib.sha1(seed, usedforsecurity=False).hexdigest()
        names.add(name)
        (folder / name).write_bytes(seed)
    return len(names)


def main() -> None:
    """Write the corpora: whole passages, single lines, quotations with their texts, and choices."""
    texts = list(composed())
    passages = [piece for text in texts for piece in pieces(text)]
    passages += [piece.replace(b"\n", b"\r\n") for piece in passages[::7]]
    lines = [
        line.strip()[:160] for text in texts for line in text.encode().splitlines() if line.strip()
    ]
    checks = [
        piece[i : i + 40].replace(b"\n", b" ") + b"\n" + piece[:300]
        for n, piece in enumerate(passages)
        for i in [n * 13 % max(1, len(piece))]
    ]
    choices = [
        bytes([n % 5, n % 13, n % 3, n * 7 % 256]) + passages[n % len(passages)][:60]
        for n in range(0, 600, 2)
    ]
    for name, seeds in (
        ("article", passages),
        ("line", lines),
        ("verify", checks),
        ("choices", choices),
    ):
        print(f"corpus/{name}: {write(HOME / 'corpus' / name, seeds)} seeds")
    found = [piece for text in real() for piece in list(pieces(text))[:2]]
    if found:
        print(f"real/article: {write(HOME / 'real' / 'article', found)} seeds")


if __name__ == "__main__":
    main()
