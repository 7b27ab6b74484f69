"""What became of the quotes of an article, for a page.

In: an article and its annotations, or the file where they are. Out: what ``formats.difference``
shows. Why: ``view --gold`` and ``evaluate --html`` show the same.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from newsquote._scoring.form import as_attribution, part_spans, span_of, speaker_of
from newsquote._scoring.lines import LineError, Placed, lines_of
from newsquote._scoring.verdicts import verdicts
from newsquote.cli.exits import RefusedError
from newsquote.cli.streams import read_content, text_of
from newsquote.codec import to_dict
from newsquote.errors import SchemaError
from newsquote.formats.brat_reading import read_brat
from newsquote.formats.difference import ComparedText, JudgedQuote
from newsquote.scores import paired

if TYPE_CHECKING:
    from newsquote._scoring.form import Json
    from newsquote._scoring.lines import Pair
    from newsquote._scoring.verdicts import Verdict
    from newsquote.models import Article

__all__ = ["compared", "gold_pair"]


def compared(pair: Pair) -> ComparedText:
    """An article of both sides."""
    text, gold, pred = pair
    blocks = pred.get("blocks") or gold.get("blocks") or ()
    placed = tuple((*span_of(one, text), one.get("role") or "other") for one in blocks)
    return ComparedText(
        name=str(gold.get("id") or pred.get("id") or ""),
        text=text,
        blocks=placed or _lines(text),
        quotes=tuple(_judged(verdict, pair) for verdict in verdicts(pair)),
    )


def gold_pair(article: Article, name: str, encoding: str) -> Pair:
    """An article that was read, with its annotations in a file: brat's ``.ann``, or JSON lines.

    Of several articles in the file, it is the one with the same text; one alone may lack it.
    """
    found = to_dict(article)
    try:
        gold = _gold(article.text, name, encoding)
        (pair,) = paired([gold], name, [Placed("the article", found, "")], "the article").pairs
    except (LineError, SchemaError) as error:
        where = "" if name in str(error) else f"{name}: "
        msg = f"{where}{error}"
        raise RefusedError(msg) from None
    if "quotes" not in pair.gold:
        msg = f"{name}: without quotes, so there is nothing to compare"
        raise RefusedError(msg)
    return pair


def _gold(text: str, name: str, encoding: str) -> Placed:
    content = read_content(name)
    if PurePath(name).suffix.casefold() == ".ann":
        return Placed(name, read_brat(text, text_of(content, encoding, name)), "")
    lines = list(lines_of(content, name))
    same = [line for line in lines if line.article.get("text") == text]
    if not same and len(lines) == 1 and lines[0].article.get("text") is None:
        same = lines
    if not same:
        msg = f"{name}: no article there has this text"
        raise LineError(msg)
    return same[0]._replace(name="")


def _lines(text: str) -> tuple[tuple[int, int, str], ...]:
    """The lines of a text that nobody took apart."""
    start, found = 0, []
    for line in text.splitlines(keepends=True):
        if line.strip():
            found.append((start, start + len(line.rstrip()), "body"))
        start += len(line)
    return tuple(found)


def _judged(verdict: Verdict, pair: Pair) -> JudgedQuote:
    text, gold, pred = pair
    wanted = as_attribution(verdict.gold, text) if verdict.gold is not None else {}
    found = as_attribution(verdict.pred, text) if verdict.pred is not None else wanted
    differs = verdict.differs
    other_source = "source" in differs or "speaker" in differs
    return JudgedQuote(
        outcome=verdict.outcome,
        facts=_facts(verdict, gold, pred, text),
        content=_spans(found["content"]),
        source=_spans(found["source"]),
        wanted=_spans(wanted["content"]) if "content" in differs else (),
        wanted_source=_spans(wanted["source"]) if other_source else (),
    )


def _spans(spans: list[list[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in spans)


def _facts(verdict: Verdict, gold: Json, pred: Json, text: str) -> str:
    wanted = _who(verdict.gold, gold, text)
    found = _who(verdict.pred, pred, text)
    match verdict.outcome:
        case "missed":
            return f"missed; annotated: {wanted}"
        case "extra":
            return f"extra; found: {found}"
        case "right":
            return f"right: {found}"
    return f"wrong {', '.join(verdict.differs)}; found: {found}; annotated: {wanted}"


def _who(quote: Json | None, article: Json, text: str) -> str:
    """Who said a quote, by what words, and how."""
    if quote is None:
        return ""
    spans: list[Any] = part_spans(quote.get("source"), text)
    printed = " ".join(text[slice(*span)] for span in spans)
    name = speaker_of(quote, article).get("name") or "unknown speaker"
    words = [name, f"“{printed}”" if printed and printed != name else "", quote.get("kind") or ""]
    if isinstance(quote.get("confidence"), int | float):
        words.append(f"confidence {quote['confidence']:.2f}")
    return ", ".join(word for word in words if word)
