"""Whether somebody is said to have said some words."""

import pickle

import pytest

import newsquote
from newsquote import Check, CheckVerdict, Polarity, Span, check

TEXT = """“We will not sell the bridge,” Ann Lee said on Monday, “and we will never sell the mill.”

Lee said the harbour would be shut in May. The ferry leaves at nine.

“We will not sell the bridge,” said Mayor Bo Ek. He denied that the mill was empty.

“They told us nothing,” an angry voice called from the back. Carla Moss left early.

“The tunnel is a dream,” it said on the wall.
"""
ARTICLE = newsquote.parse(TEXT)


@pytest.mark.parametrize(
    ("quotation", "speaker", "verdict"),
    [
        ("We will not sell the bridge", "Lee", "said"),
        ("We will not sell the bridge", "Bo Ek", "said"),
        ("We will not sell the bridge", None, "said"),
        ("We will not sell the bridge and we will never sell the mill", "Ann Lee", "said"),
        ("We will not sell the bridge … and we will never sell the mill", "Ann Lee", "said"),
        (
            "We will not sell the bridge and we will never sell the mill",
            "Bo Ek",
            "by_somebody_else",
        ),
        ("never sell the mill. The harbour would be shut in May.", "Lee", "said"),
        ("We will … sell the bridge", "Lee", "said_altered"),
        ("We will sell the bridge", "Mr. Ek", "said_altered"),
        ("we will never sell the tower", "Lee", "said_altered"),
        ("we will never sell the tower", "Ek", "by_somebody_else"),
        ("We will not sell the bridge", "Carla Moss", "by_somebody_else"),
        ("We will not sell the bridge", "Ida Vance", "unknown_speaker"),
        ("the ferry leaves at nine", "Lee", "not_attributed"),
        ("the ferry leaves at nine", None, "not_attributed"),
        ("the ferry leaves at ten", None, "not_attributed"),
        ("the harbour would be shut in May. The ferry", "Lee", "said_altered"),
        ("the harbour would be shut in May. The ferry leaves at nine", "Lee", "not_attributed"),
        ("We will build a tower of glass", "Lee", "absent"),
        ("", "Lee", "absent"),
        ("…", None, "absent"),
    ],
)
def test_each_verdict(quotation, speaker, verdict):
    found = check(quotation, ARTICLE, speaker)
    assert found.verdict.value == verdict
    assert bool(found) is (verdict == "said")
    assert found == check(quotation, TEXT, speaker)


def test_every_place_is_given_with_its_own_verdict_and_the_best_decides():
    found = check("We will not sell the bridge", ARTICLE, "the mayor")
    assert [(place.verdict.value, place.speakers[0].name) for place in found.places] == [
        ("by_somebody_else", "Ann Lee"),
        ("said", "Bo Ek"),
    ]
    assert found.place is found.places[1]
    assert [TEXT[place.span.slice] for place in found.places] == ["We will not sell the bridge"] * 2
    assert [speaker.name for speaker in found.said_by] == ["Bo Ek"]
    assert [speaker.name for speaker in found.asked] == ["Bo Ek"]
    assert found.place.quotes == (ARTICLE.quotes_by("Bo Ek")[0],)


def test_words_between_the_parts_are_no_change_of_what_was_said():
    found = check("We will not sell the bridge and we will never sell a mill", ARTICLE, "Lee")
    assert [(change.quoted, change.found) for change in found.changes] == [("a", "the")]
    assert len(found.verification.changes) == 2


def test_what_the_asked_one_said_is_preferred_to_a_passage_that_is_as_near():
    text = "“We will sell the big mill,” said Bo Ek. “We will sell the old mill,” said Ann Lee."
    found = check("We will sell the new mill", text, "Ann Lee")
    assert found.verdict is CheckVerdict.SAID_ALTERED
    assert [change.found for change in found.changes] == ["old"]
    assert {text[place.span.slice] for place in found.places} == {
        "We will sell the big mill",
        "We will sell the old mill",
    }


def test_word_for_word_by_another_goes_before_altered_by_the_asked_one():
    text = "“We will not sell the mill,” said Bo Ek. “We will sell the mill,” said Ann Lee."
    assert check("We will not sell the mill", text, "Ann Lee").verdict == "by_somebody_else"
    assert check("We will sell the mill", text, "Ann Lee").verdict == "said"


def test_a_long_aside_between_two_quotes_is_a_change():
    aside = "Rain fell on all the hills of the valley. " * 5
    text = f"“We will sell the old mill,” Ann Lee said. {aside}“We will sell the old bridge,” Lee said."
    joined = "We will sell the old mill{} We will sell the old bridge"
    found = check(joined.format(""), text, "Lee")
    assert found.verdict is CheckVerdict.SAID_ALTERED
    assert [change.kind.value for change in found.changes] == ["omitted"]
    assert aside.strip() in found.changes[0].found
    assert [text[span.slice].strip(",") for span in found.place.spans] == [
        "We will sell the old mill",
        "We will sell the old bridge",
    ]
    assert check(joined.format(" …"), text, "Lee").verdict == "said"


def test_what_was_denied_is_told_by_the_polarity():
    found = check("the mill was empty", ARTICLE, "Ek")
    assert (found.verdict, found.polarity) == (CheckVerdict.SAID, Polarity.DENIED)
    assert check("We will not sell the bridge", ARTICLE, "Ek").polarity is Polarity.POSITIVE
    assert check("the ferry leaves at nine", ARTICLE).polarity is None
    assert check("nothing of this is there", ARTICLE).polarity is None


def test_a_speaker_of_the_article_and_one_of_another():
    lee, ek = (next(s for s in ARTICLE.speakers if s.name == name) for name in ("Ann Lee", "Bo Ek"))
    assert check("We will never sell the mill", ARTICLE, lee)
    assert check("We will never sell the mill", ARTICLE, ek).verdict == "by_somebody_else"
    other = newsquote.parse("“No,” said Ann Lee.").speakers[0]
    assert check("We will never sell the mill", ARTICLE, other)


def test_a_quote_without_a_known_speaker():
    text = "“It is over, and we all know that it is,” he said."
    for speaker in (None, "Ann Lee"):
        assert check("It is over, and we all know", text, speaker).verdict == "unknown_speaker"


def test_what_is_cut_is_a_change():
    found = check("We will not sell the bri", "“We will not sell the bridge,” said Ann Lee.", "Lee")
    assert found.verdict is CheckVerdict.SAID_ALTERED
    assert [change.kind.value for change in found.changes] == ["cut"]


def test_a_check_of_an_article_without_a_quote():
    assert check("Rain fell", "Rain fell.", "Ann Lee").verdict == "not_attributed"
    assert check("Rain fell", "", "Ann Lee") == Check(
        verdict=CheckVerdict.ABSENT, verification=newsquote.verify("Rain fell", "")
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((None, TEXT), "quotation must be str, not NoneType"),
        (("a", None), "article must be Article or str, not NoneType"),
        (("a", TEXT, 7), "speaker must be str or Speaker or None, not int"),
    ],
)
def test_an_argument_of_another_type_is_a_type_error(arguments, message):
    with pytest.raises(TypeError, match=message):
        check(*arguments)


def test_checks_are_values():
    found = check("We will not sell the bridge", ARTICLE, "Ek")
    assert pickle.loads(pickle.dumps(found)) == found
    assert hash(found) == hash(check("We will not sell the bridge", ARTICLE, "Ek"))
    assert repr(found) == "<Check said by 'Bo Ek'>"
    assert repr(found.place).startswith("<CheckPlace said at ")
    assert repr(check("Nothing of it", ARTICLE)) == "<Check absent>"
    assert found.place.span == Span(found.place.spans[0].start, found.place.spans[-1].end)
