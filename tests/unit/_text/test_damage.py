"""Damage that happens to news text on its way: a note says so, with its place, and what is left is
read as well as it can be.
"""

import itertools

import pytest

import newsquote
from newsquote._text import damage
from newsquote._text.notes import Notes
from newsquote.kinds import NoteCode

STORY = "Mill to close\n\n“It is over,” said Mayor Ann Lee on Monday. She said that talks had failed.\n\nThe mill’s last day is in May, with no café left.\n"


def notes(text):
    """(code, text at its place) of the notes on damage."""
    found = Notes()
    damage.note_damage(text, found)
    return [
        (note.code, None if note.range is None else text[slice(*note.range)])
        for note in found.records
    ]


def codes(article):
    return [note.code.value for note in article.notes]


def test_clean_text_has_no_notes():
    assert notes(STORY) == []


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
@pytest.mark.parametrize(
    "piece", ["“It", "failed”", "mill’s", "It’s", "café", "£5", "Zoë", "left – he", "§ 5", "ñ", "É"]
)
def test_utf8_that_was_read_in_another_encoding_is_noted_at_its_first_place(piece, encoding):
    broken = piece.encode().decode(encoding, "replace" if encoding == "cp1252" else "strict")
    text = f"The mayor said {broken} and {broken}."
    ((code, found),) = notes(text)
    assert code is NoteCode.MOJIBAKE
    assert not found.isascii()
    assert text.index(found) < 25


@pytest.mark.parametrize(
    "text",
    [
        "SÃO PAULO",
        "DESMOND TÃTAR",
        "Â la carte",
        "ângela",
        "5 €",
        "â la",
        "a “â”",
        "Ãndia",
        "café £5 § Zoë",
        "CÃ, CÂ",
        "100 °",
    ],
)
def test_letters_that_damage_also_shows_are_letters(text):
    assert notes(text) == []


def test_a_lost_character_is_noted():
    assert notes("The caf\ufffd closed.") == [(NoteCode.MOJIBAKE, "\ufffd")]


@pytest.mark.parametrize(
    "entity",
    [
        "&quot;",
        "&amp;",
        "&#8220;",
        "&#39;",
        "&#x201C;",
        "&rsquo;",
        "&ldquo;",
        "&nbsp;",
        "&mdash;",
        "&laquo;",
        "&lt;",
    ],
)
def test_signs_as_html_spells_them_are_noted_at_their_first_place(entity):
    assert notes(f"Mill & river: {entity}It is over{entity}") == [(NoteCode.HTML_ENTITIES, entity)]


@pytest.mark.parametrize(
    "text",
    [
        "Lee & Ek; both",
        "R&D; more",
        "AT&T",
        "a &b; c",
        "&;",
        "&#;",
        "&#8220",
        "&quot",
        "https://a.example/?x=1&y=2;",
        "Q&A",
    ],
)
def test_other_ampersands_are_ampersands(text):
    assert notes(text) == []


@pytest.mark.parametrize("hyphen", ["-", "\xad", "¬"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n  "])
def test_words_that_are_cut_at_line_ends_are_noted(hyphen, end):
    ((code, found),) = notes(f"The commu{hyphen}{end}nity lost its mill.")
    assert code is NoteCode.HYPHENATED_LINES
    assert (found[0], found[-1]) == ("u", "n")


@pytest.mark.parametrize(
    "text",
    [
        "It is over -\nsaid Lee.",
        "5-\n4",
        "A-\nB",
        "- one\n- two",
        "He left--\nshe stayed",
        "Over-\n\nnext",
        "end-\nAnn",
    ],
)
def test_other_dashes_at_line_ends_are_dashes(text):
    assert notes(text) == []


def test_a_text_longer_than_any_article_is_noted():
    assert notes("a" * 1_000_000) == []
    assert notes("a" * 1_000_001) == [(NoteCode.LONG_TEXT, None)]


def test_each_kind_is_noted_once_in_one_order():
    text = "caf\ufffd caf\ufffd &quot;x&quot; com-\nmon com-\nmon"
    assert [code for code, _ in notes(text)] == [
        NoteCode.MOJIBAKE,
        NoteCode.HTML_ENTITIES,
        NoteCode.HYPHENATED_LINES,
    ]


# The whole article


@pytest.mark.parametrize(
    ("broken", "expected"),
    [
        (STORY.replace("“", "&quot;").replace("”", "&quot;"), "html-entities"),
        ("<p>" + STORY.replace("\n\n", "</p>\n<p>") + "</p>", "html-source"),
        (STORY.encode().decode("cp1252", "replace"), "mojibake"),
        (STORY.replace("failed", "fai-\nled"), "hyphenated-lines"),
        (STORY.replace("”", ""), "unclosed-quote"),
        (STORY.replace("“", ""), "stray-mark"),
        ("", "no-text"),
        (" \n\t\n\u2028", "no-text"),
        ("Mill to close in May", "no-text"),
    ],
)
def test_an_article_says_what_is_wrong_with_it(broken, expected):
    article = newsquote.parse(broken)
    assert expected in codes(article)
    assert article.text == broken
    assert all(broken[note.span.slice] for note in article.notes if note.span is not None)


def test_a_headline_alone_is_a_headline():
    article = newsquote.parse("Mill to close in May")
    assert (article.headline.text, article.quotes, article.paragraphs) == (
        "Mill to close in May",
        (),
        (),
    )


def test_blanks_in_twos_change_nothing_but_the_spans():
    once = newsquote.parse(STORY)
    twice = newsquote.parse(STORY.replace(" ", "  "))
    assert [quote.text.split() for quote in twice.quotes] == [
        quote.text.split() for quote in once.quotes
    ]
    assert [quote.speaker.name.split() for quote in twice.quotes] == [
        ["Ann", "Lee"],
        ["Ann", "Lee"],
    ]
    assert twice.notes == once.notes


def test_a_column_that_a_scanner_cut_is_still_read():
    text = (
        "Mill to close in May\n\n"
        "“The community has lost the only mill that it had,” said Mayor Ann\n"
        "Lee on Monday. She said that the talks about a new owner had fai-\n"
        "led, and that the town would look for other work in the valley be-\n"
        "fore the end of the year. The mill has stood by the river for more\n"
        "than a hundred years, and nobody remembers the time before it.\n"
    )
    article = newsquote.parse(text)
    assert codes(article) == ["hyphenated-lines"]
    assert [" ".join(quote.speaker.name.split()) for quote in article.quotes] == [
        "Ann Lee",
        "Ann Lee",
    ]
    assert len(article.paragraphs) == 1


FIRST = 'Mill to close\n\nBy Ann Bee\n\nNORVALE - "It is over," said Mayor Ann Lee on Monday. The mill will close in May.\n\n'
SECOND = 'Floods hit valley\n\nBy Cy Dent\n\nWEXMOUTH - "It rained," said Olav Brandt on Sunday. The river rose.\n'


def test_a_second_article_is_noted_at_its_heading():
    article = newsquote.parse(FIRST + SECOND)
    (note,) = [note for note in article.notes if note.code == "second-article"]
    assert article.text[note.span.slice] == "Floods hit valley"
    assert {quote.speaker.name for quote in article.quotes} == {"Ann Lee", "Olav Brandt"}


@pytest.mark.parametrize(
    "text",
    [
        FIRST,
        SECOND,
        FIRST + "What comes next\n\nThe river rose on Sunday, and the town waits.\n",
        FIRST + "By Cy Dent\n",
    ],
)
def test_one_article_is_one(text):
    assert "second-article" not in codes(newsquote.parse(text))


@pytest.mark.parametrize(
    "pair",
    list(itertools.permutations(["â€œ", "&quot;", "&", "Ã", "com-\nmon", "-\n", "\xad\r\n"], 2)),
)
def test_damage_in_masses_is_looked_at_once(pair):
    """The searches are single ones, and end at the first place: their work grows with the text and
    no faster.
    """
    text = "".join(pair) * 20_000
    assert len(notes(text)) <= 3
