"""The lowest releases that pyproject.toml promises to work with, as arguments for pip.

In: names of extras. Out: a line a requirement of the package and of these extras, its lower bound
as its version. Why: a bound that nobody installs is a guess.
"""

import re
import sys
import tomllib
from pathlib import Path

project = tomllib.loads(
    (Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8")
)["project"]
for requirement in [
    *project["dependencies"],
    *(one for extra in sys.argv[1:] for one in project["optional-dependencies"][extra]),
]:
    name, bound, version = re.fullmatch(r"([\w.-]+)(?:(>=)([\w.]+))?", requirement).groups()
    print(f"{name}=={version}" if bound else name)
