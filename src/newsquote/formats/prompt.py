"""An article's quotes as a short text for a language model, with ids that it can give back.

In: an ``Article``; or one of the ids, and the article. Out: lines of text; or the quote or the
speaker of that id. Why: a model that reads who said what needs the words and no offsets, and what
it hands back has to lead to the place in the article. A line is one quote or one speaker, whatever
the article's own lines are, so that no text can pass for a line of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsquote._told import told
from newsquote.codec.checks import demand_article
from newsquote.errors import UnknownIdError
from newsquote.formats.characters import encodable
from newsquote.formats.report import identity_line, one_line
from newsquote.kinds import Polarity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsquote.models import Article, Quote, Speaker

__all__ = ["prompt", "resolve"]

_ID = re.compile(r"\s*[\[(]?\s*([SQ])([1-9][0-9]{0,8})\s*[\])]?\s*", re.ASCII | re.IGNORECASE)
_UNSURE = 0.5
"""Of quotes that are less sure, most are wrong in some part."""


def prompt(article: Article) -> str:
    """The quotes of an article, each with its speaker, for a language model.

    First come the headline and the day, then a line a speaker (``S1``, ``S2``, ...), then a line a
    quote (``Q1``, ``Q2``, ...) with whose it is, how it is said, and the words, the parts of a
    split one joined by " … ". ``S?`` is a speaker who is not known; what stands behind it is how
    the article prints it. The numbers are those of ``article.speakers`` and ``article.quotes``.

    :param article: the article.
    :return: lines of text, with a line end at the last one; a lone surrogate is U+FFFD.

    >>> import newsquote
    >>> article = newsquote.parse('"It is over," said Mayor Ann Lee. Bo Ek denied that it rained.')
    >>> print(prompt(article), end="")
    S1 Ann Lee, Mayor
    S2 Bo Ek
    Q1 S1 said, direct: It is over
    Q2 S2 denied, indirect, denied: that it rained
    """
    return encodable("".join(f"{line}\n" for line in _lines(article)))


def resolve(article: Article, id: str) -> Quote | Speaker:  # noqa: A002 - as in parse
    """The quote or the speaker that an id of ``prompt`` means.

    :param article: the article of which the prompt was made.
    :param id: an id such as ``"Q7"`` or ``"S1"``; case, blanks and brackets around it do not count.
    :raises UnknownIdError: if it is no such id, or the article has fewer quotes or speakers.

    >>> import newsquote
    >>> article = newsquote.parse('"It is over," said Mayor Ann Lee.')
    >>> resolve(article, "Q1"), resolve(article, "[s1]")
    (<Quote direct '"It is over,"' by Ann Lee>, <Speaker 'Ann Lee' person>)
    """
    demand_article(article)
    found = _ID.fullmatch(id) if isinstance(id, str) else None
    if found is None:
        msg = f"{told(id)} is no id; quotes have Q1, Q2, ..., speakers S1, S2, ..."
        raise UnknownIdError(msg, id)
    letter, number = found[1].upper(), int(found[2])
    values: Sequence[Quote | Speaker] = article.quotes if letter == "Q" else article.speakers
    if number > len(values):
        noun = "quotes" if letter == "Q" else "speakers"
        there = f"{noun} {letter}1 to {letter}{len(values)}" if values else f"no {noun}"
        msg = f"there is no {letter}{number}: the article has {there}"
        raise UnknownIdError(msg, id)
    return values[number - 1]


def _lines(article: Article) -> Iterator[str]:
    if article.headline:
        yield f"Headline: {one_line(article.headline.text)}"
    if article.published:
        yield f"Published: {article.published.isoformat()}"
    speakers = {speaker: f"S{n}" for n, speaker in enumerate(article.speakers, 1)}
    for speaker, number in speakers.items():
        members = [speakers[one] for one in speaker.members if one in speakers]
        yield f"{number} {identity_line(speaker)}" + (f" ({', '.join(members)})" if members else "")
    numbers = {id(quote): f"Q{n}" for n, quote in enumerate(article.quotes, 1)}
    for quote in article.quotes:
        whose, inside = _whose(quote, speakers), numbers.get(id(quote.parent))
        words = one_line(" … ".join(part.words for part in quote.parts))
        yield f"{numbers[id(quote)]} {whose} {', '.join(_facts(quote, inside))}: {words}"


def _whose(quote: Quote, speakers: Mapping[Speaker, str]) -> str:
    if quote.speaker is not None and quote.speaker in speakers:
        return speakers[quote.speaker]
    return f"S? ({one_line(quote.source.text)})" if quote.source else "S?"


def _facts(quote: Quote, inside: str | None) -> Iterator[str]:
    if quote.cue and any(map(str.isalnum, quote.cue.text)):
        yield one_line(quote.cue.text)
    yield quote.kind.value
    if quote.cue and quote.cue.polarity is not Polarity.POSITIVE:
        yield quote.cue.polarity.value
    if inside:
        yield f"inside {inside}"
    if quote.confidence < _UNSURE:
        yield "unsure"
