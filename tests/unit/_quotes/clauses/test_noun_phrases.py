"""Where the noun phrase before a token begins."""

import pytest

from newsquote._quotes.clauses.noun_phrases import NounPhrases


def phrase(reading, word):
    """The noun phrase before the first token of these letters."""
    end = reading.at(word)
    phrases = NounPhrases(reading.doc, reading.names, reading.mark_at)
    first = reading.doc.sentences[reading.doc.sentence_of(end)][0]
    start = phrases.start_before(end, first)
    return None if start is None else reading.words(start, end)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mayor Iris Quell said no.", "Mayor Iris Quell"),
        ("The mayor of Wexmouth said no.", "The mayor of Wexmouth"),
        ("But Quell said no.", "Quell"),  # without the joiner in front
        ("Meanwhile Quell said no.", "Quell"),  # without the adverb
        ("It rained and the traders said no.", "the traders"),
        ("Quell and Brandt said no.", "Quell and Brandt"),
        ("Quell, Brandt and Kim said no.", "Brandt and Kim"),
        ("Quell was late and Brandt said no.", "Brandt"),
        ("The gate is shut, Quell said.", "Quell"),
        ("People named by Quell said no.", "People named by Quell"),
        ("In a talk on Monday Quell said no.", "Quell"),
        ("In the hall the traders said no.", "the traders"),
        ("At noon she said no.", "she"),
    ],
)
def test_a_subject_begins_behind_the_edge_of_its_clause(read, text, expected):
    assert phrase(read(text), "said") == expected


@pytest.mark.parametrize(
    "text", ["said no.", "“No” said Quell.", "Later, said Quell.", "In rain said no."]
)
def test_there_is_no_noun_phrase(read, text):
    assert phrase(read(text), "said") is None


def test_a_list_of_names_is_one_subject(read):
    assert phrase(read("Iris Quell, Olav Brandt and Kim Ott said no."), "said").endswith("Kim Ott")


def test_tokens_of_names_and_nouns(read):
    reading = read("Later Iris Quell was at home.")
    phrases = NounPhrases(reading.doc, reading.names, reading.mark_at)
    assert [phrases.is_name(reading.at(word)) for word in ("Iris", "Quell", "home")] == [
        True,
        True,
        False,
    ]
    assert [phrases.is_within_name(reading.at(word)) for word in ("Iris", "Quell")] == [False, True]
    assert [phrases.is_nounlike(reading.at(word)) for word in ("home", "was", "at", ".")] == [
        True,
        False,
        False,
        False,
    ]
