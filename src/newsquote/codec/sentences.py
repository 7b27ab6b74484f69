"""The sentences around a quote of an article that was not parsed here.

In: a text, with the ranges of its headline and its paragraphs. Out: what finds the sentences that
hold a span. Why: the JSON form does not hold them, because the text says where they are; few ask,
so the words of an article are cut when the first one does, and no word list is loaded before.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import attrs

from newsquote.models import Span

if TYPE_CHECKING:
    from newsquote._text.doc import Doc
    from newsquote.models import Body, Headline

__all__ = ["Sentences", "sentences_of"]

_CUT_AT_ONCE = 4
"""Articles whose words are kept: whoever asks for one quote asks for the article's others, too."""


@attrs.frozen(repr=False)
class Sentences:
    """What finds the sentences of an article."""

    text: str
    ranges: tuple[tuple[int, int], ...]

    def __call__(self, span: Span) -> Span:
        """The span of the whole sentences that hold one."""
        return Span(*_words_of(self).sentences_around(span.start, span.end))


def sentences_of(text: str, headline: Headline | None, body: Body) -> Sentences:
    """What finds the sentences of an article's headline and story."""
    spans = [*body.text_spans] if headline is None else [headline.span, *body.text_spans]
    return Sentences(text, tuple((span.start, span.end) for span in sorted(spans)))


@lru_cache(maxsize=_CUT_AT_ONCE)
def _words_of(sentences: Sentences) -> Doc:
    from newsquote._text.doc import read_doc  # noqa: PLC0415 - only who asks needs it
    from newsquote.lang import get_pack  # noqa: PLC0415 - as above; it loads word lists

    return read_doc(sentences.text, sentences.ranges, get_pack("en"))
