"""Lines that are signed as pictures are."""

import pytest

from newsquote._page.judges.picture_signs import is_signed_as_picture
from newsquote._page.line import Line
from newsquote.lang import get_pack

PACK = get_pack("en")


def is_signed(text):
    return is_signed_as_picture(Line(text, 0, len(text), 0, 0), PACK)


@pytest.mark.parametrize(
    "line",
    [
        "The bridge in the rain. (Ann Lee/Norvale Post)",
        "The bridge in the rain (Ann Lee, Norvale Post).",
        "The bridge in the rain. [Ann Lee via Norvale Post]",
        "The bridge in the rain. (Ann Lee for the Norvale Post)",
        "The bridge in the rain. (Photo by Ann Lee / Norvale Post)",
        "The bridge in the rain. Source: Norvale Post",
        "The bridge in the rain. Photo: Bo Ek",
        "The bridge in the rain. Courtesy: Norvale Mill",
        "The old mill of Corrow, courtesy of the Vance family",
        "The old mill of Corrow. Photo courtesy Ida Vance",
        "The bridge in the rain. © Bo Ek",
        "The bridge in the rain. Getty Images",
        "The bridge in the rain. Getty Images.",
        "3 / 12: The bridge at dawn.",
        "3/12 The bridge at dawn.",
        "Bo Ek via Getty Images The dam is open.",
    ],
)
def test_a_caption_is_signed(line):
    assert is_signed(line)


@pytest.mark.parametrize(
    "line",
    [
        "The bridge in the rain.",
        "The bridge will reopen in May (in June at the latest).",
        "The bridge will reopen in May (and/or June).",
        "The mayor met Bo Ek (Norvale).",
        "She read it in the Norvale Post.",
        "She sent the pictures via Norvale to the mayor of Corrow.",
        "He had been the source of it.",
        "The mayor thanked him for the courtesy.",
        "She bought the picture from Getty Images",
        "3/4 of the town was flooded.",
        "24/7 the ferry goes.",
        "The right to © is the town's.",
        "12 / 3 is four",
    ],
)
def test_a_line_of_the_story_is_not(line):
    assert not is_signed(line)


def test_a_long_paragraph_is_not_signed():
    words = " ".join(["rain"] * 60)
    assert is_signed(f"The bridge in the {words}. (Ann Lee/Norvale Post)")
    assert not is_signed(f"The bridge in the {words} {words}. (Ann Lee/Norvale Post)")


def test_the_sign_stands_at_the_end():
    sign = "The bridge in the rain. (Ann Lee/Norvale Post)"
    assert not is_signed(f"{sign} The mayor will open it in May, and the ferry will be sold.")
