"""The weights of the kinds of names hold to what is said of them."""

import hashlib
import re
from pathlib import Path

import pytest

import newsquote
from newsquote._names.folded import folded
from newsquote._names.kind_evidence import KindEvidence
from newsquote._names.kind_weights import FEATURES, KindScores, KindWeights, load_weights
from newsquote.errors import DataError
from newsquote.lang.weights import PackedWeights, packed

WEIGHTS = Path(newsquote.__file__).parent / "lang" / "en" / "weights" / "kinds.bin"
SPELLED = re.compile(r"[a-z'’]+")

TEXT = "Mayor Ida Vance of Wexmouth, 44, met the Norvale Tide Board (NTB). Vance said it paid Quell Ltd."
DIGEST = "71806dea6011d779"
"""When this changes, raise FEATURES and fit the weights anew: training/README.md."""


@pytest.fixture(scope="module")
def loaded():
    return load_weights(WEIGHTS.read_bytes())


def test_the_file_is_small_and_says_what_it_was_fitted_on(loaded):
    assert WEIGHTS.stat().st_size <= 30_000
    assert {"features", "trained on", "sources", "note", "date", "training set sha256"} <= set(
        loaded.header
    )
    assert len(loaded.keys) > 500


def test_no_key_holds_a_name(loaded):
    common = newsquote.get_pack("en").words("function_words") | newsquote.get_pack("en").words(
        "prepositions"
    )
    for key in loaded.keys:
        assert key == key.lower() or key[-1] == "A", key
        if key[0] in "<>" or key.startswith((",>", "the>")):
            word = key.rpartition("<" if key[0] == "<" else ">")[2].removesuffix("-the")
            known = not SPELLED.fullmatch(word) or word in common | {
                "a",
                "say",
                "be",
                "ed",
                "'s",
                "’s",
                "’",
                "'",
            }
            assert known, key
        elif key.startswith(("-", "1-", "only-")):
            assert len(key.rpartition("-")[2]) <= 4, key


def test_sums_of_weights_are_kept_apart():
    rows = {"one": packed((-5, 700, -3, 0)), "two": packed((2, -900, 3, -1))}
    weights = KindWeights({}, PackedWeights(rows, 4))
    assert weights.scores(["one", "two", "unknown"]) == KindScores(-3, -200, 0, -1)
    assert weights.scores([]) == KindScores(0, 0, 0, 0)
    assert weights.scores(["one"] * 100) == KindScores(-500, 70_000, -300, 0)


def test_the_keys_of_a_text_are_those_that_the_weights_were_fitted_on(spotted):
    doc, every = spotted(TEXT)
    places, printed = {}, {}
    for name in every.all:
        words = tuple([word for word in doc.words[name.bare : name.j] if word[0].isalnum()])
        places.setdefault(folded(words), []).append(name)
        printed.setdefault(folded(words), words)
    evidence = KindEvidence(doc, places)
    keys = [key for form in places for key in evidence.keys(form, printed[form])]
    assert hashlib.sha256("\n".join(keys).encode()).hexdigest()[:16] == DIGEST


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"features: 0\n\n",
        WEIGHTS.read_bytes()[:-20],
        f"features: {FEATURES}\n\nno zlib".encode(),
    ],
)
def test_another_version_and_a_damaged_file_are_data_errors(data):
    with pytest.raises(DataError):
        load_weights(data)
