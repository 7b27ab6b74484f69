"""A line -> a byline.

In: a line which the caller says is a byline, or one that may be. Out: its authors, each with role, affiliation, place and addresses as
printed, and its agencies; or None. Why: a byline is a list without grammar. It is cut at commas, conjunctions, prepositions and addresses;
each piece is a person, a role, a place, an outlet or nothing, by the words it is made of and by what stood before it.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newsquote._layout import phrases
from newsquote._layout.records import AuthorRecord, BylineRecord
from newsquote._layout.stamps import month_pattern

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from newsquote._layout.records import Range
    from newsquote.lang import LanguagePack

__all__ = ["cut", "is_biography", "is_byline", "is_house", "is_name", "read"]

_LONGEST = 600
"""No byline is longer; of a longer line this much is read."""
_MOST_NAME_WORDS = 5
_LIST_WORDS = frozenset({"and", "at", "by", "for", "from", "in", "near", "of", "on", "the", "with", "agencies"})
_TRADES = frozenset({"reporter", "journalist", "correspondent", "columnist", "editor", "writer", "photographer", "producer"})
_EDGES = ' \t\u00a0.,:;()[]{}|/•·*_-–—\n"“”'


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
        | (?P<and>,?\s+(?i:and|with|plus)\s+(?!\w+\s+agenc)|,?\s+(?i:and|with)\s+(?=\w+\s+agenc)|\s*(?:&(?!\#?\w+;)|\+)\s*)
        | (?P<in>,?\s+(?i:in|at|from)\s+(?=[^\W\d_]))
        | (?P<on>\s+on\s+)
        | (?P<for>(?:,\s*|\s+)(?i:special\s+to|for)\s+(?=[^\W\d_]))
        | (?P<open>\s*[(\[]) | (?P<close>[)\]])
        | (?P<semicolon>\s*;\s*)
        | (?P<comma>\s*[,|•·●▪/\n\t]\s*|\s+[-–—:]+\s+|:\s+|\s*—\s*|[ \u00a0]{2,})
        """,
        re.VERBOSE,
    )


@lru_cache(maxsize=32)
def _stamp(pack: LanguagePack) -> re.Pattern[str]:
    """Where the date, the time or the age of a story begins inside a piece."""
    month = month_pattern(pack)
    days = "|".join(sorted(pack.words("weekdays"), key=len, reverse=True))
    words = r"(?:first |last )?(?:published|updated|posted|modified)"
    forms = rf"(?:(?:{days})\.?,?\s+)?(?:{month}\s*\d|\d{{1,2}}(?:st|nd|rd|th)?\s+{month})|\d|{words}\b|(?:{days})\s*$"
    return re.compile(rf"\s*(?<![A-Za-z]-)(?:(?<=[\s|(•·,])|(?-i:(?<=[a-z]))(?=\d)|^)(?:{forms})", re.IGNORECASE)


def read(text: str, start: int, end: int, pack: LanguagePack) -> BylineRecord | None:
    """The byline that the line between two offsets is, or None if it names nobody."""
    stop = min(end, start + _LONGEST)
    begin = _opening(text, start, stop, pack)
    found = _list(text, start, stop, begin, pack) or _standfirst(text, start if begin is None else begin, stop, pack)
    if found is not None:
        found.range = (start, end)
    return found


def _list(text: str, start: int, stop: int, begin: int | None, pack: LanguagePack) -> BylineRecord | None:
    """The byline of a line that is a list of names, from ``begin`` where the words before it open a byline."""
    if begin is None:
        if _is_sentence(text, start, stop, pack):
            return None
        begin, stop = _rubric(text, start, stop, pack)
    record = BylineRecord(range=(start, stop))
    _Reading(text, record, pack).run(begin, stop)
    return record if record.authors or record.agencies else None


def _is_sentence(text: str, start: int, end: int, pack: LanguagePack) -> bool:
    """Whether a line is a sentence, which has words in small letters that no list of names has."""
    small = [word for word in text[start:end].split() if word[0].islower() and word.isalpha()]
    listed = pack.words("name_particles") | pack.words("byline_roles") | pack.words("byline_role_modifiers") | _LIST_WORDS
    return sum(1 for word in small if word not in listed) > 2  # noqa: PLR2004 - a place or a role may have some


def is_byline(text: str, start: int, end: int, pack: LanguagePack) -> bool:
    """Whether a line that opens with "By" or the like is a byline and not prose: what follows are names and what stands beside names."""
    found = phrases.listed(pack, "byline_openers").at_start(text, phrases.head(text, start, end))
    glued = re.compile(r"(?:by|By)(?=[A-Z])").match(text, start, end)
    inner = re.compile(r"[|•·]\s*(?:[Ww]ritten\s+)?[Bb]y\s+(?=[A-Z])").search(text, start, end)
    if found is None and glued is None and inner is not None:
        return end - start <= _LONGEST // 2 and is_name(text, inner.end(), end, pack)
    if (found is None and glued is None) or end - start > _LONGEST // 2:
        return False
    begin = found.end if found else start + 2
    record = _list(text, start, end, _opening(text, start, end, pack), pack)
    if record is None:
        return False
    first = min([*(author.name[0] for author in record.authors), *(agency[0] for agency in record.agencies)])
    lower = sum(1 for word in text[first:end].split() if word[0].islower())
    named = any(" " in text[slice(*author.name)] or text[slice(*author.name)].isupper() for author in record.authors) or bool(
        record.agencies
    )
    return named and not text[begin:first].strip(_EDGES + "by") and lower <= 2 + len(text[first:end].split()) // 3


def is_house(text: str, start: int, end: int, pack: LanguagePack) -> bool:
    """Whether a line is nothing but agencies or a desk, perhaps with a place: "Staff and agencies in Quito", "Associated Press"."""
    if end - start > _LONGEST // 8 or not text[start].isupper() or text[end - 1] in ".?!:":
        return False
    record = _list(text, start, end, None, pack)
    if record is None or record.authors or not record.agencies:
        return False
    rest = text[record.agencies[-1][1] : end].split()
    return record.agencies[0][0] - start <= len("the ") and (not rest or (rest[0] in {"in", "at"} and len(rest) <= 4))  # noqa: PLR2004


def is_name(text: str, start: int, end: int, pack: LanguagePack) -> bool:
    """Whether a line is nothing but persons' names, as a byline without "By" is."""
    if end - start > _LONGEST // 4:
        return False
    stamp = _stamp(pack).search(text, start + 1, end)
    end = start + len(text[start : stamp.start()].rstrip(_EDGES)) if stamp else end
    record = _list(text, start, end, None, pack)
    if record is None or not record.authors or record.agencies:
        return False
    full = all(2 <= len(text[slice(*author.name)].split()) <= 4 for author in record.authors)  # noqa: PLR2004 - first and last name, and what is between
    covered = sum(author.name[1] - author.name[0] for author in record.authors)
    return full and covered >= 0.6 * (end - start) and not text[start:end].endswith((".", "?", "!", ":"))


@cache
def _life() -> re.Pattern[str]:
    """How a note on an author begins: "Ann Lee is a ... reporter for ...", "Bo Ek covers ..."."""
    return re.compile(
        r"(?P<name>[A-Z][\w.'’-]+(?: [\w.'’-]+){0,2} [A-Z][\w'’-]+),? "
        r"(?:(?P<is>is|was) (?:an?|the|[A-Z][\w’']*['’]s?) (?P<what>[^.!?]{3,120})|(?P<does>covers|writes|reports|edits|joined|has (?:worked|written|covered|reported))\b)"
    )


def is_biography(text: str, start: int, end: int, names: Collection[str]) -> bool:
    """Whether a line tells who an author of the story is.

    :param names: the authors, casefolded.
    """
    match = _life().match(text, start, min(end, start + 220))
    if match is None or not {'"', "“"}.isdisjoint(text[start:end]):
        return False
    if match["name"].casefold() in names:
        return True
    trade = [word.strip(",").casefold() for word in (match["what"] or "").split()]
    at = next((i for i, word in enumerate(trade[:7]) if word in _TRADES), None)
    return (
        at is not None
        and match["is"] == "is"
        and bool({"for", "at", "covering", "based", "with", "in", "who"} & set(trade[at + 1 : at + 3]))
    )


def _opening(text: str, start: int, end: int, pack: LanguagePack) -> int | None:
    """Where the names begin behind the words that open a byline, wherever on the line these stand; None if there are none."""
    openers = phrases.listed(pack, "byline_openers")
    begin, found = start, None
    for _ in range(3):  # "byBy", "By: from"
        line = phrases.head(text, begin, end)
        match = openers.at_start(text, line)
        glued = re.compile(r"(?:by|By|BY)(?:by|By)?(?=[A-Z]|by\s|By\s|\s)").match(text, begin, end)
        if match is None and glued is None:
            break
        found = begin = max(match.end if match else 0, glued.end() if glued else 0)
        begin = _behind_colon(text, begin, end)
        found = begin
    if found is not None:
        return found
    inner = list(re.compile(r"(?:(?<=[\s:|])(?:[Bb]y|BY)|(?<=[a-z.!?])By)(?:\s*:)?\s+(?=[A-Z])").finditer(text, start, end))
    return inner[-1].end() if inner else None


def _behind_colon(text: str, at: int, end: int) -> int:
    match = re.compile(r"\s*:?\s*").match(text, at, end)
    return match.end() if match else at


def _rubric(text: str, start: int, end: int, pack: LanguagePack) -> tuple[int, int]:
    """The side of a colon on which the name stands: "Name: Rubric" or "RUBRIC: Name"."""
    colon = text.find(": ", start, end)
    if colon < 0:
        return start, end
    left, right = text[start:colon], text[colon + 1 : end].strip()
    words = phrases.head(text, start, colon).words
    rubric = bool(words) and (len(words) == 1 or words[-1] in pack.words("byline_rubrics") or words[-1] in pack.words("outlet_words"))
    if (rubric or len(words) > _MOST_NAME_WORDS or (left.isupper() and not right.isupper())) and len(right.split()) > 1:
        return colon + 1, end
    if _role_at(right.split(), pack) is not None:
        return start, end
    return start, colon


def cut(text: str, start: int, end: int, pack: LanguagePack) -> BylineRecord:
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
        self.clipped = False
        """A date has begun: what follows belongs to it."""

    def run(self, start: int, end: int) -> None:
        for piece in _pieces(self.text, start, end):
            if piece.before == "@":
                self._address(piece)
                continue
            begin, stop = self._bare(piece.start, piece.end)
            stamp = _stamp(self.pack).search(self.text, begin, stop)
            if stamp and not self._is_outlet(begin, stop) and not self._ends_as_role(begin, stop):
                stop = self._bare(begin, stamp.start())[1]
            if begin < stop:
                self._piece(piece.before, begin, stop)

    def _bare(self, start: int, end: int) -> tuple[int, int]:
        piece = self.text[start:end]
        lead = len(piece) - len(piece.lstrip(_EDGES))
        kept = piece[lead:].rstrip(_EDGES)
        if re.search(r"(?:^|\s)(?:Jr|Sr|[A-Z](?:\.[A-Z])*)$", kept) and piece[lead + len(kept) :].startswith("."):
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
        if before == "on" or (before == "open" and author is None):
            self.last = ""
        elif before == "in" and not self._is_outlet(start, end):
            self._place(author, start, end)
        elif before == "for":
            self._outlet(author, start, end)
        elif self._is_outlet(start, end) or self._is_collective(start, end):
            self._outlet(None if before == "and" else author, start, end)
        elif self._goes_on_place(before, words, start, end):
            self._place(author, start, end, more=True)
        elif author is not None and before in {"comma", "open"} and self._is_suffix(words):
            return
        else:
            self._name_or_role(author, before, start, end)

    def _place(self, author: AuthorRecord | None, start: int, end: int, *, more: bool = False) -> None:
        self.last = "place"
        if author is None or (author.location and not more):
            return
        if author.location is None and not self.text[start].isupper() and not self.text.startswith("the ", start):
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
        return phrases.listed(self.pack, "byline_collectives").whole(phrases.head(self.text, start, end)) is not None

    def _is_outlet(self, start: int, end: int) -> bool:
        name = self.text[start:end].casefold().removeprefix("the ")
        if name in _outlets(self.pack):
            return True
        words = name.split()
        if any(" ".join(words[-count:]).removeprefix("the ") in _outlets(self.pack) for count in (3, 2, 1) if len(words) - count > 1):
            return False  # a name that runs into an outlet's
        generic = (
            len(words) > 1 and words[-1] in self.pack.words("outlet_words") and words[0] not in self.pack.words("byline_role_modifiers")
        )
        return len(words) > 1 and (
            (words[0] in _acronyms(self.pack) and not self._ends_as_role(start, end)) or (generic and self._stands_as_outlet(words))
        )

    def _stands_as_outlet(self, words: list[str]) -> bool:
        """Whether a name that ends as outlets do is one: behind an author, or longer than persons' names, or with an article."""
        return bool(self.record.authors) or len(words) > 3 or sum(1 for w in words if w in self.pack.words("outlet_words")) > 1  # noqa: PLR2004

    def _ends_as_role(self, start: int, end: int) -> bool:
        return _role_at(self.text[start:end].split(), self.pack) is not None

    def _goes_on_place(self, before: str, words: list[str], start: int, end: int) -> bool:
        name = self.text[start:end].casefold().strip(".")
        if not self.record.authors or before not in {"comma", "and"}:
            return not self.record.authors and self.last in {"place", "outlet"} and len(words) <= 2  # noqa: PLR2004 - "AFP, MANILA"
        if self._ends_as_role(start, end):
            return False
        known = name in self.pack.words("places") or name in _regions(self.pack)
        if self.last == "place":
            return known or len(words) == 1 or words[0][0].islower()
        single = len(words) == 1 and words[0][0].isupper() and not any(" " not in self.text[slice(*a.name)] for a in self.record.authors)
        return before == "comma" and (known or single or self.last == "outlet") and not words[0][0].islower()

    def _is_suffix(self, words: list[str]) -> bool:
        return all(word.casefold().replace(".", "") in self.pack.words("byline_suffixes") for word in words)

    def _name_or_role(self, author: AuthorRecord | None, before: str, start: int, end: int) -> None:
        """A piece of names, roles or both: "Ann Lee Health Editor", "AP writer Ann Lee", "deputy editor"."""
        words = list(_words(self.text, start, end, self.pack))
        texts = [self.text[a:b] for a, b in words]
        texts, words, outlet = self._without_outlet(texts, words)
        if not words:
            self._outlet(author, *outlet) if outlet else None
            return
        role = _role_at(texts, self.pack)
        leading = _leading_role(texts, self.pack)
        if role is None and leading:
            self._author(words[leading:], texts[leading:], role=(words[0][0], words[leading - 1][1]))
        elif role is None:
            self._author(words, texts)
        elif author is not None and before == "comma" and self._stands_before_role(texts[:role]):
            author.role = author.role or (words[0][0], words[-1][1])
            self.last = "role"
        elif role >= 2 or (role == 1 and (author is None or before == "and")):  # noqa: PLR2004 - a name has two words
            role = _cut_name(texts, role, self.pack)
            self._author(words[:role], texts[:role], role=(words[role][0], words[-1][1]))
        elif author is not None:
            author.role = author.role or (words[0][0], words[-1][1])
            self.last = "role"
        if outlet:
            last = self.last
            self._outlet(self.record.authors[-1] if self.record.authors else None, *outlet)
            self.last = self.last if outlet[0] > start else last

    def _stands_before_role(self, texts: list[str]) -> bool:
        """Whether words in front of a role behind a comma are its own and no name: "New York correspondent"."""
        name = " ".join(texts).casefold()
        return bool(texts) and (
            texts[0].casefold() in self.pack.words("byline_role_modifiers")
            or name in self.pack.words("places")
            or name in _regions(self.pack)
        )

    def _without_outlet(self, texts: list[str], words: list[Range]) -> tuple[list[str], list[Range], Range | None]:
        """The piece without the outlet's name at either end."""
        for count in range(min(4, len(texts)), 0, -1):
            tail = " ".join(texts[-count:]).casefold().removeprefix("the ")
            front = re.sub(r"['’]s?$", "", " ".join(texts[:count])).casefold().removeprefix("the ")
            if tail in _outlets(self.pack) and (len(texts) == count or (len(texts) - count > 1 and texts[-count][0].isupper())):
                return texts[:-count], words[:-count], (words[-count][0], words[-1][1])
            if front in _outlets(self.pack) and len(texts) > count:
                last = words[count - 1]
                return texts[count:], words[count:], (words[0][0], last[0] + len(re.sub(r"['’]s?$", "", texts[count - 1])))
        return texts, words, None

    def _author(self, words: list[Range], texts: list[str], role: Range | None = None) -> None:
        """Add a person, if the words can be a person's name."""
        if not words or not self._is_person(texts):
            self.last = ""
            return
        name_end, place = len(words), None
        for count in (3, 2, 1):
            if len(words) - count >= 2 and " ".join(texts[-count:]).casefold() in self.pack.words("places"):  # noqa: PLR2004
                name_end, place = len(words) - count, (words[-count][0], words[-1][1])
                break
        rubric = name_end > 2 and texts[name_end - 1].casefold() in self.pack.words("byline_rubrics")  # noqa: PLR2004
        if rubric:
            name_end = 2
        end = words[name_end - 1][1]
        if texts[name_end - 1].endswith(".") and len(texts[name_end - 1]) > 3:  # noqa: PLR2004 - longer than an initial or "Jr."
            end -= 1
        self.record.authors.append(AuthorRecord(name=(words[0][0], end), role=role, location=place))
        self.last = "role" if role else "name"

    def _is_person(self, texts: list[str]) -> bool:
        particles = self.pack.words("name_particles")
        small = [w for w in texts if w[0].islower()]
        if len(texts) > _MOST_NAME_WORDS or (any(w.casefold() not in particles for w in small) and len(small) < len(texts)):
            return False
        if all(w[0].islower() for w in texts):
            return 2 <= len(texts) <= 3 and not self.record.authors and all(w.isalpha() for w in texts)  # noqa: PLR2004 - "by ann lee"
        first = texts[0].casefold().rstrip(".")
        if first in self.pack.words("weekdays") or (len(texts) == 1 and first in self.pack.words("months")):
            return False
        return any(w[0].isupper() or not w[0].isascii() for w in texts) and any(len(w) > 1 and w[0].isalpha() for w in texts)


@lru_cache(maxsize=32)
def _outlets(pack: LanguagePack) -> frozenset[str]:
    return frozenset(name.casefold().removeprefix("the ") for name in (*pack.words("agencies"), *pack.words("outlets"))) | {"agencies"}


@lru_cache(maxsize=32)
def _acronyms(pack: LanguagePack) -> frozenset[str]:
    """Outlets' names in capitals, which open the names of their departments: BBC Radio Ulster, CNN Politics."""
    return frozenset(name.casefold() for name in pack.words("outlets") if name.isupper() and name.isalpha())


@lru_cache(maxsize=32)
def _regions(pack: LanguagePack) -> frozenset[str]:
    return frozenset(name.casefold().strip(".") for name in pack.words("regions"))


def _words(text: str, start: int, end: int, pack: LanguagePack) -> Iterator[Range]:
    """The words of a piece; where a role is glued to a name ("LeeHealth Editor"), both."""
    titles = pack.words("byline_role_modifiers") | pack.words("byline_roles")
    for match in re.compile(r"\S+").finditer(text, start, end):
        word = match.group()
        glue = re.search(r"(?<=[a-z])(?=[A-Z][a-z]+$)", word)
        if glue and word[glue.start() :].casefold() in titles and len(word[: glue.start()]) > 2:  # noqa: PLR2004 - "McChief" is a name
            yield match.start(), match.start() + glue.start()
            yield match.start() + glue.start(), match.end()
        else:
            yield match.span()


def _role_at(texts: list[str], pack: LanguagePack) -> int | None:
    """Where the role begins with which a piece ends, None if it ends with none."""
    folded = [word.casefold().strip(".,").replace("’", "'") for word in texts]
    i = len(folded)
    while i and folded[i - 1].strip("0123456789-–") == "":
        i -= 1
    if not i or (folded[i - 1] not in pack.words("byline_roles") and " ".join(folded[-3:]) not in pack.words("byline_roles")):
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
    if heads and all(word in known for word in folded[: heads[-1] + 1]) and len(texts) - heads[-1] > 2:  # noqa: PLR2004
        return heads[-1] + 1
    trade = texts[0][0].islower() and folded[0] not in pack.words("name_particles")
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


@lru_cache(maxsize=32)
def _standfirst_patterns(pack: LanguagePack) -> tuple[re.Pattern[str], ...]:
    """Where a sentence names its journalist: met by someone, at its end, at its beginning, and anywhere before a verb of the trade."""
    name = r"(?P<name>[A-Z][\w'’-]+(?:\s+(?:[A-Z]\.|de|De|van|Van|von|Mc|Mac))?(?:\s+[A-Z][\w'’-]+){1,2})"
    verbs = pack.table("byline_verbs")
    every, intransitive = "|".join(verbs), "|".join(verb for verb, object_ in verbs.items() if not object_)
    place = r"(?:\s+from\s+(?P<place>[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)*))?"
    forms = (
        rf"\b(?:talks|speaks|spoke|talked)\s+to\s+{name}(?=\s+(?:about|on|as|in)\b|[.,]|$)",
        rf"\b(?:{intransitive})\s+{name}\s*\.?$",
        rf"\s*{name}(?:\s+(?:{every})\b{place}|(?=,?\s+[a-z]))",
        rf".*\b{name}\s+(?:{every})\b{place}",
    )
    return tuple(map(re.compile, forms))


def _standfirst(text: str, start: int, end: int, pack: LanguagePack) -> BylineRecord | None:
    """The journalist whom a sentence under a headline names: "..., reports Ann Lee", "Ann Lee meets ...", "... talks to Ann Lee"."""
    met, closing, opening, inside = _standfirst_patterns(pack)
    whole = _is_sentence(text, start, end, pack)
    match = met.search(text, start, end) or closing.search(text, start, end)
    match = match or (inside.match(text, start, end) if whole else None) or opening.match(text, start, end)
    if match is None:
        return None
    begin, stop = match.span("name")
    begin += _leading_words(match["name"], pack)
    place = match.span("place") if "place" in match.re.groupindex and match["place"] else None
    return BylineRecord(range=(start, end), authors=[AuthorRecord(name=(begin, stop), location=place)])


def _leading_words(name: str, pack: LanguagePack) -> int:
    """How many characters of a run of capital words in front of a name are not of it."""
    words = name.split()
    titles = pack.words("byline_role_modifiers") | pack.words("byline_roles") | {"here", "but", "and", "now", "as"}
    count = 0
    while len(words) - count > 2 and words[count].casefold() in titles:  # noqa: PLR2004
        count += 1
    return name.index(words[count])
