"""Evidence in words: the lines that ``explain`` prints, for a text of every kind of evidence."""

from typing import get_args

import pytest

from newsquote import ParseOptions, _evidence, explain, parse
from newsquote._quotes import rules

RULES = ParseOptions(model=None, include_nested=True, include_thoughts=True)
MODEL = ParseOptions(include_nested=True, include_thoughts=True)

INTERVIEW = """\
Ann Lee runs the mill in Tarnby. In this interview she looks back.

How did you begin?

I began as a clerk.

What do you miss?

I miss the noise."""
LINES = [
    ("“It is over,” Lee said.", [["cue: say, finite", "source: left", "content: quotation before the cue"]]),
    ("“It is over,” said Mayor Ann Lee.", [["cue: say, finite", "source: right", "content: quotation before the cue"]]),
    (
        "Lee said on Monday that the mill would close, and added that it was sad.",
        [
            ["cue: say, finite", "source: left", "content: clause with that"],
            ["cue: add, finite", "source: shared", "content: clause with that"],
        ],
    ),
    (
        "“It is over,” she said, adding that she would stay.",
        [
            ["cue: say, finite", "source: left", "content: quotation before the cue"],
            ["cue: add, participle", "source: shared", "content: clause with that"],
        ],
    ),
    ("Lee said the mill would close.", [["cue: say, finite", "source: left", "content: clause without that"]]),
    ("Lee said: “It is over.” Ek left.", [["cue: say, finite", "source: left", "content: quotation behind the cue"]]),
    ("The mill will close in May, according to Ann Lee.", [["cue: according to, according", "source: right", "content: C, according to S"]]),
    ("According to Ann Lee, the mill will close in May.", [["cue: according to, according", "source: right", "content: according to S, C"]]),
    ("Lee asked whether the mill would close.", [["cue: ask, finite", "source: left", "content: question clause"]]),
    ("Lee urged the council to close the mill.", [["cue: urge, finite", "source: left", "content: infinitive"]]),
    ("Lee accused the union of lying.", [["cue: accuse, finite", "source: left", "content: object and of"]]),
    ("The minister’s claim that the mill had closed surprised the town.", [["cue: claim, a noun", "content: what the noun says"]]),
    ("LEE: It is over.\n\nEK: It is not.", [["cue: colon behind a name", "content: the paragraph's rest"]]),
    ("“The mill was my life.” — Ann Lee", [["cue: dash before a name", "content: the quotation it signs"]]),
    (
        "Bank to close branches - sources\n\nLISBON — The bank will close ten of its branches in May.",
        [["cue: dash in a headline", "content: what stands before it"]],
    ),
    (
        INTERVIEW,
        [["cue: a question above", "content: the paragraphs below a question, or above a name"]] * 2,
    ),
    (
        "Letters to the editor\n\nThe mill should stay open. I worked there.\n\nAnn Lee, Tarnby",
        [["cue: a name below a letter", "content: the paragraphs below a question, or above a name"]],
    ),
    (
        "Lee added in a letter:\n\nThe mill has been my life for years and will stay so.",
        [["cue: colon at a paragraph's end", "source: left", "content: the paragraph below"]],
    ),
    (
        "The mayor, Ann Lee, on the mill:\n\n“The mill has been my life for many years.”",
        [["cue: colon at a paragraph's end", "source: shared", "joined: goes on in another paragraph"]],
    ),
    (
        "The Herald quoted Ann Lee as saying that the mill would close.",
        [["cue: say, participle", "source: right", "content: clause with that", "relay: quoted as saying"]],
    ),
    (
        "“The mill will close,” Ann Lee said, according to a transcript of the call.",
        [["cue: say, finite", "source: left", "content: quotation before the cue", "relay: according to"]],
    ),
    (
        "Lee said that the mill would close. “It has been my life for many years.”",
        [["cue: say, finite", "source: left", "content: clause with that", "joined: goes on"]],
    ),
    (
        "“The mill will close,” Lee said.\n\n“It has been my life for many years.”",
        [["cue: say, finite", "source: left", "content: quotation before the cue", "joined: goes on in another paragraph"]],
    ),
    (
        "Lee said that Ek had told her that the mill would close.",
        [
            ["cue: say, finite", "source: left", "content: clause with that"],
            ["cue: tell, finite", "source: left", "content: clause with that", "nested in another's statement"],
        ],
    ),
    (
        "It is, in the words of Ann Lee, “a long and bitter end” for the mill.",
        [["cue: in the words of, according", "source: right", "content: C, according to S"]],
    ),
]  # fmt: skip


def lines_of(text, options):
    """The evidence of every quote of a text."""
    quotes = parse(text, options=options).quotes
    return [list(explain(text, quote.span, options=options).evidence) for quote in quotes]


@pytest.mark.parametrize(("text", "wanted"), LINES)
def test_what_the_rules_found_is_told_line_by_line(text, wanted):
    assert lines_of(text, RULES) == wanted


def test_a_choice_of_the_model_is_told_with_its_chance_and_what_the_rules_say():
    (lines,) = lines_of("“It is over,” Lee said.", MODEL)
    assert lines[0] == "cue: said"
    assert lines[1].startswith("chosen by the model, chance 0.")
    assert len(lines[1]) == len("chosen by the model, chance 0.99")
    assert lines[2:] == ["cue: say, finite", "source: left", "content: quotation before the cue"]


def test_what_the_model_leaves_to_the_rules_is_told():
    text = "It is, in the words of Ann Lee, “a long and bitter end” for the mill."
    (lines,) = lines_of(text, MODEL)
    assert lines[-1] == "the rules alone"


def test_marks_in_an_unknown_language_are_told():
    story = "wir werden nicht mehr warten und das wissen auch alle hier in dieser stadt seit langem"
    text = f"Der Rat sagt: “Das ist vorbei, {story}.” Und noch: {story}, {story}, {story}."
    assert lines_of(text, RULES) == [["content: quotation marks in a language that is not known"]]


@pytest.mark.parametrize(
    ("members", "texts"),
    [
        (rules.Rule, _evidence.RULE_TEXTS),
        (rules.Side, _evidence.SIDE_TEXTS),
        (rules.Convention, _evidence.CONVENTION_TEXTS),
        (rules.Step, _evidence.STEP_TEXTS),
    ],
)
def test_every_member_has_words_of_its_own(members, texts):
    assert set(texts) == set(members)
    assert len(set(texts.values())) == len(texts)


def test_every_kind_of_evidence_has_a_line():
    values = {"lemma": "say", "build": "finite", "words": "said", "chance": 0.5}
    for kind in get_args(rules.Evidence):
        fields = getattr(kind, "_fields", None)
        one = next(iter(kind)) if fields is None else kind(*map(values.get, fields))
        assert all(map(str.strip, _evidence.evidence_lines([one])))
