"""People over a corpus: who is one, who is not, and which ids stay."""

import itertools
import pickle
import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import newsquote
from newsquote import DoubtReason, KnownPerson, People, SpeakerKind, people

PAIRS = Path(__file__).with_name("people_merged.txt").read_text(encoding="utf-8")
BLOCKS = re.findall(
    r"^(same|other) (.+?) \| (.+?) \| (.+)\n(.*)\n--\n(.*)\n", PAIRS, flags=re.MULTILINE
)


def parsed(*texts, **fields):
    return [newsquote.parse(text, **fields) for text in texts]


def ids(corpus, article):
    """The ids of an article's speakers by name."""
    names = [speaker.name for speaker in article.speakers]
    return dict(zip(names, corpus.add(article), strict=True))


def test_the_composed_pairs_are_read():
    assert len(BLOCKS) == PAIRS.count("\n--\n") > 20


@pytest.mark.parametrize(
    ("verdict", "first", "second", "why", "one", "other"), BLOCKS, ids=[b[3] for b in BLOCKS]
)
@pytest.mark.parametrize("turned", [False, True], ids=["in order", "turned round"])
def test_who_is_one_person_and_who_is_not(verdict, first, second, why, one, other, turned):
    if turned:
        first, second, one, other = second, first, other, one
    corpus, articles = People(), parsed(one, other)
    found = [
        ids(corpus, article)[name] for article, name in zip(articles, (first, second), strict=True)
    ]
    assert (found[0] is not None and found[0] == found[1]) == (verdict == "same")


def test_a_person_is_counted():
    articles = [
        newsquote.parse('"We agree," said Mayor Ann Lee.', published=date(2024, 5, 2)),
        newsquote.parse(
            '"It is over," said Ann R. Lee, the mayor of Corrow. Lee said it was late.',
            published=datetime(2024, 3, 1, 6, 30, tzinfo=UTC),
        ),
        newsquote.parse('"No," said Ann Lee.'),
    ]
    (person,) = people(articles)
    assert person.name == "Ann Lee"
    assert person.names == ("Ann Lee", "Ann R. Lee")
    assert person.kind is SpeakerKind.PERSON
    assert (person.articles, person.quotes, person.words) == (3, 4, 9)
    assert (person.first, person.last) == (date(2024, 3, 1), date(2024, 5, 2))
    assert person.affiliations == ("Corrow",)
    assert person.doubtful == ()
    assert pickle.loads(pickle.dumps(person)) == person
    assert hash(person)


def test_what_several_say_counts_for_each():
    found = people(parsed('"We agree," said Mayor Ann Lee and Sheriff Bo Ek.'))
    assert {person.name: person.quotes for person in found} == {"Ann Lee": 1, "Bo Ek": 1}


def test_whom_an_article_names_in_a_row_only_where_known_well():
    row = '"We agree," said Ann Lee and Bo Ek in a letter.'
    assert people(parsed(row, row)) == ()
    known = ['"No," said Ann Lee, the mayor of Corrow.'] * 3
    (person,) = people(parsed(*known, row))
    assert (person.name, person.articles) == ("Ann Lee", 4)


def test_the_most_quoted_comes_first():
    found = people(parsed('"No," said Bo Ek.', '"Yes," said Ida Vance. "No," said Vance.'))
    assert [person.name for person in found] == ["Ida Vance", "Bo Ek"]


def test_without_articles_there_is_nobody():
    assert people([]) == ()
    assert people(parsed("", "Nobody spoke.")) == ()


class TestIds:
    TEXTS = (
        '"We agree," said Ann R. Lee.',
        '"No," said Ann B. Lee.',
        '"Never," said Ann Lee.',
        '"We agree," said Bill Carr.',
        '"We agree," said Gov. William Carr.',
        '"Yes," said Gov. Bill Carr.',
        '"Goal," said Ida Vance, the striker.',
        '"We cut," said Ida Vance, a surgeon.',
        '"Oh," said Ida Vance.',
    )

    def test_what_was_given_stays_whatever_comes_later(self):
        articles = parsed(*self.TEXTS)
        whole = People()
        given = [whole.add(article) for article in articles]
        for n in range(len(articles)):
            begun = People()
            assert [begun.add(article) for article in articles[:n]] == given[:n]

    def test_an_earlier_run_goes_on(self):
        articles = parsed(*self.TEXTS)
        whole = People()
        given = [whole.add(article) for article in articles]
        for n in range(len(articles)):
            begun = People()
            for article in articles[:n]:
                begun.add(article)
            going_on = People(earlier=begun)
            assert [going_on.add(article) for article in articles[n:]] == given[n:]
            assert len(going_on) == len(whole)
            assert {(p.id, p.quotes, p.articles) for p in going_on} == {
                (p.id, p.quotes, p.articles) for p in whole
            }

    def test_they_do_not_depend_on_the_order_where_no_name_is_another_s(self):
        texts = ('"No," said Bo Ek.', '"Yes," said Ann R. Lee.', '"Well," said Ann Lee.')
        orders = itertools.permutations(parsed(*texts))
        assert len({frozenset(p.id for p in people(order)) for order in orders}) == 1

    def test_a_second_look_counts_nothing(self):
        (article,) = parsed('"No," said Bo Ek. "Yes," said Ann Lee.')
        corpus = People()
        assert corpus.ids(article) == (None, None)
        given = corpus.add(article)
        assert corpus.ids(article) == given
        assert corpus.id_of(article, article.speakers[1]) == given[1]
        assert [person.articles for person in corpus] == [1, 1]

    def test_a_speaker_of_another_article_has_no_id_in_this(self):
        one, other = parsed('"No," said Bo Ek.', '"Yes," said Ann Lee.')
        corpus = People()
        corpus.add(one)
        assert corpus.id_of(other, one.speakers[0]) is None

    def test_a_person_is_found_by_id(self):
        corpus = People()
        (own,) = corpus.add(*parsed('"No," said Bo Ek.'))
        assert corpus[own].name == "Bo Ek"
        with pytest.raises(KeyError, match="p-0"):
            corpus["p-0"]


class TestDoubts:
    @staticmethod
    def reasons(*texts):
        return {
            (person.name, doubt.name, doubt.reason)
            for person in people(parsed(*texts))
            for doubt in person.doubtful
        }

    def test_a_short_form_is_noted_on_both(self):
        assert self.reasons('"No," said Bill Carr.', '"Yes," said William Carr.') == {
            ("Bill Carr", "William Carr", DoubtReason.SHORT_FORM),
            ("William Carr", "Bill Carr", DoubtReason.SHORT_FORM),
        }

    def test_a_name_that_fits_two_has_no_id(self):
        texts = ('"No," said Ann R. Lee.', '"Yes," said Ann B. Lee.', '"Well," said Ann Lee.')
        found = {p.name: p for p in people(parsed(*texts))}
        assert sorted(found) == ["Ann B. Lee", "Ann R. Lee"]
        for person in found.values():
            (doubt,) = person.doubtful
            assert (doubt.name, doubt.reason, doubt.id) == ("Ann Lee", "several", None)
            assert doubt.articles == 1

    def test_facts_that_hardly_go_together(self):
        assert self.reasons(
            '"Goal," said Ida Vance, the striker.', '"No," said Ida Vance, a nurse.'
        ) == {("Ida Vance", "Ida Vance", DoubtReason.FACTS)}

    def test_a_suffix_an_initial_and_a_spelling(self):
        assert {
            reason
            for _, _, reason in self.reasons(
                '"No," said Bo Ek.',
                '"Yes," said Bo Ek Jr. on Monday.',
                '"Well," said B. Ek.',
                '"No," said Sara Orlan.',
                '"Yes," said Sarah Orlan.',
            )
        } == {DoubtReason.SUFFIX, DoubtReason.INITIAL, DoubtReason.SPELLING}

    def test_two_of_one_article_are_two(self):
        corpus = People()
        corpus.add(*parsed('"No," said Ann Lee.'))
        record = corpus._register
        (speaker,) = parsed('"Yes," said Ann R. Lee.')[0].speakers
        decision = record.decide(speaker, list(record.by_id.values()))
        assert decision.new
        assert [reason for _, reason in decision.doubts] == [DoubtReason.SAME_ARTICLE]

    def test_whoever_is_in_all_articles_is_meant_by_the_name_alone(self):
        corpus = People()
        senator, nurse, bare = parsed(
            '"No," said Sen. Ida Vance.',
            '"Yes," said Ida Vance, a farmer.',
            '"Oh," said Ida Vance.',
        )
        for _ in range(25):
            (own,) = corpus.add(senator)
        (other,) = corpus.add(nurse)
        assert other != own
        assert corpus.add(bare) == (own,)


class TestKnown:
    KNOWN = (
        KnownPerson(name="Ann Lee", aliases=("Annie Lee", "Lee"), id="Q1"),
        KnownPerson(name="Bo Ek"),
    )

    def test_names_that_the_caller_gives_are_one_person(self):
        (person,) = people(
            parsed('"No," said Annie Lee, a striker.', '"Yes," said Mayor Ann Lee.'),
            known=self.KNOWN,
        )
        assert (person.id, person.name, person.articles) == ("Q1", "Ann Lee", 2)
        assert person.names == ("Annie Lee", "Ann Lee")

    def test_an_alias_of_one_word_counts_inside_an_article_only(self):
        text = '"No," said Mr. Lee.'
        assert people(parsed(text), known=self.KNOWN) == ()
        options = newsquote.ParseOptions(known_people=self.KNOWN)
        (person,) = people(parsed(text, options=options), known=self.KNOWN)
        assert person.id == "Q1"

    def test_an_id_that_the_article_has_is_the_person_s(self):
        options = newsquote.ParseOptions(known_people=self.KNOWN)
        (person,) = people(parsed('"No," said Annie Lee.', options=options))
        assert (person.id, person.name) == ("Q1", "Annie Lee")

    def test_a_name_that_two_have_gives_no_id(self):
        twice = [KnownPerson(name="Bo Ek", id="1"), KnownPerson(name="Bo Ek", id="2")]
        assert people(parsed('"No," said Bo Ek.'), known=twice) == ()

    def test_without_an_id_the_name_makes_one(self):
        found = people(parsed('"No," said Bo Ek.'), known=self.KNOWN)
        assert [person.id for person in found] == [
            person.id for person in people(parsed('"No," said Bo Ek.'))
        ]


class TestWrongCalls:
    def test_texts_are_no_articles(self):
        with pytest.raises(TypeError, match=r"not str; give newsquote\.parse_many"):
            people(["Ann Lee said no."])

    def test_failures_are_no_articles(self):
        failed = list(newsquote.parse_many([3], on_error="yield"))
        with pytest.raises(TypeError, match="not ParseFailure; leave failures out"):
            people(failed)

    def test_anything_else(self):
        with pytest.raises(TypeError, match=r"not int$"):
            people([3])

    @pytest.mark.parametrize("known", [3, ["Ann Lee"], "Ann Lee"])
    def test_known_people(self, known):
        with pytest.raises(newsquote.OptionsError, match="known must be KnownPerson values"):
            people([], known=known)

    def test_earlier_people(self):
        with pytest.raises(newsquote.OptionsError, match="earlier must be Person values"):
            People(earlier=["Ann Lee"])


def test_a_corpus_is_not_kept():
    """What is held grows with the people, not with the articles."""
    corpus = People()
    (article,) = parsed('"No," said Ann Lee, the mayor of Corrow.')
    corpus.add(article)
    size = len(pickle.dumps(list(corpus)))
    for _ in range(200):
        corpus.add(article)
    assert len(pickle.dumps(list(corpus))) <= size + 20
