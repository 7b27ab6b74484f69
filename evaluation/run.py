"""Evaluate newsquote, or ready-made predictions, on a folder of data sets and print every number.

    python evaluation/run.py [--data DIR] [--only quotes,speakers,structure,laws,speed] [--limit N] [--json OUT]
    python evaluation/run.py --predictions FILE ...     score the predictions in FILE, without running newsquote
    python evaluation/run.py --inputs FILE              write every input text to FILE and stop

In: a folder of data sets. Out: the numbers, as a table and as JSON. Why: a reading of news is only
as good as its errors are counted.

DIR holds the files described in the data's README, and is ``$NEWSQUOTE_DATA/dev`` where it is not
given; a file that is not there is skipped with a note. ``--limit`` takes the first N rows of every
set.

What is run
-----------
quotes     polnear with ``include_thoughts=True`` (tasks all, speech, direct, spans) and with the default options (speech,
           direct); see score_quotes.py
speakers   polnear with ``include_thoughts=True``; see score_speakers.py
structure  everything else, with the default options; see score_structure.py
laws       every document of every set, whole pages and extracted texts of `pages` and some odd strings included
speed      words per second of process CPU time, each article of polnear parsed once with the default options after a
           warm-up of three articles; and the time of ``import newsquote`` in a fresh interpreter (median of five)

Predictions and inputs
----------------------
One JSON object a line. An input is ``{"set", "id", "task", "text"}``, a prediction the JSON form of newsquote with
``set`` and ``id`` added. ``task`` is ``article``, ``byline`` (a line for parse_byline; the prediction needs only
``bylines``, with at most one entry) or ``dateline`` (a text for parse_dateline; the prediction needs only ``dateline``).
Polnear is there twice: ``polnear`` with thoughts, ``polnear:default`` without. A set without any prediction is skipped,
an article without one counts as an empty article.

What of newsquote is used
-------------------------
``parse(text)``, ``parse(text, options=ParseOptions(include_thoughts=True))``, ``to_dict(article)``, ``from_dict(dict)``;
``parse_byline(line)`` with ``.authors`` (``name role affiliation location email handle``) and ``.agencies``;
``parse_dateline(text)`` with ``.place .agency .date_text .date``; ``__version__`` if there is one.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

import corpus
import score_quotes
import score_speakers
import score_structure

from newsquote._scoring.attributions import EXACT, Attribution, kind_of, matched
from newsquote._scoring.form import as_attribution
from newsquote._scoring.spans import chars, quoted
from newsquote._scoring.table import table
from newsquote._scoring.tallies import Share

SECTIONS = ("quotes", "speakers", "structure", "laws", "speed")
LINE_SETS = ("datelines", "bylines_gold", "bylines_silver", "bylines_unlabelled")
SETS = (*score_structure.DOCUMENT_SETS, *LINE_SETS, "credit_lines")
WARM_UP = 3
TWICE = 20
DEFAULT = "polnear:default"
AUTHOR = ("name", "role", "affiliation", "location", "email", "handle")
DATELINE = ("place", "agency", "date_text", "date")
ODD = (
    "",
    " ",
    "\n",
    "\n\n\n",
    "\ufeff",
    "\x00",
    "a",
    '"',
    "“",
    "”",
    "““““",
    "”\n“",
    '"""""""',
    "'",
    "- ",
    "-\n-\n-",
    "By",
    "By \n",
    "By ,",
    "(Reuters)",
    "LONDON -",
    "LONDON (Reuters) -",
    "said",
    '" said',
    'said "',
    '"a" "b" "c"',
    "\r\n\r\n",
    "a\rb\r\nc\nd",
    "a\u2028b\u2029c\x85d",
    "\ud83d\ude00" * 3,
    "\ud83d “\ud83d” said \ud83d.",
    "😀 “😀” said 😀.",
    "e\u0301 “e\u0301” said E\u0301.",
    "ﬁ “ﬁ” said ﬁ.",
    "İ said “İ”.",
    "x" * 5000,
    "“" * 500,
    "(" * 500,
    "A. " * 500,
    "and " * 500,
    "Related:\n- \n- \n",
    "\u200b“\u200b”\u200b",
)


# ---------------------------------------------------------------- data


def read_data(folder, limit=None):
    """({set: rows}, identities, notes) of a data folder."""
    data, notes = {}, []
    for name in SETS:
        path = Path(folder) / f"{name}.jsonl"
        if path.exists():
            data[name] = list(score_quotes.read_jsonl(path).values())[:limit]
        else:
            notes.append(f"{path.name} is not there: skipped")
    path = Path(folder) / "speakers.json"
    if not path.exists():
        notes.append("speakers.json is not there: skipped")
        return data, {}, notes
    return data, json.loads(path.read_text(encoding="utf-8")), notes


def documents(data):
    """(set, id, text) of every document that is parsed as an article."""
    for name in score_structure.DOCUMENT_SETS:
        for row in data.get(name, ()):
            texts = [(name, row.get(score_structure.TEXT_FIELD.get(name, "text")))]
            if name == "pages":
                texts += [
                    ("pages:full", row.get("text_full")),
                    ("pages:extract", row.get("text_extract")),
                ]
            if name == "polnear":
                texts.append((DEFAULT, row["text"]))
            for where, text in texts:
                if text:
                    yield where, row["id"], text
    for row, text, _ in score_structure.credit_documents(data):
        yield "credit_lines", row["id"], text


def inputs(data):
    """Every input of a run, see the module's docstring."""
    for name, id_, text in documents(data):
        yield {"set": name, "id": id_, "task": "article", "text": text}
    for name in LINE_SETS:
        for row in data.get(name, ()):
            line = f"{row['raw']} {row['lead']}" if name == "datelines" else row["raw"]
            yield {
                "set": name,
                "id": row["id"],
                "task": "dateline" if name == "datelines" else "byline",
                "text": line,
            }


def write_inputs(data, path):
    with Path(path).open("w", encoding="utf-8", newline="\n") as f:
        f.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in inputs(data))


# ---------------------------------------------------------------- predictors


def plain(value):
    """A value as JSON has it.

    Tuples become lists, dates and the like their text. (Not by way of JSON, which joins
    surrogates.)
    """
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    return value if value is None or isinstance(value, (str, int, float)) else str(value)


class Live:
    """Predictions of the installed newsquote; an article is parsed once."""

    def __init__(self):
        import newsquote  # noqa: PLC0415 - ready-made predictions are scored without loading it all

        self.newsquote = newsquote
        self.errors = defaultdict(list)
        self._articles = {}

    def has(self, name):
        return True

    def article(self, name, id_, text):
        """The JSON form, with thoughts for the set "polnear"; an empty dict if it raised."""
        thoughts = name == "polnear"
        where = text, thoughts
        if where not in self._articles:
            self._articles[where] = (
                self._guarded(
                    name, id_, lambda: plain(self.newsquote.to_dict(self.parse(text, thoughts)))
                )
                or {}
            )
        return self._articles[where]

    def parse(self, text, thoughts=False):
        if not thoughts:
            return self.newsquote.parse(text)
        return self.newsquote.parse(
            text, options=self.newsquote.ParseOptions(include_thoughts=True)
        )

    def attempt(self, row):
        """Parse for the clock; whether it went well."""
        return self._guarded("speed", row["id"], lambda: self.parse(row["text"])) is not None

    def byline(self, name, id_, line):
        found = self._guarded(name, id_, lambda: self.newsquote.parse_byline(line))
        if found is None:
            return None
        return plain(
            {
                "authors": [{f: getattr(a, f, None) for f in AUTHOR} for a in found.authors],
                "agencies": list(found.agencies),
            }
        )

    def dateline(self, name, id_, text):
        found = self._guarded(name, id_, lambda: self.newsquote.parse_dateline(text))
        return None if found is None else plain({f: getattr(found, f, None) for f in DATELINE})

    def _guarded(self, name, id_, call):
        try:
            return call()
        except Exception as e:  # noqa: BLE001 - a law says that nothing raises: counted, reported, and the run goes on
            self.errors[name].append((id_, f"{type(e).__name__}: {e}"))
            return None


class ReadyMade:
    """Predictions from a file."""

    def __init__(self, path):
        self.errors = {}
        self.missing = defaultdict(set)
        self._rows = defaultdict(dict)
        with Path(path).open(encoding="utf-8") as f:
            for line in filter(str.strip, f):
                row = json.loads(line)
                self._rows[row["set"]][row["id"]] = row

    def has(self, name):
        return name in self._rows

    def article(self, name, id_, text):
        if id_ not in self._rows[name]:
            self.missing[name].add(id_)
        return self._rows[name].get(id_) or {}

    def byline(self, name, id_, line):
        return next(iter(self.article(name, id_, line).get("bylines") or ()), None)

    def dateline(self, name, id_, text):
        return self.article(name, id_, text).get("dateline")


# ---------------------------------------------------------------- sections


def quote_result(rows, articles, tasks):
    result = score_quotes.score(
        (
            row["text"],
            row["quotes"],
            [as_attribution(q, row["text"]) for q in a.get("quotes") or ()],
        )
        for row, a in zip(rows, articles, strict=True)
    )
    return {task: result[task] for task in tasks}


def run_quotes(data, predictor):
    rows, out = data.get("polnear", ()), {}
    for label, name, tasks in (
        ("with thoughts", "polnear", ("all", "speech", "direct", "spans")),
        ("default", DEFAULT, ("speech", "direct")),
    ):
        if rows and predictor.has(name):
            articles = [predictor.article(name, r["id"], r["text"]) for r in rows]
            out[label] = quote_result(rows, articles, tasks)
            out[label]["kind of matched"] = kind_share(rows, articles)
    return out


def kind_share(rows, articles):
    """How often a matched quote's ``kind`` is what the marks of the gold content say."""
    share = Share()
    for row, article in zip(rows, articles, strict=True):
        text, found = row["text"], article.get("quotes") or ()
        golds = [Attribution(text, q) for q in row["quotes"]]
        preds = [Attribution(text, as_attribution(q, text)) for q in found]
        inside = chars(text, quoted(text))
        for g, (p, _) in matched(golds, preds, EXACT).items():
            share.add(found[p].get("kind") == kind_of(golds[g], inside))
    return share.result()


def run_speakers(data, predictor, identities):
    rows = [r for r in data.get("polnear", ()) if r["id"] in identities]
    if not rows or not predictor.has("polnear"):
        return {}
    return score_speakers.score(
        rows, identities, {r["id"]: predictor.article("polnear", r["id"], r["text"]) for r in rows}
    )


def run_laws(data, predictor):
    """Violations by law, exceptions, with the first examples."""
    count, found, examples = 0, Counter(), []
    odd = (
        [("odd strings", f"odd {n}", text) for n, text in enumerate(ODD)]
        if isinstance(predictor, Live)
        else []
    )
    for name, id_, text in (*documents(data), *odd):
        if not predictor.has(name):
            continue
        article = predictor.article(name, id_, text)
        if not article:
            continue
        count += 1
        wrong = [
            *score_structure.violations(text, article),
            *_unasked(name, article),
            *_again(predictor, text, article, count),
        ]
        found.update(wrong)
        if wrong and len(examples) < 20:
            examples.append(f"{name} {id_}: {wrong[0]} ({len(wrong)} in all)")
    raised = [
        f"{name} {id_}: {what}" for name, errors in predictor.errors.items() for id_, what in errors
    ]
    return {
        "documents": count,
        "violations": sum(found.values()),
        "exceptions": len(raised),
        "by law": dict(found.most_common()),
        "examples": examples + raised[:20],
    }


def _unasked(name, article):
    """Thoughts are there only where they were asked for."""
    if name != "polnear" and any(q.get("mode") == "thought" for q in article.get("quotes") or ()):
        yield "thought by default"


def _again(predictor, text, article, count):
    """For the first articles: the round trip and a second parse give the same."""
    if not isinstance(predictor, Live) or count > TWICE:
        return
    newsquote = predictor.newsquote
    try:
        again = newsquote.from_dict(article)
        if plain(newsquote.to_dict(again)) != article:
            yield "round trip differs"
        if again.text != text:
            yield "round trip lost the text"
    except Exception as e:  # noqa: BLE001 - a law says that nothing raises
        yield f"round trip raised {type(e).__name__}"
    if article not in (plain(newsquote.to_dict(predictor.parse(text, t))) for t in (False, True)):
        yield "second parse differs"


def run_speed(data, predictor):
    """Words per second and import time; only for the installed newsquote."""
    rows = data.get("polnear") or data.get("bbc") or ()
    if not isinstance(predictor, Live):
        return {}
    bare, whole = import_time("attrs, regex"), import_time("newsquote")
    out = {"import ms": round(whole, 1), "import ms over attrs and regex": round(whole - bare, 1)}
    for row in rows[:WARM_UP]:
        predictor.attempt(row)
    words = seconds = 0
    for row in rows[WARM_UP:]:
        start = time.process_time()
        if not predictor.attempt(row):
            continue
        seconds += time.process_time() - start
        words += len(row["text"].split())
    if words:
        out.update(
            {
                "articles": len(rows) - WARM_UP,
                "words": words,
                "cpu seconds": round(seconds, 3),
                "words per second": round(words / max(seconds, 1e-9)),
            }
        )
    return out


def import_time(names, times=7):
    """Milliseconds of importing `names` in a fresh interpreter, the median.

    A first one, which may compile, is not counted.
    """
    code = f"import time; t = time.perf_counter(); import {names}; print((time.perf_counter() - t) * 1000)"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    runs = [
        float(
            subprocess.run(
                [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True
            ).stdout
        )
        for _ in range(times + 1)
    ]
    return statistics.median(runs[1:])


def run(data, identities, predictor, sections=SECTIONS):
    """-> {section: result}; a section without data or predictions is empty"""
    order = (
        "speed",
        "quotes",
        "speakers",
        "structure",
        "laws",
    )  # the clock first, before anything is warm
    jobs = {
        "speed": lambda: run_speed(data, predictor),
        "quotes": lambda: run_quotes(data, predictor),
        "speakers": lambda: run_speakers(data, predictor, identities),
        "structure": lambda: score_structure.score(data, predictor),
        "laws": lambda: run_laws(data, predictor),
    }
    found = {name: jobs[name]() for name in order if name in sections}
    return {name: found[name] for name in SECTIONS if name in found}


# ---------------------------------------------------------------- command line


def arguments(argv):
    ap = argparse.ArgumentParser(description="Evaluate newsquote on a folder of data sets.")
    ap.add_argument(
        "--data",
        metavar="DIR",
        help="the folder of data sets; $NEWSQUOTE_DATA/dev where it is not given",
    )
    ap.add_argument("--only", metavar="SECTIONS", help="comma-separated: " + ",".join(SECTIONS))
    ap.add_argument("--json", metavar="OUT", help="write the numbers there, too")
    ap.add_argument("--limit", type=int, metavar="N", help="the first N rows of every set")
    ap.add_argument(
        "--predictions", metavar="FILE", help="score these instead of running newsquote"
    )
    ap.add_argument("--inputs", metavar="FILE", help="write every input text there and stop")
    args = ap.parse_args(argv)
    args.only = tuple(args.only.split(",")) if args.only else SECTIONS
    unknown = set(args.only) - set(SECTIONS)
    if unknown:
        ap.error(f"unknown section: {', '.join(sorted(unknown))}")
    try:
        args.data = args.data or corpus.dev()
    except corpus.NoDataError as missing:
        ap.error(str(missing))
    return args


def main(argv=None):
    args = arguments(argv)
    data, identities, notes = read_data(args.data, args.limit)
    if args.inputs:
        write_inputs(data, args.inputs)
        return
    predictor = ReadyMade(args.predictions) if args.predictions else Live()
    result = {
        "data": Path(args.data).name,
        "version": None if args.predictions else getattr(predictor.newsquote, "__version__", None),
    }
    result.update(run(data, identities, predictor, args.only))
    if args.predictions:
        notes += [
            f"{name} has no predictions: skipped"
            for name in (*data, DEFAULT)
            if not predictor.has(name)
        ]
        notes += [
            f"{len(ids)} row(s) of {name} without a prediction"
            for name, ids in sorted(predictor.missing.items())
            if ids
        ]
    print(table(result))
    for note in notes:
        print("note:", note)
    if args.json:
        Path(args.json).write_text(
            json.dumps({**result, "notes": notes}, indent=1, ensure_ascii=False) + "\n",
            encoding="utf-8",
        )


if __name__ == "__main__":
    main()
