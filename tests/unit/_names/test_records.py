"""What is handed over: identities, and whom each mention means."""

import attrs
import pytest

from newsquote._names.how import How
from newsquote._names.records import PERSON, Identity, People, Resolution
from newsquote._text.ranges import Chars

NORA = Identity(name="Nora Vance", name_range=Chars(0, 10), kind=PERSON)
HERE, THERE, ELSEWHERE = Chars(0, 10), Chars(12, 15), Chars(20, 24)
PEOPLE = People(
    identities=(NORA,),
    resolutions={
        HERE: Resolution(mention=HERE, identity=NORA, how=How.OWN_NAME, sureness=0.9),
        THERE: Resolution(mention=THERE, identity=None, how=How.NOBODY_FITS),
    },
)


@pytest.mark.parametrize(
    ("mention", "identity", "sureness"),
    [(HERE, NORA, 0.9), (THERE, None, 1.0), (ELSEWHERE, None, 1.0)],
)
def test_people_are_asked_by_mention(mention, identity, sureness):
    assert PEOPLE.identity_of(mention) is identity
    assert PEOPLE.sureness_of(mention) == sureness


@pytest.mark.parametrize("record", [NORA, PEOPLE, PEOPLE.resolutions[HERE]])
def test_records_are_frozen(record):
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        record.name = "Olav Vance"


def test_a_resolution_leaves_nothing_of_the_reading(link):
    people, _, _ = link("Nora Vance sat down. Then she spoke.", "she")
    (found,) = people.resolutions.values()
    assert {type(value).__name__ for value in attrs.asdict(found, recurse=False).values()} <= {
        "Chars",
        "Identity",
        "How",
        "float",
        "tuple",
    }
