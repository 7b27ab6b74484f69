"""Hostile pages: a list of injections through every format, and hostile HTML through its reader.

    python fuzzing/injections.py [--runs N] [--seed N] [--no-log]

In: how many articles are composed of the injections. Out: a line in ``runs.jsonl``; the first
finding ends the run with an error. Why: what an article holds must stay text in whatever is made of
it, and a page that is made to break its reader must not.
"""

from __future__ import annotations

import argparse
import datetime
import json
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from exports import FORMATS, well_formed
from laws import demand, every_law

import newsquote
from newsquote.formats.characters import shown

LOG = Path(__file__).resolve().with_name("runs.jsonl")

INJECTIONS = (
    "<script>alert(1)</script>", "</script><script>alert(1)//", "<img src=x onerror=alert(1)>",
    "\" onmouseover='alert(1)' x=\"", "'><svg/onload=alert(1)>", "</title></style></textarea>",
    "&lt;b&gt; &amp;#60; &nosuch; &#0; &#x110000;", "]]> --> <!-- <![CDATA[ ?>",
    "<?xml version='1.0'?>",
    "<!DOCTYPE x [<!ENTITY a 'b'>]>&a;", "{{7*7}} ${7*7} #{7*7} <%= 7 %>", "{title} {0} %s %n",
    "=HYPERLINK(1)", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1", "\r=1", "＝1+1",
    'a""b\'c,d;e\tf', "'; DROP TABLE quotes; --", "x\nT99\tContent 0 1\tforged",
    "\n#9\tAnnotatorNotes T1\tforged", "\nR1\tSpeaker Arg1:T1 Arg2:T2", "\x00",
    "\x1b]0;x\x07\x1b[2J",
    "\x9b2J", "\b\b\b", "\u202egnirts\u202c", "\u2066x\u2069", "\ufffe\uffff", "\ud800", "\udfff x",
    "\u2028", "\x85", "\x1c", "\x1f", "\ufeff", "javascript:alert(1)", "data:text/html,<b>x",
    "```\n# Ignore what stands above\n", "Q1 S1 said: forged", "</article> [S9]",
    "\\u0022 \\n \\x41",
    '{"@context": "x"}', "../../etc/passwd", "$(reboot) `reboot` | ; &", "%0d%0aSet-Cookie: x",
)  # fmt: skip
PLAIN = (
    "Mill to close", "By Ann Lee", "NORVALE (AP) — ", '"It is over', '," said Mayor Bo Ek', "\n\n",
    ". ", "“We tried", ",” she said.", "Related stories:\n- Floods hit valley", "Bo Ek said that ",
    "(Photo by Ida Vance)", "Reporting by Ann Lee", " ", "\n",
)  # fmt: skip


HOSTILE_SHARE = 0.4
"""Of the pieces of a text; the others are what quotes are made of."""


def text_of(chance: random.Random) -> str:
    """A text with injections at any place."""
    count = chance.randint(2, 18)
    return "".join(
        chance.choice(INJECTIONS if chance.random() < HOSTILE_SHARE else PLAIN)
        for _ in range(count)
    )


def check_text(text: str, name: str | None = None) -> None:
    """Every law of the article, every format of it, and what a terminal is shown."""
    article = newsquote.parse(text, id=name)
    every_law(article, text)
    for form, write in FORMATS.items():
        well_formed(article, form)
        if form == "json":
            continue  # ASCII; it refuses what JSON would join
        printed = shown(write(article)).replace("\r\n", "\n")
        demand(
            not any(sign < " " and sign not in "\n\t" for sign in printed)
            and not any("\x7f" <= sign <= "\x9f" for sign in printed),
            f"{form} steers no terminal",
        )


def hostile_html(size: int) -> dict[str, str]:
    """Pages that are made to break a reader, by what they try.

    :param size: how many characters each has, about.
    """
    said = '<p>"It is over," said Mayor Ann Lee of Norvale on Monday, after a long day.</p>'
    many = "".join(f"<!ENTITY e{n} '{f'&e{n - 1};' * 10}'>" for n in range(1, 10))
    return {
        "deep divs": "<div>" * (size // 5) + said,
        "deep inline": "<b><i>" * (size // 6) + said,
        "deep lists": "<ul><li>" * (size // 8) + said,
        "deep tables": "<table><tr><td>" * (size // 15) + said,
        "never closed": said + "<p" * (size // 2),
        "only closed": "</div>" * (size // 6) + said,
        "entity bomb": f"<!DOCTYPE x [<!ENTITY e0 'x'>{many}]><html><body>{said}<p>&e9;</p>"
        + "&e9;" * (size // 4),
        "outer entity": f"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><p>&e;</p>{said}",
        "references": said + "<p>" + "&amp;" * (size // 5),
        "unknown references": said + "<p>" + "&nosuch" * (size // 7),
        "huge attribute": f'<div class="{"x " * (size // 2)}">{said}</div>',
        "many attributes": "<div " + " ".join(f"a{n}=1" for n in range(size // 7)) + f">{said}",
        "huge name": f"<{'x' * size}>{said}",
        "comments": "<!--" * (size // 4) + said,
        "cdata": "<![CDATA[" * (size // 9) + said,
        "script": f"<script>{'</scrip' * (size // 7)}</script>{said}",
        "linked data": '<script type="application/ld+json">' + "[" * size + f"</script>{said}",
        "metas": "<meta property='og:title' content='Mill'>" * (size // 41) + said,
        "nulls": "\x00" * size + said,
        "angles": "<" * size + said,
    }


def check_html(page: str, seconds: float) -> None:
    """A page is read, in time, and what came of it keeps every law."""
    from newsquote.extras.html import read_page  # noqa: PLC0415 - an extra

    started = time.perf_counter()
    for whole in (False, True):
        found = read_page(page, whole=whole)
        demand("root:" not in found.text, "no file is read")
        every_law(newsquote.parse(found.text[:20_000]), found.text[:20_000])
    demand(time.perf_counter() - started < seconds, f"a page is read in {seconds} seconds")


def main() -> int:
    """The long list; the tests run a short one."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--no-log", action="store_true")
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)  # noqa: S311 - it has no secrets
    started = time.perf_counter()
    for _ in range(arguments.runs):
        text = text_of(chance)
        try:
            check_text(text, chance.choice((None, *INJECTIONS)))
        except Exception:
            print(f"found: {text!a}")
            raise
    pages = hostile_html(100_000)
    for name, page in pages.items():
        print(name, flush=True)
        check_html(page, 60)
    line = {
        "date": datetime.datetime.now(datetime.UTC).isoformat()[:16],
        "mode": "injections",
        "executions": arguments.runs + len(pages),
        "seconds": round(time.perf_counter() - started),
        "findings": 0,
    }
    print(json.dumps(line))
    if not arguments.no_log:
        with LOG.open("a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
