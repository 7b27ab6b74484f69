"""Reading a file of linear weights."""

import pytest

from newsquote import DataError
from newsquote._names.weights import read_weights


class _Pack:
    """Stands in for a pack that has one file."""

    def __init__(self, content):
        self._content = content

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
