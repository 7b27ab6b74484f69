"""What the places of a name tell of its kind."""

import pytest

from newsquote._names.folded import folded
from newsquote._names.kind_evidence import KindEvidence


@pytest.fixture
def keys(spotted):
    def of_name(text, form):
        doc, every = spotted(text)
        places = {}
        for name in every.all:
            words = tuple(doc.words[name.bare : name.j])
            places.setdefault(folded(words), []).append(name)
        printed = tuple(form.split())
        return KindEvidence(doc, places).keys(folded(printed), printed)

    return of_name


@pytest.mark.parametrize(
    ("text", "form", "key"),
    [
        ("Later Mr. Vance left.", "Vance", "title"),
        ("They went to Wexmouth.", "Wexmouth", "<to"),
        ("Later the Pelletron said so.", "Pelletron", "the>say"),
        ("Later Wexmouth, 44, left.", "Wexmouth", ",age"),
        ("Later Wexmouth, the old firm, left.", "Wexmouth", ",n:o"),
        ("Later Wexmouth, who sells boats, left.", "Wexmouth", ",>who"),
        ("Later Wexmouth said it paid.", "Wexmouth", "next:it"),
        ("Later Wexmouth left. It paid.", "Wexmouth", "next:^it"),
        ("Later Ida Vance left. Vance ran.", "Vance", "text:is-last-of-person"),
        ("Later Ida Vance left. Vance ran.", "Ida Vance", "text:last-alone"),
        ("Later Quell Motors left. Quell ran.", "Quell", "text:is-first-of-body"),
        ("The Norvale Tide Board (NTB) met.", "Norvale Tide Board", "text:has-acronym"),
        ("Wexmouth left.", "Wexmouth", "text:doubtful"),
    ],
)
def test_what_stands_around_a_name_and_in_the_text_are_keys(keys, text, form, key):
    assert key in keys(text, form)


def test_a_key_counts_twice_at_most(keys):
    assert keys("Later Mr. Vance left. " * 5, "Vance").count("title") == 2


def test_a_surname_that_stands_with_a_given_name_is_a_persons(spotted):
    doc, every = spotted("Later Ida Vance left. Vance ran. The Quell Council met. Quell ran.")
    places = {}
    for name in every.all:
        places.setdefault(folded(tuple(doc.words[name.bare : name.j])), []).append(name)
    evidence = KindEvidence(doc, places)
    assert evidence.is_known_person(("vance",))
    assert evidence.is_known_person(("ida", "vance"))
    assert not evidence.is_known_person(("quell",))
