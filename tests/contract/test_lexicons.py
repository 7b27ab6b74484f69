"""Words are data, in files that people can read and check."""

import unicodedata
from pathlib import Path

import pytest

import newsquote

FOLDER = Path(newsquote.__file__).parent / "lang" / "en"
LISTS = sorted(FOLDER.glob("*.txt"))


def entries(path):
    """(comment lines at the top, entry lines) of a list."""
    lines = path.read_bytes().decode("utf-8").splitlines()
    head = next(
        (number for number, line in enumerate(lines) if not line.startswith("#")), len(lines)
    )
    return lines[:head], lines[head:]


def test_there_are_lists():
    assert LISTS


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
class TestList:
    def test_opens_with_a_comment_that_names_the_source(self, path):
        header, _ = entries(path)
        assert "source:" in " ".join(header).casefold()

    def test_is_composed_utf8_without_blank_lines_or_stray_blanks(self, path):
        text = path.read_bytes().decode("utf-8")
        assert unicodedata.is_normalized("NFC", text)
        assert text.endswith("\n")
        assert "\r" not in text
        assert [
            line
            for line in entries(path)[1]
            if not line.strip() or any(cell != cell.strip() for cell in line.split("\t"))
        ] == []

    def test_is_sorted_by_its_first_column_and_names_nothing_twice(self, path):
        keys = [line.split("\t")[0] for line in entries(path)[1] if not line.startswith("#")]
        assert keys == sorted(set(keys))

    def test_is_listed_among_the_sources(self, path):
        assert path.name in (FOLDER / "SOURCES.md").read_text(encoding="utf-8")


def test_the_sources_name_no_list_that_is_not_there():
    named = {
        word.strip("`|,.;:()")
        for word in (FOLDER / "SOURCES.md").read_text(encoding="utf-8").split()
    }
    assert {word for word in named if word.endswith(".txt")} <= {path.name for path in LISTS}
