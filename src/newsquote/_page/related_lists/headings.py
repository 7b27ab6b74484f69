"""A line -> whether it stands over a list of other stories.

In: a line. Out: whether it is the heading of such a list, or opens one in another way. Why: what
stands under "Related stories" are titles, whatever they look like. Headings are listed, or made of
which stories and what: "Latest Energy Articles".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsquote._page.phrases import listed_phrases
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from newsquote._page.line import Line
    from newsquote._page.phrases import FirstWords
    from newsquote.lang import LanguagePack

__all__ = ["is_related_heading", "opens_list"]

_MAX_HEADING_WORDS = 9
_MIN_COMPOSED_WORDS, _MAX_COMPOSED_WORDS = 2, 7
_MAX_TOPIC_WORDS = 5
"""Words of a topic behind an open heading: "Next up in Towns"."""
_MAX_WORDS_BEFORE_COLON = 2
"""Words behind a heading that a colon ends: "Read more here:"."""
_OPEN_ENDINGS = frozenset({"from", "in", "on", "by", "great", "for", "about"})
"""Words behind which a heading goes on with a name."""
_WEAK_WHICH = frozenset({"top", "more"})
"""They say which stories only right before what these are."""
_LABEL_SIGN_CHARS = 3
"""Characters behind a label in which its colon or bar stands."""


class _HeadingWords(NamedTuple):
    which: frozenset[str]
    """"latest", "popular"."""
    what: frozenset[str]
    """"stories", "articles"."""


@kept_by_pack
def _heading_words(pack: LanguagePack) -> _HeadingWords:
    table = pack.table("related_heading_words")
    return _HeadingWords(
        which=frozenset(word for word, kind in table.items() if kind == "which"),
        what=frozenset(word for word, kind in table.items() if kind == "what"),
    )


def is_related_heading(line: Line, pack: LanguagePack) -> bool:
    """Whether a line stands over a list of other stories."""
    text = line.text
    if line.word_count > _MAX_HEADING_WORDS:
        return False
    if text[-1] in "?,":
        return False
    if text[-1] == "." and not text.endswith(".."):
        return False
    first_words = line.first_words
    headings = listed_phrases(pack, "related_headings")
    whole = headings.value_of_whole(first_words)
    if whole is not None:
        return whole != "label"
    if _is_composed(first_words, pack):
        return True
    found = headings.at_start(first_words)
    if found is None or found.value == "label" or not first_words.are_all:
        return False
    return _goes_on_as_heading(first_words.words, found.word_count, ends_with_colon=text[-1] == ":")


def _goes_on_as_heading(words: tuple[str, ...], listed: int, *, ends_with_colon: bool) -> bool:
    """Whether what follows a listed heading is a topic, or little before a colon."""
    more = len(words) - listed
    is_open = words[listed - 1] in _OPEN_ENDINGS
    if listed > 1 and more:
        is_open = is_open or words[listed] in _OPEN_ENDINGS
    if is_open and more <= _MAX_TOPIC_WORDS:
        return True
    return listed > 1 and ends_with_colon and more <= _MAX_WORDS_BEFORE_COLON


def _is_composed(first_words: FirstWords, pack: LanguagePack) -> bool:
    """A heading made of which stories and what: "Popular in World News", "Most Read Stories"."""
    if not first_words.are_all:
        return False
    words = first_words.words
    if not _MIN_COMPOSED_WORDS <= len(words) <= _MAX_COMPOSED_WORDS:
        return False
    which, what = _heading_words(pack)
    if words[-1] not in what:
        return False
    first = next((i for i, word in enumerate(words) if word in which), None)
    if first is None:
        return False
    right_before = first == len(words) - 2
    return first <= 1 or right_before or words[first] not in _WEAK_WHICH


def opens_list(line: Line, pack: LanguagePack) -> bool:
    """Whether a line opens a list, or names a story behind a label of its own."""
    if is_related_heading(line, pack):
        return True
    headings = listed_phrases(pack, "related_headings")
    if not headings.may_open(line.first_words):
        return False
    found = headings.at_start(line.first_words)
    if found is None:
        return False
    if found.value == "heading":
        return False
    sign = line.full_text[found.end : found.end + _LABEL_SIGN_CHARS].lstrip()[:1]
    return sign in {":", "|"}
