"""What is made of a pack's words is made once, and goes when the pack goes."""

import gc
import weakref

import pytest

from newsquote import ParseOptions, get_pack, parse, parse_byline, parse_dateline
from newsquote.lang.kept import kept_by_pack, kept_with_pack

ENGLISH = get_pack("en")
TEXT = """Mill to close in May
By Ann Lee

NORVALE, March 4 (QXN) — The mill will close in May, said Bo Ek, the mayor of Norvale.

"It is over," Ann Lee said. (Photo by Ida Vance/QXN)

Published March 4, 2024
"""


@kept_by_pack
def fish(pack):
    """What a list holds."""
    return [pack.words("fish")]


@kept_with_pack(2)
def fish_with(first, pack):
    return [first, *sorted(pack.words("fish"))]


def test_a_result_is_made_once_a_pack(pack):
    other = pack.with_words("fish", ["dab"])
    assert fish(pack) is fish(pack)
    assert fish(other) is not fish(pack)
    assert "dab" in fish(other)[0]
    assert "dab" not in fish(pack)[0]


def test_what_is_given_beside_the_pack_tells_results_apart(pack):
    assert fish_with("a", pack) is fish_with("a", pack)
    assert fish_with("b", pack)[0] == "b"
    assert "dab" in fish_with("a", pack.with_words("fish", ["dab"]))


def test_of_such_results_only_so_many_stay(pack):
    first = fish_with("a", pack)
    fish_with("b", pack)
    assert fish_with("a", pack) is first
    fish_with("b", pack)
    fish_with("c", pack)
    assert fish_with("a", pack) is not first


def test_the_function_keeps_its_name_and_what_is_said_of_it():
    assert (fish.__name__, fish.__doc__) == ("fish", "What a list holds.")


def test_an_error_is_not_kept(pack):
    tried = []

    @kept_by_pack
    def failing(pack):
        tried.append(pack)
        raise ValueError(pack.code)

    for _ in range(2):
        with pytest.raises(ValueError, match="xo"):
            failing(pack)
    assert tried == [pack, pack]


@pytest.mark.slow
def test_packs_that_parsed_texts_do_not_stay():
    parse(TEXT)
    packs = []
    for number in range(50):
        pack = ENGLISH.with_words("agencies", [f"Coastal {number} Service"])
        packs.append(weakref.ref(pack))
        options = ParseOptions(language=pack)
        article = parse(TEXT, options=options)
        parse_byline("By Ann Lee, QXN", options=options)
        parse_dateline("NORVALE, March 4 (QXN) — The mill", options=options)
    del pack, options
    gc.collect()
    assert [there for there in packs if there() is not None] == []
    assert article.text == TEXT
