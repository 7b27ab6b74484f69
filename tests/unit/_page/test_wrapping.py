"""Lines of a text as lines of the page: which of them belong to one paragraph."""

import textwrap

from newsquote._page.wrapping import join_wrapped_lines
from newsquote._text import lines

STORY = (
    "The bridge over the Orla will reopen in May, the mayor said on Tuesday, two years after a flood carried two of its piers away and cut the "
    "upper town off from the mill. Engineers checked every stone."
)
SECOND = "Residents had waited long for it. Some of them built a ferry of their own, which the council at first forbade and then paid for, out of shame."


def texts(text):
    return [line.text for line in join_wrapped_lines(text, lines.split_lines(text))]


def test_a_line_stands_for_itself():
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


def test_the_header_of_a_wire_stays_apart():
    wrapped = [textwrap.fill(paragraph, 60) for paragraph in (STORY, SECOND)]
    top = "The bridge over the Orla in Norvale is to reopen in May\nBy Dana Whitlock ="
    assert texts(top + "\n" + "\n\n".join(wrapped)) == [*top.split("\n"), *wrapped]
