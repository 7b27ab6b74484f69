"""The weights files hold to what is said of them: size, header, and features from which no text can
be rebuilt."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import newsquote
from newsquote._names import spotting
from newsquote._quotes.model import weights as model
from newsquote._quotes.model.finding import find_attributions
from newsquote._text import doc as docs
from newsquote.errors import DataError
from newsquote.lang import get_pack

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(newsquote.__file__).parent / "lang" / "en" / "weights"
WEIGHTS = FOLDER / "quotes.bin"
MOST_BYTES = {"default": 1_000_000, "open": 400_000}
LEAST_FEATURES = {"default": 50_000, "open": 20_000}
WORD = re.compile(r"[a-z][a-z'.-]+")


@pytest.fixture(scope="module", params=["default", "open"])
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def loaded(name: str) -> model.Model:
    return model.model_of(get_pack("en"), name)


def test_the_file_is_small_and_says_what_it_was_trained_on(loaded: model.Model, name: str) -> None:
    path = {"default": WEIGHTS, "open": FOLDER / "quotes_open.bin"}[name]
    assert path.stat().st_size <= MOST_BYTES[name]
    assert {
        "format",
        "features",
        "trained on",
        "note",
        "date",
        "dev scores",
        "training set sha256",
    } <= set(loaded.header)


def test_the_open_weights_were_fitted_on_wikinews_alone() -> None:
    header = model.model_of(get_pack("en"), "open").header
    assert header["trained on"].startswith("English Wikinews")
    assert ";" not in header["trained on"].partition("; 148 articles")[0]


def parts_of_features(loaded: model.Model) -> Iterator[list[str]]:
    """The words, classes and other parts that each feature holds."""
    tables = loaded.tables()
    tagger = tables.tagger
    for table in (tagger.words, tagger.states, *tables.weights.values()):
        yield from (name.partition("=")[2].split("|") for name in table)
    yield from (
        [*shared.split(" ")[1:], last] for shared, found in tagger.pairs.items() for last in found
    )
    yield from ([one, two] for one, found in tagger.twos.items() for two in found)
    yield from (
        [one, two, three]
        for one, seconds in tagger.threes.items()
        for two, found in seconds.items()
        for three in found
    )


def test_no_feature_holds_more_than_two_words(loaded: model.Model, name: str) -> None:
    found = list(parts_of_features(loaded))
    assert len(found) > LEAST_FEATURES[name]
    for parts in found:
        assert sum(WORD.fullmatch(part) is not None for part in parts) <= 2, parts
        assert not any(" " in part for part in parts), parts


def test_words_are_lower_case(loaded: model.Model) -> None:
    assert all(word == word.lower() for word in loaded.lexicon.clusters)


def test_another_version_of_the_features_is_a_data_error() -> None:
    data = WEIGHTS.read_bytes().replace(b"features: 2\n", b"features: 0\n", 1)
    with pytest.raises(DataError, match="features version '0'"):
        model.load_model(data, get_pack("en"))


def test_a_cut_file_is_a_data_error() -> None:
    with pytest.raises(DataError):
        model.load_model(WEIGHTS.read_bytes()[:5000], get_pack("en"))


def test_an_empty_text_has_no_attributions(loaded: model.Model) -> None:
    assert (
        find_attributions(
            docs.read_doc("", [], get_pack("en")), spotting.Names([]), loaded, {}, thoughts=True
        )
        == []
    )


def test_a_split_quotation_is_one_attribution(loaded: model.Model) -> None:
    text = "“The bridge is closed,” Mayor Ann Lee said Tuesday. “It will open again in May.”"
    doc = docs.read_doc(text, [(0, len(text))], get_pack("en"))
    (found,) = find_attributions(doc, spotting.find_names(doc), loaded, {}, thoughts=False)
    assert [text[i:j] for i, j in found.contents] == [
        "The bridge is closed",
        "It will open again in May",
    ]
    assert text[slice(*found.source)] == "Mayor Ann Lee"
