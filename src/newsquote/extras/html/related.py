"""Links to other stories on a page.

In: the tree of a page. Out: the links that stand below or beside words for them, such as "Related
stories", with their addresses. Why: in the text of a page only their titles are left. Whatever has
no such words above it is a menu, for all that is known.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from newsquote.extras.html.linked_data import text_of
from newsquote.extras.html.markup import printed, tag_of
from newsquote.extras.html.pages import RelatedLink
from newsquote.lang import get_pack

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsquote.extras.html.linked_data import Node
    from newsquote.extras.html.markup import Element

__all__ = ["find_related"]

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_MAY_HEAD = frozenset(
    (*_HEADINGS, "b", "strong", "p", "div", "span", "em", "legend", "summary", "dt")
)
_MAX_HEADING_CHARS, _MAX_TITLE_CHARS = 60, 250
_MAX_LEVELS = 3
"""How far above the heading what holds its links may stand."""
_MAX_LOOKED_AT = 400
"""Elements behind a heading among which its links are."""
_MIN_WORDS = 2
_STORY_WORDS = 4
"""Below a heading of one word, which menus have, too, most titles are as long."""
_OPEN = ("from", "in", "on", "about")
_WHOLE = re.compile(r"\s*https?://", re.IGNORECASE)
_NO_PAGE = re.compile(r"\s*(?:#|javascript:|mailto:|tel:|data:)", re.IGNORECASE)


def find_related(tree: Element, articles: Iterable[Node]) -> tuple[RelatedLink, ...]:
    """The links to other stories, each address once, in the page's order.

    :param articles: the linked objects that describe the page's article.
    """
    base = _own_address(tree, articles)
    found: dict[str, RelatedLink] = {}
    for element in tree.iter():
        heading = _heading(element)
        if not heading:
            continue
        links = [
            RelatedLink(title=title, url=_joined(base, address), heading=heading)
            for title, address in _links_under(element)
        ]
        if links and (" " in heading or _are_stories(links)):
            for link in links:
                found.setdefault(link.url, link)
    return tuple(found.values())


def _heading(element: Element) -> str:
    """The words of an element that stand over links to stories; empty where it has none."""
    if tag_of(element) not in _MAY_HEAD:
        return ""
    text = printed(element, _MAX_HEADING_CHARS)
    words = text.casefold().replace("’", "'").rstrip(": \xa0").split()
    listed = _listed_headings()
    if " ".join(words) in listed:
        return text
    starts = (n for n in range(2, len(words)) if words[n - 1] in _OPEN or words[n] in _OPEN)
    return text if any(" ".join(words[:n]) in listed for n in starts) else ""


@cache
def _listed_headings() -> frozenset[str]:
    return frozenset(get_pack("en").table("related_headings"))


def _links_under(heading: Element) -> Iterator[tuple[str, str]]:
    """The links behind a heading, in the nearest element that holds both, to the next heading."""
    looked_at = 0
    for holder in islice(_upward(heading), _MAX_LEVELS):
        found = False
        for sibling in holder.itersiblings():
            for element in sibling.iter():
                looked_at += 1
                if looked_at > _MAX_LOOKED_AT or _ends_list(element):
                    return
                if link := _link(element):
                    found = True
                    yield link
        if found:
            return


def _upward(element: Element) -> Iterator[Element]:
    """The element and those around it, as far as they are parts of a page."""
    while element is not None and tag_of(element) not in {"main", "article", "body", "html"}:
        yield element
        element = element.getparent()


def _ends_list(element: Element) -> bool:
    """Whether an element is the heading of what comes next, and not a title in a link."""
    if _heading(element):
        return True
    if tag_of(element) not in _HEADINGS or element.find(".//a") is not None:
        return False
    return all(tag_of(above) != "a" for above in islice(element.iterancestors(), _MAX_LEVELS))


def _link(element: Element) -> tuple[str, str] | None:
    if tag_of(element) != "a":
        return None
    title, address = printed(element, _MAX_TITLE_CHARS), element.get("href") or ""
    if len(title.split()) < _MIN_WORDS or not address or _NO_PAGE.match(address):
        return None
    return title, address


def _are_stories(links: list[RelatedLink]) -> bool:
    return sum(len(link.title.split()) >= _STORY_WORDS for link in links) * 2 > len(links)


def _own_address(tree: Element, articles: Iterable[Node]) -> str:
    """What addresses on the page start from; empty where the page does not say."""
    own = [tag.get("href") for tag in tree.iter("base")]
    own += [tag.get("href") for tag in tree.iter("link") if tag.get("rel") == "canonical"]
    own += [tag.get("content") for tag in tree.iter("meta") if tag.get("property") == "og:url"]
    for node in articles:
        page = node.get("mainEntityOfPage")
        own += [text_of(node.get("url")), text_of(page)]
        own += [page.get("@id")] if isinstance(page, dict) else []
    return next((one for one in own if isinstance(one, str) and _WHOLE.match(one)), "")


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address.strip())
    except ValueError:  # such as of a broken address of IPv6
        return address
