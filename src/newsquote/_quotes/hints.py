"""What the rules say of each cue, for the model to weigh.

In: attributions by rules. Out: for each token of their cues what the rules made of it, in tokens.
Why: the rules know the conventions of print, the model knows how far each of them is to be trusted;
so what a rule found is one more feature.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.model.hints import Hint
from newsquote._quotes.rules import (
    NESTED_KEY_ENDING,
    RULE_KEY_WITHOUT_CONTENT,
    RULE_KEYS,
    SIDE_KEY_WITHOUT_SOURCE,
    SIDE_KEYS,
)
from newsquote._text.ranges import Tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._quotes.attribution import Attribution
    from newsquote._quotes.rules import Rule, Side
    from newsquote._text.doc import Doc
    from newsquote._text.ranges import Chars

__all__ = ["hints_of"]


def hints_of(doc: Doc, ruled: Sequence[Attribution], outermost: Sequence[bool]) -> dict[int, Hint]:
    """The hints of a text, by every token of their cues; the first rule of a token has it.

    :param outermost: for each attribution whether its cue stands in no other's content.
    """
    found: dict[int, Hint] = {}
    for attribution, is_outermost in zip(ruled, outermost, strict=True):
        if attribution.cue is None:
            continue
        cue = doc.tokens_in(*attribution.cue.range)
        hint = _hint(doc, attribution, cue, outermost=is_outermost)
        for token in range(*cue):
            found.setdefault(token, hint)
    return found


def _hint(doc: Doc, attribution: Attribution, cue: Tokens, *, outermost: bool) -> Hint:
    left, right = _beside(cue, _pieces(doc, attribution))
    source = attribution.source
    return Hint(
        cue=cue,
        source=None if source is None else _trimmed_tokens(doc, source),
        left=left,
        right=right,
        rule=_rule_key(attribution.rule, outermost=outermost),
        side=_side_key(attribution.side),
    )


def _rule_key(rule: Rule | None, *, outermost: bool) -> str:
    key = RULE_KEY_WITHOUT_CONTENT if rule is None else RULE_KEYS[rule]
    return key if outermost else key + NESTED_KEY_ENDING


def _side_key(side: Side | None) -> str:
    return SIDE_KEY_WITHOUT_SOURCE if side is None else SIDE_KEYS[side]


def _pieces(doc: Doc, attribution: Attribution) -> list[Tokens]:
    """The pieces of content in order, those with no word between them as one."""
    pieces = sorted([_trimmed_tokens(doc, piece) for piece in attribution.pieces])
    found: list[Tokens] = []
    for piece in pieces:
        i, j = piece
        if i >= j:
            continue
        if found and not _has_words(doc, found[-1].j, i):
            found[-1] = Tokens(found[-1].i, j)
        else:
            found.append(piece)
    return found


def _beside(cue: Tokens, pieces: Sequence[Tokens]) -> tuple[Tokens | None, Tokens | None]:
    """The nearest piece before a cue and the nearest behind it."""
    left = right = None
    first, last = cue
    for piece in pieces:
        i, j = piece
        if j <= first:
            left = piece
        if i >= last and right is None:
            right = piece
    return left, right


def _trimmed_tokens(doc: Doc, where: Chars) -> Tokens:
    """The tokens of a range from its first word to its last."""
    words = doc.words
    tokens = doc.tokens_in(*where)
    first, last = tokens
    i, j = tokens
    while i < j and not (words[i].isalnum() or _has_letter(words[i])):
        i += 1
    while i < j and not (words[j - 1].isalnum() or _has_letter(words[j - 1])):
        j -= 1
    return tokens if i == first and j == last else Tokens(i, j)


def _has_words(doc: Doc, i: int, j: int) -> bool:
    return i < j and _has_letter("".join(doc.words[i:j]))


def _has_letter(text: str) -> bool:
    """Whether a letter or digit stands in a text."""
    return any(map(str.isalnum, text))
