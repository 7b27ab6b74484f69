"""The tagger's feature templates: what it sees of a token.

In: nothing. Out: rows of a name, what a key says, and how its keys are made. Why: training spells a
token's keys from these rows, and the tagger looks weights up by the same rows.
"""

from __future__ import annotations

from newsquote._quotes.model.spellings import (
    OfNeighbours,
    OfState,
    OfWord,
    State,
    class_of,
    each_frame,
    frames_of,
    has_cue_verb,
    if_cue_verb,
    stem_of,
    word_of,
)

__all__ = ["OF_NEIGHBOURS", "OF_STATES", "OF_WORDS"]

_ITSELF: tuple[int, ...] = ()
_AROUND = (-3, -2, -1, 0, 1, 2, 3)
_NEAR = (-1, 0, 1, 2)
_ONE_OF_TWO = (-1, 0)
"""The token is one of the two words."""

OF_WORDS: tuple[tuple[str, str, OfWord], ...] = (
    ("w", "the word", OfWord(_AROUND, lambda kind: (f"={kind.word}",))),
    ("c", "the class of the word", OfWord(_AROUND, lambda kind: (f"={kind.klass}",))),
    (
        "s",
        "the last three letters of a word in lower case, nothing of another",
        OfWord(_NEAR, lambda kind: (f"={kind.suffix}",)),
    ),
    (
        "f",
        "no value: that the word is a cue verb; a value: one of the verb's frames",
        OfWord(_NEAR, each_frame),
    ),
    ("l", "the stem of the token itself", OfWord(_ITSELF, lambda kind: (f"={kind.stem}",))),
    ("1", "nothing: the bias of each label", OfWord(_ITSELF, lambda _: ("",))),
    (
        "fs",
        "the last two letters of the token, if it is a cue verb",
        OfWord(_ITSELF, if_cue_verb(lambda kind: kind.suffix[-2:])),
    ),
    (
        "ff",
        "all frames of the token, if it is a cue verb",
        OfWord(_ITSELF, if_cue_verb(lambda kind: kind.frames)),
    ),
)
OF_NEIGHBOURS: tuple[tuple[str, str, OfNeighbours], ...] = (
    (
        "p",
        "the classes of two neighbours",
        OfNeighbours("twos", (-2, -1, 0, 1), (class_of, class_of)),
    ),
    ("P", "two words", OfNeighbours("pairs", _ONE_OF_TWO, (word_of, word_of))),
    ("L", "a word, the class behind it", OfNeighbours("pairs", _ONE_OF_TWO, (word_of, class_of))),
    (
        "R",
        "a class, the word behind it",
        OfNeighbours("pairs", _ONE_OF_TWO, (class_of, word_of), by_second=True),
    ),
    (
        "F",
        "the frames of two words, one of which is a cue verb; the class of the one that is none",
        OfNeighbours("pairs", _ONE_OF_TWO, (frames_of, frames_of), wanted=has_cue_verb),
    ),
    (
        "S",
        "the stems of two words; the class of one that has none",
        OfNeighbours("pairs", _ONE_OF_TWO, (stem_of, stem_of)),
    ),
    (
        "t",
        "the classes of three neighbours",
        OfNeighbours("threes", (-2, -1, 0), (class_of, class_of, class_of)),
    ),
)
OF_STATES: tuple[tuple[str, str, OfState], ...] = (
    (
        "Z",
        "marks in the sentence; H first paragraph; F first sentence; marks at its start, end, here",
        OfState(State.PLACE, lambda state: state[:6]),
    ),
    (
        "Z1",
        "H first paragraph; distances to the sentence's start and end",
        OfState(State.PLACE, lambda state: state[1] + state[6:]),
    ),
    (
        "Z2",
        "inside marks; distances to the sentence's start and end",
        OfState(State.PLACE, lambda state: state[5:]),
    ),
    (
        "Z5",
        "the sentence's start, its end and the token inside marks; distance to the end",
        OfState(State.PLACE, lambda state: state[3:6] + state[7]),
    ),
    (
        "Z3",
        "inside marks; cue verbs of the sentence before and behind the token, up to 2",
        OfState(State.VERBS, lambda state: state[1:]),
    ),
    (
        "Z4",
        "whether the sentence has marks; cue verbs before and behind the token, up to 2",
        OfState(State.VERBS, lambda state: state[0] + state[2:]),
    ),
    (
        "Z6",
        "the nearest sign before the token, tokens to it up to 4",
        OfState(State.SIGNS, lambda state: state[1:3]),
    ),
    (
        "Z7",
        "the nearest sign behind the token, tokens to it up to 5",
        OfState(State.SIGNS, lambda state: state[3:]),
    ),
    (
        "Z8",
        "the nearest signs before and behind the token, each with the tokens to it",
        OfState(State.SIGNS, lambda state: state[1:]),
    ),
    (
        "Z9",
        "inside marks; the nearest signs before and behind the token",
        OfState(State.SIGNS, lambda state: state[0] + state[1] + state[3]),
    ),
)
