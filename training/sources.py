"""SOURCES.md of a language, from the heads of its lists.

    python training/sources.py             # status 1, and what is wrong, if one is not up to date
    python training/sources.py --write     # after a list came, went, or got another head

In: the lists below ``src/newsquote/lang``, each with a head that a person wrote. Out: the table in
the language's SOURCES.md, between two marks; what stands around it is left as it is. Why: what a
list says of itself and what is said of it elsewhere cannot drift apart, and two people who add a
list each need not edit one table. Standard library only: it also works where newsquote cannot be
imported.

A head is the list's first lines, in this order; a field goes on in lines that begin "#   ":

    # Holds: what is in the list
    # Columns: what each column is, parted by ";", with "(optional)" behind one that may be missing
    # Notes: what else its readers should know (only where there is something)
    # Source: where the entries are from
    # Licence: under which licence they may be used
"""

import argparse
import re
import sys
from pathlib import Path

LANG = Path(__file__).resolve().parents[1] / "src" / "newsquote" / "lang"
FOLDERS = ("words", "phrases")
FIELDS = ("Holds", "Columns", "Notes", "Source", "Licence")
NEEDED = ("Holds", "Columns", "Source", "Licence")
BEGIN = "<!-- made by training/sources.py from the heads of the lists -->"
END = "<!-- end of what is made -->"

_FIELD = re.compile(r"# (?P<name>[A-Z][a-z]+): (?P<said>\S.*)")
_MORE = "#   "


class HeadError(ValueError):
    """A list's head does not say what it should."""


def head_of(text):
    """The fields of a list's head, by name; HeadError where it is not complete or not in order."""
    fields = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        if line.startswith(_MORE) and fields:
            last = next(reversed(fields))
            fields[last] += f" {line.removeprefix(_MORE).strip()}"
            continue
        field = _FIELD.fullmatch(line)
        if field is None or field["name"] not in FIELDS or field["name"] in fields:
            msg = f"no field of a head, or a second one: {line!r}"
            raise HeadError(msg)
        fields[field["name"]] = field["said"]
    missing = [name for name in NEEDED if name not in fields]
    if missing:
        msg = f"it does not say its {', '.join(missing)}"
        raise HeadError(msg)
    if list(fields) != [name for name in FIELDS if name in fields]:
        msg = f"its fields stand in the order {', '.join(fields)}"
        raise HeadError(msg)
    return fields


def lists(language):
    """The paths of a language's lists, by folder and name."""
    return [path for folder in FOLDERS for path in sorted((language / folder).glob("*.txt"))]


def table(language):
    """The table of a language's lists in Markdown, with a section for each folder."""
    lines = []
    for folder in FOLDERS:
        rows = [row(path) for path in lists(language) if path.parent.name == folder]
        lines += ["", f"### {folder}", "", "| list | what it holds | columns | source | licence |"]
        lines += ["|---|---|---|---|---|", *rows]
    return "\n".join([*lines[1:], ""])


def row(path):
    """The row of a list in the table."""
    try:
        head = head_of(path.read_text(encoding="utf-8"))
    except HeadError as error:
        msg = f"{path.relative_to(LANG)}: {error}"
        raise HeadError(msg) from None
    cells = [f"`{path.name}`", *(head[name] for name in NEEDED)]
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"


def renewed(text, made):
    """A language's SOURCES.md with another table."""
    before, begin, rest = text.partition(BEGIN)
    _, end, behind = rest.partition(END)
    if not begin or not end:
        msg = f"SOURCES.md has lost its marks: {BEGIN} and {END}"
        raise HeadError(msg)
    return f"{before}{BEGIN}\n\n{made}\n{END}{behind}"


def main():
    """Print or write the tables that are not up to date; exit status 1 where one is not."""
    ap = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    ap.add_argument("--write", action="store_true", help="write the files that are not up to date")
    write = ap.parse_args().write
    stale = 0
    for path in sorted(LANG.glob("*/SOURCES.md")):
        text = path.read_text(encoding="utf-8")
        wanted = renewed(text, table(path.parent))
        if text != wanted:
            stale += 1
            if write:
                path.write_text(wanted, encoding="utf-8", newline="\n")
            what = "written" if write else "not what the heads of the lists say"
            print(f"{path.relative_to(LANG)}: {what}")
    return int(stale > 0 and not write)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except HeadError as error:
        sys.exit(str(error))
