"""What the page hands over."""

import attrs
import pytest

from newsquote._page import records
from newsquote._page.verdicts import Judge, Sign, Verdict
from newsquote._text.ranges import Chars
from newsquote.kinds import BlockRole, ParagraphKind

TEXT = "LISBON — It fell. Bridge falls"


def reading(**fields):
    paragraph = records.ParagraphRecord(Chars(0, 17), ParagraphKind.TEXT)
    return records.PageReading(paragraphs=(paragraph,), **fields)


def test_the_dateline_is_not_read_and_the_headline_stands_where_it_is_printed():
    page = reading(
        dateline=records.DatelineRecord(range=Chars(0, 8)),
        headline=records.HeadlineRecord(range=Chars(18, 30), words=18),
    )
    ranges, headline = page.reading_order(TEXT)
    assert ([TEXT[slice(*found)] for found in ranges], headline) == (
        ["It fell.", "Bridge falls"],
        1,
    )


def test_without_headline_the_paragraphs_are_read():
    assert reading().reading_order(TEXT) == ([Chars(0, 17)], None)


def test_a_block_has_the_role_of_its_verdict():
    verdict = Verdict(BlockRole.BODY, Judge.PARAGRAPH, Sign.NOTHING_AGAINST)
    assert records.BlockRecord(Chars(0, 1), verdict, None).role is BlockRole.BODY


def test_records_are_frozen():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        reading().headline = None
