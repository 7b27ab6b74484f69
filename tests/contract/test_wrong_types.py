"""Every public function, given every wrong type that a table can hold: one clear error, or right.

A cell of a data frame may be None, NaN, NaT or NA, a number of numpy's own, bytes, a list; and who
has one text, one dictionary or a whole frame gives it where an iterable of them is wanted. Nothing
of it may come out as a result that nobody asked for, nor as an error out of the middle of the code.
"""

import inspect
import linecache
from datetime import date

import pytest

import newsquote
from newsquote import KnownPerson, MarkedQuote, ParseOptions, Source

TEXT = '"It is over," said Mayor Ann Lee.'
ARTICLE = newsquote.parse(TEXT)
FORM = newsquote.to_dict(ARTICLE)


def wrong_values():
    """What a table can hold, by name."""
    values = {
        "None": None,
        "NaN": float("nan"),
        "int": 17,
        "big int": 2**80,
        "float": 1.5,
        "True": True,
        "bytes": TEXT.encode(),
        "bytearray": bytearray(b"over"),
        "str": TEXT,
        "empty str": "",
        "list": [TEXT],
        "list of None": [None],
        "list of NaN": [float("nan")],
        "list of lists": [[TEXT]],
        "tuple": (TEXT,),
        "dict": {"text": TEXT},
        "empty dict": {},
        "set": {1.5},
        "object": object(),
        "function": len,
        "class": str,
        "date": date(2026, 3, 4),
    }
    try:
        import pandas as pd  # noqa: PLC0415 - an extra
    except ImportError:
        return values
    import numpy as np  # noqa: PLC0415 - as above

    return values | {
        "NaT": pd.NaT,
        "NA": pd.NA,
        "numpy int": np.int64(17),
        "numpy float": np.float64(1.5),
        "numpy NaN": np.float64("nan"),
        "numpy bool": np.bool_(True),
        "numpy str": np.str_(TEXT),
        "numpy bytes": np.bytes_(b"over"),
        "numpy date": np.datetime64("2026-03-04"),
        "array": np.array([1, 2]),
        "array of texts": np.array([TEXT, TEXT]),
        "Timestamp": pd.Timestamp("2026-03-04"),
        "Series": pd.Series([TEXT, None]),
        "DataFrame": pd.DataFrame({"text": [TEXT]}),
    }


def listed(function):
    """A function that gives an iterator, gone through."""
    return lambda value: list(function(value))


def read(**fields):
    return list(newsquote.parse_many([Source(**fields)]))


def with_options(value):
    return newsquote.parse(TEXT, options=value)


TEXTS = {"str", "empty str", "numpy str"}
MISSING = {"None", "NaN", "NaT", "NA", "numpy NaN"}
INTS = {"int", "numpy int"}
DAYS = {"date", "Timestamp", "numpy date"}

CASES = {
    "parse": (newsquote.parse, TEXTS),
    "parse_quotes": (newsquote.parse_quotes, TEXTS),
    "parse_body": (newsquote.parse_body, TEXTS),
    "parse_headline": (newsquote.parse_headline, TEXTS),
    "parse_byline": (newsquote.parse_byline, TEXTS),
    "parse_dateline": (newsquote.parse_dateline, TEXTS),
    "parse_related": (newsquote.parse_related, TEXTS),
    "mask_quotes": (newsquote.mask_quotes, TEXTS),
    "options": (with_options, {"None"}),
    "id": (lambda value: newsquote.parse(TEXT, id=value), TEXTS | MISSING | INTS),
    "published": (
        lambda value: newsquote.parse(TEXT, published=value),
        (MISSING | DAYS) - {"numpy date"},
    ),
    "explain text": (lambda value: newsquote.explain(value, (0, 5)), TEXTS),
    "explain span": (lambda value: newsquote.explain(TEXT, value), {"array"}),
    "verify quotation": (lambda value: newsquote.verify(value, TEXT), TEXTS),
    "verify text": (lambda value: newsquote.verify("It is over", value), TEXTS),
    "check quotation": (lambda value: newsquote.check(value, TEXT), TEXTS),
    "check article": (lambda value: newsquote.check("It is over", value), TEXTS),
    "check speaker": (
        lambda value: newsquote.check("It is over", TEXT, value),
        TEXTS | {"None"},
    ),
    "view": (newsquote.view, set()),
    "to_dict": (newsquote.to_dict, set()),
    "from_dict": (newsquote.from_dict, set()),
    "from_dict text": (
        lambda value: newsquote.from_dict(FORM, text=value),
        {"None", "str", "numpy str"},
    ),
    "get_pack": (newsquote.get_pack, set()),
    "resolve article": (lambda value: newsquote.resolve(value, "q1"), set()),
    "resolve id": (lambda value: newsquote.resolve(ARTICLE, value), set()),
    "read_brat text": (lambda value: newsquote.read_brat(value, ""), TEXTS),
    "read_brat ann": (lambda value: newsquote.read_brat(TEXT, value), {"empty str"}),
    "parse_many": (
        listed(newsquote.parse_many),
        {"list", "tuple", "array of texts"},
    ),
    "people": (newsquote.people, set()),
    "people known": (
        lambda value: newsquote.people([ARTICLE], known=value),
        {"empty str", "empty dict"},
    ),
    "People add": (lambda value: newsquote.People().add(value), set()),
    "evaluate gold": (lambda value: newsquote.evaluate(value, []), set()),
    "ParseOptions language": (lambda value: ParseOptions(language=value), set()),
    "ParseOptions model": (lambda value: ParseOptions(model=value), {"None"}),
    "ParseOptions thoughts": (lambda value: ParseOptions(include_thoughts=value), {"True"}),
    "ParseOptions known": (
        lambda value: ParseOptions(known_people=value),
        {"empty str", "empty dict"},
    ),
    "ParseOptions least": (lambda value: ParseOptions(min_confidence=value), set()),
    "KnownPerson name": (lambda value: KnownPerson(name=value), {"str", "numpy str"}),
    "KnownPerson aliases": (
        lambda value: KnownPerson(name="Ann Lee", aliases=value),
        {"str", "numpy str", "list", "tuple", "array of texts"} | MISSING,
    ),
    "KnownPerson id": (lambda value: KnownPerson(name="Ann Lee", id=value), TEXTS | MISSING),
    "Source text": (lambda value: read(text=value), TEXTS),
    "Source id": (lambda value: read(text=TEXT, id=value), TEXTS | MISSING | INTS),
    "Source published": (
        lambda value: read(text=TEXT, published=value),
        None,  # a note of the article says what is wrong
    ),
    "Source meta": (lambda value: Source(text=TEXT, meta=value), {"None", "dict", "empty dict"}),
    "with_words": (
        lambda value: newsquote.get_pack("en").with_words("agencies", value),
        {"list", "tuple", "array of texts"},
    ),
    "MarkedQuote text": (
        lambda value: newsquote.evaluate([MarkedQuote(text=value, spans=())], []),
        set(),
    ),
}
VALUES = wrong_values()


def is_ours(error):
    """Whether an error was raised on purpose, and says something: by a ``raise`` of our code."""
    if isinstance(error, newsquote.NewsquoteError):
        return bool(str(error))
    last = inspect.getinnerframes(error.__traceback__)[-1]
    line = linecache.getline(last.filename, last.lineno)
    in_package = "/newsquote/" in last.filename.replace("\\", "/")
    return isinstance(error, TypeError | ValueError) and in_package and "raise" in line


@pytest.mark.parametrize("kind", VALUES)
@pytest.mark.parametrize("name", CASES)
def test_a_wrong_type_is_one_clear_error_or_right(name, kind):
    call, right = CASES[name]
    error = raised(call, VALUES[kind])
    if error is None:
        assert right is None or kind in right, f"{name} takes {kind}"
        return
    assert is_ours(error), f"{name} given {kind}: {type(error).__name__}: {error}"
    assert "\n" not in str(error)
    assert len(str(error)) < 300
    assert right is None or kind not in right


def raised(call, value):
    """What a call raises, None if nothing."""
    try:
        call(value)
    except Exception as error:  # noqa: BLE001 - which one it may be is the question
        return error
    return None


def test_every_public_function_is_in_the_table():
    functions = {name for name in newsquote.__all__ if inspect.isfunction(getattr(newsquote, name))}
    assert {name.split()[0] for name in CASES} >= functions
