"""Lines that open as bylines do, behind a date or a rubric, too."""

import pytest

from newsquote._page.bylines.openings import opens_as_byline
from newsquote._page.line import Stretch
from newsquote.lang import get_pack

PACK = get_pack("en")


def opens(line):
    return opens_as_byline(Stretch(line, 0, len(line)), PACK)


@pytest.mark.parametrize(
    "line",
    [
        "March 4, 2024 by Ann Lee",
        "Posted on March 4, 2024 by Ann Lee",
        "In News by Ann Lee",
        "March 4, 2024/0 Comments/in News /by Ann Lee",
        "Author : Ann Lee",
        "By Political Editor Ann Lee",
        "By the Rev. Ann Lee",
        "By Katie",
        "Posted by Vortex",
        "by Smitha | March 4, 2024",
        "By Ann Lee and",
    ],
)
def test_by_may_stand_behind_a_date_or_a_rubric(line):
    assert opens(line)


@pytest.mark.parametrize(
    "line",
    [
        "Photo by Ann Lee",
        "Illustration by Ann Lee",
        "According to Ann Lee, 40, the mill will close.",
        "According to Ann Lee, the mill will close in May.",
        "By Monday morning",
        "By the numbers",
        "By Vortex",
        "News by the hour",
        "March 4, 2024",
        "March 4, 2024 by train and ferry",
    ],
)
def test_pictures_and_prose_are_none(line):
    assert not opens(line)
