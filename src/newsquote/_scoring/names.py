"""Whether two names are one.

In: a gold name and a predicted one. Out: the same, strictly or leniently. Why: "Sen. Ann Lee" and
"Ann Lee" are one name, "Ann Lee" and "Bo Lee" are not.

Names are compared as sequences of tokens: NFKC, casefolded, without apostrophes and full stops,
other punctuation a blank, without a possessive 's, a leading article and leading titles. A gold
name of several speakers is a set of names, written with " & " between them; a predicted name is
split at " & ", "and" and commas when the gold is a set. *Strict* wants equality. *Lenient* takes,
too, a name that ends in the gold name's last token and whose tokens are a subset or a superset of
the gold's, and, of several speakers, any that are in the gold set.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TypeAlias

NAMED = frozenset(("person", "organization"))
ARTICLES = frozenset(("the", "a", "an"))
# The measure's own: what newsquote knows of titles may change, what counts as one name may not.
TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "prof",
        "professor",
        "sir",
        "dame",
        "lord",
        "lady",
        "rev",
        "reverend",
        "hon",
        "sen",
        "senator",
        "sens",
        "rep",
        "reps",
        "representative",
        "congressman",
        "congresswoman",
        "gov",
        "governor",
        "gen",
        "general",
        "lt",
        "lieutenant",
        "col",
        "colonel",
        "maj",
        "major",
        "capt",
        "captain",
        "sgt",
        "sergeant",
        "adm",
        "admiral",
        "cmdr",
        "president",
        "vice",
        "secretary",
        "minister",
        "prime",
        "chancellor",
        "judge",
        "justice",
        "mayor",
        "sheriff",
        "ambassador",
        "speaker",
        "pope",
        "king",
        "queen",
        "prince",
        "princess",
    ]
)
POSSESSIVE = re.compile(r"(?<=\w)['’ʼ]s(?!\w)")
DROPPED = re.compile(r"[.'’‘ʼ`]")
BLANK = re.compile(r"[\W_]+")
JOINT = re.compile(r"\s+&\s+")
LOOSE_JOINT = re.compile(r"\s+&\s+|\s*,\s*(?:and\s+)?|\s+and\s+")

Name: TypeAlias = tuple[str, ...]


def name_tokens(name: str | None) -> Name:
    """The tokens by which a name is compared."""
    text = unicodedata.normalize("NFKC", name or "").casefold()
    tokens = BLANK.sub(" ", DROPPED.sub("", POSSESSIVE.sub("", text))).split()
    start = 0
    while start < len(tokens) - 1 and (
        tokens[start] in TITLES or (start == 0 and tokens[0] in ARTICLES)
    ):
        start += 1
    return tuple(tokens[start:])


def name_set(name: str | None, *, loosely: bool = False) -> frozenset[Name]:
    """The names in a join, each as tokens; ``loosely`` splits at "and" and commas, too."""
    parts = (LOOSE_JOINT if loosely else JOINT).split(name or "")
    return frozenset(tokens for tokens in map(name_tokens, parts) if tokens)


def same_name(gold: str, pred: str | None) -> bool:
    """The strict comparison."""
    wanted = name_set(gold)
    return bool(wanted) and name_set(pred, loosely=len(wanted) > 1) == wanted


def near_name(gold: str, pred: str | None) -> bool:
    """The lenient comparison."""
    if same_name(gold, pred):
        return True
    wanted = name_set(gold)
    found = name_set(pred, loosely=len(wanted) > 1)
    return bool(found) and all(any(_near(g, p) for g in wanted) for p in found)


def _near(gold: Name, pred: Name) -> bool:
    """Whether one name is a longer or shorter form of the other, with the same last token."""
    return gold[-1] == pred[-1] and (set(gold) <= set(pred) or set(pred) <= set(gold))
