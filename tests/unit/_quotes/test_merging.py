"""What the model chose in bare words, as it is printed.

Marks and brackets are taken in, paragraphs parted, and the rules asked where they know better.
"""

import pytest

from newsquote import _evidence
from newsquote._names import spotting
from newsquote._quotes import engine
from newsquote._quotes.clauses import cues
from newsquote._quotes.merging import merge_model_and_rules
from newsquote._quotes.model.finding import ModelAttribution
from newsquote._quotes.nesting import are_outermost
from newsquote._quotes.rules import Step
from newsquote._text import doc as docs
from newsquote._text.ranges import Chars
from newsquote.lang import get_pack


def over(text):
    ranges, at = [], 0
    for paragraph in text.split("\n"):
        ranges.append((at, at + len(paragraph)))
        at += len(paragraph) + 1
    return docs.read_doc(text, ranges, get_pack("en"))


def merged(text, *found, thoughts=False):
    """The attributions of what the model found: each (cue, source or None, contents, chance, mode),
    in words of the text.
    """
    doc = over(text)

    def place(words):
        start = text.index(words)
        return Chars(start, start + len(words))

    made = [
        ModelAttribution(
            cue=place(cue),
            source=None if source is None else place(source),
            contents=tuple(map(place, contents)),
            chance=chance,
            head=doc.token_at(place(cue)[1] - 1),
            mode=mode,
        )
        for cue, source, contents, chance, mode in found
    ]
    names = spotting.find_names(doc)
    rules = engine.find_by_rules(doc, names, cues.outer_marks(doc), headline=None)
    ruled = rules.attributions
    return merge_model_and_rules(doc, made, ruled, are_outermost(ruled), thoughts=thoughts)


def one(text, cue, source, *contents, chance=0.9, mode="speech", thoughts=False):
    attributions = merged(text, (cue, source, contents, chance, mode), thoughts=thoughts)
    return [
        " | ".join(
            [
                text[slice(*attribution.source)] if attribution.source else "-",
                attribution.lemma,
                " / ".join(text[slice(*piece)] for piece in attribution.pieces),
            ]
        )
        for attribution in attributions
    ]


@pytest.mark.parametrize(
    ("text", "cue", "source", "contents", "wanted"),
    [
        ("“It is over,” Lee said.", "said", "Lee", ["It is over"], "Lee | say | “It is over,”"),
        ("Lee said: “It is over.”", "said", "Lee", ["It is over"], "Lee | say | “It is over.”"),
        ("“It is over,” Lee said, “and we go.”", "said", "Lee", ["It is over", "and we go"], "Lee | say | “It is over,” / “and we go.”"),
        ("“It is over. We go,” Lee said.", "said", "Lee", ["We go"], "Lee | say | “It is over. We go,”"),
        ("“It is over,” Lee said. “We go.”", "said", "Lee", ["It is over", "We go"], "Lee | say | “It is over,” / “We go.”"),
        ("“It is over.” “We go,” Lee said.", "said", "Lee", ["It is over.” “We go"], "Lee | say | “It is over.” / “We go,”"),
        ("Lee said it was “over and” done.", "said", "Lee", ["it was “over and” done"], "Lee | say | it was “over and” done"),
        ("Lee said the mill was “over.”", "said", "Lee", ["the mill was “over"], "Lee | say | the mill was “over.”"),
        ("Lee said the mill (the old one) shuts.", "said", "Lee", ["the mill (the old one"], "Lee | say | the mill (the old one)"),
        ("Ann Lee (D-Wis.) said it was over.", "said", "Ann Lee (D-Wis", ["it was over"], "Ann Lee (D-Wis.) | say | it was over"),
        ("Lee said it was over; it was sad.", "said", "Lee", ["it was over; it was sad"], "Lee | say | it was over; it was sad"),
        ("Lee told Ek that it was over.", "told", "Lee", ["Ek that it was over"], "Lee | tell | that it was over"),
        ("Lee, by contrast, said that it was over.", "said", "Lee, by contrast", ["that it was over"], "Lee | say | that it was over"),
        ("“It is over,” said Lee, however long it took.", "said", "Lee, however long", ["It is over"], "Lee | say | “It is over,”"),
        ("“It is over,” said Lee, adding little.", "said", "Lee, adding little", ["It is over"], "Lee | say | “It is over,”"),
        ("“It is over,” said Lee, on Monday.", "said", "Lee, on Monday", ["It is over"], "Lee | say | “It is over,”"),
        ("“It is over,” said Lee, Monday.", "said", "Lee, Monday", ["It is over"], "Lee | say | “It is over,”"),
        ("“It is over,” said Lee, one of us.", "said", "Lee, one of us", ["It is over"], "Lee, one of us | say | “It is over,”"),
        ("“It is over,” said Ann Lee.", "said", None, ["Ann Lee"], "Ann Lee | say | “It is over,”"),
        ("Lee made it clear that it was over.", "made", "Lee", ["it clear"], "Lee | make clear | that it was over"),
        ("“It is over.\n“It is sad,” Lee said.", "said", "Lee", ["It is over.\n“It is sad"], "Lee | say | “It is over. / “It is sad,”"),
        ("Lee said it was over.\nIt was sad.", "said", "Lee", ["it was over.\nIt was sad"], "Lee | say | it was over / It was sad"),
        ("Ek left.\nLee said it was over.\nIt was sad.\nEk wept.", "said", "Lee", ["it was over.\nIt was sad"], "Lee | say | it was over / It was sad"),
    ],
)  # fmt: skip
def test_bare_words_are_printed(text, cue, source, contents, wanted):
    assert one(text, cue, source, *contents) == [wanted]


def test_what_is_no_clause_ends_where_the_next_verb_begins():
    text = "Lee accused the union of lying and said that it was over."
    assert one(text, "accused", "Lee", "the union of lying and said that it was over") == [
        "Lee | accuse | the union of lying",
        "Lee | say | that it was over",
    ]


TAKEN = [
    # firm: a rule that is nearly always right finds it, too
    ("Lee said that it was over.", "said", "Lee", ["that it was over"], "speech", False, 0.25),
    # a rule finds it
    (
        "Lee said the mill would close.",
        "said",
        "Lee",
        ["the mill would close"],
        "speech",
        False,
        0.38,
    ),
    # it touches marks
    (
        "The saying of Lee is “all is over” now.",
        "saying",
        "Lee",
        ["all is over"],
        "speech",
        False,
        0.38,
    ),
    # only the model sees it
    (
        "The saying of Lee is that all is over now.",
        "saying",
        "Lee",
        ["that all is over now"],
        "speech",
        False,
        0.6,
    ),
    # thoughts are asked for
    (
        "The saying of Lee is that all is over now.",
        "saying",
        "Lee",
        ["that all is over now"],
        "thought",
        True,
        0.28,
    ),
    (
        "The saying of Lee is that all is over now.",
        "saying",
        None,
        ["that all is over now"],
        "speech",
        True,
        0.28,
    ),
]


@pytest.mark.parametrize(("text", "cue", "source", "contents", "mode", "thoughts", "least"), TAKEN)
def test_how_likely_it_must_be(text, cue, source, contents, mode, thoughts, least):
    for chance, taken in ((least, True), (least - 0.001, False)):
        attributions = merged(text, (cue, source, contents, chance, mode), thoughts=thoughts)
        assert [attribution.chance for attribution in attributions] == [chance] * taken


@pytest.mark.parametrize(
    ("text", "cue", "source", "contents", "mode"),
    [
        (
            "The saying of Lee is that all is over now.",
            "saying",
            "Lee",
            ["that all is over now"],
            "thought",
        ),
        (
            "The saying of Lee is that all is over now.",
            "saying",
            None,
            ["that all is over now"],
            "speech",
        ),
        ("It shuts according now to plan.", "according", "plan", ["It shuts"], "speech"),
    ],
)
def test_thoughts_and_nobodys_words_are_not_taken_however_likely(text, cue, source, contents, mode):
    assert merged(text, (cue, source, contents, 1.0, mode)) == []


def test_a_quotation_that_the_model_leaves_has_the_rules_speaker():
    text = "“It is over,” Lee said. Ek thinks that it is not."
    attributions = merged(text, ("thinks", "Ek", ["that it is not"], 0.9, "thought"), thoughts=True)
    assert [text[slice(*attribution.source)] for attribution in attributions] == ["Ek", "Lee"]
    assert attributions[1].evidence[-1] == Step.TAKEN_FROM_RULES


def test_what_the_model_says_of_the_cue_comes_along():
    text = "Lee did not say that it was over."
    (attribution,) = merged(text, ("did not say", "Lee", ["that it was over"], 0.75, "speech"))
    cue = attribution.cue
    assert (cue.lemma, cue.category, cue.polarity, attribution.mode, attribution.chance) == (
        "say",
        "neutral",
        "negated",
        "speech",
        0.75,
    )
    assert _evidence.evidence_lines(attribution.evidence)[:2] == (
        "cue: did not say",
        "chosen by the model, chance 0.75",
    )
    assert attribution.marks == ()


@pytest.mark.parametrize(("mode", "category"), [("thought", "thought"), ("speech", "neutral")])
def test_a_cue_that_is_in_no_list_is_its_own_lemma(mode, category):
    text = "“It is over,” Lee mooed."
    (attribution,) = merged(text, ("mooed", "Lee", ["It is over"], 0.9, mode), thoughts=True)
    cue = attribution.cue
    assert (cue.lemma, cue.category, attribution.marks, cue.polarity) == (
        "mooed",
        category,
        (0,),
        "positive",
    )


@pytest.mark.parametrize(("source", "count"), [("March 2", 0), ("Your report", 1)])
def test_a_day_says_nothing(source, count):
    text = "Your report (“Build it now”, March 2) says that the bridge will pay for itself."
    contents = ("that the bridge will pay for itself",)
    assert len(merged(text, ("says", source, contents, 0.9, "speech"))) == count
