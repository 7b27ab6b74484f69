"""Citron's annotations: written, read, and refused where they do not fit."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsquote
from newsquote import cli
from newsquote.errors import SchemaError
from newsquote.formats.citron import citron, read_citron

ANY = st.text(st.characters(exclude_categories=()), max_size=80)
TEXT = 'Mill to close 🏭\n\n"We fought for it," said Mayor Ann Lee, "and we lost."\n\nShe said talks had "failed". "Nobody knew."'
WORDS = {"start": 0, "end": 4, "text": "Mill"}


def core(quote):
    return [quote[name] for name in ("cue", "sources", "contents", "confidence")]


def check(article):
    first = citron(article)
    data = json.loads(first)
    for quote in data["quotes"]:
        for span in (quote["cue"], *quote["sources"], *quote["contents"], *quote["coreferences"]):
            assert data["text"][span["start"] : span["end"]] == span["text"]
    second = citron(again := read_citron(first))
    assert list(map(core, json.loads(second)["quotes"])) == list(map(core, data["quotes"]))
    assert read_citron(second) == again
    assert newsquote.from_dict(newsquote.to_dict(again)) == again
    return data, again


def test_what_is_written_is_read_back(story):
    for article in (story, newsquote.parse(TEXT, id="a1"), newsquote.parse("")):
        data, again = check(article)
        cued = [quote for quote in article.quotes if quote.cue]
        assert len(data["quotes"]) == len(cued)
        assert [quote.parts for quote in again.quotes if quote.kind == "direct"] == [
            quote.parts for quote in cued if quote.kind == "direct"
        ]
        assert again.id == article.id


def test_the_kind_and_the_speaker_are_read():
    _, again = check(newsquote.parse(TEXT))
    assert [(quote.kind, quote.speaker.name, quote.paragraph) for quote in again.quotes[:2]] == [
        ("direct", "Ann Lee", 0),
        ("mixed", "Ann Lee", 1),
    ]
    assert again.headline.text == "Mill to close 🏭"


def test_several_sources_are_one_and_contents_come_in_order():
    text = "Ann Lee and Bo Ek said it was over."
    spans = [{"start": 0, "end": 7}, {"start": 12, "end": 17}]
    quote = {
        "cue": {"start": 18, "end": 22},
        "sources": spans[::-1],
        "contents": [{"start": 26, "end": 34}, {"start": 23, "end": 25}],
    }
    article = read_citron(json.dumps({"text": text, "quotes": [quote]}))
    assert article.quotes[0].source.text == "Ann Lee and Bo Ek"
    assert article.quotes[0].text == "it was over"
    assert article.quotes[0].confidence == 1


@pytest.mark.parametrize(
    ("data", "path"),
    [
        ([], "$"),
        ({"quotes": []}, "$.text"),
        ({"text": "Mill", "quotes": {}}, "$.quotes"),
        ({"text": "Mill", "quotes": [5]}, "$.quotes[0]"),
        ({"text": "Mill", "quotes": [{"sources": [], "contents": [WORDS]}]}, "$.quotes[0].cue"),
        (
            {"text": "Mill", "quotes": [{"cue": WORDS, "sources": [], "contents": []}]},
            "$.quotes[0].contents",
        ),
        (
            {
                "text": "Mill",
                "quotes": [{"cue": WORDS, "sources": [], "contents": [{"start": 0, "end": 5}]}],
            },
            "$.quotes[0].contents[0]",
        ),
        (
            {
                "text": "Mill",
                "quotes": [{"cue": WORDS, "sources": [], "contents": [{"start": True, "end": 2}]}],
            },
            "$.quotes[0].contents[0]",
        ),
        (
            {"text": "Bill", "quotes": [{"cue": WORDS, "sources": [], "contents": [WORDS]}]},
            "$.quotes[0].cue.text",
        ),
        (
            {"text": "Mill", "quotes": [{"cue": WORDS, "sources": [], "contents": [WORDS, WORDS]}]},
            "$.quotes[0].parts[1].span",
        ),
        (
            {
                "text": "Mill",
                "quotes": [{"cue": WORDS, "sources": [], "contents": [WORDS], "confidence": 2}],
            },
            "$.quotes[0].confidence",
        ),
        (
            {
                "text": "Mill",
                "quotes": [{"cue": WORDS, "sources": [], "contents": [WORDS], "coreferences": 2}],
            },
            "$.quotes[0].coreferences",
        ),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(data, path):
    with pytest.raises(SchemaError) as error:
        read_citron(json.dumps(data))
    assert error.value.path == path


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000])
def test_what_is_no_json_is_refused(text):
    with pytest.raises(SchemaError):
        read_citron(text)


@given(ANY)
def test_every_text_can_be_written(text):
    check(
        newsquote.parse(
            f'{text}\n"{text} it," said {text} Lee.\n\n{text} Bo Ek said that {text}.', id=text
        )
    )


def test_the_command_line_prints_it(capsys, tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode())
    assert cli.main(["parse", "--format", "citron", str(path)]) == 0
    assert capsys.readouterr().out == citron(newsquote.parse(TEXT))
