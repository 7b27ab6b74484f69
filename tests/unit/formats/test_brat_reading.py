"""brat's standoff files, by newsquote and by people, as gold."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsquote
from newsquote import SchemaError, read_brat
from newsquote.formats.brat import brat

TEXT = "“We lost,” said Mayor Ann Lee. The owner, Cy Dorn,\r\nhoped that wages would rise."
TURNS = "🏭 “We knew it,” said Ann Lee, “and so\tdid you.”\r\n\r\n“We were told.\n\n“Now we\nknow,” said Bo Ek."
ANY = st.text(st.characters(exclude_categories=()), max_size=60)


def entity(name, kind, *pieces):
    places = ";".join(f"{TEXT.index(one)} {TEXT.index(one) + len(one)}" for one in pieces)
    return f"{name}\t{kind} {places}\t{' '.join(pieces)}"


LOST = entity("T1", "Content", "“We lost,”")
SAID = entity("T2", "Cue", "said")
LEE = entity("T3", "Source", "Mayor Ann Lee")
WAGES = entity("T4", "Content", "that wages would rise")
HOPED = entity("T5", "Cue", "hoped")
DORN = entity("T6", "Source", "The owner, Cy Dorn")


def told(*lines):
    """(content, cue, source, name) of each quote."""
    article = read_brat(TEXT, "\n".join(lines) + "\n")

    def words(part):
        return part and part["text"]

    return [
        (
            "|".join(part["text"] for part in quote["parts"]),
            words(quote.get("cue")),
            words(quote.get("source")),
            article["speakers"][quote["speaker"]]["name"] if "speaker" in quote else None,
        )
        for quote in article["quotes"]
    ]


@pytest.mark.parametrize(
    "text", [TEXT, TURNS, "", "Mill to close", "Ann Lee said and wrote that it was over."]
)
def test_what_newsquote_writes_reads_back_to_the_same(text):
    article = newsquote.parse(text, id="a")
    wanted, found = newsquote.to_dict(article), read_brat(text, brat(article), id="a")
    assert (found["id"], found["text"]) == ("a", text)
    for quote, other in zip(wanted["quotes"], found["quotes"], strict=True):
        assert [one["span"] for one in other["parts"]] == [one["span"] for one in quote["parts"]]
        assert (other["kind"], other["mode"]) == (quote["kind"], quote["mode"])
        for role in ("cue", "source"):
            assert (other.get(role) or {}).get("span") == (quote[role] or {}).get("span")
        if quote["cue"]:
            assert other["cue"]["polarity"] == quote["cue"]["polarity"]
        names = [
            None if one.get("speaker") is None else side["speakers"][one["speaker"]]["name"]
            for side, one in ((wanted, quote), (found, other))
        ]
        assert names[0] == names[1]
    scores = newsquote.evaluate([found], [article])
    assert scores.mistakes == ()


@given(ANY)
def test_every_text_that_can_be_written_can_be_read(text):
    article = newsquote.parse(f'{text}\n"{text} it," said {text} Lee.\n\nBo Ek said that {text}.')
    found = read_brat(article.text, brat(article))
    assert len(found["quotes"]) <= len(article.quotes)
    assert newsquote.evaluate([found], [article]).found.right == len(found["quotes"])


def test_a_relation_of_any_name_and_order_links():
    assert told(LOST, SAID, LEE, "R1\tx Arg1:T2 Arg2:T1", "R2\tby Speech:T1 Who:T3") == [
        ("“We lost,”", "said", "Mayor Ann Lee", None)
    ]


def test_a_source_may_hang_on_the_cue():
    lines = [LOST, SAID, LEE, WAGES, HOPED, DORN]
    links = [
        "R1\tC Arg1:T1 Arg2:T2",
        "R2\tS Arg1:T2 Arg2:T3",
        "R3\tC Arg1:T5 Arg2:T4",
        "R4\tS Arg1:T6 Arg2:T5",
    ]
    assert told(*lines, *links) == [
        ("“We lost,”", "said", "Mayor Ann Lee", None),
        ("that wages would rise", "hoped", "The owner, Cy Dorn", None),
    ]


def test_an_event_links_its_trigger_with_its_arguments():
    assert told(LOST, SAID, LEE, "E1\tCue:T2 Content:T1 Source:T3") == [
        ("“We lost,”", "said", "Mayor Ann Lee", None)
    ]


def test_what_stands_alone_has_no_source_and_what_nobody_marked_is_not_said():
    assert told(LOST, LEE) == [("“We lost,”", None, None, None)]
    assert read_brat(TEXT, LOST)["quotes"] == [{"parts": [{"span": [0, 10], "text": "“We lost,”"}]}]
    assert read_brat(TEXT, f"{LOST}\n{LEE}")["quotes"][0]["source"] is None


def test_notes_are_names_and_attributes_kinds():
    lines = [
        WAGES,
        LOST,
        "#1\tAnnotatorNotes T1\tAnn Lee",
        "#2\tAnnotatorNotes T1\tsure?",
        "A1\tKind T1 direct",
        "A2\tSure T1",
    ]
    assert told(*lines) == [
        ("“We lost,”", None, None, "Ann Lee"),
        ("that wages would rise", None, None, None),
    ]
    assert read_brat(TEXT, "\n".join(lines))["quotes"][0]["kind"] == "direct"


def test_pieces_are_parts_but_for_a_line_end_between():
    over = entity("T1", "Content", "The owner, Cy Dorn,", "hoped that")
    apart = entity("T1", "Content", "We", "Mayor")
    assert told(over) == [("The owner, Cy Dorn,\r\nhoped that", None, None, None)]
    assert told(apart) == [("We|Mayor", None, None, None)]


def test_what_is_somebodys_own_is_left_alone():
    others = [
        entity("T9", "Person", "Ann Lee"),
        "R1\tis Arg1:T9 Arg2:T1",
        "*\tEquiv T1 T9",
        "N1\tReference T9 W:1\tLee",
        "",
        "A1\tFactual T9",
    ]
    assert told(LOST, *others) == [("“We lost,”", None, None, None)]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("T2\tContents 0 4", "line 2: 'Contents' is no entity that is read; did you mean 'Content'?"),
        ("T2\tsorce 0 4", "line 2: 'sorce' is no entity that is read; did you mean 'Source'?"),
        ("A1\tKnid T1 direct", "line 2: 'Knid' is no attribute that is read; did you mean 'Kind'?"),
        ("A1\tKind T1 indriect", "line 2: 'indriect' is no Kind; did you mean 'indirect'?"),
        ("A1\tMode T1 sung", "line 2: 'sung' is no Mode; there are speech, writing, thought"),
        ("T2\tCue 1 5\tlost", "line 2: the text there is 'We l', not 'lost'; offsets count code points of the .txt file"),
        ("T2\tCue 0 999", f"line 2: not in a text of {len(TEXT)} characters: '0 999'"),
        ("T2\tCue 4 4", f"line 2: not in a text of {len(TEXT)} characters: '4 4'"),
        ("T2\tCue four", "line 2: an entity is a type and two offsets: 'Cue four'"),
        ("T1\tCue 0 4", "line 2: T1 again: 'T1'"),
        ("R1\tSaid-by Arg1:T1", "line 2: a relation is a type and two arguments: 'Said-by Arg1:T1'"),
        ("R1\tSaid-by Arg1:T1 Arg2:T8", "line 2: no entity of this file: 'T8'"),
        ("E1\tSaid", "line 2: an event is a type and arguments, with colons: 'Said'"),
        ("something", "line 2: no line of an .ann file: 'something'"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named_with_its_line(line, complaint):
    with pytest.raises(SchemaError) as caught:
        read_brat(TEXT, f"{LOST}\n{line}\n")
    assert str(caught.value) == complaint


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["T1", "T2", "R1", "E1", "A1", "#1", "*", "", "x"]),
            st.sampled_from(
                ["Content 0 4", "Cue 0 4;2 9", "by a:T1 b:T2", "Cue:T2 C:T1", "Cue:E1 C:E1", "Kind T1 direct", "N T1", "Cue 0 " + "9" * 5000, ""]
            ),
            st.sampled_from(["", "Ann Lee", "“We"]),
        ),
        max_size=6,
    )
)  # fmt: skip
def test_any_lines_are_read_or_refused(lines):
    with contextlib.suppress(SchemaError):
        gold = read_brat(TEXT, "\n".join("\t".join(line) for line in lines))
        newsquote.evaluate([gold], [newsquote.parse(TEXT)])


@pytest.mark.parametrize("arguments", [(b"x", ""), ("x", None)])
def test_other_types_are_refused(arguments):
    with pytest.raises(TypeError, match="both as str, not"):
        read_brat(*arguments)
