"""What the weights are asked is what they were fitted on: the features of a text, and what is made
of weights.

The words' classes, the hints, the tokens' scores and the weights are made up here, so that neither
a new word in a list nor a new training changes anything. A test that fails says that the model sees
something else than before: that needs a new ``FEATURES`` and weights fitted anew. Then
``PYTHONPATH=src python tests/unit/_quotes/model/test_seen.py`` prints the two tables that stand
below.
"""

import hashlib
import json
from collections import Counter
from functools import cache
from zlib import crc32

import pytest

from newsquote._names.spotting import Name, Names
from newsquote._quotes.model import tagging, token_keys
from newsquote._quotes.model import weights as model
from newsquote._quotes.model.blocks import LABELS
from newsquote._quotes.model.candidates import Weigher
from newsquote._quotes.model.cases import case_of
from newsquote._quotes.model.contents import ContentTables, content_candidates
from newsquote._quotes.model.cue_choices import choices_of, neighbours_of
from newsquote._quotes.model.cue_words import (
    LeftTables,
    RightTables,
    score_cue_ends,
    score_cue_starts,
)
from newsquote._quotes.model.finding import find_attributions
from newsquote._quotes.model.hints import Hint
from newsquote._quotes.model.joint import JointTables, joint_candidates
from newsquote._quotes.model.packing import blocks_of
from newsquote._quotes.model.score_tables import ScoreTables
from newsquote._quotes.model.source_spans import SourceTables, source_candidates
from newsquote._quotes.model.spellings import State
from newsquote._quotes.model.states import spelled_states
from newsquote._quotes.model.surroundings import Surroundings
from newsquote._quotes.model.templates import TEMPLATES, Step, template_of
from newsquote._quotes.model.token_view import view_tokens
from newsquote._quotes.model.voices import count_voices
from newsquote._quotes.model.word_types import Lexicon
from newsquote._text import doc as docs
from newsquote.kinds import SpeakerKind
from newsquote.lang import get_pack

TEXTS = {
    "split quotations": (
        "“The old gate holds,” said Mayor Iris Quell on Monday, “and it will hold in spring.” She added that nobody (least of all the traders) had "
        "asked; the Corrow Union denied it, saying: “We never did.”\n\n"
        "According to Quell, the town pays half — 40 percent in May and the rest later — while “the bank” pays nothing...\n\n"
        "“Who knew?” Olav Brandt asked the union, which he called “slow and deaf,” when Quell had told him that it would stay."
    ),
    "many paragraphs": (
        "TOWN KEEPS GATE, QUELL SAYS\n\n"
        "Brandt wrote in a letter:\n\n"
        "“The first winter was long. We had ice, snow and no coal.\n\n"
        "“The second winter was worse, and who would have thought it? Nobody.\n\n"
        "“The third one was mild.”\n\n"
        "That, he said, is why he left. “‘Stay,’ she said to me,” he recalled. “I could not: it was late.\n\n"
        "“And then it was later still,” Brandt told Quell's friends of the #gate club at $5 a head, said a man who knew him and his 3 dogs."
    ),
    "no marks at all": (
        "I'd say the vote was close, Quell told reporters, and Brandt, who lost, thinks so too, but the U.S. union and J.P. Lund of Wexmouth think that "
        "they know better than the council, the mayor, the traders, the ministers and everybody else who said so in the paper: nobody asked them.\n\n"
        "It is unclear, he says, whether that is what the union meant when it said it knew of no plan. Asked twice, Lund said no. Asked again, he said: no!"
    ),
    "from the first paragraph on": (
        "“The first winter was long.\n\n"
        "“The second was worse,” Quell wrote to Brandt (who had asked): “It was as if the gate, the town and the union had all said no.\n\n"
        "“Nobody came. Nobody told us why...\n\n"
        "“And that was it.” Lund, who knew, added: “Yes”; the rest of it, he thinks, was “a long, long wait” that nobody wrote about."
    ),
    "more paragraphs than a quotation has": (
        "“It was long, Brandt wrote, and cold.\n\n" * 5
        + "“It was so for a year, he said, and more.\n\n" * 5
        + "“Nobody came,” Quell said, and told us:\n\n"
        + "“That was all that I knew of it.\n\n" * 10
        + "“And so it ended,” she added."
    ),
}
VERBS = {
    "said": ("say", "neutral", "qc"),
    "says": ("say", "neutral", "qc"),
    "say": ("say", "neutral", "qc"),
    "saying": ("say", "neutral", "qc"),
    "told": ("tell", "neutral", "qcp"),
    "added": ("add", "neutral", "qc"),
    "denied": ("deny", "negative", "cn"),
    "asked": ("ask", "question", "qi"),
    "wrote": ("write", "neutral", "qc"),
    "recalled": ("recall", "thought", "qc"),
    "thinks": ("think", "thought", "c"),
    "knew": ("know", "thought", "c"),
    "called": ("call", "evaluative", "x"),
    "according": ("according to", "neutral", "a"),
}
CLASSES = {
    "the": "DT", "a": "DT", "no": "DT", "that": "TH", "to": "TO", "and": "CC", "but": "CC", "who": "WH", "which": "WH", "when": "SB", "while": "SB",
    "whether": "SB", "of": "IN", "in": "IN", "on": "IN", "at": "IN", "with": "IN", "he": "PR", "she": "PR", "it": "PR", "we": "PR", "i": "PR",
    "i'd": "PR", "they": "PR", "had": "HV", "have": "HV", "was": "BE", "is": "BE", "would": "MD", "will": "MD", "could": "MD", "did": "DO", "not": "NT",
    "monday": "DY", "may": "MO", "mayor": "TT", "according": "AC", "never": "RB", "than": "SB", "just": "BU",
}  # fmt: skip
CLUSTERS = {
    "said": 3,
    "told": 3,
    "town": 7,
    "union": 7,
    "gate": 8,
    "winter": 8,
    "long": 9,
    "late": 9,
    "traders": 11,
    "council": 11,
}
PEOPLE = {
    "Mayor Iris Quell": (SpeakerKind.PERSON, False),
    "Olav Brandt": (SpeakerKind.PERSON, False),
    "Corrow Union": (SpeakerKind.ORGANIZATION, False),
    "Quell": (None, False),
    "Brandt": (None, False),
    "Lund": (None, False),
    "Wexmouth": (None, True),
}
NAMED = pytest.mark.parametrize("name", TEXTS)
TABLES = {
    "left": LeftTables,
    "right": RightTables,
    "source": SourceTables,
    "content": ContentTables,
    "joint": JointTables,
}

STEPS = [*TABLES, "joint, long"]
"""In the last one cues share their contents, as they do where one holds the other."""


def number(*words, most=100):
    """A number between -most and most that looks drawn by lot; the same for the same words."""
    return crc32("\t".join(map(str, words)).encode()) % (2 * most + 1) - most


def article(name):
    """The document of a text, and its names."""
    text = TEXTS[name]
    ranges, at = [], 0
    for line in text.split("\n\n"):
        ranges.append((at, at + len(line)))
        at += len(line) + 2
    doc = docs.read_doc(text, ranges, get_pack("en"))
    found, taken = [], set()
    for words, (kind, place) in PEOPLE.items():
        wanted = words.split()
        for i in range(len(doc.words)):
            j = i + len(wanted)
            if doc.words[i:j] == wanted and taken.isdisjoint(range(i, j)):
                taken.update(range(i, j))
                found.append(Name(i, j - 1 if len(wanted) > 2 else i, j, kind, place))
    return doc, Names(sorted(found, key=lambda one: one.i))


def hints_for(doc):
    """For every second verb what rules might say of it: right, nearly right and wrong in turn."""
    out = {}
    heads = [t for t, word in enumerate(doc.lowers) if word in VERBS]
    for n, t in enumerate(heads[::2]):
        a, b = doc.sentences[doc.sentence_of(t)]
        before, behind = (
            (a + n % 2, max(a + n % 2 + 1, t - 1 - n % 3)),
            (t + 1 + n % 2, max(t + 2 + n % 2, b - 1 - n % 2)),
        )
        out[t] = Hint(
            cue=(t - n % 2, t + 1),
            source=None if n % 4 == 3 else (max(a, t - 2), t) if n % 3 else (t + 1, t + 3),
            left=before if n % 3 != 1 and t - 2 > a else None,
            right=behind if n % 3 else None,
            rule=("clause_with_that", "quotation", "turn_nested")[n % 3],
            side=("left", "right", "turn")[n % 3],
        )
    return out


def lexicon(known=None):
    return Lexicon(CLASSES, CLUSTERS, VERBS, known)


def scores(doc):
    """Scores by lot for every label; verbs are heads, and words with capitals are good edges of
    sources."""
    out = [
        [number(label, t, word, most=1300) for t, word in enumerate(doc.lowers)] for label in LABELS
    ]
    for t, word in enumerate(doc.words):
        out[0][t] = 300 + number("head", t, most=250) if word in VERBS else out[0][t] - 900
        if word[0].isupper():
            out[1][t], out[2][t] = out[1][t] + 600, out[2][t] + 600
    return out


class Spelled:
    """A table that gives the features themselves."""

    def __init__(self, make):
        self.make = make

    def __getitem__(self, combination):
        return self.make(*combination)

    @staticmethod
    def by_name(name, _):
        return [name]


class Recorder(Weigher):
    """Keeps the features of rows, and wants to see all candidates."""

    prunes = False

    def __init__(self):
        self.rows = []

    def row(self, value):
        self.rows.append(value)
        return (len(self.rows) - 1,)


@cache
def spelled(name):
    """For every step the candidates of a text with their features, as training sees them."""
    doc, names = article(name)
    words = lexicon()
    view = view_tokens(doc, words, names)
    found = scores(doc)
    around, hinted = Surroundings(view, found, words.pad()), hints_for(doc)
    tables = {step: make(Spelled) for step, make in TABLES.items()}
    out = {
        "tokens": [
            [parts_of(kind), f"{place}{verbs[2:]}", signs]
            for kind, (place, verbs, signs) in zip(view.types, spelled_states(view), strict=True)
        ],
        **{step: [] for step in STEPS},
    }
    choices = {"joint": [], "joint, long": []}
    for head in (t for t, score in enumerate(found[0]) if score > 0):
        case = case_of(around, head, hinted.get(head))
        left = score_cue_starts(case, tables["left"])
        right = score_cue_ends(case, tables["right"])
        out["left"] += [(at, sorted(keys)) for at, keys in left]
        out["right"] += [(at, sorted(keys)) for at, keys in right]
        case.cue = left[-1 if head % 5 == 0 else 0][0], right[min(head % 2, len(right) - 1)][0]
        recorder = Recorder()
        sources, rows = source_candidates(case, tables["source"], recorder)
        out["source"] += [
            [one, [sorted(recorder.rows[n]) for n in row]]
            for one, row in zip(sources, rows, strict=True)
        ]
        case.source = sources[head % min(3, len(sources))]
        recorder = Recorder()
        pieces, rows = content_candidates(case, tables["content"], recorder)
        out["content"] += [
            [one, [sorted(recorder.rows[n]) for n in row]]
            for one, row in zip(pieces, rows, strict=True)
        ]
        source_scores = [number("source", head, n, most=4000) / 1000 for n in range(len(sources))]
        by_lot = [number("content", head, n, most=4000) / 1000 for n in range(len(pieces))]
        lengths = [sum(piece[1] - piece[0] for piece in pair if piece) for pair in pieces]
        for kind, values in (
            ("joint", by_lot),
            ("joint, long", [x / 4 + min(n, 24) / 3 for x, n in zip(by_lot, lengths, strict=True)]),
        ):
            made = choices_of(case, pieces, values, sources, source_scores)
            if made is not None:
                choices[kind].append(made)
    for kind, found in choices.items():
        heard = count_voices(found)
        for one, others in zip(found, neighbours_of(found), strict=True):
            out[kind] += [
                [choice, sorted(keys), [(key, round(value, 6)) for key, value in numbers]]
                for choice, keys, numbers in joint_candidates(one, others, heard, tables["joint"])
            ]
    return out


def parts_of(kind):
    return [kind.word, kind.klass, kind.suffix, kind.frames, kind.stem, kind.kind, kind.alnum]


def digest(value):
    return hashlib.sha256(
        json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    ).hexdigest()[:16]


class ByLot(dict):
    """Weights that look drawn by lot."""

    def get(self, key, default=0):
        return number(key, most=70)


def drawn(doc, names, known):
    """A model whose weights are drawn by lot."""
    words = lexicon(known)
    view, pad = view_tokens(doc, words, names), words.pad()
    keys = sorted({key for row in token_features(view, pad) for key in row})
    weights = blocks_of({key: [number(label, key, most=90) for label in LABELS] for key in keys})
    tables = {step: make(ScoreTables(ByLot())) for step, make in TABLES.items()}
    numbers = {"lc": 200, "ls": 150, "ko": 20, "kp": 10, "kq": 5}
    made = model.Tables(
        tagger=tagging.Tagger(weights, words.types), weights={}, numbers=numbers, **tables
    )
    return model.Model(header={}, lexicon=words, tables=lambda: made)


def token_features(view, pad):
    """For each token the names of its features, spelled out one by one."""
    around = spelled_states(view)
    for i, j in view.doc.paragraph_tokens:
        run = [pad] * 3 + view.types[i:j] + [pad] * 3
        for t in range(i, j):
            at = t - i + 3
            keys = []
            for offset in token_keys.OFFSETS:
                keys += token_keys.word_keys_at(offset, run[at + offset])
            for first in token_keys.PAIR_FIRSTS:
                keys += token_keys.neighbour_keys(first, run[at + first : at + first + 2])
            for first in token_keys.TRIPLE_FIRSTS:
                keys += token_keys.neighbour_keys(first, run[at + first : at + first + 3])
            for state, value in zip(State, around[t], strict=True):
                keys += token_keys.state_keys(state, value)
            yield keys


SPELLED = {
    ("split quotations", "tokens"): (107, "78f0f49dbb38734d"),
    ("split quotations", "left"): (58, "540142b685e50691"),
    ("split quotations", "right"): (68, "5df4ca613393b812"),
    ("split quotations", "source"): (1093, "aef9374112fa252a"),
    ("split quotations", "content"): (2130, "a38bbefbc0ae20fd"),
    ("split quotations", "joint"): (389, "f3c1e21f10cc1cf8"),
    ("split quotations", "joint, long"): (389, "3e225cf34bdb5b9f"),
    ("many paragraphs", "tokens"): (120, "552026dd08260cf9"),
    ("many paragraphs", "left"): (85, "590dd6e5031ad915"),
    ("many paragraphs", "right"): (78, "e3b515b3fdebfdf1"),
    ("many paragraphs", "source"): (699, "fe13e47906af013d"),
    ("many paragraphs", "content"): (2037, "f7decc117aca327b"),
    ("many paragraphs", "joint"): (457, "d9dc6353e1dc988d"),
    ("many paragraphs", "joint, long"): (457, "3590010ee0761cdf"),
    ("no marks at all", "tokens"): (100, "5c3e5aac5b8e6c97"),
    ("no marks at all", "left"): (85, "a4f2a36f35bb0e96"),
    ("no marks at all", "right"): (113, "d4c7768e00e571e6"),
    ("no marks at all", "source"): (1323, "ea550ba439820c20"),
    ("no marks at all", "content"): (3226, "87ae4b06421560ff"),
    ("no marks at all", "joint"): (507, "c52c2b6af820e12f"),
    ("no marks at all", "joint, long"): (507, "f8d8e063c253d917"),
    ("from the first paragraph on", "tokens"): (90, "da87bc01511b41f6"),
    ("from the first paragraph on", "left"): (74, "7da9ed8e92d7d800"),
    ("from the first paragraph on", "right"): (70, "479303980b2c9067"),
    ("from the first paragraph on", "source"): (1318, "eaa157c9b8f48dc3"),
    ("from the first paragraph on", "content"): (3417, "f3c33ad814d1b5cd"),
    ("from the first paragraph on", "joint"): (513, "92a38cbffc1dd988"),
    ("from the first paragraph on", "joint, long"): (513, "aa449b282f6efde2"),
    ("more paragraphs than a quotation has", "tokens"): (247, "c1b9f0253114c181"),
    ("more paragraphs than a quotation has", "left"): (185, "ea0daf97dd572fce"),
    ("more paragraphs than a quotation has", "right"): (141, "18ad8264960dd1af"),
    ("more paragraphs than a quotation has", "source"): (1081, "627087dd9a380353"),
    ("more paragraphs than a quotation has", "content"): (7513, "8d76d200afd1210c"),
    ("more paragraphs than a quotation has", "joint"): (1045, "f8ebaa9506b085c6"),
    ("more paragraphs than a quotation has", "joint, long"): (1045, "c92e96cd1949c319"),
}
"""How many candidates each step has, and the digest of their features, in whatever order these are
asked for."""
FOUND = {
    ("split quotations", True): (16, "d7b22bffc6c26ad8"),
    ("split quotations", False): (16, "d7b22bffc6c26ad8"),
    ("many paragraphs", True): (21, "c2b5acc7b3a67a48"),
    ("many paragraphs", False): (19, "425ca3a6aa031fa6"),
    ("no marks at all", True): (18, "478b5f11a4587faa"),
    ("no marks at all", False): (9, "4b26fb0de45b942c"),
    ("from the first paragraph on", True): (17, "a33e8ffe9fbf9f2a"),
    ("from the first paragraph on", False): (17, "a33e8ffe9fbf9f2a"),
    ("more paragraphs than a quotation has", True): (29, "1a5374b9bc233d59"),
    ("more paragraphs than a quotation has", False): (29, "1a5374b9bc233d59"),
}
"""How many attributions are found, with thoughts and without, and their digest."""


@NAMED
@pytest.mark.parametrize("step", ["tokens", *STEPS])
def test_the_features_of_a_text_are_those_of_this_version(name, step):
    assert model.FEATURES == 2, "the features have another version: write SPELLED anew"
    found = spelled(name)[step]
    assert (len(found), digest(found)) == SPELLED[name, step], (
        f"what the step sees has changed: {Counter(map(len, found))}"
    )


def chosen(name, thoughts):
    """What is found with weights drawn by lot, of which the model knows two words in three."""
    doc, names = article(name)
    known = frozenset(word for n, word in enumerate(sorted(set(doc.lowers))) if n % 3)
    found = find_attributions(
        doc, names, drawn(doc, names, known), hints_for(doc), thoughts=thoughts
    )
    return [
        [one.cue, one.source, one.contents, round(one.chance, 6), one.head, one.mode]
        for one in found
    ]


@NAMED
@pytest.mark.parametrize("thoughts", [True, False])
def test_the_same_weights_choose_the_same(name, thoughts):
    rows = chosen(name, thoughts)
    assert (len(rows), digest(rows)) == FOUND[name, thoughts], rows


@NAMED
@pytest.mark.parametrize(("share", "together"), [(1, 4000), (4, 4000), (60, 4000), (4, 1), (4, 7)])
def test_a_tokens_scores_are_the_sums_of_its_features_weights(name, share, together, monkeypatch):
    monkeypatch.setattr(tagging, "_MOST_TOGETHER", together)
    doc, names = article(name)
    words = lexicon()
    view, pad = view_tokens(doc, words, names), words.pad()
    rows = [*token_features(view, pad)]
    some = sorted({key for row in rows for key in row if crc32(key.encode()) % share == 0})
    weights = {key: [number(label, key, most=3000) for label in LABELS] for key in some}
    tagger = tagging.Tagger(blocks_of(weights), words.types)
    for _ in range(2):  # what is kept is as good as new
        for label, values in enumerate(tagger.score_tokens(view, pad)):
            assert values == [
                sum(weights[key][label] for key in row if key in weights) for row in rows
            ]


def spelled_keys(name):
    """All keys of a text, each with its step."""
    doc, names = article(name)
    words = lexicon()
    for row in token_features(view_tokens(doc, words, names), words.pad()):
        yield from ((Step.TOKENS, key) for key in row)
    found = spelled(name)
    for step in (Step.LEFT, Step.RIGHT):
        yield from ((step, key) for _, keys in found[step] for key in keys)
    for step in (Step.SOURCE, Step.CONTENT):
        yield from ((step, key) for _, rows in found[step] for row in rows for key in row)
    for kind in ("joint", "joint, long"):
        for _, keys, numbers in found[kind]:
            yield from ((Step.JOINT, key) for key in keys)
            yield from ((Step.JOINT, key) for key, _ in numbers)


def keys_with_weights():
    """All keys that the weights have a number for, each with its step."""
    loaded = model.model_of(get_pack("en")).tables()
    for step, weights in loaded.weights.items():
        yield from ((Step(step), key) for key in weights)
    tagger = loaded.tagger
    names = [shared.partition(" ")[0] for shared in tagger.pairs]
    for table in (tagger.words, tagger.states, names):
        yield from ((Step.TOKENS, key) for key in table)
    assert tagger.twos
    assert tagger.threes
    yield from ((Step.TOKENS, name) for name in "pt")


def test_every_key_is_of_a_template_and_every_template_is_spelled():
    rows = {template_of(step, key)[:2] for name in TEXTS for step, key in spelled_keys(name)}
    assert rows == {template[:2] for template in TEMPLATES}


def test_every_key_that_has_a_weight_is_of_a_template():
    rows = {template_of(step, key)[:2] for step, key in keys_with_weights()}
    assert rows <= {template[:2] for template in TEMPLATES}
    assert len(rows) > 200


def main():
    for name in TEXTS:
        for step in ["tokens", *STEPS]:
            print(
                f'    ("{name}", "{step}"): ({len(spelled(name)[step])}, "{digest(spelled(name)[step])}"),'
            )
    for name in TEXTS:
        for thoughts in (True, False):
            print(
                f'    ("{name}", {thoughts}): ({len(chosen(name, thoughts))}, "{digest(chosen(name, thoughts))}"),'
            )


if __name__ == "__main__":
    main()
