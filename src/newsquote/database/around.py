"""What stands around a quote: its sentence, and what the caller says of its article.

In: an article and one of its quotes. Out: text, and own columns. Why: a hit without its sentence
has to be looked up, and one without its publisher cannot be sorted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsquote.models import Article, Quote

__all__ = ["OwnValue", "own_columns_of", "sentence_around"]

OwnValue = str | int | float | bool | None

_SENTENCE_END = re.compile(r"[.!?…]+[\"”’'»)\]]*\s+(?=[\"“‘'«(\[]*[^\W_a-z])")
_TITLE = re.compile(r"\b(?:[A-Z]|Mrs?|Ms|Dr|Rep|Sen|Gov|Gen|Lt|Col|St)\Z")
_LONGEST_TITLE = len(" Gov")

_FARTHEST = 1000
"""Characters: more than a sentence of news has; a page without line ends takes linear time, too."""


def own_columns_of(article: Article) -> Mapping[str, OwnValue]:
    """What the caller gave with the article, by names of the caller's own."""
    own: object = getattr(article, "meta", None)
    return own if isinstance(own, Mapping) else {}


def sentence_around(article: Article, quote: Quote) -> str:
    """The whole sentences that hold a quote with its cue and its source.

    >>> import newsquote
    >>> article = newsquote.parse('Rain fell. "It is over," said Mayor Ann Lee. Nobody left.')
    >>> sentence_around(article, article.quotes[0])
    '"It is over," said Mayor Ann Lee.'
    """
    beside = [one.span for one in (quote.cue, quote.source) if one is not None]
    spans = [quote.span, *beside]
    start = min(span.start for span in spans)
    end = max(span.end for span in spans)
    return " ".join(article.text[slice(*_widened(article.text, start, end))].split())


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """From the sentence end before a stretch of text to the one behind it, within its lines."""
    first = max(start - _FARTHEST, 0)
    first = max(text.rfind("\n", first, start) + 1, first)
    last = text.find("\n", end, end + _FARTHEST)
    if last < 0:
        last = min(end + _FARTHEST, len(text))
    line = text[first:last]
    ends = [
        match.end() + first for match in _SENTENCE_END.finditer(line) if _ends_here(line, match)
    ]
    before = max((one for one in ends if one <= start), default=first)
    behind = min((one for one in ends if one >= end), default=last)
    return before, behind


def _ends_here(line: str, match: re.Match[str]) -> bool:
    behind = match.start()
    first = max(behind - _LONGEST_TITLE, 0)
    return not (match[0].startswith(". ") and _TITLE.search(line, first, behind))
