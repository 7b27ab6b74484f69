"""A table of known people: what is read, and what is refused in one line."""

import pytest

from newsquote import KnownPerson, cli
from newsquote.cli.exits import RefusedError
from newsquote.cli.known import known_people


@pytest.fixture
def table(tmp_path):
    def write(text):
        path = tmp_path / "people.csv"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return str(path)

    return write


ANN = KnownPerson(name="Ann Lee", id="Q1", aliases=("Annie Lee", "A. R. Lee"))
BO = KnownPerson(name="Bo Ek")


@pytest.mark.parametrize(
    "text",
    [
        "name,id,aliases\nAnn Lee,Q1,Annie Lee; A. R. Lee\nBo Ek,,\n",
        "\ufeffname,id,aliases\r\nAnn Lee,Q1,Annie Lee|A. R. Lee\r\n\r\nBo Ek,,\r\n",
        "aliases,party,id,name\nAnnie Lee;A. R. Lee,Green,Q1, Ann Lee \n,,,Bo Ek",
        'name,id,aliases\n"Ann Lee","Q1","Annie Lee;A. R. Lee;"\nBo Ek,,;\n',
        "name;id;aliases\nAnn Lee;Q1;Annie Lee|A. R. Lee\nBo Ek;;\n",
    ],
)
def test_the_people_of_a_table(table, text):
    assert known_people(table(text)) == (ANN, BO)


def test_names_alone(table):
    assert known_people(table("name\nBo Ek\n")) == (BO,)
    assert known_people(table("name\n")) == ()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "line 1: no column 'name'; the columns are name, id, aliases"),
        ("Ann Lee,Q1\n", "line 1: no column 'name'"),
        ("Name,id\nBo Ek,1\n", "line 1: the column 'Name' is called 'name'"),
        ("name,alias\nBo Ek,B\n", "line 1: the column 'alias' is called 'aliases'"),
        ("name,name\nBo Ek,B\n", "line 1: the column 'name' is there twice"),
        ("name,id\nBo Ek,1\n,2\n", "line 3: no name"),
        ("name,id\nBo Ek\n", "line 2: 1 cell, fewer than in line 1"),
        ('name,id\n"Bo Ek,1\n', "not CSV: unexpected end of data"),
        (b"name,id\nBo \xe9k,1\n", "not utf-8: byte 11 cannot be read"),
    ],
)
def test_a_table_that_is_not_as_it_should_be(table, text, why):
    with pytest.raises(RefusedError) as refused:
        known_people(table(text))
    assert str(refused.value).startswith(table(text))
    assert why in str(refused.value)


@pytest.mark.parametrize(
    "command",
    [
        ["parse", "article.txt"],
        ["sources", "article.txt"],
        ["view", "article.txt"],
        ["explain", "article.txt", "--speaker", "1"],
        ["batch", "articles.jsonl", "out.jsonl"],
    ],
    ids=lambda command: command[0],
)
def test_every_command_that_reads_an_article_takes_it(
    command, table, tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text('"It is over," said Annie Lee.')
    (tmp_path / "articles.jsonl").write_text('{"text": "\\"It is over,\\" said Annie Lee."}\n')
    good = table("name,id,aliases\nAnn Lee,Q1,Annie Lee\n")
    assert cli.main([*command, "--known", good]) == 0
    capsys.readouterr()
    assert cli.main([*command, "--known", str(tmp_path / "none.csv")]) == 2
    assert capsys.readouterr() == (
        "",
        f"newsquote: {tmp_path}/none.csv: No such file or directory\n",
    )


def test_the_id_comes_back(table, tmp_path, capsys):
    (tmp_path / "article.txt").write_text('"It is over," said Annie Lee.')
    known = table("name,id,aliases\nAnn Lee,Q1,Annie Lee\n")
    for more, wanted in (([], None), (["--known", known], "Q1")):
        assert cli.main(["parse", str(tmp_path / "article.txt"), "--format", "json", *more]) == 0
        assert (f'"{wanted}"' in capsys.readouterr().out) == (wanted is not None)
