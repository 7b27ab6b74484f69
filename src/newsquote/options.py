"""How the caller wants a text read.

In: the caller's settings. Out: one frozen value, checked when it is made. Why: options are unpacked in the conductor only; the rooms
behind it get plain values.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import attrs

from newsquote.errors import OptionsError
from newsquote.lang import LanguagePack
from newsquote.models import KnownPerson

__all__ = ["ParseOptions"]


def _as_tuple(people: Iterable[KnownPerson]) -> tuple[KnownPerson, ...]:
    """The people as a tuple, so that options stay hashable."""
    if not isinstance(people, Iterable):
        msg = f"known_people must be KnownPerson values in a list or the like, not {people!r}"
        raise OptionsError(msg, people)
    return tuple(people)


@attrs.frozen(kw_only=True)
class ParseOptions:
    """Settings of ``parse`` and its sisters.

    :param language: a code such as ``"en"``, or a ``LanguagePack``.
    :param include_thoughts: also give beliefs, intentions and feelings (``mode`` thought) among the quotes.
    :param include_nested: also give what a source says that others said, as quotes whose ``parent`` is that source's quote.
    :param model: ``"default"`` for the weights that come with the language; None to work by rules alone.
    :param known_people: persons whose names the caller knows; their ids come back on the speakers, and names of one person are one speaker.
    :raises OptionsError: if a value is none of these.

    >>> ParseOptions(include_thoughts=True).language
    'en'
    >>> ParseOptions(model="other")
    Traceback (most recent call last):
    newsquote.errors.OptionsError: model must be 'default' or None, not 'other'
    """

    language: str | LanguagePack = "en"
    include_thoughts: bool = False
    include_nested: bool = False
    model: Literal["default"] | None = "default"
    known_people: tuple[KnownPerson, ...] = attrs.field(default=(), converter=_as_tuple)

    def __attrs_post_init__(self) -> None:
        _demand(
            isinstance(self.language, str | LanguagePack),
            "language must be a code or a LanguagePack",
            self.language,
        )
        _demand(
            isinstance(self.include_thoughts, bool),
            "include_thoughts must be True or False",
            self.include_thoughts,
        )
        _demand(
            isinstance(self.include_nested, bool),
            "include_nested must be True or False",
            self.include_nested,
        )
        _demand(self.model in ("default", None), "model must be 'default' or None", self.model)
        for person in self.known_people:
            _demand(
                isinstance(person, KnownPerson), "known_people must hold KnownPerson values", person
            )


def _demand(kept: bool, rule: str, value: object) -> None:  # noqa: FBT001 - a check reads best as one argument
    if not kept:
        msg = f"{rule}, not {value!r}"
        raise OptionsError(msg, value)
