"""A caller's words that are patterns to a machine: letters and signs in a text, nothing else."""

import time
from pathlib import Path

import pytest

import newsquote
from newsquote import ParseOptions, get_pack, parse
from newsquote.errors import OptionsError

ENGLISH = get_pack("en")
LISTS = sorted(
    path.stem
    for folder in ("words", "phrases")
    for path in (Path(newsquote.__file__).parent / "lang" / "en" / folder).glob("*.txt")
)
PATTERNS = ("[", "(x+x+)+y", "\\", "*", "?P<x>", "(", "x|", "#", "{2}", "a b  c", "\ud800", "é😀")
TEXT = f"""Mill to close in May
By Ann Lee

NORVALE, Tuesday, March 4 (QXN) — The mill will close in May, said Bo Ek on Tuesday.

"It is over," Ann Lee, the mayor of Norvale, said. Two dozen people left. {"x" * 200}

Ann Lee reports from Corrow. {"x" * 200} (Photo by Bo Ek/QXN)
Published March 4, 2024
"""


def hostile_rows(name):
    """An entry of the list itself, each of its free columns a pattern in turn."""
    known = ENGLISH.rows(name)
    usual = known[len(known) // 2]
    for word in PATTERNS:
        for n in range(len(usual)):
            yield "\t".join([*usual[:n], word, *usual[n + 1 :]])


def accepted(pack, name):
    """The pack with what the list takes; each entry that it does not take is named."""
    for line in hostile_rows(name):
        try:
            pack = pack.with_words(name, [line])
        except OptionsError as error:
            assert repr(name) in str(error)  # noqa: PT017 - which entries are refused is not asked
            assert repr(line.split("\t")[0]) in str(error)  # noqa: PT017 - as above
    return pack


@pytest.mark.slow
def test_no_word_of_any_list_is_taken_for_a_pattern():
    pack = ENGLISH
    for name in LISTS:
        pack = accepted(pack, name)
    assert {name for name in LISTS if name in pack.extra} == set(LISTS)
    started = time.perf_counter()
    article = parse(TEXT, options=ParseOptions(language=pack))
    assert time.perf_counter() - started < 5
    assert article.text == TEXT


@pytest.mark.parametrize("name", ["weekdays", "byline_verbs", "months", "photo_sources"])
@pytest.mark.parametrize("word", ["[", "(x+x+)+y", "x|"])
def test_a_word_inside_a_pattern_is_escaped(name, word):
    line = f"{word}\t4" if name == "months" else word
    pack = ENGLISH.with_words(name, [line])
    assert parse(TEXT, options=ParseOptions(language=pack)).text == TEXT


def test_a_day_with_signs_in_it_is_read_as_it_stands():
    pack = ENGLISH.with_words("weekdays", ["fri(d)ay"])
    text = "By Ann Lee Fri(d)ay, March 4, 2024"
    authors = newsquote.parse_byline(text, options=ParseOptions(language=pack)).authors
    assert [author.name for author in authors] == ["Ann Lee"]


@pytest.mark.parametrize(
    ("name", "entry", "said"),
    [
        ("number_words", "score\ttwenty", "whole number from 0 to 9999, not 'twenty'"),
        ("number_words", "score\t٢٠", "whole number"),
        ("number_words", "score\t-20", "whole number"),
        ("number_words", "score\t" + "9" * 5000, "whole number"),
        ("months", "brumaire\t13", "whole number from 1 to 12, not '13'"),
        ("cue_phrases", "go on\tneutral\tq\t", "column 4 of list 'cue_phrases' cannot be empty"),
        ("cue_phrases", "go on\tneutral\tq\tgo on||went on", "empty form"),
        ("agencies", "Coastal\nNews", "line break"),
        ("agencies", "Coastal\x1b[2J", "control sign"),
        ("agencies", "Coastal\u2028News", "line break"),
    ],
)
def test_an_entry_that_its_readers_could_not_take_is_refused_by_list_and_word(name, entry, said):
    with pytest.raises(OptionsError, match=said) as caught:
        ENGLISH.with_words(name, [entry])
    assert repr(name) in str(caught.value)
    assert repr(entry.split("\t")[0]) in str(caught.value)
    assert caught.value.value == tuple(entry.split("\t"))


def test_a_number_that_is_one_is_taken():
    pack = ENGLISH.with_words("number_words", ["score\t20"])
    text = '"It is over," said score people familiar with the talks.'
    [quote] = parse(text, options=ParseOptions(language=pack)).quotes
    assert quote.speaker.count == 20


@pytest.mark.parametrize("entry", [None, 7, b"dab", float("nan")])
def test_what_is_no_string_is_refused_by_the_name_of_its_list(entry):
    with pytest.raises(OptionsError, match="list 'agencies' is a string, not "):
        ENGLISH.with_words("agencies", [entry])
