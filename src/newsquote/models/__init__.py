"""The public values: what an article consists of.

In: plain values. Out: frozen, slotted, hashable, comparable classes whose spans point into the
caller's own string. Why: everything a reader of the text finds is handed over as one of these, and
nothing here parses, so the values stay cheap, picklable and stable.

Spans are half-open and count code points: ``article.text[part.span.slice] == part.text``. A plain
string field (``role``, ``place``, ...) has a sibling ``<field>_span``, which is None where the
value was put together or stands nowhere in one piece.
"""

from newsquote.models.article import Article, ParseFailure, Source
from newsquote.models.checks import Change, Check, CheckPlace, Explanation, Verification
from newsquote.models.page import (
    Author,
    Block,
    Body,
    Byline,
    Credit,
    Dateline,
    Headline,
    Note,
    Paragraph,
    RelatedList,
    RelatedStory,
)
from newsquote.models.people import Doubt, KnownPerson, Mention, Person, SourceCount, Speaker
from newsquote.models.quotes import Cue, NoComment, Part, Quote, Rejected
from newsquote.models.span import Span

__all__ = [
    "Article",
    "Author",
    "Block",
    "Body",
    "Byline",
    "Change",
    "Check",
    "CheckPlace",
    "Credit",
    "Cue",
    "Dateline",
    "Doubt",
    "Explanation",
    "Headline",
    "KnownPerson",
    "Mention",
    "NoComment",
    "Note",
    "Paragraph",
    "ParseFailure",
    "Part",
    "Person",
    "Quote",
    "Rejected",
    "RelatedList",
    "RelatedStory",
    "Source",
    "SourceCount",
    "Span",
    "Speaker",
    "Verification",
]
