"""How far ``confidence`` can be trusted: a table, written into the documentation.

    python evaluation/reliability.py            print it
    python evaluation/reliability.py --write    write docs/explanation/reliability.md, too

In: the development articles that ``NEWSQUOTE_DATA`` names. Out: for each tenth of confidence how
many quotes have it and how many of them are right (found by at least half, with the right source),
the expected calibration error, and how many quotes can be had at 90 % precision; and the same where
the speaker, too, has to be right, for the articles whose speakers are labelled. Why: a number that
users are told to rely on is measured like any other.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import corpus
import score_quotes

import newsquote
from newsquote._scoring.attributions import Attribution, matched, source_correct
from newsquote._scoring.form import as_attribution, speaker_of
from newsquote._scoring.names import NAMED, same_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PAGE = Path(__file__).resolve().parent.parent / "docs" / "explanation" / "reliability.md"
Judged = list[tuple[float, bool]]
WANTED = 0.9


def judged(options: newsquote.ParseOptions, *, speakers: bool = False) -> Judged:
    """(confidence, whether right) of every quote of the development articles."""
    return [pair for found in by_article(options, speakers=speakers) for pair in found]


def by_article(options: newsquote.ParseOptions, *, speakers: bool = False) -> Iterator[Judged]:
    """The same, article by article.

    :param speakers: only the articles whose speakers are labelled, where the speaker's name (of no
        named one the kind) has to be right, too.
    """
    labels = (
        json.loads((corpus.dev() / "speakers.json").read_text(encoding="utf-8")) if speakers else {}
    )
    for row in score_quotes.read_jsonl(corpus.dev() / "polnear.jsonl").values():
        if not speakers or row["id"] in labels:
            yield _judged(row, options, labels.get(row["id"], {}))


def _judged(
    row: dict[str, Any], options: newsquote.ParseOptions, labels: dict[str, dict[str, str]]
) -> Judged:
    """One article; ``labels`` are of its attributions' speakers."""
    text = row["text"]
    article = newsquote.to_dict(newsquote.parse(text, options=options))
    golds = [Attribution(text, quote) for quote in row["quotes"]]
    preds = [Attribution(text, as_attribution(quote, text)) for quote in article["quotes"]]
    right = {
        p: row["quotes"][g]
        for g, (p, _) in matched(golds, preds).items()
        if source_correct(golds[g], preds[p])
    }
    out: Judged = []
    for n, quote in enumerate(article["quotes"]):
        label = labels.get(right[n]["id"]) if n in right and labels else None
        out.append(
            (
                quote["confidence"],
                n in right and (label is None or _is(label, speaker_of(quote, article))),
            )
        )
    return out


def _is(label: dict[str, str], speaker: dict[str, str]) -> bool:
    """Whether a speaker is the one of a label."""
    if label["kind"] in NAMED:
        return same_name(label["speaker"], speaker.get("name"))
    return speaker.get("kind") == label["kind"]


def error(found: Judged) -> float:
    """The expected calibration error.

    How far confidence and share of right ones are apart, by tenths, weighted.
    """
    return sum(abs(sum(c - r for c, r in group)) for group in tenths(found).values()) / len(found)


def tenths(found: Judged) -> dict[int, Judged]:
    """The quotes by tenth of confidence."""
    groups: dict[int, Judged] = defaultdict(list)
    for confidence, right in found:
        groups[min(9, int(confidence * 10))].append((confidence, right))
    return dict(sorted(groups.items()))


def coverage(found: Judged) -> float:
    """The largest share of the quotes, the surest first, of which nine in ten are right."""
    best = right = 0
    for n, (_, hit) in enumerate(sorted(found, reverse=True), 1):
        right += hit
        best = n if right >= WANTED * n else best
    return best / len(found)


def lines(title: str, found: Judged) -> Iterable[str]:
    """The table of one way of reading."""
    yield from (
        f"**{title}**",
        "",
        "| confidence | quotes | mean confidence, % | right, % |",
        "|---|---|---|---|",
    )
    for tenth, group in tenths(found).items():
        mean, share = (100 * sum(pair[n] for pair in group) / len(group) for n in (0, 1))
        bounds = f"{tenth / 10:.1f} to {(tenth + 1) / 10:.1f}"
        yield f"| {bounds} | {len(group)} | {mean:.1f} | {share:.1f} |"
    yield ""
    yield (
        f"Expected calibration error {100 * error(found):.1f} points;"
        f" {100 * coverage(found):.0f} % of the quotes can be had at 90 % precision."
    )
    yield ""


def main() -> None:
    """Print the table, and write the page where that is asked for."""
    parser = argparse.ArgumentParser(description="How far confidence can be trusted.")
    parser.add_argument(
        "--write", action="store_true", help="write the page of the documentation, too"
    )
    arguments = parser.parse_args()
    head = ["<!-- Written by evaluation/reliability.py; not by hand. -->", ""]
    both = (
        ("By default", newsquote.ParseOptions()),
        ("With thoughts", newsquote.ParseOptions(include_thoughts=True)),
    )
    tables = [(title, judged(options)) for title, options in both]
    tables.append(
        ("By default, with the right speaker", judged(newsquote.ParseOptions(), speakers=True))
    )
    text = "\n".join([*head, *(line for title, found in tables for line in lines(title, found))])
    print(text)
    if arguments.write:
        PAGE.write_text(text.rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
