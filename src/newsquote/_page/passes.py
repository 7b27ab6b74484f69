"""The passes over a page, in order.

In: a text, its lines, a language pack, and the day of publication if it is known. Out: the page as
records: every line with a verdict, and headline, bylines, dateline, paragraphs, credits and related
stories. Why: ``PASSES`` is the room's table of contents, read from top to bottom; each pass asks
judges, who only look, and records what they say.
"""

from __future__ import annotations

import datetime
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import attrs

from newsquote._page.assembly import kind_of_line, note_oddities, page_reading
from newsquote._page.chain.decode import weigh_lines
from newsquote._page.chain.outcome import story_of, weighed_rulings
from newsquote._page.dateline import count_dateline_pieces, read_dateline
from newsquote._page.headline import read_headline
from newsquote._page.headline_choice import find_headline
from newsquote._page.judges import (
    byline_places,
    byline_words,
    notes,
    own_words,
    paragraphs,
    pictures,
    posts,
    promotions,
    stamps,
    subheadlines,
)
from newsquote._page.judges.credits import judge_credit
from newsquote._page.judges.imprint import judge_contact, read_imprint
from newsquote._page.page import Page
from newsquote._page.printed_dates import find_printed_date
from newsquote._page.records import PageReading
from newsquote._page.related_lists.lists import find_related_lists
from newsquote._page.story import find_comments, find_lead
from newsquote._page.verdicts import Judge, Sign, Verdict
from newsquote._page.wrapping import join_wrapped_lines
from newsquote.kinds import BlockRole, CreditKind, NoteCode, ParagraphKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsquote._text import lines
    from newsquote._text.notes import Notes
    from newsquote.lang import LanguagePack

__all__ = ["PASSES", "Pass", "judge_headline", "read_page", "weigh_page"]

_TOP_LINES_OF_PIECES = 100
"""Lines in which a dateline in pieces is looked for."""
_TOP_LINES_OF_STORY = 200
"""Lines in which the first paragraphs are looked for."""
_MAX_LEADS = 4
"""Paragraphs in which a dateline is looked for: corrections may come first."""
_STAMP_LINES_ABOVE, _STAMP_LINES = 3, 11
"""Lines above the headline, and from there on, that may say when the story was published."""
_MAX_KICKER_WORDS = 5
_REACHED = frozenset({BlockRole.CONTACT, BlockRole.SOCIAL})
_ABOUT_STORY = frozenset({BlockRole.TIMESTAMP, BlockRole.BYLINE})
_LEAD_KINDS = frozenset({ParagraphKind.TEXT, ParagraphKind.HEADING})

_SITE = Verdict(BlockRole.NAVIGATION, Judge.SITE_NAME, Sign.HOUSE_ABOVE_HEADLINE)
_KICKER = Verdict(BlockRole.KICKER, Judge.KICKER, Sign.RIGHT_ABOVE_HEADLINE)
_BELOW_COMMENTS = Verdict(BlockRole.OTHER, Judge.COMMENTS, Sign.BELOW_COMMENTS_HEADING)
_COMMENTS = Verdict(BlockRole.OTHER, Judge.COMMENTS, Sign.COMMENTS_HEADING)
_DATELINE_ALONE = Verdict(BlockRole.BODY, Judge.DATELINE, Sign.DATELINE_ALONE)


class Pass(NamedTuple):
    """A pass over the page."""

    name: str
    """What it decides, in a few words."""
    carry_out: Callable[[Page], None]
    judges: tuple[Judge, ...]
    """Whose verdicts it records."""


def read_page(
    text: str,
    raw_lines: Sequence[lines.RawLine],
    pack: LanguagePack,
    notes_taken: Notes,
    published: datetime.date | datetime.datetime | None,
) -> PageReading:
    """The page of a text.

    :param raw_lines: its lines that are not blank.
    :param notes_taken: takes what is odd about the page.
    :param published: when it was published, if the caller knows; dates without a year are read
        near it.
    """
    if not raw_lines:
        notes_taken.add_note(NoteCode.NO_TEXT, None, "the text is empty")
        return PageReading()
    near = published.date() if isinstance(published, datetime.datetime) else published
    page = Page(text, join_wrapped_lines(text, raw_lines), pack, near)
    for one in PASSES:
        one.carry_out(page)
    note_oddities(page, notes_taken)
    return page_reading(page)


# ---------------------------------------------------------------- the passes


def _join_dateline_pieces(page: Page) -> None:
    """Join a dateline whose pieces stand on lines of their own with the paragraph below it."""
    for i in range(min(len(page.lines), _TOP_LINES_OF_PIECES) - 1, 1, -1):
        count = count_dateline_pieces(page.lines, i, page.pack)
        if count:
            page.join_lines(i - count, i)
            return


def _judge_byline_words(page: Page) -> None:
    page.judge_all(byline_words.judge_byline_words(page.lines, page.pack))


def _judge_own_words(page: Page) -> None:
    """Judge each line by its own words; credits, rights and addresses are read, too."""
    pack = page.pack
    for line in page.lines:
        if line.role is not None or not own_words.may_be_told_by_words(line):
            continue
        credit = judge_credit(line, pack)
        if credit is not None:
            page.judge(line, credit.verdict)
            page.credits.append(credit.record)
            continue
        verdict = own_words.judge_own_words(line, pack)
        if verdict is None:
            continue
        page.judge(line, verdict)
        reached = verdict.role in _REACHED and judge_contact(line, pack) is not None
        if reached or verdict.role is BlockRole.COPYRIGHT:
            page.credits.append(read_imprint(line, verdict.role, pack))


def _judge_posts(page: Page) -> None:
    page.judge_all(posts.judge_posts(page.lines))


def _judge_beside_offers(page: Page) -> None:
    """Take the lines beside an offer for more of it, downwards, then upwards."""
    for in_order in (page.lines, page.lines[::-1]):
        for neighbour, line in pairwise(in_order):
            verdict = promotions.judge_beside_offer(line, neighbour, page.pack)
            if verdict is not None:
                page.judge(line, verdict)


def judge_headline(page: Page) -> None:
    found = find_headline(page.lines, find_lead(page.lines, page.pack), page.pack)
    if found is None:
        return
    line = page.lines[found.line_index]
    page.headline_index = found.line_index
    page.headline = read_headline(line, page.pack)
    page.judge(line, found.verdict)


def _judge_site_names(page: Page) -> None:
    """Take houses' names above the headline for the site's: they are neither byline nor credit."""
    agencies = {
        credit.range.start for credit in page.credits if credit.kind is CreditKind.WIRE_SIGN
    }
    sites = set()
    for line in page.above_headline:
        if line.role is BlockRole.CREDIT and line.start in agencies:
            page.judge(line, _SITE)
            sites.add(line.start)
            continue
        verdict = byline_places.judge_house_above_headline(line, page.pack)
        if verdict is not None:
            page.judge(line, verdict)
    page.credits = [credit for credit in page.credits if credit.range.start not in sites]


def _judge_pictures(page: Page) -> None:
    page.judge_all(pictures.judge_beside_pictures(page.lines, page.below_headline, page.pack))


def _find_lead(page: Page) -> None:
    """Say where the running text begins, now that the headline and captions are known."""
    page.lead = find_lead(page.lines, page.pack, page.below_headline)


def _judge_byline_places(page: Page) -> None:
    found = byline_places.find_bylines(page.lines, page.headline_index, page.lead, page.pack)
    page.judge_all(found.rulings)
    page.bylines = found.records


def _judge_biographies(page: Page) -> None:
    """Take the lines below the lead that say who an author is for notes."""
    authors = {
        page.text[slice(*author.name)].casefold()
        for byline in page.bylines
        for author in byline.authors
    }
    for line in page.lines[page.lead + 1 :]:
        verdict = notes.judge_biography(line, authors) if line.role is None else None
        if verdict is not None:
            page.judge(line, verdict)


def _judge_desk_notes(page: Page) -> None:
    """Take what stands below the heading of notes for editors for notes."""
    page.judge_all(notes.judge_desk_notes(page.lines[page.lead + 1 :], page.pack))


def weigh_page(page: Page) -> None:
    """Weigh all lines together: where the story begins and ends, and what no judge could tell."""
    found = weigh_lines(page.lines, page.headline_index, page.pack)
    page.story = story_of(found)
    for line, weighed in zip(page.lines, found, strict=True):
        line.weighed = weighed
        if line.role is not None and weighed.state.is_of_story:
            page.withdraw(line)


def _judge_related_lists(page: Page) -> None:
    for found in find_related_lists(page.lines, page.below_headline, page.story, page.pack):
        page.judge_all(found.rulings)
        if found.record is not None:
            page.related.append(found.record)


def _judge_kicker(page: Page) -> None:
    """Take a short line right above the headline for its kicker."""
    for line in page.above_headline[-1:]:
        if line.role is None and line.word_count <= _MAX_KICKER_WORDS and not line.ends_sentence:
            page.judge(line, _KICKER)


def _judge_comments(page: Page) -> None:
    """Take readers' comments and their heading from the story."""
    comments = find_comments(page.lines, page.lead)
    if comments is None:
        return
    page.judge(page.lines[comments], _COMMENTS)
    for line in page.lines[comments + 1 :]:
        if line.role is None:
            page.judge(line, _BELOW_COMMENTS)


def _judge_subheadlines(page: Page) -> None:
    """Judge the lines that a byline or a stamp parts from the story."""
    if page.headline_index is not None:
        page.judge_all(subheadlines.judge_subheadlines(page.lines, page.headline_index, page.lead))


def _judge_by_weights(page: Page) -> None:
    """Give the lines that no judge took, and that are not the story's, what they weigh most for."""
    page.judge_all(weighed_rulings(page.lines))
    if page.headline is None:
        return
    for line in page.lines[page.below_headline : page.below_headline + 2]:
        if line.role is BlockRole.SUBHEADLINE:
            page.headline = attrs.evolve(page.headline, subheadline=line.chars)
            return


def _judge_paragraphs(page: Page) -> None:
    """Judge what is left: it is the story's."""
    members = [i for i, line in enumerate(page.lines) if line.role is None]
    page.judge_all(paragraphs.judge_paragraphs(page.lines, members))


def _find_printed_date(page: Page) -> None:
    """Read when the story was published.

    A stamp or a byline near the headline says it, or a stamp below that says what it is.
    """
    first = max(0, (page.headline_index or 0) - _STAMP_LINES_ABOVE)
    for line in page.lines[first : min(page.lead + 1, first + _STAMP_LINES)]:
        if line.role in _ABOUT_STORY:
            page.printed_date = find_printed_date(line, page.pack)
            if page.printed_date is not None:
                return
    for line in page.lines[page.lead + 1 :]:
        if line.role is BlockRole.TIMESTAMP and stamps.says_what_it_stamps(line, page.pack):
            page.printed_date = find_printed_date(line, page.pack)
            if page.printed_date is not None:
                return


def _find_dateline(page: Page) -> None:
    """Read the dateline of the first paragraphs.

    One that stands alone on its line is joined with the paragraph below it.
    """
    near = page.near or page.printed_date
    for i in _lead_paragraphs(page):
        line = page.lines[i]
        found = read_dateline(line, page.pack, near)
        if found is None:
            continue
        page.dateline = found
        alone = found.range.end >= line.end and i + 1 < len(page.lines)
        if alone and kind_of_line(page.lines[i + 1]) is ParagraphKind.TEXT:
            page.judge(page.join_lines(i, i + 1), _DATELINE_ALONE)
        return


def _lead_paragraphs(page: Page) -> list[int]:
    top = enumerate(page.lines[:_TOP_LINES_OF_STORY])
    leads = [i for i, line in top if kind_of_line(line) in _LEAD_KINDS]
    return leads[:_MAX_LEADS]


PASSES: tuple[Pass, ...] = (
    Pass("A dateline in pieces", _join_dateline_pieces, ()),
    Pass("Bylines by their words", _judge_byline_words, (Judge.BYLINE_WORDS,)),
    Pass(
        "Lines by their own words",
        _judge_own_words,
        (
            Judge.CREDIT,
            Judge.WITHOUT_WORDS,
            Judge.LISTED_PHRASE,
            Judge.COPYRIGHT,
            Judge.EDITORS_NOTE,
            Judge.CAPTION,
            Judge.STAMP,
            Judge.ADDRESS,
            Judge.CONTACT,
            Judge.OFFER,
        ),
    ),
    Pass("Signed posts", _judge_posts, (Judge.POST,)),
    Pass("Lines beside offers", _judge_beside_offers, (Judge.BESIDE_OFFER,)),
    Pass("The headline", judge_headline, (Judge.HEADLINE,)),
    Pass("The site's name above it", _judge_site_names, (Judge.SITE_NAME,)),
    Pass("Lines beside pictures", _judge_pictures, (Judge.PICTURE,)),
    Pass("Where the story begins", _find_lead, ()),
    Pass("Bylines by their place", _judge_byline_places, (Judge.BYLINE_PLACE,)),
    Pass("Notes on authors", _judge_biographies, (Judge.BIOGRAPHY,)),
    Pass("Notes to editors", _judge_desk_notes, (Judge.DESK_HEADING,)),
    Pass("The kicker", _judge_kicker, (Judge.KICKER,)),
    Pass("Subheadlines", _judge_subheadlines, (Judge.SUBHEADLINE,)),
    Pass("Readers' comments", _judge_comments, (Judge.COMMENTS,)),
    Pass("All lines together", weigh_page, ()),
    Pass("Related stories", _judge_related_lists, (Judge.RELATED_TITLE, Judge.RELATED_LIST)),
    Pass("What is left beside the story", _judge_by_weights, (Judge.LINE_WEIGHTS,)),
    Pass("Paragraphs", _judge_paragraphs, (Judge.PARAGRAPH,)),
    Pass("The day of publication", _find_printed_date, ()),
    Pass("The dateline", _find_dateline, (Judge.DATELINE,)),
)
"""Everything that is done with a page, in order."""
