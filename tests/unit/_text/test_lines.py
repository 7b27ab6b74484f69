"""A text as lines."""

import pytest

from newsquote._text import lines


def printed(text):
    return [text[line.start : line.end] for line in lines.split_lines(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fog closes port", ["Fog closes port"]),
        ("Fog closes port\n", ["Fog closes port"]),
        ("Fog closes port\nBy Orlo Quillon", ["Fog closes port", "By Orlo Quillon"]),
        ("  Fog closes port \t\n\n\tBy Orlo Quillon  ", ["Fog closes port", "By Orlo Quillon"]),
        (
            "\u00a0Fog closes port\u00a0\n\u3000By Orlo Quillon",
            ["Fog closes port", "By Orlo Quillon"],
        ),
        ("Fog  closes   port", ["Fog  closes   port"]),
    ],
)
def test_a_line_has_no_blanks_around_it_and_keeps_those_inside(text, expected):
    assert printed(text) == expected


@pytest.mark.parametrize("text", ["", "\n", " \t ", "\n\n \r\n\u00a0\n"])
def test_a_blank_text_has_no_lines(text):
    assert lines.split_lines(text) == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_line_end_that_splitlines_knows_ends_a_line_once(end):
    text = f"Fog{end}Rain{end}{end}Hail"
    assert [text[line.start : line.end] for line in lines.split_lines(text)] == [
        "Fog",
        "Rain",
        "Hail",
    ]
    assert [line.blanks_above for line in lines.split_lines(text)] == [0, 0, 1]


@pytest.mark.parametrize("sign", ["\\n", "\u00a0", "|", "¶"])
def test_other_signs_end_no_line(sign):
    assert len(lines.split_lines(f"Fog{sign}Rain")) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fog\nRain", [0, 0]),
        ("Fog\n\nRain\n\n\n\nHail", [0, 1, 3]),
        ("\n\nFog\nRain", [2, 0]),
        ("Fog\n \t\n\u00a0\nRain", [0, 2]),
        ("Fog\n\n\n", [0]),
    ],
)
def test_a_line_knows_how_many_blank_lines_stand_above_it(text, expected):
    assert [line.blanks_above for line in lines.split_lines(text)] == expected


def test_a_line_knows_how_many_blanks_stand_in_front_of_it():
    assert [line.indent for line in lines.split_lines("Fog\n  Rain  \n\tHail\n\n   Snow")] == [
        0,
        2,
        1,
        3,
    ]


def test_offsets_count_code_points_of_the_whole_text():
    text = "🌫 Fog\r\n\r\n  Zoe\u0301 waits"
    first, second = lines.split_lines(text)
    assert first == (0, 5, 0, 0)
    assert text[second.start : second.end] == "Zoe\u0301 waits"
    assert second.start == text.index("Zoe")
