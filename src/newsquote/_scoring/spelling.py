"""Fields and kinds of gold articles that the JSON form does not have.

In: an article that somebody annotated, and the schema of the JSON form. Out: nothing, or an error
that names the place, the word, and the word that was likely meant. Why: what is spelt another way
is not scored, and a score that lacks it looks like any other.
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any

from newsquote._scoring.lines import LISTS, LineError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from newsquote._scoring.form import Json

Schema = dict[str, Any]

ALIKE = 0.8
"""How alike a field of the article itself must be to one of the form to be a slip of it.

Articles may have fields of their own; what is inside a quote or a speaker may not.
"""
SCORED = ("text", "headline", "dateline", *LISTS)
"""The fields of an article of which a slip costs scores."""
LISTED = 60
"""The most characters of a wrong word that a message shows."""


def check_spelling(article: Json, schema: Schema, where: str) -> None:
    """That an annotated article has no field and no kind that the form lacks.

    :param schema: the JSON Schema of the form.
    :param where: the file and the line.
    :raises LineError: at the first.
    """
    known = schema["properties"]
    for field in article:
        meant = None if field in known else _meant(field, SCORED, ALIKE)
        if meant is not None:
            msg = f"{where}: {field}: no field of an article; did you mean {meant!r}?"
            raise LineError(msg)
    for field, value in article.items():
        if field in known and field != "meta":
            _check_value(value, known[field], f"{where}: {field}")


def _check_value(value: object, schema: Schema, path: str) -> None:
    if isinstance(value, list):
        for number, one in enumerate(value):
            for choice in _choices(schema):
                if "items" in choice:
                    _check_value(one, choice["items"], f"{path}[{number}]")
    elif isinstance(value, dict):
        _check_fields(value, schema, path)
    elif isinstance(value, str):
        words = [word for choice in _choices(schema) for word in choice.get("enum", ())]
        if words and value not in words:
            raise LineError(_no_word(value, words, path))


def _check_fields(value: Json, schema: Schema, path: str) -> None:
    known = {
        field: inside
        for choice in _choices(schema)
        for field, inside in choice.get("properties", {}).items()
    }
    for field, inside in value.items() if known else ():
        if field not in known:
            raise LineError(_no_word(field, known, f"{path}.{field}", "no field here"))
        _check_value(inside, known[field], f"{path}.{field}")


def _choices(schema: Schema) -> Iterator[Schema]:
    """The schema itself and those of which a value may follow any."""
    yield schema
    yield from schema.get("anyOf", ())


def _no_word(word: str, known: Collection[str], path: str, what: str = "") -> str:
    """What is said of a word that is not known."""
    said = what or f"{word!a:.{LISTED}} is no word of the form"
    meant = _meant(word, known, 0.6)
    remedy = f"did you mean {meant!r}?" if meant else f"there are {', '.join(sorted(known))}"
    return f"{path}: {said}; {remedy}"


def _meant(word: str, known: Collection[str], alike: float) -> str | None:
    """The known word that is most like one."""
    return next(iter(difflib.get_close_matches(word.casefold(), known, 1, alike)), None)
