"""A text -> who said what.

In: a ``Doc`` and the names in it. Out: ``Quotations``: quotes, refusals to speak, marked words that
are no quotation. Why: this is the room's table of contents. Rules find cues, sources, contents and
conventions; the model weighs what they found; what belongs together is joined; what it all is, is
judged last.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from newsquote._quotes import doubts
from newsquote._quotes.attribution import print_order
from newsquote._quotes.clauses import cues
from newsquote._quotes.clauses.circumstances import with_circumstances
from newsquote._quotes.clauses.contents import ContentFinder
from newsquote._quotes.clauses.sources import SourceFinder
from newsquote._quotes.clauses.unlisted_verbs import find_unlisted
from newsquote._quotes.conventions.headline_tags import find_headline_tag
from newsquote._quotes.conventions.interviews import find_answers
from newsquote._quotes.conventions.letters import find_letters
from newsquote._quotes.conventions.nominal_cues import find_nominal_cues, nouns
from newsquote._quotes.conventions.refusal_shapes import refusal_words
from newsquote._quotes.conventions.refusals import find_refusals
from newsquote._quotes.conventions.signatures import find_signed
from newsquote._quotes.conventions.turns import find_turns
from newsquote._quotes.conventions.unattributed import find_unattributed
from newsquote._quotes.hints import hints_of
from newsquote._quotes.introductions import Introductions
from newsquote._quotes.joining import join_quotations
from newsquote._quotes.judging import judge_attributions
from newsquote._quotes.lead_ins import LeadIns
from newsquote._quotes.linking import link_cues
from newsquote._quotes.merging import merge_model_and_rules
from newsquote._quotes.model import finding, weights
from newsquote._quotes.nesting import are_outermost, nest, outermost
from newsquote._quotes.no_statements import Statements
from newsquote._quotes.relays import fold_relays
from newsquote._quotes.sharing import share_quotations
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from newsquote._names.spotting import Names
    from newsquote._quotes.attribution import Attribution
    from newsquote._quotes.clauses.cues import Cue
    from newsquote._quotes.records import Quotations
    from newsquote._text.doc import Doc
    from newsquote._text.notes import Notes
    from newsquote._text.ranges import Chars
    from newsquote.lang import LanguagePack

__all__ = ["RuleFindings", "Wanted", "find_by_rules", "read_quotes", "sources_of"]


class Wanted(NamedTuple):
    """What is asked for."""

    model: str | None
    """The trained weights that choose, by their name; None where the rules alone do."""
    thoughts: bool
    """Thoughts as well as speech and writing."""
    nested: bool
    """What a source says that others said, as attributions of their own."""
    words: bool = True
    """Whether the text's words are the pack's; if not, its marks are all that can be read."""


def read_quotes(
    doc: Doc, names: Names, notes: Notes, headline: int | None, wanted: Wanted
) -> Quotations:
    """Find the attributions of a text.

    :param headline: which of the paragraphs is the headline.
    """
    if wanted.words:
        quotations = _read_words(doc, names, headline, wanted)
    else:
        quotations = judge_attributions(doc, find_unattributed(doc), [])
    doubts.note_strays(doc, notes)
    doubts.note_labels(quotations, notes)
    return quotations


def _read_words(doc: Doc, names: Names, headline: int | None, wanted: Wanted) -> Quotations:
    mark_at = cues.outer_marks(doc)
    rules = find_by_rules(doc, names, mark_at, headline)
    attributions = rules.attributions
    if wanted.model is not None:
        model = weights.model_of(doc.pack, wanted.model)
        attributions = _with_model(doc, names, attributions, model, thoughts=wanted.thoughts)
    statements = Statements(doc, names, mark_at, thoughts=wanted.thoughts)
    attributions = statements.kept(attributions)
    attributions = outermost(fold_relays(doc, attributions, attributions))
    shared = share_quotations(doc, sorted(attributions, key=_told_order))
    lead_ins = LeadIns(doc, rules.sources, rules.cues)
    introductions = Introductions(doc, names, mark_at, rules.sources, rules.cues)
    attributions = join_quotations(doc, shared.attributions, mark_at, lead_ins, introductions)
    attributions = lead_ins.with_whole_lists(attributions)
    attributions += lead_ins.paragraphs_below(attributions)
    attributions.sort(key=print_order)
    if wanted.nested:
        inner = [*rules.attributions, *_find_inside_marks(doc, names, rules.spots)]
        attributions = nest(doc, attributions, inner, shared.emptied)
    attributions = with_circumstances(doc, attributions)
    refusals = find_refusals(doc, rules.sources, mark_at, rules.spots)
    return judge_attributions(doc, attributions, refusals)


def _told_order(attribution: Attribution) -> tuple[int, Chars, Chars]:
    """By what attributions are sorted into the order in which the text tells who spoke."""
    return (attribution.paragraph, *print_order(attribution))


def _with_model(
    doc: Doc, names: Names, ruled: list[Attribution], model: weights.Model, *, thoughts: bool
) -> list[Attribution]:
    """What the model, which knows what the rules found, and the rules find together."""
    are_outer = are_outermost(ruled)
    hints = hints_of(doc, ruled, are_outer)
    found = finding.find_attributions(doc, names, model, hints, thoughts=thoughts)
    return merge_model_and_rules(doc, found, ruled, are_outer, thoughts=thoughts)


# --------------------------------------------------------------------- by rules


class RuleFindings(NamedTuple):
    """What the rules find, before pieces are joined, and with what they found it."""

    attributions: list[Attribution]
    cues: list[Cue]
    sources: SourceFinder
    spots: list[int]
    """The tokens where it was worth looking."""


def find_by_rules(doc: Doc, names: Names, mark_at: list[int], headline: int | None) -> RuleFindings:
    """What the rules find.

    :param mark_at: for each token the marked text around it, or -1.
    :param headline: which of the paragraphs is the headline.
    """
    spots = _spots(doc)
    listed = cues.find_cues(doc, mark_at, spots)
    found = sorted([*listed, *find_unlisted(doc, mark_at)], key=attrgetter("i"))
    sources = SourceFinder(doc, names, mark_at)
    contents = ContentFinder(doc, mark_at, found, sources)
    attributions = [
        *find_signed(doc, names, mark_at),
        *find_headline_tag(doc, names, headline, mark_at, found),
        *find_turns(doc, names, mark_at, headline, found),
        *(find_answers(doc, names, mark_at, headline) or find_letters(doc, names, mark_at)),
        *find_nominal_cues(doc, names, mark_at, spots),
        *link_cues(doc, found, sources, contents, mark_at),
    ]
    return RuleFindings(attributions, found, sources, spots)


def _find_inside_marks(doc: Doc, names: Names, spots: list[int]) -> list[Attribution]:
    """What the rules find inside quotation marks, read as if these marks were not there."""
    inner, outer = cues.outer_marks(doc, depth=1), cues.outer_marks(doc)
    found = [cue for cue in cues.find_cues(doc, inner, spots) if outer[cue.i] >= 0]
    sources = SourceFinder(doc, names, inner)
    contents = ContentFinder(doc, inner, found, sources)
    return link_cues(doc, found, sources, contents, inner)


def _spots(doc: Doc) -> list[int]:
    """The tokens at which a rule may find something, so that all are gone through once."""
    words = _spot_words(doc.pack)
    return [k for k, word in enumerate(doc.lowers) if word in words]


@kept_by_pack
def _spot_words(pack: LanguagePack) -> frozenset[str]:
    """The words at which cues, nouns that attribute and refusals to speak are found."""
    return cues.ends(pack) | frozenset(nouns(pack)) | refusal_words(pack)


def sources_of(quotations: Quotations) -> list[Chars]:
    """Every source, in text order: whom the resolution has to find."""
    found = {record.source for record in quotations.no_comments}
    for record in quotations.quotes:
        found.add(record.attribution.speaking)
        found.add(record.attribution.circumstances.relayed_by)
    return sorted(where for where in found if where is not None)
