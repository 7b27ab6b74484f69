"""The weights of lines hold to what is said of them."""

import re
import zlib
from pathlib import Path

import pytest

import newsquote
from newsquote._page.chain.features import FEATURES
from newsquote._page.chain.weights import (
    FIELDS,
    FILE,
    line_weights,
    load_weights,
    weights_of,
)
from newsquote._page.line_states import STATES, SUCCESSORS, Zone
from newsquote.errors import DataError
from newsquote.kinds import BlockRole
from newsquote.lang.weights import packed

PATH = Path(newsquote.__file__).parent / "lang" / "en" / "weights" / FILE
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
LOOKS = {
    *("long", "prose", "colon", "ask", "sentence", "bit", "short", "title", "open"),
    *BlockRole,
}


@pytest.fixture(scope="module")
def loaded():
    return load_weights(PATH.read_bytes())


@pytest.fixture(scope="module")
def keys():
    body = zlib.decompress(PATH.read_bytes().partition(b"\n\n")[2]).decode()
    return [line.partition("\t")[0] for line in body.splitlines()]


def test_the_file_is_small_and_says_what_it_was_fitted_on(loaded):
    assert PATH.stat().st_size <= 150_000
    assert {"features", "fitted on", "note", "training set sha256", "date"} <= set(loaded.header)
    assert int(loaded.header["fields"]) == FIELDS


def test_the_file_has_each_key_once(keys, loaded):
    assert len(keys) == len(set(keys)) == int(loaded.header["keys"])


def test_no_key_holds_more_than_two_words(keys):
    for key in keys:
        if key.startswith((">", "=sign ")):
            continue  # names of labels, zones and signs of verdicts
        if not key.startswith("="):
            assert WORD.fullmatch(key), key
            continue
        name, *rest = key.split(" ")
        if name in {"=1", "=1:", "=$", "=2"}:
            assert len(rest) == (2 if name == "=2" else 1), key
            assert all(map(WORD.fullmatch, rest)), key
        else:
            words = [one for one in rest if WORD.fullmatch(one) and one not in LOOKS]
            assert len(words) <= 1, key


def test_words_are_folded_in_keys(keys):
    for key in keys:
        if not key.startswith((">", "=")) or key.startswith(("=1 ", "=1: ", "=2 ", "=$ ")):
            assert key == key.casefold(), key


def test_steps_have_the_worth_of_labels_and_of_zones():
    weights = line_weights({">body body": 5, ">STORY STORY": 2, ">STORY BELOW": -9})
    body, related = (
        next(n for n, state in enumerate(STATES) if state == (zone, label))
        for zone, label in ((Zone.STORY, BlockRole.BODY), (Zone.BELOW, BlockRole.RELATED))
    )
    assert (weights.steps[body][body], weights.steps[body][related]) == (7, -9)
    assert [tuple(steps) for steps in weights.steps] == list(SUCCESSORS)


def test_the_weights_of_a_language_are_loaded_once():
    pack = newsquote.get_pack("en")
    assert weights_of(pack) is weights_of(pack)


HEAD = f"features: {FEATURES}\n\n".encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\xff garbage",
        HEAD.replace(b"\n\n", b"\n"),
        HEAD,
        HEAD + b"no zlib",
        HEAD + zlib.compress(b"a key without a number"),
        HEAD + zlib.compress(b"key\tno hex"),
        HEAD + zlib.compress(b"key\t1\t2"),
        HEAD + zlib.compress(b"\xff\t1"),
        f"features: {FEATURES + 1}\n\n".encode() + zlib.compress(b"key\t1"),
        b"what: weights\n\n" + zlib.compress(b"key\t1"),
        PATH.read_bytes()[:-20],
    ],
)
def test_another_version_and_a_damaged_file_are_data_errors(data):
    with pytest.raises(DataError):
        load_weights(data)


def test_a_file_of_this_version_is_read():
    weights = load_weights(HEAD + zlib.compress(f"a\t{packed([-1] * FIELDS):x}".encode()))
    assert weights.fields(["a"]) == [-1] * FIELDS
