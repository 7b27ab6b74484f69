"""Whether datelines, bylines, paragraphs, related stories and the roles of lines are right.

In: gold and predicted values of the JSON form. Out: counts. Why: one place defines what a right
part of a page is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsquote._scoring.form import common, date_key, fold, key, slice_of, span_of
from newsquote._scoring.letters import overlaps
from newsquote._scoring.tallies import Overlap, Share

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from newsquote._scoring.form import Json

NOT_BODY = frozenset(("heading", "caption"))
WORD = re.compile(r"\w+")


class DatelineTask:
    """What is right in datelines.

    ``is_dateline``: right yes / no answers, with the share among the true ones (``found``) and the
    others (``refused``); ``place``, ``date``, ``agency`` and all three (``exact``) as shares of the
    true ones. A date is right if it has the same month and day, however written.
    """

    METRICS = ("is_dateline", "found", "refused", "place", "date", "agency", "exact")

    def __init__(self) -> None:
        self.shares = {metric: Share() for metric in self.METRICS}

    def score(self, gold: Json | None, dateline: Json | None) -> None:
        """One text; None where there is no dateline."""
        is_found = dateline is not None
        self.shares["is_dateline"].add(is_found == (gold is not None))
        if gold is None:
            self.shares["refused"].add(not is_found)
            return
        found = dateline or {}
        right = {
            "place": key(found.get("place")) == key(gold.get("place")),
            "agency": key(found.get("agency")) == key(gold.get("agency")),
            "date": _date(found) == _date(gold),
        }
        self.shares["found"].add(is_found)
        for metric, same in right.items():
            self.shares[metric].add(is_found and same)
        self.shares["exact"].add(is_found and all(right.values()))

    def scores(self) -> Json:
        """The shares by measure."""
        return {metric: share.result() for metric, share in self.shares.items()}


def _date(dateline: Json) -> tuple[int, int] | str:
    return date_key(dateline.get("date_text") or dateline.get("date"))


def author_names(byline: Json | None) -> set[str]:
    """The keys of the authors."""
    return {key(author.get("name")) for author in _authors(byline)} - {""}


def agency_names(byline: Json | None) -> set[str]:
    """The keys of the agencies and affiliations."""
    agencies = (byline or {}).get("agencies") or ()
    affiliations = [author.get("affiliation") for author in _authors(byline)]
    return {key(name) for name in (*agencies, *affiliations)} - {""}


def _authors(byline: Json | None) -> Collection[Json]:
    return (byline or {}).get("authors") or ()


def found_names(gold: set[str], *bylines: Json | None) -> set[str]:
    """The predicted authors.

    An agency is one if the gold has it as one, and else does not count.
    """
    nobody: set[str] = set()
    authors = nobody.union(*map(author_names, bylines))
    agencies = nobody.union(*map(agency_names, bylines))
    return authors | (gold & agencies)


class BylineTask:
    """What is right in bylines.

    ``names`` P/R/F1 of the set of author names; ``exact`` share of bylines with just the right set;
    ``role``, ``location``, ``email`` shares of the gold authors that have that field (an author who
    is not found has none); ``agency`` share of the gold agencies found among the predicted agencies
    and affiliations.
    """

    FIELDS = ("role", "location", "email")

    def __init__(self) -> None:
        self.names, self.exact, self.agency = Overlap(), Share(), Share()
        self.fields = {field: Share() for field in self.FIELDS}

    def score(self, gold: Json, byline: Json | None) -> None:
        """One byline, or all of an article as one."""
        wanted = {key(author["name"]) for author in _authors(gold)}
        found = found_names(wanted, byline)
        self.names.add_bags(wanted, found)
        self.exact.add(wanted == found)
        by_name = {key(author.get("name")): author for author in _authors(byline)}
        for person in _authors(gold):
            self._score_fields(person, by_name.get(key(person["name"]), {}))
        agencies = agency_names(byline)
        for agency in gold.get("agencies") or ():
            self.agency.add(key(agency) in agencies)

    def _score_fields(self, gold: Json, author: Json) -> None:
        for field, share in self.fields.items():
            if gold.get(field):
                share.add(key(author.get(field)) == key(gold[field]))

    def scores(self) -> Json:
        """The counts; fields that no gold author has are left out."""
        shares = {**self.fields, "agency": self.agency}
        return {
            "names": self.names.result(),
            "exact": self.exact.result(),
            **{field: share.result() for field, share in shares.items() if share.of},
        }


class BodyTask:
    """P/R/F1 of folded paragraphs (``paragraphs``) and of the words in them (``words``)."""

    def __init__(self) -> None:
        self.paragraphs, self.words = Overlap(), Overlap()

    def score(self, gold: Iterable[str], found: Iterable[str], dateline: str = "") -> None:
        """One article's paragraphs, folded; a dateline in front of one makes no difference."""
        wanted = [without_dateline(paragraph, dateline) for paragraph in gold]
        given = [without_dateline(paragraph, dateline) for paragraph in found]
        self.paragraphs.add_bags(wanted, given)
        self.words.add_bags(_words(wanted), _words(given))

    def scores(self) -> Json:
        """Both counts."""
        return {"paragraphs": self.paragraphs.result(), "words": self.words.result()}


def _words(paragraphs: Iterable[str]) -> list[str]:
    return [word for paragraph in paragraphs for word in WORD.findall(paragraph.casefold())]


def without_dateline(paragraph: str, dateline: str) -> str:
    """A folded paragraph without the dateline in front."""
    if dateline and paragraph.startswith(dateline):
        return paragraph[len(dateline) :].lstrip(" -:")
    return paragraph


def body_paragraphs(article: Json, text: str, ignored: Collection[str] = ()) -> list[str]:
    """The body paragraphs, folded, without headings and captions."""
    body = [p for p in article.get("paragraphs") or () if p.get("kind") not in NOT_BODY]
    folded = [fold(slice_of(paragraph, text)) for paragraph in body]
    return [paragraph for paragraph in folded if paragraph and paragraph not in ignored]


def related_items(article: Json) -> list[Json]:
    """The related stories of all lists."""
    return [item for block in article.get("related") or () for item in block.get("items") or ()]


def credit_at(article: Json, text: str, span: tuple[int, int]) -> Json | None:
    """The credit that covers half of a span, or None."""
    lines: list[Json] = article.get("credits") or []
    for credit in lines:
        if 2 * common(span_of(credit, text), span) >= span[1] - span[0]:
            return credit
    return None


def roles_at(article: Json, text: str, spans: Sequence[tuple[int, int]]) -> list[str | None]:
    """For each of some spans the role of the block that covers most of it, or None."""
    blocks: list[Json] = article.get("blocks") or []
    common = overlaps([(span,) for span in spans], [(span_of(one, text),) for one in blocks])
    roles: list[str | None] = [None] * len(spans)
    most = [0] * len(spans)
    for (n, block), covered in sorted(common.items()):
        if covered > most[n]:
            roles[n], most[n] = blocks[block].get("role"), covered
    return roles


def role_at(article: Json, text: str, span: tuple[int, int]) -> str | None:
    """The role of the block that covers most of a span, or None."""
    blocks: list[Json] = article.get("blocks") or []
    best, most = None, 0
    for block in blocks:
        covered = common(span_of(block, text), span)
        if covered > most:
            best, most = block, covered
    return None if best is None else best.get("role")
