"""The public values: small, frozen, hashable, and what they work out from their fields."""

import copy
import os
import pickle
import subprocess
import sys

import attrs
import pytest

from newsquote import (
    Article,
    Body,
    Change,
    ChangeKind,
    Check,
    CheckPlace,
    CheckVerdict,
    Doubt,
    DoubtReason,
    Explanation,
    KnownPerson,
    Mode,
    ParseFailure,
    Part,
    Person,
    Quote,
    QuoteKind,
    Source,
    Span,
    Speaker,
    SpeakerKind,
    Verification,
    VerificationStatus,
    models,
)
from newsquote.models.span import REPR_WIDTH

SENTENCE = "The ferry left Quill harbour late."


def part(text, start=0, inner=None):
    return Part(
        text=text,
        span=Span(start, start + len(text)),
        inner=None if inner is None else Span(*inner),
    )


def quote(*parts, speaker=None):
    return Quote(
        kind=QuoteKind.DIRECT, mode=Mode.SPEECH, parts=parts, speaker=speaker, confidence=0.5
    )


def speaker(name, *members):
    return Speaker(
        name=name, kind=SpeakerKind.GROUP if members else SpeakerKind.PERSON, members=members
    )


def article(quotes=(), speakers=()):
    return Article(
        text="",
        body=Body(span=None, paragraphs=(), text_spans=(), text=""),
        quotes=quotes,
        speakers=speakers,
    )


@pytest.mark.parametrize(
    "again", ["it’s   OVER!", "“It's over”", "its o\u00adver", "IT’S — OVER …", "ｉｔ’ｓ over"]
)
def test_the_same_words_have_the_same_fingerprint(again):
    assert quote(part(again)).fingerprint == quote(part("It's over")).fingerprint


@pytest.mark.parametrize("other", ["It's not over", "Its over 5", "It's oven", "over it's", ""])
def test_other_words_have_another_fingerprint(other):
    assert quote(part(other)).fingerprint != quote(part("It's over")).fingerprint


def test_how_a_quote_is_split_does_not_count():
    split = quote(part('"It\'s,"', 0, (1, 6)), part('"over."', 20, (21, 26)))
    assert split.fingerprint == quote(part("It's over")).fingerprint


def test_a_fingerprint_stays_the_same_for_ever():
    assert quote(part("The “ﬁne” Café: £1,500½, −5 – Straße.")).fingerprint == "ab5f80ef28febc2a"
    assert quote(part("…")).fingerprint == "e4a6a0577479b2b4"


def every_value(story):
    """One of each class that hangs on an article, and the values that do not."""
    found = {}

    def walk(value):
        if isinstance(value, tuple):
            for item in value:
                walk(item)
        elif attrs.has(type(value)) and type(value).__name__ not in found:
            found[type(value).__name__] = value
            for field in attrs.fields(type(value)):
                walk(getattr(value, field.name))

    walk(story)
    walk(story.sources())
    walk(Source(text="a", id="b"))
    walk(ParseFailure(index=0, id=None, error=TypeError("no text")))
    walk(KnownPerson(name="Ann Lee"))
    doubt = Doubt(name="A. Lee", reason=DoubtReason.SHORT_FORM, id=None, articles=1)
    walk(
        Person(
            id="p-1",
            name="Ann Lee",
            names=("Ann Lee",),
            kind=SpeakerKind.PERSON,
            articles=1,
            quotes=2,
            words=3,
            doubtful=(doubt,),
        )
    )
    nowhere = Span(0, 0)
    change = Change(
        kind=ChangeKind.OMITTED, quoted="", quoted_span=nowhere, found="not", span=Span(1, 4)
    )
    walk(
        Verification(
            status=VerificationStatus.ALTERED,
            span=Span(0, 9),
            spans=(Span(0, 9),),
            changes=(change,),
            share=0.8,
        )
    )
    walk(Explanation(span=Span(0, 1), quote=None, rejected=None, evidence=()))
    walk(
        Check(
            verdict=CheckVerdict.ABSENT,
            verification=Verification(status=VerificationStatus.ABSENT),
            places=(
                CheckPlace(
                    verdict=CheckVerdict.SAID,
                    span=Span(0, 1),
                    spans=(Span(0, 1),),
                    speakers=story.speakers[:1],
                ),
            ),
        )
    )
    return found


# ---------------------------------------------------------------- spans


def test_spans_sort_by_start_and_then_by_end():
    assert sorted([Span(4, 9), Span(0, 2), Span(4, 5), Span(0, 1)]) == [
        Span(0, 1),
        Span(0, 2),
        Span(4, 5),
        Span(4, 9),
    ]
    assert Span(1, 2) < Span(1, 3) < Span(2, 2)


@pytest.mark.parametrize(
    ("span", "length"), [(Span(0, 0), 0), (Span(4, 9), 5), (Span(7, 7), 0), (Span(0, 10**9), 10**9)]
)
def test_the_length_of_a_span_is_its_code_points(span, length):
    assert len(span) == length


def test_an_empty_span_is_true_so_that_it_is_not_taken_for_none():
    assert Span(3, 3)


@pytest.mark.parametrize(
    ("start", "end", "text"), [(4, 9, "ferry"), (0, 0, ""), (0, len(SENTENCE), SENTENCE)]
)
def test_a_span_cuts_its_text_out_of_the_string(start, end, text):
    assert SENTENCE[Span(start, end).slice] == text
    assert Span(start, end).slice == slice(start, end)


@pytest.mark.parametrize("inside", [4, 8, Span(4, 9), Span(5, 6), Span(4, 4), Span(9, 9)])
def test_offsets_and_spans_inside_are_in_a_span(inside):
    assert inside in Span(4, 9)


@pytest.mark.parametrize(
    "outside", [3, 9, -1, Span(3, 9), Span(4, 10), Span(0, 2), Span(20, 20), "5", 5.0, None, (5, 6)]
)
def test_what_is_outside_or_is_no_offset_is_not_in_a_span(outside):
    assert outside not in Span(4, 9)


def test_a_span_unpacks_into_its_offsets():
    start, end = Span(4, 9)
    assert (start, end) == (4, 9)
    assert [*Span(7, 7)] == [7, 7]
    assert Span(*Span(4, 9)) == Span(4, 9)


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        (Span(4, 9), Span(4, 9), True),
        (Span(4, 9), Span(8, 12), True),
        (Span(4, 9), Span(5, 6), True),
        (Span(4, 9), Span(9, 12), False),
        (Span(4, 9), Span(0, 4), False),
        (Span(4, 9), Span(20, 30), False),
        (Span(4, 9), Span(6, 6), False),
        (Span(6, 6), Span(6, 6), False),
    ],
)
def test_spans_overlap_where_they_have_a_code_point_in_common(one, other, shared):
    assert one.overlaps(other) is shared
    assert other.overlaps(one) is shared


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 1), (-3, -1), (1, 0)])
def test_numbers_that_are_no_range_are_a_value_error(start, end):
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_the_repr_of_a_span_is_the_call_that_makes_it():
    assert repr(Span(4, 9)) == "Span(4, 9)"


# ---------------------------------------------------------------- all values


def test_every_value_is_frozen(story):
    for name, value in every_value(story).items():
        for field in attrs.fields(type(value)):
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                setattr(value, field.name, None)
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                delattr(value, field.name)
        assert not hasattr(value, "__dict__"), name


def test_every_value_is_hashable_and_equal_values_have_one_hash(story):
    values = every_value(story)
    assert set(values) == set(models.__all__)
    for name, value in values.items():
        twin = attrs.evolve(value)
        assert twin is not value
        assert twin == value, name
        assert hash(twin) == hash(value), name
        assert len({twin, value}) == 1, name


@pytest.mark.parametrize(
    "again",
    [
        copy.copy,
        copy.deepcopy,
        *(lambda v, p=p: pickle.loads(pickle.dumps(v, p)) for p in range(2, 6)),
    ],
)
def test_a_copy_or_a_pickle_of_a_value_is_equal_to_it(story, again):
    for name, value in every_value(story).items():
        other = again(value)
        assert type(other) is type(value)
        assert other == value, name
        assert hash(other) == hash(value), name


def test_a_pickle_that_names_the_classes_by_their_public_module_is_read(story):
    for name, value in every_value(story).items():
        written = pickle.dumps(value, 0)
        for file in ("article", "checks", "page", "people", "quotes", "span"):
            written = written.replace(f"newsquote.models.{file}\n".encode(), b"newsquote.models\n")
        assert b"newsquote.models\n" in written
        assert pickle.loads(written) == value, name


def test_values_that_differ_in_one_field_are_not_equal():
    assert part("a") != part("a", 1)
    assert speaker("Ann Lee") != speaker("Bo Ek")
    assert Source(text="a") != Source(text="a", id="b")


LONG = "The tide was low and the gulls were loud. " * 500


@pytest.mark.parametrize(
    "value",
    [
        part(LONG),
        quote(part(LONG), speaker=speaker("Ann Lee")),
        speaker(LONG),
        attrs.evolve(article(), text=LONG),
        Body(span=Span(0, len(LONG)), paragraphs=(), text_spans=(), text=LONG),
    ],
    ids=lambda value: type(value).__name__,
)
def test_the_repr_of_a_long_value_is_short(value):
    assert len(repr(value)) <= 2 * REPR_WIDTH + 40


def test_the_reprs_of_a_whole_article_are_short_and_stand_on_one_line(story):
    own = {"Source", "KnownPerson", "ParseFailure", "Verification", "Explanation", "SourceCount"}
    for name, value in every_value(story).items():
        shown = repr(value)
        assert "\n" not in shown
        assert name in shown
        assert len(shown) <= 2 * REPR_WIDTH + 40 or name in own, name


def test_a_repr_shows_the_text_that_is_short_and_cuts_the_one_that_is_not():
    assert repr(part("Low tide")) == "<Part 'Low tide'>"
    fits, cut = "x" * REPR_WIDTH, "x" * (REPR_WIDTH + 1)
    assert fits in repr(part(fits))
    assert cut not in repr(part(cut))
    assert "…" in repr(part(cut))
    assert repr(article()) == "<Article without headline: 0 paragraphs, 0 quotes, 0 speakers>"


# ---------------------------------------------------------------- parts and quotes


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (part('"It is over,"', 10, (11, 22)), "It is over"),
        (part("“It is over”", 0, (1, 11)), "It is over"),
        (part('"Is it over?"', 0, (1, 12)), "Is it over?"),
        (part('"It is over."', 0, (1, 12)), "It is over."),
        (part("the tide was low,"), "the tide was low"),
        (part("the tide was low"), "the tide was low"),
        (part("low, slow tides"), "low, slow tides"),
        (part('talks were "over"'), 'talks were "over"'),
        (part('""', 4, (5, 5)), ""),
    ],
)
def test_the_words_of_a_part_have_no_outer_marks_and_no_comma_before_the_cue(made, words):
    assert made.words == words


def test_a_quote_joins_its_parts_and_spans_their_hull():
    made = quote(part('"It is over,"', 10, (11, 22)), part('"and we won."', 40, (41, 52)))
    assert made.span == Span(10, 53)
    assert made.text == '"It is over," "and we won."'
    assert made.words == "It is over and we won."


def test_a_quote_of_one_part_is_where_the_part_is():
    made = quote(part("the tide was low", 5))
    assert (made.span, made.text, made.words) == (
        Span(5, 21),
        "the tide was low",
        "the tide was low",
    )


# ---------------------------------------------------------------- articles

ANN, BO, CY = speaker("Ann Lee"), speaker("Bo Ek"), speaker("Cy Orr")
BOTH = speaker("Ann Lee and Bo Ek", ANN, BO)
Q = [
    quote(part("One two.", 0), speaker=ANN),
    quote(part("One two three.", 20), speaker=BOTH),
    quote(part("Unknown words here.", 40)),
    quote(part("One.", 60), speaker=BO),
    quote(part("Two more,", 80), part("and last", 100), speaker=ANN),
]
VOICES = article(tuple(Q), (BO, ANN, BOTH, CY))


@pytest.mark.parametrize(
    ("who", "indexes"),
    [
        (ANN, [0, 1, 4]),
        ("Ann Lee", [0, 1, 4]),
        (BO, [1, 3]),
        ("Bo Ek", [1, 3]),
        (BOTH, [1]),
        (BOTH.name, [1]),
    ],
)
def test_quotes_by_gives_what_a_speaker_said_alone_or_with_others_in_text_order(who, indexes):
    assert VOICES.quotes_by(who) == tuple(Q[n] for n in indexes)


@pytest.mark.parametrize("who", [CY, "Cy Orr", "Lee", "ann lee", "", speaker("Dee Fox")])
def test_quotes_by_gives_nothing_for_a_silent_or_unknown_speaker(who):
    assert VOICES.quotes_by(who) == ()


def test_quotes_by_tells_apart_two_speakers_of_one_name():
    other = attrs.evolve(ANN, role="pilot")
    both = article((Q[0], quote(part("x", 9), speaker=other)), (ANN, other))
    assert both.quotes_by(ANN) == (Q[0],)
    assert len(both.quotes_by("Ann Lee")) == 2


def test_sources_counts_quotes_and_words_in_the_order_of_the_speakers_and_leaves_out_the_silent():
    assert [(row.speaker, row.name, row.quotes, row.words) for row in VOICES.sources()] == [
        (BO, "Bo Ek", 1, 1),
        (ANN, "Ann Lee", 2, 6),
        (BOTH, "Ann Lee and Bo Ek", 1, 3),
    ]


def test_sources_carries_role_and_affiliation():
    mayor = attrs.evolve(ANN, role="mayor", affiliation="Quill")
    row = article((attrs.evolve(Q[0], speaker=mayor),), (mayor,)).sources()[0]
    assert (row.role, row.affiliation) == ("mayor", "Quill")


def test_quotes_at_gives_the_quotes_that_hold_an_offset_the_innermost_last():
    outer = quote(part("She said he said no, and", 0), part("left", 40))
    inner = attrs.evolve(quote(part("he said no", 9)), parent=outer)
    innermost = attrs.evolve(quote(part("no", 17)), parent=inner)
    story = attrs.evolve(article((outer, inner, innermost)), text="x" * 50)
    assert story.quotes_at(0) == (outer,)
    assert story.quotes_at(9) == (outer, inner)
    assert story.quotes_at(18) == (outer, inner, innermost)
    assert story.quotes_at(19) == (outer,)  # behind the others
    assert story.quotes_at(30) == ()  # between the two parts
    assert story.quotes_at(43) == (outer,)
    assert story.quotes_at(44) == ()


@pytest.mark.parametrize("offset", [-1, 50, 10**9])
def test_quotes_at_an_offset_that_the_text_has_not_is_an_index_error(offset):
    with pytest.raises(IndexError, match="is not in the text"):
        attrs.evolve(article(), text="x" * 50).quotes_at(offset)
    with pytest.raises(IndexError):
        article().quotes_at(0)


def test_quotes_at_a_span_gives_the_quotes_that_have_a_code_point_in_common_with_it():
    outer = quote(part("She said he said no, and", 0), part("left", 40))
    inner = attrs.evolve(quote(part("he said no", 9)), parent=outer)
    story = attrs.evolve(article((outer, inner)), text="x" * 50)
    assert story.quotes_at(Span(0, 50)) == (outer, inner)
    assert story.quotes_at(Span(0, 9)) == (outer,)
    assert story.quotes_at(Span(0, 10)) == (outer, inner)
    assert story.quotes_at(Span(24, 40)) == ()  # between the two parts
    assert story.quotes_at(Span(24, 41)) == (outer,)
    assert story.quotes_at(Span(9, 9)) == ()  # nothing has anything in common with an empty span


def test_quotes_at_a_span_that_the_text_has_not_is_an_index_error():
    with pytest.raises(IndexError, match=r"Span\(3, 51\) is not in the text, which has 50"):
        attrs.evolve(article(), text="x" * 50).quotes_at(Span(3, 51))


def test_shown_joins_the_parts_as_print_does():
    assert quote(part("It is over", 0)).shown == "It is over"
    assert quote(part("It is over,", 0), part("we lost.", 40)).shown == "It is over … we lost."


def test_the_sentence_of_a_quote_is_its_own_span_where_nothing_else_is_known():
    alone = quote(part("over", 9))
    assert alone.sentence == alone.span == Span(9, 13)
    whole = attrs.evolve(alone, sentence=Span(0, 20))
    assert whole.sentence == Span(0, 20)
    assert (whole, hash(whole)) == (alone, hash(alone))  # where a sentence ends is no news


def test_quotes_at_an_offset_that_is_no_number_is_a_type_error():
    with pytest.raises(TypeError):
        attrs.evolve(article(), text="x").quotes_at("0")


def test_every_block_has_its_text(story):
    assert story.blocks
    for block in story.blocks:
        assert block.text == story.text[block.span.slice]


def test_an_article_without_quotes_has_no_sources():
    assert article((), (ANN,)).sources() == ()
    assert article((Q[2],), ()).sources() == ()


@pytest.mark.parametrize(
    ("status", "holds"),
    [
        (VerificationStatus.VERBATIM, True),
        (VerificationStatus.FOLDED, True),
        (VerificationStatus.JOINED, True),
        (VerificationStatus.ALTERED, False),
        (VerificationStatus.ABSENT, False),
    ],
)
def test_a_verification_is_true_only_where_the_words_are_in_the_text(status, holds):
    assert bool(Verification(status=status, span=Span(0, 1))) is holds
    assert set(VerificationStatus) == {"verbatim", "folded", "joined", "altered", "absent"}


def test_a_speaker_is_found_by_its_value_in_another_process(tmp_path):
    """The hash that a speaker keeps is of this process, and strings hash otherwise in the next."""
    speaker = Speaker(name="Ann Lee", kind=SpeakerKind.PERSON, mentions=(Span(0, 7),))
    hash(speaker)
    path = tmp_path / "speaker.pickle"
    path.write_bytes(pickle.dumps(speaker))
    code = f"""import pickle; from newsquote import Span, Speaker, SpeakerKind
speaker = pickle.load(open({str(path)!r}, "rb"))
assert speaker in {{Speaker(name="Ann Lee", kind=SpeakerKind.PERSON, mentions=(Span(0, 7),))}}"""
    for seed in ("1", "2"):
        subprocess.run(
            [sys.executable, "-c", code], check=True, env={**os.environ, "PYTHONHASHSEED": seed}
        )
