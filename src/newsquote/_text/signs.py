"""Classes of signs, as tokens.

In: nothing. Out: sets of tokens that are no words. Why: several rooms ask whether a token is a
dash, a stop or a possessive sign, and the answer is the same in all of them.
"""

from __future__ import annotations

__all__ = ["DASHES", "MARKS", "PAUSES", "POSSESSIVES", "SIGNS", "STOPS"]

DASHES = frozenset(("—", "–", "--", "-", "―"))
PAUSES = DASHES | {","}
"""What parts a cue's clause from its content."""
STOPS = frozenset((".", "!", "?", "…", "...", "....", ";"))
POSSESSIVES = frozenset(("'s", "’s"))
MARKS = frozenset(('"', "“", "”", "‘", "’", "'", "``", "''"))
_BRACKETS = frozenset(("(", ")", "[", "]"))
SIGNS = DASHES | STOPS | MARKS | _BRACKETS | {",", ":", "/"}
"""What no name and no noun phrase goes across."""
