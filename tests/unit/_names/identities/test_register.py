"""Names in their clusters: what the caller knows, and what the text says of them."""

from newsquote import SpeakerKind


def test_role_and_affiliation_come_from_wherever_the_text_gives_them(link):
    text = "Later Vance spoke. The town knows Nora Vance, the director of Sealine Works."
    _, (who,), _ = link(text, "Vance")
    assert (text[slice(*who.role)], text[slice(*who.affiliation)]) == ("director", "Sealine Works")


def test_known_names_of_one_person_are_one_identity(link):
    text = "The town met Nora Vance. Later Nora Quell spoke."
    known = {"Nora Vance": "Q1", "Nora Quell": "Q1"}
    _, (one, other), _ = link(text, "Nora Vance", "Nora Quell", known=known)
    assert one is other
    _, (one, other), _ = link(
        text, "Nora Vance", "Nora Quell", known={"Nora Vance": "Q1", "Nora Quell": "Q2"}
    )
    assert (one.id, other.id) == ("Q1", "Q2")


def test_a_known_name_is_a_persons(link):
    text = "The Pelletron said so at noon."
    assert link(text, "The Pelletron", known={"Pelletron": "Q1"})[1][0].kind == SpeakerKind.PERSON
