"""The articles that the benchmarks read.

In: the environment variable ``NEWSQUOTE_DATA``, or nothing. Out: texts, and a name for them that
goes with every figure. Why: figures of different texts cannot be compared, so all scripts read the
same ones and say which. Without the data they read the texts in examples/.
"""

from __future__ import annotations

import itertools
import json
import os
from pathlib import Path
from typing import NamedTuple

__all__ = ["Articles", "development", "everything", "examples", "repeated"]

EXAMPLES = Path(__file__).parent.parent / "examples"
_WHOLE = {
    "bbc": "text",
    "gum_news": "text",
    "isot_reuters": "text",
    "pages": "text_full",
    "polnear": "text",
    "reuters21578": "text",
}
"""The development sets that hold whole articles, and the field in which the text stands."""


class Articles(NamedTuple):
    """Texts and what they are."""

    name: str
    texts: list[str]

    @property
    def words(self) -> int:
        """How many words, parted by blanks, the texts have."""
        return sum(len(text.split()) for text in self.texts)

    def __str__(self) -> str:
        return f"{len(self.texts)} articles, {self.words:,} words ({self.name})"


def examples() -> Articles:
    """The texts in examples/."""
    return Articles(
        "examples/", [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt"))]
    )


def development() -> Articles:
    """The development articles, or the examples where the data are not there."""
    return _of("polnear") or _missing()


def everything() -> Articles:
    """Every whole article of the development sets, or the examples where the data are not there."""
    found = [articles for name in _WHOLE if (articles := _of(name))]
    return (
        Articles(
            "dev/, all whole articles", [text for articles in found for text in articles.texts]
        )
        if found
        else _missing()
    )


def repeated(articles: Articles, count: int) -> Articles:
    """So many articles, over and over the same."""
    return Articles(articles.name, list(itertools.islice(itertools.cycle(articles.texts), count)))


def _of(name: str) -> Articles | None:
    path = Path(os.environ.get("NEWSQUOTE_DATA") or os.devnull, "dev", f"{name}.jsonl")
    if not path.is_file():
        return None
    with path.open(encoding="utf-8") as lines:
        return Articles(f"dev/{name}.jsonl", [json.loads(line)[_WHOLE[name]] for line in lines])


def _missing() -> Articles:
    found = examples()
    return Articles("examples/, because NEWSQUOTE_DATA names no data", found.texts)
