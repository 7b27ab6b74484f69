"""How much work a call is: the lines of newsquote's code that run, the same on every machine."""

import sys
from pathlib import Path

import newsquote

HOME = str(Path(newsquote.__file__).parent)


def lines_run(call):
    """How many lines of newsquote's code a call runs."""
    count = 0

    def line(frame, event, arg):
        nonlocal count
        count += event == "line"
        return line

    def called(frame, event, arg):
        return line if frame.f_code.co_filename.startswith(HOME) else None

    before = sys.gettrace()
    sys.settrace(called)
    try:
        call()
    finally:
        sys.settrace(before)
    return count
