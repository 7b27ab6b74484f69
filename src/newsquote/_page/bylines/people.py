"""A stretch that lists people -> who stands in it.

In: a stretch of a line that lists people. Out: its authors, each with role, affiliation, place and
addresses as printed, and its agencies. Why: each piece of such a list is a person, a role, a place,
an outlet or nothing, by the words it is made of and by what stood before it. Lines that are bylines
and lists inside credits are read alike.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsquote._page.bylines import houses, names, words
from newsquote._page.bylines.authors import ListedAuthor, People, PieceKind
from newsquote._page.bylines.likeness import Likeness, likeness_of
from newsquote._page.bylines.pieces import Before, split_pieces, stamp_start, strip_edges
from newsquote._text.ranges import Chars

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._page.bylines.pieces import Piece
    from newsquote._page.bylines.words import PieceWords
    from newsquote._page.line import Stretch
    from newsquote.lang import LanguagePack

__all__ = ["People", "read_people"]

_MAX_PLACE_WORDS = 2
"""Words of a place that stands behind an agency with nothing but a comma: "AFP, MANILA"."""


def read_people(stretch: Stretch, pack: LanguagePack) -> People:
    """The persons and agencies in a stretch that is a list of them, without any opening."""
    reader = _ListReader(stretch.full_text, pack)
    reader.take_all(stretch)
    return People(tuple(author.finished() for author in reader.authors), tuple(reader.agencies))


@cache
def _capital() -> re.Pattern[str]:
    return re.compile(r"[A-Z]")


class _ListReader:
    """Takes the pieces of a list one by one; authors and agencies grow on the way."""

    def __init__(self, full_text: str, pack: LanguagePack) -> None:
        self.full_text, self.pack = full_text, pack
        self.authors: list[ListedAuthor] = []
        self.agencies: list[Chars] = []
        self.last = PieceKind.NOTHING
        """What the piece before was."""

    @property
    def author(self) -> ListedAuthor | None:
        """The author before the present piece."""
        return self.authors[-1] if self.authors else None

    def take_all(self, stretch: Stretch) -> None:
        """Take every piece of a list."""
        bare = stretch.between(*strip_edges(self.full_text, stretch.start, stretch.end))
        desk = houses.find_desk(bare, self.pack)
        if desk is not None:
            self._take_outlet(None, desk.chars)
            stretch = stretch.between(desk.end, stretch.end)
        for cut in split_pieces(stretch):
            if cut.before is Before.ADDRESS:
                self._take_address(cut)
                continue
            piece = self._without_stamp(stretch.between(*strip_edges(self.full_text, *cut[1:])))
            if piece.start < piece.end and not piece.text.isspace():
                self._take_piece(cut.before, piece)

    def _without_stamp(self, piece: Stretch) -> Stretch:
        """A piece without the date or time at its end, if it is no outlet and no role."""
        stamp = stamp_start(self.full_text, piece.start, piece.end, self.pack)
        if stamp is None or self._is_outlet(piece) or self._ends_as_role(piece):
            return piece
        return piece.between(piece.start, strip_edges(self.full_text, piece.start, stamp)[1])

    def _is_outlet(self, piece: Stretch) -> bool:
        return houses.is_outlet(piece, self.pack, behind_author=bool(self.authors))

    def _ends_as_role(self, piece: Stretch) -> bool:
        return words.find_role(piece.text.split(), self.pack) is not None

    def _take_piece(self, before: Before, piece: Stretch) -> None:
        author = self.author
        if words.is_aside(piece.text.split(), self.pack):
            return
        skipped = before in {Before.ON, Before.PICTURES}
        if not skipped and author is not None and self._says_more(author, before, piece):
            return
        if skipped or (before is Before.OPEN and author is None):
            self.last = PieceKind.NOTHING
        elif before is Before.IN and not self._is_outlet(piece):
            self._take_place(author, piece)
        elif before is Before.FOR:
            self._take_outlet(author, piece.chars)
        elif self._is_outlet(piece) or houses.is_desk(piece, self.pack):
            others = before in {Before.AND, Before.FILES}
            self._take_outlet(None if others else author, piece.chars)
        elif self._goes_on_with_place(before, piece):
            self._take_place(author, piece, goes_on=True)
        else:
            self._take_name_or_role(author, before, piece)

    def _says_more(self, author: ListedAuthor, before: Before, piece: Stretch) -> bool:
        """Take a piece that only says where the author before it works, or what they are."""
        texts = piece.text.split()
        if before is Before.SLASH and self._is_house_behind_slash(piece):
            author.affiliation = author.affiliation or piece.chars
            self.last = PieceKind.OUTLET
            return True
        listed = before in {Before.IN, Before.COMMA} and not author.affiliation
        if listed and houses.is_organisation(texts, self.pack):
            author.affiliation = piece.chars
            self.last = PieceKind.OUTLET
            return True
        if before not in {Before.COMMA, Before.OPEN}:
            return False
        if self._is_suffix(author, texts):
            return True
        if words.is_role_with_field(texts, self.pack):
            self._take_role(author, piece.chars)
            return True
        if houses.is_desk(piece, self.pack) and self._ends_as_role(piece):
            self._take_name_or_role(author, before, piece)
            return True
        return False

    def _is_house_behind_slash(self, piece: Stretch) -> bool:
        """Whether what follows a slash is a house, and no place or person: "Ann Lee/Reuters"."""
        if self._ends_as_role(piece) or self._is_known_place(piece):
            return False
        texts = piece.text.split()
        return len(texts) == 1 or self._is_outlet(piece)

    def _is_suffix(self, author: ListedAuthor, texts: Sequence[str]) -> bool:
        """Whether a piece is a degree: "MD" behind a name, but not "Md." behind a town."""
        if not words.is_name_suffix(texts, self.pack):
            return False
        if self.last is not PieceKind.PLACE:
            in_capitals = " ".join(texts).replace(".", "").isupper()
            return in_capitals or not self._is_known_name_of_place(" ".join(texts))
        start = author.name.start
        title = self.full_text[start : start + len("dr.")].casefold().rstrip(".")
        return title == "dr"

    def _is_known_place(self, piece: Stretch) -> bool:
        return self._is_known_name_of_place(piece.text)

    def _is_known_name_of_place(self, name: str) -> bool:
        folded = name.casefold().strip(".")
        return folded in self.pack.words("places") or folded in words.region_names(self.pack)

    def _goes_on_with_place(self, before: Before, piece: Stretch) -> bool:
        """Whether a piece behind a place, an outlet or an author is a place."""
        texts = piece.text.split()
        if not self.authors or before not in {Before.COMMA, Before.AND}:
            behind_house = self.last in {PieceKind.PLACE, PieceKind.OUTLET}
            return not self.authors and behind_house and len(texts) <= _MAX_PLACE_WORDS
        if self._ends_as_role(piece):
            return False
        known = self._is_known_place(piece)
        small, single = texts[0][0].islower(), len(texts) == 1
        if self.last is PieceKind.PLACE:
            return known or single or small
        if before is not Before.COMMA or small:
            return False
        if known:
            return True
        if self.last is PieceKind.OUTLET:
            return True
        return single and texts[0][0].isupper() and self._have_full_names()

    def _have_full_names(self) -> bool:
        """Whether all authors until now have a first and a last name."""
        return all(" " in self.full_text[slice(*author.name)] for author in self.authors)

    def _take_address(self, cut: Piece) -> None:
        author = self.author
        if author is None:
            return
        address = Chars(cut.start, cut.end)
        if self.full_text[cut.start] == "@":
            author.handle = author.handle or address
        elif "@" in self.full_text[cut.start : cut.end]:
            author.email = author.email or address

    def _take_place(
        self, author: ListedAuthor | None, piece: Stretch, *, goes_on: bool = False
    ) -> None:
        self.last = PieceKind.PLACE
        if author is None:
            return
        if author.location and not goes_on:
            return
        start = piece.start
        if author.location is not None:
            start = author.location.start
        elif not piece.text[0].isupper() and not self.full_text.startswith("the ", start):
            capital = piece.search(_capital())
            if capital is None:
                return
        author.location = Chars(start, piece.end)

    def _take_outlet(self, author: ListedAuthor | None, house: Chars) -> None:
        self.last = PieceKind.OUTLET
        if author is None or author.affiliation:
            self.agencies.append(house)
        else:
            author.affiliation = house

    def _take_role(self, author: ListedAuthor, role: Chars) -> None:
        """Give an author a role; one in the plural is that of those before, too."""
        self.last = PieceKind.ROLE
        author.role = author.role or role
        if not words.is_plural_role(self.full_text[slice(*role)].split()[-1], self.pack):
            return
        for other in reversed(self.authors[:-1]):
            if other.role or other.affiliation or other.location:
                break
            other.role = role

    def _take_name_or_role(
        self, author: ListedAuthor | None, before: Before, piece: Stretch
    ) -> None:
        """Take names, roles or both: "Ann Lee Health Editor", "AP writer Ann Lee"."""
        rest, house = houses.cut_house(words.split_words(piece, self.pack), self.pack)
        if not rest.texts:
            if house is not None:
                self._take_outlet(author, house)
            return
        role = words.find_role(rest.texts, self.pack)
        if role and author is None and self._is_named_desk(rest.texts):
            self._take_outlet(None, rest.hull())
            return
        if role and house is None and self._is_house_with_role(author, before, rest.part(0, role)):
            self._take_outlet(author, rest.hull(0, role))
            if author is not None:
                self._take_role(author, rest.hull(role))
            return
        self._take_person(author, before, rest, role, house)

    def _take_person(
        self,
        author: ListedAuthor | None,
        before: Before,
        rest: PieceWords,
        role: int | None,
        house: Chars | None,
    ) -> None:
        """Take a name, a role or both, and the house that was cut off them.

        :param role: where the role among the words begins, if they have one.
        """
        begin = rest.ranges[0].start
        if role is None:
            self._take_name_behind_role(rest)
        elif author is not None and not _opens_with_name(rest, role, before, self.pack):
            self._take_role(author, rest.hull())
        elif role > 0:
            house = self._take_name_before_role(rest, role, house)
        if house is not None:
            kind = self.last
            self._take_outlet(self.author, house)
            if house.start < begin:
                self.last = kind

    def _is_house_with_role(
        self, author: ListedAuthor | None, before: Before, name: PieceWords
    ) -> bool:
        """Whether what stands before a role is the house: "Orla Courier Staff Writer"."""
        if author is not None and before in {Before.AND, Before.SEMICOLON, Before.LABEL}:
            return False
        return houses.is_made_of_outlet_words(name.texts, self.pack)

    def _is_named_desk(self, texts: Sequence[str]) -> bool:
        """Whether words are a desk with the house's name before it: "BWW News Desk"."""
        if not words.is_desk_word(texts[-1]) or len(texts) == 1:
            return False
        return likeness_of(tuple(texts[:2]), self.pack) is Likeness.NONE

    def _take_name_behind_role(self, rest: PieceWords) -> None:
        """Take a name with the role before it, if there is one: "chef Bo Ek"."""
        if rest.texts[0] == "the" and len(rest.texts) > 1 and self._is_title(rest.texts[1]):
            rest = rest.part(1)
        count = words.count_leading_role_words(rest.texts, self.pack)
        self._take_author(rest.part(count), rest.hull(0, count) if count else None)

    def _is_title(self, word: str) -> bool:
        return word.casefold().strip(".") in self.pack.words("titles")

    def _take_name_before_role(
        self, rest: PieceWords, role: int, house: Chars | None
    ) -> Chars | None:
        """Take a name with the role behind it; where the house between or beside them stands."""
        role += houses.find_house_at(rest.texts, role, self.pack)
        between = houses.find_house_at_end(rest.texts[:role], self.pack)
        if between and house is None:
            self._take_author(rest.part(0, role - between), rest.hull(role))
            return rest.hull(role - between, role)
        name_end = words.find_name_end(rest.texts, role, self.pack)
        name_end -= names.count_place_words(rest.texts[:name_end], self.pack)
        self._take_author(rest.part(0, name_end), rest.hull(name_end))
        return house

    def _take_author(self, name_words: PieceWords, role: Chars | None) -> None:
        """Take a person, if the words can be a person's name."""
        texts = name_words.texts
        opens_list = not self.authors
        if not texts or not names.is_person_name(texts, self.pack, opens_list=opens_list):
            self.last = PieceKind.NOTHING
            return
        name, place = names.read_name(name_words, self.pack)
        author = ListedAuthor(name, None, place)
        self.authors.append(author)
        self.last = PieceKind.NAME
        if role is not None:
            self._take_role(author, role)


def _opens_with_name(rest: PieceWords, role: int, before: Before, pack: LanguagePack) -> bool:
    """Whether what stands before a role, behind another author, is the name of the next one."""
    if before is Before.COMMA and words.opens_as_role(rest.texts[:role], pack):
        return False
    return role > 1 or (role == 1 and before is Before.AND)
