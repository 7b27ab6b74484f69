"""No pattern can blow up.

Every pattern that the package compiles, against near-misses that are made of the pattern itself.
"""

import importlib
import re
import subprocess
import sys
from pathlib import Path

import blowup
import pytest

import newsquote
from newsquote._text import tokens

HOME = Path(blowup.__file__).resolve().parent


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_no_reader_shows_the_square_of_a_text_to_a_pattern():
    """In a process of its own: patterns are caught while the package is loaded.

    The long one is in fuzzing/README.md.
    """
    done = subprocess.run(
        [sys.executable, str(HOME / "blowup.py"), "--quick", "--size", "2048"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    counted = int(done.stdout.partition(" patterns, ")[0].split()[-1])
    assert counted > 80, done.stdout


@pytest.mark.parametrize(
    ("pattern", "method", "unit"),
    [(re.compile(r"\s+:"), "search", "\t"), (re.compile(r"[\w.]+@"), "search", "a")],
)
def test_a_pattern_of_the_square_is_found(pattern, method, unit):
    assert ("", unit) in blowup.near_misses(pattern.pattern, pattern.flags)
    assert blowup.growth(pattern, method, lambda length: unit * length, 16_384) > blowup.GROWTH


def test_a_linear_pattern_is_not():
    pattern = re.compile(r"\w++:")
    assert blowup.growth(pattern, "match", lambda length: "a" * length, 16_384) <= blowup.GROWTH


def test_a_reader_of_the_square_is_found():
    pattern = re.compile(r"\s+:")
    reading = blowup.Reading(pattern.search, "By ")
    assert blowup.growth(reading, "match", lambda length: "\t" * length, 16_384) > blowup.GROWTH


# Found by the above: a copyright line of two thousand characters took half a minute.
LINES = (
    "©{}!",
    "© 2026{}!",
    "- Floods hit valley{}https",
    "- Floods hit valley{}5",
    "L{}!",
    "By Ann Lee{}!",
    "Reporting by Ann Lee{}!",
)


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("unit", ["\t", " ", ", "])
def test_blanks_inside_a_line_cost_their_number_at_most(line, unit):
    """Against as many letters: what a line costs anyway."""

    def cost(filling):
        text = "Bridge to reopen\n\nThe bridge will reopen, said Ann Lee.\n\n" + line.format(
            (filling * 1900)[:1900]
        )
        return min(
            blowup.work(blowup.Reading(newsquote.parse_body, ""), "match", text) for _ in range(2)
        )

    assert cost(unit) <= 40 * max(cost("ab c"), blowup.NOISE)


@pytest.mark.parametrize("unit", ["a+", "..a", "a.-", "a@", "a@b."])
@pytest.mark.parametrize("pattern", [tokens._usual_token, tokens._token], ids=["re", "regex"])
def test_a_run_of_what_addresses_are_made_of_costs_its_length(pattern, unit):
    """Found by hand.

    200,000 characters took a minute, for at every token the rest of the run was looked through for
    its "@".
    """
    reading = blowup.Reading(lambda text: sum(1 for _ in pattern().finditer(text)), "")
    assert (
        blowup.growth(reading, "match", lambda length: (unit * length)[:length], 16_384)
        <= blowup.GROWTH
    )


@pytest.mark.parametrize("unit", ["</aa=", "<a ", "<!", '<a b="', "<a b='>", '</a b=">'])
def test_tags_that_are_not_closed(unit):
    pytest.importorskip("trafilatura", reason="the extra needs it")
    places = importlib.import_module("newsquote.extras.html.places")
    assert (
        blowup.growth(places._TAG, "search", lambda length: (unit * length)[:length], 65_536)
        <= blowup.GROWTH
    )
    assert (
        blowup.growth(
            blowup.Reading(lambda page: list(places._texts(page)), ""),
            "match",
            lambda length: (unit * length)[:length],
            65_536,
        )
        <= blowup.GROWTH
    )
