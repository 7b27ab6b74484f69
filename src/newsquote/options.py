"""How the caller wants a text read.

In: the caller's settings. Out: one frozen value, checked when it is made. Why: options are unpacked
in the pipeline only; the rooms behind it get plain values.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NoReturn

import attrs

from newsquote._told import told
from newsquote.errors import OptionsError
from newsquote.lang import LanguagePack, get_pack
from newsquote.models import KnownPerson

__all__ = ["ParseOptions"]

_DEFAULT_LANGUAGE = "en"


def _as_tuple(people: Iterable[KnownPerson]) -> tuple[KnownPerson, ...]:
    """The people as a tuple, so that options stay hashable."""
    if not isinstance(people, Iterable):
        msg = f"known_people must be KnownPerson values in a list or the like, not {told(people)}"
        raise OptionsError(msg, people)
    return tuple(people)


@attrs.frozen(kw_only=True)
class ParseOptions:
    """Settings of ``parse`` and its sisters.

    :param language: a code such as ``"en"``, or a ``LanguagePack``.
    :param include_thoughts: also give beliefs, intentions and feelings (``mode`` thought) among the
        quotes.
    :param include_nested: also give what a source says that others said, as quotes whose ``parent``
        is that source's quote.
    :param model: ``"default"`` for the weights that come with the language; ``"open"`` for those
        that are fitted on articles under open licences alone; None to work by rules alone.
    :param min_confidence: leave out quotes that are less sure than this, from 0 to 1, and what
        stands nested in them; 0 leaves out none.
    :param known_people: persons whose names the caller knows; their ids come back on the speakers,
        and names of one person are one speaker.
    :raises OptionsError: if a value is none of these.
    :raises UnknownLanguageError: if there is no language pack of that code.

    >>> ParseOptions(include_thoughts=True).language
    'en'
    >>> ParseOptions(model="other")
    Traceback (most recent call last):
    newsquote.errors.OptionsError: model must be 'default', 'open' or None, not 'other'
    """

    language: str | LanguagePack = _DEFAULT_LANGUAGE
    include_thoughts: bool = False
    include_nested: bool = False
    model: Literal["default", "open"] | None = "default"
    known_people: tuple[KnownPerson, ...] = attrs.field(default=(), converter=_as_tuple)
    min_confidence: float = 0.0

    def __attrs_post_init__(self) -> None:
        _check_language(self.language)
        for name in ("include_thoughts", "include_nested"):
            value = getattr(self, name)
            if not isinstance(value, bool):
                _refuse(f"{name} must be True or False", value)
        model = self.model
        if model is not None and not (isinstance(model, str) and model in {"default", "open"}):
            _refuse("model must be 'default', 'open' or None", self.model)
        least = self.min_confidence
        if isinstance(least, bool) or not isinstance(least, int | float) or not 0 <= least <= 1:
            _refuse("min_confidence must be a number from 0 to 1", least)
        for person in self.known_people:
            if not isinstance(person, KnownPerson):
                _refuse("known_people must hold KnownPerson values", person)


def _check_language(language: object) -> None:
    if not isinstance(language, str | LanguagePack):
        _refuse("language must be a code or a LanguagePack", language)
    if isinstance(language, str) and language != _DEFAULT_LANGUAGE:
        get_pack(language)  # a code without a pack is found here, not in the middle of many texts


def _refuse(rule: str, value: object) -> NoReturn:
    msg = f"{rule}, not {told(value)}"
    raise OptionsError(msg, value)
