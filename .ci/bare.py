"""Whether an environment holds newsquote, what it needs to run, and nothing else.

In: the environment of the Python that runs this. Out: the names, or exit status 1 with what is too
much. Why: what works only because something else happens to be installed does not work.
"""

import re
import sys
from importlib.metadata import distribution, distributions

TOOLS = {"pip", "setuptools"}  # venv brings the first, and before Python 3.12 the second, too


def key(name: str) -> str:
    """A project's name as it is compared."""
    return re.sub(r"[-_.]+", "-", name).lower()


def needed(name: str, found: set[str]) -> set[str]:
    """Adds a project and what it asks for without extras."""
    if key(name) not in found:
        found.add(key(name))
        for requirement in distribution(name).requires or ():
            project, _, marker = requirement.partition(";")
            if "extra ==" not in marker and "platform" not in marker and "version" not in marker:
                needed(re.match(r"[\w.-]+", project)[0], found)
    return found


installed = {key(one.metadata["Name"]) for one in distributions()} - TOOLS
extra = installed - needed("newsquote", set())
print("installed:", *sorted(installed))
if extra:
    sys.exit(f"not asked for: {', '.join(sorted(extra))}")
