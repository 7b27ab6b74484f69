"""The command ``newsquote explain``: a quote, a speaker or a line, and why it was read so."""

import json

import pytest

import newsquote
from newsquote import cli

STORY = """Mill to close in May

"It is over," said Mayor Ann Lee. Workers had hoped for more.

"No more," someone wrote. "We fought," said Bo Ek. Lee said that talks "had failed".

- Floods hit valley
"""


@pytest.fixture
def article_file(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture
def explained(article_file, capsys):
    def explain(*arguments):
        assert cli.main(["explain", str(article_file), *arguments]) == 0
        out, err = capsys.readouterr()
        assert err == ""
        return out

    return explain


@pytest.fixture
def refused(article_file, capsys):
    def refuse(*arguments):
        assert cli.main(["explain", str(article_file), *arguments]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err.startswith("newsquote: ")
        assert err.count("\n") == 1
        return err

    return refuse


def test_a_quote_is_printed_with_its_speaker_and_its_evidence(explained):
    lines = explained("--quote", "1").splitlines()
    assert lines[:6] == [
        "Quote",
        '  "It is over,"',
        '    [direct, speech, cue "said"]',
        "Speaker",
        "  Ann Lee, Mayor (person)",
        "Evidence for the quote",
    ]
    article = newsquote.parse(STORY)
    explanation = newsquote.explain(STORY, article.quotes[0].span)
    assert lines[6:] == [
        *(f"  {line}" for line in explanation.evidence),
        "Evidence for the speaker",
        *(f"  {line}" for line in explanation.speaker_evidence),
    ]
    assert len(explanation.evidence) > 1
    assert explanation.speaker_evidence


def test_quotes_are_counted_as_the_report_prints_them(explained, article_file, capsys):
    assert cli.main(["parse", str(article_file)]) == 0
    report = capsys.readouterr().out.splitlines()
    quotes = [line for line in report if line.startswith("  ") and report[report.index(line) + 1 :]]
    printed = [line for line in quotes if report[report.index(line) + 1].startswith("    [")]
    count = len(newsquote.parse(STORY).quotes)
    assert len(printed) == count > 2
    for number, line in enumerate(printed, 1):
        assert explained("--quote", str(number)).splitlines()[1] == line


def test_a_quote_whose_speaker_is_not_known_says_so(capsys, tmp_path):
    path = tmp_path / "article.txt"
    path.write_text('It was said: "The mill will close in May, and nobody knows why."\n')
    article = newsquote.parse(path.read_text())
    assert [quote.speaker for quote in article.quotes] == [None]
    assert cli.main(["explain", str(path), "--quote", "1"]) == 0
    assert "Speaker\n  unknown\n" in capsys.readouterr().out


def test_a_speaker_is_printed_with_the_lines_that_mention_it(explained):
    lines = explained("--speaker", "1").splitlines()
    assert lines[:4] == ["Speaker", "  Ann Lee, Mayor (person)", "Mentions", "  line 3: Ann Lee"]
    assert "  line 5: Lee" in lines
    assert "Evidence for the speaker" in lines
    assert any("“Lee” at" in line and "a part or another form of a name" in line for line in lines)


@pytest.mark.parametrize(
    ("number", "text", "role", "judge"),
    [
        ("1", "Mill to close in May", "headline", "It is the best line above the running text"),
        ("2", "(blank)", "none: a blank line is in no block", None),
        ("7", "- Floods hit valley", "related", "It belongs to a list of other stories."),
    ],
)
def test_a_line_is_printed_with_its_role_and_who_decided(explained, number, text, role, judge):
    lines = explained("--line", number).splitlines()
    assert lines[:4] == ["Line", f"  {text}", "Role", f"  {role}"]
    if judge is None:
        assert len(lines) == 4
    else:
        assert lines[4] == "Evidence for the role"
        assert lines[5].startswith(f"  {role}: {judge}")


def test_every_line_has_the_role_of_its_block(explained):
    article = newsquote.parse(STORY)
    for number, line in enumerate(STORY.splitlines(), 1):
        if line.strip():
            (role,) = (block.role.value for block in article.blocks if line in block.text)
            assert explained("--line", str(number)).splitlines()[3] == f"  {role}"


@pytest.mark.parametrize("which", ["--quote", "--speaker", "--line"])
def test_as_json_an_explanation_has_its_fields_in_the_json_form(explained, which):
    printed = explained(which, "1", "--format", "json")
    assert printed.isascii()
    assert printed.count("\n") == 1
    found, form = json.loads(printed), newsquote.to_dict(newsquote.parse(STORY))
    assert list(found) == [
        "span",
        "quote",
        "rejected",
        "evidence",
        "speaker",
        "speaker_evidence",
        "block",
        "block_evidence",
    ]
    expected = {
        "--quote": {"quote": form["quotes"][0], "speaker": form["speakers"][0]},
        "--speaker": {"quote": None, "speaker": form["speakers"][0], "block": None},
        "--line": {"quote": None, "speaker": None, "block": form["blocks"][0]},
    }
    assert found.items() >= expected[which].items()
    assert bool(found["evidence"]) is (which == "--quote")


def test_the_options_of_reading_are_taken(explained):
    assert "chosen by the model" in explained("--quote", "1")
    assert "chosen by the model" not in explained("--quote", "1", "--no-model")


@pytest.mark.parametrize(
    ("which", "number", "said"),
    [
        ("--quote", "99", "there is no quote 99: the article has 4 quotes"),
        ("--speaker", "99", "there is no speaker 99: the article has 3 speakers"),
        ("--line", "8", "there is no line 8: the article has 7 lines"),
    ],
)
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_number_that_does_not_exist_is_status_2(refused, which, number, said, form):
    assert said in refused(which, number, "--format", form)


@pytest.mark.parametrize(("count", "said"), [(0, "no quotes"), (1, "1 quote")])
def test_a_refusal_counts_what_there_is(capsys, tmp_path, count, said):
    path = tmp_path / "article.txt"
    path.write_text('"It is over," said Ann Lee.\n' * count)
    assert cli.main(["explain", str(path), "--quote", "7"]) == 2
    assert capsys.readouterr().err == (f"newsquote: there is no quote 7: the article has {said}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--quote", "0"),
        ("--quote", "-1"),
        ("--line", "one"),
        ("--quote", "1", "--line", "1"),
        ("--speaker",),
    ],
)
def test_exactly_one_number_of_at_least_1_is_asked_for(refused, arguments):
    refused(*arguments)


def test_control_characters_of_the_text_do_not_reach_the_terminal(capsys, tmp_path):
    path = tmp_path / "article.txt"
    path.write_text('"It is \x1b[31mover," said Mayor Ann\x9b Lee.\n', encoding="utf-8")
    for which in ("--quote", "--line"):
        assert cli.main(["explain", str(path), which, "1"]) == 0
        assert not {"\x1b", "\x9b"} & set(capsys.readouterr().out)
