"""What can be seen of a line without the page around it, as keys."""

import pytest

from newsquote._page.chain.line_keys import (
    bucket_of,
    ends_of,
    keys_of_line,
    long_words,
    look_of,
    may_list_stories,
)
from newsquote._page.line import Line
from newsquote._page.verdicts import Judge, Sign, Verdict
from newsquote.kinds import BlockRole
from newsquote.lang import get_pack

PACK = get_pack("en")
LEAD = "The bridge over the Orla will reopen in May, the mayor said on Tuesday, two years after the flood."


def line_of(text):
    return Line(text, 0, len(text), 0, 0)


def keys_of(text):
    line = line_of(text)
    return keys_of_line(line, look_of(line), PACK)


def test_words_stand_for_themselves_and_other_keys_have_a_sign():
    keys = keys_of("Ann Lee looks on")
    words = {key for key in keys if not key.startswith("=")}
    assert words == {"ann", "lee", "looks", "on"}
    assert {"=1 ann", "=2 ann lee", "=$ on"} <= set(keys)


def test_a_word_counts_once():
    assert keys_of("Pier by pier by pier").count("pier") == 1


def test_a_long_line_is_not_seen_by_its_words():
    long = keys_of(" ".join(["pier"] * 46))
    assert "pier" not in long
    assert "pier" in keys_of(" ".join(["pier"] * 45))


@pytest.mark.parametrize(
    ("line", "look"),
    [
        (LEAD.partition(",")[0] + ".", "prose"),
        (" ".join(["word"] * 25) + ".", "long"),
        ("What follows:", "colon"),
        ("Who pays?", "ask"),
        ("It is open.", "sentence"),
        ("Upper town", "bit"),
        ("Floods hit the upper valley", "short"),
        ("Floods hit the upper valley of Norvale", "title"),
        (" ".join(["word"] * 20), "open"),
    ],
)
def test_a_line_without_a_verdict_has_a_look(line, look):
    assert look_of(line_of(line)) == look


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("FLOODS HIT", "=upper"),
        ("Floods Hit Valley", "=case1"),
        ("floods hit valley", "=case5"),
        ("12:30", "=nowords"),
        ("12:30", "=time"),
        ("Bo Ek (@boek)", "=@"),
        ("Write to bo@norvale.example", "=mail"),
        ("Ann Lee at the bridge (Norvale Post)", "=bracketend"),
        ("3 / 12 The bridge", "=counter"),
        ("© Norvale Post", "=©"),
        ("Norvale in 2019", "=year"),
        ("Floods hit upper valley…", "=dots"),
        ("- Floods hit upper valley", "=bullet"),
        ("12", "=wordless"),
    ],
)
def test_signs_are_seen(line, key):
    assert key in keys_of(line)


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("Floods hit upper valley", "=upper"),
        ("Floods hit upper valley", "=bullet"),
        ("Room 2190", "=year"),
        ("Norvale is 200 years old", "=time"),
        ("Bo Ek at the bridge", "=@"),
        ("In 3 of 12 towns", "=counter"),
    ],
)
def test_signs_are_not_seen_where_there_are_none(line, key):
    assert key not in keys_of(line)


@pytest.mark.parametrize(
    ("number", "bucket"), [(0, 0), (1, 0), (2, 1), (3, 1), (4, 2), (5, 3), (99, 3)]
)
def test_numbers_are_told_apart_by_bounds(number, bucket):
    assert bucket_of(number, (1, 3, 4)) == bucket


def test_a_judged_line_looks_like_what_it_is():
    line = line_of("Share")
    line.verdict = Verdict(BlockRole.SOCIAL, Judge.LISTED_PHRASE, Sign.LISTED_LINE)
    line.role = BlockRole.SOCIAL
    assert look_of(line) == "social"


def test_of_a_long_line_the_ends_are_looked_at():
    assert ends_of("Floods hit") == "Floods hit"
    ends = ends_of(f"Ann Lee {'x' * 1000} Norvale Post")
    assert ends.startswith("Ann Lee")
    assert ends.endswith("Norvale Post")
    assert len(ends) < 400


def test_words_that_may_come_back_are_long_and_folded():
    assert long_words("The Bridge of Orla, 1999") == ["bridge", "orla"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [("Related stories", True), ("Most read", True), ("Stories of the bridge", False)],
)
def test_a_heading_over_other_stories_is_known(line, expected):
    assert may_list_stories(line_of(line), PACK) is expected


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("The bridge at dawn. Getty Images", "=source end"),
        ("Reuters / Norvale", "=source start"),
        ("3 comments", "=comments"),
        ("dana1 says:", "=commentator"),
        ("Related stories", "=related whole"),
    ],
)
def test_lists_are_asked(line, key):
    assert key in keys_of(line)
    assert key not in keys_of("The bridge at noon")
