"""Articles out of files, folders and lines."""

import json

import pytest

import newsquote
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
