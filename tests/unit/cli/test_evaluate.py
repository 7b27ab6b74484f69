"""newsquote evaluate: small cases counted by hand, and what it refuses."""

import copy
import json

import pytest

from newsquote import cli

TEXT = 'Mill to close\n\nBy Bo Ek\n\nNORVALE (AP) — "We lost the fight," said Mayor Ann Lee. The owner, Cy Dorn, hoped that wages would rise.\n\nMore: Floods'


def at(words):
    start = TEXT.index(words)
    return [start, start + len(words)]


def quote(content, cue, source, speaker=None, kind="direct"):
    return {
        "kind": kind,
        "parts": [{"span": at(content), "text": content}],
        "cue": cue and {"span": at(cue)},
        "source": source and {"span": at(source)},
        "speaker": speaker,
    }


LOST = quote('"We lost the fight,"', "said", "Mayor Ann Lee", 0)
WAGES = quote("that wages would rise", "hoped", "Cy Dorn", 1, "indirect")
GOLD = {
    "id": "a",
    "text": TEXT,
    "quotes": [LOST, WAGES],
    "speakers": [{"name": "Ann Lee", "kind": "person"}, {"name": "Cy Dorn", "kind": "person"}],
}


def without(data, *fields):
    return {field: value for field, value in data.items() if field not in fields}


@pytest.fixture
def evaluated(tmp_path, capsys):
    """The scores of articles, the exit status and what was said."""

    def run(gold, pred, *options):
        files = []
        for name, articles in (("gold.jsonl", gold), ("pred.jsonl", pred)):
            path = tmp_path / name
            path.write_text(
                "".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8"
            )
            files.append(str(path))
        status = cli.main(["evaluate", *files, *(options or ("--format", "json"))])
        out, err = capsys.readouterr()
        return (json.loads(out) if out and not options else out), status, err

    return run


@pytest.fixture
def refused(evaluated, tmp_path):
    """The one line that says why nothing is scored."""

    def run(gold, pred):
        scores, status, err = evaluated(gold, pred)
        assert (scores, status) == ("", 2)
        assert err.startswith("newsquote: ")
        assert err.count("\n") == 1
        return err.removeprefix("newsquote: ").replace(f"{tmp_path}/", "").rstrip()

    return run


def tally(found):
    return [found[name] for name in (("tp", "pred", "gold") if "f1" in found else ("right", "of"))]


def test_gold_against_itself_is_perfect(evaluated):
    scores, status, err = evaluated([GOLD], [GOLD])
    assert (status, err) == (0, "")
    assert tally(scores["quotes"]["exact"]) == [2, 2, 2]
    assert tally(scores["quotes"]["attributed_exact"]) == [2, 2, 2]
    assert tally(scores["quotes"]["kind"]) == [2, 2]
    assert tally(scores["fragments"]["attributed"]) == [1, 1, 1]
    assert [tally(scores["spans"][role]) for role in ("source", "cue", "content")] == [
        [2, 2, 2]
    ] * 3
    assert tally(scores["speakers"]["end_to_end"]["strict"]) == [2, 2]
    assert scores["articles"] == 1


def test_nothing_found_recalls_nothing(evaluated):
    scores, _, _ = evaluated([GOLD], [{**GOLD, "quotes": [], "speakers": []}])
    assert tally(scores["quotes"]["partial"]) == [0, 0, 2]
    assert scores["quotes"]["partial"]["f1"] == 0
    assert tally(scores["fragments"]["detection"]) == [0, 0, 1]
    assert tally(scores["speakers"]["end_to_end"]["strict"]) == [0, 2]


def test_each_mistake_counts_where_it_is_made(evaluated):
    """18 letters of "that wages would rise", of which "wages would rise" has 14: found, but not
    exact.
    """
    found = copy.deepcopy(GOLD)
    found["quotes"] = [
        {
            **LOST,
            "source": {"span": at("Cy Dorn")},
            "kind": "mixed",
        },  # the wrong source, and the wrong kind
        {
            **WAGES,
            "parts": [{"span": at("wages would rise")}],
            "speaker": 0,
        },  # too short, and the wrong speaker
        quote("Floods", None, None),  # nobody said so
    ]
    scores, _, _ = evaluated([GOLD], [found])
    quotes = scores["quotes"]
    assert tally(quotes["partial"]) == [2, 3, 2]
    assert tally(quotes["exact"]) == [1, 3, 2]
    assert tally(quotes["attributed"]) == [1, 3, 2]
    assert tally(quotes["attributed_exact"]) == [0, 3, 2]
    assert tally(quotes["cue"]) == [2, 2, 2]
    assert tally(quotes["source_exact"]) == [1, 2, 2]
    assert tally(quotes["kind"]) == [0, 1]
    assert quotes["partial"]["p"] == pytest.approx(2 / 3)
    assert quotes["partial"]["f1"] == pytest.approx(4 / 5)
    assert quotes["recall_by_kind"]["direct"] == {
        "gold": 1,
        "partial": 1.0,
        "exact": 1.0,
        "attributed": 0.0,
    }
    assert tally(quotes["content_chars"]) == [14 + 14, 14 + 14 + 6, 14 + 18]
    assert tally(scores["fragments"]["attributed"]) == [0, 1, 1]
    assert tally(scores["speakers"]["end_to_end"]["strict"]) == [1, 2]
    assert tally(scores["speakers"]["resolution"]["strict"]) == [0, 1]
    assert tally(scores["speakers"]["precision"]["lenient"]) == [1, 2]


def test_a_speaker_is_asked_for_where_gold_names_one(evaluated):
    unnamed = {**GOLD, "quotes": [{**LOST, "speaker": None}, without(WAGES, "speaker")]}
    assert "speakers" not in evaluated([unnamed], [GOLD])[0]


def test_titles_make_no_difference_to_names_and_short_names_are_lenient(evaluated):
    found = {
        **GOLD,
        "speakers": [
            {"name": "Mayor Ann Lee", "kind": "person"},
            {"name": "Dorn", "kind": "organization"},
        ],
    }
    speakers = evaluated([GOLD], [found])[0]["speakers"]
    assert tally(speakers["end_to_end"]["strict"]) == [1, 2]
    assert tally(speakers["end_to_end"]["lenient"]) == [2, 2]
    assert tally(speakers["kind"]) == [1, 2]


def test_several_speakers_are_a_set_of_names(evaluated):
    both = [*GOLD["speakers"], {"name": "Cy Dorn and Ann Lee", "kind": "group", "members": [0, 1]}]
    gold = {
        **GOLD,
        "quotes": [{**LOST, "speaker": 2}],
        "speakers": [*both[:2], without({**both[2]}, "kind")],
    }
    found = {
        **GOLD,
        "quotes": [{**LOST, "speaker": 2}],
        "speakers": [*both[:2], {**both[2], "name": "Ann Lee and Cy Dorn"}],
    }
    speakers = evaluated([gold], [found])[0]["speakers"]
    assert tally(speakers["end_to_end"]["strict"]) == [1, 1]
    assert tally(speakers["kind"]) == [0, 0]
    assert tally(
        evaluated([gold], [{**found, "quotes": [LOST]}])[0]["speakers"]["end_to_end"]["strict"]
    ) == [0, 1]


PAGE = {
    "id": "a",
    "text": TEXT,
    "headline": {"text": "Mill to close", "span": at("Mill to close")},
    "dateline": {
        "place": "Norvale",
        "agency": "AP",
        "date_text": None,
        "span": at("NORVALE (AP) —"),
    },
    "bylines": [{"authors": [{"name": "Bo Ek", "role": "reporter"}], "agencies": ["AP"]}],
    "blocks": [
        {"span": at("Mill to close"), "role": "headline"},
        {"span": at("By Bo Ek"), "role": "byline"},
    ],
    "credits": [{"span": at("By Bo Ek"), "kind": "reporting"}],
    "related": [{"items": [{"title": "Floods"}]}],
}


def test_the_parts_of_the_page_are_scored_where_gold_has_them(evaluated):
    scores, status, _ = evaluated([PAGE], [PAGE])
    assert status == 0
    assert set(scores) == {
        "articles", "headline", "dateline", "bylines", "blocks", "credits", "related", "without a prediction", "without gold",
    }  # fmt: skip
    assert tally(scores["headline"]) == [1, 1]
    assert tally(scores["dateline"]["exact"]) == [1, 1]
    assert tally(scores["bylines"]["names"]) == [1, 1, 1]
    assert tally(scores["bylines"]["role"]) == [1, 1]
    assert tally(scores["blocks"]["roles of lines"]) == [2, 2]
    assert tally(scores["credits"]["found"]) == [1, 1, 1]
    assert tally(scores["related"]["titles"]) == [1, 1, 1]


def test_the_mistakes_of_a_page(evaluated):
    found = {
        "id": "a",
        "headline": {"span": at("Mill to")},
        "dateline": {"place": "NORVALE", "agency": None},
        "bylines": [{"authors": [{"name": "Ek"}, {"name": "Bo Ek"}]}],
        "blocks": [{"span": [0, len(TEXT)], "role": "headline"}],
        "credits": [{"span": at("Bo Ek"), "kind": "editing"}, {"span": at("Floods")}],
        "related": None,
    }
    scores, _, _ = evaluated([PAGE], [found])
    assert tally(scores["headline"]) == [0, 1]
    assert [tally(scores["dateline"][m]) for m in ("found", "place", "agency", "exact")] == [
        [1, 1],
        [1, 1],
        [0, 1],
        [0, 1],
    ]
    assert tally(scores["bylines"]["names"]) == [1, 2, 1]
    assert tally(scores["bylines"]["exact"]) == [0, 1]
    assert tally(scores["bylines"]["agency"]) == [0, 1]
    assert tally(scores["blocks"]["roles of lines"]) == [1, 2]
    assert tally(scores["credits"]["found"]) == [1, 2, 1]
    assert tally(scores["credits"]["kind"]) == [0, 1]
    assert tally(scores["related"]["titles"]) == [0, 0, 1]


def test_null_says_that_there_is_none(evaluated):
    none = {"id": "a", "text": TEXT, "headline": None, "dateline": None, "bylines": []}
    scores, _, _ = evaluated([none], [PAGE])
    assert tally(scores["headline"]) == [0, 1]
    assert tally(scores["dateline"]["refused"]) == [0, 1]
    assert tally(scores["bylines"]["names"]) == [0, 1, 0]
    assert tally(evaluated([none], [without(none, "text")])[0]["headline"]) == [1, 1]


def test_paragraphs_are_compared_by_their_text(evaluated):
    story = TEXT.splitlines()[4]
    gold = {
        "id": "a",
        "text": TEXT,
        "paragraphs": [
            {"span": at(story), "kind": "text"},
            {"span": at("By Bo Ek"), "kind": "caption"},
        ],
    }
    scores, _, _ = evaluated(
        [gold], [{"id": "a", "paragraphs": [{"span": at(story)}, {"span": at("More: Floods")}]}]
    )
    assert tally(scores["paragraphs"]["paragraphs"]) == [1, 2, 1]
    assert tally(scores["paragraphs"]["words"]) == [19, 21, 19]


def test_ids_on_one_side_are_counted_and_said(evaluated):
    other = {"id": "b", "text": TEXT, "quotes": [LOST], "speakers": GOLD["speakers"]}
    scores, status, err = evaluated([GOLD, other], [GOLD, {"id": "c"}, {"id": "d", "text": "x"}])
    assert status == 1
    assert (scores["articles"], scores["without a prediction"], scores["without gold"]) == (2, 1, 2)
    assert tally(scores["quotes"]["partial"]) == [2, 2, 3]
    said = err.splitlines()
    assert said[0].endswith(
        "without a prediction, counted as articles in which nothing was found; the first is 'b'"
    )
    assert said[0].startswith("newsquote: 1 article of ")
    assert said[1].startswith("newsquote: 2 articles of ")
    assert said[1].endswith("without gold, left out; the first is 'c'")


def test_the_table_has_the_numbers(evaluated):
    shown, status, _ = evaluated([GOLD], [GOLD], "--format", "table")
    assert status == 0
    assert ["quotes", "exact", "1.000", "1.000", "1.000", "2", "2", "2"] in [
        line.split() for line in shown.splitlines()
    ]
    assert evaluated([GOLD], [GOLD], "--format=table")[0] == shown


def test_the_articles_of_both_sides_may_stand_in_any_order(evaluated):
    second = {**GOLD, "id": "b", "quotes": [LOST]}
    assert evaluated([GOLD, second], [second, GOLD]) == evaluated([second, GOLD], [GOLD, second])


def test_what_newsquote_batch_writes_can_be_scored(evaluated, tmp_path):
    (tmp_path / "in.jsonl").write_text(
        json.dumps({"id": "a", "text": TEXT}) + "\n", encoding="utf-8"
    )
    assert cli.main(["batch", str(tmp_path / "in.jsonl"), str(tmp_path / "out.jsonl")]) == 0
    article = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    scores, status, _ = evaluated([article], [article])
    assert status == 0
    assert {
        "quotes",
        "headline",
        "dateline",
        "bylines",
        "paragraphs",
        "blocks",
        "credits",
        "related",
    } <= set(scores)
    assert all(
        found["share"] in {1.0, None}
        for found in (scores["headline"], scores["blocks"]["roles of lines"])
    )


def test_one_side_may_come_from_the_standard_input(tmp_path, capsys, monkeypatch):
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(GOLD), encoding="utf-8")
    with path.open("rb") as file:
        monkeypatch.setattr("sys.stdin", type("Stream", (), {"buffer": file}))
        assert cli.main(["evaluate", str(path), "-", "--format=json"]) == 0
    assert json.loads(capsys.readouterr().out)["quotes"]["exact"]["f1"] == 1
    assert cli.main(["evaluate", "-", "-"]) == 2
    assert "only one of" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_status_2(tmp_path, capsys):
    assert cli.main(["evaluate", str(tmp_path / "none.jsonl"), str(tmp_path / "none.jsonl")]) == 2
    assert capsys.readouterr().err.startswith("newsquote: ")


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        (b"{", "gold.jsonl, line 2: not JSON: "),
        (b"[" * 100_000, "gold.jsonl, line 2: not JSON: "),
        (b"[1]", "gold.jsonl, line 2: not an object"),
        (b'{"id": "\xff"}', "gold.jsonl, line 2: not UTF-8"),
        (b"{}", "gold.jsonl, line 2: without an id"),
        (b'{"id": ""}', "gold.jsonl, line 2: without an id"),
        (b'{"id": 7.5}', "gold.jsonl, line 2: the id must be a string or a whole number, not 7.5"),
        (
            b'{"id": true}',
            "gold.jsonl, line 2: the id must be a string or a whole number, not True",
        ),
        (b'{"id": "a"}', "gold.jsonl, line 2: the id 'a' again; it is that of "),
    ],
)
def test_a_line_that_cannot_be_read_is_named(tmp_path, capsys, line, complaint):
    gold, pred = tmp_path / "gold.jsonl", tmp_path / "pred.jsonl"
    gold.write_bytes(json.dumps(GOLD).encode() + b"\n" + line + b"\n")
    pred.write_text(json.dumps(GOLD), encoding="utf-8")
    assert cli.main(["evaluate", str(gold), str(pred)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert complaint in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"text": None}, "gold.jsonl, line 1: without a text"),
        ({"text": 5}, "gold.jsonl, line 1: the text must be a string"),
        ({"quotes": 1}, "gold.jsonl, line 1: quotes: must be a list, not 1"),
        ({"quotes": [None]}, "gold.jsonl, line 1: quotes[0]: must be an object, not None"),
        ({"quotes": [{**LOST, "parts": [3]}]}, "gold.jsonl, line 1: quotes[0].parts[0]: must be an object, not 3"),
        ({"quotes": [{**LOST, "parts": [{}]}]}, "gold.jsonl, line 1: quotes[0].parts[0].span: must be two offsets, not None"),
        ({"quotes": [{**LOST, "cue": "said"}]}, "gold.jsonl, line 1: quotes[0].cue: must be an object or null, not 'said'"),
        ({"quotes": [{**LOST, "speaker": 2}]}, "gold.jsonl, line 1: quotes[0].speaker: must be an index of one of the 2 speakers, or null, not 2"),
        ({"quotes": [{**LOST, "speaker": True}]}, "gold.jsonl, line 1: quotes[0].speaker: must be an index of one of the 2 speakers, or null, not True"),
        ({"speakers": [{}, {}]}, "gold.jsonl, line 1: speakers[0].name: must be a string, not None"),
        ({"speakers": [{"name": "Ann Lee", "members": [None]}, {"name": "Bo Ek"}]}, "gold.jsonl, line 1: speakers[0].members: must be indexes of the 2 speakers, not None"),
        ({"headline": "Mill to close"}, "gold.jsonl, line 1: headline: must be an object or null, not 'Mill to close'"),
        ({"bylines": [{"agencies": "AP"}]}, "gold.jsonl, line 1: bylines[0].agencies: must be a list of strings, not 'AP'"),
        ({"bylines": [{"authors": [{"name": 1}]}]}, "gold.jsonl, line 1: bylines[0].authors[0].name: must be a string or null, not 1"),
    ],
)  # fmt: skip
def test_a_field_of_another_form_is_named(refused, change, complaint):
    assert refused([{**GOLD, **change}], [{"id": "a"}]) == complaint


@pytest.mark.parametrize("span", [[3, 3], [-1, 4], [0, 10_000], [1], "ab", [0.0, 2.0], None])
def test_a_span_outside_the_text_is_named(refused, span):
    bad = {**GOLD, "quotes": [{**LOST, "cue": {"span": span}}]}
    where = "quotes[0].cue.span: must be two offsets, the first less than the second, in a text of"
    assert refused([bad], [GOLD]).startswith(f"gold.jsonl, line 1: {where}")
    assert refused([GOLD], [bad]).startswith(f"pred.jsonl, line 1: {where}")


def test_offsets_that_count_something_else_are_noticed(refused):
    bad = {
        **GOLD,
        "quotes": [
            {**LOST, "cue": {"span": [at("said")[0] + 1, at("said")[1] + 1], "text": "said"}}
        ],
    }
    assert (
        refused([bad], [GOLD])
        == "gold.jsonl, line 1: quotes[0].cue.span: the text there is 'aid ', not 'said'; offsets count code points"
    )


def test_texts_that_differ_are_refused(refused):
    assert (
        refused([GOLD], [{"id": "a", "text": "Another."}])
        == "pred.jsonl, line 1: has another text than gold.jsonl, line 1"
    )


def test_no_id_in_common_is_refused(refused):
    assert (
        refused([GOLD], [{**GOLD, "id": "b"}]) == "gold.jsonl and pred.jsonl have no id in common"
    )
    assert refused([], []) == "gold.jsonl and pred.jsonl have no id in common"


# What went wrong, groups and intervals


@pytest.fixture
def files(tmp_path):
    """Gold and predictions of two articles by two publishers, with three mistakes."""
    found = copy.deepcopy(GOLD)
    found["quotes"] = [{**LOST, "source": {"span": at("Cy Dorn")}}, quote("Floods", None, None)]
    other = {**GOLD, "id": "b"}
    paths = []
    for name, articles in (
        ("gold", [{**GOLD, "meta": {"publisher": "Post"}}, {**other, "publisher": "Herald"}]),
        ("pred", [found, other]),
    ):
        path = tmp_path / f"{name}.jsonl"
        path.write_text("".join(f"{json.dumps(one)}\n" for one in articles), encoding="utf-8")
        paths.append(str(path))
    return paths


def test_the_errors_are_written_one_a_line(files, tmp_path, capsys):
    errors = tmp_path / "errors.jsonl"
    assert cli.main(["evaluate", *files, "--errors", str(errors)]) == 0
    capsys.readouterr()
    wrong, missed, extra = map(json.loads, errors.read_text(encoding="utf-8").splitlines())
    assert (wrong["id"], wrong["outcome"], wrong["differs"]) == ("a", "wrong", ["source"])
    assert (wrong["gold"]["source"], wrong["found"]["source"]) == ("Mayor Ann Lee", "Cy Dorn")
    assert (missed["outcome"], missed["found"], missed["gold"]["speaker"]) == (
        "missed",
        None,
        "Cy Dorn",
    )
    assert (extra["outcome"], extra["gold"], extra["found"]["text"]) == ("extra", None, "Floods")


def test_the_page_shows_the_articles_with_errors(files, tmp_path, capsys):
    page = tmp_path / "diff.html"
    assert cli.main(["evaluate", *files, "--html", str(page)]) == 0
    capsys.readouterr()
    shown = page.read_text(encoding="utf-8")
    assert "<bdi>a</bdi>: 1 wrong, 1 extra, 1 missed" in shown
    assert "<bdi>b</bdi>" not in shown
    assert "1 article has no mistake and is not shown" in shown


def test_quotes_without_a_field_and_blocks_without_a_place_are_shown_too(tmp_path, evaluated):
    bare = {**GOLD, "quotes": [{}, LOST], "blocks": [{"role": "body"}, {}]}
    page = tmp_path / "diff.html"
    assert evaluated([bare], [GOLD], "--html", str(page))[1] == 0
    shown = page.read_text(encoding="utf-8")
    assert shown.count('title="1 quote"') == 3  # right, extra, missed
    assert shown.count('<mark class="right" tabindex') == shown.count(
        '<mark class="extra" tabindex'
    )


def test_groups_and_intervals_are_printed(files, capsys):
    assert cli.main(["evaluate", *files, "--by", "publisher", "--intervals"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "95 % interval" in lines[0]
    assert [
        line.split()[:5] for line in lines if line.startswith("by publisher Herald quotes p")
    ] == [["by", "publisher", "Herald", "quotes", "partial"]]
    assert cli.main(["evaluate", *files, "--by", "publisher", "--format", "json"]) == 0
    scores = json.loads(capsys.readouterr().out)
    assert {
        name: tally(one["quotes"]["partial"]) for name, one in scores["by publisher"].items()
    } == {
        "Herald": [2, 2, 2],
        "Post": [1, 2, 2],
    }
    assert cli.main(["evaluate", *files, "--by", "house"]) == 2
    assert "no article has 'house'" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--errors", "--html"])
def test_no_input_is_written_over(files, option, capsys):
    for path in files:
        assert cli.main(["evaluate", *files, option, path]) == 2
        assert "is the input file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"qoutes": []}, "gold.jsonl, line 1: qoutes: no field of an article; did you mean 'quotes'?"),
        ({"quotes": [{**LOST, "speker": 0}]}, "gold.jsonl, line 1: quotes[0].speker: no field here; did you mean 'speaker'?"),
        ({"quotes": [{**LOST, "kind": "Direct"}]}, "gold.jsonl, line 1: quotes[0].kind: 'Direct' is no word of the form; did you mean 'direct'?"),
    ],
)  # fmt: skip
def test_slips_in_gold_are_refused_and_those_of_predictions_are_not(
    refused, evaluated, change, complaint
):
    assert refused([{**GOLD, **change}], [GOLD]) == complaint
    assert evaluated([GOLD], [{**GOLD, **change}])[1] == 0


def test_whole_numbers_are_ids(evaluated):
    scores, status, _ = evaluated([{**GOLD, "id": 7}], [{**GOLD, "id": 7}])
    assert (status, tally(scores["quotes"]["exact"])) == (0, [2, 2, 2])
