"""No merge was committed half done: no tracked text file has the lines that git leaves behind.

A row of seven "=" also underlines a title, in Markdown and in reStructuredText. It counts as git's
where it cannot do that: below a blank line or at the top, and, in a file that is no Markdown, below
a line that it is too short for. The other marks count wherever they open a line.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MARKUP = {".md", ".rst"}
OURS, BASE, BETWEEN, THEIRS = ("<" * 7, "|" * 7, "=" * 7, ">" * 7)
MARK = re.compile(rf"(?:{OURS}|{re.escape(BASE)}|{THEIRS})(?: .*)?")


def conflicts(text, ending):
    """The numbers of the lines that git wrote, from 1."""
    found = []
    above = ""
    for number, line in enumerate(text.splitlines(), 1):
        underlines = above.strip() and (ending in MARKUP or len(above.strip()) <= len(BETWEEN))
        if MARK.fullmatch(line) or (line == BETWEEN and not underlines):
            found.append(number)
        above = line
    return found


def tracked(root):
    """The files of a checkout that git keeps, None where there is no checkout."""
    git = shutil.which("git")
    if git is None or not (root / ".git").exists():
        return None
    done = subprocess.run(
        [git, "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=False
    )
    return [root / name for name in done.stdout.split("\0") if name] or None


def conflicting(paths):
    """The places, file and line, where text files have lines that git wrote."""
    found = []
    for path in paths:
        if not path.is_file() or b"\0" in (data := path.read_bytes()):
            continue  # deleted and not yet committed, a submodule, or no text
        text = data.decode("utf-8", "replace")
        found += [f"{path.name}:{number}" for number in conflicts(text, path.suffix)]
    return found


def test_no_file_has_the_lines_of_a_merge():
    paths = tracked(ROOT)
    if paths is None:
        pytest.skip("no git, or no checkout: nothing says which files are the project's")
    assert {".md", ".txt", ".py", ".toml"} <= {path.suffix for path in paths}
    assert conflicting(paths) == []


@pytest.mark.parametrize("ending", [".md", ".txt", ".py", ".toml", ".yml", ".json", ""])
@pytest.mark.parametrize("style", ["merge", "diff3"])
def test_what_git_writes_is_found(tmp_path, ending, style):
    """Git itself writes it here, into a checkout of its own."""
    git = shutil.which("git")
    if git is None:
        pytest.skip("no git")
    path = tmp_path / f"list{ending}"

    def run(*command, status=0):
        options = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        options += ["-c", f"merge.conflictStyle={style}", "-c", "commit.gpgSign=false"]
        done = subprocess.run(
            [git, *options, *command], cwd=tmp_path, capture_output=True, check=False
        )
        assert done.returncode == status, done.stderr

    def commit(words):
        path.write_text(f"above\n{words}\nbelow\n")
        run("add", path.name)
        run("commit", "-qm", words)

    run("init", "-q", "-b", "one")
    commit("a line of some length")
    run("checkout", "-qb", "two")
    commit("a line of other length")
    run("checkout", "-q", "one")
    commit("a third line of some length")
    assert conflicting(tracked(tmp_path)) == []
    run("merge", "two", status=1)
    lines = path.read_text().splitlines()
    marks = {OURS: 0, BASE: 0, BETWEEN: 0, THEIRS: 0}
    marks = {mark: [n for n, x in enumerate(lines, 1) if x.startswith(mark)] for mark in marks}
    wanted = {f"{path.name}:{n}" for mark in (OURS, BASE, THEIRS) for n in marks[mark]}
    assert wanted <= set(conflicting(tracked(tmp_path)))
    assert len(wanted) == (2 if style == "merge" else 3)


@pytest.mark.parametrize("mark", [OURS, BASE, THEIRS])
@pytest.mark.parametrize("behind", ["", " HEAD", " d06e702f", " a branch/of mine"])
@pytest.mark.parametrize("ending", [".md", ".txt"])
def test_a_mark_is_found_alone(mark, behind, ending):
    assert conflicts(f"fog\n{mark}{behind}\nrain\n", ending) == [2]


@pytest.mark.parametrize(
    ("text", "ending", "found"),
    [
        (f"fog came in from the sea\n{BETWEEN}\nrain\n", ".txt", [2]),
        (f"fog came in from the sea\n{BETWEEN}\nrain\n", ".py", [2]),
        (f"fog = 'came in'\n{BETWEEN}\nrain\n", ".toml", [2]),
        (f"fog\n\n{BETWEEN}\nrain\n", ".md", [3]),
        (f"{BETWEEN}\nrain\n", ".md", [1]),
        (f"fog came in from the sea\r\n{BETWEEN}\r\nrain\r\n", ".txt", [2]),
    ],
)
def test_the_row_between_is_found_alone_where_it_underlines_nothing(text, ending, found):
    assert conflicts(text, ending) == found


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        (f"Example\n{BETWEEN}\n", ".rst"),
        (f"A title that is longer\n{BETWEEN}\n", ".md"),
        (f"Example\n{BETWEEN}\n", ".py"),
        (f"Example\n{BETWEEN}=\n", ".txt"),
        (f"    {OURS} HEAD\n", ".md"),
        (f"{OURS}< HEAD\n", ".txt"),
        (f"{THEIRS}>>> a quotation\n", ".md"),
        (">>> import newsquote\n", ".py"),
        (f"x {BETWEEN}\n", ".txt"),
        (f"{BETWEEN} a table {BETWEEN}\n", ".txt"),
    ],
)
def test_other_lines_are_not_found(text, ending):
    assert conflicts(text, ending) == []


def test_without_a_checkout_nothing_is_the_projects(tmp_path):
    assert tracked(tmp_path) is None
