"""TEI: well-formed whatever the text, the text whole in it, and every pointer leads somewhere."""

import re
from xml.etree import ElementTree as ET

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsquote
from newsquote import cli
from newsquote.formats.characters import xml
from newsquote.formats.tei import tei
from newsquote.kinds import Mode, QuoteKind
from newsquote.models import Article, Body, Part, Quote, Span

ANY = st.text(st.characters(exclude_categories=()), max_size=80)
NS = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
TURNS = "“We knew it,” said Ann Lee, “and so did you.”\r\n\r\n“We were told.\n\n“Now we know,” said Bo Ek, who <b>denied</b> & left."


def check(article):
    root = ET.fromstring(tei(article).encode())  # noqa: S314 - our own output
    assert "".join(root.find(f"{NS}text/{NS}body").itertext()) == xml(article.text)
    named = {element.get(ID): element for element in root.iter() if element.get(ID)}
    assert len(named) == sum(element.get(ID) is not None for element in root.iter())
    for element in root.iter():
        for pointer in ("who", "ref", "next", "prev", "corresp"):
            assert element.get(pointer) is None or element.get(pointer).removeprefix("#") in named
        if element.get("next"):
            assert named[element.get("next")[1:]].get("prev") == "#" + element.get(ID)
    for n, quote in enumerate(article.quotes):
        assert said(named, n) == "".join(xml(part.text) for part in quote.parts)
    return root, named


def said(named, n):
    """The words of a quote, along its chain."""
    element, words = named.get(f"quote-{n}.0"), ""
    while element is not None:
        words += "".join(element.itertext())
        element = named.get((element.get("next") or "")[1:])
    return words


def overlapping(*spans, text="0123456789abcdefghij"):
    quotes = tuple(
        Quote(
            kind=QuoteKind.DIRECT,
            mode=Mode.SPEECH,
            parts=tuple(Part(text=text[a:b], span=Span(a, b)) for a, b in parts),
            confidence=1,
        )
        for parts in spans
    )
    return Article(
        text=text, body=Body(span=None, paragraphs=(), text_spans=(), text=""), quotes=quotes
    )


def test_the_story_is_whole(story):
    root, named = check(story)
    first = named["quote-0.0"]
    assert first.attrib == {
        ID: "quote-0.0",
        "who": "#speaker-1",
        "direct": "true",
        "aloud": "true",
        "next": "#quote-0.1",
    }
    assert [element.get("aloud") for element in (named["quote-3.0"], named["quote-4.0"])] == [
        None,
        "false",
    ]
    assert named["quote-1.0"].get("direct") == "unknown"
    people = [
        (person.tag.removeprefix(NS), person.get("role"))
        for person in root.iter(f"{NS}listPerson")
        for person in person
    ]
    assert people == [("personGrp", "group"), ("person", None), ("person", None), ("org", None)]
    assert named["source-0.0"].get("ref") == "#speaker-1"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "Mill to close",
        TURNS,
        "\x00\x0b\ud800\ufffe\u202e",
        "</ab></body>]]>",
        "a\rb\r\nc\x85\u2028",
    ],
)
def test_any_text_is_whole(text):
    check(newsquote.parse(text))


def test_a_quote_goes_on_in_the_next_block():
    article = newsquote.parse(TURNS)
    root, _ = check(article)
    assert [block.get("type") for block in root.iter(f"{NS}ab")].count("body") > 1


def test_the_cue_says_that_something_was_denied():
    _, named = check(newsquote.parse("Corrow Rail denied that it had saved money on tests."))
    assert named["cue-0.0"].get("subtype") == "denied"


@pytest.mark.parametrize(
    "spans",
    [
        (((0, 10),), ((5, 15),)),
        (((0, 10),), ((5, 15),), ((7, 20),)),
        (((5, 15),), ((0, 10),)),
        (((0, 20),), ((5, 10),), ((10, 15),)),
        (((0, 5), (10, 15)), ((3, 12),)),
        (((0, 5),), ((0, 5),), ((0, 7),)),
        (((0, 20),), ((2, 20),), ((1, 3),)),
    ],
)
def test_spans_that_cross_are_linked_pieces(spans):
    check(overlapping(*spans))


SPAN = (
    st.tuples(st.integers(0, 19), st.integers(1, 20))
    .map(sorted)
    .filter(lambda pair: pair[0] < pair[1])
)


@given(st.lists(SPAN, max_size=8))
def test_any_spans_nest(spans):
    check(overlapping(*((tuple(span),) for span in spans)))


@given(ANY)
def test_every_text_can_be_written(text):
    check(
        newsquote.parse(
            f'{text}\n"{text} it," said {text} Lee.\n\n{text} Bo Ek said that {text}.', id=text
        )
    )


def test_the_quotes_may_lie_in_blocks_in_any_way(story):
    for cut in range(0, len(story.text), 7):
        blocks = (
            attrs.evolve(story.blocks[0], span=Span(cut, cut + 1)),
            attrs.evolve(story.blocks[1], span=Span(cut // 2, cut)),
        )
        check(attrs.evolve(story, blocks=blocks))


def test_the_command_line_prints_it(capsys, tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(TURNS.encode())
    assert cli.main(["parse", "--format", "tei", str(path)]) == 0
    assert re.search("<said .*Ann Lee", capsys.readouterr().out)
