"""A cue with its source -> its content.

In: a cue, its source, the other cues of the sentence. Out: the pieces of content as ranges of the text. Why: boundaries are decided here and
nowhere else. The marks fix what they fix; where there are none, a clause runs from behind the cue (or from the sentence's head to a comma
before it) to the sentence's end, and stops earlier only where the next attribution begins.

Conventions: a quoted piece takes its marks in; an indirect one takes "that" or "to" in and leaves the sentence's final stop out.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsquote._quotes.rules import Rule, Side
from newsquote._text.signs import PAUSES, STOPS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._quotes.clauses.cues import Cue
    from newsquote._quotes.clauses.sources import Source, SourceFinder
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["Content", "ContentFinder"]

Range = tuple[int, int]
_BORDERS = PAUSES | frozenset((".", ";", ":"))
_LEADS = frozenset((",", ":"))
"""What parts a cue from its quotation."""
_QUOTING, _QUOTING_OR_OBJECT = frozenset("qcz"), frozenset("qczn")
"""The frames of a cue that a quotation may follow: behind a comma or colon, and without one."""
_AS, _FOR = frozenset(("as",)), frozenset(("for",))
_OUTSIDE = frozenset((-1,))
_LEAST_WORDS = 4
_REACH = 16
_SMALL_GAP = 3


class Content(NamedTuple):
    """The pieces of a content, which marked texts they use up, where the addressee stands, and the rule that found them."""

    pieces: list[Range]
    used: list[int]
    rule: Rule
    addressee: Range | None = None


@cache
def _adverbials(pack: LanguagePack) -> frozenset[str]:
    """The words with which what stands beside a cue can begin."""
    return pack.words("time_words") | pack.words("cue_adverbs") | pack.words("prepositions")


class ContentFinder:
    """Fits contents to the cues of a text."""

    def __init__(
        self, doc: Doc, inside: list[int], cues: Sequence[Cue], sources: SourceFinder
    ) -> None:
        self.doc, self.inside, self.sources = doc, inside, sources
        self.words, self.lowers, self.sentences = doc.words, doc.lowers, doc.sentences
        pack = doc.pack
        self.prepositions, self.determiners = pack.words("prepositions"), pack.words("determiners")
        self.adverbials = _adverbials(pack)
        self.times, self.occasions = pack.words("time_words"), pack.words("statement_words")
        self.adverbs, self.pronouns = pack.words("cue_adverbs"), pack.words("pronouns")
        self.auxiliaries, self.openers = pack.words("auxiliaries"), pack.words("clause_openers")
        self.question_words, self.never_adverbial = (
            pack.closed("question_words"),
            pack.closed("never_adverbial"),
        )
        self.subordinators, self.conjunctions = (
            pack.closed("subordinators"),
            pack.closed("conjunctions"),
        )
        self.subjects, self.clause_subjects = (
            pack.closed("subject_pronouns"),
            pack.closed("subjects_of_clauses"),
        )
        self.fixed_adverbs, self.about = pack.closed("fixed_adverbs"), pack.closed("about_words")
        self.addressee_ends, self.clause_prepositions = (
            pack.closed("addressee_ends"),
            pack.closed("clause_prepositions"),
        )
        self.clause_conjunctions, self.insertion_openers = (
            pack.closed("clause_conjunctions"),
            pack.closed("insertion_openers"),
        )
        self.quoting = {marked.paragraph for marked in doc.marked}
        """The paragraphs with marks."""
        self.cue_starts = {cue.i: cue for cue in cues}

    # ------------------------------------------------------------- the whole

    def content_of(self, cue: Cue, source: Source | None) -> Content | None:
        """The content of a cue, or None if there is none."""
        lo = source.lo if source is not None and source.side in {Side.LEFT, Side.RIGHT} else cue.i
        if (
            self.lowers[lo - 1] == "as"
            and lo - 2 >= self.sentences[cue.sentence][0]
            and self.words[lo - 2] == ","
        ):
            lo -= 1
        hi = max(cue.j, source.hi) if source is not None and source.side == Side.RIGHT else cue.j
        if cue.build == "according":
            return self._according(cue, lo, hi)
        k, addressee = self._after(cue, hi)
        left = self._left_quotation(cue, lo, k) if self.may_quote(cue) else None
        if left is not None:
            return left if addressee is None else left._replace(addressee=addressee)
        right = self._right(cue, k, inverted=source is not None and source.side == Side.RIGHT)
        if right is None:
            return self._left_clause(cue, lo, k)
        if addressee is None:
            return right
        if right.rule == Rule.INFINITIVE and cue.lemma != "tell":
            return right._replace(
                pieces=[(addressee[0], right.pieces[0][1]), *right.pieces[1:]], addressee=addressee
            )
        return right._replace(addressee=addressee)

    def may_quote(self, cue: Cue) -> bool:
        """Whether any marks stand in a cue's paragraph."""
        return self.doc.sentence_paragraphs[cue.sentence] in self.quoting

    def _offsets(self, i: int, j: int) -> Range:
        return self.doc.starts[i], self.doc.ends[j - 1]

    # ------------------------------------------------------------- quotation before the cue

    def _left_quotation(self, cue: Cue, lo: int, behind: int) -> Content | None:
        """A quotation before its cue, "...," S V, and what goes on at token ``behind``."""
        first = self.doc.paragraph_tokens[self.doc.sentence_paragraphs[cue.sentence]][0]
        k = lo - 1
        if k >= first and self.inside[k] < 0 and self.words[k] in PAUSES:
            k -= 1
        if k < first or self.inside[k] < 0:
            return None
        number = self.inside[k]
        marked = self.doc.marked[number]
        i, j = self.doc.tokens_in(marked.start, marked.end)
        if j != k + 1 or (
            k == lo - 1 and j - i < _LEAST_WORDS + 2 and self.words[k - 1] not in STOPS | PAUSES
        ):
            # A few words without a comma are a nickname or a term: Otto “Bear” Grell said.
            return None
        if self.words[k - 1] in STOPS and self._opens_behind(cue, behind):
            # "No." He added: "Yes." The finished quotation before is not this cue's.
            return None
        begin = self._mixed_start(marked.start)
        pieces, used, rule = [(begin, marked.end)], [number], Rule.QUOTATION_BEFORE_CUE
        if begin == marked.start:
            self._earlier_pieces(number, pieces, used)
        self._later_pieces(cue, behind, pieces, used)
        return Content(pieces, used, rule)

    def _opens_behind(self, cue: Cue, k: int) -> bool:
        """Whether a comma or colon and an opening mark stand behind a cue, at token ``k`` or soon."""
        last = self.sentences[cue.sentence][1]
        return k < last and self._far_mark(k, last) is not None

    def _mixed_start(self, start: int) -> int:
        """Where content begins whose last words are marked: at the sentence's head, unless a cue or a colon stands before the marks."""
        i = self.doc.token_at(start)
        first = self.doc.sentences[self.doc.sentence_of(i)][0]
        for k in range(i - 1, first - 1, -1):
            if self.words[k] in {":", ";", ","} and k == i - 1:
                return start
            if k in self.cue_starts or (self.inside[k] >= 0 and k == i - 1):
                return start
        has_words = any(self.words[k][0].isalnum() for k in range(first, i))
        return self.doc.starts[first] if has_words else start

    def _earlier_pieces(self, number: int, pieces: list[Range], used: list[int]) -> None:
        """Quotations that stand right before, in the same paragraph: "Yes." "No," said Lee."""
        while number > 0:
            before, this = self.doc.marked[number - 1], self.doc.marked[number]
            if (
                before.depth
                or before.paragraph != this.paragraph
                or self.doc.text[before.end : this.start].strip()
            ):
                return
            number -= 1
            pieces.insert(0, (before.start, before.end))
            used.insert(0, number)

    def _later_pieces(self, cue: Cue, k: int, pieces: list[Range], used: list[int]) -> None:
        """The rest of a split quotation from token ``k`` on: ..., S V, "..." and ..., S V. "...", too."""
        end = self.sentences[cue.sentence][1]
        far = self._far_mark(k, end) if k < end else None
        k = k if far is None else far
        last = self.doc.paragraph_tokens[self.doc.sentence_paragraphs[cue.sentence]][1]
        if k < last and self.inside[k] < 0 and self.words[k] in _BORDERS:
            self._join_from(k + 1, last, pieces, used)
            self._join_with_and(cue, k, pieces, used)

    def _join_with_and(self, cue: Cue, k: int, pieces: list[Range], used: list[int]) -> None:
        """Add what goes on with "and" and ends in marks: "...," S V, and still "..."."""
        last = self.sentences[cue.sentence][1]
        if self.words[k] != "," or k + 2 >= last or self.lowers[k + 1] not in self.conjunctions:
            return
        for n in range(k + 2, min(last, k + 2 + _SMALL_GAP)):
            if self.inside[n] >= 0:
                marked = self.doc.marked[self.inside[n]]
                i, j = self.doc.tokens_in(marked.start, marked.end)
                if i == n and not self._has_own_cue(j, last):
                    pieces.append((self.doc.starts[k + 2], marked.end))
                    used.append(self.inside[n])
                return
            if n in self.cue_starts or not self.words[n].islower():
                return

    def _join_from(self, k: int, last: int, pieces: list[Range], used: list[int]) -> None:
        """Add the marked texts that follow each other from token ``k`` on and have no cue of their own."""
        while k < last and self.inside[k] >= 0:
            number = self.inside[k]
            marked = self.doc.marked[number]
            i, j = self.doc.tokens_in(marked.start, marked.end)
            if i != k or self._has_own_cue(j, last):
                return
            pieces.append((marked.start, marked.end))
            used.append(number)
            k = j
            while k < last and self.inside[k] < 0 and self.words[k] in STOPS:
                k += 1

    def _has_own_cue(self, j: int, last: int) -> bool:
        """Whether a cue follows a marked text inside its sentence."""
        if j < last and self.words[j] in PAUSES:
            j += 1
        end = min(last, j + 12)
        for k in range(j, end):
            if self.inside[k] >= 0 or self.words[k] in STOPS:
                return False
            if k in self.cue_starts:
                return True
        return False

    # ------------------------------------------------------------- what stands between cue and content

    def _past_adverbials(self, cue: Cue, k: int) -> int:
        """Behind "in a statement", "on Monday", "after the meeting": what a cue may have beside it."""
        last = self.sentences[cue.sentence][1]
        while k < last and self.lowers[k] in self.adverbials and (step := self._adverbial(k, last)):
            k += step
        return k

    def _adverbial(self, k: int, last: int) -> int:
        """How many tokens at ``k`` say when, where or in what it was said; 0 if none do."""
        lowers = self.lowers
        if self.inside[k] >= 0:
            return 0
        if lowers[k] in self.times or (
            lowers[k] in self.adverbs and lowers[k] not in self.fixed_adverbs
        ):
            return 1
        if lowers[k] not in self.prepositions or lowers[k] in self.never_adverbial:
            return 0
        for n in range(k + 1, min(last, k + 9)):
            if self.inside[n] >= 0 or self.words[n] in _BORDERS or lowers[n] == "that":
                return (
                    n - k
                    if n > k + 1 and self.words[n] in _BORDERS
                    else n - k
                    if lowers[n] == "that"
                    else 0
                )
            if lowers[n] in self.times or lowers[n] in self.occasions:
                return n + 1 - k
        return 0

    def _after(self, cue: Cue, hi: int) -> tuple[int, Range | None]:
        """The first token at which a content could begin, and the addressee that was passed."""
        k = self._past_adverbials(cue, hi)
        if not ("a" in cue.frames or "b" in cue.frames) or k >= self.sentences[cue.sentence][1]:
            return k, None
        end = self._addressee_end(cue, k)
        if end == k:
            return k, None
        return self._past_adverbials(cue, end), self._offsets(k, end)

    def _addressee_end(self, cue: Cue, k: int) -> int:
        """Behind the noun phrase that is spoken to."""
        lowers, last = self.lowers, self.sentences[cue.sentence][1]
        word = lowers[k]
        if self.inside[k] >= 0 or self.words[k] in _BORDERS or word in {"that", "to", "for"}:
            return k
        if (
            word in self.about
            or word in self.question_words
            or (word in self.clause_subjects and word != "it")
        ):
            return k
        if "b" in cue.frames and not self._has_edge(cue, k, last):
            return k
        for n in range(k + 1, min(last, k + _REACH)):
            if self.inside[n] >= 0 and lowers[n - 1] in self.determiners:
                # The marks are inside the noun phrase: promised a "common boat".
                return k
            if self._ends_addressee(cue, n, last):
                return n
        return k + 1

    def _ends_addressee(self, cue: Cue, n: int, last: int) -> bool:
        """Whether a content, or an adverbial before it, begins at token ``n``."""
        word, before = self.lowers[n], self.lowers[n - 1]
        if self.inside[n] >= 0 or self.words[n] in _BORDERS or word in {"that", "there"}:
            return True
        if word in self.question_words or word in self.subjects:
            return True
        if (word in self.about and "o" in cue.frames) or (word == "to" and "i" in cue.frames):
            return True
        if word in self.addressee_ends and self._adverbial(n, last):
            return True
        return (
            word in self.determiners
            and before not in self.prepositions
            and before not in self.determiners
        )

    def _has_edge(self, cue: Cue, k: int, last: int) -> bool:
        """Whether a word follows that parts an addressee from a content: only then is the phrase at ``k`` an addressee for sure."""
        edges = (
            {"that"} | self.about | self.question_words | ({"to"} if "i" in cue.frames else set())
        )
        for n in range(k, min(last, k + 9)):
            if self.inside[n] >= 0 or self.words[n] in {":", ","}:
                return self.inside[n] >= 0 or self.words[n] == ":"
            if self.lowers[n] in self.auxiliaries:
                return False
            if self.lowers[n] in edges:
                return True
        return False

    # ------------------------------------------------------------- content behind the cue

    def _right(self, cue: Cue, k: int, *, inverted: bool) -> Content | None:
        last = self.sentences[cue.sentence][1]
        end_of_paragraph = self.doc.paragraph_tokens[self.doc.sentence_paragraphs[cue.sentence]][1]
        if k >= end_of_paragraph:
            return None
        may_quote = self.may_quote(cue)
        quoted = self._right_quotation(cue, k, last, end_of_paragraph) if may_quote else None
        if quoted is not None or inverted:
            return quoted
        if k >= last or self.inside[k] >= 0:
            return None
        if may_quote and "q" in cue.frames and (far := self._far_mark(k, last)) is not None:
            return self._right_quotation(cue, far, last, end_of_paragraph)
        words, lowers = self.words, self.lowers
        if words[k] == ":" and k + 1 < last:
            return self._clause(cue, k + 1, last, Rule.CLAUSE_BEHIND_COLON)
        if lowers[k] == "that" and k + 1 < last and cue.lemma != "ask":
            return self._clause(cue, k, last, Rule.CLAUSE_WITH_THAT)
        if words[k] in PAUSES or words[k] in STOPS:
            return self._clause_behind_comma(cue, k, last)
        rule = self._clause_rule(cue, k, last)
        return None if rule is None else self._clause(cue, k, last, rule)

    def _clause_rule(self, cue: Cue, k: int, last: int) -> Rule | None:
        """The rule by which the words at token ``k`` are a cue's content, None where none of its frames fits them."""
        frames, word = cue.frames, self.lowers[k]
        if word in self.question_words and ("w" in frames or cue.lemma in {"say", "tell"}):
            return Rule.QUESTION_CLAUSE
        if word == "to" and "i" in frames:
            return Rule.INFINITIVE
        if "d" in frames and self._has_predicate(cue, k, last):
            return Rule.OBJECT_AND_PREDICATE
        if "o" in frames and self._has_word(k, last, self.about):
            return Rule.OBJECT_AND_OF
        if "z" in frames and word in self.clause_subjects:
            return Rule.CLAUSE_OF_PRONOUN
        if "z" in frames and not cue.weak and self._looks_like_clause(k, last):
            return Rule.CLAUSE_WITHOUT_THAT
        if "f" in frames and self._has_word(k, last, _FOR):
            return Rule.OBJECT_AND_FOR
        return Rule.OBJECT if "n" in frames and not cue.weak and self._is_object(k) else None

    def _clause_behind_comma(self, cue: Cue, k: int, last: int) -> Content | None:
        """S V, for example, that C."""
        if self.words[k] != ",":
            return None
        for n in range(k + 1, min(last - 1, k + 8)):
            if self.words[n] == "," and self.lowers[n + 1] == "that":
                return self._clause(cue, n + 1, last, Rule.CLAUSE_WITH_THAT)
        return None

    def _far_mark(self, k: int, last: int) -> int | None:
        """The comma or colon before an opening mark, where only words without a cue or a stop stand between: "Lee said with a smile, ..."."""
        words = self.words
        for n in range(k, min(last - 1, k + _REACH)):
            if words[n] in _LEADS:
                break
        else:
            return None
        if self.inside[n + 1] < 0:
            return None
        for m in range(k, n + 1):
            if (
                self.inside[m] >= 0
                or m in self.cue_starts
                or words[m] in STOPS
                or self.lowers[m] == "that"
            ):
                return None
        return n

    def _right_quotation(
        self, cue: Cue, k: int, last: int, end_of_paragraph: int
    ) -> Content | None:
        """A quotation behind its cue: S V, "..." or S V: "..." or S V "..." alone."""
        direct = False
        at = k
        if (
            self.inside[at] < 0
            and (self.words[at] in PAUSES or self.words[at] == ":")
            and at + 1 < end_of_paragraph
        ):
            at, direct = at + 1, True
        if self.inside[at] < 0:
            return None
        number = self.inside[at]
        marked = self.doc.marked[number]
        i, j = self.doc.tokens_in(marked.start, marked.end)
        if i != at:
            return None
        if (
            not direct
            and ("d" in cue.frames or "n" in cue.frames or "z" in cue.frames)
            and j < last
            and self._goes_on(j)
        ):
            return self._clause(cue, at, last, Rule.CLAUSE_OPENED_BY_MARKS)
        if not direct and (_QUOTING_OR_OBJECT.isdisjoint(cue.frames) or self._is_title(i, j)):
            return None
        if direct and _QUOTING.isdisjoint(cue.frames) and self._has_own_cue(j, end_of_paragraph):
            return None
        pieces, used = [(marked.start, marked.end)], [number]
        n = j
        while n < end_of_paragraph and self.inside[n] < 0 and self.words[n] in STOPS:
            n += 1
        self._join_from(n, end_of_paragraph, pieces, used)
        return Content(pieces, used, Rule.QUOTATION_BEHIND_CUE)

    def _is_title(self, i: int, j: int) -> bool:
        """Whether marked words are the title of a work: every longer word has a capital, and no stop ends them."""
        longer = [word for word in self.words[i + 1 : j - 1] if len(word) > 3 and word[0].isalpha()]  # noqa: PLR2004 - short ones stay small in titles
        return (
            len(longer) > 1
            and all(word[0].isupper() for word in longer)
            and self.words[j - 2] not in STOPS | PAUSES
        )

    def _goes_on(self, j: int) -> bool:
        """Whether the clause goes on behind a marked text: more words, and no comma or cue first."""
        return (
            self.words[j] not in STOPS
            and self.words[j] not in PAUSES
            and self.lowers[j] not in self.conjunctions
        )

    def _has_word(self, k: int, last: int, wanted: frozenset[str]) -> bool:
        near = self.lowers[k : min(last, k + _REACH)]
        return not wanted.isdisjoint(near) and any(
            word in wanted for n, word in enumerate(near, k) if self.inside[n] < 0
        )

    def _has_predicate(self, cue: Cue, k: int, last: int) -> bool:
        """Whether an object has its predicate: "as ..." behind it, or marks, or a verb of naming before it."""
        if self._has_word(k, last, _AS):
            return True
        return (
            "k" in cue.frames
            and self.lowers[k] not in self.prepositions
            and max(self.inside[k : min(last, k + 30)], default=-1) >= 0
        )

    def _is_object(self, k: int) -> bool:
        word = self.lowers[k]
        return (
            word not in self.prepositions
            and word not in self.openers
            and word != "and"
            and word[0].isalnum()
            and word not in self.adverbs
        )

    def _looks_like_clause(self, k: int, last: int) -> bool:
        """Whether a subject and a verb follow: an auxiliary, or a word with a verb's ending, behind at least one other word."""
        if self.lowers[k] == "and":
            return False
        if self.lowers[k] in self.prepositions and self.lowers[k] not in self.clause_prepositions:
            return False
        for n in range(k + 1, min(last, k + 30)):
            word = self.lowers[n]
            if (
                word in self.auxiliaries
                or word.endswith(("ed", "s", "n't", "n’t"))
                or n in self.cue_starts
            ):
                return True
        return last - k > 5  # noqa: PLR2004 - many irregular verbs have no ending to see

    def _clause(self, cue: Cue, k: int, last: int, rule: Rule) -> Content | None:
        """From token ``k`` to where the clause ends."""
        end = self._clause_end(cue, k, self._subordinate_end(cue, k, last))
        if end <= k:
            return None
        start, stop = self._offsets(k, end)
        used = self._used(k, end)
        if used:
            # A quotation that the sentence's end cuts is one piece all the same.
            stop = max(stop, *(self.doc.marked[number].end for number in used))
        return Content([(start, stop)], used, rule)

    def _used(self, i: int, j: int) -> list[int]:
        """The marked texts in which the tokens ``i`` to ``j`` stand."""
        return sorted(set(self.inside[i:j]) - _OUTSIDE)

    def _clause_end(self, cue: Cue, k: int, last: int) -> int:
        """The sentence's end without its stop, or where the next attribution of the same or another source begins."""
        words, cue_starts = self.words, self.cue_starts
        for n in range(k + 1, last):
            if words[n] == ";" and self.inside[n] < 0:
                return self._without_tail(k, n)
            if n in cue_starts and n > cue.head and self.inside[n] < 0:
                cut = self._cut_before(cue, cue_starts[n], k)
                if cut is not None:
                    return self._without_tail(k, cut)
        return self._without_tail(k, max(k + 1, last))

    def _subordinate_end(self, cue: Cue, k: int, last: int) -> int:
        """The comma that ends a clause which opens the sentence: "When Lee said no, the hall laughed"."""
        first = self.sentences[cue.sentence][0]
        opening = first + (self.lowers[first] in self.conjunctions)
        if self.lowers[opening] not in self.subordinators or any(
            self.words[n] == "," and self.inside[n] < 0 for n in range(first, cue.i)
        ):
            return last
        return next(
            (n for n in range(k + 1, last) if self.words[n] == "," and self.inside[n] < 0), last
        )

    def _cut_before(self, cue: Cue, other: Cue, k: int) -> int | None:
        """Where a clause ends because another attribution begins: at "and added", ", adding", ", according to"; None if it is inside."""
        lowers, words = self.lowers, self.words
        before = other.i - 1
        if other.build == "according" or (other.build == "participle" and words[before] == ","):
            return before if words[before] == "," else other.i
        shares = self.is_parallel(cue, other) and self.sources.left(other) is None
        if words[before] == "," and other.build == "finite" and (shares or self._closes(other)):
            return before
        own = self._own_clause(cue, other)
        if own is not None:
            return own
        if lowers[before] in self.conjunctions and self.is_parallel(cue, other):
            while before > k and (lowers[before] in self.conjunctions or words[before] == ","):
                before -= 1
            return before + 1
        return None

    def _own_clause(self, cue: Cue, other: Cue) -> int | None:
        """Where a coordinated clause with a subject and a cue of its own begins: ", and Kim said"."""
        left = self.sources.left(other) if self.is_parallel(cue, other) else None
        if left is None or left.side != Side.LEFT or left.i - 2 <= cue.head:
            return None
        joined = (
            self.lowers[left.i - 1] in self.clause_conjunctions and self.words[left.i - 2] == ","
        )
        return left.i - 2 if joined else None

    def _closes(self, other: Cue) -> bool:
        """Whether an inverted cue behind a comma closes the sentence, so that all before it is its content."""
        right = self.sources.right(other)
        last = self.sentences[other.sentence][1]
        return right is not None and (
            right.hi >= last
            or self.words[right.hi] in STOPS
            or self.words[right.hi] == ","
            or bool(self._adverbial(right.hi, last))
        )

    def is_parallel(self, cue: Cue, other: Cue) -> bool:
        """Whether two verbs have the same form, as those that share a subject do."""
        one, two = self.lowers[cue.head], self.lowers[other.head]
        return (
            one.endswith("s") == two.endswith("s")
            and one.endswith("ing") == two.endswith("ing")
            and cue.build == other.build
        )

    def _without_tail(self, k: int, end: int) -> int:
        while (
            end > k
            and self.inside[end - 1] < 0
            and (self.words[end - 1] in STOPS or self.words[end - 1] in _BORDERS)
        ):
            end -= 1
        return end

    # ------------------------------------------------------------- clause before the cue

    def _left_clause(self, cue: Cue, lo: int, k: int) -> Content | None:
        """C, S V. or C, V S. or C1, S V, C2."""
        first, last = self.sentences[cue.sentence]
        if (
            lo - 1 <= first
            or self.words[lo - 1] not in PAUSES
            or cue.build != "finite"
            or not ("q" in cue.frames or "z" in cue.frames)
        ):
            return None
        if k < last and not (
            self.words[k] in STOPS
            or self.words[k] in PAUSES
            or self.inside[k] >= 0
            or self.lowers[k] in self.openers
        ):
            return None
        start = self._clause_start(lo - 1, first)
        if lo - 1 - start < 2:  # noqa: PLR2004 - one word before a comma is no clause
            return None
        pieces = [self._offsets(start, lo - 1)]
        if k + 3 < last and self.words[k] == "," and self._continues(k + 1):
            end = self._clause_end(cue, k + 1, last)
            if end > k + 1:
                pieces.append(self._offsets(k + 1, end))
        return Content(pieces, self._used(start, lo - 1), Rule.CLAUSE_BEFORE_CUE)

    def _continues(self, k: int) -> bool:
        """Whether the clause before an inserted cue goes on behind it, rather than an apposition or another participle."""
        word = self.lowers[k]
        return not (word in self.insertion_openers or word.endswith("ing"))

    def _clause_start(self, end: int, first: int) -> int:
        """The sentence's head, or behind the last semicolon before."""
        for k in range(end - 1, first, -1):
            if self.inside[k] < 0 and self.words[k] == ";":
                return k + 1
        return first

    # ------------------------------------------------------------- according to

    def _according(self, cue: Cue, lo: int, hi: int) -> Content | None:
        """C, according to S. or According to S, C."""
        first, last = self.sentences[cue.sentence]
        if lo == first or (lo - 1 == first and self.lowers[first] in self.conjunctions):
            k = hi
            while k < last and self.words[k] != "," and k - hi < _REACH:
                k += 1
            if k + 1 < last and self.words[k] == ",":
                return self._clause(cue, k + 1, last, Rule.ACCORDING_BEFORE)
            return None
        end = lo - 1 if self.words[lo - 1] in PAUSES else lo
        if end <= first:
            return None
        pieces = [self._offsets(first, end)]
        if (
            hi + 1 < last
            and self.words[hi] == ","
            and self.words[lo - 1] == ","
            and self._continues(hi + 1)
        ):
            end_of_rest = self._without_tail(hi + 1, last)
            if end_of_rest > hi + 1:
                pieces.append(self._offsets(hi + 1, end_of_rest))
        return Content(pieces, self._used(first, end), Rule.ACCORDING_BEHIND)
