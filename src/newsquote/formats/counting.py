"""Who is quoted, and how much.

In: an ``Article`` and the name of its file, or the people of a corpus. Out: a row a speaker, or a
row a person, with the numbers of quotes and of quoted words. Why: newsrooms count whom they give a
voice. What nobody known says has a row without a name, so that the rows add up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsquote.models import Article, Person

__all__ = ["PERSON_COLUMNS", "SOURCE_COLUMNS", "person_rows", "source_rows"]

SOURCE_COLUMNS = ("file", "name", "kind", "role", "affiliation", "quotes", "words")
PERSON_COLUMNS = (
    *("person_id", "name", "kind", "names", "role", "affiliation"),
    *("articles", "quotes", "words", "first", "last", "doubtful"),
)


def source_rows(article: Article, file: str | None = None) -> list[dict[str, Any]]:
    """One flat row for each speaker with a quote, and one for the quotes of unknown speakers.

    The last row is there only where there are such quotes.

    :param article: the article.
    :param file: what names it in its rows; its id where None.
    :return: dictionaries with the columns of ``SOURCE_COLUMNS``, in that order; what is not known
        is None. Those who speak together have a row together.

    >>> import newsquote
    >>> said = '"Yes, we agree," said Mayor Ann Lee. "No," said Bo Ek. Lee said it was over.'
    >>> article = newsquote.parse(said, id="a1")
    >>> [tuple(row.values()) for row in source_rows(article)]
    [('a1', 'Ann Lee', 'person', 'Mayor', None, 2, 6), ('a1', 'Bo Ek', 'person', None, None, 1, 1)]
    """
    name = article.id if file is None else file
    rows: list[tuple[Any, ...]] = [
        (name, row.name, row.speaker.kind.value, row.role, row.affiliation, row.quotes, row.words)
        for row in article.sources()
    ]
    unknown = [quote for quote in article.quotes if quote.speaker is None]
    if unknown:
        words = sum(len(quote.words.split()) for quote in unknown)
        rows.append((name, None, None, None, None, len(unknown), words))
    return [dict(zip(SOURCE_COLUMNS, row, strict=True)) for row in rows]


def person_rows(people: Iterable[Person]) -> list[dict[str, Any]]:
    """One flat row for each person or organization of a corpus.

    :param people: what ``newsquote.people`` gives.
    :return: dictionaries with the columns of ``PERSON_COLUMNS``, in that order. ``role`` and
        ``affiliation`` are the most frequent ones, ``first`` and ``last`` ISO dates; ``names`` and
        ``doubtful`` have names separated by semicolons, and None where there are none.

    >>> import newsquote
    >>> texts = ('"We agree," said Mayor Ann Lee.', '"It is over," said Ann R. Lee, the mayor.')
    >>> (row,) = person_rows(newsquote.people(newsquote.parse_many(texts)))
    >>> row["name"], row["names"], row["articles"], row["quotes"], row["words"]
    ('Ann Lee', 'Ann Lee; Ann R. Lee', 2, 2, 5)
    """
    return [
        {
            "person_id": person.id,
            "name": person.name,
            "kind": person.kind.value,
            "names": "; ".join(person.names),
            "role": next(iter(person.roles), None),
            "affiliation": next(iter(person.affiliations), None),
            "articles": person.articles,
            "quotes": person.quotes,
            "words": person.words,
            "first": person.first.isoformat() if person.first else None,
            "last": person.last.isoformat() if person.last else None,
            "doubtful": "; ".join(dict.fromkeys([one.name for one in person.doubtful])) or None,
        }
        for person in people
    ]
