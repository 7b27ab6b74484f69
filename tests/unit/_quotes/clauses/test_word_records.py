"""Records of words: by name, and never changed."""

import pytest

from newsquote._quotes.clauses.word_records import WordRecord


class Colours(WordRecord):
    warm: frozenset[str]


def test_a_record_has_its_words_by_name_and_is_not_changed():
    record = Colours(warm=frozenset(("red",)))
    assert record.warm == {"red"}
    with pytest.raises(AttributeError):
        record.warm = frozenset()
