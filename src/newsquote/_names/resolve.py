"""Mentions -> identities.

In: the names of a text, the mentions of which somebody asks whom they mean, and where somebody's
words stand, as plain ranges. Out: the identities, each with the fullest name that the text gives,
and who each mention means. Why: a user counts voices, not strings. The text is gone through once,
from its start to its end, so that whatever is asked sees all that was said before; where nothing
supports a choice, nobody is meant and a note says why.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import compress
from typing import TYPE_CHECKING

from newsquote._names import lexicon
from newsquote._names.antecedents.common_nouns import CommonNouns
from newsquote._names.antecedents.description_index import DescriptionIndex
from newsquote._names.antecedents.discourse import Discourse
from newsquote._names.antecedents.headlines import Headlines
from newsquote._names.antecedents.heads import Heads
from newsquote._names.antecedents.joint import JointSources
from newsquote._names.antecedents.nominals import Nominals
from newsquote._names.antecedents.owners import PronounOwners
from newsquote._names.antecedents.passing import PassingMentions
from newsquote._names.antecedents.pronouns import Pronouns
from newsquote._names.antecedents.ranker import Ranker
from newsquote._names.antecedents.relatives import Relatives
from newsquote._names.antecedents.said import OUTSIDE, SaidStretches
from newsquote._names.antecedents.unnamed import NARRATOR, Unnamed
from newsquote._names.how import How
from newsquote._names.identities import forms
from newsquote._names.identities.register import gather_names
from newsquote._names.phrases.reader import PhraseReader
from newsquote._names.records import People
from newsquote._names.results import people_of
from newsquote._text.ranges import Tokens
from newsquote.kinds import NoteCode

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from newsquote._names.antecedents.antecedent import Antecedent
    from newsquote._names.identities.clusters import Cluster
    from newsquote._names.phrases.records import Phrase
    from newsquote._names.records import Said
    from newsquote._names.results import Answer
    from newsquote._names.roles.descriptions import Description
    from newsquote._names.spotted import Names
    from newsquote._text.doc import Doc
    from newsquote._text.notes import Notes
    from newsquote._text.ranges import Chars

__all__ = ["gendered_pronouns", "resolve_mentions"]

_MAX_NESTED = 8
"""How many stretches of words are looked at around a place; quotes nest only a few deep."""
_LEAD = 1
"""The last paragraph whose descriptions are asked again when the text below has been read."""
_ASKED, _NAME, _PRONOUN, _NOUN = range(4)
"""What stands in a place, in the order in which those at the same token are looked at."""
_Place = tuple[int, int, int, int]
"""Where something begins, what it is, where it ends, and the number of a name."""


def resolve_mentions(
    doc: Doc,
    names: Names,
    mentions: Sequence[Chars],
    notes: Notes,
    known: Mapping[str, str | None],
    said: Sequence[Said] = (),
) -> People:
    """Find whom each mention means.

    :param mentions: ranges of noun phrases, in text order.
    :param known: the ids of persons whom the caller knows, by name.
    :param said: what somebody says, as (range, the mention of who says it), in text order.
    """
    if not mentions:
        return People(identities=(), resolutions={})
    ids = {forms.plain(name): own for name, own in known.items()}
    gendered = gendered_pronouns(doc)
    reader = PhraseReader(doc, names)
    discourse = Discourse(
        doc=doc,
        names=names,
        reader=reader,
        register=gather_names(doc, names, reader.roles, gendered, ids),
        said=SaidStretches(doc, said),
    )
    walk = _Walk(discourse, notes)
    asked: dict[tuple[int, int], Chars] = {doc.tokens_in(*where): where for where in mentions}
    walk.go_through(asked, gendered)
    walk.ask_left_out(mentions)
    for where in mentions:
        walk.ask_lead_again(where)
        _give_first_person_its_speaker(discourse, walk.answers, where, said)
    register = discourse.register
    return people_of(doc, walk.answers, register.known, register.index.of_name, walk.called)


def gendered_pronouns(doc: Doc) -> list[int]:
    """The tokens that are pronouns for a man or a woman."""
    gendered = lexicon.for_pack(doc.pack).gendered
    return list(compress(range(len(doc.lowers)), map(gendered.__contains__, doc.lowers)))


class _Walk:
    """One way through a text, from its start to its end."""

    def __init__(self, discourse: Discourse, notes: Notes) -> None:
        self._discourse, self._doc, self._notes = discourse, discourse.doc, notes
        ranker, unnamed = Ranker(discourse), Unnamed(discourse)
        owners = PronounOwners(discourse, ranker, unnamed)
        called = DescriptionIndex(discourse.doc.pack, discourse.register.index.in_order())
        nominals = Nominals(discourse, called, ranker, owners)
        nouns = CommonNouns(discourse, nominals, unnamed)
        heads = Heads(discourse, nouns, notes)
        relatives = Relatives(discourse, heads)
        pronouns = Pronouns(discourse, ranker, unnamed, relatives, notes)
        self._sources = JointSources(discourse, heads, pronouns)
        self._headlines = Headlines(discourse, nominals, unnamed)
        self._passing = PassingMentions(discourse, owners, nouns)
        self.answers: dict[Chars, Answer] = {}
        """Whom each mention means, or why nobody is meant."""
        self.called: dict[Cluster, Description] = {}
        """The first description by which the text calls somebody who has a name."""

    def go_through(self, asked: Mapping[tuple[int, int], Chars], gendered: Iterable[int]) -> None:
        """Note and ask whatever stands in the text, in its order."""
        names = self._discourse.names.all
        of_name = self._discourse.register.index.of_name
        for i, what, j, n in self._places(asked, gendered):
            if what == _ASKED:
                self._ask(asked[i, j], i, j)
            elif what == _NAME:
                self._passing.note_name(names[n], of_name[i])
            elif what == _PRONOUN:
                self._passing.note_pronoun(i)
            else:
                self._passing.note_noun(Tokens(i, j))

    def _places(self, asked: Iterable[tuple[int, int]], gendered: Iterable[int]) -> list[_Place]:
        """All that is looked at, in text order.

        Those are asked mentions, names, and pronouns and nouns for people outside of mentions
        and of what somebody says.
        """
        words = self._doc.words
        inside = bytearray(len(words) + 1)
        for i, j in asked:
            inside[i:j] = b"\x01" * (j - i)
        places = [(i, _ASKED, j, -1) for i, j in asked if i < j]
        places += self._name_places()
        for k in gendered:
            if not inside[k] and self._is_outside(k):
                places.append((k, _PRONOUN, k + 1, -1))
        called = self._passing.nouns
        for k in compress(range(len(words)), map(called.__contains__, self._doc.lowers)):
            if not inside[k] and self._is_outside(k):
                start = self._passing.noun_start(k)
                if start is not None:
                    places.append((start, _NOUN, k + 1, -1))
        return sorted(places)

    def _name_places(self) -> list[_Place]:
        """The names that somebody may have."""
        of_name = self._discourse.register.index.of_name
        places = []
        for n, name in enumerate(self._discourse.names.all):
            if name.i in of_name:
                places.append((name.i, _NAME, name.j, n))
        return places

    def _is_outside(self, k: int) -> bool:
        """Whether a token stands outside of what somebody says."""
        return self._discourse.said.stretch(k) == OUTSIDE

    # ------------------------------------------------------------- what is asked

    def _ask(
        self,
        where: Chars,
        i: int,
        j: int,
    ) -> None:
        """Find whom a mention with the tokens ``i`` to ``j`` means, and note the answer."""
        found = self._antecedent(i, j) if i < j else None
        if found is None:
            self._note_nobody(where, i, j)
            return
        self.answers[where] = found
        cluster = found.cluster
        cluster.add_mention(where)
        self._discourse.pronouns[i] = cluster
        self._discourse.note_mention(i, j, cluster, spoke=True)

    def _antecedent(self, i: int, j: int) -> Antecedent | None:
        """Whom the tokens ``i`` to ``j`` mean."""
        phrase = self._discourse.reader.phrase(i, j)
        titled = phrase.pronoun is None and self._discourse.is_titled(i)
        asked = self._headlines if titled else self._sources
        found = None if self._names_no_one(phrase) else asked.antecedent(phrase)
        if found is not None and phrase.role is not None and found.cluster.named:
            self._note_called(found.cluster, phrase)
        return found

    def _names_no_one(self, phrase: Phrase) -> bool:
        """Whether a phrase is a time or an article alone: "today", "recent years"."""
        if phrase.names or phrase.parts or phrase.pronoun is not None:
            return False
        pack, head = self._doc.pack, self._doc.lowers[phrase.head]
        return (
            head in pack.closed("articles")
            or head in pack.closed("deictic_days")
            or head in pack.closed("time_units")
        )

    def _note_called(self, cluster: Cluster, phrase: Phrase) -> None:
        """Keep the first description of somebody, or the first that has a body."""
        kept = self.called.get(cluster)
        if kept is not None and kept.affiliation is not None:
            return
        told = self._discourse.reader.roles.told_in(phrase.i, phrase.j)
        if told is not None and (kept is None or told.affiliation is not None):
            self.called[cluster] = told

    def _note_nobody(
        self,
        where: Chars,
        i: int,
        j: int,
    ) -> None:
        """Note that nobody is meant, and why."""
        pronouns = lexicon.for_pack(self._doc.pack).pronouns
        if j - i == 1 and self._doc.lowers[i] in pronouns:
            how = How.NOBODY_FITS
            reason = f"nobody who was mentioned before fits “{self._doc.words[i]}”"
        else:
            how, reason = How.NO_SUPPORT, "nothing in the text says who is meant"
        self.answers[where] = how
        self._notes.add_note(NoteCode.UNKNOWN_SPEAKER, where, reason)

    def ask_left_out(self, mentions: Iterable[Chars]) -> None:
        """Ask mentions without a word, and those whose tokens are another's."""
        for where in mentions:
            if where not in self.answers:
                self._ask(where, *self._doc.tokens_in(*where))

    def ask_lead_again(self, where: Chars) -> None:
        """Ask again whom a headline or lead describes, now that the text below has been read."""
        answer = self.answers[where]
        if isinstance(answer, How) or answer.cluster.named:
            return
        if self._doc.paragraph_of(where[0]) > _LEAD:
            return
        found = self._headlines.named_below(self._doc.tokens_in(*where))
        if found is not None:
            self.answers[where] = found
            found.cluster.add_mention(where)


def _give_first_person_its_speaker(
    discourse: Discourse,
    answers: dict[Chars, Answer],
    where: Chars,
    said: Sequence[Said],
) -> None:
    """An "I" inside somebody's words is whoever says them."""
    answer = answers[where]
    narrator = discourse.unnamed_by_text.get(NARRATOR)
    if isinstance(answer, How) or answer.cluster is not narrator:
        return
    source = _speaking_source(where, said)
    saying = None if source is None else answers.get(source)
    if saying is None or isinstance(saying, How):
        return
    speaker = saying.cluster
    if speaker is narrator or speaker.members:
        return
    answers[where] = answer._replace(cluster=speaker, how=How.FIRST_PERSON)
    speaker.add_mention(where)
    if where in narrator.mentions:
        narrator.mentions.remove(where)


def _speaking_source(where: Chars, said: Sequence[Said]) -> Chars | None:
    """The source of the shortest words that are said around a place."""
    around: list[tuple[int, Chars]] = []
    n = bisect_left(said, (where[0] + 1, 0), key=lambda one: one[0])
    for (start, end), source in said[max(0, n - _MAX_NESTED) : n]:
        if source is None or source == where:
            continue
        if start <= where[0] and where[1] <= end:
            around.append((end - start, source))
    return min(around)[1] if around else None
