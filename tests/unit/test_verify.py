"""Whether a quotation is in a text."""

import importlib

import pytest

import newsquote
from newsquote import Span, VerificationStatus, verify

TEXT = "On Monday the bridge was shut. The bridge will open, she said."


@pytest.mark.parametrize("quotation", ["the bridge", "On Monday", "she said.", TEXT, "a"])
def test_what_stands_there_word_for_word_is_verbatim_at_its_first_place(quotation):
    found = verify(quotation, TEXT)
    assert found.status is VerificationStatus.VERBATIM
    assert TEXT[found.span.slice] == quotation
    assert found.span.start == TEXT.index(quotation)
    assert bool(found) is True


def test_blanks_around_the_quotation_do_not_count():
    assert verify("\n the bridge \t", TEXT).span == Span(10, 20)


@pytest.mark.parametrize("quotation", ["the tunnel", "the bridge will be shut", "she said. No", "bridge Monday"])
def test_what_does_not_stand_there_is_no_quotation(quotation):
    found = verify(quotation, TEXT)
    assert not found
    assert found.status is VerificationStatus.ABSENT
    assert found.span is None


@pytest.mark.parametrize("quotation", ["", " \n"])
def test_nothing_is_never_in_a_text(quotation):
    assert verify(quotation, TEXT).status is VerificationStatus.ABSENT
    assert not verify(quotation, "")


def test_a_lone_surrogate_is_a_character_like_others():
    assert verify("\ud800", "a \ud800 b").span == Span(2, 3)


@pytest.mark.parametrize(
    ("arguments", "name"), [((None, TEXT), "quotation"), (("a", b"a"), "text"), ((1, TEXT), "quotation"), (("a", None), "text")]
)
def test_an_argument_that_is_no_string_is_a_type_error(arguments, name):
    with pytest.raises(TypeError, match=f"{name} must be a str, not"):
        verify(*arguments)


def test_the_name_stays_the_function_after_the_module_was_imported():
    module = importlib.import_module("newsquote.verify")
    assert newsquote.verify is module.verify is verify
