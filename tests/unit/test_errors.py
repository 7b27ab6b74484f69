"""The exceptions: one root, the offending value kept, and safe to send between processes."""

import copy
import pickle

import pytest

from newsquote import (
    DataError,
    NewsquoteError,
    OptionsError,
    SchemaError,
    UnknownIdError,
    UnknownLanguageError,
    errors,
    get_pack,
)

EVERY = [
    NewsquoteError,
    OptionsError,
    UnknownLanguageError,
    UnknownIdError,
    DataError,
    SchemaError,
]


def test_the_table_of_this_file_holds_every_exception():
    assert {error.__name__ for error in EVERY} == set(errors.__all__)


@pytest.mark.parametrize("kind", EVERY)
def test_every_exception_is_caught_by_the_root(kind):
    error = kind("no such thing")
    with pytest.raises(NewsquoteError, match="no such thing"):
        raise error


@pytest.mark.parametrize(
    ("kind", "builtin"),
    [
        (OptionsError, ValueError),
        (SchemaError, ValueError),
        (UnknownLanguageError, LookupError),
        (NewsquoteError, Exception),
    ],
)
def test_an_exception_is_also_caught_by_the_builtin_that_fits(kind, builtin):
    assert issubclass(kind, builtin)


@pytest.mark.parametrize(
    ("kind", "builtin"),
    [(DataError, ValueError), (UnknownLanguageError, ValueError), (OptionsError, TypeError)],
)
def test_an_exception_is_no_builtin_that_does_not_fit(kind, builtin):
    assert not issubclass(kind, builtin)


@pytest.mark.parametrize("kind", EVERY)
def test_the_message_is_the_text_and_the_value_is_kept(kind):
    value = {"workers": 2}
    error = kind("workers must be 1", value)
    assert str(error) == "workers must be 1"
    assert error.value is value


@pytest.mark.parametrize("kind", EVERY)
def test_without_a_value_there_is_none(kind):
    assert kind("wrong").value is None


def test_a_schema_error_keeps_the_path_and_begins_at_the_root_without_one():
    assert SchemaError("wrong", 3, "$.quotes[0].parts").path == "$.quotes[0].parts"
    assert SchemaError("wrong", 3).path == "$"


@pytest.mark.parametrize(
    "again",
    [
        copy.copy,
        copy.deepcopy,
        *(lambda e, p=p: pickle.loads(pickle.dumps(e, p)) for p in range(6)),
    ],
)
@pytest.mark.parametrize(
    "error",
    [*(kind("wrong", ["a", 1]) for kind in EVERY), SchemaError("wrong", ["a", 1], "$.id")],
    ids=repr,
)
def test_a_copy_or_a_pickle_of_an_exception_says_the_same(error, again):
    other = again(error)
    assert type(other) is type(error)
    assert (str(other), other.value, getattr(other, "path", None)) == (
        str(error),
        error.value,
        getattr(error, "path", None),
    )


def test_a_caller_meets_the_value_on_the_error_that_the_package_raises():
    with pytest.raises(UnknownLanguageError) as caught:
        get_pack("qx")
    assert caught.value.value == "qx"
