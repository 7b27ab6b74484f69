"""A page in, its article out.

In: a page as text, bytes or a file. Out: a ``Page``, or a ``WholePage`` with all that belongs to
the article. Why: here stands in which order things are done. Trafilatura finds the article;
whatever is wrong with a page, there is an answer, if an empty one.
"""

from __future__ import annotations

import html as entities
import re
from copy import deepcopy
from datetime import date
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, overload

import attrs
import trafilatura

from newsquote.extras.html.composing import byline_of, composed, date_line, with_related
from newsquote.extras.html.decoding import decode_page
from newsquote.extras.html.linked_data import is_readable, read_linked_data, text_of, type_of
from newsquote.extras.html.markup import fold, tidy
from newsquote.extras.html.names import find_bylines
from newsquote.extras.html.pages import Page, WholePage
from newsquote.extras.html.places import find_places
from newsquote.extras.html.related import find_related
from newsquote.extras.html.statements import PageParts, collect_statements, day_of, main_articles
from newsquote.formats.characters import encodable

if TYPE_CHECKING:
    from newsquote.extras.html.linked_data import Node
    from newsquote.extras.html.markup import Element

__all__ = ["read_page"]

_DOCUMENT = re.compile(r"<(?:!doctype|html|head|body)\b", re.IGNORECASE)
_HOLDS_BLOCKS = ".//p|.//h1|.//h2|.//h3|.//table"
_OF_TABLES = ("table", "tbody", "thead", "tfoot", "tr", "td", "th")
_SURE_DATES = {"original_date": True, "extensive_search": False, "max_date": "2099-12-31"}
"""Not any year of the text: ``parse`` knows better which of its dates is the story's. And not what
the clock says while it is read: the same page gives the same day.
"""
_MAX_NO_JSON_CHARS = 10_000
_BLOCK_TAG = re.compile(r"</?(?:p|br|div|li|ul|ol|h[1-6]|blockquote)\b[^<>]*>", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[^<>]*>")


@overload
def read_page(
    html: str | bytes | PathLike[str],
    *,
    whole: Literal[False] = False,
    encoding: str | None = None,
) -> Page: ...


@overload
def read_page(
    html: str | bytes | PathLike[str], *, whole: Literal[True], encoding: str | None = None
) -> WholePage: ...


@overload
def read_page(
    html: str | bytes | PathLike[str], *, whole: bool, encoding: str | None = None
) -> Page: ...


def read_page(
    html: str | bytes | PathLike[str], *, whole: bool = False, encoding: str | None = None
) -> Page:
    """Read a page.

    :param html: its source: a string that was decoded, bytes, or the path of a file with them. A
        string is never taken for a path.
    :param whole: whether the text begins with headline, byline and date, and ends with the lists of
        related stories, and the page has more of what it says of itself: then it is a
        ``WholePage``.
    :param encoding: the encoding of bytes, where the caller knows it; else it is that of their byte
        order mark, UTF-8 where they are that, what the page says, or Windows-1252.
    :return: the page; ``text`` is empty where no article is found.
    :raises TypeError: if the page is none of these.
    :raises OptionsError: if there is no such encoding.
    :raises OSError: if the file cannot be read.
    """
    source = _source(html, encoding)
    return _read_whole(source) if whole else _read_text(source)


def _source(html: object, encoding: str | None) -> str:
    if encoding is not None and not isinstance(encoding, str):
        msg = f"encoding must be a str or None, not {type(encoding).__name__}"
        raise TypeError(msg)
    if isinstance(html, str):
        return html
    if isinstance(html, PathLike):
        html = Path(html).read_bytes()
    if isinstance(html, (bytes, bytearray)):
        return decode_page(bytes(html), encoding)
    msg = f"html must be a str, bytes or a path, not {type(html).__name__}"
    raise TypeError(msg)


def _read_text(html: str) -> Page:
    """The page with what trafilatura finds."""
    found = _extracted(encodable(html)) if html.strip() else None
    if found is None:
        return Page(html=html, text="", places=())
    text = "\n\n".join(_lines(found))
    authors = (found.author or "").split(";")
    return Page(
        html=html,
        text=text,
        title=found.title or None,
        authors=tuple(name.strip() for name in authors if name.strip()),
        published=date.fromisoformat(found.date) if found.date else None,
        places=tuple(find_places(text, html)),
    )


def _read_whole(html: str) -> WholePage:
    """The page with all that it says of itself, and a text that is composed of it."""
    tree = _tree(html)
    if tree is None:
        return WholePage(html=html, text="", places=())
    scripts = [script.text or "" for script in tree.iter("script") if _is_linked_data(script)]
    linked = read_linked_data(scripts)
    is_live = any(type_of(node) == "LiveBlogPosting" for node in linked.nodes)
    found = _extracted(_laid_out(deepcopy(tree), is_live=is_live), _SURE_DATES)
    bylines = find_bylines(tree)
    parts = PageParts(tree, linked, bylines, found)
    page = WholePage(
        html=html,
        text="",
        places=(),
        related=find_related(tree, main_articles(parts)),
        statements=collect_statements(parts),
    )
    title, authors, site = (
        tuple(one.value for one in page.stated(field)) for field in ("title", "authors", "site")
    )
    published = next((day_of(one.value) for one in page.stated("published")), None)
    blocks = composed(
        _story_lines(found, main_articles(parts)),
        next(iter(title), None),
        byline_of(authors, bylines),
        date_line(published, tree),
        authors,
    )
    text = "\n\n".join(with_related(blocks, page.related))
    return attrs.evolve(
        page,
        text=text,
        title=next(iter(title), None),
        authors=authors,
        published=published,
        site=next(iter(site), None),
        places=tuple(find_places(text, html)),
    )


def _tree(html: str) -> Element | None:
    """The tree of a page, or of a part of one; None where there is nothing in it."""
    html = encodable(html)
    if not html.strip():
        return None
    whole = html if _DOCUMENT.search(html) else f"<html><body>{html}</body></html>"
    try:
        return trafilatura.load_html(whole)
    except Exception:  # noqa: BLE001 - whatever the parser has against it, it is no page
        return None


def _is_linked_data(script: Element) -> bool:
    return (script.get("type") or "").strip().casefold().endswith("+json")


def _laid_out(tree: Element, *, is_live: bool) -> Element:
    """The tree without elements that extractors take for other things than they are.

    They print a row of a table as a line, but old pages arrange all that they have in tables; and
    they read the first of several articles, which are the entries of one that is written live.
    Linked data are read here, and what they say is no second witness; long ones that are no JSON
    are searched in time that grows with the square of their length.
    """
    for script in filter(_is_linked_data, tree.iter("script")):
        text = script.text or ""
        if len(text) > _MAX_NO_JSON_CHARS or is_readable(text):
            script.text = ""
    for table in list(tree.iter("table")):
        if table.xpath(_HOLDS_BLOCKS):
            for part in table.iter(*_OF_TABLES):
                part.tag = "div"
    for entry in list(tree.iter("article")) if is_live else ():
        entry.tag = "div"
    return tree


def _extracted(page: Element | str, dates: dict[str, Any] | None = None) -> Any:  # noqa: ANN401 - trafilatura's own class
    """What trafilatura makes out, if anything.

    :param dates: how it looks for dates.
    """
    try:
        found = trafilatura.bare_extraction(
            page, with_metadata=True, include_comments=False, date_extraction_params=dates
        )
    except Exception:  # noqa: BLE001 - pages are deep, huge and broken in ways nobody lists
        return None
    return None if isinstance(found, dict) else found


def _lines(found: Any) -> list[str]:  # noqa: ANN401 - as above
    return [line for line in (found.text or "").splitlines() if line.strip()]


def _story_lines(found: Any, articles: list[Node]) -> list[str]:  # noqa: ANN401 - as above
    """The story's lines; from linked data where the page itself has it not, or in one line."""
    lines = _lines(found) if found is not None else []
    body = next(filter(None, (text_of(node.get("articleBody")) for node in articles)), "")
    data = _ANY_TAG.sub("", _BLOCK_TAG.sub("\n", entities.unescape(body)))
    data_lines = [tidy(line) for line in data.splitlines() if line.strip()]
    printed, told = fold("".join(lines)), fold(data)
    is_better = len(told) > 2 * len(printed) or (printed in told and len(data_lines) > len(lines))
    return data_lines if is_better else lines
