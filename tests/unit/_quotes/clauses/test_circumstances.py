"""The circumstances of an attribution, as a pass that changes none of its input."""

import attrs
import pytest

from newsquote._quotes.clauses.circumstances import with_circumstances
from newsquote._quotes.linking import Draft
from newsquote.kinds import CueCategory, Polarity


def draft(text, cue, source, content, **places):
    def place(words):
        start = text.index(words)
        return start, start + len(words)

    return Draft(
        pieces=[place(content)],
        used=[],
        cue=None if cue is None else place(cue),
        lemma="say",
        category=CueCategory.NEUTRAL,
        polarity=Polarity.POSITIVE,
        source=None if source is None else place(source),
        paragraph=0,
        **{name: place(words) for name, words in places.items()},
    )


def printed(text, found):
    names = ("source", "addressee", "occasion", "when", "relayed_by")
    return {
        name: text[slice(*where)] for name in names if (where := getattr(found, name)) is not None
    }


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
    made = draft(text, "said", source, "that it rains", **places)
    (found,) = with_circumstances(read(text).doc, [made])
    assert printed(text, found) == expected


def test_the_input_stays_as_it_is_and_what_needs_no_change_is_the_same_object(read):
    text = "Lee said on Monday that it rains. Kim said that it snows."
    changed = draft(text, "said", "Lee", "that it rains")
    before = attrs.asdict(changed, recurse=False)
    same = draft(text, "Kim said", "Kim", "that it snows")
    found = with_circumstances(read(text).doc, [changed, same])
    assert attrs.asdict(changed, recurse=False) == before
    assert found[0] is not changed
    assert found[1] is same


def test_a_child_names_the_new_record_of_its_parent(read):
    text = "Lee said on Monday that Kim says it rains."
    parent = draft(text, "said", "Lee", "that Kim says it rains")
    child = attrs.evolve(draft(text, "says", "Kim", "it rains"), parent=parent)
    found = with_circumstances(read(text).doc, [parent, child])
    assert found[0] is not parent
    assert found[1].parent is found[0]


def test_without_a_cue_nothing_is_looked_for(read):
    text = "“It rains,” on Monday."
    made = draft(text, None, None, "“It rains,”")
    assert with_circumstances(read(text).doc, [made]) == [made]
    assert with_circumstances(read(text).doc, []) == []
