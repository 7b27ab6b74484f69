"""Whom a relative pronoun takes up."""


def test_who_means_the_noun_phrase_before_it(meant):
    assert meant("The town met Nora Vance, who spoke.", "who") == ["Nora Vance"]
