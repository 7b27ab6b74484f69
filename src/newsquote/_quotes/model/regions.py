"""Where the content of a cue may lie.

In: a view of a document, the sentence of a cue. Out: the tokens of its region. Why: content is in
the sentence of its cue, in the marks that touch that sentence, and in the paragraphs that a
quotation or a colon goes on in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsquote._quotes.model.token_ranges import TokenRange
    from newsquote._quotes.model.token_view import TokenView

__all__ = ["LEADS_ON", "MOST_PARAGRAPHS", "region_of"]

MOST_PARAGRAPHS = 8
"""That a content may go on in, before or behind the paragraph of its cue."""
LEADS_ON = frozenset((":", ","))
"""What ends a paragraph whose content goes on in the next one."""


def region_of(view: TokenView, paragraph: int, a: int, b: int) -> TokenRange:
    """The region of a cue.

    :param a: the first token of its sentence.
    :param b: the token behind its sentence.
    """
    doc = view.doc
    mark_at = view.mark_at
    first, behind = doc.paragraph_tokens[paragraph]
    start, end = _with_marks(view, a, b, first, behind)
    if end == behind:
        last_mark = mark_at[behind - 1]
        is_open = last_mark >= 0 and not doc.marked[last_mark].closed
        if is_open or (b == behind and doc.words[behind - 1] in LEADS_ON):
            end = _goes_on_to(view, paragraph, behind)
    first_mark = mark_at[first] if start == first > 0 else -1
    if first_mark >= 0 and doc.marked[first_mark].continues:
        start = _went_on_from(view, paragraph, first)
    return start, end


def _with_marks(view: TokenView, a: int, b: int, first: int, behind: int) -> tuple[int, int]:
    """A sentence with the marked texts that it begins or ends in, or that touch it.

    :param first: the first token of its paragraph.
    :param behind: the token behind its paragraph.
    """
    mark_at = view.mark_at
    start = a
    end = b
    for mark in (mark_at[a], mark_at[b - 1]):
        if mark >= 0:
            i, j = _marked_within(view, mark, first, behind)
            start = min(start, i)
            end = max(end, j)
    mark_behind = mark_at[end] if end < behind else -1
    if mark_behind >= 0:
        _, j = _marked_within(view, mark_behind, first, behind)
        end = max(end, j)
    mark_before = mark_at[start - 1] if start > first else -1
    if mark_before >= 0:
        i, _ = _marked_within(view, mark_before, first, behind)
        start = min(start, i)
    return start, end


def _marked_within(view: TokenView, mark: int, first: int, behind: int) -> TokenRange:
    """The tokens of a marked text, as far as they are in a paragraph."""
    marked = view.doc.marked[mark]
    i, j = view.doc.tokens_in(marked.start, marked.end)
    return max(i, first), min(j, behind)


def _goes_on_to(view: TokenView, number: int, end: int) -> int:
    """The end of what goes on in the next paragraphs.

    The first of them may be any; those behind it must keep a quotation open.
    """
    doc = view.doc
    mark_at = view.mark_at
    next_number = number + 1
    behind_last = min(next_number + MOST_PARAGRAPHS, len(doc.paragraphs))
    for k in range(next_number, behind_last):
        i, j = doc.paragraph_tokens[k]
        if i == j:
            break
        first_mark = mark_at[i]
        is_continued = first_mark >= 0 and doc.marked[first_mark].continues
        if k > next_number and not is_continued:
            break
        end = j
        last_mark = mark_at[j - 1]
        if last_mark < 0 or doc.marked[last_mark].closed:
            break
    return end


def _went_on_from(view: TokenView, number: int, start: int) -> int:
    """The start of the quotation that the paragraphs before left open."""
    doc = view.doc
    mark_at = view.mark_at
    nearest = number - 1
    before_first = max(-1, nearest - MOST_PARAGRAPHS)
    for k in range(nearest, before_first, -1):
        i, j = doc.paragraph_tokens[k]
        last = j - 1
        last_mark = mark_at[last]
        if i == j or last_mark < 0 or doc.marked[last_mark].closed:
            break
        marked = doc.marked[last_mark]
        start, _ = doc.tokens_in(marked.start, doc.ends[last])
        if not marked.continues:
            break
    return start
