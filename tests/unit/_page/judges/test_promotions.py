"""Lines that sell, and sentences that speak of selling."""

import pytest

from newsquote._page.judges.promotions import judge_offer
from newsquote._page.line import Line
from newsquote.lang import get_pack

PACK = get_pack("en")


def sells(line):
    return judge_offer(Line(line, 0, len(line), 0, 0), PACK) is not None


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our morning newsletter.",
        "Get unlimited access to the Courier for $1 a week.",
        "Do you rely on the Courier? Click here to support it.",
        "Chat with us in Messenger. Find out what is happening in the valley.",
        "Unlimited digital access to the Courier",
        "Support local journalism.",
        "Download our app for the latest news.",
        "Want more? Subscribe to our podcast.",
    ],
)
def test_offers_are_told_by_words_and_voice(line):
    assert sells(line)


@pytest.mark.parametrize(
    "line",
    [
        "The company said subscribers can cancel online at any time.",
        "“Sign up for our newsletter,” the mayor told them.",
        "''We support our members and their access to the site,'' she said.",
        "The newsletter had ten thousand readers when it was sold.",
        "Register offices were closed on Monday, the council said.",
        "Members of the union voted to support the deal.",
        "Support for the bridge has grown, a poll by the site found.",
        "He bought the app for a digital watch and a discount on coffee.",
    ],
)
def test_sentences_about_offers_are_none(line):
    assert not sells(line)
