"""A phrase without a name -> somebody without a name.

In: the phrases of common nouns that take up no name, and pronouns that stand for themselves. Out:
an identity each, the same one where a phrase points back. Why: "two people familiar with the
matter", "voters", "the report" are sources, too, and are counted as what they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote._names.antecedents import pointing
from newsquote._names.antecedents.anonymity import anonymity_of
from newsquote._names.identities.clusters import ROLE_CLUE, Cluster
from newsquote._names.noun_kinds import kind_of_noun
from newsquote._names.roles.descriptions import Description
from newsquote._text.ranges import Chars, Tokens
from newsquote.kinds import SpeakerKind
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsquote._names.antecedents.discourse import Discourse
    from newsquote._names.phrases.records import Phrase
    from newsquote.lang import LanguagePack

__all__ = ["NARRATOR", "Unnamed"]

NARRATOR = "I"
"""What the one who writes is found by; those who write are "we"."""
_NARRATORS = "we"
_MAX_WORDS_BACK = 2
"""A phrase that points back by its noun has fewer tokens before it, the article left out."""
_PERSONS = frozenset((SpeakerKind.UNNAMED, SpeakerKind.GROUP))


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _UnnamedWords:
    articles: frozenset[str]
    role_genders: Mapping[str, str]
    narrators: frozenset[str]
    one_person: frozenset[str]


@kept_by_pack
def _unnamed_words(pack: LanguagePack) -> _UnnamedWords:
    return _UnnamedWords(
        articles=pack.closed("articles"),
        role_genders=pack.table("roles"),
        narrators=pack.closed("plural_narrators"),
        one_person=pack.closed("singular_people"),
    )


class Unnamed:
    """Those of one text who have no name."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse, self._doc = discourse, discourse.doc
        self._words = _unnamed_words(discourse.doc.pack)

    def described(self, phrase: Phrase) -> Cluster:
        """Whoever a common noun stands for.

        It is who was called so before, if the phrase points back or is the same, or a new one.
        """
        doc, by_text = self._doc, self._discourse.unnamed_by_text
        start, end = self._without_article(phrase)
        text, noun = doc.slice(start, end), doc.lowers[phrase.head]
        cluster = self._pointed_at(phrase, start, noun)
        if cluster is None and doc.lowers[phrase.i] != "another":
            cluster = by_text.get(text.casefold())
        if cluster is None:
            cluster = self._new(text, Tokens(start, end), kind_of_noun(doc, phrase))
            by_text[text.casefold()] = cluster
            cluster.add_gender(self._words.role_genders.get(noun, ""), ROLE_CLUE)
            self._describe(cluster, phrase)
        if not pointing.in_headline(self._discourse, phrase):
            self._discourse.unnamed_by_noun[noun] = cluster
        return cluster

    def _without_article(self, phrase: Phrase) -> Tokens:
        """The tokens of a phrase that somebody is called by."""
        lowers, articles = self._doc.lowers, self._words.articles
        start, end, last = phrase.i, phrase.j, phrase.j - 1
        while start < last and lowers[start] in articles:
            start += 1
        if phrase.core > phrase.head:
            end = min(end, phrase.core)
        return Tokens(start, max(start + 1, end))

    def _pointed_at(
        self,
        phrase: Phrase,
        start: int,
        noun: str,
    ) -> Cluster | None:
        """Who was called by the same noun before, if a short phrase points back."""
        if phrase.owner is not None or phrase.head - start >= _MAX_WORDS_BACK:
            return None
        if not pointing.is_definite(self._discourse, phrase):
            return None
        cluster = self._discourse.unnamed_by_noun.get(noun)
        return None if cluster is None or not self._goes_with(phrase, cluster) else cluster

    def _goes_with(self, phrase: Phrase, cluster: Cluster) -> bool:
        """Whether all that a phrase says has been said of somebody.

        "The tide poll" is not the poll of before.
        """
        called = [word.lower() for form in cluster.forms for word in form]
        return phrase.words() <= self._discourse.reader.roles.telling.expanded(called)

    def _new(
        self,
        text: str,
        tokens: Tokens,
        kind: SpeakerKind,
    ) -> Cluster:
        """A new one, called by what is printed."""
        where = Chars(self._doc.starts[tokens.i], self._doc.ends[tokens.j - 1])
        cluster = Cluster(kind=kind, name=text)
        cluster.add_form(tuple(text.split()), where)
        return cluster

    def _describe(self, cluster: Cluster, phrase: Phrase) -> None:
        """Note the role, the count and the reason for having no name."""
        role, affiliation = phrase.role, phrase.affiliation
        if role is not None or affiliation is not None:
            noun = "" if role is None else self._doc.lowers[role.j - 1]
            told = Description(noun=noun, role=role, affiliation=affiliation)
            cluster.descriptions.append(told)
        if cluster.kind not in _PERSONS:
            return
        anonymity = anonymity_of(self._doc, phrase)
        cluster.count = anonymity.number
        if not anonymity.hidden:
            return
        cluster.kind = SpeakerKind.UNNAMED
        if anonymity.reason is not None:
            i, j = anonymity.reason
            cluster.anonymity = Chars(self._doc.starts[i], self._doc.ends[j - 1])

    # ------------------------------------------------------------- pronouns

    def narrator(self, word: str, i: int) -> Cluster:
        """Whoever writes: "I" or "we"."""
        by_text = self._discourse.unnamed_by_text
        one = _NARRATORS if word in self._words.narrators else NARRATOR
        if one not in by_text:
            printed = self._doc.words[i]
            by_text[one] = self._new(printed, Tokens(i, i + 1), SpeakerKind.NARRATOR)
        return by_text[one]

    def quantity(self, phrase: Phrase, word: str) -> Cluster:
        """Those whom "some", "everyone" or "you" means, as it stands."""
        by_text, text = (
            self._discourse.unnamed_by_text,
            self._doc.slice(phrase.i, phrase.j),
        )
        key = text.casefold()
        if key not in by_text:
            kind = SpeakerKind.GROUP
            if word in self._words.one_person:
                kind = SpeakerKind.UNNAMED
            elif word in {"you", "your"}:
                kind = SpeakerKind.OTHER
            by_text[key] = self._new(text, Tokens(phrase.i, phrase.j), kind)
        return by_text[key]
