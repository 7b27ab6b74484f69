"""Organisations by a shorter name."""

import pytest


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        (
            "It met the Quell Center for Tides. Later the Quell Center spoke.",
            ("Quell Center", 2),
            "Quell Center for Tides",
        ),
        (
            "It met the Quell Motor Company. Later Quell Motor spoke.",
            ("Quell Motor", 2),
            "Quell Motor Company",
        ),
        (
            "It met the Coast Memorial Museum. Later the Coast Museum spoke.",
            "Coast Museum",
            "Coast Memorial Museum",
        ),
        (
            "It met the University of East Dorne. Later the University of Dorne spoke.",
            "University of Dorne",
            "University of Dorne",
        ),
        (
            "It met the Quell Center for Tides and the Quell Center for Fog. Later the Quell Center spoke.",
            ("Quell Center", 3),
            "Quell Center",
        ),
    ],
)
def test_a_shorter_name_means_the_only_longer_one(meant, text, mention, name):
    assert meant(text, mention) == [name]
