"""Letters by their edges, and what is scored by them: work grows with quotes and blocks, no faster,
and what cannot be scored like that is refused.
"""

import random

import pytest
from lines_run import lines_run

import newsquote
from newsquote._scoring.attributions import Attribution, DirectTask, matched
from newsquote._scoring.letters import Letters, letters_in, overlaps, shared
from newsquote._scoring.parts import role_at, roles_at
from newsquote._scoring.spans import tokens

MOST = 4.8  # four times the article, a little more than four times the work
UNIT = "“It is over,” said Ann Lee.\n"


def placed(n, start, end):
    return {"span": [n * len(UNIT) + start, n * len(UNIT) + end]}


def quotes(times):
    return {
        "quotes": [
            {
                "parts": [placed(n, 0, 13)],
                "cue": placed(n, 14, 18),
                "source": placed(n, 19, 26),
                "speaker": 0,
                "kind": "direct",
            }
            for n in range(times)
        ],
        "speakers": [{"name": "Ann Lee", "kind": "person"}],
    }


def nothing(_):
    return {"quotes": []}


def blocks(times):
    return {"blocks": [{**placed(n, 0, len(UNIT)), "role": "body"} for n in range(times)]}


def whole_block(times):
    return {"blocks": [{"span": [0, times * len(UNIT)], "role": "body"}]}


def credit_lines(times):
    return {"credits": [{**placed(n, 0, 20), "kind": "source"} for n in range(times)]}


def names(times):
    named = [{"name": f"Ann Lee{n}"} for n in range(times)]
    agencies = [f"Post {n}" for n in range(times)]
    return {"bylines": [{"authors": named, "agencies": agencies}]}


def one_source(times):
    found = quotes(times)
    for quote in found["quotes"]:
        quote["source"] = {"span": [0, times * len(UNIT)]}
    return found


@pytest.mark.parametrize(
    ("gold", "found"),
    [
        (quotes, quotes),
        (quotes, nothing),
        (blocks, blocks),
        (blocks, whole_block),
        (whole_block, blocks),
        (credit_lines, credit_lines),
        (names, names),
    ],
)
def test_four_times_the_article_is_about_four_times_the_lines_run(gold, found):
    def score(times):
        known = {"id": 1, "text": UNIT * times}
        sides = [{**known, **gold(times)}], [{**known, **found(times)}]
        return lines_run(lambda: newsquote.evaluate(*sides))

    score(5)
    assert score(160) <= MOST * score(40)


def test_sources_as_long_as_the_text_are_read_by_their_edges():
    text = UNIT * 400
    Attribution(text, {"source": [[0, len(text)]]})
    asked = lines_run(lambda: [Attribution(text, {"source": [[n, len(text)]]}) for n in range(100)])
    assert asked < 100 * 150


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (
            one_source(251),
            r"gold, article 1: quotes\[\].source: more than 250 lie over one another",
        ),
        (
            {"quotes": [{"parts": [{"span": [n, 400]}]} for n in range(251)]},
            r"quotes\[\].parts: more than 250 lie over one another, at offset 250",
        ),
        (
            {"blocks": [{"span": [0, 400], "role": "body"}] * 11},
            "blocks: more than 10 lie over one another, at offset 0",
        ),
    ],
)
def test_what_lies_over_one_another_too_often_is_refused(found, said):
    article = {"id": 1, "text": UNIT * 251, **found}
    with pytest.raises(newsquote.SchemaError, match=said):
        newsquote.evaluate([article], [article])


def test_what_may_lie_over_one_another_is_scored():
    article = {"id": 1, "text": UNIT * 250, **one_source(250)}
    scores = newsquote.evaluate([article], [article])
    assert (scores.found.right, scores.source.right) == (250, 250)


# Edges say what sets said.


def spans_of(draw, length):
    starts = [draw.randrange(length) for _ in range(draw.randint(0, 4))]
    return [(start, min(length, start + draw.choice((0, 1, 3, 9, 40)))) for start in starts]


@pytest.mark.parametrize("seed", range(40))
def test_letters_are_the_set_of_their_offsets(seed):
    draw = random.Random(seed)
    text = "".join(draw.choice("ab7 é,_\n") for _ in range(60))
    sets, plain = [], []
    for _ in range(6):
        spans = spans_of(draw, len(text))
        sets.append(letters_in(text, spans))
        inside = {at for span in spans for at in range(*span) if text[at].isalnum()}
        plain.append(inside)
        assert sets[-1] == inside
        assert (len(sets[-1]), list(sets[-1])) == (len(inside), sorted(inside))
        assert (sets[-1].first, sets[-1].last) == (
            min(inside, default=None),
            max(inside, default=None),
        )
        assert [at in sets[-1] for at in range(60)] == [at in inside for at in range(60)]
        assert "a" not in sets[-1]
        assert set(sets[0].joined(*sets[1:])) == set().union(*plain)
    wanted = {
        (n, m): len(one & other)
        for n, one in enumerate(plain[:3])
        for m, other in enumerate(plain[3:])
        if one & other
    }
    assert shared(sets[:3], sets[3:]) == wanted
    assert all(sets[n].in_common(sets[m + 3]) == both for (n, m), both in wanted.items())
    assert hash(sets[0]) == hash(Letters.of(range(60), sets[0].ranks))


def test_tokens_leave_light_words_out_unless_there_is_nothing_else():
    text = "the Mayor of a town"
    assert list(tokens(text, [(0, 19)])) == [4, 15]
    assert list(tokens(text, [(0, 3), (10, 14)])) == [0, 10, 13]
    assert list(tokens(text, [(5, 6), (16, 17)])) == [4, 15]
    assert not tokens(text, [(3, 4), (9, 10)])
    assert tokens(text, [(0, 9)]).shares(tokens(text, [(6, 19)]))
    assert not tokens(text, [(0, 3)]).shares(tokens(text, [(0, 9)]))
    assert not tokens(text, [(4, 9)]).shares(tokens("Mayor", [(0, 5)]))


@pytest.mark.parametrize("seed", range(20))
def test_roles_are_those_that_each_span_has_on_its_own(seed):
    draw = random.Random(seed)
    text = "a b c\n" * 10
    drawn = [*spans_of(draw, 60), *spans_of(draw, 60), *spans_of(draw, 60)]
    blocks = [{"span": [*span], "role": f"{n}"} for n, span in enumerate(drawn)]
    article, spans = {"blocks": blocks}, spans_of(draw, 60) + spans_of(draw, 60)
    assert roles_at(article, text, spans) == [role_at(article, text, span) for span in spans]


def test_of_two_that_cover_as_much_the_first_is_taken():
    text = "one two three four"
    one, same = (Attribution(text, {"content": [[0, 13]]}) for _ in range(2))
    few = Attribution(text, {"content": [[0, 3]]})
    fragment = letters_in(text, [(0, 13)])
    assert DirectTask.covers([fragment], [few, one, same]) == [one]
    assert DirectTask.covers([fragment], [few]) == [None]
    assert DirectTask.covers([fragment], []) == [None]
    assert matched([one, same], [same, one]) == {0: (0, 1.0), 1: (1, 1.0)}
    assert overlaps([((0, 2),)], [((2, 4),), ((1, 1),)]) == {}
