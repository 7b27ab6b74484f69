"""Whether datelines, bylines, paragraphs, related stories and the roles of lines are right.

In: gold and predicted values of the JSON form. Out: counts. Why: one place defines what a right part of a page is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from newsquote._scoring.form import common, date_key, fold, key, slice_of, span_of
from newsquote._scoring.tallies import Overlap, Share

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from newsquote._scoring.form import Json

NOT_BODY = frozenset(("heading", "caption"))
WORD = re.compile(r"\w+")


class DatelineTask:
    """``is_dateline``: right yes / no answers, with the share among the true ones (``found``) and the others (``refused``); ``place``, ``date``,
    ``agency`` and all three (``exact``) as shares of the true ones. A date is right if it has the same month and day, however written.
    """  # noqa: D205 - a list of measures

    METRICS = ("is_dateline", "found", "refused", "place", "date", "agency", "exact")

    def __init__(self) -> None:
        self.shares = {m: Share() for m in self.METRICS}

    def add(self, gold: Json | None, dateline: Json | None) -> None:
        """One text; None where there is no dateline."""
        self.shares["is_dateline"].add((dateline is not None) == (gold is not None))
        if gold is None:
            self.shares["refused"].add(dateline is None)
            return
        found = dateline or {}
        right = {
            "place": key(found.get("place")) == key(gold.get("place")),
            "agency": key(found.get("agency")) == key(gold.get("agency")),
            "date": _date(found) == _date(gold),
        }
        self.shares["found"].add(dateline is not None)
        for m, same in right.items():
            self.shares[m].add(dateline is not None and same)
        self.shares["exact"].add(dateline is not None and all(right.values()))

    def result(self) -> Json:
        """The shares by measure."""
        return {m: share.result() for m, share in self.shares.items()}


def _date(dateline: Json) -> tuple[int, int] | str:
    return date_key(dateline.get("date_text") or dateline.get("date"))


def author_names(byline: Json | None) -> set[str]:
    """The keys of the authors."""
    return {
        key(author.get("name"))
        for author in (byline or {}).get("authors") or ()
        if key(author.get("name"))
    }


def agency_names(byline: Json | None) -> set[str]:
    """The keys of the agencies and affiliations."""
    byline = byline or {}
    found = [
        *(byline.get("agencies") or ()),
        *(author.get("affiliation") for author in byline.get("authors") or ()),
    ]
    return {key(name) for name in found if key(name)}


def found_names(gold: set[str], *bylines: Json | None) -> set[str]:
    """The predicted authors; an agency is one if the gold has it as one, and else does not count."""
    empty: set[str] = set()
    return empty.union(*map(author_names, bylines)) | (
        gold & empty.union(*map(agency_names, bylines))
    )


class BylineTask:
    """``names`` P/R/F1 of the set of author names; ``exact`` share of bylines with just the right set; ``role``, ``location``, ``email`` shares
    of the gold authors that have that field (an author who is not found has none); ``agency`` share of the gold agencies found among the
    predicted agencies and affiliations.
    """  # noqa: D205 - a list of measures

    FIELDS = ("role", "location", "email")

    def __init__(self) -> None:
        self.names, self.exact, self.agency = Overlap(), Share(), Share()
        self.fields = {field: Share() for field in self.FIELDS}

    def add(self, gold: Json, byline: Json | None) -> None:
        """One byline, or all of an article as one."""
        wanted = {key(author["name"]) for author in gold.get("authors") or ()}
        found = found_names(wanted, byline)
        self.names.add_bags(wanted, found)
        self.exact.add(wanted == found)
        authors = {
            key(author.get("name")): author for author in (byline or {}).get("authors") or ()
        }
        for person in gold.get("authors") or ():
            author = authors.get(key(person["name"]), {})
            for field, share in self.fields.items():
                if person.get(field):
                    share.add(key(author.get(field)) == key(person[field]))
        for agency in gold.get("agencies") or ():
            self.agency.add(key(agency) in agency_names(byline))

    def result(self) -> Json:
        """The counts; fields that no gold author has are left out."""
        out: dict[str, Any] = {"names": self.names.result(), "exact": self.exact.result()}
        out.update(
            {
                field: share.result()
                for field, share in {**self.fields, "agency": self.agency}.items()
                if share.of
            }
        )
        return out


class BodyTask:
    """P/R/F1 of folded paragraphs (``paragraphs``) and of the words in them (``words``)."""

    def __init__(self) -> None:
        self.paragraphs, self.words = Overlap(), Overlap()

    def add(self, gold: Iterable[str], found: Iterable[str], dateline: str = "") -> None:
        """One article's paragraphs, folded; a dateline in front of one makes no difference."""
        wanted, given = (
            [without_dateline(paragraph, dateline) for paragraph in side] for side in (gold, found)
        )
        self.paragraphs.add_bags(wanted, given)
        self.words.add_bags(
            *(
                [word for p in side for word in WORD.findall(p.casefold())]
                for side in (wanted, given)
            )
        )

    def result(self) -> Json:
        """Both counts."""
        return {"paragraphs": self.paragraphs.result(), "words": self.words.result()}


def without_dateline(paragraph: str, dateline: str) -> str:
    """A folded paragraph without the dateline in front."""
    return (
        paragraph[len(dateline) :].lstrip(" -:")
        if dateline and paragraph.startswith(dateline)
        else paragraph
    )


def body_paragraphs(article: Json, text: str, ignored: Collection[str] = ()) -> list[str]:
    """The body paragraphs, folded, without headings and captions."""
    found = (
        fold(slice_of(p, text))
        for p in article.get("paragraphs") or ()
        if p.get("kind") not in NOT_BODY
    )
    return [p for p in found if p and p not in ignored]


def related_items(article: Json) -> list[Json]:
    """The related stories of all lists."""
    return [item for block in article.get("related") or () for item in block.get("items") or ()]


def credit_at(article: Json, text: str, span: tuple[int, int]) -> Json | None:
    """The credit that covers half of a span, or None."""
    return next(
        (
            c
            for c in article.get("credits") or ()
            if 2 * common(span_of(c, text), span) >= span[1] - span[0]
        ),
        None,
    )


def role_at(article: Json, text: str, span: tuple[int, int]) -> str | None:
    """The role of the block that covers most of a span, or None."""
    best = max(
        article.get("blocks") or (), key=lambda b: common(span_of(b, text), span), default=None
    )
    return best.get("role") if best is not None and common(span_of(best, text), span) else None
