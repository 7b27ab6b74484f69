"""Can a pattern blow up? ``python fuzzing/blowup.py [--size 100000] [--only TEXT]``.

In: every pattern that the package compiles, caught while it is loaded and reads the seed corpus.
Out: a line for each pattern and text where four times the text is much more than four times the
work, for the pattern alone; such a text is then read, since many patterns only ever see a bounded
piece of a line, and the exit status is 1 if a reader's work grows like that, too. Why: one bad
pattern and one strange line stop a server. The texts are near-misses that are made of the pattern
itself: what it repeats, repeated, then spoiled. Work is processor time, and only ever compared with
that of a shorter text of the same kind, with room for noise.
"""

from __future__ import annotations

import argparse
import functools
import importlib
import inspect
import itertools
import math
import pkgutil
import re
import sys
import time
from collections import defaultdict
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SAMPLES = "aAzZ1 -.,'’“\"\u00a0\t:;|/@([é\u0660_#•—&\n"  # one of each class that patterns know
SPOILERS = ("", "\x00", "!")
READ = 16_384
"""Characters, at least, that a reader gets of what is too much for a pattern."""
SHORTEST = 64
"""Characters of the first text that a pattern gets: what blows up here is not tried with more."""
SHORTEST_READ = 256
"""Characters of the first text that a reader gets; shorter ones cost the same."""
TIMES = 4
"""How much longer the long text is."""
GROWTH = 9.0
"""So much more work it may be: the square is sixteen times, n log n less than five."""
NOISE = 0.002
"""Seconds of processor time below which a measurement says nothing."""
NOISE_READ = 5 * NOISE
"""The same for a reader, which does much else."""
LOOP = 8
"""What a pattern repeats more often than that is a loop."""
ENOUGH = 3
"""Findings of one pattern that are told."""
EVERY, EVERY_WHEN_QUICK = 2, 16
"""One in so many composed texts is read."""
TRIES = 3
"""A suspicion is measured anew so often; the best counts."""
PACKAGE = "newsquote"

Key = tuple[str, str, int]


class Watched:
    """A compiled pattern that remembers which of its methods were called."""

    def __init__(self, pattern: Any, called: set[str]) -> None:
        self._pattern, self._called = pattern, called

    def __getattr__(self, name: str) -> Any:
        if name in {"match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split"}:
            self._called.add(name)
        return getattr(self._pattern, name)


def collect(read: Callable[[], None]) -> dict[Key, tuple[Any, set[str], str]]:
    """Every pattern that the package compiles.

    With the methods it was used by and the module that compiled it.
    """
    found: dict[Key, tuple[Any, set[str], str]] = {}

    def watching(library: Any) -> None:
        compiled = library.compile

        def watched(pattern: Any, flags: int = 0, **more: Any) -> Any:
            made = compiled(pattern, flags, **more)
            module = next((name for name in _callers() if name.startswith(PACKAGE)), None)
            if module is None or not isinstance(pattern, str):
                return made
            _, called, _ = found.setdefault(
                (library.__name__, made.pattern, made.flags), (made, set(), module)
            )
            return Watched(made, called)

        library.compile = watched

    before = re.compile, regex.compile
    watching(re)
    watching(regex)
    try:
        read()
    finally:
        re.compile, regex.compile = before
    return found


def _callers() -> Iterator[str]:
    """The modules of who called, three calls at most.

    A pattern may be compiled through ``map``, or by a cached function.
    """
    frame = sys._getframe(2)  # noqa: SLF001 - where the call came from is the question
    for _ in range(3):
        if frame is None:
            return
        yield str(frame.f_globals.get("__name__", ""))
        frame = frame.f_back  # type: ignore[assignment]


def load_and_read(every: int) -> None:
    """Load every module, make every pattern of a language pack, read the composed texts.

    :param every: one in so many of the texts is read; a method of a pattern that none of them
        calls is tried all the same.
    """
    package = importlib.import_module(PACKAGE)
    modules = [package]
    for name in [module.name for module in pkgutil.walk_packages(package.__path__, f"{PACKAGE}.")]:
        if not name.endswith("__main__"):
            try:
                modules.append(importlib.import_module(name))
            except ImportError:  # an extra whose library is not there
                print(f"not loaded: {name}")
    pack = package.get_pack("en")
    for module in modules:
        for make in vars(module).values():
            if (
                hasattr(make, "__wrapped__")  # a function whose result is kept
                and make.__module__ == module.__name__
                and "Pattern" in str(inspect.signature(make).return_annotation)
            ):
                make(*[pack] * len(inspect.signature(make).parameters))
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    seeds = importlib.import_module("seeds")
    options = package.ParseOptions(include_thoughts=True, include_nested=True)
    writers = importlib.import_module("exports").FORMATS.values()
    for text in itertools.islice(seeds.composed(), 0, None, every):
        article = package.parse(text, options=options)
        package.verify(text[:60], text)
        package.parse_byline(text)
        package.parse_dateline(text)
        for write in writers:
            write(article)


def near_misses(pattern: str, flags: int) -> set[tuple[str, str]]:
    """Beginnings and units: a unit, repeated behind its beginning, is what the pattern repeats."""
    plain = re.sub(r"\\[pP]\{[^}]*\}", r"\\w", pattern)
    tree = parser.parse(plain, flags & (re.IGNORECASE | re.VERBOSE | re.DOTALL | re.MULTILINE))
    found: set[tuple[str, str]] = set()
    for before, unit in _repeated(tree, ""):
        found |= {("", unit), (before, unit)} if unit else set()
    whole = _sample(tree)
    found |= {("", whole[:-1]), ("", whole + " "), ("", whole[: len(whole) // 2])}
    found |= {
        (before[:40], char)
        for char in SAMPLES
        for before in {"", whole[: len(whole) // 2]}
        if re.search(rf"[{re.escape(char)}]|\\|\.|\[\^", plain)
    }
    return {(before, unit) for before, unit in found if unit}


def _repeated(
    tree: Any,
    before: str,
) -> Iterator[tuple[str, str]]:
    """Whatever may be repeated often, with what stands before it."""
    for op, argument in tree:
        if op in {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}:
            low, high, body = argument
            if high is codes.MAXREPEAT or high > LOOP:
                yield from ((before, unit) for unit in _samples(body))
            yield from _repeated(body, before)
            before += _sample(body) * max(low, 1)
            continue
        for part in _parts(op, argument):
            yield from _repeated(part, before)
        before += _sample([(op, argument)])


def _parts(op: Any, argument: Any) -> list[Any]:
    if op is codes.SUBPATTERN:
        return [argument[3]]
    if op is codes.ATOMIC_GROUP:
        return [argument]
    if op is codes.BRANCH:
        return list(argument[1])
    if op in {codes.ASSERT, codes.ASSERT_NOT}:
        return [argument[1]]
    return []


def _samples(tree: Any) -> set[str]:
    """A few strings that a piece of a pattern matches."""
    found = {_sample(tree)}
    if len(tree) == 1:
        op, argument = tree[0]
        if op in {codes.IN, codes.ANY, codes.NOT_LITERAL, codes.CATEGORY}:
            found |= set(_members(op, argument)[:6])
        for part in _parts(op, argument):
            found |= _samples(part)
    return found


def _members(op: Any, argument: Any) -> list[str]:
    """The sample characters that one character of a pattern can be."""
    if op is codes.ANY:
        return list("a .")
    if op is codes.LITERAL:
        return [chr(argument)]
    wanted = [(op, argument)] if op is not codes.IN else argument
    negated = bool(wanted) and wanted[0][0] is codes.NEGATE
    return [
        char for char in SAMPLES if any(_is_in(char, one) for one in wanted) is not negated
    ] or [
        chr(value if kind is codes.LITERAL else value[0])
        for kind, value in wanted
        if kind in {codes.LITERAL, codes.RANGE}
    ]


def _is_in(char: str, one: Any) -> bool:
    kind, value = one
    if kind is codes.LITERAL:
        return ord(char) == value
    if kind is codes.NOT_LITERAL:
        return ord(char) != value
    if kind is codes.RANGE:
        return bool(value[0] <= ord(char) <= value[1])
    if kind is codes.CATEGORY:
        name = str(value).rsplit("_", 1)[-1]
        held = {
            "DIGIT": char.isdigit(),
            "SPACE": char.isspace(),
            "WORD": char.isalnum() or char == "_",
        }[name]
        return held is not ("_NOT_" in str(value))
    return False


def _sample(tree: Any) -> str:
    """One string that a piece of a pattern matches, more or less: lookarounds are passed over."""
    return "".join(_sample_of(op, argument) for op, argument in tree)


def _sample_of(op: Any, argument: Any) -> str:
    if op in {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}:
        return _sample(argument[2]) * max(argument[0], 1)
    if op in {codes.LITERAL, codes.IN, codes.ANY, codes.NOT_LITERAL, codes.CATEGORY}:
        return (_members(op, argument) or ["a"])[0]
    if op in {codes.SUBPATTERN, codes.ATOMIC_GROUP}:
        return _sample(_parts(op, argument)[0])
    return _sample(argument[1][0]) if op is codes.BRANCH and argument[1] else ""


def work(pattern: Any, method: str, text: str) -> float:
    """The processor time that a pattern takes over a text."""
    started = time.process_time()
    if method in {"match", "fullmatch"}:
        getattr(pattern, method)(text)
    else:
        for _ in pattern.finditer(text):
            pass
    return time.process_time() - started


def growth(
    pattern: Any,
    method: str,
    made: Callable[[int], str],
    size: int,
    *,
    shortest: int = SHORTEST,
    floor: float = NOISE,
) -> float:
    """How much more work four times the text is, in the worst of the tries up to a size.

    Texts grow until there is too much: the shortest of these costs least.
    """
    length, worst = min(shortest, size // TIMES), 0.0
    while length * TIMES <= size and worst <= GROWTH:
        worst = max(worst, _ratio(pattern, method, made, length, floor))
        length *= TIMES
    return worst


def _ratio(
    pattern: Any,
    method: str,
    made: Callable[[int], str],
    length: int,
    floor: float,
) -> float:
    """The work of a text of four times the length over that of one of the length; best of a few."""
    best = math.inf
    for _ in range(TRIES):
        long = work(pattern, method, made(length * TIMES))
        if long <= GROWTH * floor:
            return long / floor  # whatever the short one takes, this is not too much
        best = min(best, long / max(work(pattern, method, made(length)), floor))
        if best <= GROWTH:
            break
    return best


LEADS = (
    "",
    "By Ann Lee",
    "LISBON (AP) — ",
    "Reporting by Ann Lee; ",
    "“It is over,” said Ann Lee. ",
    "Photo: ",
    "© 2026 ",
    "©",
    "- Floods hit valley",
)


def growth_of_readers(made: Callable[[int], str], size: int) -> float:
    """How much more work four times the text is for whoever reads it.

    A pattern may see a bounded piece of a line only.
    """
    package = importlib.import_module(PACKAGE)
    readers = (
        package.parse,
        package.parse_byline,
        package.parse_dateline,
        lambda text: package.verify(text[:200], text),
    )
    readings = [Reading(read, lead) for read in readers for lead in LEADS]
    return max(
        growth(reading, "match", made, size, shortest=SHORTEST_READ, floor=NOISE_READ)
        for reading in readings
    )


class Reading:
    """A reader in the place of a pattern: it matches a text behind its lead."""

    def __init__(self, read: Callable[[str], object], lead: str) -> None:
        self.read, self.lead = read, lead

    def match(self, text: str) -> None:
        """Read the text."""
        self.read(
            f"Bridge to reopen\n\n{self.lead}{text}\n\nThe bridge will reopen in May, said Ann Lee."
            if self.read.__name__ == "parse"
            else self.lead + text
        )


def main() -> int:
    """Test every pattern; the exit status is 1 if one can blow up."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "--size", type=int, default=100_000, help="characters of the longest text (default: 100000)"
    )
    options.add_argument(
        "--only", default="", help="only patterns of modules with this in their name"
    )
    options.add_argument(
        "--quick",
        action="store_true",
        help="few texts read, one spoiler and one finding of each pattern",
    )
    arguments = options.parse_args()
    every = EVERY_WHEN_QUICK if arguments.quick else EVERY
    found = collect(functools.partial(load_and_read, every))
    texts, failed = 0, False
    bad: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (_, source, flags), (pattern, called, module) in sorted(
        found.items(), key=lambda item: (item[1][2], item[0])
    ):
        if arguments.only not in module:
            continue
        ways = {name if name in {"match", "fullmatch"} else "search" for name in called} or {
            "match",
            "search",
        }
        for (before, unit), spoiler, method in itertools.product(
            sorted(near_misses(source, flags)),
            SPOILERS[1:2] if arguments.quick else SPOILERS,
            sorted(ways),
        ):

            def made(
                length: int, before: str = before, unit: str = unit, spoiler: str = spoiler
            ) -> str:
                return before + (unit * (length // len(unit) + 1))[:length] + spoiler

            if len(bad[module, source]) >= (1 if arguments.quick else ENOUGH):
                break
            texts += 1
            grown = growth(pattern, method, made, arguments.size)
            if grown > GROWTH:
                read = growth_of_readers(made, max(READ, arguments.size))
                failed |= read > GROWTH
                bad[module, source].append(
                    f"{before!r} + {unit!r} again and again + {spoiler!r}: "
                    f"{grown:.0f} times the work in {method}, {read:.1f} times in the readers"
                )
        for finding in bad[module, source]:
            print(f"{module}: {' '.join(source.split())[:90]!r}: {finding}", flush=True)
    print(f"{len(found)} patterns, {texts} texts of up to {arguments.size} characters")
    print(
        f"{sum(map(bool, bad.values()))} patterns could blow up if they saw a whole text; "
        f"{'SOME DO' if failed else 'none does'} in what is read"
    )
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
