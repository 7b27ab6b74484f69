"""A result that changed is named, other texts are not compared, and only --update stores."""

import json

import pytest
import same

SETS = {
    "cases/turns": [f"Text {n}." for n in range(12)],
    "pages/papers": ["A page.", "Another page."],
}


class OneProcess:
    """In the place of the pool of processes."""

    def __init__(self, max_workers):
        self.map = map

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass


@pytest.fixture
def readings(monkeypatch):
    """What a text is read as, where it is not read as itself; and how often each was read."""
    read_as, counts = {}, {}

    def parse(text, options, published):
        counts[text] = counts.get(text, 0) + 1
        return read_as.get(text, text), options.include_thoughts, str(published)

    monkeypatch.setattr(same, "parse", parse)
    monkeypatch.setattr(same, "to_dict", lambda found, **_: found)
    monkeypatch.setattr(same, "ProcessPoolExecutor", OneProcess)
    return read_as, counts


@pytest.fixture
def compare(readings, monkeypatch, tmp_path, capsys):
    """The exit status and the lines printed, for some sets; those of ``SETS`` are stored."""
    path = tmp_path / "same.json"

    def compared(*arguments, sets=SETS):
        monkeypatch.setattr(same, "all_sets", lambda: dict(sets))
        status = same.main(arguments, path)
        return status, capsys.readouterr().out.splitlines()

    assert compared("--update") == (0, ["stored: 14 texts in 2 sets"])
    compared.path = path
    return compared


def test_the_same_results_are_no_difference(compare):
    assert compare() == (
        0,
        ["no difference", "0 of 14 texts differ, read with 3 sets of options each"],
    )


def test_a_result_that_changed_is_named(compare, readings):
    readings[0]["Text 7."] = "otherwise"
    assert compare() == (
        1,
        [
            "differs: cases/turns, text 7",
            "1 of 14 texts differ, read with 3 sets of options each",
        ],
    )


def test_a_few_of_many_differences_are_shown_and_all_are_counted(compare, readings):
    readings[0].update(dict.fromkeys(SETS["cases/turns"], "otherwise"))
    status, lines = compare()
    assert (status, len(lines)) == (1, same.SHOWN_DIFFERENCES + 1)
    assert lines[-1].startswith("12 of 14 texts differ")


def test_a_difference_under_one_set_of_options_is_one(compare, monkeypatch):
    monkeypatch.setattr(same, "to_dict", lambda found, **_: (*found, found[1]))
    assert compare()[0] == 1


def test_texts_that_are_others_are_named_and_not_compared(compare):
    sets = {**SETS, "pages/papers": ["A page."], "pages/new": ["A page."]}
    assert compare(sets=sets) == (
        0,
        [
            "not compared, its texts are others: pages/papers",
            "not compared, new: pages/new",
            "no difference",
            "0 of 12 texts differ, read with 3 sets of options each",
        ],
    )


def test_one_text_in_ten_is_read_where_it_is_to_be_quick(compare, readings):
    readings[1].clear()
    readings[0]["Text 7."] = "otherwise"
    assert compare("--quick")[0] == 0
    assert readings[1] == dict.fromkeys(["Text 0.", "Text 10.", "A page."], len(same.SETTINGS))
    readings[0]["Text 10."] = "otherwise"
    assert compare("--quick")[1][0] == "differs: cases/turns, text 10"


def test_only_some_sets_are_compared_where_a_word_is_given(compare, readings):
    readings[0]["Text 7."] = "otherwise"
    assert compare("--only", "pages")[0] == 0
    assert compare("--only", "cases")[0] == 1


def test_nothing_is_stored_unless_it_is_asked_for(compare, readings):
    before = compare.path.read_bytes()
    readings[0]["Text 7."] = "otherwise"
    compare()
    assert compare.path.read_bytes() == before


def test_update_stores_what_is_read_now_and_keeps_other_sets(compare, readings):
    readings[0].update({"Text 7.": "otherwise", "A page.": "otherwise"})
    assert compare("--update", "--quick", "--only", "cases")[0] == 0
    assert compare()[1][0] == "differs: pages/papers, text 0"
    assert compare("--only", "cases")[0] == 0


def test_what_is_stored_holds_digests_and_no_text(compare):
    stored = json.loads(compare.path.read_text(encoding="utf-8"))
    assert stored.keys() == SETS.keys()
    for name, texts in SETS.items():
        assert stored[name].keys() == {"results", "texts"}
        digests = [stored[name]["texts"], *stored[name]["results"].split()]
        assert len(digests) == len(texts) + 1
        assert {len(digest) for digest in digests} == {same.HEX_DIGITS}


def test_without_data_the_composed_texts_are_held(monkeypatch, capsys):
    monkeypatch.delenv("NEWSQUOTE_DATA")
    sets = same.all_sets()
    assert capsys.readouterr().out.startswith("without the development texts: NEWSQUOTE_DATA")
    assert {name.partition("/")[0] for name in sets} == {
        "examples",
        "articles",
        "cases",
        "pages",
        "damaged",
    }


def test_the_development_texts_are_a_set_a_field(own_verbs):
    rows = [{"text": "One.", "lead": "Two."}, {"text": "Three.", "lead": None}]
    (own_verbs / "dev" / "bbc.jsonl").write_text(
        "".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8"
    )
    assert dict(same.development_sets()) == {
        "dev/bbc/text": ["One.", "Three."],
        "dev/bbc/lead": ["Two."],
    }


def test_damage_is_the_same_in_every_run():
    texts = ["Mill to close in May. " * 50, "Nobody knew."]
    assert same.damaged(texts, "one", 20) == same.damaged(texts, "one", 20)
    assert same.damaged(texts, "one", 20) != same.damaged(texts, "other", 20)
    assert max(map(len, same.damaged(texts, "one", 20))) <= same.LONGEST_DAMAGED
