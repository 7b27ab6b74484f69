"""What is printed of a quote, cut from the text: words, where the article says that they stand."""

import pytest

import newsquote

SEPARATORS = "\x1c\x1d\x1e\x1f"


@pytest.mark.parametrize("sign", SEPARATORS)
def test_a_source_has_no_blank_at_its_ends(sign):
    article = newsquote.parse(f'{sign} Bo Ek said: "We tried."')
    [quote] = article.quotes
    assert (quote.source.text, quote.source.span.start) == ("Bo Ek", 2)
    assert [article.text[span.slice] for span in quote.speaker.mentions] == ["Bo Ek"]


@pytest.mark.parametrize("sign", ["\x1f", " ", "\u2007"])
def test_a_part_has_no_blank_at_its_ends(sign):
    article = newsquote.parse(f'.\n"Mill to close", says Ann Lee {sign}, said Bo Ek. \n\n')
    [part] = article.quotes[0].parts
    assert part.text == '"Mill to close", says Ann Lee' == article.text[part.span.slice]


def test_what_stands_between_words_stays():
    [quote] = newsquote.parse('Bo\x1f Ek said: "We \x1f tried."').quotes
    assert (quote.source.text, quote.parts[0].text) == ("Bo\x1f Ek", '"We \x1f tried."')
    assert quote.words == "We \x1f tried."


def test_a_quote_without_a_paragraph_begins_in_the_headline():
    article = newsquote.parse('"Mill to close", says Ann Lee\n\n"It is over."\n\nBo Ek left.')
    assert article.quotes[0].paragraph is None
    assert article.quotes[0].span.start in article.headline.span
