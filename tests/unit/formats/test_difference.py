"""The page of judged quotes."""

import re

import pytest

from newsquote.formats.difference import OUTCOMES, ComparedText, JudgedQuote, difference

TEXT = "Mill to close\n\nIt is over, said <b>Ann Lee</b>.\n"


def page(*quotes, name="a", texts=()):
    blocks = ((0, 13, "headline"), (15, len(TEXT) - 1, "body"))
    return difference([ComparedText(name=name, text=TEXT, blocks=blocks, quotes=quotes), *texts])


def main_of(shown):
    return shown.partition("<main>")[2].partition("</main>")[0]


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_each_outcome_has_a_class_and_an_input_that_counts(outcome):
    shown = page(JudgedQuote(outcome=outcome, facts="so and so", content=((15, 25),)))
    assert (
        f'<mark class="{outcome}" tabindex="0" aria-description="so and so">It is over</mark>'
        in shown
    )
    assert f"body:has(#{outcome}:checked) main .{outcome}{{--on:1}}" in shown
    assert re.search(rf'id="{outcome}".*?<span class="count" title="1 quote">', shown)


def test_what_differs_is_underlined_and_the_text_is_escaped():
    shown = main_of(
        page(
            JudgedQuote(
                outcome="wrong",
                facts='"x"',
                content=((15, 20),),
                source=((35, 42),),
                wanted=((15, 25),),
                wanted_source=((27, 31),),
            )
        )
    )
    assert re.findall('<u class="([^"]*)"', shown) == [
        "wanted content wrong",
        "wanted content wrong",
        "wanted wrong",
        "source wrong",
    ]
    assert "&lt;b&gt;" in shown
    assert "<b>" not in shown


def test_of_several_texts_those_without_a_mistake_are_counted():
    right = JudgedQuote(outcome="right", facts="", content=((0, 4),))
    other = ComparedText(name="<i>b", text="Rain", blocks=(), quotes=(right,))
    shown = page(JudgedQuote(outcome="missed", facts="", content=((15, 25),)), texts=[other, other])
    assert main_of(shown).count("<section>") == 1
    assert "<h2><bdi>a</bdi>: 1 missed</h2>" in shown
    assert "2 articles have no mistake and are not shown." in shown
    assert '<h1 class="headline">' in main_of(shown)


def test_names_of_texts_are_text():
    extra = JudgedQuote(outcome="extra", facts="", content=((0, 4),))
    texts = [ComparedText(name="<i>b", text="Rain", blocks=(), quotes=(extra,))]
    assert "<bdi>&lt;i&gt;b</bdi>" in page(texts=texts)


def test_no_text_is_a_page_too():
    assert main_of(difference([])) == ""
