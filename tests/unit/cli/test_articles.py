"""What the commands for one article read: plain text, or a page, which an extra reads."""

import sys

import pytest

from newsquote import cli

STORY = 'Mill to close\n\n"It is over," said Mayor Ann Lee.\n'
COMMANDS = [["parse"], ["explain", "--quote=1"], ["view"]]


@pytest.fixture
def written(tmp_path):
    def write(text):
        path = tmp_path / "article"
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


@pytest.mark.parametrize("command", COMMANDS)
def test_a_page_that_is_given_as_text_is_said(command, written, capsys):
    name = written(f"<html>\n<body>\n<p>{STORY}</p>\n</body>\n</html>")
    assert cli.main([*command, name]) == 0
    out, err = capsys.readouterr()
    assert out
    assert err == f"newsquote: {name}: is HTML, read as plain text; try --html\n"


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("text", [STORY, f"{STORY}\nThe <p> tag ends with </p>, she said.\n"])
def test_of_a_text_nothing_is_said(command, text, written, capsys):
    assert cli.main([*command, written(text)]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("command", COMMANDS)
def test_without_the_extra_a_page_is_refused_with_the_command_to_get_it(
    command, written, monkeypatch, capsys
):
    for name in [name for name in sys.modules if name.startswith("newsquote.extras.html")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert cli.main([*command, "--html", written("<p>One.</p>")]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("newsquote: --html: ")
    assert "pip install 'newsquote[html]'" in err
    assert err.count("\n") == 1
