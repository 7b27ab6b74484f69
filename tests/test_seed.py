"""A published article that the project may not print.

It lies beside the evaluation data, and what is expected are offsets into it.

A quote is found if its one part is one of ``parts_any``; a speaker is known by the fullest printed
form of the name.
"""

import json
import os
from pathlib import Path

import pytest

import newsquote

EXPECTED = json.loads(
    (Path(__file__).parent / "articles" / "seed.expected.json").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def article():
    data = os.environ.get("NEWSQUOTE_DATA")
    if not data:
        pytest.skip("NEWSQUOTE_DATA does not say where the evaluation data is")
    path = Path(data).parent / "seeds" / "ceasefire-talks.txt"
    if not path.is_file():
        pytest.skip("the article is not beside the evaluation data")
    return newsquote.parse(path.read_text(encoding="utf-8"))


def pair(part):
    return [part.span.start, part.span.end]


def overlap(one, other):
    return one[0] < other[1] and other[0] < one[1]


@pytest.mark.parametrize(
    "wanted", EXPECTED["quotes"], ids=lambda wanted: f"from-{wanted['parts_any'][0][0][0]}"
)
def test_the_quote_is_found_with_cue_source_and_speaker(article, wanted):
    quotes = {quote: [pair(part) for part in quote.parts] for quote in article.quotes}
    quote = next((quote for quote, parts in quotes.items() if parts in wanted["parts_any"]), None)
    near = [parts for parts in quotes.values() if overlap(parts[0], wanted["parts_any"][0][0])]
    assert quote, f"none of {wanted['parts_any']}, but {near}"

    def printed(span):
        return span and article.text[span[0] : span[1]]

    assert quote.kind in wanted["kind"]
    assert quote.cue
    assert overlap(pair(quote.cue), wanted["cue"])
    assert quote.source
    assert pair(quote.source) == wanted["source"]
    if wanted["speaker"]:
        assert quote.speaker
        assert quote.speaker.name == printed(wanted["speaker"])
    else:
        assert quote.speaker is None or quote.speaker.kind in wanted["speaker_kind"]
    for field in ("role", "affiliation"):
        if field in wanted:
            assert getattr(quote.speaker, field) == printed(wanted[field])
    if wanted["relayed_by"]:
        assert quote.relayed_by
        assert overlap(pair(quote.relayed_by), wanted["relayed_by"])
    else:
        assert quote.relayed_by is None


def test_scare_quotes_are_no_quotations(article):
    assert [quote.text for quote in article.quotes if pair(quote) in EXPECTED["not_quotes"]] == []


def test_the_page_is_read(article):
    assert pair(article.headline) == EXPECTED["headline"]
    assert len(article.paragraphs) == EXPECTED["paragraphs"]
    assert not article.bylines
    assert [{"span": pair(credit), "kind": credit.kind} for credit in article.credits] == EXPECTED[
        "credits"
    ]
    assert [[pair(item) for item in related.items] for related in article.related] == EXPECTED[
        "related"
    ]
