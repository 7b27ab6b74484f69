"""A description -> what links it with somebody.

In: a phrase about a common noun, and somebody with a name. Out: the features of what the text tells
of them beside the phrase; none where they cannot be meant. Why: a noun that the text has given
somebody, or a word of an organisation's name, takes them up; a place, a party or an office that is
not theirs speaks against it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote._names import lexicon
from newsquote._names.antecedents import pointing
from newsquote._names.records import PERSON
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from newsquote._names.antecedents.description_index import DescriptionIndex
    from newsquote._names.antecedents.discourse import Discourse
    from newsquote._names.identities.clusters import Cluster
    from newsquote._names.phrases.records import Phrase
    from newsquote._names.roles.descriptions import Description
    from newsquote._text.ranges import Tokens
    from newsquote.lang import LanguagePack

__all__ = ["KINDRED", "LINK_FEATURES", "NONE", "SAME", "Links", "Told"]

Told = dict[str, float]
"""Features that have values."""

LINK_FEATURES = {
    "noun": "the text calls them by the very noun, by a kindred one, or by neither",
    "near": "1 where the last mention is in the same paragraph, less with each paragraph",
    "ahead": "they are named only further down",
    "stands out": "the log-odds of a pronoun in this place, at most three",
    "words shared": "how many words beside the noun are told of them, at most two",
    "words strange": "how many are not, at most two",
    "words all strange": "several, none of which is told of them, beside a kindred noun",
    "words clash": "another place or party than theirs",
    "owner": "it is the same body or person whose they are",
    "office": "without support: they have an office that leaves no room, a looser one, or none",
    "place": "the name is a place's",
    "called so": "somebody without a name was called so before, or since they were mentioned",
    "nobody": "it takes up nobody with a name; by its way of pointing and its other words",
}
"""Every feature of a description's candidates, and what it says.

Each has a weight for each meaning: a person, a company, another organisation.
"""

SAME, KINDRED, NONE = "same", "kindred", "none"
"""Whether the text calls somebody by the very noun, by one for the same thing, or by neither."""
_MAX_SENTENCES = 3
"""How many sentences back a description without support may reach."""
_MAX_WORDS = 2
_PARAGRAPH = 0.15
"""What each paragraph takes from the nearness of the last mention, which is 1 in the same one."""
_MAX_PARAGRAPHS_AHEAD = 8
"""How far a headline or a lead may point forward."""


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _LinkWords:
    role_genders: Mapping[str, str]
    kindred_roles: Mapping[str, frozenset[str]]
    kindred_bodies: Mapping[str, frozenset[str]]
    places: frozenset[str]
    parties: frozenset[str]
    loose: frozenset[str]
    institutions: frozenset[str]
    """Nouns for organisations whose names mostly say so: "the court"."""
    anybody: frozenset[str]
    """Nouns that say nothing of whom they mean: "the man"."""


@kept_by_pack
def _link_words(pack: LanguagePack) -> _LinkWords:
    made = lexicon.for_pack(pack)
    return _LinkWords(
        role_genders=made.genders,
        kindred_roles=made.role_kinds,
        kindred_bodies=made.organisation_kinds,
        places=made.places,
        parties=pack.closed("parties"),
        loose=made.loose,
        institutions=pack.words("organisation_kinds") - pack.closed("bodies_by_trade"),
        anybody=pack.closed("singular_people"),
    )


class Links:
    """What links one description with those who have a name."""

    def __init__(
        self,
        discourse: Discourse,
        index: DescriptionIndex,
        phrase: Phrase,
        way: str,
        owner_of: Callable[[Tokens], Cluster | None],
    ) -> None:
        self._discourse, self._index, self._phrase = discourse, index, phrase
        self._way, self._owner_of = way, owner_of
        self._words = _link_words(discourse.doc.pack)
        self._noun = discourse.doc.lowers[phrase.head]
        self._at = discourse.doc.starts[phrase.i]
        self._beside = phrase.words()
        self._may_be_unprepared = (
            way == pointing.DEFINITE
            and self._noun not in self._words.anybody
            and self._noun not in self._words.institutions
        )
        self._may_be_ahead = pointing.may_point_ahead(discourse, phrase)

    def prepared(self, meaning: str) -> Iterable[Cluster]:
        """Those whom the text calls by the noun or by a kindred one, wherever they are named."""
        if meaning == "person":
            return self._index.persons(self._noun)
        kindred = sorted(self._words.kindred_bodies.get(self._noun, ()))
        found: dict[Cluster, None] = {}
        for word in (self._noun, *kindred):
            found.update(dict.fromkeys(self._index.others(word)))
        return found

    def level(self, cluster: Cluster) -> str:
        """How near the noun is to those that the text gives somebody."""
        nouns = {told.noun for told in cluster.descriptions}
        if cluster.kind != PERSON:
            for form in cluster.forms:
                nouns.update(map(str.lower, form))
        if self._noun in nouns:
            return SAME
        if cluster.kind == PERSON:
            kindred = any(self._noun in self._words.kindred_roles.get(one, ()) for one in nouns)
        else:
            kindred = not nouns.isdisjoint(self._words.kindred_bodies.get(self._noun, ()))
        return KINDRED if kindred else NONE

    def features(self, cluster: Cluster) -> Told | None:
        """What the text tells of somebody beside the phrase; None if they cannot be meant."""
        level = self.level(cluster)
        if not self._is_in_reach(cluster, level) or not self._may_have_gender(cluster):
            return None
        owned = self._owner_features(cluster)
        if owned is None:
            return None
        told = {f"noun {level}": 1.0, **owned}
        if cluster.place:
            told["place"] = 1.0
        self._add_words(told, cluster, level)
        self._add_distance(told, cluster, level)
        if cluster.kind == PERSON and level == NONE:
            told[self._office_feature(cluster)] = 1.0
        return told

    def nobody(self) -> Told:
        """The features of a description that takes up nobody with a name."""
        told = {
            f"nobody {self._way}": 1.0,
            "nobody words": float(min(_MAX_WORDS, len(self._beside))),
        }
        if self._noun in self._discourse.unnamed_by_noun:
            told["nobody called so"] = 1.0
        return told

    # ------------------------------------------------------------- what excludes

    def _is_in_reach(self, cluster: Cluster, level: str) -> bool:
        """Whether the phrase can point back at somebody, or ahead."""
        if level == NONE:
            return self._may_be_unprepared and self._sentences_back(cluster) <= _MAX_SENTENCES
        only_in_headline = cluster.named_at < 0
        if only_in_headline or cluster.named_at < self._at:
            return self._way != pointing.INDEFINITE
        if not self._may_be_ahead:
            return False
        if level == KINDRED and self._way == pointing.DEFINITE and cluster.kind != PERSON:
            return False
        return self._paragraphs_ahead(cluster) <= _MAX_PARAGRAPHS_AHEAD

    def _sentences_back(self, cluster: Cluster) -> int:
        """How many sentences ago somebody was mentioned last."""
        doc, last = self._discourse.doc, cluster.last_before(self._at)
        if last < 0:
            last = min([where[0] for where in cluster.forms.values()], default=0)
        return doc.token_sentences[self._phrase.i] - doc.token_sentences[doc.token_at(last)]

    def _may_have_gender(self, cluster: Cluster) -> bool:
        gender = self._words.role_genders.get(self._noun, "")
        return not gender or cluster.gender in {"", gender}

    def _owner_features(self, cluster: Cluster) -> Told | None:
        """Whether "her lawyer" and the lawyer of the text are the same woman's."""
        if self._phrase.owner is None:
            return {}
        mine = self._owner_of(self._phrase.owner)
        if mine is cluster:
            return None
        told = [one for one in cluster.descriptions if one.noun == self._noun]
        places = [place for one in told for place in (one.owner, one.affiliation)]
        owners = [self._owner_of(place) for place in places if place is not None]
        known = [owner for owner in owners if owner is not None]
        if mine is None or not known:
            return {}
        return {"owner same": 1.0} if mine in known else None

    # ------------------------------------------------------------- what is weighed

    def _add_words(self, told: Told, cluster: Cluster, level: str) -> None:
        """Add what the other words of the phrase say."""
        known = self._discourse.reader.roles.telling.expanded(cluster.about)
        if cluster.kind != PERSON:
            own = {word.lower() for form in cluster.forms for word in form}
            known = known | own | {word.rstrip("s") for word in own}
        shared = len(self._beside & known)
        if level != NONE:
            told["words shared"] = float(min(_MAX_WORDS, shared))
        strange = float(min(_MAX_WORDS, len(self._beside) - shared))
        told["words strange"] = strange
        if level != SAME:
            told[f"words strange {level}"] = strange
        if level == KINDRED and not shared and self._classes_beside() > 1:
            told["words all strange"] = 1.0
        for kind in (self._words.places, self._words.parties):
            mine, theirs = self._beside & kind, known & kind
            if mine and theirs and mine.isdisjoint(theirs):
                told["words clash"] = 1.0

    def _classes_beside(self) -> int:
        """How many words stand beside the noun, those for places counted as one."""
        places = self._words.places
        return len(self._beside - places) + (not self._beside.isdisjoint(places))

    def _add_distance(self, told: Told, cluster: Cluster, level: str) -> None:
        """Add how near the last mention is, and whether another was called so since."""
        last = cluster.last_before(self._at)
        if last < 0:
            told["ahead"] = 1.0
            return
        doc = self._discourse.doc
        back = doc.paragraph_of(self._at) - doc.paragraph_of(last)
        told["near"] = max(0.0, 1.0 - _PARAGRAPH * back)
        other = self._discourse.unnamed_by_noun.get(self._noun)
        if level == SAME or other is None:
            return
        if level == NONE:
            told["called so before"] = 1.0
        elif other.last_before(self._at) > last:
            told["called so since"] = 1.0

    def _paragraphs_ahead(self, cluster: Cluster) -> int:
        doc = self._discourse.doc
        return doc.paragraph_of(cluster.named_at) - doc.paragraph_of(self._at)

    def _office_feature(self, cluster: Cluster) -> str:
        """Whether somebody has an office that leaves no room for another."""
        if any(self._excludes(one) for one in cluster.descriptions):
            return "office other"
        told = any(one.role is not None for one in cluster.descriptions)
        return "office loose" if told else "office none"

    def _excludes(self, description: Description) -> bool:
        if description.role is None or description.noun in self._words.loose:
            return False
        return "former" not in description.words()
