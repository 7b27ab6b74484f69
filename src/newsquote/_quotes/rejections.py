"""Why words inside quotation marks are no quotation.

In: a marked text that no attribution uses. Out: the reason. Why: marks also stand around titles,
nicknames, and words that are meant as words; a reader who sees nothing of them would think that
they were overlooked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote.kinds import RejectionReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._text.doc import Doc
    from newsquote._text.marks import Marked

__all__ = ["rejection_reason"]

_TOKENS_BEFORE = 4
"""How far before marks a word may say what they are for: "known to her friends as “Cia”"."""
_TOKENS_BEHIND = 3
"""The same behind them: "“Dunes”, a 1998 novel"."""
_TERM_WORD_TOKENS = 2
"""How near a word such as "term" must stand before the marks."""
_MAX_TITLE_WORDS = 10


def rejection_reason(doc: Doc, marked: Marked) -> RejectionReason:
    """The reason for which a marked text is no quotation."""
    if marked.nickname:
        return RejectionReason.NICKNAME
    i, j = doc.tokens_in(marked.start, marked.end)
    before, behind = _words_beside(doc, i, j)
    nicknaming_words = doc.pack.closed("nicknaming_words")
    if not nicknaming_words.isdisjoint(before):
        return RejectionReason.NICKNAME
    if _is_term(doc, before, behind):
        return RejectionReason.TERM
    words = [word for word in doc.words[i:j] if word[0].isalnum()]
    if _is_title(doc, words, [*before, *behind]):
        return RejectionReason.TITLE
    return RejectionReason.SCARE_QUOTES


def _words_beside(doc: Doc, i: int, j: int) -> tuple[list[str], list[str]]:
    """The words shortly before some tokens and shortly behind them, in the same sentence."""
    if not doc.words:
        return [], []
    first, last = doc.sentences[doc.sentence_of(i)]
    start = max(first, i - _TOKENS_BEFORE)
    end = min(last, j + _TOKENS_BEHIND)
    return doc.lowers[start:i], doc.lowers[j:end]


def _is_term(doc: Doc, before: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether words beside the marks say that they are around a word meant as a word."""
    pack = doc.pack
    near = before[-_TERM_WORD_TOKENS:]
    if not pack.closed("term_words").isdisjoint(near):
        return True
    if not pack.closed("label_words").isdisjoint(before):
        return True
    meaning_words = pack.closed("meaning_words")
    return not meaning_words.isdisjoint(behind[:1])


def _is_title(doc: Doc, words: Sequence[str], beside: Sequence[str]) -> bool:
    """Whether the marks hold a title: of one word only where a word beside them names a work."""
    if not _is_capitalised(doc, words):
        return False
    if len(words) > 1:
        return True
    work_words = doc.pack.words("work_words")
    return not work_words.isdisjoint(beside)


def _is_capitalised(doc: Doc, words: Sequence[str]) -> bool:
    """Whether all words but the small ones have capitals."""
    if not words or len(words) > _MAX_TITLE_WORDS:
        return False
    if not words[0][0].isupper():
        return False
    small_words = doc.pack.words("small_words")
    for word in words:
        sign = word[0]
        is_large = sign.isupper() or sign.isdigit()
        if not is_large and word.lower() not in small_words:
            return False
    return True
