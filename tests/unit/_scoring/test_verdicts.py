"""What becomes of each quote."""

import pytest

from newsquote._scoring.lines import Pair
from newsquote._scoring.verdicts import described, verdicts

TEXT = '"We lost the fight," said Mayor Ann Lee. The owner, Cy Dorn, hoped that wages would rise.'
SPEAKERS = [{"name": "Ann Lee", "kind": "person"}, {"name": "Cy Dorn"}, {"name": "Lee"}]


def at(words):
    start = TEXT.index(words)
    return [start, start + len(words)]


def quote(content, source="Mayor Ann Lee", **fields):
    return {"parts": [{"span": at(content)}], "source": source and {"span": at(source)}, **fields}


LOST = quote('"We lost the fight,"', speaker=0, kind="direct")
WAGES = quote("that wages would rise", "Cy Dorn", speaker=1)


def outcomes(gold, found):
    sides = [{"quotes": quotes, "speakers": SPEAKERS} for quotes in (gold, found)]
    return [(one.outcome, one.differs) for one in verdicts(Pair(TEXT, *sides))]


def test_the_same_is_right_and_in_the_order_of_the_text():
    assert outcomes([WAGES, LOST], [LOST, WAGES]) == [("right", ()), ("right", ())]
    assert outcomes([WAGES], [LOST]) == [("extra", ()), ("missed", ())]


@pytest.mark.parametrize(
    ("change", "differs"),
    [
        ({"parts": [{"span": at("We lost the")}]}, ("content",)),
        ({"source": {"span": at("Cy Dorn")}}, ("source",)),
        ({"source": None}, ("source",)),
        ({"speaker": 1}, ("speaker",)),
        ({"speaker": None}, ("speaker",)),
        ({"kind": "mixed"}, ("kind",)),
        ({"kind": "mixed", "speaker": 1, "source": None}, ("source", "speaker", "kind")),
        ({"speaker": 2}, ()),  # a shorter form of the name
        ({"source": {"span": at("Ann")}, "parts": [{"span": at("We lost the fight")}]}, ()),
    ],
)
def test_what_differs_is_named(change, differs):
    outcome = "wrong" if differs else "right"
    assert outcomes([LOST], [{**LOST, **change}]) == [(outcome, differs)]


def test_what_is_not_annotated_is_not_asked_for():
    bare = {"parts": LOST["parts"]}
    assert outcomes([bare], [LOST]) == [("right", ())]
    assert outcomes([{**bare, "source": None}], [LOST]) == [("wrong", ("source",))]
    assert verdicts(Pair(TEXT, {}, {"quotes": [LOST]})) == []


def test_a_quote_is_described_by_its_words():
    found = described(LOST, {"speakers": SPEAKERS}, TEXT)
    assert (found["text"], found["source"], found["speaker"], found["cue"]) == (
        '"We lost the fight,"', "Mayor Ann Lee", "Ann Lee", None,
    )  # fmt: skip
    assert described(None, {}, TEXT) is None
