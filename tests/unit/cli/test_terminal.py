"""What the command prints to a terminal steers no terminal: titles, screens, the order of signs."""

import io
import json
import sys

import pytest

import newsquote
from newsquote import cli
from newsquote.cli.exports import FORMATS
from newsquote.cli.streams import say
from newsquote.formats.characters import ORDERS, shown
from newsquote.formats.report import one_line
from newsquote.formats.webannotation import web_annotations

STEERING = {
    "clears the screen": "\x1b[2J",
    "sets the title": "\x1b]0;root\x07",
    "copies to the clipboard": "\x1b]52;c;cm0=\x07",
    "C1 control": "\x9b2J",
    "back over the line": "\b\b\b",
    "back to the line's start": "\rnewsquote: done",
    "delete": "\x7f",
    "turns the line round": "\u202egnp",
    "isolates": "\u2066x\u2069",
    "marks a direction": "\u200f\u061c",
}
SIGNS = {*map(chr, range(9)), *map(chr, range(11, 32)), *map(chr, range(127, 160))}
SIGNS |= set(map(chr, ORDERS))
everything = pytest.mark.parametrize("evil", STEERING.values(), ids=STEERING)


class Terminal(io.StringIO):
    """A terminal of its own letters."""

    encoding = "utf-8"

    def isatty(self):
        return True


@pytest.fixture
def printed(monkeypatch):
    """What a command prints to a terminal."""
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")

    def run(*argv):
        terminal = Terminal()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", terminal)
            cli.main(argv)
        return terminal.getvalue()

    return run


@pytest.fixture
def article(tmp_path, evil):
    path = tmp_path / "article.txt"
    inside = evil.replace("\r", "")  # a line end, which ends a quotation
    said = f'"It is {inside} over," said Mayor Ann {inside} Lee, who is {inside} 44.'
    text = f"Mill to close\n\n{said}\n\nBo Ek {evil} left.\n"
    path.write_text(text, encoding="utf-8", newline="")
    return str(path)


@everything
@pytest.mark.parametrize(
    "command",
    [
        ("parse",),
        *(("parse", "--format", name) for name in sorted(FORMATS) if name != "html"),
        ("sources",),
        ("sources", "--format", "csv"),
        ("sources", "--format", "jsonl"),
        ("explain", "--quote", "1"),
    ],
    ids=" ".join,
)
def test_no_command_steers_a_terminal(printed, article, command):
    shown_there = printed(command[0], article, *command[1:])
    assert "over" in shown_there or "Lee" in shown_there
    assert set(shown_there.replace("\r\n", "\n")) & SIGNS == set()


@everything
@pytest.mark.parametrize("name", ["csv", "tsv", "brat"])
def test_a_file_gets_what_was_found_to_the_letter(capsysbinary, article, evil, name):
    cli.main(["parse", article, "--format", name])
    written = capsysbinary.readouterr().out.decode()
    if name != "brat" and "\r" not in evil:  # it is a line end there
        assert evil in written


@everything
def test_no_message_steers_a_terminal(capsys, tmp_path, evil):
    assert cli.main(["parse", str(tmp_path / f"no{evil}file")]) == 2
    told = capsys.readouterr().err
    assert told.startswith("newsquote: ")
    assert told.count("\n") == 1
    assert set(told[:-1]) & SIGNS == set()


@everything
def test_an_unknown_argument_is_told_without_it(capsys, evil):
    assert cli.main(["parse", f"--no{evil}"]) == 2
    assert set(capsys.readouterr().err[:-1]) & SIGNS == set()


def test_a_message_keeps_what_people_read(capsys):
    say("Élan 王.txt:\n no שלום 👩\u200d👧 file")
    assert capsys.readouterr().err == "newsquote: Élan 王.txt: no שלום 👩\u200d👧 file\n"


@everything
def test_a_line_of_a_report_has_no_such_sign(evil):
    assert set(one_line(f"It {evil} is")) & SIGNS == set()


def test_what_is_shown_has_the_length_of_what_was_given():
    for evil in STEERING.values():
        assert len(shown(evil)) == len(evil)
    assert shown("a\tb\r\nc\n") == "a\tb\r\nc\n"
    assert shown("a\rb") == "a\ufffdb"


@pytest.mark.parametrize(
    "name",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:x",
    ],
)
def test_an_id_that_would_run_is_no_source_of_an_annotation(name):
    assert _source(name).startswith("urn:uuid:")
    assert _source("https://ledger.example/mill") == "https://ledger.example/mill"
    assert _source("URN:isbn:1") == "URN:isbn:1"


def _source(name):
    """The source in the annotations of an article with an id."""
    article = newsquote.parse('"It is over," said Ann Lee.', id=name)
    page = json.loads(web_annotations(article))
    return page["items"][0]["target"][0]["source"]
