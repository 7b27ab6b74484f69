"""Blocks -> what each of them is.

In: the blocks of a page. Out: the same blocks with a role, and a kind where they belong to the story. Why: first a line is judged by its own
words (``by_words``: a stamp, a credit, a share button), later by where it stands (``by_place``: above the headline, inside the running text,
behind it). A line that nothing speaks against is body: a paragraph taken for furniture loses its quotes.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from newsquote._layout import credits as credit_lines
from newsquote._layout import imprint, phrases, stamps
from newsquote.kinds import BlockRole, ParagraphKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._layout.blocks import Block
    from newsquote._layout.records import CreditRecord
    from newsquote.lang import LanguagePack

__all__ = ["by_place", "by_words"]

_SHORT = 45
"""Furniture that is told by its first words has no more words than this."""
_LONG_NOTE = 160
"""Corrections and notes may have so many."""
_LINE = 40
_SHORTEST = 2
"""A single letter or digit says nothing."""
_LONGEST = 2000
"""Longer lines, in code points, are read for nothing but a story's."""
_NOISY = 4
"""A page with so many lines of furniture has more of it."""
_FURNITURE = frozenset(
    {BlockRole.NAVIGATION, BlockRole.SOCIAL, BlockRole.PROMOTION, BlockRole.ADVERTISEMENT, BlockRole.RELATED, BlockRole.COPYRIGHT}
)
_CLOSING = frozenset({BlockRole.CREDIT, BlockRole.COPYRIGHT, BlockRole.RELATED, BlockRole.CONTACT, BlockRole.NAVIGATION, BlockRole.SOCIAL})
_MOST_OF_IT = 0.7
"""So much of the text of a page stands before the story ends."""
_NOTES = frozenset({BlockRole.CORRECTION, BlockRole.NOTE})
_REACHED = frozenset({BlockRole.CONTACT, BlockRole.SOCIAL})


@cache
def _turn() -> re.Pattern[str]:
    """The label of a turn in a conversation: "Q:", "LEE:", "Ann Lee:"."""
    return re.compile(r"(?:[QA][.:]|[A-Z][A-Z.'’-]+(?:\s[A-Z][A-Z.'’-]+){0,3}:|[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,2}:)\s")


@cache
def _credit_colon() -> re.Pattern[str]:
    return re.compile(r"\bcredit:\s?\S", re.IGNORECASE)


@lru_cache(maxsize=32)
def _photo(pack: LanguagePack) -> re.Pattern[str]:
    """A picture's source in brackets or behind a slash at the end of a line."""
    sources = "|".join(sorted(map(re.escape, pack.words("photo_sources")), key=len, reverse=True))
    return re.compile(
        rf"[(\[][^()\[\]]*(?:\b(?:photo|image|picture|credit|via)\b|/)[^()\[\]]*\b(?:{sources})?[^()\[\]]*[)\]]\.?$"
        rf"|[(\[](?:{sources})(?:\s+(?:images|file))?[)\]]\.?$|(?:/|\bvia\s+)(?:{sources})(?:/[\w ]+)*$",
        re.IGNORECASE,
    )


# ---------------------------------------------------------------- by its own words


def by_words(text: str, blocks: Sequence[Block], pack: LanguagePack) -> list[CreditRecord]:
    """Give a role to every block whose own words say what it is; the credits among them."""
    found: list[CreditRecord] = []
    for block in blocks:
        if block.role is not None or block.words > _LONG_NOTE or block.end - block.start > _LONGEST:
            continue
        line = phrases.head(text, block.start, block.end)
        if block.end - block.start < _SHORTEST and line.words:
            continue
        credit = None if block.bullet and block.words > 3 else credit_lines.read(text, block.start, block.end, line, pack)  # noqa: PLR2004
        if credit is not None:
            found.append(credit)
            block.role = BlockRole.CREDIT
            continue
        block.role = _role(text, block, line, pack)
        if block.role is BlockRole.COPYRIGHT or (block.role in _REACHED and imprint.contact(text, block.start, block.end, line, pack)):
            found.append(imprint.read(text, block.start, block.end, block.role, pack))
    return found


def _role(text: str, block: Block, line: phrases.Head, pack: LanguagePack) -> BlockRole | None:
    if not line.words:
        return BlockRole.OTHER if not set(text[block.start : block.end]) & set("'‘’“”" + '"') else None
    if text[block.start] in "\"“‘'«" and block.words > 3:  # noqa: PLR2004 - what is quoted is never furniture
        return None
    whole = phrases.listed(pack, "furniture_lines").whole(line)
    if whole is not None and not block.bullet:
        return BlockRole(whole)
    return _by_start(text, block, line, pack) or _by_form(text, block, line, pack)


def _by_start(text: str, block: Block, line: phrases.Head, pack: LanguagePack) -> BlockRole | None:
    found = phrases.listed(pack, "furniture_starts").at_start(text, line)
    if found is None or not found.value:
        return None
    role = BlockRole(found.value)
    return role if block.words <= (_LONG_NOTE if role in _NOTES else _SHORT) else None


def _by_form(text: str, block: Block, line: phrases.Head, pack: LanguagePack) -> BlockRole | None:
    if block.words <= _LONG_NOTE // 2 and imprint.is_copyright(text, block.start, block.end):
        return BlockRole.COPYRIGHT
    if block.words > _LINE:
        return None
    if stamps.is_stamp(text, block.start, block.end, pack):
        return BlockRole.TIMESTAMP
    if line.words[0] in {"http", "https", "www"} and block.words == 1:
        return BlockRole.NAVIGATION
    reached = imprint.contact(text, block.start, block.end, line, pack) if text[block.start] != "<" else None
    if reached is not None:
        return reached
    if _is_caption(text, block, line, pack):
        return BlockRole.CAPTION
    return None


def _is_caption(text: str, block: Block, line: phrases.Head, pack: LanguagePack) -> bool:
    """A picture's caption or its source: an opening ("FILE PHOTO:"), a source at the end, or nothing but a source."""
    found = phrases.listed(pack, "caption_openers").at_start(text, line)
    if found is not None:
        after = text[found.end : found.end + 3].lstrip()[:1]
        label = after == ":" and block.words <= _LINE
        capitals = after in {"-", "–", "—"} and text[block.start : found.end].isupper()
        if label or capitals or (line.words[found.length - 1] == "by" and block.words <= 12):  # noqa: PLR2004 - "Photo by" and a name
            return True
    if _credit_colon().search(text, max(block.start, block.end - 60), block.end) and block.words <= _LINE:
        return True
    if _photo(pack).search(text, max(block.start, block.end - 120), block.end):
        return True
    if block.stop or block.words > 8:  # noqa: PLR2004 - the names of a photographer and an agency or two
        return False
    pieces = [piece.strip(" .").casefold() for piece in re.split(r"[/|]|\bvia\b", text[block.start : block.end])]
    known = [piece in pack.words("photo_sources") for piece in pieces]
    return all(known) or (len(pieces) > 1 and (known[0] or known[-1]))


# ---------------------------------------------------------------- by where it stands


def by_place(text: str, blocks: Sequence[Block], headline: int | None, start: int) -> None:
    """Give a role and a kind to what is left.

    :param headline: the headline's block, None if there is none.
    :param start: the block with which the running text begins.
    """
    top = -1 if headline is None else headline
    last = max((i for i, block in enumerate(blocks) if block.role is None and block.prose), default=len(blocks))
    noisy = sum(1 for block in blocks if block.role in _FURNITURE) >= _NOISY
    if headline is not None:
        _subheadlines(blocks, headline, start)
    end = _end_of_story(blocks, start) if noisy else len(blocks)
    for i, block in enumerate(blocks):
        if block.role is not None:
            if block.role is BlockRole.CAPTION and i > top:
                block.kind = ParagraphKind.CAPTION
        elif i < top and (not block.prose or (noisy and block.words < 30)):  # noqa: PLR2004
            block.role = BlockRole.KICKER if i == top - 1 and block.words <= 5 else BlockRole.NAVIGATION  # noqa: PLR2004
        elif (i > end and not _quotes(text, block)) or (noisy and not start <= i <= last and _is_bare(text, block)):
            block.role = BlockRole.OTHER
        else:
            _in_story(text, blocks, i, inside=start < i < last)


def _in_story(text: str, blocks: Sequence[Block], i: int, *, inside: bool) -> None:
    block = blocks[i]
    if block.bullet:
        block.role, block.kind = BlockRole.BODY, ParagraphKind.LIST_ITEM
    elif inside and _is_heading(text, block):
        block.role, block.kind = BlockRole.HEADING, ParagraphKind.HEADING
    else:
        block.role, block.kind = BlockRole.BODY, ParagraphKind.TEXT


def _is_bare(text: str, block: Block) -> bool:
    """A short line without a sentence and without quotation marks, which on a page full of furniture is more of it."""
    return block.words <= 20 and not block.stop and not _quotes(text, block)  # noqa: PLR2004


def _quotes(text: str, block: Block) -> bool:
    return not set('"“”').isdisjoint(text[block.start : block.end])


def _end_of_story(blocks: Sequence[Block], start: int) -> int:
    """Where the story of a page full of furniture is over: at the first closing line behind most of its text."""
    prose = [block.words if block.role is None and block.prose and i >= start else 0 for i, block in enumerate(blocks)]
    total, read, paragraphs = sum(prose), 0, 0
    for i, block in enumerate(blocks):
        read += prose[i]
        paragraphs += prose[i] > 0
        if block.role in _CLOSING and paragraphs >= 4 and read >= _MOST_OF_IT * total:  # noqa: PLR2004 - a story has some paragraphs
            following = [other for other in blocks[i + 1 : i + 12] if other.role is None][:4]
            if sum(1 for other in following if other.prose and other.words >= 15) < 0.5 * len(following):  # noqa: PLR2004 - else it goes on
                return i
    return len(blocks)


def _is_heading(text: str, block: Block) -> bool:
    """A short line inside the running text that ends as no sentence does and quotes nobody."""
    line = text[block.start : block.end]
    if _turn().match(line):
        return False
    return block.words <= 15 and not line.endswith((".", ":", ",", ";", '"', "”", "’", "'", "…", "!", "—", "-")) and line[0] not in '"“'  # noqa: PLR2004


def _subheadlines(blocks: Sequence[Block], headline: int, start: int) -> None:
    """The lines right under the headline, where a byline or a stamp parts them from the story."""
    about = next((i for i in range(headline + 1, start) if blocks[i].role in {BlockRole.BYLINE, BlockRole.TIMESTAMP}), headline)
    for block in blocks[headline + 1 : min(about, headline + 5)]:
        if block.role is not None or block.bullet or block.words > _LINE:
            break
        if block.words >= 4:  # noqa: PLR2004 - fewer words are a rubric
            block.role = BlockRole.SUBHEADLINE
