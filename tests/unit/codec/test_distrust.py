"""``from_dict`` trusts nobody: every field of the form with every kind of wrong value, and forms
that are right piece by piece and wrong together.
"""

import copy
import json
import math
import pickle
import runpy
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from newsquote import codec
from newsquote.codec.checks import DEEPEST
from newsquote.errors import SchemaError
from newsquote.formats.citron import citron
from newsquote.formats.html import view

HUGE = 10**5000
FORM = codec.to_dict(runpy.run_path(str(Path(__file__).parents[1] / "conftest.py"))["build"]())
SCHEMA = codec.schema()
PICKLED = pickle.dumps(FORM)
LONG_CHAIN = 5_000
"""Links: more than any recursion takes."""
OFFSET = {"type": "integer", "minimum": 0}


VALUES = {
    "none": None,
    "true": True,
    "false": False,
    "zero": 0,
    "minus one": -1,
    "a million": 10**6,
    "too many digits to print": HUGE,
    "minus too many digits": -HUGE,
    "half": 0.5,
    "whole float": 1.0,
    "nan": math.nan,
    "infinity": math.inf,
    "empty string": "",
    "string": "no such thing",
    "number as string": "1",
    "lone surrogate": "\ud800",
    "nul": "\x00",
    "long string": "9" * 100_000,
    "bytes": b"text",
    "empty list": [],
    "list of none": [None],
    "list of nan": [math.nan, math.nan],
    "list of bools": [False, True],
    "list of strings": ["", ""],
    "list of objects": [{}],
    "a pair": [0, 1],
    "a pair of huge numbers": [0, HUGE],
    "a pair the wrong way": [3, 2],
    "a triple": [0, 1, 2],
    "empty object": {},
    "names that are numbers": {0: 0, 1: 1},
    "tuple": (0, 1),
    "set": {0, 1},
    "date": date(2024, 3, 4),
    "type": dict,
    "range": range(2),
}

# What jsonschema judges instead, because it cannot print the value.
STAND_INS = {
    "too many digits to print": 10**30,
    "minus too many digits": -(10**30),
    "a pair of huge numbers": [0, 10**30],
}


def there(form):
    """Of a schema that allows null, the other one."""
    return form["anyOf"][0] if "anyOf" in form else form


def inside(form, key):
    """The schema of a field or an item."""
    form = there(form)
    if isinstance(key, int):
        return OFFSET if "$ref" in form else form["items"]
    return form["properties"][key] if "properties" in form else form["additionalProperties"]


def schema_at(path):
    form = SCHEMA
    for key in path:
        form = inside(form, key)
    return form


def walk(value, path=()):
    """Every path below a value."""
    items = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, item in items:
        yield (*path, key), item
        yield from walk(item, (*path, key))


def places():
    """A path for each place of the form: of a list, one of the items that have it."""
    found = {}
    for path, value in walk(FORM):
        name = tuple("*" if isinstance(key, int) else key for key in path)
        if name not in found or (found[name][1] is None and value is not None):
            found[name] = path, value
    return [path for path, _ in found.values()]


def spelled(path):
    return "$" + "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path)


def copied(path):
    """A copy of the form, and what in it holds the value at a path."""
    data = holder = pickle.loads(PICKLED)  # a tenth of the time of a deep copy
    for key in path[:-1]:
        holder = holder[key]
    return data, holder


def replaced(path, value):
    data, holder = copied(path)
    holder[path[-1]] = value
    return data


PLACES = places()
FIELDS = [path for path in PLACES if isinstance(path[-1], str)]
OBJECTS = [(), *(path for path in PLACES if there(schema_at(path)).get("type") == "object")]


def test_the_walk_goes_everywhere():
    names = {path[-1] for path in FIELDS}
    assert {
        "schema_version",
        "confidence",
        "members",
        "inner",
        "handle",
        "agency_spans",
        "fingerprint",
        "detail",
        "anonymity_span",
    } <= names
    assert len(PLACES) > 120
    assert len(OBJECTS) > 15


@pytest.mark.parametrize("path", PLACES, ids=spelled)
def test_what_the_schema_forbids_is_named_with_its_path(path):
    allowed = jsonschema.Draft202012Validator({**schema_at(path), "$defs": SCHEMA["$defs"]})
    where = spelled(
        path[:-1] if "$ref" in there(schema_at(path[:-1])) else path
    )  # the numbers of a span are read together
    for what, value in VALUES.items():
        data = replaced(path, value)
        if what != "names that are numbers" and allowed.is_valid(STAND_INS.get(what, value)):
            read_or_refused(data, what)
            continue
        with pytest.raises(SchemaError) as caught:
            codec.from_dict(data)
        assert caught.value.path.startswith(where), what
        assert str(caught.value).startswith(f"{caught.value.path}: ")
        assert len(str(caught.value)) < 1000


def read_or_refused(data, what):
    """What the schema allows is read, and can be written again as JSON; or it is refused, with a
    path.
    """
    refused = None
    try:
        article = codec.from_dict(data)
    except SchemaError as error:
        refused = error.path
    if refused is None:
        assert codec.from_dict(json.loads(json.dumps(codec.to_dict(article)))) == article, what
    else:
        assert refused.startswith("$."), what


@pytest.mark.parametrize("path", FIELDS, ids=spelled)
def test_only_what_the_schema_requires_is_missed(path):
    data, holder = copied(path)
    del holder[path[-1]]
    if path[-1] not in there(schema_at(path[:-1])).get("required", ()) and path != ("text",):
        holder.pop(f"{path[-1]}_span", None)  # a span of nothing would be refused
        assert codec.from_dict(data).text == FORM["text"]
        return
    with pytest.raises(SchemaError, match="is missing") as caught:
        codec.from_dict(data)
    assert caught.value.path == spelled(path)


@pytest.mark.parametrize("path", OBJECTS, ids=spelled)
def test_names_that_are_no_strings_are_refused(path):
    data, holder = copied((*path, None))
    holder[7] = "seven"
    with pytest.raises(SchemaError, match="names that are strings") as caught:
        codec.from_dict(data)
    assert caught.value.path == spelled(path)


@pytest.mark.parametrize(
    "version", ["", "1", "1.1", "2.0", "1.0 ", 1.0, 1, True, None, ["1.0"], b"1.0"]
)
def test_only_its_own_version_is_read(version):
    with pytest.raises(SchemaError, match=r"must be '1\.0'") as caught:
        codec.from_dict(replaced(("schema_version",), version))
    assert caught.value.path == "$.schema_version"


@pytest.mark.parametrize("depth", [10_000, 200_000])
def test_values_nested_deeply_are_refused_where_they_begin(depth):
    nested = []
    for _ in range(depth):
        nested = [nested]
    with pytest.raises(SchemaError) as caught:
        codec.from_dict(replaced(("quotes", 0, "parts"), nested))
    assert caught.value.path == "$.quotes[0].parts[0]"
    while nested:  # taken apart from the outside, or freeing it would nest as deeply
        nested = nested[0]


def test_a_value_that_holds_itself_is_refused():
    own = []
    own.append(own)
    with pytest.raises(SchemaError) as caught:
        codec.from_dict(replaced(("speakers",), own))
    assert caught.value.path == "$.speakers[0]"
    data = copy.deepcopy(FORM)
    data["speakers"][0] = data
    with pytest.raises(SchemaError):
        codec.from_dict(data)


# Each piece is right, all together are not.


def with_parents(depth):
    """The form with quotes that stand each in the one before."""
    data = copy.deepcopy(FORM)
    base = {**data["quotes"][3], "parent": None}
    data["quotes"] = [base, *({**base, "parent": n} for n in range(depth))]
    return data


def with_members(*members):
    """The form with more speakers, by the members of each; 4 is the first of them."""
    data = copy.deepcopy(FORM)
    base = data["speakers"][3]
    data["speakers"] += [{**base, "members": list(own)} for own in members]
    return data


def used(data):
    """An article that was read, as whoever has it uses it: compared, hashed, pickled, shown."""
    article, other = codec.from_dict(data), codec.from_dict(data)
    assert article == other
    assert hash(article) == hash(other)
    assert pickle.loads(pickle.dumps(article)) == article
    assert copy.deepcopy(article) == article
    assert codec.to_dict(article) == data
    assert sum(row.quotes for row in article.sources()) > 0
    assert article.quotes_by(other.speakers[-1]) == other.quotes_by(article.speakers[-1])
    for write in (view, citron, repr):
        write(article)
    return article


def test_quotes_in_quotes_are_read_to_a_depth_that_can_be_used():
    article = used(with_parents(DEEPEST))
    assert article.quotes[DEEPEST].parent is article.quotes[DEEPEST - 1]


@pytest.mark.parametrize("depth", [DEEPEST + 1, LONG_CHAIN])
def test_a_longer_chain_of_parents_is_refused(depth):
    with pytest.raises(SchemaError, match="more than 64") as caught:
        codec.from_dict(with_parents(depth))
    assert caught.value.path == f"$.quotes[{DEEPEST + 1}].parent"


def test_members_of_members_are_read_to_a_depth_that_can_be_used():
    chain = [[n + 5] for n in range(DEEPEST)]
    article = used(with_members(*chain, []))
    assert article.speakers[4].members[0] is article.speakers[5]


@pytest.mark.parametrize("depth", [DEEPEST + 1, LONG_CHAIN])
def test_a_longer_chain_of_members_is_refused_and_so_is_a_ring(depth):
    chain = [[n + 5] for n in range(depth)]
    with pytest.raises(SchemaError, match="more than 64 deep") as caught:
        codec.from_dict(with_members(*chain, []))
    assert caught.value.path == f"$.speakers[{4 + depth - DEEPEST - 1}].members"
    with pytest.raises(SchemaError, match="back to the speaker itself") as caught:
        codec.from_dict(with_members(*chain, [4]))
    assert caught.value.path.endswith(".members")


@pytest.mark.parametrize("depth", [10, 24, 60])
def test_members_that_double_at_each_level_are_refused(depth):
    doubled = [[n + 5, n + 5] for n in range(depth)]
    with pytest.raises(SchemaError, match="more than 1000 times") as caught:
        codec.from_dict(with_members(*doubled, []))
    assert caught.value.path.endswith(".members")


def test_members_may_be_shared_and_many():
    used(with_members([], [], [4, 5], [4, 6], [6, 7]))
    used(with_members(range(5, 5_005), *([] for _ in range(5_000))))
    used(with_members(range(5, 905), *([905] for _ in range(900)), []))
    doubled = [[n + 5, n + 5] for n in range(8)]
    used(with_members(*doubled, []))


def test_paragraphs_stand_one_after_the_other():
    for without in ({"body"}, set()):
        data = {name: value for name, value in copy.deepcopy(FORM).items() if name not in without}
        data["paragraphs"].reverse()
        with pytest.raises(SchemaError) as caught:
            codec.from_dict(data)
        assert caught.value.path == "$.paragraphs[1].span"


def test_paragraphs_do_not_overlap():
    data = copy.deepcopy(FORM)
    data["paragraphs"][1]["span"][0] -= 10
    with pytest.raises(SchemaError) as caught:
        codec.from_dict(data)
    assert caught.value.path == "$.paragraphs[1].span"


def test_blocks_do_not_overlap():
    data = copy.deepcopy(FORM)
    data["blocks"][1]["span"] = [3, 9]
    with pytest.raises(SchemaError) as caught:
        codec.from_dict(data)
    assert caught.value.path == "$.blocks[1].span"


def test_the_storys_pieces_stand_one_after_the_other():
    data = copy.deepcopy(FORM)
    data["body"]["text_spans"].reverse()
    with pytest.raises(SchemaError) as caught:
        codec.from_dict(data)
    assert caught.value.path == "$.body.text_spans[1]"


def test_a_count_is_a_number_that_every_reader_of_json_can_hold():
    most = 2**53 - 1
    assert codec.from_dict(replaced(("speakers", 3, "count"), most)).speakers[3].count == most
    with pytest.raises(SchemaError, match=f"from 0 to {most}") as caught:
        codec.from_dict(replaced(("speakers", 3, "count"), most + 1))
    assert caught.value.path == "$.speakers[3].count"
