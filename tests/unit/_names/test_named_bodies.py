"""A common noun for a body, and the body of the text that it means."""

import pytest


@pytest.mark.parametrize(
    ("text", "affiliation"),
    [
        (
            (
                "The Norvale Water Commission met. Ann Lee, a member of the commission, left. "
                "Later Lee spoke."
            ),
            "Norvale Water Commission",
        ),
        (
            (
                "The Norvale Water Commission met the Corrow Rail Commission. "
                "Ann Lee, a member of the commission, left. Later Lee spoke."
            ),
            "commission",
        ),
        ("Ann Lee, a member of the commission, left. Later Lee spoke.", "commission"),
    ],
)
def test_a_noun_means_the_only_body_whose_name_ends_with_it(link, text, affiliation):
    _, (who,), _ = link(text, ("Lee", 2))
    assert text[slice(*who.affiliation)] == affiliation
