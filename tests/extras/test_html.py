"""Pages against trafilatura: the text, and the way back into the source."""

import itertools
import random
import time
from datetime import date

import pytest

import newsquote

pytest.importorskip(
    "trafilatura", reason="trafilatura is not installed: pip install 'newsquote[html]'"
)

from newsquote.errors import OptionsError
from newsquote.extras.html import Page, WholePage, read_page
from newsquote.extras.html.places import _matches, find_places

HTML = """<!DOCTYPE html><html><head><title>Mill to close</title><meta name="author" content="Ann Roe; Tom Ray">
<meta property="article:published_time" content="2026-03-04T06:00:00Z"><script>var a = "<p>We fought for it";</script></head>
<body><nav><a href="/" title='a > b'>Home</a> <a href="/mills">Mills</a></nav><article><h1>Mill to close</h1>
<!-- <p>We fought for it &amp; lost</p> --><p>By Ann Roe</p>
<p>&ldquo;We <b>fought</b> for it &amp; lost,&rdquo; said Mayor&nbsp;Ann Lee. The mill employs 400 people in the county and will close in May.</p>
<aside class="ad">Subscribe now</aside>
<p>Talks had failed, she said on Monday, at length, to the many reporters who came to the gate of the mill in the rain.</p>
</article><footer>Copyright</footer></body></html>
"""


@pytest.fixture(scope="module")
def page():
    return read_page(HTML)


def test_what_the_page_says_of_itself(page):
    assert (page.title, page.authors, page.published) == (
        "Mill to close",
        ("Ann Roe", "Tom Ray"),
        date(2026, 3, 4),
    )
    source = page.source(id="a-1")
    assert (source.text, source.id, source.published) == (page.text, "a-1", date(2026, 3, 4))


def test_the_quotes_are_found_in_the_source(page):
    article = newsquote.parse(page.text)
    quote = article.quotes[0]
    assert quote.speaker.name == "Ann Lee"
    assert HTML[page.place(quote.span).slice] == "&ldquo;We <b>fought</b> for it &amp; lost,&rdquo;"
    assert [HTML[piece.slice] for piece in page.pieces(quote.span)] == [
        "&ldquo;We",
        "fought",
        "for it &amp; lost,&rdquo;",
    ]
    assert HTML[page.place(quote.source.span).slice] == "Mayor&nbsp;Ann Lee"


def test_every_word_is_in_its_place(page):
    assert "Talks had failed" in page.text
    for word in ("employs", "Talks", "rain."):
        at = page.text.index(word)
        place = page.place(newsquote.Span(at, at + len(word)))
        assert (HTML[place.slice], place.start) == (word, HTML.index(word))


def test_what_is_not_in_the_source_has_no_place(page):
    blank = page.text.index("\n\n")
    assert page.place(newsquote.Span(blank, blank + 2)) is None
    assert page.pieces(newsquote.Span(blank, blank + 2)) == ()


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize(
    "html",
    [
        "",
        " ",
        "<",
        "<p",
        "<!--",
        "<script>",
        "a < b",
        "<p>x</p>",
        "\ud800<p>one</p>",
        "&#0;&#xD800;",
        "<html>\0<body>\0<p>a\0b</p></html>",
        "<html><frameset><frame src=x></frameset></html>",
        "<?xml version='1.0' encoding='utf-16'?><rss><title>x</title></rss>",
        "<svg><title>x</title></svg>",
        "%PDF-1.4",
        '{"a": 1}',
    ],
)
def test_any_string_is_a_page(html, whole):
    page = read_page(html, whole=whole)
    assert len(page.text) == len(page._places)
    assert page.html == html


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("page", [None, 5, ["<p>one</p>"], memoryview(b"<p>")])
def test_what_is_no_page_is_refused(page, whole):
    with pytest.raises(TypeError, match="html must be a str, bytes or a path, not"):
        read_page(page, whole=whole)


# Bytes and files

CAFE = "<html><head>{}<title>Café</title></head><body><h1>Café owners win fight</h1><p>“Zoë’s café” may open, for £5, said the mayor of the town.</p></body></html>"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ("", "utf-32"),
        ("", "cp1252"),
        ('<meta charset="utf-8">', "utf-8"),
        ('<meta charset="iso-8859-1">', "cp1252"),
        ('<meta charset="us-ascii">', "cp1252"),
        ('<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1252">', "cp1252"),
        ("<meta charset=macintosh>", "mac-roman"),
        ("<meta charset='gb18030'>", "gb18030"),
        ('<meta charset="iso-8859-1">', "utf-8"),  # what it says is wrong
        ('<meta charset="utf-8">', "cp1252"),  # as above
        ('<meta charset="utf-16">', "cp1252"),  # which no page can say in these bytes
        ('<meta charset="punycode">', "cp1252"),  # no encoding of pages
        ('<meta charset="no-such">', "cp1252"),
        ('<meta charset="">', "utf-8"),
    ],
)
def test_bytes_are_read_in_their_encoding(declared, encoding):
    page = read_page(CAFE.format(declared).encode(encoding), whole=True)
    assert page.html == CAFE.format(declared)
    assert "“Zoë’s café” may open, for £5" in page.text


def test_what_the_caller_knows_of_the_encoding_goes_before_the_page():
    content = CAFE.format('<meta charset="windows-1252">').encode("mac-roman")
    assert "Zoë" in read_page(content, encoding="mac-roman").html
    assert (
        "Zoë" in read_page("\ufeffZoë".encode("utf-16-le"), encoding="latin-1").html
    )  # but a mark


def test_bytes_that_no_encoding_has_are_replaced():
    assert "\ufffd" in read_page(b"<p>caf\x81 \xe9</p>", whole=True).html


@pytest.mark.parametrize("encoding", ["no-such", "hex", "rot13", "undefined", "", "a\0b"])
def test_an_encoding_that_is_none_is_refused(encoding):
    with pytest.raises(OptionsError, match="unknown encoding") as caught:
        read_page(b"x", encoding=encoding)
    assert caught.value.value == encoding


def test_an_encoding_is_a_string():
    with pytest.raises(TypeError, match="encoding must be a str or None, not int"):
        read_page(b"x", encoding=5)


def test_a_path_is_a_file(tmp_path):
    path = tmp_path / "page.html"
    path.write_bytes(HTML.encode())
    assert read_page(path) == read_page(HTML) == read_page(bytearray(HTML.encode()))
    assert read_page(path, whole=True) == read_page(HTML, whole=True)


def test_a_file_that_cannot_be_read_says_so(tmp_path):
    with pytest.raises(FileNotFoundError, match="none"):
        read_page(tmp_path / "none.html")
    with pytest.raises(OSError, match=r"Is a directory|Permission"):
        read_page(tmp_path)


def test_a_string_is_never_a_path(tmp_path):
    (tmp_path / "page.html").write_text(HTML)
    assert read_page(str(tmp_path / "page.html")).title is None


def test_a_whole_page_is_a_page():
    assert type(read_page(HTML)) is Page
    page = read_page(HTML, whole=True)
    assert type(page) is WholePage
    assert isinstance(page, Page)
    assert hash(page) == hash(read_page(HTML, whole=True))
    assert page.source("a-1").text == page.text


@pytest.mark.parametrize(
    "piece",
    ["<p>We fought for it, she said. </p>", '<a b="', "<!--", "<script>", "<a =", "&amp", "word "],
)
def test_alignment_takes_time_in_step_with_the_length(piece):
    began = time.perf_counter()
    find_places(piece * 8000, piece * 8000)
    assert time.perf_counter() - began < 10


def test_matches_rise_in_both_and_agree():
    chance = random.Random(5)
    for _ in range(300):
        pieces = ["".join(chance.choices("ab", k=chance.randint(5, 30))) for _ in range(8)]
        text, source = ("".join(chance.choices(pieces, k=6)) for _ in range(2))
        pairs = list(_matches(text, source))
        assert all(text[here] == source[there] for here, there in pairs)
        assert all(a[0] < b[0] and a[1] < b[1] for a, b in itertools.pairwise(pairs))
