"""The code -> its two diagrams.

    python docs/diagrams.py          # writes docs/_static/*.svg
    python docs/diagrams.py --check  # says which are out of date

In: the calls that ``parse`` makes in the pipeline, in their order, with the docstrings of the
called modules; the layers in pyproject.toml. Out: ``pipeline.svg`` and ``house.svg``. Why: a
diagram that somebody draws is wrong after the next change; these are read from the code, and a test
holds them against it. Beside ``parse`` no function is named here: whoever renames one draws again.
"""

from __future__ import annotations

import argparse
import ast
import textwrap
import tomllib
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "newsquote"
FOLDER = ROOT / "docs" / "_static"

READER = ("parser", "parse")
"""The module and the function with which reading begins."""
PIPELINE = "_pipeline"
"""The module that calls the rooms."""

WIDTH = 600
"""Of a drawing, in pixels, as all numbers below."""
MARGIN = 12
GAP = 22
"""Between two boxes: an arrow stands there."""
LINE = 19
"""From one line of a text to the next."""
TITLE_LETTERS = 58
OUT_LETTERS = 66
"""Letters that fit on a line of a box."""
LAYER_HEIGHT = 32

SANS = "system-ui, -apple-system, Segoe UI, Helvetica, Arial, sans-serif"
MONOSPACED = "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace"
COLOURS = {
    "_text": "#5b6b7b",
    "_page": "#8a5a00",
    "_names": "#1f6f43",
    "_quotes": "#8b2f5f",
    "_build": "#2a5a9a",
}
GREY = "#666"


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


class Entry(NamedTuple):
    """A function that is called, and whether its statement is there for this call."""

    module: str
    function: str
    outermost: bool


def stages() -> list[Stage]:
    """What reading an article calls in the rooms, a module once, in the order of the calls.

    :raises ValueError: if ``parse`` calls no pipeline, or a module does not say what comes out.
    """
    name, function = READER
    begun = (
        entry for entry in _entries(_tree(name), function) if entry.module.startswith(PIPELINE)
    )
    start = next(begun, None)
    if start is None:
        msg = f"{name}.{function} calls nothing in {PIPELINE}"
        raise ValueError(msg)
    found: dict[str, Entry] = {}
    for entry in _entries(_tree(start.module), start.function):
        known = found.get(entry.module)
        if known is None or (entry.outermost and not known.outermost):
            found.pop(entry.module, None)  # it stands where the statement for it stands
            found[entry.module] = entry
    return [Stage(one.module, one.function, *_said(one.module)) for one in found.values()]


def _entries(tree: ast.Module, function: str) -> Iterator[Entry]:
    """The rooms' functions that a function calls, itself or through others of its file."""
    modules, functions = _imported(tree)
    own = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    for call, outermost in _calls(own.pop(function)):
        match call.func:
            case ast.Attribute(value=ast.Name(id=module), attr=name) if module in modules:
                if name.islower():  # else a class, which only carries something
                    yield Entry(modules[module], name, outermost)
            case ast.Name(id=name) if name in functions:
                yield Entry(*functions[name], outermost)
            case ast.Name(id=name) if name in own:
                rest = ast.Module([*own.values(), *_imports(tree)], [])
                yield from _entries(rest, name)


def _calls(function: ast.FunctionDef) -> Iterator[tuple[ast.Call, bool]]:
    """Calls in the order in which Python makes them, and whether a statement is for them.

    What a ``with`` statement opens only surrounds the work.
    """
    surrounding = {
        id(item.context_expr)
        for node in ast.walk(function)
        if isinstance(node, ast.With)
        for item in node.items
    }
    outermost = {
        id(node.value)
        for node in ast.walk(function)
        if isinstance(node, (ast.Assign, ast.AnnAssign, ast.Expr, ast.Return))
    }
    for statement in function.body:
        for call in _inside(statement):
            if id(call) not in surrounding:
                yield call, id(call) in outermost


def _inside(node: ast.AST) -> Iterator[ast.Call]:
    """Calls in a piece of code: arguments first."""
    for child in ast.iter_child_nodes(node):
        yield from _inside(child)
    if isinstance(node, ast.Call):
        yield node


def _imports(tree: ast.Module) -> list[ast.ImportFrom]:
    return [node for node in tree.body if isinstance(node, ast.ImportFrom)]


def _imported(tree: ast.Module) -> tuple[dict[str, str], dict[str, tuple[str, str]]]:
    """The private modules of the package, and functions of these, by their names in a file."""
    modules: dict[str, str] = {}
    functions: dict[str, tuple[str, str]] = {}
    for node in _imports(tree):
        package, _, room = (node.module or "").partition(".")
        if package != "newsquote":
            continue
        for alias in node.names:
            name = alias.asname or alias.name
            path = f"{room}.{alias.name}".removeprefix(".")
            if not path.startswith("_"):
                continue
            if _file(path):
                modules[name] = path
            elif alias.name.islower():
                functions[name] = room, alias.name
    return modules, functions


def _file(module: str) -> Path | None:
    """The file of a module or a package, if there is one."""
    path = SOURCE / module.replace(".", "/")
    return next(
        (one for one in (path.with_suffix(".py"), path / "__init__.py") if one.exists()),
        None,
    )


def _tree(module: str) -> ast.Module:
    file = _file(module)
    if file is None:
        msg = f"there is no module {module}"
        raise ValueError(msg)
    return ast.parse(file.read_text(encoding="utf-8"))


def _said(module: str) -> tuple[str, str]:
    """The first line of a module's docstring, and what it says comes out."""
    text = ast.get_docstring(_tree(module)) or ""
    words = " ".join(text.split()).replace("``", "")
    out = words.partition(" Out: ")[2].partition(" Why: ")[0].rstrip(".")
    if not out:
        msg = f'the docstring of {module} has no "Out: ... Why: ..."'
        raise ValueError(msg)
    return text.splitlines()[0].rstrip("."), out


def layers() -> list[list[str]]:
    """The rooms as the import contract has them, highest first."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = next(
        one for one in project["tool"]["importlinter"]["contracts"] if one["type"] == "layers"
    )
    return [[room.strip() for room in layer.split("|")] for layer in contract["layers"]]


class Letters(NamedTuple):
    """What a text looks like."""

    size: float
    fill: str = "#111"
    font: str = SANS
    weight: int = 400
    anchor: str = "start"


def pipeline() -> str:
    """The stages from top to bottom."""
    end = Letters(16, weight=600, anchor="middle")
    drawn, y = [_text(WIDTH / 2, 26, "the text", end)], 40
    for stage in stages():
        box, height = _stage(stage, y + GAP)
        drawn += [_arrow(y), *box]
        y += GAP + height
    drawn += [_arrow(y), _text(WIDTH / 2, y + 42, "the article", end)]
    return _svg(y + 58, "What parse() does, step by step, from the text to the article", drawn)


def _stage(stage: Stage, top: int) -> tuple[list[str], int]:
    """The box of a stage, and how high it is."""
    colour = COLOURS.get(stage.room, GREY)
    rows = [
        (line, Letters(16, weight=600))
        for line in textwrap.wrap(stage.title.replace("->", "→"), TITLE_LETTERS)
    ]
    rows.append((f"{stage.module}.{stage.function}", Letters(13.5, colour, MONOSPACED)))
    rows += [
        (line, Letters(14.5, "#333")) for line in textwrap.wrap(f"gives: {stage.out}", OUT_LETTERS)
    ]
    height = 24 + (LINE + 1) * len(rows)
    frame = f"height='{height}' rx='8' fill='#fff' stroke='{colour}' stroke-width='1.5'"
    box = [
        f"<rect x='{MARGIN}' y='{top}' width='{WIDTH - 2 * MARGIN}' {frame}/>",
        f"<rect x='{MARGIN}' y='{top}' width='8' height='{height}' rx='4' fill='{colour}'/>",
    ]
    for n, (line, letters) in enumerate(rows):
        box.append(_text(MARGIN + GAP, top + 25 + (LINE + 1) * n, line, letters))
    return box, height


def house() -> str:
    """The layers, one above the other: what stands higher may import what stands lower."""
    drawn, y = [], MARGIN
    for rooms in layers():
        width = (WIDTH - 2 * MARGIN - 10 * (len(rooms) - 1)) / len(rooms)
        for n, room in enumerate(rooms):
            x = MARGIN + n * (width + 10)
            line = f"stroke='{COLOURS.get(room, GREY)}' stroke-width='1.5'"
            frame = f"height='{LAYER_HEIGHT}' rx='6' fill='#fff' {line}"
            letters = Letters(15, COLOURS.get(room, "#222"), MONOSPACED, anchor="middle")
            drawn += [
                f"<rect x='{x:.1f}' y='{y}' width='{width:.1f}' {frame}/>",
                _text(x + width / 2, y + 21, room, letters),
            ]
        y += LAYER_HEIGHT + 8
    return _svg(y + 4, "The layers of the package, highest first", drawn)


def _text(x: float, y: float, text: str, letters: Letters) -> str:
    size, fill, font, weight, anchor = letters
    look = f"font-size='{size:g}' font-weight='{weight}' fill='{fill}' font-family='{font}'"
    return f"<text x='{x:g}' y='{y:g}' text-anchor='{anchor}' {look}>{escape(text)}</text>"


def _arrow(y: float) -> str:
    shape = f"M{WIDTH / 2:g} {y} v13 m-5 0 h10 l-5 7 z"
    return f"<path d='{shape}' fill='{GREY}' stroke='{GREY}' stroke-width='1.2'/>"


def _svg(height: float, title: str, drawn: list[str]) -> str:
    size = f"viewBox='0 0 {WIDTH} {height:g}' width='{WIDTH}' height='{height:g}'"
    head = f"<svg xmlns='http://www.w3.org/2000/svg' {size} role='img'>"
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
