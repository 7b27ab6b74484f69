"""What of the JSON form is compared, and by what.

In: values of the JSON form, by whomever they were written. Out: spans, and keys that are equal
where two values say the same. Why: a place in capitals or a curly mark is no mistake of the reader.

* ``fold``: NFKC, quotation marks and dashes made plain, invisible characters dropped, blanks
  collapsed; case is kept.
* ``key``: the same, casefolded, without punctuation at the ends and a leading article.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]

PLAIN = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼ′`´", "'"),
        **dict.fromkeys("“”„‟″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff"),
    }
)
ARTICLE = re.compile(r"^(?:the|a|an)\s+(?=\w)")
LABEL = re.compile(
    r"^(?:[-*•·►>]\s*)?"
    r"(?:(?:read more|read also|also read|read next|read|see also"
    r"|related(?: (?:story|stories|articles?|content|links?|news|coverage|reading))?"
    r"|more(?: (?:on|from|stories|news)[^:]{0,40})?"
    r"|watch(?: more| now)?|don't miss|must read|recommended|photos?|video)\s*[:|>»-]\s*)?"
)
"""A bullet and a label in front of a related story's title."""
MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTHS = {name: number for number, name in enumerate(MONTH_NAMES, 1)}
MONTH = rf"(?P<month>{'|'.join(MONTH_NAMES)})[a-z]*\.?"
DATES = (
    re.compile(r"\b\d{4}-(?P<number>\d\d)-(?P<day>\d\d)"),
    re.compile(rf"\b{MONTH}\s*(?P<day>\d\d?)\b", re.IGNORECASE),
    re.compile(rf"\b(?P<day>\d\d?)(?:st|nd|rd|th)?\s+{MONTH}(?![a-z])", re.IGNORECASE),
)
PRINTED_FIELDS = ("text", "name", "value", "date")
"""The fields of a part that may hold what is printed, the first of them first."""
PAIR = 2


def fold(text: str | None) -> str:
    """The text with plain marks and single blanks."""
    return " ".join(unicodedata.normalize("NFKC", text or "").translate(PLAIN).split())


def key(value: object) -> str:
    """What a field is compared by; an empty string for nothing."""
    return ARTICLE.sub("", fold(printed(value)).casefold().strip(" ,;:.-()"))


def title_key(text: str | None) -> str:
    """What a related story is compared by."""
    return LABEL.sub("", fold(text).casefold()).strip(" .")


def printed(value: object) -> str:
    """A field's text: itself, or the text of a part."""
    if isinstance(value, dict):
        value = next((value[name] for name in PRINTED_FIELDS if value.get(name)), "")
    return "" if value is None else str(value)


def date_key(value: object) -> tuple[int, int] | str:
    """(month, day) if the value reads as a date, else its key."""
    text = fold(printed(value))
    for pattern in DATES:
        found = pattern.search(text)
        if found is not None:
            fields = found.groupdict()
            month = fields.get("number")
            number = int(month) if month else MONTHS[fields["month"].lower()]
            return number, int(fields["day"])
    return key(value)


def span_of(part: Any, text: str) -> tuple[int, int]:  # noqa: ANN401 - whatever stands there
    """The span of a part, cut to the text; (0, 0) if it has none."""
    try:
        start, end = part["span"]
        return max(0, min(start, len(text))), max(0, min(end, len(text)))
    except (TypeError, KeyError, ValueError):
        return 0, 0


def slice_of(part: Any, text: str) -> str:  # noqa: ANN401 - as above
    """The text at a part's span."""
    start, end = span_of(part, text)
    return text[start:end]


def common(a: tuple[int, int], b: tuple[int, int]) -> int:
    """How many characters two spans share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def is_span(value: object) -> bool:
    """Whether a value is two whole numbers."""
    if not isinstance(value, list | tuple) or len(value) != PAIR:
        return False
    return all(type(offset) is int for offset in value)


def part_spans(part: Json | None, text: str) -> list[list[int]]:
    """The span of a part, cue or source as a list of none or one.

    One that is not in the text is left out.
    """
    span = (part or {}).get("span")
    if span is None or not is_span(span):
        return []
    start, end = span
    return [[start, end]] if 0 <= start < end <= len(text) else []


def as_attribution(quote: Json, text: str) -> dict[str, list[list[int]]]:
    """A quote as attributions.py takes it."""
    return {
        "content": [span for part in quote.get("parts") or () for span in part_spans(part, text)],
        "cue": part_spans(quote.get("cue"), text),
        "source": part_spans(quote.get("source"), text),
    }


def speaker_of(quote: Json, article: Json) -> Json:
    """The speaker's dictionary, or an empty one."""
    speakers: list[Json] = article.get("speakers") or []
    index = quote.get("speaker")
    return speakers[index] if isinstance(index, int) and 0 <= index < len(speakers) else {}
