"""By rules alone, to the letter: where cue, source and content begin and end, and what stands
beside them.

``quotes_print.txt`` holds texts, each with what is found in it. The cases of ``tests/cases``
compare contents by their letters, and are content with a cue or a source that overlaps the right
one; here a sign too much is an error.
"""

from pathlib import Path

import pytest

import newsquote

BLOCKS = (Path(__file__).parent / "quotes_print.txt").read_text(encoding="utf-8").split("\n\n")
RULES = newsquote.ParseOptions(model=None, include_thoughts=True)
NESTED = newsquote.ParseOptions(model=None, include_thoughts=True, include_nested=True)


def rows():
    for block in BLOCKS:
        lines = block.strip().split("\n")
        lines = [line for line in lines if not line.startswith("//")]
        if lines:
            yield pytest.param(
                lines[0].removeprefix("nested: ").replace(" ¶ ", "\n\n"),
                lines[1:],
                lines[0].startswith("nested: "),
                id=lines[0][:60],
            )


def text_of(part):
    return part.text if part is not None else "-"


def described(quote):
    facts = [
        text_of(quote.source),
        text_of(quote.cue),
        " / ".join(part.text for part in quote.parts),
    ]
    if quote.speaker is not None and len(facts[0]) == 1:  # none is printed beside it, or a label
        facts.append(f"who: {quote.speaker.name}")
    facts += [
        f"{name}: {value.text}"
        for name in ("addressee", "occasion", "when", "relayed_by")
        if (value := getattr(quote, name)) is not None
    ]
    if quote.kind == "mixed":
        facts.append("mixed")
    if quote.mode != "speech":
        facts.append(quote.mode.value)
    if quote.cue is not None and quote.cue.polarity != "positive":
        facts.append(quote.cue.polarity.value)
    return " | ".join(facts)


def found_in(text, options):
    article = newsquote.parse(text, options=options)
    quotes = [described(quote) for quote in article.quotes]
    silent = [
        f"no comment: {text_of(one.source)} | {one.cue.text} | {one.text} | {one.cue.polarity.value}"
        for one in article.no_comments
    ]
    return (
        quotes + silent + [f"rejected: {one.text} | {one.reason.value}" for one in article.rejected]
    )


@pytest.mark.parametrize(("text", "wanted", "nested"), [*rows()])
def test_cue_source_and_content_are_found_to_the_letter(text, wanted, nested):
    assert found_in(text, NESTED if nested else RULES) == wanted


def confidence(text):
    return newsquote.parse(text, options=RULES).quotes[0].confidence


def test_marks_are_surer_than_clauses_and_that_is_surer_than_none():
    texts = [
        "“It is over,” Lee said.",
        "Lee said: “It is over.”",
        "Lee said that it was over.",
        "It was over for him, Lee said.",
        "Lee said the mill was over.",
    ]
    found = [confidence(text) for text in texts]
    assert found == sorted(found, reverse=True)
    assert len(set(found)) == 5


def test_what_has_no_source_beside_it_is_half_as_sure_at_most():
    talk = "Old mill shuts\n\nAnn Lee leads the mill. We spoke with her in an interview.\n\nIs it over?\n\nIt is, I think.\n\nAre you glad?\n\nI am."
    turns = "Old mill shuts\n\nAnn Lee: It is over.\n\nBo Ek: It is not."
    assert confidence(talk) <= confidence(turns) / 2


def test_a_finished_quotation_before_a_cue_that_opens_another_is_not_its_own():
    (quote,) = newsquote.parse("Lee left. “No.” He added: “Yes, it is over.”", options=RULES).quotes
    assert [part.text for part in quote.parts] == ["“Yes, it is over.”"]
