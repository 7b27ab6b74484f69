"""Annotated pages -> what each of their lines may be.

In: a folder with articles whose lines have roles (``train/lines.jsonl``, ``train/wikinews.jsonl``),
plain articles (``train/polnear.jsonl``) and web pages of which title, paragraphs and links are
known (``dev/pages.jsonl`` and others). Out: for each line of each text the labels that it may have.
Why: a page of which only the paragraphs are known says of its other lines no more than that they
are not the story's.
"""

import hashlib
import json
import re
import unicodedata
import zlib
from pathlib import Path
from typing import NamedTuple

from newsquote._page.line_states import LABEL_OF_ROLE, LABELS
from newsquote.kinds import BlockRole

BODY, HEADING, HEADLINE = BlockRole.BODY, BlockRole.HEADING, BlockRole.HEADLINE
ANY = frozenset(LABELS)
BESIDE = ANY - {BODY, HEADLINE}
UNSAID = BESIDE - {HEADING}
TITLE = frozenset({HEADLINE, BlockRole.RELATED, BlockRole.OTHER, BlockRole.KICKER})
"""What a line that has the title's words may be: menus and teasers print it, too."""
COMPOSED = Path(__file__).parent.parent / "tests" / "pages"
"""Pages of many styles that were composed for the tests, with the role of every line."""
SHARES = {
    "composed": 2.0,
    "lines": 3.0,
    "wikinews": 1.0,
    "page": 0.4,
    "bulleted": 0.4,
    "article": 0.5,
    "wire": 1.0,
}
"""How much a line counts: most that is read is scraped articles, and a page has many lines."""
_WIRE_STEP = 10
_LAYOUTS = ("blank lines", "lines", "one line", "brief")
"""How an article that is nothing but headline and paragraphs is printed."""
_MIN_PART_CHARS = 60
"""Characters from which on a line that is part of a paragraph is one."""
_SHORT_CHARS = 60
"""Characters up to which a line among the paragraphs may be a heading."""
_MAX_ENTRY_WORDS, _LEAST_ENTRIES = 12, 3
"""Words of an entry of a list, and how many lines near it look like one."""
_AS_BODY = {"list_item": BODY, "quote_block": BODY}
_ROLE_OF_BLOCK = {"head": HEADING, "p": BODY, "item": BODY, "caption": BlockRole.CAPTION}


class MarkedPage(NamedTuple):
    """A text, and what its lines may be."""

    id: str
    kind: str
    publisher: str
    text: str
    lines: list[tuple[int, int, frozenset[BlockRole]]]


def read_pages(folder):
    """All annotated pages of a data folder."""
    folder = Path(folder)
    for row in _rows(folder / "train/lines.jsonl"):
        yield _with_roles(row, "lines", _site(row["url"]))
    for row in _rows(folder / "train/wikinews.jsonl"):
        yield _with_roles(row, "wikinews", row["id"])
    links = {row["id"]: row for row in _rows(folder / "dev/related_pages_clean.jsonl")}
    for row in _rows(folder / "dev/pages.jsonl"):
        yield from _web_pages(row, links.get(row["id"]))
    plain_articles = filter(_begins_with_title, _rows(folder / "train/polnear.jsonl"))
    for n, row in enumerate(list(plain_articles)[::_WIRE_STEP]):
        yield _plain_article(row, _LAYOUTS[n % len(_LAYOUTS)])
    for row in _rows(folder / "dev/gum_news.jsonl"):
        yield _with_blocks(row)
    for path in sorted(COMPOSED.glob("*.txt")):
        yield from _composed(path)


def digest_of(pages):
    """A digest of the texts of pages."""
    return hashlib.sha256("".join(page.text for page in pages).encode()).hexdigest()


def _rows(path):
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def plain(text):
    """Letters and digits alone, by which lines are compared."""
    return re.sub(r"\W+", " ", unicodedata.normalize("NFKC", text or "").casefold()).strip()


def _site(url):
    match = re.match(r"https?://(?:www\.)?([^/]+)", url or "")
    return match.group(1) if match else "?"


def _lines(text):
    """Where the lines that are not blank stand, and their number from 1."""
    at = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, at, at + len(line), line
        at += len(line) + 1


def _with_roles(row, kind, publisher):
    found = []
    for number, start, end, _ in _lines(row["text"]):
        role = row["lines"].get(str(number), "body")
        label = _AS_BODY.get(role) or LABEL_OF_ROLE[BlockRole(role)]
        found.append((start, end, frozenset({label})))
    return MarkedPage(row["id"], kind, publisher, row["text"], found)


def _web_pages(row, links):
    """A page twice: all of it, and its article alone, in which links to other stories are known."""
    for kind, text in (("page", row["text_full"]), ("article", row["text_article"])):
        judge = _PageJudge(row["expected"], row.get("page_h1"))
        if not text or not judge.paragraphs:
            continue
        listed = set()
        if kind == "article" and links and links["text"] == text:
            listed = {int(item["line"]) for item in links["items"]}
        found = []
        for number, start, end, line in judge.known(text):
            labels = judge.labels(line)
            if number in listed and BODY not in labels:
                labels = frozenset({BlockRole.RELATED})
            found.append((start, end, labels))
        if not found:
            continue
        found = _with_likely_headings(found)
        page = MarkedPage(row["id"], kind, _site(row["url"]), text, found)
        yield _as_plain_renderer(page) if kind == "page" and _is_odd(row["id"]) else page


def _with_likely_headings(lines):
    """The lines of a page, where only one right above a paragraph may be a heading unsaid."""
    found = []
    for (start, end, labels), (_, _, below) in zip(lines, [*lines[1:], (0, 0, ())], strict=True):
        may_be = labels != BESIDE or below == {BODY}
        found.append((start, end, labels if may_be else UNSAID))
    return found


def _is_odd(page_id):
    return zlib.crc32(page_id.encode()) % 2 == 1


def _as_plain_renderer(page):
    """A page as tools print it that write a dash before an entry of a list, a gap between blocks.

    Short lines one below the other are entries of lists as a rule: menus, links, tags.
    """
    pieces = [(page.text[start:end].strip(), labels) for start, end, labels in page.lines]
    short = [len(line.split()) <= _MAX_ENTRY_WORDS and line[-1] not in ".!?" for line, _ in pieces]
    text, found, before = "", [], False
    for i, (line, labels) in enumerate(pieces):
        run = short[max(0, i - _LEAST_ENTRIES + 1) : i + _LEAST_ENTRIES]
        entry = short[i] and BlockRole.HEADLINE not in labels and sum(run) >= _LEAST_ENTRIES
        text += "" if not text else "\n" if entry and before else "\n\n"
        printed = f"- {line}" if entry else line
        found.append((len(text), len(text) + len(printed), labels))
        text += printed
        before = entry
    return MarkedPage(page.id, "bulleted", page.publisher, text, found)


class _PageJudge:
    """What a line of a page may be, by what is known of the page."""

    def __init__(self, expected, h1):
        paragraphs = expected.get("body_paragraphs") or expected.get("body_first13") or ()
        self.titles = {plain(expected.get("title")), plain(h1)} - {""}
        self.paragraphs = {plain(paragraph) for paragraph in paragraphs} - {""}
        self.whole = " ".join(map(plain, paragraphs))
        self.headings = {plain(heading) for heading in expected.get("subheads") or ()}
        summary = [*(expected.get("summary") or ()), expected.get("dek")]
        self.summary = {plain(one) for one in summary} - {""}
        self.breaks_off = not expected.get("body_paragraphs")

    def known(self, text):
        """The lines of a page, up to where its known paragraphs break off."""
        lines = list(_lines(text))
        if self.breaks_off:
            own = [place for place, one in enumerate(lines) if self.is_paragraph(one[3])]
            lines = lines[: own[-1] + 1] if own else []
        return lines

    def is_paragraph(self, line):
        words = plain(line)
        part = len(words) > _MIN_PART_CHARS and words in self.whole
        return part or words in self.paragraphs

    def labels(self, line):
        words = plain(line)
        if words in self.titles:
            return TITLE
        if words in self.headings:
            return frozenset({HEADING})
        if self.is_paragraph(line):
            return frozenset({BODY, HEADING} if len(words) < _SHORT_CHARS else {BODY})
        return frozenset({BlockRole.SUBHEADLINE}) if words in self.summary else BESIDE


def _begins_with_title(row):
    _, _, _, first = next(_lines(row["text"]))
    return plain(first) == plain(row["title"])


def _plain_article(row, layout):
    """An article that is nothing but its headline and its paragraphs.

    :param layout: whether the paragraphs have blank lines between them, stand right below each
        other or are one line, or only the first is there.
    """
    gap = "\n" if layout == "lines" else "\n\n"
    paragraphs = [line.strip() for _, _, _, line in _lines(row["text"])][1:]
    if layout == "one line":
        paragraphs = [" ".join(paragraphs)]
    if layout == "brief":
        paragraphs = paragraphs[:1]
    pieces = [(row["title"].strip(), HEADLINE), *((paragraph, BODY) for paragraph in paragraphs)]
    text, found = "", []
    for piece, label in pieces:
        text += gap if text else ""
        sure = label is HEADLINE or len(piece) > _MIN_PART_CHARS
        found.append((len(text), len(text) + len(piece), frozenset({label}) if sure else ANY))
        text += piece
    return MarkedPage(row["id"], "wire", row["publisher"], text, found)


def _with_blocks(row):
    role_of = {plain(block["text"]): block["type"] for block in row["blocks"]}
    found = []
    for number, start, end, line in _lines(row["text"]):
        label = _ROLE_OF_BLOCK.get(role_of.get(plain(line)))
        if number == 1:
            label = HEADLINE
        elif re.fullmatch(r"\w+, \w+ \d+, \d{4}", line.strip()):
            label = BlockRole.TIMESTAMP
        found.append((start, end, ANY if label is None else frozenset({label})))
    return MarkedPage(row["id"], "wikinews", row["id"], row["text"], found)


def _composed(path):
    whole = "\n" + path.read_text(encoding="utf-8")
    for number, block in enumerate(whole.split("\n## ")[1:]):
        rows = [row for row in block.split("\n")[1:] if row == "~" or " |" in row[:40]]
        rows = [row for row in rows if not row.startswith(("= ", "xfail: "))]
        text, found = "", []
        for row in rows:
            head, _, line = ("", "", "") if row == "~" else row.partition(" |")
            line = line.removeprefix(" ")
            if line.strip():
                label = LABEL_OF_ROLE[BlockRole(head.split()[0])]
                found.append((len(text), len(text) + len(line), frozenset({label})))
            text += line + "\n"
        yield MarkedPage(f"{path.stem} {number}", "composed", f"{path.stem} {number}", text, found)
