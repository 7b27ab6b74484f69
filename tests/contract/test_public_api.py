"""The public API is what public_api.json says: names, signatures, fields and values.

A change here is a change for every user. Where it is meant, write the file anew, and say so in CHANGELOG.md:

    python tests/contract/test_public_api.py
"""

import enum
import inspect
import json
import typing
from pathlib import Path

import attrs
import pytest

import newsquote

FILE = Path(__file__).with_name("public_api.json")


def field(attribute):
    """An attrs field: its type, its default where it has one, and whether it is taken by position."""
    default = attribute.default
    shown = "" if default is attrs.NOTHING else " = ()" if isinstance(default, attrs.Factory) else f" = {default!r}"
    return f"{attribute.type}{shown}{'' if attribute.kw_only else ' (positional)'}"


def members(cls):
    """The public methods and properties that a class of ours defines."""
    for name, value in sorted(vars(cls).items()):
        if name.startswith("_"):
            continue
        if isinstance(value, property):
            yield name, f"property -> {value.fget.__annotations__.get('return')}"
        elif inspect.isfunction(value):
            yield name, str(inspect.signature(value))


def described(thing):
    """What users see of a public name."""
    if not isinstance(thing, type):
        return [str(inspect.signature(shape)) for shape in (*typing.get_overloads(thing), thing)]
    if issubclass(thing, enum.Enum):
        return {member.name: member.value for member in thing}
    if attrs.has(thing):
        fields = {attribute.name: field(attribute) for attribute in attrs.fields(thing) if not attribute.name.startswith("_")}
        return {"fields": fields, "members": dict(members(thing))}
    return {"bases": [base.__name__ for base in thing.__bases__], "init": str(inspect.signature(thing)), "members": dict(members(thing))}


def snapshot():
    return {name: described(getattr(newsquote, name)) for name in newsquote.__all__}


def test_the_public_api_is_what_was_written_down():
    written = json.loads(FILE.read_text(encoding="utf-8"))
    found = json.loads(json.dumps(snapshot()))
    assert sorted(found) == sorted(written)
    for name, shape in written.items():
        assert found[name] == shape, name


def test_all_is_sorted_and_every_name_is_there():
    assert list(newsquote.__all__) == sorted(set(newsquote.__all__))
    assert set(newsquote.__all__) <= set(dir(newsquote))


def test_every_public_name_has_a_docstring_of_its_own():
    bare = [name for name in newsquote.__all__ if not (getattr(newsquote, name).__doc__ or "").strip()]
    assert bare == []


def test_a_name_that_is_not_public_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no_such_name"):
        newsquote.no_such_name  # noqa: B018 - asking is the test


if __name__ == "__main__":
    FILE.write_text(json.dumps(snapshot(), indent=1) + "\n", encoding="utf-8")
    print(f"wrote {FILE}")
