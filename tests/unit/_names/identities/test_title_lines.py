"""Lines in which every word has a capital."""

from newsquote import SpeakerKind


def test_in_a_line_of_capitals_only_names_of_the_text_are_names(link):
    text = "Nora Vance Wins Harbour Fight\nThe council met Nora Vance at noon."
    _, (who,), _ = link(text, ("Nora Vance", 1))
    assert who.name == "Nora Vance"
    assert [text[slice(*where)] for where in who.mentions] == ["Nora Vance", "Nora Vance"]


def test_a_person_whom_only_the_headline_names_is_a_person(link):
    _, (who,), _ = link(
        "How Nora Vance Thinks About Boats\nIt rained all day on Friday.", "Nora Vance"
    )
    assert (who.name, who.kind) == ("Nora Vance", SpeakerKind.PERSON)
