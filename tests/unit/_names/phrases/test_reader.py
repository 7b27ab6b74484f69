"""What the words of one noun phrase name: a name, several, a pronoun or a common noun, with role
and affiliation.
"""

import pytest

from newsquote import get_pack
from newsquote._names import spotting
from newsquote._names.phrases.reader import PhraseReader
from newsquote._text.doc import read_doc


def read(phrase, before="Later ", after=" spoke at noon."):
    """The reading of a phrase inside a sentence, with its ranges as text."""
    text = before + phrase + after
    doc = read_doc(text, [(0, len(text))], get_pack("en"))
    i, j = doc.tokens_in(len(before), len(before) + len(phrase))
    reader = PhraseReader(doc, spotting.find_names(doc))
    found = reader.phrase(i, j)
    assert (found.i, found.j) == (i, j)
    told = [one for name in found.names for one in reader.roles.descriptions(name, i)] or [found]

    def cut(where):
        return None if where is None else doc.slice(*where)

    return {
        "pronoun": found.pronoun,
        "names": [doc.slice(name.bare, name.j) for name in found.names],
        "head": doc.words[found.head] if found.head >= 0 else None,
        "role": cut(next((one.role for one in told if one.role is not None), None)),
        "affiliation": cut(told[0].affiliation),
    }


@pytest.mark.parametrize("word", ["he", "She", "they", "it", "I", "we"])
def test_a_pronoun_alone_is_a_pronoun_in_small_letters(word):
    found = read(word)
    assert found["pronoun"] == word.lower()
    assert found["names"] == []


@pytest.mark.parametrize("phrase", ["the mayor", "Nora Vance", "her brother", "the union"])
def test_any_other_phrase_is_no_pronoun(phrase):
    assert read(phrase)["pronoun"] is None


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Nora Vance", "Nora Vance"),
        ("Mayor Nora Vance", "Nora Vance"),
        ("Nora Vance, the mayor of Wexmouth,", "Nora Vance"),
        ("the agency's director, Nora Vance,", "Nora Vance"),
        ("spokeswoman Nora Vance", "Nora Vance"),
        ("Nora Vance of Sealine Press", "Nora Vance"),
        ("the Ministry of Tides", "Ministry of Tides"),
    ],
)
def test_the_head_of_a_phrase_is_the_name_that_it_is_about(phrase, name):
    assert read(phrase)["names"] == [name]


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("the mayor of Wexmouth", "mayor"),
        ("a spokesman for Sealine Press", "spokesman"),
        ("Nora Vance's lawyer", "lawyer"),
        ("Wexmouth officials", "officials"),
        ("the harbour pilots", "pilots"),
        ("a woman who lives in Wexmouth", "woman"),
    ],
)
def test_a_name_that_only_describes_a_common_noun_is_not_the_head(phrase, head):
    found = read(phrase)
    assert (found["names"], found["head"]) == ([], head)


@pytest.mark.parametrize(
    ("phrase", "joined"),
    [
        ("Nora Vance and Olav Brandt", ["Nora Vance", "Olav Brandt"]),
        ("Nora Vance, Olav Brandt and Iris Quell", ["Nora Vance", "Olav Brandt", "Iris Quell"]),
    ],
)
def test_names_joined_by_and_are_all_heads(phrase, joined):
    assert read(phrase)["names"] == joined


def test_a_name_and_a_name_behind_a_preposition_are_not_joined():
    assert read("Nora Vance of Wexmouth")["names"] == ["Nora Vance"]


@pytest.mark.parametrize(
    ("phrase", "role", "affiliation"),
    [
        ("Mayor Nora Vance", "Mayor", None),
        ("Lt. Nora Vance", "Lt.", None),
        ("spokeswoman Nora Vance", "spokeswoman", None),
        ("chief executive Nora Vance", "chief executive", None),
        ("Corrow Rail spokeswoman Nora Vance", "spokeswoman", "Corrow Rail"),
        ("the union's director Nora Vance", "director", "union"),
        ("Nora Vance, the mayor of Wexmouth,", "mayor", "Wexmouth"),
        ("Nora Vance, 34, a spokeswoman for Sealine Works,", "spokeswoman", "Sealine Works"),
        ("Nora Vance, 34, a spokeswoman for Sealine Press,", "spokeswoman", "Sealine Press"),
        (
            "Nora Vance, a political analyst at the Ministry of Tides,",
            "political analyst",
            "Ministry of Tides",
        ),
        ("the mayor of Wexmouth", "mayor", "Wexmouth"),
        ("a spokesman for the Ministry of Tides", "spokesman", "Ministry of Tides"),
        ("a senior police officer", "senior police officer", None),
    ],
)
def test_role_and_affiliation_are_read_around_a_name_or_in_a_noun(phrase, role, affiliation):
    found = read(phrase)
    assert (found["role"], found["affiliation"]) == (role, affiliation)


@pytest.mark.parametrize(
    "phrase",
    [
        "Nora Vance",
        "Mrs. Vance",
        "Mr Olav Brandt",
        "Nora Vance, 34,",
        "Nora Vance, who sails,",
        "the bridge",
    ],
)
def test_courtesy_titles_ages_and_clauses_are_no_roles(phrase):
    found = read(phrase)
    assert (found["role"], found["affiliation"]) == (None, None)


def test_a_role_of_somebody_else_behind_a_verb_is_not_the_persons_own():
    found = read("Nora Vance", after=", rose and met the mayor.")
    assert found["role"] is None
