"""The bodies beside a role: before it, behind it, and inside a title."""

import pytest

from newsquote._names.roles.bodies import Bodies


@pytest.fixture
def bodies(spotted):
    """The bodies of a text, and what cuts its tokens."""

    def read(text):
        doc, names = spotted(text)
        return doc, Bodies(doc, names)

    return read


def behind(bodies, text, role=""):
    """The body behind the first comma of a text."""
    doc, found = bodies(text)
    body = found.behind(doc.words.index(",") + 1, len(doc.words), role)
    return None if body is None else doc.slice(*body)


@pytest.mark.parametrize(
    ("phrase", "body"),
    [
        ("nurse at Norvale General Hospital", "Norvale General Hospital"),
        ("professor of sea law at Dorne University", "Dorne University"),
        ("analyst with Corrow Capital in Norvale", "Corrow Capital"),
        ("director of the hospital", "hospital"),
        ("head of the Norvale fire department", "Norvale fire department"),
        ("director of Norvale-based Corrow Rail", "Corrow Rail"),
        ("director of the charity Coast Watch", "Coast Watch"),
        ("founder of a group called Coast Watch", "Coast Watch"),
        ("officer of the UK's National Crime Agency", "National Crime Agency"),
        ("spokeswoman at China's ministry of commerce", "ministry of commerce"),
        ("mayor of the town of Norvale", "Norvale"),
    ],
)
def test_a_body_stands_behind_a_preposition(bodies, phrase, body):
    assert behind(bodies, f"They met Ann Lee, {phrase}.") == body


@pytest.mark.parametrize(
    ("phrase", "role"),
    [
        ("lawyer for Bo Ek", "lawyer"),
        ("adviser to Sen. Bo Ek", "adviser"),
        ("author of The Tide", "author"),
        ("mother of two", "mother"),
        ("man of means", ""),
    ],
)
def test_a_person_a_work_and_a_thing_are_no_body(bodies, phrase, role):
    assert behind(bodies, f"They met Ann Lee, {phrase}.", role) is None


@pytest.mark.parametrize(
    ("title", "body", "role"),
    [
        ("Norvale Mayor", "Norvale", "Mayor"),
        ("Norvale City Council President", "Norvale City Council", "President"),
        ("Norvale County Sheriff", "Norvale County", "Sheriff"),
        ("Norvale Police Chief", "Norvale", "Police Chief"),
        ("Labour MP", "Labour", "MP"),
        ("Labor Secretary", None, "Labor Secretary"),
        ("Council President", "Council", "Council President"),
        ("Deputy Mayor", None, "Deputy Mayor"),
        ("Health Minister", None, "Health Minister"),
    ],
)
def test_the_capitals_of_a_title_may_begin_with_a_body(bodies, title, body, role):
    doc, found = bodies(f"{title} Ann Lee left.")
    end = len(title.split())
    first, start = found.split_title(0, end)
    assert (None if first is None else doc.slice(*first)) == body
    assert doc.slice(start, end) == role


def test_the_owner_of_a_role_is_a_body_or_nobody(bodies):
    doc, found = bodies("the university's dean and Ann Lee's lawyer and the Democrats' leader")
    signs = [k for k in range(len(doc.words)) if found.is_possessive(k)]
    owners = [found.owner(k, 0, "dean") for k in signs]
    assert [None if owner is None else doc.slice(*owner) for owner in owners] == [
        "university",
        None,
        "Democrats",
    ]
