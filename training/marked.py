"""The training articles as documents with gold attributions in tokens.

In: JSON-lines files of articles. Out: articles, each with its document and its attributions as
token ranges; attributions with source and cue swapped are left out, and words of which readers
disagree are neither right nor wrong. Why: corpora follow different guides.
"""

import hashlib
import json
from functools import cache

import attrs

from newsquote._names import spotting
from newsquote._text import doc as docs
from newsquote._text import lines
from newsquote.lang import get_pack

PRONOUNS = frozenset(("he", "she", "they", "it", "i", "we"))
MOST_SWAPPED_WORDS = 4
"""A longer source is no cue."""
PARTS = 3
"""Into how many groups, by their ids, articles without a publisher are cut for cross-validation."""


@attrs.define(eq=False)
class Gold:
    """An attribution in tokens, edges at tokens with letters or digits."""

    cue: tuple
    source: tuple | None
    pieces: list
    """Of the content; pieces with nothing between them are joined."""
    head: int = -1

    @property
    def left(self):
        """The pieces before the cue."""
        return [piece for piece in self.pieces if piece[1] <= self.cue[0]]

    @property
    def right(self):
        """The pieces behind the cue."""
        return [piece for piece in self.pieces if piece[0] >= self.cue[1]]


@attrs.define(eq=False)
class Article:
    """A training article."""

    publisher: str
    """One without a publisher stands for itself: anyone may publish it again."""
    group: str
    """What is left out together in a cross-validation."""
    doc: object
    names: object
    golds: list
    unsure: frozenset
    """Tokens that are learned from neither as parts of attributions nor as none."""
    worth: float = 1.0
    """How much it counts beside others."""


def read_articles(path, worth=1.0):
    """The articles of a file."""
    with path.open(encoding="utf-8") as file:
        return [make_article(json.loads(line), worth) for line in file]


def group_of(row):
    """The publisher of a line of a file, or else one of a few parts that its id falls into."""
    number = int(hashlib.sha256(row["id"].encode()).hexdigest(), 16)
    return row.get("publisher") or f"part{number % PARTS}"


def make_article(row, worth=1.0):
    """The article of a line of the file."""
    text = row["text"]
    ranges = [(line.start, line.end) for line in lines.split_lines(text)]
    doc = docs.read_doc(text, ranges, get_pack("en"))
    golds = [make_gold(doc, quote) for quote in row["quotes"] if not quote.get("optional")]
    optional = [make_gold(doc, quote) for quote in row["quotes"] if quote.get("optional")]
    golds = [gold for gold in golds if gold is not None]
    unsure = {t for gold in optional if gold is not None for t in tokens_marked(gold)}
    if "publisher" not in row:
        unsure.update(unmarked_verbs(doc, golds))
    return Article(
        publisher=row.get("publisher") or row["id"],
        group=group_of(row),
        doc=doc,
        names=spotting.find_names(doc),
        golds=golds,
        unsure=frozenset(unsure.difference(*map(tokens_marked, golds))),
        worth=worth,
    )


def tokens_marked(gold):
    """The tokens of an attribution that a label says something of."""
    edges = [t for i, j in gold.pieces for t in (i, j - 1)]
    source = [gold.source[0], gold.source[1] - 1] if gold.source else []
    return {*range(*gold.cue), *source, *edges}


def unmarked_verbs(doc, golds):
    """The verbs of thinking, and those of saying inside what somebody says.

    Where only the plain ones are marked, others are no mistakes.
    """
    thinking, all_verbs = thought_verbs(), cue_verbs()
    said = {t for gold in golds for piece in gold.pieces for t in range(*piece)}
    for t, word in enumerate(doc.lowers):
        if word in thinking or (t in said and word in all_verbs):
            yield t


def is_word(word):
    """Whether it has a letter or digit."""
    return any(map(str.isalnum, word))


def token_range(doc, spans):
    """The tokens of spans, cut to tokens with letters or digits."""
    i, j = doc.token_at(spans[0][0]), doc.token_at(spans[-1][1] - 1) + 1
    first, end = i, j
    while first < end and not is_word(doc.words[first]):
        first += 1
    while end > first and not is_word(doc.words[end - 1]):
        end -= 1
    return (first, end) if first < end else (i, j)


def make_gold(doc, quote):
    """A marked attribution, None where it is damaged."""
    if not quote["cue"] or not quote["content"]:
        return None
    cue = token_range(doc, quote["cue"])
    source = token_range(doc, quote["source"]) if quote["source"] else None
    pieces = []
    for span in sorted(quote["content"]):
        i, j = token_range(doc, [span])
        if pieces and not any(map(is_word, doc.words[pieces[-1][1] : i])):
            pieces[-1] = (pieces[-1][0], j)
        else:
            pieces.append((i, j))
    if source and are_swapped(doc, cue, source):
        return None
    return Gold(cue, source, pieces)


def are_swapped(doc, cue, source):
    """Whether the source holds a cue verb and the cue is made of capitals or a pronoun."""
    verbs = cue_verbs()
    cue_words, source_words = doc.words[slice(*cue)], doc.words[slice(*source)]
    if any(word.lower() in verbs for word in cue_words):
        return False
    if len(source_words) > MOST_SWAPPED_WORDS:
        return False
    are_names = all(word[0].isupper() or word.lower() in PRONOUNS for word in cue_words)
    return are_names and any(word.lower() in verbs and word[0].islower() for word in source_words)


@cache
def thought_verbs():
    """All forms of the verbs of thinking."""
    rows = get_pack("en").rows("cue_verbs")
    return {form for row in rows if row[1] == "thought" for form in row[3].split()}


@cache
def cue_verbs():
    """All forms of all cue verbs."""
    return {form for row in get_pack("en").rows("cue_verbs") for form in row[3].split()}


def set_heads(articles):
    """Choose in every cue the one word that most often is a cue by itself."""
    worth = HeadWorth(articles)
    for article in articles:
        lowers = article.doc.lowers
        for gold in article.golds:
            gold.head = max(range(*gold.cue), key=lambda t, words=lowers: (worth.of(words[t]), -t))


class HeadWorth:
    """How good a head each word is, by how often it is a cue."""

    CLOSED, ATTRIBUTING, ADVERB, SIGN = 0.05, 3, 0.1, 0.5
    """Factors of a word of a closed class, of one like "according", of an adverb, of a sign."""
    CUE_VERB = 0.2
    """Added for a cue verb."""
    IN_LONGER_CUE = 0.3
    """What a word of a cue of several words counts, beside one that is a cue by itself."""
    PRIOR_TIMES, PRIOR_TOTAL = 0.05, 2
    """Added to the counts, so that rare words are not sure."""

    def __init__(self, articles):
        self.alone, self.total, self.inside = {}, {}, {}
        self.closed, self.verbs = get_pack("en").table("word_classes"), cue_verbs()
        for article in articles:
            for word in article.doc.lowers:
                self.total[word] = self.total.get(word, 0) + 1
            for gold in article.golds:
                self.count(article.doc.lowers[slice(*gold.cue)])

    def count(self, cue):
        """Count the words of a cue."""
        for word in cue:
            self.inside[word] = self.inside.get(word, 0) + 1
        if len(cue) == 1:
            self.alone[cue[0]] = self.alone.get(cue[0], 0) + 1

    def of(self, word):
        """The worth of a word as a head."""
        in_longer = self.IN_LONGER_CUE * self.inside.get(word, 0)
        times = self.alone.get(word, 0) + in_longer + self.PRIOR_TIMES
        value = times / (self.total.get(word, 0) + self.PRIOR_TOTAL)
        if word in self.closed:
            value *= self.ATTRIBUTING if self.closed[word] == "AC" else self.CLOSED
        if word.endswith("ly"):
            value *= self.ADVERB
        if not is_word(word):
            return value * self.SIGN
        return value + (self.CUE_VERB if word in self.verbs else 0)
