"""An article that means harm, in every format: what is read back has its strings as values, and as
nothing else.
"""

import csv
import io
import json
import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import attrs
import pytest

import newsquote
from newsquote.formats.brat import brat
from newsquote.formats.citron import citron
from newsquote.formats.counting import SOURCE_COLUMNS, source_rows
from newsquote.formats.html import view
from newsquote.formats.jsonld import jsonld
from newsquote.formats.report import report
from newsquote.formats.table import (
    parts_csv,
    parts_tsv,
    quotes_csv,
    quotes_jsonl,
    quotes_tsv,
    table,
)
from newsquote.formats.tei import tei
from newsquote.formats.webannotation import web_annotations

HOSTILE = {
    "element": "<script>alert(1)</script>",
    "attribute": "\" onmouseover='alert(1)' x=\"",
    "entity": "&lt;b&gt; &amp;#60; &nosuch;",
    "end of cdata": "]]> --> <!-- <![CDATA[ ?>",
    "style": "</style></textarea></title><svg/onload=alert(1)>",
    "template": "{title} {0} %s ${x} {{y}}",
    "formula": "=HYPERLINK(1)",
    "plus": "+1+cmd|' /C calc'!A0",
    "minus": "-2+3",
    "at": "@SUM(1)",
    "tab": "\t=1",
    "return": "\r=1",
    "full width": "＝1+1",
    "marks": 'a""b\'c,d;e\tf',
    "lines": "one\ntwo\r\nthree\x0bfour\x0cfive\x1csix\x85seven\u2028eight\u2029nine",
    "annotation": "x\nT99\tContent 0 1\tforged\n#9\tAnnotatorNotes T1\tforged",
    "controls": "a\x00b\x01c\x08d\x0ee\x1ff\x7fg\x9fh",
    "no characters": "\ufffe\uffff\ud800\udfff",
    "other order": "\u202egnirts\u202c\u2066x\u2069",
    "script": "</script><script>alert(1)//",
    "address": "javascript:alert(1)",
    "terminal": "\x1b]0;x\x07\x1b[2J",
}
NAMES = sorted(HOSTILE)


def article(hostile):
    """An article with a string at every place that may hold one: in its text, and where the caller
    gives one.
    """
    text = f"Mill to close {hostile}\n\nBy Ann Bee\n\n“It is over {hostile},” said Mayor Ann Lee on Monday.\n\n“We lost,” she said. {hostile}\n"
    found = newsquote.parse(text, id=hostile)
    assert found.quotes
    speaker = newsquote.Speaker(
        name=hostile,
        kind=newsquote.SpeakerKind.PERSON,
        role=hostile,
        affiliation=hostile,
        id=hostile,
    )
    quotes = tuple(attrs.evolve(quote, speaker=speaker, parent=None) for quote in found.quotes)
    byline = newsquote.Byline(
        text=text[:4],
        span=newsquote.Span(0, 4),
        authors=(
            newsquote.Author(
                name=hostile,
                role=hostile,
                affiliation=hostile,
                location=hostile,
                email=hostile,
                handle=hostile,
            ),
        ),
        agencies=(hostile,),
    )
    related = newsquote.RelatedList(
        heading=hostile,
        span=newsquote.Span(0, 4),
        items=(newsquote.RelatedStory(title=text[:4], span=newsquote.Span(0, 4), url=hostile),),
    )
    return attrs.evolve(
        found,
        quotes=quotes,
        speakers=(speaker,),
        bylines=(byline,),
        related=(related,),
        no_comments=(),
    )


@pytest.fixture(params=NAMES)
def hostile(request):
    return HOSTILE[request.param]


class Page(HTMLParser):
    """The elements and attributes of a page."""

    def __init__(self, page):
        super().__init__()
        self.elements = []
        self.attributes = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.elements.append(tag)
        self.attributes += attributes


def test_a_page_has_no_element_and_no_attribute_of_the_articles(hostile):
    ours, theirs = Page(str(view(article("harmless")))), Page(str(view(article(hostile))))
    assert set(theirs.elements) <= set(ours.elements) | {"br", "p"}
    assert {name for name, _ in theirs.attributes} <= {name for name, _ in ours.attributes} | {
        "data-sign"
    }  # shows what reorders text
    assert not any(name.startswith("on") for name, _ in theirs.attributes)
    assert not any(
        (value or "").strip().lower().startswith("javascript:")
        for name, value in theirs.attributes
        if name in {"href", "src"}
    )
    assert not {"\x00", "\ud800"} & set(str(view(article(hostile))))


def test_a_tei_document_is_read_back_with_its_strings_as_text(hostile):
    root = ElementTree.fromstring(tei(article(hostile)).encode())  # noqa: S314 - our own bytes
    forbidden = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
    expected = forbidden.sub("\ufffd", article(hostile).text)
    body = next(element for element in root.iter() if element.tag.endswith("}body"))
    assert "".join(body.itertext()).strip("\n") == expected.strip("\n")
    names = [element.text for element in root.iter() if element.tag.endswith("}persName")]
    assert names == [forbidden.sub("\ufffd", hostile)]


@pytest.mark.parametrize(
    ("write", "delimiter"),
    [(quotes_csv, ","), (parts_csv, ","), (quotes_tsv, "\t"), (parts_tsv, "\t")],
)
def test_a_table_has_its_columns_in_every_row_and_no_formula(hostile, write, delimiter):
    written = write(article(hostile))
    written.encode()
    header, *rows = csv.reader(io.StringIO(written, newline=""), delimiter=delimiter)
    assert len(rows) == len(article(hostile).quotes)
    assert {len(row) for row in rows} == {len(header)}
    assert not [cell for row in rows for cell in row if cell.lstrip()[:1] in tuple("=+@\t\r")]
    assert not [
        cell
        for row in rows
        for cell in row
        if cell.startswith("-") and not cell[1:].replace(".", "").isdigit()
    ]


def test_the_table_of_sources_has_no_formula_either(hostile):
    written = table(SOURCE_COLUMNS, source_rows(article(hostile), hostile), ",")
    written.encode()
    header, *rows = csv.reader(io.StringIO(written, newline=""))
    assert {len(row) for row in rows} == {len(header)}
    assert not [cell for row in rows for cell in row if cell.lstrip()[:1] in tuple("=+@\t\r")]


def test_an_annotation_file_has_no_line_of_the_articles(hostile):
    lines = brat(article(hostile)).splitlines()
    brat(article(hostile)).encode()
    form = re.compile(
        r"T\d+\t(Content|Cue|Source) \d+ \d+(;\d+ \d+)*\t[^\t]+|A\d+\t\w+ T\d+ \w+|R\d+\t[\w-]+ Arg1:T\d+ Arg2:T\d+|#\d+\tAnnotatorNotes T\d+\t[^\t]*"
    )
    assert [line for line in lines if not form.fullmatch(line)] == []
    assert not any(line.startswith(("T99", "#9")) for line in lines)


@pytest.mark.parametrize("write", [jsonld, web_annotations, citron, quotes_jsonl])
def test_json_is_ascii_that_no_page_takes_for_its_own(hostile, write):
    written = write(article(hostile))
    assert written.isascii()
    for line in written.splitlines() if write is quotes_jsonl else [written]:
        json.loads(line)
    if write is jsonld:
        assert "<" not in written


def test_a_report_holds_nothing_that_a_terminal_obeys(hostile):
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", report(article(hostile)))
