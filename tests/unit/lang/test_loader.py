"""The reader of the data files: lists by their names, and no damaged file."""

import errno
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import newsquote
from newsquote.errors import DataError, UnknownLanguageError
from newsquote.lang import loader
from newsquote.lang.digests import DIGESTS, digest_table


def test_rows_are_lines_parted_by_tabs_without_comments_and_blank_lines(folder):
    assert loader.read_rows("xo", "fish") == (("cod", "m"), ("eel",), ("ray", "f", "flat"))


def test_a_data_file_is_read_as_it_is(folder):
    assert loader.read_bytes("xo", "scales.bin") == b"\x00\xff"


def test_languages_are_the_folders_without_underscore(folder):
    assert loader.languages() == ("xo",)


def test_english_comes_with_the_package():
    assert "en" in loader.languages()


@pytest.mark.parametrize(
    "code", ["xx", "", "../en", "en/", "e n", "en-GB", "_hidden", "file", "\x00"]
)
def test_there_is_no_such_language(folder, code):
    with pytest.raises(UnknownLanguageError) as caught:
        loader.read_rows(code, "fish")
    assert caught.value.value == code


def test_a_list_that_is_missing_is_named(folder):
    with pytest.raises(DataError, match="birds") as caught:
        loader.read_rows("xo", "birds")
    assert caught.value.value == "birds"


def test_a_list_that_is_not_utf8_is_named(folder):
    with pytest.raises(DataError, match=r"'broken'.*not UTF-8") as caught:
        loader.read_rows("xo", "broken")
    assert caught.value.value == "broken"


@pytest.mark.parametrize(("code", "name"), [("xo", "birds.bin"), ("xo", ""), ("xx", "scales.bin")])
def test_a_data_file_that_is_missing_is_named(folder, code, name):
    with pytest.raises(DataError) as caught:
        loader.read_bytes(code, name)
    assert caught.value.value == name


def test_a_list_is_found_by_its_name_among_the_words_and_among_the_phrases(folder):
    assert loader.read_rows("xo", "calls") == (("fish ahoy",),)
    assert loader.read_rows("xo", "fish")[1] == ("eel",)


def test_no_list_of_english_has_the_name_of_another():
    english = Path(loader.__file__).parent / "en"
    names = [path.name for path in english.glob("*/*") if path.is_file()]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize(("code", "name"), [("xo", "fish.txt"), ("xo", "calls.txt")])
def test_a_list_is_no_data_file(folder, code, name):
    with pytest.raises(DataError, match=name):
        loader.read_bytes(code, name)


def damaged(content):
    """A data file in the ways in which one gets damaged."""
    return {
        "empty": b"",
        "cut": content[:-1],
        "cut in front": content[1:],
        "more at the end": content + b"tench\n",
        "another byte": bytes([content[0] ^ 1]) + content[1:],
        "line ends of Windows": content.replace(b"\n", b"\r\n") + b"\r\n",
        "a byte order mark": b"\xef\xbb\xbf" + content,
        "another file": b"# Holds: birds\ngull\n",
    }


def damaged_digests(table, line):
    """The digests in the ways in which they get damaged where it counts, in one of their lines."""
    return {
        "empty": b"",
        "cut": table[: table.index(line)],
        "cut in the digest": table[: table.index(line) + 20],
        "without the line": table.replace(line, b""),
        "another digest": table.replace(line, bytes([line[0] ^ 1]) + line[1:]),
        "a digest in capitals": table.replace(line, line[:64].upper() + line[64:]),
        "another name": table.replace(line, line.replace(b"xo/", b"xe/")),
        "line ends of Windows": table.replace(b"\n", b"\r\n"),
        "blanks lost": table.replace(b"  ", b" "),
        "not UTF-8": table.replace(line, b"\xff" + line),
    }


ASKED = pytest.mark.parametrize(
    ("path", "ask"),
    [
        ("xo/words/fish.txt", lambda: loader.read_rows("xo", "fish")),
        ("xo/phrases/calls.txt", lambda: loader.read_rows("xo", "calls")),
        ("xo/weights/scales.bin", lambda: loader.read_bytes("xo", "scales.bin")),
    ],
)


@ASKED
@pytest.mark.parametrize("way", damaged(b"cod\n"))
def test_a_damaged_file_of_an_installation_is_named(installed, path, ask, way):
    content = (installed / path).read_bytes()
    assert damaged(content)[way] != content
    (installed / path).write_bytes(damaged(content)[way])
    with pytest.raises(DataError, match=rf"{path} is damaged") as caught:
        ask()
    assert caught.value.value == path.rpartition("/")[2]


@ASKED
@pytest.mark.parametrize("way", damaged_digests(b"0  xo/a\n", b"0  xo/a\n"))
def test_a_file_of_which_the_digests_say_another_thing_is_named(installed, path, ask, way):
    digests = installed / DIGESTS
    table = digests.read_bytes()
    (line,) = (line for line in table.splitlines(keepends=True) if path.encode() in line)
    assert damaged_digests(table, line)[way] != table
    digests.write_bytes(damaged_digests(table, line)[way])
    with pytest.raises(DataError, match=rf"{path} is damaged") as caught:
        ask()
    assert caught.value.value == path.rpartition("/")[2]


@ASKED
def test_the_files_of_an_installation_are_read_where_they_are_whole(installed, path, ask):
    assert ask()


def test_a_file_that_was_put_in_front_of_another_is_named(installed):
    (installed / "xo/words/calls.txt").write_bytes(b"ship ahoy\n")
    with pytest.raises(DataError, match=r"xo/words/calls\.txt is damaged"):
        loader.read_rows("xo", "calls")


def test_a_file_that_an_installation_lost_is_missing_and_not_damaged(installed):
    (installed / "xo/words/fish.txt").unlink()
    with pytest.raises(DataError, match="has no list 'fish'"):
        loader.read_rows("xo", "fish")


@ASKED
def test_a_checkout_has_no_digests_and_its_files_may_be_edited(folder, path, ask):
    (folder / path).write_bytes((folder / path).read_bytes() + b"tench\n")
    assert ask()


def test_new_digests_make_an_edited_file_good_again(installed):
    path = installed / "xo/words/fish.txt"
    path.write_bytes(path.read_bytes() + b"tench\n")
    (installed / DIGESTS).write_text(digest_table({"xo/words/fish.txt": path.read_bytes()}))
    assert ("tench",) in loader.read_rows("xo", "fish")


def test_the_digests_are_read_once_and_not_before_they_are_asked_for(installed, monkeypatch):
    opened = []

    read = loader.__loader__.get_data

    def noted(path):
        opened.append(path)
        return read(path)

    monkeypatch.setattr(loader.__loader__, "get_data", noted)
    loader.languages()
    assert opened == []
    loader.read_rows("xo", "fish")
    loader.read_bytes("xo", "scales.bin")
    assert [path for path in opened if path.endswith(DIGESTS)] == [str(installed / DIGESTS)]


@pytest.mark.parametrize("number", [errno.EACCES, errno.EMFILE, errno.EIO])
@pytest.mark.parametrize("ask", [loader.read_rows, loader.read_bytes])
def test_a_file_that_cannot_be_read_is_another_matter_than_one_that_is_missing(
    folder, monkeypatch, number, ask
):
    def fail(path):
        raise OSError(number, os.strerror(number), path)

    monkeypatch.setattr(loader.__loader__, "get_data", fail)
    with pytest.raises(DataError, match=f"cannot be read: {os.strerror(number)}") as caught:
        ask("xo", "fish")
    assert caught.value.value.startswith("fish")


@pytest.mark.parametrize("name", ["x" * 5000, "\x00", "../../fish", ""])
def test_a_name_that_no_file_has_is_that_of_no_list(folder, name):
    with pytest.raises(DataError, match="has no list"):
        loader.read_rows("xo", name)


READ_FROM_ZIP = """
import newsquote
from newsquote.lang import loader
assert ".zip" in newsquote.__file__, newsquote.__file__
print(newsquote.parse_quotes('"It is over," said Mayor Ann Lee.')[0].speaker.name)
print(loader.languages())
try:
    newsquote.get_pack("xx")
except newsquote.UnknownLanguageError as error:
    print(error)
"""


def test_the_package_reads_from_a_zip_file(tmp_path):
    home = Path(newsquote.__file__).parent
    packed = tmp_path / "newsquote.zip"
    with zipfile.ZipFile(packed, "w") as package:
        for path in sorted(home.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                package.write(path, Path("newsquote") / path.relative_to(home))
    done = subprocess.run(
        [sys.executable, "-c", READ_FROM_ZIP],
        env={**os.environ, "PYTHONPATH": str(packed)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == (
        "Ann Lee\n('en',)\nno language pack 'xx'; there is: en\n",
        "",
    )
