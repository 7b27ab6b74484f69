"""The table of the ranker's features."""

import re

from newsquote import get_pack
from newsquote._names.antecedents.features import FEATURES
from newsquote._names.antecedents.ranker import WEIGHTS
from newsquote._names.weights import read_weights

FAMILIES = ("he", "they", "it", "person", "organisation", "company")


def _kinds_of_weights():
    """The kinds of features that have a weight, as the table would name them."""
    found = set()
    for name in read_weights(get_pack("en"), WEIGHTS):
        family, colon, rest = name.partition(": ")
        assert not colon or family in FAMILIES
        found.add(rest or family)
    return found


def test_every_weight_is_of_a_feature_of_the_table():
    known = sorted(FEATURES, key=len, reverse=True)
    strange = {
        name for name in _kinds_of_weights() if not any(re.match(re.escape(one), name) for one in known)
    }
    assert strange == set()


def test_every_feature_of_the_table_has_a_weight():
    have = _kinds_of_weights()
    assert {name for name in FEATURES if not any(one.startswith(name) for one in have)} == set()
