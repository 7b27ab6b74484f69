"""Every attribution of a document, by the trained model.

In: a document, the model. Out: what was found, in text order, each with its chance. Why: the one
entry to tagging, candidates and choosing: tokens are scored once; each likely cue gets its words,
its best sources and contents; then cue, source and content are chosen together.
"""

from __future__ import annotations

from math import exp
from operator import itemgetter
from typing import TYPE_CHECKING

import attrs

from newsquote._quotes.model.candidates import Weigher
from newsquote._quotes.model.cases import case_of
from newsquote._quotes.model.contents import content_candidates
from newsquote._quotes.model.cue_choices import choices_of, neighbours_of
from newsquote._quotes.model.cue_words import score_cue_ends, score_cue_starts
from newsquote._quotes.model.decisions import safest_choice
from newsquote._quotes.model.joint import joint_candidates
from newsquote._quotes.model.score_tables import SCALE
from newsquote._quotes.model.source_spans import source_candidates
from newsquote._quotes.model.surroundings import HEAD, Surroundings
from newsquote._quotes.model.token_view import view_tokens
from newsquote._quotes.model.voices import count_voices
from newsquote._text.ranges import chars_of_pair

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsquote._names.spotting import Names
    from newsquote._quotes.model.cases import Case
    from newsquote._quotes.model.contents import Content
    from newsquote._quotes.model.cue_choices import CueChoices
    from newsquote._quotes.model.hints import Hint
    from newsquote._quotes.model.joint import Candidate, Choice
    from newsquote._quotes.model.token_ranges import TokenRange
    from newsquote._quotes.model.token_view import TokenView
    from newsquote._quotes.model.weights import Model
    from newsquote._text.doc import Doc
    from newsquote._text.ranges import Chars

__all__ = ["TRAINING_HEAD", "ModelAttribution", "find_attributions"]

_LEAST_HEAD = int(-0.9 * SCALE)
"""Heads less likely than three in ten are not looked at."""
_LEAST_HINTED = int(-2.2 * SCALE)
"""Where the rules find a cue, those down to one in ten are."""
TRAINING_HEAD = int(-2.2 * SCALE)
"""While training those down to one in ten are."""
_LEAST_ODDS = -3.0
"""Log-odds below which a cue surely attributes nothing."""
_MOST_BELOW_BEST = 3.0
"""Contents and sources this much less likely than the best, in log chances, are left out."""
_LEAST_CHANCE = 0.2
"""Attributions less likely are never taken."""
_SPEAKING = frozenset(("AC", ":", "DASH"))
"""Classes of heads that are no verbs and attribute speech."""
_SCORE = itemgetter(1)
_WEIGHER = Weigher()


@attrs.frozen(kw_only=True)
class ModelAttribution:
    """One attribution that the model found, edges at letters and digits."""

    cue: Chars
    source: Chars | None
    contents: tuple[Chars, ...]
    chance: float
    head: int
    """The cue's main word, as a token."""
    mode: str
    """speech, writing or thought."""


_Picked = tuple[float, "Case", "Choice"]
"""A cue's safest choice and its chance."""


def find_attributions(
    doc: Doc, names: Names, model: Model, hints: Mapping[int, Hint], *, thoughts: bool
) -> list[ModelAttribution]:
    """The attributions of a document that have any chance.

    :param hints: what the rules say of each cue, by token.
    """
    pad = model.lexicon.pad()
    view = view_tokens(doc, model.lexicon, names)
    scores = model.tagger.score_tokens(view, pad)
    heads = _likely_heads(scores[HEAD], hints)
    if not thoughts:
        heads = _of_speech(view, model, heads, hints)
    if not heads:
        return []
    around = Surroundings(view, scores, pad)
    found = [_choices_at(case_of(around, head, hints.get(head)), model) for head in heads]
    choices = [one for one in found if one is not None]
    return _attributions(doc, model, _without_overlaps(_picked(model, choices)))


def _likely_heads(scores: Sequence[int], hints: Mapping[int, Hint]) -> list[int]:
    return [
        head
        for head, score in enumerate(scores)
        if score > _LEAST_HINTED and (score > _LEAST_HEAD or head in hints)
    ]


def _of_speech(
    view: TokenView, model: Model, heads: list[int], hints: Mapping[int, Hint]
) -> list[int]:
    """The heads that can be of speech or writing.

    Those are what the rules hint at, words that are not of thinking, and all in paragraphs with
    marks.
    """
    doc = view.doc
    paragraphs = enumerate(doc.paragraph_tokens)
    marked = {number for number, (i, j) in paragraphs if 1 in view.inside[i:j]}
    return [
        head
        for head in heads
        if head in hints
        or _attributes_speech(view, model, head)
        or doc.sentence_paragraphs[view.sentence[head]] in marked
    ]


def _attributes_speech(view: TokenView, model: Model, head: int) -> bool:
    verb = model.lexicon.verbs.get(view.doc.lowers[head])
    if verb is not None and verb[1] != "thought":
        return True
    return view.types[head].klass in _SPEAKING


def _choices_at(case: Case, model: Model) -> CueChoices | None:
    """The sources and contents of a likely cue, whose words are settled first."""
    cue_start, _ = max(score_cue_starts(case, model.left), key=_SCORE)
    cue_end, _ = max(score_cue_ends(case, model.right), key=_SCORE)
    case.cue = (cue_start, cue_end)
    sources, source_scores = source_candidates(case, model.source, _WEIGHER)
    best = max(range(len(sources)), key=source_scores.__getitem__)
    case.source = sources[best]
    contents, content_scores = content_candidates(case, model.content, _WEIGHER)
    choices = choices_of(
        case,
        contents,
        [score / SCALE for score in content_scores],
        sources,
        [score / SCALE for score in source_scores],
        _MOST_BELOW_BEST,
    )
    return None if choices is None or choices.odds < _LEAST_ODDS else choices


def _picked(model: Model, choices: list[CueChoices]) -> list[_Picked]:
    """The safest choice of each cue, where it has any chance."""
    picked = []
    heard = count_voices(choices)
    for one, others in zip(choices, neighbours_of(choices), strict=True):
        candidates = joint_candidates(one, others, heard, model.joint)
        chances = _chances_of(candidates, model)
        if 1 - chances[0] < _LEAST_CHANCE:
            continue
        chance, choice = safest_choice([candidate[0] for candidate in candidates], chances)
        if chance >= _LEAST_CHANCE:
            picked.append((chance, one.case, choice))
    return picked


def _chances_of(candidates: list[Candidate], model: Model) -> list[float]:
    """The softmax of the candidates' scores and numbers."""
    weight_of = model.numbers.get
    scores = [
        (score + sum([weight_of(key, 0) * number for key, number in numbers])) / SCALE
        for _, score, numbers in candidates
    ]
    top = max(scores)
    exponentials = [exp(score - top) for score in scores]
    total = sum(exponentials)
    return [one / total for one in exponentials]


def _without_overlaps(picked: list[_Picked]) -> list[_Picked]:
    """Those whose cues do not overlap, the likeliest first."""
    taken: set[int] = set()
    apart = []
    for one in sorted(picked, key=lambda one: (-one[0], one[1].head)):
        words = range(*one[1].cue)
        if taken.isdisjoint(words):
            taken.update(words)
            apart.append(one)
    return apart


def _attributions(doc: Doc, model: Model, picked: list[_Picked]) -> list[ModelAttribution]:
    """The picked choices as attributions, in text order."""
    found = []
    for chance, case, (left, right, source) in picked:
        found.append(
            ModelAttribution(
                cue=_chars(doc, case.cue),
                source=_chars(doc, source) if source else None,
                contents=tuple([_chars(doc, piece) for piece in (left, right) if piece]),
                chance=chance,
                head=case.head,
                mode=_mode_of(doc, model, case, (left, right)),
            )
        )
    return sorted(found, key=lambda one: (one.contents[0][0], -one.contents[-1][1], one.cue))


def _chars(doc: Doc, tokens: TokenRange) -> Chars:
    i, j = tokens
    return chars_of_pair((doc.starts[i], doc.ends[j - 1]))


def _mode_of(doc: Doc, model: Model, case: Case, content: Content) -> str:
    """Speech where marks or the verb say so."""
    verb = model.lexicon.verbs.get(doc.lowers[case.head])
    if verb is not None and verb[0] in doc.pack.words("writing_verbs"):
        return "writing"
    inside = case.view.inside
    if any(piece and 1 in inside[piece[0] : piece[1]] for piece in content):
        return "speech"
    if verb is not None:
        return "thought" if verb[1] == "thought" else "speech"
    return "speech" if case.verb.klass in _SPEAKING else "thought"
