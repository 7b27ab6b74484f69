"""A cue and its surroundings.

In: a document's surroundings, a cue's head. Out: the case: its sentence, its paragraph, the region
in which its content may lie. Why: sources and contents are looked for in the same place and ask the
same questions of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote._quotes.model.regions import region_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._quotes.model.hints import Hint
    from newsquote._quotes.model.surroundings import Surroundings
    from newsquote._quotes.model.token_ranges import TokenRange
    from newsquote._quotes.model.token_view import TokenView
    from newsquote._quotes.model.word_types import WordType

__all__ = ["Case", "case_of"]

_MOST_TO_SENTENCE_EDGE = 250
_MOST_TO_REGION_EDGE = 1500
"""TokenRange from a cue's head, so that a text without stops takes no longer than another."""
_PADS = 4
"""How far behind the ends of its paragraph or region a case is asked for a token."""
_MOST_BETWEEN = 4
"""Classes that are spelled one by one."""
_TOKENS_A_STEP = 4
_MOST_STEPS = 9
"""More tokens are counted in fours, up to nine of them."""


@attrs.define(eq=False, repr=False, slots=True)
class Case:
    """A cue and its surroundings, all in tokens."""

    around: Surroundings
    view: TokenView
    scores: Sequence[Sequence[int]]
    head: int
    verb: WordType
    """The type of the head."""
    near: list[WordType]
    """The types of the tokens of its paragraph and region, pads outside of the paragraph."""
    offset: int
    """Where the text's first token would be in ``near``."""
    sentence: TokenRange
    number: int
    """Of its paragraph."""
    paragraph: TokenRange
    region: TokenRange
    """Where content may lie."""
    cue: TokenRange = (0, 0)
    source: TokenRange | None = None
    hint: Hint | None = None
    """What the rules say of the cue."""

    def between(self, i: int, j: int, most: int = _MOST_BETWEEN) -> str:
        """The classes of the tokens i to j (exclusive), the source as one."""
        klasses = self.around.klasses
        source = self.source
        if source is None or source[1] <= i or j <= source[0]:
            if j - i <= most:
                return "_".join(klasses[i:j])
            return f"{klasses[i]}_{klasses[i + 1]}>{min(_MOST_STEPS, (j - i) // _TOKENS_A_STEP)}"
        before = klasses[i : source[0]]
        behind = klasses[source[1] : j]
        out = [*before[: most + 1], "S", *behind[: most + 1]]
        if len(out) <= most:
            return "_".join(out)
        return f"{out[0]}_{out[1]}>{min(_MOST_STEPS, (j - i) // _TOKENS_A_STEP)}"

    def rule(self) -> str:
        """The rule that found a content."""
        return "-" if self.hint is None else self.hint.rule

    def hinted(self, side: str) -> str:
        """Whether the rules have content on that side of the cue."""
        if self.hint is None:
            return "-"
        piece = self.hint.left if side == "L" else self.hint.right
        return f"{'n' if piece is None else 'h'}={self.hint.rule}"

    def has_more(self, lo: int, hi: int) -> bool:
        """Whether any word beside the source is in lo to hi (exclusive)."""
        alnum = self.view.alnum
        source = self.source
        if source is None or source[1] <= lo or hi <= source[0]:
            return True in alnum[lo:hi]
        return True in alnum[lo : max(lo, source[0])] or True in alnum[source[1] : hi]

    def word_from(self, t: int) -> int:
        """The first word at or behind a token, the region's end where there is none."""
        alnum = self.view.alnum
        end = self.region[1]
        while t < end and not alnum[t]:
            t += 1
        return t

    def word_back_from(self, t: int) -> int:
        """The last word at or before a token, the token before the region where there is none."""
        alnum = self.view.alnum
        start = self.region[0]
        while t >= start and not alnum[t]:
            t -= 1
        return t


def case_of(around: Surroundings, head: int, hint: Hint | None = None) -> Case:
    """The case of a head."""
    view = around.view
    doc = view.doc
    number = view.sentence[head]
    paragraph = doc.sentence_paragraphs[number]
    a, b = doc.sentences[number]
    a = max(a, head - _MOST_TO_SENTENCE_EDGE)
    b = min(b, head + _MOST_TO_SENTENCE_EDGE)
    start, end = region_of(view, paragraph, a, b)
    start = max(start, head - _MOST_TO_REGION_EDGE)
    end = min(end, head + _MOST_TO_REGION_EDGE)
    first, behind = doc.paragraph_tokens[paragraph]
    pads_before = _PADS + max(0, first - start)
    pads_behind = _PADS + max(0, end - behind)
    return Case(
        around=around,
        view=view,
        scores=around.scores,
        head=head,
        verb=view.types[head],
        near=around.padded_types((first, behind), pads_before, pads_behind),
        offset=pads_before - first,
        sentence=(a, b),
        number=paragraph,
        paragraph=(first, behind),
        region=(start, end),
        hint=hint,
    )
