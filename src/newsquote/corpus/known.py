"""The people whom the caller knows -> their ids, by full name.

In: ``KnownPerson`` values. Out: the ids that a full name has in the list. Why: the caller's word
goes before anything that a corpus says. An alias of one word counts inside an article only, where
``ParseOptions(known_people=...)`` sees whether anybody else can be called so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote.corpus.keys import fresh_id
from newsquote.corpus.names import person_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsquote.corpus.names import Name
    from newsquote.lang import LanguagePack
    from newsquote.models import KnownPerson

__all__ = ["KnownNames"]


class KnownNames:
    """Whom the caller knows."""

    def __init__(self, people: Iterable[KnownPerson], pack: LanguagePack) -> None:
        self._ids: dict[tuple[str, str], tuple[str, ...]] = {}
        self._names: dict[str, str] = {}
        for person in people:
            name = person_name(person.name, pack)
            own = person.id
            if own is None and name is not None:
                own = fresh_id(name, self._names)
            if own is None:
                continue
            self._names.setdefault(own, person.name)
            for printed in (person.name, *person.aliases):
                if (form := person_name(printed, pack)) is not None:
                    key = (form.letters, form.suffix)
                    ids = dict.fromkeys((*self._ids.get(key, ()), own))
                    self._ids[key] = tuple(ids)

    def ids(self, name: Name) -> tuple[str, ...]:
        """The ids of those who have a full name; more than one where the list has several."""
        return self._ids.get((name.letters, name.suffix), ())

    def name_of(self, own: str) -> str | None:
        """The caller's name for an id; None where the list does not have it."""
        return self._names.get(own)
