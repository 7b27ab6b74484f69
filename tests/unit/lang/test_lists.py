"""The language pack and the reader of its files."""

import copy
import pickle
from hashlib import sha256

import attrs
import pytest

from newsquote.errors import DataError, NewsquoteError, OptionsError, UnknownLanguageError
from newsquote.lang import LanguagePack, _loader, get_pack
from newsquote.lang._digests import sealed, unsealed


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with a small language of its own, in place of the package's."""
    home = tmp_path / "xo"
    home.mkdir()
    (home / "fish.txt").write_bytes(sealed(b"# Fish. Source: none.\ncod\tm\n\neel\nray\tf\tflat\n"))
    (home / "closed_classes.txt").write_bytes(sealed(b"# Classes.\nbig\tray whale\nsmall\tcod\n"))
    (home / "broken.txt").write_bytes(sealed(b"c\xf6d\n"))
    (home / "scales.bin").write_bytes(sealed(b"\x00\xff"))
    (tmp_path / "_hidden").mkdir()
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(_loader, "_HOME", str(tmp_path))
    _loader.read_rows.cache_clear()
    yield tmp_path
    _loader.read_rows.cache_clear()


@pytest.fixture
def pack(folder):
    return LanguagePack(code="xo")


class TestReading:
    def test_rows_are_lines_parted_by_tabs_without_comments_and_blank_lines(self, folder):
        assert _loader.read_rows("xo", "fish") == (("cod", "m"), ("eel",), ("ray", "f", "flat"))

    def test_a_data_file_is_read_without_its_digest(self, folder):
        assert _loader.read_bytes("xo", "scales.bin") == b"\x00\xff"

    def test_languages_are_the_folders_without_underscore(self, folder):
        assert _loader.languages() == ("xo",)

    def test_english_comes_with_the_package(self):
        assert "en" in _loader.languages()

    @pytest.mark.parametrize(
        "code", ["xx", "", "../en", "en/", "e n", "en-GB", "_hidden", "file", "\x00"]
    )
    def test_there_is_no_such_language(self, folder, code):
        with pytest.raises(UnknownLanguageError) as caught:
            _loader.read_rows(code, "fish")
        assert caught.value.value == code

    def test_a_list_that_is_missing_is_named(self, folder):
        with pytest.raises(DataError, match="birds") as caught:
            _loader.read_rows("xo", "birds")
        assert caught.value.value == "birds"

    def test_a_list_that_is_not_utf8_is_named(self, folder):
        with pytest.raises(DataError, match=r"'broken'.*not UTF-8") as caught:
            _loader.read_rows("xo", "broken")
        assert caught.value.value == "broken"

    @pytest.mark.parametrize(
        ("code", "name"), [("xo", "birds.bin"), ("xo", ""), ("xx", "scales.bin")]
    )
    def test_a_data_file_that_is_missing_is_named(self, folder, code, name):
        with pytest.raises(DataError) as caught:
            _loader.read_bytes(code, name)
        assert caught.value.value == name


def damaged(data):
    """Ways in which a file gets damaged, each with a name."""
    yield "empty", b""
    yield "cut", data[:-1]
    yield "cut to its digest", data.partition(b"\n")[0]
    yield "without digest", data.partition(b"\n")[2]
    yield "more at the end", data + b"tench\n"
    yield "another byte", data[:-3] + bytes([data[-3] ^ 1]) + data[-2:]
    yield "another digest", data[:12] + bytes([data[12] ^ 1]) + data[13:]
    yield "a digest in capitals", data[:10] + data[10:74].upper() + data[74:]
    yield "line ends of Windows", data.replace(b"\n", b"\r\n")
    yield "a byte order mark", b"\xef\xbb\xbf" + data


class TestDamage:
    @pytest.mark.parametrize("way", range(10))
    @pytest.mark.parametrize(("name", "ask"), [("fish.txt", "rows"), ("scales.bin", "data")])
    def test_a_damaged_file_is_named(self, folder, pack, name, ask, way):
        path = folder / "xo" / name
        what, data = list(damaged(path.read_bytes()))[way]
        assert data != path.read_bytes(), what
        path.write_bytes(data)
        with pytest.raises(DataError, match=rf"xo/{name} is damaged") as caught:
            getattr(pack, ask)(name if ask == "data" else "fish")
        assert caught.value.value == name

    def test_a_new_digest_makes_an_edited_file_good_again(self, folder, pack):
        path = folder / "xo" / "fish.txt"
        path.write_bytes(sealed(path.read_bytes() + b"tench\n"))
        assert "tench" in pack.words("fish")

    def test_a_digest_is_put_in_front_once(self):
        assert sealed(sealed(b"cod\n")) == sealed(b"cod\n")
        assert unsealed(sealed(b"cod\n")) == b"cod\n"
        assert unsealed(sealed(b"")) == b""

    def test_the_digest_is_the_sha256_of_what_follows(self):
        line, _, content = sealed(b"cod\n").partition(b"\n")
        assert line.decode() == f"# sha256: {sha256(content).hexdigest()}"


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


class TestPickling:
    @pytest.mark.parametrize(
        "again", [lambda pack: pickle.loads(pickle.dumps(pack)), copy.copy, copy.deepcopy]
    )
    def test_a_pack_comes_back_as_the_shared_one(self, again):
        get_pack("en").words("agencies")
        assert again(get_pack("en")) is get_pack("en")

    @pytest.mark.parametrize(
        "again", [lambda pack: pickle.loads(pickle.dumps(pack)), copy.deepcopy]
    )
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
        back = pickle.loads(pickle.dumps(kind("no such thing", "xo")))  # noqa: S301 - our own bytes
        assert (type(back), str(back), back.value) == (kind, "no such thing", "xo")
