"""The checks of the fuzzing targets can fail.

An article that breaks a law is found, and an output that is not well formed.
"""

import attrs
import exports
import laws
import pytest
import targets
from hypothesis import given
from hypothesis import strategies as st

import newsquote

TEXT = "Mill to close\n\nBy Ann Lee\n\n“It is over,” said Mayor Bo Ek, “and we lost.”"
ARTICLE = newsquote.parse(TEXT)
QUOTE = ARTICLE.quotes[0]
BROKEN = {
    "the text is kept": attrs.evolve(ARTICLE, text=TEXT + "."),
    "lies in the text": attrs.evolve(
        ARTICLE,
        blocks=(*ARTICLE.blocks, attrs.evolve(ARTICLE.blocks[0], span=newsquote.Span(0, 999))),
    ),
    "stands at": attrs.evolve(
        ARTICLE, headline=attrs.evolve(ARTICLE.headline, text="Mill to open")
    ),
    "the line at 0 lies in a block": attrs.evolve(ARTICLE, blocks=ARTICLE.blocks[1:]),
    "blocks stand in order": attrs.evolve(ARTICLE, blocks=ARTICLE.blocks + ARTICLE.blocks[:1]),
    "parts of a quote": attrs.evolve(
        ARTICLE, quotes=(attrs.evolve(QUOTE, parts=QUOTE.parts[::-1]),)
    ),
    "a quote has parts": attrs.evolve(ARTICLE, quotes=(attrs.evolve(QUOTE, parts=()),)),
    "one of the article's": attrs.evolve(ARTICLE, speakers=()),
    "a parent stands before": attrs.evolve(ARTICLE, quotes=(attrs.evolve(QUOTE, parent=QUOTE),)),
    "confidence is a share": attrs.evolve(ARTICLE, quotes=(attrs.evolve(QUOTE, confidence=1.5),)),
}


@pytest.mark.parametrize("law", BROKEN)
def test_a_broken_law_is_named(law):
    laws.every_law(ARTICLE, TEXT)
    with pytest.raises(laws.LawError, match=law):
        laws.every_law(BROKEN[law], TEXT)


@pytest.mark.parametrize(
    ("form", "old", "new"),
    [
        ("html", "<main>", "<main><script>"),
        ("html", "It is over", "It was over"),
        ("html", "<mark", "<mark onclick='x'"),
        ("html", "<main>", "<main><!-- -->"),
        ("csv", '"direct"', '"=direct"'),
        ("tsv", '"direct"\t', ""),
        ("jsonl", "{", "["),
        ("jsonld", "{", "["),
        ("tei", "</p>", ""),
        ("brat", "T1\t", "T1 "),
        ("json", "direct", "mixed"),
        ("prompt", "Q1 ", "S1 "),
        ("prompt", "It is", "It\u2028is"),
    ],
)
def test_an_output_that_is_damaged_is_found(form, old, new):
    written = exports.FORMATS[form](ARTICLE)
    exports.CHECKS[form](written, ARTICLE)
    assert old in written
    with pytest.raises((laws.LawError, ValueError, SyntaxError)):
        exports.CHECKS[form](written.replace(old, new, 1), ARTICLE)


def test_every_format_is_checked():
    assert set(exports.CHECKS) == set(exports.FORMATS)


@pytest.mark.parametrize("mode", targets.MODES)
def test_every_mode_takes_any_bytes(mode):
    @given(st.binary(max_size=120))
    def take(data):
        targets.MODES[mode](data)

    take()
