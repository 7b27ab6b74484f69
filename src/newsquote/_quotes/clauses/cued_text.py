"""A text in which marks and cues are looked up by token.

In: a ``Doc``, the marks around its tokens, its cues. Out: a record with the look-ups that the rules
for contents share. Why: these rules are in several files, and each asks the same few things: which
marks are here, does a cue begin here, where does its sentence end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote._text.ranges import Chars

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsquote._quotes.clauses.records import Cue
    from newsquote._text.doc import Doc
    from newsquote._text.ranges import Tokens

__all__ = ["CuedText", "cued_text"]

_OUTSIDE = frozenset((-1,))


@attrs.frozen(eq=False, repr=False, kw_only=True)
class CuedText:
    """A text with its marks and cues by token."""

    doc: Doc
    tokens: Sequence[str]
    lowers: Sequence[str]
    mark_at: Sequence[int]
    """For each token the number of the marked text around it, -1 outside any."""
    cue_starts: Mapping[int, Cue]
    """The cues by their first token."""

    def is_marked(self, k: int) -> bool:
        """Whether a token stands inside marks."""
        return self.mark_at[k] >= 0

    def sentence_start(self, cue: Cue) -> int:
        """The first token of a cue's sentence."""
        return self.doc.sentences[cue.sentence][0]

    def sentence_end(self, cue: Cue) -> int:
        """The token behind a cue's sentence."""
        return self.doc.sentences[cue.sentence][1]

    def paragraph_of(self, cue: Cue) -> Tokens:
        """The tokens of a cue's paragraph."""
        number = self.doc.sentence_paragraphs[cue.sentence]
        return self.doc.paragraph_tokens[number]

    def chars(self, i: int, j: int) -> Chars:
        """Where the tokens ``i`` to ``j`` stand in the text."""
        return Chars(self.doc.starts[i], self.doc.ends[j - 1])

    def marked_chars(self, number: int) -> Chars:
        """Where a marked text stands, with its marks."""
        marked = self.doc.marked[number]
        return Chars(marked.start, marked.end)

    def marked_tokens(self, number: int) -> Tokens:
        """The tokens of a marked text, with its marks."""
        marked = self.doc.marked[number]
        return self.doc.tokens_in(marked.start, marked.end)

    def quotation_opening_at(self, k: int) -> int | None:
        """The number of the marked text whose first mark is token ``k``; None if none is."""
        number = self.mark_at[k]
        if number < 0:
            return None
        return number if self.marked_tokens(number).i == k else None

    def marks_among(self, i: int, j: int) -> tuple[int, ...]:
        """The numbers of the marked texts in which the tokens ``i`` to ``j`` stand."""
        numbers = set(self.mark_at[i:j])
        if numbers == _OUTSIDE:
            return ()
        return tuple(sorted(numbers - _OUTSIDE))


def cued_text(doc: Doc, mark_at: Sequence[int], cues: Sequence[Cue]) -> CuedText:
    """A text with look-ups of its marks and cues."""
    return CuedText(
        doc=doc,
        tokens=doc.words,
        lowers=doc.lowers,
        mark_at=mark_at,
        cue_starts={cue.i: cue for cue in cues},
    )
