"""A judged page as records."""

from newsquote._page.assembly import note_oddities, page_reading
from newsquote._page.page import Page
from newsquote._page.verdicts import Judge, Sign, Verdict
from newsquote._page.wrapping import join_wrapped_lines
from newsquote._text import lines
from newsquote._text.notes import Notes
from newsquote.kinds import BlockRole, NoteCode, ParagraphKind
from newsquote.lang import get_pack


def page(*roles):
    text = "\n".join("Bridge" for _ in roles)
    one = Page(text, join_wrapped_lines(text, lines.split_lines(text)), get_pack("en"), None)
    for line, (role, sign) in zip(one.lines, roles, strict=True):
        one.judge(line, Verdict(role, Judge.PARAGRAPH, sign))
    return one


BODY = (BlockRole.BODY, Sign.NOTHING_AGAINST)
HEADING = (BlockRole.HEADING, Sign.SHORT_WITHOUT_STOP)
BYLINE = (BlockRole.BYLINE, Sign.BYLINE_OPENING)
CAPTION = (BlockRole.CAPTION, Sign.PICTURE_LABEL)


def test_paragraphs_are_the_story_and_the_captions_below_the_headline():
    one = page(CAPTION, BODY, CAPTION)
    one.headline_index = 0
    reading = page_reading(one)
    assert [block.role for block in reading.blocks] == [
        role for role, _ in (CAPTION, BODY, CAPTION)
    ]
    assert [paragraph.kind for paragraph in reading.paragraphs] == [
        ParagraphKind.TEXT,
        ParagraphKind.CAPTION,
    ]


def test_another_article_below_the_story_is_noted():
    notes = Notes()
    note_oddities(page(BODY, HEADING, BYLINE, BODY), notes)
    assert [note.code for note in notes.records] == [NoteCode.NO_HEADLINE, NoteCode.SECOND_ARTICLE]


def test_a_page_without_a_story_is_noted():
    notes = Notes()
    note_oddities(page(BYLINE), notes)
    assert [note.code for note in notes.records] == [NoteCode.NO_TEXT, NoteCode.NO_HEADLINE]
