"""What the rules say of each cue, for the model to weigh.

In: drafts of attributions by rules. Out: for each token of a draft's cue what the rules made of it, in tokens. Why: the rules know the
conventions of print, the model knows how far each of them is to be trusted; so what a rule found is one more feature.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes import linking as links
from newsquote._quotes.model.hints import Hint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._quotes.linking import Draft
    from newsquote._text.doc import Doc

__all__ = ["hints_of"]

Range = tuple[int, int]


def hints_of(doc: Doc, drafts: Sequence[Draft]) -> dict[int, Hint]:
    """The hints of a text, by every token of their cues."""
    found: dict[int, Hint] = {}
    outermost = set(map(id, links.outermost(drafts)))
    for draft in drafts:
        if draft.cue is None:
            continue
        cue = _tokens(doc, draft.cue, trim=False)
        pieces = _joined(doc, [_tokens(doc, piece) for piece in draft.pieces])
        facts = dict(line.split(": ", 1) for line in draft.evidence if ": " in line)
        hint = Hint(
            cue=cue,
            source=None if draft.source is None else _tokens(doc, draft.source),
            left=next((piece for piece in reversed(pieces) if piece[1] <= cue[0]), None),
            right=next((piece for piece in pieces if piece[0] >= cue[1]), None),
            rule=facts.get("content", "turn").replace(" ", "_").replace(",", "")
            + ("" if id(draft) in outermost else "_nested"),
            side=facts.get("source", "turn"),
        )
        for token in range(*cue):
            found.setdefault(token, hint)
    return found


def _tokens(doc: Doc, where: Range, *, trim: bool = True) -> Range:
    i, j = doc.tokens_in(*where)
    if trim:
        while i < j and not any(map(str.isalnum, doc.words[i])):
            i += 1
        while j > i and not any(map(str.isalnum, doc.words[j - 1])):
            j -= 1
    return i, j


def _joined(doc: Doc, pieces: list[Range]) -> list[Range]:
    """Pieces with no word between them as one."""
    out: list[Range] = []
    for i, j in sorted(piece for piece in pieces if piece[0] < piece[1]):
        if out and not any(any(map(str.isalnum, word)) for word in doc.words[out[-1][1] : i]):
            out[-1] = (out[-1][0], j)
        else:
            out.append((i, j))
    return out
