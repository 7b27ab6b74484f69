"""What is gathered of one somebody."""

import pytest

from newsquote._names.identities.clusters import Cluster
from newsquote._names.records import PERSON
from newsquote._text.ranges import Chars


def test_the_fullest_form_is_the_one_with_most_words_then_letters():
    cluster = Cluster(kind=PERSON)
    for n, form in enumerate([("Vance",), ("N.", "Vance"), ("Nora", "Vance"), ("Nora",)]):
        cluster.add_form(form, Chars(n, n + 1))
    assert cluster.fullest == ("Nora", "Vance")
    cluster.drop_form(("Nora", "Vance"))
    assert cluster.fullest == ("N.", "Vance")


def test_mentions_stay_in_order_and_one_inside_another_is_none():
    cluster = Cluster(kind=PERSON)
    for where in [(10, 15), (2, 6), (3, 5), (1, 9), (20, 25)]:
        cluster.add_mention(Chars(*where))
    assert cluster.mentions == [(2, 6), (10, 15), (20, 25)]
    assert (cluster.first, cluster.last_before(20), cluster.last_before(2)) == (2, 10, -1)


@pytest.mark.parametrize(
    ("clues", "gender"),
    [([], ""), (["f"], "f"), (["f", "m"], ""), (["m", "f", "m"], "m"), ([""], "")],
)
def test_the_gender_is_what_most_clues_tell(clues, gender):
    cluster = Cluster(kind=PERSON)
    for clue in clues:
        cluster.add_gender(clue, 1)
    assert cluster.gender == gender


def test_one_takes_over_what_was_gathered_of_the_same():
    one, other = Cluster(kind=PERSON), Cluster(kind=PERSON)
    one.add_form(("Vance",), Chars(20, 25))
    one.note_named_at(20)
    other.add_form(("Nora", "Vance"), Chars(0, 10))
    other.add_mention(Chars(0, 10))
    other.note_named_at(0)
    other.add_gender("f", 2)
    one.absorb(other)
    assert (one.fullest, one.named_at, one.gender, one.first) == (("Nora", "Vance"), 0, "f", 0)


def test_a_joint_name_is_put_together_of_its_members():
    text = "Nora, Olav, Iris"
    members = []
    for start, end in [(0, 4), (6, 10), (12, 16)]:
        member = Cluster(kind=PERSON)
        member.add_form((text[start:end],), Chars(start, end))
        members.append(member)
    assert Cluster(kind=PERSON, members=members).display_name(text) == "Nora, Olav and Iris"
