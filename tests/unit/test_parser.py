"""The functions at the door: what they take, what they give back and what they raise."""

import itertools
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from newsquote import (
    Article,
    KnownPerson,
    Mode,
    NoteCode,
    OptionsError,
    ParseFailure,
    ParseOptions,
    Source,
    Span,
    UnknownLanguageError,
    explain,
    from_dict,
    get_pack,
    mask_quotes,
    parse,
    parse_body,
    parse_byline,
    parse_dateline,
    parse_headline,
    parse_many,
    parse_quotes,
    parse_related,
    to_dict,
)

STORY = """Tidal gate to stay open

By Nora Vance

WEXMOUTH, March 4 (Reuters) - "The gate holds," said Mayor Iris Quell, "and it will hold."

Harbour chief Olav Brandt said traders had asked for a longer season.

Related stories:
- Gulls return to the pier
- Old mill to close
"""
RULES = ParseOptions(model=None)
READERS = [  # every function that takes a text and options
    parse,
    parse_headline,
    parse_body,
    parse_byline,
    parse_dateline,
    parse_related,
    parse_quotes,
    mask_quotes,
]


# ---------------------------------------------------------------- parse


def test_an_article_is_read_into_its_parts():
    article = parse(STORY)
    assert article.headline.text == "Tidal gate to stay open"
    assert [author.name for byline in article.bylines for author in byline.authors] == [
        "Nora Vance"
    ]
    assert article.dateline.place == "WEXMOUTH"
    assert article.quotes[0].words == "The gate holds and it will hold."
    assert article.quotes[1].words == "traders had asked for a longer season"
    assert [quote.speaker.name for quote in article.quotes] == ["Iris Quell", "Olav Brandt"]
    assert [item.title for item in article.related[0].items] == [
        "Gulls return to the pier",
        "Old mill to close",
    ]


@pytest.mark.parametrize("options", [None, RULES])
def test_every_span_cuts_its_text_out_of_the_callers_own_string(options):
    article = parse(STORY, options=options)
    printed = [article.headline, article.dateline, *article.bylines, *article.paragraphs]
    printed += [
        piece for quote in article.quotes for piece in (*quote.parts, quote.cue, quote.source)
    ]
    assert len(printed) > 8
    assert article.text is STORY
    assert all(STORY[value.span.slice] == value.text for value in printed)


@pytest.mark.parametrize(
    "published", [None, date(2024, 3, 5), datetime(2024, 3, 5, 6, 30, tzinfo=UTC)]
)
def test_what_the_caller_knows_comes_back(published):
    article = parse(STORY, id="w1", published=published)
    assert (article.id, article.published) == ("w1", published)


@pytest.mark.parametrize("published", [date(2024, 3, 5), datetime(2024, 3, 5, 6, 30, tzinfo=UTC)])
def test_a_date_without_a_year_is_read_near_the_day_of_publication(published):
    assert parse(STORY, published=published).dateline.date == date(2024, 3, 4)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n\t",
        "\x00",
        "\ud800",
        '"',
        "““”",
        "a",
        "\r\n\r\n",
        "﻿",
        '"a" said',
        "said",
        ":" * 50,
    ],
)
def test_every_string_gives_an_article(text):
    article = parse(text)
    assert isinstance(article, Article)
    assert article.text == text


@pytest.mark.parametrize(("text", "noted"), [("", True), (" \n", True), (STORY, False)])
def test_a_text_with_nothing_in_it_has_no_body_and_a_note_says_so(text, noted):
    article = parse(text)
    assert (NoteCode.NO_TEXT in {note.code for note in article.notes}) is noted
    assert (article.body.span is None) is noted


def test_plain_prose_has_no_quotes():
    assert parse("The river rose in the night. By noon it had fallen again.").quotes == ()


@pytest.mark.parametrize(
    "reader",
    [
        *(reader for reader in READERS if reader is not mask_quotes),
        lambda text: explain(text, (0, 1)),
    ],
)
@pytest.mark.parametrize("text", [None, 7, b"bytes", ["a"]])
def test_a_text_that_is_no_string_is_a_type_error(reader, text):
    with pytest.raises(TypeError, match="text must be a str, not"):
        reader(text)


@pytest.mark.parametrize("text", [None, 7, b"bytes", ["a"]])
def test_masking_what_is_no_string_is_a_type_error(text):
    with pytest.raises(TypeError):
        mask_quotes(text)


@pytest.mark.parametrize("text", [None, 7])
def test_masking_what_is_no_string_says_which_argument_is_wrong(text):
    with pytest.raises(TypeError, match="text must be a str, not"):
        mask_quotes(text)


@pytest.mark.parametrize(
    "reader", [*READERS, lambda text, options: explain(text, (0, 1), options=options)]
)
@pytest.mark.parametrize("options", ["en", {}, {"model": None}, 0, ParseOptions])
def test_options_that_are_no_options_are_a_type_error(reader, options):
    with pytest.raises(TypeError, match="options must be ParseOptions or None, not"):
        reader("a", options=options)


@pytest.mark.parametrize(
    ("name", "value"),
    [("id", 7.5), ("id", True), ("id", b"w"), ("published", "2024-03-05"), ("published", 0)],
)
def test_another_argument_of_a_wrong_type_is_a_type_error_that_names_it(name, value):
    with pytest.raises(TypeError, match=rf"^{name} must be"):
        parse("a", **{name: value})


def test_a_wrong_day_of_publication_is_a_type_error_for_the_quotes_too():
    with pytest.raises(TypeError, match=r"^published must be"):
        parse_quotes("a", published="today")


# ---------------------------------------------------------------- its sisters


@pytest.mark.parametrize("text", [STORY, "Tidal gate to stay open", "Tidal gate to stay open\n"])
def test_a_headline_is_found_in_an_article_or_read_alone(text):
    assert parse_headline(text).text == "Tidal gate to stay open"


@pytest.mark.parametrize(
    "text",
    ["", "\n\n", "The river rose in the night, and by noon it had fallen again. Nobody was hurt."],
)
def test_no_headline_is_made_up(text):
    assert parse_headline(text) is None


def test_a_body_is_the_story_without_headline_byline_dateline_and_related_list():
    body = parse_body(STORY)
    assert body.text.startswith('"The gate holds,"')
    assert body.text.endswith("a longer season.")
    assert len(body.paragraphs) == 2
    assert body.text == "\n\n".join(STORY[span.slice] for span in body.text_spans)
    assert STORY[body.paragraphs[0].span.slice].startswith("WEXMOUTH")


def test_an_empty_text_has_an_empty_body():
    body = parse_body("")
    assert (body.span, body.paragraphs, body.text) == (None, (), "")


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Nora Vance", ["Nora Vance"]),
        ("Nora Vance", ["Nora Vance"]),
        ("BY NORA VANCE", ["NORA VANCE"]),
        ("By Nora Vance and Olav Brandt", ["Nora Vance", "Olav Brandt"]),
        ("By Nora Vance, Olav Brandt and Iris Quell", ["Nora Vance", "Olav Brandt", "Iris Quell"]),
        ("By Nora Vance\nBy Olav Brandt", ["Nora Vance"]),
    ],
)
def test_one_byline_is_read_with_or_without_by_and_nothing_behind_its_line(line, authors):
    byline = parse_byline(line)
    assert [author.name for author in byline.authors] == authors
    assert line[byline.span.slice] == byline.text
    assert all(line[author.name_span.slice] == author.name for author in byline.authors)


@pytest.mark.parametrize("line", ["", "\n", "The river rose in the night.", "by noon"])
def test_a_line_that_names_nobody_is_no_byline(line):
    assert parse_byline(line) is None


@pytest.mark.parametrize("line", ["by the river, in the dark", "by air and by sea"])
def test_a_line_of_common_words_behind_by_is_no_byline(line):
    assert parse_byline(line) is None


@pytest.mark.parametrize(
    ("text", "place", "agency", "date_text"),
    [
        ("WEXMOUTH, March 4 (Reuters) - The gate holds.", "WEXMOUTH", "Reuters", "March 4"),
        ("WEXMOUTH (AP) — The gate holds.", "WEXMOUTH", "AP", None),
        ("WEXMOUTH — The gate holds.", "WEXMOUTH", None, None),
    ],
)
def test_a_dateline_is_read_in_its_fields(text, place, agency, date_text):
    dateline = parse_dateline(text)
    assert (dateline.place, dateline.agency, dateline.date_text) == (place, agency, date_text)
    assert text[dateline.span.slice] == dateline.text
    assert dateline.text.endswith(("-", "—"))


@pytest.mark.parametrize(
    "text", ["", "The gate holds.", "The gate - an old one - holds.", '"WEXMOUTH" - he said']
)
def test_a_text_that_begins_with_no_dateline_has_none(text):
    assert parse_dateline(text) is None


@pytest.mark.parametrize(
    "text", [STORY, "Related stories:\n- Gulls return to the pier\n- Old mill to close"]
)
def test_a_related_list_is_found_in_an_article_or_read_alone(text):
    (found,) = parse_related(text)
    assert [item.title for item in found.items] == ["Gulls return to the pier", "Old mill to close"]
    assert found.heading.startswith("Related stories")


@pytest.mark.parametrize("text", ["", "The river rose in the night. By noon it had fallen again."])
def test_prose_is_no_related_list(text):
    assert parse_related(text) == ()


@pytest.mark.parametrize("options", [None, RULES])
def test_the_sisters_give_what_parse_gives(options):
    article = parse(STORY, options=options)
    assert parse_headline(STORY, options=options) == article.headline
    assert parse_body(STORY, options=options) == article.body
    assert parse_related(STORY, options=options) == article.related
    assert parse_quotes(STORY, options=options) == article.quotes


# ---------------------------------------------------------------- many


def test_many_are_read_in_order_and_only_when_asked_for():
    taken = []

    def texts():
        for text in ("One.", "Two.", "Three."):
            taken.append(text)
            yield text

    found = parse_many(texts())
    assert taken == []
    assert next(found).text == "One."
    assert taken == ["One."]
    assert [article.text for article in found] == ["Two.", "Three."]


def test_a_source_says_more_than_a_text():
    source = Source(text=STORY, id="w1", published=date(2024, 3, 5))
    assert list(parse_many([source])) == [parse(STORY, id="w1", published=date(2024, 3, 5))]


def test_many_are_read_with_the_same_options():
    options = ParseOptions(known_people=[KnownPerson(name="Iris Quell", id="Q7")])
    assert list(parse_many([STORY, STORY], options=options)) == [parse(STORY, options=options)] * 2


@pytest.mark.parametrize("bad", [2, None, b"bytes", Source(text=3), Source(text="a", id=4.5)])
def test_an_item_that_cannot_be_read_raises_in_its_turn(bad):
    found = parse_many(["One.", bad, "Three."])
    assert next(found).text == "One."
    with pytest.raises(TypeError, match=r"^item 1.*: (text|id) must be a str"):
        next(found)


@pytest.mark.parametrize(
    ("bad", "id_"), [(2, None), (None, None), (b"bytes", None), (Source(text=3, id="w2"), "w2")]
)
def test_an_item_that_cannot_be_read_is_a_failure_in_its_place_and_the_rest_goes_on(bad, id_):
    first, failure, last = parse_many(["One.", bad, "Three."], on_error="yield")
    assert (first.text, last.text) == ("One.", "Three.")
    assert isinstance(failure, ParseFailure)
    assert (failure.index, failure.id) == (1, id_)
    assert isinstance(failure.error, TypeError)


def test_nothing_gives_nothing():
    assert list(parse_many([])) == list(parse_many([], on_error="yield")) == []


@pytest.mark.parametrize(
    ("arguments", "value"),
    [
        ({"workers": 0}, 0),
        ({"workers": -2}, -2),
        ({"workers": 1.5}, 1.5),
        ({"workers": None}, None),
        ({"on_error": "skip"}, "skip"),
        ({"on_error": None}, None),
    ],
)
def test_a_value_that_cannot_be_is_an_options_error_at_once(arguments, value):
    with pytest.raises(OptionsError) as caught:
        parse_many(["One."], **arguments)
    assert caught.value.value == value


def test_a_mode_of_error_without_a_hash_is_an_options_error_too():
    with pytest.raises(OptionsError):
        parse_many(["One."], on_error=["raise"])


# ---------------------------------------------------------------- masking


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        STORY.replace("\n", "\r\n"),
        '"It is over," said Mayor Iris Quell.',
        '"It is over,\nall of it," said Mayor Iris Quell.',
        "",
        "The river rose.",
        '"Ça y est 🦆," said Mayor Iris Quell.',
    ],
)
@pytest.mark.parametrize("options", [None, RULES])
def test_masking_keeps_length_and_line_ends_and_blanks_the_parts_alone(text, options):
    masked = mask_quotes(text, options=options)
    parts = [part.span for quote in parse_quotes(text, options=options) for part in quote.parts]
    assert len(masked) == len(text)
    assert [c for c in masked if c in "\r\n"] == [c for c in text if c in "\r\n"]
    for n, (new, old) in enumerate(zip(masked, text, strict=True)):
        inside = any(n in span for span in parts)
        assert new == (" " if inside and not old.isspace() else old)


def test_masking_leaves_speaker_and_cue():
    assert mask_quotes('"It is over," said Mayor Iris Quell.').strip() == "said Mayor Iris Quell."


# ---------------------------------------------------------------- explaining

SAID = 'The river rose. "It is over," said Mayor Iris Quell.'


@pytest.mark.parametrize("span", [(16, 29), Span(16, 29), (18, 20), (0, len(SAID))])
def test_the_quote_at_a_span_is_explained_with_its_evidence(span):
    why = explain(SAID, span)
    assert why.quote == parse(SAID).quotes[0]
    assert why.rejected is None
    assert why.evidence
    assert all(isinstance(line, str) and line for line in why.evidence)
    assert why.span == (span if isinstance(span, Span) else Span(*span))


@pytest.mark.parametrize("span", [(0, 14), (4, 9), (len(SAID), len(SAID)), (900, 950)])
def test_where_there_is_no_quote_the_explanation_says_so(span):
    why = explain(SAID, span)
    assert (why.quote, why.rejected) == (None, None)
    assert why.evidence


def test_the_quote_with_most_of_it_inside_is_explained():
    text = '"It is over," said Mayor Iris Quell. "We go on for many years," said Olav Brandt.'
    assert explain(text, (0, len(text))).quote.words == "We go on for many years"
    assert explain(text, (0, 40)).quote.words == "It is over"


def test_marks_that_were_rejected_are_explained_by_the_rejection():
    text = 'The council opened the so-called "duck lane" in May. The river rose.'
    (rejected,) = parse(text).rejected
    why = explain(text, rejected.span)
    assert (why.quote, why.rejected) == (None, rejected)
    assert any(rejected.reason.value in line for line in why.evidence)


@pytest.mark.parametrize("text", [SAID, f"Flood at Quill\n\n{SAID}\n"])
def test_an_explanation_has_the_speaker_of_the_quote_and_the_block_where_the_span_begins(text):
    article = parse(text)
    why = explain(text, article.quotes[0].span)
    assert why.speaker == article.quotes[0].speaker
    (named,) = why.speaker_evidence
    assert named.startswith("“Mayor Iris Quell” at ")
    assert why.block.role == "body"
    assert why.block.text == SAID
    assert why.block_evidence[0] == "body: Nothing takes it from the story."


def test_an_explanation_says_why_a_pronoun_means_somebody_and_who_else_was_considered():
    text = "Mayor Iris Quell met Ada Brandt. She said that the river rose."
    (quote,) = parse(text).quotes
    first, *others = explain(text, quote.span).speaker_evidence
    assert first.startswith("“She” at 33: the pronoun fits")
    assert any("Ada Brandt" in line or "Iris Quell" in line for line in others)


def test_an_explanation_says_what_a_line_was_taken_for_before():
    text = "Mill to close\n\nBy Ann Lee\n\nPhoto: Bo Ek\n\nThe mill at the river will close in May."
    at = text.index("Photo")
    lines = explain(text, (at, at + 5)).block_evidence
    assert lines[0].startswith("caption: ")


def test_a_mention_is_explained_by_its_speaker_even_inside_the_words_of_another():
    text = '"Olav Brandt is late," said Mayor Iris Quell. "I am not," said Olav Brandt.'
    article = parse(text)
    for speaker in article.speakers:
        for mention in speaker.mentions:
            assert explain(text, mention).speaker == speaker
    near = explain(text, (text.index("Mayor"), text.index("Quell")))
    assert near.quote is None
    assert near.speaker.name == "Iris Quell"
    inside = explain(text, (text.index("is late"), text.index(",")))
    assert inside.speaker.name == "Iris Quell"


@pytest.mark.parametrize("span", [(0, 3), (4, 4), (900, 950)])
def test_where_nobody_is_mentioned_and_nothing_said_there_is_no_speaker(span):
    why = explain(SAID, span)
    assert why.speaker is None
    assert (why.block is None) is (span[0] > len(SAID))


@pytest.mark.parametrize("span", [(5, 1), (-1, 3)])
def test_a_span_that_is_no_range_is_a_value_error(span):
    with pytest.raises(ValueError, match="not a span"):
        explain(SAID, span)


@pytest.mark.parametrize("span", [None, 5, ("a", "b"), (1, 2, 3)])
def test_a_span_of_a_wrong_type_is_a_type_error(span):
    with pytest.raises(TypeError):
        explain(SAID, span)


# ---------------------------------------------------------------- options


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (KnownPerson(name="Iris Quell", id="Q7"), "Q7"),
        (KnownPerson(name="iris quell", id="Q7"), "Q7"),
        (KnownPerson(name="Iris B. Quell", aliases=("Iris Quell",), id="Q7"), "Q7"),
        (KnownPerson(name="Iris Quell"), None),
        (KnownPerson(name="Nora Vance", id="Q8"), None),
    ],
)
def test_the_id_of_a_known_person_comes_back_on_the_speaker(known, expected):
    quote = parse_quotes(SAID, options=ParseOptions(known_people=[known]))[0]
    assert quote.speaker.name == "Iris Quell"
    assert quote.speaker.id == expected


def test_known_people_may_be_any_iterable_and_are_kept_as_a_tuple():
    person = KnownPerson(name="Iris Quell", id="Q7")
    assert ParseOptions(known_people=iter([person])).known_people == (person,)
    assert hash(ParseOptions(known_people=[person])) == hash(ParseOptions(known_people=(person,)))


@pytest.mark.parametrize(
    ("arguments", "value"),
    [
        ({"language": None}, None),
        ({"language": 3}, 3),
        ({"min_confidence": "0.5"}, "0.5"),
        ({"min_confidence": True}, True),
        ({"min_confidence": 1.01}, 1.01),
        ({"min_confidence": -0.01}, -0.01),
        ({"min_confidence": None}, None),
        ({"include_thoughts": "yes"}, "yes"),
        ({"include_thoughts": 1}, 1),
        ({"include_thoughts": None}, None),
        ({"model": "other"}, "other"),
        ({"model": False}, False),
        ({"known_people": ["Iris Quell"]}, "Iris Quell"),
        ({"known_people": [KnownPerson(name="Iris Quell"), None]}, None),
    ],
)
def test_an_option_with_a_value_that_it_cannot_have_is_an_options_error_with_the_value(
    arguments, value
):
    (name,) = arguments
    with pytest.raises(OptionsError, match=f"^{name} must") as caught:
        ParseOptions(**arguments)
    assert caught.value.value == value


@pytest.mark.parametrize(
    "arguments", [{"model": []}, {"model": {}}, {"known_people": 5}, {"known_people": None}]
)
def test_an_option_of_a_type_without_a_hash_or_items_is_an_options_error_too(arguments):
    with pytest.raises(OptionsError):
        ParseOptions(**arguments)


@pytest.mark.parametrize("code", ["qx", "", "EN", "en ", "../en", "en/../en", "__pycache__", "\0"])
def test_a_language_that_is_not_there_is_refused_when_the_options_are_made(code):
    with pytest.raises(UnknownLanguageError) as caught:
        ParseOptions(language=code)
    assert caught.value.value == code


def test_options_are_made_without_reading_a_word_list(monkeypatch):
    def read(*_, **__):
        raise AssertionError

    monkeypatch.setattr("builtins.open", read)
    assert ParseOptions(language="en") == ParseOptions()


def test_quotes_that_are_less_sure_are_left_out_with_what_is_nested_in_them():
    text = (
        "Ann Lee said Bo Ek had told her that the mill would close. "
        '"We fought for it," said Lee. Officials signalled that talks had failed.'
    )
    every = parse(text, options=ParseOptions(include_nested=True))
    assert any(quote.parent for quote in every.quotes)
    for least in (0, *(quote.confidence for quote in every.quotes), 1):
        found = parse(text, options=ParseOptions(include_nested=True, min_confidence=least))
        kept = [quote for quote in every.quotes if quote.confidence >= least]
        assert list(found.quotes) == [
            quote for quote in kept if quote.parent is None or quote.parent in kept
        ]
        assert (found.speakers, found.body) == (every.speakers, every.body)
        assert from_dict(to_dict(found)) == found
    assert found.quotes == ()


def test_a_quote_that_was_left_out_is_not_explained():
    text = 'Officials signalled that talks had failed. "We fought for it," said Ann Lee.'
    (first, second) = parse(text).quotes
    assert first.confidence < second.confidence
    options = ParseOptions(min_confidence=second.confidence)
    assert explain(text, second.span, options=options).quote == second
    assert explain(text, first.span, options=options).quote is None


def test_a_language_pack_reads_as_its_code_does():
    assert parse(STORY, options=ParseOptions(language=get_pack("en"))) == parse(STORY)


def test_without_a_model_the_rules_read_alone():
    article = parse(STORY, options=RULES)
    assert [quote.speaker.name for quote in article.quotes] == ["Iris Quell", "Olav Brandt"]
    assert article.quotes[0].words == "The gate holds and it will hold."


def test_the_open_weights_read_whoever_speaks():
    article = parse(STORY, options=ParseOptions(model="open"))
    assert [quote.speaker.name for quote in article.quotes] == ["Iris Quell", "Olav Brandt"]


THOUGHT = 'Olav Brandt believes that the season will be long. "It is over," said Mayor Iris Quell.'


@pytest.mark.parametrize("model", ["default", None])
def test_thoughts_are_given_only_when_asked_for(model):
    spoken = parse_quotes(THOUGHT, options=ParseOptions(model=model))
    every = parse_quotes(THOUGHT, options=ParseOptions(model=model, include_thoughts=True))
    assert [quote.words for quote in spoken] == ["It is over"]
    assert [quote.mode for quote in every] == [Mode.THOUGHT, Mode.SPEECH]
    assert every[0].speaker.name == "Olav Brandt"


@pytest.mark.parametrize(("thoughts", "found"), [(False, False), (True, True)])
def test_a_thought_is_explained_as_a_quote_only_when_asked_for(thoughts, found):
    why = explain(THOUGHT, (22, 40), options=ParseOptions(include_thoughts=thoughts))
    assert (why.quote is not None) is found


def test_the_evidence_belongs_to_the_quote_even_where_a_thought_was_left_out_before_it():
    where = THOUGHT.index('"It')
    spoken = explain(THOUGHT, (where, where + 13))
    every = explain(THOUGHT, (where, where + 13), options=ParseOptions(include_thoughts=True))
    assert spoken.quote.words == every.quote.words == "It is over"
    assert spoken.evidence == every.evidence


@pytest.mark.parametrize(
    "text",
    [
        '“@annleeBo "March she not .” words said,Ek she ,” to Bo“ said Ek Lee : she did told',
        "“Lee said “yes”” said Bo Ek.",
        "Lee said: “Ek said: “No.” “No,” he said.”",
    ],
)
@pytest.mark.parametrize("model", ["default", None])
def test_statements_inside_marks_keep_their_parts_apart(text, model):
    for quote in parse_quotes(text, options=ParseOptions(model=model, include_nested=True)):
        spans = [part.span for part in quote.parts]
        assert all(one.end <= two.start for one, two in itertools.pairwise(spans))


@pytest.mark.parametrize(
    "published",
    [
        date.min,
        date.max,
        datetime.min.replace(tzinfo=UTC),
        datetime.max.replace(tzinfo=timezone(timedelta(hours=-14))),
    ],
    ids=str,
)
@pytest.mark.parametrize("when", ["on Thursday", "yesterday", "tomorrow", "next Monday", "May 4"])
def test_the_first_and_the_last_day_of_the_calendar_are_days_of_publication(published, when):
    for text in (
        f'"It is over," said Ann Lee {when}.',
        f'NORVALE, {when} (AP) - "It is over," said Bo Ek.',
    ):
        assert "It is over" in parse(text, published=published).quotes[0].words
