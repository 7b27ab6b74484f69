"""Sources without a name: how many, and why."""

import pytest


@pytest.mark.parametrize(
    ("mention", "rest", "count", "reason"),
    [
        ("two people familiar with the talks", "", 2, None),
        (
            "two officials",
            ", who spoke on the condition of anonymity because the talks were private,",
            2,
            "because the talks were private",
        ),
        (
            "an official",
            ", who asked not to be named because she was afraid,",
            None,
            "because she was afraid",
        ),
        ("a dozen officials", ", speaking anonymously,", 12, None),
        ("two dozen officials", "", 24, None),
        ("the 40 pilots", "", 40, None),
        ("46 percent of pilots", "", None, None),
        ("three pilots", " who stayed because it rained", 3, None),
    ],
)
def test_a_source_without_a_name_tells_how_many_and_why(link, mention, rest, count, reason):
    text = f"At noon {mention}{rest} spoke."
    _, (who,), _ = link(text, mention)
    assert who.count == count
    assert (None if who.anonymity is None else text[slice(*who.anonymity)]) == reason
