"""An article -> the rows of the tables.

In: an ``Article``. Out: ``ArticleRows``, dictionaries of plain values, which pack into bytes. Why:
rows can be made in the process that read the text, and put in where the database is open. SQLite
holds UTF-8, which has no lone surrogates; each is replaced by one character, so offsets hold.
"""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple

from newsquote.codec.checks import demand_article
from newsquote.formats.characters import encodable

if TYPE_CHECKING:
    from newsquote.models import Article, Cue, Mention, Quote, Speaker

__all__ = ["ArticleRows", "article_rows", "digest_of", "packed_article", "stored_id", "unpacked"]

Row = dict[str, Any]


class ArticleRows(NamedTuple):
    """The rows of one article."""

    article: Row
    own: Row
    """The caller's own columns."""
    speakers: list[Row]
    alone: list[bool]
    """For each speaker whether it says something, or declines to, on its own."""
    quotes: list[Row]


def article_rows(article: Article) -> ArticleRows:
    """The rows of an article, without the numbers and the people that the database gives them.

    :raises TypeError: if it is no article.
    """
    demand_article(article)
    counts = _counts(article)
    index = {id(speaker): n for n, speaker in enumerate(article.speakers)}
    quotes = {id(quote): n for n, quote in enumerate(article.quotes)}
    speakers = [
        _speaker_row(speaker, n, index, counts[n]) for n, speaker in enumerate(article.speakers)
    ]
    own = {
        encodable(key): encodable(value) if isinstance(value, str) else value
        for key, value in article.meta.items()
    }
    alone = {id(quote.speaker) for quote in article.quotes}
    alone |= {id(declined.speaker) for declined in article.no_comments}
    return ArticleRows(
        article=_article_row(article) | {"meta": json.dumps(own, ensure_ascii=False)},
        own=own,
        speakers=speakers,
        alone=[id(speaker) in alone for speaker in article.speakers],
        quotes=[
            _quote_row(article, quote, n, index) | {"parent_index": quotes.get(id(quote.parent))}
            for n, quote in enumerate(article.quotes)
        ],
    )


def packed_article(article: Article) -> bytes:
    """The rows of an article as bytes, for another process."""
    return json.dumps(article_rows(article)).encode()


def unpacked(content: bytes) -> ArticleRows:
    """The rows that were packed."""
    return ArticleRows(*json.loads(content))


def digest_of(text: str) -> str:
    """Thirty-two hexadecimal digits that tell one text from another."""
    return blake2b(encodable(text).encode(), digest_size=16).hexdigest()


def stored_id(name: object) -> str | None:
    """An article's id as it is stored.

    An empty one names no article.
    """
    return None if name is None or name == "" else encodable(str(name))


def _article_row(article: Article) -> Row:
    authors = [author.name for byline in article.bylines for author in byline.authors]
    return {
        "id": stored_id(article.id),
        "published": article.published.isoformat() if article.published else None,
        "headline": _text(article.headline.text if article.headline else None),
        "authors": json.dumps([encodable(name) for name in authors], ensure_ascii=False),
        "place": _text(article.dateline.place if article.dateline else None),
        "text": encodable(article.text),
        "digest": digest_of(article.text),
    }


def _counts(article: Article) -> list[tuple[int, int]]:
    """For each speaker the numbers of quotes and of quoted words, alone or with others."""
    index = {id(speaker): n for n, speaker in enumerate(article.speakers)}
    counts = [(0, 0)] * len(index)
    for quote in article.quotes:
        words = len(quote.words.split())
        for speaker in _all_in(quote.speaker):
            n = index[id(speaker)]
            counts[n] = counts[n][0] + 1, counts[n][1] + words
    return counts


def _all_in(speaker: Speaker | None) -> list[Speaker]:
    """A speaker, and those who speak together in it."""
    return [speaker, *speaker.members] if speaker else []


def _speaker_row(speaker: Speaker, n: int, index: dict[int, int], counted: tuple[int, int]) -> Row:
    members = [index[id(member)] for member in speaker.members]
    return {
        "speaker_index": n,
        "name": encodable(speaker.name),
        "kind": speaker.kind.value,
        "role": _text(speaker.role),
        "affiliation": _text(speaker.affiliation),
        "known_id": _text(speaker.id),
        "members": json.dumps(members) if members else None,
        "quotes": counted[0],
        "words": counted[1],
    }


def _quote_row(article: Article, quote: Quote, n: int, index: dict[int, int]) -> Row:
    speaker = quote.speaker
    return {
        "quote_index": n,
        "kind": quote.kind.value,
        "mode": quote.mode.value,
        "text": encodable(quote.text),
        "words": encodable(quote.words),
        "sentence": " ".join(encodable(article.text[quote.sentence.slice]).split()),
        "start_offset": quote.span.start,
        "end_offset": quote.span.end,
        "speaker_index": None if speaker is None else index[id(speaker)],
        **(_speaker_columns(speaker) if speaker else {}),
        **(_printed("source", quote.source) if quote.source else {}),
        **(_cue_columns(quote.cue) if quote.cue else {}),
        "paragraph": quote.paragraph,
        "fingerprint": quote.fingerprint,
        "confidence": quote.confidence,
    }


def _speaker_columns(speaker: Speaker) -> Row:
    return {
        "speaker_name": encodable(speaker.name),
        "speaker_kind": speaker.kind.value,
        "speaker_role": _text(speaker.role),
        "speaker_affiliation": _text(speaker.affiliation),
    }


def _cue_columns(cue: Cue) -> Row:
    return {
        **_printed("cue", cue),
        "cue_lemma": encodable(cue.lemma),
        "cue_category": cue.category.value,
        "polarity": cue.polarity.value,
    }


def _printed(name: str, words: Cue | Mention) -> Row:
    return {
        f"{name}_text": encodable(words.text),
        f"{name}_start_offset": words.span.start,
        f"{name}_end_offset": words.span.end,
    }


def _text(value: str | None) -> str | None:
    return None if value is None else encodable(value)
