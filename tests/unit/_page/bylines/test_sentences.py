"""Sentences under a headline that name their journalist."""

import pytest

from newsquote._page.bylines.sentences import is_sentence, read_named_journalist
from newsquote._page.line import Stretch
from newsquote.lang import get_pack

PACK = get_pack("en")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The ferryman of Norvale is tired of water, reports Ann Lee", "Ann Lee"),
        ("Ann Lee meets the ferryman of Norvale", "Ann Lee"),
        ("The ferryman talks to Ann Lee about water and money", "Ann Lee"),
        ("the ferry is late", None),
    ],
)
def test_the_journalist_is_told_by_the_verbs_of_the_trade(text, name):
    found = read_named_journalist(Stretch(text, 0, len(text)), PACK)
    assert (found and text[slice(*found.name)]) == name


def test_a_sentence_has_small_words_that_no_list_has():
    for text, expected in (("The ferry will be late again", True), ("Ann Lee and Bo Ek", False)):
        assert is_sentence(Stretch(text, 0, len(text)), PACK) is expected
