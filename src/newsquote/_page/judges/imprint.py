"""A line -> whose text it is, or how its author is reached.

In: a line of the page. Out: whether it claims a copyright, or says where somebody can be written to
or followed; with the agencies it names. Why: both stand around the story like credits and name
people and houses, but nobody there did anything for the story; they are told by the sign of the
claim, and by an address or a platform beside a verb of contact.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsquote._page.bylines.people import read_people
from newsquote._page.records import CreditRecord
from newsquote._page.verdicts import Judge, Sign, Verdict
from newsquote.kinds import BlockRole, CreditKind

if TYPE_CHECKING:
    from newsquote._page.line import Stretch
    from newsquote._text.ranges import Chars
    from newsquote.lang import LanguagePack

__all__ = ["judge_contact", "judge_copyright", "read_imprint"]

_MAX_CONTACT_WORDS = 40
_MAX_HOLDER_WORDS = 8
"""Words of the name of the one who holds a right."""
_CONTACT_HINTS = ("each", "ontact", "ollow", "mail", "MAIL", "CONTACT", "FOLLOW")
"""Without one of these nobody is reached; to look for them first is quicker."""
_COPYRIGHT_HINTS = ("©", "(c)", "copyright", "rights")
"""Without one of these, casefolded, nobody claims a right."""
_FOLLOWING_VERBS = frozenset({"follow", "like", "tweet"})
"""They ask for a reader on a platform, not for a letter."""
_PLATFORM_VERBS = frozenset({"follow", "contact", "find", "like"})
"""With these the name of a platform does for an address."""
_CREDIT_KINDS = {
    BlockRole.COPYRIGHT: CreditKind.COPYRIGHT,
    BlockRole.CONTACT: CreditKind.CONTACT,
    BlockRole.SOCIAL: CreditKind.CONTACT,
}

_COPYRIGHT = Verdict(BlockRole.COPYRIGHT, Judge.COPYRIGHT, Sign.COPYRIGHT_CLAIM)
_ADDRESS_ALONE = Verdict(BlockRole.CONTACT, Judge.CONTACT, Sign.ADDRESS_ALONE)
_ADDRESS_IN_BRACKETS = Verdict(BlockRole.CONTACT, Judge.CONTACT, Sign.ADDRESS_IN_BRACKETS)
_REACHED = Verdict(BlockRole.CONTACT, Judge.CONTACT, Sign.WAY_TO_REACH)
_FOLLOWED = Verdict(BlockRole.SOCIAL, Judge.CONTACT, Sign.WAY_TO_FOLLOW)


@cache
def _claim() -> re.Pattern[str]:
    return re.compile(
        r"(?:[-•*]\s+)?+(?:©|\(c\)\s*(?:\d{4}|copyright|all\s)"
        r"|copyright(?:\s*(?:©|\(c\)|@|\d{4})|\s+(?:by\s+)?(?-i:[A-Z])|\s+infringement|:))"
        r"|.{0,200}\ball\s+rights\s+reserved\b",
        re.IGNORECASE,
    )


@cache
def _holder() -> re.Pattern[str]:
    """Whose right it is: what stands behind the sign and the year, up to the next stop."""
    return re.compile(
        r"(?:©|\(c\)|copyright)[\s,:©@]*+(?:\(c\))?+[\s,]*+(?:\d{4}(?:\s*[-–]\s*\d{2,4})?)?"
        r"[\s,]*+(?:by\s++)?(?P<name>[A-Z][^.|/\d]{1,60})",
        re.IGNORECASE,
    )


@cache
def _reached() -> re.Pattern[str]:
    """How an author is reached."""
    return re.compile(
        r"(?:\bcan be (?:reached|contacted|followed)\b"
        r"|\b(?:email|e-mail|contact|reach|follow)\b)",
        re.IGNORECASE,
    )


@cache
def _address() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w.])@\w{2,}|[\w.+-]+@[\w-]+\.\w+"
        r"|\b\d{3}[-.\s]\d{3,4}[-.\s]?\d{0,4}\b|https?://|www\."
    )


@cache
def _mail_address() -> re.Pattern[str]:
    return re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


@cache
def _labelled_address() -> re.Pattern[str]:
    """An address behind a label and nothing else: "Press enquiries: ...", "Twitter: @annlee"."""
    return re.compile(
        r"(?:[-•*]\s+)?[A-Z][\w'’/-]*(?: [\w'’/-]+){0,3}\s?:\s*"
        r"(?:@\w{2,30}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)[.)]?$"
    )


@cache
def _written_to() -> re.Pattern[str]:
    """Where letters go: "Write to Ann Lee at ...", "Send letters to ..."."""
    return re.compile(
        r"(?:[-•*]\s+)?(?:Write to|(?:Send|Submit|E-?mail) (?:[\w'’/-]+ ){1,5}to)\b"
        r".{0,80}[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    )


@cache
def _visit() -> re.Pattern[str]:
    """Where a house stands on the web: "Visit The Courier at www.courier.example"."""
    return re.compile(r"(?:[-•*]\s+)?Visit\s.{2,80}\sat\s(?:https?://|www\.)\S+$")


def judge_copyright(line: Stretch) -> Verdict | None:
    """Whether a line claims a copyright."""
    folded = line.text.casefold()
    if not any(map(folded.__contains__, _COPYRIGHT_HINTS)):
        return None
    return _COPYRIGHT if line.match(_claim()) else None


def judge_contact(line: Stretch, pack: LanguagePack) -> Verdict | None:
    """Whether a line says how to reach somebody, or to follow.

    "Ann Lee can be reached at ...", "Follow Ann Lee on X @annlee".
    """
    if line.text.startswith("((") and line.search(_address()):
        return _ADDRESS_IN_BRACKETS
    if "@" in line.text and _mail_address().fullmatch(line.text):
        return _ADDRESS_ALONE
    if "@" in line.text and (line.match(_labelled_address()) or line.match(_written_to())):
        return _REACHED
    if len(line.text.split()) > _MAX_CONTACT_WORDS:
        return None
    if "Visit" in line.text and line.match(_visit()):
        return _REACHED
    if not _says_how(line, pack):
        return None
    return _FOLLOWED if line.first_words.first in _FOLLOWING_VERBS else _REACHED


def _says_how(line: Stretch, pack: LanguagePack) -> bool:
    """Whether a verb of contact stands beside an address or a platform."""
    first = line.first_words.first
    opens_with_verb = first in pack.words("contact_verbs")
    if not opens_with_verb and not any(map(line.text.__contains__, _CONTACT_HINTS)):
        return False
    has_address = _address().search(line.text) is not None
    if opens_with_verb and has_address:
        return True
    if opens_with_verb and first in _PLATFORM_VERBS and _names_platform(line, pack):
        return True
    return has_address and '"' not in line.text and line.search(_reached()) is not None


def _names_platform(line: Stretch, pack: LanguagePack) -> bool:
    words = line.first_words.words
    if pack.closed("platform_prepositions").isdisjoint(words):
        return False
    platforms = pack.words("platforms")
    return any(word.rstrip(".,") in platforms for word in words[1:])


def read_imprint(line: Stretch, role: BlockRole, pack: LanguagePack) -> CreditRecord:
    """The credit that a line with one of these roles is."""
    agencies = _holders(line, pack) if role is BlockRole.COPYRIGHT else ()
    return CreditRecord(range=line.chars, kind=_CREDIT_KINDS[role], agencies=agencies)


def _holders(line: Stretch, pack: LanguagePack) -> tuple[Chars, ...]:
    """The houses that hold the right, as far as they are known."""
    match = line.search(_holder())
    if match is None or len(match["name"].split()) > _MAX_HOLDER_WORDS:
        return ()
    return read_people(line.between(*match.span("name")), pack).houses
