"""The name under which somebody is met first -> an id.

In: a name, and the ids that are taken. Out: an id that no other has. Why: it is made of the name
alone, so it is the same in another run, on another machine and whatever comes later. A middle name
is left out where it can be, because articles leave it out.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from newsquote.corpus.names import Name

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

__all__ = ["fresh_id"]

_ID_BYTES = 8
"""Among a million people, any two share an id with a chance of 1 in 37 million."""


def fresh_id(name: Name | str, taken: Container[str]) -> str:
    """The id of a person, by the full name, or of a body, by the name as it is compared.

    Whoever has a name that another has, too, gets an id by the middle names, then by a number.
    """
    prefix = "p" if isinstance(name, Name) else "o"
    ids = (f"{prefix}-{_digest(prefix, key)}" for key in _keys(name))
    return next(own for own in ids if own not in taken)


def _keys(name: Name | str) -> Iterator[str]:
    if isinstance(name, Name):
        yield f"{name.first} {name.last} {name.suffix}".rstrip()
        whole = " ".join((name.first, *name.middle, name.last, name.suffix)).rstrip()
    else:
        whole = name
    yield whole
    number = 2
    while True:
        yield f"{whole} {number}"
        number += 1


def _digest(prefix: str, key: str) -> str:
    return blake2b(f"{prefix} {key}".encode(), digest_size=_ID_BYTES).hexdigest()
