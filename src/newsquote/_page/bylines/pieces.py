"""A stretch that lists people -> its pieces.

In: a stretch of a line that lists people. Out: its pieces, each with what stands before it. Why:
such a list has no grammar; it is cut at commas, conjunctions, prepositions and addresses, and what
stands before a piece says much of what it is.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsquote._page.printed_dates import month_pattern
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsquote._page.line import Stretch
    from newsquote.lang import LanguagePack

__all__ = [
    "EDGE_SIGNS",
    "LIST_WORDS",
    "Before",
    "Piece",
    "split_pieces",
    "stamp_start",
    "strip_edges",
]

LIST_WORDS = frozenset(
    {"and", "at", "by", "for", "from", "in", "near", "of", "on", "the", "with", "agencies"}
)
"""Small words that a list of names may have."""
EDGE_SIGNS = ' \t\u00a0.,:;()[]{}<>|/•·⋅∙«»›*_-–—\n"“”'
"""Signs around a piece of a list."""


class Before(Enum):
    """What stands before a piece; the values are the names of the groups that cut there."""

    NOTHING = ""
    COMMA = "comma"
    SEMICOLON = "semicolon"
    SLASH = "slash"
    LABEL = "label"
    """A word with a colon that says what the next one did: "Photos: Bo Ek"."""
    AND = "and"
    IN = "in"
    ON = "on"
    FOR = "for"
    FILES = "files"
    PICTURES = "pictures"
    OPEN = "open"
    CLOSE = "close"
    ADDRESS = "address"
    """The piece is an address itself."""


class Piece(NamedTuple):
    """A piece of the list."""

    before: Before
    start: int
    end: int


@cache
def _cuts() -> re.Pattern[str]:
    return re.compile(
        r"""
        (?P<address>(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+
            |(?:(?<![\w.])|(?<=[a-z]))@\w{2,30}|https?://\S+)
        | (?P<files>,?\s+(?i:with\s+(?:files|reports?|reporting|inputs?|contributions)
            \s+(?:from|by))\s+)
        | (?P<pictures>[,;]?\s+(?i:(?:and\s+)?(?:photographs?|photography|photos?|pictures?
            |illustrations?|graphics?|videos?)\s+by)\s+)
        | (?P<and>,?\s+(?i:and|with|plus|as\s+told\s+to)\s+(?!\w+\s+agenc)
            |,?\s+(?i:and|with)\s+(?=\w+\s+agenc)|\s*(?:&(?!\#?\w+;)|\+)\s*)
        | (?P<in>,?\s+(?i:(?:reporting\s+|writing\s+)?(?:in|at|from))\s+(?=[^\W\d_]))
        | (?P<on>\s+on\s+)
        | (?P<for>(?:,\s*|\s+)(?i:(?:exclusively\s+|reporting\s+|writing\s+)?for|special\s+to)
            \s+(?=[^\W\d_])
            |\s+of\s+(?=[Tt]he\s+[A-Z]|[A-Z]{2,4}\b|Reuters\b))
        | (?P<open>\s*[(\[]) | (?P<close>[)\]])
        | (?P<label>(?:\s?[,;.|/•·])?\s+(?i:words|text|story|interviews?|photos?|photographs?
            |photography|pictures?|images?|illustrations?|graphics?|videos?)\s*:\s*)
        | (?P<semicolon>\s*;\s*)
        | (?P<slash>[ \t\u00a0]*/[ \t\u00a0]*)
        | (?P<comma>\s*[,|•·⋅∙●▪«»›\n\t]\s*|\s+[-–—:]+\s+|:\s+|\s*—\s*|[ \u00a0]{2,})
        """,
        re.VERBOSE,
    )


@kept_by_pack
def _stamp(pack: LanguagePack) -> re.Pattern[str]:
    month = month_pattern(pack)
    days = "|".join(sorted(map(re.escape, pack.words("weekdays")), key=len, reverse=True))
    words = r"(?:first |last )?(?:published|updated|posted|modified)"
    forms = (
        rf"(?:(?:{days})\.?,?\s+)?(?:{month}\s*\d|\d{{1,2}}(?:st|nd|rd|th)?\s+{month})"
        rf"|\d|{words}\b|(?:{days})\s*$"
    )
    return re.compile(
        rf"\s*(?<![A-Za-z]-)(?:(?<=[\s|(•·,/])|(?-i:(?<=[a-z])(?=[\dA-Z]))|^)(?:{forms})",
        re.IGNORECASE,
    )


def stamp_start(text: str, start: int, end: int, pack: LanguagePack) -> int | None:
    """Where the date, the time or the age of a story begins between two offsets."""
    match = _stamp(pack).search(text, start, end)
    return match.start() if match else None


@cache
def _abbreviation() -> re.Pattern[str]:
    """What keeps the stop behind it: an initial, "Jr."."""
    return re.compile(r"(?:^|\s)(?:Jr|Sr|[A-Z](?:\.[A-Z])*)$")


def split_pieces(stretch: Stretch) -> Iterator[Piece]:
    """The pieces of a list, in order."""
    before, begin = Before.NOTHING, stretch.start
    for match in _cuts().finditer(stretch.full_text, stretch.start, stretch.end):
        yield Piece(before, begin, match.start())
        before = Before(match.lastgroup)
        if before is Before.ADDRESS:
            yield Piece(before, match.start(), match.end())
            before = Before.COMMA
        begin = match.end()
    yield Piece(before, begin, stretch.end)


def strip_edges(text: str, start: int, end: int) -> tuple[int, int]:
    """A piece without the signs around it, the stop of an abbreviation aside."""
    piece = text[start:end]
    opened = piece.lstrip(EDGE_SIGNS)
    begin = end - len(opened) if start < end else start
    kept = opened.rstrip(EDGE_SIGNS)
    stop = begin + len(kept)
    has_stop = opened[len(kept) :].startswith(".")
    if has_stop and _abbreviation().search(kept):
        stop += 1
    return begin, stop
