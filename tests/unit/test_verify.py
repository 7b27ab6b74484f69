"""Whether a quotation is in a text, and what was changed in it."""

import importlib
from itertools import pairwise

import pytest

import newsquote
from newsquote import ChangeKind, Span, VerificationStatus, verify

TEXT = "On Monday the bridge was shut. The bridge will open, she said."
STORY = """NORVALE — “We will not, if the council agrees, rebuild the old bridge next year,” Ann Lee said. “It was opened in 1901,” she told reporters.

The mayor said she could re-open the well-known har-
bour after 1.5 million visitors came. She had said: “He doesn't know what he wants.” The [old] mill costs £5, or 1,500 in all. I never promised that… it was
Bo who did, and it was −5 degrees.
"""


def changes(quotation, text=STORY):
    """The changes as (kind, quoted, found), after a look at what always holds."""
    found = verify(quotation, text)
    for change in found.changes:
        assert quotation[change.quoted_span.slice] == change.quoted
        assert text[change.span.slice] == change.found
        assert found.span is not None
    assert all(
        a.span.end <= b.span.start and a.quoted_span.end <= b.quoted_span.start
        for a, b in pairwise(found.changes)
    )
    assert all(a.end <= b.start for a, b in pairwise(found.spans))
    return [(change.kind.value, change.quoted, change.found) for change in found.changes]


# verbatim


@pytest.mark.parametrize("quotation", ["the bridge", "On Monday", "she said.", TEXT, "a", "said"])
def test_what_stands_there_is_verbatim_at_its_first_place(quotation):
    found = verify(quotation, TEXT)
    assert found.status is VerificationStatus.VERBATIM
    assert TEXT[found.span.slice] == quotation
    assert found.span.start == TEXT.index(quotation)
    assert found.spans == (found.span,)
    assert found.share == 1
    assert bool(found) is True


def test_blanks_around_the_quotation_do_not_count():
    assert verify("\n the bridge \t", TEXT).span == Span(10, 20)


def test_a_place_with_whole_words_comes_before_one_inside_a_word():
    text = "They sat there. The end."
    assert verify("he", "They thought he left").span == Span(13, 15)
    assert verify("The", text).span == Span(16, 19)


@pytest.mark.parametrize(
    ("quotation", "cuts"),
    [
        ("ridge was", [("ridge", "bridge")]),
        ("the brid", [("brid", "bridge")]),
        ("rid", [("rid", "bridge")]),
        ("  ridge was shu ", [("ridge", "bridge"), ("shu", "shut")]),
    ],
)
def test_a_quotation_that_cuts_a_word_says_so(quotation, cuts):
    found = verify(quotation, TEXT)
    assert found.status is VerificationStatus.VERBATIM
    assert changes(quotation, TEXT) == [("cut", *cut) for cut in cuts]


@pytest.mark.parametrize(
    ("quotation", "text", "word"),
    [
        ("5 million", "It cost 1.5 million.", "1.5"),
        ("We can", "We cannot go.", "cannot"),
        ("I did", "I didn’t.", "didn’t"),
    ],
)
def test_a_cut_number_and_a_cut_negation_are_seen(quotation, text, word):
    assert [found for _, _, found in changes(quotation, text)] == [word]


# folded


@pytest.mark.parametrize(
    "quotation",
    [
        "we will NOT if the council agrees rebuild",
        "“We will not — if the council agrees — rebuild the old bridge next year”",
        "We will\nnot, if\u00a0the council agrees",
        "reopen the well known harbour",
        "re\u00adopen the well-known har-\n  bour",
        "ＷＥ ｗｉｌｌ ｎｏｔ",
        "He doesn’t know",
        "he doesnt know",
        "costs £ 5 — or 1500 in all",
        "I never promised that... it was Bo",
        "I never … promised that",
        "…We will NOT…",
        "The old mill costs",
        "The  [old] mill",
        "it was -5 degrees",
    ],
)
def test_marks_blanks_dashes_and_case_do_not_count(quotation):
    found = verify(quotation, STORY)
    assert found.status is VerificationStatus.FOLDED
    assert bool(found) is True
    assert changes(quotation) == []
    assert found.share == 1
    assert STORY[found.span.start].isalnum()


def test_folded_words_are_whole_words():
    assert not verify("THE BRID", TEXT)
    assert not verify("IDGE WAS", TEXT)
    assert not verify("THEY DO", "They don't.")


# joined

SPLIT = (
    "“We will not sell the bridge,” Ann Lee said on Monday, “and we will never sell the mill.”\n\n"
    "The harbour, Bo Ek said, was shut for 15 days, and 20 boats waited.\n"
)


@pytest.mark.parametrize(
    ("quotation", "spans"),
    [
        (
            "We will not sell the bridge and we will never sell the mill.",
            ["We will not sell the bridge", "and we will never sell the mill"],
        ),
        (
            "“We will not sell the bridge, and WE will never sell”",
            ["We will not sell the bridge", "and we will never sell"],
        ),
        ("sell the bridge … and we will", ["sell the bridge", "and we will"]),
        ("The harbour was shut for 15 days", ["The harbour", "was shut for 15 days"]),
    ],
)
@pytest.mark.parametrize("source", [SPLIT, newsquote.parse(SPLIT)], ids=["text", "article"])
def test_the_parts_of_one_quote_may_be_joined(quotation, spans, source):
    found = verify(quotation, source)
    assert (found.status, bool(found), found.changes) == (VerificationStatus.JOINED, True, ())
    assert [SPLIT[span.slice] for span in found.spans] == spans
    assert found.span == Span(found.spans[0].start, found.spans[-1].end)
    assert found.places == (found.span,)


@pytest.mark.parametrize(
    "quotation",
    [
        "We will sell the bridge and we will never sell the mill",
        "We will not sell the bridge … we will never sell the mill",
        "We will not sell and we will never sell the mill",
        "we will never sell the mill was shut for 15 days",
        "we will never sell the mill. The harbour was shut",
    ],
)
def test_what_skips_spoken_words_or_joins_two_quotes_is_not_joined(quotation):
    assert not verify(quotation, SPLIT)


# places


@pytest.mark.parametrize(
    ("quotation", "places"),
    [
        ("the bridge", ["the bridge", "The bridge"]),
        ("The bridge", ["the bridge", "The bridge"]),
        ("THE “bridge”", ["the bridge", "The bridge"]),
        ("bridge was", ["bridge was"]),
        ("ridge", ["ridge"]),
        ("he", ["he"]),
    ],
)
def test_every_place_is_given_in_the_order_of_the_text(quotation, places):
    found = verify(quotation, TEXT)
    assert [TEXT[place.slice] for place in found.places] == places
    assert list(found.places) == sorted(found.places)
    assert found.span in found.places


def test_more_places_than_one_hand_counts_are_given():
    assert len(verify("We go", "We go. " * 50).places) == 50
    assert len(verify("WE GO!", "We go. " * 50).places) == 50


def test_places_do_not_overlap():
    assert verify("a a", "a a a a a").places == (Span(0, 3), Span(4, 7))
    assert verify("A a", "a a a a a").places == (Span(0, 3), Span(4, 7))


def test_what_is_altered_has_its_best_place_and_what_is_absent_none():
    found = verify("I always promised that", STORY)
    assert found.places == (found.span,)
    assert verify("the tunnel", TEXT).places == ()


# altered


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        ("We will … rebuild the old bridge", [("ellipsis", "…", "not, if the council agrees")]),
        ("We will not ... rebuild the old bridge", [("ellipsis", "...", "if the council agrees")]),
        ("We will not [...] rebuild", [("ellipsis", "[...]", "if the council agrees")]),
        ("We will not . . . rebuild", [("ellipsis", ". . .", "if the council agrees")]),
        ("I … promised that", [("ellipsis", "…", "never")]),
        ("He … know what he wants", [("ellipsis", "…", "doesn't")]),
        (
            "We will rebuild the old bridge next year",
            [("omitted", "", "not, if the council agrees")],
        ),
        ("I promised that", [("omitted", "", "never")]),
        ("He does know what he wants", [("replaced", "does", "doesn't")]),
        ("[T]he mayor said she could", [("bracketed", "[T]he", "The")]),
        ("[T]he … said she could", [("bracketed", "[T]he …", "")]),
        ("[The may]or said she could", [("bracketed", "[The may]or", "The mayor")]),
        ("Bo said she could re-open", [("replaced", "Bo", "mayor")]),
        ("The mayor told us she could", [("replaced", "told us", "said")]),
        ("He doesn't know what he says", [("replaced", "says", "wants")]),
        ("“[The council] will not, if the council agrees", [("bracketed", "[The council]", "We")]),
        ("the mayor said [Ann Lee] could re-open", [("bracketed", "[Ann Lee]", "she")]),
        ("He [Bo Ek] doesn't know", [("bracketed", "[Bo Ek]", "")]),
        ("He doesn't know what [Bo Ek]", [("bracketed", "[Bo Ek]", "he")]),
        ("The mayor [sic] said she could", [("bracketed", "[sic]", "")]),
        ("It was open[ed] in 1901", [("bracketed", "open[ed]", "opened")]),
        ("rebuild the [old] bridge", [("bracketed", "[old]", "old")]),
        ("rebuild the new bridge next year", [("replaced", "new", "old")]),
        ("We will really not, if the council agrees", [("added", "really", "")]),
        (
            "the mayor said she might reopen the well-known harbour",
            [("replaced", "might", "could")],
        ),
        ("the mayor said she could reopen our well known harbour", [("replaced", "our", "the")]),
        ("after 15 million visitors", [("replaced", "15", "1.5")]),
        ("mill costs $5, or", [("replaced", "$", "£")]),
        ("it was 5 degrees", [("omitted", "", "−")]),
        ("I always promised that", [("replaced", "always", "never")]),
    ],
)
def test_every_change_is_shown_with_both_sides(quotation, expected):
    found = verify(quotation, STORY)
    assert found.status is VerificationStatus.ALTERED
    assert bool(found) is False
    assert changes(quotation) == expected


def test_a_quotation_that_leaves_words_out_has_several_spans():
    quotation = "We will … rebuild the old bridge … opened in 1901"
    assert [STORY[span.slice] for span in verify(quotation, STORY).spans] == [
        "We will",
        "rebuild the old bridge",
        "opened in 1901",
    ]


def test_parts_keep_the_order_of_the_text():
    text = "“We will rebuild the bridge,” she said. “It was opened in 1901.”"
    assert (
        verify("We will rebuild the bridge … It was opened in 1901", text).status
        is VerificationStatus.JOINED
    )
    assert (
        verify("It was opened in 1901 … We will rebuild the bridge", text).status
        is VerificationStatus.ABSENT
    )


def test_parts_may_be_far_apart():
    text = (
        "We will rebuild the bridge. "
        + "Rain fell on the hills for days. " * 3000
        + "It will stand for years."
    )
    found = verify("We will rebuild the bridge … It will stand for years", text)
    assert [text[span.slice] for span in found.spans] == [
        "We will rebuild the bridge",
        "It will stand for years",
    ]


def test_the_best_match_is_preferred():
    text = "The old bridge was sold in May. They said the new bridge was sold in June. The old bridge fell."
    assert verify("the new bridge was sold in July", text).span == Span(
        text.index("the new"), text.index("June") + 4
    )
    assert changes("the new bridge was sold in July", text) == [("replaced", "July", "June")]


def test_the_nearest_parts_are_preferred():
    text = "We will see. Rain fell on all the hills of the valley. We will, he said, rebuild it all. He will rebuild it all."
    found = verify("We will … rebuild it all", text)
    assert [text[span.slice] for span in found.spans] == ["We will", "rebuild it all"]
    assert found.span.start == text.rindex("We will")


def test_a_long_quotation_with_many_changes_is_found():
    text = " ".join(f"word{chr(97 + n % 26)}{chr(97 + n // 26 % 26)} goes" for n in range(500))
    quotation = text.replace("wordca", "other")
    found = verify(quotation, "Before it. " + text + " After it.")
    assert found.status is VerificationStatus.ALTERED
    assert found.share > 0.9
    assert {change.quoted for change in found.changes} == {"other"}


# the bound


@pytest.mark.parametrize(
    ("quotation", "status", "share"),
    [
        ("one two three four xx yy", "altered", 4 / 6),
        ("one two three xx yy zz", "absent", 0),
        ("one two xx", "altered", 2 / 3),
        ("one xx", "absent", 0),
        ("one two three four five xx yy zz", "absent", 0),
        ("one two three four five six xx yy zz", "altered", 6 / 9),
        ("[Some other words here] one two three four xx yy", "altered", 4 / 6),
    ],
)
def test_two_thirds_of_the_words_are_altered_and_less_is_absent(quotation, status, share):
    found = verify(quotation, "There are one two three four five six and no more.")
    assert found.status.value == status
    assert found.share == pytest.approx(share)


def test_words_must_stand_in_the_same_order():
    assert (
        verify("six five four three two one", "one two three four five six").status
        is VerificationStatus.ABSENT
    )


def test_words_must_stand_near_each_other():
    text = (
        "Ann went. "
        + "Rain fell on hills. " * 50
        + "Boats left. "
        + "Snow lay in valleys. " * 50
        + "Trees stood."
    )
    assert verify("Ann boats trees", text).status is VerificationStatus.ABSENT


# absent


@pytest.mark.parametrize(
    "quotation",
    [
        "the tunnel",
        "nothing of that",
        "bridge Monday",
        "",
        " \n",
        "…",
        "“ ”",
        "[...]",
        "\ud800",
        "\0",
        "❤\ufe0f",
        "\u0301",
    ],
)
def test_what_is_not_there_is_absent(quotation):
    for text in (TEXT, "", quotation):
        found = verify(quotation, text)
        if text != quotation or not any(map(str.isalnum, quotation)):
            assert (
                found.status,
                found.span,
                found.spans,
                found.changes,
                found.share,
                bool(found),
            ) == (
                VerificationStatus.ABSENT,
                None,
                (),
                (),
                0,
                False,
            )


@pytest.mark.parametrize(
    "quotation",
    [
        "[",
        "]",
        "[[[",
        "[a",
        "a]",
        "[a][b] c … [d",
        "a … … b",
        "...",
        "[The mayor]",
        "1.2.3,4",
        "a" * 300,
    ],
)
def test_odd_quotations_are_answered(quotation):
    for text in (STORY, quotation, quotation * 3, " ".join(quotation)):
        changes(quotation, text)


def test_what_has_no_words_outside_brackets_is_absent():
    assert verify("[The mayor said she]", STORY).status is VerificationStatus.ABSENT


# arguments


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        ((None, TEXT), "quotation"),
        (("a", b"a"), "text"),
        ((1, TEXT), "quotation"),
        (("a", None), "text"),
        ((newsquote.parse("a"), "a"), "quotation"),
    ],
)
def test_an_argument_that_is_no_string_is_a_type_error(arguments, name):
    with pytest.raises(TypeError, match=f"{name} must be a str( or an Article)?, not"):
        verify(*arguments)


def test_the_name_stays_the_function_after_the_module_was_imported():
    module = importlib.import_module("newsquote.verify")
    assert newsquote.verify is module.verify is verify


def test_changes_and_verifications_show_what_they_are():
    found = verify("I … promised that", STORY)
    assert repr(found.changes[0]) == "<Change ellipsis '…' for 'never'>"
    assert repr(found).startswith("<Verification altered at ")
    assert found.changes[0].kind is ChangeKind.ELLIPSIS
    assert repr(verify("zz", "a")) == "<Verification absent, 0 changes>"
