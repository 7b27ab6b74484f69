"""A user's own words, through the language pack alone: what they do, and that they do nothing
without it.
"""

import attrs
import pytest

from newsquote import ParseOptions, get_pack, parse, parse_byline, parse_dateline

MODELS = pytest.mark.parametrize("model", ["default", None], ids=["trained", "rules"])
ENGLISH = get_pack("en")


def packs(name, *entries):
    """The two ways to a pack with more words."""
    return ENGLISH.with_words(name, entries), attrs.evolve(ENGLISH, extra={name: entries})


def options(pack, model="default"):
    return ParseOptions(language=pack, model=model)


@pytest.fixture(autouse=True)
def english_stays_as_it_is():
    before = {
        name: ENGLISH.words(name)
        for name in ("cue_verbs", "titles", "roles", "agencies", "outlets")
    }
    yield
    assert get_pack("en") is ENGLISH
    assert not ENGLISH.extra
    for name, words in before.items():
        assert {row[0] for row in ENGLISH.rows(name)} == words == get_pack("en").words(name)


VERB = "quothe\tneutral\tqcz\tquothe quothes quothed quothing"


@MODELS
@pytest.mark.parametrize("pack", packs("cue_verbs", VERB), ids=["with_words", "evolve"])
@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ('"It is over," quothed Ann Lee.', "It is over", "Ann Lee"),
        ("Bo Ek quothed that the mill would close.", "that the mill would close", "Bo Ek"),
        (
            "The mill will close in May, Ann Lee quothed on Monday.",
            "The mill will close in May",
            "Ann Lee",
        ),
    ],
)
def test_a_new_cue_verb_is_a_cue(text, words, speaker, pack, model):
    [quote] = parse(text, options=options(pack, model)).quotes
    assert (quote.words, quote.cue.text, quote.cue.lemma, quote.cue.category.value) == (
        words,
        "quothed",
        "quothe",
        "neutral",
    )
    assert quote.speaker.name == speaker


@MODELS
@pytest.mark.parametrize(
    "text",
    [
        "Bo Ek quothed that the mill would close.",
        "The mill will close in May, Ann Lee quothed on Monday.",
    ],
)
def test_without_the_pack_it_is_a_word_like_others(text, model):
    parse(text, options=options(ENGLISH.with_words("cue_verbs", [VERB]), model))
    assert parse(text, options=options(ENGLISH, model)).quotes == ()


@MODELS
def test_a_new_cue_noun_is_a_cue(model):
    for pack in packs("cue_nouns", "averment\tassertive\tcq\taverment averments"):
        text = "Few heard of Ann Lee's averment that the bridge was safe."
        (quote,) = parse(text, options=options(pack, model)).quotes
        assert (quote.cue.lemma, quote.words, quote.speaker.name) == (
            "averment",
            "that the bridge was safe",
            "Ann Lee",
        )
    assert all(
        quote.cue.lemma != "averment"
        for quote in parse(text, options=options(ENGLISH, model)).quotes
    )


def test_a_new_verb_may_deny():
    pack = ENGLISH.with_words(
        "cue_verbs", ["gainsay\tnegative\tcnq\tgainsay gainsays gainsaid gainsaying"]
    ).with_words("cue_polarities", ["gainsay\tdenied"])
    [quote] = parse("Bo Ek gainsaid that the mill would close.", options=options(pack)).quotes
    assert (quote.cue.lemma, quote.cue.polarity.value) == ("gainsay", "denied")


@MODELS
@pytest.mark.parametrize("pack", packs("titles", "portreeve"), ids=["with_words", "evolve"])
def test_a_new_title_sets_the_role(pack, model):
    text = '"It is over," said Portreeve Ann Lee. "We tried," the portreeve said.'
    quotes = parse(text, options=options(pack, model)).quotes
    assert [(quote.speaker.name, quote.speaker.role) for quote in quotes] == [
        ("Ann Lee", "Portreeve")
    ] * 2
    assert parse(text, options=options(ENGLISH, model)).quotes[0].speaker.role is None


@pytest.mark.parametrize(
    "pack", packs("agencies", "Coastal News Service", "QXN"), ids=["with_words", "evolve"]
)
class TestAgency:
    def test_it_is_the_agency_of_a_dateline(self, pack):
        for name in ("Coastal News Service", "QXN"):
            found = parse_dateline(
                f"NORVALE, March 4 ({name}) — The mill will close.", options=options(pack)
            )
            assert (found.place, found.agency) == ("NORVALE", name)

    def test_it_is_an_authors_affiliation(self, pack):
        author = parse_byline("By Ann Lee, QXN", options=options(pack)).authors[0]
        assert (author.name, author.affiliation) == ("Ann Lee", "QXN")
        assert parse_byline("By Ann Lee, QXN").authors[0].affiliation is None

    @pytest.mark.parametrize("line", ["(QXN)", "QXN contributed to this report."])
    def test_it_is_the_agency_of_a_credit(self, pack, line):
        text = f"Mill to close in May\n\nNORVALE — The mill will close in May, said Bo Ek.\n\nThe talks went on.\n\n{line}"
        assert [credit.agencies for credit in parse(text, options=options(pack)).credits] == [
            ("QXN",)
        ]
        assert all(credit.agencies == () for credit in parse(text).credits)


@pytest.mark.parametrize("pack", packs("outlets", "Norvale Lantern"), ids=["with_words", "evolve"])
class TestOutlet:
    def test_it_is_an_authors_affiliation_and_no_author(self, pack):
        for line in ("By Ann Lee, Norvale Lantern", "By Ann Lee Norvale Lantern"):
            authors = parse_byline(line, options=options(pack)).authors
            assert [(author.name, author.affiliation) for author in authors] == [
                ("Ann Lee", "Norvale Lantern")
            ]

    def test_it_is_no_part_of_the_headline(self, pack):
        text = "Mill to close in May - Norvale Lantern\nBy Ann Lee\n\nThe mill will close in May, said Bo Ek."
        assert parse(text, options=options(pack)).headline.text == "Mill to close in May"
        assert parse(text).headline.text == "Mill to close in May - Norvale Lantern"


def test_packs_with_other_words_do_not_share_them():
    one, other = ENGLISH.with_words("agencies", ["QXN"]), ENGLISH.with_words("agencies", ["ZRB"])
    line = "By Ann Lee, QXN"
    found = [
        parse_byline(line, options=options(pack)).authors[0].affiliation
        for pack in (one, other, ENGLISH, one)
    ]
    assert found == ["QXN", None, None, "QXN"]
