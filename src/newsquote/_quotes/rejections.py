"""Why words inside quotation marks are no quotation.

In: a marked text that no attribution uses. Out: the reason. Why: marks also stand around titles, nicknames, and words that are meant as words; a reader
who sees nothing of them would think that they were overlooked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote.kinds import RejectionReason

if TYPE_CHECKING:
    from newsquote._text.doc import Doc
    from newsquote._text.marks import Marked

__all__ = ["reason"]

_REACH = 4
_LONGEST_TITLE = 10


def reason(doc: Doc, marked: Marked) -> RejectionReason:
    """The reason for which a marked text is no quotation."""
    if marked.nickname:
        return RejectionReason.NICKNAME
    i, j = doc.tokens_in(marked.start, marked.end)
    first, last = doc.sentences[doc.sentence_of(i)] if doc.words else (0, 0)
    pack = doc.pack
    before, behind = (
        doc.lowers[max(first, i - _REACH) : i],
        doc.lowers[j : min(last, j + _REACH - 1)],
    )
    if not pack.closed("nicknaming_words").isdisjoint(before[-_REACH:]):
        return RejectionReason.NICKNAME
    names_it = not pack.closed("term_words").isdisjoint(before[-2:]) or not pack.closed(
        "label_words"
    ).isdisjoint(before)
    if names_it or not pack.closed("meaning_words").isdisjoint(behind[:1]):
        return RejectionReason.TERM
    words = [word for word in doc.words[i:j] if word[0].isalnum()]
    if _is_title(doc, words) and (
        len(words) > 1 or not pack.words("work_words").isdisjoint([*before, *behind])
    ):
        return RejectionReason.TITLE
    return RejectionReason.SCARE_QUOTES


def _is_title(doc: Doc, words: list[str]) -> bool:
    """Whether all words but the small ones have capitals."""
    small = doc.pack.words("small_words")
    return (
        0 < len(words) <= _LONGEST_TITLE
        and words[0][0].isupper()
        and all(word[0].isupper() or word[0].isdigit() or word.lower() in small for word in words)
    )
