"""The accuracy page's tables.

Sums of articles are the whole, intervals hold the score, the same seed gives the same page.
"""

import json
import math

import accuracy
import intervals
import pytest
import reliability
import run
import score_speakers
import score_structure

TEXTS = {
    "a1": '"It is over at last," said Ann Lee. Bo Ek agreed that the mill would close.',
    "a2": "Cy Dorn said: \"We lost it all.\" The town 'agreed'.",
    "a3": '"We will," she said, "go on with it." Nothing else was agreed.',
    "a4": "Nobody spoke.",
}


def spans(text, *words):
    return [[text.index(w), text.index(w) + len(w)] for w in words]


def gold(text, id_, content, cue, source):
    contents = [content] if isinstance(content, str) else content
    return {
        "id": id_,
        "content": spans(text, *contents),
        "cue": spans(text, *cue),
        "source": spans(text, *source),
    }


QUOTES = {
    "a1": [
        gold(TEXTS["a1"], "1", '"It is over at last,"', ["said"], ["Ann Lee"]),
        gold(TEXTS["a1"], "2", "that the mill would close", ["agreed"], ["Bo Ek"]),
    ],
    "a2": [gold(TEXTS["a2"], "1", '"We lost it all."', ["said"], ["Cy Dorn"])],
    "a3": [gold(TEXTS["a3"], "1", ['"We will,"', '"go on with it."'], ["said"], ["she"])],
    "a4": [],
}
PUBLISHERS = {"a1": "Zenith Post", "a2": "Zenith Post", "a3": "Alder Times", "a4": "Zenith Post"}
WHO = {
    "a1": {
        "1": {"speaker": "Ann Lee", "kind": "person", "via": "name"},
        "2": {"speaker": "Bo Ek", "kind": "person", "via": "name"},
    }
}


def found(id_, *numbers, name="Ann Lee"):
    """The JSON form of the gold quotes of these numbers."""
    quotes = []
    for number in numbers:
        one = QUOTES[id_][number]
        quotes.append(
            {
                "parts": [{"span": span} for span in one["content"]],
                "cue": {"span": one["cue"][0]},
                "source": {"span": one["source"][0]},
                "speaker": 0,
                "confidence": 0.75,
            }
        )
    return {"quotes": quotes, "speakers": [{"name": name, "kind": "person"}]}


ANSWERS = {"a1": found("a1", 0), "a2": found("a2", 0), "a3": found("a3"), "a4": {}}


class Fixed:
    """A predictor with an answer for each article."""

    errors: dict = {}  # noqa: RUF012 - it stays empty

    def has(self, name):
        return True

    def article(self, name, id_, text):
        return ANSWERS.get(id_, {})

    def dateline(self, name, id_, text):
        return {"place": "NORVALE", "agency": None, "date_text": None}

    def byline(self, name, id_, line):
        return {"authors": [{"name": "Bo Ek"}], "agencies": []}


@pytest.fixture
def data(own_verbs, monkeypatch):
    folder = own_verbs / "dev"
    rows = [
        {"id": id_, "publisher": PUBLISHERS[id_], "text": TEXTS[id_], "quotes": QUOTES[id_]}
        for id_ in TEXTS
    ]
    same = {"origin": "x", "lead": "It rained.", "agency": None, "date": None}
    places = enumerate([("NORVALE", True), ("EKBY", True), ("FILE", False)])
    lines = [
        {**same, "id": f"d{n}", "raw": raw, "is_dateline": yes, "place": raw}
        for n, (raw, yes) in places
    ]
    for name, content in (("polnear", rows), ("datelines", lines)):
        (folder / f"{name}.jsonl").write_text(
            "".join(json.dumps(row) + "\n" for row in content), encoding="utf-8"
        )
    (folder / "speakers.json").write_text(json.dumps(WHO), encoding="utf-8")
    monkeypatch.setattr(run, "Live", Fixed)
    monkeypatch.setattr(intervals, "ROUNDS", 50)
    return run.read_data(folder)


@pytest.fixture
def rows(data):
    return data[0]["polnear"]


def totals(series):
    return {name: intervals.summed(counts) for name, counts in series.items()}


# Intervals


def test_the_bounds_hold_the_score():
    series = [(n % 4, 3, 4) for n in range(40)]
    one = intervals.scored(series)
    assert one.low < one.value < one.high
    assert one.counts == (60, 120, 160)
    assert one.value == pytest.approx(200 * 60 / 280)
    assert (one.precision, one.recall, one.articles) == (50.0, 37.5, 40)


def test_the_same_seed_draws_the_same_articles():
    series = [(n % 5, 5) for n in range(30)]
    assert intervals.scored(series) == intervals.scored(series)
    others = {intervals.scored(series, seed=seed)[1:3] for seed in range(6)}
    assert len(others) > 1


def test_fewer_articles_are_less_sure():
    few, many = (intervals.scored([(n % 2, 1) for n in range(count)]) for count in (10, 1000))
    assert few.high - few.low > 5 * (many.high - many.low)


def test_the_bounds_are_those_of_the_binomial():
    """Of 100 answers with 50 right, 95 % of the draws have 40 to 60."""
    one = intervals.scored([(n % 2, 1) for n in range(100)])
    assert one.low == pytest.approx(40, abs=1)
    assert one.high == pytest.approx(60, abs=1)


def test_articles_that_are_alike_have_no_interval():
    assert intervals.scored([(1, 2, 2)] * 9)[:3] == (50, 50, 50)


def test_articles_that_are_asked_nothing_are_not_drawn():
    assert intervals.scored([(1, 2), (0, 0)]).articles == 1
    with pytest.raises(ValueError, match="is asked anything"):
        intervals.scored([(0, 0), (0, 0, 0)])


def test_a_score_of_nothing_is_no_number():
    assert math.isnan(intervals.score_of((0, 0)))
    assert math.isnan(intervals.score_of((0, 0, 0)))
    assert all(map(math.isnan, intervals.bounds([1, 2], lambda _: math.nan, rounds=5)))


# Articles and their sum


@pytest.mark.parametrize("name", ["polnear", run.DEFAULT])
def test_the_sum_of_the_articles_is_what_the_evaluation_prints(rows, name):
    predictor = Fixed()
    whole = run.quote_result(
        rows,
        [predictor.article(name, row["id"], row["text"]) for row in rows],
        ("all", "speech", "direct", "spans"),
    )
    sums = totals(accuracy.quote_series(rows, predictor, name))
    assert sums == dict(accuracy.leaves(whole))
    assert sums["all attributed"] == (2, 2, 4)
    assert sums["direct detection"] == (2, 2, 3)


def test_so_it_is_for_speakers(data, rows):
    sums = totals(accuracy.speaker_series(rows, WHO, Fixed()))
    assert sums == dict(accuracy.leaves(score_speakers.score(rows, WHO, ANSWERS)))
    assert sums["end_to_end strict"] == (1, 2)


def test_so_it_is_for_pages(data):
    sums = totals(accuracy.structure_series(data[0], Fixed()))
    whole = dict(
        accuracy.leaves(score_structure.score({"datelines": data[0]["datelines"]}, Fixed()))
    )
    assert {
        measure: counts for (name, measure), counts in sums.items() if name == "datelines"
    } == whole
    assert whole["dateline lines all is_dateline"] == (2, 3)
    assert whole["dateline lines all place"] == (1, 2)


def test_quotes_are_told_apart_by_their_build(rows):
    sums = totals(accuracy.build_series(rows, Fixed()))
    assert {key[:2]: counts for key, counts in sums.items() if key[2] == "found"} == {
        ("kind", "direct"): (2, 3),
        ("kind", "indirect"): (0, 1),
        ("cue", "first"): (1, 2),
        ("cue", "last"): (1, 1),
        ("cue", "in the middle"): (0, 1),
        ("source", "a name or a description"): (2, 3),
        ("source", "a pronoun"): (0, 1),
        ("content", "in one piece"): (2, 3),
        ("content", "in several pieces"): (0, 1),
    }


# The page


def page_of(capsys, *options, page):
    assert accuracy.main(options, page) == 0
    return capsys.readouterr().out


@pytest.fixture
def no_parsing(monkeypatch):
    monkeypatch.setattr(
        reliability,
        "by_article",
        lambda *_, **__: iter([[(0.75, True), (0.5, False)], [(0.95, True)]]),
    )


def test_the_page_is_written_and_the_same_again(data, no_parsing, tmp_path, capsys):
    page = tmp_path / "page.md"
    first = page_of(capsys, "--write", page=page)
    assert page.read_text(encoding="utf-8") == first == page_of(capsys, page=page)
    assert first.startswith("<!-- Written by evaluation/accuracy.py; not by hand. -->")
    assert "| everything, with thoughts: attributed | 66.7 (" in first
    assert "| dateline told from look-alikes, lines | 66.7 (" in first


def test_the_page_names_no_publisher_and_holds_no_text(data, no_parsing, tmp_path, capsys):
    shown = page_of(capsys, page=tmp_path / "page.md")
    assert "| A | 3 |" in shown
    assert "| B | 1 |" in shown
    assert not [word for word in ("Zenith", "Alder", "Dorn", "a1", "mill") if word in shown]


def test_other_tools_stand_beside_where_their_figures_are_at_hand(
    data, no_parsing, own_verbs, tmp_path, capsys
):
    assert "Beside people" not in page_of(capsys, page=tmp_path / "page.md")
    folder = own_verbs.parent / "eval" / "baselines"
    folder.mkdir()
    cells = " | ".join(f"1.0 / 2.0 / {n}.5" for n in range(6))
    (folder / "README.md").write_text(
        "## The floor: `naive.py`\n\n| measure | dev |\n|---|---|\n"
        "| dateline lines, exact | 12.5 |\n\nfor speech only reach 90.9 (matched 92.7).\n\n"
        f"### dev\n\n| tool | x |\n|---|---|\n| Quoter | {cells} |\n\n"
        "`all` matched 79.4, with source 75.4; `direct` found 98.3, with source 96.4\n",
        encoding="utf-8",
    )
    shown = page_of(capsys, page=tmp_path / "page.md")
    assert "| Quoter | 0.5 | 1.5 | 2.5 | 3.5 | 4.5 | 5.5 |" in shown
    assert "| people | 79.4 | 75.4 | 92.7 | 90.9 | 98.3 | 96.4 |" in shown
    assert ") | 12.5 | 1 / 2 |" in shown


def test_without_data_it_says_so_and_exits_with_2(monkeypatch, tmp_path, capsys):
    monkeypatch.delenv("NEWSQUOTE_DATA")
    assert accuracy.main(["--write"], tmp_path / "page.md") == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert (
        err
        == "nothing is measured: NEWSQUOTE_DATA is not set; it names the folder that holds dev/\n"
    )
    assert not (tmp_path / "page.md").exists()
