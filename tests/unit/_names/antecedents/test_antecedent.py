"""The best of several, and who comes next."""

from newsquote._names.antecedents.antecedent import MAX_RIVALS, best_and_rivals
from newsquote._names.identities.clusters import Cluster
from newsquote._names.records import PERSON


def test_the_first_of_equals_is_the_best_and_few_rivals_are_kept():
    clusters = [Cluster(kind=PERSON) for _ in range(6)]
    scores = dict(zip(clusters, [1.0, 3.0, 3.0, 0.5, 2.0, 0.1], strict=True))
    best, rivals = best_and_rivals(scores)
    assert best is clusters[1]
    assert [rival.score for rival in rivals] == [3.0, 2.0, 1.0]
    assert len(rivals) == MAX_RIVALS


def test_of_nobody_nobody_is_the_best():
    assert best_and_rivals({}) == (None, ())
