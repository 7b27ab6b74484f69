"""Headlines that quote without a verb: "Bank to close branches - sources", "“No”: Lee".

In: the headline. Out: the attribution of what stands before a dash or colon. Why: a headline has no
room for a verb; a sign, and behind it one who can speak, do instead, and a quotation before a colon
is one whoever spoke it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.attribution import Attribution, CueMention
from newsquote._quotes.conventions.dashes import last_dash
from newsquote._quotes.conventions.speaking_labels import SpeakingLabels
from newsquote._quotes.conventions.turn_labels import TurnLabel
from newsquote._quotes.places import marks_in
from newsquote._quotes.rules import Convention, Rule
from newsquote._text.ranges import Tokens
from newsquote.kinds import CueCategory, Polarity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._names.spotting import Names
    from newsquote._quotes.clauses.cues import Cue
    from newsquote._text.doc import Doc
    from newsquote._text.ranges import Chars

__all__ = ["find_headline_tag"]

_MAX_TAG_TOKENS = 6
"""The dash with what stands behind it: "- city hall sources"."""
_MIN_TOLD_TOKENS = 3
"""Before a colon and a source; fewer are a rubric: "Poll: voters"."""
_MIN_QUOTATION_TOKENS = 5
"""With its marks, of a quotation before a colon; fewer words are a term or a title."""

# English words.
_ON = "on"


def find_headline_tag(
    doc: Doc, names: Names, headline: int | None, mark_at: Sequence[int], reported: Sequence[Cue]
) -> list[Attribution]:
    """The attribution of a headline, in a list that is empty where nobody is quoted in it.

    :param headline: which of the paragraphs is the headline.
    :param reported: the cues of the text.
    """
    if headline is None:
        return []
    i, j = doc.paragraph_tokens[headline]
    if i >= j:
        return []
    tag = _tag(doc, SpeakingLabels(doc, names, reported), Tokens(i, j), mark_at)
    if tag is not None:
        source = doc.chars_of(tag + 1, j)
        return [_attribution(doc, headline, mark_at, Tokens(i, tag), tag, source)]
    colon = _colon_behind_quotation(doc, Tokens(i, j), mark_at)
    if colon is None:
        return []
    teller = _teller(doc, names, colon + 1, j)
    return [_attribution(doc, headline, mark_at, Tokens(i, colon), colon, teller)]


def _tag(doc: Doc, labels: SpeakingLabels, headline: Tokens, mark_at: Sequence[int]) -> int | None:
    """The dash or colon behind which a headline names its source, and nothing else."""
    i, j = headline
    # A sign at the headline's beginning has nothing before it.
    start = max(i, j - _MAX_TAG_TOKENS) + 1
    dash = last_dash(doc, start, j, mark_at)
    if dash is not None and dash + 1 < j:
        return dash if _can_speak(doc, doc.lowers[j - 1]) else None
    for k in range(j - 1, start - 1, -1):
        if doc.words[k] == ":" and mark_at[k] < 0:
            is_source = k + 1 < j and labels.may_head(TurnLabel(k + 1, j, k))
            return k if is_source and k - i >= _MIN_TOLD_TOKENS else None
    return None


def _colon_behind_quotation(doc: Doc, headline: Tokens, mark_at: Sequence[int]) -> int | None:
    """The colon behind the quotation with which a headline begins."""
    i, j = headline
    if mark_at[i] < 0:
        return None
    marked = doc.marked[mark_at[i]]
    end = doc.tokens_in(marked.start, marked.end).j
    if end - i < _MIN_QUOTATION_TOKENS or end + 1 >= j or doc.words[end] != ":":
        return None
    return end


def _teller(doc: Doc, names: Names, i: int, j: int) -> Chars | None:
    """Who is quoted, of "10 questions for Lee" or "the mayor on the flood"; else None."""
    pack = doc.pack
    for k in range(i + 1, j - 1):
        if doc.lowers[k] == _ON and doc.lowers[k - 1] in pack.words("roles"):
            return doc.chars_of(i, k)
    talk_words = pack.closed("interview_words")
    name = names.at(j - 1)
    if name is None or name.i <= i or talk_words.isdisjoint(doc.lowers[i : name.i]):
        return None
    return doc.chars_of(name.i, name.j)


def _attribution(
    doc: Doc,
    headline: int,
    mark_at: Sequence[int],
    told: Tokens,
    sign: int,
    source: Chars | None,
) -> Attribution:
    """What a headline tells before a sign."""
    i, j = told
    return Attribution(
        pieces=(doc.chars_of(i, j),),
        marks=marks_in(mark_at, [(i, j)]),
        cue=CueMention(
            range=doc.chars_of(sign, sign + 1),
            lemma=doc.words[sign],
            category=CueCategory.PUNCTUATION,
            polarity=Polarity.POSITIVE,
        ),
        source=source,
        paragraph=headline,
        sentence=doc.sentence_of(i),
        rule=Rule.HEADLINE_DASH,
        evidence=(
            Convention.DASH_IN_HEADLINE,
            Rule.HEADLINE_DASH,
        ),
    )


def _can_speak(doc: Doc, word: str) -> bool:
    pack = doc.pack
    return any(word in pack.words(name) for name in ("group_words", "document_words", "roles"))
