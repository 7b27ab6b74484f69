"""Whether what stands in quotation marks is a nickname inside a name: Marcia “Cia” Prince.

In: a marked text and what stands around it. Out: yes or no. Why: a nickname belongs to its name and
is no quotation. It is one or two short words with a capital, between two capitalised words.
"""

from __future__ import annotations

__all__ = ["is_inside_a_name", "may_be_nickname"]

_MAX_CHARS = 24
"""A longer text between two capitalised words is a title or a fragment; nor is a name longer."""
_MAX_WORDS = 2


def may_be_nickname(inner: str) -> bool:
    """Whether a text is one or two short words, the first of them with a capital."""
    if len(inner) > _MAX_CHARS or not inner[:1].isupper():
        return False
    words = inner.split(" ")
    return len(words) <= _MAX_WORDS and "".join(words).isalnum()


def is_inside_a_name(text: str, start: int, end: int, lowest: int) -> bool:
    """Whether a capitalised word stands on either side of a range, one blank away.

    :param lowest: where the paragraph begins.
    """
    first = max(lowest, start - _MAX_CHARS)
    *words, rest = text[first:start].split(" ")
    if rest or not words:
        return False
    word = words[-1]
    if not word.isalpha() or not word[0].isupper():
        return False
    following = text[end + 1 : end + 2]
    return following.isupper()
