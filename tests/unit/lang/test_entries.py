"""What may be added to a list, and what is refused."""

import pytest

from newsquote.errors import DataError, OptionsError
from newsquote.lang import get_pack
from newsquote.lang.entries import check_rows, rows_of_entries, rows_of_lines


def test_a_line_is_a_row_of_the_columns_that_tabs_part():
    assert rows_of_lines("fish", iter(["cod", "ray\tf"])) == (("cod",), ("ray", "f"))
    assert rows_of_lines("fish", []) == ()


def test_an_entry_is_a_line_or_a_row():
    assert rows_of_entries("fish", ["cod\tm", ("ray", "f")]) == (("cod", "m"), ("ray", "f"))


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ([("cod",)], "1 column "),
        ([("cod", "m")], "2 columns "),
        ([("cod",), ("ray", "f", "flat")], "1 to 3 columns "),
    ],
)
def test_an_error_says_how_many_columns_there_are(known, said):
    with pytest.raises(OptionsError, match=f"list 'fish' has {said}parted by tabs, not 4"):
        check_rows("fish", [("dab", "", "", "")], known)


def test_a_list_without_entries_takes_any_number_of_columns():
    check_rows("fish", [("dab",), ("dab", "f", "flat")], [])
    with pytest.raises(OptionsError, match="no word"):
        check_rows("fish", [("",)], [])


class TestMoreWords:
    def test_a_widened_list_has_the_old_entries_and_the_new(self, pack):
        more = pack.with_words("fish", ["tench\tf", "dab"])
        assert more.rows("fish") == (*pack.rows("fish"), ("tench", "f"), ("dab",))
        assert more.words("fish") == {"cod", "eel", "ray", "tench", "dab"}
        assert more.table("fish")["tench"] == "f"
        assert more.code == "xo"

    def test_the_pack_itself_stays_as_it_is(self, pack):
        before = pack.words("fish")
        pack.with_words("fish", ["dab"])
        assert pack.words("fish") is before
        assert "dab" not in before

    def test_other_lists_stay_as_they_are(self, pack):
        assert pack.with_words("fish", ["dab"]).rows("closed_classes") == pack.rows(
            "closed_classes"
        )

    def test_entries_add_up(self, pack):
        more = (
            pack.with_words("fish", ["dab"])
            .with_words("closed_classes", ["flat\tdab ray"])
            .with_words("fish", ["tench"])
        )
        assert {"dab", "tench"} <= more.words("fish")
        assert more.closed("flat") == {"dab", "ray"}

    def test_entries_may_come_from_an_iterator(self, pack):
        assert {"dab", "tench"} <= pack.with_words("fish", iter(["dab", "tench"])).words("fish")

    def test_no_entries_add_nothing(self, pack):
        assert pack.with_words("fish", []).rows("fish") == pack.rows("fish")

    def test_a_list_that_is_missing_cannot_be_widened(self, pack):
        with pytest.raises(DataError, match="birds"):
            pack.with_words("birds", ["gull"])

    @pytest.mark.parametrize("entry", [None, 7, b"dab", ("dab", "f")])
    def test_an_entry_that_is_no_string_is_refused(self, pack, entry):
        with pytest.raises(OptionsError) as caught:
            pack.with_words("fish", ["tench", entry])
        assert caught.value.value == entry

    @pytest.mark.parametrize("entries", ["dab", None, 7, b"dab"])
    def test_entries_that_are_no_list_are_refused(self, pack, entries):
        with pytest.raises(OptionsError):
            pack.with_words("fish", entries)

    @pytest.mark.parametrize(
        ("name", "entry"),
        [("fish", "dab\tf\tflat\tbig"), ("closed_classes", "flat"), ("fish", ""), ("fish", " \tf")],
    )
    def test_an_entry_without_the_lists_columns_is_refused(self, pack, name, entry):
        with pytest.raises(OptionsError, match=name):
            pack.with_words(name, [entry])

    @pytest.mark.parametrize(
        ("name", "entry"),
        [
            ("cue_verbs", "aver\tloud\tq\taver avers"),
            ("cue_polarities", "aver\tmaybe"),
            ("credit_openers", "with help by\thelp"),
            ("furniture_lines", "more\tsea"),
        ],
    )
    def test_a_word_that_the_vocabulary_does_not_have_is_refused(self, name, entry):
        with pytest.raises(OptionsError, match="second column"):
            get_pack("en").with_words(name, [entry])
