"""The code -> its two diagrams.

    python docs/diagrams.py          # writes docs/_static/*.svg
    python docs/diagrams.py --check  # says which are out of date

In: what ``parser._read`` calls, in its order, with the docstrings of the called modules; the layers in pyproject.toml. Out: ``pipeline.svg`` and
``house.svg``. Why: a diagram that somebody draws is wrong after the next change; these are read from the code, and a test holds them against it.
"""

from __future__ import annotations

import argparse
import ast
import textwrap
import tomllib
from html import escape
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "newsquote"
FOLDER = ROOT / "docs" / "_static"

WIDTH = 600
FONT = "font-family='system-ui, -apple-system, Segoe UI, Helvetica, Arial, sans-serif'"
CODE = "font-family='ui-monospace, SFMono-Regular, Menlo, Consolas, monospace'"
COLOURS = {
    "_text": "#5b6b7b",
    "_page": "#8a5a00",
    "_names": "#1f6f43",
    "_quotes": "#8b2f5f",
    "_build": "#2a5a9a",
}


class Stage(NamedTuple):
    """One step of reading."""

    module: str
    function: str
    title: str
    out: str

    @property
    def room(self) -> str:
        """The folder it is in, or the file where it has none."""
        return self.module.partition(".")[0]


def stages() -> list[Stage]:
    """What ``parser._read`` calls, a module once, in the order in which it is run."""
    tree = ast.parse((SOURCE / "parser.py").read_text(encoding="utf-8"))
    modules = _modules(tree)
    reading = next(
        node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "_read"
    )
    found: dict[str, tuple[str, bool]] = {}
    for statement in reading.body:
        outer = getattr(statement, "value", None)
        for call in _calls(statement):
            name = call.func
            if not (
                isinstance(name, ast.Attribute)
                and isinstance(name.value, ast.Name)
                and name.value.id in modules
                and name.attr.islower()
            ):
                continue  # no function of a room: a method, or a class that only carries settings
            module = modules[name.value.id]
            if module not in found or (call is outer and not found[module][1]):
                found.pop(module, None)  # what a statement is for stands where that statement is
                found[module] = (name.attr, call is outer)
    return [Stage(module, function, *_said(module)) for module, (function, _) in found.items()]


def _modules(tree: ast.Module) -> dict[str, str]:
    """The rooms' modules by the names that they have in the file."""
    found = {}
    for node in tree.body:
        if (
            isinstance(node, ast.ImportFrom)
            and node.module
            and (node.module + ".").startswith("newsquote.")
        ):
            room = node.module.removeprefix("newsquote").removeprefix(".")
            for alias in node.names:
                path = f"{room}.{alias.name}".removeprefix(".")
                if path.startswith("_") and (SOURCE / f"{path.replace('.', '/')}.py").exists():
                    found[alias.asname or alias.name] = path
    return found


def _calls(node: ast.AST) -> list[ast.Call]:
    """Calls in the order in which Python makes them: arguments first."""
    inside = [call for child in ast.iter_child_nodes(node) for call in _calls(child)]
    return [*inside, node] if isinstance(node, ast.Call) else inside


def _said(module: str) -> tuple[str, str]:
    """The first line of a module's docstring, and what it says comes out."""
    text = (
        ast.get_docstring(
            ast.parse((SOURCE / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8"))
        )
        or ""
    )
    words = " ".join(text.split()).replace("``", "")
    return text.splitlines()[0].rstrip("."), words.partition(" Out: ")[2].partition(" Why: ")[
        0
    ].rstrip(".")


def layers() -> list[list[str]]:
    """The rooms as the import contract has them, highest first."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = next(
        one for one in project["tool"]["importlinter"]["contracts"] if one["type"] == "layers"
    )
    return [[room.strip() for room in layer.split("|")] for layer in contract["layers"]]


def pipeline() -> str:
    """The stages from top to bottom."""
    drawn, y = [_word(WIDTH / 2, 26, "the text", "middle", 16, weight=600)], 40
    for stage in stages():
        lines = textwrap.wrap(f"gives: {stage.out}", 66)
        height = 62 + 19 * len(lines)
        colour = COLOURS[stage.room]
        drawn += [
            _arrow(y),
            f"<rect x='12' y='{y + 22}' width='{WIDTH - 24}' height='{height}' rx='8' fill='#fff' stroke='{colour}' stroke-width='1.5'/>",
            f"<rect x='12' y='{y + 22}' width='8' height='{height}' rx='4' fill='{colour}'/>",
            _word(34, y + 46, stage.title.replace("->", "→"), "start", 16, weight=600),
            _word(34, y + 68, f"{stage.module}.{stage.function}", "start", 13.5, colour, CODE),
            *(
                _word(34, y + 90 + 19 * n, line, "start", 14.5, "#333")
                for n, line in enumerate(lines)
            ),
        ]
        y += 22 + height
    drawn += [_arrow(y), _word(WIDTH / 2, y + 42, "the article", "middle", 16, weight=600)]
    return _svg(y + 58, "What parse() does, step by step, from the text to the article", drawn)


def house() -> str:
    """The layers, one above the other: what stands higher may import what stands lower."""
    drawn, y = [], 12
    for rooms in layers():
        width = (WIDTH - 24 - 10 * (len(rooms) - 1)) / len(rooms)
        for n, room in enumerate(rooms):
            x = 12 + n * (width + 10)
            drawn += [
                f"<rect x='{x:.1f}' y='{y}' width='{width:.1f}' height='32' rx='6' fill='#fff' stroke='{COLOURS.get(room, '#666')}' stroke-width='1.5'/>",
                _word(x + width / 2, y + 21, room, "middle", 15, COLOURS.get(room, "#222"), CODE),
            ]
        y += 40
    return _svg(y + 4, "The layers of the package, highest first", drawn)


def _word(
    x: float,
    y: float,
    text: str,
    anchor: str,
    size: float,
    fill: str = "#111",
    font: str = FONT,
    weight: int = 400,
) -> str:
    return f"<text x='{x:g}' y='{y:g}' text-anchor='{anchor}' font-size='{size:g}' font-weight='{weight}' fill='{fill}' {font}>{escape(text)}</text>"


def _arrow(y: float) -> str:
    middle = WIDTH / 2
    return f"<path d='M{middle:g} {y} v13 m-5 0 h10 l-5 7 z' fill='#666' stroke='#666' stroke-width='1.2'/>"


def _svg(height: float, title: str, drawn: list[str]) -> str:
    head = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {height:g}' width='{WIDTH}' height='{height:g}' role='img'>"
    ground = f"<rect width='{WIDTH}' height='{height:g}' rx='10' fill='#f6f7f8'/>"
    return "\n".join([head, f"<title>{escape(title)}</title>", ground, *drawn, "</svg>", ""])


DIAGRAMS = {"pipeline.svg": pipeline, "house.svg": house}


def main() -> int:
    """Write them, or say which are out of date."""
    parser = argparse.ArgumentParser(description="The code -> its diagrams.")
    parser.add_argument(
        "--check",
        action="store_true",
        help="write nothing; the exit status is 1 where one is out of date",
    )
    check = parser.parse_args().check
    stale = [
        name
        for name, draw in DIAGRAMS.items()
        if not (FOLDER / name).exists() or (FOLDER / name).read_text(encoding="utf-8") != draw()
    ]
    for name in stale:
        print(f"{name} is out of date" if check else f"{name} is written")
        if not check:
            (FOLDER / name).write_text(DIAGRAMS[name](), encoding="utf-8")
    return 1 if check and stale else 0


if __name__ == "__main__":
    raise SystemExit(main())
