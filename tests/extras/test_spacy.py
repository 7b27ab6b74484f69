"""The component against spaCy: blank pipelines, serialization, several processes, tokens whose
edges are elsewhere.
"""

import subprocess
import sys

import pytest

import newsquote

spacy = pytest.importorskip(
    "spacy", reason="spaCy is not installed: pip install 'newsquote[spacy]'"
)

from spacy.tokens import Doc

from newsquote.extras.spacy import Reader

TEXT = 'Mill to close\n\n"We fought for it," said Mayor Ann Lee, "and we lost." She said talks had failed.\n'


@pytest.fixture
def nlp():
    pipeline = spacy.blank("en")
    pipeline.add_pipe("newsquote")
    return pipeline


def seen(doc):
    return {
        name: [(span.text, span.label_, span.id_) for span in doc.spans[name]]
        for name in ("quotes", "cues", "sources")
    }


def test_a_blank_pipeline_sets_the_span_groups(nlp):
    assert seen(nlp(TEXT)) == {
        "quotes": [
            ('"We fought for it,"', "direct", "0"),
            ('"and we lost."', "direct", "0"),
            ("talks had failed", "indirect", "1"),
        ],
        "cues": [("said", "neutral", "0"), ("said", "neutral", "1")],
        "sources": [("Mayor Ann Lee", "person", "0"), ("She", "person", "1")],
    }


def test_the_article_is_the_parsers(nlp):
    doc = nlp(TEXT)
    assert doc._.newsquote == newsquote.parse(TEXT)
    assert [doc._.newsquote.quotes[int(span.id_)].speaker.name for span in doc.spans["quotes"]] == [
        "Ann Lee"
    ] * 3


def test_before_the_component_there_is_no_article():
    assert spacy.blank("en")(TEXT)._.newsquote is None


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "Nobody spoke.", "😀\u00a0“It’s over,”\u2028said Ann Lee."]
)
def test_any_text_is_read(nlp, text):
    assert nlp(text)._.newsquote == newsquote.parse(text)


def test_spans_inside_tokens_are_widened(nlp):
    words = ['("It', "is", 'over,"said', "Ann", "Lee)."]
    doc = nlp(Doc(nlp.vocab, words=words, spaces=[True, True, True, True, False]))
    for name, spans in (
        ("quotes", [part.span for quote in doc._.newsquote.quotes for part in quote.parts]),
        ("cues", [quote.cue.span for quote in doc._.newsquote.quotes]),
    ):
        assert spans
        for found, exact in zip(doc.spans[name], spans, strict=True):
            assert found.start_char <= exact.start
            assert exact.end <= found.end_char
            assert not (found.start_char == exact.start and found.end_char == exact.end)


def test_pipe_gives_what_calls_give(nlp):
    texts = [TEXT, "Nobody spoke.", '"It is over," said Tom Ray.']
    assert [seen(doc) for doc in nlp.pipe(texts)] == [seen(nlp(text)) for text in texts]


def test_a_pipeline_comes_back_from_disk_with_its_settings(tmp_path):
    nlp = spacy.blank("en")
    nlp.add_pipe("newsquote", config={"include_thoughts": True, "weights": False})
    nlp.to_disk(tmp_path / "pipeline")
    again = spacy.load(tmp_path / "pipeline")
    assert again.get_pipe("newsquote").options == newsquote.ParseOptions(
        include_thoughts=True, model=None
    )
    assert seen(again(TEXT)) == seen(nlp(TEXT))
    assert spacy.blank("en").from_disk(tmp_path / "pipeline", exclude=["newsquote"]) is not None


def test_a_document_comes_back_from_bytes(nlp):
    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert seen(again) == seen(doc)
    assert again._.newsquote == doc._.newsquote


def test_several_processes(tmp_path):
    script = tmp_path / "several.py"
    script.write_text(
        "import spacy, newsquote.extras.spacy\n"
        "if __name__ == '__main__':\n"
        "    nlp = spacy.blank('en')\n"
        "    nlp.add_pipe('newsquote')\n"
        f"    docs = list(nlp.pipe([{TEXT!r}] * 3, n_process=2, batch_size=1))\n"
        "    print([doc._.newsquote.quotes[0].speaker.name for doc in docs])\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['Ann Lee', 'Ann Lee', 'Ann Lee']"


def test_known_people_are_named_by_their_ids():
    person = newsquote.KnownPerson(name="Ann Lee", id="Q1")
    reader = Reader(newsquote.ParseOptions(known_people=(person,)))
    doc = reader(spacy.blank("en")(TEXT))
    assert [span.kb_id_ for span in doc.spans["sources"]] == ["Q1", "Q1"]


def test_a_language_that_there_is_not_is_refused_when_the_component_is_added():
    nlp = spacy.blank("en")
    with pytest.raises(newsquote.UnknownLanguageError):
        nlp.add_pipe("newsquote", config={"language": "xx"})
