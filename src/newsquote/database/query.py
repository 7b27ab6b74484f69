"""What is looked for -> SQL.

In: words as people type them, and who, when and how. Out: conditions with their values, or an
``OptionsError`` that says what to write. Why: the full-text index has a small language (``tax* NOT
cut``, ``"tax cut"``, ``(tax OR levy) AND city``, ``NEAR(tax cut, 3)``), in which a word such as
"don't" is a mistake; here it is looked for as it stands.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from newsquote.errors import OptionsError
from newsquote.kinds import QuoteKind

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Condition", "conditions", "full_text"]

_WORD = re.compile(r'"(?:[^"]|"")*"\*?|[()]|[^\s()"]+|"')
_PLAIN = re.compile(r"(?:[A-Za-z0-9_]|[^\x00-\x7f])+\*?\Z")
_NEAR = re.compile(r"NEAR\s*\([^()]*\)")
_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?\Z")

_OF_THE_SPEAKER = """quote IN (SELECT quote FROM quotes WHERE speaker IN (
  WITH found AS (
    SELECT speaker, article, speaker_index FROM speakers
    WHERE name = :speaker COLLATE NOCASE OR person_id = :speaker OR known_id = :speaker
      OR person_id IN (
        SELECT id FROM people WHERE name = :speaker COLLATE NOCASE
        UNION ALL SELECT person_id FROM speakers WHERE name = :speaker COLLATE NOCASE
      )
  )
  SELECT speaker FROM found
  UNION ALL
  SELECT together.speaker FROM found JOIN speakers AS together
    ON together.article = found.article AND together.members IS NOT NULL
    AND found.speaker_index IN (SELECT value FROM json_each(together.members))
))"""


class Condition(NamedTuple):
    """A condition of SQL, with the value that stands at a name in it."""

    sql: str
    name: str
    value: object


def full_text(words: str) -> str:
    r"""Words to look for, as the index takes them.

    :raises OptionsError: if quotation marks or brackets are not closed.

    >>> full_text("tax* NOT cut")
    'tax* NOT cut'
    >>> full_text("so-called don't*")
    '"so-called" "don\'t"*'
    """
    near = _NEAR.findall(words)
    parts: list[str] = []
    for n, between in enumerate(_NEAR.split(words)):
        parts += map(_in_marks, _WORD.findall(between))
        parts += near[n : n + 1]
    if '"' in parts or parts.count("(") != parts.count(")"):
        msg = f"{words!r:.80}: quotation marks and brackets must be closed"
        raise OptionsError(msg, words)
    return " ".join(parts)


def _in_marks(word: str) -> str:
    """A word in quotation marks where the index would take its signs for its own language."""
    if word[0] in '"()' or _PLAIN.match(word):
        return word
    star = "*" if word.endswith("*") else ""
    return f'"{word.removesuffix("*")}"{star}'


def conditions(
    *,
    speaker: str | None,
    since: str | date | None,
    until: str | date | None,
    kind: str | Sequence[str] | None,
) -> list[Condition]:
    """What has to hold of a hit beside its words.

    :raises OptionsError: if a day or a kind cannot be.
    """
    found = []
    if speaker is not None:
        found.append(Condition(_OF_THE_SPEAKER, "speaker", speaker))
    if since is not None:
        found.append(Condition("published >= :since", "since", _day(since, "since")))
    if until is not None:
        last = _day(until, "until")
        found.append(Condition(f"substr(published, 1, {len(last)}) <= :until", "until", last))
    if kind is not None:
        kinds = [kind] if isinstance(kind, str) else list(kind)
        found.append(Condition(f"kind IN ({_kinds(kinds)})", "", None))
    return found


def _day(value: str | date, name: str) -> str:
    """A year, a month or a day, as far as it is given."""
    text = value.isoformat() if isinstance(value, date) else value
    if isinstance(value, datetime):
        return text[:10]
    if not isinstance(text, str) or not _DAY.match(text):
        msg = f"{name} must be a year, a month or a day (2024, 2024-03, 2024-03-04), not {text!r}"
        raise OptionsError(msg, value)
    return text


def _kinds(kinds: Sequence[str]) -> str:
    known = [kind.value for kind in QuoteKind]
    for kind in kinds:
        if kind not in known:
            msg = f"kind must be one of {', '.join(known)}, not {kind!r}"
            raise OptionsError(msg, kind)
    return ", ".join(f"'{QuoteKind(kind).value}'" for kind in kinds)
