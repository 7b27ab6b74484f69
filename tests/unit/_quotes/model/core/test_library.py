"""Which library is loaded, and what is said where none is."""

import re
import shutil

import pytest

from newsquote._quotes.model.core import library as libraries


@pytest.fixture
def installation(tmp_path, monkeypatch):
    """A folder that stands for that of the package; no variable is set."""
    monkeypatch.delenv(libraries.PURE, raising=False)
    monkeypatch.setattr(libraries, "__file__", str(tmp_path / "library.py"))
    return tmp_path / libraries.library_name()


def looked_for():
    return libraries.loaded.__wrapped__()


def test_without_a_library_it_is_pure_without_a_warning(installation):
    assert looked_for() == (None, "pure: there is no compiled scorer in this installation")


def test_a_library_that_fits_is_taken(installation, built):
    shutil.copy(built, installation)
    found = looked_for()
    assert found.says == "compiled"
    assert found.library is not None


@pytest.mark.parametrize("value", ["1", "yes"])
def test_it_can_be_turned_off(installation, built, monkeypatch, value):
    shutil.copy(built, installation)
    monkeypatch.setenv(libraries.PURE, value)
    assert looked_for() == (None, "pure: NEWSQUOTE_PURE is set")


@pytest.mark.parametrize("value", ["", "0"])
def test_0_does_not_turn_it_off(installation, built, monkeypatch, value):
    shutil.copy(built, installation)
    monkeypatch.setenv(libraries.PURE, value)
    assert looked_for().says == "compiled"


@pytest.mark.parametrize("what", ["interface", "features"])
def test_a_library_of_another_version_is_told(installation, built, monkeypatch, what):
    shutil.copy(built, installation)
    ours = getattr(libraries, what.upper())
    monkeypatch.setattr(libraries, what.upper(), ours + 1)
    expected = f"pure: {installation.name} has {what} version {ours}; this reads {ours + 1}"
    with pytest.warns(UserWarning, match=re.escape(expected)):
        assert looked_for() == (None, expected)


def test_a_file_that_is_no_library_is_told(installation):
    installation.write_bytes(b"no library")
    with pytest.warns(UserWarning, match="reads without its compiled scorer"):
        found = looked_for()
    assert found.library is None
    assert found.says.startswith(f"pure: {installation.name} cannot be loaded: ")


@pytest.mark.parametrize(
    ("platform", "name"),
    [
        ("linux", "newsquote_core.so"),
        ("darwin", "newsquote_core.dylib"),
        ("win32", "newsquote_core.dll"),
    ],
)
def test_the_name_of_a_platforms_library(platform, name):
    assert libraries.library_name(platform) == name
