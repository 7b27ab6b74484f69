"""What belongs together: cue with source and content, piece with piece.

In: the cues, and the finders of sources and contents. Out: drafts of attributions. Why: an attribution is a choice made jointly: the side of
the source depends on where the content stands, a second verb shares the subject of the first, a relay turns its object into the source, and
a quotation that goes on behind a full stop or in the next paragraph is still the same one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from typing import TYPE_CHECKING

import attrs

from newsquote._quotes.clauses.sources import Source
from newsquote._quotes.rules import RULE_TEXTS, SIDE_KEYS, Rule, Side
from newsquote._text.signs import PAUSES, STOPS
from newsquote.kinds import CueCategory, Polarity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._quotes.clauses.contents import Content, ContentFinder
    from newsquote._quotes.clauses.cues import Cue
    from newsquote._quotes.clauses.sources import SourceFinder
    from newsquote._quotes.records import Range
    from newsquote._text.doc import Doc

__all__ = [
    "QUOTING",
    "Draft",
    "attach",
    "bracketed",
    "join",
    "nest",
    "outermost",
    "relayed",
    "touches",
]

_MIN_FLOATING = 4
_LEAD = 6
_FEW = 3
_MOST_AROUND = 12
_FAR_OFF = 10**12
_LEAST_BLOCK = 5
QUOTING = frozenset((Rule.QUOTATION_BEFORE_CUE, Rule.QUOTATION_BEHIND_CUE))
_ACCORDING = "according to"
_FINISHED = frozenset((Rule.TURN, Rule.SIGNED, Rule.ANSWER))
"""What is found by these rules is whole: nothing that has no cue goes on with it."""
_FIRM = frozenset(
    (
        Rule.CLAUSE_OF_PRONOUN,
        Rule.CLAUSE_WITH_THAT,
        Rule.CLAUSE_BEHIND_COLON,
        Rule.QUOTATION_BEFORE_CUE,
        Rule.QUOTATION_BEHIND_CUE,
        Rule.QUESTION_CLAUSE,
    )
)
_NESTED = _FIRM | {
    Rule.CLAUSE_WITHOUT_THAT,
    Rule.INFINITIVE,
    Rule.OBJECT_AND_OF,
    Rule.OBJECT_AND_PREDICATE,
}
"""The rules by which a statement inside a statement is told."""


@attrs.define(eq=False, repr=False, kw_only=True)
class Draft:
    """An attribution in the making."""

    pieces: list[Range]
    used: list[int]
    cue: Range | None
    lemma: str
    category: CueCategory
    polarity: Polarity
    source: Range | None
    voice: Range | None = None
    """The mention of who speaks, where the source is only a label, or none is printed."""
    labelled: bool = False
    """The source is a label that names nobody: "Q"."""
    relayed_by: Range | None = None
    addressee: Range | None = None
    occasion: Range | None = None
    when: Range | None = None
    parent: Draft | None = None
    """The draft in whose content it is nested."""
    paragraph: int
    sentence: int = -1
    mode: str | None = None
    """What the model takes it for."""
    chance: float | None = None
    """The model's chance that it is an attribution."""
    rule: Rule | None = None
    """The rule that found the content."""
    evidence: list[str] = attrs.field(factory=list)


def attach(
    doc: Doc, cues: Sequence[Cue], sources: SourceFinder, contents: ContentFinder
) -> list[Draft]:
    """A draft for every cue that has a content."""
    linker = _Linker(doc, sources, contents)
    return [draft for cue in cues if (draft := linker.link(cue)) is not None]


class _Linker:
    """Goes through the cues in order and remembers what the sentence has had."""

    def __init__(self, doc: Doc, sources: SourceFinder, contents: ContentFinder) -> None:
        self.doc, self.sources, self.contents = doc, sources, contents
        self.conjunctions = doc.pack.closed("conjunctions")
        self.history: list[tuple[Cue, Draft, Source | None]] = []
        """What the sentence has had."""

    def link(self, cue: Cue) -> Draft | None:
        if self._is_reduced(cue):
            return None
        relay = self._relay(cue)
        if relay is not None:
            return self._kept(cue, relay)
        for source in self._sources(cue):
            if source is None and not self.contents.may_quote(cue):
                continue  # without a source only quotations count
            content = self.contents.content_of(cue, source)
            if content is None or (cue.weak and not (content.used or content.rule in _FIRM)):
                continue
            if source is None and not content.used:
                continue
            return self._kept(cue, self._draft(cue, source, content), source)
        return None

    def _is_reduced(self, cue: Cue) -> bool:
        """Whether a verb of naming only describes the noun before it: "a tax, dubbed X,"."""
        first = self.doc.sentences[cue.sentence][0]
        return (
            "d" in cue.frames
            and set(cue.frames) <= {"d", "k"}
            and cue.i == cue.head
            and cue.i > first
            and self.doc.words[cue.i - 1] == ","
            and self.sources.left(cue) is None
        )

    def _kept(self, cue: Cue, draft: Draft, source: Source | None = None) -> Draft:
        if self.history and self.history[-1][1].sentence != cue.sentence:
            self.history.clear()
        self.history.append((cue, draft, source))
        return draft

    def _draft(self, cue: Cue, source: Source | None, content: Content) -> Draft:
        doc = self.doc
        where = (
            None
            if source is None
            else bracketed(doc.text, (doc.starts[source.i], doc.ends[source.j - 1]))
        )
        return Draft(
            pieces=list(content.pieces),
            used=list(content.used),
            cue=(doc.starts[cue.i], doc.ends[cue.j - 1]),
            lemma=cue.lemma,
            category=cue.category,
            polarity=cue.polarity,
            source=where,
            addressee=content.addressee,
            paragraph=doc.sentence_paragraphs[cue.sentence],
            sentence=cue.sentence,
            rule=content.rule,
            evidence=[
                f"cue: {cue.lemma}, {cue.build}",
                f"source: {SIDE_KEYS[source.side if source else Side.NONE]}",
                f"content: {RULE_TEXTS[content.rule]}",
            ],
        )

    def _sources(self, cue: Cue) -> Sequence[Source | None]:
        """The sources to try, the likeliest first."""
        if cue.build == "according":
            return [found] if (found := self.sources.right(cue)) is not None else []
        first = self.doc.sentences[cue.sentence][0]
        before = self.doc.lowers[cue.i - 1] if cue.i > first else ""
        if cue.build == "participle" or before in self.conjunctions:
            return [self._shared(cue)]
        left, right = self.sources.left(cue), None
        if (
            not before
            or self.contents.mark_at[cue.i - 1] >= 0
            or before in PAUSES
            or before in STOPS
        ):
            right = self.sources.right(cue)
        subject = left if left is not None else self._shared(cue)
        return [right, subject, None] if right is not None else [subject, None]

    def _shared(self, cue: Cue) -> Source | None:
        """The subject of the verb before, or of the sentence."""
        source = self._earlier(cue) or self.sources.subject(cue)
        return None if source is None else Source(source.i, source.j, cue.i, cue.j, Side.SHARED)

    def _earlier(self, cue: Cue) -> Source | None:
        """The source of the sentence's last attribution that is not inside another's content, one of the same verb form first."""
        outer = [
            (other, source)
            for other, draft, source in self.history
            if draft.sentence == cue.sentence
            and source is not None
            and not any(_holds(more, draft) for _, more, _ in self.history)
        ]
        parallel = [source for other, source in outer if self.contents.is_parallel(other, cue)]
        fitting = parallel or [source for _, source in outer]
        return fitting[-1] if fitting else None

    def _relay(self, cue: Cue) -> Draft | None:
        """N quoted S as saying C; S was quoted by N as saying C."""
        first = self.doc.sentences[cue.sentence][0]
        if cue.build != "participle" or cue.i - 1 <= first or self.doc.lowers[cue.i - 1] != "as":
            return None
        relays = self.doc.pack.words("relay_verbs")
        verb = next(
            (
                k
                for k in range(cue.i - 2, max(first, cue.i - 30), -1)
                if self.doc.lowers[k] in relays
            ),
            None,
        )
        if verb is None:
            return None
        source, relayed_by = self.sources.relay(verb, cue)
        relayed_by = relayed_by or self._passed_on(cue)
        outer = min(
            (found.lo for found in (source, relayed_by) if found is not None), default=cue.i
        )
        content = self.contents.content_of(cue, Source(outer, outer, outer, cue.j, Side.LEFT))
        if content is None:
            return None
        draft = self._draft(cue, source, content)
        draft.cue, draft.lemma = (self.doc.starts[verb], self.doc.ends[verb]), "quote"
        draft.relayed_by = (
            None
            if relayed_by is None
            else (self.doc.starts[relayed_by.i], self.doc.ends[relayed_by.j - 1])
        )
        draft.evidence.append("relay: quoted as saying")
        return draft

    def _passed_on(self, cue: Cue) -> Source | None:
        """By whom, where that stands at the end: "was quoted as saying by the Herald"."""
        doc, last = self.doc, self.doc.sentences[cue.sentence][1]
        if doc.lowers[cue.j : cue.j + 1] != ["by"]:
            return None
        end = next((k for k in range(cue.j + 1, last) if not doc.words[k][0].isalnum()), last)
        return Source(cue.j + 1, end, cue.j + 1, end, Side.RIGHT) if end > cue.j + 1 else None


# --------------------------------------------------------------------- pieces that belong together


def join(
    doc: Doc, drafts: list[Draft], inside: list[int], sources: SourceFinder, cues: Sequence[Cue]
) -> list[Draft]:
    """Settle which draft has which quotation, and give the quotations that have no cue of their own to the one they go on with."""
    drafts = _settled(
        doc,
        sorted(
            outermost(relayed(doc, drafts, drafts)),
            key=lambda draft: (draft.paragraph, draft.pieces[0], draft.cue or (0, 0)),
        ),
    )
    owner = {number: draft for draft in drafts for number in draft.used}
    verbs = {cue.sentence: cue for cue in cues if cue.build == "finite"}
    _join_backwards(doc, drafts, owner)
    floating = [
        number
        for number, marked in enumerate(doc.marked)
        if number not in owner and not marked.depth
    ]
    if floating:
        by_sentence = {draft.sentence: draft for draft in drafts}
        by_paragraph = {
            draft.paragraph: draft
            for draft in sorted(drafts, key=lambda draft: draft.cue or (0, 0))
        }
        for number in floating:
            home = _home(doc, number, owner, by_sentence, by_paragraph, inside) or _lead_in(
                doc, number, sources, drafts, verbs
            )
            if home is not None:
                _give(doc, number, home)
                owner[number] = by_paragraph[doc.marked[number].paragraph] = home
    drafts += _blocks(doc, drafts, sources, verbs)
    return sorted(drafts, key=lambda draft: (draft.pieces[0], draft.cue or (0, 0)))


def nest(doc: Doc, drafts: Sequence[Draft], ruled: Sequence[Draft]) -> list[Draft]:
    """The drafts, with what their sources say that others said: "Lee said that Ek had told her that ..."

    :param ruled: the drafts of the rules; of these, firm ones that stand wholly in a draft's content are nested in it.
    """
    out = list(drafts)
    cues = {draft.cue for draft in drafts}
    holders = _Holders(drafts)
    left = [
        draft
        for draft in ruled
        if draft.pieces
        and draft.source is not None
        and draft.rule in _NESTED
        and draft.cue not in cues
    ]
    for draft in sorted(left, key=lambda found: (found.pieces[0][0], -found.pieces[-1][1])):
        if draft.cue in cues:
            continue
        for around in holders.of(draft):
            piece = _cut(doc, draft, around)
            if piece is not None:
                child = attrs.evolve(
                    draft,
                    pieces=piece,
                    parent=around,
                    evidence=[*draft.evidence, "nested in another's statement"],
                )
                cues.add(draft.cue)
                holders.add(child)
                out.append(child)
                break
    return sorted(
        out, key=lambda draft: (draft.pieces[0][0], -draft.pieces[-1][1], draft.cue or (0, 0))
    )


class _Holders:
    """The drafts by where their pieces stand."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self.pieces = sorted(
            ((start, end, n) for n, draft in enumerate(drafts) for start, end in draft.pieces),
            key=lambda found: found[:2],
        )
        self.drafts = list(drafts)

    def add(self, draft: Draft) -> None:
        self.drafts.append(draft)
        for start, end in draft.pieces:
            insort(self.pieces, (start, end, len(self.drafts) - 1))

    def of(self, draft: Draft) -> list[Draft]:
        """The drafts in whose content a draft's cue and source stand, the narrowest first."""
        if draft.cue is None or draft.source is None:
            return []
        first, last = min(draft.cue[0], draft.source[0]), max(draft.cue[1], draft.source[1])
        n = bisect_right(self.pieces, (first, _FAR_OFF, 0))
        around = [
            (end - start, k)
            for start, end, k in self.pieces[max(0, n - _MOST_AROUND) : n]
            if last <= end
        ]
        return [self.drafts[k] for _, k in sorted(around)]


def _cut(doc: Doc, draft: Draft, outer: Draft) -> list[Range] | None:
    """A draft's pieces, cut to the piece of another's content in which it stands; None if nothing is left, or all of it."""
    if draft.cue is None:
        return None
    start, end = next(
        ((i, j) for i, j in outer.pieces if i <= draft.cue[0] and draft.cue[1] <= j), (0, 0)
    )
    pieces: list[Range] = []
    for i, j in sorted(draft.pieces):
        first, last = max(i, start, pieces[-1][1] if pieces else 0), min(j, end)
        if last == end:
            last = end = _before_signs(doc.text, first, end)
        if any(map(str.isalnum, doc.text[first:last])):
            pieces.append((first, last))
    return pieces if pieces and pieces != outer.pieces else None


def _before_signs(text: str, start: int, end: int) -> int:
    """The end of a range without the signs at its end: the sign before the outer mark is not the inner statement's."""
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return end


def _blocks(
    doc: Doc, drafts: Sequence[Draft], sources: SourceFinder, verbs: dict[int, Cue]
) -> list[Draft]:
    """Paragraphs without marks that stand below a cue and a colon: "Lee added:" and what she added."""
    if not any(doc.words[doc.sentences[sentence][1] - 1] == ":" for sentence in verbs):
        return []
    spoken = {draft.sentence for draft in drafts}
    said = {draft.paragraph for draft in drafts} | {
        doc.paragraph_of(piece[0]) for draft in drafts for piece in draft.pieces
    }
    found = []
    for sentence, verb in verbs.items():
        number = doc.sentence_paragraphs[sentence] + 1
        last = doc.sentences[sentence][1]
        if (
            sentence in spoken
            or number in said
            or number >= len(doc.paragraphs)
            or "q" not in verb.frames
        ):
            continue
        i, j = doc.paragraph_tokens[number]
        closes = (
            last == doc.paragraph_tokens[number - 1][1]
            and doc.words[last - 1] == ":"
            and last - verb.j <= _LEAD
        )
        if (
            closes
            and j - i > _LEAST_BLOCK
            and doc.words[i][0].isupper()
            and doc.words[j - 1] in STOPS
            and (source := sources.left(verb))
        ):
            draft = _below(doc, sentence, verb, source)
            draft.pieces.append((doc.starts[i], doc.ends[j - 2]))
            draft.rule = Rule.PARAGRAPH_BELOW
            draft.evidence.append(f"content: {RULE_TEXTS[Rule.PARAGRAPH_BELOW]}")
            found.append(draft)
    return found


def _below(doc: Doc, sentence: int, verb: Cue | None, source: Source) -> Draft:
    """A draft of what stands below a sentence that ends in a colon; its pieces are still to be added."""
    colon = doc.sentences[sentence][1] - 1
    return Draft(
        pieces=[],
        used=[],
        cue=(doc.starts[colon], doc.ends[colon])
        if verb is None
        else (doc.starts[verb.i], doc.ends[verb.j - 1]),
        lemma=":" if verb is None else verb.lemma,
        category=CueCategory.PUNCTUATION if verb is None else verb.category,
        polarity=Polarity.POSITIVE,
        source=(doc.starts[source.i], doc.ends[source.j - 1]),
        paragraph=doc.sentence_paragraphs[sentence],
        sentence=sentence,
        evidence=["cue: colon at a paragraph's end", f"source: {SIDE_KEYS[source.side]}"],
    )


def relayed(doc: Doc, drafts: Sequence[Draft], ruled: Sequence[Draft]) -> list[Draft]:
    """The drafts, with those that only say where a statement was found put aside: "...," S said, according to a transcript.

    :param ruled: the drafts of the rules, among which the statement's own is.
    """
    if not any(draft.lemma == _ACCORDING for draft in drafts):
        return list(drafts)
    quoting: dict[int, Draft] = {}
    telling: dict[int, Draft] = {}
    for draft in ruled:
        if draft.source is not None and draft.relayed_by is None and draft.lemma != _ACCORDING:
            if draft.rule in QUOTING:
                quoting.setdefault(draft.sentence, draft)
            telling.setdefault(draft.sentence, draft)
    out = []
    gone: set[Range | None] = set()
    for outer in drafts:
        inner = None
        if outer.lemma == _ACCORDING and outer.source is not None and len(outer.pieces) == 1:
            inner = quoting.get(outer.sentence) or (
                telling.get(outer.sentence) if _is_record(doc, outer.source) else None
            )
        if inner is not None and inner is not outer and _fills(inner, outer.pieces[0]):
            gone.add(inner.cue)
            out.append(
                attrs.evolve(
                    inner,
                    relayed_by=outer.source,
                    evidence=[*inner.evidence, "relay: according to"],
                )
            )
        else:
            out.append(outer)
    return [draft for draft in out if draft.relayed_by is not None or draft.cue not in gone]


def _is_record(doc: Doc, source: Range) -> bool:
    """Whether a source only holds what others said, and can say nothing itself: "a transcript of the call", "court papers"."""
    i, j = doc.tokens_in(*source)
    end = next((k for k in range(i, j) if doc.lowers[k] in doc.pack.words("prepositions")), j)
    return not doc.pack.closed("record_words").isdisjoint(doc.lowers[i:end])


def _fills(draft: Draft, where: Range) -> bool:
    """Whether a draft is all that stands in a range, but for a few letters."""
    ranges = [*draft.pieces, *(found for found in (draft.cue, draft.source) if found is not None)]
    return (
        min(start for start, _ in ranges) - where[0] <= _FEW
        and where[1] - max(end for _, end in ranges) <= _FEW
    )


def _give(doc: Doc, number: int, home: Draft) -> None:
    """Add a marked text to a draft's content."""
    marked = doc.marked[number]
    home.pieces = sorted({*home.pieces, (marked.start, marked.end)})
    home.used.append(number)
    home.evidence.append(
        "joined: goes on in another paragraph"
        if marked.paragraph != home.paragraph
        else "joined: goes on"
    )


def _join_backwards(doc: Doc, drafts: list[Draft], owner: dict[int, Draft]) -> None:
    """Give a quotation whose cue comes in a later paragraph the paragraphs with which it began."""
    if not any(marked.continues for marked in doc.marked):
        return
    for draft in drafts:
        number = min(draft.used, default=0)
        while draft.rule != Rule.TURN and doc.marked[number].continues:
            number = next(
                (
                    n
                    for n in range(number - 1, -1, -1)
                    if not doc.marked[n].depth and not doc.marked[n].closed
                ),
                -1,
            )
            if number < 0 or number in owner:
                break
            _give(doc, number, draft)
            owner[number] = draft


def _lead_in(
    doc: Doc, number: int, sources: SourceFinder, drafts: list[Draft], verbs: dict[int, Cue]
) -> Draft | None:
    """A draft for a quoted paragraph below one that ends in a colon and names who speaks; the quotation itself is added by the caller."""
    marked = doc.marked[number]
    if marked.paragraph == 0 or doc.paragraphs[marked.paragraph][0] != marked.start:
        return None
    i, j = doc.paragraph_tokens[marked.paragraph - 1]
    if i >= j or doc.words[j - 1] != ":":
        return None
    sentence = doc.sentence_of(j - 1)
    verb = verbs.get(sentence)
    source = (sources.left(verb) if verb is not None else None) or sources.subject_of(
        sentence, j - 1
    )
    if source is None:
        return None
    draft = _below(doc, sentence, verb, source)
    drafts.append(draft)
    return draft


def bracketed(text: str, where: Range) -> Range:
    """A range with the end of the bracket that it opens: "Ann Lee (D-Wis.)"."""
    start, end = where
    if ")" not in text[end : end + 2]:
        return where
    for close in range(end + 1, end + 3):
        if text[close - 1 : close] == ")" and text.count("(", start, end) > text.count(
            ")", start, end
        ):
            return start, close
    return where


def touches(ranges: Sequence[Range], where: Range | None) -> bool:
    """Whether a range overlaps one of some sorted ranges that are apart."""
    if where is None or not ranges:
        return False
    n = bisect_left(ranges, where)
    return (n > 0 and _overlap(ranges[n - 1], where)) or (
        n < len(ranges) and _overlap(ranges[n], where)
    )


def _overlap(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def outermost(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts whose cue stands inside no other's content: what a source says that others say is that source's statement."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.sentence, []).append(draft)
    return [draft for group in by_sentence.values() for draft in _kept(group)]


def _kept(group: list[Draft]) -> list[Draft]:
    """Of one sentence's drafts those that no kept draft holds."""
    if len(group) == 1:
        return group
    holders = [[n for n, other in enumerate(group) if _holds(other, draft)] for draft in group]
    if not any(holders):
        return group
    verdicts: dict[int, bool] = {}
    for _ in group:
        for n, held_by in enumerate(holders):
            if n not in verdicts and all(m in verdicts for m in held_by):
                verdicts[n] = not any(verdicts[m] for m in held_by)
    return [draft for n, draft in enumerate(group) if verdicts.get(n, True)]


def _holds(outer: Draft, draft: Draft) -> bool:
    """Whether a draft's cue stands inside another's content."""
    if outer is draft or draft.cue is None:
        return False
    first, last = draft.cue
    return any(start <= first and last <= end for start, end in outer.pieces)


def _settled(doc: Doc, drafts: list[Draft]) -> list[Draft]:
    """Of two drafts with the same quotation, the one whose cue is nearer keeps it; the other goes if nothing is left to it."""
    best: dict[int, tuple[int, int]] = {}
    for n, draft in enumerate(drafts):
        for number in draft.used:
            distance = _distance(doc, draft, number)
            if number not in best or distance < best[number][0]:
                best[number] = (distance, n)
    kept = []
    for n, draft in enumerate(drafts):
        lost = [
            number
            for number in draft.used
            if best[number][1] != n and _is_piece(doc, draft, number)
        ]
        if lost:
            ranges = {(doc.marked[number].start, doc.marked[number].end) for number in lost}
            draft.pieces = [piece for piece in draft.pieces if piece not in ranges]
            draft.used = [number for number in draft.used if number not in lost]
        if draft.pieces:
            kept.append(draft)
    return kept


def _is_piece(doc: Doc, draft: Draft, number: int) -> bool:
    return (doc.marked[number].start, doc.marked[number].end) in draft.pieces


def _distance(doc: Doc, draft: Draft, number: int) -> int:
    """How far a draft's cue stands from a quotation, in code points; a quotation inside a clause of content is nearest of all."""
    if draft.cue is None or not _is_piece(doc, draft, number):
        return -1
    marked = doc.marked[number]
    return max(draft.cue[0] - marked.end, marked.start - draft.cue[1], 0)


def _home(
    doc: Doc,
    number: int,
    owner: dict[int, Draft],
    by_sentence: dict[int, Draft],
    by_paragraph: dict[int, Draft],
    inside: list[int],
) -> Draft | None:
    """The draft with which a quotation without a cue goes on, or None."""
    marked = doc.marked[number]
    i, j = doc.tokens_in(marked.start, marked.end)
    if j - i < _MIN_FLOATING or not _stands_alone(doc, i, j, inside):
        return None
    before = number - 1
    while before >= 0 and doc.marked[before].depth:
        before -= 1
    previous = owner.get(before) if before >= 0 else None
    if (
        previous is not None
        and previous.rule not in _FINISHED
        and marked.paragraph - doc.marked[before].paragraph <= 1
        and _nothing_between(doc, doc.marked[before].end, marked.start)
    ):
        return previous
    beside = by_sentence.get(doc.sentence_of(i) - 1)
    if beside is not None and beside.paragraph == marked.paragraph:
        return beside
    if marked.paragraph == 0 or doc.paragraphs[marked.paragraph][0] != marked.start:
        return None
    above = by_paragraph.get(marked.paragraph - 1)
    return None if above is None or above.rule in _FINISHED else above


def _nothing_between(doc: Doc, start: int, end: int) -> bool:
    return not any(map(str.isalnum, doc.text[start:end]))


def _stands_alone(doc: Doc, i: int, j: int, inside: list[int]) -> bool:
    """Whether a marked text is whole sentences: it begins one, and nothing of its last sentence is left behind it."""
    first = doc.sentences[doc.sentence_of(i)][0]
    last = doc.sentences[doc.sentence_of(j - 1)][1]
    return first == i and not any(
        doc.words[k][0].isalnum() for k in range(j, last) if inside[k] < 0
    )
