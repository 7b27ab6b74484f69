"""Articles with marked meanings -> the mentions that point back, as groups of candidates.

In: the folder of training articles: ``polnear.jsonl`` with ``speakers.json``, ``wikinews.jsonl``
and ``gum.jsonl``. Out: a case for each pronoun and description whose meaning people marked: what
the package's own code tells of every candidate, and which of them are right.
"""

import json
import zlib
from collections import Counter
from contextlib import contextmanager
from operator import itemgetter

import attrs

from newsquote._names import resolve, spotting
from newsquote._names.antecedents.ranker import Ranker, weights_by_family
from newsquote._page import passes
from newsquote._quotes import engine
from newsquote._scoring.names import near_name, same_name
from newsquote._text import doc as docs
from newsquote._text import lines
from newsquote._text.notes import Notes
from newsquote.lang import get_pack

FOLDS = 6
"""Into how many parts a corpus of one publisher is cut."""
NAMED = frozenset(("person", "organization"))
PASSING = frozenset(("he", "she", "it", "they", "him", "his", "her", "its", "their", "them"))
"""Pronouns that are learned from where every mention is marked."""
MAX_DESCRIPTION = 4
"""How many tokens a description has at most that is learned from there."""
SMALL_WORDS = frozenset(("the", "a", "an", "of"))


@attrs.define(eq=False, kw_only=True)
class Case:
    """A mention that points back."""

    document: str
    publisher: str
    fold: str
    meaning: str
    described: bool
    """Whether it is a description, and no pronoun."""
    source: bool
    """Whether it is the source of a quote."""
    features: list
    """Of each candidate, nobody last."""
    gold: list
    """Whether each is right."""
    chosen: bool | None
    """Whether the candidate that was chosen is right; None where none was."""


@attrs.define(eq=False, kw_only=True)
class Asked:
    """One question to the ranker, as it was put."""

    situation: object
    features: list
    gold: list
    choice: object
    described: bool


class Recorder(Ranker):
    """A ranker that keeps what it is asked, and may answer what people marked."""

    weights = None
    """Weights to ask by; the package's own where there are none."""
    teaches = True
    """Whether it answers what people marked, so that later mentions see a true history."""
    answers: dict
    """By token: a test of clusters, whether one is right."""
    asked: dict
    """By token: what was asked."""

    def __init__(self, discourse):
        super().__init__(discourse)
        if self.weights is not None:
            self._weights = self.weights
            self._of_family = weights_by_family(self.weights)

    def choose(self, meaning, i, links=None):
        """The choice, as the package would make it or as people marked it."""
        is_right = self.answers.get(i)
        if is_right is None:
            return super().choose(meaning, i, links)
        situation, features = self.situation(meaning, i, links)
        gold = [bool(is_right(one.cluster)) for one in situation.candidates]
        if not self.teaches:
            choice = super().choose(meaning, i, links)
        elif any(gold):
            choice = self._choice(situation, [float(right) for right in gold])
        else:
            choice = None
        self.asked[i] = Asked(
            situation=situation,
            features=features,
            gold=gold,
            choice=choice,
            described=links is not None,
        )
        return choice


def read_cases(folder, documents=None, weights=None, *, teaches=True):
    """The cases of all documents, or of some.

    weights: by which is asked who stands out, and which choose where nothing is taught.
    """
    Recorder.weights, Recorder.teaches = weights, teaches
    found = []
    for article in (*articles_with_speakers(folder), *articles_with_chains(folder)):
        if documents is None or article.document in documents:
            found += article.cases()
    return found


@attrs.define(eq=False, kw_only=True)
class Marked:
    """An article, with a way to read what is marked in it."""

    document: str
    publisher: str
    fold: str
    row: dict
    mentions: object
    """Gives the document, its names, the sources, what is said, and the answers by token."""

    def cases(self):
        """The marked mentions of the article."""
        doc, names, sources, said, answers = self.mentions(self.row)
        Recorder.asked, Recorder.answers = {}, answers
        with asking_for(answers):
            resolve.resolve_mentions(doc, names, sources, Notes(), {}, said)
        heads = {doc.tokens_in(*where)[0] for where in sources}
        return [self._case(asked, i in heads) for i, asked in Recorder.asked.items()]

    def _case(self, asked, source):
        chosen = None
        if asked.choice is not None:
            clusters = [one.cluster for one in asked.situation.candidates]
            chosen = asked.gold[clusters.index(asked.choice.cluster)]
        return Case(
            document=self.document,
            publisher=self.publisher,
            fold=self.fold,
            meaning=asked.situation.meaning,
            described=asked.described,
            source=source,
            features=asked.features,
            gold=[*asked.gold, not any(asked.gold)],
            chosen=chosen,
        )


@contextmanager
def asking_for(answers):
    """Let the package ask the recorder, and for every pronoun that has an answer."""
    ranker, pronouns_of = resolve.Ranker, resolve.gendered_pronouns

    def with_answers(doc):
        asked = {i for i in answers if doc.lowers[i] in PASSING}
        return sorted(asked.union(pronouns_of(doc)))

    resolve.Ranker, resolve.gendered_pronouns = Recorder, with_answers
    try:
        yield
    finally:
        resolve.Ranker, resolve.gendered_pronouns = ranker, pronouns_of


def rows_of(path):
    """The lines of a file."""
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def part_of(document):
    """The part of a corpus in which a document is left out."""
    return zlib.crc32(document.encode()) % FOLDS


def read_document(text):
    """The document, names and headline of a text, as a parse reads them."""
    pack = get_pack("en")
    layout = passes.read_page(text, lines.split_lines(text), pack, Notes(), None)
    ranges, headline = layout.reading_order(text)
    doc = docs.read_doc(text, ranges, pack)
    return doc, spotting.find_names(doc), headline


# --------------------------------------------------------------- articles whose speakers are marked


def articles_with_speakers(folder):
    """The articles in which people marked who speaks."""
    speakers = json.loads((folder / "speakers.json").read_text(encoding="utf-8"))
    for row in rows_of(folder / "polnear.jsonl"):
        marks = speakers.get(row["id"])
        if marks is not None:
            for quote in row["quotes"]:
                quote.update(marks.get(quote["id"], {}))
            yield Marked(
                document=row["id"],
                publisher=row["publisher"],
                fold=row["publisher"],
                row=row,
                mentions=mentions_of_speakers,
            )
    for row in rows_of(folder / "wikinews.jsonl"):
        yield Marked(
            document=row["id"],
            publisher="wikinews",
            fold=f"wikinews {part_of(row['id'])}",
            row=row,
            mentions=mentions_of_speakers,
        )


def mentions_of_speakers(row):
    """The sources, with whom they mean."""
    doc, names, _ = read_document(row["text"])
    said, answers = [], {}
    for quote in row["quotes"]:
        spans = quote["source"]
        source = (spans[0][0], spans[-1][1]) if spans else None
        said += [(tuple(piece), source) for piece in quote["content"]]
        if source is None or not quote.get("speaker"):
            continue
        i, j = doc.tokens_in(*source)
        if quote["via"] == "nominal" or (quote["via"] == "pronoun" and j - i == 1):
            answers[i] = is_speaker(row["text"], quote)
    said.sort(key=itemgetter(0))
    return doc, names, sorted({source for _, source in said if source}), said, answers


def is_speaker(text, mark):
    """A test of clusters: whether one is the marked speaker."""
    speaker = mark["speaker"]

    def has_name(cluster):
        printed = [" ".join(form) for form in cluster.forms]
        called = [cluster.display_name(text), *printed]
        return any(same_name(speaker, one) or near_name(speaker, one) for one in called)

    def has_word(cluster):
        words = set(cluster.display_name(text).lower().split()) - SMALL_WORDS
        return bool(words & set(speaker.lower().split()))

    return has_name if mark["kind"] in NAMED else has_word


# ----------------------------------------------------------- articles whose every mention is marked


def articles_with_chains(folder):
    """The articles in which people marked every mention with the entity that it belongs to."""
    for row in rows_of(folder / "gum.jsonl"):
        yield Marked(
            document=row["id"],
            publisher="gum " + row["id"].split("_")[1],
            fold=f"gum {part_of(row['id'])}",
            row=row,
            mentions=mentions_of_chains,
        )


def mentions_of_chains(row):
    """The pronouns and descriptions, with whom they mean."""
    doc, names, headline = read_document(row["text"])
    wanted = engine.Wanted(trained=True, thoughts=True, nested=False, words=True)
    quotations = engine.read_quotes(doc, names, Notes(), headline, wanted=wanted)
    said = sorted(
        (
            (part.range, record.attribution.speaking)
            for record in quotations.quotes
            for part in record.parts
        ),
        key=itemgetter(0),
    )
    answers = {}
    for mention in row["mentions"]:
        i, j = doc.tokens_in(*mention["span"])
        if i < j and mention["type"] in NAMED and points_back(doc.lowers[i:j]):
            answers[i] = is_entity(row["mentions"], mention)
    return doc, names, engine.sources_of(quotations), said, answers


def points_back(words):
    """Whether a mention is a pronoun or a short description with "the"."""
    if len(words) == 1:
        return words[0] in PASSING
    return words[0] == "the" and len(words) <= MAX_DESCRIPTION


def is_entity(mentions, mention):
    """A test of clusters: whether most of the other mentions are of the same entity."""

    def test(cluster):
        found = Counter()
        for where in cluster.mentions:
            if tuple(where) != tuple(mention["span"]):
                found[entity_at(mentions, where)] += 1
        del found[None]
        return bool(found) and found.most_common(1)[0][0] == mention["entity"]

    return test


def entity_at(mentions, where):
    """The entity of the mention that a range is most alike, if it is half of it at least."""
    best, most = None, 0.5
    for mention in mentions:
        start, end = mention["span"]
        shared = min(end, where[1]) - max(start, where[0])
        likeness = shared / max(end - start, where[1] - where[0])
        if likeness > most:
            best, most = mention["entity"], likeness
    return best
