"""The training articles as documents with gold attributions in tokens.

In: a JSON-lines file of articles. Out: articles, each with its document and its attributions as
token ranges; attributions with source and cue swapped are left out.
"""

import json

import attrs

from newsquote._names import spotting
from newsquote._text import doc as docs
from newsquote._text import lines
from newsquote.lang import get_pack


@attrs.define(eq=False)
class Gold:
    """An attribution in tokens, edges at tokens with letters or digits."""

    cue: tuple
    source: tuple | None
    pieces: list  # content, pieces with nothing between them joined
    head: int = -1

    @property
    def left(self):
        return [p for p in self.pieces if p[1] <= self.cue[0]]

    @property
    def right(self):
        return [p for p in self.pieces if p[0] >= self.cue[1]]


@attrs.define(eq=False)
class Article:
    id: str
    publisher: str
    text: str
    quotes: list
    doc: object
    names: object
    golds: list


def read(path):
    pack = get_pack("en")
    found = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            doc = docs.read_doc(
                row["text"], [(x.start, x.end) for x in lines.split_lines(row["text"])], pack
            )
            golds = [g for q in row["quotes"] if (g := _gold(doc, q)) is not None]
            found.append(
                Article(
                    row["id"],
                    row["publisher"],
                    row["text"],
                    row["quotes"],
                    doc,
                    spotting.find_names(doc),
                    golds,
                )
            )
    return found


def _alnum(word):
    return any(map(str.isalnum, word))


def _range(doc, spans):
    """The tokens of spans, cut to tokens with letters."""
    i, j = doc.token_at(spans[0][0]), doc.token_at(spans[-1][1] - 1) + 1
    a, b = i, j
    while a < b and not _alnum(doc.words[a]):
        a += 1
    while b > a and not _alnum(doc.words[b - 1]):
        b -= 1
    return (a, b) if a < b else (i, j)


def _gold(doc, quote):
    if not quote["cue"] or not quote["content"]:
        return None
    cue = _range(doc, quote["cue"])
    source = _range(doc, quote["source"]) if quote["source"] else None
    pieces = []
    for span in sorted(quote["content"]):
        i, j = _range(doc, [span])
        if pieces and not any(_alnum(w) for w in doc.words[pieces[-1][1] : i]):
            pieces[-1] = (pieces[-1][0], j)
        else:
            pieces.append((i, j))
    if source and _swapped(doc, cue, source):
        return None
    return Gold(cue, source, pieces)


def _swapped(doc, cue, source):
    """Whether the source holds a cue verb and the cue is made of capitals or a pronoun."""
    verbs = _verbs()
    cue_words, source_words = doc.words[cue[0] : cue[1]], doc.words[source[0] : source[1]]
    if any(w.lower() in verbs for w in cue_words) or len(source_words) > 4:
        return False
    names = all(
        w[0].isupper() or w.lower() in {"he", "she", "they", "it", "i", "we"} for w in cue_words
    )
    return names and any(w.lower() in verbs and w[0].islower() for w in source_words)


_VERBS = None


def _verbs():
    global _VERBS
    if _VERBS is None:
        _VERBS = {form for row in get_pack("en").rows("cue_verbs") for form in row[3].split()}
    return _VERBS


def set_heads(train, others=()):
    """Choose in every cue the one word that most often is a cue by itself."""
    alone, total, inside = {}, {}, {}
    for article in train:
        for w in article.doc.lowers:
            total[w] = total.get(w, 0) + 1
        for g in article.golds:
            words = article.doc.lowers[g.cue[0] : g.cue[1]]
            for w in words:
                inside[w] = inside.get(w, 0) + 1
            if len(words) == 1:
                alone[words[0]] = alone.get(words[0], 0) + 1
    closed = get_pack("en").table("word_classes")
    verbs = _verbs()

    def worth(w):
        value = (alone.get(w, 0) + 0.3 * inside.get(w, 0) + 0.05) / (total.get(w, 0) + 2)
        if w in closed:
            value *= 0.05 if closed[w] != "AC" else 3
        if w.endswith("ly"):
            value *= 0.1
        return value + (0.2 if w in verbs else 0) if _alnum(w) else value * 0.5

    for article in [*train, *others]:
        for g in article.golds:
            g.head = max(
                range(g.cue[0], g.cue[1]), key=lambda t: (worth(article.doc.lowers[t]), -t)
            )
