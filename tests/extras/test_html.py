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

from newsquote.extras.html import _matches, _places, read_page

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
    ],
)
def test_any_string_is_a_page(html):
    page = read_page(html)
    assert len(page.text) == len(page._places)


def test_what_is_no_string_is_refused():
    with pytest.raises(TypeError, match="html must be a str"):
        read_page(b"<p>one</p>")


@pytest.mark.parametrize(
    "piece",
    ["<p>We fought for it, she said. </p>", '<a b="', "<!--", "<script>", "<a =", "&amp", "word "],
)
def test_alignment_takes_time_in_step_with_the_length(piece):
    began = time.perf_counter()
    _places(piece * 8000, piece * 8000)
    assert time.perf_counter() - began < 10


def test_matches_rise_in_both_and_agree():
    chance = random.Random(5)
    for _ in range(300):
        pieces = ["".join(chance.choices("ab", k=chance.randint(5, 30))) for _ in range(8)]
        text, source = ("".join(chance.choices(pieces, k=6)) for _ in range(2))
        pairs = list(_matches(text, source))
        assert all(text[here] == source[there] for here, there in pairs)
        assert all(a[0] < b[0] and a[1] < b[1] for a, b in itertools.pairwise(pairs))
