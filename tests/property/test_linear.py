"""Reading takes work in step with the length, for kind texts and unkind ones.

Work is counted in lines of newsquote's own code that run, so the count is the same on every
machine.
"""

import functools

import pytest
from exports import FORMATS
from lines_run import lines_run

import newsquote

SHORT, LONG = 5_000, 20_000
MOST = 5.5  # four times the text, a little more than four times the work
SETUP = 1_000  # lines that run for any text, however short
SHAPES = (
    "The mayor of the town said that the old bridge would open again in May. ",
    "Ann Lee told Bo Ek that he said she knew it. ",
    "“We know it,” said Ann Lee, “and so do you.”\n\n",
    "“We know it.\n\n",
    "“", '"', "'", '"\n', '"a" ', "”\n“", "(", "A. ", "Ann ", "Ann and ", "and ", "said ",
    "he said ",
    "said that ", "that ", "he ", "Mr. Lee ", "- \n", "- Old talks end\n", "x", "x\n", "\n", ", ",
    "—",
    ": ", "? ", "Q: a\n", "By Ann Lee and ", "By Ann Lee\n", "LISBON (AP) — ", "Read more: a\n",
    "© 2026\n", "Updated March 4, 2026\n", "@ann ", "a@b.example ", "https://example.org/",
    "her claim that ", "made it clear that ", "**Why?**\n\nI do.\n\n",
    "Letters\n\nI do.\n\nAnn Lee\n\n", "according to ", "İ", "e\u0301", "\u200b",
)  # fmt: skip
SHARES = {
    "her claim that ": 4,
    "Ann Lee told Bo Ek that he said she knew it. ": 4,
    **dict.fromkeys(
        (
            "made it clear that ", "said that ", "“We know it,” said Ann Lee, “and so do you.”\n\n",
            "“", "”\n“", '"', '"\n', '"a" ', "'", "Q: a\n", "x\n", "Read more: a\n",
            "- \n", "© 2026\n", "By Ann Lee\n", "Letters\n\nI do.\n\nAnn Lee\n\n",
            "**Why?**\n\nI do.\n\n",
        ),
        2,
    ),
}  # fmt: skip
"""Shapes of which 5,000 characters make more than a quarter of a million lines run.

Half the length will do for them, or a quarter, held to a closer bound, so that as little of a
square is seen.
"""
MOST_OF_SHARE = 4.6


def repeated(unit, length):
    return (unit * (length // len(unit) + 1))[:length]


def work(text, read=newsquote.parse):
    """How many lines of newsquote's code run to read a text."""
    return lines_run(lambda: read(text))


@pytest.fixture(scope="module", autouse=True)
def warm():
    """Word lists and patterns are loaded once, before anything is counted."""
    newsquote.parse(
        'By Ann Lee\n\nLISBON, March 4 (AP) — "It is over," said Mayor Ann Lee.\n\n'
        "Related:\n- Floods hit valley"
    )


QUOTATIONS = (
    "We will never sell the old bridge, she said",
    "a " * 40 + "b",
    "a … " * 40 + "b",
    "said … that … she … knew",
    "[The mayor] said that it knew",
    "a1" * 30,
    "Ann Lee told he said",
)


@pytest.mark.parametrize("quotation", QUOTATIONS, ids=lambda quotation: ascii(quotation)[:20])
@pytest.mark.parametrize("unit", SHAPES, ids=lambda unit: ascii(unit)[:40])
def test_four_times_the_text_is_about_four_times_the_work_of_a_check(unit, quotation):
    def check(text):
        return newsquote.verify(quotation, text)

    short, long = repeated(unit, SHORT // 2), repeated(unit, LONG // 2)  # linear.py has longer ones
    assert work(long, check) <= MOST * work(short, check) + SETUP


@pytest.mark.parametrize(
    ("unit", "printed"),
    [
        ("[a] b ", "a b "),
        ("[a] b ", "[a] b "),
        ("a … b c ", "a d b c "),
        ("[a] … b c d ", "a e f b c d "),
        ("a b c x ", "a b c d "),
        ("[a", "a "),
        ("… ", "a "),
    ],
)
def test_four_times_both_is_about_four_times_the_work_of_a_check(unit, printed):
    def check(length):
        times = length // max(len(unit), len(printed))
        return newsquote.verify(unit * times, printed * times)

    check(100)
    assert work(2 * SHORT, check) <= MOST * work(SHORT // 2, check) + SETUP


@pytest.mark.slow
@pytest.mark.parametrize("unit", SHAPES, ids=lambda unit: ascii(unit)[:40])
def test_four_times_the_text_is_about_four_times_the_work(unit):
    share = SHARES.get(unit, 1)
    most = MOST_OF_SHARE if share > 1 else MOST
    short, long = repeated(unit, SHORT // share), repeated(unit, LONG // share)
    newsquote.parse(short)  # what is cached for words of this text is cached now
    assert work(long) <= most * work(short) + SETUP


@functools.cache
def article(unit, length):
    """Parsed once for all formats."""
    return newsquote.parse(repeated(unit, length))


@pytest.mark.slow
@pytest.mark.parametrize("form", [form for form in FORMATS if form != "json"])
@pytest.mark.parametrize("unit", SHAPES[:3], ids=lambda unit: ascii(unit)[:40])
def test_four_times_the_article_is_about_four_times_the_work_of_a_format(unit, form):
    write = FORMATS[form]
    short, long = article(unit, SHORT), article(unit, LONG)
    write(short)
    assert work(long, write) <= MOST * work(short, write) + SETUP
