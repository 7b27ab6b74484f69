"""Tokens as sentences."""

import pytest

from newsquote._text import sentences, tokens

ABBREVIATIONS = dict.fromkeys(("mr", "dr", "gov", "st"), "") | dict.fromkeys(("u.s", "a.m"), "ends")


def cut(text, opening=()):
    """The sentences' texts; ``opening`` numbers the tokens that are opening marks."""
    starts, ends, words = tokens.tokenize(text, 0, len(text))
    found = sentences.split_sentences(words, 0, len(words), set(opening), ABBREVIATIONS)
    return [text[starts[i] : ends[j - 1]] for i, j in found]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Fog came.", "Orlo left."),
        ("Did fog come?", "Orlo left."),
        ("Fog came!", "Orlo left."),
        ("Fog came…", "Orlo left."),
        ("Fog came...", "Orlo left."),
        ("Fog came?!", "Orlo left."),
        ("Fog came.", "90 ships waited."),
        ("Fog came.", "Orlo left"),
        ("He works in the U.S.", "The fog came."),
        ("It came at 4 a.m.", "Ships waited."),
    ],
)
def test_a_stop_before_a_capital_or_a_number_ends_a_sentence(first, second):
    assert cut(f"{first} {second}") == [first, second]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Quillon left.",
        "They met Dr. Hart and Gov. Tamsin Orlo.",
        "The port of ST. Anselm closed.",
        "J. Quillon left.",
        "Tamsin J. R. Quillon left.",
        "J.Q. and Orlo left.",
        "J.Q. Orlo left.",
        "They met Gov. J.Q. Orlo.",
        "The U.S. team left at 4 a.m. on foot.",
        "“Go!” he said.",
        "He waited... and left.",
        "Fog came . , he said",
        "He asked why? — Orlo said",
        "Prices rose 2.5 percent.",
        "Write to desk@kestrel.example today.",
    ],
)
def test_a_stop_that_ends_nothing_parts_nothing(text):
    assert cut(text) == [text]


def test_a_stop_at_the_end_ends_a_sentence_behind_an_abbreviation_too():
    assert cut("He met the Gov.") == ["He met the Gov."]


@pytest.mark.xfail(
    reason="a decomposed initial is not one token with its full stop, so the stop ends a sentence"
)
def test_a_decomposed_initial_ends_no_sentence():
    assert cut("E\u0301. Quillon left.") == ["E\u0301. Quillon left."]


@pytest.mark.parametrize("closers", ['"', "”", "’", "'", "’”", "'\"", "»", ")", "]", "”)"])
def test_closing_marks_and_brackets_belong_to_the_sentence_that_they_close(closers):
    assert cut(f"Fog came.{closers} Orlo left.") == [f"Fog came.{closers}", "Orlo left."]


def test_an_opening_mark_belongs_to_the_sentence_behind_it():
    text = 'Fog came. "Go," Orlo said.'
    assert cut(text, opening={3}) == ["Fog came.", '"Go," Orlo said.']
    assert cut(text) == ['Fog came. "', 'Go," Orlo said.']


@pytest.mark.parametrize("opener", ["“", "‘", "(", "«", "["])
def test_a_sign_that_can_only_open_needs_no_telling(opener):
    assert cut(f"Fog came. {opener}Go") == ["Fog came.", f"{opener}Go"]


def test_a_closing_and_an_opening_mark_part_between_them():
    assert cut('"Go." "Why?" he asked.', opening={0, 4}) == ['"Go."', '"Why?" he asked.']


def test_only_the_given_tokens_are_cut():
    words = ["Fog", ".", "Rain", ".", "Hail", "."]
    assert sentences.split_sentences(words, 2, 6, (), {}) == [(2, 4), (4, 6)]
    assert sentences.split_sentences(words, 3, 3, (), {}) == []


def test_abbreviations_are_those_that_are_given():
    words = ["Mr", ".", "Orlo"]
    assert sentences.split_sentences(words, 0, 3, (), {"mr": ""}) == [(0, 3)]
    assert sentences.split_sentences(words, 0, 3, (), {}) == [(0, 2), (2, 3)]


@pytest.mark.parametrize(
    "words", [["fog"] * 2000, ["."] * 2000, ["fog", ",", "”"] * 700, [".", "a"] * 1000]
)
def test_sentences_meet_without_gaps_and_none_is_endless(words):
    found = sentences.split_sentences(words, 0, len(words), (), {})
    assert [found[0][0], *(end for _, end in found)] == [*(begin for begin, _ in found), len(words)]
    if "fog" in words:
        assert max(end - begin for begin, end in found) <= 301


def test_a_long_sentence_of_print_is_not_cut():
    assert len(sentences.split_sentences(["fog"] * 250, 0, 250, (), {})) == 1


def test_a_sign_for_numbers_is_an_abbreviation_before_a_number_only():
    abbreviations = {"no": "number"}
    assert sentences.split_sentences(
        ["He", "said", "no", ".", "Orlo", "left", "."], 0, 7, (), abbreviations
    ) == [(0, 4), (4, 7)]
    assert sentences.split_sentences(
        ["Gate", "No", ".", "9", "shut", "."], 0, 6, (), abbreviations
    ) == [(0, 6)]


def split(*words, opening=(), abbreviations=ABBREVIATIONS):
    return sentences.split_sentences(words, 0, len(words), set(opening), abbreviations)


def test_a_token_of_one_letter_and_a_stop_is_an_initial_and_a_longer_one_may_end():
    assert split("He", "met", "J.", "Orlo", ".") == [(0, 5)]
    assert split("He", "met", "J.Q.", "Orlo", ".") == [(0, 5)]
    assert split("He", "met", "J.Q.R.", "Orlo", ".") == [(0, 3), (3, 5)]


def test_only_of_two_letters_is_it_asked_whether_they_end():
    assert split("In", "u.s.", "Orlo", abbreviations={"u.s": "ends", "u": "ends"}) == [
        (0, 2),
        (2, 3),
    ]
    assert split("In", "u.", "Orlo", abbreviations={"u.s": "ends", "u": "ends"}) == [(0, 3)]


def test_only_a_stop_can_belong_to_an_abbreviation():
    for ender, count in ((".", 1), ("!", 2), ("?", 2)):
        assert len(split("Dr", ender, "Orlo")) == count


def test_an_abbreviation_of_numbers_ends_nothing_before_a_number_that_begins_with_a_digit():
    numbers = {"no": "number"}
    assert split("No", ".", "5", abbreviations=numbers) == [(0, 3)]
    assert split("No", ".", "Orlo5", abbreviations=numbers) == [(0, 2), (2, 3)]
    assert split("No", ".", "5th", abbreviations=numbers) == [(0, 3)]


def test_a_stop_at_the_first_token_is_nobodys_abbreviation():
    assert sentences.split_sentences([".", "Orlo", "dr"], 0, 3, set(), ABBREVIATIONS) == [
        (0, 1),
        (1, 3),
    ]


def test_stops_far_into_a_text_are_found_one_by_one():
    words = ["Fog", "came", "."] * 20
    assert split(*words) == [(n, n + 3) for n in range(0, 60, 3)]


@pytest.mark.parametrize(
    ("count", "lengths"), [(301, [301]), (302, [301, 1]), (602, [301, 301]), (603, [301, 301, 1])]
)
def test_a_sentence_without_end_is_cut(count, lengths):
    assert [j - i for i, j in split(*["fog"] * count)] == lengths
