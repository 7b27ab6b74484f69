"""The sentences around the quotes of an article that comes from JSON."""

import json
import pickle
import subprocess
import sys

import pytest

import newsquote

TEXTS = (
    'Mill "may close," Lee says\n\nNORVALE (AP) - It rained. "We fought for it," said Mayor Ann Lee. Nobody spoke.',
    '"Stay. We need you," Bo Ek said. "We do."\n\nOn Monday, Mr. Ek said that the U.S. firm had left. He sat.',
    "Nobody spoke.",
    "",
)


@pytest.mark.parametrize("text", TEXTS)
def test_they_are_those_of_the_reading(text):
    article = newsquote.parse(text)
    again = newsquote.from_dict(newsquote.to_dict(article))
    assert again == article
    assert hash(again) == hash(article)
    assert [quote.sentence for quote in again.quotes] == [
        quote.sentence for quote in article.quotes
    ]


def test_they_are_whole_sentences_of_headline_and_story():
    article = newsquote.parse(TEXTS[0])
    shown = [article.text[quote.sentence.slice] for quote in article.quotes]
    assert shown == [
        'Mill "may close," Lee says',
        '"We fought for it," said Mayor Ann Lee.',
    ]


def test_an_article_from_json_can_be_pickled_before_and_after_they_are_asked_for():
    article = newsquote.parse(TEXTS[1])
    again = newsquote.from_dict(newsquote.to_dict(article))
    for _ in range(2):
        copied = pickle.loads(pickle.dumps(again))
        assert copied == article
        assert copied.quotes[0].sentence == article.quotes[0].sentence
        assert again.quotes[0].sentence == article.quotes[0].sentence


def test_no_word_list_is_loaded_before_they_are_asked_for():
    code = (
        "import sys, json, newsquote\n"
        "article = newsquote.from_dict(json.loads(sys.stdin.read()))\n"
        "loaded = 'newsquote._text.doc' in sys.modules\n"
        "article.quotes[0].sentence\n"
        "print(loaded, 'newsquote._text.doc' in sys.modules)\n"
    )
    given = json.dumps(newsquote.to_dict(newsquote.parse(TEXTS[1])))
    ran = subprocess.run(
        [sys.executable, "-c", code], input=given, capture_output=True, text=True, check=True
    )
    assert ran.stdout.split() == ["False", "True"]
