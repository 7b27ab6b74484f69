"""Gold and predicted articles, line by line, brought together by their ids.

In: objects of the JSON form of both sides, such as the lines of two files. Out: pairs, and the ids
that only one side has; or an error that names file, line and place. Why: a score over lines that
were silently left out would look like any other. What a person annotated may lack fields: what is
there is checked, what is not there is not asked for.
"""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from newsquote._scoring.form import is_span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsquote._scoring.form import Json

LISTS: dict[str, tuple[str, ...]] = {
    "quotes": ("parts",),
    "speakers": (),
    "bylines": ("authors",),
    "paragraphs": (),
    "blocks": (),
    "credits": (),
    "related": ("items",),
}
"""The lists that are compared, and the lists in their objects."""
OBJECTS = ("headline", "dateline", "cue", "source")
STRINGS = (
    "name",
    "kind",
    "role",
    "place",
    "agency",
    "date",
    "date_text",
    "title",
    "location",
    "email",
    "affiliation",
)
DEEPEST = {"quotes": 250}
"""So many things of one kind may lie over the same words; scores compare each with each there."""
DEEPEST_ON_PAGE = 10
"""The same of parts of a page, of which one ends where the next one begins."""
SHOWN = 60
"""The most characters of a value that a message shows."""


class LineError(ValueError):
    """A line that cannot be scored; the message is one line."""


class Pair(NamedTuple):
    """One article of both sides; ``pred`` is empty where the predictions have no such id."""

    text: str
    gold: Json
    pred: Json


class Joined(NamedTuple):
    """What two files hold."""

    pairs: list[Pair]
    only_gold: list[str]
    only_pred: list[str]


class Placed(NamedTuple):
    """An article and what messages call the place where it stands."""

    where: str
    article: Json
    name: str | None = None
    """What it is brought together by, in place of its id."""


def joined(
    gold: Iterable[Placed], gold_name: str, pred: Iterable[Placed], pred_name: str
) -> Joined:
    """The articles of both sides, in the order of the gold ones.

    :raises LineError: at the first article that cannot be scored, and where no id is on both sides.
    """
    wanted, found = _articles(gold), _articles(pred)
    if not wanted.keys() & found.keys():
        what = "text" if any(one.name for one in wanted.values()) else "id"
        msg = f"{gold_name} and {pred_name} have no {what} in common"
        raise LineError(msg)
    pairs = []
    for name, line in wanted.items():
        other = found.get(name)
        text = _text(line, other)
        _check_places(line, text)
        if other:
            _check_places(other, text)
        pairs.append(Pair(text, line.article, other.article if other else {}))
    only_gold = [name for name in wanted if name not in found]
    only_pred = [name for name in found if name not in wanted]
    return Joined(pairs, only_gold, only_pred)


def lines_of(content: bytes, file: str) -> Iterator[Placed]:
    """The articles of a JSON lines file.

    :raises LineError: at the first line that is no object.
    """
    for number, line in enumerate(content.splitlines(), 1):
        if line.strip():
            where = f"{file}, line {number}"
            yield Placed(where, _object(line, where))


def _articles(placed: Iterable[Placed]) -> dict[str, Placed]:
    """The articles of a side by their ids."""
    articles: dict[str, Placed] = {}
    for one in placed:
        name = _id_of(one.article, one.where) if one.name is None else one.name
        if name in articles:
            what = "id" if one.name is None else "text"
            other = articles[name].where
            msg = f"{one.where}: the {what} {name!a:.60} again; it is that of {other}, too"
            raise LineError(msg)
        _check_forms(one.article, one.where)
        articles[name] = one
    return articles


def _id_of(article: Json, where: str) -> str:
    name = article.get("id")
    if type(name) is int or (isinstance(name, str) and name):
        return str(name)
    if name is None or name == "":
        msg = f"{where}: without an id"
    else:
        msg = f"{where}: the id must be a string or a whole number, not {name!a:.60}"
    raise LineError(msg)


def _object(line: bytes, where: str) -> Json:
    import json  # noqa: PLC0415 - articles that are at hand need none

    try:
        article = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        msg = f"{where}: not UTF-8"
    except (ValueError, RecursionError) as error:
        msg = f"{where}: not JSON: {error}"
    else:
        if isinstance(article, dict):
            return article
        msg = f"{where}: not an object"
    raise LineError(msg)


def _text(line: Placed, other: Placed | None) -> str:
    """The text of an article, which one of the sides may lack."""
    sides = [line] if other is None else [line, other]
    texts = [side.article["text"] for side in sides if side.article.get("text") is not None]
    if not texts:
        msg = f"{line.where}: without a text"
        raise LineError(msg)
    for side in sides:
        if not isinstance(side.article.get("text", ""), str | None):
            msg = f"{side.where}: the text must be a string"
            raise LineError(msg)
    if other is not None and texts[0] != texts[-1]:
        msg = f"{other.where}: has another text than {line.where}"
        raise LineError(msg)
    return str(texts[0])


def _check_forms(article: Json, where: str) -> None:
    """That lists are lists of objects, objects are objects, strings are strings.

    Only what is compared is looked at.
    """
    for path, value in _objects(article, where):
        for field in OBJECTS:
            if not isinstance(value.get(field), dict | None):
                _fail(f"{path}{field}", "an object or null", value[field])
        for field in STRINGS:
            if not isinstance(value.get(field), str | None):
                _fail(f"{path}{field}", "a string or null", value[field])
        _check_strings(value.get("agencies"), f"{path}agencies")
    _check_speakers(article, where)


def _check_speakers(article: Json, where: str) -> None:
    """That speakers have names, and who names one by index names one that is there."""
    speakers = article.get("speakers") or []
    for number, quote in enumerate(article.get("quotes") or ()):
        _check_index(quote.get("speaker"), speakers, f"{where}: quotes[{number}].speaker")
    for number, speaker in enumerate(speakers):
        if not isinstance(speaker.get("name"), str):
            _fail(f"{where}: speakers[{number}].name", "a string", speaker.get("name"))
        members = speaker.get("members") or ()
        if not isinstance(members, list | tuple):
            _fail(f"{where}: speakers[{number}].members", "a list", members)
        for member in members:
            path = f"{where}: speakers[{number}].members"
            if member is None:
                _fail(path, f"indexes of the {len(speakers)} speakers", member)
            _check_index(member, speakers, path)


def _check_strings(value: object, path: str) -> None:
    if value is None:
        return
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        _fail(path, "a list of strings", value)


def _check_index(value: object, speakers: list[Any], path: str) -> None:
    if value is not None and not (type(value) is int and 0 <= value < len(speakers)):
        _fail(path, f"an index of one of the {len(speakers)} speakers, or null", value)


def _objects(article: Json, where: str) -> Iterator[tuple[str, Json]]:
    """(path, object) of the article and of all in it that is compared."""
    yield f"{where}: ", article
    stack: list[tuple[str, object, tuple[str, ...]]] = [
        (f"{where}: {field}", article[field], inner)
        for field, inner in LISTS.items()
        if field in article
    ]
    while stack:
        path, value, inner = stack.pop()
        if value is None:
            continue
        if not isinstance(value, list):
            _fail(path, "a list", value)
        for number, one in enumerate(value):
            place = f"{path}[{number}]"
            if not isinstance(one, dict):
                _fail(place, "an object", one)
            yield f"{place}.", one
            stack += [(f"{place}.{field}", one[field], ()) for field in inner if field in one]


def _check_places(line: Placed, text: str) -> None:
    """That every span is in the text, and every text beside a span is the text there."""
    for path, value in _objects(line.article, line.where):
        if "span" in value:
            _check_span(value, text, f"{path}span")
        for field in OBJECTS:
            part = value.get(field)
            if part and "span" in part:
                _check_span(part, text, f"{path}{field}.span")
    for number, quote in enumerate(line.article.get("quotes") or ()):
        for nth, part in enumerate(quote.get("parts") or ()):
            if "span" not in part:
                _fail(f"{line.where}: quotes[{number}].parts[{nth}].span", "two offsets", None)
    _check_depth(line.article, line.where)


def _check_depth(article: Json, where: str) -> None:
    """That no words are in more quotes, cues, sources or parts of a page than can be compared."""
    for field in LISTS:
        placed: list[Json] = article.get(field) or []
        spans = {
            "span": [one.get("span") for one in placed],
            "parts": [part["span"] for one in placed for part in one.get("parts") or ()],
            "cue": [(one.get("cue") or {}).get("span") for one in placed],
            "source": [(one.get("source") or {}).get("span") for one in placed],
        }
        most = DEEPEST.get(field, DEEPEST_ON_PAGE)
        for name, several in spans.items():
            at = _too_deep([span for span in several if span is not None], most)
            if at is not None:
                what = field if name == "span" else f"{field}[].{name}"
                msg = f"{where}: {what}: more than {most} lie over one another, at offset {at}"
                raise LineError(msg)


def _too_deep(spans: list[list[int]], most: int) -> int | None:
    """The offset from which too many spans lie over one another."""
    ends: list[int] = []
    for start, end in sorted(spans):
        while ends and ends[0] <= start:
            heappop(ends)
        heappush(ends, end)
        if len(ends) > most:
            return start
    return None


def _check_span(part: Json, text: str, path: str) -> None:
    span, words = part["span"], part.get("text")
    if not is_span(span) or not 0 <= span[0] < span[1] <= len(text):
        wanted = "two offsets, the first less than the second, in a text"
        _fail(path, f"{wanted} of {len(text)} characters", span)
    there = text[span[0] : span[1]]
    if isinstance(words, str) and "parts" not in part and there != words:
        shown, other = f"{there!a:.{SHOWN}}", f"{words!a:.{SHOWN}}"
        msg = f"{path}: the text there is {shown}, not {other}; offsets count code points"
        raise LineError(msg)


def _fail(path: str, wanted: str, value: object) -> NoReturn:
    msg = f"{path}: must be {wanted}, not {value!a:.{SHOWN}}"
    raise LineError(msg)
