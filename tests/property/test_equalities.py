"""What a reading does not depend on.

Line ends, the hand of the marks, threads, processes, what follows.
"""

import hashlib
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newslike import NEWS, PLAIN, STORY, TEXTS

import newsquote

OPTIONS = newsquote.ParseOptions(include_thoughts=True, include_nested=True)
ROOT = Path(__file__).resolve().parents[2]


def form(text, options=OPTIONS):
    return newsquote.to_dict(newsquote.parse(text, options=options))


def moved(value, offset, string):
    """The JSON form with every span's ends moved and every string changed."""
    if isinstance(value, dict):
        return {name: moved(item, offset, string) for name, item in value.items()}
    if isinstance(value, list) and len(value) == 2 and all(type(item) is int for item in value):
        return [offset(value[0]), offset(value[1])]
    if isinstance(value, list):
        return [moved(item, offset, string) for item in value]
    return string(value) if isinstance(value, str) else value


def without_members(value):
    """The JSON form without the lists of indexes, which look like spans."""
    for speaker in value["speakers"]:
        speaker["members"] = [str(member) for member in speaker["members"]]
    return value


def crlf(text):
    return text.replace("\n", "\r\n")


@pytest.mark.slow
@settings(max_examples=150)
@given(st.one_of(TEXTS, STORY).map(lambda text: text.replace("\r", "")))
def test_line_ends_of_two_characters_move_the_spans_and_nothing_else(text):
    """Every \\r goes first: beside a \\n it would make one line end of two."""

    def shift(offset):
        return offset + text.count("\n", 0, offset)

    assert moved(without_members(form(text)), shift, crlf) == without_members(form(crlf(text)))


STRAIGHT = str.maketrans("“”‘’", "\"\"''")
RULES = newsquote.ParseOptions(model=None, include_nested=True)


def straightened(text, options):
    return moved(form(text, options), int, lambda string: string.translate(STRAIGHT))


@pytest.mark.slow
@settings(max_examples=150)
@given(STORY)
def test_the_rules_read_straight_marks_as_curly_ones(text):
    """For marks in pairs that stand where marks stand.

    A straight mark that stands anywhere else does not say whether it opens or closes.
    """
    assert straightened(text, RULES) == straightened(text.translate(STRAIGHT), RULES)


LAYOUT = ("headline", "bylines", "dateline", "blocks", "paragraphs", "body", "credits", "related")


@given(STORY)
def test_the_page_is_the_same_under_straight_marks(text):
    curly, straight = (straightened(one, OPTIONS) for one in (text, text.translate(STRAIGHT)))
    assert [curly[name] for name in LAYOUT] == [straight[name] for name in LAYOUT]


@pytest.mark.xfail(
    reason="the weights have learned what marks look like: a close choice may fall otherwise"
)
def test_the_weights_choose_the_same_under_straight_marks():
    text = (
        "Ann Lee told reporters, “We never sold the old bridge,” and left. “It’s the workers’ day.”"
    )
    assert quote_spans(newsquote.parse(text)) == quote_spans(
        newsquote.parse(text.translate(STRAIGHT))
    )


def test_letters_left_out_inside_single_marks_are_no_end():
    text = "“‘Rock ’n’ roll’ was all he said,” Ann Lee said. “We laughed.”"
    assert (
        straightened(text, RULES)["quotes"]
        == straightened(text.translate(STRAIGHT), RULES)["quotes"]
    )


@pytest.mark.parametrize(
    "text",
    [
        "“We sang ’tis the season, and the boys’ choir did too,” Ann Lee said.",
        "She said the rock ’n’ roll and the workers’ plan were over.",
        pytest.param(
            "She said the ’bus drivers’ plan was over.",
            marks=pytest.mark.xfail(reason="a clipped word may be a word without the mark, too"),
        ),
    ],
)
def test_straight_marks_for_letters_left_out(text):
    assert (
        straightened(text, RULES)["quotes"]
        == straightened(text.translate(STRAIGHT), RULES)["quotes"]
    )


def quote_spans(article):
    return [[(part.span.start, part.span.end) for part in quote.parts] for quote in article.quotes]


@pytest.mark.slow
@settings(max_examples=150)
@given(st.one_of(TEXTS, STORY), st.integers(1, 4))
def test_blank_lines_behind_a_text_change_nothing(text, count):
    before, after = form(text), form(text + "\n" * count)
    assert after.pop("text") == before.pop("text") + "\n" * count
    assert after == before


@given(STORY, st.data())
def test_a_blank_line_more_between_paragraphs_moves_the_spans_and_nothing_else(text, data):
    at = data.draw(
        st.sampled_from([0, *(n for n in range(len(text)) if text.startswith("\n\n", n))])
    )
    longer = text[:at] + "\n" + text[at:]
    before, after = without_members(form(text)), without_members(form(longer))
    before["text"] = longer

    def shift(offset):
        return offset + (offset > at or at == 0)

    assert moved(before, shift, str) == after


@pytest.mark.slow
@settings(max_examples=150)
@given(STORY, PLAIN)
def test_a_paragraph_more_does_not_change_the_quotes_before_it(text, paragraph):
    """Under a headline.

    Without one, what is taken for the headline depends on how much text there is.
    """
    text = f"Bridge to reopen in May\n\nBy Ann Lee\n\n{text}"
    before, after = (
        newsquote.parse(one, options=OPTIONS) for one in (text, f"{text}\n\n{paragraph}")
    )
    assert quote_spans(after) == quote_spans(before)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_first_paragraph_of_two_sentences_is_body(count):
    claim = "Ann Lee said that the mill would close in May."
    second = "Ann Lee called it a “great mistake” and left. “Come in,” Ann Lee told reporters."
    text = "\n\n".join(
        [
            f"{claim} {claim}",
            second,
            "The mill has stood for a hundred years, and it will close after the summer.",
        ][:count]
    )
    assert [block.role for block in newsquote.parse(text).blocks] == ["body"] * count


@settings(max_examples=20)
@given(st.lists(st.one_of(NEWS, STORY), min_size=2, max_size=8))
def test_threads_read_as_one_does(texts):
    alone = [newsquote.parse(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(newsquote.parse, texts * 2)) == alone * 2


PROGRAM = """
import hashlib, json, sys, threading
import newsquote

texts, threads = json.load(sys.stdin), int(sys.argv[1])
forms = {}
barrier = threading.Barrier(threads)
def read(n):
    barrier.wait()
    forms[n] = [newsquote.to_dict(newsquote.parse(text)) for text in texts]
workers = [threading.Thread(target=read, args=(n,)) for n in range(threads)]
[worker.start() for worker in workers]
[worker.join() for worker in workers]
print(*sorted({hashlib.sha256(json.dumps(forms[n]).encode()).hexdigest() for n in range(threads)}))
"""
HARD = (
    "",
    "\ud800“It is over,”\x00 said\u2028Ann Lee\r\n\r“and",
    "By Ann Lee and Bo Ek\n\n\n"
    + "“We know.\n\n“And so do you,” said Ida Voss and Bo Ek, who denied that he knew.\n\n" * 3,
    (
        "Related stories:\n- Floods hit valley\n- Mill to close\n"
        "Q: Why?\nA: İt is. e\u0301 ﬁ 😀 \u202e"
    ),
)


@pytest.fixture(scope="module")
def texts():
    found = sorted([*ROOT.glob("examples/*.txt"), *ROOT.glob("tests/articles/*.txt")])
    assert len(found) > 10
    return [*HARD, *(path.read_text(encoding="utf-8") for path in found)]


@pytest.fixture(scope="module")
def here(texts):
    """The digest of what this process reads."""
    forms = [newsquote.to_dict(newsquote.parse(text)) for text in texts]
    return hashlib.sha256(json.dumps(forms).encode()).hexdigest()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("flags", "seed", "threads"),
    [
        ((), "0", 1),
        ((), "1", 1),
        ((), "31337", 1),
        ((), "random", 4),
        (("-O",), "2", 1),
        (("-OO",), "random", 4),
    ],
    ids=str,
)
def test_another_process_reads_the_same(texts, here, flags, seed, threads):
    """Threads begin at once, in a process that has loaded nothing yet."""
    path = os.pathsep.join(
        filter(None, (str(Path(newsquote.__file__).parents[1]), os.environ.get("PYTHONPATH")))
    )
    done = subprocess.run(
        [sys.executable, *flags, "-W", "error", "-c", PROGRAM, str(threads)],
        input=json.dumps(texts), capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path},
    )  # fmt: skip
    assert done.stderr == ""
    assert done.stdout.split() == [here]
