"""Blocks -> related stories.

In: the blocks of a page, some of which already have a role, and the reach of its story. Out: lists of other stories' titles. Why: other
stories' headlines are not this story's words. A title counts only by a sign of it: a label before it ("Read more: ..."), a heading over it,
its own words once more, or a bullet where it reads as a headline does. Bulleted lines that a colon introduces, that are sentences, or that
read as points of the story belong to it.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from newsquote._page import phrases
from newsquote._page.records import RelatedRecord, StoryRecord
from newsquote.kinds import BlockRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._page.blocks import Block
    from newsquote.lang import LanguagePack

__all__ = ["find", "is_heading"]

_FEWEST = 3
"""A title after a label or a bullet has so many words at least."""
_MOST = 32
_GAP = 4
"""So many lines in a row that are neither title nor furniture end a list."""
_OPEN = frozenset({"from", "in", "on", "by", "great", "for", "about"})
"""Words behind which a heading goes on with a name: "Next up in Towns"."""
_BAND = 7
"""So many bulleted titles above a story are a band of other stories and no summary of this one."""
_PROBE = 16
"""So many characters of a title come back where it is printed again."""
_TEASER = 45
"""A teaser has no more words."""


@cache
def _address() -> re.Pattern[str]:
    return re.compile(r"\s*+(?:[(<\[]\s*+)?(?P<url>https?://\S+?)\s*[)>\]]?\s*$")


@cache
def _label_sign() -> re.Pattern[str]:
    return re.compile(r"(?P<topic>\s(?:[^:|.!?]{1,40}))?\s*(?::|\||\s[»>–-]\s|»|>)\s*")


@cache
def _time() -> re.Pattern[str]:
    """An age or a length behind a title: "2 hours ago", "4 min read"."""
    return re.compile(
        r"\s*+(?:[|·•(–—-]\s*+)?\d++\s++(?:sec|min|hour|day|week|month)\w*\s+(?:ago|read)\)?$",
        re.IGNORECASE,
    )


def find(
    text: str, blocks: Sequence[Block], begin: int, reach: tuple[int, int, int], pack: LanguagePack
) -> list[RelatedRecord]:
    """The lists of related stories from block ``begin`` on; their blocks get their role.

    :param reach: the block with which the running text begins, the one behind its last paragraph, and the one behind all that is the story's.
    """
    found: list[RelatedRecord] = []
    tail = _bulleted_tail(text, blocks, begin)
    i = 0
    while i < len(blocks):
        block = blocks[i]
        if block.bullet and (i in tail or _is_box(text, blocks, i, reach)):
            i = _add_bullets(text, blocks, i, found)
        elif i < begin and (stop := _band(text, blocks, i, begin)):
            i = _add_titles(text, blocks, i, stop, found)
        elif (
            i < begin
            or block.words > _TEASER
            or block.role not in {None, BlockRole.NAVIGATION, BlockRole.SOCIAL, BlockRole.CAPTION}
        ):
            i += 1
        elif block.role is None and (half := _doubled(text, block, pack)):
            i = _add_doubled(text, blocks, i, half, found)
        else:
            i = _add(text, blocks, i, reach, found, pack)
    return found


def _add(
    text: str,
    blocks: Sequence[Block],
    at: int,
    reach: tuple[int, int, int],
    found: list[RelatedRecord],
    pack: LanguagePack,
) -> int:
    """Read a label or a heading at a block, if it is one; where the next reading goes on."""
    block = blocks[at]
    line = phrases.head(text, block.body, block.end)
    phrase = phrases.listed(pack, "related_headings").at_start(text, line)
    record = (
        _elsewhere(text, blocks, at)
        if phrase is None or text[block.start] == "["
        else _labelled(text, block, phrase)
    )
    if record is not None:
        found.append(record)
        return at + 1
    return (
        _add_list(text, blocks, at, reach, found, pack) if is_heading(text, block, pack) else at + 1
    )


def _story(text: str, start: int, end: int) -> StoryRecord:
    """The title between two offsets, without its address and age."""
    address = _address().search(text, max(start, end - 400), end)
    if address and address.start() > start:
        end, url = address.start(), address.span("url")
    else:
        url = None
    age = _time().search(text, max(start, end - 40), end)
    return StoryRecord(range=(start, age.start() if age and age.start() > start else end), url=url)


# ---------------------------------------------------------------- a label before a title


def _labelled(text: str, block: Block, found: phrases.Found) -> RelatedRecord | None:
    """A label and a title on one line: "RELATED: Title", "Read more | Title"."""
    if found.value == "heading":
        return None
    sign = _label_sign().match(text, found.end, block.end)
    if (
        sign is None
        or sign.end() >= block.end
        or (
            sign["topic"]
            and not text[block.body : found.end].casefold().endswith((" on", " from", " about"))
        )
    ):
        return None
    words = text[sign.end() : block.end].split()
    strong = (
        text[block.body : found.end].isupper()
        or "related" in text[block.body : found.end].casefold()
        or found.length > 1
    )
    title = strong or (words and words[0][0].isupper() and not block.stop)
    if (
        not _FEWEST - 1 <= len(words) <= _MOST
        or not title
        or (block.stop and text[block.end - 1] == "." and not strong)
    ):
        return None
    block.role = BlockRole.RELATED
    return RelatedRecord(
        range=(block.start, block.end),
        heading=(block.body, found.end),
        items=[_story(text, sign.end(), block.end)],
    )


@cache
def _site() -> re.Pattern[str]:
    """A label that names the site: "On News.example: Title"."""
    return re.compile(
        r"(?:also |more |read |see )?(?:on|at|from) [\w-]+(?:\.[\w-]+)*\.[a-z]{2,8}\s?[:|]\s+(?=\S+(?:\s\S+){2})",
        re.IGNORECASE,
    )


@cache
def _label_in_brackets() -> re.Pattern[str]:
    return re.compile(
        r"\[(?:read|read more|more|related|watch|see|opinion)\s?[:|]\s*", re.IGNORECASE
    )


def _elsewhere(text: str, blocks: Sequence[Block], at: int) -> RelatedRecord | None:
    """A title on a line of its own inside the story: behind the name of a site, or a whole headline in capitals."""
    block = blocks[at]
    signed = text.find(":", block.body, block.end) > 0 or text.find("|", block.body, block.end) > 0
    label = _site().match(text, block.body, block.end) if signed else None
    if (
        block.role is None
        and block.words > _FEWEST
        and not block.stop
        and text[block.start] == "["
        and text[block.end - 1] == "]"
    ):
        block.role = BlockRole.RELATED
        title = _label_in_brackets().match(text, block.start, block.end)
        begin = title.end() if title else block.start + 1
        return RelatedRecord(
            range=(block.start, block.end), items=[_story(text, begin, block.end - 1)]
        )
    shouted = (
        block.role is None
        and 7 <= block.words <= _MOST  # noqa: PLR2004 - a heading in capitals is shorter
        and not block.stop
        and text[block.start : block.end].isupper()
        and 0 < at < len(blocks) - 1
        and all(other.role is None and other.prose for other in (blocks[at - 1], blocks[at + 1]))
    )
    if label is None and not shouted:
        return None
    block.role = BlockRole.RELATED
    begin = label.end() if label else block.start
    return RelatedRecord(
        range=(block.start, block.end),
        heading=(block.body, block.body + len(label.group().rstrip(" :|"))) if label else None,
        items=[_story(text, begin, block.end)],
    )


# ---------------------------------------------------------------- a heading over titles


def is_heading(text: str, block: Block, pack: LanguagePack) -> bool:
    """Whether a line stands over a list of other stories."""
    last = text[block.end - 1]
    if (
        block.words > 9
        or last == "?"
        or (last in ".," and not text.endswith(("..", "…"), block.start, block.end))
    ):
        return False
    line = phrases.head(text, block.body, block.end)
    headings = phrases.listed(pack, "related_headings")
    if headings.whole(line) is not None or _is_composed(line, pack):
        return True
    found = headings.at_start(text, line)
    if found is None or not line.whole:
        return False
    more = len(line.words) - found.length
    open_ended = line.words[found.length - 1] in _OPEN or (
        more and found.length > 1 and line.words[found.length] in _OPEN
    )
    return (open_ended and more <= 5) or (more <= 2 and found.length > 1 and last == ":")  # noqa: PLR2004


@lru_cache(maxsize=32)
def _heading_words(pack: LanguagePack) -> tuple[frozenset[str], frozenset[str]]:
    table = pack.table("related_heading_words")
    return tuple(
        frozenset(word for word, kind in table.items() if kind == wanted)
        for wanted in ("which", "what")
    )  # type: ignore[return-value]


def _is_composed(line: phrases.Head, pack: LanguagePack) -> bool:
    """A heading made of which stories and what: "Latest Energy Articles", "Popular in World News", "Most Read Stories"."""
    which, what = _heading_words(pack)
    words = line.words
    if not line.whole or not 2 <= len(words) <= 7:  # noqa: PLR2004
        return False
    first = next((i for i, word in enumerate(words) if word in which), None)
    if first is None:
        return False
    return words[-1] in what and (
        first <= 1 or words[first] not in {"top", "more"} or first == len(words) - 2
    )


def _add_list(
    text: str,
    blocks: Sequence[Block],
    at: int,
    reach: tuple[int, int, int],
    found: list[RelatedRecord],
    pack: LanguagePack,
) -> int:
    """Read the titles under a heading; where the next reading goes on."""
    items: list[tuple[int, StoryRecord]] = []
    bulleted = at + 1 < len(blocks) and blocks[at + 1].bullet
    i, strange = at + 1, 0
    while i < len(blocks) and strange < _GAP:
        block = blocks[i]
        if bulleted and not block.bullet:
            break
        if (
            (items and _opens_another(text, block, pack))
            or _ends_list(block)
            or (i == at + 1 and _is_sentence(text, block))
        ):
            break
        if (
            i < reach[1]
            and block.role is None
            and not block.bullet
            and (block.prose or _says(text, block))
            and _closes(text, block)
        ):
            break  # the story goes on
        if _is_title(text, block) or (bulleted and block.bullet and block.words > _FEWEST):
            items.append((i, _story(text, block.body, block.end)))
            strange = 0
        else:
            strange += 1
        i += 1
    if not items or (len(items) == 1 and not _is_sure(text, blocks, at, items[0][0])):
        if at + 1 < len(blocks) and _is_sentence(text, blocks[at + 1]):
            return at + 1  # a heading of the story's: "Up next"
        blocks[at].role = blocks[at].role or BlockRole.NAVIGATION
        return at + 1
    last = items[-1][0]
    heading = (blocks[at].body, blocks[at].end)
    for block in blocks[at : last + 1]:
        block.role = BlockRole.RELATED
    found.append(
        RelatedRecord(
            range=(blocks[at].start, blocks[last].end),
            heading=heading,
            items=[story for _, story in items],
        )
    )
    return last + 1


def _closes(text: str, block: Block) -> bool:
    """Whether a line ends with the full stop of a sentence, and is not broken off."""
    end = text[max(block.start, block.end - 4) : block.end].rstrip("\"”’'»)]")
    return end.endswith(".") and not end.endswith("..")


def _opens_another(text: str, block: Block, pack: LanguagePack) -> bool:
    """Whether a line opens a list or names a story of its own."""
    if is_heading(text, block, pack):
        return True
    headings = phrases.listed(pack, "related_headings")
    if not headings.may_open(text, block.body, block.end):
        return False
    found = headings.at_start(text, phrases.head(text, block.body, block.end))
    return (
        found is not None
        and found.value != "heading"
        and text[found.end : found.end + 3].lstrip()[:1] in {":", "|"}
    )


@cache
def _quoted() -> re.Pattern[str]:
    return re.compile(r"[,.?!][\"”]\s+\w+\s+\w+")


def _says(text: str, block: Block) -> bool:
    """Whether a line quotes somebody as stories do."""
    return _quoted().search(text, block.start, block.end) is not None


def _is_sure(text: str, blocks: Sequence[Block], heading: int, item: int) -> bool:
    """Whether one line under a heading is a title: the heading speaks of one, or the line reads as a headline and no name."""
    plural = (
        text[blocks[heading].body : blocks[heading].end].casefold().rstrip(":").endswith("links")
    )
    return not plural or blocks[item].bullet


def _ends_list(block: Block) -> bool:
    """Running text, or furniture that closes a page, ends a list."""
    return (
        block.role is None and block.prose and block.words >= 20 and not block.bullet
    ) or block.role in {
        BlockRole.CREDIT,
        BlockRole.COPYRIGHT,
    }


def _is_sentence(text: str, block: Block) -> bool:
    return (
        block.role is None
        and not block.bullet
        and block.words > _FEWEST
        and text[block.end - 1] == "."
        and not text.endswith("..", block.start, block.end)
    )


def _is_title(text: str, block: Block) -> bool:
    if block.role is not None or not (_FEWEST + (not block.bullet)) <= block.words <= _MOST:
        return False
    if (
        block.stop
        and text[block.end - 1] == "."
        and not text.endswith("..", block.start, block.end)
    ) or text[block.end - 1] in ",;:":
        return False
    first = text[block.body]
    return first.isupper() or first.isdigit() or first in "\"“'‘$€£#¿¡[" or not first.isascii()


# ---------------------------------------------------------------- bullets that end the page


def _bulleted_tail(text: str, blocks: Sequence[Block], begin: int) -> frozenset[int]:
    """The first blocks of the runs of bulleted titles that stand behind the last paragraph."""
    last = next(
        (i for i in range(len(blocks) - 1, begin - 1, -1) if _is_paragraph(blocks[i])), begin
    )
    found = set()
    i = last + 1
    while i < len(blocks):
        end = i
        while end < len(blocks) and blocks[end].bullet:
            end += 1
        if end > i and not _introduces(text, blocks[i - 1]) and _are_titles(text, blocks[i:end]):
            found.add(i)
        i = end + 1
    return frozenset(found)


def _is_paragraph(block: Block) -> bool:
    return block.role is None and not block.bullet and block.prose


def _introduces(text: str, above: Block) -> bool:
    """Whether a line announces the list below it: it ends with a colon, or is a short heading."""
    return above.role is None and (
        text[above.end - 1] in ":,;"
        or (not above.stop and above.words <= 6 and text[above.start].isupper())
    )


@cache
def _entry() -> re.Pattern[str]:
    """An entry of a list: "Best film - ...", "Lower Orla: third place"."""
    return re.compile(r"^\S+(?:\s\S+){0,7}\s[-–—]\s|^[^:]{2,40}:\s(?:\S+\s?){1,3}$")


def _are_titles(text: str, run: Sequence[Block]) -> bool:
    """Whether bulleted lines are titles of stories, and no sentences and no entries of a list ("Best film - ...")."""
    lines = [text[block.body : block.end] for block in run]
    titles = sum(
        1 for block, line in zip(run, lines, strict=True) if _is_bulleted_title(block, line)
    )
    entries = sum(1 for line in lines if _entry().search(line))
    closed = re.search(r"[a-z]{2,}\.$", lines[-1]) is not None
    return titles >= 0.7 * len(run) and entries <= 0.5 * len(run) and not closed


def _is_bulleted_title(block: Block, title: str) -> bool:
    return (
        _FEWEST <= block.words <= _MOST
        and block.role is not BlockRole.CREDIT
        and re.search(r"[a-z]{3,}\.$|[;,:]$", title) is None
        and not title[0].islower()
        and not (title.endswith(".") and re.search(r"[a-z]{2,}\.\s[A-Z]", title))
        and re.search(r":\s*[\"“]", title) is None
    )


# ---------------------------------------------------------------- bullets and doubled titles inside the page


@cache
def _reads_as_title() -> re.Pattern[str]:
    """Signs of a headline: it asks or explains, has a claim in single marks, a label before a colon, or breaks off."""
    return re.compile(
        r"\?$|^(?:How|Why|What|Who|When|Where|Inside|Meet|Here|Watch|Analysis|Opinion|Video|Photos|Explained|Explainer|Exclusive|Live)\b"
        r"|(?:^|\s)['‘][^'’]+['’](?:\s|$|[,.])|^[^:]{3,60}: \S|(?:\.\.\.|…)$|\b(?:says|said)\b|\s[-–—|]\s[A-Z][\w .]{2,30}$"
    )


def _is_box(text: str, blocks: Sequence[Block], at: int, reach: tuple[int, int, int]) -> bool:
    """Whether the bulleted lines from a block on are a box of titles: behind the story, or inside it where they read as headlines do."""
    if at and blocks[at - 1].bullet:
        return False
    stop = at
    while stop < len(blocks) and blocks[stop].bullet:
        stop += 1
    run = blocks[at:stop]
    if not at or not _are_titles(text, run):
        return False
    start, last, end = reach
    introduced = _introduces(text, blocks[at - 1])
    if at >= end or (at >= last and not introduced) or (at < start and len(run) >= _BAND):
        return (
            sum(1 for block in run if block.words > _FEWEST) > len(run) // 2
            and text[blocks[at - 1].end - 1] not in ":,;"
        )
    if introduced:
        return False
    signs = sum(1 for block in run if _has_sign(text, block))
    return signs > len(run) // 2 or (signs > 0 and len(run) <= 2)  # noqa: PLR2004


def _band(text: str, blocks: Sequence[Block], at: int, begin: int) -> int:
    """Where a band of titles above the headline ends that begins at a block; 0 if there is none."""
    stop = at
    while stop < begin - 1 and _is_title(text, blocks[stop]):
        stop += 1
    return stop if stop - at >= _BAND else 0


def _has_sign(text: str, block: Block) -> bool:
    line = text[block.body : block.end]
    if _reads_as_title().search(line):
        return True
    words = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]  # noqa: PLR2004 - small words stay small in titles
    return (
        len(words) > 3
        and line.count(",") < 2
        and sum(1 for word in words if word[0].isupper()) >= 0.8 * len(words)
    )


def _doubled(text: str, block: Block, pack: LanguagePack) -> int:
    """Where the first copy ends if a line is nothing but a title twice or more, the last perhaps cut, as a linked picture and its title are; else 0.

    A sentence with its full stop is no title, however often somebody repeats it.
    """
    line = text[block.start : block.end].rstrip("… ")
    if block.words < 2 * _FEWEST:
        return 0
    second = line.find(line[:_PROBE], 1)
    title = line[: max(second, 0)].rstrip()
    whole = (
        len(line) >= 2 * len(title) + 1
        and title.count(" ") + 1 >= _FEWEST
        and not _is_closed(title, pack)
    )
    return (
        block.start + len(title)
        if whole and f"{title} {title} {title} {title}".startswith(line)
        else 0
    )


def _is_closed(title: str, pack: LanguagePack) -> bool:
    """Whether it ends with the full stop of a sentence, and not with that of "U.S." or "Inc."."""
    last = title.rpartition(" ")[2].rstrip("\"”’'")
    word = last.removesuffix(".")
    return (
        word != last
        and word.isalpha()
        and len(word) > 1
        and word.casefold() not in pack.table("abbreviations")
    )


def _add_doubled(
    text: str, blocks: Sequence[Block], at: int, half: int, found: list[RelatedRecord]
) -> int:
    """Take a doubled title and the teaser below it."""
    block = blocks[at]
    block.role = BlockRole.RELATED
    found.append(
        RelatedRecord(range=(block.start, block.end), items=[_story(text, block.start, half)])
    )
    if at + 1 < len(blocks) and blocks[at + 1].role is None and _breaks_off(text, blocks[at + 1]):
        blocks[at + 1].role = BlockRole.RELATED
        return at + 2
    return at + 1


@cache
def _more() -> re.Pattern[str]:
    return re.compile(
        r"(?:\.\.\.|…)\s*(?:\[?(?:read|see|view) (?:more|full)\b.{0,20})*$", re.IGNORECASE
    )


def _breaks_off(text: str, block: Block) -> bool:
    return (
        block.words <= _TEASER
        and _more().search(text, max(block.start, block.end - 80), block.end) is not None
    )


def _add_bullets(text: str, blocks: Sequence[Block], at: int, found: list[RelatedRecord]) -> int:
    end = at
    while end < len(blocks) and blocks[end].bullet:
        end += 1
    return _add_titles(text, blocks, at, end, found)


def _add_titles(
    text: str, blocks: Sequence[Block], at: int, end: int, found: list[RelatedRecord]
) -> int:
    for block in blocks[at:end]:
        block.role = BlockRole.RELATED
    items = [_story(text, block.body, block.end) for block in blocks[at:end]]
    found.append(RelatedRecord(range=(blocks[at].start, blocks[end - 1].end), items=items))
    return end
