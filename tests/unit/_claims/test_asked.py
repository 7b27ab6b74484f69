"""Whom a name means that somebody wrote down."""

import pytest

import newsquote
from newsquote import KnownPerson, ParseOptions
from newsquote._claims.asked import whom

TEXT = """“We will not sell,” said Ann P. Lee, the former chairwoman of the Coastal Trade Board (CTB), on Monday.

“The board agreed,” said Mayor Bo Ek of Norvale. Ek met Carla Moss at noon.

“We have no view,” said Ida Lee, a spokeswoman for the Harbour Guild.

The Ministry of Sea Affairs said it was shut. Two officials familiar with the talks said it was open.

“It rained,” said the 34-year-old ferryman.
"""
ARTICLE = newsquote.parse(TEXT)


def named(name, article=ARTICLE):
    return [speaker.name for speaker in whom(name, article).speakers]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ann P. Lee", ["Ann P. Lee"]),
        ("ANN P LEE", ["Ann P. Lee"]),
        ("Ann Lee", ["Ann P. Lee"]),
        ("A. Lee", ["Ann P. Lee"]),
        ("Ms. Ann Lee", ["Ann P. Lee"]),
        ("Ann Lee, the former chairwoman,", ["Ann P. Lee"]),
        ("former chairwoman Ann Lee", ["Ann P. Lee"]),
        ("Ann Lee (Coastal Trade Board)", ["Ann P. Lee"]),
        ("Ann Lee of the Coastal Trade Board", ["Ann P. Lee"]),
        ("Ann", ["Ann P. Lee"]),
        ("the former chairwoman", ["Ann P. Lee"]),
        ("the former CTB chairwoman", ["Ann P. Lee"]),
        ("the chairwoman of the Coastal Trade Board", ["Ann P. Lee"]),
        ("Lee", ["Ann P. Lee", "Ida Lee"]),
        ("Ek", ["Bo Ek"]),
        ("Mr. Ek", ["Bo Ek"]),
        ("Mayor Ek", ["Bo Ek"]),
        ("Norvale's mayor", ["Bo Ek"]),
        ("the mayor of Norvale", ["Bo Ek"]),
        ("Norvale mayor Bo Ek", ["Bo Ek"]),
        ("bo ek", ["Bo Ek"]),
        ("the Harbour Guild", ["Ida Lee"]),
        ("the guild's spokeswoman", ["Ida Lee"]),
        ("the Ministry of Sea Affairs", ["Ministry of Sea Affairs"]),
        ("the Sea Affairs Ministry", ["Ministry of Sea Affairs"]),
        ("two officials", ["Two officials familiar with the talks"]),
        ("officials familiar with the talks", ["Two officials familiar with the talks"]),
    ],
)
def test_people_are_found_as_they_are_written(name, expected):
    assert named(name) == expected


@pytest.mark.parametrize(
    "name",
    [
        "", " ", "…", "he", "she", "the", "of", "Bo Lee", "Ann Ek", "Anna Marten", "the pope",
        "the mayor of Corrow", "the chairwoman of the Harbour Guild", "the Coastal Trade Board",
        "the Ministry of Land Affairs", "\ud800", "a" * 1000,
    ],
)  # fmt: skip
def test_nobody_is_found_for_another_name(name):
    assert named(name) == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ann Lee", True),
        ("Carla Moss", True),
        ("Mrs. Moss", True),
        ("carla moss", False),
        ("Carla Ross", False),
        ("the mayor of Corrow", False),
        ("Rain", False),
    ],
)
def test_who_is_printed_without_speaking_is_known(name, expected):
    assert whom(name, ARTICLE).is_printed is expected


def test_an_id_means_its_person():
    options = ParseOptions(known_people=[KnownPerson(name="Bo Ek", id="Q7")])
    assert named("Q7", newsquote.parse(TEXT, options=options)) == ["Bo Ek"]
    assert named("Q7") == []


def test_who_speaks_with_others_only_is_found():
    article = newsquote.parse("“It is over,” Ann Lee and Bo Ek said in a joint statement.")
    assert named("Bo Ek", article) == ["Bo Ek"]
    assert named("Ann Lee and Bo Ek", article) == ["Ann Lee and Bo Ek"]


def test_a_surname_alone_in_the_article_fits_every_first_name_but_no_other_surname():
    article = newsquote.parse("“It is over,” Lee said.")
    assert named("Ann Lee", article) == ["Lee"]
    assert named("Ann Ek", article) == []


@pytest.mark.parametrize("text", ["", "Nobody spoke."])
def test_an_article_without_speakers_has_nobody(text):
    assert whom("Ann Lee", newsquote.parse(text)) == ((), False)
