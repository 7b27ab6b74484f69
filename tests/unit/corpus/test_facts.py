"""What roles and affiliations say of two who have one name."""

import pytest

import newsquote
from newsquote.corpus.facts import Facts, Verdict, facts_of

PACK = newsquote.get_pack("en")


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (("mayor", None), ("former mayor", "Corrow"), "AGREE"),
        (("Sen.", "R-Ohio"), ("Senator", "Ohio"), "AGREE"),
        (("campaign manager", None), ("campaign manager", None), "AGREE"),
        (("economist", "Orla Institute"), (None, "the Orla Institute"), "AGREE"),
        (("spokesman", None), ("spokesman", None), "SILENT"),
        (("mayor", None), (None, None), "SILENT"),
        (("senator", None), ("surgeon", "Corrow Clinic"), "SILENT"),
        (("lawyer", None), ("senator", None), "SILENT"),
        (("striker", None), ("columnist", None), "SILENT"),
        ((None, "Republican"), (None, "GOP"), "SILENT"),
        (("Rep.", "R-Mich."), ("Senator", "Ohio"), "SILENT"),
        (("striker", "Corrow United"), ("surgeon", None), "APART"),
        (("sheriff", None), ("governor", None), "APART"),
        (("farmer", None), ("senator", None), "APART"),
        (("pastor", None), ("Rep.", "D-Calif."), "APART"),
        (("Rep.", "R-Mich."), ("Rep.", "Alabama"), "APART"),
        (("Senator", "Republican"), ("chief executive", "Orla Records"), "ELSEWHERE"),
        (("Senator", "Republican"), ("Chairman", "Banking Committee"), "SILENT"),
        (("Senator", None), ("businesswoman", None), "SILENT"),
        (("analyst", "Orla Capital"), ("lawyer", "Norvale"), "ELSEWHERE"),
    ],
)
def test_what_they_say(one, other, verdict):
    facts = facts_of(*one, PACK), facts_of(*other, PACK)
    assert facts[0].against(facts[1]) == facts[1].against(facts[0]) == Verdict[verdict]


def test_nothing_said_is_no_fact():
    assert not facts_of(None, None, PACK)
    assert not Facts()
    assert facts_of("mayor", None, PACK)
