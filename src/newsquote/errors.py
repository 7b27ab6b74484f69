"""The exceptions of newsquote.

In: nothing. Out: one root, ``NewsquoteError``, and a class for each kind of mistake a caller can
make, with the offending value on it. Why: reading text never raises, so everything that does raise
is about arguments, options, data files or JSON, and can be caught in one go.
"""

from __future__ import annotations

__all__ = [
    "DataError",
    "NewsquoteError",
    "OptionsError",
    "SchemaError",
    "UnknownIdError",
    "UnknownLanguageError",
]


class NewsquoteError(Exception):
    """The root of all exceptions that newsquote raises on purpose.

    :param message: one line that says what is wrong.
    :param value: the offending value; it is kept as ``error.value``.
    """

    def __init__(self, message: str, value: object = None) -> None:
        super().__init__(message)
        self.value = value

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (str(self), self.value)


class OptionsError(NewsquoteError, ValueError):
    """An option has a value that it cannot have."""


class UnknownIdError(NewsquoteError, LookupError):
    """An article has no quote and no speaker of that id."""


class UnknownLanguageError(NewsquoteError, LookupError):
    """There is no language pack of that code."""


class DataError(NewsquoteError):
    """A data file of the package or of a language pack, or a database, is missing or damaged."""


class SchemaError(NewsquoteError, ValueError):
    """A dictionary is not the JSON form of an article.

    :param message: one line that says what is wrong.
    :param value: the offending value.
    :param path: where it is, such as ``$.quotes[0].parts``; it is kept as ``error.path``.
    """

    def __init__(self, message: str, value: object = None, path: str = "$") -> None:
        super().__init__(message, value)
        self.path = path

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (str(self), self.value, self.path)
