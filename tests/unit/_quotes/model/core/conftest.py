"""The compiled scorer, built for these tests."""

import runpy
from pathlib import Path

import pytest

from newsquote._quotes.model.core import library as libraries

ROOT = Path(__file__).resolve().parents[5]


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """Where the library is that was built from the sources as they are."""
    native = runpy.run_path(str(ROOT / "native" / "compile.py"))
    try:
        return native["compile_library"]("host", tmp_path_factory.mktemp("core"))
    except FileNotFoundError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def library(built):
    found = libraries.load(built)
    assert found.says == "compiled"
    return found.library
