"""What people type, as the full-text index takes it."""

import sqlite3

import pytest

from newsquote.database.query import full_text
from newsquote.errors import OptionsError


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("tax* NOT cut", "tax* NOT cut"),
        ('"tax cut"*', '"tax cut"*'),
        ("don't", '"don\'t"'),
        ("so-called*", '"so-called"*'),
        ("words:tax", '"words:tax"'),
        ("3.5%", '"3.5%"'),
        ("Zürich", "Zürich"),
        ("(tax OR levy) AND city", "( tax OR levy ) AND city"),
        ("NEAR(tax cut, 3) OR don't", 'NEAR(tax cut, 3) OR "don\'t"'),
        ('"a ""b"" c"', '"a ""b"" c"'),
        ("^tax", '"^tax"'),
    ],
)
def test_words_with_signs_stand_in_quotation_marks(typed, taken):
    assert full_text(typed) == taken
    index = sqlite3.connect(":memory:")
    index.execute("CREATE VIRTUAL TABLE said USING fts5 (words)")
    index.execute("SELECT * FROM said WHERE said MATCH ?", (full_text(typed),)).fetchall()
    index.close()


@pytest.mark.parametrize("typed", ['"tax', 'tax"', "(tax", "tax)", '"'])
def test_what_is_not_closed_is_refused(typed):
    with pytest.raises(OptionsError, match="must be closed") as caught:
        full_text(typed)
    assert caught.value.value == typed
