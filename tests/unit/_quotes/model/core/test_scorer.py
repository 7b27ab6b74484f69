"""The compiled scorer chooses what the plain one chooses, to the last digit."""

import gc
import json
import os
import random
import sys
import threading
import zlib
from pathlib import Path

import attrs
import pytest

import newsquote
from newsquote._names.spotting import find_names
from newsquote._quotes.hints import hints_of
from newsquote._quotes.model import weights
from newsquote._quotes.model.core.library import Loaded
from newsquote._quotes.model.core.scorer import SECTIONS, open_scorer
from newsquote._quotes.model.finding import find_attributions
from newsquote._quotes.model.hints import Hint
from newsquote._quotes.model.token_view import view_tokens
from newsquote._text.doc import read_doc
from newsquote.lang import get_pack

ROOT = Path(__file__).resolve().parents[5]
COMPOSED = sorted(
    path
    for folder in ("cases", "articles", "pages")
    for path in (ROOT / "tests" / folder).rglob("*.txt")
)
FILES = {"default": "quotes.bin", "open": "quotes_open.bin"}


def sections_of(name):
    data = get_pack("en").data(FILES[name])
    return weights._sections_in(zlib.decompress(data.partition(b"\n\n")[2]))


@pytest.fixture(scope="session", params=FILES)
def models(request, library):
    """The same weights, with the compiled scorer and without."""
    loaded = weights.model_of(get_pack("en"), request.param)
    core = open_scorer(library, sections_of(request.param))
    return attrs.evolve(loaded, core=core), attrs.evolve(loaded, core=None)


def read(text):
    found, offset = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append((offset, offset + len(line)))
        offset += len(line) + 1
    return read_doc(text, found, get_pack("en"))


def some_hints(doc, seed):
    """Hints that are drawn by lot, in the sentences of their cues."""
    drawn = random.Random(seed)
    count = len(doc.words)

    def tokens():
        first, end = doc.sentence_around(token)
        i = drawn.randrange(first, end)
        return drawn.choice([None, (i, min(end, i + drawn.randrange(9))), (i, max(0, i - 2))])

    hints = {}
    for token in range(count):
        if drawn.random() < 0.1:
            hints[token] = Hint(
                cue=(token, token + drawn.randrange(1, 3) if token + 3 < count else token + 1),
                source=tokens(),
                left=tokens(),
                right=tokens(),
                rule=drawn.choice(["turn", "dash", "-", "odd|rule"]),
                side=drawn.choice("lr0"),
            )
    return hints


def both(models, text, seed=0):
    """What the two find, with hints that nobody would give and without."""
    doc = read(text)
    names = find_names(doc)
    for hints in ({}, some_hints(doc, seed)) if doc.words else ({},):
        for thoughts in (False, True):
            compiled, plain = (
                find_attributions(doc, names, model, hints, thoughts=thoughts) for model in models
            )
            assert compiled == plain
            yield from compiled


@pytest.mark.parametrize("path", COMPOSED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_composed_texts_are_read_alike(models, path):
    list(both(models, path.read_text(encoding="utf-8")))


def test_the_composed_texts_have_attributions(models):
    found = [one for path in COMPOSED[:12] for one in both(models, path.read_text("utf-8"))]
    assert len(found) > 100


SIGNS = ["“", "”", '"', "‘", "’", ",", ".", "\n", "\n\n", ":", "—", "(", ")", ";", " said ", " I "]


@pytest.mark.parametrize("seed", range(30))
def test_texts_that_nobody_would_write_are_read_alike(models, seed):
    drawn = random.Random(seed)
    words = drawn.choice(COMPOSED).read_text("utf-8").split(" ")
    pieces = []
    for _ in range(drawn.randrange(1, 600)):
        pieces.append(drawn.choice(words) if drawn.random() < 0.7 else drawn.choice(SIGNS))
        pieces.append(drawn.choice(["", " ", " ", "\ud800", "\0", "é́"][: 3 + seed % 4]))
    list(both(models, "".join(pieces), seed))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "said",
        "“",
        "“Yes,” she said.\n\n“Yes.",
        "“No.\n\n“No.\n\n“No,” said Ann Lee.\n\n“No.\n\n“No.”",
        "x " * 2000 + "said Ann Lee. " + "x " * 2000,
        ", ".join(["Ann Lee said"] * 120),
        "“" + "a said b “" * 90,
    ],
)
def test_odd_texts_are_read_alike(models, text):
    list(both(models, text))


@pytest.mark.skipif("NEWSQUOTE_DATA" not in os.environ, reason="needs the evaluation data")
def test_articles_are_read_alike_whole(models, monkeypatch):
    path = Path(os.environ["NEWSQUOTE_DATA"]) / "dev" / "polnear.jsonl"
    lines = path.read_text("utf-8").splitlines()[:30]
    texts = [json.loads(line)["text"] for line in lines]
    found = []
    for model in models:
        monkeypatch.setattr(weights, "model_of", lambda *_, model=model: model)
        options = newsquote.ParseOptions(include_thoughts=True, include_nested=True)
        found.append([newsquote.to_dict(newsquote.parse(text, options=options)) for text in texts])
    assert found[0] == found[1]


ARTICLE = """\
Norvale mayor asks for a new bridge

NORVALE — “The bridge is closed,” Mayor Ann Lee said Tuesday. “It will open again in May.”

The council said that it had no money. Bo Ek, who runs the ferry, told reporters that nobody had
asked him. “I would have come,” he said, “had they called.”

According to a report by the county, the piers are sound. Ida Vance wrote that the town “cannot
wait,” and critics believe that it will.
"""


def test_what_the_rules_find_reaches_it(models, monkeypatch):
    seen = []
    compiled, plain = models
    monkeypatch.setattr(
        "newsquote._quotes.engine.hints_of",
        lambda *given: seen.append(hints_of(*given)) or seen[-1],
    )
    found = []
    for model in (compiled, plain):
        monkeypatch.setattr(weights, "model_of", lambda *_, model=model: model)
        found.append(newsquote.parse(ARTICLE).quotes)
    assert found[0] == found[1]
    assert any(seen)


def test_threads_read_alike(models):
    compiled, plain = models
    doc = read(ARTICLE)
    names = find_names(doc)
    expected = find_attributions(doc, names, plain, {}, thoughts=True)
    found = []

    def read_often():
        found.extend(find_attributions(doc, names, compiled, {}, thoughts=True) for _ in range(5))

    threads = [threading.Thread(target=read_often) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert found == [expected] * 20


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this platform does not fork")
def test_a_copy_of_the_process_reads_alike(models):
    compiled, plain = models
    doc = read(ARTICLE)
    names = find_names(doc)
    expected = find_attributions(doc, names, plain, {}, thoughts=True)
    child = os.fork()
    if not child:
        same = find_attributions(doc, names, compiled, {}, thoughts=True) == expected
        os._exit(0 if same else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_a_text_that_the_library_refuses_is_read_by_the_plain_scorer(models, monkeypatch):
    compiled, plain = models
    doc = read(ARTICLE)
    names = find_names(doc)
    view = view_tokens(doc, compiled.lexicon, names)
    pad = compiled.lexicon.pad()
    for unsound in (len(doc.marked), 2**31 - 1, -2):
        view.mark_at[0] = unsound
        assert compiled.core.read(view, pad) is None
    monkeypatch.setattr(compiled.core, "read", lambda *_: None)
    found, expected = (
        find_attributions(doc, names, model, {}, thoughts=True) for model in (compiled, plain)
    )
    assert found == expected != []


def test_no_room_for_another_type_is_a_refusal(models, library):
    compiled, _ = models
    core = open_scorer(library, sections_of("open"))
    core._types._add = lambda _: -1
    doc = read(ARTICLE)
    view = view_tokens(doc, compiled.lexicon, find_names(doc))
    assert core.read(view, compiled.lexicon.pad()) is None


@pytest.mark.parametrize("name", SECTIONS)
@pytest.mark.parametrize("part", [0, 1])
def test_damaged_weights_are_refused(library, name, part):
    sections = sections_of("open")
    damaged = list(sections[name])
    damaged[part] = damaged[part][:-1] if part else damaged[part] + b"\tmore\nmore"
    with pytest.raises(ValueError, match="cannot read these weights"):
        open_scorer(library, {**sections, name: tuple(damaged)})


def in_use(library, monkeypatch):
    monkeypatch.setattr(weights, "loaded", lambda: Loaded(library, "compiled"))
    return get_pack("en").data("quotes_open.bin")


def test_a_model_has_the_scorer_where_there_is_a_library(library, monkeypatch):
    data = in_use(library, monkeypatch)
    loaded = weights.load_model(data, get_pack("en"))
    assert loaded.core is not None
    assert loaded.tables() is loaded.tables()


def test_weights_that_it_cannot_read_are_read_by_the_plain_one_and_told(library, monkeypatch):
    data = in_use(library, monkeypatch)
    head, _, body = data.partition(b"\n\n")
    sections = zlib.decompress(body)
    long = b"c" * 200
    at = sections.index(b"left ")
    line, rest = sections[at:].split(b"\n", 1)
    _, keys, numbers = line.split()
    key = rest.index(b"\n")
    longer = b"left %d %s\n" % (int(keys) - key + len(long), numbers) + long + rest[key:]
    made = head + b"\n\n" + zlib.compress(sections[:at] + longer)
    with pytest.warns(UserWarning, match="compiled scorer cannot read odd weights"):
        loaded = weights.load_model(made, get_pack("en"), "odd weights")
    assert loaded.core is None
    assert long.decode() in loaded.tables().weights["left"]


def test_damaged_weights_are_a_data_error_with_a_library_too(library, monkeypatch):
    data = in_use(library, monkeypatch)
    with pytest.raises(newsquote.DataError):
        weights.load_model(data[:5000], get_pack("en"))


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux how much memory there is")
def test_memory_is_given_back(models):
    compiled, _ = models
    doc = read(ARTICLE * 4)
    names = find_names(doc)

    def kilobytes():
        gc.collect()
        return int(Path("/proc/self/statm").read_text().split()[1]) * 4

    for _ in range(3):
        find_attributions(doc, names, compiled, {}, thoughts=True)
    before = kilobytes()
    for _ in range(60):
        find_attributions(doc, names, compiled, {}, thoughts=True)
    assert kilobytes() - before < 4_000
