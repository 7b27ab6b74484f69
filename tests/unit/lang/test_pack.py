"""The language pack: what it knows, how it is widened, and that nothing else is."""

import copy
import pickle

import attrs
import pytest

from newsquote.errors import DataError, NewsquoteError, OptionsError, UnknownLanguageError
from newsquote.lang import LanguagePack, get_pack


class TestPack:
    def test_rows_have_all_columns_in_the_order_of_the_file(self, pack):
        assert pack.rows("fish") == (("cod", "m"), ("eel",), ("ray", "f", "flat"))

    def test_words_are_the_first_column(self, pack):
        assert pack.words("fish") == {"cod", "eel", "ray"}
        assert isinstance(pack.words("fish"), frozenset)

    def test_a_table_goes_from_the_first_column_to_the_second(self, pack):
        assert pack.table("fish") == {"cod": "m", "eel": "", "ray": "f"}

    def test_nobody_can_change_a_table(self, pack):
        with pytest.raises(TypeError):
            pack.table("fish")["cod"] = "f"

    def test_a_closed_class_is_the_words_of_its_row(self, pack):
        assert pack.closed("big") == {"ray", "whale"}
        assert pack.closed("small") == {"cod"}

    def test_data_is_the_file_itself(self, pack):
        assert pack.data("scales.bin") == b"\x00\xff"

    @pytest.mark.parametrize("ask", ["words", "table", "closed"])
    def test_what_was_asked_once_is_kept(self, pack, ask):
        name = "big" if ask == "closed" else "fish"
        assert getattr(pack, ask)(name) is getattr(pack, ask)(name)

    @pytest.mark.parametrize("ask", ["rows", "words", "table", "closed", "data"])
    def test_what_is_missing_is_a_data_error(self, pack, ask):
        with pytest.raises(DataError, match=r"'xo'.*'birds'") as caught:
            getattr(pack, ask)("birds")
        assert caught.value.value == "birds"
        assert isinstance(caught.value, NewsquoteError)

    @pytest.mark.parametrize("ask", ["rows", "data"])
    def test_a_name_that_no_file_can_have_is_a_data_error(self, pack, ask):
        with pytest.raises(DataError):
            getattr(pack, ask)("fi\x00sh")

    def test_a_pack_cannot_be_changed(self, pack):
        with pytest.raises(AttributeError):
            pack.code = "en"

    def test_packs_compare_by_identity(self, pack):
        assert pack == pack  # noqa: PLR0124 - identity is what is tested
        assert pack != LanguagePack(code="xo")


class TestEvolve:
    def test_the_words_that_were_added_are_replaced(self, pack):
        more = pack.with_words("fish", ["dab"])
        other = attrs.evolve(
            more, extra={"fish": ["tench\tf"], "closed_classes": [("flat", "dab ray")]}
        )
        assert other.words("fish") == {"cod", "eel", "ray", "tench"}
        assert other.table("fish")["tench"] == "f"
        assert other.closed("flat") == {"dab", "ray"}
        assert more.words("fish") == {"cod", "eel", "ray", "dab"}
        assert pack.words("fish") == {"cod", "eel", "ray"}

    def test_what_was_asked_before_is_not_carried_over(self, pack):
        pack.words("fish")
        assert "dab" in attrs.evolve(pack, extra={"fish": ("dab",)}).words("fish")

    def test_words_may_be_added_to_those_of_a_pack(self, pack):
        more = pack.with_words("fish", ["dab"])
        assert attrs.evolve(more, extra={**more.extra, "closed_classes": ["flat\tray"]}).words(
            "fish"
        ) >= {"dab", "cod"}

    def test_a_pack_evolves_into_an_equal_one(self, pack):
        assert attrs.evolve(pack.with_words("fish", ["dab"])).words("fish") == {
            "cod",
            "eel",
            "ray",
            "dab",
        }

    @pytest.mark.parametrize(
        "extra",
        [
            None,
            ["dab"],
            "fish",
            {"fish": "dab"},
            {"fish": 5},
            {"fish": [5]},
            {"fish": [("dab", 5)]},
            {"fish": [["dab"]]},
            {"fish": [()]},
        ],
    )
    def test_what_are_no_entries_is_refused(self, pack, extra):
        with pytest.raises(OptionsError):
            attrs.evolve(pack, extra=extra)

    def test_a_list_or_a_language_that_is_missing_is_named(self, pack):
        with pytest.raises(DataError, match="birds"):
            attrs.evolve(pack, extra={"birds": ["gull"]})
        with pytest.raises(UnknownLanguageError):
            attrs.evolve(pack.with_words("fish", ["dab"]), code="xx")

    def test_nobody_can_add_words_to_a_pack_that_is_there(self):
        with pytest.raises(TypeError):
            get_pack("en").extra["agencies"] = (("Kestrel Wire",),)


class TestGetPack:
    def test_the_pack_of_a_code_is_always_the_same(self):
        assert get_pack("en") is get_pack("en")
        assert get_pack("en").code == "en"

    @pytest.mark.parametrize("code", ["xx", "", "EN", "../lang/en", "en_GB", "__pycache__"])
    def test_a_language_that_is_missing_is_named_with_those_that_are_there(self, code):
        with pytest.raises(UnknownLanguageError, match=r"there is: .*en") as caught:
            get_pack(code)
        assert caught.value.value == code
        assert isinstance(caught.value, LookupError)

    def test_a_pack_made_by_hand_for_a_missing_language_has_no_lists(self):
        with pytest.raises(UnknownLanguageError):
            LanguagePack(code="xx").rows("agencies")


def pickled(value):
    return pickle.loads(pickle.dumps(value))


class TestPickling:
    @pytest.mark.parametrize("again", [pickled, copy.copy, copy.deepcopy])
    def test_a_pack_comes_back_as_the_shared_one(self, again):
        get_pack("en").words("agencies")
        assert again(get_pack("en")) is get_pack("en")

    @pytest.mark.parametrize("again", [pickled, copy.deepcopy])
    def test_a_widened_pack_comes_back_with_its_words(self, again):
        more = (
            get_pack("en")
            .with_words("agencies", ["Kestrel Wire"])
            .with_words("roles", ["tidekeeper\tf"])
        )
        back = again(more)
        assert back.code == "en"
        assert "Kestrel Wire" in back.words("agencies")
        assert back.table("roles")["tidekeeper"] == "f"
        assert "Kestrel Wire" not in get_pack("en").words("agencies")

    @pytest.mark.parametrize("kind", [UnknownLanguageError, DataError])
    def test_its_errors_keep_their_message_and_value(self, kind):
        back = pickled(kind("no such thing", "xo"))
        assert (type(back), str(back), back.value) == (kind, "no such thing", "xo")
