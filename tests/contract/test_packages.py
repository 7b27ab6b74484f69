"""What the packages hold, and that a data file is what it was when they were built."""

from __future__ import annotations

import hashlib
import os
import re
import runpy
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

pytest.importorskip("hatchling", reason="it builds the packages")

pytestmark = pytest.mark.slow  # every test builds or installs a package

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "newsquote"

# Of what kinds the package's own files are, and where.
OWN = re.compile(
    r"newsquote/(?:(?:\w+/)*\w+\.py|py\.typed"
    r"|lang/[a-z]+/(?:words/\w+\.txt|phrases/\w+\.txt|weights/\w+\.(?:bin|tsv)|SOURCES\.md))"
)

DIGESTS = "newsquote/lang/digests.txt"
"""Made when a package is built; a checkout has none."""

INFORMATION = {"METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE"}

# Beside the package, the sources hold everything that is needed to test, document, measure and
# train it.
FOLDERS = {
    *("benchmarks", "docs", "evaluation", "examples", "fuzzing", "native", "src", "tests"),
    "training",
}
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


LIBRARY = re.compile(r"newsquote/_quotes/model/core/newsquote_core\.(?:so|dylib|dll)")
"""The compiled scorer: in the wheels of platforms, and in a checkout where it was built."""


def build(root, target, folder, **variables):
    """Builds a package of a tree; what was printed."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)]
    kept = {name: value for name, value in os.environ.items() if name != "NEWSQUOTE_BUILD_CORE"}
    environment = {**kept, **variables}
    return subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, check=False
    )


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
    names = {f"newsquote/{path.relative_to(PACKAGE).as_posix()}" for path in files}
    return {name for name in names - {DIGESTS} if not LIBRARY.fullmatch(name)}


def installed(built, folder):
    """A folder in which the wheel's files lie as an installer puts them."""
    shutil.unpack_archive(next(built.glob("*.whl")), folder, "zip")
    return folder


def unpacked(built, folder):
    """The tree of the sources as they are handed on."""
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        archive.extractall(folder, filter="data")
    (tree,) = folder.iterdir()
    return tree


def test_the_wheel_holds_the_package_and_nothing_else(wheel):
    assert {name for name in wheel if ".dist-info/" not in name} == own_files() | {DIGESTS}
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
    assert own_files() | {DIGESTS} <= {name.removeprefix("src/") for name in sources}
    assert {name.partition("/")[0] for name in sources if "/" in name} == FOLDERS
    assert {name for name in sources if "/" not in name} == FILES
    assert [name for name in sources if LEFT_BEHIND.search(name)] == []


def test_the_digests_are_those_of_all_data_files_and_of_nothing_else(wheel):
    lines = [line.split("  ") for line in wheel[DIGESTS].decode("ascii").splitlines()]
    data = {
        name.removeprefix("newsquote/lang/"): hashlib.sha256(content).hexdigest()
        for name, content in wheel.items()
        if name.endswith((".txt", ".bin", ".tsv"))
        and name.startswith("newsquote/")
        and name != DIGESTS
    }
    assert {name: digest for digest, name in lines} == data
    assert [name for _, name in lines] == sorted(data)


DATA = ["en/words/cue_verbs.txt", "en/phrases/kickers.txt", "en/weights/quotes.bin"]


def damage(path):
    data = path.read_bytes()
    path.write_bytes(data[:-9] + bytes([data[-9] ^ 1]) + data[-8:])


def said_of(folder, code):
    """The status of a process that imports the package in a folder and runs some code; its words."""
    done = subprocess.run(
        [sys.executable, "-c", f"import newsquote; {code}"],
        env={**os.environ, "PYTHONPATH": str(folder)},
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("data", DATA)
@pytest.mark.parametrize("way", ["damaged", "edited", "untold"])
def test_an_installation_refuses_a_data_file_that_is_not_what_was_built(built, tmp_path, data, way):
    folder = installed(built, tmp_path)
    path, digests = folder / "newsquote" / "lang" / data, folder / DIGESTS
    asked = f"data({path.name!r})" if path.suffix == ".bin" else f"rows({path.stem!r})"
    code = f"newsquote.get_pack('en').{asked}"
    assert said_of(folder, code)[0] == 0
    if way == "damaged":
        damage(path)
    elif way == "edited":
        path.write_bytes(path.read_bytes() + b"zenith\n")
    else:
        told = digests.read_text().splitlines(keepends=True)
        digests.write_text("".join(line for line in told if data not in line))
    status, said = said_of(folder, code)
    assert status == 1
    assert f"newsquote.errors.DataError: data file {data} is damaged" in said


def test_the_package_reads_with_its_digests(built, tmp_path):
    folder = installed(built, tmp_path)
    text = '"It is over," said Mayor Ann Lee.'
    code = f"print(newsquote.__file__, newsquote.parse({text!r}).quotes[0].speaker.name)"
    assert said_of(folder, code) == (0, f"{folder}/newsquote/__init__.py Ann Lee\n")


@pytest.mark.parametrize("name", DATA)
@pytest.mark.parametrize("target", ["sdist", "wheel"])
def test_no_package_is_built_from_sources_with_a_damaged_data_file(built, tmp_path, name, target):
    tree = unpacked(built, tmp_path / "tree")
    damage(tree / "src" / "newsquote" / "lang" / name)
    done = build(tree, target, tmp_path / "dist")
    assert done.returncode != 0
    assert f"not what their digests say: {name};" in done.stderr
    assert not list((tmp_path / "dist").glob("*.*"))


@pytest.mark.parametrize("way", ["lost", "more"])
def test_no_package_is_built_from_sources_with_other_data_files(built, tmp_path, way):
    tree = unpacked(built, tmp_path / "tree")
    words = tree / "src" / "newsquote" / "lang" / "en" / "words"
    if way == "lost":
        (words / "roles.txt").unlink()
    else:
        (words / "fish.txt").write_bytes(b"cod\n")
    done = build(tree, "wheel", tmp_path / "dist")
    assert done.returncode != 0
    name = "roles" if way == "lost" else "fish"
    assert f"not what their digests say: en/words/{name}.txt;" in done.stderr


def test_sources_may_be_edited_once_their_digests_are_deleted(built, tmp_path):
    tree = unpacked(built, tmp_path / "tree")
    lang = tree / "src" / "newsquote" / "lang"
    path = lang / "en" / "words" / "agencies.txt"
    path.write_bytes(path.read_bytes() + b"Zenith Wire\n")
    (lang / "digests.txt").unlink()
    done = build(tree, "wheel", tmp_path / "dist")
    assert done.returncode == 0, done.stderr
    assert not (lang / "digests.txt").exists()
    folder = installed(tmp_path / "dist", tmp_path / "package")
    code = "print('Zenith Wire' in newsquote.get_pack('en').words('agencies'))"
    assert said_of(folder, code) == (0, "True\n")


def test_built_again_the_packages_have_the_same_bytes(built, tmp_path):
    """From the tree, and from its sources; ``.ci/packages`` does so with other rights and times."""
    tree = unpacked(built, tmp_path / "tree")
    (tree / "PKG-INFO").unlink()  # made for the sdist; the tree has none
    for root, folder in ((ROOT, tmp_path / "again"), (tree, tmp_path / "unpacked")):
        for target in ("sdist", "wheel"):
            done = build(root, target, folder)
            assert done.returncode == 0, done.stderr
        for path in built.iterdir():
            assert (folder / path.name).read_bytes() == path.read_bytes(), (root, path.name)


@pytest.mark.parametrize(("target", "home"), [("wheel", ""), ("sdist", "src/")])
def test_only_an_editable_installation_gets_no_digests(tmp_path, target, home):
    there = (PACKAGE / "lang" / "digests.txt").exists()  # in sources that were handed on
    make = runpy.run_path(str(ROOT / "hatch_build.py"))["DataFiles"]
    for version in ("editable", "standard"):
        hook = make(str(ROOT), {}, None, None, str(tmp_path), target)
        data = {"force_include": {}}
        hook.initialize(version, data)
        made = [Path(path) for path in data["force_include"]]
        assert all(path.is_file() for path in made)
        assert list(data["force_include"].values()) == [f"{home}{DIGESTS}"] * len(made)
        assert len(made) == (version == "standard")
        hook.finalize(version, data, "")
        assert not any(path.exists() for path in made)
    assert (PACKAGE / "lang" / "digests.txt").exists() == there


# ---------------------------------------------------------------- with the compiled scorer


@pytest.fixture(scope="module")
def platform_wheel(tmp_path_factory):
    native = runpy.run_path(str(ROOT / "native" / "compile.py"))
    try:
        native["compiler_for"]("host")
    except FileNotFoundError as error:
        pytest.skip(str(error))
    folder = tmp_path_factory.mktemp("platform")
    done = build(ROOT, "wheel", folder, NEWSQUOTE_BUILD_CORE="host")
    assert done.returncode == 0, done.stderr
    return next(folder.glob("*.whl"))


def test_a_platforms_wheel_is_the_other_one_and_the_compiled_scorer(wheel, platform_wheel):
    with zipfile.ZipFile(platform_wheel) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    (library,) = set(held) - set(wheel)
    assert LIBRARY.fullmatch(library)
    assert set(wheel) <= set(held)
    changed = {name for name in wheel if held[name] != wheel[name]}
    assert {name.rpartition("/")[2] for name in changed} == {"WHEEL", "RECORD"}


def test_a_platforms_wheel_is_for_that_platform_and_any_python(platform_wheel):
    assert re.search(r"-py3-none-(?!any)\w+\.whl$", platform_wheel.name)
    with zipfile.ZipFile(platform_wheel) as archive:
        name = next(one for one in archive.namelist() if one.endswith("/WHEEL"))
        assert "Root-Is-Purelib: false" in archive.read(name).decode()


def test_a_platforms_wheel_has_the_same_bytes_when_built_again(platform_wheel, tmp_path):
    done = build(ROOT, "wheel", tmp_path, NEWSQUOTE_BUILD_CORE="host")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / platform_wheel.name).read_bytes() == platform_wheel.read_bytes()


@pytest.mark.parametrize(("pure", "expected"), [("0", "compiled"), ("1", "NEWSQUOTE_PURE is set")])
def test_an_installed_platforms_wheel_scores_with_it(platform_wheel, tmp_path, pure, expected):
    shutil.unpack_archive(platform_wheel, tmp_path, "zip")
    code = (
        f"import os; os.environ['NEWSQUOTE_PURE'] = {pure!r};"
        " from newsquote.cli import main; main(['--version']);"
        " print(newsquote.parse('\"It is over,\" said Mayor Ann Lee.').quotes[0].speaker.name)"
    )
    status, said = said_of(tmp_path, code)
    assert (status, said.splitlines()[1:]) == (0, ["Ann Lee"])
    assert expected in said


def test_the_installed_pure_wheel_says_that_it_has_none(built, tmp_path):
    folder = installed(built, tmp_path)
    status, said = said_of(folder, "from newsquote.cli import main; main(['--version'])")
    assert (status, "pure: there is no compiled scorer in this installation" in said) == (0, True)


def test_the_sources_are_pure_whatever_is_asked(sources, tmp_path):
    done = build(ROOT, "sdist", tmp_path, NEWSQUOTE_BUILD_CORE="host")
    assert done.returncode == 0, done.stderr
    with tarfile.open(next(tmp_path.glob("*.tar.gz"))) as archive:
        assert {member.name.partition("/")[2] for member in archive.getmembers()} == sources
    assert [name for name in sources if LIBRARY.fullmatch(name.removeprefix("src/"))] == []


def test_an_unknown_platform_is_said(tmp_path):
    done = build(ROOT, "wheel", tmp_path, NEWSQUOTE_BUILD_CORE="beos_x86")
    assert done.returncode != 0
    assert "no platform of wheels is called 'beos_x86'; use host, macosx" in done.stderr
