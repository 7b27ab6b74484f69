"""How near two names are to one person's."""

import pytest

import newsquote
from newsquote.corpus.likeness import Likeness, likeness
from newsquote.corpus.names import person_name

PACK = newsquote.get_pack("en")


@pytest.mark.parametrize(
    ("one", "other", "step"),
    [
        ("Ann Lee", "Ann Lee", "SAME"),
        ("Kim Jong-sol", "Kim Jong Sol", "SAME"),
        ("Kim Jong-sol", "Kim Jongsol", "SAME"),
        ("Ann Lee", "Ann R. Lee", "MIDDLE"),
        ("Ann R. Lee", "Ann Rose Lee", "MIDDLE"),
        ("Ann Lee", "Ann Rose Lee", "MIDDLE"),
        ("A. Lee", "Ann Lee", "INITIAL"),
        ("B.A. Ek", "Bo Arne Ek", "INITIAL"),
        ("Bill Carr", "William Carr", "SHORT"),
        ("Bill Carr", "Will Carr", "SHORT"),
        ("Sara Vance", "Sarah Vance", "SPELLING"),
        ("Hilary Vance", "Hillary Vance", "SPELLING"),
        ("Ida Orlovsky", "Ida Orlovskyy", "SPELLING"),
        ("Bo Ek", "Bo Ek Jr.", "SUFFIX"),
        ("Bo Ek Sr.", "Bo A. Ek Jr.", "SUFFIX"),
        ("Ann R. Lee", "Ann B. Lee", "NONE"),
        ("Ann Rose Lee", "Ann Rita Lee", "NONE"),
        ("Ann Lee", "Ann Leigh", "NONE"),
        ("Ann Lee", "Anna Lee", "NONE"),
        ("Ann Lee", "Bo Lee", "NONE"),
        ("Ann Lee", "Ann Ek", "NONE"),
        ("B. Lee", "Ann Lee", "NONE"),
        ("Jan Vance", "Jon Vance", "NONE"),
        ("Bill Carr", "Bo Carr Jr.", "NONE"),
    ],
)
def test_how_near(one, other, step):
    names = person_name(one, PACK), person_name(other, PACK)
    assert likeness(*names, PACK) == likeness(*reversed(names), PACK) == Likeness[step]
