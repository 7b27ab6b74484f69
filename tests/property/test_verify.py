"""What holds of every quotation and every text."""

import unicodedata
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st
from newslike import NEWS, STORY

import newsquote
from newsquote import verify
from newsquote._folding import letters

ANY = st.text(st.characters(exclude_categories=()), max_size=60)
WORDS = st.sampled_from(
    (
        "we", "will", "not", "never", "sell", "the", "bridge", "Norvale", "don't", "harbour",
        "office", "in", "May", "1901", "1.5", "£5", "re-open", "café", "[sic]", "…", "said,", "“It",
        "is.”",
    )
)  # fmt: skip
PROSE = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)
PLAIN = st.lists(
    st.sampled_from(
        ("we", "will", "sell", "the", "bridge", "harbour", "office", "in", "May", "she")
    ),
    min_size=2,
    max_size=12,
)
TEXTS = st.one_of(PROSE, ANY)


@given(TEXTS, TEXTS)
def test_any_two_strings_are_compared_and_every_span_slices(quotation, text):
    found = verify(quotation, text)
    assert bool(found) is (found.status in {"verbatim", "folded"})
    assert (found.span is None) is (found.status == "absent")
    assert (found.status == "altered") is (bool(found.changes) and not found)
    assert 0 <= found.share <= 1
    for change in found.changes:
        assert text[change.span.slice] == change.found
        assert quotation[change.quoted_span.slice] == change.quoted


@given(TEXTS, st.data())
def test_every_slice_with_letters_is_verbatim(text, data):
    start = data.draw(st.integers(0, len(text)))
    quotation = text[start : data.draw(st.integers(start, len(text)))]
    assume(letters(quotation))
    found = verify(quotation, text)
    assert found.status == "verbatim"
    assert text[found.span.slice] == quotation.strip()
    assert all(change.kind == "cut" for change in found.changes)


FOLDS = (
    str.upper,
    str.casefold,
    lambda text: text.replace(" ", "\n\t "),
    lambda text: text.replace(" ", "\u00a0"),
    lambda text: text.replace("-", "–"),
    lambda text: text.replace("-", ""),
    lambda text: text.replace("'", "’").replace("“", '"').replace("”", '"'),
    lambda text: text.replace("…", "..."),
    lambda text: text.replace("ff", "ﬀ"),
    lambda text: text.replace("ar", "a\u00adr"),
    lambda text: text.replace("ar", "a-\nr"),
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: f"“{text}!”",
    lambda text: text.replace("i", "ｉ"),
)


@given(PROSE, st.lists(st.sampled_from(FOLDS), min_size=1, max_size=3), PROSE, PROSE)
def test_what_differs_in_print_alone_is_true(prose, folds, before, behind):
    assume(letters(prose))
    quotation = prose
    for fold in folds:
        quotation = fold(quotation)
    assert verify(quotation, f"{before}. {prose}. {behind}")


@given(PROSE, st.sampled_from(FOLDS))
def test_a_true_check_is_one_of_letters(prose, fold):
    assume(letters(prose))
    found = verify(fold(prose), prose)
    assert letters(prose[found.span.slice]) == letters(fold(prose))


@given(PLAIN, PLAIN, st.sampled_from(("not", "never", "n't")))
def test_a_negation_that_is_left_out_is_a_change(before, behind, negation):
    joint = "" if negation == "n't" else " "
    text = f"{' '.join(before)}{joint}{negation} {' '.join(behind)}"
    for between in (" ", " … ", "... "):
        quotation = " ".join(before) + between + " ".join(behind)
        found = verify(quotation, text)
        assert not found
        if found.status == "altered":
            assert any(negation in change.found for change in found.changes)


@given(PLAIN, PLAIN)
def test_an_ellipsis_that_hides_words_is_altered(before, behind):
    text = f"{' '.join(before)} nobody knew why {' '.join(behind)}"
    found = verify(f"{' '.join(before)} … {' '.join(behind)}", text)
    assert found.status == "altered"
    assert found.share == 1


@given(st.one_of(STORY, NEWS))
def test_the_words_of_every_quote_pass(text):
    options = newsquote.ParseOptions(include_thoughts=True, include_nested=True)
    for quote in newsquote.parse(text).quotes + newsquote.parse(text, options=options).quotes:
        if letters(quote.words):
            found = verify(quote.words, text)
            assert found
            assert all(one.end <= other.start for one, other in pairwise(found.spans))


@given(TEXTS, TEXTS)
def test_every_place_has_the_words(quotation, text):
    found = verify(quotation, text)
    assert list(found.places) == sorted(set(found.places))
    assert (found.span is None) is (not found.places)
    assert all(one.end <= other.start for one, other in pairwise(found.places))
    if found.status in {"verbatim", "folded"} and not found.changes:
        assert all(letters(text[place.slice]) == letters(quotation) for place in found.places)
