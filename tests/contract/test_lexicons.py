"""Words are data, in files that people can read and check."""

import runpy
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

import newsquote

LANG = Path(newsquote.__file__).parent / "lang"
LANGUAGES = sorted(path.parent for path in LANG.glob("*/SOURCES.md"))
LISTS = sorted([*LANG.glob("*/words/*.txt"), *LANG.glob("*/phrases/*.txt")])
ROOT = Path(__file__).parents[2]
SOURCES = runpy.run_path(str(ROOT / "training" / "sources.py"))
OPTIONAL = "(optional)"


def entries(path):
    """(comment lines at the top, entry lines) of a list."""
    lines = path.read_bytes().decode("utf-8").splitlines()
    head = next(
        (number for number, line in enumerate(lines) if not line.startswith("#")), len(lines)
    )
    return lines[:head], lines[head:]


def test_there_are_lists():
    assert {path.relative_to(LANG).parent.as_posix() for path in LISTS} >= {
        "en/words",
        "en/phrases",
    }
    assert [path.name for path in LANGUAGES] == sorted({path.parts[-3] for path in LISTS})


def test_no_list_stands_elsewhere_or_has_the_name_of_another():
    assert sorted(LANG.glob("*/**/*.txt")) == LISTS
    assert len({(path.parts[-3], path.name) for path in LISTS}) == len(LISTS)


@pytest.mark.parametrize("path", LISTS, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
class TestList:
    def test_opens_with_a_complete_head(self, path):
        head = SOURCES["head_of"](path.read_text(encoding="utf-8"))
        assert {"Holds", "Columns", "Source", "Licence"} <= set(head)
        assert all(len(line) <= 100 for line in entries(path)[0])

    def test_says_of_each_column_what_it_is(self, path):
        head = SOURCES["head_of"](path.read_text(encoding="utf-8"))
        columns = head["Columns"].split("; ")
        needed = [column for column in columns if not column.endswith(OPTIONAL)]
        assert columns[: len(needed)] == needed
        counts = {len(line.split("\t")) for line in entries(path)[1]}
        assert not counts or (min(counts), max(counts)) == (len(needed), len(columns))

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
        assert f"`{path.name}`" in (path.parents[1] / "SOURCES.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda path: path.name)
class TestSources:
    def test_are_what_the_heads_of_the_lists_say(self, language):
        text = (language / "SOURCES.md").read_text(encoding="utf-8")
        current = SOURCES["renewed"](text, SOURCES["table"](language)) == text
        assert current, "run: python training/sources.py --write"

    def test_name_no_list_that_is_not_there(self, language):
        text = (language / "SOURCES.md").read_text(encoding="utf-8")
        named = {word.strip("`|,.;:()") for word in text.split()}
        there = {path.name for path in LISTS if path.parts[-3] == language.name}
        assert {word for word in named if word.endswith(".txt")} <= there


def test_the_sources_say_where_the_weights_are_from():
    text = (LANG / "en" / "SOURCES.md").read_text(encoding="utf-8")
    assert "PolNeAR 1.0.0" in text
    assert "no rights are claimed and no warranty" in " ".join(text.split())


HEAD = (
    "# Holds: fish",
    "# Columns: name; m or f (optional)",
    "# Notes: those of the sea,",
    "#   and those of rivers",
    "# Source: nets",
    "# Licence: MIT",
)


class TestHead:
    def test_has_its_fields_and_a_field_may_go_on(self):
        assert SOURCES["head_of"]("\n".join([*HEAD, "cod", "# no field"])) == {
            "Holds": "fish",
            "Columns": "name; m or f (optional)",
            "Notes": "those of the sea, and those of rivers",
            "Source": "nets",
            "Licence": "MIT",
        }

    @pytest.mark.parametrize("name", ["Holds", "Columns", "Source", "Licence"])
    def test_needs_each_of_its_fields(self, name):
        lines = [line for line in HEAD if not line.startswith(f"# {name}")]
        with pytest.raises(ValueError, match=f"does not say its {name}"):
            SOURCES["head_of"]("\n".join([*lines, "cod"]))

    @pytest.mark.parametrize(
        "line", ["# Fish: cod", "# Holds: birds", "# Source:", "# fish", "#", "#   fish"]
    )
    def test_has_no_other_lines(self, line):
        with pytest.raises(ValueError, match="no field"):
            SOURCES["head_of"]("\n".join([line, *HEAD, "cod"]))

    def test_has_its_fields_in_order(self):
        with pytest.raises(ValueError, match="order"):
            SOURCES["head_of"]("\n".join([*HEAD[4:], *HEAD[:4], "cod"]))

    def test_goes_into_a_table_that_has_its_marks(self):
        text = f"Fish.\n{SOURCES['BEGIN']}\nold\n{SOURCES['END']}\nNets.\n"
        made = SOURCES["renewed"](text, "new\n")
        assert made == f"Fish.\n{SOURCES['BEGIN']}\n\nnew\n\n{SOURCES['END']}\nNets.\n"
        assert SOURCES["renewed"](made, "new\n") == made
        for mark in ("BEGIN", "END"):
            with pytest.raises(ValueError, match="marks"):
                SOURCES["renewed"](text.replace(SOURCES[mark], ""), "new\n")


def test_the_sources_are_put_right_in_one_command(tmp_path):
    tree = tmp_path / "tree"
    for folder in ("training", "src/newsquote/lang"):
        shutil.copytree(ROOT / folder, tree / folder, ignore=shutil.ignore_patterns("__pycache__"))
    path = tree / "src" / "newsquote" / "lang" / "en" / "words" / "agencies.txt"
    path.write_bytes(path.read_bytes().replace(b"# Holds: ", b"# Holds: fish and ", 1))
    found = [
        subprocess.run(
            [sys.executable, "training/sources.py", *more],
            cwd=tree,
            capture_output=True,
            text=True,
            check=False,
        )
        for more in ([], ["--write"], [])
    ]
    assert [done.returncode for done in found] == [1, 0, 0]
    assert [done.stdout for done in found] == [
        "en/SOURCES.md: not what the heads of the lists say\n",
        "en/SOURCES.md: written\n",
        "",
    ]
    path.write_bytes(b"# Agencies.\n" + path.read_bytes())
    done = subprocess.run(
        [sys.executable, "training/sources.py"],
        cwd=tree,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "en/words/agencies.txt: no field of a head" in done.stderr
