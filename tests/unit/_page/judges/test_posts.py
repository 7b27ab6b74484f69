"""Posts that are pasted into a story."""

import pytest

from newsquote._page.judges.posts import judge_posts
from newsquote._page.verdicts import Judge, Sign, Verdict
from newsquote._page.wrapping import join_wrapped_lines
from newsquote._text import lines
from newsquote.kinds import BlockRole

LEAD = "The bridge over the Orla will reopen in May, the mayor said on Tuesday, two years after the flood."
SIGNED = "— Ann Lee (@annlee) March 4, 2024"


def page(*texts):
    text = "\n".join(texts)
    return join_wrapped_lines(text, lines.split_lines(text))


def posts(found):
    return [line.text for line, _ in judge_posts(found)]


@pytest.mark.parametrize(
    "line",
    [
        f"The bridge is open. {SIGNED}",
        "The bridge is open! – Bo Ek (@bo_ek)",
        "“The bridge is open”—Ann Lee (@annlee) 4 March 2024",
        "The bridge is open. pic.twitter.com/abc — Ann Lee (@annlee) March 4, 2024",
        "The bridge is open. -- Ann Lee (@annlee)",
        SIGNED,
    ],
)
def test_a_signed_post_is_one(line):
    ((judged, verdict),) = judge_posts(page(line))
    assert judged.text == line
    assert (verdict.role, verdict.why) == (BlockRole.SOCIAL, Sign.SIGNED_POST)


@pytest.mark.parametrize(
    "line",
    [
        "Ann Lee (@annlee) said on Tuesday that the bridge is open.",
        "The mayor — Ann Lee (@annlee) — said on Tuesday that the bridge over the river is open.",
        "The bridge is open, Ann Lee (@annlee) March 4, 2024",
        "Write to bo@norvale.example — Bo Ek",
        "The bridge is open — Ann Lee",
        " ".join(["word"] * 100) + f". {SIGNED}",
    ],
)
def test_a_paragraph_that_names_a_handle_is_none(line):
    assert posts(page(line)) == []


@pytest.mark.parametrize("post", ["“The bridge is open.”", "It is open. https://t.co/abc"])
def test_a_signature_alone_signs_the_line_above_it(post):
    found = page(LEAD, post, SIGNED, LEAD)
    assert sorted(posts(found)) == sorted([post, SIGNED])
    (above,) = [verdict for line, verdict in judge_posts(found) if line.text == post]
    assert above.told_by == found[2].chars


def test_a_paragraph_above_a_signature_is_the_story_s():
    assert posts(page(LEAD, SIGNED)) == [SIGNED]


def test_a_signature_behind_its_post_does_not_sign_the_line_above():
    post = f"The bridge is open. {SIGNED}"
    assert posts(page("“We did it.”", post)) == [post]


def test_a_line_with_a_verdict_keeps_it():
    found = page("“The bridge is open.”", SIGNED)
    for line in found:
        line.role = BlockRole.CAPTION
        line.verdict = Verdict(BlockRole.CAPTION, Judge.CAPTION, Sign.PICTURE_LABEL)
    assert posts(found) == []
