"""An article in the JSON form, as one line.

In: an ``Article``. Out: a line of JSON. Why: JSON Lines hold an article a line, and a line must end
nowhere else: it is in ASCII, because some characters that JSON may hold end a line for other
programs, and lone surrogates cannot be encoded.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from newsquote.codec import counted_in, to_dict

if TYPE_CHECKING:
    from newsquote.models import Article

__all__ = ["json_line"]


def json_line(article: Article, units: str = "codepoints") -> str:
    r"""The JSON form of an article in one line.

    :param article: the article.
    :param units: what spans count: one of ``codec.UNITS``.
    :return: one JSON object, in ASCII, ended by ``\n``.
    :raises ValueError: if there are no such units.

    >>> import newsquote
    >>> json_line(newsquote.parse("", id="a1"))[:38]
    '{"schema_version": "1.0", "id": "a1", '
    """
    data = to_dict(article) if units == "codepoints" else counted_in(units, article)
    return json.dumps(data) + "\n"
