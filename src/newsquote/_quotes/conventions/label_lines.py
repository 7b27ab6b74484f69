"""Labels that name who speaks beside a quotation: "Ann Lee, 34:", "(Ann Lee, 34)", a line alone.

In: the tokens of a quotation without a verb. Out: the name that stands beside it. Why: a label has
a name first, then an age, a trade or a town between signs, and never a verb; what has one is a
sentence, and is read as such.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._text.signs import DASHES, STOPS

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from newsquote._names.spotting import Names
    from newsquote._text.doc import Doc
    from newsquote._text.ranges import Chars

__all__ = ["LabelLines"]

_MAX_LABEL_TOKENS = 14
_LINKS = DASHES | {":"}
"""Between a label and its quotation."""
_OPENING = DASHES | {",", "("}
"""Between a quotation and the label behind it, or between a name and what describes it."""


class LabelLines:
    """Finds the labels beside the quotations of a text; each is used once."""

    def __init__(
        self, doc: Doc, names: Names, mark_at: Sequence[int], cue_starts: Container[int]
    ) -> None:
        self.doc, self.names, self.mark_at, self.cue_starts = doc, names, mark_at, cue_starts
        self.auxiliaries = doc.pack.words("auxiliaries")
        self.used: set[int] = set()
        """The paragraphs that are labels of quotations before."""

    def beside(self, paragraph: int, i: int, j: int) -> Chars | None:
        """The name in the label of the marked tokens ``i`` to ``j``."""
        first, last = self.doc.paragraph_tokens[paragraph]
        if i > first:
            return self._before(first, i) if self.doc.words[i - 1] in _LINKS else None
        if self._has_words(j, last):
            return self._behind(j, last)
        return self._on_line(paragraph - 1) or self._on_line(paragraph + 1)

    def _has_words(self, i: int, j: int) -> bool:
        return any(word[0].isalnum() for word in self.doc.words[i:j])

    def _before(self, first: int, i: int) -> Chars | None:
        """The name of the label that ends with a colon or dash before token ``i``."""
        return self._name_in(first, i - 1)

    def _behind(self, j: int, last: int) -> Chars | None:
        """The name of the label between a quotation and the end of its paragraph."""
        words = self.doc.words
        start = j + 1 if words[j] in _OPENING else j
        end = last
        while end > start and (words[end - 1] in STOPS or words[end - 1] == ")"):
            end -= 1
        return self._name_in(start, end)

    def _on_line(self, number: int) -> Chars | None:
        """The name of a paragraph that is a label, with more than a name in it."""
        if number in self.used or not 0 <= number < len(self.doc.paragraphs):
            return None
        i, j = self.doc.paragraph_tokens[number]
        if i >= j or self.doc.words[j - 1] in STOPS or self.doc.words[j - 1] == ":":
            return None
        found = self._name_in(i, j)
        if found is None or found.end == self.doc.ends[j - 1]:
            return None
        self.used.add(number)
        return found

    def _name_in(self, i: int, j: int) -> Chars | None:
        """The name with which a label begins; None where the tokens are no label."""
        if not 0 < j - i <= _MAX_LABEL_TOKENS:
            return None
        name = self.names.at(i)
        if name is None or name.i != i or name.place or name.j > j:
            return None
        words = self.doc.words
        if name.j < j and words[name.j] not in _OPENING:
            return None
        for k in range(name.j, j):
            is_verb = k in self.cue_starts or self.doc.lowers[k] in self.auxiliaries
            if is_verb or words[k] in STOPS or self.mark_at[k] >= 0:
                return None
        return self.doc.chars_of(name.i, name.j)
