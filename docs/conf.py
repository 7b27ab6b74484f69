"""How the documentation is built.

sphinx-build -n -W -b html docs docs/_build/html (and -b doctest)
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.addnodes import pending_xref

import newsquote
from newsquote.codec import schema

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"

if TYPE_CHECKING:
    from docutils.nodes import document
    from sphinx.application import Sphinx

project = "newsquote"
author = "The newsquote developers"
project_copyright = author
release = newsquote.__version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.doctest",
    "sphinx.ext.intersphinx",
    "sphinx_copybutton",
]
exclude_patterns = [
    "_build",
    "inventories",
    "explanation/reliability.md",
    "explanation/_accuracy_tables.md",
]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = f"newsquote {release}"
html_copy_source = False
copybutton_prompt_text = r">>> ?|\.\.\. ?|\$ "
copybutton_prompt_is_regexp = True
html_static_path = ["_static"]
html_css_files = ["site.css"]

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_preserve_defaults = True
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 100

# Docstrings' own examples are run by pytest, with their module's names.
doctest_test_doctest_blocks = ""
doctest_global_setup = f"import newsquote\nexamples = {str(EXAMPLES)!r}"

# The names of Python that signatures use, kept here so that building needs no network: see
# inventories/build.py.
intersphinx_mapping = {"python": ("https://docs.python.org/3", "inventories/python.inv")}

# Types of the extras' libraries, whose inventories are not kept here.
nitpick_ignore_regex = [
    ("py:class", r"((pyarrow|spacy|pyspark|pandas)\..*|DataFrame|Column|Scalar|MCPServer)")
]

OUTSIDE = {
    "date": "datetime.date",
    "datetime": "datetime.datetime",
    "Iterable": "collections.abc.Iterable",
    "Iterator": "collections.abc.Iterator",
    "Mapping": "collections.abc.Mapping",
    "Callable": "collections.abc.Callable",
    "Any": "typing.Any",
    "Literal": "typing.Literal",
    "Path": "pathlib.Path",
    "PathLike": "os.PathLike",
}


def name_in_full(app: Sphinx, doctree: document) -> None:  # noqa: ARG001 - Sphinx passes it
    """A type is written in signatures as its module imports it.

    Users find it as ``newsquote.Name``, or in Python's own documentation.
    """
    for reference in doctree.findall(pending_xref):
        if reference.get("refdomain") == "py":
            last = reference["reftarget"].rpartition(".")[2]
            if last in newsquote.__all__:
                reference["reftarget"] = f"newsquote.{last}"
            elif last in OUTSIDE:
                reference["reftarget"] = OUTSIDE[last]


def save_made(app: Sphinx, exception: Exception | None) -> None:
    """The page of an example, which a how-to page shows in a frame, and the schema.

    Both are made by what is documented.
    """
    if exception is None and app.builder.format == "html":
        folder = Path(app.outdir) / "_static"
        article = newsquote.parse((EXAMPLES / "harbour-talks.txt").read_text(encoding="utf-8"))
        newsquote.view(article).save(folder / "harbour-talks.html")
        (folder / "newsquote.schema.json").write_text(
            json.dumps(schema(), indent=1), encoding="utf-8"
        )


def setup(app: Sphinx) -> None:
    """Sphinx calls this."""
    app.connect("doctree-read", name_in_full)
    app.connect("build-finished", save_made)
