"""Several who speak together."""


def test_names_that_speak_together_are_members_of_one_group(link):
    both = "Nora Vance and Peter Brandt"
    _, (group, nora, peter), _ = link(
        f"At noon {both} spoke. Later Vance left. Brandt stayed.", both, ("Vance", 2), ("Brandt", 2)
    )
    assert group.members == (nora, peter)
    assert [member.name for member in group.members] == ["Nora Vance", "Peter Brandt"]
    assert group.name == both
