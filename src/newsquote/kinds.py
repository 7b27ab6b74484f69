"""The vocabularies of the public values, as string enums.

In: nothing. Out: one ``StrEnum`` a vocabulary, whose members equal their own text (``quote.kind ==
"direct"``). Why: these words stand in the JSON form, in reports and in users' code, so they are
written down once, below everything else. Later versions may add members.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "BlockRole",
    "ChangeKind",
    "CheckVerdict",
    "CreditKind",
    "CueCategory",
    "DoubtReason",
    "Mode",
    "NoteCode",
    "ParagraphKind",
    "Polarity",
    "QuoteKind",
    "RejectionReason",
    "SpeakerKind",
    "VerificationStatus",
]


class QuoteKind(StrEnum):
    """How much of a quote's content stands inside quotation marks.

    At least 90 % of its letters and digits, some, or none. One to three words in marks that the
    writer's own clause holds are mixed: promised a “common boat”.

    >>> from newsquote import QuoteKind
    >>> QuoteKind.DIRECT == "direct"
    True
    """

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Mode(StrEnum):
    """Whether the content was spoken, written or only thought."""

    SPEECH = "speech"
    WRITING = "writing"
    THOUGHT = "thought"


class SpeakerKind(StrEnum):
    """What kind of source a speaker is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GROUP = "group"
    UNNAMED = "unnamed"
    DOCUMENT = "document"
    NARRATOR = "narrator"
    OTHER = "other"


class BlockRole(StrEnum):
    """What a block of lines is on the page."""

    HEADLINE = "headline"
    KICKER = "kicker"
    SUBHEADLINE = "subheadline"
    BYLINE = "byline"
    TIMESTAMP = "timestamp"
    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"
    CREDIT = "credit"
    CORRECTION = "correction"
    NOTE = "note"
    COPYRIGHT = "copyright"
    CONTACT = "contact"
    PROMOTION = "promotion"
    ADVERTISEMENT = "advertisement"
    SOCIAL = "social"
    NAVIGATION = "navigation"
    RELATED = "related"
    OTHER = "other"


class ParagraphKind(StrEnum):
    """What a paragraph of the body is."""

    TEXT = "text"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    CAPTION = "caption"
    PULL_QUOTE = "pull_quote"
    QUESTION = "question"
    TURN = "turn"


class CreditKind(StrEnum):
    """What a credit line says.

    Who contributed, reported, edited, where the story comes from, whose it is, or how its author is
    reached.
    """

    CONTRIBUTORS = "contributors"
    REPORTING = "reporting"
    EDITING = "editing"
    AGENCIES = "agencies"
    FILES = "files"
    WIRE_SIGN = "wire_sign"
    SOURCE = "source"
    COPYRIGHT = "copyright"
    CONTACT = "contact"


class CueCategory(StrEnum):
    """What a cue says of the act: the classes of reporting verbs and of what stands in for one."""

    NEUTRAL = "neutral"
    ASSERTIVE = "assertive"
    CONCESSIVE = "concessive"
    NEGATIVE = "negative"
    DIRECTIVE = "directive"
    EVALUATIVE = "evaluative"
    MANNER = "manner"
    QUESTION = "question"
    ARTEFACT = "artefact"
    LEGAL = "legal"
    THOUGHT = "thought"
    PUNCTUATION = "punctuation"


class Polarity(StrEnum):
    """Whether the source stands by the content."""

    POSITIVE = "positive"
    NEGATED = "negated"
    DENIED = "denied"
    DECLINED = "declined"
    QUESTIONED = "questioned"


class VerificationStatus(StrEnum):
    """Whether a quotation is in a text.

    ``verbatim``: character by character. ``folded``: the same letters and digits in the same words,
    but for marks, blanks, dashes, case and the like. ``joined``: the same words in the parts of one
    quote, without what stands between them, such as "Ann Lee said". ``altered``: most of its words
    in their order, with changes. ``absent``: none of these.
    """

    VERBATIM = "verbatim"
    FOLDED = "folded"
    JOINED = "joined"
    ALTERED = "altered"
    ABSENT = "absent"


class ChangeKind(StrEnum):
    """How a quotation differs from the text at one place.

    ``ellipsis``: words of the text are left out, and an ellipsis says so. ``omitted``: words are
    left out, and nothing says so. ``bracketed``: words in square brackets are the quoter's own, or
    stand for others. ``replaced``: other words. ``added``: words that the text does not have.
    ``cut``: the quotation begins or ends inside a word of the text, or inside a number.
    """

    ELLIPSIS = "ellipsis"
    OMITTED = "omitted"
    BRACKETED = "bracketed"
    REPLACED = "replaced"
    ADDED = "added"
    CUT = "cut"


class DoubtReason(StrEnum):
    """Why a name that may be a person's over a corpus was not taken for it.

    ``facts``: the same name, but what articles say of the two hardly goes together. ``several``: it
    fits several people. ``suffix``: only one of the names has a "Jr." or the like. ``initial``,
    ``short-form``, ``spelling``: the given name is an initial, a short form or spelled otherwise,
    and nothing else says that both are one. ``same-article``: an article has both as two.
    """

    FACTS = "facts"
    SEVERAL = "several"
    SUFFIX = "suffix"
    INITIAL = "initial"
    SHORT_FORM = "short-form"
    SPELLING = "spelling"
    SAME_ARTICLE = "same-article"


class CheckVerdict(StrEnum):
    """Whether somebody is said to have said these words.

    ``said``: by the one who was asked for, word for word; by anybody, where nobody was asked for.
    ``said_altered``: by the same, but with changes, or with words around them that are not quoted.
    ``by_somebody_else``: another is said to have said them. ``not_attributed``: the words are
    there, but nobody is said to have said them. ``unknown_speaker``: they are quoted, but it cannot
    be told whether from the one who was asked for, because the article names nobody like that or
    does not say who spoke. ``absent``: the words are not there.
    """

    SAID = "said"
    SAID_ALTERED = "said_altered"
    BY_SOMEBODY_ELSE = "by_somebody_else"
    NOT_ATTRIBUTED = "not_attributed"
    UNKNOWN_SPEAKER = "unknown_speaker"
    ABSENT = "absent"


class RejectionReason(StrEnum):
    """Why words inside quotation marks are no quotation."""

    SCARE_QUOTES = "scare-quotes"
    TITLE = "title"
    NICKNAME = "nickname"
    TERM = "term"


class NoteCode(StrEnum):
    """What a note says of the text or of a reading of it.

    ``mojibake``: characters of UTF-8 that were read in another encoding, marks among them, so
    quotations are missed; decode the text anew. ``html-entities``: marks or signs as HTML spells
    them; unescape the text first. ``html-source``: the source of a page, with its tags; read its
    text instead (``newsquote.extras.html``). ``hyphenated-lines``: words that are cut at line ends,
    as in scanned columns; they are read as two. ``second-article``: a heading with a byline of its
    own below a story; everything was read as one article. ``long-text``: more than a million
    characters, which no article has. ``language-unsupported``: the story is not in the language of
    the pack, so nothing but its layout and its quotation marks was read. ``unread-date``: the day
    of publication that was given cannot be read, so the article was read without one.
    """

    NO_TEXT = "no-text"
    NO_HEADLINE = "no-headline"
    UNCLOSED_QUOTE = "unclosed-quote"
    STRAY_MARK = "stray-mark"
    UNKNOWN_SPEAKER = "unknown-speaker"
    AMBIGUOUS_SPEAKER = "ambiguous-speaker"
    MOJIBAKE = "mojibake"
    HTML_ENTITIES = "html-entities"
    HTML_SOURCE = "html-source"
    HYPHENATED_LINES = "hyphenated-lines"
    SECOND_ARTICLE = "second-article"
    LONG_TEXT = "long-text"
    LANGUAGE_UNSUPPORTED = "language-unsupported"
    UNREAD_DATE = "unread-date"
