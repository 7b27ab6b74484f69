"""The lists of verbs by their forms, and what the words around a verb say of its polarity."""

import pytest

from newsquote._quotes.clauses import reporting_verbs
from newsquote.kinds import Polarity
from newsquote.lang import get_pack

PACK = get_pack("en")


@pytest.mark.parametrize(
    ("word", "lemma", "form"),
    [
        ("say", "say", "base"),
        ("says", "say", "s"),
        ("said", "say", "past"),
        ("saying", "say", "ing"),
    ],
)
def test_each_form_knows_its_verb(word, lemma, form):
    verb = reporting_verbs.verbs(PACK)[word]
    assert (verb.lemma, verb.form) == (lemma, form)


def test_a_lemma_that_has_no_other_past_is_the_past_form():
    pack = PACK.with_words("cue_verbs", ["zet\tneutral\tc\tzet zets zetting"])
    assert reporting_verbs.verbs(pack)["zet"].form == "past"


def test_a_form_of_two_verbs_belongs_to_the_first():
    pack = PACK.with_words("cue_verbs", ["zay\tneutral\tc\tzay said"])
    assert reporting_verbs.verbs(pack)["said"].lemma == "say"
    assert reporting_verbs.verbs(pack)["zay"].lemma == "zay"


def test_a_verb_in_several_words_is_known_by_all_of_them():
    assert reporting_verbs.phrases(PACK)["made", "it", "clear"].lemma == "make clear"
    assert "clear" in reporting_verbs.phrase_ends(PACK)


def test_cues_end_with_verbs_phrases_and_the_ends_of_according_to():
    assert {"said", "clear", "to", "of"} <= reporting_verbs.ends(PACK)


@pytest.mark.parametrize(("word", "expected"), [("never", True), ("didn't", True), ("did", False)])
def test_negations(word, expected):
    assert reporting_verbs.negates(PACK, word) is expected


@pytest.mark.parametrize(
    ("lemma", "words", "expected"),
    [
        ("say", [], Polarity.POSITIVE),
        ("say", ["has"], Polarity.POSITIVE),
        ("say", ["didn't"], Polarity.NEGATED),
        ("say", ["wouldn't"], Polarity.DECLINED),
        ("say", ["would", "never"], Polarity.DECLINED),
        ("say", ["not", "only"], Polarity.POSITIVE),
        ("say", ["yet", "to", "publicly"], Polarity.NEGATED),
        ("deny", [], Polarity.DENIED),
        ("deny", ["has"], Polarity.DENIED),
    ],
)
def test_polarity(lemma, words, expected):
    assert reporting_verbs.polarity(PACK, lemma, words) == expected
