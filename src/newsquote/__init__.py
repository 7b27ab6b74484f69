"""Plain text of a news article in, typed parts out, each pointing back into the caller's string.

Names only. Everything is loaded on first use, so importing the package costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._version import __version__ as __version__

# A module of the same name would take this function's place as soon as anybody imported it; bound
# here, it cannot.
from newsquote.verify import verify

if TYPE_CHECKING:
    from newsquote.checker import check
    from newsquote.codec import from_dict, to_dict
    from newsquote.corpus import People, people
    from newsquote.errors import (
        DataError,
        NewsquoteError,
        OptionsError,
        SchemaError,
        UnknownIdError,
        UnknownLanguageError,
    )
    from newsquote.formats.brat_reading import read_brat
    from newsquote.formats.html import View, view
    from newsquote.formats.prompt import resolve
    from newsquote.kinds import (
        BlockRole,
        ChangeKind,
        CheckVerdict,
        CreditKind,
        CueCategory,
        DoubtReason,
        Mode,
        NoteCode,
        ParagraphKind,
        Polarity,
        QuoteKind,
        RejectionReason,
        SpeakerKind,
        VerificationStatus,
    )
    from newsquote.lang import LanguagePack, get_pack
    from newsquote.models import (
        Article,
        Author,
        Block,
        Body,
        Byline,
        Change,
        Check,
        CheckPlace,
        Credit,
        Cue,
        Dateline,
        Doubt,
        Explanation,
        Headline,
        KnownPerson,
        Mention,
        NoComment,
        Note,
        Paragraph,
        ParseFailure,
        Part,
        Person,
        Quote,
        Rejected,
        RelatedList,
        RelatedStory,
        Source,
        SourceCount,
        Span,
        Speaker,
        Verification,
    )
    from newsquote.options import ParseOptions
    from newsquote.parser import (
        explain,
        mask_quotes,
        parse,
        parse_body,
        parse_byline,
        parse_dateline,
        parse_headline,
        parse_many,
        parse_quotes,
        parse_related,
    )
    from newsquote.scores import (
        Evaluation,
        KindScores,
        MarkedQuote,
        Mistake,
        Score,
        evaluate,
    )

__all__ = [
    "Article",
    "Author",
    "Block",
    "BlockRole",
    "Body",
    "Byline",
    "Change",
    "ChangeKind",
    "Check",
    "CheckPlace",
    "CheckVerdict",
    "Credit",
    "CreditKind",
    "Cue",
    "CueCategory",
    "DataError",
    "Dateline",
    "Doubt",
    "DoubtReason",
    "Evaluation",
    "Explanation",
    "Headline",
    "KindScores",
    "KnownPerson",
    "LanguagePack",
    "MarkedQuote",
    "Mention",
    "Mistake",
    "Mode",
    "NewsquoteError",
    "NoComment",
    "Note",
    "NoteCode",
    "OptionsError",
    "Paragraph",
    "ParagraphKind",
    "ParseFailure",
    "ParseOptions",
    "Part",
    "People",
    "Person",
    "Polarity",
    "Quote",
    "QuoteKind",
    "Rejected",
    "RejectionReason",
    "RelatedList",
    "RelatedStory",
    "SchemaError",
    "Score",
    "Source",
    "SourceCount",
    "Span",
    "Speaker",
    "SpeakerKind",
    "UnknownIdError",
    "UnknownLanguageError",
    "Verification",
    "VerificationStatus",
    "View",
    "check",
    "evaluate",
    "explain",
    "from_dict",
    "get_pack",
    "mask_quotes",
    "parse",
    "parse_body",
    "parse_byline",
    "parse_dateline",
    "parse_headline",
    "parse_many",
    "parse_quotes",
    "parse_related",
    "people",
    "read_brat",
    "resolve",
    "to_dict",
    "verify",
    "view",
]

_NAMES_BY_HOME = {
    "checker": "check",
    "codec": "from_dict to_dict",
    "corpus": "People people",
    "errors": (
        "DataError NewsquoteError OptionsError SchemaError UnknownIdError UnknownLanguageError"
    ),
    "formats.brat_reading": "read_brat",
    "formats.html": "View view",
    "formats.prompt": "resolve",
    "kinds": (
        "BlockRole ChangeKind CheckVerdict CreditKind CueCategory DoubtReason Mode NoteCode "
        "ParagraphKind Polarity QuoteKind RejectionReason SpeakerKind VerificationStatus"
    ),
    "lang": "LanguagePack get_pack",
    "models": (
        "Article Author Block Body Byline Change Check CheckPlace Credit Cue Dateline Doubt "
        "Explanation Headline KnownPerson Mention NoComment Note Paragraph ParseFailure Part "
        "Person Quote Rejected RelatedList RelatedStory Source SourceCount Span Speaker "
        "Verification"
    ),
    "options": "ParseOptions",
    "parser": (
        "explain mask_quotes parse parse_body parse_byline parse_dateline parse_headline "
        "parse_many parse_quotes parse_related"
    ),
    "scores": "Evaluation KindScores MarkedQuote Mistake Score evaluate",
}
_HOME_OF = {name: home for home, names in _NAMES_BY_HOME.items() for name in names.split()}


if not TYPE_CHECKING:  # a type checker that saw it would let every misspelt name pass

    def __getattr__(name: str) -> object:
        """Load a public name on first use."""
        if name not in _HOME_OF:
            msg = f"module 'newsquote' has no attribute {name!r}"
            raise AttributeError(msg)
        from importlib import import_module  # noqa: PLC0415 - only needed once something is used

        value = getattr(import_module(f"newsquote.{_HOME_OF[name]}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
