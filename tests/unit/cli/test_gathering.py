"""Articles out of files, folders and lines."""

import json
import os
from pathlib import Path

import pytest

import newsquote
from newsquote import cli
from newsquote.cli.gathering import gather_articles
from newsquote.formats.jsonline import json_line

TEXT = '"It is over," said Ann Lee.'


def gather(*names, encoding="utf-8"):
    return list(gather_articles([str(name) for name in names], newsquote.ParseOptions(), encoding))


def test_files_and_the_texts_of_a_folder(tmp_path):
    (tmp_path / "b").mkdir()
    for name in ("b/two.txt", "one.txt", "other.md"):
        (tmp_path / name).write_text(TEXT)
    found = gather(tmp_path, tmp_path / "other.md")
    assert [name for name, *_ in found] == [
        str(tmp_path / name) for name in ("b/two.txt", "one.txt", "other.md")
    ]
    assert all(article.quotes and not complaint for _, article, complaint in found)


def test_lines_of_texts_and_of_results(tmp_path):
    path = tmp_path / "articles.jsonl"
    result = json_line(newsquote.parse(TEXT, id="b"))
    path.write_text(
        json.dumps({"text": TEXT, "id": 7, "published": "2024-03-04"})
        + "\n\n"
        + result
        + json.dumps({"text": TEXT})
        + "\n"
    )
    found = gather(path)
    assert [name for name, *_ in found] == ["7", "b", f"{path}: line 4"]
    assert str(found[0].article.published) == "2024-03-04"
    assert [len(article.quotes) for _, article, _ in found] == [1, 1, 1]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"x", "not JSON: "),
        (b"\xff", "not UTF-8: byte 0 cannot be read"),
        (b"[]", "not an object with a text"),
        (b'{"text": 3}', "text must be a string, not a number"),
        (b'{"schema_version": "1.0"}', "not an article of newsquote batch: "),
    ],
)
def test_a_broken_line_does_not_end_the_rest(tmp_path, line, why):
    path = tmp_path / "articles.jsonl"
    path.write_bytes(line + b"\n" + json.dumps({"text": TEXT}).encode() + b"\n")
    broken, whole = gather(path)
    assert broken.article is None
    assert broken.complaint.startswith(f"{path}: line 1: {why}")
    assert whole.article.quotes


@pytest.mark.parametrize("published", ["yesterday", 3])
def test_an_article_whose_day_cannot_be_read_is_read_without(tmp_path, published):
    path = tmp_path / "articles.jsonl"
    path.write_text(json.dumps({"text": TEXT, "published": published}))
    (found,) = gather(path)
    assert found.article.published is None
    assert found.article.quotes
    assert found.complaint == (
        f"{path}: line 1: published must be an ISO date or date with time, not {published!r};"
        " it is left out"
    )


def test_a_file_that_is_not_there(tmp_path):
    (tmp_path / "one.txt").write_text(TEXT)
    missing, there = gather(tmp_path / "none.txt", tmp_path / "one.txt")
    assert missing.complaint == f"{tmp_path}/none.txt: No such file or directory"
    assert there.article.quotes


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="nothing is kept from root")
def test_a_folder_that_may_not_be_read_is_told(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b.txt").write_text(TEXT)
    (tmp_path / "a").chmod(0)
    try:
        found = gather(tmp_path)
    finally:
        (tmp_path / "a").chmod(0o700)
    assert [one.complaint for one in found] == [f"{tmp_path}/a: Permission denied", ""]


def test_a_folder_that_cannot_be_looked_into_is_told(tmp_path, monkeypatch, capsys):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "lost.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(TEXT)
    look = os.scandir

    def look_or_fail(name):
        if name == str(tmp_path / "a"):
            raise PermissionError(13, "Permission denied")
        return look(name)

    monkeypatch.setattr(os, "scandir", look_or_fail)
    found = gather(tmp_path)
    assert [(one.name, one.complaint) for one in found] == [
        (str(tmp_path / "a"), f"{tmp_path / 'a'}: Permission denied"),
        (str(tmp_path / "b.txt"), ""),
    ]
    assert cli.main(["sources", str(tmp_path)]) == 1
    assert capsys.readouterr().err == f"newsquote: {tmp_path / 'a'}: Permission denied\n"


@pytest.mark.skipif(os.name != "posix", reason="a path cannot be so long everywhere")
def test_folders_deeper_than_calls_may_be(tmp_path):
    folders = [str(tmp_path) + "/d" * depth for depth in range(1, 1201)]
    for folder in folders:
        os.mkdir(folder)  # noqa: PTH102 - pathlib would take a while
    text = Path(folders[-1], "deep.txt")
    text.write_text(TEXT)
    try:
        assert [one.name for one in gather(tmp_path)] == [str(text)]
    finally:  # what tidies up behind tests cannot go so deep either
        text.unlink()
        for folder in reversed(folders):
            os.rmdir(folder)  # noqa: PTH106 - as above


def test_texts_are_in_the_order_of_their_folders_and_links_to_folders_are_not_followed(tmp_path):
    for name in ("a", "a/c", "b.txt.d"):
        (tmp_path / name).mkdir()
    for name in ("a.txt", "a/c/one.txt", "a/b.txt", "b.txt.d/two.txt", "a/c.txt"):
        (tmp_path / name).write_text(TEXT)
    (tmp_path / "z").symlink_to(tmp_path / "a", target_is_directory=True)
    (tmp_path / "z.txt").symlink_to(tmp_path / "a.txt")
    expected = ["a/b.txt", "a/c/one.txt", "a/c.txt", "a.txt", "b.txt.d/two.txt", "z.txt"]
    assert [one.name for one in gather(tmp_path)] == [str(tmp_path / name) for name in expected]


def test_an_error_that_nobody_foresaw_is_that_of_its_article(tmp_path, monkeypatch, capsys):
    read = newsquote.parser.parse

    def read_or_fail(text, **more):
        if "Trap" in text:
            raise RecursionError
        return read(text, **more)

    monkeypatch.setattr(newsquote.parser, "parse", read_or_fail)
    (tmp_path / "a.txt").write_text(f"Trap. {TEXT}")
    (tmp_path / "b.txt").write_text(TEXT)
    lines = tmp_path / "c.jsonl"
    lines.write_text(f'{{"text": "Trap.", "id": "x"}}\n{{"text": {json.dumps(TEXT)}}}\n')
    assert cli.main(["sources", str(tmp_path), str(lines)]) == 1
    out, err = capsys.readouterr()
    assert out.count("Ann Lee") == 2
    wrong = [
        one.split(": an error that newsquote did not foresee, Rec")[0] for one in err.splitlines()
    ]
    assert wrong == [f"newsquote: {tmp_path / 'a.txt'}", f"newsquote: {lines}: line 1"]
