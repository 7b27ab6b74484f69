"""A spaCy component that reads each document's quotes (``pip install 'newsquote[spacy]'``).

In: a ``Doc`` of any pipeline, a blank one included. Out: the same ``Doc``, with the span groups
``quotes``, ``cues`` and ``sources`` and with the whole article as ``Doc._.newsquote``. Why: rules
and models that already work on spaCy's tokens get who said what in their own terms. spaCy's spans
lie on token edges and newsquote's need not, so a span is widened to the tokens that it touches; the
article has the exact one.

Importing this module registers the component; where newsquote is installed, spaCy finds it by
itself, through an entry point.
"""

# No annotations from the future: older releases of spaCy check a factory's arguments by the types
# themselves, not by their names.

from typing import TYPE_CHECKING

import attrs

try:
    import spacy  # noqa: F401 - the library: this module's own name is newsquote.extras.spacy
except ImportError as error:
    msg = "newsquote.extras.spacy needs spaCy: pip install 'newsquote[spacy]'"
    raise ImportError(msg, name="spacy") from error

from spacy.language import Language
from spacy.tokens import Doc

from newsquote.codec import from_dict, to_dict
from newsquote.options import ParseOptions
from newsquote.parser import parse

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan

    from newsquote.models import Article, Span

__all__ = ["Reader", "make"]

_KEY = "newsquote"


class Reader:
    """The component.

    Called with a ``Doc``, it gives the same one back, with the span groups and the article set.

    :param options: how the texts are to be read.
    """

    def __init__(self, options: ParseOptions | None = None) -> None:
        self.options = options

    def __call__(self, doc: Doc) -> Doc:
        """Read the document's text.

        Every span has its quote's index as ``id_``. Its label is the quote's kind, the cue's
        category, or the speaker's kind (empty where the speaker is not known); a source's
        ``kb_id_`` is the id of a known person. A split quotation has a span a part.
        """
        article = parse(doc.text, options=self.options)
        # Plain values, since a Doc travels between processes and to disk with what its user_data
        # hold.
        doc.user_data[_KEY] = to_dict(article, text=False)
        quotes, cues, sources = [], [], []
        for n, quote in enumerate(article.quotes):
            quotes += [_widened(doc, part.span, n, quote.kind.value) for part in quote.parts]
            if quote.cue:
                cues.append(_widened(doc, quote.cue.span, n, quote.cue.category.value))
            if quote.source:
                speaker = quote.speaker
                kind = speaker.kind.value if speaker else ""
                known = (speaker.id or "") if speaker else ""
                sources.append(_widened(doc, quote.source.span, n, kind, known))
        doc.spans["quotes"], doc.spans["cues"], doc.spans["sources"] = quotes, cues, sources
        return doc


def _widened(doc: Doc, span: "Span", quote: int, label: str, known: str = "") -> "DocSpan":
    """The tokens that the span touches.

    Every character of a Doc's text that is no blank between tokens is some token's.
    """
    found = doc.char_span(
        span.start, span.end, label=label, kb_id=known, span_id=str(quote), alignment_mode="expand"
    )
    if found is None:
        msg = f"no token touches {span}"
        raise ValueError(msg)
    return found


def _article(doc: Doc) -> "Article | None":
    """The article that was read, made anew each time from what the Doc keeps.

    None before the component has run.
    """
    data = doc.user_data.get(_KEY)
    return from_dict(data, text=doc.text) if data else None


Doc.set_extension(_KEY, getter=_article, force=True)


@Language.factory(
    "newsquote",
    assigns=["doc.spans"],
    default_config={
        "language": "en",
        "include_thoughts": False,
        "include_nested": False,
        "weights": True,
    },
)
def make(
    nlp: Language,  # noqa: ARG001 - spaCy gives it to every factory
    name: str,  # noqa: ARG001 - as above
    *,
    language: str,
    include_thoughts: bool,
    include_nested: bool,
    weights: bool,
) -> Reader:
    """The component of a pipeline's configuration.

    spaCy calls this for ``nlp.add_pipe("newsquote")``.

    :param nlp: the pipeline.
    :param name: the component's name in it.
    :param language: as in ``ParseOptions``, as the next two are.
    :param include_thoughts: also beliefs, intentions and feelings.
    :param include_nested: also what a source says that others said.
    :param weights: False to work by rules alone; ``model`` is a word of spaCy's own configuration.
    :return: the component.
    """
    options = ParseOptions(
        language=language, include_thoughts=include_thoughts, include_nested=include_nested
    )
    return Reader(options if weights else attrs.evolve(options, model=None))
