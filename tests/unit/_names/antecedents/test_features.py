"""The tables of the ranker's features."""

import pytest

from newsquote import get_pack
from newsquote._names.antecedents.features import FEATURES
from newsquote._names.antecedents.links import LINK_FEATURES
from newsquote._names.antecedents.ranker import WEIGHTS
from newsquote.lang.weights import read_weights

PRONOUNS, DESCRIPTIONS = {"", "he", "they", "it"}, {"person", "organisation", "company"}


def _features_with_weights(families):
    """The features of some families that have a weight."""
    parted = [name.rpartition(": ") for name in read_weights(get_pack("en"), WEIGHTS)]
    return {feature for family, _, feature in parted if family in families}


@pytest.mark.parametrize(
    ("families", "table"), [(PRONOUNS, FEATURES), (DESCRIPTIONS, LINK_FEATURES)]
)
def test_the_weights_are_those_of_the_table(families, table):
    weighed = _features_with_weights(families)
    assert {one for one in weighed if not any(one.startswith(name) for name in table)} == set()
    assert {name for name in table if not any(one.startswith(name) for one in weighed)} == set()


def test_every_weight_belongs_to_a_family():
    families = {name.rpartition(": ")[0] for name in read_weights(get_pack("en"), WEIGHTS)}
    assert families == PRONOUNS | DESCRIPTIONS
