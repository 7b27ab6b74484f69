"""Lines as blocks: which lines belong to one paragraph."""

import textwrap

from newsquote._page import blocks
from newsquote._text import lines

STORY = (
    "The bridge over the Orla will reopen in May, the mayor said on Tuesday, two years after a flood carried two of its piers away and cut the "
    "upper town off from the mill. Engineers checked every stone."
)
SECOND = "Residents had waited long for it. Some of them built a ferry of their own, which the council at first forbade and then paid for, out of shame."


def texts(text):
    return [text[block.start : block.end] for block in blocks.group(text, lines.split_lines(text))]


def test_a_line_is_a_block_of_its_own():
    assert texts("Mill to close\nThe mill will close.\n\nIt is old.") == [
        "Mill to close",
        "The mill will close.",
        "It is old.",
    ]


def test_hard_wrapped_paragraphs_are_joined():
    wrapped = [textwrap.fill(paragraph, 60) for paragraph in (STORY, SECOND)]
    assert texts("Bridge to reopen\n\n" + "\n\n".join(wrapped)) == ["Bridge to reopen", *wrapped]


def test_indentation_parts_hard_wrapped_paragraphs():
    wrapped = [textwrap.fill(paragraph, 60, initial_indent="    ") for paragraph in (STORY, SECOND)]
    assert texts("\n".join(wrapped)) == [paragraph.strip() for paragraph in wrapped]


def test_a_short_line_ends_a_hard_wrapped_paragraph():
    wrapped = [textwrap.fill(paragraph, 60) for paragraph in (STORY, SECOND)]
    assert wrapped[0].rpartition("\n")[2] != ""
    assert texts("\n".join(wrapped)) == wrapped


def test_short_lines_that_are_not_cut_stay_apart():
    verse = "Rain fell\nWind rose\nThe mill stood\nNobody came\nThe end was near"
    assert texts(verse) == verse.split("\n")


def test_bullets_are_told_from_hyphens_and_signs():
    text = "- Dam opens\n• Mill shuts\n-30-\n-- Ann Lee\nFlood"
    assert [
        (block.bullet, text[block.body : block.end])
        for block in blocks.group(text, lines.split_lines(text))
    ] == [
        (True, "Dam opens"),
        (True, "Mill shuts"),
        (False, "-30-"),
        (False, "-- Ann Lee"),
        (False, "Flood"),
    ]


def test_prose_ends_as_a_sentence_does_or_is_long():
    text = (
        "The old bridge will reopen in the spring.\nBridge to reopen in spring after two long years\nIt is.\n"
        + "word " * 30
    )
    assert [block.prose for block in blocks.group(text, lines.split_lines(text))] == [
        True,
        False,
        False,
        True,
    ]
