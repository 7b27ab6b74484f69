"""How a cue, a source and a content stand to one another.

In: a case, a content, a source. Out: the score of the three together. Why: a source is more likely
where it is in the order that English has them in, and less where it overlaps what is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsquote._quotes.model.hints import agreement
from newsquote._quotes.model.token_ranges import overlap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._quotes.model.cases import Case
    from newsquote._quotes.model.score_tables import TableMaker
    from newsquote._quotes.model.token_ranges import TokenRange

__all__ = ["RelatedContent", "RelatedSource", "RelationTables", "score_relations"]

_SPELLED_KINDS = 3
"""TokenRange of a source whose kinds are spelled."""
_SPELLED_CLASSES = 2
"""TokenRange between cue, source and pieces whose classes are spelled."""
_TOKENS_A_STEP = 4
_MOST_STEPS = 4
"""More tokens are counted in fours, up to four of them."""
_NO_CLASHES = "00"


class RelationTables:
    """The tables of cue, source and content together."""

    def __init__(self, table: TableMaker) -> None:
        self.pattern = table(_pattern_keys)
        self.hint = table(_agreement_keys)
        self.sides = table(_side_keys)
        self.source = table(_source_keys)
        self.name = table(_name_keys)


class RelatedContent(NamedTuple):
    """What all choices with one content share."""

    left: TokenRange | None
    right: TokenRange | None
    pieces: list[TokenRange]
    sides: str
    edges: str
    """For each piece whether it begins and ends inside marks."""
    agreement: str

    @classmethod
    def of_case(
        cls, case: Case, left: TokenRange | None, right: TokenRange | None
    ) -> RelatedContent:
        """A content of a case."""
        inside = case.view.inside
        hint = case.hint
        pieces = [piece for piece in (left, right) if piece is not None]
        if len(pieces) > 1:
            sides = "LR"
        elif left is None:
            sides = "R"
        else:
            sides = "L"
        edges = "".join([f"{inside[start]}{inside[end - 1]}" for start, end in pieces])
        agrees = "-"
        if hint is not None:
            agrees = _agreement_with(hint.left, left) + _agreement_with(hint.right, right)
        return cls(left, right, pieces, sides, edges, agrees)


class RelatedSource(NamedTuple):
    """What all choices with one source share."""

    tokens: TokenRange | None
    side: str
    """Of the cue: l, r, 0 where there is no source."""
    mark: int
    """The marked text around its first word."""
    beside: int
    """Whether that is the marked text around the cue, too."""
    klass: str
    kinds: str
    agreement: str

    @classmethod
    def of_case(cls, case: Case, source: TokenRange | None) -> RelatedSource:
        """A source of a case."""
        agrees = "-" if case.hint is None else _agreement_with(case.hint.source, source)
        if source is None:
            return cls(None, "0", -1, 0, "", "", agrees)
        (first, end) = source
        mark_at = case.view.mark_at
        types = case.view.types
        kinds = [kind.kind for kind in types[first : min(end, first + _SPELLED_KINDS)]]
        side = "l" if first < case.cue[0] else "r"
        mark = mark_at[first]
        beside = 1 if mark == mark_at[case.head] else 0
        return cls(source, side, mark, beside, types[first].klass, "".join(kinds), agrees)


def score_relations(
    case: Case, content: RelatedContent, source: RelatedSource, tables: RelationTables
) -> int:
    """The score of a cue, a content and a source together."""
    hint = case.hint
    klass = case.verb.klass
    cue = case.cue
    left, right, pieces, sides, edges, what = content
    tokens, side, mark, beside, first_class, kinds, who = source
    rule, rule_side = ("-", "-") if hint is None else (hint.rule, hint.side)
    score = (
        tables.pattern[_pattern_of(case, pieces, tokens)] + tables.hint[what, who, rule, rule_side]
    )
    if tokens is None:
        return score + tables.sides[sides, "0", _NO_CLASHES, edges, klass]
    first, end = tokens
    clashes = ("1" if left is not None and overlap(tokens, left) else "0") + (
        "1" if right is not None and overlap(tokens, right) else "0"
    )
    in_piece = between = 0
    mark_at = case.view.mark_at
    for piece_start, piece_end in pieces:
        if mark >= 0 and mark == mark_at[piece_start]:
            in_piece = 1
        is_behind_source = end <= piece_start and piece_end <= cue[0]
        if is_behind_source or (cue[1] <= piece_start and piece_end <= first):
            between += 1
    return (
        score
        + tables.sides[sides, side, clashes, edges, klass]
        + tables.source[side, beside, in_piece, between]
        + tables.name[side, sides, first_class, kinds]
    )


def _pattern_of(
    case: Case, pieces: Sequence[TokenRange], source: TokenRange | None
) -> tuple[str, str]:
    """In which order cue, source and pieces are, with and without what is between them."""
    types = case.view.types
    parts = [(case.cue, "C"), *[(piece, "P") for piece in pieces]]
    if source:
        parts.append((source, "S"))
    parts.sort()
    spelled, order = "", ""
    reached = parts[0][0][0]
    for (start, end), letter in parts:
        if start < reached:
            spelled += "~"
        elif start > reached + _SPELLED_CLASSES:
            spelled += f">{min((start - reached) // _TOKENS_A_STEP, _MOST_STEPS)}"
        elif start > reached:
            spelled += "_".join([kind.klass for kind in types[reached:start]])
        spelled += letter
        order += letter
        reached = end
    return spelled, order


def _agreement_with(hinted: tuple[int, int] | None, found: TokenRange | None) -> str:
    """How a range agrees with what is hinted; ``.`` where there is neither."""
    if found is None:
        return "." if hinted is None else "n"
    return agreement(hinted, *found)


def _pattern_keys(spelled: str, order: str) -> list[str]:
    return [
        f"jC={spelled}",
        f"jD={order}",
    ]


def _agreement_keys(what: str, who: str, rule: str, side: str) -> list[str]:
    return [
        f"jR{what}",
        f"jS{who}",
        f"jT{what}{who}",
        f"jU{what}={rule}",
        f"jV{who}={side}",
    ]


def _side_keys(sides: str, source_side: str, clashes: str, edges: str, verb: str) -> list[str]:
    both = f"{sides}{source_side}"
    return [
        f"jA{both}{clashes}",
        f"jB{both}={verb}",
        f"jI{both}={edges}",
    ]


def _source_keys(side: str, beside: int, in_piece: int, between: int) -> list[str]:
    return [
        f"jE{beside}{in_piece}{side}",
        f"jH{side}{between}",
    ]


def _name_keys(side: str, sides: str, klass: str, kinds: str) -> list[str]:
    return [
        f"jF{side}{sides}={kinds}",
        f"jG{side}{sides}={klass}",
    ]
