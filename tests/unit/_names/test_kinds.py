"""What kind of somebody a name or a noun stands for."""

import pytest

from newsquote import SpeakerKind


@pytest.mark.parametrize(
    ("mention", "kind"),
    [
        ("Nora Vance", SpeakerKind.PERSON),
        ("the Ministry of Tides", SpeakerKind.ORGANIZATION),
        ("a spokesman", SpeakerKind.UNNAMED),
        ("three pilots", SpeakerKind.GROUP),
        ("residents", SpeakerKind.GROUP),
        ("a report", SpeakerKind.DOCUMENT),
        ("we", SpeakerKind.NARRATOR),
        ("Nora Vance and Peter Brandt", SpeakerKind.GROUP),
    ],
)
def test_the_kind_of_a_source(link, mention, kind):
    _, (who,), _ = link(f"At noon {mention} spoke.", mention)
    assert who.kind == kind


@pytest.mark.parametrize(
    ("text", "mention", "kind"),
    [
        ("The Pelletron said so at noon.", "The Pelletron", SpeakerKind.ORGANIZATION),
        ("Zelliton, which sells boats, spoke at noon.", "Zelliton", SpeakerKind.ORGANIZATION),
        ("Brandt, who sells boats, spoke at noon.", "Brandt", SpeakerKind.PERSON),
        ("Brandt, 34, spoke at noon.", "Brandt", SpeakerKind.PERSON),
        ("QuellWorks spoke at noon.", "QuellWorks", SpeakerKind.ORGANIZATION),
        ("Norwegians spoke at noon.", "Norwegians", SpeakerKind.GROUP),
        ("Later a Norvale Democrat spoke.", "a Norvale Democrat", SpeakerKind.UNNAMED),
        ("Later 46 percent of voters spoke.", "46 percent of voters", SpeakerKind.GROUP),
        ("Later a group of pilots spoke.", "a group of pilots", SpeakerKind.GROUP),
        (
            "Later one or more of its members spoke.",
            "one or more of its members",
            SpeakerKind.GROUP,
        ),
        ("Later everyone spoke.", "everyone", SpeakerKind.GROUP),
        ("Later someone spoke.", "someone", SpeakerKind.UNNAMED),
        ("Later a poll by Nora Vance spoke.", "a poll by Nora Vance", SpeakerKind.DOCUMENT),
        (
            "Later Nora Vance and other pilots spoke.",
            "Nora Vance and other pilots",
            SpeakerKind.GROUP,
        ),
        (
            "Later Sealine Works and the Tide Bank spoke.",
            "Sealine Works and the Tide Bank",
            SpeakerKind.ORGANIZATION,
        ),
    ],
)
def test_what_is_said_around_a_name_and_the_number_of_a_noun_tell_the_kind(
    link, text, mention, kind
):
    _, (who,), _ = link(text, mention)
    assert who.kind == kind


@pytest.mark.parametrize(
    ("text", "mention", "kind"),
    [
        (
            "Tide Mobil Ltd paid. Tide Mobil left. Later Tide Mobil spoke.",
            ("Tide Mobil", 3),
            SpeakerKind.ORGANIZATION,
        ),
        (
            "Pelle Rook paid. Rook left. Later Pelle Rook spoke.",
            ("Pelle Rook", 2),
            SpeakerKind.PERSON,
        ),
        ("Later the firm and its owner spoke.", "the firm and its owner", SpeakerKind.GROUP),
        (
            "Later people familiar with the talks spoke.",
            "people familiar with the talks",
            SpeakerKind.UNNAMED,
        ),
        ("Later about 4 in 10 voters spoke.", "about 4 in 10 voters", SpeakerKind.GROUP),
    ],
)
def test_how_a_name_comes_back_and_what_stands_behind_a_noun_tell_the_kind(
    link, text, mention, kind
):
    _, (who,), _ = link(text, mention)
    assert who.kind == kind
