"""Predictions scored by somebody's own annotations.

In: annotated articles and what was found in the same ones, as ``Article`` values or in the JSON
form. Out: an ``Evaluation``. Why: figures on other people's texts say little about yours. The
command ``newsquote evaluate`` prints the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from newsquote._scoring.evaluation import evaluate as scores_of
from newsquote._scoring.intervals import add_intervals
from newsquote._scoring.lines import LineError, Placed, joined
from newsquote._scoring.spelling import check_spelling
from newsquote._scoring.verdicts import described, verdicts
from newsquote.codec import schema, to_dict
from newsquote.errors import SchemaError
from newsquote.models import Article, Span
from newsquote.models.given import check_items
from newsquote.scores.values import Evaluation, KindScores, MarkedQuote, Mistake, Score

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsquote._scoring.lines import Joined, Pair

__all__ = ["evaluate", "evaluated", "mistakes_of", "paired"]

Annotated: TypeAlias = "Article | Mapping[str, Any]"
"""An article, or its JSON form with what is annotated."""

NO_GROUP = "(none)"
"""The group of articles that lack the field they are grouped by."""


def evaluate(
    gold: Iterable[Annotated],
    predictions: Iterable[Annotated],
    *,
    by: str | None = None,
    intervals: bool = False,
) -> Evaluation:
    """Score predictions by annotations of the same articles.

    Articles are brought together by ``id``, or by their texts where any lacks an id. What an
    article's annotation lacks is not asked of it: one that has only ``quotes`` is scored by them.

    :param gold: what is right: articles, dictionaries in the JSON form, or from ``read_brat``.
    :param predictions: what was found, in the same forms. An article without a prediction counts as
        one in which nothing was found; one without gold is left out.
    :param by: the name of a field; the scores of the articles of each value are in ``groups``. It
        is looked for in the article's ``meta`` and beside its text, in the gold first.
    :param intervals: whether to tell how sure each score is, which takes twice as long.
    :return: the scores.
    :raises TypeError: if one of the two is a single article or not a series of articles.
    :raises SchemaError: if one is not in the form, has a misspelt field or kind in its gold, a span
        outside the text, or if the two sides have no article in common.

    >>> import newsquote
    >>> text = '"It is over," said Ann Lee. "We lost," said Bo Ek.'
    >>> article = newsquote.parse(text)
    >>> found = newsquote.to_dict(article)
    >>> found["quotes"].pop()["text"]
    '"We lost,"'
    >>> scores = newsquote.evaluate([article], [found])
    >>> scores.attributed
    <Score 0.667: 1 right, 1 found, 2 asked>
    >>> scores.mistakes
    (<Mistake missed: "We lost,">,)
    """
    sides: tuple[Sequence[Placed], Sequence[Placed]]
    sides = _placed(gold, "gold"), _placed(predictions, "predictions")
    if not all(one.article.get("id") for side in sides for one in side):
        sides = tuple(map(_by_text, sides[0])), tuple(map(_by_text, sides[1]))
    try:
        both = paired(sides[0], "gold", sides[1], "predictions")
        return evaluated(both, by=by, intervals=intervals)
    except LineError as error:
        raise SchemaError(str(error)) from None


def paired(gold: Iterable[Placed], gold_name: str, pred: Iterable[Placed], name: str) -> Joined:
    """The articles of both sides, whose gold is spelt as the form is.

    :raises LineError: at the first article that cannot be scored.
    """
    wanted, form = list(gold), schema()
    for one in wanted:
        check_spelling(one.article, form, one.where)
    return joined(wanted, gold_name, pred, name)


def evaluated(both: Joined, *, by: str | None = None, intervals: bool = False) -> Evaluation:
    """The scores of articles that were brought together.

    :raises LineError: if no article has the field that they are to be grouped by.
    """
    whole = _evaluation(both.pairs, intervals=intervals)
    scores = {
        **whole.to_dict(),
        "without a prediction": len(both.only_gold),
        "without gold": len(both.only_pred),
    }
    groups = _groups(both.pairs, by) if by is not None else {}
    parts = tuple((name, _evaluation(pairs, intervals=intervals)) for name, pairs in groups.items())
    if by is not None:
        scores[f"by {by}"] = {name: part.to_dict() for name, part in parts}
    return attrs.evolve(
        whole,
        scores=_as_json(scores),
        groups=parts,
        without_prediction=tuple(both.only_gold),
        without_gold=tuple(both.only_pred),
    )


def mistakes_of(pair: Pair) -> list[dict[str, Any]]:
    """The mistakes of an article, as plain JSON values."""
    text, gold, pred = pair
    return [
        {
            "id": gold.get("id"),
            "outcome": verdict.outcome,
            "differs": list(verdict.differs),
            "gold": described(verdict.gold, gold, text),
            "found": described(verdict.pred, pred, text),
        }
        for verdict in verdicts(pair)
        if verdict.outcome != "right"
    ]


def _evaluation(pairs: Sequence[Pair], *, intervals: bool) -> Evaluation:
    scores = scores_of(pairs)
    if intervals:
        add_intervals(scores, [scores_of([pair]) for pair in pairs])
    quotes, speakers = scores.get("quotes", {}), scores.get("speakers", {})
    return Evaluation(
        articles=scores["articles"],
        found=_score(quotes.get("partial")),
        exact=_score(quotes.get("exact")),
        attributed=_score(quotes.get("attributed")),
        cue=_score(quotes.get("cue")),
        source=_score(quotes.get("source_exact")),
        kind=_share(quotes.get("kind")),
        speaker=_share(speakers.get("end_to_end", {}).get("strict")),
        by_kind=_by_kind(quotes["recall_by_kind"]) if quotes else None,
        mistakes=tuple(_mistake(one) for pair in pairs for one in mistakes_of(pair)),
        scores=_as_json(scores),
    )


def _as_json(scores: dict[str, Any]) -> str:
    import json  # noqa: PLC0415 - as below

    return json.dumps(scores)


def _score(tally: dict[str, Any] | None) -> Score:
    if tally is None:
        return Score(right=0, found=0, asked=0)
    return Score(
        right=tally["tp"], found=tally["pred"], asked=tally["gold"], interval=_interval(tally)
    )


def _share(tally: dict[str, Any] | None) -> Score:
    if tally is None:
        return Score(right=0, asked=0)
    return Score(right=tally["right"], asked=tally["of"], interval=_interval(tally))


def _interval(tally: dict[str, Any]) -> tuple[float, float] | None:
    bounds = tally.get("interval")
    return None if bounds is None else (bounds[0], bounds[1])


def _by_kind(recalls: dict[str, Any]) -> KindScores:
    scores = {
        kind: Score(right=round(found["attributed"] * found["gold"]), asked=found["gold"])
        for kind, found in recalls.items()
    }
    return KindScores(**scores)


def _mistake(found: dict[str, Any]) -> Mistake:
    return Mistake(
        article=found["id"],
        outcome=found["outcome"],
        differs=tuple(found["differs"]),
        gold=_marked(found["gold"]),
        found=_marked(found["found"]),
    )


def _marked(quote: dict[str, Any] | None) -> MarkedQuote | None:
    if quote is None:
        return None
    return MarkedQuote(
        text=quote["text"],
        spans=tuple(Span(start, end) for start, end in quote["spans"]),
        source=quote["source"],
        speaker=quote["speaker"],
        kind=quote["kind"],
    )


def _groups(pairs: Sequence[Pair], by: str) -> dict[str, list[Pair]]:
    """The articles of each value of a field, in the order of the values."""
    groups: dict[str, list[Pair]] = {}
    for pair in pairs:
        groups.setdefault(_group(pair, by), []).append(pair)
    if groups.keys() == {NO_GROUP}:
        msg = f"no article has {by!a:.60}, neither in its meta nor beside its text"
        raise LineError(msg)
    return dict(sorted(groups.items()))


def _group(pair: Pair, by: str) -> str:
    for side in (pair.gold, pair.pred):
        for fields in (side.get("meta"), side):
            value = fields.get(by) if isinstance(fields, dict) else None
            if isinstance(value, str | int | float):
                return str(value)
    return NO_GROUP


def _placed(articles: Iterable[Annotated], side: str) -> list[Placed]:
    """The articles of a side in the JSON form."""
    if isinstance(articles, Article | Mapping | str | bytes):
        one = type(articles).__name__
        msg = f"{side} must be a series of articles, not one {one}; put it in a list"
        raise TypeError(msg)
    check_items(side, articles, "articles")
    return [Placed(f"{side}, article {n}", _plain(one, side)) for n, one in enumerate(articles, 1)]


def _by_text(one: Placed) -> Placed:
    text = one.article.get("text")
    return one._replace(name=text) if isinstance(text, str) else one


def _plain(article: Annotated, side: str) -> dict[str, Any]:
    if isinstance(article, Article):
        return to_dict(article)
    if not isinstance(article, Mapping):
        msg = f"{side} must hold articles or dictionaries, not {type(article).__name__}"
        raise TypeError(msg)
    import json  # noqa: PLC0415 - who imports the package may never score

    try:
        plain: dict[str, Any] = json.loads(json.dumps(dict(article)))
    except (TypeError, ValueError, RecursionError) as error:
        msg = f"{side} has an article that is not JSON: {error}"
        raise SchemaError(msg, article) from None
    return plain
