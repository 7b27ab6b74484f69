"""Words -> the runs that may be names.

In: a ``Doc``. Out: stretches of tokens, in order and apart, each as far as a name goes. Why:
typography is what news text gives for sure; what a run names is asked after. A run is read as it
is printed, cut at its ends, and joined with its neighbour where both are one name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._names.runs.edges import RunEdges
from newsquote._names.runs.joins import join_runs
from newsquote._names.runs.printed import PrintedRuns

if TYPE_CHECKING:
    from newsquote._text.doc import Doc
    from newsquote._text.ranges import Tokens

__all__ = ["find_runs"]


def find_runs(doc: Doc, firsts: set[int]) -> list[Tokens]:
    """The runs of a text, in order and apart.

    :param firsts: the first tokens of the sentences.
    """
    printed_words = frozenset(doc.words)
    edges = RunEdges(doc, firsts, printed_words)
    printed = PrintedRuns(doc, firsts, printed_words)
    return join_runs(doc, [edges.trimmed(run) for run in printed.all_runs()])
