"""What the model found, completed by what the rules know of the same cue.

In: an attribution in bare words, as the model found it. Out: the attribution as it is printed. Why:
the model chooses words. Where a content begins and ends by the conventions of print, to whom it was
said, and how a verb in several words is read, are things that the rules know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import regex

from newsquote._quotes.attribution import NO_CIRCUMSTANCES, Attribution, Circumstances, CueMention
from newsquote._quotes.clauses import cues
from newsquote._quotes.places import lies_within, touches, with_bracket
from newsquote._quotes.rules import CLAUSELESS_RULES, ModelChoice, Rule
from newsquote._text.ranges import Chars
from newsquote.kinds import CueCategory, Mode
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsquote._quotes.model.finding import ModelAttribution
    from newsquote._quotes.printing import PrintedPieces
    from newsquote._quotes.ruled_cues import RuledCue
    from newsquote._text.doc import Doc
    from newsquote.kinds import Polarity
    from newsquote.lang import LanguagePack

__all__ = ["Completer", "phrasal_lemmas"]


# English words.
_DEFINITE = frozenset(("the", "that", "this", "these", "those"))
_MEANWHILE = frozenset(("as", "while"))
_ON = "on"
_WHAT = "what"

_HOUR = regex.compile(
    r"\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?)?\s?[-\u2013\u2014]{1,2}\s+", regex.IGNORECASE
)
"""The hour of an entry and its dash."""
_MIN_TIMED_TOKENS = 4
_MAX_TIMED_TOKENS = 5
"""A known thing in one word or two, and a day: "the plans on Monday"; a longer one has its own."""

_BEHIND = frozenset((Rule.QUOTATION_BEHIND_CUE, Rule.CLAUSE_WITH_THAT, Rule.CLAUSE_OF_PRONOUN))
"""The rules whose contents stand whole behind their cues."""


@kept_by_pack
def phrasal_lemmas(pack: LanguagePack) -> frozenset[str]:
    """The lemmas of the verbs in several words."""
    return frozenset(verb.lemma for verb in cues.phrases(pack).values())


@kept_by_pack
def _aside_words(pack: LanguagePack) -> frozenset[str]:
    """The words that begin what only follows a source."""
    return pack.words("sentence_adverbs") | pack.words("prepositions") | pack.words("time_words")


@kept_by_pack
def _adverbial_words(pack: LanguagePack) -> frozenset[str]:
    """The words that begin what tells when or where something was said."""
    return (
        pack.words("prepositions")
        | pack.words("time_words")
        | pack.closed("subordinators")
        | pack.words("clause_openers")
    )


class Completer:
    """Completes what the model found in one text."""

    def __init__(
        self,
        doc: Doc,
        printed: PrintedPieces,
        ruled: Sequence[Attribution],
        ruled_at: Mapping[int, RuledCue],
    ) -> None:
        self.doc, self.printed, self.ruled_at = doc, printed, ruled_at
        self.words, self.lowers = doc.words, doc.lowers
        self.verbs = cues.verbs(doc.pack)
        self.conjunctions = doc.pack.closed("conjunctions")
        self.auxiliaries = doc.pack.words("auxiliaries")
        self.weekdays = doc.pack.words("weekdays")
        self.relatives = doc.pack.closed("relatives") | {_WHAT}
        self.sources = sorted({one.source for one in ruled if one.source is not None})
        self.continuations: set[Chars] = set()
        """The cues of the rules' attributions that go on where a content was cut."""

    def _rule_at(self, token: int) -> Attribution | None:
        ruled = self.ruled_at.get(token)
        return None if ruled is None else ruled.attribution

    def attribution(self, found: ModelAttribution) -> Attribution:
        """What the model found, as an attribution."""
        rule = self._rule_at(found.head)
        if rule is None:
            return self._printed(found, None)
        whole = Chars(found.contents[0][0], found.contents[-1][1])
        if rule.lemma in phrasal_lemmas(self.doc.pack):
            # The model knows one word of the verb, which means something else alone.
            return attrs.evolve(rule, mode=Mode.SPEECH, chance=found.chance)
        if rule.source is not None and self._says_itself(found, whole, rule):
            return attrs.evolve(rule, mode=Mode(found.mode), chance=found.chance)
        return self._printed(found, rule)

    def _says_itself(self, found: ModelAttribution, whole: Chars, rule: Attribution) -> bool:
        """Whether the model took who speaks for a part of what is said, which cannot be.

        It did so with an inverted subject, or with one between two pieces.

        :param rule: what a rule with a source made of the same cue.
        """
        if rule.source is not None and lies_within(whole, rule.source):
            return True
        if found.source is None:
            return False
        if touches(sorted(Chars(*piece) for piece in found.contents), found.source):
            return True
        return rule.rule == Rule.ACCORDING_BEFORE and _is_mostly_in(rule.pieces[0], found.source)

    def _printed(self, found: ModelAttribution, rule: Attribution | None) -> Attribution:
        doc = self.doc
        start, end = found.cue
        words = doc.text[start:end].lower()
        cue = self._cue(found, words, rule)
        pieces = self._pieces(found, cue.range, rule)
        evidence = (ModelChoice(words, found.chance),)
        return Attribution(
            pieces=pieces,
            marks=self.printed.marks_in(pieces),
            cue=cue,
            source=self._source(found, rule),
            circumstances=_addressee_of(rule),
            paragraph=doc.paragraph_of(cue.range.start),
            sentence=doc.sentence_of(found.head),
            rule=None if rule is None else rule.rule,
            side=None if rule is None else rule.side,
            mode=Mode(found.mode),
            chance=found.chance,
            evidence=evidence if rule is None else evidence + rule.evidence,
        )

    def _cue(self, found: ModelAttribution, words: str, rule: Attribution | None) -> CueMention:
        verb = self.verbs.get(self.lowers[found.head])
        if verb is not None:
            lemma, category = verb.lemma, verb.category
        elif found.mode == Mode.THOUGHT:
            lemma, category = words, CueCategory.THOUGHT
        elif not any(map(str.isalpha, words)):
            lemma, category = words, CueCategory.PUNCTUATION
        else:
            lemma, category = words, CueCategory.NEUTRAL
        if rule is not None and rule.cue is not None:
            polarity = rule.cue.polarity
        else:
            polarity = self._polarity("" if verb is None else verb.lemma, words)
        return CueMention(
            range=found.cue,
            lemma=lemma,
            category=category,
            polarity=polarity,
        )

    def _polarity(self, lemma: str, words: str) -> Polarity:
        return cues.polarity(self.doc.pack, lemma, words.split())

    def _pieces(
        self, found: ModelAttribution, cue: Chars, rule: Attribution | None
    ) -> tuple[Chars, ...]:
        if rule is not None and self._holds_all(rule, found):
            return rule.pieces
        pieces: list[Chars] = []
        for told in self._told(found, rule):
            content = self._timed(told, found.cue)
            kept = content if rule is None else self._ended(self._begun(content, rule), rule)
            pieces += self.printed.pieces(kept, cue)
        return tuple(pieces)

    def _told(self, found: ModelAttribution, rule: Attribution | None) -> Sequence[Chars]:
        """The contents without an adverbial before a quotation: "At noon, Lee said: “No.”"."""
        contents = found.contents
        if len(contents) == 1:
            return contents
        if self.doc.text[slice(*contents[0])].lower() in self.relatives:
            return contents[1:]
        if rule is None:
            return contents
        if rule.rule == Rule.CLAUSE_BEFORE_CUE and len(rule.pieces) == 1:
            return contents[:1] if self._is_aside_clause(found.contents[1]) else contents
        if rule.rule not in _BEHIND:
            return contents
        first, second = (Chars(*content) for content in contents)
        if self.printed.touches_marks(first) or not touches(rule.pieces, second):
            return contents
        opening = self.lowers[self.doc.token_at(first.start)]
        return (second,) if opening in _adverbial_words(self.doc.pack) else contents

    def _is_aside_clause(self, content: Chars) -> bool:
        """Whether a content only says when something was said: "Lee said as she left"."""
        k = self.doc.token_at(content[0])
        opening = k if self.lowers[k] in _MEANWHILE else k - 1
        return self.lowers[opening] in _MEANWHILE and self.words[opening - 1] != ","

    def _holds_all(self, rule: Attribution, found: ModelAttribution) -> bool:
        """Whether the signs around "according to" show all of what the model found, and more.

        They do where it stands behind its clause or inside it, if the model parts it no further,
        and where its clause follows, if the model ends its source before that.
        """
        contents = [Chars(*content) for content in found.contents]
        if rule.rule == Rule.ACCORDING_BEFORE:
            (piece,) = rule.pieces
            if found.source is not None and piece.start < found.source.end:
                return False
            first, last = contents[0].start, contents[-1].end
            return first < found.cue.start or (piece.start <= first and last <= piece.end)
        if rule.rule != Rule.ACCORDING_BEHIND or len(contents) > len(rule.pieces):
            return False
        return all(touches(rule.pieces, content) for content in contents)

    def _timed(self, content: Chars, cue: Chars) -> Chars:
        """A content without the hour and dash of an entry before it, or the day behind its object.

        "3.30 p.m. — A man was held, police said"; "Lee confirmed the plans on Monday".
        """
        text = self.doc.text
        if text[content.start].isdigit():
            hour = _HOUR.match(text, content.start, content.end)
            at_start = self.doc.paragraphs[self.doc.paragraph_of(content.start)][0]
            if hour is not None and at_start == content.start:
                return Chars(hour.end(), content.end)
        if content.start < cue[1]:
            return content
        i, j = self.doc.tokens_in(content[0], content[1])
        if (
            not _MIN_TIMED_TOKENS <= j - i <= _MAX_TIMED_TOKENS
            or self.lowers[j - 1] not in self.weekdays
        ):
            return content
        if self.lowers[i] not in _DEFINITE:
            # A new thing has its own day: "a strike on Monday".
            return content
        if self.lowers[j - 2] != _ON or not self.auxiliaries.isdisjoint(self.lowers[i:j]):
            return content
        return Chars(content.start, self.doc.ends[j - 3])

    def _begun(self, content: Chars, rule: Attribution) -> Chars:
        """A content behind a cue begins at its "that", not at the addressee before it.

        A "that" which a colon parts from a quotation is none of it: said that: "...".
        """
        start = rule.pieces[0].start
        if not content.start < start < content.end:
            return content
        if rule.rule in {Rule.CLAUSE_WITH_THAT, Rule.CLAUSE_OF_PRONOUN, Rule.CLAUSE_WITHOUT_THAT}:
            return Chars(start, content.end)
        is_quotation = rule.rule == Rule.QUOTATION_BEHIND_CUE
        if is_quotation and self.doc.text[content.start : start].split() == ["that:"]:
            return Chars(start, content.end)
        return content

    def _ended(self, content: Chars, rule: Attribution) -> Chars:
        """A content that is no clause ends before "and" with a finite cue.

        "Lee accused them of lying and said they should go" is two attributions.
        """
        if rule.rule not in CLAUSELESS_RULES:
            return content
        shorter = rule.pieces[0]
        if shorter.start != content.start or shorter.end > content.end:
            return content
        following = self._cue_behind_and(shorter.end)
        if following is None or following.cue is None:
            return content
        self.continuations.add(following.cue.range)
        return shorter

    def _cue_behind_and(self, end: int) -> Attribution | None:
        """What a rule made of the cue behind an offset, a comma and a conjunction."""
        k = self.doc.token_at(end)
        while k < len(self.words) and self._may_join(k):
            k += 1
        if self.lowers[k - 1] not in self.conjunctions:
            return None
        return self._rule_at(k)

    def _may_join(self, k: int) -> bool:
        return self.words[k] == "," or self.lowers[k] in self.conjunctions

    def _source(self, found: ModelAttribution, rule: Attribution | None) -> Chars | None:
        """The source without what only follows it.

        That is an aside ("Lee, by contrast, said"; "said Lee, adding that") or another source
        ("said Lee, and Ek said").
        """
        if found.source is None:
            return None
        source = found.source
        if rule is not None and rule.source is not None:
            source = self._without_rest(source, rule.source)
        return with_bracket(self.doc.text, source)

    def _without_rest(self, source: Chars, shorter: Chars) -> Chars:
        """The shorter of two sources that begin alike, if the longer one's rest only follows."""
        if shorter.start != source.start or shorter.end >= source.end:
            return source
        rest = Chars(shorter.end, source.end)
        if self._is_aside(shorter.end) or touches(self.sources, rest):
            return shorter
        return source

    def _is_aside(self, end: int) -> bool:
        """Whether a comma and what begins an aside stand behind an offset."""
        comma = self.doc.token_at(end)
        if self.words[comma] != ",":
            return False
        word = self.lowers[comma + 1]
        if word in _aside_words(self.doc.pack):
            return True
        verb = self.verbs.get(word)
        return verb is not None and verb.form == "ing"


def _addressee_of(rule: Attribution | None) -> Circumstances:
    if rule is None or rule.circumstances.addressee is None:
        return NO_CIRCUMSTANCES
    return Circumstances(addressee=rule.circumstances.addressee)


def _is_mostly_in(piece: Chars, source: Chars) -> bool:
    """Whether a source runs over half of a piece, as that of a clause in commas does."""
    return (
        2 * (min(source.end, piece.end) - max(source.start, piece.start)) > piece.end - piece.start
    )
