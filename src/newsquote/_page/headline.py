"""The lines of a page -> the headline.

In: the lines of a page, those that their own words tell with a verdict. Out: which line is the
headline, and its parts: the kicker before it and the outlet's name behind it are cut off. Why: the
headline is the first line as a rule, but on web pages menus, rubrics and stamps stand above it;
there it is the line whose words come back in the story.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsquote._page.bylines.forms import is_name_line
from newsquote._page.dateline import read_dateline
from newsquote._page.phrases import house_names, listed_phrases
from newsquote._page.printed_dates import find_printed_date
from newsquote._page.records import HeadlineRecord
from newsquote._page.verdicts import Judge, Sign, Verdict
from newsquote._text import sentences, tokens
from newsquote._text.ranges import Chars
from newsquote.kinds import BlockRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._page.line import Line, Stretch
    from newsquote.lang import LanguagePack

__all__ = ["FoundHeadline", "find_headline", "read_headline"]

_TOP_LINES = 300
"""Lines in which a headline is looked for."""
_MAX_HEADLINE_WORDS = 40
_MAX_WORDS_OF_SENTENCE = 25
"""Words of a headline that ends as a sentence does."""
_MIN_LINES_BELOW = 3
"""Lines, with its own, of a text whose headline ends with a full stop."""
_FULL_SENTENCE_WORDS = 8
"""Words of a sentence that is none of the short ones that a headline may be made of.

"The bridge is shut. Now what?"
"""
_LINES_OF_SECTIONS = 8
"""Lines within which the end of a path of sections stands alone once more."""
_TOLERANCE = 0.5
"""An earlier candidate is taken though a later one scores this much more: below the headline
stand lines of the same words."""
_MAX_LINES_TO_BEST = 20
"""Lines within which that holds; farther up stand menus."""
_STORY_LINES, _STORY_PARAGRAPHS, _STORY_PARAGRAPH_CHARS = 40, 8, 2000
"""How much of the story is compared with a candidate."""
_FIRM_WORDS = 4
"""Words that a headline of a page has as a rule; fewer are a rubric's."""
_FULL_LENGTH = 8
"""Words from which on a longer candidate is no likelier."""
_SHARED_WEIGHT = 1.5
"""What it scores if all words of a candidate come back in the story."""
_SHORT_PENALTY = 0.8
_STOP_PENALTY = 0.4
_NAME_PENALTY = 0.8
_FIRST_LINE_BONUS = 0.8
_STAMP_BONUS, _FAR_STAMP_BONUS = 0.5, 0.25
"""What a byline or a stamp scores in the two lines below, and in the third."""
_MAX_KICKER_CHARS = 60
"""Characters in which the labels before a headline stand."""
_MAX_OUTLET_CHARS = 120
"""Characters in which sections and the outlet behind a headline stand."""
_MAX_SECTION_WORDS = 2
_ABOUT_STORY = frozenset({BlockRole.TIMESTAMP, BlockRole.BYLINE})

_SHORT_FIRST = Verdict(BlockRole.HEADLINE, Judge.HEADLINE, Sign.SHORT_FIRST_LINE)
_ONLY_CANDIDATE = Verdict(BlockRole.HEADLINE, Judge.HEADLINE, Sign.ONLY_CANDIDATE)
_BEST_CANDIDATE = Verdict(BlockRole.HEADLINE, Judge.HEADLINE, Sign.BEST_CANDIDATE)


class FoundHeadline(NamedTuple):
    """The index of the headline's line, and the verdict on it."""

    line_index: int
    verdict: Verdict


@cache
def _long_word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]{4,}")


@cache
def _numeric_date() -> re.Pattern[str]:
    return re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2}")


@cache
def _quotation() -> re.Pattern[str]:
    return re.compile(r"[\"“][^\"“”]*+(?<=[,.!?])[\"”]\s")


def find_headline(lines: Sequence[Line], lead: int, pack: LanguagePack) -> FoundHeadline | None:
    """The headline among the lines before the running text, which begins at line ``lead``."""
    top = lines[: min(lead, _TOP_LINES)]
    candidates = [i for i, line in enumerate(top) if _may_be_headline(line, pack)]
    if not candidates:
        first = _is_short_first_line(lines, pack)
        return FoundHeadline(0, _SHORT_FIRST) if first else None
    firm = [i for i in candidates if not _is_doubtful(lines, i, candidates, pack)]
    candidates = firm or candidates
    if len(candidates) == 1:
        return FoundHeadline(candidates[0], _ONLY_CANDIDATE)
    chosen = _choose_candidate(lines, candidates, lead, pack)
    return FoundHeadline(chosen, _BEST_CANDIDATE)


def _choose_candidate(
    lines: Sequence[Line], candidates: Sequence[int], lead: int, pack: LanguagePack
) -> int:
    """The first candidate that scores nearly as much as the best, not far above it."""
    story = _story_words(lines, lead)
    scores = {i: _headline_score(lines, i, story, pack) for i in candidates}
    best = max(candidates, key=scores.__getitem__)
    enough = scores[best] - _TOLERANCE
    near = (i for i in candidates if best - i <= _MAX_LINES_TO_BEST)
    return next(i for i in near if scores[i] >= enough)


def _may_be_headline(line: Line, pack: LanguagePack) -> bool:
    if line.role is not None:
        return False
    if line.has_bullet:
        return False
    if line.word_count > _MAX_HEADLINE_WORDS:
        return False
    if line.is_prose and line.word_count > _MAX_WORDS_OF_SENTENCE:
        return False
    if line.text[-1] in ",:":
        return False
    if not any(map(str.isalpha, line.text)):
        return False
    return read_dateline(line, pack) is None and not _is_paragraph(line, pack)


def _is_doubtful(
    lines: Sequence[Line], i: int, candidates: Sequence[int], pack: LanguagePack
) -> bool:
    """Whether a candidate is one only if there is no other.

    It is a sentence, has a date, or is a path of sections that ends in another candidate.
    """
    line = lines[i]
    if line.text.endswith(".") and i:
        return True
    if _numeric_date().search(line.text):
        return True
    if find_printed_date(line, pack):
        return True
    near = (lines[j].text for j in candidates if i < j < i + _LINES_OF_SECTIONS)
    return any(_is_end_of_path(text, line.text) for text in near)


def _is_end_of_path(text: str, path: str) -> bool:
    return " " in text and len(text) < len(path) and path.endswith(text)


def _is_paragraph(line: Line, pack: LanguagePack) -> bool:
    """Whether a line is a paragraph, however short: it quotes somebody, or has two sentences."""
    if not line.ends_sentence:
        return False
    return _has_quotation(line) or _count_full_sentences(line, pack) > 1


def _has_quotation(line: Line) -> bool:
    """Whether a quotation stands inside a sentence: '"It is over," said the mayor.'"""
    return line.text[-1] == "." and line.search(_quotation()) is not None


def _count_full_sentences(line: Line, pack: LanguagePack) -> int:
    """How many sentences of a line are so long that no headline is made of them."""
    if line.word_count < 2 * _FULL_SENTENCE_WORDS:
        return 0
    words = tokens.tokenize(line.full_text, line.start, line.end).words
    count = 0
    for i, j in sentences.split_sentences(words, 0, len(words), (), pack.table("abbreviations")):
        length = sum(1 for word in words[i:j] if word[0].isalnum())
        count += length >= _FULL_SENTENCE_WORDS
    return count


def _is_short_first_line(lines: Sequence[Line], pack: LanguagePack) -> bool:
    """Whether the first line is a headline though its form speaks against it.

    A blank line and longer paragraphs follow.
    """
    first = lines[0]
    if first.role is not None:
        return False
    if first.has_bullet:
        return False
    if len(lines) < _MIN_LINES_BELOW:
        return False
    if first.word_count > _MAX_WORDS_OF_SENTENCE:
        return False
    if lines[1].blanks_above == 0:
        return False
    if max(line.word_count for line in lines[1:4]) <= first.word_count:
        return False
    return read_dateline(first, pack) is None and not _is_paragraph(first, pack)


def _story_words(lines: Sequence[Line], lead: int) -> frozenset[str]:
    """The longer words of the first paragraphs."""
    near = lines[lead : lead + _STORY_LINES]
    paragraphs = [line for line in near if line.role is None and line.is_prose]
    words: set[str] = set()
    for line in paragraphs[:_STORY_PARAGRAPHS]:
        end = min(line.end, line.start + _STORY_PARAGRAPH_CHARS)
        found = _long_word().findall(line.full_text, line.start, end)
        words.update(map(str.casefold, found))
    return frozenset(words)


def _headline_score(
    lines: Sequence[Line], i: int, story: frozenset[str], pack: LanguagePack
) -> float:
    """How much a line looks like the headline among its neighbours."""
    line = lines[i]
    words = [word.casefold() for word in _long_word().findall(line.text)]
    shared = sum(1 for word in words if word in story) / (len(words) + 1)
    score = _SHARED_WEIGHT * shared + min(line.word_count, _FULL_LENGTH) / _FULL_LENGTH
    if line.word_count < _FIRM_WORDS:
        score -= _SHORT_PENALTY
    if line.ends_sentence and line.text[-1] == ".":
        score -= _STOP_PENALTY
    if i == 0 and line.word_count >= _FIRM_WORDS:
        score += _FIRST_LINE_BONUS
    below = [other.role in _ABOUT_STORY for other in lines[i + 1 : i + 4]]
    if any(below):
        score += _STAMP_BONUS if any(below[:2]) else _FAR_STAMP_BONUS
    if is_name_line(line, pack):
        score -= _NAME_PENALTY
    return score


class _BehindKicker(NamedTuple):
    """Where a headline begins, where its own words do, and the labels before these."""

    begin: int
    words: int
    kicker: Chars | None


def read_headline(line: Stretch, pack: LanguagePack) -> HeadlineRecord:
    """The headline of a line, without the desk's mark before it and the outlet behind it."""
    begin, words, kicker = _cut_kicker(line, pack)
    end = _outlet_start(line.between(begin, line.end), pack)
    return HeadlineRecord(range=Chars(begin, end), words=words, kicker=kicker)


@cache
def _kicker_sign() -> re.Pattern[str]:
    return re.compile(r"\s*[:|•·]\s*|\s*[–—]\s*|\s+-\s+|-(?=\S)")


@cache
def _outlet_sign() -> re.Pattern[str]:
    return re.compile(r"\s+[|–—·•-]\s+|\s+:\s+")


def _cut_kicker(line: Stretch, pack: LanguagePack) -> _BehindKicker:
    """Where a headline begins behind the labels that stand before it.

    A label in capitals, or behind a bar, is the desk's or the section's mark and no part of the
    headline; "Factbox: ..." is printed as part of it.
    """
    kickers = listed_phrases(pack, "kickers")
    begin = words = line.start
    kicker = None
    end = min(line.end, line.start + _MAX_KICKER_CHARS)
    for sign in _kicker_sign().finditer(line.full_text, line.start, end):
        label = line.between(words, sign.start())
        found = kickers.at_start(label.first_words)
        capitals = label.text.isupper()
        if found is None or found.word_count != len(label.first_words.words):
            continue
        if sign.group() == "-" and not capitals:
            continue
        mark = capitals or "|" in sign.group()
        several_words = len(line.full_text[sign.end() : line.end].split()) > 1
        if not several_words or not (mark or found.value):
            continue
        if mark and begin == words:
            begin = sign.end()
        words = sign.end()
        kicker = Chars(line.start, sign.start())
    return _BehindKicker(begin, words, kicker)


def _outlet_start(line: Stretch, pack: LanguagePack) -> int:
    """Where the headline's own words end: before " | Outlet", " | Section | Outlet"."""
    text, end = line.full_text, line.end
    first = max(line.start, end - _MAX_OUTLET_CHARS)
    signs = list(_outlet_sign().finditer(text, first, end))
    if not signs:
        return end
    name = text[signs[-1].end() : end]
    if name.casefold() not in house_names(pack) or not name[0].isupper():
        return end
    stop = signs[-1].start()
    for sign in signs[-2::-1]:  # sections between the headline and the outlet
        section = text[sign.end() : stop].split()
        if "|" not in sign.group() or len(section) > _MAX_SECTION_WORDS:
            break
        stop = sign.start()
    return stop if stop > line.start else end
