"""A line -> whether it is a caption by its own signs.

In: a line. Out: whether it is the caption of a picture, or the picture's source. Why: a caption is
a sentence and names people who say nothing. It is told by a label, by who took the picture, by who
stands where in it; what the lines beside it tell is judged in ``pictures``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsquote._page import phrases
from newsquote._page.judges.picture_signs import is_signed_as_picture
from newsquote._page.printed_dates import month_pattern
from newsquote._page.verdicts import Judge, Sign, Verdict
from newsquote._text.ranges import Chars
from newsquote.kinds import BlockRole
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from newsquote._page.line import Line
    from newsquote.lang import LanguagePack

__all__ = [
    "MAX_CAPTION_WORDS",
    "MAX_SHORT_CAPTION_WORDS",
    "MAX_SOURCE_WORDS",
    "is_picture_source",
    "judge_caption",
    "opens_with_quotation",
]

MAX_CAPTION_WORDS = 70
MAX_SHORT_CAPTION_WORDS = 40
"""Words of a caption that is told by little."""
MAX_SOURCE_WORDS = 8
"""Words in the names of a photographer and an agency or two."""
_MAX_WORDS_BEHIND_BY_LABEL = 12
"""Words of a line that is "Photo by" and a name."""
_MAX_WORDS_QUOTED = 8
"""Words up to which a caption may be nothing but a quotation."""
_PLACE_HINTS = (
    "left,", "left:", "left)", "left to right", "right,", "right)", "center,", "center)",
    "centre,", "centre)", "(L", "(l-r)", "(top)", "(bottom)", "ictured", "een here", "photo",
    "image", "picture", "screengrab", "screenshot", "frame grab", "handout", "illustration",
)  # fmt: skip
"""Without one of these no line says who stands where; to look for them first is quicker."""
_LABEL_STARTS = ("image", "media", "video", "photo", "pictured", "above", "below", "clockwise")
"""So the first word of a label begins, casefolded."""
_LABEL_SIGN_CHARS = 3
"""Characters behind a label in which its colon or dash stands."""
_CREDIT_HINTS = (" for ", "credit", "photo", "pic", "image")
"""Without one of these, casefolded, no line ends with a credit."""
_CREDIT_CHARS = 100
"""Characters in which a credit at the end of a line stands."""
_SOURCE_CHARS = 120
"""Characters in which a picture's source at the end of a line stands."""

_LABEL = Verdict(BlockRole.CAPTION, Judge.CAPTION, Sign.PICTURE_LABEL)
_NUMBER = Verdict(BlockRole.CAPTION, Judge.CAPTION, Sign.PICTURE_NUMBER)
_CREDIT = Verdict(BlockRole.CAPTION, Judge.CAPTION, Sign.CREDIT_AT_END)
_PLACES = Verdict(BlockRole.CAPTION, Judge.CAPTION, Sign.WHO_STANDS_WHERE)
_SCENE = Verdict(BlockRole.CAPTION, Judge.CAPTION, Sign.DATED_SCENE)
_SIGNED = Verdict(BlockRole.CAPTION, Judge.CAPTION, Sign.PICTURE_SIGNED)
_AGENCY = Verdict(BlockRole.CAPTION, Judge.CAPTION, Sign.PICTURE_AGENCY)
_SOURCE = Verdict(BlockRole.CAPTION, Judge.CAPTION, Sign.PICTURE_SOURCE)


@cache
def _number_or_label() -> re.Pattern[str]:
    """A number among pictures, or a label: "[1/5]Crowds ...", "Image captionCrowds ..."."""
    return re.compile(
        r"\[\d{1,3}\s?/\s?\d{1,3}\]\s*\S|(?:image|media|video|photo) ?caption(?=[A-Z])"
        r"|(?:pictured|above|below|clockwise)[^.:]{0,24}: (?=[A-Z])",
        re.IGNORECASE,
    )


@cache
def _who_stands_where() -> re.Pattern[str]:
    """Who stands where in the picture, and what kind of picture it is."""
    return re.compile(
        r"[A-Z][\w.'’-]+, (?:(?:second|third|fourth|far|top|bottom|front|back)[ -])*"
        r"(?:left|right|cent(?:er|re)),"
        r"|\((?:left|right|cent(?:er|re)|L-R|L to R|l-r|pictured[^()]{0,20}|top|bottom)\)"
        r"|\(L\).*\(R\)|\b[Ff]rom (?:top )?left(?: to right)?[,:]|^(?:Pictured|Seen here)\b"
        r"|\b(?:is|are|was|were) pictured\b"
        r"|\bpictured (?:here|above|below|(?:on the )?(?:left|right)|in (?:a|this|an) )"
        r"|\b(?:is|are) seen here\b"
        r"|\bin (?:this|an?) (?:[\w.,-]+ ){0,4}(?:file photo|photo provided|image provided|handout"
        r"|undated (?:photo|picture|image)|screengrab|screenshot|photograph taken)"
        r"|\b[Ii]n this (?:[\w.,-]+ ){0,4}"
        r"(?:photo|image|photograph|picture|frame grab|illustration)\b",
    )


@cache
def _credit_at_end() -> re.Pattern[str]:
    """A credit that ends a caption: "... ends.Credit: Dana Whitlock", "... ends. Photo: AP"."""
    return re.compile(
        r"[.!?]\s[A-Z][\w.'’-]+ [A-Z][\w.'’-]+ for [A-Z][\w ]{2,40}$"
        r"|(?:\b(?i:credits?):\s?\S|(?<=[a-z.)”\"’])Credit(?=[A-Z.])"
        r"|(?:[.!?)”\"]\s*)(?:Photograph|Photo|Picture|Pic|Image)s?(?:\s+by\s|:\s))[^:]{0,70}$"
    )


@cache
def _year() -> re.Pattern[str]:
    """What a full date has, and most lines have not."""
    return re.compile(r"\d{4}")


@kept_by_pack
def _full_date(pack: LanguagePack) -> re.Pattern[str]:
    """A full date, or a caption that opens with one: "Jan. 15, 1967: ..."."""
    month = month_pattern(pack)
    return re.compile(
        rf"(?P<opening>^{month}\s\d{{1,2}},\s\d{{4}}:\s)"
        rf"|(?:\b{month}\s\d{{1,2}},\s\d{{4}}|\b\d{{1,2}}\s{month}\s\d{{4}})",
        re.IGNORECASE,
    )


@cache
def _two_sentences() -> re.Pattern[str]:
    return re.compile(r"[a-z]{3}\. [A-Z]")


@cache
def _past() -> re.Pattern[str]:
    """What tells that a dated sentence is the story's: a past, a will, a date that opens it."""
    return re.compile(
        r"^(?:In|On|By|Since|From|After|Before|Until|As|At|This)\b"
        r"|\b(?:was|were|had|said|told|did|would|will|has|have|since|until|before|after|born"
        r"|died)\b"
    )


@cache
def _present() -> re.Pattern[str]:
    """A name or a person, and what they do."""
    return re.compile(
        r"^(?:(?:A|An|The|Two|Three|Several|[A-Z][\w.'’-]+)"
        r"(?:[ ,]+(?:of |and |the |de |van |in |[a-z]+ )?))(?:[\w.'’,-]+ ){0,9}?"
        r"(?!(?:is|as|its|his|this|has|was|terms|years)\b)[a-z]{2,}s "
        r"(?:to|with|in|on|at|during|past|through|a|an|the|from|for|his|her|their|hands|as|outside"
        r"|near|by|he|she|off|out|up|around|inside|after|before|over|under|behind)\b"
    )


@cache
def _agency_sign() -> re.Pattern[str]:
    """An agency's way to sign a picture, wherever on the line."""
    return re.compile(
        r"\bREUTERS/[A-Z]|\((?:AP|AFP|EPA|Reuters|PA) (?:Photo|Image)"
        r"|\b(?:AFP|EPA|AAP|Getty Images)/[A-Z]|[A-Z]\w+/(?:Getty|AFP|Reuters|AP|EPA)\b"
    )


@kept_by_pack
def _source_at_end(pack: LanguagePack) -> re.Pattern[str]:
    """A picture's source in brackets or behind a slash at the end of a line, casefolded.

    A pattern for every case would take three times as long to compile.
    """
    names = {re.escape(name.casefold()) for name in pack.words("photo_sources")}
    sources = "|".join(sorted(names, key=len, reverse=True))
    return re.compile(
        rf"[(\[][^()\[\]]*\b(?:photo|image|picture|credit|via)\b[^()\[\]]*[)\]]\.?$"
        rf"|[(\[][^()\[\]/]*/[^()\[\]]*\b(?:{sources})\b[^()\[\]]*[)\]]\.?$"
        rf"|[(\[](?:{sources})(?:/[^()\[\]]*|(?:\s+(?:images|file))?)[)\]]\.?$"
        rf"|(?:\s?/\s?|\bvia\s+)(?:{sources})(?:/[\w ]+)*$",
    )


@cache
def _slash_in_brackets() -> re.Pattern[str]:
    return re.compile(r"\([^()/]+/[^()]+\)")


@cache
def _between_sources() -> re.Pattern[str]:
    return re.compile(r"[/|]|\bvia\b")


def judge_caption(line: Line, pack: LanguagePack) -> Verdict | None:
    """Whether a line is a caption, or a picture's source, by its own signs."""
    if line.word_count > MAX_CAPTION_WORDS:
        return None
    label = _find_label(line, pack)
    if label is not None:
        return _LABEL.told_at(label)
    if _has_picture_number(line):
        return _NUMBER
    if _ends_with_credit(line):
        return _unless_quoted(line, _CREDIT)
    if _says_places(line):
        return _unless_quoted(line, _PLACES)
    if _is_dated_scene(line, pack):
        return _SCENE
    if _is_signed_by_agency(line, pack):
        return _unless_quoted(line, _AGENCY)
    if is_signed_as_picture(line, pack):
        return _unless_quoted(line, _SIGNED)
    return _SOURCE if is_picture_source(line, pack) else None


def _unless_quoted(line: Line, verdict: Verdict) -> Verdict | None:
    return None if opens_with_quotation(line) else verdict


def opens_with_quotation(line: Line) -> bool:
    """Whether a line quotes, as captions do, too: then the quotation is worth more."""
    return line.text[0] in "\"“‘'" and line.word_count > _MAX_WORDS_QUOTED


def _find_label(line: Line, pack: LanguagePack) -> Chars | None:
    """The label with which a caption opens: "FILE PHOTO:", "Photo by Dana Whitlock"."""
    first_words = line.first_words
    found = phrases.listed_phrases(pack, "caption_openers").at_start(first_words)
    if found is None:
        return None
    label = Chars(line.start, found.end)
    sign = line.full_text[found.end : found.end + _LABEL_SIGN_CHARS].lstrip()[:1]
    if sign == ":" and line.word_count <= MAX_SHORT_CAPTION_WORDS:
        return label
    if sign in {"-", "–", "—"} and line.full_text[slice(*label)].isupper():
        return label
    names_author = "by" in first_words.words[found.word_count - 1 : found.word_count + 1]
    return label if names_author and line.word_count <= _MAX_WORDS_BEHIND_BY_LABEL else None


def _has_picture_number(line: Line) -> bool:
    may_have = line.text[0] == "[" or line.first_words.first.startswith(_LABEL_STARTS)
    return may_have and line.match(_number_or_label()) is not None


def _ends_with_credit(line: Line) -> bool:
    """Whether a line ends with the credit of its picture."""
    text = line.text
    ending = text[-_CREDIT_CHARS - 1 :].casefold()
    if not any(map(ending.__contains__, _CREDIT_HINTS)):
        return False
    return _credit_at_end().search(text, max(0, len(text) - _CREDIT_CHARS)) is not None


def _says_places(line: Line) -> bool:
    """Whether a line says who stands where."""
    if not any(map(line.text.__contains__, _PLACE_HINTS)):
        return False
    return _who_stands_where().search(line.text) is not None


def _is_dated_scene(line: Line, pack: LanguagePack) -> bool:
    """Whether a line says what is to be seen on a day: one sentence in the present, dated."""
    text = line.text
    if line.word_count > MAX_SHORT_CAPTION_WORDS:
        return False
    if not (line.ends_sentence or text[-1].isalpha()):
        return False
    if not _year().search(text):
        return False
    if '"' in text or "“" in text or "”" in text:
        return False
    date = _full_date(pack).search(text)
    if date is None or date["opening"] is not None:
        return date is not None
    if not (line.is_prose and line.ends_sentence) or _two_sentences().search(text):
        return False
    return _past().search(text) is None and _present().search(text) is not None


def _is_signed_by_agency(line: Line, pack: LanguagePack) -> bool:
    """Whether an agency signs a picture on the line, or its source ends the line."""
    text = line.text
    may_be_signed = "/" in text or "via " in text or "(AP " in text
    if not may_be_signed and text.rstrip(".")[-1:] not in {")", "]"}:
        return False
    if _agency_sign().search(text):
        return True
    start = max(0, len(text) - _SOURCE_CHARS)
    return _source_at_end(pack).search(text.casefold(), start) is not None


def is_picture_source(line: Line, pack: LanguagePack) -> bool:
    """Whether a line is nothing but a picture's source: "Dana Whitlock/Getty Images"."""
    if line.ends_sentence:
        return False
    if line.word_count > MAX_SOURCE_WORDS:
        return False
    if _slash_in_brackets().fullmatch(line.text):
        return True
    pieces = [piece.strip(" .").casefold() for piece in _between_sources().split(line.text)]
    first, last = pieces[0], pieces[-1]
    sources = pack.words("photo_sources")
    if first in sources:
        return True
    if last in sources:
        return True
    houses = phrases.house_names(pack)
    return len(pieces) > 1 and (first in houses or last in houses)
