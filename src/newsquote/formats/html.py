"""An article as a page that shows who said what.

In: an ``Article``. Out: a ``View``: one self-contained page, without script and without anything from elsewhere. Why: a reading is checked
fastest where it stands, in its text. Spans overlap (a quote in a quote, a source in a quote), so the text is cut at every edge and each
piece is tinted and underlined by itself; no tag ever crosses another.
"""

from __future__ import annotations

import functools
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from newsquote.models import Article

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

    from newsquote.models import Quote, Span, Speaker

__all__ = ["View", "view"]

HUE_STEP = 137  # degrees: neighbours on the list get colours far apart
UNKNOWN = "unknown speaker"

_STYLE = """
:root{color-scheme:light dark;--ink:#222;--paper:#fff;--quiet:#666;--s:75%;--l:86%}
@media(prefers-color-scheme:dark){:root{--ink:#ddd;--paper:#181818;--quiet:#999;--s:45%;--l:26%}}
body{margin:2rem auto;max-width:72rem;padding:0 1rem;display:flex;flex-wrap:wrap;gap:2rem;color:var(--ink);background:var(--paper);
font:1rem/1.6 Georgia,serif}
main{flex:3 1 30rem;white-space:pre-wrap;overflow-wrap:anywhere}
aside{flex:1 1 14rem;font:.9rem/1.5 system-ui,sans-serif}
ol{list-style:none;padding:0}li{margin:.5rem 0}small{color:var(--quiet);display:block}
mark{color:inherit;background:hsl(var(--h) var(--s) var(--l))}mark.unknown{background:none;outline:1px dashed var(--quiet)}
u.cue{text-decoration:underline dotted 2px}u.source{text-decoration:underline solid 2px}
"""

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main>{text}</main>
<aside>
<h2>Speakers</h2>
<ol>
{speakers}
</ol>
</aside>
</body>
</html>
"""


@attrs.frozen
class View:
    r"""The page that shows an article; ``str(view)`` is its HTML, and a notebook shows it in a frame.

    >>> import newsquote
    >>> page = newsquote.view(newsquote.parse("Mill to close\n\nThe mill will close in May."))
    >>> str(page).splitlines()[0]
    '<!DOCTYPE html>'
    """

    article: Article

    def __str__(self) -> str:
        title = self.article.headline.text if self.article.headline else "Article"
        return _PAGE.format(title=_safe(title), style=_STYLE, text="".join(_pieces(self.article)), speakers="\n".join(_list(self.article)))

    def __repr__(self) -> str:
        return f"<View of {self.article!r}>"

    def _repr_html_(self) -> str:
        return f'<iframe sandbox srcdoc="{escape(str(self))}" style="width:100%;height:40rem;border:0"></iframe>'

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the page to a file, in UTF-8.

        :param path: the file; one that is there is written over.
        :raises OSError: if it cannot be written.
        """
        Path(path).write_bytes(str(self).encode())


def view(article: Article) -> View:
    """The page that shows an article.

    :param article: the article.
    :return: the page, for ``str()``, ``.save(path)`` and notebooks.
    :raises TypeError: if the argument is no article.

    >>> import newsquote
    >>> "<title>Article</title>" in str(newsquote.view(newsquote.parse("")))
    True
    """
    if not isinstance(article, Article):
        msg = f"article must be an Article, not {type(article).__name__}"
        raise TypeError(msg)
    return View(article)


@attrs.frozen(eq=False)
class _Ink:
    """What one span of the text gets: a tag, its attributes, and what stands in its title."""

    span: Span
    tag: str
    attributes: str
    title: str


def _inks(article: Article) -> Iterator[_Ink]:
    """The parts of the quotes, tinted by speaker, and their sources and cues, underlined."""
    hues = {speaker: n * HUE_STEP % 360 for n, speaker in enumerate(article.speakers)}
    for quote in article.quotes:
        tint = _tint(quote.speaker, hues)
        for part in quote.parts:
            yield _Ink(part.span, "mark", tint, _title(quote))
        if quote.source:
            yield _Ink(quote.source.span, "u", 'class="source"', f"source: {quote.speaker.name if quote.speaker else UNKNOWN}")
        if quote.cue:
            yield _Ink(
                quote.cue.span, "u", 'class="cue"', f"cue: {quote.cue.lemma}, {quote.cue.category.value}, {quote.cue.polarity.value}"
            )


def _tint(speaker: Speaker | None, hues: dict[Speaker, int]) -> str:
    return 'class="unknown"' if speaker is None else f'style="--h:{hues.get(speaker, 0)}"'


def _title(quote: Quote) -> str:
    said_by = quote.speaker.name if quote.speaker else UNKNOWN
    return f"{said_by}: {quote.kind.value}, {quote.mode.value}, confidence {quote.confidence:.2f}"


def _pieces(article: Article) -> Iterator[str]:
    """The text, cut at every edge, each piece in the tags of the spans that cover it."""
    starts: dict[int, list[_Ink]] = {}
    ends: dict[int, list[_Ink]] = {}
    for ink in _inks(article):
        if len(ink.span):
            starts.setdefault(ink.span.start, []).append(ink)
            ends.setdefault(ink.span.end, []).append(ink)
    edges = sorted({0, *starts, *ends, len(article.text)})
    open_inks: list[_Ink] = []
    for start, end in pairwise(edges):
        for ink in ends.get(start, ()):
            open_inks.remove(ink)
        open_inks += starts.get(start, ())
        yield _dressed(_safe(article.text[start:end]), open_inks)


def _dressed(piece: str, inks: list[_Ink]) -> str:
    """One piece in one tag of a kind at most: where quotes lie in each other, in the innermost one's, which is the shortest."""
    kinds = {ink.tag if ink.tag == "mark" else ink.attributes: ink for ink in sorted(inks, key=lambda ink: len(ink.span), reverse=True)}
    for ink in kinds.values():
        piece = f'<{ink.tag} {ink.attributes} title="{_safe(ink.title)}">{piece}</{ink.tag}>'
    return piece


def _list(article: Article) -> Iterator[str]:
    hues = {speaker: n * HUE_STEP % 360 for n, speaker in enumerate(article.speakers)}
    for row in article.sources():
        who = ", ".join(field for field in (row.role, row.affiliation) if field)
        yield _item(_tint(row.speaker, hues), row.name, who, row.quotes)
    unknown = sum(quote.speaker is None for quote in article.quotes)
    if unknown:
        yield _item(_tint(None, hues), UNKNOWN, "", unknown)


def _item(tint: str, name: str, who: str, quotes: int) -> str:
    count = f"{quotes} quote{'' if quotes == 1 else 's'}"
    return f"<li><mark {tint}>{_safe(name)}</mark> {count}{f'<small>{_safe(who)}</small>' if who else ''}</li>"


def _safe(text: str) -> str:
    """Text for a page: escaped, and without the characters that no page may have."""
    return escape(text.translate(_forbidden()))


@functools.cache
def _forbidden() -> dict[int, str]:
    return dict.fromkeys((*range(9), 11, *range(14, 32), *range(127, 160), *range(0xD800, 0xE000)), "\ufffd")
