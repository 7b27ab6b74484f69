"""The documentation holds what it must.

The reference names everything that is public, the tutorial runs as printed, links and paths lead
somewhere, diagrams are the code's.
"""

import argparse
import contextlib
import doctest
import importlib.util
import json
import re
import shlex
import shutil
import tomllib
from pathlib import Path

import attrs
import pytest

import newsquote
from newsquote import cli, kinds
from newsquote.cli.arguments import build_parser

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference"
PAGES = sorted(
    path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md") if "_build" not in path.parts
)
VOCABULARIES = [getattr(newsquote, name) for name in kinds.__all__]


def read(path):
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", newsquote.__all__)
def test_every_public_name_is_in_the_reference(name):
    assert re.search(
        rf"newsquote\.{name}\b", read(REFERENCE / "api.md") + read(REFERENCE / "vocabularies.md")
    )


def keys(value):
    """Every key of a JSON value."""
    if isinstance(value, dict):
        for key, inside in value.items():
            yield key
            yield from keys(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from keys(inside)


def test_every_field_of_the_json_form_is_in_its_page():
    page = read(REFERENCE / "json.md")
    written = newsquote.to_dict(
        newsquote.parse(
            'Mill to close\n\nNORVALE (AP) — "It is over," said Mayor Ann Lee.\n\n'
            "Related:\n- Floods hit valley"
        )
    )
    fields = {
        field.name
        for name in newsquote.__all__
        if attrs.has(cls := getattr(newsquote, name))
        for field in attrs.fields(cls)
    }
    assert set(keys(written)) <= fields | {
        "schema_version",
        "paragraphs",
        "text",
        "body",
        "fingerprint",
    }
    assert [
        key
        for key in sorted(set(keys(written)))
        if f"`{key}`" not in page and not key.endswith("_span")
    ] == []


def commands():
    """The parser of every sub-command by its name."""
    actions = build_parser()._actions
    return next(
        action.choices for action in actions if isinstance(action, argparse._SubParsersAction)
    )


@pytest.mark.parametrize("command", ["", *commands()])
def test_every_command_and_option_is_in_the_page_of_the_command_line(command, capsys):
    page = read(REFERENCE / "cli.md")
    assert cli.main([*command.split(), "--help"]) == 0
    options = set(re.findall(r"(?<![\w-])--[a-z-]+", capsys.readouterr().out))
    assert "--help" in options
    assert [option for option in sorted(options) if option not in page] == []
    assert not command or f"## `newsquote {command}" in page


def test_the_page_of_the_command_line_has_no_command_that_is_gone():
    assert set(re.findall(r"newsquote ([a-z]+)", read(REFERENCE / "cli.md"))) == set(commands())


def test_every_format_is_in_the_page_on_exporting():
    page = read(DOCS / "howto" / "exporting.md")
    formats = next(
        action.choices
        for action in commands()["parse"]._actions
        if "--format" in action.option_strings
    )
    assert len(formats) > 10
    assert [name for name in formats if f"`{name}`" not in page] == []


def rows(vocabulary):
    """The words that the page gives a vocabulary, each with its meaning."""
    section = re.search(
        rf"^## {vocabulary.__name__}$(.*?)(?=^## |\Z)",
        read(REFERENCE / "vocabularies.md"),
        re.MULTILINE | re.DOTALL,
    )
    assert section, f"{vocabulary.__name__} has no section"
    return re.findall(r"^\| `([^`]+)` \| (.+) \|$", section[1], re.MULTILINE)


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda found: found.__name__)
def test_every_word_of_a_vocabulary_has_a_meaning(vocabulary):
    assert sorted(word for word, _ in rows(vocabulary)) == sorted(
        member.value for member in vocabulary
    )


def test_every_vocabulary_is_public():
    assert set(kinds.__all__) <= set(newsquote.__all__)


def blocks(page, kind):
    """The fenced blocks of one kind in a page."""
    return re.findall(
        rf"^```{re.escape(kind)}\n(.*?)^```$", read(DOCS / page), re.MULTILINE | re.DOTALL
    )


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder with the articles that the tutorial gives."""
    (tmp_path / "articles").mkdir()
    given = re.findall(r"\{download\}`(\S+) <(\S+)>`", read(DOCS / "tutorial.md"))
    assert len(given) == 3
    for name, source in given:
        shutil.copy(DOCS / source, tmp_path / "articles" / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_the_tutorials_python_runs_as_printed_with_nothing_given():
    typed = doctest.DocTestParser().get_doctest(
        "\n".join(blocks("tutorial.md", "{doctest}")), {}, "tutorial", "tutorial.md", 0
    )
    printed = []
    result = doctest.DocTestRunner().run(typed, out=printed.append)
    assert result.attempted > 20
    assert result.failed == 0, "".join(printed)


def test_the_tutorials_commands_print_what_it_shows(folder, capsys):
    run = 0
    for block in blocks("tutorial.md", "console"):
        for command, shown in re.findall(
            r"^\$ newsquote (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE
        ):
            line, _, target = command.partition(" > ")
            with contextlib.chdir(folder):
                assert cli.main(shlex.split(line)) == 0
            printed = capsys.readouterr().out
            run += 1
            if shown:
                assert printed.splitlines() == shown.splitlines()
            if target:
                assert printed
    assert run > 3


@pytest.mark.parametrize("name", ["pipeline.svg", "house.svg"])
def test_a_diagram_is_what_the_code_says(name):
    spec = importlib.util.spec_from_file_location("diagrams", DOCS / "diagrams.py")
    diagrams = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(diagrams)
    assert read(DOCS / "_static" / name) == diagrams.DIAGRAMS[name](), "run python docs/diagrams.py"


def test_every_page_is_in_the_index():
    listed = re.findall(r"^[a-z/-]+$", "\n".join(blocks("index.md", "{toctree}")), re.MULTILINE)
    assert {f"{name}.md" for name in listed} == set(PAGES) - {
        "index.md",
        "explanation/reliability.md",
        "explanation/_accuracy_tables.md",
    }  # included by others


@pytest.mark.parametrize("page", ["README.md", *(f"docs/{name}" for name in PAGES)])
def test_every_link_to_a_file_leads_somewhere(page):
    targets = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", read(ROOT / page))
    assert [
        one
        for one in targets
        if "://" not in one and not (ROOT / page).parent.joinpath(one).exists()
    ] == []


REPOSITORY = re.compile(
    r"https://(?:github\.com/newsquote/newsquote/blob|raw\.githubusercontent\.com/newsquote/newsquote)"
    r"/main/([^#\s]+)"
)


def test_every_link_of_the_readme_leads_somewhere_from_any_page_that_shows_it():
    """The package index shows README.md, and has none of the files beside it."""
    text = read(ROOT / "README.md")
    targets = re.findall(r"\]\(([^)\s]+)\)|(?:src|href)=[\"']([^\"']+)", text)
    links = [link or other for link, other in targets]
    assert len(links) > 20
    assert [link for link in links if not link.startswith(("https://", "#"))] == []
    own = [found[1] for link in links if (found := REPOSITORY.match(link))]
    assert [name for name in own if not (ROOT / name).is_file()] == []
    assert any(name.endswith(".png") for name in own)
    pictures = re.findall(r"!\[[^\]]*\]\(([^)\s]+)\)", text)
    assert [link for link in pictures if "/blob/" in link] == []  # that is a page about the picture


def test_packages_are_built_by_one_release_of_their_builder():
    """Others write other bytes."""
    settings = tomllib.loads(read(ROOT / "pyproject.toml"))
    assert all("==" in one for one in settings["build-system"]["requires"])


def paths(page):
    """What a page of the project names between backticks that looks like a path.

    The sources as they are handed on have no ``.ci`` and no ``.github``.
    """
    named = set(re.findall(r"(?<!`)`([\w.*-]+/[\w.*/-]*)`(?!`)", read(ROOT / page)))
    return sorted(
        one for one in named if not one.startswith(".") or (ROOT / one.partition("/")[0]).is_dir()
    )


PACKAGE = ROOT / "src" / "newsquote"


@pytest.mark.parametrize("path", paths("CONTRIBUTING.md"))
def test_every_path_for_contributors_leads_somewhere(path):
    """Parts of the package and lists of words may be named from where they are."""
    assert [*ROOT.glob(path), *PACKAGE.glob(path), *(PACKAGE / "lang" / "en").glob(path)]


def test_every_commonest_error_has_a_file_to_open_and_one_for_a_case():
    section = read(ROOT / "CONTRIBUTING.md").partition("## Where is ...?")[2].partition("\n## ")[0]
    table = [line.split("|")[1:-1] for line in section.splitlines() if line.startswith("| ")][1:]
    assert len(table) > 12
    for wrong, look, case in table:
        assert wrong.strip()
        assert "`" in look or "#" in look, wrong
        assert "`tests/" in case, wrong


def test_every_term_of_the_pages_is_in_the_glossary():
    terms = set(
        re.findall(r"^([a-z]\S.*)$", "".join(blocks("glossary.md", "{glossary}")), re.MULTILINE)
    )
    used = {
        match[2] or match[1].strip()
        for page in PAGES
        for match in re.finditer(r"\{term\}`([^`<]+)(?:<([^`>]+)>)?`", read(DOCS / page))
    }
    assert len(used) > 10
    assert used <= terms


def test_the_readme_has_exactly_two_shell_commands():
    found = re.findall(
        r"^```(?:sh|bash|shell)\n(.*?)^```$", read(ROOT / "README.md"), re.MULTILINE | re.DOTALL
    )
    assert len(found) == 2
    assert [len(block.splitlines()) for block in found] == [1, 1]


@pytest.mark.parametrize("task", ["speech", "direct"])
def test_the_comparison_has_the_landed_scores(task):
    counts = json.loads(read(ROOT / "evaluation" / "landed.json"))["counts"]["polnear"][
        f"quotes default {task} attributed"
    ]
    right, given, wanted = (sum(column) for column in zip(*counts, strict=True))
    score = f"{200 * right / (given + wanted):.1f}"
    row = re.search(
        r"^\| newsquote \|(.*)\|$", read(DOCS / "explanation" / "other-tools.md"), re.MULTILINE
    )[1].split("|")
    assert row[1 if task == "speech" else 3].strip() == score
    named = {
        "speech": "speech found and rightly attributed",
        "direct": "direct quotes found and rightly attributed",
    }[task]
    assert f"| {named}, F1 | {score} |" in read(ROOT / "README.md")


def test_the_changelog_knows_the_version():
    changes = read(ROOT / "CHANGELOG.md")
    assert "## [Unreleased]" in changes
    released = re.findall(r"^## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d\d-\d\d)$", changes, re.MULTILINE)
    assert released[0][0] == newsquote.__version__
    assert [day for _, day in released] == sorted((day for _, day in released), reverse=True)
    sections = re.findall(r"^### (.+)$", changes, re.MULTILINE)
    assert set(sections) <= {
        "Added",
        "Changed",
        "Deprecated",
        "Removed",
        "Fixed",
        "Security",
        "Results",
    }  # Keep a Changelog, and ours


def test_the_citation_is_of_this_version():
    citation = read(ROOT / "CITATION.cff")
    day = re.search(
        rf"^## \[{re.escape(newsquote.__version__)}\] - (.+)$",
        read(ROOT / "CHANGELOG.md"),
        re.MULTILINE,
    )[1]
    assert f'version: "{newsquote.__version__}"' in citation
    assert f'date-released: "{day}"' in citation


def test_the_project_has_one_address():
    urls = tomllib.loads(read(ROOT / "pyproject.toml"))["project"]["urls"]
    home = urls["Homepage"]
    assert all(url.startswith(home) for url in urls.values())
    assert f'repository-code: "{home}"' in read(ROOT / "CITATION.cff")
    ours = re.findall(r"https://github\.com/newsquote/[\w-]+", read(ROOT / "CHANGELOG.md"))
    assert set(ours) == {home}


def test_the_table_of_accuracy_is_of_this_version_and_of_these_data():
    tables = read(ROOT / "docs" / "explanation" / "_accuracy_tables.md")
    digest = json.loads(read(ROOT / "evaluation" / "landed.json"))["digest"]
    assert f"newsquote {newsquote.__version__}, data with the digest `{digest[:16]}`" in tables


@pytest.mark.parametrize(
    ("measure", "label"),
    [
        ("quotes default speech attributed", "speech, by default: attributed"),
        ("quotes default direct attributed", "quoted fragments, by default: attributed"),
        ("quotes with thoughts all attributed", "everything, with thoughts: attributed"),
    ],
)
def test_the_table_of_accuracy_has_the_landed_scores(measure, label):
    counts = json.loads(read(ROOT / "evaluation" / "landed.json"))["counts"]["polnear"][measure]
    right, given, wanted = (sum(column) for column in zip(*counts, strict=True))
    row = re.search(
        rf"^\| {re.escape(label)} \| ([\d.]+) \(.* \| (.*) \|$",
        read(DOCS / "explanation" / "_accuracy_tables.md"),
        re.MULTILINE,
    )
    assert row.groups() == (
        f"{200 * right / (given + wanted):.1f}",
        f"{right} / {given} / {wanted}",
    ), "run python evaluation/accuracy.py --write"
