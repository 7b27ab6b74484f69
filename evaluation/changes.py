"""Which documents got better and which got worse since the last landed state.

    python evaluation/changes.py [--all]    print, for each measure, the totals then and now, and
                                            the documents gained and lost with their numbers of
                                            mistakes then and now
    python evaluation/changes.py --update   make the present state the landed one

In: the development data that ``NEWSQUOTE_DATA`` names, and landed.json. Out: a report. Why: a total
that stands still can hide twenty documents gained and twenty lost, and a gain in many documents is
worth more than the same gain in one.

landed.json has ``digest`` (the data that were read) and, for each measure, a few integers a
document, in the order of the data's rows: right, predicted and gold where precision and recall are
counted, right and asked where a share is, null where the measure asks nothing. It holds no text and
no document names. Exit status 0: reported, or no data (said so). 2: the data are not those of
landed.json.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import corpus
import run
import score_speakers
import score_structure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LANDED = Path(__file__).with_name("landed.json")
QUOTES = (
    ("quotes with thoughts", "polnear", ("all",)),
    ("quotes default", run.DEFAULT, ("speech", "direct")),
)
KEPT = frozenset(
    ("attributed", "paragraphs", "names", "exact", "is_dateline", "place")
)  # last words of the measures followed
FEW = 5
RIGHT_AND_ASKED = 2
"""Numbers of a share; where precision and recall are counted, there are three."""

Counts = list[int]  # right, predicted, gold; or right, asked


def followed(result: dict[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[str, Counts]]:
    """(name, counts) of the measures that are followed, of one document's result."""
    for key, value in result.items():
        name = " ".join((*path, key))
        if not isinstance(value, dict):
            continue
        if "f1" in value or "share" in value:
            if key in KEPT or path[:1] in {("headline",), ("related",)}:
                yield (
                    name,
                    [value["tp"], value["pred"], value["gold"]]
                    if "f1" in value
                    else [value["right"], value["of"]],
                )
        elif name not in {
            "dateline lines reuters21578",
            "dateline lines others",
        }:  # they are among "lines all"
            yield from followed(value, (*path, key))


def of_article(
    row: dict[str, Any], identities: dict[str, Any], predictor: run.Live | run.ReadyMade
) -> Iterator[tuple[str, Counts]]:
    """The counts of one article with gold quotes."""
    for label, name, tasks in QUOTES:
        article = predictor.article(name, row["id"], row["text"])
        yield from followed(run.quote_result([row], [article], tasks), (label,))
    if row["id"] in identities:
        article = predictor.article("polnear", row["id"], row["text"])
        strict = score_speakers.score([row], identities, {row["id"]: article})["end_to_end"][
            "strict"
        ]
        yield "speakers end_to_end strict", [strict["right"], strict["of"]]


def state(
    data: dict[str, Any], identities: dict[str, Any], predictor: run.Live | run.ReadyMade
) -> dict[str, dict[str, list[Counts | None]]]:
    """{set: {measure: counts of each row}}."""
    out: dict[str, dict[str, list[Counts | None]]] = {}
    for name, rows in data.items():
        if (
            name == "credit_lines"
        ):  # its lines stand between lines of other rows: no row is a document of its own
            continue
        series: dict[str, list[Counts | None]] = {}
        for number, row in enumerate(rows):
            counts = [*followed(score_structure.score({name: [row]}, predictor))]
            counts += of_article(row, identities, predictor) if name == "polnear" else ()
            for measure, found in counts:
                series.setdefault(measure, [None] * len(rows))[number] = found
        if series:
            out[name] = series
    return out


def mistakes(measure: str, counts: Counts) -> int:
    """What is wrong with one document by one measure."""
    if len(counts) > RIGHT_AND_ASKED:
        right, predicted, gold = counts
        return predicted + gold - 2 * right
    right, asked = counts
    return right if "false_alarms" in measure else asked - right


def total(series: Sequence[Counts | None]) -> str:
    """The measure over all documents, in per cent: F1, or the share."""
    sums = [sum(column) for column in zip(*filter(None, series), strict=True)]
    if len(sums) > RIGHT_AND_ASKED:
        return f"{200 * sums[0] / (sums[1] + sums[2]):.2f}" if sums[1] + sums[2] else "-"
    return f"{100 * sums[0] / sums[1]:.2f}" if sums and sums[1] else "-"


def moved(
    measure: str,
    ids: Sequence[str],
    before: Sequence[Counts | None],
    after: Sequence[Counts | None],
) -> list[tuple[int, str]]:
    """(mistakes less, line) of every document whose number of mistakes changed.

    The largest changes come first.
    """
    found = []
    for id_, old, new in zip(ids, before, after, strict=True):
        was, now = (0 if counts is None else mistakes(measure, counts) for counts in (old, new))
        if was != now:
            found.append((was - now, f"    {'+' if now < was else '-'} {id_}: {was} -> {now}"))
    return sorted(found, key=lambda change: -abs(change[0]))


def report(
    data: dict[str, Any], before: dict[str, Any], after: dict[str, Any], most: int | None
) -> Iterator[str]:
    """The lines of the report."""
    for name, measures in after.items():
        ids = [row["id"] for row in data[name]]
        for measure, series in measures.items():
            old = before.get(name, {}).get(measure)
            if old is None:
                yield f"{name}: {measure}: {total(series)}, new"
                continue
            changes = moved(measure, ids, old, series)
            gained, lost = (
                [line for better, line in changes if (better > 0) is sign] for sign in (True, False)
            )
            yield (
                f"{name}: {measure}: {total(old)} -> {total(series)},"
                f" {len(gained)} documents gained, {len(lost)} lost"
            )
            yield from (*gained[:most], *lost[:most])


def written(digest: str, after: dict[str, Any]) -> str:
    """landed.json: one line a measure, so that a difference can be read."""
    lines = [
        f"  {json.dumps(name)}: {{\n"
        + ",\n".join(
            f"   {json.dumps(measure)}: {json.dumps(series, separators=(',', ':'))}"
            for measure, series in measures.items()
        )
        + "\n  }"
        for name, measures in after.items()
    ]
    return f'{{\n "digest": "{digest}",\n "counts": {{\n' + ",\n".join(lines) + "\n }\n}\n"


def main(argv: Sequence[str] | None = None, path: Path = LANDED) -> int:
    """Read the data, compare with the landed state, report."""
    parser = argparse.ArgumentParser(
        description="Which documents got better and which got worse since the last landed state."
    )
    parser.add_argument(
        "--all", action="store_true", help=f"print every document that changed, not {FEW} each way"
    )
    parser.add_argument(
        "--update", action="store_true", help="make the present state the landed one"
    )
    args = parser.parse_args(argv)
    try:
        folder = corpus.dev()
        digest = corpus.digest(folder)
    except corpus.NoDataError as missing:
        print(f"skipped: {missing}")
        return 0
    landed: dict[str, Any] = {"digest": digest, "counts": {}}
    if path.exists():
        landed = json.loads(path.read_text(encoding="utf-8"))
    if landed["digest"] != digest and not args.update:
        print(
            f"measured on other data: landed.json has {landed['digest']}, {folder} is {digest}",
            file=sys.stderr,
        )
        return 2
    data, identities, _ = run.read_data(folder)
    after = state(data, identities, run.Live())
    if landed["digest"] == digest:
        print("\n".join(report(data, landed["counts"], after, None if args.all else FEW)))
    if args.update:
        path.write_text(written(digest, after), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
