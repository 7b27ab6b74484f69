"""Does anything take more time for each character of more text? ``python fuzzing/linear.py``.

In: every public function, with each of its arguments that can grow, and every format. Out: a table
of microseconds a character at each size, and the last figure over the first; the exit status is 1
where that is over 1.3, or where something was raised. Why: a server that takes texts from others
stands still at one that costs the square. ``--short`` is what ``.ci/run`` does: small sizes, and
work that is counted (lines of newsquote's code that run, characters that are cut out of the text)
in place of time, which depends on who else is at work. A run that is no short one adds a line to
``runs.jsonl``.
"""

from __future__ import annotations

import argparse
import copy
import datetime
import functools
import gc
import json
import math
import pickle
import random
import sys
import tempfile
import time
import weakref
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import newsquote
from newsquote.cli.exports import COUNTED_FORMATS, FORMATS
from newsquote.codec import UNITS
from newsquote.database import Database
from newsquote.formats.citron import citron, read_citron
from newsquote.formats.prompt import resolve

if TYPE_CHECKING:
    from collections.abc import Callable

HOME = Path(__file__).resolve().parent
LOG = HOME / "runs.jsonl"
PACKAGE = str(Path(newsquote.__file__).parent)
SIZES = (10_000, 100_000, 1_000_000)
SIZES_WHEN_SHORT = (1_500, 6_000)
MOST = 1.3
"""The last figure may be so many times the first."""
MOST_WHEN_SHORT = 1.5
"""The same of counted work, at sizes where a piece more or less is seen; a square has four."""
TRIES = 3
"""A size is measured so often where it takes less than ``LONG``; the best counts."""
LONG = 1.0
SETUP = 4_000
"""Counted work below which nothing is said: a few lines more would be many times a few lines."""

NEWS = (
    "“We will not sell the bridge,” said Mayor Ida Vance of Corrow. “It is ours,” she added, “and "
    "it stays.” Bo Ek, who runs the mill, said that it would close in May. Critics called the plan "
    "“a mess of the worst kind.” The council voted on Monday.\n\n"
)
WORDS = (
    "the", "mayor", "Ann", "Lee", "said", "that", "“we”", "told", "of", "and", "Norvale", ",", ".",
    "”", "“", "Monday", "he", "she", "council", "it",
)  # fmt: skip


def random_news(length: int) -> str:
    """Words of news in no order."""
    draw, words, size = random.Random(7), [], 0  # noqa: S311 - the same text each time
    while size <= length:
        words.append(draw.choice(WORDS))
        size += len(words[-1]) + 1
    return " ".join(words)[:length]


def repeated(unit: str) -> Callable[[int], str]:
    """What makes a text of a unit."""
    return lambda length: (unit * (length // len(unit) + 1))[:length]


TEXTS: dict[str, Callable[[int], str]] = {
    "news": repeated(NEWS),
    "prose": repeated("The old bridge over the river would open again in May. "),
    "one paragraph of quotes": repeated("“It is over,” said Ann Lee. "),
    "split quotes": repeated("“We know it,” said Ann Lee, “and so do you,” she said. "),
    "marks alone": repeated("«Oui», dit Anne. "),
    "marks around signs": repeated('"“😀,” said 😀. '),
    "commas in a source": repeated("Ann Lee, the mayor, the owner, the judge, said it rained, "),
    "random words of news": random_news,
    "an open mark": repeated("“We know it.\n\n"),
    "lines of a list": repeated("- Old talks end\n"),
    "wide letters": repeated("“Ｗe know 😀 it,” said Ann Lee. "),
}


class Cut(str):
    """A text that counts the characters of the pieces that are cut out of it."""

    __slots__ = ()
    characters = 0

    def __getitem__(self, place: Any) -> str:
        piece = super().__getitem__(place)
        Cut.characters += len(piece)
        return piece


def counted(call: Callable[[], object]) -> float:
    """The work of a call: lines of newsquote's code that run, and a tenth of what is cut out."""
    lines, Cut.characters = 0, 0

    def line(_: object, event: str, __: object) -> Any:
        nonlocal lines
        lines += event == "line"
        return line

    def called(frame: Any, _: str, __: object) -> Any:
        name = frame.f_code.co_filename
        return line if name.startswith((PACKAGE, "<attrs")) else None

    before = sys.gettrace()
    sys.settrace(called)
    try:
        call()
    finally:
        sys.settrace(before)
    return max(lines + Cut.characters / 10, SETUP)


def timed(call: Callable[[], object]) -> float:
    """The processor time of a call, in microseconds; the best of a few."""
    best = math.inf
    for _ in range(TRIES):
        gc.collect()
        started = time.process_time()
        call()
        best = min(best, time.process_time() - started)
        if best > LONG:
            break
    return best * 1e6


@lru_cache(maxsize=4)
def parsed(name: str, length: int) -> newsquote.Article:
    """The article of a text, for what is made of articles."""
    return newsquote.parse(TEXTS[name](length), id="1", published=datetime.date(2026, 3, 4))


def articles(length: int) -> list[newsquote.Article]:
    """Articles of an ordinary length, each with people of its own."""
    whole = newsquote.parse_many(
        newsquote.Source(text=NEWS.replace("Vance", f"V{_letters(n)}") * 3, id=str(n))
        for n in range(length // (3 * len(NEWS)) + 1)
    )
    return list(whole)


def _letters(number: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def known(length: int) -> tuple[newsquote.KnownPerson, ...]:
    """As many known people as a text of that length has words."""
    return tuple(
        newsquote.KnownPerson(name=f"Ida V{_letters(n)}", id=f"Q{n}") for n in range(length // 20)
    )


Job = "Callable[[int], Callable[[], object]]"
"""For a length the call that is measured; what it needs is made before."""


def readings() -> dict[str, Job]:
    """Reading a text: each text, each option, each function."""
    jobs: dict[str, Any] = {}
    for name, text in TEXTS.items():
        jobs[f"parse, {name}"] = lambda n, text=text: _call(newsquote.parse, text(n))
    options = {
        "thoughts": {"include_thoughts": True},
        "nested": {"include_nested": True},
        "no model": {"model": None},
        "open model": {"model": "open"},
        "min_confidence": {"min_confidence": 0.5},
    }
    for name, fields in options.items():
        chosen = newsquote.ParseOptions(**fields)
        jobs[f"parse, {name}"] = lambda n, chosen=chosen: _call(
            newsquote.parse, TEXTS["news"](n), options=chosen
        )
    jobs["parse, published"] = lambda n: _call(
        newsquote.parse, TEXTS["news"](n), published=datetime.date(2026, 3, 4)
    )
    jobs["parse, known people"] = lambda n: _call(
        newsquote.parse, TEXTS["news"](n), options=newsquote.ParseOptions(known_people=known(n))
    )
    jobs["parse, a pack with words"] = lambda n: _call(_with_words, n)
    jobs["parse_many"] = lambda n: _call(
        lambda: list(newsquote.parse_many([NEWS] * (n // len(NEWS) + 1)))
    )
    for function in (
        newsquote.parse_headline, newsquote.parse_body, newsquote.parse_quotes,
        newsquote.parse_related, newsquote.mask_quotes,
    ):  # fmt: skip
        jobs[function.__name__] = lambda n, read=function: _call(read, TEXTS["news"](n))
    jobs["parse_byline"] = lambda n: _call(newsquote.parse_byline, _by(n))
    jobs["parse_dateline"] = lambda n: _call(
        newsquote.parse_dateline, "NORVALE (AP) — " * (n // 15)
    )
    jobs["explain"] = lambda n: _call(newsquote.explain, TEXTS["news"](n), newsquote.Span(2, 9))
    return jobs


def _by(length: int) -> str:
    return "By " + "Ann Lee, Bo Ek and " * (length // 19)


def _with_words(length: int) -> object:
    pack = newsquote.get_pack("en").with_words(
        "roles", [f"w{_letters(n)}" for n in range(length // 20)]
    )
    return newsquote.parse(TEXTS["news"](length), options=newsquote.ParseOptions(language=pack))


def checks() -> dict[str, Job]:
    """Quotations: long ones, long texts, and both."""
    short = "We will not sell the tunnel"
    jobs: dict[str, Any] = {
        "verify, text": lambda n: _call(newsquote.verify, short, TEXTS["news"](n)),
        "verify, quotation": lambda n: _call(newsquote.verify, TEXTS["news"](n), NEWS),
        "verify, article": lambda n: _call(newsquote.verify, short, parsed("news", n)),
        "check, text": lambda n: _call(newsquote.check, short, TEXTS["news"](n)),
        "check, quotation": lambda n: _call(newsquote.check, TEXTS["prose"](n), NEWS),
        "check, speaker": lambda n: _call(newsquote.check, short, parsed("news", n), "Vance"),
    }
    for name in ("news", "prose", "split quotes"):
        text = TEXTS[name]
        jobs[f"verify, all of {name}"] = lambda n, text=text: _call(
            newsquote.verify, text(n), text(n)
        )
        jobs[f"check, all of {name}"] = lambda n, text=text, name=name: _call(
            newsquote.check, text(n), parsed(name, n)
        )
        jobs[f"check, {name} altered, by speaker"] = lambda n, text=text, name=name: _call(
            newsquote.check, text(n).replace("it", "that"), parsed(name, n), "Lee"
        )
    for asked, held in (("[a] b ", "a b "), ("a … b c ", "a d b c "), ("a b c x ", "a b c d ")):
        jobs[f"verify, {asked.strip()!r}"] = lambda n, asked=asked, held=held: _call(
            newsquote.verify, asked * (n // len(asked)), held * (n // len(asked))
        )
    return jobs


def values() -> dict[str, Job]:
    """What is done with articles, of one speaker and of many marks."""
    jobs: dict[str, Any] = {}
    for name in ("one paragraph of quotes", "wide letters"):
        jobs[f"to_dict, {name}"] = lambda n, name=name: _call(newsquote.to_dict, parsed(name, n))
    name = "one paragraph of quotes"
    jobs["from_dict"] = lambda n: _call(newsquote.from_dict, newsquote.to_dict(parsed(name, n)))
    jobs["=="] = lambda n: _call(_compared, newsquote.to_dict(parsed(name, n)))
    jobs["hash"] = lambda n: _call(_hashed, newsquote.to_dict(parsed(name, n)))
    jobs["pickle"] = lambda n: _call(lambda one: pickle.loads(pickle.dumps(one)), parsed(name, n))  # noqa: S301 - our own
    jobs["deepcopy"] = lambda n: _call(copy.deepcopy, parsed(name, n))
    jobs["sources"] = lambda n: _call(parsed(name, n).sources)
    jobs["quotes_by"] = lambda n: _call(parsed(name, n).quotes_by, _twice(n)[0].speakers[0])
    jobs["quotes_at"] = lambda n: _call(parsed(name, n).quotes_at, 2)
    jobs["resolve"] = lambda n: _call(resolve, parsed(name, n), "Q1")
    jobs["evaluate"] = lambda n: _call(newsquote.evaluate, [parsed(name, n)], [parsed(name, n)])
    jobs["evaluate, news"] = lambda n: _call(
        newsquote.evaluate, [parsed("news", n)], [parsed("news", n)]
    )
    jobs["evaluate, many articles"] = lambda n: _call(newsquote.evaluate, articles(n), articles(n))
    jobs["people, many articles"] = lambda n: _call(newsquote.people, articles(n))
    jobs["people, known"] = lambda n: _call(
        lambda: newsquote.people(articles(4_000), known=known(n))
    )
    jobs["database, add"] = lambda n: _call(_stored, articles(n))
    jobs["database, add one"] = lambda n: _call(_stored, [parsed(name, n)])
    jobs["database, search"] = lambda n: _call(_searched(articles(n)))
    jobs["read_brat"] = lambda n: _call(
        newsquote.read_brat, parsed(name, n).text, FORMATS["brat"](parsed(name, n))
    )
    jobs["read_citron"] = lambda n: _call(read_citron, citron(parsed(name, n)))
    for form, write in FORMATS.items():
        jobs[f"format {form}"] = lambda n, write=write: _call(write, parsed("news", n))
    for units in UNITS:
        for form, write in COUNTED_FORMATS.items():
            jobs[f"format {form}, {units}"] = lambda n, write=write, units=units: _call(
                write, parsed("wide letters", n), units
            )
    return jobs


def _call(function: Any, *arguments: object, **named: object) -> Callable[[], object]:
    given = [Cut(one) if isinstance(one, str) else one for one in arguments]
    return lambda: function(*given, **named)


def _twice(length: int) -> list[newsquote.Article]:
    data = newsquote.to_dict(parsed("one paragraph of quotes", length))
    return [newsquote.from_dict(data), newsquote.from_dict(data)]


def _compared(data: dict[str, Any]) -> bool:
    """Values that were compared before are not compared again, so these are made anew."""
    return newsquote.from_dict(data) == newsquote.from_dict(data)


def _hashed(data: dict[str, Any]) -> int:
    """Made anew, as above: hashes are kept."""
    return hash(newsquote.from_dict(data))


def _stored(added: list[newsquote.Article]) -> None:
    with tempfile.TemporaryDirectory() as folder, Database(Path(folder, "a.db")) as base:
        for article in added:
            base.add(article)


def _searched(added: list[newsquote.Article]) -> Callable[[], object]:
    folder = tempfile.TemporaryDirectory()  # emptied once nobody searches any more
    base = Database(Path(folder.name, "a.db"))
    for article in added:
        base.add(article)

    search = functools.partial(base.search, "bridge")
    weakref.finalize(search, folder.cleanup)
    return search


def figures(job: Any, sizes: tuple[int, ...], measure: Callable[..., float]) -> list[float]:
    """The work for each character, size by size."""
    job(200)()  # what is loaded once is loaded now
    return [measure(job(size)) / size for size in sizes]


def main() -> int:
    """Measure, print, and say what grows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="only jobs with this in their name")
    parser.add_argument("--short", action="store_true", help="counted work of small sizes")
    parser.add_argument("--sizes", type=int, nargs="*", default=None, help="characters")
    arguments = parser.parse_args()
    sizes = tuple(arguments.sizes or (SIZES_WHEN_SHORT if arguments.short else SIZES))
    most = MOST_WHEN_SHORT if arguments.short else MOST
    measure = counted if arguments.short else timed
    unit = "lines" if arguments.short else "microseconds"
    jobs = {**readings(), **checks(), **values()}
    began, grown, calls = time.monotonic(), [], 0
    print(f"{unit} a character at {', '.join(map(str, sizes))} characters; last over first")
    for name, job in jobs.items():
        if arguments.only not in name:
            continue
        calls += len(sizes) + 1
        try:
            found = figures(job, sizes, measure)
        except Exception as error:  # noqa: BLE001 - one that fails is a finding
            grown.append(name)
            print(f"{name:40} {type(error).__name__}: {error!s:.80}", flush=True)
            continue
        ratio = found[-1] / found[0]
        if ratio > most:
            grown.append(name)
        shown = "".join(f"{one:9.2f}" for one in found)
        print(f"{name:40}{shown}{ratio:7.2f}{' GROWS' if ratio > most else ''}", flush=True)
    if not arguments.short:
        entry = {
            "date": datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M"),
            "mode": "linear",
            "executions": calls,
            "seconds": round(time.monotonic() - began),
            "findings": len(grown),
        }
        with LOG.open("a", encoding="utf-8") as log:
            log.write(json.dumps(entry) + "\n")
    print(
        f"{calls} calls; {len(grown)} of {len(jobs)} grow{': ' if grown else ''}{', '.join(grown)}"
    )
    return int(bool(grown))


if __name__ == "__main__":
    sys.exit(main())
