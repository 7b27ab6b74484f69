"""The quotes of an article as annotations of its text.

In: an ``Article``. Out: a page of annotations as the "Web Annotation Data Model" (W3C
Recommendation, 2017) describes it. Why: annotation programs for the web read it. Each part is a
target of its own with two selectors: a position, which the model counts in code points from 0, and
the words with what stands before and behind them, which find the place again where the text has
moved.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_OID, uuid5

from newsquote.formats.characters import encodable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsquote.models import Article, Part, Quote

__all__ = ["web_annotations"]

_AROUND = 32
_SCHEMES = frozenset({"http", "https", "urn", "doi", "info", "tag", "ark", "hdl"})
"""Those of addresses that name a text. Who follows a source must not run it (``javascript:``), nor
read what it carries along (``data:``).
"""


def web_annotations(article: Article) -> str:
    r"""The annotations of an article, one a quote.

    The text's own address is not known: ``source`` is the article's id where that is an address
    (``https://...``, ``urn:...``) and none that would run, otherwise a ``urn:uuid`` made of its id
    and text, the same every time.

    :param article: the article.
    :return: one JSON object, an ``AnnotationPage``; in ASCII.

    >>> import json, newsquote
    >>> page = json.loads(web_annotations(newsquote.parse('"It is over," said Mayor Ann Lee.')))
    >>> page["items"][0]["target"][0]["selector"][0]
    {'type': 'TextPositionSelector', 'start': 0, 'end': 13}
    >>> page["items"][0]["body"][0]["value"]
    'Ann Lee'
    """
    text = encodable(article.text)
    name = encodable("" if article.id is None else str(article.id))
    made = _made(f"{name}\n{text}")
    source = name if _address(name) else made
    items = [
        _annotation(quote, f"{made}#quote-{n}", source, text)
        for n, quote in enumerate(article.quotes)
    ]
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"{made}#quotes",
        "type": "AnnotationPage",
        "items": items,
    }
    return json.dumps(page, indent=1) + "\n"


def _made(name: str) -> str:
    return uuid5(NAMESPACE_OID, name).urn


def _address(name: str) -> bool:
    scheme, colon, rest = name.partition(":")
    return (
        bool(colon and rest)
        and scheme.lower() in _SCHEMES
        and not set(' "<>\\^`{|}').intersection(name)
        and name.isprintable()
    )


def _annotation(quote: Quote, name: str, source: str, text: str) -> dict[str, Any]:
    return {
        "id": name,
        "type": "Annotation",
        "motivation": "identifying",
        "body": list(_bodies(quote)),
        "target": [_target(part, source, text) for part in quote.parts],
    }


def _bodies(quote: Quote) -> Iterator[dict[str, str]]:
    """Who says it, if that is known; then what it is, as tags."""
    if quote.speaker is not None:
        yield _body("identifying", quote.speaker.name)
    yield _body("tagging", quote.kind.value)
    yield _body("tagging", quote.mode.value)
    if quote.cue is not None:
        yield _body("tagging", quote.cue.polarity.value)
        yield _body("describing", quote.cue.text)


def _body(purpose: str, value: str) -> dict[str, str]:
    return {
        "type": "TextualBody",
        "purpose": purpose,
        "format": "text/plain",
        "value": encodable(value),
    }


def _target(part: Part, source: str, text: str) -> dict[str, Any]:
    start, end = part.span.start, part.span.end
    words = {
        "exact": text[start:end],
        "prefix": text[max(0, start - _AROUND) : start],
        "suffix": text[end : end + _AROUND],
    }
    return {
        "type": "SpecificResource",
        "source": source,
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {"type": "TextQuoteSelector", **words},
        ],
    }
