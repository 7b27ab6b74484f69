"""A page's source is told from articles, whatever these say of tags."""

import pytest

import newsquote
from newsquote._text.page_source import find_page_source


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("<!DOCTYPE html>\n<html><head>", "<!DOCTYPE html>"),
        ("\ufeff \n<!doctype HTML><title>x", "<!doctype HTML>"),
        ("<!-- saved -->\n<html lang=en>\n<body>", "<html lang=en>"),
        ("<?xml version='1.0'?>\n<html xmlns='x'>\n<head>", "<html xmlns='x'>"),
        ("<HTML><BODY><P>One<P>Two</BODY></HTML>", "<HTML>"),
        ("<p>One.</p><p>Two.</p>", "<p>"),
        ("<p>One.</p>\n<p>Two.</p>\n", "<p>"),
        ("Mill to close\n\n<p>One.</p>\n\n<p>Two.</p>", "<p>"),
        ("<h1>Mill to close</h1>\r\n<p class='byline'>By Ann Lee</p>", "<h1>"),
        ("<div class='x'>\n  <p>\n   Mill to close\n  </p>\n</div>\n", "<div class='x'>"),
        ("<p>wrapped\nin\nmany\nlines</p>\n<p>and\nanother\none</p>\n", "<p>"),
    ],
)
def test_the_source_of_a_page_is_found_at_its_first_tag(text, tag):
    assert text[slice(*find_page_source(text))] == tag
    (note,) = [note for note in newsquote.parse(text).notes if note.code == "html-source"]
    assert text[note.span.slice] == tag


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Mill to close",
        "a < b > c",
        "The <b> tag makes text bold, and </b> ends it.",
        "<b> is the tag that made the web bold, she said.",
        "<p> is the tag for paragraphs and </p> ends one, said Bo Ek.\n\nWithout </p> it goes on.",
        "<html> is the first word of a page, Ann Lee said.",
        "<!DOCTYPE html> is what a page begins with.",
        "He wrote <p>hello</p> on the board.\n\nThen he wrote <div></div> below it.",
        "He wrote:\n\n<ul>\n<li>One</li>\n</ul>\n\nThen he left.\n\nIt rained.\n\nNobody saw it.\n\nThe end.",
        "<i>Reporting by Ann Lee</i>\n<i>Editing by Bo Ek</i>",
        "<strong>Mill to close</strong>\nIt is over.",
        "<p>",
        "</p>",
        "<p>One.</p>",
        "<https://a.example/p>\n<https://b.example>",
        "ANN: <laughs>\nBO: <sighs>",
    ],
)
def test_texts_with_tags_in_them_are_texts(text):
    assert find_page_source(text) is None
    assert "html-source" not in {note.code.value for note in newsquote.parse(text).notes}


@pytest.mark.parametrize(
    "unit",
    ["<p", "</p>", "</p> ", "<p>", "<!--", "<p> x\n", "\n<p>x</p>", " \t", "<html>", "<?xml"],
)
def test_the_search_is_a_single_one(unit):
    for text in (f"<{unit * 100_000}>", f"{unit * 100_000}<>"):
        find_page_source(text)
