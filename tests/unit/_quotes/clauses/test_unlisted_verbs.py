"""Verbs beside a quotation that the list of verbs of saying does not have."""

import pytest

from newsquote._quotes.clauses.unlisted_verbs import find_unlisted


def found(read, text):
    reading = read(text)
    return [reading.doc.words[cue.head] for cue in find_unlisted(reading.doc, reading.mark_at)]


@pytest.mark.parametrize(
    "text",
    [
        "“It is over,” one fan raged.",
        "“It is over!” Ann Lee raged, and left.",
        "“It is over”, he raged in the hall.",
    ],
)
def test_a_verb_that_ends_its_clause_behind_a_quotation_attributes(read, text):
    assert found(read, text) == ["raged"]


@pytest.mark.parametrize(
    "text",
    [
        "“It is over,” he said.",  # the list has it
        "“It is over,” one fan painted the words.",  # an object follows
        "“It is over” raged one fan.",  # no sign at the marks
        "“Over,” he raged no more than that.",
        "“It is over,” on the wall.",
    ],
)
def test_other_words_behind_a_quotation_do_not(read, text):
    assert found(read, text) == []
