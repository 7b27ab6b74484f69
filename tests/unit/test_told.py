"""How an error names a value."""

from newsquote._told import told


def test_a_value_is_named_in_one_line_and_not_whole():
    assert told("a\nb") == r"'a\nb'"
    assert told("x" * 500) == "'" + "x" * 59
    assert told(None) == "None"


def test_what_prints_itself_over_several_lines_is_one_line():
    class Table:
        def __repr__(self):
            return "   text\n0  It is over"

    assert told(Table()) == "text 0 It is over"
