"""How the page that shows an article is built: its parts set apart, its filters, quotes in each
other, and the command that makes it.
"""

import io
import json
import re
import sys
import types
from html import unescape

import attrs
import pytest

import newsquote
import newsquote.formats.brat
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
        '<h1 class="headline">Mill to close in May\n</h1><span class="gap">\n</span><p class="byline">By Marta Quill\n</p>'
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
        == '<h1 class="headline">  Mill to close \r\n</h1><span class="gap">\n</span><p class="byline">\t By Marta Quill\u00a0\n</p>'
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
        rf'<mark class="s0 mixed unsure" [^>]*><mark class="s1 direct" tabindex="0" aria-description="{facts}">"nobody pays"</mark></mark>',
        page.replace("&quot;", '"'),
    )


def test_blank_lines_and_blanks_at_line_ends_are_kept_and_make_no_room():
    text = 'Mill to close\n \n\n\u00a0\n"It is over,  \nand done."  \n\n\n\nBo Ek left.\n'
    span = text.index('"'), text.index("  \n\n\n")
    blocks = [
        Block(text=text[slice(*ends)], span=Span(*ends), role=role)
        for ends, role in [
            ((0, 13), BlockRole.HEADLINE),
            (span, BlockRole.BODY),
            ((len(text) - 12, len(text) - 1), BlockRole.BODY),
        ]
    ]
    page = view(article_of(text, blocks=tuple(blocks), quotes=(said(text, span[0], span[1] + 3),)))
    gaps = re.findall('<span class="gap">([^<]*)</span>', main_of(page))
    assert gaps == [" \n\n\u00a0\n", "\n\n\n"]
    assert re.findall("<mark[^>]*>([^<]*)</mark>", main_of(page)) == [
        "&quot;It is over,  \nand done.&quot;"
    ]
    assert printed(page) == text


def test_kinds_and_unsure_quotes_have_classes_of_their_own():
    text = "abcdefghij"
    quote = said(text, 0, 6)
    assert quote.confidence < 0.7
    sure = attrs.evolve(quote, confidence=0.7, kind=QuoteKind.INDIRECT)
    classes = [
        re.findall('<mark class="([^"]*)"', main_of(view(article_of(text, quotes=(one,)))))
        for one in (quote, sure)
    ]
    assert classes == [["unknown direct unsure"], ["unknown indirect"]]
    assert "confidence 0.50 (unsure)" in main_of(view(article_of(text, quotes=(quote,))))


def test_the_most_quoted_have_the_hues_that_are_furthest_apart():
    text = "abcdefghij"
    seldom, often = Speaker(name="A", kind="person"), Speaker(name="B", kind="person")
    quotes = [said(text, n, n + 1, speaker=often if n else seldom) for n in range(3)]
    page = str(view(article_of(text, speakers=(seldom, often), quotes=tuple(quotes))))
    assert ".s1{--h:215}" in page
    assert ".s0{--h:32}" in page


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
        '<mark class="s0 direct unsure">abc</mark><mark class="s1 direct unsure"><mark class="s0 direct unsure">def</mark></mark><mark class="s1 direct unsure">ghij</mark>'
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
        assert f'<mark class="s{number} ' in main_of(page)


def test_a_speaker_who_is_not_on_the_list_has_a_number_too():
    text = "abc"
    speaker = Speaker(name="A", kind="person")
    page = view(article_of(text, quotes=(said(text, 0, 3, speaker=speaker),)))
    assert '<mark class="s0 direct' in main_of(page)


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


# newsquote view --gold


def test_the_page_beside_annotations(wire_file, tmp_path):
    gold, page = tmp_path / "gold.jsonl", tmp_path / "page.html"
    article = newsquote.to_dict(newsquote.parse(WIRE))
    article["quotes"][0]["speaker"], article["speakers"] = 0, [{"name": "Bo Ek"}]
    for quote in article["quotes"][1:]:
        quote["speaker"] = None
    gold.write_text(f"{json.dumps({'id': 1, 'text': 'x'})}\n{json.dumps({**article, 'id': 2})}\n")
    assert cli.main(["view", str(wire_file), "--gold", str(gold), "-o", str(page)]) == 0
    shown = page.read_text()
    assert printed(shown) == WIRE
    assert re.findall(r'<mark class="(\w+)" tabindex', main_of(shown)) == ["wrong", "right"]
    assert "wrong speaker; found: Ann Lee, “Mayor Ann Lee”, direct" in main_of(shown)
    assert "annotated: Bo Ek, “Mayor Ann Lee”, direct" in main_of(shown)


def test_annotations_of_brat_are_read_by_the_end_of_their_name(wire_file, tmp_path):
    gold, page = tmp_path / "wire.ann", tmp_path / "page.html"
    gold.write_text(newsquote.formats.brat.brat(newsquote.parse(WIRE)))
    assert cli.main(["view", str(wire_file), "--gold", str(gold), "-o", str(page)]) == 0
    assert set(re.findall(r'<mark class="(\w+)" tabindex', main_of(page.read_text()))) == {"right"}


@pytest.mark.parametrize(
    ("gold", "complaint"),
    [
        ({"id": "a", "text": "x", "quotes": []}, "no article there has this text"),
        ({"id": "a", "text": WIRE}, "without quotes, so there is nothing to compare"),
        ({"text": WIRE, "quotes": [{"part": []}]}, "quotes[0].part: no field here; did you mean"),
    ],
)
def test_annotations_that_do_not_fit_are_refused(wire_file, tmp_path, capsys, gold, complaint):
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(gold))
    assert cli.main(["view", str(wire_file), "--gold", str(path)]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert complaint in err
    assert cli.main(["view", str(wire_file), "--gold", str(path), "-o", str(path)]) == 2
    assert json.loads(path.read_text()) == gold
