"""Importing is cheap: what is heavy is loaded on first need, in a fresh process."""

import functools
import subprocess
import sys

import pytest

HEAVY = ("dateparser", "importlib.resources", "json", "multiprocessing")


@functools.cache
def loaded(code):
    """The names of the modules that a fresh interpreter has after some code."""
    shown = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint('\\n'.join(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(shown.stdout.splitlines())


@pytest.fixture(scope="module")
def before():
    """What is there without newsquote: a site's own start-up files may load anything."""
    return loaded("")


@pytest.mark.parametrize(
    "code",
    ["import newsquote", "import newsquote.parser", "from newsquote import *"],
    ids=["package", "parser", "names"],
)
@pytest.mark.parametrize("module", HEAVY)
def test_heavy_modules_wait_until_they_are_needed(code, module, before):
    assert module not in loaded(code) - before


def test_importing_the_package_loads_no_room(before):
    rooms = {name for name in loaded("import newsquote") - before if name.startswith("newsquote")}
    assert rooms == {"newsquote", "newsquote._version", "newsquote.verify"}


def test_a_text_without_dates_is_read_without_dateparser(before):
    assert (
        "dateparser"
        not in loaded("""import newsquote; newsquote.parse('"It is over," said Mayor Ann Lee.')""")
        - before
    )


def test_the_scores_are_loaded_by_their_command_alone(before):
    import_all = "import newsquote.cli, newsquote.parser, newsquote.codec"
    assert not [
        name for name in loaded(import_all) - before if name.startswith("newsquote._scoring")
    ]


def test_the_scores_need_the_standard_library_alone(before):
    new = (
        loaded(
            "import newsquote._scoring.evaluation, newsquote._scoring.lines, newsquote._scoring.table"
        )
        - before
    )
    assert not new & {
        "attr",
        "attrs",
        "regex",
        "dateparser",
        "newsquote.models",
        "newsquote.parser",
    }
