"""Ten whole articles with what a careful reader finds in them, in a JSON file beside each.

A quote is found if its parts' texts are the expected ones (``or_content``: another cut that is
right, too). Where a value is a list, each of its members is right. What is not given is not looked
at. Further quotes are allowed, but none of the phrases in ``not_quotes``.
"""

import difflib
import functools
import json
from pathlib import Path
from types import SimpleNamespace as Fake

import pytest

import newsquote

ARTICLES = Path(__file__).parent / "articles"
EXPECTED = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted(ARTICLES.glob("*.json"))
    if path.stem != "seed.expected"
}
QUOTES = [
    pytest.param(name, wanted, id=f"{name}-{number:02}-{wanted['cue']}")
    for name, expected in EXPECTED.items()
    for number, wanted in enumerate(expected["quotes"], 1)
]
READERS = {
    "kind": lambda q: q.kind,
    "source": lambda q: q.source and q.source.text,
    "speaker": lambda q: q.speaker and q.speaker.name,
    "speaker_kind": lambda q: q.speaker and q.speaker.kind,
    "role": lambda q: q.speaker and q.speaker.role,
    "affiliation": lambda q: q.speaker and q.speaker.affiliation,
}


def text_of(name):
    return (ARTICLES / f"{name}.txt").read_text(encoding="utf-8")


@functools.cache
def parsed(name, model="default"):
    return newsquote.parse(text_of(name), options=newsquote.ParseOptions(model=model))


def contains(one, other):
    """Whether two printed texts are the same but for words that one of them has more.

    Both may be missing.
    """
    return one == other if one is None or other is None else one in other or other in one


def differences(wanted, quotes):
    """What is wrong with the quotes that were found, seen from one that should be among them."""
    contents = [wanted["content"], wanted.get("or_content")]
    quote = next((q for q in quotes if [part.text for part in q.parts] in contents), None)
    if quote is None:
        near = difflib.get_close_matches(
            " ".join(wanted["content"]), [q.text for q in quotes], n=1, cutoff=0.3
        )
        return [f"not found: {wanted['content']}; nearest: {near}"]
    out = []
    for field, read in READERS.items():
        if field in wanted:
            right = wanted[field] if isinstance(wanted[field], list) else [wanted[field]]
            if read(quote) not in right:
                out.append(f"{field} is {read(quote)!r}, not {' or '.join(map(repr, right))}")
    if not contains(wanted["cue"], quote.cue and quote.cue.text):
        out.append(f"cue is {quote.cue and quote.cue.text!r}, not {wanted['cue']!r}")
    if not contains(wanted["relayed_by"], quote.relayed_by and quote.relayed_by.text):
        out.append(
            f"relayed_by is {quote.relayed_by and quote.relayed_by.text!r},"
            f" not {wanted['relayed_by']!r}"
        )
    return out


@pytest.mark.parametrize("model", ["default", None])
@pytest.mark.parametrize(("name", "wanted"), QUOTES)
def test_the_quote_is_found_with_cue_source_and_speaker(name, wanted, model):
    assert not differences(wanted, parsed(name, model).quotes)


@pytest.mark.parametrize("name", EXPECTED)
def test_scare_quotes_are_no_quotations(name):
    phrases = {phrase.casefold() for phrase in EXPECTED[name]["not_quotes"]}
    assert not [
        q.text for q in parsed(name).quotes if q.text.strip(" “”‘’\"',.").casefold() in phrases
    ]


@pytest.mark.parametrize("name", EXPECTED)
def test_the_headline_is_found(name):
    headline = parsed(name).headline
    assert headline is not None
    assert headline.text == EXPECTED[name]["headline"]


@pytest.mark.parametrize("name", EXPECTED)
def test_bylines_and_credits_are_found(name):
    article = parsed(name)
    assert [byline.text for byline in article.bylines] == EXPECTED[name]["bylines"]
    assert [{"text": credit.text, "kind": credit.kind} for credit in article.credits] == EXPECTED[
        name
    ]["credits"]


@pytest.mark.parametrize("name", EXPECTED)
def test_related_stories_are_found(name):
    assert [[item.title for item in related.items] for related in parsed(name).related] == EXPECTED[
        name
    ]["related"]


@pytest.mark.parametrize("name", EXPECTED)
def test_paragraphs_are_the_lines_of_the_story(name):
    expected = EXPECTED[name]
    lines = [line for line in text_of(name).splitlines() if line]
    story = lines[1 : 1 + expected["paragraphs"]]
    assert [paragraph.text for paragraph in parsed(name).paragraphs] == story


@pytest.mark.parametrize("name", EXPECTED)
def test_expectations_stand_in_their_article_in_order(name):
    expected, text = EXPECTED[name], text_of(name)
    starts = [text.find(wanted["content"][0]) for wanted in expected["quotes"]]
    assert -1 not in starts
    assert starts == sorted(starts)
    for wanted in expected["quotes"]:
        printed = [
            *wanted["content"],
            *wanted.get("or_content", []),
            wanted["cue"],
            *([wanted["source"]] if isinstance(wanted["source"], str) else wanted["source"]),
            wanted.get("speaker"),
            wanted["relayed_by"],
        ]
        assert [piece for piece in printed if piece and piece not in text] == []
    assert all(
        any(f"{mark}{phrase}" in text for mark in "“‘\"'") for phrase in expected["not_quotes"]
    )
    lines = text.splitlines()
    furniture = [credit["text"] for credit in expected["credits"]] + [
        f"- {title}" for titles in expected["related"] for title in titles
    ]
    assert [line for line in furniture if line not in lines] == []
    assert len([line for line in lines if line]) == 1 + expected["paragraphs"] + len(furniture)


def test_each_kind_of_difference_is_seen():
    wanted = {
        "content": ["so"],
        "or_content": ["of it"],
        "kind": ["mixed", "indirect"],
        "cue": "said",
        "source": "She",
        "speaker": "Ann Lee",
        "relayed_by": None,
    }

    def quote(**change):
        right = {
            "text": "so",
            "kind": "mixed",
            "cue": "had said",
            "source": "She",
            "speaker": "Ann Lee",
            "relayed_by": None,
        }
        values = right | change
        for name in ("cue", "source", "relayed_by"):
            values[name] = values[name] and Fake(text=values[name])
        values["speaker"] = values["speaker"] and Fake(name=values["speaker"])
        return Fake(parts=[Fake(text=values["text"])], **values)

    assert differences(wanted, [quote(text="no"), quote()]) == []
    assert differences(wanted, [quote(text="of it")]) == []
    wrong = (
        {"text": "sow"},
        {"kind": "direct"},
        {"cue": "told"},
        {"cue": None},
        {"source": None},
        {"speaker": None},
        {"relayed_by": "Wire"},
    )
    assert [len(differences(wanted, [quote(**change)])) for change in wrong] == [1] * len(wrong)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_part_that_is_asked_for_alone_is_that_of_the_article(name):
    text = text_of(name)
    article = newsquote.parse(text)
    assert newsquote.parse_headline(text) == article.headline
    assert newsquote.parse_body(text) == article.body
    assert newsquote.parse_related(text) == article.related


@pytest.mark.parametrize("least", [0, 0.9])
@pytest.mark.parametrize("name", EXPECTED)
def test_what_is_masked_is_what_is_quoted(name, least):
    text = text_of(name)
    options = newsquote.ParseOptions(min_confidence=least)
    masked = newsquote.mask_quotes(text, options=options)
    ranges = [
        part.span for quote in newsquote.parse(text, options=options).quotes for part in quote.parts
    ]
    blank = {n for span in ranges for n in range(span.start, span.end)}
    assert {n for n, sign in enumerate(text) if n in blank and not sign.isspace()} == {
        n for n, sign in enumerate(masked) if sign != text[n]
    }
