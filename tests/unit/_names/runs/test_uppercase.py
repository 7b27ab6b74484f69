"""Runs in a paragraph of capitals."""


def test_in_a_text_of_capitals_known_words_part_the_names(printed_names):
    assert printed_names(
        "MAYOR NORA VANCE SAID THE WEXMOUTH COUNCIL HAD ASKED FOR OLAV BRANDT."
    ) == [
        "MAYOR NORA VANCE",
        "WEXMOUTH COUNCIL",
        "OLAV BRANDT",
    ]
