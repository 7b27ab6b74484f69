"""The words of a text, scanned once."""

import pytest

from newsquote._text import doc as docs
from newsquote._text.ranges import Chars, Tokens
from newsquote.lang import get_pack

FIRST = "“Fog came,” Mr. Quillon said. Orlo left."
SECOND = "Tamsin’s boat stayed."
TEXT = f"HEAD\n\n{FIRST}\n\n{SECOND}\n"
RANGES = [(TEXT.index(piece), TEXT.index(piece) + len(piece)) for piece in (FIRST, SECOND)]


@pytest.fixture
def doc():
    return docs.read_doc(TEXT, RANGES, get_pack("en"))


def test_tokens_are_those_of_the_ranges_with_offsets_into_the_whole_text(doc):
    assert doc.words[:4] == ["“", "Fog", "came", ","]
    assert doc.words[-5:] == ["Tamsin", "’s", "boat", "stayed", "."]
    assert "HEAD" not in doc.words
    assert [TEXT[a:b] for a, b in zip(doc.starts, doc.ends, strict=True)] == doc.words
    assert doc.lowers == [word.lower() for word in doc.words]


def test_every_paragraph_has_its_tokens(doc):
    assert doc.paragraphs == RANGES
    assert [doc.slice(i, j) for i, j in doc.paragraph_tokens] == [FIRST, SECOND]


def test_every_sentence_has_its_tokens_and_its_paragraph(doc):
    assert [doc.slice(i, j) for i, j in doc.sentences] == [
        "“Fog came,” Mr. Quillon said.",
        "Orlo left.",
        SECOND,
    ]
    assert doc.sentence_paragraphs == [0, 0, 1]


def test_sentences_do_not_go_across_paragraphs():
    text = "Fog came\n\nand went."
    assert docs.read_doc(text, [(0, 8), (10, 19)], get_pack("en")).sentences == [(0, 2), (2, 5)]


def test_straight_opening_marks_belong_to_the_sentence_behind_them():
    text = 'Fog came. "Go," Orlo said.'
    doc = docs.read_doc(text, [(0, len(text))], get_pack("en"))
    assert [doc.slice(i, j) for i, j in doc.sentences] == ["Fog came.", '"Go," Orlo said.']


def test_the_abbreviations_are_those_of_the_pack():
    text = "The Harbmstr. Quillon left."
    ranges = [(0, len(text))]
    assert len(docs.read_doc(text, ranges, get_pack("en")).sentences) == 2
    assert (
        len(
            docs.read_doc(
                text, ranges, get_pack("en").with_words("abbreviations", ["harbmstr"])
            ).sentences
        )
        == 1
    )


def test_marks_are_paired_and_strays_kept(doc):
    assert [TEXT[m.start : m.end] for m in doc.marked] == ["“Fog came,”"]
    assert doc.strays == []
    text = 'A pipe" and more'
    assert docs.read_doc(text, [(0, len(text))], get_pack("en")).strays == [6]


def test_the_token_at_an_offset_is_the_first_that_ends_behind_it(doc):
    fog = doc.words.index("Fog")
    start = TEXT.index("Fog")
    assert [doc.token_at(start + k) for k in (0, 2)] == [fog, fog]
    assert doc.token_at(start + 3) == fog + 1  # the blank behind it
    assert doc.token_at(0) == 0
    assert doc.token_at(len(TEXT)) == len(doc.words)


def test_tokens_in_a_range_lie_wholly_in_it(doc):
    start, end = TEXT.index("Fog"), TEXT.index("came") + 4
    i, j = doc.tokens_in(start, end)
    assert doc.words[i:j] == ["Fog", "came"]
    i, j = doc.tokens_in(start + 1, end)
    assert doc.words[i:j] == ["came"]
    i, j = doc.tokens_in(start, end - 1)
    assert doc.words[i:j] == ["Fog"]
    i, j = doc.tokens_in(0, 4)
    assert doc.words[i:j] == []


def test_the_range_of_tokens_goes_from_the_first_to_the_end_of_the_last(doc):
    i = doc.words.index("Fog")
    start, end = doc.chars_of(i, i + 2)
    assert TEXT[start:end] == "Fog came" == doc.slice(i, i + 2)
    assert doc.tokens_in(start, end) == (i, i + 2)
    for tokens in doc.sentences:
        chars = doc.chars_of(*tokens)
        assert (chars.start, chars.end) == chars == (doc.starts[tokens.i], doc.ends[tokens.j - 1])


def test_ranges_say_what_they_count(doc):
    assert {type(x) for x in (*doc.sentences, *doc.paragraph_tokens, doc.tokens_in(0, 9))} == {
        Tokens
    }
    assert {type(x) for x in (*doc.paragraphs, doc.chars_of(0, 1))} == {Chars}


def test_every_token_knows_the_sentence_around_it(doc):
    for i in range(len(doc.words)):
        assert i in range(*doc.sentence_around(i))
        assert doc.sentence_around(i) is doc.sentences[doc.sentence_of(i)]


def test_every_token_knows_its_paragraph(doc):
    numbers = [doc.paragraph_of_token(i) for i in range(len(doc.words))]
    assert numbers == [doc.paragraph_of(start) for start in doc.starts]
    assert set(numbers) == {0, 1}


def test_a_range_has_letters_where_a_letter_or_a_digit_stands_in_it():
    text = "Fog, 5 “” é"
    doc = docs.read_doc(text, [(0, len(text))], get_pack("en"))
    ranges = [(0, 1), (2, 4), (3, 5), (4, 6), (6, 10), (6, 11), (3, 3)]
    found = [doc.has_letters(*where) for where in ranges]
    assert found == [True, True, False, True, False, True, False]


def test_every_token_knows_its_sentence(doc):
    numbers = [doc.sentence_of(i) for i in range(len(doc.words))]
    assert numbers == [number for number, (i, j) in enumerate(doc.sentences) for _ in range(i, j)]


def test_every_offset_knows_its_paragraph(doc):
    for number, (start, end) in enumerate(RANGES):
        assert {doc.paragraph_of(offset) for offset in range(start, end)} == {number}
    assert doc.paragraph_of(0) == 0


def test_a_slice_keeps_the_text_as_it_stands_and_an_empty_one_is_empty(doc):
    i = doc.words.index("Tamsin")
    assert doc.slice(i, i + 3) == "Tamsin’s boat"
    assert doc.slice(i, i) == ""
    assert doc.slice(i + 1, i) == ""


@pytest.mark.parametrize(("text", "ranges"), [("", []), ("Fog", []), ("  ", [(0, 2)])])
def test_without_words_there_is_nothing(text, ranges):
    doc = docs.read_doc(text, ranges, get_pack("en"))
    assert (doc.words, doc.sentences, doc.marked, doc.strays) == ([], [], [], [])
    assert doc.token_at(0) == 0
    assert doc.tokens_in(0, len(text)) == (0, 0)
    assert doc.paragraph_of(0) == 0


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Fog", "“Fog came,” Mr. Quillon said."),
        ("said. Orlo", FIRST),
        (" Orlo", "Orlo left."),  # a blank belongs to no sentence
        (FIRST, FIRST),
        (f"left.\n\n{SECOND}", f"Orlo left.\n\n{SECOND}"),
        ("HEAD", "HEAD"),  # in none of the ranges
    ],
)
def test_the_sentences_around_a_range_are_whole(doc, words, expected):
    start = TEXT.index(words)
    around = doc.sentences_around(start, start + len(words))
    assert TEXT[slice(*around)].strip() == expected


def test_a_text_without_words_has_no_sentences_around_anything():
    assert docs.read_doc("  ", [], get_pack("en")).sentences_around(0, 1) == (0, 1)
