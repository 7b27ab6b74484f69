"""A text as the rules for clauses see it, with look-ups by its words."""

import pytest

from newsquote._names import spotting
from newsquote._quotes.clauses import cues
from newsquote._quotes.clauses.adverbials import Adverbials
from newsquote._quotes.clauses.contents import ContentFinder
from newsquote._quotes.clauses.cued_text import cued_text
from newsquote._quotes.clauses.sources import SourceFinder
from newsquote._text import doc as docs
from newsquote.lang import get_pack


class ClauseReading:
    """A composed text, each of its lines a paragraph."""

    def __init__(self, text):
        ranges, at = [], 0
        for paragraph in text.split("\n"):
            ranges.append((at, at + len(paragraph)))
            at += len(paragraph) + 1
        self.pack = get_pack("en")
        self.doc = docs.read_doc(text, ranges, self.pack)
        self.names = spotting.find_names(self.doc)
        self.mark_at = cues.outer_marks(self.doc)
        ends = cues.ends(self.pack)
        spots = [k for k, word in enumerate(self.doc.lowers) if word in ends]
        self.cues = cues.find_cues(self.doc, self.mark_at, spots)
        self.sources = SourceFinder(self.doc, self.names, self.mark_at)
        self.contents = ContentFinder(self.doc, self.mark_at, self.cues, self.sources)
        self.text = cued_text(self.doc, self.mark_at, self.cues)
        self.adverbials = Adverbials(self.text)

    @property
    def last(self):
        return len(self.doc.words)

    def at(self, word):
        """The first token of these letters."""
        return self.doc.words.index(word)

    def behind(self, word):
        return self.at(word) + 1

    def cue(self, word):
        """The cue whose verb has these letters."""
        return next(cue for cue in self.cues if self.doc.words[cue.head] == word)

    def words(self, i, j):
        return self.doc.slice(i, j)

    def source(self, source):
        return None if source is None else self.doc.slice(source.i, source.j)

    def pieces(self, content):
        return (
            None if content is None else [self.doc.text[slice(*piece)] for piece in content.pieces]
        )

    def content(self, word, side="left"):
        """The content of the cue with this verb, with its source on one side of it."""
        cue = self.cue(word)
        source = None if side is None else getattr(self.sources, side)(cue)
        return self.contents.content_of(cue, source)


@pytest.fixture
def read():
    return ClauseReading
