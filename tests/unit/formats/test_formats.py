"""What the report, the table and the page show of an article, and what they never let through."""

import csv
import io
import re
from html.parser import HTMLParser
from itertools import pairwise

import attrs
import pytest

import newsquote
from newsquote import View, view
from newsquote.codec import QUOTE_COLUMNS
from newsquote.formats.report import report
from newsquote.formats.table import quotes_csv
from newsquote.kinds import Mode, QuoteKind
from newsquote.models import Article, Body, Part, Quote, Span, Speaker


def bare(text="Mill to close", **fields):
    return Article(text=text, body=Body(span=None, paragraphs=(), text_spans=(), text=""), **fields)


def said(text, start, end, **fields):
    span = Span(start, end)
    return Quote(
        kind=QuoteKind.DIRECT,
        mode=Mode.SPEECH,
        parts=(Part(text=text[span.slice], span=span),),
        confidence=0.5,
        **fields,
    )


# The report


def test_the_report_begins_with_what_the_article_is(story):
    assert report(story).splitlines()[:6] == [
        "Tidal gate <stays> open & dry",
        "Council delays its vote",
        "By Nora Vance (Port Reporter, Ledger, Wexmouth, nora@ledger.example, @noravance); Sealine Press",
        "Dateline: WEXMOUTH, March 4 (Sealine Press) -",
        "Published: 2024-03-05T06:30:00+00:00",
        "",
    ]


def test_the_report_lists_the_quotes_by_speaker_unknown_ones_last(story):
    lines = report(story).splitlines()
    at = lines.index("Iris Quell, Mayor, Wexmouth")
    assert lines[at + 1 : at + 6] == [
        '  "The gate holds," "and it will."',
        '    [direct, speech, cue "said"]',
        '  "nobody pays"',
        '    [direct, speech, cue "told", inside another quote]',
        "",
    ]
    headers = [line for before, line in pairwise(lines) if not before and line[0] != " "]
    assert headers == [
        "Iris Quell, Mayor, Wexmouth",
        "Olav Brandt and Iris Quell",
        "the union",
        "Unknown speaker",
        "Credits",
        "Related",
    ]
    assert "    [indirect, thought, no cue]" in lines


def test_the_report_names_the_printed_source_where_the_speaker_is_unknown(story):
    article = attrs.evolve(story, quotes=(attrs.evolve(story.quotes[0], speaker=None),))
    assert (
        '    [direct, speech, cue "said", source "Mayor Iris Quell"]'
        in report(article).splitlines()
    )
    assert "source" not in report(story)


def test_the_report_ends_with_credits_and_related_stories(story):
    assert report(story).endswith(
        "\n\nCredits\n  Reporting by Nora Vance; Sealine Press\n\nRelated\n  Gulls return <https://ledger.example/gulls>\n"
    )


def test_the_report_of_nothing_says_so():
    assert report(bare("")) == "(no headline)\n\nNo quotes.\n"


def test_the_report_keeps_long_quotes_in_lines_and_long_words_whole():
    text = "word " * 60 + "x" * 300
    lines = report(bare(text, quotes=(said(text, 0, len(text)),))).splitlines()
    assert max(len(line) for line in lines if "x" not in line) <= 100
    assert f"  {'x' * 300}" in lines


def test_no_control_character_of_the_text_reaches_the_terminal():
    text = "a\x1b[31mb\x07c\x9bd\x00e\r\nf\x85g"
    shown = report(bare(text, quotes=(said(text, 0, len(text)),)))
    assert "a\ufffd[31mb\ufffdc\ufffdd\ufffde f g" in shown
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", shown)


# The table


def table(article):
    return list(csv.reader(io.StringIO(quotes_csv(article), newline="")))


def test_the_table_has_a_header_and_a_line_a_quote(story):
    rows = table(story)
    assert tuple(rows[0]) == (*QUOTE_COLUMNS, *story.meta)
    assert len(rows) == 1 + len(story.quotes)
    assert rows[1][:7] == [
        "w1",
        "2024-03-05T06:30:00+00:00",
        "0",
        "direct",
        "speech",
        '"The gate holds," "and it will."',
        "The gate holds and it will.",
    ]


def test_what_is_not_known_is_an_empty_cell(story):
    row = dict(zip(*(table(story)[n] for n in (0, -1)), strict=True))
    assert row["speaker_name"] == row["paragraph"] == row["cue_text"] == ""


def test_the_table_of_no_quotes_is_its_header():
    assert table(bare()) == [list(QUOTE_COLUMNS)]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(start):
    text = f"{start}1+1"
    row = dict(
        zip(
            QUOTE_COLUMNS,
            table(bare(text, id=text, quotes=(said(text, 0, len(text)),)))[1],
            strict=True,
        )
    )
    assert row["text"] == row["words"] == row["article_id"] == f"'{text}"


@pytest.mark.parametrize("text", ["a=1", '"-1"', "'=1", " =1"])
def test_other_cells_stay_as_they_are(text):
    row = dict(
        zip(QUOTE_COLUMNS, table(bare(text, quotes=(said(text, 0, len(text)),)))[1], strict=True)
    )
    assert row["text"] == text


def test_numbers_are_numbers_in_the_table(story):
    assert re.search(r",0\.97,", quotes_csv(story))
    assert '"0.97"' not in quotes_csv(story)


def test_line_ends_commas_and_marks_stay_in_their_cell():
    text = 'a,"b"\r\nc\rd\ne\x00'
    assert table(bare(text, quotes=(said(text, 0, len(text)),)))[1][5] == text


# The page


class Page(HTMLParser):
    """What a browser would make of a page; it complains about tags that cross."""

    def __init__(self, html):
        super().__init__()
        self.open, self.main, self.marks, self.lines, self.tags = [], "", [], [], []
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "input"}:
            self.open.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        tags = [tag for tag, _ in self.open]
        if "main" in tags:
            self.main += data
            self.marks += [(data, attrs) for tag, attrs in self.open if tag == "mark"][-1:]
            self.lines += [
                (data, attrs["class"].split()[0]) for tag, attrs in self.open if tag == "u"
            ]


def test_the_page_shows_the_text_whole_and_unchanged(story):
    assert Page(str(view(story))).main == story.text


def test_the_parts_of_a_speakers_quotes_have_one_tint_and_others_another(story):
    marks = Page(str(view(story))).marks
    tints = {piece: attrs["class"] for piece, attrs in marks}
    assert (
        tints['"The gate holds,"']
        == tints['"and it will."']
        == tints['"nobody pays"']
        == "s1 direct"
    )
    assert tints['"We =never= asked,"'] == "s3 direct"
    assert tints["Council delays its vote"] == "unknown indirect unsure"


def test_where_quotes_lie_in_each_other_the_inner_one_gives_the_tint(story):
    marks = Page(str(view(story))).marks
    assert [piece for piece, _ in marks].count('"nobody pays"') == 1
    facts = "Olav Brandt and Iris Quell: mixed, speech, confidence 0.50 (unsure)"
    assert (
        "that Quell had ",
        {"class": "s0 mixed unsure", "tabindex": "0", "aria-description": facts},
    ) in marks


def test_cue_and_source_are_underlined_and_say_what_they_are(story):
    page = Page(str(view(story)))
    assert ("said", "cue") in page.lines
    assert ("Mayor Iris Quell", "source") in page.lines
    titles = [attrs.get("title") for tag, attrs in page.tags if tag == "u"]
    assert "cue: say, neutral, positive" in titles
    assert "source: Iris Quell" in titles


def test_the_side_list_counts_the_quotes_of_each_speaker(story):
    aside = str(view(story)).partition("<aside>")[2].partition("<main>")[0]
    found = re.findall(
        r"<bdi>(?:<mark [^>]*>)?(.*?)(?:</mark>)?</bdi> <span [^>]*>(\d+)</span>(?: <small><bdi>(.*?)</bdi></small>)?<",
        aside,
    )
    assert found == [
        ("everyone", "5", ""),
        ("Olav Brandt and Iris Quell", "1", ""),
        ("Iris Quell", "2", "Mayor, Wexmouth"),
        ("the union", "1", ""),
        ("unknown speaker", "1", ""),
    ]


def test_everything_from_the_article_is_escaped():
    evil = "\"><script>alert(1)</script>&amp;'"
    text = f"{evil} {evil}"
    speaker = Speaker(name=evil, kind="person", role=evil, affiliation=evil)
    article = bare(
        text, id=evil, quotes=(said(text, 0, len(evil), speaker=speaker),), speakers=(speaker,)
    )
    html = str(view(article))
    page = Page(html)
    assert page.main == text
    assert "<script" not in html
    assert not {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe"}


def test_nothing_comes_from_elsewhere(story):
    page = Page(str(view(story)))
    assert not [
        attrs for _, attrs in page.tags if {"src", "href", "onclick", "onload"} & attrs.keys()
    ]
    policy = next(
        attrs["content"]
        for tag, attrs in page.tags
        if attrs.get("http-equiv") == "Content-Security-Policy"
    )
    assert (
        policy
        == "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    )
    assert "url(" not in str(view(story))
    assert "@import" not in str(view(story))


def test_the_page_is_light_and_dark(story):
    assert "prefers-color-scheme:dark" in str(view(story))


def test_spans_that_cross_are_cut_at_their_edges():
    text = "abcdefghij"
    article = bare(
        text, quotes=(said(text, 0, 6), said(text, 3, 9), said(text, 3, 6), said(text, 5, 5))
    )
    page = Page(str(view(article)))
    assert page.main == text
    assert [piece for piece, _ in page.marks] == ["abc", "def", "ghi"]


def test_characters_that_no_page_may_have_are_replaced(tmp_path):
    text = "a\ud800b\x00c\x1bd\te\nf"
    article = bare(text)
    assert Page(str(view(article))).main == "a\ufffdb\ufffdc\ufffdd\te\nf"
    view(article).save(tmp_path / "page.html")


def test_the_page_is_saved_as_utf8(story, tmp_path):
    article = attrs.evolve(story, id="„ü“")
    path = tmp_path / "page.html"
    view(article).save(str(path))
    assert path.read_bytes().decode() == str(view(article))


def test_a_file_that_cannot_be_written_is_an_os_error(story, tmp_path):
    with pytest.raises(OSError, match="page"):
        view(story).save(tmp_path / "missing" / "page.html")


def test_a_notebook_gets_the_page_in_a_frame_that_may_do_nothing(story):
    frame = view(story)._repr_html_()
    (tag, attributes), *others = Page(frame).tags
    assert (tag, others) == ("iframe", [])
    assert attributes["sandbox"] is None
    assert attributes["srcdoc"] == str(view(story))


@pytest.mark.parametrize("wrong", [None, "text", {}])
def test_only_an_article_is_shown(wrong):
    with pytest.raises(TypeError, match="article must be an Article"):
        view(wrong)


def test_a_view_is_a_value(story):
    assert view(story) == View(story)
    assert repr(view(story)).startswith("<View of <Article 'Tidal gate")
    assert newsquote.View is View


def test_a_page_of_many_nested_spans_takes_little_time():
    text = "x" * 4000
    quotes = tuple(said(text, n, n + 2) for n in range(3990))
    assert str(view(bare(text, quotes=quotes))).count("<mark") >= 3990
