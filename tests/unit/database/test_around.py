"""The sentence around a quote."""

import pytest

import newsquote
from newsquote.database.around import own_columns_of, sentence_around


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Rain fell. "It is over," said Ann Lee. Bo left.', '"It is over," said Ann Lee.'),
        ('"It is over," said Mr. Lee. Bo left.', '"It is over," said Mr. Lee.'),
        ('"It is over," said A. R. Lee. Bo left.', '"It is over," said A. R. Lee.'),
        ('Rain fell\n\n"It is over,"\tsaid Ann Lee.', '"It is over," said Ann Lee.'),
        (
            '"It is over," said Ann Lee. "We lost." Bo left.',
            '"It is over," said Ann Lee. "We lost."',
        ),
    ],
)
def test_the_sentence_holds_the_quote_its_cue_and_its_source(text, expected):
    article = newsquote.parse(text)
    found = [sentence_around(article, quote) for quote in article.quotes]
    assert found[0] == expected
    for quote, sentence in zip(article.quotes, found, strict=True):
        assert " ".join(quote.parts[0].text.split()) in sentence


def test_a_page_without_line_ends_is_no_sentence():
    article = newsquote.parse("so it went on and on, " * 400 + '"it is over," said Ann Lee.')
    assert all(len(sentence_around(article, quote)) < 2200 for quote in article.quotes)
    assert article.quotes


def test_an_article_without_own_columns_has_none():
    assert dict(own_columns_of(newsquote.parse("Nobody spoke."))) == {}
