"""The table of feature templates -> its page.

    python docs/features.py --write  # writes docs/reference/features.md
    python docs/features.py          # status 1 where the page is out of date

In: ``_quotes/model/templates.py``. Out: a page with a line for each template. Why: a page that
somebody types is wrong after the next change; this one is made from the table that the model itself
reads.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from newsquote._quotes.model.spellings import OfNeighbours, OfWord
from newsquote._quotes.model.templates import TEMPLATES, Step

if TYPE_CHECKING:
    from newsquote._quotes.model.templates import Template

PAGE = Path(__file__).resolve().parent / "reference" / "features.md"
INTRODUCTION = """\
# Features of the model

What the trained model sees of a text. It works step by step, and each step adds up weights of
features. A feature is a template with values: `w-1=said` is the template `w` for the word before
a token, and its value is "said". This page has a line for each template and says what the values
are, in their order. `python docs/features.py --write` makes it from the table that training and
reading share, `_quotes/model/templates.py`; the keys of the later steps are spelled in the files
that are named below.

| value | what it is |
|---|---|
| word | in lower case; a shape where it is a capitalised word inside a sentence (`X`, `XX` all capitals, `X.` with a period, `Xi` at the start of a sentence or quotation) |
| class | of a closed class a code (`BE`, `TH` "that", `DY` a day, …), of a common word its cluster (`k12`), of another one its ending (`-ing`); of a capitalised one its shape and the kind of name; of a sign the sign (`Q` a double mark, `DASH`, `END`) |
| kind | `X` capitalised, `w` lower case, `0` number, `p` punctuation, `q` double mark |
| frames | the letters of a cue verb's frames, as in `cue_verbs.txt` |
| side | `L` before the cue, `R` behind it; `LR` content on both sides |
| head | the main word of a cue |
| score | the tagger's, in quarters of a power of e, -16 to 16 |
| distance, tokens | one by one up to 4, then 5 for 5 and 6, 6 up to 9, 7 up to 14, 8 up to 21, 9 up to 31, 10 up to 49, 11 from there on; in places of a sentence `0` to `5` |
| likely heads, likely ends | tokens that the tagger takes for such with log-odds above -0.5 |
| breaks | semicolons, colons, dashes, brackets, ends of sentences, conjunctions and question words |
| landmark | the side, and `c` beside the cue, `s` beside the source, `in` inside the source, `-` elsewhere |
| place | `x` outside the cue's sentence, `f` its first word or `e` its last, `-` elsewhere |
| marks | `1` inside double marks, `0` outside; of an edge also `q` beside the mark |
| hint | what the rules say of a cue: its rule, its side, cue, source and content |
| agreement | of a range with a hinted one: `=` the same, `s` the same start, `e` the same end, `o` an overlap, `x` apart, `n` nothing hinted; `-` without a hint, and `.` where nothing is hinted and nothing is there |
| rival | another cue of the paragraph that may attribute; 2 where it surely does, 1 where it may |
"""
STEPS = {
    Step.TOKENS: (
        "Every token: what it may be",
        (
            "A cue's head, the start or the end of a source or of a content. Spelled by"
            " `token_keys.py` from `token_templates.py`; states come from `states.py`."
        ),
    ),
    Step.LEFT: ("The cue's first word", "Spelled in `cue_words.py`."),
    Step.RIGHT: ("The cue's last word", "Spelled in `cue_words.py`."),
    Step.SOURCE: (
        "The source",
        "None, or a first and a last token. Spelled in `source_spans.py` and `source_edges.py`.",
    ),
    Step.CONTENT: (
        "The content",
        (
            "Nothing, a piece before the cue, one behind it, or both. Spelled in"
            " `content_shapes.py`, `content_starts.py`, `content_ends.py` and"
            " `content_pieces.py`."
        ),
    ),
    Step.JOINT: (
        "Cue, source and content together",
        "Spelled in `relations.py`, `rivals.py`, `no_attribution.py` and `joint.py`.",
    ),
}


def where(template: Template) -> str:
    """Of which tokens a key of the tagger speaks."""
    made = template.made
    if isinstance(made, OfWord):
        if not made.offsets:
            return "the token"
        return f"{made.offsets[0]} to {made.offsets[-1]}"
    if isinstance(made, OfNeighbours):
        last = len(made.parts) - 1
        return ", ".join(f"{first} to {first + last}" for first in made.firsts)
    return "the token"


def row(template: Template) -> str:
    """The line of a template."""
    cells = [f"`{template.name}`", template.says.replace("|", "\\|")]
    if template.step is Step.TOKENS:
        cells.insert(1, where(template))
    return f"| {' | '.join(cells)} |"


def section(step: Step) -> str:
    """The heading and the table of a step."""
    title, says = STEPS[step]
    columns = ["name", "of the words", "values"] if step is Step.TOKENS else ["name", "values"]
    head = [f"| {' | '.join(columns)} |", f"|{'---|' * len(columns)}"]
    rows = [row(template) for template in TEMPLATES if template.step is step]
    return "\n".join([f"## {title}", "", says, "", *head, *rows, ""])


def page() -> str:
    """The whole page."""
    return "\n".join([INTRODUCTION, *map(section, Step)])


def main() -> int:
    """Write the page, or say whether it is out of date."""
    parser = argparse.ArgumentParser(description="The table of feature templates -> its page.")
    parser.add_argument("--write", action="store_true", help="write the page")
    if parser.parse_args().write:
        PAGE.write_text(page(), encoding="utf-8")
        return 0
    is_current = PAGE.exists() and PAGE.read_text(encoding="utf-8") == page()
    print("up to date" if is_current else "out of date: run python docs/features.py --write")
    return 0 if is_current else 1


if __name__ == "__main__":
    raise SystemExit(main())
