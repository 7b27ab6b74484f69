"""The article of an HTML page, with the way back into the page (``pip install 'newsquote[html]'``).

In: a page, as text, bytes or a file. Out: its plain text without menus and the like, what the page
says of itself, and for every span of the text its place in the source. Why: markup knows who wrote
a story and when, which text can only let guess; and a text that is composed as people paste it,
headline and byline above the story, is what ``newsquote.parse`` reads best. Nothing is fetched.
"""

from __future__ import annotations

try:
    import trafilatura  # noqa: F401 - asked for here, so that its absence is said once
except ImportError as error:
    msg = "newsquote.extras.html needs trafilatura: pip install 'newsquote[html]'"
    raise ImportError(msg, name="trafilatura") from error

from newsquote.extras.html.pages import Origin, Page, RelatedLink, Statement, WholePage
from newsquote.extras.html.reading import read_page

__all__ = ["Origin", "Page", "RelatedLink", "Statement", "WholePage", "read_page"]
