"""Quotes as the annotation JSON of Citron, written and read.

In: an ``Article``, or such JSON. Out: the other one. Why: Citron (github.com/bbc/citron, the BBC's
quote extractor) has an annotator and an evaluator, and corpora in its form can be scored. The form
is ``{"text", "quotes": [{"cue", "sources", "contents", "coreferences", "confidence"}]}``; a span is
``{"start", "end", "text"}`` in code points. Every quote must have a cue there, so quotes without
one are not written. It knows nothing of the page, of kinds and of modes: on reading, the page is
found in the text, and the kind is told by the quotation marks. Written after a description of the
form; Citron itself, which needs old releases of its libraries, was not run on it.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Any, NoReturn, TypeAlias

from newsquote.codec import from_dict, to_dict
from newsquote.errors import SchemaError
from newsquote.formats.characters import encodable
from newsquote.kinds import QuoteKind
from newsquote.parser import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote.models import Article, Quote, Span

__all__ = ["citron", "read_citron"]

# A quotation that goes on in the next paragraph is not closed.
_QUOTED = re.compile(r'"[^"]*(?:"|\Z)|“[^“”]*(?:”|\Z)|«[^«»]*(?:»|\Z)|„[^„“”]*(?:[“”]|\Z)')
_CLOSING = '"”»“'
_DIRECT_SHARE = 0.9
_SURE = 1.0

_Json: TypeAlias = Any
"""What was read and is checked one by one."""


def citron(article: Article) -> str:
    """The annotations of an article.

    :param article: the article.
    :return: one JSON object; in ASCII. ``coreferences`` is where the speaker's name stands, if the
        source is another mention.

    >>> import json, newsquote
    >>> quote = json.loads(citron(newsquote.parse('"It is over," said Ann Lee.')))["quotes"][0]
    >>> quote["cue"], quote["sources"]
    ({'start': 14, 'end': 18, 'text': 'said'}, [{'start': 19, 'end': 26, 'text': 'Ann Lee'}])
    """
    text = encodable(article.text)
    named = {} if article.id is None else {"id": encodable(str(article.id))}
    quotes = [_written(quote, text) for quote in article.quotes if quote.cue is not None]
    return json.dumps({**named, "text": text, "quotes": quotes}, indent=1) + "\n"


def _written(quote: Quote, text: str) -> dict[str, Any]:
    source = quote.source.span if quote.source else None
    name = quote.speaker.name_span if quote.speaker else None
    return {
        "cue": quote.cue and _place(quote.cue.span, text),
        "sources": [_place(source, text)] if source else [],
        "contents": [_place(part.span, text) for part in quote.parts],
        "coreferences": [_place(name, text)] if name and name != source else [],
        "confidence": quote.confidence,
    }


def _place(span: Span, text: str) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": text[span.slice]}


def read_citron(annotations: str) -> Article:
    r"""The article of annotations in Citron's form.

    The page is read from the text; quotes and speakers are those of the annotations. A speaker is
    whom the first coreference, or else the source, names; of what kind is not known (``other``).
    Several sources are read as one, from the first to the last. Without a confidence, an annotation
    is taken for certain.

    :param annotations: the JSON.
    :return: the article.
    :raises SchemaError: if it is not JSON or not this form, or a span does not fit the text.

    >>> import newsquote
    >>> article = read_citron(citron(newsquote.parse('"It is over," said Ann Lee.')))
    >>> [(quote.kind.value, quote.words, quote.speaker.name) for quote in article.quotes]
    [('direct', 'It is over', 'Ann Lee')]
    """
    try:
        data = json.loads(annotations)
    except (ValueError, RecursionError) as error:
        msg = f"$: is not JSON: {error}"
        raise SchemaError(msg, annotations) from None
    text = _member(_member(data, "$", dict), "$", str, "text")
    name = data.get("id")
    page = to_dict(parse(text, id=name if isinstance(name, str) else None))
    speakers: dict[str, dict[str, Any]] = {}
    starts = [paragraph["span"][0] for paragraph in page["paragraphs"]]
    quotes = []
    for n, annotated in enumerate(_member(data, "$", list, "quotes")):
        path = f"$.quotes[{n}]"
        quotes.append(_own_form(_member(annotated, path, dict), text, speakers, path))
    for quote in quotes:
        at = bisect_right(starts, quote["parts"][0]["span"][0]) - 1
        quote["paragraph"] = at if at >= 0 else None
    for speaker in speakers.values():
        speaker["mentions"] = [list(span) for span in sorted(set(map(tuple, speaker["mentions"])))]
    nothing: dict[str, Any] = {field: [] for field in ("no_comments", "rejected", "notes")}
    return from_dict({**page, **nothing, "quotes": quotes, "speakers": list(speakers.values())})


def _own_form(
    quote: dict[str, Any], text: str, speakers: dict[str, dict[str, Any]], path: str
) -> dict[str, Any]:
    """A quote in our own form; its speaker joins the others."""
    cue = _span(_member(quote, path, dict, "cue"), text, f"{path}.cue")
    sources = _spans(quote, "sources", text, path)
    names = _spans(quote, "coreferences", text, path) if quote.get("coreferences") else []
    contents = sorted(_spans(quote, "contents", text, path))
    if not contents:
        _fail(f"{path}.contents", "must hold at least one span", contents)
    confidence = quote.get("confidence")
    source = [min(sources)[0], max(end for _, end in sources)] if sources else None
    words = [text[slice(*span)] for span in contents]
    return {
        "kind": _kind(words).value,
        "mode": "speech",
        "text": " ".join(words),
        "parts": [{**_printed(span, text), "inner": _inner(text, *span)} for span in contents],
        "cue": {
            **_printed(cue, text),
            "lemma": text[slice(*cue)].lower(),
            "category": "neutral",
            "polarity": "positive",
        },
        "source": _printed(source, text) if source else None,
        "speaker": _speaker(speakers, names[0] if names else source, source, text),
        **dict.fromkeys(("relayed_by", "addressee", "occasion", "when", "parent")),
        "confidence": _SURE if confidence is None else confidence,
    }


def _speaker(
    speakers: dict[str, dict[str, Any]],
    named: list[int] | None,
    source: list[int] | None,
    text: str,
) -> int | None:
    if named is None:
        return None
    name = text[slice(*named)]
    if name not in speakers:
        unknown = dict.fromkeys(("role", "affiliation", "id"))
        speakers[name] = {
            "name": name,
            "name_span": named,
            "kind": "other",
            "members": [],
            "mentions": [],
            **unknown,
            "index": len(speakers),
        }
    if source:
        speakers[name]["mentions"].append(source)
    index: int = speakers[name]["index"]  # from_dict passes over a field that it does not know
    return index


def _printed(span: list[int], text: str) -> dict[str, Any]:
    return {"text": text[slice(*span)], "span": span}


def _kind(contents: Sequence[str]) -> QuoteKind:
    """As the models say: by the share of letters and digits inside quotation marks."""
    every = marked = 0
    for content in contents:
        every += sum(map(str.isalnum, content))
        marked += sum(map(str.isalnum, "".join(_QUOTED.findall(content))))
    if not marked:
        return QuoteKind.INDIRECT
    return QuoteKind.DIRECT if marked >= _DIRECT_SHARE * every else QuoteKind.MIXED


def _inner(text: str, start: int, end: int) -> list[int] | None:
    if not _QUOTED.fullmatch(text[start:end]):
        return None
    is_closed = text[end - 1] in _CLOSING and end - start > 1
    return [start + 1, end - 1 if is_closed else end]


# The checks; from_dict does the rest.


def _fail(path: str, rule: str, value: object) -> NoReturn:
    msg = f"{path}: {rule}"
    raise SchemaError(msg, value, path)


def _member(data: _Json, path: str, kind: type, name: str | None = None) -> _Json:
    """A field of an object, or the value itself, if it has the right type."""
    value = data if name is None else data.get(name)
    if not isinstance(value, kind):
        place = path if name is None else f"{path}.{name}"
        _fail(place, f"must be a {kind.__name__}, not {type(value).__name__}", value)
    return value


def _spans(quote: dict[str, Any], name: str, text: str, path: str) -> list[list[int]]:
    spans = []
    for n, span in enumerate(_member(quote, path, list, name)):
        place = f"{path}.{name}[{n}]"
        spans.append(_span(_member(span, place, dict), text, place))
    return spans


def _span(span: dict[str, Any], text: str, path: str) -> list[int]:
    start, end = span.get("start"), span.get("end")
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(text):
        _fail(path, f"must have a start and an end in the text, from 0 to {len(text)}", span)
    if span.get("text", text[start:end]) != text[start:end]:
        _fail(f"{path}.text", "is not what stands at its span", span)
    return [start, end]
