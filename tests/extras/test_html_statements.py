"""What pages say of themselves, in all the ways that sites have for it."""

import json
import time
from datetime import date

import pytest

pytest.importorskip(
    "trafilatura", reason="trafilatura is not installed: pip install 'newsquote[html]'"
)

from newsquote.extras.html import RelatedLink, read_page

STORY = (
    "<p>The harbour company said on Monday that it would close the old dry dock in the spring.</p>"
    "<p>“We have no more ships to mend,” said Olav Brandt, who has led it for nine years.</p>"
    "<p>The union called the plan a disgrace and asked the minister of labour to step in now.</p>"
)
TITLE = "Dry dock to close in spring"


def page_of(data=None, head="", above=f"<h1>{TITLE}</h1>", below=""):
    """A page with linked data, as a value or as the text of the script."""
    text = data if isinstance(data, str) else json.dumps(data)
    script = "" if data is None else f'<script type="application/ld+json">{text}</script>'
    html = f"<html><head>{head}{script}</head><body>{above}<div>{STORY}</div>{below}</body></html>"
    return read_page(html, whole=True)


def article(**properties):
    return {"@type": "NewsArticle", "headline": TITLE, **properties}


def keys(page, field):
    return [one.key for one in page.stated(field)]


# Linked data


@pytest.mark.parametrize(
    "author",
    [
        "Ann Lee and Bo Ek",
        "By Ann Lee, Bo Ek",
        "Ann Lee; Bo Ek",
        ["Ann Lee", "Bo Ek"],
        {"name": "Ann Lee and Bo Ek"},
        {"@type": "Person", "name": ["Ann Lee", "Bo Ek"]},
        [{"name": "Ann Lee"}, {"name": "Bo Ek"}],
        [{"name": "Ann Lee"}, "Bo Ek"],
        [["Ann Lee"], [["Bo Ek"]]],
        {"@list": [{"name": "Ann Lee"}, {"name": {"@value": "Bo Ek"}}]},
        [{"givenName": "Ann", "familyName": "Lee"}, {"name": "Bo Ek", "url": "https://a.example"}],
        [{"@id": "#ann"}, {"@id": "#bo"}],
        ["Ann Lee", "Ann Lee", "Bo Ek", ""],
        ["Ann Lee", "Bo Ek", "https://social.example/boek", "bo@times.example", "@boek", None, 5],
    ],
)
def test_authors_in_any_form(author):
    people = [
        {"@id": "#ann", "name": "Ann Lee"},
        {"@id": "#bo", "@type": "Person", "name": "Bo Ek"},
    ]
    page = page_of({"@graph": [article(author=author), *people]})
    assert page.authors == ("Ann Lee", "Bo Ek")
    assert keys(page, "authors") == ["NewsArticle.author"] * 2
    assert "\n\nBy Ann Lee and Bo Ek\n\n" in page.text


@pytest.mark.parametrize(
    "data",
    [
        article(),
        [article()],
        [[article()]],
        {"@graph": [article()]},
        {"@graph": article()},
        [{"@type": "BreadcrumbList"}, article()],
        {"@type": "WebPage", "mainEntity": article()},
        {"@type": "WebPage", "mainEntity": [article()]},
        {"@type": "WebPage", "name": "Harbours", "@graph": [{"mainEntityOfPage": article()}]},
        article(**{"@type": ["Thing", "NewsArticle"]}),
        article(**{"@type": "https://schema.org/NewsArticle"}),
        article(**{"@type": "schema:NewsArticle"}),
        article(mainEntityOfPage="https://times.example/dock"),
    ],
)
def test_the_article_is_found_wherever_it_stands(data):
    page = page_of(data, above="")
    assert (page.title, keys(page, "title")) == (TITLE, ["NewsArticle.headline"])


@pytest.mark.parametrize(
    "text",
    [
        '{"@type": "NewsArticle", "headline": "Dry dock to close in spring",}',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Dry dock to close in spring"}\n//]]>',
        '<!-- {"@type": "NewsArticle", "headline": "Dry dock to close in spring"} -->',
        '/*<![CDATA[*/[{"@type": "NewsArticle", "headline": "Dry dock to close in spring"},]/*]]>*/',
        '{"@type": "NewsArticle", "headline": "Dry dock to close in spring"};',
        '{"@type": "NewsArticle", "a": "x\ny\tz", "headline": "Dry dock to close in spring"}',
        "{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;Dry dock to close in spring&quot;}",
        '{"@type": "NewsArticle", "headline": "Dry dock to close&#32;in spring"}',
    ],
)
def test_data_that_are_nearly_json_are_read(text):
    page = page_of(text, above="")
    assert (page.title, keys(page, "title")) == (TITLE, ["NewsArticle.headline"])


@pytest.mark.parametrize(
    "data",
    [
        "",
        "{",
        "null",
        "5",
        '"x"',
        "[" * 100_000,
        '{"@graph": ' * 500 + "1" + "}" * 500,
        {"@type": 5, "@id": 7, "headline": {"a": 1}, "author": 5, "publisher": [1, 2]},
        article(author={"@id": "#none"}, publisher={"name": None}, datePublished=20260304),
        article(author={"@value": {"@value": [{"@list": []}]}}),
        article(headline="", author="", datePublished="soon", publisher=""),
        article(datePublished="2026-13-45T00:00:00Z"),
        article(datePublished="0000-00-00"),
        {"@type": "ItemList", "itemListElement": [{"item": {**article(), "headline": "Other"}}]},
        {"@type": "Organization", "name": "Times", "author": "Ann Lee"},
    ],
)
def test_data_that_say_nothing_take_nothing_away(data):
    page = page_of(data)
    assert (page.title, keys(page, "title")) == (TITLE, ["h1"])
    assert (page.authors, page.published) == ((), None)
    assert "no more ships" in page.text


def test_an_object_that_names_itself_ends():
    page = page_of({"@graph": [article(**{"@id": "a", "author": {"@id": "a"}})]})
    assert page.authors == ()


def test_of_several_articles_the_pages_own_one_counts():
    other = {"@type": "NewsArticle", "headline": "Floods hit valley", "author": "Olav Brandt"}
    page = page_of([other, article(author="Ann Lee")])
    assert (page.title, page.authors) == (TITLE, ("Ann Lee",))


def test_several_scripts_are_read():
    head = '<script type="application/ld+json">{"@type": "WebSite", "name": "The Times"}</script>'
    page = page_of(article(author={"@id": "#ann"}), head=head.replace("}", ', "x": {}}', 1))
    assert (page.site, keys(page, "site")) == ("The Times", ["WebSite.name"])


# What wins


def test_a_heading_that_agrees_is_the_title():
    long = f"{TITLE}, company says, as union calls plan a disgrace"
    page = page_of(article(headline=f"{TITLE}, company says…"), above=f"<h1>{long}</h1>")
    assert (page.title, keys(page, "title")) == (long, ["h1"])


@pytest.mark.parametrize("heading", ["Business", "The Norvale Times", "Floods hit valley"])
def test_a_heading_of_something_else_is_not(heading):
    head = '<meta property="og:site_name" content="The Norvale Times">'
    page = page_of(article(), head=head, above=f"<h1>{heading}</h1><p>{TITLE}</p>")
    assert (page.title, keys(page, "title")) == (TITLE, ["NewsArticle.headline"])


@pytest.mark.parametrize(
    "title",
    [
        f"{TITLE} - The Times",
        f"{TITLE} | The Times",
        f"The Times: {TITLE}",
        f"{TITLE} — the times",
    ],
)
def test_the_sites_name_is_no_part_of_a_title(title):
    head = f'<title>{title}</title><meta property="og:site_name" content="The Times">'
    assert page_of(head=head, above="").title == TITLE


def test_a_title_keeps_its_own_signs():
    title = "Dry dock: a town waits - and waits"
    assert page_of(head=f"<title>{title}</title>", above="").title == title


def test_the_site_is_author_only_where_there_is_no_other():
    data = article(author={"name": "The Times"}, publisher={"name": "The Times"})
    assert page_of(data).authors == ("The Times",)
    page = page_of(data, above=f"<h1>{TITLE}</h1><p class=byline>By Ann Lee</p>")
    assert (page.authors, keys(page, "authors")) == (("Ann Lee",), ["p.byline"])


def test_an_account_is_author_only_where_there_is_no_other():
    head = '<meta name="author" content="admin">'
    assert page_of(head=head).authors == ("admin",)
    assert page_of(article(author="Ann Lee"), head=head).authors == ("Ann Lee",)


def test_everything_is_listed_what_was_used_first():
    head = '<meta property="og:title" content="Dock to close"><meta name="author" content="Bo Ek">'
    page = page_of(article(author="Ann Lee"), head=head)
    said = [(one.field, one.value, one.origin.value, one.key) for one in page.statements]
    assert said[:3] == [
        ("title", TITLE, "markup", "h1"),
        ("title", TITLE, "json-ld", "NewsArticle.headline"),
        ("title", "Dock to close", "meta", "og:title"),
    ]
    assert [one.value for one in page.statements if one.field == "authors"][:2] == [
        "Ann Lee",
        "Bo Ek",
    ]
    assert [one.value for one in page.stated("authors")] == ["Ann Lee"]
    assert page.stated("site") == ()


# Printed bylines


@pytest.mark.parametrize(
    ("byline", "authors", "line"),
    [
        ("<p class=byline>By Ann Lee</p>", ("Ann Lee",), "By Ann Lee"),
        ('<a rel="author" href="/ann">Ann Lee</a>', ("Ann Lee",), "By Ann Lee"),
        ("<address>Ann Lee</address>", ("Ann Lee",), "By Ann Lee"),
        ("<p>By <b>Ann Lee</b>, Staff Writer</p>", ("Ann Lee",), "By Ann Lee, Staff Writer"),
        (
            "<div id=author-box><span>Ann Lee</span><span>Political Editor</span></div>",
            ("Ann Lee",),
            "By Ann Lee Political Editor",
        ),
        (
            "<div class=by-author><i>By</i> <a>Ann Lee</a> and <a>Bo Ek</a></div>",
            ("Ann Lee", "Bo Ek"),
            "By Ann Lee and Bo Ek",
        ),
    ],
)
def test_bylines_are_taken_as_they_are_printed(byline, authors, line):
    page = page_of(above=f"<h1>{TITLE}</h1>{byline}")
    assert page.authors == authors
    assert page.text.split("\n\n")[:2] == [TITLE, line]
    assert page.text.count("Ann Lee") == 1


@pytest.mark.parametrize(
    "below",
    [
        '<div class="comment"><b class="comment-author">Olav Brandt</b><p>By the way, no.</p></div>',
        '<div class="author-bio"><p>Ann Lee is a reporter who covers ships for us.</p></div>',
        '<div class="related-card"><p class="card-author">Bo Ek</p></div>',
        "<p>By the sea it rained.</p>",
        '<p class="byline">ann@times.example</p>',
    ],
)
def test_others_are_no_authors(below):
    page = page_of(below=below)
    assert page.authors == ()
    assert page.text.startswith(f"{TITLE}\n\nThe harbour company")


# Days


@pytest.mark.parametrize(
    ("head", "key"),
    [
        ('<meta property="article:published_time" content="2026-03-04T23:30:00-05:00">', None),
        ('<meta name="date" content="Wed, 04 Mar 2026 06:00:00 GMT">', None),
        ('<meta itemprop="datePublished" content="20260304">', None),
        ('<meta name="dc.date" content="2026-03-04 08:00">', None),
    ],
)
def test_days_in_the_forms_of_data(head, key):
    page = page_of(head=head)
    assert (page.published, page.stated("published")[0].origin) == (date(2026, 3, 4), "meta")
    assert "\n\n4 March 2026\n\n" in page.text


def test_a_day_is_taken_as_it_is_printed():
    stamp = '<article><time datetime="2026-03-04">Published March 4, 2026</time></article>'
    page = page_of(above=f"<h1>{TITLE}</h1>{stamp}")
    assert (page.published, keys(page, "published")) == (date(2026, 3, 4), ["time"])
    assert "\n\nPublished March 4, 2026\n\n" in page.text


def test_no_year_of_the_text_is_the_day():
    page = page_of(below="<p>In 1987 it burned. Copyright 2019 The Times</p>")
    assert page.published is None


# Related links


def links(below, head=""):
    return [(link.title, link.url) for link in page_of(head=head, below=below).related]


@pytest.mark.parametrize(
    "below",
    [
        "<h3>Related stories</h3><ul><li><a href=/a>Floods hit valley</a></li></ul>",
        "<div><p><b>READ MORE:</b> <a href=/a>Floods hit valley</a></p></div>",
        "<aside><div><h4>You may also like</h4></div><div><a href=/a><h4>Floods hit valley</h4></a></div></aside>",
        "<section><h2>More from The Times</h2><a href=/a>Floods hit valley</a></section>",
        "<h3>Related</h3><a href=/a>Floods hit the whole valley again</a>",
    ],
)
def test_links_below_words_for_them(below):
    ((title, url),) = links(below)
    assert (title.split()[0], url) == ("Floods", "/a")


@pytest.mark.parametrize(
    "below",
    [
        "<nav><a href=/a>Floods hit valley</a></nav>",
        "<h3>Topics</h3><a href=/a>Floods hit valley</a>",
        "<h3>Opinion</h3><a href=/a>Our columnists</a><a href=/b>All letters</a>",
        "<h3>Related stories</h3><h3>About us</h3><a href=/a>Floods hit valley</a>",
        "<h3>Related stories</h3><a href=#top>Back to top</a><a href='mailto:a@b.example'>Write to us</a>",
        "<h3>Related stories</h3><a href=/a>Floods</a><a>Floods hit valley</a>",
        "<h3>Related stories</h3>",
    ],
)
def test_other_links_are_none(below):
    assert links(below) == []


@pytest.mark.parametrize(
    "head",
    [
        '<base href="https://times.example/x/y">',
        '<link rel="canonical" href="https://times.example/x/y">',
        '<meta property="og:url" content="https://times.example/x/y">',
        '<script type="application/ld+json">{"@type": "Article", "url": "https://times.example/x/y"}</script>',
    ],
)
def test_addresses_are_made_whole_where_the_page_says_its_own(head):
    below = "<h3>Related stories</h3><a href=z>Floods hit valley</a>"
    assert links(below, head) == [("Floods hit valley", "https://times.example/x/z")]


def test_addresses_that_are_broken_stay():
    below = "<h3>Related stories</h3><a href='http://[x/'>Floods hit valley</a>"
    head = '<base href="https://times.example/">'
    assert links(below, head) == [("Floods hit valley", "http://[x/")]


def test_a_link_is_a_value():
    page = page_of(below="<h3>Related stories</h3><a href=/a>Floods hit valley</a>")
    link = RelatedLink(title="Floods hit valley", url="/a", heading="Related stories")
    assert page.related == (link,)
    assert page.text.endswith("Related stories\n- Floods hit valley")


# Stories


def test_a_part_of_a_page_is_read():
    page = read_page(f"<h1>{TITLE}</h1><p class=byline>By Ann Lee</p>{STORY}", whole=True)
    assert page.text.startswith(f"{TITLE}\n\nBy Ann Lee\n\nThe harbour company")


def test_a_page_without_an_article_says_what_it_says():
    html = "<html><head><title>Sign in - The Times</title></head><body><form><input></form></body></html>"
    page = read_page(html, whole=True)
    assert page.title == "Sign in - The Times"
    assert (page.authors, page.published, page.related) == ((), None, ())


def test_the_story_is_taken_from_data_where_the_page_has_none():
    body = "Ships no more.&nbsp;\n\n<p>“No,” said Bo Ek.</p><p>He <b>left</b>.</p>"
    data = json.dumps(article(articleBody=body)).replace("</", "<\\/")
    page = read_page(
        f'<html><head><script type="application/ld+json">{data}</script></head><body><div id=root></div></body></html>',
        whole=True,
    )
    assert page.text.split("\n\n")[1:] == ["Ships no more.", "“No,” said Bo Ek.", "He left."]


@pytest.mark.slow
@pytest.mark.parametrize(
    "html",
    [
        "<html><body>" + "<div>" * 50_000 + STORY,
        "<html><body>" + "<span class=byline>" * 10_000 + STORY,
        "<html><body>" + "<p class=byline>By Ann Lee</p>" * 5000 + STORY,
        "<html><body>" + "<p>By the sea</p>" * 5000 + STORY,
        "<html><body><div>" + "<p>Related stories</p>" * 5000 + "</div>" + STORY,
        "<html><body><div>" + "<p>Read more</p>" * 1000 + "<a href=/x>Two words</a>" * 1000 + STORY,
        "<html><head>" + "<meta name=author content='Ann Lee'>" * 10_000 + "</head><body>" + STORY,
        "<html><head>" + "<meta charset" * 50_000,
        "<html><body>" + "<h1>Mill to close</h1>" * 5000 + STORY,
    ],
)
def test_hostile_pages_take_their_time_and_no_more(html):
    began = time.perf_counter()
    page = read_page(html.encode() + b"\xff", whole=True)
    assert len(page.text) == len(page._places)
    assert time.perf_counter() - began < 20


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        '{"@type":"NewsArticle",' + '"author":"' * 20_000,
        "[" + ", " * 100_000,
        "&quot;" * 50_000,
        json.dumps(article(articleBody="<" * 200_000)),
        json.dumps(article(author=["By Ann Lee and Bo Ek"] * 2000)),
        json.dumps([article(headline=f"Dock {n} to close") for n in range(5000)]),
    ],
)
def test_hostile_data_take_their_time_and_no_more(text):
    began = time.perf_counter()
    assert page_of(text).title
    assert time.perf_counter() - began < 20
