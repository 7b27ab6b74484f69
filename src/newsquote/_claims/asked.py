"""Whom does somebody mean who writes down a speaker?

In: a name or a description as people write it ("Fowler", "Mr. Rendell", "the former DNC chairman"),
or an id, and an article. Out: the article's speakers that it can mean, and whether the article
prints the name at all. Why: who checks a sentence has the speaker in that sentence's words, and a
check that knew only full names would find somebody else everywhere.

Exact names and ids come first, then forms of a name, then what the article prints beside a cue,
then roles. Each is asked only where the one before it gave nobody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import attrs

from newsquote._checking.passages import Words
from newsquote._folding import fold_words
from newsquote._names import lexicon
from newsquote._names.identities import forms
from newsquote.kinds import SpeakerKind
from newsquote.lang import get_pack
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from newsquote.lang import LanguagePack
    from newsquote.models import Article, Speaker

__all__ = ["Asked", "whom"]

_LANGUAGE = "en"
_EDGES = ',;:!?()[]{}“”"‘'
_POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")
_BEHIND_NAME = re.compile(r"\s*[,(]|\s+(?:of|from|for|at|in|with)\s")
_LONGEST_NAME = 12
"""Words of a name or a description that are looked at."""
_BESIDE = 60
"""Characters to each side of a name in which it is described."""
_FULL = 2
"""The words of the shortest full name."""


class Asked(NamedTuple):
    """Who was asked for."""

    speakers: tuple[Speaker, ...]
    """Those who can be meant."""
    is_printed: bool
    """Whether the article names somebody like that, who may be no speaker."""


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _NamingWords:
    before: frozenset[str]
    """What may stand before a name and is no part of it: titles, roles, articles, "former"."""
    small: frozenset[str]
    """What says nothing of who is meant."""
    links: frozenset[str]
    """Prepositions behind the head of a description."""
    org_words: frozenset[str]
    nicknames: Mapping[str, frozenset[str]]
    kindred: Mapping[str, frozenset[str]]
    """For a role, the nouns that may take it up."""
    spoken_for: frozenset[str]
    """Roles of those who speak for a body."""
    pronouns: frozenset[str]


@kept_by_pack
def _naming_words(pack: LanguagePack) -> _NamingWords:
    words = lexicon.for_pack(pack)
    titles = frozenset(pack.table("titles")) | pack.words("courtesy_titles")
    articles = pack.closed("articles")
    return _NamingWords(
        before=titles | frozenset(pack.table("roles")) | pack.closed("former_words") | articles,
        small=articles | frozenset(pack.words("prepositions")) | pack.closed("conjunctions"),
        links=frozenset(pack.words("prepositions")),
        org_words=pack.words("org_words"),
        nicknames=words.nicknames,
        kindred=words.role_kinds,
        spoken_for=pack.closed("speakers_for_bodies"),
        pronouns=frozenset(words.pronouns),
    )


def whom(name: str, article: Article) -> Asked:
    """The speakers of an article whom a name, a description or an id can mean.

    >>> import newsquote
    >>> article = newsquote.parse('"It is over," said Ann Lee, the former mayor of Norvale.')
    >>> [whom(name, article).speakers[0].name for name in ("Ms. Lee", "the former mayor")]
    ['Ann Lee', 'Ann Lee']
    """
    pack = get_pack(_LANGUAGE)
    words = _naming_words(pack)
    every = tuple(_with_members(article.speakers))
    candidates = list(dict.fromkeys(_candidates(name, words)))
    found = (
        _exact(name, every)
        or _by_name(candidates, every, pack)
        or _by_mention(name, every, article)
        or _by_description(name, every, article, words)
    )
    if found:
        return Asked(found, is_printed=True)
    return Asked((), is_printed=_is_printed(candidates, article.text))


def _with_members(speakers: Iterable[Speaker]) -> Iterator[Speaker]:
    """Speakers, and those who only speak together with others."""
    seen = set()
    for speaker in speakers:
        for one in (speaker, *_with_members(speaker.members)):
            if one not in seen:
                seen.add(one)
                yield one


def _exact(name: str, speakers: Sequence[Speaker]) -> tuple[Speaker, ...]:
    wanted = forms.plain(name)
    same = tuple(s for s in speakers if name in {s.name, s.id})
    return same or tuple(s for s in speakers if wanted and forms.plain(s.name) == wanted)


# Names.


def _candidates(name: str, words: _NamingWords) -> Iterator[tuple[str, ...]]:
    """What may be the name in what was written, longest first."""
    front = _BEHIND_NAME.split(name.strip(), maxsplit=1)[0]
    for piece in (name, front):
        printed = _words_of(piece)
        yield from _names_at_end(printed, words)


def _names_at_end(printed: tuple[str, ...], words: _NamingWords) -> Iterator[tuple[str, ...]]:
    """The words behind the last title, role or possessive; all of them first."""
    behind = 0
    for at, word in enumerate(forms.folded(printed)):
        if word in words.before or _POSSESSIVE.search(printed[at]):
            behind = at + 1
    if behind < len(printed) or len(printed) > 1:  # "Ann Baker" is a name, "mayor" is none
        yield printed
    if 0 < behind < len(printed):
        yield printed[behind:]


def _words_of(name: str) -> tuple[str, ...]:
    stripped = (word.strip(_EDGES) for word in name.split()[:_LONGEST_NAME])
    return tuple(word for word in stripped if any(map(str.isalnum, word)))


def _by_name(
    candidates: Sequence[tuple[str, ...]], speakers: Sequence[Speaker], pack: LanguagePack
) -> tuple[Speaker, ...]:
    for candidate in candidates:
        people = [s for s in speakers if s.kind is SpeakerKind.PERSON]
        ranked = [(_rank(_words_of(s.name), candidate, pack), s) for s in people]
        best = max((rank for rank, _ in ranked), default=0)
        found = [speaker for rank, speaker in ranked if rank == best] if best else []
        found += [s for s in speakers if s not in found and _is_body(s, candidate, pack)]
        if found:
            return tuple(found)
    return ()


def _rank(full: tuple[str, ...], form: tuple[str, ...], pack: LanguagePack) -> int:
    """How well a form stands for a person's name; 0 where it does not."""
    words = _naming_words(pack)
    if not forms.core(full, pack) or not forms.core(form, pack):
        return forms.NO_PART
    if len(form) == 1:
        return forms.rank(full, forms.folded(form)[0], pack)
    fits = forms.are_compatible(full, form, pack, words.nicknames)
    if len(forms.core(full, pack)) == 1:
        # An article that has the surname alone.
        fits = fits and forms.core(form, pack)[-1] == forms.core(full, pack)[0]
    return forms.SURNAME if fits else forms.NO_PART


def _is_body(speaker: Speaker, form: tuple[str, ...], pack: LanguagePack) -> bool:
    """Whether a form is the name of a body: its words in any order, or its initials."""
    if speaker.kind is SpeakerKind.PERSON or speaker.members:
        return False
    small = _naming_words(pack).small
    own, other = _words_of(speaker.name), form
    if _content(own, small) == _content(other, small):
        return True
    return _is_acronym_of(own, other, pack) or _is_acronym_of(other, own, pack)


def _content(words: tuple[str, ...], small: frozenset[str]) -> frozenset[str]:
    return frozenset(forms.folded(words)) - small


def _is_acronym_of(short: tuple[str, ...], name: tuple[str, ...], pack: LanguagePack) -> bool:
    return len(short) == 1 and forms.letters(short) in _initials(name, pack)


def _initials(name: tuple[str, ...], pack: LanguagePack) -> list[str]:
    if len(name) < _FULL:
        return []
    return forms.initials(name, headed=name[0].lower() in _naming_words(pack).org_words)


# What the article prints beside a cue, and descriptions.


def _by_mention(name: str, speakers: Sequence[Speaker], article: Article) -> tuple[Speaker, ...]:
    pack = get_pack(_LANGUAGE)
    words = _naming_words(pack)
    wanted = _without_article(name, words)
    if not wanted or wanted in words.pronouns:
        return ()
    printed = _printed_by_speaker(speakers, article)
    return tuple(
        speaker
        for speaker in speakers
        if any(_without_article(text, words) == wanted for text in printed[speaker])
    )


def _without_article(name: str, words: _NamingWords) -> str:
    folded = forms.folded(_words_of(name))
    articles = folded[:1] and folded[0] in words.small
    return " ".join(folded[1:] if articles else folded)


def _printed_by_speaker(speakers: Sequence[Speaker], article: Article) -> dict[Speaker, list[str]]:
    """How each speaker is printed: mentions, and whole sources beside a cue."""
    printed = {
        speaker: [article.text[span.slice] for span in speaker.mentions] for speaker in speakers
    }
    for quote in article.quotes:
        if quote.source is not None and quote.speaker in printed:
            printed[quote.speaker].append(quote.source.text)
    return printed


def _by_description(
    name: str, speakers: Sequence[Speaker], article: Article, words: _NamingWords
) -> tuple[Speaker, ...]:
    folded = forms.folded(tuple(_POSSESSIVE.sub("", word) for word in _words_of(name)))
    wanted = [word for word in folded if word not in words.small]
    if words.pronouns.issuperset(wanted):  # but "the mine inspector" is none
        return ()
    head = _head(folded, words)
    printed = _printed_by_speaker(speakers, article)
    described = {
        speaker: _Description.of(speaker, printed[speaker], _beside(speaker, article.text))
        for speaker in speakers
    }
    for kindred in ({}, words.kindred):
        found = tuple(
            speaker
            for speaker in speakers
            if _fits_description(wanted, head, described[speaker], kindred)
        )
        if found:
            return found
    return ()


def _head(folded: tuple[str, ...], words: _NamingWords) -> str:
    """The noun that the other words describe: the last one before a preposition."""
    head = ""
    for word in folded:
        if word in words.links and head:
            return head
        if word not in words.small:
            head = word
    return head


class _Description(NamedTuple):
    """The words that an article has for a speaker."""

    own: frozenset[str]
    """Of the name and the role; of somebody without a name, of how the article prints it."""
    around: frozenset[str]
    """Of these, the affiliation and its initials, beside the name, and why they are not named."""
    speaks_for_body: bool

    @classmethod
    def of(cls, speaker: Speaker, printed: Iterable[str], beside: str) -> _Description:
        pack = get_pack(_LANGUAGE)
        is_person = speaker.kind is SpeakerKind.PERSON
        own = _bag((speaker.name, speaker.role or "", *(() if is_person else printed)))
        affiliation = speaker.affiliation or ""
        around = own | _bag((affiliation, speaker.anonymity or "", beside, *printed))
        around |= {one.lower() for one in _initials(_words_of(affiliation), pack)}
        role = frozenset(forms.folded(_words_of(speaker.role or "")))
        return cls(own, around, not role.isdisjoint(_naming_words(pack).spoken_for))


def _beside(speaker: Speaker, text: str) -> str:
    """What stands around a full name, where print says who somebody is."""
    span = speaker.name_span
    if span is None:
        return ""
    front = text[max(span.start - _BESIDE, 0) : span.start].rpartition("\n")[2]
    behind = text[span.end : span.end + _BESIDE].partition("\n")[0]
    return f"{front} {behind}"


def _bag(texts: Iterable[str]) -> frozenset[str]:
    bag: set[str] = set()
    for text in texts:
        bag.update(_POSSESSIVE.sub("", word) for word in forms.folded(_words_of(text)))
    return frozenset(bag)


def _fits_description(
    wanted: Sequence[str],
    head: str,
    description: _Description,
    kindred: Mapping[str, frozenset[str]],
) -> bool:
    """Whether a speaker's words have all that is wanted, the head among its own.

    A body may stand for who speaks for it.
    """
    own = description.around if description.speaks_for_body else description.own
    if not _has(head, own, kindred):
        return False
    return all(_has(word, description.around, kindred) for word in wanted)


def _has(word: str, bag: frozenset[str], kindred: Mapping[str, frozenset[str]]) -> bool:
    if word in bag or not kindred.get(word, frozenset()).isdisjoint(bag):
        return True
    return any(word in kindred.get(one, ()) for one in bag) if kindred else False


# Those who are named without speaking.


def _is_printed(candidates: Sequence[tuple[str, ...]], text: str) -> bool:
    """Whether a text prints one of the names, with capitals."""
    before = _naming_words(get_pack(_LANGUAGE)).before
    folded = fold_words(text)
    words = Words(folded.words)
    for candidate in candidates:
        is_name = all(word[0].isupper() for word in candidate[:1] + candidate[-1:])
        if not is_name or forms.folded(candidate[-1:])[0] in before:
            continue
        letters = "".join(fold_words(" ".join(candidate)).words)
        for first, _ in words.places(letters):
            if text[folded.starts[first]].isupper():
                return True
    return False
