"""A page while it is judged.

In: a text as lines. Out: a ``Page``, with a verdict on each line once all judges have spoken. Why:
the passes work one after the other on the same lines; what changes on the way stands here and
nowhere else. Judges see lines and return verdicts; only ``Page.judge`` records one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._page.line import Line
from newsquote._page.story import StoryLines

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from newsquote._page.records import (
        BylineRecord,
        CreditRecord,
        DatelineRecord,
        HeadlineRecord,
        RelatedRecord,
    )
    from newsquote._page.rulings import Ruling
    from newsquote._page.verdicts import Verdict
    from newsquote.lang import LanguagePack

__all__ = ["Page"]


class Page:
    """The lines of a text, and what the passes found among them."""

    def __init__(
        self, text: str, lines: list[Line], pack: LanguagePack, near: datetime.date | None
    ) -> None:
        self.text, self.lines, self.pack = text, lines, pack
        self.near = near
        """A day near that of publication, if the caller knows one."""
        self.headline_index: int | None = None
        self.headline: HeadlineRecord | None = None
        self.lead = 0
        """The index of the line with which the running text begins."""
        self.story = StoryLines(0, 0, 0)
        self.bylines: tuple[BylineRecord, ...] = ()
        self.dateline: DatelineRecord | None = None
        self.credits: list[CreditRecord] = []
        self.related: list[RelatedRecord] = []
        self.printed_date: datetime.date | None = None

    @property
    def below_headline(self) -> int:
        """The index of the line below the headline; the first line where there is none."""
        return 0 if self.headline_index is None else self.headline_index + 1

    @property
    def above_headline(self) -> list[Line]:
        """The lines above the headline; none where there is none."""
        return self.lines[: self.headline_index or 0]

    def judge(self, line: Line, verdict: Verdict) -> None:
        """Record the verdict on a line; the one before it is kept as overruled."""
        line.overruled = line.verdict
        line.verdict = verdict
        line.role = verdict.role

    def withdraw(self, line: Line) -> None:
        """Take the verdict on a line back; it is kept as overruled."""
        line.overruled = line.verdict
        line.verdict = line.role = None

    def judge_all(self, rulings: Iterable[Ruling]) -> None:
        """Record verdicts, each before the next is asked for."""
        for line, verdict in rulings:
            self.judge(line, verdict)

    def join_lines(self, first: int, last: int) -> Line:
        """Make one line of several."""
        top = self.lines[first]
        joined = Line(self.text, top.start, self.lines[last].end, top.blanks_above, top.indent)
        self.lines[first : last + 1] = [joined]
        return joined
