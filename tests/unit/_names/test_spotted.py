"""Names, looked up by token."""


def test_names_are_looked_up_by_token(spotted):
    doc, every = spotted("They met Nora Vance and Olav Brandt at noon.")
    nora, olav = every.all
    assert [every.at(k) for k in range(len(doc.words))] == [
        None,
        None,
        nora,
        nora,
        None,
        olav,
        olav,
        None,
        None,
        None,
    ]


def test_between_gives_the_names_that_begin_there_and_of_many_the_last(spotted):
    doc, every = spotted("They met Nora Vance and Olav Brandt at noon.")
    nora, olav = every.all
    assert every.between(0, len(doc.words)) == [nora, olav]
    assert every.between(0, len(doc.words), 1) == [olav]
    assert every.between(3, 6) == [olav]
    assert every.between(6, 9) == []
    assert every.between(0, 5, 9) == [nora]
