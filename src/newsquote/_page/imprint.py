"""A line -> whose text it is, or how its author is reached.

In: a line of the page. Out: whether it claims a copyright, or says where somebody can be written to or followed; with the agencies it names.
Why: both stand around the story like credits and name people and houses, but nobody there did anything for the story; they are told by the
sign of the claim, and by an address or a platform beside a verb of contact.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsquote._page import byline_lists
from newsquote._page.records import CreditRecord
from newsquote.kinds import BlockRole, CreditKind

if TYPE_CHECKING:
    from newsquote._page.phrases import Head
    from newsquote.lang import LanguagePack

__all__ = ["contact", "is_copyright", "read"]

_LONGEST = 40
"""A line that says how somebody is reached has no more words."""
_HINTS = ("each", "ontact", "ollow", "mail", "MAIL", "CONTACT", "FOLLOW")
"""Without one of these nobody is reached."""
_CLAIMS = ("©", "(c)", "copyright", "rights")
"""Without one of these, casefolded, nobody claims a right."""
_HOLDER = 8
"""The holder's name has no more words."""
_KINDS = {
    BlockRole.COPYRIGHT: CreditKind.COPYRIGHT,
    BlockRole.CONTACT: CreditKind.CONTACT,
    BlockRole.SOCIAL: CreditKind.CONTACT,
}


@cache
def _copyright() -> re.Pattern[str]:
    return re.compile(
        r"(?:©|\(c\)\s*(?:\d{4}|copyright|all\s)|copyright(?:\s*(?:©|\(c\)|@|\d{4})|\s+(?:by\s+)?(?-i:[A-Z])|\s+infringement|:))|.{0,200}\ball\s+rights\s+reserved\b",
        re.IGNORECASE,
    )


@cache
def _holder() -> re.Pattern[str]:
    """Whose right it is: what stands behind the sign and the year, up to the next stop."""
    return re.compile(
        r"(?:©|\(c\)|copyright)[\s,:©@]*+(?:\(c\))?+[\s,]*+(?:\d{4}(?:\s*[-–]\s*\d{2,4})?)?[\s,]*+(?:by\s++)?(?P<name>[A-Z][^.|/\d]{1,60})",
        re.IGNORECASE,
    )


@cache
def _reached() -> re.Pattern[str]:
    """How an author is reached."""
    return re.compile(
        r"(?:\bcan be (?:reached|contacted|followed)\b|\b(?:email|e-mail|contact|reach|follow)\b)",
        re.IGNORECASE,
    )


@cache
def _address() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w.])@\w{2,}|[\w.+-]+@[\w-]+\.\w+|\b\d{3}[-.\s]\d{3,4}[-.\s]?\d{0,4}\b|https?://|www\."
    )


def is_copyright(text: str, start: int, end: int) -> bool:
    """Whether a line claims a copyright."""
    line = text[start:end].casefold()
    return any(map(line.__contains__, _CLAIMS)) and _copyright().match(text, start, end) is not None


def contact(text: str, start: int, end: int, line: Head, pack: LanguagePack) -> BlockRole | None:
    """The role of a line that says how to reach somebody ("Ann Lee can be reached at ...") or to follow ("Follow Ann Lee on X @annlee")."""
    if text.startswith("((", start) and _address().search(text, start, end):
        return BlockRole.CONTACT
    if " " not in text[start:end] and re.fullmatch(
        r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", text[start:end]
    ):
        return BlockRole.CONTACT
    if len(text[start:end].split()) > _LONGEST or not _says_how(text, start, end, line, pack):
        return None
    return BlockRole.SOCIAL if line.first in {"follow", "like", "tweet"} else BlockRole.CONTACT


def _says_how(text: str, start: int, end: int, line: Head, pack: LanguagePack) -> bool:
    words = text[start:end]
    verb = line.first in pack.words("contact_verbs")
    if not verb and not any(map(words.__contains__, _HINTS)):
        return False
    address = _address().search(words) is not None
    if verb and (
        address
        or (line.first in {"follow", "contact", "find", "like"} and _names_platform(line, pack))
    ):
        return True
    return (
        address and _reached().search(text, start, end) is not None and '"' not in text[start:end]
    )


def _names_platform(line: Head, pack: LanguagePack) -> bool:
    platforms = pack.words("platforms")
    return not pack.closed("platform_prepositions").isdisjoint(line.words) and any(
        word.rstrip(".,") in platforms for word in line.words[1:]
    )


def read(text: str, start: int, end: int, role: BlockRole, pack: LanguagePack) -> CreditRecord:
    """The credit that a line with one of these roles is."""
    record = CreditRecord(range=(start, end), kind=_KINDS[role])
    match = _holder().search(text, start, end) if role is BlockRole.COPYRIGHT else None
    if match is not None and len(match["name"].split()) <= _HOLDER:
        found = byline_lists.read(text, *match.span("name"), pack)
        record.agencies.extend(
            sorted(
                [
                    *found.agencies,
                    *(author.affiliation for author in found.authors if author.affiliation),
                ]
            )
        )
    return record
