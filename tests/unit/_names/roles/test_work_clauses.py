"""What clauses about somebody's work say of their body."""

import pytest

from newsquote._names.roles.around_names import RolesAround


def told(spotted, text):
    """The affiliations and roles that the text around "Ann Lee" tells, in order."""
    doc, names = spotted(text)
    name = next(one for one in names.all if doc.slice(one.bare, one.j) == "Ann Lee")
    limit = doc.sentences[doc.token_sentences[name.i]][0]
    found = RolesAround(doc, names).descriptions(name, limit)
    return [
        (
            None if one.role is None else doc.slice(*one.role),
            None if one.affiliation is None else doc.slice(*one.affiliation),
        )
        for one in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met Ann Lee, who owns Corrow Farm.", (None, "Corrow Farm")),
        ("They met Ann Lee, who runs Corrow Farm.", (None, "Corrow Farm")),
        ("They met Ann Lee, who teaches law at Norvale University.", (None, "Norvale University")),
        (
            "They met Ann Lee, who was ill but works at Norvale University.",
            (None, "Norvale University"),
        ),
        ("Ann Lee has worked for Corrow Rail since 2011.", (None, "Corrow Rail")),
        ("Ann Lee has been director of Corrow Rail.", ("director", "Corrow Rail")),
        ("Ann Lee joined Corrow Rail in 2011.", (None, "Corrow Rail")),
        ("Ann Lee joined Corrow Rail as director.", ("director", "Corrow Rail")),
        ("Corrow Rail, led by Ann Lee, was late.", (None, "Corrow Rail")),
        ("Corrow Rail was founded by Ann Lee.", (None, "Corrow Rail")),
    ],
)
def test_a_clause_tells_the_body(spotted, text, expected):
    assert expected in told(spotted, text)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee joined Corrow Rail on Monday.",
        "Ann Lee joined a march in 2011.",
        "Ann Lee has worked for ten years.",
        "Ann Lee has left Corrow Rail.",
        "The march, led by Ann Lee, was late.",
        "Corrow Rail was sued by Ann Lee.",
    ],
)
def test_another_clause_tells_none(spotted, text):
    assert all(body is None for _, body in told(spotted, text))
