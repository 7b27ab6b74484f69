"""An article as linked data for search engines and fact-checkers.

In: an ``Article``. Out: JSON-LD in the vocabulary of schema.org (schema.org/NewsArticle,
/Quotation, /Claim, /Person). Why: it is what newsrooms' systems read. A ``Quotation`` is verbatim,
so only what stands inside quotation marks is one; what is told in other words is a ``Claim``. What
somebody denied, was asked or did not say is neither: with its speaker beside it, it would say the
opposite. Thoughts and questions are left out for the same reason. Nothing that is not known is
written. The vocabulary's authors are persons and organizations: words of a document are part of it,
or appear in it, and others who said something are named in the credit.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from newsquote.formats.characters import encodable
from newsquote.kinds import CueCategory, Mode, Polarity, QuoteKind, SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsquote.models import Article, Author, Quote, Speaker

__all__ = ["jsonld"]

_TYPES = {
    SpeakerKind.PERSON: "Person",
    SpeakerKind.ORGANIZATION: "Organization",
    SpeakerKind.DOCUMENT: "CreativeWork",
}
_AGENTS = {"Person", "Organization"}
_NO_CLAIMS = {CueCategory.QUESTION, CueCategory.DIRECTIVE}
_ARTICLE = "#article"


def jsonld(article: Article) -> str:
    r"""The JSON-LD of an article.

    :param article: the article.
    :return: one JSON object, in ASCII, which may stand inside a ``<script>`` of a page: there is no
        ``<`` in it.

    >>> import json, newsquote
    >>> data = json.loads(jsonld(newsquote.parse('"It is over," said Mayor Ann Lee.')))
    >>> data["hasPart"]
    [{'@type': 'Quotation', '@id': '#quote-0', 'text': 'It is over',
      'creator': {'@id': '#speaker-0'}}]
    >>> data["mentions"]
    [{'@type': 'Person', '@id': '#speaker-0', 'name': 'Ann Lee', 'jobTitle': 'Mayor'}]
    """
    data = _known({"@context": "https://schema.org", **_article(article)})
    return json.dumps(data, indent=1).replace("<", "\\u003c") + "\n"


def _article(article: Article) -> dict[str, Any]:
    headline = article.headline
    places = {speaker: f"#speaker-{n}" for n, speaker in enumerate(article.speakers)}
    statements = list(_statements(article, places))
    return {
        "@type": "NewsArticle",
        "@id": _ARTICLE,
        "identifier": None if article.id is None else str(article.id),
        "headline": headline and headline.text,
        "alternativeHeadline": headline and headline.subheadline,
        "author": [_author(author) for byline in article.bylines for author in byline.authors],
        "sourceOrganization": [
            _named("Organization", name) for byline in article.bylines for name in byline.agencies
        ],
        "dateline": article.dateline and article.dateline.text,
        "datePublished": article.published and article.published.isoformat(),
        "creditText": "\n".join(credit.text for credit in article.credits),
        "articleBody": article.body.text,
        "hasPart": [statement for statement in statements if statement["@type"] == "Quotation"],
        "mentions": [
            *(_speaker(speaker, places) for speaker in article.speakers),
            *(statement for statement in statements if statement["@type"] == "Claim"),
        ],
    }


def _author(author: Author) -> dict[str, Any]:
    house = author.affiliation and _named("Organization", author.affiliation)
    return {
        **_named("Person", author.name),
        "jobTitle": author.role,
        "email": author.email,
        "affiliation": house,
    }


def _speaker(speaker: Speaker, places: dict[Speaker, str]) -> dict[str, Any]:
    kind = _TYPES.get(speaker.kind, "Thing")
    node: dict[str, Any] = {
        "@type": kind,
        "@id": places[speaker],
        "name": speaker.name,
        "identifier": speaker.id,
    }
    if kind == "Person":
        node |= {
            "jobTitle": speaker.role,
            "affiliation": speaker.affiliation and _named("Organization", speaker.affiliation),
        }
    return node


def _named(kind: str, name: str) -> dict[str, Any]:
    return {"@type": kind, "name": name}


def _statements(article: Article, places: dict[Speaker, str]) -> Iterator[dict[str, Any]]:
    for n, quote in enumerate(article.quotes):
        if quote.mode is Mode.THOUGHT or (
            quote.cue and quote.cue.polarity is not Polarity.POSITIVE
        ):
            continue
        if quote.kind is QuoteKind.DIRECT:
            yield _quotation(quote.words, f"#quote-{n}", _origin(quote.speaker, places))
        elif quote.cue is None or quote.cue.category not in _NO_CLAIMS:
            yield _claim(quote, f"#quote-{n}", _origin(quote.speaker, places))


def _quotation(words: str, name: str, origin: _Origin) -> dict[str, Any]:
    return {
        "@type": "Quotation",
        "@id": name,
        "text": words,
        "creator": origin.agents,
        "isPartOf": origin.works,
        "creditText": origin.credit,
    }


def _claim(quote: Quote, name: str, origin: _Origin) -> dict[str, Any]:
    """A claim; where pieces of it stand inside marks of their own, these are quotations in it."""
    quoted = [part for part in quote.parts if part.inner is not None]
    inside = [
        _quotation(part.words, f"{name}-{index}", origin) for index, part in enumerate(quoted)
    ]
    printed = _one_or_all([{"@id": _ARTICLE}, *origin.found])
    return {
        "@type": "Claim",
        "@id": name,
        "text": quote.words,
        "author": origin.agents,
        "creditText": origin.credit,
        "hasPart": inside,
        "appearance": printed,
    }


class _Origin(NamedTuple):
    """Whom words are from, by what the vocabulary allows.

    An author is a person or an organization, a work is what they stand in.
    """

    agents: object
    found: list[dict[str, str]]
    credit: str
    """The names of those who are neither, such as a crowd or somebody unnamed."""

    @property
    def works(self) -> object:
        return _one_or_all(self.found)


def _origin(speaker: Speaker | None, places: dict[Speaker, str]) -> _Origin:
    """Several who speak together are named one by one."""
    if speaker is None:
        return _Origin([], [], "")
    agents: list[dict[str, str]] = []
    works: list[dict[str, str]] = []
    others: list[str] = []
    together = [member for member in speaker.members if member in places] or [speaker]
    for one in together:
        kind = _TYPES.get(one.kind, "Thing")
        if kind == "Thing":
            others.append(one.name)
        elif one in places:
            nodes = agents if kind in _AGENTS else works
            nodes.append({"@id": places[one]})
    return _Origin(_one_or_all(agents), works, "; ".join(others))


def _one_or_all(nodes: list[dict[str, str]]) -> object:
    return nodes[0] if len(nodes) == 1 else nodes


def _known(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """The value without what is not known, and with strings that can be written."""
    if isinstance(value, dict):
        return {
            key: _known(inside) for key, inside in value.items() if inside not in (None, "", [])
        }
    if isinstance(value, list):
        return [_known(inside) for inside in value]
    return encodable(value) if isinstance(value, str) else value
