"""Blocks -> which of them are pictures' captions.

In: a line, or all lines of a page. Out: whether it is the caption of a picture, or its source. Why: a caption is a sentence and names people
who say nothing. It is told by its own signs (a label, who took the picture, who stands where in it), or by the line beside it: a button to
enlarge the picture above, its source below, the same caption once more.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from newsquote._page import phrases
from newsquote._page.stamps import month_pattern
from newsquote.kinds import BlockRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._page.blocks import Block
    from newsquote.lang import LanguagePack

__all__ = ["is_caption", "mark_beside"]

_LINE = 40
_LONGEST = 70
"""No caption has more words."""
_SOURCE = 8
"""The names of a photographer and an agency or two have no more words."""
_HINTS = (
    "left,", "left:", "left)", "left to right", "right,", "right)", "center,", "center)", "centre,", "centre)", "(L", "(l-r)", "(top)", "(bottom)",
    "ictured", "een here", "photo", "image", "picture", "screengrab", "screenshot", "frame grab", "handout", "illustration",
)  # fmt: skip
"""Without one of these no line says who stands where."""
_LABELS = ("image", "media", "video", "photo", "pictured", "above", "below", "clockwise")
"""So the first word of a label begins, casefolded."""
_CREDITS = (" for ", "credit", "photo", "pic", "image")
"""Without one of these, casefolded, no line ends with a credit."""
_ENDING = 100
"""A credit at the end of a line stands in so many characters."""
_AGAIN = 8
"""A sentence of so many words that is printed twice with no paragraph between is a picture's, which is shown small and large."""
_NEAR = 12


@cache
def _own() -> re.Pattern[str]:
    """A number among pictures, or a label that lost its blank: "[1/5]Crowds ...", "Image captionCrowds ..."."""
    return re.compile(
        r"\[\d{1,3}\s?/\s?\d{1,3}\]\s*\S|(?:image|media|video|photo) ?caption(?=[A-Z])|(?:pictured|above|below|clockwise)[^.:]{0,24}: (?=[A-Z])",
        re.IGNORECASE,
    )


@cache
def _seen() -> re.Pattern[str]:
    """Who stands where in the picture, and what kind of picture it is."""
    return re.compile(
        r"[A-Z][\w.'’-]+, (?:(?:second|third|fourth|far|top|bottom|front|back)[ -])*(?:left|right|cent(?:er|re)),"
        r"|\((?:left|right|cent(?:er|re)|L-R|L to R|l-r|pictured[^()]{0,20}|top|bottom)\)|\(L\).*\(R\)"
        r"|\b[Ff]rom (?:top )?left(?: to right)?[,:]|^(?:Pictured|Seen here)\b|\b(?:is|are|was|were) pictured\b|\bpictured (?:here|above|below|(?:on the )?(?:left|right)|in (?:a|this|an) )|\b(?:is|are) seen here\b"
        r"|\bin (?:this|an?) (?:[\w.,-]+ ){0,4}(?:file photo|photo provided|image provided|handout|undated (?:photo|picture|image)|screengrab|screenshot|photograph taken)"
        r"|\b[Ii]n this (?:[\w.,-]+ ){0,4}(?:photo|image|photograph|picture|frame grab|illustration)\b",
    )


@cache
def _credited() -> re.Pattern[str]:
    """A credit that ends a caption: "... ends.Credit: Dana Whitlock", "... ends. Photograph: Dana Whitlock/Getty"."""
    return re.compile(
        r"[.!?]\s[A-Z][\w.'’-]+ [A-Z][\w.'’-]+ for [A-Z][\w ]{2,40}$"
        r"|(?:\b(?i:credits?):\s?\S|(?<=[a-z.)”\"’])Credit(?=[A-Z.])|(?:[.!?)”\"]\s*)(?:Photograph|Photo|Picture|Pic|Image)s?(?:\s+by\s|:\s))[^:]{0,70}$"
    )


@lru_cache(maxsize=32)
def _dated(pack: LanguagePack) -> re.Pattern[str]:
    """A full date, or a caption that opens with one: "Jan. 15, 1967: ..."."""
    month = month_pattern(pack)
    return re.compile(
        rf"(?P<first>^{month}\s\d{{1,2}},\s\d{{4}}:\s)|(?:\b{month}\s\d{{1,2}},\s\d{{4}}|\b\d{{1,2}}\s{month}\s\d{{4}})",
        re.IGNORECASE,
    )


@cache
def _past() -> re.Pattern[str]:
    """What tells that a dated sentence is the story's: a past tense, a will, or a date that opens it."""
    return re.compile(
        r"^(?:In|On|By|Since|From|After|Before|Until|As|At|This)\b|\b(?:was|were|had|said|told|did|would|will|has|have|since|until|before|after|born|died)\b"
    )


@cache
def _wired() -> re.Pattern[str]:
    """An agency's way to sign a picture, wherever on the line."""
    return re.compile(
        r"\bREUTERS/[A-Z]|\((?:AP|AFP|EPA|Reuters|PA) (?:Photo|Image)|\b(?:AFP|EPA|AAP|Getty Images)/[A-Z]|[A-Z]\w+/(?:Getty|AFP|Reuters|AP|EPA)\b"
    )


@cache
def _button() -> re.Pattern[str]:
    """What stands over a picture for those who do not see it."""
    return re.compile(
        r"(?:image|photo|picture)(?: \d+ of /? ?\d+)?$|(?:view|open) (?:this )?(?:image|photo|picture) in (?:fullscreen|gallery)|enlarge (?:this )?image",
        re.IGNORECASE,
    )


@lru_cache(maxsize=32)
def _photo(pack: LanguagePack) -> re.Pattern[str]:
    """A picture's source in brackets or behind a slash at the end of a line, casefolded: a pattern for every case would take three times as long to compile."""
    sources = "|".join(
        sorted(
            {re.escape(name.casefold()) for name in pack.words("photo_sources")},
            key=len,
            reverse=True,
        )
    )
    return re.compile(
        rf"[(\[][^()\[\]]*\b(?:photo|image|picture|credit|via)\b[^()\[\]]*[)\]]\.?$"
        rf"|[(\[][^()\[\]/]*/[^()\[\]]*\b(?:{sources})\b[^()\[\]]*[)\]]\.?$"
        rf"|[(\[](?:{sources})(?:/[^()\[\]]*|(?:\s+(?:images|file))?)[)\]]\.?$|(?:\s?/\s?|\bvia\s+)(?:{sources})(?:/[\w ]+)*$",
    )


def is_caption(text: str, block: Block, line: phrases.Head, pack: LanguagePack) -> bool:
    """Whether a line is a caption, or a picture's source, by its own signs."""
    if block.words > _LONGEST:
        return False
    if _labelled(text, block, line, pack):
        return True
    if (text[block.start] == "[" or line.first.startswith(_LABELS)) and _own().match(
        text, block.start, block.end
    ):
        return True
    words = text[block.start : block.end]
    if _ends_with_credit(words) or (any(map(words.__contains__, _HINTS)) and _seen().search(words)):
        return not _speaks(text, block)
    if block.words <= _LINE and (block.stop or words[-1].isalpha()) and _shows(text, block, pack):
        return True
    sourced = (
        "/" in words or "via " in words or words.rstrip(".")[-1:] in {")", "]"} or "(AP " in words
    )
    if sourced and (
        _wired().search(words) or _photo(pack).search(words.casefold(), max(0, len(words) - 120))
    ):
        return not _speaks(text, block)
    return _is_source(text, block, pack)


def _ends_with_credit(words: str) -> bool:
    """Whether a line ends with the credit of its picture; to look for a word of one first is quicker."""
    ending = words[-_ENDING - 1 :].casefold()
    return (
        any(map(ending.__contains__, _CREDITS))
        and _credited().search(words, max(0, len(words) - _ENDING)) is not None
    )


@cache
def _year() -> re.Pattern[str]:
    """What a full date has, and most lines have not."""
    return re.compile(r"\d{4}")


def _shows(text: str, block: Block, pack: LanguagePack) -> bool:
    """Whether a line says what is to be seen on a day: one sentence in the present with a full date."""
    line = text[block.start : block.end]
    if '"' in line or "“" in line or "”" in line:
        return False
    dated = _dated(pack).search(line) if _year().search(line) else None
    if dated is None:
        return False
    return dated["first"] is not None or (
        block.prose
        and block.stop
        and re.search(r"[a-z]{3}\. [A-Z]", line) is None
        and _past().search(line) is None
        and _present().search(line) is not None
    )


@cache
def _present() -> re.Pattern[str]:
    """A name or a person, and what they do."""
    return re.compile(
        r"^(?:(?:A|An|The|Two|Three|Several|[A-Z][\w.'’-]+)(?:[ ,]+(?:of |and |the |de |van |in |[a-z]+ )?))(?:[\w.'’,-]+ ){0,9}?(?!(?:is|as|its|his|this|has|was|terms|years)\b)[a-z]{2,}s (?:to|with|in|on|at|during|past|through|a|an|the|from|for|his|her|their|hands|as|outside|near|by|he|she|off|out|up|around|inside|after|before|over|under|behind)\b"
    )


def _speaks(text: str, block: Block) -> bool:
    """Whether a line quotes, which captions do too, but then the quotation is worth more than the caption."""
    return text[block.start] in "\"“‘'" and block.words > 8  # noqa: PLR2004


def _labelled(text: str, block: Block, line: phrases.Head, pack: LanguagePack) -> bool:
    """An opening: "FILE PHOTO:", "Photo by Dana Whitlock"."""
    found = phrases.listed(pack, "caption_openers").at_start(text, line)
    if found is None:
        return False
    after = text[found.end : found.end + 3].lstrip()[:1]
    label = after == ":" and block.words <= _LINE
    capitals = after in {"-", "–", "—"} and text[block.start : found.end].isupper()
    by = "by" in line.words[found.length - 1 : found.length + 1]
    return label or capitals or (by and block.words <= 12)  # noqa: PLR2004 - "Photo by" and a name


def _is_source(text: str, block: Block, pack: LanguagePack) -> bool:
    """Whether a line is nothing but a picture's source: "Dana Whitlock/Getty Images"."""
    if block.stop or block.words > _SOURCE:
        return False
    if re.fullmatch(r"\([^()/]+/[^()]+\)", text[block.start : block.end]):
        return True
    pieces = [
        piece.strip(" .").casefold()
        for piece in re.split(r"[/|]|\bvia\b", text[block.start : block.end])
    ]
    known = [
        piece in pack.words("photo_sources") or (len(pieces) > 1 and piece in phrases.houses(pack))
        for piece in pieces
    ]
    return all(known) or (len(pieces) > 1 and (known[0] or known[-1]))


def mark_beside(text: str, blocks: Sequence[Block], begin: int, pack: LanguagePack) -> None:
    """Mark the captions that the lines beside them tell, from block ``begin`` on."""
    last: dict[str, int] = {}
    for i in range(begin, len(blocks)):
        block = blocks[i]
        if (
            block.role is None
            and block.stop
            and _AGAIN <= block.words <= _LONGEST
            and not block.bullet
            and not _speaks(text, block)
        ):
            words = text[block.start : block.end]
            before = last.get(words)
            if (
                before is not None
                and i - before <= _NEAR
                and not any(other.role is None and other.prose for other in blocks[before + 1 : i])
            ):
                block.role = blocks[before].role = BlockRole.CAPTION
            last[words] = i
        elif i > begin and block.role is BlockRole.CAPTION and _is_source(text, block, pack):
            alone = i - 1 == begin or not (blocks[i - 2].role is None and blocks[i - 2].prose)
            _mark_above(text, blocks[i - 1], alone=alone)
        elif (
            block.words <= _SOURCE
            and i + 1 < len(blocks)
            and _button().match(text, block.start, block.end)
        ):
            block.role = BlockRole.CAPTION
            _mark_below(text, blocks[i + 1])


def _mark_above(text: str, block: Block, *, alone: bool) -> None:
    """A line above a source is the picture's if it is no sentence, or a sentence that stands alone."""
    if (
        block.role is None
        and (alone or not block.stop)
        and 3 <= block.words <= _LINE
        and not _speaks(text, block)
    ):
        block.role = BlockRole.CAPTION


def _mark_below(text: str, block: Block) -> None:
    if block.role is None and block.words <= _LONGEST and not _speaks(text, block):
        block.role = BlockRole.CAPTION
