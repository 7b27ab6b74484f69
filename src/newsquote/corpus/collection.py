"""Articles, one after the other -> the people and organizations that speak in them.

In: articles, and the people whom the caller knows. Out: an id for each speaker as its article
comes, and a ``Person`` for each id at the end. Why: a corpus is larger than a memory, so an article
is looked at once and forgotten; what is kept grows with the people alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

from newsquote._told import told
from newsquote.corpus.known import KnownNames
from newsquote.corpus.matching import Register
from newsquote.errors import OptionsError
from newsquote.lang import get_pack
from newsquote.models import Article, KnownPerson, ParseFailure, Person
from newsquote.models.given import check_items

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsquote.corpus.records import Record
    from newsquote.models import Speaker

__all__ = ["People", "people"]

_Value = TypeVar("_Value")


def people(articles: Iterable[Article], *, known: Iterable[KnownPerson] = ()) -> tuple[Person, ...]:
    """Who speaks in a corpus: one record a person or organization.

    Articles are taken one by one, so an iterator such as ``parse_many`` gives is never held whole.
    Two speakers are one person where their full names agree and what is said of them does not
    contradict: the same name, or one with a middle name more or less. An initial, a short form or
    another spelling needs a role or an affiliation in common. A surname alone is nobody's over a
    corpus, and a ministry or a police force whose name tells no place is no one body. What could be
    one and was not taken for one stands in ``doubtful``.

    :param articles: the articles; ids stay the same when more are added at the end.
    :param known: people whose names the caller knows; their ids come back as the persons' ids.
    :return: those who have a full name, the most quoted first; equal ones in the order in which
        they came.
    :raises TypeError: if an item is not an ``Article``.
    :raises OptionsError: if ``known`` has anything but ``KnownPerson`` values.

    >>> import newsquote
    >>> texts = (
    ...     '"We agree," said Mayor Ann Lee. "No," said Bo Ek.',
    ...     '"It is over," said Ann R. Lee, the mayor of Corrow. Lee said it was late.',
    ... )
    >>> for person in newsquote.people(newsquote.parse_many(texts)):
    ...     print(person.name, person.names, person.articles, person.quotes, person.words)
    Ann Lee ('Ann Lee', 'Ann R. Lee') 2 3 8
    Bo Ek ('Bo Ek',) 1 1 1
    """
    check_items("articles", articles, "Article values")
    collection = People(known)
    for article in articles:
        collection.add(article)
    return collection.persons()


class People:
    """The people and organizations of a corpus, while its articles come one by one.

    For rows of a table or a database: ``add`` gives the ids of an article's speakers, and what it
    has given never changes.

    :param known: people whose names the caller knows.
    :param earlier: what an earlier run came to, to go on from there with the articles behind it.
    :raises OptionsError: if they are other values.

    >>> import newsquote
    >>> corpus = newsquote.People()
    >>> one = newsquote.parse('"We agree," said Ann Lee.')
    >>> other = newsquote.parse('"No," said Bo Ek. "Yes," said Ann Lee.')
    >>> corpus.add(one)
    ('p-d91c...',)
    >>> dict(zip([speaker.name for speaker in other.speakers], corpus.add(other)))
    {'Bo Ek': 'p-...', 'Ann Lee': 'p-d91c...'}
    >>> corpus[corpus.id_of(other, other.speakers[1])]
    <Person 'Ann Lee': 2 articles, 2 quotes>
    """

    def __init__(
        self, known: Iterable[KnownPerson] = (), *, earlier: Iterable[Person] = ()
    ) -> None:
        pack = get_pack("en")
        listed = _checked(known, KnownPerson, "known")
        self._register = Register(pack, KnownNames(listed, pack))
        for person in _checked(earlier, Person, "earlier"):
            self._register.add_person(person)

    def __len__(self) -> int:
        return len(self._register.by_id)

    def __iter__(self) -> Iterator[Person]:
        return (record.person() for record in self._register.by_id.values())

    def add(self, article: Article) -> tuple[str | None, ...]:
        """Take in an article, and give the id of the person behind each of its speakers.

        :param article: the article; one that is given twice is counted twice.
        :return: an id for each of ``article.speakers``, in their order; None for who has no full
            name, for groups and documents, and for a name that fits several people.
        :raises TypeError: if it is not an ``Article``.
        """
        if not isinstance(article, Article):
            raise TypeError(_no_article(article))
        alone = _speaking_alone(article)
        records: dict[Speaker, Record] = {}
        found: list[Record | None] = []
        for speaker in article.speakers:
            record = self._register.add(speaker, records.values(), in_row=speaker not in alone)
            found.append(record)
            if record is not None:
                records[speaker] = record
        for record in dict.fromkeys(records.values()):
            record.add_article(article.published)
        for quote in article.quotes:
            words = len(quote.words.split())
            for record in dict.fromkeys(_speaking(quote.speaker, records)):
                record.quotes += 1
                record.words += words
        return tuple([record.id if record else None for record in found])

    def ids(self, article: Article) -> tuple[str | None, ...]:
        """What ``add`` would give now, without counting anything: for a second look.

        After all articles were added it is what ``add`` has given, but for names that fitted one
        person then and several now, or nobody then and one now.

        :param article: an article.
        :return: an id for each of ``article.speakers``, in their order, or None.
        """
        alone = _speaking_alone(article)
        found: list[Record | None] = []
        for speaker in article.speakers:
            in_row = speaker not in alone
            taken = [record for record in found if record]
            found.append(self._register.decide(speaker, taken, in_row=in_row).record)
        return tuple([record.id if record else None for record in found])

    def id_of(self, article: Article, speaker: Speaker) -> str | None:
        """The id among ``ids`` that is of one speaker.

        :param article: an article.
        :param speaker: one of ``article.speakers``; None comes back for another.
        """
        return dict(zip(article.speakers, self.ids(article), strict=True)).get(speaker)

    def __getitem__(self, own: str) -> Person:
        """The person who has an id."""
        return self._register.by_id[own].person()

    def persons(self) -> tuple[Person, ...]:
        """All of them, the most quoted first; equal ones in the order in which they came."""
        return tuple(sorted(self, key=lambda person: (-person.quotes, -person.articles)))


def _speaking(speaker: Speaker | None, records: dict[Speaker, Record]) -> Iterator[Record]:
    """Those who say a quote: who it is given to, or each of several."""
    if speaker is None:
        return
    for one in speaker.members or (speaker,):
        if one in records:
            yield records[one]


def _speaking_alone(article: Article) -> frozenset[Speaker]:
    """The speakers who say or decline something on their own."""
    speakers = [quote.speaker for quote in article.quotes]
    speakers += [declined.speaker for declined in article.no_comments]
    return frozenset([speaker for speaker in speakers if speaker is not None])


def _no_article(item: object) -> str:
    what = f"people() takes Article values, not {type(item).__name__}"
    if isinstance(item, ParseFailure):
        return f"{what}; leave failures out: (a for a in articles if isinstance(a, Article))"
    if isinstance(item, str):
        return f"{what}; give newsquote.parse_many(texts)"
    return what


def _checked(values: Iterable[_Value], kind: type[_Value], name: str) -> tuple[_Value, ...]:
    """The values as a tuple, if they are of one class."""
    wanted = f"{name} must be {kind.__name__} values in a list or the like"
    if not isinstance(values, Iterable):
        msg = f"{wanted}, not {told(values)}"
        raise OptionsError(msg, values)
    every = tuple(values)
    for value in every:
        if not isinstance(value, kind):
            msg = f"{wanted}, not of {told(value)}"
            raise OptionsError(msg, value)
    return every
