"""Mentions and identities of a whole text."""

import pytest

import newsquote


def test_a_text_without_mentions_has_no_people(link):
    people, _, notes = link("Olav Brandt met Nora Vance.")
    assert (people.identities, people.resolutions, notes.records) == ((), {}, [])


def test_a_mention_that_holds_no_word_means_nobody(link):
    people, found, _ = link("It ended.   - Then it rained.", "  ")
    assert found == [None]
    assert people.identities == ()


def test_i_inside_somebodys_words_is_whoever_says_them(said_by):
    text = "“Yes, as I often say, it holds,” Nora Vance told them."
    assert said_by(
        text, ["I", "Nora Vance"], [("“Yes, as I often say, it holds,”", "Nora Vance")]
    ) == ["Nora Vance", "Nora Vance"]
    assert said_by(text, ["I", "Nora Vance"], []) == ["I", "Nora Vance"]


def test_sureness_is_less_for_what_is_less_supported(link):
    text = "Olav Brandt sold the mill. Later the businessman spoke."
    people, _, _ = link(text, "Olav Brandt", "the businessman")
    full, described = (people.sureness_of(where) for where in sorted(people.resolutions))
    assert 0 < described < full <= 1


@pytest.mark.parametrize(
    "text", ["Sen. Ann Lee of the", "She met Sen. Ann Lee of", "“No,” said Sen. Ann Lee of a"]
)
def test_a_text_may_end_in_the_middle_of_a_description(text):
    assert newsquote.parse(text).text == text
