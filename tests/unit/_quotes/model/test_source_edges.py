"""The scores of sources, as the keys of their features."""

from types import SimpleNamespace as Fake

from newsquote._quotes.model import source_edges


class KeyTable:
    """A table that gives the keys of a combination."""

    def __init__(self, make):
        self.make = make

    def __getitem__(self, combination):
        return self.make(*combination)

    @staticmethod
    def by_name(name, _):
        return [name]


def case_of(cue, sentence):
    return Fake(
        cue=cue,
        sentence=sentence,
        near=[Fake(word="lee", klass="X", kind="X")] * 20,
        offset=4,
        around=Fake(heads=[0] * 20, commas=[*range(20)]),
        view=Fake(inside=[0] * 20),
        scores=[[0] * 20] * 5,
    )


def starts_at(token, *, cue, sentence):
    tables = source_edges.SourceEdgeTables(KeyTable)
    (keys,) = source_edges.score_source_starts(case_of(cue, sentence), tables, [token])
    return [key for key in keys if key.startswith(("sA", "sH"))]


def test_commas_between_a_start_and_the_cue_are_counted_on_either_side():
    assert starts_at(4, cue=(6, 7), sentence=(3, 15)) == ["sAL2", "sHL12"]
    assert starts_at(8, cue=(6, 7), sentence=(3, 15)) == ["sAR1", "sHR22"]


def test_a_source_that_the_rules_propose_may_begin_before_the_sentence():
    assert starts_at(2, cue=(5, 6), sentence=(3, 15)) == ["sAL3", "sHL-13"]
