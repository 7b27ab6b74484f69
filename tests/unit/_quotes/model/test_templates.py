"""The table of feature templates: names that tell templates apart, and how the tagger spells their
keys."""

import importlib.util
from collections import Counter
from pathlib import Path

import pytest

from newsquote._quotes.model.spellings import OfNeighbours, OfState, OfWord, State
from newsquote._quotes.model.templates import TEMPLATES, Step, template_of
from newsquote._quotes.model.token_keys import (
    neighbour_keys,
    state_keys,
    word_keys,
    word_keys_at,
)
from newsquote._quotes.model.word_types import WordType

SAID = WordType("said", "k3", "aid", "qc", "said", "w", "", alnum=True)
MAYOR = WordType("mayor", "TT", "yor", "", "mayor", "w", "", alnum=True)


def test_no_two_templates_of_a_step_have_one_name():
    names = Counter((template.step, template.name) for template in TEMPLATES)
    assert [name for name, times in names.items() if times > 1] == []


def test_every_step_has_templates_and_every_template_says_something():
    assert {template.step for template in TEMPLATES} == set(Step)
    assert all(template.says and "\n" not in template.says for template in TEMPLATES)


def test_how_keys_are_made_is_said_of_the_tagger_alone():
    for template in TEMPLATES:
        assert (template.made is not None) == (template.step is Step.TOKENS)


@pytest.mark.parametrize(
    ("step", "key", "name"),
    [
        (Step.TOKENS, "w-1=said", "w"),
        (Step.TOKENS, "f0", "f"),
        (Step.TOKENS, "fs=ed", "fs"),
        (Step.TOKENS, "Z1=H00", "Z1"),
        (Step.CONTENT, "0", "0"),
        (Step.CONTENT, "0z4", "0z"),
        (Step.CONTENT, "oL", "oL"),
        (Step.CONTENT, "oLc-=qc", "o"),
        (Step.CONTENT, "o1LL", "o1"),
        (Step.SOURCE, "n10=the", "n10"),
        (Step.SOURCE, "n1=say", "n1"),
        (Step.RIGHT, "rhb0=said|to", "rhb0"),
        (Step.RIGHT, "rhb=said|to|1", "rhb"),
    ],
)
def test_a_key_is_of_the_template_with_the_longest_name(step, key, name):
    assert template_of(step, key).name == name


@pytest.mark.parametrize("key", ["", "?=said", "=w", "zz"])
def test_what_no_template_has_is_refused(key):
    with pytest.raises(ValueError, match="is no feature's name"):
        template_of(Step.TOKENS, key)


def test_a_words_keys_with_an_offset_are_those_without_one_and_a_number():
    assert word_keys(SAID) == [
        *("w=said", "c=k3", "s=aid", "f", "f=q", "f=c", "l=said", "1", "fs=id", "ff=qc")
    ]
    assert word_keys_at(0, SAID) == [
        *("w0=said", "c0=k3", "s0=aid", "f0", "f0=q", "f0=c", "l=said", "1", "fs=id", "ff=qc")
    ]
    assert word_keys_at(-3, SAID) == ["w-3=said", "c-3=k3"]
    assert word_keys_at(2, MAYOR) == ["w2=mayor", "c2=TT", "s2=yor"]


def test_neighbours_have_keys_by_the_offset_of_the_first():
    assert neighbour_keys(-2, [MAYOR, SAID]) == ["p0=TT|k3"]
    assert neighbour_keys(0, [MAYOR, SAID]) == [
        "p2=TT|k3",
        "P2=mayor|said",
        "L2=mayor|k3",
        "R2=TT|said",
        "F2=TT|qc",
        "S2=mayor|said",
    ]
    assert not any(key.startswith("F") for key in neighbour_keys(0, [MAYOR, MAYOR]))
    assert neighbour_keys(-1, [MAYOR, SAID, MAYOR]) == ["t1=TT|k3|TT"]


def test_states_have_a_key_of_each_template():
    assert state_keys(State.PLACE, "mbF-q135") == ["Z=mbF-q1", "Z1=b35", "Z2=135", "Z5=-q15"]
    assert state_keys(State.VERBS, "m102") == ["Z3=102", "Z4=m02"]
    assert state_keys(State.SIGNS, "1q2.5") == ["Z6=q2", "Z7=.5", "Z8=q2.5", "Z9=1q."]


def test_each_way_of_making_keys_is_used():
    made = {type(template.made) for template in TEMPLATES if template.made is not None}
    assert made == {OfWord, OfNeighbours, OfState}


def test_the_page_of_the_documentation_is_what_the_table_says():
    docs = Path(__file__).resolve().parents[4] / "docs"
    spec = importlib.util.spec_from_file_location("features", docs / "features.py")
    features = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(features)
    written = (docs / "reference" / "features.md").read_text(encoding="utf-8")
    assert written == features.page(), "run python docs/features.py --write"
    assert all(f"| `{template.name}` |" in written for template in TEMPLATES)
