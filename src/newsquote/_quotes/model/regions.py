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

__all__ = ["MOST_PARAGRAPHS", "region_of"]

MOST_PARAGRAPHS = 8
"""That a content may go on in, before or behind the paragraph of its cue."""
_LEADS_ON = frozenset((":", ","))


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
        if is_open or (b == behind and doc.words[behind - 1] in _LEADS_ON):
            end = _goes_on_to(view, paragraph, behind)
    may_go_back = start == first > 0 and mark_at[first] >= 0
    if may_go_back and doc.marked[mark_at[first]].continues:
        start = _went_on_from(view, paragraph, first)
    return (start, end)


def _with_marks(view: TokenView, a: int, b: int, first: int, behind: int) -> tuple[int, int]:
    """A sentence with the marked texts that it begins or ends in, or that touch it.

    :param first: the first token of its paragraph.
    :param behind: the token behind its paragraph.
    """
    mark_at = view.mark_at
    start = a
    end = b
    for t in (a, b - 1):
        if mark_at[t] >= 0:
            i, j = _marked_tokens(view, mark_at[t])
            start = min(start, max(i, first))
            end = max(end, min(j, behind))
    if end < behind and mark_at[end] >= 0:
        end = max(end, min(_marked_tokens(view, mark_at[end])[1], behind))
    if start > first and mark_at[start - 1] >= 0:
        start = min(start, max(_marked_tokens(view, mark_at[start - 1])[0], first))
    return start, end


def _marked_tokens(view: TokenView, mark: int) -> tuple[int, int]:
    marked = view.doc.marked[mark]
    return view.doc.tokens_in(marked.start, marked.end)


def _goes_on_to(view: TokenView, number: int, end: int) -> int:
    """The end of what goes on in the next paragraphs.

    The first of them may be any; those behind it must keep a quotation open.
    """
    doc = view.doc
    mark_at = view.mark_at
    next_number = number + 1
    for k in range(next_number, min(next_number + MOST_PARAGRAPHS, len(doc.paragraphs))):
        i, j = doc.paragraph_tokens[k]
        if i == j:
            break
        is_continued = mark_at[i] >= 0 and doc.marked[mark_at[i]].continues
        if k > next_number and not is_continued:
            break
        end = j
        if mark_at[j - 1] < 0 or doc.marked[mark_at[j - 1]].closed:
            break
    return end


def _went_on_from(view: TokenView, number: int, start: int) -> int:
    """The start of the quotation that the paragraphs before left open."""
    doc = view.doc
    mark_at = view.mark_at
    for k in range(number - 1, max(-1, number - 1 - MOST_PARAGRAPHS), -1):
        i, j = doc.paragraph_tokens[k]
        if i == j or mark_at[j - 1] < 0 or doc.marked[mark_at[j - 1]].closed:
            break
        marked = doc.marked[mark_at[j - 1]]
        start = doc.tokens_in(marked.start, doc.ends[j - 1])[0]
        if not marked.continues:
            break
    return start
