"""A pronoun -> who stands out most before it.

In: who has been mentioned, place by place, from the start of the text up to a pronoun. Out: whoever fits it best, how sure that is, and who
comes next. Why: "she" takes up the woman who was spoken of last as a subject or who spoke last; a name inside somebody's words, an owner or
an object stands back; each sentence that goes by counts against it. Gender is a soft clue from the words of the text and never an output.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from math import log2
from typing import TYPE_CHECKING, NamedTuple

from newsquote._names import lexicon
from newsquote._text.signs import POSSESSIVES, SIGNS
from newsquote.kinds import SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._names.clusters import Cluster
    from newsquote._names.mentions import Reader
    from newsquote._names.records import Range
    from newsquote._names.spotting import Names
    from newsquote._text.doc import Doc

__all__ = ["Choice", "Salience"]

_REACH = 3
"""How many paragraphs back a pronoun may reach."""
_MOST = 40
"""How many mentions are looked at for one pronoun, the latest."""
_SUBJECT, _OBJECT, _OBLIQUE, _OWNER = 1.6, 0.5, 0.2, 0.2
_SPOKE = 1.2
_SAME_SENTENCE = 0.6
"""The subject of the very sentence stands out."""
_QUOTED = -1.2
"""A name inside somebody's words, seen from outside them."""
_CLAUSE_OPENING = 6
"""How many words may stand before the subject of a clause."""
_PER_SENTENCE, _PER_QUOTED_SENTENCE, _PER_PARAGRAPH = 0.7, 0.25, 0.35
_KNOWN_GENDER = 0.6
_OTHER_GENDER = 1.2
_NO_NAME = -0.5
_FIRM = 2
"""From this weight on, clues to a gender exclude the other one."""
_OFTEN = 0.2
_ALONE = 3.0
"""The margin of one whom nobody comes near."""
_LEAST = -2.2
"""Whoever stands out less is not meant."""

_KINDS = {
    "m": frozenset((SpeakerKind.PERSON, SpeakerKind.UNNAMED)),
    "f": frozenset((SpeakerKind.PERSON, SpeakerKind.UNNAMED)),
    "person": frozenset((SpeakerKind.PERSON,)),
    "organisation": frozenset((SpeakerKind.ORGANIZATION,)),
    "plural": frozenset((SpeakerKind.GROUP, SpeakerKind.ORGANIZATION)),
    "thing": frozenset((SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT)),
}


class Choice(NamedTuple):
    """Whom a pronoun means, how far the next stands behind, and who that is."""

    cluster: Cluster
    margin: float
    next: Cluster | None
    at: int
    """The token of the mention that stands out."""


class Salience:
    """Keeps who has been mentioned in one text."""

    def __init__(self, doc: Doc, names: Names, reader: Reader, said: Sequence[Range]) -> None:
        self.doc, self.names = doc, names
        pack = doc.pack
        self.determiners, self.prepositions = pack.words("determiners"), pack.words("prepositions")
        self.auxiliaries, self.verbs = pack.words("auxiliaries"), reader.verbs
        self.openers, self.roles = pack.words("clause_openers"), pack.words("roles")
        self.times = pack.words("weekdays") | pack.words("months")
        self.speech = lexicon.of(pack).speech
        self._starts, self._ends = _hulls(said)
        self.clusters: list[Cluster] = []
        """Who has been mentioned, mention by mention."""
        self._tokens: list[int] = []
        """Where each mention begins."""
        self._places: list[tuple[int, bool, bool]] = []
        """Behind each mention, whether it spoke, whether it stands in a headline."""
        self._weighed: dict[int, tuple[float, int]] = {}
        """What the places of mentions weigh, and in which of somebody's words they stand: read when a pronoun looks back at them."""
        self._far = self._distances()

    def _distances(self) -> list[float]:
        """How far each sentence is from the start of the text; one inside somebody's words counts for less."""
        out, total, last = [], 0.0, 0
        for (i, j), paragraph in zip(self.doc.sentences, self.doc.sentence_paragraphs, strict=True):
            inside = self.content(i) >= 0 and self.content(j - 1) == self.content(i)
            total += (_PER_QUOTED_SENTENCE if inside else _PER_SENTENCE) + _PER_PARAGRAPH * (
                paragraph != last
            )
            last = paragraph
            out.append(total)
        return out

    def content(self, k: int) -> int:
        """Which stretch of somebody's words a token stands in, -1 if in none."""
        at = self.doc.starts[k]
        n = bisect_right(self._starts, at) - 1
        return n if n >= 0 and at < self._ends[n] else -1

    def note(
        self, i: int, j: int, cluster: Cluster, *, spoke: bool = False, headline: bool = False
    ) -> None:
        """A mention, later in the text than those before."""
        self.clusters.append(cluster)
        self._tokens.append(i)
        self._places.append((j, spoke, headline))

    def _weigh(self, n: int) -> tuple[float, int]:
        """What the place of a mention says, and which stretch of somebody's words it is in."""
        i, (j, spoke, headline) = self._tokens[n], self._places[n]
        weight = (_SUBJECT + _SPOKE) if spoke else self._weight(i, j)
        self._weighed[n] = weight - headline, self.content(i)
        return self._weighed[n]

    def _weight(self, i: int, j: int) -> float:
        """What the place of a noun phrase in its clause says."""
        doc, lowers = self.doc, self.doc.lowers
        after = lowers[j] if j < len(lowers) else ""
        if after in POSSESSIVES or after in {"'", "’"}:
            return _OWNER
        k = i - 1
        first = doc.sentences[doc.token_sentences[i]][0]
        while k >= first and (lowers[k] in self.determiners or lowers[k] in self.roles):
            k -= 1
        before = lowers[k] if k >= first else ""
        if before in self.prepositions:
            return _OBLIQUE
        if before in self.speech and before not in self.auxiliaries:
            return _SUBJECT if after in SIGNS or not after else _OBJECT
        if after in self.verbs or after in self.auxiliaries or self._opens_clause(k, first):
            return _SUBJECT
        return _OBJECT

    def _opens_clause(self, k: int, first: int) -> bool:
        """Whether neither a verb nor another name stands between the start of a clause and the token behind ``k``."""
        lowest = max(first, k - _CLAUSE_OPENING)
        while k >= lowest:
            word = self.doc.lowers[k]
            if word in self.openers or self.doc.words[k] in SIGNS or word in {"and", "but"}:
                return True
            name = self.names.at(k)
            if (
                word in self.verbs
                or word.endswith("ed")
                or (name is not None and not name.doubtful and word not in self.times)
            ):
                return False
            k -= 1
        return k < first

    # ------------------------------------------------------------- choosing

    def choose(self, meaning: str, i: int) -> Choice | None:
        """Who fits a pronoun at a token and stands out most before it.

        :param meaning: what the pronoun can mean: m, f, plural or thing.
        """
        sentences, far = self.doc.token_sentences, self._far
        sentence = sentences[i]
        paragraph, here, begin = (
            self.doc.sentence_paragraphs[sentence],
            far[sentence],
            self.doc.sentences[sentence][0],
        )
        lowest = self.doc.paragraph_tokens[max(0, paragraph - _REACH)][0]
        content, last = self.content(i), bisect_left(self._tokens, i)
        fits: dict[int, float | None] = {}
        scores: dict[int, tuple[float, Cluster, int]] = {}
        for n in range(max(0, last - _MOST), last):
            token, cluster = self._tokens[n], self.clusters[n]
            if token < lowest:
                continue
            key = id(cluster)
            fit = fits[key] if key in fits else fits.setdefault(key, self._fit(cluster, meaning))
            if fit is None:
                continue
            weight, inside = self._weighed.get(n) or self._weigh(n)
            in_sight = inside < 0 or inside == content
            score = weight - (here - far[sentences[token]])
            if in_sight and token >= begin and weight >= _SUBJECT:
                score += _SAME_SENTENCE
            score += fit if in_sight else fit + _QUOTED
            if key not in scores or scores[key][0] < score:
                scores[key] = score, cluster, token
        ranked = sorted(scores.values(), key=lambda scored: -scored[0])
        if not ranked or ranked[0][0] < _LEAST:
            return None
        second = ranked[1] if len(ranked) > 1 else None
        return Choice(
            ranked[0][1],
            ranked[0][0] - second[0] if second else _ALONE,
            second[1] if second else None,
            ranked[0][2],
        )

    def _may_be(self, cluster: Cluster, meaning: str) -> bool:
        if meaning not in {"m", "f"}:
            return True
        gender = cluster.gender
        return gender in {"", meaning} or cluster.genders[gender] < _FIRM

    def _fit(self, cluster: Cluster, meaning: str) -> float | None:
        """What a cluster itself says: a known gender, a group for "they", a name that stands often in the text; None if it cannot be meant."""
        of_kind = cluster.kind in _KINDS[meaning] or (
            meaning in {"organisation", "plural"} and cluster.is_doubtful_person
        )
        if not of_kind or not self._may_be(cluster, meaning):
            return None
        often = _OFTEN * min(3.0, log2(1 + len(cluster.mentions)))
        if meaning in {"m", "f"}:
            gender = cluster.gender
            unnamed = _NO_NAME if not cluster.named and not gender else 0.0
            return (
                often
                + unnamed
                + (_KNOWN_GENDER if gender == meaning else -_OTHER_GENDER if gender else 0.0)
            )
        if meaning == "plural":
            several = cluster.kind == SpeakerKind.GROUP or bool(cluster.members)
            return often + (
                0.8
                if several
                else -1.0
                if cluster.place or cluster.kind == SpeakerKind.PERSON
                else 0.0
            )
        return often - (0.5 if cluster.place else 0.0) if meaning != "person" else often

    def ahead(self, meaning: str, i: int, of_name: dict[int, Cluster]) -> Cluster | None:
        """The subject of the same sentence that comes only behind the pronoun: "When she arrived, Lee said"."""
        for name in self.names.between(i + 1, self.doc.sentences[self.doc.sentence_of(i)][1])[:3]:
            cluster = of_name.get(name.i)
            if (
                cluster is not None
                and cluster.kind in _KINDS[meaning]
                and self._may_be(cluster, meaning)
            ):
                return cluster if self._weight(name.i, name.j) == _SUBJECT else None
        return None


def _hulls(said: Sequence[Range]) -> tuple[list[int], list[int]]:
    """Overlapping ranges as one each: (starts, ends)."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(said):
        if ends and start < ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)
    return starts, ends
