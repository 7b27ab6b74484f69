"""How it was found whom a mention means: one member for each way, and a sentence for people."""

from pathlib import Path

import pytest

from newsquote._names.how import HOW_TEXTS, How


@pytest.mark.parametrize("how", How)
def test_every_way_has_a_sentence_of_its_own(how):
    text = HOW_TEXTS[how]
    assert text
    assert not text.endswith(".")
    assert list(HOW_TEXTS.values()).count(text) == 1


def test_the_page_on_identities_lists_every_way():
    page = Path(__file__).parents[3] / "docs" / "explanation" / "identities.md"
    printed = page.read_text(encoding="utf-8")
    assert [how for how in How if f"`{how}`" not in printed] == []


@pytest.mark.parametrize(
    ("text", "mention", "how", "name"),
    [
        ("Later Nora Vance spoke.", "Nora Vance", How.OWN_NAME, "Nora Vance"),
        ("The town met Nora Vance. Later Vance spoke.", ("Vance", 2), How.SHORT_NAME, "Nora Vance"),
        (
            "It was read by the Norvale Fisheries Agency. Later the NFA spoke.",
            "the NFA",
            How.ACRONYM,
            "Norvale Fisheries Agency",
        ),
        ("Edith Crane met Paul Crane. Later Crane spoke.", ("Crane", 3), How.NAMESAKE, "Paul Crane"),
        ("Gulls came back to the harbour.", "Gulls", How.DOUBTFUL_NAME, "Gulls"),
        (
            "Nora and Olav Vance spoke.",
            "Nora and Olav Vance",
            How.JOINT,
            "Nora Vance and Olav Vance",
        ),
        ("Nora Vance sat down. Then she spoke.", "she", How.MOST_SALIENT, "Nora Vance"),
        ("When she spoke, Nora Vance smiled.", "she", How.SUBJECT_AHEAD, "Nora Vance"),
        ("The town met Nora Vance, who spoke.", "who", How.RELATIVE, "Nora Vance"),
        ("The town met Nora Vance, the mayor, who spoke.", "who", How.APPOSITION, "Nora Vance"),
        ("Later I spoke.", "I", How.NARRATOR, "I"),
        (
            "Nora Vance and Peter Brandt sat down. Then both spoke.",
            "both",
            How.NAMED_TOGETHER,
            "Nora Vance and Peter Brandt",
        ),
        ("Later everyone spoke.", "everyone", How.QUANTITY, "everyone"),
        (
            "The town met Mayor Nora Vance. Later the mayor spoke.",
            "the mayor",
            How.DESCRIBED_SO,
            "Nora Vance",
        ),
        (
            "The town met Rep. Olav Brandt. Later the congressman spoke.",
            "the congressman",
            How.KINDRED_NOUN,
            "Olav Brandt",
        ),
        (
            "It was read by the Norvale Fisheries Agency. Later the agency spoke.",
            "the agency",
            How.WORD_OF_NAME,
            "Norvale Fisheries Agency",
        ),
        ("They live in Norway now. Later the country spoke.", "the country", How.TERRITORY, "Norway"),
        (
            "The Tide Council met. Later the council's board spoke.",
            "the council's board",
            How.PART_OF_WHOLE,
            "Tide Council",
        ),
        (
            "Olav Brandt sold the mill. Later the businessman spoke.",
            "the businessman",
            How.UNPREPARED,
            "Olav Brandt",
        ),
        ("Later two officials spoke.", "two officials", How.UNNAMED, "two officials"),
        (
            "A waitress sat down. Later the waitress spoke.",
            "the waitress",
            How.UNNAMED_AGAIN,
            "waitress",
        ),
        (
            "Nora Vance Wins Harbour Fight\nThe council met Nora Vance at noon.",
            "Nora Vance",
            How.HEADLINE_NAME,
            "Nora Vance",
        ),
        (
            "How Nora Vance Thinks About Boats\nIt rained all day on Friday.",
            "Nora Vance",
            How.HEADLINE_ALONE,
            "Nora Vance",
        ),
    ],
)  # fmt: skip
def test_a_mention_tells_how_it_was_resolved(resolution, text, mention, how, name):
    found = resolution(text, mention)
    assert (found.how, found.identity.name) == (how, name)
    assert 0 < found.sureness <= 1


@pytest.mark.parametrize(
    ("text", "mention", "how"),
    [
        ("The river rose. Then she spoke.", "she", How.NOBODY_FITS),
        ("Then she spoke. Later Nora Vance sat down.", "she", How.NOBODY_FITS),
        ("It ended.   - Then it rained.", "  ", How.NO_SUPPORT),
    ],
)
def test_a_mention_of_nobody_tells_why(resolution, text, mention, how):
    found = resolution(text, mention)
    assert (found.how, found.identity, found.sureness, found.rivals) == (how, None, None, ())


def test_a_pronoun_for_whoever_spoke_last_says_so(resolution):
    text = "Nora Vance spoke at noon. Then she spoke again."
    assert resolution(text, "she", others=["Nora Vance"]).how == How.LAST_SPEAKER


def test_i_inside_somebodys_words_is_whoever_says_them(resolution):
    text = "“Yes, as I often say, it holds,” Nora Vance told them."
    said = [("“Yes, as I often say, it holds,”", "Nora Vance")]
    found = resolution(text, "I", said=said, others=["Nora Vance"])
    assert (found.how, found.identity.name) == (How.FIRST_PERSON, "Nora Vance")


def test_a_headline_may_be_clear_only_when_the_text_below_has_been_read(resolution):
    between = "It rained.\nIt snowed.\nIt froze.\nIt thawed.\n"
    below = "Olav Brandt sold the mill. Later the businessman spoke."
    text = f"Businessman sells mill\n{between}{below}"
    found = resolution(text, "Businessman", others=["the businessman"])
    assert (found.how, found.identity.name) == (How.NAMED_BELOW, "Olav Brandt")


def test_rivals_of_a_pronoun_have_scores_below_the_chosen_one(resolution):
    found = resolution("Sam Brandt left. Then Paul Quell left, too, and he spoke.", "he")
    assert found.identity.name == "Paul Quell"
    assert [rival.name for rival in found.rivals] == ["Sam Brandt"]
    assert found.rivals[0].score <= found.score


def test_there_are_a_few_rivals_at_most_and_the_best_come_first(resolution):
    text = "Sam Brandt met Paul Quell, Ian Marsh, Tom Vane and Hal Rook. Then he spoke."
    scores = [rival.score for rival in resolution(text, "he").rivals]
    assert len(scores) == 3
    assert scores == sorted(scores, reverse=True)


def test_a_pronoun_that_only_one_fits_has_no_rivals(resolution):
    assert resolution("Nora Vance met Peter Brandt. Then she spoke.", "she").rivals == ()


def test_namesakes_are_rivals_without_scores(resolution):
    found = resolution("Edith Crane met Paul Crane. Later Crane spoke.", ("Crane", 3))
    assert found.score is None
    assert [(rival.name, rival.score) for rival in found.rivals] == [("Edith Crane", None)]


def test_a_description_keeps_the_others_who_are_called_so(resolution):
    text = "The town met Sen. Nora Vance (D-Ohio) and Sen. Iris Quell (D-Maine). Later the Ohio senator spoke."
    found = resolution(text, "the Ohio senator")
    assert (found.how, found.identity.name) == (How.KINDRED_NOUN, "Nora Vance")
    assert found.rivals == () or found.rivals[0].score < found.score
