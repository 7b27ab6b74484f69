"""What stands in another's statement: left out, or nested in it."""

import pytest

from newsquote import ParseOptions, parse
from newsquote._quotes.attribution import Attribution, CueMention
from newsquote._quotes.nesting import are_outermost, outermost
from newsquote._text.ranges import Chars
from newsquote.kinds import CueCategory, Polarity

NESTED = ParseOptions(include_nested=True, include_thoughts=True)
RULES = ParseOptions(include_nested=True, model=None)


def attribution(cue, *pieces, sentence=0):
    """An attribution with its cue at one place and its content at others."""
    mention = CueMention(
        range=Chars(cue, cue + 4),
        lemma="say",
        category=CueCategory.NEUTRAL,
        polarity=Polarity.POSITIVE,
    )
    return Attribution(
        cue=mention, pieces=tuple(Chars(*piece) for piece in pieces), paragraph=0, sentence=sentence
    )


@pytest.mark.parametrize(
    ("attributions", "wanted"),
    [
        ([attribution(0, (10, 50)), attribution(20, (30, 50))], [True, False]),
        ([attribution(0, (10, 50)), attribution(60, (70, 90))], [True, True]),
        # A statement goes on behind the sentence of its cue: in a block below "Lee said:".
        ([attribution(0, (10, 50)), attribution(20, (30, 50), sentence=1)], [True, False]),
        ([attribution(0, (10, 50)), attribution(20, (0, 9), sentence=1)], [True, True]),
        # What stands in one that is not outermost is free of it.
        (
            [attribution(0, (10, 30)), attribution(20, (40, 60)), attribution(50, (60, 70))],
            [True, False, True],
        ),
        # Two that hold each other stay.
        ([attribution(0, (10, 50)), attribution(20, (0, 9))], [True, True]),
    ],
)
def test_what_a_source_says_that_others_said_is_that_sources(attributions, wanted):
    assert are_outermost(attributions) == wanted
    kept = [one for one, flag in zip(attributions, wanted, strict=True) if flag]
    assert outermost(attributions) == kept


def test_a_block_below_a_colon_is_one_statement():
    text = (
        "Roads Minister Ann Lee said:\n\n"
        "This bridge will save the valley half an hour, and it cost what we said it would cost."
    )
    assert [quote.source.text for quote in parse(text).quotes] == ["Roads Minister Ann Lee"]


@pytest.mark.parametrize("options", [NESTED, RULES])
def test_an_inner_statement_has_the_outer_one_as_its_parent(options):
    text = "Lee said that Ek had told her that Bo had said that the mill would close."
    outer, middle, inner = parse(text, options=options).quotes
    assert [outer.parent, middle.parent, inner.parent] == [None, outer, middle]
    assert [quote.source.text for quote in (outer, middle, inner)] == ["Lee", "Ek", "Bo"]


def test_what_the_model_lost_may_be_nested_as_the_rules_have_it():
    text = (
        'LISBON, March 4 (AFP) - Thousands marched "in Norvale on Monday to protest against the '
        'price of bread, police said.\n"We cannot bake with promises," said Ann Lee, a baker.'
    )
    quotes = parse(text, options=NESTED).quotes
    assert [quote.source.text for quote in quotes] == ["police", "Ann Lee, a baker"]
    assert quotes[1].parent is quotes[0]
