"""Whole pages in the styles of many houses.

Every line has the role that is written in front of it. See pages/README.md.
"""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

import newsquote

FOLDER = Path(__file__).parent / "pages"
LINE = re.compile(r"(?P<role>[a-z]+)(?: (?P<kind>[a-z_]+))? \|(?: (?P<text>.*))?")
SINGLE = ("headline", "kicker", "subheadline", "published", "dateline")


class Page(NamedTuple):
    title: str
    xfail: str | None
    wanted: dict[str, str]
    lines: list[tuple[str, str, str | None]]
    """(text, role, kind) of every line that is not blank."""
    text: str


def load(path):
    """The pages of a file."""
    for block in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        title, *rows = block.rstrip("\n").split("\n")
        xfail, wanted, lines, text = None, {}, [], []
        for row in rows:
            if row.startswith("xfail: "):
                xfail = row.removeprefix("xfail: ")
            elif row.startswith("= "):
                name, _, value = row.removeprefix("= ").partition(":")
                wanted[name] = value.strip()
            elif row == "~":
                text.append("")
            elif row:
                match = LINE.fullmatch(row)
                assert match, f"{path.name}, {title}: {row!r}"
                text.append(match["text"])
                lines.append((match["text"].strip(), match["role"], match["kind"]))
        yield Page(title, xfail, wanted, lines, "\n".join(text))


def pages():
    for path in sorted(FOLDER.glob("*.txt")):
        for page in load(path):
            marks = [pytest.mark.xfail(reason=page.xfail, strict=True)] if page.xfail else []
            yield pytest.param(page, id=f"{path.stem}: {page.title}", marks=marks)


PAGES = list(pages())


def parted(value):
    return [part.strip() for part in value.split(";") if part.strip()]


def author(found):
    printed = found.name
    for sign, field in (
        (" (%s)", found.role),
        (" / %s", found.affiliation),
        (" @ %s", found.location),
    ):
        printed += sign % field if field else ""
    return printed


def dateline(found):
    return (
        ""
        if found is None
        else "; ".join(part or "-" for part in (found.place, found.date_text, found.agency))
    )


GIVEN = {
    "headline": lambda article: article.headline.text if article.headline else "",
    "kicker": lambda article: (article.headline and article.headline.kicker) or "",
    "subheadline": lambda article: (article.headline and article.headline.subheadline) or "",
    "dateline": lambda article: dateline(article.dateline),
    "published": lambda article: str(article.published or ""),
    "authors": lambda article: [
        author(one) for byline in article.bylines for one in byline.authors
    ],
    "agencies": lambda article: [one for byline in article.bylines for one in byline.agencies],
    "credits": lambda article: [
        f"{one.kind.value}: {', '.join([*one.agencies, *one.people]) or '-'}"
        for one in article.credits
        if one.kind != "copyright"
    ],
    "related": lambda article: [item.title for found in article.related for item in found.items],
}


@pytest.mark.parametrize("page", PAGES)
def test_every_line_has_its_role(page):
    article = newsquote.parse(page.text)
    kinds = {paragraph.span: paragraph.kind.value for paragraph in article.paragraphs}
    found, at = [], 0
    for text, _, _ in page.lines:
        at = article.text.index(text, at)
        block = next(one for one in article.blocks if one.span.start <= at < one.span.end)
        found.append((text, block.role.value, kinds.get(block.span)))
        at += len(text)
    assert found == page.lines


@pytest.mark.parametrize("page", PAGES)
def test_the_page_gives_its_parts(page):
    article = newsquote.parse(page.text)
    wanted = {
        name: value if name in SINGLE else parted(value) for name, value in page.wanted.items()
    }
    assert {name: GIVEN[name](article) for name in wanted} == wanted
