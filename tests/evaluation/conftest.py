"""The scorers' tests bring a small list of reporting verbs of their own, so they need no data."""

import corpus
import pytest


@pytest.fixture(autouse=True)
def own_verbs(tmp_path_factory, monkeypatch):
    home = tmp_path_factory.mktemp("home")
    (home / "data" / "dev").mkdir(parents=True)
    (home / "eval").mkdir()
    (home / "eval" / "reporting_verbs.txt").write_text("agreed\nsaid\n", encoding="utf-8")
    monkeypatch.setenv("NEWSQUOTE_DATA", str(home / "data"))
    corpus.reporting_verbs.cache_clear()
    yield home / "data"
    corpus.reporting_verbs.cache_clear()
