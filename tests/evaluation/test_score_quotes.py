"""The scorer of quotes keeps its conventions."""

import json
import random

import pytest
import score_quotes

from newsquote._scoring import attributions, spans


def at(text, *parts, nth=0):
    """Spans of substrings of `text`."""
    out = []
    for p in parts:
        i = -1
        for _ in range(nth + 1):
            i = text.index(p, i + 1)
        out.append([i, i + len(p)])
    return out


def quote(text, content, source=(), cue=()):
    def f(x):
        return at(text, *([x] if isinstance(x, str) else x))

    return {"content": f(content), "source": f(source), "cue": f(cue)}


def f1(result, task, metric):
    return result[task][metric]["f1"]


A = (
    "“We will win the vote,” Mary Smith said Monday. "
    "Jones believes that the plan is far too costly."
)
GOLD_A = [
    quote(A, "“We will win the vote,”", "Mary Smith", "said"),
    quote(A, "that the plan is far too costly", "Jones", "believes"),
]


class TestPerfect:
    def test_gold_against_itself(self):
        texts = [
            (A, GOLD_A),
            ("Nothing here.", []),
            (
                'He was "sad" about "the way it went".',
                [quote('He was "sad" about "the way it went".', '"the way it went"')],
            ),
        ]
        r = score_quotes.score((t, g, g) for t, g in texts)
        for task in ("all", "speech", "direct"):
            for m, c in r[task].items():
                if m == "recall_by_kind":
                    for k in c.values():
                        assert (
                            k["gold"] == 0 or k["partial"] == k["exact"] == k["attributed"] == 1.0
                        )
                else:
                    assert (c["p"], c["r"], c["f1"]) == (1.0, 1.0, 1.0), (task, m)

    def test_corpus_against_itself(self, newsquote_data):
        path = newsquote_data / "dev" / "polnear.jsonl"
        r = score_quotes.score_files(path, path)
        for task in ("all", "speech", "direct"):
            assert all(c["f1"] == 1.0 for m, c in r[task].items() if m != "recall_by_kind")

    def test_order_of_predictions_is_immaterial(self):
        rng = random.Random(1)
        preds = [
            quote(A, "We will win the vote", "Smith", "said"),
            quote(A, "plan is far too costly", "Jones"),
            quote(A, "win the vote"),
            quote(A, "far too costly"),
        ]
        first = score_quotes.score([(A, GOLD_A, preds)])
        for _ in range(5):
            rng.shuffle(preds)
            assert score_quotes.score([(A, GOLD_A, preds)]) == first


class TestSpans:
    def test_punctuation_and_marks_do_not_count(self):
        p = [
            quote(A, "We will win the vote", "Mary Smith", "said"),
            quote(A, "the plan is far too costly.", "Jones", "believes"),
        ]
        r = score_quotes.score([(A, GOLD_A, p)])
        assert r["all"]["exact"]["tp"] == 1  # the second lost the word "that": 23 of 27 characters
        assert r["all"]["partial"]["tp"] == 2

    def test_thresholds(self):
        t = "x" * 100 + " " + "y" * 100
        g = [{"content": [[0, 100]], "source": [], "cue": []}]
        for n, partial, exact in ((100, 1, 1), (95, 1, 1), (94, 1, 0), (50, 1, 0), (49, 0, 0)):
            r = score_quotes.score([(t, g, [{"content": [[0, n]], "source": [], "cue": []}])])[
                "all"
            ]
            assert (r["partial"]["tp"], r["exact"]["tp"]) == (partial, exact), n

    def test_discontinuous_content_and_overlapping_spans(self):
        t = '"One two," he said, "three four."'
        g = [quote(t, ['"One two,"', '"three four."'], "he", "said")]
        p = [{"content": [[1, 9], [1, 9], [21, 31]], "source": at(t, "he"), "cue": []}]
        assert f1(score_quotes.score([(t, g, p)]), "all", "attributed_exact") == 1.0

    def test_bad_span(self):
        for span in ([5, 5], [-1, 3], [0, 99]):
            with pytest.raises(ValueError, match="span"):
                score_quotes.score([("short", [], [{"content": [span]}])])


class TestMatching:
    def test_one_to_one(self):
        p = [quote(A, "We will win the vote", "Smith"), quote(A, "We will win the vote", "Smith")]
        c = score_quotes.score([(A, GOLD_A, p)])["all"]["partial"]
        assert (c["tp"], c["pred"], c["gold"], c["p"], c["r"]) == (1, 2, 2, 0.5, 0.5)

    def test_best_likeness_first(self):
        worse, better = (
            quote(A, "We will win the", "Jones"),
            quote(A, "We will win the vote", "Smith"),
        )
        r = score_quotes.score([(A, GOLD_A[:1], [worse, better])])
        assert r["all"]["attributed"]["tp"] == 1

    def test_empty_content_is_a_false_positive(self):
        c = score_quotes.score([(A, GOLD_A, [{"content": [], "source": [], "cue": []}])])["all"][
            "partial"
        ]
        assert (c["tp"], c["pred"]) == (0, 1)


class TestSources:
    def right(self, text, gold, pred):
        a, b = (
            attributions.Attribution(text, {"source": gold}),
            attributions.Attribution(text, {"source": pred}),
        )
        return attributions.source_correct(a, b)

    def test_shared_token(self):
        t = "the head of the bank and the mayor of the town"
        assert self.right(t, at(t, "the head of the bank"), at(t, "head"))
        assert not self.right(t, at(t, "the head of the bank"), at(t, "the mayor of the town"))
        assert not self.right(t, [[0, 15]], [[9, 15]])  # "of the" is shared only
        assert self.right(t, [[9, 15]], [[9, 15]])  # unless there is nothing else

    def test_same_word_elsewhere_is_another_token(self):
        t = "Smith met Smith"
        assert not self.right(t, [[0, 5]], [[10, 15]])

    def test_empty(self):
        t = "Smith"
        assert self.right(t, [], [])
        assert not self.right(t, [], [[0, 5]])
        assert not self.right(t, [[0, 5]], [])


class TestSpeech:
    def test_subset(self):
        t = (
            "Ann said it rained. Bob hopes it will snow. It froze, according to Cy. "
            'Dee was "very glad". They "Agreed" it was late.'
        )
        yes = [
            quote(t, "it rained", "Ann", "said"),
            quote(t, "It froze", "Cy", "according to"),
            quote(t, "very glad", "Dee", "was"),
        ]
        no = [quote(t, "it will snow", "Bob", "hopes")]
        for q in yes:
            assert score_quotes.is_speech(t, attributions.Attribution(t, q)), q
        for q in no:
            assert not score_quotes.is_speech(t, attributions.Attribution(t, q)), q

    def test_predictions_of_other_attributions_are_ignored(self):
        r = score_quotes.score([(A, GOLD_A, GOLD_A)])
        assert r["all"]["partial"]["pred"] == 2
        assert r["speech"]["partial"]["pred"] == 1
        assert r["speech"]["cue"]["pred"] == 1
        junk = quote(A, "Monday", "Jones", "plan")
        r = score_quotes.score([(A, GOLD_A, [*GOLD_A, junk])])
        assert r["speech"]["partial"]["pred"] == 2
        assert r["speech"]["partial"]["p"] == 0.5
        assert r["speech"]["cue"]["pred"] == 2

    def test_speech_only_drops_predicted_beliefs(self):
        belief = quote(
            A, "far too costly", "Jones", "believes"
        )  # no match of the gold one: it would count against
        r = score_quotes.score([(A, GOLD_A, [*GOLD_A[:1], belief])])
        assert (r["speech"]["partial"]["tp"], r["speech"]["partial"]["pred"]) == (1, 2)
        r = score_quotes.score([(A, GOLD_A, [*GOLD_A[:1], belief])], speech_only=True)
        assert (r["speech"]["partial"]["tp"], r["speech"]["partial"]["pred"]) == (1, 1)

    def test_kinds(self):
        t = '"One two three," he said. She said it was "a sad day". Al said it rained.'
        g = [
            quote(t, '"One two three,"', "he", "said"),
            {"content": at(t, 'it was "a sad day"'), "source": at(t, "She"), "cue": []},
            quote(t, "it rained", "Al"),
        ]
        k = score_quotes.score([(t, g, g[:1])])["all"]["recall_by_kind"]
        assert [(k[x]["gold"], k[x]["partial"]) for x in attributions.KINDS] == [
            (1, 1.0),
            (1, 0.0),
            (1, 0.0),
        ]


class TestCounts:
    def test_content_chars(self):
        t = "abcd efgh"
        r = score_quotes.score([(t, [{"content": [[0, 4]]}], [{"content": [[2, 9]]}])])["all"][
            "content_chars"
        ]
        assert (r["tp"], r["pred"], r["gold"]) == (2, 6, 4)

    def test_cue_is_independent_of_content(self):
        r = score_quotes.score([(A, GOLD_A, [quote(A, "Monday", (), "said")])])["all"]
        assert (r["cue"]["tp"], r["cue"]["pred"], r["cue"]["gold"], r["partial"]["tp"]) == (
            1,
            1,
            2,
            0,
        )

    def test_source_exact(self):
        p = [
            quote(A, "We will win the vote", "Smith"),
            quote(A, "that the plan is far too costly", "Jones"),
        ]
        c = score_quotes.score([(A, GOLD_A, p)])["all"]["source_exact"]
        assert (c["tp"], c["pred"], c["gold"]) == (1, 2, 2)


class TestFragments:
    def found(self, text):
        return [text[s:e] for s, e in spans.quoted(text)]

    def test_marks(self):
        assert self.found('A "b c" d “e f” g.') == ["b c", "e f"]
        assert self.found('He said "this.\nBut "that" came.') == ["that"]  # never across a line
        assert self.found("“First par.\n\n“Second par,” he said.") == ["First par.", "Second par,"]
        assert self.found('"First par.\n"Second par." End.') == ["First par.", "Second par."]
        assert self.found("”Wrong way round,” he said.") == ["Wrong way round,"]
        assert self.found("A stray” mark.") == []
        assert self.found("“He told me “go” and left.”") == ["He told me “go"]

    def test_three_words(self):
        t = 'The "big one" and "the third one" and "a - b".'
        assert [t[s:e] for s, e in spans.fragments(t)] == ["the third one"]

    def test_task(self):
        t = (
            '"It is very late," Ann said. '
            'The film "Gone With the Wind" ran. "We must all go," Bob said.'
        )
        g = [quote(t, '"It is very late,"', "Ann"), quote(t, '"We must all go,"', "Bob")]
        p = [
            quote(t, "It is very late", "Bob"),
            quote(t, "Gone With the Wind", "film"),
            quote(t, "We", "Bob"),
        ]
        r = score_quotes.score([(t, g, p)])["direct"]
        d, a = r["detection"], r["attributed"]
        assert (d["tp"], d["pred"], d["gold"]) == (1, 2, 2)  # "We" covers 2 of 11 characters
        assert (a["tp"], a["pred"], a["gold"]) == (0, 2, 2)
        p[-1] = quote(t, "We must", "Bob")  # 6 of 11
        r = score_quotes.score([(t, g, p)])["direct"]
        d, a = r["detection"], r["attributed"]
        assert (d["tp"], d["pred"], d["gold"]) == (2, 3, 2)
        assert (a["tp"], a["pred"], a["gold"]) == (1, 3, 2)

    def test_source_of_the_best_cover(self):
        t = 'Ann said "the sky is so very blue" and left.'
        g = [quote(t, '"the sky is so very blue"', "Ann")]
        p = [quote(t, "the sky is so", "left"), quote(t, "the sky is so very", "Ann")]
        assert score_quotes.score([(t, g, p)])["direct"]["attributed"]["tp"] == 1

    def test_no_source(self):
        t = 'It was said "the sky is so very blue" once.'
        g = [quote(t, '"the sky is so very blue"')]
        assert score_quotes.score([(t, g, g)])["direct"]["attributed"]["tp"] == 1
        assert (
            score_quotes.score([(t, g, [quote(t, '"the sky is so very blue"', "It")])])["direct"][
                "attributed"
            ]["tp"]
            == 0
        )


class TestFiles:
    def write(self, path, rows):
        path.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
        return str(path)

    def test_files(self, tmp_path):
        gold = self.write(
            tmp_path / "g",
            [{"id": "1", "text": A, "quotes": GOLD_A}, {"id": "2", "text": "x", "quotes": []}],
        )
        pred = self.write(tmp_path / "p", [{"id": "1", "quotes": GOLD_A}])
        out = tmp_path / "o.json"
        score_quotes.main([gold, pred, "--json", str(out), "--quiet"])
        assert json.loads(out.read_text(encoding="utf-8"))["all"]["exact"]["f1"] == 1.0

    @pytest.mark.parametrize(
        ("rows", "why"),
        [([{"id": "9", "quotes": []}], "not in"), ([{"id": "1", "quotes": []}] * 2, "again")],
        ids=["unknown", "twice"],
    )
    def test_an_id_that_is_unknown_or_comes_twice_is_an_error(self, tmp_path, rows, why):
        gold = self.write(tmp_path / "g", [{"id": "1", "text": A, "quotes": GOLD_A}])
        with pytest.raises(ValueError, match=why):
            score_quotes.score_files(gold, self.write(tmp_path / "q", rows))
