"""What the rules say of each cue, for the model to weigh.

In: attributions by rules. Out: for each token of their cues what the rules made of it, in tokens.
Why: the rules know the conventions of print, the model knows how far each of them is to be trusted;
so what a rule found is one more feature.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.model.hints import Hint
from newsquote._quotes.nesting import are_outermost
from newsquote._quotes.rules import (
    RULE_KEY_WITHOUT_CONTENT,
    RULE_KEYS,
    SIDE_KEY_WITHOUT_SOURCE,
    SIDE_KEYS,
)
from newsquote._text.ranges import Tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsquote._quotes.attribution import Attribution
    from newsquote._text.doc import Doc
    from newsquote._text.ranges import Chars

__all__ = ["hints_of"]


def hints_of(doc: Doc, ruled: Sequence[Attribution]) -> dict[int, Hint]:
    """The hints of a text, by every token of their cues; the first rule of a token has it."""
    found: dict[int, Hint] = {}
    for attribution, outermost in zip(ruled, are_outermost(ruled), strict=True):
        if attribution.cue is not None:
            cue = Tokens(*doc.tokens_in(*attribution.cue.range))
            hint = _hint(doc, attribution, cue, outermost=outermost)
            for token in range(cue.i, cue.j):
                found.setdefault(token, hint)
    return found


def _hint(doc: Doc, attribution: Attribution, cue: Tokens, *, outermost: bool) -> Hint:
    source, side, rule = attribution.source, attribution.side, attribution.rule
    pieces = _joined(doc, [_trimmed_tokens(doc, piece) for piece in attribution.pieces])
    rule_key = RULE_KEY_WITHOUT_CONTENT if rule is None else RULE_KEYS[rule]
    return Hint(
        cue=cue,
        source=None if source is None else _trimmed_tokens(doc, source),
        left=next((piece for piece in reversed(pieces) if piece.j <= cue.i), None),
        right=next((piece for piece in pieces if piece.i >= cue.j), None),
        rule=rule_key if outermost else f"{rule_key}_nested",
        side=SIDE_KEY_WITHOUT_SOURCE if side is None else SIDE_KEYS[side],
    )


def _trimmed_tokens(doc: Doc, where: Chars) -> Tokens:
    """The tokens of a range from its first word to its last."""
    i, j = doc.tokens_in(*where)
    while i < j and not _is_word(doc.words[i]):
        i += 1
    while j > i and not _is_word(doc.words[j - 1]):
        j -= 1
    return Tokens(i, j)


def _joined(doc: Doc, pieces: Iterable[Tokens]) -> list[Tokens]:
    """Pieces with no word between them as one."""
    found: list[Tokens] = []
    for piece in sorted(piece for piece in pieces if piece.i < piece.j):
        if found and not any(map(_is_word, doc.words[found[-1].j : piece.i])):
            found[-1] = Tokens(found[-1].i, piece.j)
        else:
            found.append(piece)
    return found


def _is_word(token: str) -> bool:
    return any(map(str.isalnum, token))
