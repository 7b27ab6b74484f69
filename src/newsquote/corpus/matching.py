"""A speaker of an article -> who of a corpus it is.

In: speakers, in the order of their articles. Out: the record of each, a new one, or none. Why: what
was decided stays, so that an id that was handed out can be relied on; therefore a name goes to a
record only where exactly one fits and nothing stands against it. The rest is left undecided, and
noted as a doubt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote._names import lexicon
from newsquote.corpus.facts import Verdict, facts_of
from newsquote.corpus.keys import fresh_id
from newsquote.corpus.likeness import Likeness, likeness
from newsquote.corpus.names import body_key, person_name, skeleton
from newsquote.corpus.records import Record
from newsquote.kinds import DoubtReason, SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from newsquote.corpus.facts import Facts
    from newsquote.corpus.known import KnownNames
    from newsquote.corpus.names import Name
    from newsquote.lang import LanguagePack
    from newsquote.models import Person, Speaker

__all__ = ["Decision", "Register"]

_REASONS = {
    Likeness.SUFFIX: DoubtReason.SUFFIX,
    Likeness.SPELLING: DoubtReason.SPELLING,
    Likeness.SHORT: DoubtReason.SHORT_FORM,
    Likeness.INITIAL: DoubtReason.INITIAL,
}


_KNOWN_WELL = 3
"""The articles of somebody who is known without an introduction."""
_OVERWHELMING = 20
"""Whoever is in so many times the articles of all others of a name is meant by the name alone."""


@attrs.frozen(kw_only=True)
class Decision:
    """Who a speaker is, as far as the records say."""

    record: Record | None = None
    new: bool = False
    """Whether it is somebody who has no record yet, so that one may be made."""
    doubts: tuple[tuple[Record, DoubtReason], ...] = ()
    """Who else it may be."""


@attrs.frozen(kw_only=True)
class _Candidate:
    record: Record
    near: Likeness
    verdict: Verdict
    same_body: bool
    """Whether both are of one body."""


_NOBODY = Decision()
_NEW = Decision(new=True)


class Register:
    """The records of a corpus, by name."""

    def __init__(self, pack: LanguagePack, known: KnownNames) -> None:
        self._pack, self._known = pack, known
        self.by_id: dict[str, Record] = {}
        """In the order in which they came."""
        self._by_letters: dict[str, list[Record]] = {}
        self._by_surname: dict[tuple[str, str], list[Record]] = {}
        """By what spellings of the surname have in common, with an initial: many are called Lee."""
        self._bodies: dict[str, Record] = {}

    # ------------------------------------------------------------- asking

    def decide(
        self, speaker: Speaker, taken: Collection[Record] = (), *, in_row: bool = False
    ) -> Decision:
        """Who a speaker is.

        :param taken: who the article's other speakers are.
        :param in_row: whether it speaks together with others only. An article does not say who
            those are whom it names in a row, so only who is known well is found.
        """
        if speaker.members:
            return _NOBODY
        if speaker.id is not None:
            record = self.by_id.get(speaker.id)
            return Decision(record=record) if record else _NEW
        if speaker.kind == SpeakerKind.ORGANIZATION:
            key = body_key(speaker.name, self._pack)
            record = self._bodies.get(key) if key else None
            return Decision(record=record, new=bool(key) and record is None)
        name = person_name(speaker.name, self._pack)
        if speaker.kind != SpeakerKind.PERSON or name is None:
            return _NOBODY
        facts = self._facts(speaker)
        decision = self._decide_person(name, facts, taken)
        if in_row and not facts:
            known_well = decision.record is not None and decision.record.articles >= _KNOWN_WELL
            return decision if known_well or self._known.ids(name) else _NOBODY
        return decision

    def _decide_person(self, name: Name, facts: Facts, taken: Collection[Record]) -> Decision:
        """Who a full name is: by the caller's list, else by what is nearest."""
        ids = self._known.ids(name)
        if len(ids) == 1:
            record = self.by_id.get(ids[0])
            return Decision(record=record, new=record is None)
        if ids:
            those = [self.by_id[one] for one in ids if one in self.by_id]
            return Decision(doubts=tuple((one, DoubtReason.SEVERAL) for one in those))
        candidates = self._candidates(name, facts)
        doubts = tuple(_doubts(candidates, taken))
        for nearest in (_same(candidates), _but_for_middle(candidates, taken)):
            if nearest:
                return _of_nearest(nearest, doubts)
        loose = _loose(candidates, taken)
        if len(loose) == 1:
            return _of_nearest(loose, doubts)
        if name.has_initial_only:
            return Decision(doubts=doubts)
        return Decision(new=True, doubts=doubts)

    def _candidates(self, name: Name, facts: Facts) -> list[_Candidate]:
        """Whoever may have a name, in the order in which they came."""
        records = dict.fromkeys(self._by_letters.get(name.letters, ()))
        for key in self._surname_keys(name):
            records |= dict.fromkeys(self._by_surname.get(key, ()))
        found: list[_Candidate] = []
        for record in records:
            near = self._nearness(record, name)
            if near > Likeness.NONE:
                verdict = record.verdict(facts)
                same_body = not record.bodies.isdisjoint(facts.bodies)
                found.append(
                    _Candidate(record=record, near=near, verdict=verdict, same_body=same_body)
                )
        return found

    def _nearness(self, record: Record, name: Name) -> Likeness:
        """How near a name is to somebody all of whose names it must go with."""
        steps = [likeness(form, name, self._pack) for form in record.forms]
        if min(steps) <= Likeness.SUFFIX:
            return min(steps)
        near = max(steps)
        return min(near, Likeness.INITIAL) if name.has_initial_only else near

    def _facts(self, speaker: Speaker) -> Facts:
        return facts_of(speaker.role, speaker.affiliation, self._pack)

    # ------------------------------------------------------------- adding

    def add(
        self, speaker: Speaker, taken: Collection[Record] = (), *, in_row: bool = False
    ) -> Record | None:
        """The record of a speaker, with what its article says of it; None where it has none."""
        decision = self.decide(speaker, taken, in_row=in_row)
        record = self._new_record(speaker) if decision.new else decision.record
        printed = " ".join(speaker.name.split())
        for other, reason in decision.doubts:
            other.add_doubt(record.id if record else None, printed, reason)
            if record is not None:
                record.add_doubt(other.id, next(iter(other.names), printed), reason)
        if record is not None:
            record.add_speaker(speaker, self._facts(speaker))
            self._add_form(record, speaker.name)
        return record

    def add_person(self, person: Person) -> None:
        """Go on from what an earlier run came to."""
        record = Record.of(person, self._pack)
        self.by_id[record.id] = record
        for name in person.names:
            self._add_form(record, name)

    def restore(self, speaker: Speaker, own: str) -> Record:
        """Note a speaker again of whom it was decided before who it is.

        :param own: the id that was decided.
        """
        record = self.by_id.get(own) or self._record_of(speaker, own)
        record.add_speaker(speaker, self._facts(speaker))
        self._add_form(record, speaker.name)
        return record

    def _new_record(self, speaker: Speaker) -> Record:
        name = person_name(speaker.name, self._pack)
        is_body = _is_body(speaker)
        ids = self._known.ids(name) if name and not is_body else ()
        if speaker.id is not None:
            own = speaker.id
        elif len(ids) == 1:
            own = ids[0]
        elif name is not None and not is_body:
            own = fresh_id(name, self.by_id)
        else:
            own = fresh_id(body_key(speaker.name, self._pack) or speaker.name, self.by_id)
        return self._record_of(speaker, own)

    def _record_of(self, speaker: Speaker, own: str) -> Record:
        kind = SpeakerKind.ORGANIZATION if _is_body(speaker) else SpeakerKind.PERSON
        record = Record(id=own, kind=kind, given_name=self._known.name_of(own))
        self.by_id[own] = record
        return record

    def _add_form(self, record: Record, printed: str) -> None:
        """Note a name of a record, so that it is found by it."""
        if record.kind == SpeakerKind.ORGANIZATION:
            key = body_key(printed, self._pack)
            if key:
                self._bodies.setdefault(key, record)
            return
        name = person_name(printed, self._pack)
        if name is None or name.has_initial_only or name in record.forms:
            return
        record.forms.append(name)
        _note(record, self._by_letters.setdefault(name.letters, []))
        for place in self._surname_keys(name):
            _note(record, self._by_surname.setdefault(place, []))

    def _surname_keys(self, name: Name) -> list[tuple[str, str]]:
        """Where names like this one stand: with its own initial, and those of longer forms."""
        long = lexicon.for_pack(self._pack).nicknames.get(name.first, ())
        initials = sorted({name.first[0], *[form[0] for form in long]})
        return [(skeleton(name.last), initial) for initial in initials]


def _note(record: Record, records: list[Record]) -> None:
    if record not in records:
        records.append(record)


# ------------------------------------------------------------- who is nearest


def _same(candidates: Iterable[_Candidate]) -> list[_Candidate]:
    """Those who have the very name, and whose facts do not stand against it."""
    return [
        one for one in candidates if one.near == Likeness.SAME and one.verdict is not Verdict.APART
    ]


def _but_for_middle(
    candidates: Iterable[_Candidate], taken: Collection[Record]
) -> list[_Candidate]:
    """Those whose name has a middle name more or less."""
    return [
        one
        for one in candidates
        if one.near == Likeness.MIDDLE
        and one.verdict is not Verdict.APART
        and one.record not in taken
    ]


def _loose(candidates: Iterable[_Candidate], taken: Collection[Record]) -> list[_Candidate]:
    """Those whose name is further off, but for whom the facts speak.

    An initial is so many people's that only a body in common speaks for it.
    """
    return [
        one
        for one in candidates
        if Likeness.SUFFIX < one.near < Likeness.MIDDLE
        and one.verdict is Verdict.AGREE
        and (one.same_body or one.near != Likeness.INITIAL)
        and one.record not in taken
    ]


def _is_body(speaker: Speaker) -> bool:
    """Whether a speaker is an organization that the caller does not know."""
    return speaker.kind == SpeakerKind.ORGANIZATION and speaker.id is None


def _of_nearest(
    nearest: list[_Candidate], doubts: tuple[tuple[Record, DoubtReason], ...]
) -> Decision:
    """The only one, or the only one for whom facts speak; nobody where that leaves several.

    Where articles have one of them all the time, it is that one.
    """
    if len(nearest) > 1:
        nearest = [one for one in nearest if one.verdict is Verdict.AGREE] or nearest
    record = max((one.record for one in nearest), key=lambda one: one.articles)
    others = [one.record for one in nearest if one.record is not record]
    if others and record.articles < _OVERWHELMING * sum([one.articles for one in others]):
        return Decision(doubts=tuple((one.record, DoubtReason.SEVERAL) for one in nearest))
    return Decision(record=record, doubts=tuple(one for one in doubts if one[0] is not record))


def _doubts(
    candidates: Iterable[_Candidate], taken: Collection[Record]
) -> Iterable[tuple[Record, DoubtReason]]:
    """Whoever a name may be beside the one to whom it goes, and what keeps them apart."""
    for one in candidates:
        if one.near >= Likeness.MIDDLE and one.verdict is Verdict.APART:
            yield one.record, DoubtReason.FACTS
        elif one.near >= Likeness.MIDDLE:
            reason = DoubtReason.SAME_ARTICLE if one.record in taken else DoubtReason.SEVERAL
            yield one.record, reason
        else:
            yield one.record, _REASONS[one.near]
