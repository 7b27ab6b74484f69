"""Did this person say that, in this article?

In: a quotation, an article, and whoever is to have said it. Out: a ``Check``. Why: words that are
in a text may be another person's, or nobody's. Whether they are there is ``verify``'s question;
here the places are held against the article's quotes, and the best of them decides.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import attrs

from newsquote._checking.comparison import compare
from newsquote._checking.joins import joined_places
from newsquote._claims.asked import Asked, whom
from newsquote._claims.holders import Holders, is_of
from newsquote._folding import fold_words, letters
from newsquote.kinds import ChangeKind, CheckVerdict, VerificationStatus
from newsquote.models import Article, Change, Check, CheckPlace, Span, Speaker
from newsquote.parser import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsquote.models import Verification

__all__ = ["check"]

_WHOLE = 0.9
"""The share of a place's letters that somebody must have said; the rest is marks' and edges'."""
_MOST = 2 / 3
"""With less, the words are not a statement's: what ``verify`` asks of an altered quotation."""
_LONGEST_ASIDE = 30
"""Words between two quotes that a quotation may leave out without an ellipsis."""
_ELLIPSIS = re.compile(r"…|\.\s?\.")
_LEFT_OUT = frozenset((ChangeKind.OMITTED, ChangeKind.ELLIPSIS))
_BEST_FIRST = (
    CheckVerdict.SAID,
    CheckVerdict.SAID_ALTERED,
    CheckVerdict.BY_SOMEBODY_ELSE,
    CheckVerdict.UNKNOWN_SPEAKER,
    CheckVerdict.NOT_ATTRIBUTED,
)


def check(quotation: str, article: Article | str, speaker: Speaker | str | None = None) -> Check:
    """Say whether somebody is said to have said these words, in an article.

    The words may be spoken, written or reported; "said" means that the article attributes them. A
    name is matched as people write it: a surname, with or without a title, a role ("the former
    mayor"), a short form, or the ``id`` of a known person. Where several speakers can be meant, any
    of them will do; ``Check.asked`` has them.

    :param quotation: the words; a split quotation is found with its parts joined.
    :param article: an article, or its text, which is then parsed.
    :param speaker: who is to have said them: a name, a description, an id, or one of
        ``article.speakers``. None asks whether anybody is said to have said them.
    :return: a check, true only where the verdict is ``said``. It says nothing of whether the
        sentence is true, and a negated or denied sentence is said, too: see ``Check.polarity``.
    :raises TypeError: if an argument has another type.

    >>> text = "“We will not sell the bridge,” Ann Lee said. Bo Ek said the mill would close."
    >>> check("We will not sell the bridge", text, "Ms. Lee").verdict.value
    'said'
    >>> found = check("We will … sell the bridge", text, "Lee")
    >>> found.verdict.value, found.changes
    ('said_altered', (<Change ellipsis '…' for 'not'>,))
    >>> check("We will not sell the bridge", text, "Bo Ek")
    <Check by_somebody_else by 'Ann Lee'>
    """
    _demand(quotation, "quotation", str)
    _demand(article, "article", Article, str)
    _demand(speaker, "speaker", str, Speaker, type(None))
    read = parse(article) if isinstance(article, str) else article
    return _Search(quotation, read, _asked(speaker, read)).check()


def _demand(value: object, name: str, *types: type) -> None:
    if not isinstance(value, types):
        names = " or ".join("None" if one is type(None) else one.__name__ for one in types)
        msg = f"{name} must be {names}, not {type(value).__name__}"
        raise TypeError(msg)


def _asked(speaker: Speaker | str | None, article: Article) -> Asked | None:
    if speaker is None:
        return None
    if isinstance(speaker, Speaker):
        if speaker in article.speakers:
            return Asked((speaker,), is_printed=True)
        speaker = speaker.name  # another article's
    return whom(speaker, article)


class _Found(NamedTuple):
    """Words in a text: where, and what was changed in them."""

    spans: tuple[Span, ...]
    changes: tuple[Change, ...]
    verification: Verification


class _Search:
    """One check: the quotation, the article, who was asked for."""

    def __init__(self, quotation: str, article: Article, asked: Asked | None) -> None:
        self._quotation, self._article, self._asked = quotation, article, asked
        self._holders = Holders(article)

    def check(self) -> Check:
        """The check of all places."""
        found = compare(self._quotation, self._article.text, lambda: (self._article.quotes,))
        founds = [*self._founds(found), *(() if found else self._in_own_words(found))]
        judged = [(self._place(one), one) for one in founds]
        if not judged:
            return Check(verdict=CheckVerdict.ABSENT, verification=found, asked=self._speakers)
        best, decided = min(judged, key=lambda pair: _BEST_FIRST.index(pair[0].verdict))
        places = sorted({place.spans: place for place, _ in judged}.values(), key=_offset)
        return Check(
            verdict=best.verdict,
            verification=decided.verification,
            place=best,
            places=tuple(places),
            asked=self._speakers,
            changes=decided.changes,
        )

    @property
    def _speakers(self) -> tuple[Speaker, ...]:
        return self._asked.speakers if self._asked else ()

    def _founds(self, found: Verification) -> Iterator[_Found]:
        """All places of the words."""
        if found.status is VerificationStatus.ALTERED:
            yield _Found(found.spans, self._spoken(found.changes), found)
            return
        if found.status is not VerificationStatus.JOINED:
            for place in found.places:
                yield _Found((place,), found.changes if place == found.span else (), found)
        if found:
            for spans in joined_places(letters(self._quotation), self._article.quotes):
                yield _Found(spans, (), found)

    def _spoken(self, changes: Sequence[Change]) -> tuple[Change, ...]:
        """The changes of what was said: without what nobody is said to have said."""
        return tuple(change for change in changes if not self._is_aside(change))

    def _is_aside(self, change: Change) -> bool:
        """Whether a quotation leaves out the narrator's words alone, such as "Ann Lee said"."""
        if change.kind not in _LEFT_OUT or not self._holders.is_unsaid(change.span):
            return False
        if change.kind is ChangeKind.ELLIPSIS:
            return True
        return len(fold_words(change.found).words) <= _LONGEST_ASIDE

    def _in_own_words(self, found: Verification) -> Iterator[_Found]:
        """The words in what the one who was asked for is said to have said, all else left out.

        Nothing where another passage of the text has more of them.
        """
        if not self._speakers:
            return
        text = self._article.text
        own = compare(self._quotation, self._holders.only(self._speakers))
        if own.span is None or own.share < found.share:
            return
        spans = tuple(self._holders.pieces(own.spans, self._speakers))
        changes = [attrs.evolve(one, found=text[one.span.slice]) for one in own.changes]
        if own:
            changes += self._skipped(spans)
        own = attrs.evolve(own, spans=spans, changes=tuple(changes))
        yield _Found(spans, self._spoken(changes), own)

    def _skipped(self, spans: Sequence[Span]) -> Iterator[Change]:
        """What a quotation leaves out that has all words of some stretches."""
        folded, text = fold_words(self._quotation), self._article.text
        word = 0
        for left, right in pairwise(spans):
            word += len(fold_words(text[left.slice]).words)
            quoted = Span(folded.ends[word - 1], folded.starts[word])
            is_marked = _ELLIPSIS.search(self._quotation[quoted.slice]) is not None
            gap = Span(left.end, right.start)
            yield Change(
                kind=ChangeKind.ELLIPSIS if is_marked else ChangeKind.OMITTED,
                quoted=self._quotation[quoted.slice],
                quoted_span=quoted,
                found=text[gap.slice],
                span=gap,
            )

    def _place(self, found: _Found) -> CheckPlace:
        holding = self._holders.at(found.spans)
        speakers = tuple(one for one, share in holding.shares.items() if share >= _MOST)
        share = self._share_of_asked(holding.shares)
        if holding.quoted < _MOST:
            verdict, speakers = CheckVerdict.NOT_ATTRIBUTED, ()
        elif share >= _MOST:
            whole = share >= _WHOLE and not found.changes
            verdict = CheckVerdict.SAID if whole else CheckVerdict.SAID_ALTERED
        elif not speakers or (self._asked and not self._asked.is_printed):
            verdict = CheckVerdict.UNKNOWN_SPEAKER
        else:
            verdict = CheckVerdict.BY_SOMEBODY_ELSE
        return CheckPlace(
            verdict=verdict,
            span=Span(found.spans[0].start, found.spans[-1].end),
            spans=found.spans,
            quotes=holding.quotes,
            speakers=speakers,
        )

    def _share_of_asked(self, shares: dict[Speaker, float]) -> float:
        """The largest share of one who was asked for, or of anybody where nobody was."""
        if self._asked is None:
            return max(shares.values(), default=0.0)
        wanted = set(self._speakers)
        return max((share for one, share in shares.items() if is_of(one, wanted)), default=0.0)


def _offset(place: CheckPlace) -> tuple[Span, ...]:
    return place.spans
