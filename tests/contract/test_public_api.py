"""The public API is what public_api.json says: names, signatures, fields, values, the schema of the
JSON form, the commands and their options.

A change here is a change for every user. Where it is meant, write the file anew, and say so in
CHANGELOG.md:

    python tests/contract/test_public_api.py
"""

import argparse
import ast
import enum
import inspect
import json
import typing
from pathlib import Path

import attrs
import pytest

import newsquote
from newsquote import codec
from newsquote.cli import exits
from newsquote.cli.arguments import build_parser

# What a value can do beside its methods: len(), `in`, order, truth, being shown.
SPECIAL = (
    "__bool__",
    "__contains__",
    "__hash__",
    "__iter__",
    "__len__",
    "__lt__",
    "__str__",
    "_repr_html_",
)

FILE = Path(__file__).with_name("public_api.json")


def field(attribute):
    """An attrs field: its type, its default where it has one, and whether it is taken by position."""
    default = attribute.default
    shown = (
        ""
        if default is attrs.NOTHING
        else " = ()"
        if isinstance(default, attrs.Factory)
        else f" = {default!r}"
    )
    return f"{attribute.type}{shown}{'' if attribute.kw_only else ' (positional)'}"


def members(cls):
    """The public methods and properties that a class of ours defines."""
    for name, value in sorted(vars(cls).items()):
        if name.startswith("_"):
            continue
        if isinstance(value, property):
            yield name, f"property -> {value.fget.__annotations__.get('return')}"
        elif isinstance(value, classmethod | staticmethod):
            yield name, f"{type(value).__name__} {inspect.signature(value.__func__)}"
        elif inspect.isfunction(value):
            yield name, str(inspect.signature(value))


def specials(cls):
    """Which of the special methods a class of ours defines; one that is None says that it cannot."""
    return [name for name in SPECIAL if vars(cls).get(name) is not None]


def described(thing):
    """What users see of a public name."""
    if not isinstance(thing, type):
        return [str(inspect.signature(shape)) for shape in (*typing.get_overloads(thing), thing)]
    if issubclass(thing, enum.Enum):
        return {member.name: member.value for member in thing}
    if attrs.has(thing):
        fields = {
            attribute.name: field(attribute)
            for attribute in attrs.fields(thing)
            if not attribute.name.startswith("_")
        }
        return {"fields": fields, "members": dict(members(thing)), "special": specials(thing)}
    return {
        "bases": [base.__name__ for base in thing.__bases__],
        "init": str(inspect.signature(thing)),
        "members": dict(members(thing)),
    }


def commands(parser):
    """The arguments of a command, and its own commands."""
    out = {}
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            out.update(
                {f"newsquote {name}": commands(command) for name, command in action.choices.items()}
            )
        elif action.dest != "help":
            choices = sorted(action.choices) if action.choices else None
            shown = {
                "takes": action.nargs,
                "choices": choices,
                "default": action.default,
                "required": action.required,
            }
            out[" ".join(action.option_strings) or action.dest] = shown
    return out


def snapshot():
    """Everything that a release promises."""
    names = {name: described(getattr(newsquote, name)) for name in newsquote.__all__}
    return {
        "names": names,
        "schema": codec.schema(),
        "command line": commands(build_parser()),
        "exit statuses": [
            exits.DONE,
            exits.SOME_BROKEN,
            exits.NOT_DONE,
            exits.INTERRUPTED,
            exits.NOT_IN_TEXT,
        ],
    }


@pytest.fixture(scope="module")
def written():
    return json.loads(FILE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def found():
    return json.loads(json.dumps(snapshot()))


@pytest.mark.parametrize("part", ["names", "command line", "schema", "exit statuses"])
def test_the_public_api_is_what_was_written_down(written, found, part):
    assert set(found) == set(written)
    if isinstance(written[part], dict):
        assert sorted(found[part]) == sorted(written[part])
        for name, shape in written[part].items():
            assert found[part][name] == shape, name
    assert found[part] == written[part]


def test_the_snapshot_has_every_public_name(written):
    assert set(written["names"]) == set(newsquote.__all__)


def test_the_form_has_the_version_that_version_1_promises():
    assert newsquote.to_dict(newsquote.parse(""))["schema_version"] == "1.0"
    assert codec.schema()["properties"]["schema_version"]


def test_every_value_is_frozen_slotted_and_hashable():
    for name in newsquote.__all__:
        cls = getattr(newsquote, name)
        if attrs.has(cls):
            assert cls.__attrs_attrs__ is not None
            assert "__dict__" not in dir(cls), name
            assert cls.__hash__ is not None, name
            assert cls.__setattr__ is not object.__setattr__, name


def test_every_vocabulary_is_of_strings():
    kinds = [
        cls
        for cls in (getattr(newsquote, name) for name in newsquote.__all__)
        if isinstance(cls, type) and issubclass(cls, enum.Enum)
    ]
    assert kinds
    assert all(issubclass(cls, enum.StrEnum) for cls in kinds)


def test_the_typing_test_has_every_public_name():
    """Each is imported or used, not only written in a comment."""
    tree = ast.parse(Path(__file__).with_name("typing_api.py").read_text(encoding="utf-8"))
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    used |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert sorted(set(newsquote.__all__) - used) == []


def test_all_is_sorted_and_every_name_is_there():
    assert list(newsquote.__all__) == sorted(set(newsquote.__all__))
    assert set(newsquote.__all__) <= set(dir(newsquote))


def test_every_public_name_has_a_docstring_of_its_own():
    bare = [
        name for name in newsquote.__all__ if not (getattr(newsquote, name).__doc__ or "").strip()
    ]
    assert bare == []


def test_a_name_that_is_not_public_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no_such_name"):
        newsquote.no_such_name  # noqa: B018 - asking is the test


if __name__ == "__main__":
    FILE.write_text(json.dumps(snapshot(), indent=1) + "\n", encoding="utf-8")
    print(f"wrote {FILE}")
