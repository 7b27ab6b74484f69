"""Who else is heard in a text.

In: the choices of a document's cues. Out: how often each name is a likely source, and how often a
source is heard beside the cue in question. Why: who speaks once speaks again.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsquote._quotes.model.cases import Case
    from newsquote._quotes.model.cue_choices import CueChoices
    from newsquote._quotes.model.token_ranges import TokenRange

__all__ = ["count_voices", "times_elsewhere"]

_LEAST_ODDS = 0.5
"""Of an attribution whose source counts as heard."""
_MOST_TIMES = 3
_NO_NAME = -1


def count_voices(choices: Iterable[CueChoices]) -> Counter[str]:
    """How often each name is the likeliest source of a likely attribution of the document."""
    voices: Counter[str] = Counter()
    for one in choices:
        if one.odds > _LEAST_ODDS:
            voice = _voice_of(one.case, one.sources[0].tokens)
            if voice:
                voices[voice] += 1
    return voices


def times_elsewhere(
    choices: CueChoices, source: TokenRange | None, heard: Mapping[str, int]
) -> int:
    """How often a source is heard in other attributions, three at most; -1 if it is no name."""
    voice = _voice_of(choices.case, source)
    if not voice:
        return _NO_NAME
    times = heard.get(voice, 0)
    if choices.odds > _LEAST_ODDS and voice == _voice_of(choices.case, choices.sources[0].tokens):
        times -= 1
    return min(_MOST_TIMES, times)


def _voice_of(case: Case, source: TokenRange | None) -> str:
    """The last capitalised word of a source; empty where it has none."""
    if source is None:
        return ""
    types = case.view.types
    for t in range(source[1] - 1, source[0] - 1, -1):
        if types[t].kind == "X":
            return case.view.doc.lowers[t]
    return ""
