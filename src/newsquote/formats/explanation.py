"""Why a part of an article was read as it was, to be read by people or by programs.

In: an ``Explanation`` and the article it is of. Out: lines of text, or one line of JSON. Why: the
evidence means little without the place that it is about, so each answer begins with that.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Any, TypeAlias

from newsquote.codec import to_dict
from newsquote.formats.report import INDENT, identity_line, one_line, quote_lines
from newsquote.models import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsquote.models import Article, Explanation

Form: TypeAlias = dict[str, Any]
"""A value in the JSON form."""

__all__ = [
    "explained_line",
    "explained_quote",
    "explained_speaker",
    "explanation_json",
    "line_span",
]


def explained_quote(explanation: Explanation) -> Iterator[str]:
    """The lines that explain a quote: the quote, who says it, and the evidence.

    :param explanation: an explanation with a quote.
    :return: lines without line ends.
    """
    quote, speaker = explanation.quote, explanation.speaker
    if quote is None:
        return
    yield "Quote"
    yield from (line for _, line in quote_lines(quote))
    yield "Speaker"
    yield INDENT + ("unknown" if speaker is None else _named(explanation))
    yield from _section("Evidence for the quote", explanation.evidence)
    yield from _section("Evidence for the speaker", explanation.speaker_evidence)


def explained_speaker(explanation: Explanation, article: Article) -> Iterator[str]:
    """The lines that explain a speaker: who it is, where it is mentioned, and the evidence.

    :param explanation: an explanation with a speaker.
    :param article: the article.
    :return: lines without line ends.
    """
    speaker, text = explanation.speaker, article.text
    if speaker is None:
        return
    starts = _line_starts(text)
    mentions = (
        f"line {bisect_right(starts, span.start)}: {text[span.slice]}" for span in speaker.mentions
    )
    yield "Speaker"
    yield INDENT + _named(explanation)
    yield from _section("Mentions", mentions)
    yield from _section("Evidence for the speaker", explanation.speaker_evidence)


def explained_line(explanation: Explanation, article: Article) -> Iterator[str]:
    """The lines that explain a line: what it says, the role of its block, and the evidence.

    :param explanation: an explanation of the line.
    :param article: the article.
    :return: lines without line ends.
    """
    text, block = article.text[explanation.span.slice], explanation.block
    yield "Line"
    yield INDENT + (one_line(text) or "(blank)")
    yield "Role"
    yield INDENT + ("none: a blank line is in no block" if block is None else block.role.value)
    yield from _section("Evidence for the role", explanation.block_evidence)


def explanation_json(explanation: Explanation, article: Article) -> str:
    r"""An explanation as one line of JSON, with the names of its fields.

    :param explanation: the explanation.
    :param article: the article, in whose JSON form the quote, the speaker and the block stand.
    :return: one JSON object, in ASCII, ended by ``\n``.
    """
    form = to_dict(article, text=False)
    data = {
        "span": list(explanation.span),
        "quote": _form_of(explanation.quote, article.quotes, form["quotes"]),
        "rejected": _form_of(explanation.rejected, article.rejected, form["rejected"]),
        "evidence": explanation.evidence,
        "speaker": _form_of(explanation.speaker, article.speakers, form["speakers"]),
        "speaker_evidence": explanation.speaker_evidence,
        "block": _form_of(explanation.block, article.blocks, form["blocks"]),
        "block_evidence": explanation.block_evidence,
    }
    return json.dumps(data) + "\n"


def line_span(text: str, number: int) -> Span:
    r"""Where a line stands, without the blanks around it.

    :param text: the text.
    :param number: the line's number from 1, which the text must have.

    >>> line_span("Mill to close\n\n  It is over.\n", 3)
    Span(17, 28)
    """
    line = text.splitlines()[number - 1]
    start = _line_starts(text)[number - 1] + len(line) - len(line.lstrip())
    return Span(start, start + len(line.strip()))


def _line_starts(text: str) -> list[int]:
    """Where the lines begin, and the end of the text."""
    return [0, *accumulate(len(line) for line in text.splitlines(keepends=True))]


def _named(explanation: Explanation) -> str:
    speaker = explanation.speaker
    return "" if speaker is None else f"{identity_line(speaker)} ({speaker.kind.value})"


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    """A title and what stands below it; nothing where nothing does."""
    for n, line in enumerate(lines):
        if n == 0:
            yield title
        yield INDENT + one_line(line)


def _form_of(value: object, values: Sequence[object], forms: list[Form]) -> Form | None:
    """The JSON form of one of the values, at the same index."""
    if value is None:
        return None
    return next(form for one, form in zip(values, forms, strict=True) if one is value)
