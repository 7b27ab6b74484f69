"""A corpus: who speaks in many articles.

In: articles that were read. Out: one record a person or organization, with an id that is on every
row. Why: a newsroom counts whom it quotes over a year, not over an article; inside an article
``_names`` tells who is who, and what holds there does not hold outside of it.
"""

from newsquote.corpus.collection import People, people

__all__ = ["People", "people"]
