"""Titles on a line of their own inside the story."""

import pytest

from newsquote._page.line import Line
from newsquote._page.related_lists.labels import read_single_title
from newsquote._page.verdicts import Sign
from newsquote.lang import get_pack

PACK = get_pack("en")


@pytest.mark.parametrize(
    ("text", "sign", "title"),
    [
        ("RELATED: Floods hit valley", Sign.TITLE_BEHIND_LABEL, "Floods hit valley"),
        ("On Courier.example: Floods hit valley", Sign.TITLE_BEHIND_SITE, "Floods hit valley"),
        ("[Read: Floods hit upper valley]", Sign.TITLE_IN_BRACKETS, "Floods hit upper valley"),
        ("Floods hit upper valley", None, None),
        ("More: the mayor said that she would not run.", None, None),
    ],
)
def test_a_title_is_told_by_a_label_a_site_or_brackets(text, sign, title):
    found = read_single_title([Line(text, 0, len(text), 0, 0)], 0, PACK)
    assert (found and found.verdict.why) is sign
    assert (found and text[slice(*found.record.items[0].range)]) == title
