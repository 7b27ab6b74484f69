"""The command line: what it prints, where, and with which exit status."""

import io
import json
import os
import re
import signal
import subprocess
import sys
import types

import attrs
import pytest

import newsquote
from newsquote import DataError, cli, parser
from newsquote.models import Headline, Span

ARTICLE = 'Mill to close in May\n\n"It is over," said Mayor Ann Lee.\r\n\n- Floods hit valley\n'


@pytest.fixture
def article_file(tmp_path):
    path = tmp_path / "article.txt"
    path.write_bytes(ARTICLE.encode())
    return path


@pytest.fixture
def stdin(monkeypatch):
    def give(content):
        monkeypatch.setattr(sys, "stdin", types.SimpleNamespace(buffer=io.BytesIO(content)))

    return give


def run(*arguments):
    return cli.main([str(argument) for argument in arguments])


def refused(capsys, *arguments):
    """The one line that says why a command is not carried out."""
    assert run(*arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("newsquote: ")
    assert err.count("\n") == 1
    return err


def lines_of(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


# newsquote verify


def test_a_quotation_that_is_there_is_status_0(capsys, article_file):
    assert run("verify", "It is over", article_file) == 0
    assert capsys.readouterr().out == "verbatim 23-33\n"
    assert run("verify", "it is OVER!", article_file) == 0
    assert capsys.readouterr().out == "folded 23-33\n"


def test_every_other_place_has_a_line(capsys, tmp_path):
    path = tmp_path / "two.txt"
    path.write_text("We go. “We go,” said Ann Lee.")
    assert run("verify", "We go", path) == 0
    assert capsys.readouterr().out == "verbatim 0-5\nalso 8-13\n"


def test_the_parts_of_a_split_quote_may_be_joined(capsys, tmp_path):
    path = tmp_path / "split.txt"
    path.write_text("“We go,” said Ann Lee, “and you stay.”")
    assert run("verify", "We go, and you stay.", path) == 0
    assert capsys.readouterr().out == "joined 1-6 24-36\n"


def test_a_quotation_that_was_changed_is_status_1_with_its_changes(capsys, article_file):
    assert run("verify", "Mill … close in June", article_file) == 1
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        "altered 0-4 8-20",
        "ellipsis 5-7: '\\u2026' for 'to'",
        "replaced 17-20: 'June' for 'May'",
    ]
    assert err == ""


def test_a_quotation_that_is_not_there_is_status_1(capsys, article_file):
    assert run("verify", "Nothing of that", article_file) == 1
    assert capsys.readouterr().out == "absent\n"


def test_a_text_to_check_may_come_from_the_standard_input(capsys, stdin):
    stdin("H\xe4lt".encode("latin-1"))
    assert run("verify", "h\xe4lt", "--encoding=latin-1", "-") == 0
    assert capsys.readouterr().out == "folded 0-4\n"


def test_a_check_of_a_file_that_is_not_there_is_refused(capsys, tmp_path):
    assert "nowhere.txt" in refused(capsys, "verify", "a", tmp_path / "nowhere.txt")


# newsquote parse


def test_parse_prints_a_report(capsys, article_file):
    assert run("parse", article_file) == 0
    out, err = capsys.readouterr()
    assert "Mill to close in May" in out
    assert err == ""


def test_parse_prints_the_json_form_in_one_line(capsys, article_file):
    assert run("parse", "--format", "json", article_file) == 0
    out = capsys.readouterr().out
    assert out.count("\n") == 1
    assert newsquote.from_dict(json.loads(out)) == newsquote.parse(ARTICLE)


def test_parse_prints_a_table_and_a_page(capsys, article_file):
    assert run("parse", "--format=csv", article_file) == 0
    assert capsys.readouterr().out.startswith('"article_id","published","quote",')
    assert run("parse", "--format=html", article_file) == 0
    assert capsys.readouterr().out.startswith("<!DOCTYPE html>")


def test_parse_reads_the_standard_input(capsys, stdin):
    stdin(ARTICLE.encode())
    assert run("parse", "--format", "json", "-") == 0
    assert json.loads(capsys.readouterr().out)["text"] == ARTICLE


def test_line_ends_stay_and_a_byte_order_mark_is_no_part_of_the_text(capsys, stdin):
    stdin(b"\xef\xbb\xbfone\r\ntwo\rthree\n")
    assert run("parse", "--format", "json", "-") == 0
    assert json.loads(capsys.readouterr().out)["text"] == "one\r\ntwo\rthree\n"


@pytest.mark.parametrize("encoding", ["cp1252", "UTF-16", "utf_8", "utf-8-sig"])
def test_parse_reads_other_encodings(capsys, stdin, encoding):
    stdin("“Café”".encode(encoding))
    assert run("parse", "--format", "json", "--encoding", encoding, "-") == 0
    assert json.loads(capsys.readouterr().out)["text"] == "“Café”"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((), ("default", False)),
        (("--thoughts",), ("default", True)),
        (("--no-model",), (None, False)),
        (("--model", "open"), ("open", False)),
        (("--thoughts", "--no-model"), (None, True)),
    ],
)
@pytest.mark.parametrize("command", [("parse", "-"), ("batch", "-", "-")])
def test_the_options_reach_the_parser(monkeypatch, stdin, command, arguments, expected):
    seen, real = [], parser.parse

    def spy(text, *, options=None, **rest):
        seen.append((options.model, options.include_thoughts))
        return real(text, options=options, **rest)

    monkeypatch.setattr(parser, "parse", spy)
    stdin(b'{"text": "One."}')
    assert run(*command, *arguments) == 0
    assert seen == [expected]


def test_what_the_output_cannot_encode_is_escaped(monkeypatch, stdin):
    title = "Café “shut”"
    found = attrs.evolve(
        parser.parse(title), headline=Headline(text=title, span=Span(0, len(title)))
    )
    monkeypatch.setattr(parser, "parse", lambda *_, **__: found)
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", out)
    stdin(title.encode())
    assert run("parse", "-") == 0
    assert out.buffer.getvalue().startswith(b"Caf\\xe9 \\u201cshut\\u201d\n")


@pytest.mark.parametrize("name", ["text", "json", "csv", "html"])
def test_lone_surrogates_do_not_break_any_format(capsys, stdin, name):
    stdin(b'Mill +2AA- to close\n\n"It +3/8- is over," said Mayor Ann Lee.')
    assert run("parse", "--format", name, "--encoding", "utf-7", "-") == 0
    out = capsys.readouterr().out
    if name == "json":
        assert "\ud800" in json.loads(out)["text"]
    assert "Mill" in out or "article_id" in out


def test_a_callers_own_stream_of_text_is_written_to(monkeypatch, article_file):
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    assert run("parse", article_file) == 0
    assert "Mill to close in May" in out.getvalue()


def test_a_file_that_is_not_there_is_said_in_a_line(capsys, tmp_path):
    assert "missing.txt: No such file" in refused(capsys, "parse", tmp_path / "missing.txt")
    assert "missing.txt: No such file" in refused(
        capsys, "batch", tmp_path / "missing.txt", tmp_path / "out"
    )
    assert not (tmp_path / "out").exists()


def test_a_folder_is_no_file(capsys, tmp_path):
    assert str(tmp_path) in refused(capsys, "parse", tmp_path)


def test_names_that_no_file_can_have_are_said_in_a_line(capsys):
    assert "null byte" in refused(capsys, "parse", "a\0b")
    assert "No such file" in refused(capsys, "parse", "a\nb")
    assert "\\udcff" in refused(capsys, "parse", "missing-\udcff")


def test_a_wrong_encoding_names_the_byte(capsys, stdin):
    stdin(b"Caf\xe9")
    assert (
        refused(capsys, "parse", "-")
        == "newsquote: -: not utf-8: byte 3 cannot be read; try --encoding\n"
    )


@pytest.mark.parametrize("encoding", ["klingon", "", "base64", "undefined", "a\0b", "\ud800"])
def test_an_unknown_encoding_is_said_in_a_line(capsys, stdin, encoding):
    stdin(b"Cafe")
    assert "unknown encoding" in refused(capsys, "parse", "--encoding", encoding, "-")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((), "required: COMMAND"),
        (("parse",), "required: FILE"),
        (("batch", "-"), "required: OUT"),
        (("guess", "-"), "guess"),
        (("parse", "--format", "xml", "-"), "xml"),
        (("parse", "--colour", "-"), "--colour"),
        (("parse", "--form", "json", "-"), "--form"),
        (("parse", "-", "-"), "unrecognized"),
        (("--loud",), "COMMAND"),
    ],
)
def test_unknown_and_missing_arguments_are_said_in_a_line(capsys, arguments, expected):
    assert expected in refused(capsys, *arguments)


def test_version_and_help(capsys):
    assert run("--version") == 0
    said = capsys.readouterr().out
    assert re.fullmatch(
        rf"newsquote {re.escape(newsquote.__version__)} \((compiled|pure: .+)\)\n", said
    )
    for arguments in (("--help",), ("parse", "--help"), ("batch", "-h")):
        assert run(*arguments) == 0
        assert "usage: newsquote" in capsys.readouterr().out


def test_a_closed_standard_stream_is_said_in_a_line(capsys, monkeypatch, article_file):
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdin", None)
        assert "input is closed" in refused(capsys, "parse", "-")
    captured = sys.stdout
    monkeypatch.setattr(sys, "stdout", None)
    assert run("parse", article_file) == 2
    monkeypatch.setattr(sys, "stdout", captured)
    assert "output is closed" in capsys.readouterr().err


class Broken(io.BytesIO):
    """A stream that fails when it is written to."""

    def __init__(self, error):
        super().__init__()
        self.error = error

    def write(self, _):
        raise self.error


def test_a_pipe_that_was_closed_ends_quietly(capsys, monkeypatch, article_file):
    monkeypatch.setattr(
        sys,
        "stdout",
        types.SimpleNamespace(
            buffer=Broken(BrokenPipeError()), fileno=Broken(None).fileno, encoding="utf-8"
        ),
    )
    assert run("parse", article_file) == 0
    assert capsys.readouterr().err == ""


def test_a_full_disk_is_said_in_a_line(capsys, monkeypatch, article_file):
    full = types.SimpleNamespace(
        buffer=Broken(OSError(28, "No space left on device")),
        fileno=Broken(None).fileno,
        encoding="utf-8",
    )
    monkeypatch.setattr(sys, "stdout", full)
    assert run("parse", article_file) == 2
    assert capsys.readouterr().err == "newsquote: standard output: No space left on device\n"


def test_an_interrupt_gives_130(capsys, monkeypatch, article_file):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(parser, "parse", interrupted)
    assert run("parse", article_file) == 130
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("raised", "said"),
    [
        (ZeroDivisionError("too deep\nfor us"), "foresee, ZeroDivisionError: too deep for us ("),
        (IndexError(), "foresee, IndexError ("),
        (MemoryError(), "newsquote: not enough memory\n"),
        (OSError(24, "Too many open files", "names.py"), "newsquote: names.py: Too many open"),
        (DataError("list 'titles' is damaged"), "newsquote: list 'titles' is damaged\n"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_an_error_that_nobody_foresaw_is_one_line_and_not_done(
    monkeypatch, article_file, capsys, raised, said
):
    def mistaken(*_, **__):
        raise raised

    monkeypatch.setattr(parser, "parse", mistaken)
    assert run("parse", article_file) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert said in err
    if "foresee" in said:
        assert err.endswith("); please report it\n")
        assert "test_cli.py, line " in err


# newsquote batch


def test_batch_writes_an_article_a_line_in_order(tmp_path, capsys):
    given, found = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    items = [
        {"text": ARTICLE, "id": "a1", "published": "2024-03-04"},
        {
            "text": "Zwei “Brücken”\u2028\u0085",
            "published": "2024-03-04T05:06:07+01:00",
            "site": "ledger",
        },
        {"text": "", "id": None, "published": None},
    ]
    given.write_text("\ufeff" + "\n\n".join(map(json.dumps, items)), encoding="utf-8")
    assert run("batch", given, found) == 0
    assert capsys.readouterr() == ("", "")
    data = lines_of(found)
    assert [(item["id"], item["published"], item["text"]) for item in data] == [
        ("a1", "2024-03-04", ARTICLE),
        (None, "2024-03-04T05:06:07+01:00", items[1]["text"]),
        (None, None, ""),
    ]
    assert newsquote.from_dict(data[0]).text == ARTICLE


def test_batch_reads_and_writes_the_standard_streams(capsys, stdin):
    stdin(b'{"text": "One."}\n{"text": "Two."}\n')
    assert run("batch", "-", "-") == 0
    assert [json.loads(line)["text"] for line in capsys.readouterr().out.splitlines()] == [
        "One.",
        "Two.",
    ]


BROKEN = [
    (b'{"text": "One."', "not JSON: "),
    (b"[" * 100_000, "not JSON: "),
    (b"[1]", "not an object but a list"),
    (b'"text"', "not an object but a string"),
    (b"null", "not an object but null"),
    (b"1.5", "not an object but a number"),
    (b"{}", "no text"),
    (b'{"text": null}', "text must be a string, not null"),
    (b'{"text": ["One."]}', "text must be a string, not a list"),
    (b'{"text": {"a": 1}}', "text must be a string, not an object"),
    (b'{"text": "One.", "id": 5.5}', "id must be a string, a whole number of 64 bits or null"),
    (b'{"text": "One.", "id": true}', "id must be a string, a whole number of 64 bits or null"),
    (b'{"text": "One.", "id": 9223372036854775808}', "id must be a string, a whole number of 64"),
    (b'{"text": "One.", "id": [1]}', "id must be a string, a whole number of 64 bits or null"),
    (b'{"text": "One.", "page": Infinity}', "meta['page'] must be a string, a finite number"),
    (b'{"text": "Caf\xe9"}', "not UTF-8: byte 13 cannot be read"),
]


@pytest.mark.parametrize(
    ("line", "expected"),
    BROKEN,
    ids=[expected[:40] + str(n) for n, (_, expected) in enumerate(BROKEN)],
)
def test_a_broken_line_is_said_with_its_number_and_the_rest_is_read(capsys, stdin, line, expected):
    stdin(b'{"text": "One."}\n\n' + line + b'\n{"text": "Two."}\n')
    assert run("batch", "-", "-") == 1
    out, err = capsys.readouterr()
    assert [json.loads(line)["text"] for line in out.splitlines()] == ["One.", "Two."]
    assert err.startswith(f"newsquote: line 3: {expected}")
    assert err.count("\n") == 1


UNREAD = [
    (b'"March 4"', "'March 4'"),
    (b'"2024-02-30"', "'2024-02-30'"),
    (b"20240304", "20240304"),
    (b"true", "True"),
    (b"[2024]", "[2024]"),
]


@pytest.mark.parametrize(("day", "shown"), UNREAD)
def test_an_article_whose_day_cannot_be_read_is_read_without_one_and_a_note_says_so(
    capsys, stdin, day, shown
):
    stdin(b'{"text": "One.", "published": ' + day + b"}\n")
    assert run("batch", "-", "-") == 0
    out, err = capsys.readouterr()
    (article,) = map(json.loads, out.splitlines())
    note = article["notes"][0]
    assert (article["published"], note["code"], err) == (None, "unread-date", "")
    assert note["detail"].startswith(
        f"published must be an ISO date or date with time, not {shown}; "
    )


@pytest.mark.parametrize(("day", "shown"), UNREAD)
def test_with_strict_dates_it_is_left_out(capsys, stdin, day, shown):
    stdin(b'{"text": "One.", "published": ' + day + b'}\n{"text": "Two.", "published": ""}\n')
    assert run("batch", "-", "-", "--strict-dates") == 1
    out, err = capsys.readouterr()
    assert [json.loads(line)["text"] for line in out.splitlines()] == ["Two."]
    complaint = f"line 1: published must be an ISO date or date with time, not {shown}"
    assert err == f"newsquote: {complaint}\n"


def test_a_run_with_strict_dates_goes_on_with_them(tmp_path):
    given, found = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    given.write_text('{"text": "One.", "published": "x"}\n{"text": "Two."}\n{"text": "Three."}\n')
    assert run("batch", given, found, "--strict-dates") == 1
    whole = found.read_bytes()
    found.write_bytes(whole.splitlines(keepends=True)[0])
    assert run("batch", given, found, "--strict-dates", "--resume") == 1
    assert found.read_bytes() == whole
    assert run("batch", given, found, "--resume") == 2  # then the first line is an article, too


def test_batch_carries_other_fields_along(capsys, stdin):
    stdin(
        b'{"text": "One.", "id": 7, "publisher": "Post", "page": 3, "share": 0.5, "free": true, '
        b'"desk": null, "none": NaN, "tags": ["a", "\xc3\xa9"], "by": {"name": "Ann"}}\n'
    )
    assert run("batch", "-", "-") == 0
    article = json.loads(capsys.readouterr().out)
    assert article["id"] == 7
    assert article["meta"] == {
        "publisher": "Post",
        "page": 3,
        "share": 0.5,
        "free": True,
        "desk": None,
        "none": None,
        "tags": '["a", "é"]',
        "by": '{"name": "Ann"}',
    }
    assert newsquote.to_dict(newsquote.from_dict(article)) == article


def test_batch_reads_its_own_output_again_and_keeps_what_was_carried(capsys, stdin):
    stdin(b'{"text": "One.", "id": "a", "publisher": "Post"}\n')
    assert run("batch", "-", "-") == 0
    once = capsys.readouterr().out
    stdin(once.encode())
    assert run("batch", "-", "-") == 0
    assert capsys.readouterr().out == once


def test_batch_takes_a_meta_of_its_own_for_the_fields_in_it(capsys, stdin):
    stdin(b'{"text": "", "meta": {"page": 1}, "day": 2}\n{"text": "", "meta": "x"}\n')
    assert run("batch", "-", "-") == 0
    found = [json.loads(line)["meta"] for line in capsys.readouterr().out.splitlines()]
    assert found == [{"page": 1, "day": 2}, {"meta": "x"}]


def test_a_number_and_the_same_digits_are_one_id(capsys, stdin):
    stdin(b'{"text": "", "id": 0}\n{"text": "", "id": "0"}\n{"text": "", "id": 1}\n')
    assert run("batch", "-", "-") == 1
    out, err = capsys.readouterr()
    assert [json.loads(line)["id"] for line in out.splitlines()] == [0, 1]
    assert "line 2: the id '0' is that of line 1, too" in err


def test_the_least_confidence_is_asked_for(capsys, stdin):
    stdin(b'{"text": "\\"It is over,\\" said Ann Lee."}\n' * 2)
    assert run("batch", "-", "-", "--min-confidence", "1") == 0
    assert all(json.loads(line)["quotes"] == [] for line in capsys.readouterr().out.splitlines())
    for wrong in ("2", "-0.1", "nan", "much"):
        said = refused(capsys, "batch", "-", "-", f"--min-confidence={wrong}")
        assert "must be a number from 0 to 1" in said


def test_batch_does_not_write_over_its_input(capsys, tmp_path):
    given = tmp_path / "in.jsonl"
    given.write_text('{"text": "One."}')
    assert "is the input file" in refused(capsys, "batch", given, given)
    assert given.read_text() == '{"text": "One."}'


@pytest.mark.skipif(os.name != "posix", reason="the empty device has another name elsewhere")
def test_a_device_may_be_both_ends():
    assert run("batch", os.devnull, os.devnull) == 0


def test_an_output_that_cannot_be_opened_is_said_in_a_line(capsys, tmp_path, stdin):
    stdin(b"")
    assert "No such file" in refused(capsys, "batch", "-", tmp_path / "missing" / "out.jsonl")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no full device here")  # noqa: PTH110 - as the text says
def test_an_output_that_is_full_is_said_in_a_line(capsys, stdin):
    stdin(b'{"text": "One."}\n' * 30)
    assert "No space left" in refused(capsys, "batch", "-", "/dev/full")


def test_a_lone_surrogate_in_a_line_comes_out_as_it_was(capsys, stdin):
    stdin(rb'{"text": "a \ud800 b"}')
    assert run("batch", "-", "-") == 0
    assert json.loads(capsys.readouterr().out)["text"] == "a \ud800 b"


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_progress_is_shown_on_a_terminal_only(monkeypatch, capsys, stdin):
    stdin(b'{"text": "One."}\n{}\n')
    terminal = Terminal()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stderr", terminal)
        patch.setenv(
            "TERM", "dumb"
        )  # with rich installed, others get a bar, which has tests of its own
        assert run("batch", "-", "-") == 1
    assert "\r1 articles" in terminal.getvalue()
    assert "newsquote: line 2: no text\n" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r")
    stdin(b'{"text": "One."}\n')
    assert run("batch", "-", "-") == 0
    assert capsys.readouterr().err == ""


# As a process of its own


def process(*arguments, **settings):
    command = [sys.executable, "-m", "newsquote", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, timeout=30, check=False, **settings)


def test_the_module_runs_as_a_program(article_file):
    done = process("parse", article_file)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Mill to close in May" in done.stdout


def test_a_refusal_of_the_program_is_a_line_and_status_2(tmp_path):
    done = process("parse", tmp_path / "missing.txt")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(os.name != "posix", reason="pipes end otherwise elsewhere")
def test_the_program_ends_quietly_when_nobody_reads_any_more():
    command = [sys.executable, "-m", "newsquote", "batch", "-", "-"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as started:
        started.stdout.close()
        started.stdin.write(b'{"text": "One."}\n' * 5)
        started.stdin.close()
        err = started.stderr.read()
        assert started.wait(30) == 0
    assert err == b""


@pytest.mark.skipif(os.name != "posix", reason="signals are sent otherwise elsewhere")
def test_the_program_ends_with_130_when_interrupted():
    command = [sys.executable, "-m", "newsquote", "batch", "-", "-"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as started:
        started.stdin.write(b'{"text": "One."}\n')
        started.stdin.flush()
        assert json.loads(started.stdout.readline())["text"] == "One."
        started.send_signal(signal.SIGINT)
        _, err = started.communicate(timeout=30)
    assert (started.returncode, err) == (130, b"")


# Files that are whole or not at all


@pytest.mark.skipif(os.name != "posix", reason="limits are others elsewhere")
def test_a_disk_that_is_full_leaves_an_older_page_as_it_is(tmp_path, article_file):
    import resource  # noqa: PLC0415 - not everywhere

    page = tmp_path / "page.html"
    page.write_text("An older page.")
    done = subprocess.run(
        [sys.executable, "-m", "newsquote", "view", article_file, "-o", page],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)),
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},  # compiled modules would be cut, too
        stderr=subprocess.PIPE,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.decode() == f"newsquote: {page}: {os.strerror(27)}\n"
    assert page.read_text() == "An older page."
    assert sorted(one.name for one in tmp_path.iterdir()) == ["article.txt", "page.html"]


@pytest.mark.skipif(os.name != "posix", reason="links and modes are others elsewhere")
def test_a_page_keeps_its_links_and_its_mode(tmp_path, article_file):
    page, link = tmp_path / "page.html", tmp_path / "link.html"
    page.write_text("An older page.")
    page.chmod(0o640)
    link.symlink_to(page)
    assert run("view", article_file, "-o", link) == 0
    assert link.is_symlink()
    assert page.read_text().startswith("<!")
    assert page.stat().st_mode & 0o777 == 0o640
    assert run("view", article_file, "-o", "/dev/null") == 0
    assert not os.path.isfile("/dev/null")  # noqa: PTH113 - as the shell asks
