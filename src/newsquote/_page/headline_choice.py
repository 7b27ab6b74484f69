"""The lines of a page -> which of them is the headline.

In: the lines of a page, those that their own words tell with a verdict. Out: the likeliest of those
that may be its headline, or none. Why: what each sign of a headline is worth is learned from pages
whose titles are known (``training/headlines.py``), and so is when there is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsquote._page.dateline import read_dateline
from newsquote._page.headline_keys import HeadlineView, find_candidates, is_paragraph
from newsquote._page.verdicts import Judge, Sign, Verdict
from newsquote.kinds import BlockRole
from newsquote.lang.weights import read_weights

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsquote._page.line import Line
    from newsquote.lang import LanguagePack

__all__ = ["WEIGHTS", "FoundHeadline", "find_headline"]

WEIGHTS = "headlines.tsv"
"""The file of the language's weights, in hundredths of a log-odds."""
_MIN_LINES, _MIN_LINES_WITHOUT_STOP = 3, 2
"""Lines, with its own, of a text whose headline ends with a stop, a comma or a colon, or not."""
_MAX_WORDS_OF_FIRST = 25

_SHORT_FIRST = Verdict(BlockRole.HEADLINE, Judge.HEADLINE, Sign.SHORT_FIRST_LINE)
_ONLY_CANDIDATE = Verdict(BlockRole.HEADLINE, Judge.HEADLINE, Sign.ONLY_CANDIDATE)
_BEST_CANDIDATE = Verdict(BlockRole.HEADLINE, Judge.HEADLINE, Sign.BEST_CANDIDATE)


class FoundHeadline(NamedTuple):
    """The index of the headline's line, and the verdict on it."""

    line_index: int
    verdict: Verdict


def find_headline(lines: Sequence[Line], lead: int, pack: LanguagePack) -> FoundHeadline | None:
    """The headline of a page.

    :param lead: the line with which the running text seems to begin.
    """
    candidates = find_candidates(lines, lead, pack)
    if not candidates:
        return _short_first_line(lines, pack)
    if len(lines) == 1 and not lines[0].ends_sentence:
        return FoundHeadline(0, _ONLY_CANDIDATE)  # a text that is a headline and nothing else
    weights = read_weights(pack, WEIGHTS)
    view = HeadlineView(lines, candidates, lead, pack)
    scores = {i: _score(view.keys(i), weights) for i in candidates}
    best = max(candidates, key=scores.__getitem__)
    if scores[best] < _score(view.keys_of_none(), weights):
        return _short_first_line(lines, pack)
    return FoundHeadline(best, _BEST_CANDIDATE if len(candidates) > 1 else _ONLY_CANDIDATE)


def _score(keys: Sequence[str], weights: Mapping[str, int]) -> int:
    return sum(weights.get(key, 0) for key in keys)


def _short_first_line(lines: Sequence[Line], pack: LanguagePack) -> FoundHeadline | None:
    return FoundHeadline(0, _SHORT_FIRST) if _is_short_first_line(lines, pack) else None


def _is_short_first_line(lines: Sequence[Line], pack: LanguagePack) -> bool:
    """Whether the first line is a headline though its form, or all that is learned, says no.

    A dateline opens the next line, or a blank line and longer paragraphs follow.
    """
    if not lines:
        return False
    first = lines[0]
    if first.role is not None:
        return False
    if first.has_bullet:
        return False
    has_stop = first.ends_sentence or first.text[-1] in ",:"
    if len(lines) < (_MIN_LINES if has_stop else _MIN_LINES_WITHOUT_STOP):
        return False
    if first.word_count > _MAX_WORDS_OF_FIRST:
        return False
    if read_dateline(lines[1], pack) is not None:
        return first.text[-1] != "." and read_dateline(first, pack) is None
    if lines[1].blanks_above == 0:
        return False
    if max(len(line.text) for line in lines[1:4]) <= len(first.text):
        return False
    return read_dateline(first, pack) is None and not is_paragraph(first, pack)
