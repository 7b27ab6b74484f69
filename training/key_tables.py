"""Tables that spell keys instead of adding scores.

In: the package's own code for candidates. Out: the keys of every candidate. Why: training asks the
very code that reads, so what is fitted and what is read cannot drift apart.
"""

from newsquote._quotes.model.candidates import Weigher


class KeyTable:
    """A table whose answer to a combination is the combination's keys."""

    def __init__(self, make):
        self.make = make

    def __getitem__(self, combination):
        return self.make(*combination)

    @staticmethod
    def by_name(key, _):
        """One key by its name."""
        return [key]


class RowRecorder(Weigher):
    """Keeps the keys of rows, and sees all candidates: each is a tuple of row numbers."""

    prunes = False

    def __init__(self):
        self.keys = []

    def row(self, value):
        """The number of a new row."""
        self.keys.append(value)
        return (len(self.keys) - 1,)
