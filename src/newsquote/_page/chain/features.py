"""The lines of a page -> keys of what can be seen of each.

In: the lines of a page, some of them with a verdict, and where its headline stands. Out: for each
line the keys for which weights were fitted: its words, its form, its place, its neighbours and what
comes back of it. Why: no single sign tells a caption from a short paragraph or a teaser from a
heading; what each sign is worth beside the others is learned (``training/page_lines.py``).

Words stand for themselves, and every other key begins with "=". Only words that
several publishers print in small letters have weights, so that no name does.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from newsquote._page.phrases import house_names, listed_phrases
from newsquote._page.related_lists.boxes import first_copy_end
from newsquote._page.story import names_commentator, opens_comments

from newsquote.kinds import BlockRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._page.line import Line
    from newsquote.lang import LanguagePack

__all__ = ["FEATURES", "keys_of_lines"]

FEATURES = 1
"""Changes whenever the keys of the same page change."""
_MAX_WORDS_READ = 60
"""Words of a line beyond which its words tell no more than that it is long."""
_MAX_CHARS_READ = 600
_WORD_BOUNDS = (1, 2, 3, 4, 6, 8, 11, 15, 20, 30, 45, 70)
_COUNT_BOUNDS = (0, 1, 2, 4, 8, 16, 32)
_NEAR = 3
"""Neighbours on either side that are looked at."""
_STORY_CHARS = 6000
"""How much of the running text is compared with a line."""
_LONG_WORD = 4
_MAX_LISTED_WORDS = 16
_CLOSING = frozenset({BlockRole.CREDIT, BlockRole.COPYRIGHT})


def _bucket(number: int, bounds: tuple[int, ...]) -> int:
    for place, bound in enumerate(bounds):
        if number <= bound:
            return place
    return len(bounds)


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@cache
def _signs() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What a line may have anywhere, by key."""
    return (
        ("=year", re.compile(r"\b(?:19|20)\d\d\b")),
        ("=time", re.compile(r"\b\d{1,2}[:.]\d\d\b")),
        ("=@", re.compile(r"(?<!\w)@\w")),
        ("=#", re.compile(r"(?<!\w)#\w")),
        ("=mail", re.compile(r"\w@\w+\.\w")),
        ("=url", re.compile(r"https?:|www\.|\.com\b|\bt\.co/")),
        ("=bar", re.compile(r"\|")),
        ("=slash", re.compile(r"\w ?/ ?[A-Z]")),
        ("=glued", re.compile(r"[a-z.)”\"’][A-Z]\w+[^\w]*$|[a-z]\.[A-Z]")),
        ("=bracketend", re.compile(r"[)\]]\.?$")),
        ("=namesend", re.compile(r"[A-Z][\w.'’-]+ [A-Z][\w.'’-]+$")),
        ("=side", re.compile(r"\b(?:left|right|centre|center|above|below|top)\b")),
        ("=dayyear", re.compile(r"\b\d{1,2},? \d{4}|\b\d{4}[.)]?$")),
        ("=dots", re.compile(r"(?:\.\.\.|…)$")),
        ("=colonearly", re.compile(r"^\S+(?: \S+){0,3}:\s")),
        ("=dashearly", re.compile(r"^\S+(?: \S+){0,3} [–—-] ")),
        ("=dashlate", re.compile(r" [–—-]{1,2} ?\S+(?: \S+){0,3}$")),
        ("=ing", re.compile(r"^(?:\S+ ){1,6}[a-z]+ing\b")),
        ("=3s", re.compile(r"^(?:\S+ ){1,6}(?!was|has|is|his|its|this|as)[a-z]{2,}s (?:a|an|the|his|her|to|in|on|at|with|for|from|during|after|as|out|up)\b")),
        ("=past", re.compile(r"\b(?:[a-z]{3,}ed|was|were|had|said|told|made|took|went|came|got)\b")),
        ("=you", re.compile(r"\b(?:[Yy]ou|[Yy]our|[Uu]s|[Oo]ur|[Ww]e)\b")),
        ("=said", re.compile(r"\b(?:said|says|told|added)\b")),
        ("=quoted", re.compile(r"[\"“][^\"”“]{2,}[\"”]")),
        ("=percent", re.compile(r"\d ?(?:%|per ?cent)|[$£€]\d")),
        ("=post", re.compile(r"[—–-] ?.{1,60}\(@\w+\)|pic\.twitter\.com|\bt\.co/")),
        ("=emoji", re.compile(r"[\U0001F300-\U0001FAFF\u2600-\u27BF]")),
        ("=slashend", re.compile(r"[(\[][^()\[\]]*(?:/|\bvia\b)[^()\[\]]*[)\]]\.?$")),
        ("=capitalsend", re.compile(r"[(\[][A-Z][\w.&'’-]*(?: [A-Z&][\w.&'’-]*){0,4}[)\]]\.?$")),
        ("=datedend", re.compile(r"\b\d{4}[.,)]? ?(?:\(?[A-Z][\w.'’/-]*\)?[ .]*){0,5}$")),
        ("=©", re.compile(r"[©®]")),
        ("=counter", re.compile(r"^\d{1,3} ?(?:/|of) ?\d{1,3}\b")),
        ("=shirt", re.compile(r"[A-Z][\w.'’-]+ \(\d{1,2}\)")),
        ("=upperlabel", re.compile(r"^[A-Z][A-Z’' -]{2,30}(?::|\s[–—|])")),
        ("=star", re.compile(r"^[*†‡]|^\(\*")),
        ("=inbrackets", re.compile(r"^[(\[].*[)\]]\.?$")),
        ("=job", re.compile(r"^[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3},? (?:is|was|writes|covers|reports|contributed)\b")),
        ("=thumb", re.compile(r"\d+ ?(?:comments?|shares?|likes?|min(?:ute)?s?|views?|hours?|days?)\b", re.I)),
    )


def _shape(line: Line) -> str:
    """What a line without a verdict looks like."""
    if line.is_prose:
        return "long" if line.word_count > 20 else "prose"
    if line.text[-1] == ":":
        return "colon"
    if line.ends_sentence:
        return "ask" if line.text[-1] == "?" else "sentence"
    if line.word_count <= 3:
        return "bit"
    return "short" if line.word_count <= 6 else "title" if line.word_count <= 18 else "open"


def _look(line: Line) -> str:
    return _shape(line) if line.role is None else line.role.value


def _case(line: Line) -> str:
    text = line.text
    if text.isupper():
        return "=upper"
    words = [word for word in _word().findall(text[:200]) if len(word) > 3]
    if not words:
        return "=nowords"
    capitals = sum(1 for word in words if word[0].isupper())
    share = capitals / len(words)
    return "=case1" if share == 1 else "=case2" if share > 0.6 else "=case3" if share > 0.3 else "=case4" if capitals else "=case5"


def _end(line: Line) -> str:
    last = line.text[-1]
    if last.isalpha():
        return "a"
    if last.isdigit():
        return "9"
    return last if last in ".!?:,…)]\"”'’" else "~"


class _View:
    """What a line must know of the page."""

    def __init__(
        self, lines: Sequence[Line], headline: int | None, pack: LanguagePack
    ) -> None:
        self.lines = lines
        self.headline = headline
        self.looks = [_look(line) for line in lines]
        prose = [line.role is None and line.is_prose for line in lines]
        self.prose = prose
        count = 0
        self.prose_before: list[int] = []
        for one in prose:
            self.prose_before.append(count)
            count += one
        self.prose_count = count
        self.furniture = sum(1 for line in lines if line.role is not None)
        self.texts = Counter(line.text for line in lines if not line.is_prose)
        self.runs = self._find_runs()
        self.since, self.judged_since = self._find_gaps()
        self.past = self._find_past(pack)
        self.headline_words: frozenset[str] = frozenset()
        if headline is not None:
            self.headline_words = frozenset(_long_words(lines[headline].text))
        self.story_words = self._story_words()

    def _find_gaps(self) -> tuple[list[int], list[int]]:
        """How many lines, and how many judged ones, part each from the sentence before it."""
        lines_since, judged_since = [], []
        count = judged = 0
        for line, prose in zip(self.lines, self.prose, strict=True):
            lines_since.append(count)
            judged_since.append(judged)
            if prose:
                count = judged = 0
            else:
                count += 1
                judged += line.role is not None
        return lines_since, judged_since

    def _find_past(self, pack: LanguagePack) -> list[str]:
        """What has closed the story above each line, if anything has."""
        found = []
        comments = related = rights = False
        for line, before in zip(self.lines, self.prose_before, strict=True):
            marks = [
                mark
                for mark, seen in (("c", comments), ("r", related), ("©", rights))
                if seen
            ]
            found.append("".join(marks))
            if not before or line.is_prose:
                continue
            comments = comments or (line.role is None and _is_of_comments(line))
            related = related or _is_related_heading(line, pack)
            rights = rights or line.role in _CLOSING
        return found

    def _find_runs(self) -> list[int]:
        """How many lines in a row without a sentence each stands in."""
        runs = [0] * len(self.lines)
        begin = 0
        for i in range(len(self.lines) + 1):
            if i == len(self.lines) or self.prose[i]:
                for j in range(begin, i):
                    runs[j] = i - begin
                begin = i + 1
        return runs

    def _story_words(self) -> frozenset[str]:
        words: set[str] = set()
        chars = 0
        for line, prose in zip(self.lines, self.prose, strict=True):
            if prose:
                words.update(_long_words(line.text[:1000]))
                chars += len(line.text)
                if chars > _STORY_CHARS:
                    break
        return frozenset(words)


def _long_words(text: str) -> list[str]:
    return [word for word in _word().findall(text.casefold()) if len(word) >= _LONG_WORD]


def _share(words: Sequence[str], known: frozenset[str]) -> int:
    if not words:
        return 0
    shared = sum(1 for word in words if word in known)
    return 1 + (4 * shared) // len(words)


def keys_of_lines(
    lines: Sequence[Line], headline: int | None, pack: LanguagePack
) -> list[list[str]]:
    """The keys of each line."""
    view = _View(lines, headline, pack)
    return [_keys(view, i, pack) for i in range(len(lines))]


def _keys(view: _View, i: int, pack: LanguagePack) -> list[str]:
    lines = view.lines
    line = lines[i]
    look = view.looks[i]
    keys = ["=bias", "=look " + look]
    keys += _place_keys(view, i, look)
    keys += _neighbour_keys(view, i, look)
    if line.role is None:
        keys += _form_keys(line, look)
        keys += _echo_keys(view, line, look, pack)
        if line.word_count <= _MAX_WORDS_READ:
            keys += _word_keys(line)
            keys += _listed_keys(line, look, pack)
    elif line.verdict is not None:
        keys.append("=sign " + line.verdict.why.name)
    return keys


def _place_keys(view: _View, i: int, look: str) -> list[str]:
    head = view.headline
    count = len(view.lines)
    if head is None:
        place = f"top{min(i, 4)}"
    elif i < head:
        place = f"above{min(head - i, 3)}"
    elif i == head:
        place = "head"
    else:
        place = f"below{min(i - head, 8)}"
    left = view.prose_count - view.prose_before[i] - view.prose[i]
    before = _bucket(view.prose_before[i], _COUNT_BOUNDS)
    after = _bucket(left, _COUNT_BOUNDS)
    last = min(count - 1 - i, 4)
    quarter = 4 * i // count
    return [
        "=place " + place,
        f"=place {place} {look}",
        f"=before {before}",
        f"=after {after}",
        f"=before {before} {look}",
        f"=after {after} {look}",
        f"=last {last} {look}",
        f"=quarter {quarter} {look}",
        f"=furniture {_bucket(view.furniture, _COUNT_BOUNDS)} {look}",
        f"=lines {_bucket(count, (3, 8, 20, 60, 200))}",
    ]


def _neighbour_keys(view: _View, i: int, look: str) -> list[str]:
    looks, prose = view.looks, view.prose
    count = len(looks)
    above = looks[i - 1] if i else "^"
    below = looks[i + 1] if i + 1 < count else "$"
    second_above = looks[i - 2] if i > 1 else "^"
    second_below = looks[i + 2] if i + 2 < count else "$"
    near_above = sum(prose[max(0, i - _NEAR) : i])
    near_below = sum(prose[i + 1 : i + 1 + _NEAR])
    far_below = sum(prose[i + 1 : i + 9])
    far_above = sum(prose[max(0, i - 8) : i])
    run = _bucket(view.runs[i], _COUNT_BOUNDS)
    line = view.lines[i]
    gap = min(line.blanks_above, 2)
    gap_below = min(view.lines[i + 1].blanks_above, 2) if i + 1 < count else 3
    return [
        "=up " + above,
        "=down " + below,
        f"=up {above} {look}",
        f"=down {below} {look}",
        f"=up2 {second_above} {look}",
        f"=down2 {second_below} {look}",
        f"=between {above} {below}",
        f"=near {near_above} {near_below} {look}",
        f"=far {far_above} {far_below}",
        f"=run {run} {look}",
        f"=gap {gap} {gap_below} {look}",
        f"=since {_bucket(view.since[i], _COUNT_BOUNDS)} {look}",
        f"=judged {_bucket(view.judged_since[i], _COUNT_BOUNDS)} {look}",
        f"=past {view.past[i]} {look}",
    ]


def _form_keys(line: Line, look: str) -> list[str]:
    size = _bucket(line.word_count, _WORD_BOUNDS)
    end, case = _end(line), _case(line)
    first = line.text[0]
    start = "a" if first.islower() else "A" if first.isupper() else "9" if first.isdigit() else '"' if first in "\"“‘'" else "~"
    keys = [f"=size {size}", f"=end {end}", case, f"=start {start}", f"=size {size} {end}", f"{case} {look}", f"=start {start} {look}"]
    if line.has_bullet:
        keys.append("=bullet")
    text = line.text[:_MAX_CHARS_READ]
    for key, pattern in _signs():
        if pattern.search(text):
            keys += (key, f"{key} {look}")
    return keys


def _echo_keys(view: _View, line: Line, look: str, pack: LanguagePack) -> list[str]:
    words = _long_words(line.text[:_MAX_CHARS_READ])
    keys = [f"=echo {_share(words, view.headline_words)} {look}"]
    if not line.is_prose:
        keys.append(f"=story {_share(words, view.story_words)} {look}")
        if first_copy_end(line, pack) is not None:
            keys.append("=doubled")
        twice = view.texts[line.text]
        if twice > 1:
            keys.append(f"=twice {min(twice, 4)}")
    return keys


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


@lru_cache(maxsize=8)
def _sources(pack: LanguagePack) -> frozenset[str]:
    """The words of those who sell pictures and print papers."""
    return pack.words("photo_sources") | house_names(pack)


def _is_of_comments(line: Line) -> bool:
    return opens_comments(line) or names_commentator(line)


def _is_related_heading(line: Line, pack: LanguagePack) -> bool:
    headings, first_words = listed_phrases(pack, "related_headings"), line.first_words
    if line.word_count > _MAX_LISTED_WORDS or not headings.may_open(first_words):
        return False
    return headings.value_of_whole(first_words) is not None


def _listed_keys(line: Line, look: str, pack: LanguagePack) -> list[str]:
    keys = []
    if line.word_count <= _MAX_LISTED_WORDS:
        headings, first_words = listed_phrases(pack, "related_headings"), line.first_words
        if headings.may_open(first_words):
            if headings.value_of_whole(first_words) is not None:
                keys.append("=related whole")
            elif headings.at_start(first_words) is not None:
                keys.append("=related start")
        if opens_comments(line):
            keys.append("=comments")
        if names_commentator(line):
            keys.append("=commentator")
    sources = _sources(pack)
    words = line.text.split()
    for key, piece in (("=source end", words[-3:]), ("=source start", words[:4])):
        folded = [word.strip(".,()[]/|:").casefold() for word in piece]
        pairs = [" ".join(folded[i : i + 2]) for i in range(len(folded) - 1)]
        parts = [part for word in folded for part in word.split("/")]
        if not sources.isdisjoint(folded + pairs + parts):
            keys += (key, f"{key} {look}")
    return keys
