"""What the command line draws: on a terminal of the operating system, and nowhere else."""

import json
import os
import re
import signal
import subprocess
import sys
import threading
from collections import Counter
from io import StringIO

import pytest

import newsquote
from newsquote import cli
from newsquote.formats.characters import shown as harmless
from newsquote.formats.counting import SOURCE_COLUMNS
from newsquote.formats.report import report

pytest.importorskip("rich", reason="rich is not installed: pip install 'newsquote[cli]'")
pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")

from newsquote.extras import cli as drawing

ARTICLE = """Mill to close in May

By Bo Ek

NORVALE (AP) — "It is over," said Mayor Ann Lee. The talks "had failed," Tom Ray said.

"No more," someone \x1b[31m\x9b wrote\x07.

Related:
- Floods hit valley
"""
ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
BLOCK = "import sys; sys.modules['rich'] = None; from newsquote.cli import main; sys.exit(main(sys.argv[1:]))"


@pytest.fixture
def article_file(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def surroundings(monkeypatch):
    for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("LINES", "40")
    monkeypatch.setenv("PYTHONIOENCODING", "utf-8")


def command(*arguments, rich=True):
    return [sys.executable, *(("-m", "newsquote") if rich else ("-c", BLOCK)), *map(str, arguments)]


def plain(*arguments):
    """What a pipe gets."""
    done = subprocess.run(command(*arguments), capture_output=True, check=False)
    return done.stdout.decode()


def on_terminal(*arguments, rich=True, stream="stdout", interrupt_at=None):
    """What a terminal gets on one of the streams, and the exit status; the other stream goes
    elsewhere.
    """
    ours, its = pty.openpty()
    other = "stderr" if stream == "stdout" else "stdout"
    given = {
        stream: its,
        other: subprocess.DEVNULL,
        "stdin": subprocess.PIPE if interrupt_at else subprocess.DEVNULL,
    }
    shown = b""
    with subprocess.Popen(command(*arguments, rich=rich), **given) as started:
        os.close(its)
        if interrupt_at:
            started.stdin.write(b'{"text": "One."}\n')
            started.stdin.flush()
        while True:
            try:
                some = os.read(ours, 1 << 16)
            except OSError:  # the other end is closed
                break
            if not some:
                break
            shown += some
            if interrupt_at and interrupt_at in shown:
                interrupt_at = None
                started.send_signal(signal.SIGINT)
    os.close(ours)
    return shown.decode().replace("\r\n", "\n"), started.returncode


# The report.


def test_a_report_in_colours_has_the_words_of_the_plain_one():
    for text in ("", ARTICLE, '"It is over," a man said.'):
        article = newsquote.parse(text)
        coloured = drawing.coloured_report(article)
        assert "\x1b[1m" in coloured
        assert ESCAPE.sub("", coloured) == report(article)


def test_each_speaker_has_a_colour():
    article = newsquote.parse(
        "\n\n".join(f'"It is over," said {name}.' for name in ("Ann Lee", "Bo Ek"))
    )
    coloured = drawing.coloured_report(article).splitlines()
    assert [line for line in coloured if "Ann Lee" in line or "Bo Ek" in line] == [
        "\x1b[1;36mAnn Lee\x1b[0m",
        "\x1b[1;32mBo Ek\x1b[0m",
    ]
    assert [line[:5] for line in coloured if "It is over" in line] == ["\x1b[36m", "\x1b[32m"]


def test_parse_is_in_colours_on_a_terminal_only(article_file):
    shown, status = on_terminal("parse", article_file)
    assert status == 0
    assert shown == drawing.coloured_report(newsquote.parse(ARTICLE))
    assert plain("parse", article_file) == report(newsquote.parse(ARTICLE))


def test_an_article_cannot_steer_the_terminal(article_file):
    shown, _ = on_terminal("parse", article_file)
    assert not set(ESCAPE.sub("", shown)) & set("\x1b\x9b\x07")
    assert "\x1b[31m" not in shown


def test_parse_is_plain_where_that_is_asked_for(article_file, monkeypatch):
    wanted = report(newsquote.parse(ARTICLE))
    assert on_terminal("parse", "--color", "never", article_file)[0] == wanted
    monkeypatch.setenv("NO_COLOR", "1")
    assert on_terminal("parse", article_file)[0] == wanted
    monkeypatch.setenv("NO_COLOR", "")  # an empty one says nothing
    assert "\x1b[" in on_terminal("parse", article_file)[0]


def test_parse_is_plain_on_a_terminal_that_can_only_print_letters(article_file, monkeypatch):
    monkeypatch.setenv("TERM", "dumb")
    assert on_terminal("parse", article_file)[0] == report(newsquote.parse(ARTICLE))


def test_colours_may_be_had_in_a_pipe(article_file, monkeypatch):
    wanted = drawing.coloured_report(newsquote.parse(ARTICLE))
    assert plain("parse", "--color", "always", article_file) == wanted
    monkeypatch.setenv("NO_COLOR", "1")  # who asks by an option, asks louder
    assert plain("parse", "--color", "always", article_file) == wanted


def test_force_color_changes_no_bytes_in_a_pipe(article_file, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert plain("parse", article_file) == report(newsquote.parse(ARTICLE))


@pytest.mark.parametrize("form", ["json", "csv", "html"])
def test_forms_for_programs_have_no_colours(article_file, form):
    wanted = plain("parse", "--format", form, article_file)
    assert on_terminal("parse", "--format", form, article_file)[0] == harmless(wanted)
    assert plain("parse", "--color", "always", "--format", form, article_file) == wanted


# The table.


def test_a_table_has_a_line_a_row_and_none_is_empty():
    rows = [
        {
            "file": "a.txt",
            "name": "Ann Lee",
            "kind": "person",
            "role": None,
            "affiliation": "[x]",
            "quotes": 1,
            "words": 12,
        }
    ]
    lines = ESCAPE.sub("", drawing.drawn_table(SOURCE_COLUMNS, rows, width=100)).splitlines()
    assert [line.split() for line in lines if line.strip(" ─")] == [
        list(SOURCE_COLUMNS),
        ["a.txt", "Ann", "Lee", "person", "[x]", "1", "12"],
    ]
    assert max(map(len, lines)) <= 100


def test_a_narrow_table_loses_nothing():
    rows = [{"name": "Ann Lee", "role": "spokeswoman of the harbour office", "words": 12}]
    shown = ESCAPE.sub("", drawing.drawn_table(("name", "role", "words"), rows, width=30))
    assert max(map(len, shown.splitlines())) <= 30
    assert not Counter("".join(map(str, rows[0].values())).replace(" ", "")) - Counter(shown)


def test_sources_is_a_table_on_a_terminal_only(article_file):
    shown, status = on_terminal("sources", article_file)
    assert status == 0
    assert "─" in shown
    assert "Ann Lee" in shown
    assert plain("sources", article_file).startswith('"file","name",')
    for asked in (("--format", "csv"), ("--color", "never")):
        assert on_terminal("sources", *asked, article_file)[0] == plain("sources", article_file)


def test_a_table_has_no_colours_where_none_are_wanted(article_file, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    shown, _ = on_terminal("sources", article_file)
    assert "─" in shown
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]m", shown)


def test_a_file_that_cannot_be_read_is_still_reported(article_file, tmp_path):
    done = subprocess.run(
        command("sources", "--color", "always", tmp_path / "nowhere.txt", article_file),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert "Ann Lee" in done.stdout.decode()


# The bar.


def lines(path, count):
    path.write_text(
        "".join(
            json.dumps({"text": f'"It is over," said Ann Lee {n}.'}) + "\n" for n in range(count)
        )
        + "{}\n"
    )
    return path


@pytest.mark.parametrize("workers", [1, 2])
def test_batch_draws_a_bar_and_wipes_it(tmp_path, workers):
    given = lines(tmp_path / "in.jsonl", 30)
    shown, status = on_terminal(
        "batch", given, tmp_path / "out.jsonl", "--workers", workers, stream="stderr"
    )
    assert status == 1
    assert "1 articles" in shown
    assert "%" in shown
    assert "newsquote: line 31: no text\n" in ESCAPE.sub("", shown)
    assert shown.endswith("\x1b[2K")
    assert shown.rfind("\x1b[?25h") > shown.rfind("\x1b[?25l")
    plain("batch", given, tmp_path / "plain.jsonl")
    assert (tmp_path / "out.jsonl").read_bytes() == (tmp_path / "plain.jsonl").read_bytes()


def test_an_interrupt_leaves_the_terminal_clean(tmp_path):
    shown, status = on_terminal(
        "batch", "-", tmp_path / "out.jsonl", stream="stderr", interrupt_at=b"1 articles"
    )
    assert status == 130
    assert shown.endswith("\x1b[2K")
    assert shown.rfind("\x1b[?25h") > shown.rfind("\x1b[?25l")
    assert "Traceback" not in shown
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 1


def test_the_cursor_is_on_while_the_bar_is_drawn():
    class Terminal(StringIO):
        def isatty(self):
            return True

    stream = Terminal()
    with drawing.Bar(stream, size=10, read=lambda: 5) as bar:
        bar.step()
        assert stream.getvalue().rfind("\x1b[?25h") > stream.getvalue().rfind("\x1b[?25l")
        assert "50%" in ESCAPE.sub("", stream.getvalue())
        bar.say("line 1: [bold]no text")
    assert "newsquote: line 1: [bold]no text\n" in ESCAPE.sub("", stream.getvalue())


def test_no_thread_is_started():
    before = threading.active_count()
    with drawing.Bar(StringIO(), size=None, read=lambda: 0) as bar:
        bar.step()
        assert threading.active_count() == before


def test_batch_draws_nothing_elsewhere(tmp_path):
    given = lines(tmp_path / "in.jsonl", 3)
    for asked in ("auto", "always"):
        done = subprocess.run(
            command("batch", "--color", asked, given, tmp_path / "out.jsonl"),
            capture_output=True,
            check=False,
        )
        assert done.stderr == b"newsquote: line 4: no text\n"
    shown, _ = on_terminal(
        "batch", "--color", "never", given, tmp_path / "out.jsonl", stream="stderr"
    )
    assert "\x1b" not in shown


# Without rich.


def test_without_rich_the_command_is_as_it_was(article_file, tmp_path):
    assert on_terminal("parse", article_file, rich=False) == (plain("parse", article_file), 0)
    assert on_terminal("sources", article_file, rich=False) == (plain("sources", article_file), 0)
    shown, status = on_terminal(
        "batch",
        lines(tmp_path / "in.jsonl", 2),
        tmp_path / "out.jsonl",
        rich=False,
        stream="stderr",
    )
    assert (status, "\x1b" in shown, "\r1 articles" in shown) == (1, False, True)


def test_colours_without_rich_are_refused(capsys, article_file, monkeypatch):
    monkeypatch.setitem(sys.modules, "rich", None)
    for name in [name for name in sys.modules if name.startswith("rich.")] + [
        "newsquote.extras.cli"
    ]:
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.delattr(newsquote.extras, "cli", raising=False)
    assert cli.main(["parse", "--color", "always", str(article_file)]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "pip install 'newsquote[cli]'" in err
