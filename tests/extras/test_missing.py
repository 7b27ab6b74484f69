"""Without its library, an extra says which one and how to get it; the core does not need any."""

import importlib
import sys

import pytest


@pytest.mark.parametrize(
    ("extra", "library"),
    [
        ("arrow", "pyarrow"),
        ("pandas", "pandas"),
        ("spacy", "spacy"),
        ("html", "trafilatura"),
        ("spark", "pyspark"),
        ("cli", "rich"),
        ("mcp", "mcp"),
    ],
)
def test_an_extra_without_its_library_names_the_command(extra, library, monkeypatch):
    if extra == "spark":
        pytest.importorskip("pyarrow", reason="it is asked for first")
    monkeypatch.setitem(sys.modules, library, None)
    if f"{library}.sql" in sys.modules:  # which is found without its parent, once it is loaded
        monkeypatch.setitem(sys.modules, f"{library}.sql", None)
    monkeypatch.delitem(sys.modules, f"newsquote.extras.{extra}", raising=False)
    with pytest.raises(ImportError, match=rf"pip install 'newsquote\[{extra}\]'") as caught:
        importlib.import_module(f"newsquote.extras.{extra}")
    assert caught.value.name == library


def test_parquet_without_arrow_names_the_command(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "newsquote.extras.parquet", raising=False)
    with pytest.raises(ImportError, match=r"pip install 'newsquote\[arrow\]'"):
        importlib.import_module("newsquote.extras.parquet")
