"""Which lists have a word."""

from newsquote import get_pack
from newsquote._names.kind_lists import lists_of


def test_a_word_has_the_letters_of_its_lists():
    lists = lists_of(get_pack("en"))
    assert "g" in lists.by_word["ida"]
    assert "o" in lists.by_word["ministry"]
    assert "y" in lists.whole["leeds"]
    assert "wexmouth" not in lists.by_word


def test_a_noun_stands_for_one_kind_of_thing():
    nouns = lists_of(get_pack("en")).nouns
    assert (nouns["mayor"], nouns["agency"], nouns["town"]) == ("r", "o", "p")


def test_lists_are_made_once_for_a_pack():
    assert lists_of(get_pack("en")) is lists_of(get_pack("en"))
    assert (
        "g"
        in lists_of(get_pack("en").with_words("given_names", ["wexmouth\tf"])).by_word["wexmouth"]
    )
