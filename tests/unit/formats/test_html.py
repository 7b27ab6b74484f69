"""How the page that shows an article is built: its parts set apart, its filters, quotes in each
other, and the command that makes it.
"""

import io
import re
import sys
import types
from html import unescape

import pytest

import newsquote
from newsquote import cli, view
from newsquote.kinds import BlockRole, Mode, QuoteKind
from newsquote.models import Article, Block, Body, Part, Quote, Span, Speaker

WIRE = """Mill to close in May

By Marta Quill

KARSTEN, Oct 12 (Reuters) - "It is over," said Mayor Ann Lee. She denied that talks had failed.

(Reporting by Marta Quill; Editing by Rosa Kemp)

Read more:
- Floods hit valley https://ledger.example/floods
"""


def main_of(page):
    return str(page).partition("<main>")[2].partition("</main>")[0]


def printed(page):
    """What a reader sees as text."""
    return unescape(re.sub("<[^>]*>", "", main_of(page)))


def said(text, start, end, **fields):
    span = Span(start, end)
    return Quote(
        kind=QuoteKind.DIRECT,
        mode=Mode.SPEECH,
        parts=(Part(text=text[span.slice], span=span),),
        confidence=0.5,
        **fields,
    )


def article_of(text, **fields):
    return Article(text=text, body=Body(span=None, paragraphs=(), text_spans=(), text=""), **fields)


def test_the_parts_of_an_article_stand_in_elements_of_their_roles():
    page = main_of(view(newsquote.parse(WIRE)))
    assert page.startswith(
        '<h1 class="headline">Mill to close in May\n</h1>\n<p class="byline">By Marta Quill\n</p>'
    )
    assert '<b class="dateline" title="dateline">KARSTEN, Oct 12 (Reuters) -</b>' in page
    assert '<p class="credit">(Reporting by' in page
    assert '<p class="related">Read more:' in page


@pytest.mark.parametrize("end", ["\n", "\u2028"])
@pytest.mark.parametrize("text", [WIRE, "", "\n\n", "x", '"I go," she said.\n', " \n Mill\n\n\n"])
def test_the_text_is_printed_whole_and_in_order(text, end):
    text = text.replace("\n", end)
    assert printed(view(newsquote.parse(text))) == text


def test_blocks_that_do_not_fit_the_text_make_no_element():
    spans = Span(2, 2), Span(0, 4), Span(3, 6), Span(6, 99)
    text = "abcdefgh"
    blocks = [Block(text=text[span.slice], span=span, role=BlockRole.BODY) for span in spans]
    page = view(article_of(text, blocks=tuple(blocks)))
    assert main_of(page) == '<p class="body">abcd</p>efgh'


def test_indents_and_blanks_at_the_end_of_a_line_make_no_lines_of_their_own():
    page = main_of(view(newsquote.parse("  Mill to close \r\n\n\t By Marta Quill\u00a0\n")))
    assert (
        page
        == '<h1 class="headline">  Mill to close \r\n</h1>\n<p class="byline">\t By Marta Quill\u00a0\n</p>'
    )


def test_a_quotation_of_two_paragraphs_crosses_no_element():
    text = "Mill to close\n\n“We were told that it held.\n\n“Now we learn that it did not,” said Dario Menke."
    page = main_of(view(newsquote.parse(text)))
    assert re.findall("<(/?p|/?mark)", page) == [
        "p",
        "mark",
        "/mark",
        "/p",
        "p",
        "mark",
        "/mark",
        "/p",
    ]


def test_every_part_is_one_stop_of_the_tab_key_and_says_whose_it_is(story):
    page = main_of(view(story))
    assert page.count('tabindex="0"') == sum(len(quote.parts) for quote in story.quotes)
    assert re.findall(r"<mark [^>]*>", page) == re.findall(
        r'<mark class="[^"]*"(?: tabindex="0")? aria-description="[^"]+">', page
    )


def test_a_nested_quote_stands_inside_the_outer_one_and_says_so(story):
    page = main_of(view(story))
    facts = (
        "Iris Quell: direct, speech, confidence 1.00; inside a quote of Olav Brandt and Iris Quell"
    )
    assert re.search(
        rf'<mark class="s0" [^>]*><mark class="s1" tabindex="0" aria-description="{facts}">"nobody pays"</mark></mark>',
        page.replace("&quot;", '"'),
    )


def test_a_denial_is_told_at_the_quote():
    assert 'aria-description="Ann Lee: indirect, speech, confidence 0.' in main_of(
        view(newsquote.parse(WIRE))
    )
    assert re.search(
        r'aria-description="Ann Lee: indirect[^"]*, (denied|negated)">',
        main_of(view(newsquote.parse(WIRE))),
    )


def test_of_quotes_that_cross_each_is_told():
    text = "abcdefghij"
    first, second = Speaker(name="A", kind="person"), Speaker(name="B", kind="person")
    article = article_of(
        text,
        speakers=(first, second),
        quotes=(said(text, 0, 6, speaker=first), said(text, 3, 10, speaker=second)),
    )
    assert re.sub(' [a-z-]+="(?!s\\d)[^"]*"', "", main_of(view(article))) == (
        '<mark class="s0">abc</mark><mark class="s1"><mark class="s0">def</mark></mark><mark class="s1">ghij</mark>'
    )


def test_of_many_quotes_in_each_other_the_innermost_are_drawn():
    text = "x" * 60
    page = view(article_of(text, quotes=tuple(said(text, n, 60 - n) for n in range(30))))
    assert max(found.count("<mark") for found in re.findall("(?:<mark[^>]*>)+", main_of(page))) == 3
    assert printed(page) == text


def test_one_input_a_speaker_leaves_their_marks_on(story):
    page = str(view(story))
    inputs = re.findall(r'<input type="radio" name="who" id="(\w+)"', page)
    assert inputs == ["all", "w0", "w1", "w3", "unknown"]
    assert page.count(" checked>") == 1
    for number in (0, 1, 3):
        assert f"body:has(#w{number}:checked) main .s{number}{{--on:1}}" in page
        assert f'class="s{number}"' in main_of(page)


def test_a_speaker_who_is_not_on_the_list_has_a_number_too():
    text = "abc"
    speaker = Speaker(name="A", kind="person")
    page = view(article_of(text, quotes=(said(text, 0, 3, speaker=speaker),)))
    assert '<mark class="s0"' in main_of(page)


def test_what_reorders_text_is_shut_in_and_shown():
    evil = "\u202egnp\u2066"
    text = f"{evil} said."
    speaker = Speaker(name=evil, kind="person", role=evil)
    headline = newsquote.models.Headline(text=evil, span=Span(0, len(evil)))
    page = str(
        view(
            article_of(
                text,
                headline=headline,
                speakers=(speaker,),
                quotes=(said(text, 0, 5, speaker=speaker),),
            )
        )
    )
    assert printed(page) == text
    assert "<title>[U+202E]gnp[U+2066]</title>" in page
    assert 'aria-description="[U+202E]gnp[U+2066]: ' in page
    shut_in = re.sub(
        r'<bdi class="sign" data-sign="U\+20[26][0-9A-E]">[\u202e\u2066]</bdi>', "", page
    )
    assert not set(shut_in) & set("\u202e\u2066")


# newsquote view


@pytest.fixture
def wire_file(tmp_path):
    path = tmp_path / "wire.txt"
    path.write_text(WIRE)
    return path


def test_the_page_is_written_to_a_file(wire_file, tmp_path, capsys):
    page = tmp_path / "page.html"
    assert cli.main(["view", str(wire_file), "-o", str(page)]) == 0
    assert capsys.readouterr().out == ""
    assert page.read_bytes().decode() == str(view(newsquote.parse(WIRE)))


def test_the_page_is_printed_where_no_file_is_named(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", types.SimpleNamespace(buffer=io.BytesIO(WIRE.encode())))
    assert cli.main(["view", "-", "--no-model"]) == 0
    assert capsys.readouterr().out.startswith("<!DOCTYPE html>")


def test_the_article_is_not_written_over(wire_file, capsys):
    assert cli.main(["view", str(wire_file), "-o", str(wire_file)]) == 2
    assert "is the input file" in capsys.readouterr().err
    assert wire_file.read_text() == WIRE


def test_an_article_that_cannot_be_read_leaves_an_older_page(tmp_path, capsys):
    page, broken = tmp_path / "page.html", tmp_path / "broken.txt"
    page.write_text("older")
    broken.write_bytes(b"\xff\xfe\xfa")
    assert cli.main(["view", str(broken), "-o", str(page)]) == 2
    assert cli.main(["view", str(tmp_path / "none.txt"), "-o", str(page)]) == 2
    assert page.read_text() == "older"
    assert "not utf-8" in capsys.readouterr().err


def test_a_page_that_cannot_be_written_is_said_in_one_line(wire_file, tmp_path, capsys):
    assert cli.main(["view", str(wire_file), "-o", str(tmp_path / "none" / "page.html")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_nested_quotes_are_shown_on_request(tmp_path):
    text = "Lee said that Brandt had told her that nobody pays.\n"
    (tmp_path / "a.txt").write_text(text)
    assert (
        cli.main(["view", "--nested", str(tmp_path / "a.txt"), "-o", str(tmp_path / "a.html")]) == 0
    )
    nested = newsquote.parse(text, options=newsquote.ParseOptions(include_nested=True))
    assert (tmp_path / "a.html").read_text() == str(view(nested))
