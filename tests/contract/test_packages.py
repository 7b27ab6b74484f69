"""What the packages hold, and that none is built with a damaged data file."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

pytest.importorskip("hatchling", reason="it builds the packages")

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "newsquote"

# Of what kinds the package's own files are, and where.
OWN = re.compile(
    r"newsquote/(?:(?:\w+/)*\w+\.py|py\.typed|lang/[a-z]+/(?:\w+\.txt|weights\.bin|SOURCES\.md))"
)

INFORMATION = {"METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE"}

# Beside the package, the sources hold everything that is needed to test, document, measure and train it.
FOLDERS = {"benchmarks", "docs", "evaluation", "examples", "fuzzing", "src", "tests", "training"}
FILES = {
    ".gitattributes",
    ".gitignore",
    "CHANGELOG.md",
    "CITATION.cff",
    "CONTRIBUTING.md",
    "LICENSE",
    "PKG-INFO",
    "README.md",
    "SECURITY.md",
    "hatch_build.py",
    "pyproject.toml",
}
LEFT_BEHIND = re.compile(
    r"(?:^|/)(?:__pycache__|\.[a-z_]+_cache|\.hypothesis|\.venv|build|dist|_build)/|\.pyc$"
)


def build(root, target, folder):
    """Builds a package of a tree; what was printed."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    for target in ("sdist", "wheel"):
        done = build(ROOT, target, folder)
        assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def wheel(built):
    with zipfile.ZipFile(next(built.glob("*.whl"))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def sources(built):
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        assert all(member.isfile() for member in archive.getmembers())
        return {member.name.partition("/")[2] for member in archive.getmembers()}


def own_files():
    files = (
        path for path in PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    )
    return {f"newsquote/{path.relative_to(PACKAGE).as_posix()}" for path in files}


def test_the_wheel_holds_the_package_and_nothing_else(wheel):
    assert {name for name in wheel if ".dist-info/" not in name} == own_files()
    assert [name for name in own_files() if not OWN.fullmatch(name)] == []


def test_the_wheel_says_what_it_is_and_nothing_else(wheel):
    assert {
        name.partition(".dist-info/")[2] for name in wheel if ".dist-info/" in name
    } == INFORMATION


def test_the_wheels_files_are_those_of_the_checkout(wheel):
    changed = [name for name in own_files() if wheel[name] != (PACKAGE.parent / name).read_bytes()]
    assert changed == []


def test_the_wheel_names_licence_and_sources(wheel):
    licence = next(content for name, content in wheel.items() if name.endswith("/licenses/LICENSE"))
    assert licence == (ROOT / "LICENSE").read_bytes()
    assert b"newsquote/lang/en/SOURCES.md" in b"\n".join(name.encode() for name in wheel)


def test_the_wheel_asks_for_three_packages(wheel):
    said = next(content for name, content in wheel.items() if name.endswith("/METADATA")).decode()
    needed = [
        line
        for line in re.findall(r"^Requires-Dist: (.*)$", said, re.MULTILINE)
        if "extra ==" not in line
    ]
    assert sorted(re.match(r"[\w-]+", line)[0] for line in needed) == [
        "attrs",
        "dateparser",
        "regex",
    ]


def test_the_sources_hold_the_wheels_and_the_rest_of_the_project(sources):
    assert own_files() <= {name.removeprefix("src/") for name in sources}
    assert {name.partition("/")[0] for name in sources if "/" in name} == FOLDERS
    assert {name for name in sources if "/" not in name} == FILES
    assert [name for name in sources if LEFT_BEHIND.search(name)] == []


@pytest.mark.parametrize("name", ["en/cue_verbs.txt", "en/weights.bin"])
@pytest.mark.parametrize("target", ["sdist", "wheel"])
def test_no_package_is_built_with_a_damaged_data_file(tmp_path, name, target):
    tree = tmp_path / "tree"
    shutil.copytree(
        PACKAGE, tree / "src" / "newsquote", ignore=shutil.ignore_patterns("__pycache__")
    )
    for file in ("LICENSE", "README.md", "hatch_build.py", "pyproject.toml"):
        shutil.copy(ROOT / file, tree)
    path = tree / "src" / "newsquote" / "lang" / name
    data = path.read_bytes()
    path.write_bytes(data[:-9] + bytes([data[-9] ^ 1]) + data[-8:])
    done = build(tree, target, tmp_path / "dist")
    assert done.returncode != 0
    assert f"not what their digests say: {name};" in done.stderr
    assert not list((tmp_path / "dist").glob("*.*"))


def test_the_digests_are_put_right_in_one_command(tmp_path):
    tree = tmp_path / "tree"
    for folder in ("training", "src/newsquote/lang"):
        shutil.copytree(ROOT / folder, tree / folder, ignore=shutil.ignore_patterns("__pycache__"))
    path = tree / "src" / "newsquote" / "lang" / "en" / "agencies.txt"
    path.write_bytes(path.read_bytes() + b"Zenith Wire\n")
    found = [
        subprocess.run(
            [sys.executable, "training/digests.py", *more],
            cwd=tree,
            capture_output=True,
            text=True,
            check=False,
        )
        for more in (["--check"], [], ["--check"])
    ]
    assert [done.returncode for done in found] == [1, 0, 0]
    assert [done.stdout for done in found] == [
        "en/agencies.txt: not what its digest says\n",
        "en/agencies.txt: has a fresh digest\n",
        "",
    ]
    assert path.read_bytes().endswith(b"\nZenith Wire\n")
