"""A cue, with its source and its content.

In: the cues of a text, and what finds sources and contents. Out: an attribution for every cue that
has a content. Why: source and content are chosen jointly: the side of the source depends on where
the content stands, a second verb shares the subject of the first, and in "quoted as saying" two
verbs make one attribution.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import attrs

from newsquote._quotes.attribution import NO_CIRCUMSTANCES, Attribution, Circumstances, CueMention
from newsquote._quotes.clauses import frames
from newsquote._quotes.clauses.sources import Source
from newsquote._quotes.nesting import holds_cue
from newsquote._quotes.places import with_bracket
from newsquote._quotes.relays import find_relay
from newsquote._quotes.rules import (
    WEAK_CUE_RULES,
    CueFound,
    Rule,
    Side,
    Step,
)
from newsquote._text.signs import PAUSES, STOPS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._quotes.clauses.contents import Content, ContentFinder
    from newsquote._quotes.clauses.cues import Cue
    from newsquote._quotes.clauses.sources import SourceFinder
    from newsquote._text.doc import Doc
    from newsquote._text.ranges import Chars

__all__ = ["link_cues"]

_NAMING_FRAMES = frozenset("dk")
"""The frames of verbs that only call something by a name, as ``cue_verbs`` has them."""


def link_cues(
    doc: Doc,
    cues: Sequence[Cue],
    sources: SourceFinder,
    contents: ContentFinder,
    mark_at: Sequence[int],
) -> list[Attribution]:
    """The attributions of the cues that have a content.

    :param cues: in text order.
    :param mark_at: for each token the marked text around it, or -1.
    """
    linker = _Linker(doc, sources, contents, mark_at)
    return [found for cue in cues if (found := linker.link(cue)) is not None]


class _Linked(NamedTuple):
    cue: Cue
    attribution: Attribution
    source: Source | None


class _Linker:
    """Goes through the cues in order and remembers what their sentence has had."""

    def __init__(
        self,
        doc: Doc,
        sources: SourceFinder,
        contents: ContentFinder,
        mark_at: Sequence[int],
    ) -> None:
        self.doc, self.sources, self.contents, self.mark_at = doc, sources, contents, mark_at
        self.conjunctions = doc.pack.closed("conjunctions")
        self.openings = [[word] for word in self.conjunctions]
        self.linked: list[_Linked] = []
        """The attributions of the sentence at hand."""

    def link(self, cue: Cue) -> Attribution | None:
        """The attribution of a cue; None where it has no content."""
        if self._only_names(cue):
            return None
        relayed = self._relayed(cue)
        if relayed is not None:
            return self._remembered(cue, relayed, None)
        for source in self._possible_sources(cue):
            content = self._content(cue, source)
            if content is not None:
                attribution = self._attribution(cue, source, content)
                return self._remembered(cue, attribution, source)
        return None

    def _only_names(self, cue: Cue) -> bool:
        """Whether a verb of naming only describes the noun before it: "a tax, dubbed X,"."""
        if "d" not in cue.frames or not _NAMING_FRAMES.issuperset(cue.frames):
            return False
        first = self.doc.sentences[cue.sentence][0]
        is_bare_verb = cue.i == cue.head
        if not is_bare_verb or cue.i <= first or self.doc.words[cue.i - 1] != ",":
            return False
        return self.sources.left(cue) is None

    def _content(self, cue: Cue, source: Source | None) -> Content | None:
        """What is said, if it is sure enough: without a source only quotations count."""
        if source is None and not self.contents.may_quote(cue):
            return None
        content = self.contents.content_of(cue, source)
        if content is None or content.used:
            return content
        if source is None or (cue.weak and not self._is_sure(cue, content)):
            return None
        return content

    def _is_sure(self, cue: Cue, content: Content) -> bool:
        """Whether a content shows that a verb with other senses is meant as one of saying.

        A clause does before a verb that ends its sentence: "The mill is safe, a study found."
        """
        if content.rule in WEAK_CUE_RULES:
            return True
        return content.rule is Rule.CLAUSE_BEFORE_CUE and self.contents.closes(cue)

    def _remembered(self, cue: Cue, attribution: Attribution, source: Source | None) -> Attribution:
        if self.linked and self.linked[-1].attribution.sentence != cue.sentence:
            self.linked.clear()
        self.linked.append(_Linked(cue, attribution, source))
        return attribution

    def _attribution(self, cue: Cue, source: Source | None, content: Content) -> Attribution:
        doc = self.doc
        side = Side.NONE if source is None else source.side
        circumstances = NO_CIRCUMSTANCES
        if content.addressee is not None:
            circumstances = Circumstances(addressee=content.addressee)
        return Attribution(
            pieces=content.pieces,
            marks=content.used,
            cue=CueMention(
                range=doc.chars_of(cue.i, cue.j),
                lemma=cue.lemma,
                category=cue.category,
                polarity=cue.polarity,
            ),
            source=self._source_range(source),
            circumstances=circumstances,
            paragraph=doc.sentence_paragraphs[cue.sentence],
            sentence=cue.sentence,
            rule=content.rule,
            side=side,
            evidence=(
                CueFound(cue.lemma, cue.build),
                side,
                content.rule,
            ),
        )

    def _source_range(self, source: Source | None) -> Chars | None:
        if source is None:
            return None
        return with_bracket(self.doc.text, self.doc.chars_of(source.i, source.j))

    def _relayed(self, cue: Cue) -> Attribution | None:
        """N quoted S as saying C; S was quoted by N as saying C."""
        relay = find_relay(self.doc, self.sources, cue)
        if relay is None:
            return None
        around = Source(relay.first, relay.first, relay.first, cue.j, Side.LEFT)
        content = self.contents.content_of(cue, around)
        is_passive = relay.source is not None and relay.source.j <= relay.verb
        if content is None and is_passive:
            # "C, S was quoted as saying" has its clause before it, as a finite verb has.
            around = Source(relay.first, relay.first, relay.first, relay.end, Side.RIGHT)
            content = self.contents.content_of(attrs.evolve(cue, build="finite"), around)
        if content is None:
            return None
        doc, relayer = self.doc, relay.relayed_by
        found = self._attribution(cue, relay.source, content).relayed_through(
            None if relayer is None else doc.chars_of(relayer.i, relayer.j),
            Step.RELAYED_AS_SAYING,
        )
        return attrs.evolve(
            found,
            cue=CueMention(
                range=doc.chars_of(relay.verb, relay.verb + 1),
                lemma="quote",
                category=cue.category,
                polarity=cue.polarity,
            ),
        )

    # ------------------------------------------------------------- sources

    def _possible_sources(self, cue: Cue) -> Sequence[Source | None]:
        """The sources to try, the likeliest first."""
        if cue.build == "according":
            named = self.sources.right(cue)
            return [] if named is None else [named]
        first = self.doc.sentences[cue.sentence][0]
        before = self.doc.lowers[cue.i - 1] if cue.i > first else ""
        if cue.build == "participle" or before in self.conjunctions:
            return [self._shared_subject(cue)]
        subject = self.sources.left(cue)
        inverted = self.sources.right(cue) if self._may_be_inverted(cue, before) else None
        if subject is None:
            subject = self._shared_subject(cue)
        elif inverted is not None and self._is_all_before(cue, subject):
            return [subject, None]
        return [subject, None] if inverted is None else [inverted, subject, None]

    def _is_all_before(self, cue: Cue, subject: Source) -> bool:
        """Whether a subject with its insertion is all that stands before a verb with an object.

        So in "Lee, 44, denied the charges" nothing is left that the verb could follow as content.
        """
        if frames.OBJECT not in cue.frames or subject.side is not Side.LEFT:
            return False
        first = self.doc.sentences[cue.sentence][0]
        return subject.i == first or self.doc.lowers[first : subject.i] in self.openings

    def _may_be_inverted(self, cue: Cue, before: str) -> bool:
        """Whether a source may stand behind its verb: the verb begins the sentence or clause."""
        if not before or before in PAUSES or before in STOPS:
            return True
        return self.mark_at[cue.i - 1] >= 0

    def _shared_subject(self, cue: Cue) -> Source | None:
        """The subject of the verb before, or of the sentence."""
        source = self._earlier_source(cue) or self.sources.subject(cue)
        return None if source is None else Source(source.i, source.j, cue.i, cue.j, Side.SHARED)

    def _earlier_source(self, cue: Cue) -> Source | None:
        """The source of the sentence's last attribution, one of the same verb form first.

        What stands inside another's content does not count.
        """
        sourced = [
            linked
            for linked in self.linked
            if linked.attribution.sentence == cue.sentence and linked.source is not None
        ]
        outer = [linked for linked in sourced if not self._is_inside(linked.attribution)]
        parallel = [linked for linked in outer if self.contents.is_parallel(linked.cue, cue)]
        fitting = parallel or outer
        return fitting[-1].source if fitting else None

    def _is_inside(self, attribution: Attribution) -> bool:
        return any(holds_cue(other.attribution, attribution) for other in self.linked)
