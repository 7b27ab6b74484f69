"""``tests/unit`` has the folders and files of ``src/newsquote``.

Who opens a file finds its tests.
"""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "newsquote"
TESTS = ROOT / "tests" / "unit"

# Tests of no one file, each with the reason.
OVER_SEVERAL = {
    "_page/bylines/test_byline_forms.py": "every form of byline that houses print, whole",
    "_page/bylines/test_byline_lines.py": "the lines below a headline that are bylines, and others",
    "_page/test_dateline_forms.py": "every form of dateline that houses print, whole",
    "_quotes/model/test_seen.py": "what each step of the model sees of a text, as digests",
    "_quotes/test_print.py": "everything that the rules find in a text, to the letter",
    "cli/test_batch_damage.py": "the command as a process: full disks, killed workers",
    "cli/test_terminal.py": "what reaches a terminal, over every command and format",
    "codec/test_distrust.py": "every field of the form with every kind of wrong value",
    "formats/test_hostile.py": "texts that imitate the syntax of the formats",
    "formats/test_view_chromium.py": "the page as a browser shows it",
    "lang/test_hostile_words.py": "words of the caller's that are patterns to a machine",
    "lang/test_own_words.py": "words of the caller's, from the pack to the result",
    "test_workers.py": "parse_many with processes: parser and _pool",
}


def names():
    return sorted(path.relative_to(TESTS).as_posix() for path in TESTS.rglob("test_*.py"))


def named_for(name):
    """The files and folders of the package that a test file may be named for."""
    path = Path(name)
    room, stem = SOURCE / path.parent, path.stem.removeprefix("test_")
    found = [room / f"{one}{end}" for one in (stem, f"_{stem}") for end in (".py", "/__init__.py")]
    if room.name.lstrip("_") == stem:  # the room as a whole
        found += [room / "__init__.py", room.with_suffix(".py")]
    return found


@pytest.mark.parametrize("name", [name for name in names() if name not in OVER_SEVERAL])
def test_a_test_file_is_named_for_what_it_tests(name):
    assert any(path.is_file() for path in named_for(name)), (
        f"tests/unit/{name} is named for no file of src/newsquote: rename it, or give a reason here"
    )


def test_no_reason_is_given_for_what_needs_none():
    assert sorted(OVER_SEVERAL) == [name for name in names() if name in OVER_SEVERAL]
    assert [name for name in OVER_SEVERAL if any(path.is_file() for path in named_for(name))] == []
