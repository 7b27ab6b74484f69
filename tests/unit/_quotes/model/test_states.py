"""The states of tokens by stretches are what each token's surroundings say."""

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from newsquote._quotes.model import states

SIGNS = {"Q": "q", ",": ",", "TH": "t", "END": "."}
TOKENS = st.tuples(st.sampled_from(["k1", "k2", "k3", *SIGNS]), st.booleans(), st.booleans())
"""A class, whether it is a cue verb, whether it stands inside marks."""
DOCUMENTS = st.lists(
    st.lists(st.lists(TOKENS, min_size=1, max_size=12), min_size=1, max_size=3), max_size=4
)
"""Paragraphs of sentences."""


def view_of(document):
    tokens, sentences, numbers, paragraphs = [], [], [], []
    for number, paragraph in enumerate(document):
        start = len(tokens)
        for sentence in paragraph:
            sentences.append((len(tokens), len(tokens) + len(sentence)))
            numbers.append(number)
            tokens += sentence
        paragraphs.append((start, len(tokens)))
    doc = SimpleNamespace(
        sentences=sentences, sentence_paragraphs=numbers, paragraph_tokens=paragraphs
    )
    types = [SimpleNamespace(klass=klass, frames="qc" * verb) for klass, verb, _ in tokens]
    return SimpleNamespace(doc=doc, types=types, inside=[int(inside) for _, _, inside in tokens])


def one_by_one(view):
    """The states, each from the whole sentence."""
    for (i, j), paragraph in zip(view.doc.sentences, view.doc.sentence_paragraphs, strict=True):
        inside = view.inside[i:j]
        whole = "m" if any(inside) else "-"
        marks = (
            whole
            + "bH"[paragraph == 0]
            + "fF"[view.doc.paragraph_tokens[paragraph][0] == i]
            + "-q"[inside[0]]
            + "-q"[inside[-1]]
        )
        verbs = [t for t in range(i, j) if view.types[t].frames]
        signs = [
            (t, SIGNS[view.types[t].klass]) for t in range(i, j) if view.types[t].klass in SIGNS
        ]
        for t in range(i, j):
            now = str(view.inside[t])
            before, behind = min(2, sum(v < t for v in verbs)), min(2, sum(v > t for v in verbs))
            at, sign = max(((s, sign) for s, sign in signs if s < t), default=(i, "^"))
            to, following = min(((s, sign) for s, sign in signs if s > t), default=(j, "$"))
            yield (
                f"{marks}{now}{place(t - i)}{place(j - 1 - t)}",
                f"{whole}{now}{before}{behind}",
                f"{now}{sign}{min(4, t - at)}{following}{min(5, to - t)}",
            )


def place(distance):
    return "0123333444444445"[min(distance, 15)]


@given(DOCUMENTS)
def test_every_token_has_the_state_that_its_sentence_gives_it(document):
    view = view_of(document)
    assert states.spelled_states(view) == [*one_by_one(view)]


@given(DOCUMENTS)
def test_borders_stand_between_paragraphs(document):
    view = view_of(document)
    for column in states.stretches_of(view):
        assert sum(not stretch for stretch in column) == max(0, len(document) - 1)


def test_no_stretch_is_long():
    view = view_of([[[("k1", False, False)] * 1000, [("k1", False, True)] * 1000]])
    found = states.stretches_of(view)
    assert (
        max(last - first for _, _, first, last in found.places)
        == max(count for _, count in found.verbs)
        == max(s[-1] for s in found.signs)
        == 60
    )
    assert states.spelled_states(view) == [*one_by_one(view)]
