"""What callers give: ids, days and fields as tables and scrapers have them."""

import math
import pickle
from datetime import UTC, date, datetime

import attrs
import pytest

import newsquote
from newsquote import KnownPerson, ParseOptions, Source, parse, parse_many
from newsquote.models.given import Meta, day_of, is_missing

DAY = date(2026, 3, 4)
SAID = '"It is over," said Mayor Ann Lee on Monday.'


class Odd(datetime):
    """A datetime of another class, as tables have them."""

    def isoformat(self):
        return "odd"


# Items.


@pytest.mark.parametrize(
    ("items", "said"),
    [
        (SAID, "one str: put it into a list"),
        (b"One.", "one bytes: put it into a list"),
        ({"text": "One."}, r"one dict: Source\(text=...\) makes an item of it"),
        (5, "int"),
        (None, "NoneType"),
    ],
)
def test_what_is_no_list_of_texts_is_refused_at_once(items, said):
    with pytest.raises(TypeError, match=f"^items must be an iterable of texts, not {said}"):
        parse_many(items)


def test_a_whole_frame_is_refused_at_once_with_what_to_give():
    class Frame:
        columns = ("text",)

        def __iter__(self):
            return iter(self.columns)

    with pytest.raises(TypeError, match="not a whole Frame: give the column of texts"):
        parse_many(Frame(), on_error="yield")


def test_anything_else_that_can_be_gone_through_is_read():
    for items in (["One."], ("One.",), iter(["One."]), {"One."}, {"One.": 1}.keys()):
        assert [article.text for article in parse_many(items)] == ["One."]


def test_an_item_that_is_refused_is_named():
    with pytest.raises(TypeError, match=r"^item 1 \(id 'b'\): text must be a str, not NoneType"):
        list(parse_many(["One.", Source(text=None, id="b")]))


# Ids.


class Number:
    def __index__(self):
        return 7


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("a", "a"),
        (7, 7),
        (0, 0),
        (-(2**63), -(2**63)),
        (None, None),
        (math.nan, None),
        (Number(), 7),
    ],
)
def test_an_id_comes_back_as_it_was(given, kept):
    (article,) = parse_many([Source(text=SAID, id=given)])
    assert (article.id, type(article.id)) == (kept, type(kept))
    assert parse(SAID, id=given) == article
    assert newsquote.from_dict(newsquote.to_dict(article)) == article


@pytest.mark.parametrize("huge", [2**63, -(2**63) - 1, 10**5000], ids=lambda _: "huge")
def test_an_id_that_no_table_holds_is_refused(huge):
    with pytest.raises(TypeError, match="id must be a str, an int or None, not one of more than"):
        parse(SAID, id=huge)


# Days.


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (DAY, DAY),
        ("2026-03-04", DAY),
        (" 2026-03-04\n", DAY),
        ("2026-03-04T06:30", datetime(2026, 3, 4, 6, 30)),
        ("2026-03-04 06:30:00+00:00", datetime(2026, 3, 4, 6, 30, tzinfo=UTC)),
        (datetime(2026, 3, 4, 6, 30, tzinfo=UTC), datetime(2026, 3, 4, 6, 30, tzinfo=UTC)),
        (Odd(2026, 3, 4, 6, 30), datetime(2026, 3, 4, 6, 30)),
        ("", None),
        (" ", None),
        (None, None),
        (math.nan, None),
    ],
)
def test_a_day_is_read_in_any_form(given, kept):
    source = Source(text=SAID, published=given)
    (article,) = parse_many([source], on_error="yield")
    assert (article.published, type(article.published)) == (kept, type(kept))
    assert article == parse(SAID, published=kept)
    assert source.published == kept


@pytest.mark.parametrize("given", ["March 4", "2026-02-30", "04/03/2026", 20260304, True, [1]])
def test_an_article_whose_day_cannot_be_read_is_read_without_one_and_a_note_says_so(given):
    (article,) = parse_many([Source(text=SAID, published=given)])
    note = article.notes[0]
    assert (note.code, note.span) == (newsquote.NoteCode.UNREAD_DATE, None)
    assert note.detail == (
        f"published must be an ISO date or date with time, not {given!r};"
        " the article was read without one"
    )
    assert attrs.evolve(article, notes=article.notes[1:]) == parse(SAID)


def test_parse_itself_takes_days_alone_and_says_who_reads_strings():
    assert parse(SAID, published=math.nan).published is None
    with pytest.raises(TypeError, match=r"not str; Source\(published=...\) reads ISO strings"):
        parse(SAID, published="2026-03-04")


def test_what_says_nothing_is_told_even_where_comparing_it_is_an_error():
    class NAType:
        def __ne__(self, other):
            return self

        def __bool__(self):
            raise TypeError

        __hash__ = None

    assert is_missing(NAType())
    assert day_of(NAType()).value is None
    assert not any(map(is_missing, ("", 0, False, [], "nan")))


def test_tables_own_classes():
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    numpy = pytest.importorskip("numpy", reason="numpy is not installed")
    with pytest.raises(TypeError, match="a whole DataFrame: give the column of texts"):
        parse_many(pandas.DataFrame({"text": [SAID]}))
    for nothing in (pandas.NaT, pandas.NA, numpy.nan, numpy.datetime64("NaT")):
        source = Source(text=SAID, id=nothing, published=nothing, meta={"page": nothing})
        (article,) = parse_many([source], on_error="yield")
        assert (article.id, article.published, article.meta) == (None, None, {"page": None})
        assert parse(SAID, published=nothing) == parse(SAID)
    stamp = pandas.Timestamp("2026-03-04T06:30:00.123456789")
    for day in (stamp, stamp.to_datetime64()):
        (article,) = parse_many([Source(text=SAID, id=numpy.int64(7), published=day)])
        assert (article.published, type(article.published)) == (
            datetime(2026, 3, 4, 6, 30, 0, 123456),
            datetime,
        )
        assert newsquote.from_dict(newsquote.to_dict(article)) == article
    meta = Meta({"page": numpy.int64(7), "share": numpy.float32(0.5), "free": numpy.bool_(1)})
    assert [type(value) for value in meta.values()] == [int, float, bool]


# Fields of the caller's own.

FIELDS = {"publisher": "Norvale Post", "page": 7, "share": 0.5, "free": True, "desk": None}


def test_own_fields_come_back_and_go_through_json():
    source = Source(text=SAID, meta=FIELDS)
    (article,) = parse_many([source])
    assert article.meta == source.meta == FIELDS
    assert attrs.evolve(article, meta={}) == parse(SAID) != article
    again = newsquote.from_dict(newsquote.to_dict(article))
    assert again == article
    assert again.meta == FIELDS
    assert hash(again) == hash(article)
    assert "meta" not in newsquote.to_dict(parse(SAID))


def test_workers_hand_own_fields_over():
    source = Source(text=SAID, id=7, published="x", meta=FIELDS)
    assert list(parse_many([source] * 30, workers=2)) == list(parse_many([source] * 30))


def test_nobody_changes_them():
    given = dict(FIELDS)
    meta = Source(text=SAID, meta=given).meta
    given["page"] = 8
    assert meta["page"] == 7
    with pytest.raises(TypeError):
        meta["page"] = 8
    with pytest.raises(AttributeError):
        meta.page = 8
    assert pickle.loads(pickle.dumps(meta)) == meta
    assert {meta: 1}[Meta(FIELDS)] == 1


@pytest.mark.parametrize(
    ("meta", "said"),
    [
        ({"tags": ["a"]}, r"^meta\['tags'\] must be a string, .* not list; str\(\) makes"),
        ({"day": DAY}, r"^meta\['day'\] must be .* not date"),
        ({"share": math.inf}, "must be a string, a finite number"),
        ({"page": 2**63}, "must be a string, a finite number"),
        ({7: "x"}, "a name in meta must be a str, not 7"),
        ("publisher", "meta must be a mapping of names to values, not str"),
    ],
)
def test_fields_that_json_cannot_hold_are_refused(meta, said):
    with pytest.raises(TypeError, match=said):
        Source(text=SAID, meta=meta)


# Known people.


def test_one_string_is_one_alias_and_not_its_letters():
    person = KnownPerson(name="Ann Lee", aliases="Annie Lee", id="Q1")
    assert person == KnownPerson(name="Ann Lee", aliases=["Annie Lee"], id="Q1")
    options = newsquote.ParseOptions(known_people=[person])
    text = '"It is over," said Annie Lee.'
    assert parse(text, options=options).quotes[0].speaker.id == "Q1"


@pytest.mark.parametrize(("name", "aliases"), [(None, ()), ("Ann Lee", (None,)), (5, "Ann")])
def test_a_name_that_is_no_string_is_refused(name, aliases):
    with pytest.raises(TypeError, match="a name of a KnownPerson must be a str, not"):
        KnownPerson(name=name, aliases=aliases)


@pytest.mark.parametrize("number", [17, 1.5, True, b"Q1", ["Q1"], {"Q1"}])
def test_an_id_of_a_person_is_a_string(number):
    with pytest.raises(TypeError, match=f"must be a str or None, not {type(number).__name__}"):
        KnownPerson(name="Ann Lee", id=number)


@pytest.mark.parametrize("missing", [None, float("nan")])
def test_a_cell_that_says_nothing_is_no_id_and_no_alias(missing):
    person = KnownPerson(name="Ann Lee", aliases=missing, id=missing)
    assert (person.aliases, person.id) == ((), None)


@pytest.mark.parametrize("aliases", [b"Lee", {"Lee": 1}, 17, 1.5])
def test_aliases_are_names_in_a_list(aliases):
    with pytest.raises(TypeError, match="aliases of a KnownPerson must be names in a tuple"):
        KnownPerson(name="Ann Lee", aliases=aliases)


@pytest.mark.parametrize(
    ("name", "said"),
    [("", "letters"), (" . ", "letters"), ("A", "more than one letter"), ("n.", "more than one")],
)
def test_what_can_be_nobodys_name_is_refused(name, said):
    with pytest.raises(ValueError, match=said):
        KnownPerson(name=name)
    with pytest.raises(ValueError, match=said):
        KnownPerson(name="Ann Lee", aliases=("Annie Lee", name))


def test_a_name_of_two_letters_or_of_one_sign_that_is_a_word_is_taken():
    assert KnownPerson(name="Ek", aliases=("王", "Bo Ek")).aliases == ("王", "Bo Ek")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"It is over," said Ann Lee.', None),  # two have the name
        ('"It is over," said Ida Lee. "We tried," Lee said.', None),  # a relative
        ('"It is over," Lee said.', None),
        ('"It is over," Ek said.', "Q3"),
        ('"It is over," said Bo Ek. "We tried," said Ida Ek.', "Q3"),
    ],
)
def test_a_name_that_two_can_have_gives_no_id(text, found):
    people = [
        KnownPerson(name="Ann Lee", aliases="Lee", id="Q1"),
        KnownPerson(name="Ann Lee", aliases="Lee", id="Q2"),
        KnownPerson(name="Bo Ek", aliases="Ek", id="Q3"),
    ]
    for order in (people, people[::-1]):
        article = parse(text, options=ParseOptions(known_people=order))
        ids = {speaker.id for speaker in article.speakers}
        assert ids - {None} == ({found} - {None})
        assert parse(text, options=ParseOptions(known_people=order)) == article
