"""Linked data and web annotations: what they say, and that every selector finds its place."""

import json

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsquote
from newsquote import cli
from newsquote.formats.jsonld import jsonld
from newsquote.formats.webannotation import web_annotations

ANY = st.text(st.characters(exclude_categories=()), max_size=80)
DENIED = "Corrow Rail denied that it had saved money on tests. Ann Lee said the mill would close. Bo Ek asked whether it had to."


def nodes(value):
    if isinstance(value, dict):
        yield value
        for inside in value.values():
            yield from nodes(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from nodes(inside)


def types(data):
    return [node["@type"] for node in nodes(data) if "@type" in node]


def test_a_verbatim_quote_is_a_quotation_and_a_retold_one_a_claim():
    data = json.loads(
        jsonld(
            newsquote.parse(
                'Mill to close\n\n"It is over," said Mayor Ann Lee. Bo Ek said talks had failed.'
            )
        )
    )
    assert data["@type"] == "NewsArticle"
    assert data["headline"] == "Mill to close"
    assert [(part["@type"], part["text"]) for part in data["hasPart"]] == [
        ("Quotation", "It is over")
    ]
    claims = [node for node in data["mentions"] if node["@type"] == "Claim"]
    assert [claim["text"] for claim in claims] == ["talks had failed"]
    names = {node["@id"]: node["name"] for node in data["mentions"] if "name" in node}
    assert names[claims[0]["author"]["@id"]] == "Bo Ek"


def test_what_was_denied_or_asked_is_nobodys_claim():
    article = newsquote.parse(DENIED)
    assert len(article.quotes) == 3
    data = json.loads(jsonld(article))
    assert [
        node["text"] for node in nodes(data) if node.get("@type") in {"Claim", "Quotation"}
    ] == ["the mill would close"]


def test_nothing_unknown_is_written_and_every_reference_leads_somewhere(story):
    for article in (story, newsquote.parse(DENIED), newsquote.parse("")):
        data = json.loads(jsonld(article))
        own = {node["@id"] for node in nodes(data) if "@type" in node and "@id" in node}
        assert {node["@id"] for node in nodes(data) if "@id" in node} == own
        assert all(value not in (None, "", []) for node in nodes(data) for value in node.values())


def test_the_authors_and_the_agency_stand_in_the_article(story):
    data = json.loads(jsonld(story))
    assert data["author"] == [
        {
            "@type": "Person",
            "name": "Nora Vance",
            "jobTitle": "Port Reporter",
            "email": "nora@ledger.example",
            "affiliation": {"@type": "Organization", "name": "Ledger"},
        }
    ]
    assert data["sourceOrganization"] == [{"@type": "Organization", "name": "Sealine Press"}]
    assert "Thing" in types(data)


def test_those_who_speak_together_are_named_one_by_one(story):
    claim = next(node for node in nodes(json.loads(jsonld(story))) if node.get("@type") == "Claim")
    assert claim["author"] == [{"@id": "#speaker-2"}, {"@id": "#speaker-1"}]


def test_no_markup_gets_out():
    article = newsquote.parse(
        '</script><script>alert(1)</script>\n\n"It <b>is</b> over," said Ann Lee.'
    )
    assert "<" not in jsonld(article)
    assert "</script>" in json.loads(jsonld(article))["headline"]


def test_every_selector_finds_its_part(story):
    for article in (story, newsquote.parse('🏭 "It is over," said Ann Lee, "and we lost."')):
        page = json.loads(web_annotations(article))
        assert len(page["items"]) == len(article.quotes)
        for item, quote in zip(page["items"], article.quotes, strict=True):
            assert len(item["target"]) == len(quote.parts)
            for target, part in zip(item["target"], quote.parts, strict=True):
                position, words = target["selector"]
                assert (
                    article.text[position["start"] : position["end"]] == words["exact"] == part.text
                )
                assert (
                    article.text.index(words["prefix"] + words["exact"] + words["suffix"])
                    + len(words["prefix"])
                    == part.span.start
                )


def test_every_annotation_has_what_the_model_demands(story):
    page = json.loads(web_annotations(story))
    ids = [item["id"] for item in page["items"]]
    assert len({*ids, page["id"]}) == len(ids) + 1
    assert all(name.startswith("urn:uuid:") for name in ids)
    assert all(item["type"] == "Annotation" and item["target"] for item in page["items"])
    assert page == json.loads(web_annotations(story))


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("https://ledger.example/a", True),
        ("urn:news:1", True),
        ("w1", False),
        ("a: b", False),
        (None, False),
        ("\ud800:x", False),
    ],
)
def test_an_id_is_the_source_where_it_is_an_address(story, name, kept):
    page = json.loads(web_annotations(attrs.evolve(story, id=name)))
    assert (page["items"][0]["target"][0]["source"] == name) is kept


@given(ANY)
def test_every_text_can_be_written(text):
    article = newsquote.parse(
        f'{text}\n"{text} it," said {text} Lee.\n{text} Bo Ek said that {text}.', id=text
    )
    for write in (jsonld, web_annotations):
        json.dumps(json.loads(write(article)), ensure_ascii=False).encode()


@pytest.mark.parametrize("name", ["jsonld", "web-annotation"])
def test_the_command_line_prints_them(capsys, tmp_path, name):
    path = tmp_path / "a.txt"
    path.write_bytes(DENIED.encode())
    assert cli.main(["parse", "--format", name, str(path)]) == 0
    assert json.loads(capsys.readouterr().out)["@context"]


def test_only_persons_and_organizations_are_authors_of_words():
    text = 'According to a report by the inspectorate, two bolts had cracked. "We saw it," residents said. Ann Lee said it was over.'
    data = json.loads(jsonld(newsquote.parse(f'{text} The report said: "It is late."')))
    assert {node["name"]: node["@type"] for node in data["mentions"] if "name" in node} == {
        "report by the inspectorate": "CreativeWork",
        "residents": "Thing",
        "Ann Lee": "Person",
    }
    said = {
        node["text"]: {key: node[key] for key in node.keys() - {"@id", "text"}}
        for node in nodes(data)
        if "text" in node
    }
    assert said == {
        "We saw it": {"@type": "Quotation", "creditText": "residents"},
        "It is late.": {"@type": "Quotation", "isPartOf": {"@id": "#speaker-0"}},
        "two bolts had cracked": {
            "@type": "Claim",
            "appearance": [{"@id": "#article"}, {"@id": "#speaker-0"}],
        },
        "it was over": {
            "@type": "Claim",
            "author": {"@id": "#speaker-2"},
            "appearance": {"@id": "#article"},
        },
    }
