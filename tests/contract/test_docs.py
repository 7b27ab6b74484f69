"""The reference names everything that is public: every name, every field of the JSON form, every option of the command line."""

import json
import re
import tomllib
from pathlib import Path

import attrs
import pytest

import newsquote
from newsquote import cli, kinds

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "docs" / "reference"


def read(path):
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", newsquote.__all__)
def test_every_public_name_is_in_the_reference(name):
    assert re.search(rf"newsquote\.{name}\b", read(REFERENCE / "api.md") + read(REFERENCE / "vocabularies.md"))


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
        newsquote.parse('Mill to close\n\nNORVALE (AP) — "It is over," said Mayor Ann Lee.\n\nRelated:\n- Floods hit valley')
    )
    fields = {field.name for name in newsquote.__all__ if attrs.has(cls := getattr(newsquote, name)) for field in attrs.fields(cls)}
    assert set(keys(written)) <= fields | {"schema_version", "paragraphs", "text", "body", "fingerprint"}
    assert [key for key in sorted(set(keys(written))) if f"`{key}`" not in page and not key.endswith("_span")] == []


def test_every_option_of_the_command_line_is_in_its_page(capsys):
    page = read(REFERENCE / "cli.md")
    for command in ([], ["parse"], ["batch"], ["verify"], ["sources"], ["view"], ["evaluate"]):
        assert cli.main([*command, "--help"]) == 0
        options = set(re.findall(r"--[a-z-]+", capsys.readouterr().out))
        assert len(options) > 1
        assert [option for option in sorted(options) if option not in page] == []


def test_every_vocabulary_is_public():
    assert set(kinds.__all__) <= set(newsquote.__all__)


def test_the_readme_has_exactly_two_shell_commands():
    found = re.findall(r"^```(?:sh|bash|shell)\n(.*?)^```$", read(ROOT / "README.md"), re.MULTILINE | re.DOTALL)
    assert len(found) == 2
    assert [len(block.splitlines()) for block in found] == [1, 1]


def test_the_changelog_knows_the_version():
    changes = read(ROOT / "CHANGELOG.md")
    assert "## [Unreleased]" in changes
    released = re.findall(r"^## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d\d-\d\d)$", changes, re.MULTILINE)
    assert released[0][0] == newsquote.__version__
    assert [day for _, day in released] == sorted((day for _, day in released), reverse=True)
    sections = re.findall(r"^### (.+)$", changes, re.MULTILINE)
    assert set(sections) <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security", "Results"}  # Keep a Changelog, and ours


def test_the_citation_is_of_this_version():
    citation = read(ROOT / "CITATION.cff")
    day = re.search(rf"^## \[{re.escape(newsquote.__version__)}\] - (.+)$", read(ROOT / "CHANGELOG.md"), re.MULTILINE)[1]
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
