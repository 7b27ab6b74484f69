"""The published schema of the JSON form, and its spans in other units."""

import json

import jsonschema
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import newsquote
from newsquote import cli
from newsquote.codec import UNITS, Offsets, counted_in, schema
from newsquote.errors import SchemaError

ANY = st.text(st.characters(exclude_categories=()), max_size=80)
TEXT = "Mill to close 🏭\n\nNORVALE (AP) — “It is over,” said Mayor Zoë Lee 😀. She said talks had failed.\n\nRelated:\n- Floods hit valley\n"


@pytest.fixture(scope="module")
def validator():
    jsonschema.Draft202012Validator.check_schema(schema())
    return jsonschema.Draft202012Validator(schema())


def test_an_article_with_something_in_every_field_is_valid(validator, story):
    validator.validate(json.loads(json.dumps(newsquote.to_dict(story))))
    validator.validate(newsquote.to_dict(story, text=False))


@given(ANY)
def test_whatever_is_read_is_valid(validator, text):
    validator.validate(newsquote.to_dict(newsquote.parse(text)))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema_version",), "2.0"),
        (("quotes", 0, "kind"), "shouted"),
        (("quotes", 0, "parts"), []),
        (("quotes", 0, "parts", 0, "span"), [1]),
        (("quotes", 0, "parts", 0, "span"), [1, 2, 3]),
        (("quotes", 0, "parts", 0, "span"), [-1, 2]),
        (("quotes", 0, "speaker"), "Ann Lee"),
        (("speakers", 0, "name"), None),
        (("headline",), []),
        (("offsets",), "words"),
    ],
)
def test_what_is_not_the_form_is_neither_valid_nor_read(validator, path, value):
    data = newsquote.to_dict(newsquote.parse(TEXT))
    place = data
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    assert not validator.is_valid(data)
    with pytest.raises(SchemaError):
        newsquote.from_dict(data)


def test_every_record_names_what_it_must_have(validator):
    data = newsquote.to_dict(newsquote.parse(TEXT))
    del data["quotes"][0]["cue"]
    assert not validator.is_valid(data)


def printed(value):
    """(span, text) wherever both stand in one object."""
    if isinstance(value, dict):
        if "span" in value and isinstance(value.get("text"), str):
            yield value["span"], value["text"]
        for inside in value.values():
            yield from printed(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from printed(inside)


@pytest.mark.parametrize(
    ("units", "codec", "width"), [("utf16", "utf-16-le", 2), ("utf8", "utf-8", 1)]
)
@pytest.mark.parametrize(
    "text",
    [TEXT, TEXT * 40, TEXT.replace("Mill", "\ud83d\udc80 \ud800"), '"It is over," said Ann Lee.'],
)
def test_spans_in_other_units_slice_the_encoded_text(validator, units, codec, width, text):
    data = counted_in(units, newsquote.parse(text))
    validator.validate(data)
    encoded = text.encode(codec, "surrogatepass")
    found = list(printed(data))
    assert len(found) > 1
    for (start, end), part in found:
        assert encoded[start * width : end * width] == part.encode(codec, "surrogatepass")


@given(ANY.map(lambda text: text * 9), st.integers(0, 720))
@example("é" * 255 + "😀" * 3, 256)
@example("😀" * 512, 512)
def test_every_offset_is_the_length_of_what_stands_before_it(text, offset):
    before = text[:offset]
    offset = len(before)
    assert Offsets(text, "codepoints")(offset) == offset
    assert Offsets(text, "utf16")(offset) == len(before.encode("utf-16-le", "surrogatepass")) // 2
    assert Offsets(text, "utf8")(offset) == len(before.encode("utf-8", "surrogatepass"))


def test_units_that_there_are_none_of_are_refused():
    with pytest.raises(ValueError, match="utf16"):
        Offsets("a", "utf32")


def test_spans_in_other_units_are_not_taken_for_code_points():
    article = newsquote.parse(TEXT)
    assert counted_in("codepoints", article) == newsquote.to_dict(article)
    for units in UNITS[1:]:
        with pytest.raises(SchemaError, match=r"\$\.offsets"):
            newsquote.from_dict(counted_in(units, article))


def test_the_command_line_prints_the_schema(capsys):
    assert cli.main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == schema()


def test_the_command_line_counts_in_other_units(capsys, tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode())
    assert cli.main(["parse", "--format=json", "--offsets=utf16", str(path)]) == 0
    assert json.loads(capsys.readouterr().out) == counted_in("utf16", newsquote.parse(TEXT))
    assert cli.main(["parse", "--format=html", "--offsets=utf16", str(path)]) == 2
    assert "--offsets utf16" in capsys.readouterr().err
