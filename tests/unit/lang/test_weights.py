"""Reading a file of weights."""

import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsquote import DataError
from newsquote.lang.weights import (
    PackedWeights,
    load_packed,
    packed,
    read_weights,
    split_weights,
)

ROW = st.lists(st.integers(-50_000, 50_000), min_size=3, max_size=3)


class _Pack:
    """Stands in for a pack that has one file."""

    def __init__(self, content):
        self._content = content
        self._kept = {}

    def data(self, name):
        return self._content


def test_a_weight_a_line_behind_the_header():
    pack = _Pack(b"newsquote\nunit: 1\n\nlast 0 subject\t12\nnobody\t-3\n")
    assert dict(read_weights(pack, "some.txt")) == {"last 0 subject": 12, "nobody": -3}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"header\n\n",
        b"no header\t1",
        b"header\n\nno number\tx",
        b"header\n\nno tab",
        b"header\n\n\xff\t1",
    ],
)
def test_a_damaged_file_is_refused(content):
    with pytest.raises(DataError):
        read_weights(_Pack(content), "some.txt")


def test_the_header_is_read():
    file = split_weights(
        b"newsquote weights\nfeatures: 2\nfrom: a: b\n\n12", "some.bin", features=2
    )
    assert dict(file.header) == {"features": "2", "from": "a: b"}
    assert file.body == b"12"


def test_another_version_is_refused_and_named():
    with pytest.raises(DataError, match=r"some.bin has features version '2'; this reads 3"):
        split_weights(b"features: 2\n\n", "some.bin", features=3)


@settings(max_examples=40)
@given(st.lists(ROW, max_size=20))
def test_sums_of_packed_numbers_are_kept_apart(rows):
    weights = PackedWeights({f"k{i}": packed(row) for i, row in enumerate(rows)}, 3)
    wanted = [sum(column) for column in zip(*rows, strict=True)] or [0, 0, 0]
    assert weights.sums([f"k{i}" for i in range(len(rows))]) == wanted


def test_an_unknown_key_says_nothing():
    assert PackedWeights({"a": packed([1, 1])}, 2).sums(["b"]) == [0, 0]


def test_packed_numbers_are_read():
    body = zlib.compress(f"a\t{packed([-1, 2]):x}\nb\t{packed([3, -4]):x}".encode())
    file = split_weights(b"features: 1\n\n" + body, "some.bin")
    assert load_packed(file, 2, "some.bin").sums(["a", "b"]) == [2, -2]
