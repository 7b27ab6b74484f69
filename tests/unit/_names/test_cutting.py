"""What kind of name a run is, and which title stands in front."""

import pytest

from newsquote._names.records import ORGANIZATION, PERSON


@pytest.mark.parametrize(
    ("text", "kind", "bare"),
    [
        ("They met Nora Vance at noon.", PERSON, "Nora Vance"),
        ("They met Mrs. Vance at noon.", PERSON, "Vance"),
        ("They met Mrs Vance at noon.", PERSON, "Vance"),
        ("They met Mayor Nora Vance at noon.", PERSON, "Nora Vance"),
        ("They met Lt. Col. Nora Vance at noon.", PERSON, "Nora Vance"),
        ("They met Prime Minister Nora Vance at noon.", PERSON, "Nora Vance"),
        ("It was read by the Ministry of Tides.", ORGANIZATION, "Ministry of Tides"),
        ("It was read by the Wexmouth Council.", ORGANIZATION, "Wexmouth Council"),
        ("It was read by the WTO at noon.", ORGANIZATION, "WTO"),
        ("It was sold to Brandt & Quell.", ORGANIZATION, "Brandt & Quell"),
        ("They live near Wexmouth now.", None, "Wexmouth"),
        ("They met Vance at noon.", None, "Vance"),
    ],
)
def test_the_title_is_set_apart_and_the_kind_is_guessed(spotted, text, kind, bare):
    doc, every = spotted(text)
    (name,) = every.all
    assert name.kind == kind
    assert doc.slice(name.bare, name.j) == bare


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Later Senate Minority Whip Nora Vance spoke.", [("Senate Minority Whip", "Nora Vance")]),
        ("Later Sealine CMO Nora Vance spoke.", [("Sealine CMO", "Nora Vance")]),
        (
            "Later Secretary of State for Defence Olav Vance spoke.",
            [("Secretary of State for Defence", "Olav Vance")],
        ),
        (
            "Later Wexmouth County Recorder Nora Vance spoke.",
            [("Wexmouth County Recorder", "Nora Vance")],
        ),
        (
            "Later Post Editor-in-Chief Nora Vance spoke.",
            [("Post Editor-in-Chief", "Nora Vance")],
        ),
        (
            "Later Democrat Nora Vance of Corrow spoke.",
            [("Democrat", "Nora Vance"), ("", "Corrow")],
        ),
        ("Later Norwegian Nora Vance spoke.", [("", "Nora Vance")]),
        ("Later the Norwegian Refugee Council spoke.", [("", "Norwegian Refugee Council")]),
        ("Later Republican Vance spoke.", [("", "Vance")]),
        ("Later the Republican Party spoke.", [("", "Republican Party")]),
        ("Later South Korean-born Nora Vance spoke.", [("", "Nora Vance")]),
        ("Later Rep. Olav T. King spoke.", [("Rep.", "Olav T. King")]),
        ("Later the Chair of Corrow Rail spoke.", [("", "Corrow Rail")]),
        ("Later the Governor of Ohio spoke.", [("", "Ohio")]),
        ("Later the Secretary of State spoke.", []),
        ("Later Xiaogang Wei of the Tide Board spoke.", [("", "Xiaogang Wei"), ("", "Tide Board")]),
        ("Later the Fog Workers of Norvale spoke.", [("", "Fog Workers of Norvale")]),
        ("Later the Bank of Norvale spoke.", [("", "Bank of Norvale")]),
    ],
)
def test_offices_and_origins_are_parted_from_names(spotted, text, names):
    doc, every = spotted(text)
    found = [(doc.slice(name.i, name.bare), doc.slice(name.bare, name.j)) for name in every.all]
    assert found == names
