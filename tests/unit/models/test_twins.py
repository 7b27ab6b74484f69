"""Equal values are compared once, and all else stays as it was."""

import copy
import gc
import pickle
import weakref

import attrs
import pytest

import newsquote
from newsquote import Span
from newsquote.models import Speaker


class Counting(int):
    """A start that counts how often it is compared."""

    compared = 0

    def __eq__(self, other):
        Counting.compared += 1
        return int(self) == int(other)

    __hash__ = int.__hash__


def article(times):
    """An article of one speaker with as many mentions as quotes, read twice from its form."""
    text = "“It is over,” said Ann Lee. " * times
    read = newsquote.parse(text)
    mentions = tuple(Span(Counting(n), n + 1) for n in range(times))
    (speaker,) = read.speakers
    speaker = attrs.evolve(speaker, mentions=mentions)
    quotes = tuple(attrs.evolve(quote, speaker=speaker) for quote in read.quotes)
    return attrs.evolve(read, speakers=(speaker,), quotes=quotes)


def compared(times, ask):
    one, other = article(times), article(times)
    Counting.compared = 0
    ask(one, other)
    return Counting.compared


@pytest.mark.parametrize(
    "ask",
    [
        lambda one, other: one == other,
        lambda one, other: one.quotes == other.quotes,
        lambda one, other: set(one.quotes) == set(other.quotes),
        lambda one, other: one.quotes_by(other.speakers[0]),
        lambda one, other: [other.quotes.index(quote) for quote in one.quotes[:5]],
    ],
)
def test_a_speaker_is_compared_once_however_many_quotes_are_compared(ask):
    assert 0 < compared(100, ask) <= 300
    assert compared(400, ask) <= 4 * compared(100, ask)


def test_another_speaker_is_asked_for_once():
    one, other = article(100), article(100)
    wanted = attrs.evolve(other.speakers[0], mentions=other.speakers[0].mentions[:-1])
    Counting.compared = 0
    assert one.quotes_by(wanted) == ()
    assert Counting.compared <= 300


def test_what_differs_stays_different_and_what_is_equal_stays_equal():
    one, other = article(3), article(3)
    for _ in range(2):
        assert one == other
        assert other == one
        assert (one != other) is False
        assert hash(one) == hash(other)
        changed = attrs.evolve(one.speakers[0], role="mayor")
        assert one.speakers[0] != changed
        assert one.quotes[0] != attrs.evolve(other.quotes[0], speaker=changed)
        assert one.quotes[0] != one.quotes[1]
        assert one.speakers[0] != "Ann Lee"
        assert one.quotes[0] != None  # noqa: E711 - the comparison is what is tested


@pytest.mark.parametrize(
    "copied", [copy.copy, copy.deepcopy, lambda v: pickle.loads(pickle.dumps(v))]
)
def test_a_copy_is_equal_and_remembers_nobody(copied):
    one, other = newsquote.parse("“No,” said Ann Lee."), newsquote.parse("“No,” said Ann Lee.")
    assert one == other
    for value in (one.quotes[0], one.speakers[0]):
        assert copied(value) == value
        assert not hasattr(copied(value), "_twin")


def test_a_value_keeps_nothing_alive_that_it_was_compared_with():
    one, other = Speaker(name="Ann", kind="person"), Speaker(name="Ann", kind="person")
    gone = weakref.ref(other)
    assert one == other
    del other
    gc.collect()
    assert gone() is None
    assert one == Speaker(name="Ann", kind="person")
    assert one != Speaker(name="Bo", kind="person")


def test_members_that_are_shared_level_by_level_are_compared_once_a_level():
    def shared():
        speaker = Speaker(name="Ann", kind="person")
        for _ in range(60):
            speaker = Speaker(name="they", kind="group", members=(speaker, speaker))
        return speaker

    assert shared() == shared()
    assert hash(shared()) == hash(shared())
