"""What kind of paragraph each block of the story is, with what only looks like it."""

import pytest

from newsquote._page import passes
from newsquote._text import lines
from newsquote._text.notes import Notes
from newsquote.lang import get_pack

PACK = get_pack("en")
LEAD = "The bridge over the Orla will reopen in May, the mayor said on Tuesday, two years after the flood."
BODY = "Engineers had checked every stone of the bridge, and the last of the piers was set in place on Monday."
LAST = "Residents had waited long for it, and some of them had built a ferry of their own in the meantime."


def kinds(*inside):
    """The kinds of lines that stand between paragraphs."""
    text = "\n\n".join(["Bridge to reopen in May", LEAD, BODY, *inside, LAST])
    found = {
        text[slice(*paragraph.range)]: paragraph.kind.value
        for paragraph in passes.read_page(
            text, lines.split_lines(text), PACK, Notes(), None
        ).paragraphs
    }
    return [found.get(line) for line in inside]


@pytest.mark.parametrize(
    "line", ["What the engineers found", "A BRIDGE OF STONE", "‘Two years is enough"]
)
def test_a_short_line_without_a_stop_is_a_heading(line):
    assert kinds(line) == ["heading"]


@pytest.mark.parametrize(
    "line",
    [
        "It fell.",
        "“It fell”",
        "It fell…",
        "LEE: It fell",
        "— Dana Whitlock (@danawhit) March 4, 2024",
    ],
)
def test_a_line_that_ends_or_says_something_is_no_heading(line):
    assert kinds(line) == ["text"]


@pytest.mark.parametrize(
    "line",
    [
        "- No lorries on the bridge",
        "• No boats under it.",
        "1. Close the bridge at night",
        "(2) Open the ferry",
        "#3 Wait",
    ],
)
def test_bullets_and_numbers_make_list_items(line):
    assert kinds(line) == ["list_item"]


@pytest.mark.parametrize(
    "line",
    [
        "2024 was the year of the flood.",
        "3.5 metres of water stood in the mill, the miller said.",
        "-and then it fell.",
    ],
)
def test_a_number_that_belongs_to_the_sentence_makes_none(line):
    assert kinds(line) == ["text"]


@pytest.mark.parametrize(
    "line", ["Why did it fall?", "What do you say to those who lost their mills in the flood?"]
)
def test_a_line_that_only_asks_is_a_question(line):
    assert kinds(line) == ["question"]


@pytest.mark.parametrize(
    "line",
    [
        "“Why did it fall?” she asked.",
        "“Why did it fall?”",
        "Why did it fall? Nobody knows, the mayor said.",
    ],
)
def test_a_question_that_is_quoted_or_answered_is_text(line):
    assert kinds(line) == ["text"]


def test_questions_and_answers_of_an_interview():
    assert kinds(
        "Q: Did you see it fall?", "A: I did, from the mill.", "Q: Alone?", "A: With my brother."
    ) == [
        "question",
        "turn",
        "question",
        "turn",
    ]


def test_turns_of_a_transcript():
    inside = ["LEE: (laughs) We did it.", "EK: Not yet.", "LEE: In May, then.", "EK: In May."]
    assert kinds(*inside) == ["turn"] * 4


@pytest.mark.parametrize(
    "inside",
    [
        ["Lower town: the mill stands.", "Upper town: the mill is gone."],
        ["Lee: We did it.", "Some of the piers will stand for ever, the engineers said."],
    ],
    ids=["entries", "one label"],
)
def test_a_label_that_does_not_come_back_makes_no_turn(inside):
    assert set(kinds(*inside)) == {"text"}


def test_a_line_that_stands_in_a_paragraph_too_is_a_pull_quote():
    said = (
        "“We built the ferry because nobody in the whole valley would build us a bridge,” said Lee."
    )
    pulled = "“We built the ferry because nobody in the whole valley would build us a bridge”"
    assert kinds(pulled, said) == ["pull_quote", "text"]
    assert kinds(said, pulled) == ["text", "pull_quote"]


@pytest.mark.parametrize(
    "line",
    ["“We did it,” she said.", "the bridge", "“Nobody built us a bridge in all these years”"],
)
def test_what_is_said_once_is_no_pull_quote(line):
    assert kinds(line)[0] != "pull_quote"
