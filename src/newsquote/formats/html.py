"""An article as a page that shows who said what.

In: an ``Article``. Out: a ``View``: one self-contained page, without script and without anything
from elsewhere. Why: a reading is checked fastest where it stands, in its text. A speaker has a
number, which is the class of what they say and the end of the id of the input that leaves only
their marks on.
"""

from __future__ import annotations

from collections import Counter
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from newsquote.formats._page_style import FILTER, STYLE
from newsquote.formats._page_text import Ink, plain, safe, sections
from newsquote.kinds import Polarity
from newsquote.models import Article

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

    from newsquote.models import Quote, Span, Speaker

__all__ = ["View", "choice", "page_of", "view"]

HUES = (215, 32, 140, 318, 58, 268, 178, 0)
"""Degrees, for those who are quoted most: the first few are furthest apart."""
HUE_STEP = 137
"""Degrees between all others, so that neighbours on the list differ."""
UNSURE = 0.7
"""Below this confidence a quote is marked as one to look at."""
UNKNOWN = "unknown speaker"

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy"
content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<aside>
<fieldset>
<legend>{legend}</legend>
<ol>
{choices}
</ol>
</fieldset>
{key}
</aside>
<main>{text}</main>
</body>
</html>
"""


_KEY = """<p class="key"><mark class="direct">direct</mark> <mark class="mixed">mixed</mark>
<mark class="indirect">indirect</mark> <mark class="direct unsure">unsure</mark>
<span class="of">(confidence below {unsure})</span></p>
<p class="key">Underlined: <u class="source">source</u>, dotted: <u class="cue">cue</u>.
<span class="how">A quote that is pointed at or reached by the Tab key says whose it is.</span>
</p>"""


@attrs.frozen
class View:
    r"""The page that shows an article.

    ``str(view)`` is its HTML, and a notebook shows it in a frame.

    >>> import newsquote
    >>> page = newsquote.view(newsquote.parse("Mill to close\n\nThe mill will close in May."))
    >>> str(page).splitlines()[0]
    '<!DOCTYPE html>'
    """

    article: Article

    def __str__(self) -> str:
        title = self.article.headline.text if self.article.headline else "Article"
        people = _numbered(self.article)
        blocks = [
            (block.span.start, block.span.end, block.role.value) for block in self.article.blocks
        ]
        return page_of(
            title=title,
            legend="Speakers",
            key=_KEY.format(unsure=f"{UNSURE:.2f}"),
            style=STYLE + "\n".join(_filters(self.article, people)),
            choices="\n".join(_list(self.article, people)),
            text="".join(sections(self.article.text, blocks, _inks(self.article, people))),
        )

    def __repr__(self) -> str:
        return f"<View of {self.article!r}>"

    def _repr_html_(self) -> str:
        page = escape(str(self))
        style = "width:100%;height:40rem;border:0"
        return f'<iframe sandbox srcdoc="{page}" style="{style}"></iframe>'

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


def _numbered(article: Article) -> dict[Speaker, int]:
    """The speakers with their numbers.

    Those of quotes that are not on the article's list come last.
    """
    said = (quote.speaker for quote in article.quotes if quote.speaker is not None)
    return {speaker: n for n, speaker in enumerate(dict.fromkeys((*article.speakers, *said)))}


def _filters(article: Article, people: dict[Speaker, int]) -> Iterator[str]:
    """The rules of each speaker, the hues given out by how often they are quoted."""
    said = Counter(quote.speaker for quote in article.quotes)
    ranked = sorted(people, key=lambda speaker: (-said[speaker], people[speaker]))
    for rank, speaker in enumerate(ranked):
        hue = HUES[rank] if rank < len(HUES) else rank * HUE_STEP % 360
        yield FILTER.format(n=people[speaker], hue=hue)
    yield "body:has(#unknown:checked) main .unknown{--on:1}"


def _inks(article: Article, people: dict[Speaker, int]) -> Iterator[Ink]:
    """The parts of the quotes, their sources and cues, and the dateline."""
    if article.dateline:
        yield _ink(article.dateline.span, "b", "dateline", "dateline")
    for quote in article.quotes:
        whose = _class(quote.speaker, people)
        how = f"{whose} {quote.kind.value}{' unsure' if quote.confidence < UNSURE else ''}"
        for part in quote.parts:
            yield _ink(part.span, "mark", how, _facts(quote))
        if quote.source:
            yield _ink(quote.source.span, "u", f"source {whose}", f"source: {_name(quote)}")
        if quote.cue:
            facts = (
                f"cue: {quote.cue.lemma}, {quote.cue.category.value}, {quote.cue.polarity.value}"
            )
            yield _ink(quote.cue.span, "u", f"cue {whose}", facts)


def _ink(span: Span, tag: str, classes: str, facts: str) -> Ink:
    return Ink(span.start, span.end, tag, classes, facts)


def _class(speaker: Speaker | None, people: dict[Speaker, int]) -> str:
    return "unknown" if speaker is None else f"s{people[speaker]}"


def _name(quote: Quote) -> str:
    return quote.speaker.name if quote.speaker else UNKNOWN


def _facts(quote: Quote) -> str:
    """What a reader checks; a denial is no claim, so it is said here and not only at the cue."""
    facts = (
        f"{_name(quote)}: {quote.kind.value}, {quote.mode.value}, confidence {quote.confidence:.2f}"
    )
    if quote.confidence < UNSURE:
        facts += " (unsure)"
    if quote.cue and quote.cue.polarity != Polarity.POSITIVE:
        facts += f", {quote.cue.polarity.value}"
    return f"{facts}; inside a quote of {_name(quote.parent)}" if quote.parent else facts


def _list(article: Article, people: dict[Speaker, int]) -> Iterator[str]:
    """The inputs that filter, one a speaker who is quoted."""
    yield choice('id="all" checked', "everyone", "", len(article.quotes))
    for row in article.sources():
        who = ", ".join(field for field in (row.role, row.affiliation) if field)
        n = people[row.speaker]
        name = f'<mark class="s{n}">{safe(row.name)}</mark>'
        yield choice(f'id="w{n}" class="one"', name, who, row.quotes)
    unknown = sum(quote.speaker is None for quote in article.quotes)
    if unknown:
        name = f'<mark class="unknown">{UNKNOWN}</mark>'
        yield choice('id="unknown" class="one"', name, "", unknown)


def page_of(**parts: str) -> str:
    """A page of its parts: title, style, legend, choices, key and text; all but the title HTML."""
    return _PAGE.format(**{**parts, "title": plain(parts["title"])})


def choice(attributes: str, name: str, who: str, quotes: int) -> str:
    """An input that leaves some marks on: HTML of its name, and plain text of who that is."""
    noun = "quote" if quotes == 1 else "quotes"
    count = f'<span class="count" title="{quotes} {noun}">{quotes}</span>'
    about = f" <small><bdi>{safe(who)}</bdi></small>" if who else ""
    label = f'<input type="radio" name="who" {attributes}> <bdi>{name}</bdi> {count}{about}'
    return f"<li><label>{label}</label></li>"
