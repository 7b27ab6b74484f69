"""What is added up of one person, and its bounds."""

from datetime import date

import newsquote
from newsquote import DoubtReason, SpeakerKind
from newsquote.corpus.facts import Verdict, facts_of
from newsquote.corpus.records import Record
from newsquote.models import Speaker

PACK = newsquote.get_pack("en")


def record():
    return Record(id="p-1", kind=SpeakerKind.PERSON)


def speaker(name="Ann Lee", role=None, affiliation=None):
    return Speaker(name=name, kind=SpeakerKind.PERSON, role=role, affiliation=affiliation)


def add(one, role, affiliation=None, times=1):
    for _ in range(times):
        one.add_speaker(
            speaker(role=role, affiliation=affiliation), facts_of(role, affiliation, PACK)
        )
        one.add_article(None)


def test_names_and_roles_come_with_the_most_frequent_first():
    one = record()
    for name in ("A. Lee", "Ann Lee", "Ann Lee"):
        one.add_speaker(speaker(name), facts_of(None, None, PACK))
    person = one.person()
    assert (person.name, person.names) == ("Ann Lee", ("Ann Lee", "A. Lee"))


def test_days():
    one = record()
    for day in (None, date(2024, 5, 2), date(2023, 1, 1), date(2024, 1, 1)):
        one.add_article(day)
    assert (one.first, one.last, one.articles) == (date(2023, 1, 1), date(2024, 5, 2), 4)


def test_what_there_could_be_ever_more_of_has_a_bound():
    one = record()
    for n in range(300):
        one.add_speaker(
            speaker(f"Ann Lee {n}", f"role {n}", f"Body {n}"),
            facts_of(f"x{n} y", f"Body {n}", PACK),
        )
        one.add_doubt(f"p-{n}", "Ann Lee", DoubtReason.SEVERAL)
    assert len(one.names) == len(one.roles) == len(one.affiliations) == len(one.doubts) == 50
    assert len(one.bodies) <= 51


def test_a_slip_in_one_of_many_articles_says_nothing():
    one = record()
    add(one, "farmer")
    assert one.verdict(facts_of("senator", None, PACK)) is Verdict.APART
    add(one, None, times=30)
    assert one.verdict(facts_of("senator", None, PACK)) is Verdict.SILENT


def test_whoever_is_in_many_articles_may_be_something_else_elsewhere():
    one, other = record(), facts_of("lawyer", "Norvale Partners", PACK)
    add(one, "analyst", "Orla Capital")
    assert one.verdict(other) is Verdict.APART
    add(one, "analyst", "Orla Capital", times=4)
    assert one.verdict(other) is Verdict.SILENT


def test_a_doubt_is_counted():
    one = record()
    one.add_speaker(speaker(), facts_of(None, None, PACK))
    for name in ("Ann B. Lee", "Ann C. Lee"):
        one.add_doubt(None, name, DoubtReason.SEVERAL)
    (doubt,) = one.person().doubtful
    assert (doubt.name, doubt.articles) == ("Ann C. Lee", 2)
