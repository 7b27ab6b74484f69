"""A line -> keys of what it is in itself.

In: a line that no judge has taken, and a language pack. Out: keys of its look, its length, its
case, its signs, its words and what lists know of them. Why: these need nothing of the page around
it, and the same line has the same keys wherever it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsquote._page.phrases import house_names, listed_phrases
from newsquote._page.story import names_commentator, opens_comments
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from newsquote._page.line import Line
    from newsquote.lang import LanguagePack

__all__ = [
    "bucket_of",
    "ends_of",
    "keys_of_line",
    "long_words",
    "look_of",
    "may_list_stories",
]

_END_CHARS = 150
"""Characters at either end of a line in which its signs, and what comes back of it, stand."""
_MAX_WORDS_READ = 45
"""Words of a line beyond which its words tell no more than that it is long."""
_MAX_LISTED_WORDS = 16
_WORD_BOUNDS = (1, 2, 3, 4, 6, 8, 11, 15, 20, 30, 45, 70)
_LOOK_BOUNDS = ((3, "bit"), (6, "short"), (18, "title"))
"""How a line without a stop is called by its words."""
_LONG_PROSE_WORDS = 20
_TAIL_CHARS = 80
"""Characters at the end of a line in which the signs of its end stand."""
_MARKS = frozenset("\"”“'’‘")
_CASE_CHARS = 200
_LONG_WORD = 4
"""Letters of a word that may come back."""
_MANY_CAPITALS, _SOME_CAPITALS = 0.6, 0.3
_LAST_WORDS, _FIRST_WORDS = 3, 4
"""Words among which a picture's source stands."""


def bucket_of(number: int, bounds: tuple[int, ...]) -> int:
    """The place of the first bound that a number does not pass."""
    return bisect_left(bounds, number)


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


class _Sign(NamedTuple):
    key: str
    needs: frozenset[str]
    """Characters without one of which a line has not the sign: they are looked for first."""
    pattern: re.Pattern[str]


def _sign(key: str, needs: str, pattern: str) -> _Sign:
    return _Sign(f"={key}", frozenset(needs), re.compile(pattern))


@cache
def _signs_anywhere() -> tuple[_Sign, ...]:
    digits = "0123456789"
    return (
        _sign("year", digits, r"\b(?:19|20)\d\d\b"),
        _sign("time", digits, r"\b\d{1,2}[:.]\d\d\b"),
        _sign("dayyear", digits, r"\b\d{1,2},? \d{4}\b"),
        _sign("percent", "%$£€", r"\d ?%|[$£€]\d"),
        _sign("shirt", digits, r"[A-Z][\w.'’-]+ \(\d{1,2}\)"),
        _sign("@", "@", r"(?<!\w)@\w"),
        _sign("mail", "@", r"\w@\w+\.\w"),
        _sign("#", "#", r"(?<!\w)#\w"),
        _sign("url", ":./", r"(?:http|www\.|t\.co/|\.com\b)"),
        _sign("bar", "|", r"\|"),
        _sign("slash", "/", r"\w ?/ ?[A-Z]"),
        _sign("glued", ".", r"[a-z]\.[A-Z]"),
        _sign("quoted", '"“”', r"[\"“][^\"”“]{2,}[\"”]"),
        _sign("post", "@/", r"[—–-] ?.{1,60}\(@\w+\)|pic\.twitter\.com|\bt\.co/"),
        _sign("©", "©®", r"[©®]"),
    )


@cache
def _signs_at_start() -> tuple[_Sign, ...]:
    return (
        _sign("colonearly", ":", r"\S+(?: \S+){0,3}:\s"),
        _sign("dashearly", "–—-", r"\S+(?: \S+){0,3} [–—-] "),
        _sign("counter", "/", r"\d{1,3} ?/ ?\d{1,3}\b"),
        _sign("upperlabel", ":–—|", r"[A-Z][A-Z’' -]{2,30}(?::|\s[–—|])"),
        _sign("star", "*†‡", r"[*†‡]|\(\*"),
        _sign("inbrackets", ")]", r"[(\[].*[)\]]\.?$"),
    )


@cache
def _signs_at_end() -> tuple[_Sign, ...]:
    name = r"[A-Z][\w.'’-]++"
    return (
        _sign("bracketend", ")]", r"[)\]]\.?$"),
        _sign("namesend", " ", rf"(?<!\w){name} {name}$"),
        _sign("dots", ".…", r"(?:\.\.\.|…)$"),
        _sign("dashlate", "–—-", r" [–—-]{1,2} ?\S+(?: \S+){0,3}$"),
        _sign("slashend", "/", r"[(\[][^()\[\]]*/[^()\[\]]*[)\]]\.?$"),
        _sign("capitalsend", ")]", r"[(\[][A-Z][\w.&'’-]*(?: [A-Z&][\w.&'’-]*){0,4}[)\]]\.?$"),
        _sign(
            "datedend",
            "0123456789",
            r"\b\d{4}[.,)]? ?(?:\(?[A-Z][\w.'’/-]*+\)?[ .]*+){0,5}+$",
        ),
        _sign("yearend", "0123456789", r"\b\d{4}[.)]?$"),
        _sign("gluedend", " ", r"[a-z.)”\"’][A-Z]\w+[^\w]*$"),
    )


@cache
def _emoji() -> re.Pattern[str]:
    return re.compile(r"[\U0001F300-\U0001FAFF\u2600-\u27BF]")


def look_of(line: Line) -> str:
    """The role that a judge gave a line, else what the line looks like."""
    if line.role is not None:
        return line.role.value
    if line.is_prose:
        return "long" if line.word_count > _LONG_PROSE_WORDS else "prose"
    if line.text[-1] == ":":
        return "colon"
    if line.ends_sentence:
        return "ask" if line.text[-1] == "?" else "sentence"
    return next((name for most, name in _LOOK_BOUNDS if line.word_count <= most), "open")


def ends_of(text: str) -> str:
    """The beginning and the end of a text, all of it if it is short."""
    if len(text) <= 2 * _END_CHARS:
        return text
    return f"{text[:_END_CHARS]} {text[-_END_CHARS:]}"


def long_words(text: str) -> list[str]:
    """The longer words of a text, casefolded."""
    return [word for word in _word().findall(text.casefold()) if len(word) >= _LONG_WORD]


def keys_of_line(line: Line, look: str, pack: LanguagePack) -> list[str]:
    """The keys of a line in itself.

    :param look: what it looks like.
    """
    keys = _form_keys(line, look)
    if line.word_count <= _MAX_WORDS_READ:
        keys += _word_keys(line)
        keys += _listed_keys(line, look, pack)
    return keys


def _form_keys(line: Line, look: str) -> list[str]:
    size = bucket_of(line.word_count, _WORD_BOUNDS)
    end, case = _end(line), _case(line)
    start = _start(line.text)
    keys = [
        f"=size {size}",
        f"=end {end}",
        case,
        f"=start {start}",
        f"=size {size} {end}",
        f"{case} {look}",
        f"=start {start} {look}",
    ]
    if line.has_bullet:
        keys.append("=bullet")
    for key in _sign_keys(line.text):
        keys += (key, f"{key} {look}")
    return keys


def _sign_keys(text: str) -> list[str]:
    ends = ends_of(text)
    tail = text[-_TAIL_CHARS:]
    chars = frozenset(ends)
    found = [
        sign.key
        for sign in _signs_anywhere()
        if not chars.isdisjoint(sign.needs) and sign.pattern.search(ends)
    ]
    found += [
        sign.key
        for sign in _signs_at_start()
        if not chars.isdisjoint(sign.needs) and sign.pattern.match(ends)
    ]
    found += [
        sign.key
        for sign in _signs_at_end()
        if not chars.isdisjoint(sign.needs) and sign.pattern.search(tail)
    ]
    if not ends.isascii() and _emoji().search(ends):
        found.append("=emoji")
    return found


def _start(text: str) -> str:
    first = text[0]
    if first.isalpha():
        return "a" if first.islower() else "A" if first.isupper() else "~"
    if first.isdigit():
        return "9"
    return '"' if first in "\"“‘'" else "~"


def _case(line: Line) -> str:
    text = line.text
    if text.isupper():
        return "=upper"
    words = [word for word in _word().findall(text[:_CASE_CHARS]) if len(word) >= _LONG_WORD]
    if not words:
        return "=nowords"
    capitals = sum(1 for word in words if word[0].isupper())
    share = capitals / len(words)
    if share == 1:
        return "=case1"
    if share > _MANY_CAPITALS:
        return "=case2"
    if share > _SOME_CAPITALS:
        return "=case3"
    return "=case4" if capitals else "=case5"


def _end(line: Line) -> str:
    last = line.text[-1]
    if last.isalpha():
        return "a"
    if last.isdigit():
        return "9"
    if last in _MARKS:
        return '"'  # straight or curly, single or double
    return last if last in ".!?:,…)]" else "~"


def _word_keys(line: Line) -> list[str]:
    words = [word.casefold().replace("’", "'") for word in _word().findall(line.text)]
    if not words:
        return ["=wordless"]
    keys = list(dict.fromkeys(words))
    keys.append("=1 " + words[0])
    if ":" in line.text[: len(words[0]) + 3]:
        keys.append("=1: " + words[0])
    keys.append("=$ " + words[-1])
    if len(words) > 1:
        keys.append(f"=2 {words[0]} {words[1]}")
    return keys


def may_list_stories(line: Line, pack: LanguagePack) -> bool:
    """Whether a line is a heading over other stories."""
    headings, first_words = listed_phrases(pack, "related_headings"), line.first_words
    if line.word_count > _MAX_LISTED_WORDS or not headings.may_open(first_words):
        return False
    return headings.value_of_whole(first_words) is not None


def _opens_list(line: Line, pack: LanguagePack) -> bool:
    headings, first_words = listed_phrases(pack, "related_headings"), line.first_words
    return headings.may_open(first_words) and headings.at_start(first_words) is not None


@kept_by_pack
def _sources(pack: LanguagePack) -> frozenset[str]:
    """The words of those who sell pictures and print papers."""
    return pack.words("photo_sources") | house_names(pack)


def _listed_keys(line: Line, look: str, pack: LanguagePack) -> list[str]:
    keys = []
    if line.word_count <= _MAX_LISTED_WORDS:
        if may_list_stories(line, pack):
            keys.append("=related whole")
        elif _opens_list(line, pack):
            keys.append("=related start")
        if opens_comments(line):
            keys.append("=comments")
        if names_commentator(line):
            keys.append("=commentator")
    sources = _sources(pack)
    words = line.text.split()
    for key, piece in (
        ("=source end", words[-_LAST_WORDS:]),
        ("=source start", words[:_FIRST_WORDS]),
    ):
        folded = [word.strip(".,()[]/|:").casefold() for word in piece]
        pairs = [" ".join(folded[i : i + 2]) for i in range(len(folded) - 1)]
        parts = [part for word in folded for part in word.split("/")]
        if not sources.isdisjoint(folded + pairs + parts):
            keys += (key, f"{key} {look}")
    return keys
