"""The circumstances of an attribution, as a pass that changes none of its input."""

import attrs
import pytest

from newsquote._quotes.attribution import Attribution, Circumstances, CueMention
from newsquote._quotes.clauses.circumstances import with_circumstances
from newsquote._text.ranges import Chars
from newsquote.kinds import CueCategory, Polarity


def attributed(text, cue, source, content, **places):
    def place(words):
        start = text.index(words)
        return Chars(start, start + len(words))

    said = None
    if cue is not None:
        said = CueMention(
            range=place(cue),
            lemma="say",
            category=CueCategory.NEUTRAL,
            polarity=Polarity.POSITIVE,
        )
    return Attribution(
        pieces=(place(content),),
        cue=said,
        source=None if source is None else place(source),
        circumstances=Circumstances(**{name: place(words) for name, words in places.items()}),
        paragraph=0,
    )


def printed(text, found):
    places = {"source": found.source, **found.circumstances._asdict()}
    return {name: text[slice(*where)] for name, where in places.items() if where is not None}


@pytest.mark.parametrize(
    ("text", "source", "places", "expected"),
    [
        (
            "Lee said on Monday that it rains.",
            "Lee",
            {},
            {"source": "Lee", "when": "on Monday"},
        ),
        (
            "Lee said in a talk aired by the Herald on Monday that it rains.",
            "Lee",
            {},
            {
                "source": "Lee",
                "occasion": "in a talk",
                "relayed_by": "the Herald",
                "when": "on Monday",
            },
        ),
        (
            "On Monday, Lee said to reporters that it rains.",
            "Lee",
            {},
            {"source": "Lee", "addressee": "reporters", "when": "On Monday"},
        ),
        (
            "Lee said last week that it rains.",
            "Lee",
            {"addressee": "last week"},
            {"source": "Lee", "when": "last week"},
        ),
        (
            "Lee said the members last week that it rains.",
            "Lee",
            {"addressee": "the members last week"},
            {"source": "Lee", "addressee": "the members", "when": "last week"},
        ),
        (
            "Lee on Monday said that it rains.",
            "Lee on Monday",
            {},
            {"source": "Lee", "when": "on Monday"},
        ),
        (
            "The men who wrote on Monday said that it rains.",
            "The men who wrote on Monday",
            {},
            {"source": "The men who wrote on Monday"},
        ),
        (
            "Papers filed on Monday said that it rains.",
            "Papers filed on Monday",
            {},
            {"source": "Papers filed on Monday"},
        ),
        (
            "Lee said on Monday that it rains.",
            "Lee",
            {"when": "Lee"},
            {"source": "Lee", "when": "Lee"},  # what is known stays
        ),
    ],
)
def test_what_stands_beside_the_cue_is_told_apart(read, text, source, places, expected):
    made = attributed(text, "said", source, "that it rains", **places)
    (found,) = with_circumstances(read(text).doc, [made])
    assert printed(text, found) == expected


def test_the_input_stays_as_it_is_and_what_needs_no_change_is_the_same_object(read):
    text = "Lee said on Monday that it rains. Kim said that it snows."
    changed = attributed(text, "said", "Lee", "that it rains")
    before = attrs.asdict(changed, recurse=False)
    same = attributed(text, "Kim said", "Kim", "that it snows")
    found = with_circumstances(read(text).doc, [changed, same])
    assert attrs.asdict(changed, recurse=False) == before
    assert found[0] is not changed
    assert found[1] is same


def test_a_child_still_names_its_parent(read):
    text = "Lee said on Monday that Kim says it rains."
    parent = attributed(text, "said", "Lee", "that Kim says it rains")
    child = attrs.evolve(attributed(text, "says", "Kim", "it rains"), parent=0)
    found = with_circumstances(read(text).doc, [parent, child])
    assert found[0] is not parent
    assert found[1].parent == 0


def test_without_a_cue_nothing_is_looked_for(read):
    text = "“It rains,” on Monday."
    made = attributed(text, None, None, "“It rains,”")
    assert with_circumstances(read(text).doc, [made]) == [made]
    assert with_circumstances(read(text).doc, []) == []
