"""A line -> whether it is signed as pictures are.

In: a line. Out: whether its beginning or its end names who made or sold a picture, or counts it in
a gallery. Why: many captions read as the story does but for that sign: "... in the rain. (Ann
Lee/Norvale Post)", "3 / 12: The bridge at dawn.", "Bo Ek via Getty Images The dam ...".
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from newsquote._page.line import Line
    from newsquote.lang import LanguagePack

__all__ = ["is_signed_as_picture"]

_MAX_WORDS = 70
_END_CHARS = 90
"""Characters at the end of a line in which the sign stands."""
_MAX_SOURCE_WORDS = 3
"""Words of the longest source."""
_HINTS = ("(", "[", "©", "ource:", "ourtesy", "via", "/", "Image", "Photo", "photo")


@cache
def _end_sign() -> re.Pattern[str]:
    """A name and a house in brackets, a source, a courtesy or a right at the end of a line."""
    name = r"[A-Z][\w.'’-]+"
    return re.compile(
        rf"[(\[](?:[Pp]hoto (?:by )?:? ?)?{name}(?: {name}){{1,3}} ?(?:/|,|\bfor\b|\bvia\b) ?"
        rf"(?:the |The )?[A-Z][\w.'’&-]*(?: [\w.'’&-]+){{0,4}}[)\]]\.?$"
        rf"|[.!?]\s+(?:Sources?|Courtesy|Images?|Photos?|Pictures?): ?[A-Z@][^.]{{1,40}}\.?$"
        rf"|(?<=\w)[,.]?\s+(?:[Ii]mage |[Pp]hoto )?[Cc]ourtesy(?: of)? (?:the )?"
        rf"[A-Z][^.!?]{{1,50}}$"
        rf"|(?<=[\w.!?])\s+©\s?[A-Z][^.!?]{{1,40}}$"
    )


@cache
def _counter() -> re.Pattern[str]:
    """The number of a picture in a gallery."""
    return re.compile(r"\d{1,3}\s?/\s?\d{1,3}\s?:?\s(?=[A-Z])")


@kept_by_pack
def _start_sign(pack: LanguagePack) -> re.Pattern[str]:
    """Who made the picture and who sold it, in front of what is to be seen."""
    sources = "|".join(
        re.escape(name) for name in sorted(pack.words("photo_sources"), key=len, reverse=True)
    )
    return re.compile(
        rf"(?:[\w.'’-]+ ){{1,3}}?(?:via|/) ?(?i:{sources})(?=\s+[A-Z])|(?i:{sources}) (?=[A-Z]\w+ )"
    )


def is_signed_as_picture(line: Line, pack: LanguagePack) -> bool:
    """Whether a line is signed as pictures are."""
    text = line.text
    if line.word_count > _MAX_WORDS:
        return False
    if text[0].isdigit() and line.match(_counter()) is not None:
        return True
    if not any(map(text.__contains__, _HINTS)):
        return False
    if _end_sign().search(text, max(0, len(text) - _END_CHARS)) is not None:
        return True
    if _ends_with_source(text, pack):
        return True
    return " via " in text[:_END_CHARS] and line.match(_start_sign(pack)) is not None


def _ends_with_source(text: str, pack: LanguagePack) -> bool:
    """Whether a picture's source stands bare behind the last sentence."""
    stop = max(text.rfind(sign, 0, -1) for sign in [".", "!", "?"])
    if stop < 0:
        return False
    rest = text[stop + 1 :].strip().rstrip(".")
    if not rest or len(rest.split()) > _MAX_SOURCE_WORDS:
        return False
    return rest.casefold() in pack.words("photo_sources")
