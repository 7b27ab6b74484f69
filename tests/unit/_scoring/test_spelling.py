"""What is misspelt in gold is told with its place and the word that was meant."""

import pytest

import newsquote
from newsquote._scoring.lines import LineError
from newsquote._scoring.spelling import check_spelling
from newsquote.codec import schema


@pytest.fixture(scope="module")
def form():
    return schema()


def test_the_form_itself_has_no_slip(form, story):
    check_spelling(newsquote.to_dict(story), form, "gold")


@pytest.mark.parametrize(
    "article",
    [
        {"publisher": "Norvale Post", "annotator": 3, "meta": {"qoutes": {"knid": 1}}},
        {"quotes": None, "headline": None},
        {"quotes": [{"parts": [], "kind": None, "cue": None}]},
        {"speakers": [{"name": "Ann Lee"}]},
    ],
)
def test_fields_of_ones_own_beside_the_text_and_nulls_are_left_alone(form, article):
    check_spelling(article, form, "gold")


@pytest.mark.parametrize(
    ("article", "complaint"),
    [
        ({"qoutes": []}, "g, line 3: qoutes: no field of an article; did you mean 'quotes'?"),
        ({"Quotes": []}, "g, line 3: Quotes: no field of an article; did you mean 'quotes'?"),
        (
            {"quotes": [{}, {"speeker": 0}]},
            "g, line 3: quotes[1].speeker: no field here; did you mean 'speaker'?",
        ),
        (
            {"quotes": [{"parts": [{"spam": [0, 1]}]}]},
            "g, line 3: quotes[0].parts[0].spam: no field here; did you mean 'span'?",
        ),
        (
            {"quotes": [{"kind": "indriect"}]},
            "g, line 3: quotes[0].kind: 'indriect' is no word of the form; did you mean 'indirect'?",
        ),
        (
            {"speakers": [{"name": "Orla Foods", "kind": "organisation"}]},
            "g, line 3: speakers[0].kind: 'organisation' is no word of the form; did you mean 'organization'?",
        ),
        (
            {"quotes": [{"cue": {"polarity": "xxxxx"}}]},
            "g, line 3: quotes[0].cue.polarity: 'xxxxx' is no word of the form; there are declined, denied, negated, positive, questioned",
        ),
        (
            {"headline": {"words": "Mill to close"}},
            "g, line 3: headline.words: no field here; there are kicker, kicker_span, span, subheadline, subheadline_span, text",
        ),
    ],
)
def test_a_slip_is_told_with_its_place(form, article, complaint):
    with pytest.raises(LineError) as caught:
        check_spelling(article, form, "g, line 3")
    assert str(caught.value) == complaint
