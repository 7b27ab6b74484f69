"""The evaluation counts what it says it counts.

Gold against itself is perfect, by ready-made predictions and by a stand-in for newsquote; errors
made by hand give the expected numbers. Where the data are at hand, their gold is scored against
itself, too.
"""

import contextlib
import importlib
import io
import json
import sys

import pytest
import run
import score_speakers as speakers
import score_structure as structure

from newsquote._scoring import attributions, names, spans
from newsquote._scoring.form import date_key, fold

STAND_IN = """
import json, pathlib, types
ANSWERS = json.loads((pathlib.Path(__file__).parent / "answers.json").read_text(encoding="utf-8"))
LISTS = ("bylines", "paragraphs", "quotes", "speakers", "credits", "related", "no_comments",
         "rejected", "notes")
EMPTY = dict.fromkeys(("id", "headline", "dateline", "published")) | {k: [] for k in LISTS}
EMPTY["schema_version"] = "1.0"
class ParseOptions:
    def __init__(self, *, include_thoughts=False): self.include_thoughts = include_thoughts
def parse(text, *, published=None, options=None):
    set_ = "thoughts" if options and options.include_thoughts else "article"
    body = [{"span": [0, len(text)], "role": "body"}]
    data = ANSWERS[set_].get(text) or {**EMPTY, "text": text, "blocks": body}
    return types.SimpleNamespace(data=data, text=text)
def to_dict(article): return article.data
def from_dict(data): return types.SimpleNamespace(data=data, text=data["text"])
def record(value):
    return value if not isinstance(value, dict) else types.SimpleNamespace(**{
        k: tuple(map(record, v)) if isinstance(v, list) else record(v) for k, v in value.items()})
def parse_byline(text): return record(ANSWERS["byline"][text])
def parse_dateline(text): return record(ANSWERS["dateline"][text])
"""


# ---------------------------------------------------------------- a perfect answer


def part(text, words, start=0):
    """A part of the JSON form for the first such words."""
    at = text.index(words, start)
    return {"span": [at, at + len(words)], "text": words}


def lines_of(text):
    return [m.span() for m in structure.LINE.finditer(text) if m.group().strip()]


def form(text, **fields):
    """The JSON form of an article: empty but for `fields`, each line a block."""
    out = {
        "schema_version": "1.0",
        "id": None,
        "text": text,
        "headline": None,
        "bylines": [],
        "dateline": None,
        "published": None,
        "paragraphs": [],
        "quotes": [],
        "speakers": [],
        "credits": [],
        "related": [],
        "no_comments": [],
        "rejected": [],
        "notes": [],
        "blocks": [{"span": list(s), "role": "body"} for s in lines_of(text)],
    }
    return {**out, **fields}


def quotes_of(row, identities):
    """(quotes, speakers) of the JSON form for a gold row.

    Several spans of a cue or source become one.
    """
    text, quotes, found = row["text"], [], []
    inside = spans.chars(text, spans.quoted(text))
    for q in row["quotes"]:
        who = identities.get(row["id"], {}).get(q["id"])
        if who:
            found.append(
                {
                    "name": who["speaker"],
                    "kind": who["kind"],
                    "role": None,
                    "affiliation": None,
                    "mentions": [],
                }
            )
        ends = {
            r: [min(s for s, _ in q[r]), max(e for _, e in q[r])] if q[r] else None
            for r in ("cue", "source")
        }
        quotes.append(
            {
                "kind": attributions.kind_of(attributions.Attribution(text, q), inside),
                "mode": "speech",
                "parts": [{"span": s, "text": text[s[0] : s[1]]} for s in q["content"]],
                "speaker": len(found) - 1 if who else None,
                "parent": None,
                **{r: s and {"span": s, "text": text[s[0] : s[1]]} for r, s in ends.items()},
            }
        )
    return quotes, found


def paragraphs_of(name, row, text):
    """The lines that are gold paragraphs."""
    wanted = structure.gold_paragraphs(name, row, text)
    return [
        {"span": list(s), "kind": "text"}
        for s in lines_of(text)
        if fold(text[s[0] : s[1]]) in wanted
    ]


def gold_article(name, row, text, identities):
    """The perfect answer for a document of any set."""
    fields = {}
    title = structure.page_title(row) if name == "pages" else row.get("title")
    if name in ("pages", "bbc", "gum_news"):
        fields["paragraphs"] = paragraphs_of(name, row, text)
    if title and name != "polnear":
        fields["headline"] = {"text": title}
    if name == "pages":
        fields["bylines"] = [
            {"authors": [{"name": a} for a in row["expected"].get("authors") or ()], "agencies": []}
        ]
    if name in ("reuters21578", "isot_reuters"):
        place = (
            row["dateline_place"]
            if "dateline_place" in row
            else structure.wire_place(row["dateline"])
        )
        fields["dateline"] = place and {"place": place, "agency": None, "date": None}
    if name.startswith("related"):
        fields["related"] = [
            {
                "heading": None,
                "items": [{"title": t} for t in sorted(structure.gold_titles(name, row)[0])],
            }
        ]
    if name.startswith("polnear"):
        fields["quotes"], fields["speakers"] = quotes_of(row, identities)
    return form(text, **fields)


def gold_predictions(data, identities):
    """The perfect answer for every input of a run, as prediction lines."""
    rows = {(name, r["id"]): r for name in data for r in data[name]}
    credited = {r["id"]: (r, span) for r, _, span in structure.credit_documents(data)}
    for given in run.inputs(data):
        name, text = given["set"], given["text"]
        row = rows.get((name.split(":")[0], given["id"]))
        if given["task"] == "dateline":
            answer = {
                "dateline": {
                    "place": row["place"],
                    "agency": row["agency"],
                    "date_text": row["date"],
                    "date": None,
                }
                if row["is_dateline"]
                else None
            }
        elif given["task"] == "byline":
            answer = {"bylines": [gold_byline(row)]}
        elif name == "credit_lines":
            row, span = credited[given["id"]]
            answer = form(
                text,
                credits=[
                    {
                        "span": list(span),
                        "text": row["text"],
                        "kind": row["kind"],
                        "agencies": [],
                        "people": [],
                    }
                ],
            )
        elif name in ("pages:full", "pages:extract"):
            answer = form(text)
        else:
            answer = gold_article(name, row, text, identities)
        yield given, {**answer, "set": name, "id": given["id"]}


def gold_byline(row):
    if row.get("persons") is None:
        return {"authors": [{"name": row["raw"]}], "agencies": []}
    authors = [
        {
            **dict.fromkeys(run.AUTHOR),
            "name": p["name"],
            "role": p.get("title"),
            "location": p.get("location"),
            "email": p.get("email"),
        }
        for p in row["persons"]
    ]
    return {"authors": authors, "agencies": structure.gold_agencies(row)}


# ---------------------------------------------------------------- a tiny data folder

TALK = (
    "Talks fail.\n\n“We tried,” Mary Smith said. She hopes that it works.\n\n"
    "Follow Mary Smith on Twitter @ms."
)
PAGE = (
    "Home\nTalks fail again\nBy Ann Lee\n"
    "LONDON — Nobody knew why, officials said on Monday afternoon.\nWhat next\nNo one could say."
)
LINKS = "Talks fail again\nNobody knew why.\nRelated: Old talks end well\nSee the new plan in full"
TINY = {
    "polnear": [
        {
            "id": "p1",
            "text": TALK,
            "title": "Talks fail",
            "quotes": [
                {"id": "E1", "source": [[24, 34]], "cue": [[35, 39]], "content": [[13, 23]]},
                {"id": "E2", "source": [[41, 44]], "cue": [[45, 50]], "content": [[51, 64]]},
            ],
        }
    ],
    "bbc": [
        {
            "id": "b1",
            "title": "Talks fail",
            "text": "Talks fail\n\nNobody knew why.",
            "body_paragraphs": ["Nobody knew why."],
        }
    ],
    "reuters21578": [
        {
            "id": "r1",
            "title": "TALKS FAIL",
            "dateline": "ROCHESTER, N.Y., Feb 26 -",
            "text": "TALKS FAIL\nROCHESTER, N.Y., Feb 26 - No.",
        }
    ],
    "isot_reuters": [
        {
            "id": "i1",
            "title": "Talks fail",
            "dateline_place": "ROME",
            "text": "Talks fail\nROME (Reuters) - No.",
        }
    ],
    "gum_news": [
        {
            "id": "g1",
            "title": "Talks fail",
            "text": "Talks fail\nSunday, January 20, 2008\nNo.",
            "blocks": [
                {"type": "head", "text": "Talks fail"},
                {"type": "p", "text": "Sunday, January 20, 2008"},
                {"type": "p", "text": "No."},
            ],
        }
    ],
    "pages": [
        {
            "id": "w1",
            "text_article": PAGE,
            "text_full": "Menu\n" + PAGE,
            "text_extract": "No one could say.",
            "page_h1": None,
            "expected": {
                "title": "Talks fail again",
                "authors": ["Ann Lee"],
                "subheads": ["What next"],
                "body_paragraphs": [
                    "LONDON — Nobody knew why, officials said on Monday afternoon.",
                    "No one could say.",
                    "Not in the text.",
                ],
            },
            "in_article": {"title_own_line": True, "authors": [True]},
        }
    ],
    "related_pages_clean": [
        {
            "id": "w1",
            "text": LINKS,
            "items": [
                {"title": "Old talks end well", "tier": "A"},
                {"title": "See the new plan in full", "tier": "B"},
            ],
        }
    ],
    "related_bullets": [
        {"id": "w1", "text": "A\n- Old talks end well", "bulleted_related": ["Old talks end well"]}
    ],
    "related_seedstyle": [
        {
            "id": "w1",
            "title": "A",
            "text": "A\nB.\n- Old talks end well",
            "related": ["Old talks end well"],
        }
    ],
    "related_text": [
        {
            "id": "n1",
            "text": LINKS,
            "items": [{"title": "Old talks end well"}],
            "headers": [],
            "trailing_bullets": [],
        },
        {
            "id": "n2",
            "text": "A\nB.\nRead More",
            "items": [],
            "headers": [{"text": "Read More"}],
            "trailing_bullets": [],
        },
    ],
    "bullet_negatives": [
        {
            "id": "b2",
            "text": "A\nThe aims:\n- more jobs\n- less tax",
            "bullets": ["- more jobs", "- less tax"],
        }
    ],
    "datelines": [
        {
            "id": "d1",
            "raw": "ROME, Nov. 9 (Xinhua) --",
            "lead": "No.",
            "place": "ROME",
            "date": "Nov. 9",
            "agency": "Xinhua",
            "is_dateline": True,
            "origin": "x",
        },
        {
            "id": "d2",
            "raw": "FILE -",
            "lead": "A man.",
            "place": "FILE",
            "date": None,
            "agency": None,
            "is_dateline": False,
            "origin": "reuters21578",
        },
    ],
    "bylines_gold": [
        {
            "id": "y1",
            "raw": "By Ann Lee, Arts Editor, in Rome, BBC News",
            "label": "hand",
            "persons": [{"name": "Ann Lee", "title": "Arts Editor", "location": "Rome"}],
            "spans": [{"type": "agency", "text": "BBC News"}],
        },
        {
            "id": "y2",
            "raw": "Agencies",
            "label": "external-hand",
            "persons": [],
            "spans": [{"type": "agency", "text": "Agencies"}],
        },
        {
            "id": "y3",
            "raw": "by Al",
            "label": "external-page-author-string",
            "persons": None,
            "spans": None,
        },
    ],
    "bylines_silver": [
        {
            "id": "y4",
            "raw": "Ann Lee and Bo Ek",
            "persons": [{"name": "Ann Lee"}, {"name": "Bo Ek"}],
            "spans": None,
            "label": "strict-pattern",
        }
    ],
    "bylines_unlabelled": [{"id": "y5", "raw": "Our own staff"}],
    "credit_lines": [
        {
            "id": "p1#4",
            "corpus": "polnear",
            "doc": "p1",
            "line": 4,
            "kind": "follow",
            "text": "Follow Mary Smith on Twitter @ms.",
            "prev": "x" * 90,
            "next": None,
        },
        {
            "id": "q#1",
            "corpus": "gone",
            "doc": "q",
            "line": 9,
            "kind": "copyright",
            "text": "© 2004 Us",
            "prev": "End.",
            "next": "Menu",
        },
    ],
}
WHO = {
    "p1": {
        "E1": {"speaker": "Mary Smith", "kind": "person", "via": "name"},
        "E2": {"speaker": "Mary Smith", "kind": "person", "via": "pronoun"},
    }
}


def write_lines(path, rows):
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")


def leaves(result, path=()):
    """(path, leaf) of the tallies in a result."""
    for k, v in result.items():
        if isinstance(v, dict) and ("f1" in v or "share" in v):
            yield (*path, k), v
        elif isinstance(v, dict):
            yield from leaves(v, (*path, k))


class Fixed:
    """A predictor with one answer for everything."""

    def __init__(self, answer=None, byline=None, dateline=None):
        self.errors, self._answer, self._byline, self._dateline = {}, answer or {}, byline, dateline

    def has(self, name):
        return True

    def article(self, name, id_, text):
        return self._answer

    def byline(self, name, id_, line):
        return self._byline

    def dateline(self, name, id_, text):
        return self._dateline


# ---------------------------------------------------------------- gold against itself


class TestPerfect:
    def assert_perfect(self, result):
        found = dict(leaves(result))
        for path, leaf in found.items():
            best = 0.0 if path[-1].startswith("false_alarms") else 1.0
            value = leaf["f1"] if "f1" in leaf else leaf["share"]
            assert value in (best, None), (path, leaf)
        return found

    def run_main(self, folder, *options):
        with contextlib.redirect_stdout(io.StringIO()) as shown:
            run.main(["--data", str(folder), "--json", str(folder / "out.json"), *options])
        return json.loads((folder / "out.json").read_text(encoding="utf-8")), shown.getvalue()

    @pytest.fixture
    def folder(self, tmp_path):
        """A tiny data folder with perfect predictions and a stand-in for newsquote."""
        folder = tmp_path
        for name, rows in TINY.items():
            write_lines(folder / f"{name}.jsonl", rows)
        (folder / "speakers.json").write_text(json.dumps(WHO), encoding="utf-8")
        pairs = list(gold_predictions(TINY, WHO))
        write_lines(folder / "gold.pred", [p for _, p in pairs])
        answers = {"article": {}, "thoughts": {}, "byline": {}, "dateline": {}}
        for given, answer in pairs:
            value = {**{k: v for k, v in answer.items() if k != "set"}, "id": None}
            task = "thoughts" if given["set"] == "polnear" else given["task"]
            if task == "byline":
                value = value["bylines"][0]
            elif task == "dateline":
                value = value["dateline"]
            elif given["text"] in answers[task]:  # a text of two sets: both answers in one
                value = {k: v or answers[task][given["text"]].get(k) for k, v in value.items()}
            answers[task][given["text"]] = value
        (folder / "answers.json").write_text(json.dumps(answers), encoding="utf-8")
        (folder / "newsquote.py").write_text(STAND_IN, encoding="utf-8")
        return folder

    def put_in_place(self, folder, monkeypatch):
        """The stand-in is what `import newsquote` gives, for this test."""
        monkeypatch.syspath_prepend(folder)
        monkeypatch.delitem(sys.modules, "newsquote", raising=False)
        monkeypatch.setitem(sys.modules, "newsquote", importlib.import_module("newsquote"))

    def test_ready_made(self, folder):
        result, shown = self.run_main(folder, "--predictions", str(folder / "gold.pred"))
        found = self.assert_perfect(result)
        assert len(found) > 60
        assert (result["laws"]["violations"], result["laws"]["exceptions"], result["speed"]) == (
            0,
            0,
            {},
        )
        assert result["notes"] == []
        assert "speakers end_to_end strict" in shown

    def test_stand_in(self, folder, monkeypatch):
        self.put_in_place(folder, monkeypatch)
        result, _ = self.run_main(folder)
        self.assert_perfect(result)
        assert (result["laws"]["violations"], result["laws"]["exceptions"]) == (0, 0), result[
            "laws"
        ]
        assert result["laws"]["documents"] > len(run.ODD)
        assert result["speed"]["import ms"] > 0

    def test_stand_in_that_raises(self, folder, monkeypatch):
        source = (folder / "newsquote.py").read_text(encoding="utf-8")
        (folder / "newsquote.py").write_text(
            source.replace(
                "    set_ =", "    if 'ROME' in text: raise ValueError('no')\n    set_ ="
            ),
            encoding="utf-8",
        )
        self.put_in_place(folder, monkeypatch)
        result, _ = self.run_main(folder, "--only", "structure,laws")
        assert result["laws"]["exceptions"] == 1
        assert result["structure"]["headline"]["isot_reuters"]["share"] == 0.0
        assert "quotes" not in result

    def test_missing_files_and_limit(self, folder):
        (folder / "bbc.jsonl").unlink()
        result, shown = self.run_main(
            folder, "--predictions", str(folder / "gold.pred"), "--limit", "1"
        )
        assert "note: bbc.jsonl is not there: skipped" in shown
        assert "bbc" not in result["structure"]["headline"]
        assert result["structure"]["dateline"]["lines all"]["is_dateline"]["of"] == 1

    def test_inputs(self, folder):
        run.main(["--data", str(folder), "--inputs", str(folder / "inputs.jsonl")])
        rows = [
            json.loads(x)
            for x in (folder / "inputs.jsonl").read_text(encoding="utf-8").splitlines()
        ]
        assert sum(r["set"] == run.DEFAULT for r in rows) == 1
        assert {r["task"] for r in rows} == {"article", "byline", "dateline"}

    def test_gold_of_the_data_at_hand_against_itself(self, newsquote_data, tmp_path):
        data, identities, notes = run.read_data(newsquote_data / "dev")
        assert notes == []
        write_lines(tmp_path / "gold.pred", (p for _, p in gold_predictions(data, identities)))
        result = run.run(data, identities, run.ReadyMade(tmp_path / "gold.pred"))
        assert result["laws"]["violations"] == 0, result["laws"]
        for path, leaf in leaves(result):
            value = leaf["f1"] if "f1" in leaf else leaf["share"]
            if "false_alarms" in path[-1]:
                assert value == 0.0
            elif path[-1] not in (
                "source_exact",
                "direct",
                "role",
                "location",
            ):  # a cue or source in pieces is one here
                assert (1.0 if value is None else value) >= 0.98, (path, leaf)


# ---------------------------------------------------------------- errors made by hand


class TestSpeakers:
    def test_names(self):
        same = [
            ("Mario Ruiz", "Sen. Mario Ruiz's"),
            ("The New York Times", "New York Times"),
            ("F.B.I.", "FBI"),
            ("Moira O’Hara", "Moira O'Hara"),
            ("Ann Lee & Bo Ek", "Bo Ek & Ann Lee"),
            ("Ann Lee & Bo Ek", "Ann Lee and Bo Ek"),
            ("José", "Jose\u0301"),
        ]
        near = [
            ("Donna Tandy", "Tandy"),
            ("Donna Tandy", "Donna J. Tandy"),
            ("Ann Lee & Bo Ek", "Ann Lee"),
            ("Coleman", "Hilda Coleman"),
        ]
        wrong = [
            ("Donna Tandy", "Melba Tandy"),
            ("Donna Tandy", "Donna"),
            ("Donna Tandy", ""),
            ("Ann Lee & Bo Ek", "Al Ott"),
            ("Ann Lee", "Ann Lee & Al Ott"),
        ]
        for gold, pred in same:
            assert names.same_name(gold, pred), (gold, pred)
        for gold, pred in near:
            assert (names.same_name(gold, pred), names.near_name(gold, pred)) == (False, True), (
                gold,
                pred,
            )
        for gold, pred in wrong:
            assert not names.near_name(gold, pred), (gold, pred)

    def test_counts(self):
        text = (
            "Ann Lee said it rained. She said it froze. Bo said it snowed. "
            "The firm said it thawed. Critics said it poured."
        )

        def spans(words):
            return [part(text, words)["span"]]

        row = {
            "id": "a",
            "text": text,
            "quotes": [
                {"id": f"E{n}", "source": spans(s), "cue": [], "content": spans(c)}
                for n, (s, c) in enumerate(
                    (
                        ("Ann Lee", "it rained"),
                        ("She", "it froze"),
                        ("Bo", "it snowed"),
                        ("The firm", "it thawed"),
                        ("Critics", "it poured"),
                    )
                )
            ],
        }
        who = {
            f"E{n}": dict(zip(("speaker", "kind", "via"), x, strict=True))
            for n, x in enumerate(
                (
                    ("Ann Lee", "person", "name"),
                    ("Ann Lee", "person", "pronoun"),
                    ("Bo", "person", "name"),
                    ("Firm Inc", "organization", "nominal"),
                    ("Critics", "group", "name"),
                )
            )
        }

        def quote(content, source, speaker):
            return {
                "parts": [part(text, content)],
                "source": part(text, source),
                "speaker": speaker,
            }

        article = {
            "speakers": [
                {"name": "Lee", "kind": "person"},
                {"name": "Bo", "kind": "person"},
                {"name": "Critics", "kind": "group"},
            ],
            "quotes": [
                quote("it rained", "Ann Lee", 0),  # lenient only
                quote("it froze", "She", None),  # nobody
                quote("it snowed", "froze", 1),  # right, but the source is elsewhere
                quote("it poured", "Critics", 2),
            ],
        }  # the firm's is missed
        r = speakers.score([row], {"a": who}, {"a": article})

        def got(x):
            return (x["right"], x["of"])

        assert got(r["end_to_end"]["strict"]) == (1, 4)
        assert got(r["end_to_end"]["lenient"]) == (2, 4)
        assert got(r["resolution"]["strict"]) == (0, 2)
        assert got(r["resolution"]["lenient"]) == (1, 2)
        assert got(r["resolution_by_via"]["pronoun"]["lenient"]) == (0, 1)
        assert got(r["resolution_by_via"]["nominal"]["lenient"]) == (0, 0)
        assert got(r["kind"]) == (3, 4)
        assert got(r["precision"]["strict"]) == (1, 2)
        assert got(r["precision"]["lenient"]) == (2, 2)

    def test_bad_spans_and_indexes_are_nothing(self):
        article = {
            "speakers": [],
            "quotes": [
                {
                    "parts": [{"span": [0, 99999]}],
                    "source": {"span": None},
                    "cue": None,
                    "speaker": 7,
                }
            ],
        }
        r = speakers.score(TINY["polnear"], WHO, {"p1": article})
        assert (r["end_to_end"]["strict"]["right"], r["kind"]["of"]) == (0, 0)


class TestStructure:
    def one(self, scorer, name, predictor):
        return scorer({name: TINY[name]}, predictor)

    def test_headline_wants_the_case(self):
        def score(t):
            return self.one(structure.score_headlines, "bbc", Fixed({"headline": {"text": t}}))[
                "bbc"
            ]["share"]

        assert [score("Talks  fail"), score("talks fail"), score(None)] == [1.0, 0.0, 0.0]

    def test_dateline(self):
        r = self.one(
            structure.score_datelines,
            "datelines",
            Fixed(dateline={"place": "Rome", "agency": None, "date": "2020-11-09"}),
        )["lines all"]
        assert {m: x["share"] for m, x in r.items()} == {
            "is_dateline": 0.5,
            "found": 1.0,
            "refused": 0.0,
            "place": 1.0,
            "date": 1.0,
            "agency": 0.0,
            "exact": 0.0,
        }
        r = self.one(structure.score_datelines, "datelines", Fixed())["lines all"]
        assert (r["is_dateline"]["share"], r["place"]["share"], r["date"]["share"]) == (
            0.5,
            0.0,
            0.0,
        )

    def test_dates(self):
        assert {
            date_key(x)
            for x in (
                "Feb 26",
                "Feb. 26",
                "February 26, 1987",
                "26 Feb",
                "26th February",
                "1987-02-26",
                {"text": "FEB 26"},
            )
        } == {(2, 26)}
        assert date_key(None) == ""

    def test_byline(self):
        byline = {
            "authors": [
                {
                    "name": "ann lee",
                    "role": "arts editor",
                    "affiliation": "BBC News",
                    "location": None,
                },
                {"name": "BBC"},
            ],
            "agencies": [],
        }
        r = self.one(structure.score_bylines, "bylines_gold", Fixed(byline=byline))
        hand, external = r["lines hand"], r["lines external"]
        assert (hand["names"]["p"], hand["names"]["r"], hand["exact"]["share"]) == (0.5, 1.0, 0.0)
        assert (hand["role"]["share"], hand["location"]["share"], hand["agency"]["share"]) == (
            1.0,
            0.0,
            1.0,
        )
        assert (
            external["names"]["tp"],
            external["names"]["pred"],
            external["agency"]["share"],
        ) == (0, 2, 0.0)

    def test_an_agency_that_is_a_gold_author(self):
        gold = {
            "bylines_silver": [
                {
                    "id": "a",
                    "raw": "By Euronews",
                    "persons": [{"name": "Euronews"}],
                    "spans": None,
                    "label": "strict-pattern",
                }
            ]
        }
        r = structure.score_bylines(
            gold, Fixed(byline={"authors": [], "agencies": ["Euronews", "AP"]})
        )["lines silver"]["names"]
        assert (r["tp"], r["pred"], r["gold"]) == (1, 1, 1)

    def test_coverage(self):
        r = self.one(
            structure.score_bylines,
            "bylines_unlabelled",
            Fixed(byline={"authors": [], "agencies": []}),
        )["lines unlabelled"]
        assert (r["with author or agency"]["share"], r["raised"]) == (0.0, 0)

    def test_body(self):
        def par(words, kind="text"):
            return {"span": part(PAGE, words)["span"], "kind": kind}

        article = {
            "dateline": {"text": "LONDON —"},
            "paragraphs": [
                par("Nobody knew why, officials said on Monday afternoon."),
                par("What next"),
                par("By Ann Lee"),
                par("Home", "caption"),
            ],
        }
        r = self.one(structure.score_bodies, "pages", Fixed(article))["pages"]
        assert (r["paragraphs"]["tp"], r["paragraphs"]["pred"], r["paragraphs"]["gold"]) == (
            1,
            2,
            2,
        )
        assert (r["words"]["tp"], r["words"]["pred"], r["words"]["gold"]) == (8, 11, 12)

    def test_related_tiers(self):
        def related(*titles):
            return Fixed({"related": [{"items": [{"title": t} for t in titles]}]})

        r = self.one(
            structure.score_related,
            "related_pages_clean",
            related("RELATED: Old talks end well", "See the new plan in full", "Nobody knew why"),
        )
        c = r["related_pages_clean items"]
        assert (c["tp"], c["pred"], c["gold"]) == (1, 2, 1)

    def test_false_alarms(self):
        row = TINY["bullet_negatives"][0]

        def at(words):
            return Fixed(
                {
                    "related": [
                        {"items": [{"title": words, "span": part(row["text"], words)["span"]}]}
                    ]
                }
            )

        def alarm(words):
            return self.one(structure.score_related, "bullet_negatives", at(words))[
                "false_alarms bulleted body lines"
            ]["share"]

        assert [alarm("less tax"), alarm("The aims")] == [1.0, 0.0]
        r = self.one(structure.score_related, "related_text", at("A"))
        assert (r["false_alarms bare read-more line"]["share"], r["related_text items"]["f1"]) == (
            1.0,
            0.0,
        )

    def test_credits(self):
        data = {k: TINY[k] for k in ("credit_lines", "polnear")}
        (_, first, _), (_, second, span) = structure.credit_documents(data)
        assert (first, second[span[0] : span[1]], len(second.split("\n"))) == (TALK, "© 2004 Us", 6)
        r = structure.score_credits(
            data, Fixed({"blocks": [{"span": [0, 9999], "role": "promotion"}]})
        )
        assert (r["in_credits"]["share"], r["set_aside"]["share"], r["kinds"]["follow"]) == (
            0.0,
            1.0,
            {"role:promotion": 1},
        )
        r = structure.score_credits(
            data,
            Fixed(
                {
                    "credits": [
                        {"span": part(TALK, "Follow Mary Smith on")["span"], "kind": "contact"}
                    ],
                    "blocks": [{"span": [0, 999], "role": "body"}],
                }
            ),
        )
        assert (r["in_credits"]["right"], r["kinds"]["follow"]) == (1, {"contact": 1})


class TestLaws:
    TEXT = "One line.\n\nTwo lines.\r\nThree."

    def found(self, **fields):
        return sorted(structure.violations(self.TEXT, form(self.TEXT, **fields)))

    def test_none(self):
        assert self.found() == []
        assert structure.violations("", form("")) == []
        assert self.found(blocks=[{"span": [0, len(self.TEXT)], "role": "body"}]) == []

    def test_spans(self):
        assert self.found(headline={"text": "One line", "span": [0, 9]}) == [
            "text is not the slice"
        ]
        assert self.found(notes=[{"code": "x", "span": [0, 99]}]) == ["span out of range"]
        assert self.found(speakers=[{"name": "x", "mentions": [[3, 1]]}]) == ["span out of range"]

    def test_lines(self):
        def block(s, e, role="body"):
            return {"span": [s, e], "role": role}

        assert self.found(blocks=[block(0, 9), block(11, 21)]) == ["line in no block"]
        assert self.found(blocks=[block(0, 9), block(11, 15), block(15, 21), block(23, 29)]) == [
            "line in several blocks"
        ]
        assert self.found(blocks=[block(0, 9), block(5, 29)]) == [
            "blocks overlap",
            "line in several blocks",
        ]
        assert self.found(blocks=[block(0, 29, None)]) == ["block without a role"]
        assert self.found(blocks=[block(0, 8), block(11, 29)]) == ["line in no block"]

    def test_thoughts_are_not_the_default(self):
        article = {"quotes": [{"mode": "thought"}]}
        assert [list(run._unasked(name, article)) for name in ("polnear", run.DEFAULT)] == [
            [],
            ["thought by default"],
        ]

    def test_form(self):
        assert structure.violations("", {}) == ["field missing"] * len(structure.FIELDS)
        assert self.found(quotes=[{"parts": [], "speaker": 0, "parent": 0}]) == [
            "bad parent index",
            "bad speaker index",
            "quote without parts",
        ]

        def at(*spans, **more):
            return self.found(quotes=[{"parts": [{"span": list(s)} for s in spans], **more}])

        assert at((0, 3), (4, 7)) == []
        assert at((0, 3), (2, 7)) == ["parts overlap or are out of order"]
        assert at((4, 4)) == ["empty part"]
        assert at((0, 3), paragraph=0) == ["bad paragraph index"]


class TestTable:
    def test_leaves(self):
        shown = run.table(
            {
                "a": {
                    "b": {"p": 0.5, "r": 1.0, "f1": 2 / 3, "tp": 1, "pred": 2, "gold": 1},
                    "c": {"share": None, "right": 0, "of": 0},
                },
                "d": {"e": 1, "f": 2.0},
                "g": {"h": ["x"]},
            }
        )
        assert "a b   0.500  1.000  0.667" in shown
        assert len(shown.splitlines()) == 5
