"""A stretch of a byline -> who stands in it.

In: a stretch of a line that lists people. Out: its authors, each with role, affiliation, place and addresses as printed, and its agencies.
Why: such a list has no grammar. It is cut at commas, conjunctions, prepositions and addresses; each piece is a person, a role, a place, an
outlet or nothing, by the words it is made of and by what stood before it. Lines that are bylines and lists inside credits are read alike.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newsquote._page import phrases
from newsquote._page.records import AuthorRecord, BylineRecord
from newsquote._page.stamps import month_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsquote._page.records import Range
    from newsquote.lang import LanguagePack

__all__ = ["EDGES", "LIST_WORDS", "MOST_NAME_WORDS", "read", "role_at", "stamp_pattern"]

MOST_NAME_WORDS = 5
"""No person's name has more words."""
LIST_WORDS = frozenset(
    {"and", "at", "by", "for", "from", "in", "near", "of", "on", "the", "with", "agencies"}
)
"""Small words that a list of names may have."""
EDGES = ' \t\u00a0.,:;()[]{}|/•·*_-–—\n"“”'
"""Signs around a piece of a list."""


class _Piece(NamedTuple):
    """A stretch of the line, and what stands before it: "," "and" "in" "for" "@" (an address itself) or "" at the beginning."""

    before: str
    start: int
    end: int


@cache
def _cuts() -> re.Pattern[str]:
    return re.compile(
        r"""
        (?P<address>[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w.])@\w{2,30}|https?://\S+)
        | (?P<files>,?\s+(?i:with\s+(?:files|reports?|reporting|inputs?|contributions)\s+(?:from|by))\s+)
        | (?P<pictures>[,;]?\s+(?i:(?:and\s+)?(?:photographs?|photography|photos?|pictures?|illustrations?|graphics?|videos?)\s+by)\s+)
        | (?P<and>,?\s+(?i:and|with|plus|as\s+told\s+to)\s+(?!\w+\s+agenc)|,?\s+(?i:and|with)\s+(?=\w+\s+agenc)|\s*(?:&(?!\#?\w+;)|\+)\s*)
        | (?P<in>,?\s+(?i:in|at|from)\s+(?=[^\W\d_]))
        | (?P<on>\s+on\s+)
        | (?P<for>(?:,\s*|\s+)(?i:special\s+to|for)\s+(?=[^\W\d_])|\s+of\s+(?=[Tt]he\s+[A-Z]|[A-Z]{2,4}\b|Reuters\b))
        | (?P<open>\s*[(\[]) | (?P<close>[)\]])
        | (?P<semicolon>\s*;\s*)
        | (?P<comma>\s*[,|•·●▪/\n\t]\s*|\s+[-–—:]+\s+|:\s+|\s*—\s*|[ \u00a0]{2,})
        """,
        re.VERBOSE,
    )


@lru_cache(maxsize=32)
def stamp_pattern(pack: LanguagePack) -> re.Pattern[str]:
    """Where the date, the time or the age of a story begins inside a piece."""
    month = month_pattern(pack)
    days = "|".join(sorted(pack.words("weekdays"), key=len, reverse=True))
    words = r"(?:first |last )?(?:published|updated|posted|modified)"
    forms = rf"(?:(?:{days})\.?,?\s+)?(?:{month}\s*\d|\d{{1,2}}(?:st|nd|rd|th)?\s+{month})|\d|{words}\b|(?:{days})\s*$"
    return re.compile(
        rf"\s*(?<![A-Za-z]-)(?:(?<=[\s|(•·,])|(?-i:(?<=[a-z]))(?=\d)|^)(?:{forms})", re.IGNORECASE
    )


def read(text: str, start: int, end: int, pack: LanguagePack) -> BylineRecord:
    """The persons and agencies in a stretch that is a list of them, without any opening."""
    record = BylineRecord(range=(start, end))
    _Reading(text, record, pack).run(start, end)
    return record


def _pieces(text: str, start: int, end: int) -> Iterator[_Piece]:
    before, at = "", start
    for match in _cuts().finditer(text, start, end):
        if match.start() < at:
            continue
        yield _Piece(before, at, match.start())
        kind = match.lastgroup or "comma"
        if kind == "address":
            yield _Piece("@", match.start(), match.end())
            kind = "comma"
        before, at = kind, match.end()
    yield _Piece(before, at, end)


class _Reading:
    """One pass over the pieces of a byline; the record grows on the way."""

    def __init__(self, text: str, record: BylineRecord, pack: LanguagePack) -> None:
        self.text, self.record, self.pack = text, record, pack
        self.last = ""
        """What the piece before was: name, role, place, outlet or nothing."""
        """A date has begun: what follows belongs to it."""

    def run(self, start: int, end: int) -> None:
        desk = self._desk(start, end)
        if desk is not None:
            self._outlet(None, *desk)
            start = desk[1]
        for piece in _pieces(self.text, start, end):
            if piece.before == "@":
                self._address(piece)
                continue
            begin, stop = self._bare(piece.start, piece.end)
            stamp = stamp_pattern(self.pack).search(self.text, begin, stop)
            if stamp and not self._is_outlet(begin, stop) and not self._ends_as_role(begin, stop):
                stop = self._bare(begin, stamp.start())[1]
            if begin < stop:
                self._piece(piece.before, begin, stop)

    def _desk(self, start: int, end: int) -> Range | None:
        """The collective of several words that opens a byline: "staff and wire reports", "the Orla Courier Editorial Board"."""
        start, end = self._bare(start, end)
        line = phrases.head(self.text, start, end)
        found = phrases.listed(self.pack, "byline_collectives").at_start(self.text, line)
        if (
            found is not None
            and found.length > 1
            and self.text[found.end : found.end + 1] in {"", " ", ","}
        ):
            rest = line.words[found.length : found.length + 1]
            return (
                (start, found.end)
                if not rest or rest[0] in {"in", "at"} or self.text[found.end] == ","
                else None
            )
        return (
            (start, end)
            if line.first == "the" and line.whole and self._is_collective(start, end)
            else None
        )

    def _bare(self, start: int, end: int) -> tuple[int, int]:
        piece = self.text[start:end]
        lead = len(piece) - len(piece.lstrip(EDGES))
        kept = piece[lead:].rstrip(EDGES)
        if piece[lead + len(kept) :].startswith(".") and _initial().search(kept):
            kept += "."
        return start + lead, start + lead + len(kept)

    def _address(self, piece: _Piece) -> None:
        if not self.record.authors:
            return
        author = self.record.authors[-1]
        if self.text[piece.start] == "@":
            author.handle = author.handle or (piece.start, piece.end)
        elif "@" in self.text[piece.start : piece.end]:
            author.email = author.email or (piece.start, piece.end)

    def _piece(self, before: str, start: int, end: int) -> None:
        author = self.record.authors[-1] if self.record.authors else None
        words = self.text[start:end].split()
        if not words:
            return
        if before in {"on", "pictures"} or (before == "open" and author is None):
            self.last = ""
        elif author is not None and self._is_said_of(author, before, start, end):
            return
        elif before == "in" and not self._is_outlet(start, end):
            self._place(author, start, end)
        elif before == "for":
            self._outlet(author, start, end)
        elif self._is_outlet(start, end) or self._is_collective(start, end):
            self._outlet(None if before in {"and", "files"} else author, start, end)
        elif self._goes_on_place(before, words, start, end):
            self._place(author, start, end, more=True)
        elif author is None or before not in {"comma", "open"} or not self._is_suffix(words):
            self._name_or_role(author, before, start, end)

    def _is_said_of(self, author: AuthorRecord, before: str, start: int, end: int) -> bool:
        """Take a piece that only says more of the author before it: where they work, what they are."""
        words = self.text[start:end].split()
        if before == "in" and not author.affiliation and self._is_organisation(words):
            author.affiliation, self.last = (start, end), "outlet"
        elif before != "comma":
            return False
        elif self._is_field(words):
            author.role, self.last = author.role or (start, end), "role"
        elif self._is_collective(start, end) and self._ends_as_role(start, end):
            self._name_or_role(author, before, start, end)
        else:
            return self._is_degree(author, words)
        return True

    def _place(
        self, author: AuthorRecord | None, start: int, end: int, *, more: bool = False
    ) -> None:
        self.last = "place"
        if author is None or (author.location and not more):
            return
        if (
            author.location is None
            and not self.text[start].isupper()
            and not self.text.startswith("the ", start)
        ):
            capital = re.compile(r"[A-Z]").search(self.text, start, end)
            if capital is None:
                return
        author.location = (author.location[0] if author.location else start, end)

    def _outlet(self, author: AuthorRecord | None, start: int, end: int) -> None:
        self.last = "outlet"
        if author is None or author.affiliation:
            self.record.agencies.append((start, end))
        else:
            author.affiliation = (start, end)

    def _is_collective(self, start: int, end: int) -> bool:
        line = phrases.head(self.text, start, end)
        listed = phrases.listed(self.pack, "byline_collectives")
        if listed.whole(line) is not None:
            return True
        if line.first != "the" or not line.whole:
            return False
        return any(
            line.words[-count:]
            in {("editorial", "board"), ("staff",), ("newsroom",), ("desk",), ("bureau",)}
            for count in (1, 2)
        )

    def _is_outlet(self, start: int, end: int) -> bool:
        name = self.text[start:end].casefold().removeprefix("the ")
        if name in _outlets(self.pack):
            return True
        words = name.split()
        titled = (
            bool(self.record.authors)
            and len(words) > 2
            and words[-1] in self.pack.words("outlet_words")
        )
        runs = (
            " ".join(words[-count:]).removeprefix("the ") in _outlets(self.pack)
            for count in ((3, 2) if titled else (3, 2, 1))
            if len(words) - count > 1
        )
        if any(runs):
            return False  # a name that runs into an outlet's
        generic = (
            len(words) > 1
            and words[-1] in self.pack.words("outlet_words")
            and words[0] not in self.pack.words("byline_role_modifiers")
        )
        return len(words) > 1 and (
            (words[0] in _acronyms(self.pack) and not self._ends_as_role(start, end))
            or (generic and self._stands_as_outlet(words))
        )

    def _stands_as_outlet(self, words: list[str]) -> bool:
        """Whether a name that ends as outlets do is one: behind an author, or longer than persons' names, or with an article."""
        return (
            bool(self.record.authors)
            or len(words) > 3
            or sum(1 for w in words if w in self.pack.words("outlet_words")) > 1
        )

    def _ends_as_role(self, start: int, end: int) -> bool:
        return role_at(self.text[start:end].split(), self.pack) is not None

    def _goes_on_place(self, before: str, words: list[str], start: int, end: int) -> bool:
        name = self.text[start:end].casefold().strip(".")
        if not self.record.authors or before not in {"comma", "and"}:
            return not self.record.authors and self.last in {"place", "outlet"} and len(words) <= 2  # noqa: PLR2004 - "AFP, MANILA"
        if self._ends_as_role(start, end):
            return False
        known = name in self.pack.words("places") or name in _regions(self.pack)
        if self.last == "place":
            return known or len(words) == 1 or words[0][0].islower()
        single = (
            len(words) == 1
            and words[0][0].isupper()
            and not any(" " not in self.text[slice(*a.name)] for a in self.record.authors)
        )
        return (
            before == "comma"
            and (known or single or self.last == "outlet")
            and not words[0][0].islower()
        )

    def _is_organisation(self, words: list[str]) -> bool:
        """Whether words name a house where people work and no place: "the University of Orla"."""
        known = [word.casefold().strip(",") in self.pack.words("org_words") for word in words]
        return "of" in words and any(known)

    def _is_field(self, words: list[str]) -> bool:
        """Whether words are a role with what it is for: "professor of hydrology"."""
        return (
            len(words) > 2
            and words[0].casefold() in self.pack.words("byline_roles")
            and words[1] in {"of", "at", "for"}
        )

    def _is_degree(self, author: AuthorRecord, words: list[str]) -> bool:
        """Whether a suffix that is also a state is none behind a doctor's name: "Dr. Ann Lee, MD"."""
        return (
            self._is_suffix(words)
            and self.text[author.name[0] : author.name[0] + 3].casefold().rstrip(".") == "dr"
        )

    def _is_suffix(self, words: list[str]) -> bool:
        return all(
            word.casefold().replace(".", "") in self.pack.words("byline_suffixes") for word in words
        )

    def _name_or_role(self, author: AuthorRecord | None, before: str, start: int, end: int) -> None:
        """A piece of names, roles or both: "Ann Lee Health Editor", "AP writer Ann Lee", "deputy editor"."""
        words = list(_words(self.text, start, end, self.pack))
        texts = [self.text[a:b] for a, b in words]
        texts, words, outlet = self._without_outlet(texts, words)
        if not words:
            self._outlet(author, *outlet) if outlet else None
            return
        role = role_at(texts, self.pack)
        leading = _leading_role(texts, self.pack)
        if role is None and leading:
            self._author(
                words[leading:], texts[leading:], role=(words[0][0], words[leading - 1][1])
            )
        elif role is None:
            self._author(words, texts)
        elif author is not None and before == "comma" and self._stands_before_role(texts[:role]):
            author.role = author.role or (words[0][0], words[-1][1])
            self.last = "role"
        elif role >= 2 or (role == 1 and (author is None or before == "and")):  # noqa: PLR2004 - a name has two words
            role += next(
                (
                    n
                    for n in (3, 2, 1)
                    if role + n < len(texts)
                    and " ".join(texts[role : role + n]).casefold() in _outlets(self.pack)
                ),
                0,
            )
            between = self._outlet_words(texts[:role])
            if between and outlet is None:
                outlet = (words[role - between][0], words[role - 1][1])
                self._author(
                    words[: role - between],
                    texts[: role - between],
                    role=(words[role][0], words[-1][1]),
                )
            else:
                role = _cut_name(texts, role, self.pack)
                self._author(words[:role], texts[:role], role=(words[role][0], words[-1][1]))
        elif author is not None:
            author.role = author.role or (words[0][0], words[-1][1])
            self.last = "role"
        if outlet:
            last = self.last
            self._outlet(self.record.authors[-1] if self.record.authors else None, *outlet)
            self.last = self.last if outlet[0] > start else last

    def _outlet_words(self, texts: list[str]) -> int:
        """With how many words of an outlet's name a name ends that stands before a role: "Ann Lee AP Business Writer"."""
        for count in (3, 2, 1):
            if len(texts) - count >= 2 and " ".join(texts[-count:]).casefold() in _outlets(
                self.pack
            ):
                return count
        return 0

    def _stands_before_role(self, texts: list[str]) -> bool:
        """Whether words in front of a role behind a comma are its own and no name: "New York correspondent"."""
        name = " ".join(texts).casefold()
        return bool(texts) and (
            texts[0].casefold() in self.pack.words("byline_role_modifiers")
            or name in self.pack.words("places")
            or name in _regions(self.pack)
        )

    def _without_outlet(
        self, texts: list[str], words: list[Range]
    ) -> tuple[list[str], list[Range], Range | None]:
        """The piece without the outlet's name at either end."""
        for count in range(min(4, len(texts)), 0, -1):
            tail = " ".join(texts[-count:]).casefold().removeprefix("the ")
            front = re.sub(r"['’]s?$", "", " ".join(texts[:count])).casefold().removeprefix("the ")
            if tail in _outlets(self.pack) and (
                len(texts) == count or (len(texts) - count > 1 and texts[-count][0].isupper())
            ):
                return texts[:-count], words[:-count], (words[-count][0], words[-1][1])
            if front in _outlets(self.pack) and len(texts) > count:
                last = words[count - 1]
                return (
                    texts[count:],
                    words[count:],
                    (words[0][0], last[0] + len(re.sub(r"['’]s?$", "", texts[count - 1]))),
                )
        return texts, words, None

    def _author(self, words: list[Range], texts: list[str], role: Range | None = None) -> None:
        """Add a person, if the words can be a person's name."""
        if not words or not self._is_person(texts):
            self.last = ""
            return
        name_end, place = len(words), None
        for count in (3, 2, 1):
            if len(words) - count >= 2 and " ".join(texts[-count:]).casefold() in self.pack.words(
                "places"
            ):
                name_end, place = len(words) - count, (words[-count][0], words[-1][1])
                break
        rubric = name_end > 2 and texts[name_end - 1].casefold() in self.pack.words(
            "byline_rubrics"
        )
        if rubric:
            name_end = 2
        end = words[name_end - 1][1]
        if texts[name_end - 1].endswith(".") and len(texts[name_end - 1]) > 3:  # noqa: PLR2004 - longer than an initial or "Jr."
            end -= 1
        self.record.authors.append(AuthorRecord(name=(words[0][0], end), role=role, location=place))
        self.last = "role" if role else "name"

    def _is_person(self, texts: list[str]) -> bool:
        particles = self.pack.words("name_particles")
        small = [w for w in texts if w[0].islower() and not re.match(r"[a-z]{2,3}-[A-Z]", w)]
        if len(texts) == 1 and re.match(r"[A-Z][a-z]*-[a-z]", texts[0]):
            return False
        if len(texts) > MOST_NAME_WORDS or (
            any(w.casefold() not in particles for w in small) and len(small) < len(texts)
        ):
            return False
        if all(w[0].islower() for w in texts):
            strange = (
                self.pack.words("function_words")
                | self.pack.words("determiners")
                | self.pack.words("byline_idioms")
            )
            plain = all(w.isalpha() and w not in strange for w in texts)
            return 2 <= len(texts) <= 3 and not self.record.authors and plain  # noqa: PLR2004 - "by ann lee"
        first = texts[0].casefold().rstrip(".")
        if first in self.pack.words("weekdays") or (
            len(texts) == 1 and first in self.pack.words("months")
        ):
            return False
        return any(w[0].isupper() or not w[0].isascii() for w in texts) and any(
            len(w) > 1 and w[0].isalpha() for w in texts
        )


@lru_cache(maxsize=32)
def _outlets(pack: LanguagePack) -> frozenset[str]:
    return frozenset(
        name.casefold().removeprefix("the ")
        for name in (*pack.words("agencies"), *pack.words("outlets"))
    ) | {"agencies"}


@lru_cache(maxsize=32)
def _acronyms(pack: LanguagePack) -> frozenset[str]:
    """Outlets' names in capitals, which open the names of their departments: BBC Radio Ulster, CNN Politics."""
    return frozenset(
        name.casefold() for name in pack.words("outlets") if name.isupper() and name.isalpha()
    )


@lru_cache(maxsize=32)
def _regions(pack: LanguagePack) -> frozenset[str]:
    return frozenset(name.casefold().strip(".") for name in pack.words("regions"))


@cache
def _run() -> re.Pattern[str]:
    return re.compile(r"\S+")


@cache
def _glue() -> re.Pattern[str]:
    return re.compile(r"(?<=[a-z])(?=[A-Z][a-z]+$)")


@cache
def _initial() -> re.Pattern[str]:
    """What keeps the stop behind it: an initial, "Jr."."""
    return re.compile(r"(?:^|\s)(?:Jr|Sr|[A-Z](?:\.[A-Z])*)$")


def _words(text: str, start: int, end: int, pack: LanguagePack) -> Iterator[Range]:
    """The words of a piece; where a role is glued to a name ("LeeHealth Editor"), both."""
    titles = pack.words("byline_role_modifiers") | pack.words("byline_roles")
    for match in _run().finditer(text, start, end):
        word = match.group()
        glue = _glue().search(word)
        if glue and word[glue.start() :].casefold() in titles and len(word[: glue.start()]) > 2:  # noqa: PLR2004 - "McChief" is a name
            yield match.start(), match.start() + glue.start()
            yield match.start() + glue.start(), match.end()
        else:
            yield match.span()


def role_at(texts: list[str], pack: LanguagePack) -> int | None:
    """Where the role begins with which a piece ends, None if it ends with none."""
    folded = [word.casefold().strip(".,").replace("’", "'") for word in texts]
    i = len(folded)
    while i and folded[i - 1].strip("0123456789-–") == "":
        i -= 1
    if not i or (
        folded[i - 1] not in pack.words("byline_roles")
        and " ".join(folded[-3:]) not in pack.words("byline_roles")
    ):
        return None
    i -= 1
    known = pack.words("byline_role_modifiers") | pack.words("byline_roles") | {"&"}
    while i and folded[i - 1] in known:
        i -= 1
    return i


def _leading_role(texts: list[str], pack: LanguagePack) -> int:
    """How many words in front of a name are its role: "Health correspondent Ann Lee", "chef Bo Ek"."""
    folded = [word.casefold() for word in texts]
    known = pack.words("byline_role_modifiers") | pack.words("byline_roles")
    heads = [i for i, word in enumerate(folded) if word in pack.words("byline_roles")]
    if (
        heads
        and all(word in known for word in folded[: heads[-1] + 1])
        and len(texts) - heads[-1] > 2
    ):
        return heads[-1] + 1
    trade = texts[0][0].islower() and folded[0] not in pack.words("name_particles") | pack.words(
        "determiners"
    )
    return 1 if trade and len(texts) > 2 and texts[1][0].isupper() else 0  # noqa: PLR2004 - first and last name behind it


def _cut_name(texts: list[str], role: int, pack: LanguagePack) -> int:
    """Where a name ends that runs into a role: at the change from capitals, else behind the second name where the role's words are unknown."""
    if texts[0].isupper() and len(texts[0]) > 1 and not texts[-1].isupper():
        return next((i for i, word in enumerate(texts) if not word.isupper()), role)
    if role <= 2:  # noqa: PLR2004 - first and last name
        return role
    middle = texts[1].rstrip(".")
    if len(middle) == 1 or middle.casefold() in pack.words("name_particles") or role == 3:  # noqa: PLR2004 - a middle name is likelier than an unknown role
        return min(role, 4 if middle.casefold() in pack.words("name_particles") and role > 3 else 3)  # noqa: PLR2004
    return 2
