"""The JSON form: what is written, what comes back, and what is turned away, with the path to the
place.
"""

import contextlib
import copy
import json
import math
import pickle
import sqlite3
from datetime import UTC, date, datetime, timedelta, timezone
from operator import itemgetter

import attrs
import pytest

import newsquote
from newsquote import codec
from newsquote.errors import SchemaError
from newsquote.kinds import SpeakerKind
from newsquote.models import Article, Body, Quote, Span, Speaker


def bare(text="Mill to close", **fields):
    return Article(text=text, body=Body(span=None, paragraphs=(), text_spans=(), text=""), **fields)


@pytest.fixture
def data(story):
    return codec.to_dict(story)


def plain(value):
    """Whether a value is made of exact JSON types alone."""
    if type(value) is dict:
        return all(type(name) is str and plain(item) for name, item in value.items())
    if type(value) is list:
        return all(map(plain, value))
    return value is None or type(value) in {str, int, float, bool}


def test_an_article_with_something_in_every_field_comes_back_equal(story, data):
    for field in attrs.fields(Article):
        assert getattr(story, field.name), f"the fixture has nothing in {field.name}"
    assert codec.from_dict(data) == story


def test_it_comes_back_through_json_text(story, data):
    assert codec.from_dict(json.loads(json.dumps(data))) == story


def test_it_is_made_of_plain_json_types_alone(data):
    assert plain(data)


def test_the_fields_are_those_of_the_form(data):
    assert data["schema_version"] == codec.SCHEMA_VERSION == "1.0"
    expected = (
        "schema_version id published text headline bylines dateline blocks paragraphs body quotes speakers credits related "
        "no_comments rejected notes meta"
    )
    assert list(data) == expected.split()
    assert {"text", "span", "kicker", "subheadline"} <= data["headline"].keys()
    assert {"text", "span", "authors", "agencies"} <= data["bylines"][0].keys()
    assert {"name", "role", "affiliation", "location", "email", "handle"} <= data["bylines"][0][
        "authors"
    ][0].keys()
    assert {"text", "span", "place", "agency", "date_text", "date"} <= data["dateline"].keys()
    assert data["blocks"][0] == {"span": [0, 5], "role": "kicker"}
    assert data["paragraphs"][0].keys() == {"span", "kind"}
    expected = "kind mode text parts cue source speaker relayed_by addressee occasion when parent paragraph confidence fingerprint"
    assert list(data["quotes"][0]) == expected.split()
    assert data["quotes"][0]["parts"][0].keys() == {"span", "text", "inner"}
    assert data["quotes"][0]["cue"].keys() == {"span", "text", "lemma", "category", "polarity"}
    assert data["quotes"][0]["source"].keys() == {"span", "text"}
    assert data["quotes"][1]["when"].keys() == {"span", "text", "date"}
    assert {
        "name",
        "kind",
        "role",
        "affiliation",
        "members",
        "mentions",
        "id",
        "count",
        "anonymity",
    } <= data["speakers"][0].keys()
    assert {"text", "span", "kind", "agencies", "people"} <= data["credits"][0].keys()
    assert {"heading", "span", "items"} <= data["related"][0].keys()
    assert {"title", "span", "url"} <= data["related"][0]["items"][0].keys()
    assert data["notes"][0].keys() == {"code", "span", "detail"}


def test_speakers_members_and_parents_are_indexes(data):
    assert [quote["speaker"] for quote in data["quotes"]] == [1, 0, 1, 3, None]
    assert [quote["parent"] for quote in data["quotes"]] == [None, None, 1, None, None]
    assert data["speakers"][0]["members"] == [2, 1]
    assert data["no_comments"][0]["speaker"] == 2


def test_what_comes_back_shares_its_speakers_and_parents(data):
    article = codec.from_dict(data)
    assert article.quotes[0].speaker is article.speakers[1]
    assert article.speakers[0].members[0] is article.speakers[2]
    assert article.quotes[2].parent is article.quotes[1]


def test_an_equal_speaker_that_is_another_object_is_found(story):
    twin = pickle.loads(pickle.dumps(story.quotes[0]))
    article = attrs.evolve(story, quotes=(twin,))
    assert codec.to_dict(article)["quotes"][0]["speaker"] == 1


@pytest.mark.parametrize(
    "published",
    [
        None,
        date(2024, 3, 4),
        datetime(2024, 3, 4),
        datetime(2024, 3, 4, 5, 6, 7, 89, tzinfo=UTC),
        datetime(2024, 3, 4, tzinfo=timezone(timedelta(hours=-3, minutes=-30))),
        date(1, 1, 1),
    ],
)
def test_a_date_stays_a_date_and_a_datetime_a_datetime(published):
    back = codec.from_dict(codec.to_dict(bare(published=published))).published
    assert back == published
    assert type(back) is type(published)


def test_the_text_is_left_out_on_demand_and_only_the_whole_one(story, data):
    short = codec.to_dict(story, text=False)
    assert "text" not in short
    assert short == {name: value for name, value in data.items() if name != "text"}
    assert codec.from_dict(short, text=story.text) == story


def test_the_text_may_be_given_beside_a_dictionary_that_has_it(story, data):
    assert codec.from_dict(data, text=story.text) == story


def test_another_text_than_the_dictionarys_own_is_turned_away(story, data):
    with pytest.raises(SchemaError, match="another text") as caught:
        codec.from_dict(data, text=story.text + " ")
    assert caught.value.path == "$.text"


def test_a_text_that_is_not_the_one_it_was_made_with_is_turned_away(story):
    with pytest.raises(SchemaError, match="not what stands at its span"):
        codec.from_dict(codec.to_dict(story, text=False), text=story.text.replace("gate", "door"))


def test_lone_surrogates_come_back():
    article = bare("\ud800 \udfff", id="\udc00")
    assert codec.from_dict(json.loads(json.dumps(codec.to_dict(article)))) == article


def test_fields_that_it_does_not_know_are_passed_over(story, data):
    data["mood"] = data["quotes"][0]["mood"] = data["quotes"][0]["parts"][0]["mood"] = "calm"
    assert codec.from_dict(data) == story


def test_the_added_fields_may_be_missing(story, data):
    def without(value):
        if isinstance(value, list):
            return [without(item) for item in value]
        if not isinstance(value, dict):
            return value
        return {
            name: without(item)
            for name, item in value.items()
            if not name.endswith(("_span", "_spans")) and name != "body"
        }

    article = codec.from_dict(without(data))
    assert article.headline.kicker == "PORTS"
    assert article.headline.kicker_span is None
    assert article.credits[0].people_spans == ()
    assert article.body == story.body


def test_a_form_without_fingerprints_is_read(story, data):
    for quote in data["quotes"]:
        assert quote.pop("fingerprint")
    assert codec.from_dict(data) == story


@pytest.mark.parametrize("wrong", [None, 5, "", ["0"]])
def test_a_fingerprint_that_is_not_the_quotes_own_is_named(data, wrong):
    data["quotes"][0]["fingerprint"] = wrong
    with pytest.raises(SchemaError) as caught:
        codec.from_dict(data)
    assert caught.value.path == "$.quotes[0].fingerprint"


def test_a_dateline_outside_the_paragraphs_cuts_nothing_from_them(data):
    del data["body"]
    data["dateline"] |= {"span": [0, 5], "text": "PORTS"}
    article = codec.from_dict(data)
    assert article.body.text_spans == tuple(paragraph.span for paragraph in article.paragraphs)


def test_the_argument_is_not_changed(data):
    before = copy.deepcopy(data)
    codec.from_dict(data)
    assert data == before


def test_a_speaker_that_is_not_the_articles_own_is_no_article_to_write(story):
    with pytest.raises(SchemaError, match="must hold") as caught:
        codec.to_dict(attrs.evolve(story, speakers=story.speakers[1:]))
    assert caught.value.path == "$.speakers"
    with pytest.raises(SchemaError) as caught:
        codec.to_dict(attrs.evolve(story, quotes=story.quotes[2:]))
    assert caught.value.path == "$.quotes"


def test_a_parent_behind_its_child_is_no_article_to_write(story):
    with pytest.raises(SchemaError) as caught:
        codec.to_dict(attrs.evolve(story, quotes=story.quotes[::-1]))
    assert caught.value.path == "$.quotes"


@pytest.mark.parametrize("wrong", [None, {}, "text", [1]])
def test_only_an_article_is_written(wrong):
    with pytest.raises(TypeError, match="must be an Article"):
        codec.to_dict(wrong)
    with pytest.raises(TypeError, match="must be an Article"):
        codec.quote_rows(wrong)


def test_the_text_beside_the_dictionary_must_be_a_string(data):
    with pytest.raises(TypeError, match="text must be a str or None, not bytes"):
        codec.from_dict(data, text=b"text")


@pytest.mark.parametrize("wrong", [None, [], "{}", 3])
def test_only_a_dictionary_is_read(wrong):
    with pytest.raises(SchemaError, match="must be an object") as caught:
        codec.from_dict(wrong)
    assert (caught.value.path, caught.value.value) == ("$", wrong)


def place(data, path):
    """What holds the value at a path, and its key there."""
    keys = [
        int(key[:-1]) if key.endswith("]") else key
        for key in path.removeprefix("$.").replace("[", ".").split(".")
    ]
    for key in keys[:-1]:
        data = data[key]
    return data, keys[-1]


REQUIRED = [
    "$.schema_version",
    "$.text",
    "$.headline",
    "$.headline.span",
    "$.bylines",
    "$.bylines[0].authors[0].name",
    "$.dateline.date",
    "$.blocks[1].role",
    "$.paragraphs",
    "$.paragraphs[2].kind",
    "$.quotes",
    "$.quotes[0].parts",
    "$.quotes[0].parts[1].inner",
    "$.quotes[3].cue.lemma",
    "$.quotes[1].when.date",
    "$.quotes[4].confidence",
    "$.speakers",
    "$.speakers[0].members",
    "$.speakers[3].kind",
    "$.credits[0].people",
    "$.related[0].items[0].url",
    "$.no_comments[0].cue",
    "$.rejected[0].reason",
    "$.notes[0].detail",
]


@pytest.mark.parametrize("path", REQUIRED)
def test_a_missing_field_is_named(data, path):
    holder, key = place(data, path)
    del holder[key]
    with pytest.raises(SchemaError, match="is missing") as caught:
        codec.from_dict(data)
    assert caught.value.path == path


def test_fields_that_came_later_may_be_missing(data):
    for name in ("count", "anonymity", "anonymity_span"):
        del data["speakers"][3][name]
    speaker = codec.from_dict(data).speakers[3]
    assert (speaker.count, speaker.anonymity, speaker.anonymity_span) == (None, None, None)


WRONG = [
    ("$.schema_version", "0.9"),
    ("$.schema_version", 1.0),
    ("$.text", None),
    ("$.text", ["text"]),
    ("$.id", 7.5),
    ("$.published", "yesterday"),
    ("$.published", "2024-02-30"),
    ("$.published", 20240304),
    ("$.dateline.date", "2024-03-04T00:00:00"),
    ("$.quotes[1].when.date", ""),
    ("$.headline", "Mill to close"),
    ("$.headline.text", 5),
    ("$.headline.kicker", ["PORTS"]),
    ("$.bylines", {}),
    ("$.bylines[0]", []),
    ("$.bylines[0].agencies", "Sealine Press"),
    ("$.bylines[0].agencies[0]", None),
    ("$.blocks[0].role", "headlines"),
    ("$.blocks[0].role", ["headline"]),
    ("$.blocks[0].span", None),
    ("$.blocks[0].span", [0]),
    ("$.blocks[0].span", [0, 1, 2]),
    ("$.blocks[0].span", (0, 1)),
    ("$.blocks[0].span", [0, 1.0]),
    ("$.blocks[0].span", [False, True]),
    ("$.blocks[0].span", "05"),
    ("$.blocks[0].span", {"0": 1}),
    ("$.blocks[0].span", [-1, 5]),
    ("$.blocks[0].span", [5, 4]),
    ("$.blocks[0].span", [0, 10**9]),
    ("$.headline.kicker_span", [0]),
    ("$.bylines[0].agency_spans[0]", [1]),
    ("$.paragraphs[0].kind", "prose"),
    ("$.body", []),
    ("$.body.text_spans", "all"),
    ("$.body.text_spans[1]", [9, 8]),
    ("$.body.span", [0, 5]),
    ("$.body.span", None),
    ("$.quotes", {}),
    ("$.quotes[0]", None),
    ("$.quotes[0].kind", "quoted"),
    ("$.quotes[0].mode", None),
    ("$.quotes[0].parts", []),
    ("$.quotes[0].parts", None),
    ("$.quotes[0].parts[0]", 3),
    ("$.quotes[0].parts[1].span", [0, 10**9]),
    ("$.quotes[0].cue", []),
    ("$.quotes[0].cue.category", "loud"),
    ("$.quotes[0].cue.polarity", True),
    ("$.quotes[0].source", "she"),
    ("$.quotes[0].speaker", 4),
    ("$.quotes[0].speaker", -1),
    ("$.quotes[0].speaker", True),
    ("$.quotes[0].speaker", "Iris Quell"),
    ("$.quotes[2].parent", 2),
    ("$.quotes[2].parent", 3),
    ("$.quotes[2].parent", -1),
    ("$.quotes[2].parent", 1.0),
    ("$.quotes[0].paragraph", 3),
    ("$.quotes[0].paragraph", 4),
    ("$.quotes[0].paragraph", 300),
    ("$.quotes[0].paragraph", -1),
    ("$.quotes[0].paragraph", "0"),
    ("$.quotes[0].confidence", 1.5),
    ("$.quotes[0].confidence", -0.1),
    ("$.quotes[0].confidence", math.nan),
    ("$.quotes[0].confidence", True),
    ("$.quotes[0].confidence", "high"),
    ("$.speakers", None),
    ("$.speakers[1]", "Iris Quell"),
    ("$.speakers[1].kind", "human"),
    ("$.speakers[0].members", None),
    ("$.speakers[0].members[1]", 4),
    ("$.speakers[0].members[1]", -1),
    ("$.speakers[0].members[0]", False),
    ("$.speakers[0].mentions", 3),
    ("$.speakers[3].count", "two"),
    ("$.speakers[3].count", True),
    ("$.speakers[3].anonymity", 2),
    ("$.credits[0].kind", "thanks"),
    ("$.related[0].items", None),
    ("$.no_comments[0].speaker", 9),
    ("$.no_comments[0].cue", None),
    ("$.rejected[0].reason", "dull"),
    ("$.notes[0].code", "odd"),
    ("$.notes[0].detail", None),
]


@pytest.mark.parametrize(
    ("path", "value"), WRONG, ids=[f"{path}={value!r}" for path, value in WRONG]
)
def test_a_wrong_value_is_named_with_its_path(data, path, value):
    holder, key = place(data, path)
    holder[key] = value
    with pytest.raises(SchemaError) as caught:
        codec.from_dict(data)
    assert caught.value.path == path
    assert str(caught.value).startswith(f"{path}: ")
    assert repr(caught.value.value) == repr(value)


NOT_THE_SLICE = [
    "$.headline.text",
    "$.headline.kicker",
    "$.bylines[0].authors[0].email",
    "$.dateline.place",
    "$.quotes[0].parts[1].text",
    "$.quotes[0].cue.text",
    "$.quotes[1].addressee.text",
    "$.speakers[1].role",
    "$.related[0].heading",
    "$.related[0].items[0].title",
    "$.no_comments[0].text",
    "$.rejected[0].text",
    "$.quotes[1].text",
    "$.quotes[1].fingerprint",
]


@pytest.mark.parametrize("path", NOT_THE_SLICE)
def test_a_text_that_is_not_what_stands_at_its_span_is_named(data, path):
    holder, key = place(data, path)
    holder[key] += "x"
    with pytest.raises(SchemaError, match="is not what") as caught:
        codec.from_dict(data)
    assert caught.value.path == path


@pytest.mark.parametrize("path", ["$.bylines[0].agencies", "$.credits[0].people"])
def test_the_texts_of_a_list_must_stand_at_the_spans_of_its_sister(data, path):
    holder, key = place(data, path)
    holder[key] = ["Somebody"]
    with pytest.raises(SchemaError, match="is not what stands") as caught:
        codec.from_dict(data)
    assert caught.value.path == path


def test_lists_with_spans_are_of_one_length(data):
    data["credits"][0]["people"] *= 2
    with pytest.raises(SchemaError, match="as many as people") as caught:
        codec.from_dict(data)
    assert caught.value.path == "$.credits[0].people_spans"


def test_parts_stand_one_after_the_other(data):
    data["quotes"][0]["parts"].reverse()
    with pytest.raises(SchemaError, match="after the part before") as caught:
        codec.from_dict(data)
    assert caught.value.path == "$.quotes[0].parts[1].span"


def test_what_stands_inside_the_marks_lies_in_its_part(data):
    data["quotes"][0]["parts"][1]["inner"] = data["quotes"][0]["parts"][0]["inner"]
    with pytest.raises(SchemaError, match="in the part's span") as caught:
        codec.from_dict(data)
    assert caught.value.path == "$.quotes[0].parts[1].inner"


@pytest.mark.parametrize(("at", "members"), [(1, [1]), (1, [0])])
def test_no_speaker_is_a_member_of_itself(data, at, members):
    data["speakers"][at]["members"] = members
    with pytest.raises(SchemaError, match="back to the speaker itself") as caught:
        codec.from_dict(data)
    assert caught.value.path in {"$.speakers[0].members", "$.speakers[1].members"}


def test_members_may_stand_before_or_behind_their_speaker():
    one, two = (Speaker(name=name, kind=SpeakerKind.PERSON) for name in ("Ann Lee", "Bo Ek"))
    both = Speaker(name="Ann Lee and Bo Ek", kind=SpeakerKind.GROUP, members=(one, two))
    article = bare(speakers=(one, both, two))
    assert codec.from_dict(codec.to_dict(article)) == article


def test_the_error_pickles_with_its_path(data):
    data["id"] = 7.5
    with pytest.raises(SchemaError) as caught:
        codec.from_dict(data)
    again = pickle.loads(pickle.dumps(caught.value))
    assert (str(again), again.value, again.path) == (str(caught.value), 7.5, "$.id")


def test_every_row_has_the_columns_in_their_order(story):
    rows = codec.quote_rows(story)
    assert len(rows) == len(story.quotes)
    for row in rows:
        assert tuple(row) == (*codec.QUOTE_COLUMNS, *story.meta)


def test_a_row_is_flat_and_plain(story):
    assert codec.quote_rows(story)[0] == {
        "article_id": "w1",
        "published": "2024-03-05T06:30:00+00:00",
        "quote": 0,
        "kind": "direct",
        "mode": "speech",
        "text": '"The gate holds," "and it will."',
        "words": "The gate holds and it will.",
        "start_offset": story.text.index('"The gate'),
        "end_offset": story.text.index('will."') + 6,
        "sentence": '"The gate holds," said Mayor Iris Quell of Wexmouth, "and it will."',
        "speaker_index": 1,
        "person_id": "Q7",
        "speaker_name": "Iris Quell",
        "speaker_kind": "person",
        "speaker_role": "Mayor",
        "speaker_affiliation": "Wexmouth",
        "cue_text": "said",
        "cue_lemma": "say",
        "cue_category": "neutral",
        "polarity": "positive",
        "cue_start_offset": story.text.index("said"),
        "cue_end_offset": story.text.index("said") + 4,
        "source_text": "Mayor Iris Quell",
        "source_start_offset": story.text.index("Mayor Iris Quell"),
        "source_end_offset": story.text.index(" of Wexmouth"),
        "paragraph": 0,
        "confidence": 0.97,
        "fingerprint": story.quotes[0].fingerprint,
        **story.meta,
    }
    assert plain(codec.quote_rows(story))


def test_a_row_says_none_where_nothing_is_known(story):
    unknown = (
        "speaker_name",
        "speaker_kind",
        "speaker_role",
        "cue_text",
        "polarity",
        "source_text",
        "paragraph",
    )
    assert set(itemgetter(*unknown)(codec.quote_rows(story)[-1])) == {None}


def test_an_own_field_with_the_name_of_a_column_gets_another_one():
    article = newsquote.parse('"It is over," said Ann Lee.')
    meta = {"kind": "Post", "meta_kind": 1, "text": None, "meta_meta_kind": 2}
    (row,) = codec.quote_rows(attrs.evolve(article, meta=meta))
    assert (row["kind"], row["text"]) == ("direct", '"It is over,"')
    own = dict(list(row.items())[len(codec.QUOTE_COLUMNS) :])
    assert own == {
        "meta_kind": "Post",
        "meta_meta_kind": 1,
        "meta_text": None,
        "meta_meta_meta_kind": 2,
    }


def test_a_row_says_which_speaker_of_the_article_it_was():
    article = newsquote.parse('"It is over," said Ann Lee. "No," said Bo Ek. "Yes," said Lee.')
    rows = codec.quote_rows(article)
    assert [article.speakers[row["speaker_index"]].name for row in rows] == [
        "Ann Lee",
        "Bo Ek",
        "Ann Lee",
    ]
    assert [row["speaker_index"] for row in codec.part_rows(article)] == [0, 1, 0]


@pytest.mark.parametrize("columns", [codec.QUOTE_COLUMNS, codec.PART_COLUMNS])
def test_no_column_is_a_reserved_word_of_a_database(columns):
    with contextlib.closing(sqlite3.connect(":memory:")) as database:
        database.execute(f"create table quotes ({', '.join(columns)})")
        with pytest.raises(sqlite3.OperationalError):
            database.execute("create table others (start, order)")
    assert "end" not in columns  # SQLite takes it, others do not


def test_an_article_without_quotes_has_no_rows():
    assert codec.quote_rows(bare()) == []


def test_the_package_offers_both_ways(story):
    assert newsquote.from_dict(newsquote.to_dict(story)) == story
    assert isinstance(newsquote.from_dict(newsquote.to_dict(story)).quotes[0], Quote)
    assert newsquote.from_dict(newsquote.to_dict(story)).headline.span == Span(6, 35)


def test_the_text_is_named_when_it_is_given(story, data):
    with pytest.raises(TypeError, match="positional"):
        codec.to_dict(story, False)
    with pytest.raises(TypeError, match="positional"):
        codec.from_dict(data, story.text)


def test_offsets_print_what_they_were_made_of():
    assert repr(codec.Offsets("é", "utf8")) == "Offsets(text='é', units='utf8')"


def test_the_text_may_be_another_string_of_the_same_signs(story, data):
    assert codec.from_dict(data, text="".join(list(story.text))) == story


def test_a_span_may_end_with_the_text_and_hold_nothing():
    article = newsquote.parse("Mill to close")
    data = codec.to_dict(article)
    assert data["blocks"][0]["span"] == [0, len(article.text)]
    data["notes"] = [{"code": "stray-mark", "span": [0, 0], "detail": ""}]
    assert codec.from_dict(data).notes[0].span == Span(0, 0)
    assert [item["minimum"] for item in codec.schema()["$defs"]["span"]["prefixItems"]] == [0, 0]
