"""The surroundings of a fresh process that is measured.

In: this process's environment. Out: one in which Python keeps the bytecode of what it imports. Why:
pip compiles what it installs, so a process that has to compile newsquote measures what no user
waits for; where ``PYTHONDONTWRITEBYTECODE`` is set, every process would.
"""

from __future__ import annotations

import os

__all__ = ["installed"]


def installed() -> dict[str, str]:
    """The environment of a process that finds everything compiled that was imported before."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
