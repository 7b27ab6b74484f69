"""Claims about composed articles, each with what a careful reader answers.

``checks/pairs.txt`` has them: a heading a verdict, below it an article, a speaker and a quotation a
line. All articles are composed.
"""

import functools
from pathlib import Path

import pytest

import newsquote

TESTS = Path(__file__).parent
PLACES = [TESTS / "articles", TESTS / "checks"]


def pairs():
    verdict = None
    for line in (TESTS / "checks" / "pairs.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            verdict = newsquote.CheckVerdict(line.removeprefix("## "))
        elif line and not line.startswith("#"):
            name, speaker, quotation = (field.strip() for field in line.split("|"))
            yield verdict, name, None if speaker == "-" else speaker, quotation


PAIRS = list(pairs())
KNOWN_GAPS = {
    # What a body calls its service is read to the sentence's end.
    ("Tindall", "has sold it in eleven countries"),
    # Four words of six are another sentence's, by chance.
    ("Ann Lee", "Every boat will be painted green"),
}
"""Pairs that are judged wrongly, by speaker and quotation."""


@functools.cache
def article(name):
    path = next(place / f"{name}.txt" for place in PLACES if (place / f"{name}.txt").is_file())
    return newsquote.parse(path.read_text(encoding="utf-8"))


def test_there_are_enough_of_each():
    assert len(PAIRS) >= 200
    assert len(set(PAIRS)) == len(PAIRS)
    assert all(
        sum(pair[0] is verdict for pair in PAIRS) >= 35 for verdict in newsquote.CheckVerdict
    )


@pytest.mark.parametrize(
    ("verdict", "name", "speaker", "quotation"),
    [
        pytest.param(
            *pair,
            marks=[pytest.mark.xfail(reason="known gap")] if pair[2:] in KNOWN_GAPS else [],
            id=f"{pair[0].value}-{number:03}",
        )
        for number, pair in enumerate(PAIRS, 1)
    ],
)
def test_a_claim_is_judged_as_a_reader_judges_it(verdict, name, speaker, quotation):
    found = newsquote.check(quotation, article(name), speaker)
    assert found.verdict is verdict, (found, found.asked, found.changes)
    assert bool(found) is (verdict is newsquote.CheckVerdict.SAID)
    text = article(name).text
    for place in found.places:
        assert any(text[span.slice].strip() for span in place.spans)
        assert place.span.start == place.spans[0].start
    assert (found.place in found.places) is (verdict is not newsquote.CheckVerdict.ABSENT)
