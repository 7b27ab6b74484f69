"""Whole pages in the styles of many sites: what ``read_page(..., whole=True)`` finds, where it says
that it is from, and what ``parse`` makes of the text.
"""

from datetime import date
from html import unescape
from pathlib import Path
from typing import NamedTuple

import pytest

import newsquote

pytest.importorskip(
    "trafilatura", reason="trafilatura is not installed: pip install 'newsquote[html]'"
)

from newsquote.extras.html import read_page

PAGES = Path(__file__).with_name("html_pages")


class Expected(NamedTuple):
    """Of each page, what is printed on it and where it is said first."""

    title: str
    title_from: tuple[str, str]
    authors: tuple[str, ...]
    authors_from: tuple[str, str] | None
    published: date
    published_from: tuple[str, str]
    site: str | None
    site_from: tuple[str, str] | None
    related: tuple[tuple[str, str], ...]
    quotes: int
    first: str
    last: str


EXPECTED = {
    "agency": Expected(
        "Storm leaves thousands without power on the coast",
        ("markup", "h1.Page-headline"),
        ("ANN LEE", "IDA VANCE"),
        ("json-ld", "NewsArticle.author"),
        date(2026, 1, 9),
        ("json-ld", "NewsArticle.datePublished"),
        "North Wire",
        ("json-ld", "NewsArticle.publisher"),
        (
            ("Tide breaks a sea wall in Corrow", "https://northwire.example/article/tide-41"),
            ("Grid operator warns of a hard winter", "https://northwire.example/article/grid-42"),
        ),
        3,
        "A winter storm cut",
        "closed on Monday in four counties.",
    ),
    "blog_system": Expected(
        "Council Votes to Close Corrow Mill",
        ("markup", "h1.entry-title"),
        ("Ida Vance",),
        ("json-ld", "NewsArticle.author"),
        date(2026, 2, 17),
        ("json-ld", "NewsArticle.datePublished"),
        "The Corrow Courier",
        ("meta", "og:site_name"),
        (
            ("What the Fire Left of the Mill", "https://courier.example/2025/11/mill-fire/"),
            ("Snow Closes Schools", "https://courier.example/2026/02/snow/"),
        ),
        3,
        "The town council voted",
        "people who work in the town.",
    ),
    "broadcaster": Expected(
        "Norvale ferry to stop in May",
        ("markup", "h1.ssrcss-h"),
        ("Ann Lee", "Bo Ek"),
        ("json-ld", "ReportageNewsArticle.author"),
        date(2026, 3, 4),
        ("json-ld", "ReportageNewsArticle.datePublished"),
        "Channel North",
        ("meta", "og:site_name"),
        (
            ("Islands lose their last bank", "https://channelnorth.example/news/articles/c9a1"),
            ("Harbour council asks for a loan", "https://channelnorth.example/news/articles/c9a2"),
            (
                "Storm keeps ferries in port for a week",
                "https://channelnorth.example/news/articles/c9a3",
            ),
        ),
        3,
        "The night ferry between",
        "could be found before then.",
    ),
    "broken": Expected(
        "Farmers block road to Corrow over price of milk",
        ("markup", "h1"),
        ("Nora Vance",),
        ("json-ld", "NewsArticle.author"),
        date(2026, 9, 9),
        ("json-ld", "NewsArticle.datePublished"),
        "Plain Dealer",
        ("meta", "og:site_name"),
        (("Milk prices, explained", "/milk"), ("How many cows are there?", "/cows")),
        3,
        "Farmers with two hundred",
        "in the town hall of Corrow.",
    ),
    "county_paper": Expected(
        "School board picks new chief after long search",
        ("markup", "h1.headline"),
        ("Ann Lee",),
        ("meta", "parsely-author"),
        date(2026, 6, 11),
        ("meta", "parsely-pub-date"),
        "Larch County Record",
        ("meta", "application-name"),
        (
            ("Bus drivers get a raise", "/news/bus.html"),
            ("Old gym to be torn down", "/news/gym.html"),
        ),
        3,
        "After a search that",
        "it would wait and see.",
    ),
    "live_page": Expected(
        "Election in Norvale: Vance wins by 212 votes – as it happened",
        ("markup", "h1"),
        ("Ann Lee", "Bo Ek"),
        ("json-ld", "LiveBlogPosting.author"),
        date(2026, 4, 12),
        ("json-ld", "LiveBlogPosting.datePublished"),
        "the Beacon",
        ("meta", "og:site_name"),
        (),
        3,
        "We are closing this page",
        "the electoral office said.",
    ),
    "magazine": Expected(
        "The Last Lamplighter of Wexmouth",
        ("markup", "h1[itemprop=headline]"),
        ("Nora Vance",),
        ("markup", "a[rel=author]"),
        date(2025, 11, 30),
        ("meta", "datepublished"),
        "The Harbour Review",
        ("markup", "itemprop=publisher"),
        (
            ("Night Boats", "https://harbourreview.example/essays/night-boats"),
            ("A Short History of the Quay", "https://harbourreview.example/essays/the-quay"),
        ),
        3,
        "On the last evening of",
        "ladder back behind the door.",
    ),
    "old_tables": Expected(
        "Café owners win fight over tables",
        ("markup", "h2"),
        ("ZOË LEE",),
        ("markup", "font"),
        date(1999, 6, 3),
        ("none", "parse finds it in the byline"),
        None,
        None,
        (),
        3,
        "The owners of the town's",
        "years before the ban.",
    ),
    "podcast_site": Expected(
        "How a town kept its only doctor",
        ("markup", "h1"),
        ("Bo Ek",),
        ("json-ld", "NewsArticle.author"),
        date(2026, 10, 2),
        ("json-ld", "NewsArticle.datePublished"),
        "Public Radio North",
        ("meta", "og:site_name"),
        (("The clinic on a bus", "https://prn.example/2026/08/30/clinic"),),
        5,
        "When Dr. Ida Vance said",
        'they can have the bicycle."',
    ),
    "press_release": Expected(
        "New bridge opens two months early",
        ("markup", "h1"),
        ("Department of Roads",),
        ("meta", "dcterms.creator"),
        date(2026, 8, 19),
        ("meta", "dcterms.issued"),
        "Government of Norvale",
        ("meta", "dcterms.publisher"),
        (
            ("Plans for the old bridge", "/news/old-bridge"),
            ("No toll on the new bridge", "/news/toll"),
        ),
        1,
        "Drivers can use the new",
        "take until the spring.",
    ),
    "script_page": Expected(
        "Whale stays in the harbour for a third week",
        ("json-ld", "NewsArticle.headline"),
        ("Ida Vance",),
        ("json-ld", "NewsArticle.author"),
        date(2026, 7, 1),
        ("json-ld", "NewsArticle.datePublished"),
        "Fjord Today",
        ("meta", "og:site_name"),
        (),
        2,
        "A young whale that swam",
        "sounds of other whales.",
    ),
    "tabloid": Expected(
        "Baker's fury as thieves take 900 loaves in one night",
        ("markup", "h2"),
        ("Ann Lee", "Bo Ek"),
        ("json-ld", "NewsArticle.author"),
        date(2026, 5, 2),
        ("json-ld", "NewsArticle.datePublished"),
        "Daily Lantern",
        ("meta", "og:site_name"),
        (
            ("Why bread costs more than ever", "/news/article-7/bread.html"),
            ("The cake that beat the king", "/news/article-8/cake.html"),
            ("Flour mill sold for a penny", "/news/article-9/flour.html"),
        ),
        4,
        "A baker who lost 900",
        "a white van to call them.",
    ),
}


def test_every_page_has_its_row():
    assert sorted(EXPECTED) == sorted(path.stem for path in PAGES.iterdir())


@pytest.fixture(params=sorted(EXPECTED), scope="module")
def name(request):
    return request.param


@pytest.fixture(scope="module")
def page(name):
    return read_page(PAGES / f"{name}.html", whole=True)


@pytest.fixture(scope="module")
def article(page):
    return newsquote.parse(page.text, published=page.published)


def origin(page, field):
    """The place of a field's value; of several authors it is the same."""
    places = {(one.origin.value, one.key) for one in page.stated(field)}
    assert len(places) <= 1
    return next(iter(places), None)


def test_what_the_page_says_of_itself_and_where(name, page):
    row = EXPECTED[name]
    assert (page.title, origin(page, "title")) == (row.title, row.title_from)
    assert (page.authors, origin(page, "authors")) == (row.authors, row.authors_from)
    assert (page.site, origin(page, "site")) == (row.site, row.site_from)
    if row.published_from[0] == "none":
        assert page.published is None
    else:
        assert (page.published, origin(page, "published")) == (row.published, row.published_from)


def test_links_to_other_stories_with_their_addresses(name, page):
    assert tuple((link.title, link.url) for link in page.related) == EXPECTED[name].related
    assert all(link.heading for link in page.related)


def test_parse_finds_in_the_text_what_the_page_says(name, page, article):
    row = EXPECTED[name]
    assert article.headline.text == row.title
    authors = tuple(author.name for byline in article.bylines for author in byline.authors)
    assert authors == (() if name == "press_release" else row.authors)  # which no person wrote
    assert article.published == row.published
    assert newsquote.parse(page.text).published == row.published
    assert "html-source" not in {note.code.value for note in article.notes}
    assert "html-source" in {note.code.value for note in newsquote.parse(page.html).notes}


def test_parse_finds_the_story_and_sets_the_lists_aside(name, page, article):
    row = EXPECTED[name]
    assert len(article.quotes) == row.quotes
    body = [block.text for block in article.blocks if block.role == "body"]
    assert any(row.first in text for text in body)
    assert body[-1].endswith(row.last)
    found = {story.title: story.url for one in article.related for story in one.items}
    for title, url in row.related:
        assert title in found
        assert found[title] in {url if url.startswith("http") else None, None}


def test_spans_lead_back_into_the_source(name, page, article):
    for quote in article.quotes:
        place = page.place(quote.span)
        if name == "script_page":  # its story is in its data, which nobody sees
            assert place is None
        else:
            assert unescape(page.html[place.slice]).startswith(page.text[quote.span.start])


def test_every_statement_is_of_a_field_and_once(page):
    assert len(set(page.statements)) == len(page.statements)
    assert {one.field for one in page.statements} <= {"title", "authors", "published", "site"}
    for field in ("title", "authors", "published", "site"):
        assert page.stated(field) == tuple(
            one for one in page.statements if one in page.stated(field)
        )


def test_reading_is_the_same_every_time(name, page):
    assert read_page(PAGES / f"{name}.html", whole=True) == page
    text = page.html
    assert read_page(text, whole=True) == page
