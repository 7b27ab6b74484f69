"""What a page says of itself, and where.

In: the tree of a page, and what trafilatura made out. Out: statements on title, authors, day of
publication and site, those that are used before the others. Why: a page says the same in several
places, and they differ; who has all of it with its place can judge alone.

Linked data come first, then tags of the head, then what is printed, then trafilatura. But a printed
heading that is one of the titles said before, cut or not, is the title as readers see it; the
site's own name is its author only where there is no other, and the name of the site is first what
the head calls so, because linked data name the company.
"""

from __future__ import annotations

import email.utils
import html
import re
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

from newsquote.extras.html.linked_data import text_of, type_of
from newsquote.extras.html.markup import fold, key_of, printed, tidy
from newsquote.extras.html.names import is_name, names_in, names_of_others
from newsquote.extras.html.pages import Origin, Statement
from newsquote.extras.html.titles import parts_of_title, sorted_titles, without_site

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsquote.extras.html.linked_data import LinkedData, Node
    from newsquote.extras.html.markup import Element
    from newsquote.extras.html.names import PrintedByline
    from newsquote.extras.html.pages import Field

__all__ = ["PageParts", "collect_statements", "day_of", "main_articles"]

_META: dict[Field, str] = {
    "title": "og:title headline parsely-title sailthru.title dc.title dcterms.title citation_title"
    " twitter:title title",
    "authors": "author authors article:author parsely-author sailthru.author byl dc.creator"
    " dcterms.creator citation_author creator",
    "published": "article:published_time og:article:published_time datepublished parsely-pub-date"
    " sailthru.date dcterms.issued dc.date.issued dcterms.created dc.date dcterms.date"
    " citation_publication_date publish-date publishdate pubdate date",
    "site": "og:site_name application-name dcterms.publisher dc.publisher publisher",
}
"""Names of tags in the head, those of most sites first."""
_OF_ARTICLE: dict[Field, tuple[str, ...]] = {
    "title": ("headline", "name"),
    "authors": ("author", "creator"),
    "published": ("datePublished", "dateCreated"),
    "site": ("publisher",),
}
"""Properties of articles in the vocabulary of schema.org."""
_MAX_TITLE_CHARS = 300
_MAX_HEADINGS = 40
_MAX_META_CHARS = 1000
_DAY = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)")
_LETTER_DATE = re.compile(r"\s*[A-Z][a-z]{2}, \d")


class PageParts(NamedTuple):
    """What statements are made of."""

    tree: Element
    linked: LinkedData
    bylines: tuple[PrintedByline, ...]
    document: Any
    """What trafilatura found, if it did."""


def day_of(value: str) -> date | None:
    """The day of a date as data have it, in its own zone; None where it is written otherwise."""
    found = _DAY.match(value)
    parts = tuple(map(int, found.groups())) if found else None
    if parts is None and _LETTER_DATE.match(value):
        parts = (email.utils.parsedate(value) or ())[:3]  # that of e-mail: "Wed, 04 Mar 2026 ..."
    try:
        return date(*parts) if parts else None
    except (TypeError, ValueError):
        return None


def collect_statements(parts: PageParts) -> tuple[Statement, ...]:
    """All that the page says of title, authors, day and site, what is used first."""
    sites = _distinct(_sites(parts))
    folded = frozenset(fold(one.value) for one in sites)
    said = [
        *_linked(parts, "title"),
        *_tags(parts, "title"),
        *_window_title(parts.tree),
        *_made_out(parts, "title"),
    ]
    said = [attrs.evolve(one, value=without_site(one.value, folded)) for one in said]
    headings = list(_headings(parts.tree)) or list(_unmarked_heading(parts.tree))
    titles = sorted_titles(said, headings, folded)
    authors = [
        *_linked(parts, "authors"),
        *_tags(parts, "authors"),
        *_printed_authors(parts),
        *_made_out(parts, "authors"),
    ]
    days = [
        *_linked(parts, "published"),
        *_tags(parts, "published"),
        *_printed_days(parts.tree),
        *_made_out(parts, "published"),
    ]
    return (
        *_distinct(titles),
        *_distinct(_sorted_authors(authors, folded)),
        *_distinct(sorted(days, key=lambda one: day_of(one.value) is None)),
        *sites,
    )


def main_articles(parts: PageParts) -> list[Node]:
    """The linked objects that describe the page's own article."""
    articles = parts.linked.articles()
    printed_titles = [*_tags(parts, "title"), *_window_title(parts.tree), *_headings(parts.tree)]
    titles = [fold(one.value) for one in printed_titles]

    def is_own(node: Node) -> bool:
        headline = fold(_headline(node))
        return bool(headline) and any(title.startswith(headline) for title in titles)

    own = [node for node in articles if is_own(node)]
    return own or [one for one in articles if _headline(one) == _headline(articles[0])]


def _headline(node: Node) -> str:
    return text_of(node.get("headline")) or text_of(node.get("name"))


def _linked(parts: PageParts, field: Field) -> Iterator[Statement]:
    for node in main_articles(parts):
        for name in _OF_ARTICLE[field]:
            for text in parts.linked.names(node.get(name)):
                key = f"{type_of(node)}.{name}"
                yield from _statements(field, text, Origin.JSON_LD, key)


def _tags(parts: PageParts, field: Field) -> Iterator[Statement]:
    names = _META[field].split()
    found = []
    for element in parts.tree.iter("meta"):
        content = element.get("content") or ""
        for attribute in ("property", "name", "itemprop"):
            name = (element.get(attribute) or "").strip().casefold()
            if name in names and len(content) <= _MAX_META_CHARS:
                found.append((names.index(name), name, content))
    for _, name, content in sorted(found, key=lambda one: one[0]):
        yield from _statements(field, content, Origin.META, name)


def _headings(tree: Element) -> Iterator[Statement]:
    marked = [one for one in tree.iter() if one.get("itemprop") == "headline"]
    for element in [*marked, *tree.iter("h1", "h2")][:_MAX_HEADINGS]:
        attribute = "itemprop" if element in marked else "class"
        text = printed(element, _MAX_TITLE_CHARS)
        yield from _statements("title", text, Origin.MARKUP, key_of(element, attribute))


def _unmarked_heading(tree: Element) -> Iterator[Statement]:
    """What prints the title of the window, or all of it but a name, outside headings."""
    for window in _window_title(tree):
        titles = {fold(title) for title in parts_of_title(window.value)}
        found = [
            (text, element)
            for element in tree.iter("div", "p", "b", "strong", "font", "span", "td")
            if fold(text := printed(element, _MAX_TITLE_CHARS)) in titles
        ]
        for text, element in found and [max(found, key=lambda one: len(one[0]))]:
            yield from _statements("title", text, Origin.MARKUP, key_of(element, "class"))


def _window_title(tree: Element) -> Iterator[Statement]:
    for element in list(tree.iter("title"))[:1]:
        yield from _statements("title", printed(element, _MAX_TITLE_CHARS), Origin.MARKUP, "title")


def _printed_authors(parts: PageParts) -> Iterator[Statement]:
    """The names in the first byline, and in those of the same kind behind it."""
    for byline in parts.bylines:
        if byline.key == parts.bylines[0].key:
            for name in byline.names:
                yield _statement("authors", name, Origin.MARKUP, byline.key)


def _printed_days(tree: Element) -> Iterator[Statement]:
    times = [one for one in tree.iter("time") if day_of(one.get("datetime") or "")]
    marked = [
        one for one in times if one.get("itemprop") == "datePublished" or "pubdate" in one.attrib
    ]
    inside = [
        one
        for one in times
        if any(above.tag in {"article", "main"} for above in one.iterancestors())
    ]
    for element in [*marked, *inside, *times][:1]:
        yield from _statements("published", element.get("datetime"), Origin.MARKUP, "time")


def _sites(parts: PageParts) -> Iterator[Statement]:
    yield from _tags(parts, "site")
    yield from _linked(parts, "site")
    if website := parts.linked.name_of("website"):
        yield from _statements("site", website, Origin.JSON_LD, "WebSite.name")
    for element in parts.tree.iter():
        if element.get("itemprop") == "publisher":
            for named in element.iter():
                if named.get("itemprop") == "name":
                    text = named.get("content") or printed(named, _MAX_TITLE_CHARS)
                    yield from _statements("site", text, Origin.MARKUP, "itemprop=publisher")
    yield from _made_out(parts, "site")


def _made_out(parts: PageParts, field: Field) -> Iterator[Statement]:
    """What trafilatura has for a field."""
    name = {"authors": "author", "published": "date", "site": "sitename"}.get(field, field)
    value = getattr(parts.document, name, None)
    if isinstance(value, str):
        values = value.split(";") if field == "authors" else [value]
        if field == "authors" and not _are_authors(values, parts.tree):
            return
        for one in values:
            yield from _statements(field, one, Origin.TRAFILATURA, name)


def _are_authors(names: list[str], tree: Element) -> bool:
    """Whether names that trafilatura took for authors' are names, and of this story's authors."""
    others = names_of_others(tree)
    return all(is_name(tidy(name)) and fold(name) not in others for name in names)


def _statements(field: Field, text: str, origin: Origin, key: str) -> Iterator[Statement]:
    """Statements of a text: one of it, or one of each author in it."""
    if field == "authors":
        values: Iterable[str] = names_in(text)
    else:
        values = [tidy(html.unescape(text))]
    for value in values:
        if value and len(value) <= _MAX_META_CHARS:
            yield _statement(field, value, origin, key)


def _statement(field: Field, value: str, origin: Origin, key: str) -> Statement:
    return Statement(field=field, value=value, origin=origin, key=key)


def _sorted_authors(authors: list[Statement], sites: frozenset[str]) -> list[Statement]:
    """Those of a place that names a person before those that name the site or an account."""
    places = [list(group) for _, group in groupby(authors, key=lambda one: (one.origin, one.key))]
    good = [[one for one in place if _is_name(one, sites)] for place in places]
    rest = [[one for one in place if not _is_name(one, sites)] for place in places]
    return [one for place in [*good, *rest] for one in place]


def _is_name(author: Statement, sites: frozenset[str]) -> bool:
    name = author.value
    return fold(name) not in sites and name != name.lower()


def _distinct(statements: Iterable[Statement]) -> list[Statement]:
    """Each once."""
    return list(dict.fromkeys(statements))
