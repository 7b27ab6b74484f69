"""What of the JSON form is compared, and by what.

In: values of the JSON form, by whomever they were written. Out: spans, and keys that are equal where two values say the same. Why: a place in
capitals or a curly mark is no mistake of the reader.

* ``fold``: NFKC, quotation marks and dashes made plain, invisible characters dropped, blanks collapsed; case is kept.
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
    r"^(?:[-*•·►>]\s*)?(?:(?:read more|read also|also read|read next|read|see also|related(?: (?:story|stories|"
    r"articles?|content|links?|news|coverage|reading))?|more(?: (?:on|from|stories|news)[^:]{0,40})?|"
    r"watch(?: more| now)?|don't miss|must read|recommended|photos?|video)\s*[:|>»-]\s*)?"
)
MONTHS = {
    m: n
    for n, m in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}
MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
DATES = tuple(
    re.compile(p, re.IGNORECASE)
    for p in (
        r"\b\d{4}-(?P<number>\d\d)-(?P<day>\d\d)",
        rf"\b{MONTH}\s*(?P<day>\d\d?)\b",
        rf"\b(?P<day>\d\d?)(?:st|nd|rd|th)?\s+{MONTH}(?![a-z])",
    )
)


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
        value = next((value[k] for k in ("text", "name", "value", "date") if value.get(k)), "")
    return "" if value is None else str(value)


def date_key(value: object) -> tuple[int, int] | str:
    """(month, day) if the value reads as a date, else its key."""
    text = fold(printed(value))
    for pattern in DATES:
        if m := pattern.search(text):
            fields = m.groupdict()
            return (
                int(fields["number"]) if fields.get("number") else MONTHS[fields["month"].lower()],
                int(fields["day"]),
            )
    return key(value)


def span_of(part: Any, text: str) -> tuple[int, int]:  # noqa: ANN401 - whatever stands there
    """The span of a part, cut to the text; (0, 0) if it has none."""
    try:
        s, e = part["span"]
        return max(0, min(s, len(text))), max(0, min(e, len(text)))
    except (TypeError, KeyError, ValueError):
        return 0, 0


def slice_of(part: Any, text: str) -> str:  # noqa: ANN401 - as above
    """The text at a part's span."""
    s, e = span_of(part, text)
    return text[s:e]


def common(a: tuple[int, int], b: tuple[int, int]) -> int:
    """How many characters two spans share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def is_span(value: object) -> bool:
    """Whether a value is two whole numbers."""
    return (
        isinstance(value, list | tuple) and len(value) == 2 and all(type(i) is int for i in value)
    )


def part_spans(part: Json | None, text: str) -> list[list[int]]:
    """The span of a part, cue or source as a list of none or one; one that is not in the text is left out."""
    span = (part or {}).get("span")
    return (
        [list(span)]
        if span is not None and is_span(span) and 0 <= span[0] < span[1] <= len(text)
        else []
    )


def as_attribution(quote: Json, text: str) -> dict[str, list[list[int]]]:
    """A quote as attributions.py takes it."""
    return {
        "content": [span for part in quote.get("parts") or () for span in part_spans(part, text)],
        "cue": part_spans(quote.get("cue"), text),
        "source": part_spans(quote.get("source"), text),
    }


def speaker_of(quote: Json, article: Json) -> Json:
    """The speaker's dictionary, or an empty one."""
    speakers, n = article.get("speakers") or [], quote.get("speaker")
    return speakers[n] if isinstance(n, int) and 0 <= n < len(speakers) else {}
