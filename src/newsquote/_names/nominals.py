"""A common noun -> who has been named so.

In: a phrase such as "the Norvale senator", "her lawyer", "the agency". Out: the identity that the text describes with these words, or none.
Why: after a name news text goes on with a description, and what it takes up stands in the text: a title, an apposition, a word of the
organisation's name. What nothing in the text supports is left as it is printed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._names import lexicon
from newsquote._names.clusters import Found
from newsquote._names.roles import Description
from newsquote.kinds import SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from newsquote._names.clusters import Cluster
    from newsquote._names.identities import Register
    from newsquote._names.mentions import Phrase
    from newsquote._text.doc import Doc

__all__ = ["Nominals"]

_MOST = 60
_SAME, _KIN = 3.0, 2.0
"""How much the noun itself says, and another noun for the same thing."""
_NEAR = 0.6
"""Another noun for an organisation reaches back only a few paragraphs."""
_AHEAD = 8
"""How many paragraphs a headline or a lead may point forward."""
_LEAD = 3
"""The paragraphs that may describe somebody before naming them."""


class Nominals:
    """Finds what the common nouns of one text take up."""

    def __init__(
        self, doc: Doc, register: Register, owner: Callable[[tuple[int, int]], Cluster | None]
    ) -> None:
        self.doc, self.register, self.owner_of = doc, register, owner
        pack = doc.pack
        known = lexicon.of(pack)
        self.role_kinds, self.organisation_kinds = known.role_kinds, known.organisation_kinds
        self.places, self.states = known.places, known.states
        self.referring, self.determiners = pack.closed("referring_words"), pack.words("determiners")
        self.roles, self.titles, self.role_genders = (
            pack.words("roles"),
            pack.words("titles"),
            pack.table("roles"),
        )
        self.parties = pack.closed("parties")
        self.territories, self.org_words = pack.closed("places_as_people"), pack.words("org_words")
        self.by_role: dict[str, list[Cluster]] = {}
        self.by_name_word: dict[str, list[Cluster]] = {}
        self._index(register.all())

    def _index(self, clusters: Iterable[Cluster]) -> None:
        """The persons by the nouns that they are called, the organisations by the words of their names and descriptions."""
        for cluster in clusters:
            nouns: set[str] = set()
            for description in cluster.descriptions:
                if description.noun:
                    nouns |= {description.noun, *self.role_kinds.get(description.noun, ())}
            if cluster.kind == SpeakerKind.PERSON:
                for noun in nouns:
                    self.by_role.setdefault(noun, []).append(cluster)
            else:
                words = {word.lower() for form in cluster.forms for word in form}
                for word in words | {
                    description.noun for description in cluster.descriptions if description.noun
                }:
                    self.by_name_word.setdefault(word, []).append(cluster)

    def learn(self, cluster: Cluster, word: str, words: Callable[[], frozenset[str]]) -> None:
        """A person has been called by a noun that the text had not prepared, and may be so again."""
        cluster.descriptions.append(Description(noun=word, words=words))
        self.by_role.setdefault(word, []).append(cluster)

    def find(self, phrase: Phrase) -> Found | None:
        """Whom a phrase about a common noun means among those who have a name."""
        word, at = self.doc.lowers[phrase.head], self.doc.starts[phrase.i]
        if word in self.roles or word in self.titles:
            return self._person(phrase, word, at)
        if word in self.organisation_kinds or word in self.org_words or word in self.territories:
            return self._organisation(phrase, word, at)
        return None

    def is_definite(self, phrase: Phrase) -> bool:
        """Whether a phrase points at somebody known: "the", "this", "her", "Vance's"; not "the first", not a clause of its own behind."""
        return self.doc.lowers[phrase.i] in self.referring or phrase.owner is not None

    def _may_point_ahead(self, phrase: Phrase) -> bool:
        """Whether a phrase may describe somebody who is named later: in a headline, or with "a" in the lead."""
        return self.in_headline(phrase) or self.doc.paragraph_of(self.doc.starts[phrase.i]) <= _LEAD

    def in_headline(self, phrase: Phrase) -> bool:
        """Whether a phrase stands where articles are left out."""
        number = self.doc.paragraph_of(self.doc.starts[phrase.i])
        return number in self.register.titled or (
            number <= 1 < len(self.doc.paragraphs) and self._is_bare(phrase)
        )

    def _is_bare(self, phrase: Phrase) -> bool:
        return self.doc.lowers[phrase.i] not in self.determiners

    # ------------------------------------------------------------- persons

    def _person(self, phrase: Phrase, word: str, at: int) -> Found | None:
        definite = self.is_definite(phrase)
        ahead = self._may_point_ahead(phrase)
        indefinite = self.doc.lowers[phrase.i] in {"a", "an"}
        if not definite and not ahead:
            return None
        candidates = self.by_role.get(word, [])[:_MOST]
        points_back = definite and not indefinite
        scored = [
            (score, cluster)
            for cluster in candidates
            if (score := self._score(cluster, phrase, word, at, definite=points_back)) is not None
        ]
        best = max(scored, key=lambda pair: pair[0], default=None)
        if best is None or best[0] < _KIN - 0.5:
            return None
        others = sorted(
            (score for score, cluster in scored if cluster is not best[1]), reverse=True
        )
        margin = best[0] - others[0] if others else 3.0
        exact = any(description.noun == word for description in best[1].descriptions)
        return Found(
            best[1],
            min(0.95, 0.6 + 0.08 * best[0] + 0.1 * min(margin, 1.5)) if margin > 0 else 0.5,
            exact,
        )

    def _score(
        self, cluster: Cluster, phrase: Phrase, word: str, at: int, *, definite: bool
    ) -> float | None:
        """How well a description fits a person; None where it cannot."""
        last = cluster.last_before(at)
        if not 0 <= cluster.named_at < at:
            if not self._may_point_ahead(phrase) or not self._comes_soon(cluster, at):
                return None
        elif not definite and not self.in_headline(phrase):
            return None
        fitting = [
            d
            for d in cluster.descriptions
            if d.noun == word or word in self.role_kinds.get(d.noun, ())
        ]
        if not fitting:
            return None
        gender = self.role_genders.get(word, "")
        if gender and cluster.gender not in {"", gender}:
            return None
        if not self._owner_fits(phrase, fitting, cluster):
            return None
        same = any(d.noun == word for d in fitting)
        words, about = phrase.words(), self.register.reader.about.expanded(cluster.about)
        strange = words - about
        if (
            not same
            and strange == words
            and len(strange - self.places) + bool(strange & self.places) > 1
        ):
            return None
        score = _SAME if same else _KIN
        return score + self._words_fit(words, about) + self._nearness(last, at)

    def _words_fit(self, words: frozenset[str], about: frozenset[str]) -> float:
        """What the other words of a phrase say: each that is told of the person speaks for it, another place against it."""
        shared = words & about
        clash = any(
            words & told and about & told and not shared & told
            for told in (self.places, self.parties)
        )
        return 0.7 * min(len(shared), 3) - 2.0 * clash - 0.2 * min(len(words - about), 3)

    def _nearness(self, last: int, at: int) -> float:
        return (
            0.0
            if last < 0
            else max(0.0, 1.0 - 0.15 * (self.doc.paragraph_of(at) - self.doc.paragraph_of(last)))
        )

    def _comes_soon(self, cluster: Cluster, at: int) -> bool:
        return (
            cluster.named_at >= at
            and self.doc.paragraph_of(cluster.named_at) - self.doc.paragraph_of(at) <= _AHEAD
        )

    def _owner_fits(self, phrase: Phrase, fitting: list[Description], cluster: Cluster) -> bool:
        """Whether "her lawyer" and the lawyer of the text are the same woman's."""
        if phrase.owner is None:
            return True
        mine = self.owner_of(phrase.owner)
        if mine is cluster:
            return False
        places = [place for d in fitting for place in (d.owner, d.affiliation) if place is not None]
        owners = [self.owner_of(place) for place in places]
        known = [owner for owner in owners if owner is not None]
        return mine is None or not known or any(owner is mine for owner in known)

    # ------------------------------------------------------------- organisations

    def _organisation(self, phrase: Phrase, word: str, at: int) -> Found | None:
        definite = self.is_definite(phrase) and phrase.owner is None
        if not definite and not (
            self._may_point_ahead(phrase)
            and (self.in_headline(phrase) or self.doc.lowers[phrase.i] in {"a", "an"})
        ):
            return None
        if word in self.territories:
            return self._territory(phrase, word, at)
        kin = self.organisation_kinds.get(word, frozenset())
        scored: list[tuple[float, Cluster]] = []
        for noun in (word, *sorted(kin)):
            for cluster in self.by_name_word.get(noun, ())[:_MOST]:
                score = self._organisation_score(
                    cluster, phrase, at, _SAME if noun == word else _KIN, definite=definite
                )
                if score is not None:
                    scored.append((score, cluster))
        best = max(scored, key=lambda pair: pair[0], default=None)
        return None if best is None or best[0] < 1.0 else Found(best[1], 0.8)

    def _organisation_score(
        self, cluster: Cluster, phrase: Phrase, at: int, level: float, *, definite: bool
    ) -> float | None:
        if cluster.kind != SpeakerKind.ORGANIZATION or cluster.place:
            return None
        last = cluster.last_before(at)
        if not 0 <= cluster.named_at < at:
            if not (self._may_point_ahead(phrase) and self._comes_soon(cluster, at)):
                return None
        elif not definite and not self.in_headline(phrase):
            return None
        known = {word.lower() for form in cluster.forms for word in form} | cluster.about
        names = self.register.names.between(phrase.i, phrase.head)
        if any(self.doc.lowers[name.j - 1] not in known for name in names):
            return None
        known |= {word.rstrip("s") for word in known}
        words = phrase.words()
        shared = sum(word in known or word.rstrip("s") in known for word in words)
        missing = len(words) - shared
        near = self._nearness(last, at)
        if level < _SAME and last >= 0 and not shared and near < _NEAR:
            return None
        return level + 0.7 * shared - 1.0 * missing + near

    def _territory(self, phrase: Phrase, word: str, at: int) -> Found | None:
        """The country, state or city that "the country" means: the one that was named last."""
        if phrase.j - phrase.i > 2 or phrase.words():  # noqa: PLR2004 - "the state" alone
            return None
        paragraph = self.doc.paragraph_of(at)
        lowest = self.doc.paragraph_tokens[max(0, paragraph - 2)][0]
        for name in reversed(self.register.names.between(lowest, phrase.i, _MOST)):
            cluster = self.register.of_name.get(name.i) if name.place else None
            if cluster is not None and (
                word != "state" or any(" ".join(form) in self.states for form in cluster.forms)
            ):
                return Found(cluster, 0.6)
        return None
