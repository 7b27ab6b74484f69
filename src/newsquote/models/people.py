"""Who speaks: mentions, the identities behind them, how often each is quoted.

In: plain values. Out: one class for each. Why: a mention is what the text prints in one place, a
speaker is who is meant by several; keeping them apart lets a reader check the one against the
other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import attrs

from newsquote._told import told
from newsquote.models.given import is_missing
from newsquote.models.span import shortened
from newsquote.models.twins import Twin, compared_once

if TYPE_CHECKING:
    from datetime import date

    from newsquote.kinds import DoubtReason, SpeakerKind
    from newsquote.models.span import Span

__all__ = ["Doubt", "KnownPerson", "Mention", "Person", "SourceCount", "Speaker"]


@attrs.frozen(kw_only=True)
class Mention:
    """Somebody or something as it is printed in one place.

    ``date`` is only ever set for the time of a statement, where the text and the date of
    publication give one.
    """

    text: str
    span: Span
    date: date | None = None

    def __repr__(self) -> str:
        return f"<Mention {shortened(self.text)}>"


# The hash is kept: every quote is looked up by its speaker, whose mentions may be many.
@compared_once
@attrs.frozen(kw_only=True, cache_hash=True)
class Speaker(Twin):
    """An identity behind one or more mentions; several who speak together have ``members``.

    ``name`` is the fullest form that the text gives; ``role`` and ``affiliation`` are what it says
    of them. A source without a name is described: ``count`` is how many it says that it is,
    ``anonymity`` the words that say why it is not named.

    >>> import newsquote
    >>> speaker = newsquote.parse(
    ...     '"It is over," said two people familiar with the talks, '
    ...     "who asked not to be named because the talks are private."
    ... ).speakers[0]
    >>> speaker.kind.value, speaker.count, speaker.anonymity
    ('unnamed', 2, 'because the talks are private')
    """

    name: str
    name_span: Span | None = None
    kind: SpeakerKind
    role: str | None = None
    role_span: Span | None = None
    affiliation: str | None = None
    affiliation_span: Span | None = None
    members: tuple[Speaker, ...] = ()
    mentions: tuple[Span, ...] = ()
    id: str | None = None
    count: int | None = None
    anonymity: str | None = None
    anonymity_span: Span | None = None

    def __repr__(self) -> str:
        return f"<Speaker {shortened(self.name)} {self.kind.value}>"


@attrs.frozen(kw_only=True)
class SourceCount:
    """How often a speaker is quoted in an article: the number of quotes and of quoted words.

    ``name``, ``role`` and ``affiliation`` are those of ``speaker``, so that a row can be printed as
    it is. ``words`` counts what blanks part in the quotes' ``words``.
    """

    speaker: Speaker
    name: str
    role: str | None
    affiliation: str | None
    quotes: int
    words: int


def _names(aliases: str | Iterable[str] | None) -> tuple[str, ...]:
    """Other names; a string is one of them and not its letters, a cell that says nothing none."""
    if isinstance(aliases, str):
        return (aliases,)
    if is_missing(aliases):
        return ()
    is_table = isinstance(aliases, bytes | bytearray | Mapping) or hasattr(aliases, "columns")
    if is_table or not isinstance(aliases, Iterable):
        msg = f"aliases of a KnownPerson must be names in a tuple or the like, not {told(aliases)}"
        raise TypeError(msg)
    return tuple(aliases)


def _own_id(value: str | None) -> str | None:
    """The caller's id, None for a cell that says nothing."""
    if is_missing(value):
        return None
    if not isinstance(value, str):
        kind = type(value).__name__
        msg = f"id of a KnownPerson must be a str or None, not {kind}: str() makes one of it"
        raise TypeError(msg)
    return str(value)


def _check_name(name: object) -> None:
    """Refuse what cannot be anybody's name."""
    if not isinstance(name, str):
        msg = f"a name of a KnownPerson must be a str, not {told(name)}"
        raise TypeError(msg)
    signs = [sign for sign in name if sign.isalnum()]
    if not signs:
        msg = f"a name of a KnownPerson must have letters, not {told(name)}"
        raise ValueError(msg)
    if len(signs) == 1 and signs[0].lower() != signs[0].upper():
        msg = f"a name of a KnownPerson must be more than one letter, which is anybody's: {name!r}"
        raise ValueError(msg)


@attrs.frozen(kw_only=True)
class KnownPerson:
    """A person whom the caller knows, by name and other names; the id comes back on the speaker.

    A name that two known people have gives neither's id; an alias of one word gives it only where
    nobody else in the text can be called so.

    :param name: the name.
    :param aliases: other names, in a tuple or the like; one string is one name.
    :param id: the caller's name for the person, a string; None for none. NaN and what else stands
        for nothing in a table is none, too.
    :raises TypeError: if a name or the id is no string.
    :raises ValueError: if a name has no letters, or is one letter.

    >>> KnownPerson(name="Ann Lee", aliases=("Annie Lee",), id="Q1")
    KnownPerson(name='Ann Lee', aliases=('Annie Lee',), id='Q1')
    >>> KnownPerson(name="Ann Lee", aliases="Annie Lee").aliases
    ('Annie Lee',)
    """

    name: str
    aliases: tuple[str, ...] = attrs.field(default=(), converter=_names)
    id: str | None = attrs.field(default=None, converter=_own_id)

    def __attrs_post_init__(self) -> None:
        for name in (self.name, *self.aliases):
            _check_name(name)


@attrs.frozen(kw_only=True)
class Doubt:
    """A name that may be a person's, too, which ``people`` would not decide.

    :param name: the name, as it was printed last.
    :param reason: what keeps it apart.
    :param id: the id of the person who has it; None where nobody has, because it fits several.
    :param articles: in how many articles the question arose.
    """

    name: str
    reason: DoubtReason
    id: str | None
    articles: int


@attrs.frozen(kw_only=True)
class Person:
    """A person or organization over a corpus, as ``people`` and ``People`` give it.

    :param id: stays the same when articles are added behind those that were read; the caller's own
        for a known person.
    :param name: the caller's name for a known person, else the one that is printed most.
    :param names: the names under which articles have it, the most frequent first.
    :param kind: ``person`` or ``organization``.
    :param roles: what articles say it is, the most frequent first.
    :param affiliations: the same for affiliations.
    :param articles: in how many articles it is a speaker.
    :param quotes: how many quotes are its own or those of several with it.
    :param words: how many words these have.
    :param first: when the first of these articles was published, where that is known.
    :param last: when the last of these articles was published.
    :param doubtful: names that may be its own, too.
    """

    id: str
    name: str
    names: tuple[str, ...]
    kind: SpeakerKind
    roles: tuple[str, ...] = ()
    affiliations: tuple[str, ...] = ()
    articles: int
    quotes: int
    words: int
    first: date | None = None
    last: date | None = None
    doubtful: tuple[Doubt, ...] = ()

    def __repr__(self) -> str:
        return f"<Person {shortened(self.name)}: {self.articles} articles, {self.quotes} quotes>"
