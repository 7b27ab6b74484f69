"""HOW GOOD IT IS ON YOUR TEXTS: predictions scored by somebody's own annotations.

In: annotated articles and what was found. Out: scores with the counts behind them, and the quotes
that went wrong. The counting is that of ``_scoring``.
"""

from newsquote.scores.judging import evaluate, evaluated, mistakes_of, paired
from newsquote.scores.values import Evaluation, KindScores, MarkedQuote, Mistake, Score

__all__ = [
    "Evaluation",
    "KindScores",
    "MarkedQuote",
    "Mistake",
    "Score",
    "evaluate",
    "evaluated",
    "mistakes_of",
    "paired",
]
