"""What kind of act an attribution is.

In: an attribution. Out: its mode, its cue as readers are told of it, and whether it only says that
somebody did not speak. Why: these are judgements on a whole attribution, and can be
made only once its cue, source and content are settled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.attribution import CueMention
from newsquote._quotes.rules import Rule
from newsquote.kinds import CueCategory, Mode, Polarity

if TYPE_CHECKING:
    from newsquote._quotes.attribution import Attribution
    from newsquote._text.doc import Doc

__all__ = ["is_refusal", "mode_of", "told_cue"]


def is_refusal(doc: Doc, attribution: Attribution) -> bool:
    """Whether somebody only did not speak: "declined to comment", "did not answer questions"."""
    cue = attribution.cue
    if cue is None:
        return False
    if cue.polarity == Polarity.NEGATED:
        words = doc.text[slice(*cue.range)].lower().split()
        answering_words = doc.pack.closed("answering_words")
        return not answering_words.isdisjoint(words)
    if cue.polarity != Polarity.DECLINED:
        return False
    content = doc.text[slice(*attribution.pieces[0])].lower().split()
    if content[:1] != ["to"]:
        return False
    comment_verbs = doc.pack.words("comment_verbs")
    return any(verb.strip(".,") in comment_verbs for verb in content[1:2])


def mode_of(doc: Doc, attribution: Attribution) -> Mode:
    """Speech, writing or thought."""
    if attribution.mode is not None:
        return attribution.mode
    cue = attribution.cue
    if cue is None:
        return Mode.SPEECH
    if cue.category == CueCategory.THOUGHT:
        return Mode.THOUGHT
    is_written = cue.category == CueCategory.ARTEFACT
    if is_written or cue.lemma in doc.pack.words("writing_verbs"):
        return Mode.WRITING
    return Mode.SPEECH


def told_cue(doc: Doc, attribution: Attribution) -> CueMention | None:
    """The cue with its particle, and with what source and content make of its act."""
    cue = attribution.cue
    if cue is None:
        return None
    requests = cue.category == CueCategory.QUESTION and attribution.rule == Rule.INFINITIVE
    lemma = _with_particle(doc, cue)
    category = CueCategory.DIRECTIVE if requests else cue.category
    polarity = _polarity(doc, attribution, cue)
    if (lemma, category, polarity) == (cue.lemma, cue.category, cue.polarity):
        return cue
    return CueMention(cue.range, lemma, category, polarity)


def _polarity(doc: Doc, attribution: Attribution, cue: CueMention) -> Polarity:
    """The polarity, which nobody as a source turns: "neither side would say", "no one said"."""
    if cue.polarity == Polarity.DENIED:
        # What stands behind a colon is how it was denied, and not what was.
        is_how = ":" in doc.text[cue.range.end : attribution.pieces[0].start]
        return Polarity.POSITIVE if is_how else Polarity.DENIED
    if cue.polarity != Polarity.POSITIVE or attribution.source is None:
        return cue.polarity
    first_word = doc.lowers[doc.token_at(attribution.source.start)]
    if first_word not in doc.pack.closed("nobody_words"):
        return Polarity.POSITIVE
    i, j = doc.tokens_in(*cue.range)
    is_willing = not doc.pack.closed("willing_words").isdisjoint(doc.lowers[i:j])
    return Polarity.DECLINED if is_willing else Polarity.NEGATED


def _with_particle(doc: Doc, cue: CueMention) -> str:
    """A cue's lemma with the particle that makes it another verb: "point out"."""
    particles = doc.pack.table("phrasal_cues").get(cue.lemma)
    if particles is None:
        return cue.lemma
    known = particles.split()
    i, j = doc.tokens_in(*cue.range)
    for word in doc.lowers[i + 1 : j + 1]:
        if word in known:
            return f"{cue.lemma} {word}"
    return cue.lemma
