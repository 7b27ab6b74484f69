"""A text -> who said what.

In: a ``Doc`` and the names in it. Out: a ``Reading``: quotes, refusals to speak, marked words that are no quotation. Why: the steps of the
room in their order. Recall is decided in ``cues``, sources in ``sources``, boundaries in ``spans``, what belongs together in ``links``,
and what it all is in ``modes``.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsquote._quotes import hints, modes
from newsquote._quotes import linking as links
from newsquote._quotes import merging as learned
from newsquote._quotes.clauses import circumstances, cues
from newsquote._quotes.clauses.contents import ContentFinder
from newsquote._quotes.clauses.sources import SourceFinder
from newsquote._quotes.conventions import interviews, nominal_cues, turns, unattributed
from newsquote._quotes.conventions import refusals as silences
from newsquote._quotes.model import finding
from newsquote._quotes.model import weights as model

if TYPE_CHECKING:
    from newsquote._names.spotting import Names
    from newsquote._quotes.clauses.cues import Cue
    from newsquote._quotes.linking import Draft
    from newsquote._quotes.records import Range, Reading
    from newsquote._text.doc import Doc
    from newsquote._text.notes import Notes
    from newsquote.lang import LanguagePack

__all__ = ["Ruled", "Wanted", "find_by_rules", "read_quotes", "sources_of"]


@cache
def _striking(pack: LanguagePack) -> frozenset[str]:
    """The words at which cues, nouns that attribute and refusals to speak are found."""
    return cues.ends(pack) | frozenset(nominal_cues.nouns(pack)) | silences.triggers(pack)


def _spots(doc: Doc) -> list[int]:
    """The tokens at which a rule may find something, by their words: a few of all, so that all are gone through once."""
    striking = _striking(doc.pack)
    return [k for k, word in enumerate(doc.lowers) if word in striking]


class Ruled(NamedTuple):
    """The drafts that the rules make, before pieces are joined; the cues, the sources of their sources, and where it was worth looking."""

    drafts: list[Draft]
    cues: list[Cue]
    sources: SourceFinder
    spots: list[int]


def find_by_rules(doc: Doc, names: Names, inside: list[int], headline: int | None) -> Ruled:
    """What the rules find."""
    spots = _spots(doc)
    found = cues.find(doc, inside, spots)
    sources = SourceFinder(doc, names, inside)
    contents = ContentFinder(doc, inside, found, sources)
    return Ruled(
        [
            *turns.find(doc, names, inside, headline),
            *interviews.find(doc, names, inside, headline),
            *nominal_cues.find(doc, names, inside, spots),
            *links.attach(doc, found, sources, contents),
        ],
        found,
        sources,
        spots,
    )


def _inside_marks(doc: Doc, names: Names, spots: list[int]) -> list[Draft]:
    """The drafts that the rules make of what stands inside quotation marks, as if these marks were not there."""
    inside = cues.outer_marks(doc, depth=1)
    outer = cues.outer_marks(doc)
    found = [cue for cue in cues.find(doc, inside, spots) if outer[cue.i] >= 0]
    sources = SourceFinder(doc, names, inside)
    return links.attach(doc, found, sources, ContentFinder(doc, inside, found, sources))


class Wanted(NamedTuple):
    """What is asked for: that trained weights choose, or the rules alone; thoughts as well; what a source says that others said as well."""

    trained: bool
    thoughts: bool
    nested: bool
    words: bool = True
    """Whether the text's words are the pack's; if not, its marks are all that can be read."""


def read_quotes(
    doc: Doc, names: Names, notes: Notes, headline: int | None, wanted: Wanted
) -> Reading:
    """Find the attributions of a text.

    :param headline: which of the paragraphs is the headline.
    """
    if not wanted.words:
        reading = modes.judge(doc, unattributed.find(doc), [])
        modes.note_strays(doc, notes)
        return reading
    inside = cues.outer_marks(doc)
    by_rules, found, sources, spots = find_by_rules(doc, names, inside, headline)
    drafts = by_rules
    if wanted.trained:
        weights = model.model_of(doc.pack)
        drafts = learned.merged(
            doc,
            finding.find_attributions(
                doc, names, weights, hints.hints_of(doc, drafts), thoughts=wanted.thoughts
            ),
            drafts,
            thoughts=wanted.thoughts,
        )
    drafts = links.join(doc, drafts, inside, sources, found)
    if wanted.nested:
        drafts = links.nest(doc, drafts, [*by_rules, *_inside_marks(doc, names, spots)])
    circumstances.settle(doc, drafts)
    reading = modes.judge(doc, drafts, silences.find(doc, sources, inside, spots))
    modes.note_strays(doc, notes)
    modes.note_labels(reading, notes)
    return reading


def sources_of(reading: Reading) -> list[Range]:
    """Every source, in text order: whom the resolution has to find."""
    found = {where for record in reading.quotes for where in (record.speaking, record.relayed_by)}
    found |= {record.source for record in reading.no_comments}
    return sorted(where for where in found if where is not None)
