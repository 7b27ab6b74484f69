"""The reference names everything that is public: every name, every field of the JSON form, every option of the command line."""

import re
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
    assert "## [Unreleased]" in read(ROOT / "CHANGELOG.md")
