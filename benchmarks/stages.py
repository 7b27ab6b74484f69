"""Where the time goes: CPU time by stage of reading.

    python benchmarks/stages.py [--runs N]

In: the development articles that ``NEWSQUOTE_DATA`` names, or the texts in examples/. Out: a
Markdown table: each stage's share of the time, and its microseconds a word, the medians of several
runs over warm caches. Why: measure first; what takes a twentieth is not worth a trick.

The stages are the rooms' entry functions, as ``parser`` and ``_quotes.engine`` call them. Each is
wrapped from outside while this runs, so the package itself has no clock in it. A stage's time is
its own: what a wrapped function inside it takes goes to that one. (The file is not called
profile.py: the standard library has a module of that name, which would be hidden.)
"""

from __future__ import annotations

import argparse
import functools
import importlib
import statistics
import time
from collections import defaultdict
from contextlib import contextmanager
from typing import TYPE_CHECKING

import articles

import newsquote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

STAGES = {
    "_text.lines:split_lines": "page",
    "_page.passes:read_page": "page",
    "_text.doc:read_doc": "tokens",
    "_text.marks:pair_marks": "marks",
    "_text.sentences:split_sentences": "sentences",
    "_names.spotting:find_names": "names",
    "_quotes.engine:read_quotes": "quotes: the rest",
    "_quotes.clauses.cues:find_cues": "quotes: cues by rules",
    "_quotes.engine:find_signed": "quotes: turns and interviews",
    "_quotes.engine:find_headline_tag": "quotes: turns and interviews",
    "_quotes.engine:find_turns": "quotes: turns and interviews",
    "_quotes.engine:find_answers": "quotes: turns and interviews",
    "_quotes.engine:find_letters": "quotes: turns and interviews",
    "_quotes.engine:find_nominal_cues": "quotes: nouns as cues",
    "_quotes.engine:link_cues": "quotes: sources and spans by rules",
    "_quotes.engine:hints_of": "quotes: sources and spans by rules",
    "_quotes.model.weights:model_of": "quotes: weights of every token",
    "_quotes.model.finding:view_tokens": "quotes: features of every token",
    "_quotes.model.tagging:Tagger.score_tokens": "quotes: weights of every token",
    "_quotes.model.finding:find_attributions": "quotes: candidates of every cue",
    "_quotes.model.plain:_picked": "quotes: cue, source and content chosen",
    "_quotes.model.core.scorer:CompiledScorer.read": "quotes: weights of every token",
    "_quotes.model.core.scorer:CompiledScorer.choose": "quotes: candidates and choice, compiled",
    "_quotes.engine:merge_model_and_rules": "quotes: model and rules brought together",
    "_quotes.engine:fold_relays": "quotes: pieces joined",
    "_quotes.engine:share_quotations": "quotes: pieces joined",
    "_quotes.engine:join_quotations": "quotes: pieces joined",
    "_quotes.engine:_find_inside_marks": "quotes: nested",
    "_quotes.engine:nest": "quotes: nested",
    "_quotes.engine:with_circumstances": "quotes: addressee, occasion, time",
    "_quotes.engine:find_refusals": "quotes: refusals and modes",
    "_quotes.engine:judge_attributions": "quotes: refusals and modes",
    "_names.resolve:resolve_mentions": "identities",
    "_build:build_article": "building",
}
"""What each entry function, ``module:name``, counts as; the module is the one that calls it, where
it imports the function by name."""
WHOLE = "the rest"


class Clock:
    """CPU time by stage."""

    def __init__(self) -> None:
        self.spent: dict[str, int] = defaultdict(int)
        self._open: list[str] = []
        self._since = 0

    def _turn(self) -> None:
        """What passed until now goes to the innermost open stage."""
        now = time.process_time_ns()
        if self._open:
            self.spent[self._open[-1]] += now - self._since
        self._since = now

    @contextmanager
    def running(self, stage: str) -> Iterator[None]:
        """Time what is done inside."""
        self._turn()
        self._open.append(stage)
        try:
            yield
        finally:
            self._turn()
            self._open.pop()

    def wrapped(self, stage: str, function: Callable[..., object]) -> Callable[..., object]:
        """A function that is timed as a stage."""

        @functools.wraps(function)
        def timed(*args: object, **named: object) -> object:
            self._turn()
            self._open.append(stage)
            try:
                return function(*args, **named)
            finally:
                self._turn()
                self._open.pop()

        return timed


def entry(where: str) -> tuple[object, str]:
    """The object that holds an entry function, and the function's name in it.

    :raises AttributeError: if newsquote has no such function any more.
    """
    module, _, path = where.partition(":")
    holder: object = importlib.import_module(f"newsquote.{module}")
    *classes, name = path.split(".")
    for one in classes:
        holder = getattr(holder, one)
    getattr(holder, name)
    return holder, name


@contextmanager
def watched(clock: Clock) -> Iterator[None]:
    """Every entry function timed while this lasts."""
    before = [(*entry(where), stage) for where, stage in STAGES.items()]
    originals = [getattr(holder, name) for holder, name, _ in before]
    for (holder, name, stage), function in zip(before, originals, strict=True):
        setattr(holder, name, clock.wrapped(stage, function))
    try:
        yield
    finally:
        for (holder, name, _), function in zip(before, originals, strict=True):
            setattr(holder, name, function)


def read(texts: Sequence[str]) -> dict[str, float]:
    """CPU seconds of each stage over some texts."""
    clock = Clock()
    with watched(clock):
        for text in texts:
            with clock.running(WHOLE):
                newsquote.parse(text)
    return {stage: nanoseconds / 1e9 for stage, nanoseconds in clock.spent.items()}


def measure(texts: Sequence[str], runs: int) -> dict[str, float]:
    """The median CPU seconds of each stage; a first reading warms up."""
    found = [read(texts) for _ in range(runs + 1)][1:]
    names = dict.fromkeys([*STAGES.values(), WHOLE])
    return {name: statistics.median(one.get(name, 0.0) for one in found) for name in names}


def table(seconds: Mapping[str, float], words: int) -> str:
    """Shares and microseconds a word, as Markdown."""
    whole = sum(seconds.values())
    rows = ["| stage | share | µs a word |", "|---|--:|--:|"]
    rows += [
        f"| {name} | {spent / whole:.1%} | {1e6 * spent / words:.2f} |"
        for name, spent in seconds.items()
    ]
    quotes = sum(spent for name, spent in seconds.items() if name.startswith("quotes"))
    rows += [
        f"| quotes, together | {quotes / whole:.1%} | {1e6 * quotes / words:.2f} |",
        f"| all | 100.0% | {1e6 * whole / words:.2f} |",
    ]
    return "\n".join(rows)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description="Where the time goes: CPU time by stage of reading."
    )
    parser.add_argument("--runs", type=int, default=5, help="how often (default: 5)")
    runs = parser.parse_args().runs
    found = articles.development()
    print(f"{found}, medians of {runs} runs, warm\n")
    print(table(measure(found.texts, runs), found.words))


if __name__ == "__main__":
    main()
