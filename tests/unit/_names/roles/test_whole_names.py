"""The whole of a body's name that small words part."""

import pytest

from newsquote._names.roles.whole_names import WholeNames
from newsquote._text.ranges import Tokens


@pytest.mark.parametrize(
    ("phrase", "first", "whole"),
    [
        ("the Project on Tides met", "Project", "Project on Tides"),
        ("the Coalition Against Spam met", "Coalition", "Coalition Against Spam"),
        ("People for the Norvale Way met", "People", "People for the Norvale Way"),
        ("the Norvale Institute at Corrow met", "Institute", "Institute"),
        ("the Project met on Friday", "Project", "Project"),
    ],
)
def test_a_bare_noun_goes_on_behind_a_small_word(spotted, phrase, first, whole):
    doc, names = spotted(f"Later {phrase}.")
    name = names.at(doc.words.index(first))
    body = WholeNames(doc, names).whole(Tokens(name.i, name.j), len(doc.words))
    assert doc.slice(*body).endswith(whole)


@pytest.mark.parametrize(
    ("phrase", "body"),
    [("5th Space Squadron", "5th Space Squadron"), ("54 Corrow trains", None)],
)
def test_an_ordinal_belongs_to_a_name(spotted, phrase, body):
    doc, names = spotted(f"Later the {phrase} came.")
    found, _ = WholeNames(doc, names).numbered(2, len(doc.words))
    assert (None if found is None else doc.slice(*found)) == body
