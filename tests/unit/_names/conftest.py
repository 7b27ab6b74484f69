"""Texts of a line a paragraph, with mentions that are asked whom they mean."""

import re

import pytest

from newsquote import get_pack
from newsquote._names import resolve, spotting
from newsquote._text.doc import read_doc
from newsquote._text.notes import Notes
from newsquote._text.ranges import Chars


def _doc(text):
    ranges, at = [], 0
    for line in text.split("\n"):
        ranges.append((at, at + len(line)))
        at += len(line) + 1
    return read_doc(text, ranges, get_pack("en"))


def _place(text, mention):
    """The range of a mention: its words, or (words, which time they stand there)."""
    words, time = mention if isinstance(mention, tuple) else (mention, 1)
    found = list(re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text))
    return Chars(*found[time - 1].span())


def _link(text, *mentions, known=None, said=()):
    """The people of a text, whom each mention means, and the notes.

    :param said: what somebody says, as (its words, the mention that says it).
    """
    doc, notes = _doc(text), Notes()
    places = [_place(text, mention) for mention in mentions]
    ranges = [(Chars(*_place(text, words)), _place(text, source)) for words, source in said]
    people = resolve.resolve_mentions(
        doc, spotting.find_names(doc), sorted(places), notes, known or {}, ranges
    )
    return people, [people.identity_of(where) for where in places], notes


@pytest.fixture
def link():
    return _link


@pytest.fixture
def meant():
    """The names of those whom mentions mean."""

    def names(text, *mentions):
        return [None if who is None else who.name for who in _link(text, *mentions)[1]]

    return names


@pytest.fixture
def said_by():
    """Like ``meant``, with what is said as (its words, the mention that says it)."""

    def names(text, mentions, said):
        return [who.name for who in _link(text, *mentions, said=said)[1]]

    return names


@pytest.fixture
def resolution():
    """How one mention was resolved."""

    def one(text, mention, said=(), others=()):
        people, _, _ = _link(text, mention, *others, said=said)
        return people.resolutions[_place(text, mention)]

    return one


@pytest.fixture
def spotted():
    """The words of a text and its names."""

    def both(text, ranges=None):
        doc = read_doc(text, ranges or [(0, len(text))], get_pack("en"))
        return doc, spotting.find_names(doc)

    return both


@pytest.fixture
def printed_names(spotted):
    """The names of a text as they are printed, with their titles."""

    def names(text):
        doc, every = spotted(text)
        return [doc.slice(name.i, name.j) for name in every.all]

    return names
