"""The tables of the accuracy page, with an interval for every score.

    python evaluation/accuracy.py [--data DIR]              print them
    python evaluation/accuracy.py [--data DIR] --write      write _accuracy_tables.md, too

In: the data sets (``$NEWSQUOTE_DATA/dev`` where DIR is not given) and, where it lies beside the
data, the page with the figures of other tools (``../eval/baselines/README.md``). Out: tables in
Markdown. Why: a number in the documentation that was typed is a number that is wrong one day.

Articles are scored one by one with the functions of score_quotes.py, score_speakers.py and
score_structure.py; summing the counts of the articles gives what run.py prints. Publishers are
called by letters, in the order of their numbers of articles. Without data it says so and exits with
2.
"""

from __future__ import annotations

import argparse
import itertools
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import corpus
import reliability
import run
import score_quotes
import score_speakers
import score_structure
from intervals import LEVEL, ROUNDS, SEED, Counts, bounds, scored

import newsquote
from newsquote._scoring.attributions import Attribution, kind_of, matched, source_correct
from newsquote._scoring.form import as_attribution
from newsquote._scoring.parts import credit_at, role_at
from newsquote._scoring.spans import chars, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsquote._scoring.letters import Letters

PAGE = Path(__file__).resolve().parent.parent / "docs" / "explanation" / "_accuracy_tables.md"
THOUGHTS = "polnear"
PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you", "who"})

Series = list[Counts]
Rows = list[dict[str, Any]]

QUOTES = (
    (
        "speech, by default",
        run.DEFAULT,
        "speech",
        (("found", "partial"), ("exact", "exact"), ("attributed", "attributed")),
    ),
    (
        "quoted fragments, by default",
        run.DEFAULT,
        "direct",
        (("found", "detection"), ("attributed", "attributed")),
    ),
    (
        "everything, with thoughts",
        THOUGHTS,
        "all",
        (("found", "partial"), ("exact", "exact"), ("attributed", "attributed")),
    ),
    (
        "single spans, with thoughts",
        THOUGHTS,
        "spans",
        (("source", "source"), ("cue", "cue"), ("content", "content")),
    ),
)
OVERVIEW = (
    ("speech attributed", run.DEFAULT, "speech"),
    ("fragments attributed", run.DEFAULT, "direct"),
    ("everything attributed", THOUGHTS, "all"),
)
NAME_AND_FIGURE = 2
"""Cells of a row of the page with the floor."""
STRUCTURE = (  # what it is called, set, measure, and what the floor's table calls it
    ("headline, web pages", "pages", "headline pages", "headline, pages"),
    ("headline, 1987 wire stories", "reuters21578", "headline reuters21578", None),
    ("headline, broadcaster's stories", "bbc", "headline bbc", None),
    ("dateline told from look-alikes, lines", "datelines", "dateline lines all is_dateline", None),
    ("dateline exact, lines", "datelines", "dateline lines all exact", "dateline lines, exact"),
    ("dateline's place, 1987 wire stories",
     "reuters21578", "dateline reuters21578 place", "dateline place, 1987 stories"),
    ("dateline's place, wire stories of 2016-17",
     "isot_reuters", "dateline isot_reuters place", None),
    ("names in bylines, labelled elsewhere",
     "bylines_gold", "byline lines external names", "byline names, external (F1)"),
    ("names in bylines, hard lines labelled by hand",
     "bylines_gold", "byline lines hand names", "byline names, hand (F1)"),
    ("names in bylines, plain lines", "bylines_silver", "byline lines silver names", None),
    ("role of an author, labelled elsewhere", "bylines_gold", "byline lines external role", None),
    ("names in bylines, web pages", "pages", "byline pages names", "byline names, pages (F1)"),
    ("body paragraphs, web pages", "pages", "body pages paragraphs", "paragraphs, pages (F1)"),
    ("body paragraphs, broadcaster's stories",
     "bbc", "body bbc paragraphs", "paragraphs, bbc (F1)"),
    ("body paragraphs, Wikinews", "gum_news", "body gum_news paragraphs", None),
    ("related stories, web pages",
     "related_pages_clean", "related related_pages_clean items", "related, pages (F1)"),
    ("related stories, bullets",
     "related_bullets", "related related_bullets items", "related, bullets (F1)"),
    ("related stories, at the end",
     "related_seedstyle", "related related_seedstyle items", "related, seed style (F1)"),
    ("related stories seen in bullets of the body (fewer is better)",
     "bullet_negatives", "related false_alarms bulleted body lines",
     "related false alarms on bullets"),
    ("credit lines found as credits",
     "credit_lines", "credits in_credits", "credit lines in credits"),
    ("credit lines kept out of the body", "credit_lines", "credits set_aside", None),
)  # fmt: skip


class WithModel(run.Live):
    """newsquote with other weights than its own, or with none."""

    def __init__(self, model: Literal["open"] | None) -> None:
        super().__init__()
        self.model: Literal["open"] | None = model

    def parse(
        self,
        text: str,
        thoughts: bool = False,  # noqa: FBT001, FBT002 - as its base
    ) -> newsquote.Article:
        """Read with these weights."""
        return newsquote.parse(
            text, options=newsquote.ParseOptions(include_thoughts=thoughts, model=self.model)
        )


# ---------------------------------------------------------------- counting, article by article


def leaves(result: dict[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[str, Counts]]:
    """(name, counts) of every tally of a result."""
    for name, value in result.items():
        if isinstance(value, dict) and "f1" in value:
            yield " ".join((*path, name)), (value["tp"], value["pred"], value["gold"])
        elif isinstance(value, dict) and "share" in value:
            yield " ".join((*path, name)), (value["right"], value["of"])
        elif isinstance(value, dict):
            yield from leaves(value, (*path, name))


def quote_series(rows: Rows, predictor: run.Live | run.ReadyMade, name: str) -> dict[str, Series]:
    """The counts of every measure of quotes, an article each."""
    out: dict[str, Series] = defaultdict(list)
    for row in rows:
        article = predictor.article(name, row["id"], row["text"])
        for measure, counts in leaves(
            run.quote_result([row], [article], ("all", "speech", "direct", "spans"))
        ):
            out[measure].append(counts)
    return out


def speaker_series(
    rows: Rows, identities: dict[str, Any], predictor: run.Live | run.ReadyMade
) -> dict[str, Series]:
    """The counts of every measure of speakers, for the articles whose speakers are labelled."""
    out: dict[str, Series] = defaultdict(list)
    for row in rows:
        if row["id"] in identities:
            article = predictor.article(THOUGHTS, row["id"], row["text"])
            for measure, counts in leaves(
                score_speakers.score([row], identities, {row["id"]: article})
            ):
                out[measure].append(counts)
    return out


def structure_series(
    data: dict[str, Any], predictor: run.Live | run.ReadyMade
) -> dict[tuple[str, str], Series]:
    """The counts of every measure of pages, by set.

    Credit lines stand between lines of other rows, so they are counted here.
    """
    out: dict[tuple[str, str], Series] = defaultdict(list)
    for name, rows in data.items():
        for row in rows if name != "credit_lines" else ():
            for measure, counts in leaves(score_structure.score({name: [row]}, predictor)):
                out[name, measure].append(counts)
    for row, text, span in (
        score_structure.credit_documents(data) if predictor.has("credit_lines") else ()
    ):
        article = predictor.article("credit_lines", row["id"], text)
        credit, role = credit_at(article, text, span), role_at(article, text, span)
        out["credit_lines", "credits in_credits"].append((bool(credit), 1))
        out["credit_lines", "credits set_aside"].append(
            (bool(credit) or role in score_structure.SET_ASIDE, 1)
        )
    return out


def build_of(text: str, gold: Attribution, inside: Letters) -> Iterator[tuple[str, str]]:
    """(question, answer) of how a gold attribution is built."""
    yield "kind", kind_of(gold, inside)
    content, cue = gold.content, gold.cue
    if not cue:
        yield "cue", "none"
    elif max(cue) < min(content):
        yield "cue", "first"
    else:
        yield "cue", "last" if min(cue) > max(content) else "in the middle"
    words = " ".join(text[s:e] for s, e in gold.spans["source"]).casefold().strip()
    yield (
        "source",
        "none" if not words else "a pronoun" if words in PRONOUNS else "a name or a description",
    )
    yield "content", "in one piece" if len(gold.spans["content"]) == 1 else "in several pieces"


def build_series(
    rows: Rows, predictor: run.Live | run.ReadyMade
) -> dict[tuple[str, str, str], Series]:
    """(question, answer, measure).

    How many of the speech attributions so built are found, and attributed; an article each.
    """
    out: dict[tuple[str, str, str], Series] = defaultdict(list)
    for row in rows:
        text = row["text"]
        article = predictor.article(run.DEFAULT, row["id"], text)
        golds = [Attribution(text, quote) for quote in row["quotes"]]
        preds = [
            Attribution(text, as_attribution(quote, text)) for quote in article.get("quotes") or ()
        ]
        pairs, inside = matched(golds, preds), chars(text, quoted(text))
        counts: Counter[tuple[str, str, str]] = Counter()
        for g, gold in enumerate(golds):
            if not gold.content or not score_quotes.is_speech(text, gold):
                continue
            for question, answer in build_of(text, gold, inside):
                counts[question, answer, "of"] += 1
                counts[question, answer, "found"] += g in pairs
                counts[question, answer, "attributed"] += g in pairs and source_correct(
                    gold, preds[pairs[g][0]]
                )
        for question, answer, measure in list(counts):
            if measure != "of":
                out[question, answer, measure].append(
                    (counts[question, answer, measure], counts[question, answer, "of"])
                )
    return out


def letters(rows: Rows) -> dict[str, str]:
    """A letter for each publisher, those with most articles first."""
    numbers = Counter(row["publisher"] for row in rows)
    return {
        name: chr(ord("A") + n)
        for n, (name, _) in enumerate(sorted(numbers.items(), key=lambda one: (-one[1], one[0])))
    }


# ---------------------------------------------------------------- what others reach


def table_below(page: str, heading: str) -> list[list[str]]:
    """The cells of the first table below a heading of a page in Markdown, without its head.

    Empty where there is none.
    """
    found = re.search(
        rf"^#+ {re.escape(heading)}.*?^(\|.*?)(?:\n\n|\Z)", page, re.MULTILINE | re.DOTALL
    )
    return (
        [
            [cell.strip() for cell in line.strip("| ").split("|")]
            for line in found[1].splitlines()[2:]
        ]
        if found
        else []
    )


def others(folder: Path) -> str:
    """The page with the figures of other tools; empty where it is not there."""
    path = folder.parent.parent / "eval" / "baselines" / "README.md"
    return path.read_text(encoding="utf-8") if path.is_file() else ""


# ---------------------------------------------------------------- tables


def shown(series: Series) -> tuple[str, str]:
    """A score with its interval, and the counts behind it."""
    found = scored(series)
    return (
        f"{found.value:.1f} ({found.low:.1f} to {found.high:.1f})",
        f"{found.counts[0]} / {' / '.join(map(str, found.counts[1:]))}",
    )


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Lines of a table in Markdown."""
    return [f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows)] + [""]


def quote_tables(rows: Rows, series: dict[str, dict[str, Series]]) -> Iterator[str]:
    """All quotes, by measure."""
    yield from (
        "### Quotes",
        "",
        f"{len(rows)} articles. F1 in %, with its interval; precision and recall in %.",
        "",
    )
    lines = []
    for title, name, task, measures in QUOTES:
        for label, measure in measures:
            found = scored(series[name][f"{task} {measure}"])
            bounded = f"{found.value:.1f} ({found.low:.1f} to {found.high:.1f})"
            lines.append(
                (
                    f"{title}: {label}",
                    bounded,
                    f"{found.precision:.1f}",
                    f"{found.recall:.1f}",
                    " / ".join(map(str, found.counts)),
                )
            )
    yield from table(("", "F1", "precision", "recall", "right / given / marked"), lines)


def others_table(page: str, series: dict[str, dict[str, Series]]) -> Iterator[str]:
    """The human line and the other tools beside ours, F1 without precision and recall.

    Nothing where their figures are not at hand.
    """
    tools = table_below(page, "dev")
    if not tools:
        return
    columns = (
        (THOUGHTS, "all partial"),
        (THOUGHTS, "all attributed"),
        (run.DEFAULT, "speech partial"),
        (run.DEFAULT, "speech attributed"),
        (run.DEFAULT, "direct detection"),
        (run.DEFAULT, "direct attributed"),
    )
    yield from (
        "### Beside people and other tools",
        "",
        (
            "F1 in %, on the same articles with the same scorer. Tools that look for speech or"
            " quotations only should be read by the columns for these."
        ),
        (
            "People: a second annotator of the same articles, taken as a prediction"
            " (20 articles of all splits)."
        ),
        "",
    )
    lines = [("**newsquote**", *(shown(series[name][measure])[0] for name, measure in columns))]
    people = {name: re.findall(pattern, page) for name, pattern in PEOPLE.items()}
    if all(people.values()):
        (whole,), (fragments,), (speech,) = people["all"], people["direct"], people["speech"]
        lines.append(
            ("people", whole[0], whole[1], speech[1], speech[0], fragments[0], fragments[1])
        )
    lines += [
        (name, *(cell.rpartition("/")[2].strip() for cell in cells)) for name, *cells in tools
    ]
    yield from table(
        (
            "",
            "everything found",
            "attributed",
            "speech found",
            "attributed",
            "fragments found",
            "attributed",
        ),
        lines,
    )


PEOPLE = {
    "all": r"`all` matched ([\d.]+), with source ([\d.]+)",
    "direct": r"`direct` found ([\d.]+), with source ([\d.]+)",
    "speech": r"speech only reach ([\d.]+) \(matched ([\d.]+)",
}


def publisher_table(rows: Rows, series: dict[str, dict[str, Series]]) -> Iterator[str]:
    """Quotes by publisher."""
    called = letters(rows)
    yield from ("### By publisher", "", "F1 in %, attributed, with its interval.", "")
    lines = []
    for publisher, letter in called.items():
        own = [n for n, row in enumerate(rows) if row["publisher"] == publisher]
        cells = [
            shown([series[name][f"{task} attributed"][n] for n in own])[0]
            for _, name, task in OVERVIEW
        ]
        lines.append((letter, str(len(own)), *cells))
    yield from table(("publisher", "articles", *(title for title, _, _ in OVERVIEW)), lines)


def weights_table(
    series: dict[str, dict[str, Series]],
    opened: dict[str, dict[str, Series]],
    rules: dict[str, dict[str, Series]],
) -> Iterator[str]:
    """What the weights add."""
    yield from ("### What the weights add", "", "F1 in %, attributed, with its interval.", "")
    lines = [
        (title, *(shown(found[name][f"{task} attributed"])[0] for _, name, task in OVERVIEW))
        for title, found in (
            ("rules and weights", series),
            ('rules and open weights (`model="open"`)', opened),
            ("rules alone (`model=None`)", rules),
        )
    ]
    yield from table(("", *(title for title, _, _ in OVERVIEW)), lines)


def build_table(series: dict[tuple[str, str, str], Series]) -> Iterator[str]:
    """Speech by how it is built."""
    yield from (
        "### By the build of the quote",
        "",
        "Speech, with the default options: recall in %, with its interval.",
        "",
    )
    lines = []
    for question, group in itertools.groupby(
        sorted({key[:2] for key in series}), key=lambda key: key[0]
    ):
        for _, answer in group:
            found, counts = shown(series[question, answer, "found"])
            lines.append(
                (
                    f"{question}: {answer}",
                    counts.split(" / ")[1],
                    found,
                    shown(series[question, answer, "attributed"])[0],
                )
            )
    yield from table(("", "marked", "found", "attributed"), lines)


def speaker_table(series: dict[str, Series]) -> Iterator[str]:
    """Speakers."""
    articles = len(next(iter(series.values())))
    yield from (
        "### Speakers",
        "",
        (
            f"{articles} articles, with thoughts. Shares in %, with their intervals; "
            f"names strictly compared."
        ),
        "",
    )
    names = {
        "end_to_end strict": "found, and the very name",
        "end_to_end lenient": "found, and the name or a shorter or longer form of it",
        "resolution strict": "the very name, of quotes found with the right source",
        "resolution_by_via name strict": "of these, the source a name",
        "resolution_by_via pronoun strict": "of these, the source a pronoun",
        "resolution_by_via nominal strict": "of these, the source a description",
        "precision strict": "right, of those that newsquote names",
        "kind": "the right kind, of quotes found",
    }
    yield from table(
        ("", "%", "right / asked"),
        [
            (label, *shown(series[name]))
            for name, label in names.items()
            if any(map(any, series[name]))
        ],
    )


def structure_table(series: dict[tuple[str, str], Series], page: str) -> Iterator[str]:
    """The parts of the page."""
    rows = table_below(page, "The floor")
    floor = {row[0]: row[1] for row in rows if len(row) == NAME_AND_FIGURE}
    yield from (
        "### The page",
        "",
        (
            "F1 of names, paragraphs and titles, else shares, in %, with their intervals; "
            "documents or lines are drawn. The floor is what rules of a line or"
        ),
        "two reach.",
        "",
    )
    lines = []
    for label, name, measure, below in STRUCTURE:
        if any(map(any, series.get((name, measure), ()))):
            found, counts = shown(series[name, measure])
            lines.append((label, found, floor.get(below or "", ""), counts))
    yield from table(("", "%", "floor", "right / given / marked, or right / asked"), lines)


def calibration_table(
    predictor_options: Sequence[tuple[str, newsquote.ParseOptions, bool]],
) -> Iterator[str]:
    """How far confidence can be trusted, in two numbers."""
    yield from ("### Confidence", "", "With intervals; the tables by tenths are below.", "")
    lines = []
    for title, options, speakers in predictor_options:
        articles = [*reliability.by_article(options, speakers=speakers)]
        cells = []
        for measure, digits in ((reliability.error, 1), (reliability.coverage, 0)):

            def value(
                drawn: Sequence[reliability.Judged],
                measure: Any = measure,  # noqa: ANN401 - either of the two
            ) -> float:
                return 100 * float(measure([*itertools.chain.from_iterable(drawn)]))

            low, high = bounds(articles, value)
            cells.append(f"{value(articles):.{digits}f} ({low:.{digits}f} to {high:.{digits}f})")
        lines.append((title, *cells))
    yield from table(
        ("", "calibration error, points", "quotes to be had at 90 % precision, %"), lines
    )


def tables(
    data: dict[str, Any], identities: dict[str, Any], predictor: run.Live | run.ReadyMade, page: str
) -> Iterator[str]:
    """All tables but the calibration; parts without data are left out."""
    rows = data.get("polnear", [])
    if rows:
        series = {name: quote_series(rows, predictor, name) for name in (THOUGHTS, run.DEFAULT)}
        yield from quote_tables(rows, series)
        yield from others_table(page, series)
        others_of = [
            {name: quote_series(rows, WithModel(model), name) for name in (THOUGHTS, run.DEFAULT)}
            for model in ("open", None)
        ]
        yield from weights_table(series, *others_of)
        yield from publisher_table(rows, series)
        yield from build_table(build_series(rows, predictor))
        speakers = speaker_series(rows, identities, predictor)
        if speakers:
            yield from speaker_table(speakers)
    yield from structure_table(structure_series(data, predictor), page)


def main(argv: Sequence[str] | None = None, page: Path = PAGE) -> int:
    """Print the tables, and write the page where that is asked for."""
    parser = argparse.ArgumentParser(
        description="The tables of the accuracy page, with an interval for every score."
    )
    parser.add_argument(
        "--data",
        metavar="DIR",
        type=Path,
        help="the folder of data sets; $NEWSQUOTE_DATA/dev where it is not given",
    )
    parser.add_argument(
        "--write", action="store_true", help="write the page of the documentation, too"
    )
    arguments = parser.parse_args(argv)
    try:
        folder = arguments.data or corpus.dev()
        digest = corpus.digest(folder)
    except (corpus.NoDataError, OSError) as missing:
        print(f"nothing is measured: {missing}", file=sys.stderr)
        return 2
    data, identities, _ = run.read_data(folder)
    lines = [
        "<!-- Written by evaluation/accuracy.py; not by hand. -->",
        "",
        (
            f"newsquote {newsquote.__version__}, data with the digest `{digest[:16]}`. "
            f"Intervals hold {100 * LEVEL:.0f} % of the scores of {ROUNDS:,} draws of"
        ),
        f"as many articles, with replacement (percentile bootstrap, seed {SEED}).",
        "",
        *tables(data, identities, run.Live(), others(folder)),
    ]
    if arguments.data is None:
        both = newsquote.ParseOptions(), newsquote.ParseOptions(include_thoughts=True)
        titles = (
            ("by default", both[0], False),
            ("with thoughts", both[1], False),
            ("by default, with the right speaker", both[0], True),
        )
        lines += calibration_table(titles)
    text = "\n".join(lines).rstrip() + "\n"
    print(text, end="")
    if arguments.write:
        page.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
