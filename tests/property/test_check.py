"""What holds of every check."""

from hypothesis import given
from hypothesis import strategies as st
from newslike import ANY, NEWS, STORY

import newsquote
from newsquote import CheckVerdict, check
from newsquote._folding import letters

SPEAKERS = st.one_of(
    st.none(),
    st.sampled_from(("Ann Lee", "Lee", "the mayor", "she", "police", "a spokesman", "Mr. Ek", "")),
    ANY,
)


@given(st.one_of(STORY, NEWS))
def test_every_quote_is_said_by_its_speaker(text):
    article = newsquote.parse(text)
    for quote in article.quotes:
        if not letters(quote.words):
            continue
        if quote.speaker is None:
            assert check(quote.words, article).verdict in {"said", "unknown_speaker"}
        else:
            assert check(quote.words, article, quote.speaker.name)
            assert check(quote.words, article, quote.speaker)


@given(st.one_of(STORY, NEWS, ANY), st.one_of(STORY, NEWS, ANY), SPEAKERS)
def test_anything_is_answered(quotation, text, speaker):
    article = newsquote.parse(text)
    found = check(quotation[:80], article, speaker)
    assert (found.place is None) is (found.verdict is CheckVerdict.ABSENT) is (not found.places)
    assert found.place is None or found.place in found.places
    assert all(place.quotes for place in found.places if place.speakers)
    for place in found.places:
        assert all(quote in article.quotes for quote in place.quotes)
        assert all(0 <= span.start < span.end <= len(text) for span in place.spans)
