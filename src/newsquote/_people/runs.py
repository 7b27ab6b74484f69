"""Words -> runs of capitalised words.

In: a ``Doc``. Out: the stretches of tokens that may be names, each as far as a name goes: with particles, initials, a "Jr.", "of" and "for"
inside the names of bodies, and an "and" where both sides are one name. Why: typography is what news text gives for sure; what a run names is asked after.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._people import lexicon
from newsquote._text.signs import POSSESSIVES, SIGNS

if TYPE_CHECKING:
    from newsquote._text.doc import Doc

__all__ = ["find"]

_TITLE_AND_NAME = 2
"""A run of more tokens that begins with a title has a person's name in it."""
_ORGANISATION_HEAD = 2
"""How many words may stand before the "and" inside an organisation's name."""
_LONGEST_ACRONYM = 8
_LOOKED_AT, _FEW, _MOST_IN_CAPITALS, _LONGEST_IN_CAPITALS = 60, 4, 0.8, 8
_MOST_PARTICLES = 3


def find(doc: Doc, firsts: set[int]) -> list[tuple[int, int]]:
    """The runs of a text, in order and apart.

    :param firsts: the first tokens of the sentences.
    """
    common = {word for word in doc.words if word[0].islower()} | doc.pack.words("function_words")
    found = [
        run
        for i, j in doc.paragraph_tokens
        for run in (_capital_runs(doc, i, j) if _is_in_capitals(doc, i, j) else _runs(doc, i, j, firsts, common))
    ]
    found = [_without_day(doc, i + _opens_with_another_word(doc, i, j, firsts, common), j) for i, j in found]
    return _with_long_forms(doc, _with_joined_fields(doc, _with_joined_organisations(doc, found)))


def _runs(doc: Doc, lo: int, hi: int, firsts: set[int], common: set[str]) -> list[tuple[int, int]]:
    """The runs of capitalised words between two tokens.

    :param common: what is no name at a sentence's start: closed-class words, and what the text also prints in small letters.
    """
    found: list[tuple[int, int]] = []
    small, particles = doc.pack.words("function_words"), doc.pack.closed("opening_particles")
    words = zip(range(lo, hi), doc.words[lo:hi], doc.lowers[lo:hi], strict=True)
    capitals = [i for i, word, lower in words if word != lower or "-" in word or word in particles]
    behind = lo
    for i in capitals:
        if i < behind or not _is_capital(doc, i, firsts, common):
            continue
        j = i + 1
        while j < hi:
            step = _step(doc, i, j, hi, small)
            if not step:
                break
            j += step
        found.append((i, j))
        behind = j
    return found


def _is_in_capitals(doc: Doc, lo: int, hi: int) -> bool:
    """Whether a paragraph is printed in capitals throughout, so that a capital does not make a name."""
    looked_at = doc.words[lo : min(hi, lo + _LOOKED_AT)]
    if sum(map(str.isupper, looked_at)) <= _MOST_IN_CAPITALS * _FEW:
        return False
    words = [word for word in looked_at if len(word) > 1 and word[0].isalpha()]
    return len(words) > _FEW and sum(word.isupper() for word in words) > _MOST_IN_CAPITALS * len(words)


def _capital_runs(doc: Doc, lo: int, hi: int) -> list[tuple[int, int]]:
    """The runs in a paragraph of capitals: what stands between the words that are known for something else."""
    known, given = lexicon.of(doc.pack), doc.pack.words("given_names") | doc.pack.words("titles")
    common = (known.going_on | known.verbs | known.nouns | doc.pack.words("prepositions")) - given
    found: list[tuple[int, int]] = []
    for k in range(lo, hi):
        stop = doc.words[k] == "." and found and found[-1][1] == k and doc.lowers[k - 1] in doc.pack.words("abbreviations")
        verbal = len(doc.lowers[k]) > _FEW and doc.lowers[k].endswith(("ed", "ing")) and doc.lowers[k] not in given
        last = doc.lowers[k] in doc.pack.words("org_words") and found and found[-1][1] == k
        if not stop and not last and (not doc.words[k][0].isalpha() or doc.lowers[k] in common or verbal):
            continue
        if found and found[-1][1] == k and k - found[-1][0] < _LONGEST_IN_CAPITALS:
            found[-1] = found[-1][0], k + 1
        elif not stop:
            found.append((k, k + 1))
    return found


def _is_capital(doc: Doc, i: int, firsts: set[int], common: set[str]) -> bool:
    word = doc.words[i]
    if word[0].islower():
        return ("-" in word or word in doc.pack.closed("opening_particles")) and _opens_with_particle(doc, i)
    if not word[0].isupper() or (len(word) == 1 and word in "AI"):
        return False
    before = doc.words[i - 1] if i else ""
    begins = i in firsts or before in SIGNS - {",", "."}
    if begins and doc.lowers[i] in doc.pack.words("titles") and i + 1 < len(doc.words) and doc.words[i + 1][0].isupper():
        # "President Lee", though the text has "the president", too.
        return True
    return doc.lowers[i] not in (common if begins else doc.pack.words("small_words"))


def _opens_with_particle(doc: Doc, i: int) -> bool:
    """Whether a small word opens a surname: "van der Molk", "al-Masri"."""
    word = doc.words[i]
    particles = doc.pack.closed("opening_particles")
    head, hyphen, rest = word.partition("-")
    if hyphen and rest and head in particles and rest[0].isupper():
        return True
    k = i
    while k < len(doc.words) and k - i < _MOST_PARTICLES and doc.words[k] in particles:
        k += 1
    return k > i and k < len(doc.words) and doc.words[k][0].isupper()


def _step(doc: Doc, i: int, j: int, hi: int, small: frozenset[str]) -> int:
    """How many tokens at ``j`` go on with the name that begins at ``i``: 0 if it ends."""
    word = doc.words[j]
    if word[0].isupper() and (doc.lowers[j] not in small or word.isupper()):
        return 1 + (j + 1 < hi and doc.words[j + 1] == "." and _is_suffix_with_stop(doc, j, hi))
    if word[0].islower() and "-" in word and _opens_with_particle(doc, j):
        return 1
    following = doc.words[j + 1] if j + 1 < hi else "x"
    if word == "." and doc.lowers[j - 1] in doc.pack.words("abbreviations"):
        if doc.lowers[j - 1] in doc.pack.words("org_words"):
            # "Harrow Ltd." ends with its stop, and so may the sentence.
            return 0
        return 1 if following[0].isupper() else 0
    if word in doc.pack.words("name_particles"):
        beyond = doc.words[j + 2] if j + 2 < hi else "x"
        return 1 if following[0].isupper() or (following in doc.pack.words("name_particles") and beyond[0].isupper()) else 0
    if following[0].isupper() and ((word in POSSESSIVES and _is_plural(doc, j - 1)) or (word in "'’" and _is_plural_of_role(doc, j - 1))):
        return 2
    if word in {"of", "for", "&"}:
        return _link(doc, i, j, hi)
    if word == "," and following.lower() in doc.pack.closed("name_suffixes"):
        return 3 if j + 2 < hi and doc.words[j + 2] == "." else 2
    return 0


def _is_suffix_with_stop(doc: Doc, j: int, hi: int) -> bool:
    """Whether the stop at ``j + 1`` belongs to a "Jr." and ends no sentence."""
    return (
        doc.lowers[j] in doc.pack.closed("name_suffixes")
        and doc.lowers[j] in doc.pack.words("abbreviations")
        and j + 2 < hi
        and not doc.words[j + 2][0].isupper()
    )


def _link(doc: Doc, i: int, j: int, hi: int) -> int:
    """How many tokens go on with a name behind "of", "for" or "&"."""
    word, following = doc.words[j], doc.words[j + 1] if j + 1 < hi else "x"
    titles = doc.pack.words("titles")
    if j - i > _TITLE_AND_NAME and any(doc.lowers[k].rstrip(".") in titles for k in range(i, min(j - 1, i + _LONGEST_ACRONYM))):
        # "Rep. Ann Lee of Norvale": the place is no part of a person's name.
        return 0
    if word == "for" and not (doc.lowers[j - 1] in doc.pack.words("org_words") or doc.lowers[j - 1].endswith("s")):
        # "Committee for", "Citizens for"; a person may work for somebody.
        return 0
    beyond = doc.words[j + 2] if j + 2 < hi else "x"
    if following[0].isupper():
        return 2
    return 3 if following in doc.pack.closed("articles") and beyond[0].isupper() and word != "&" else 0


def _is_plural(doc: Doc, k: int) -> bool:
    """Whether a possessive belongs to the name of an organisation ("Fishermen's Union") and not to a person."""
    word = doc.lowers[k]
    return word.endswith("men") or word in doc.pack.words("group_words")


def _is_plural_of_role(doc: Doc, k: int) -> bool:
    """Whether a word is the plural of what people are: "Pilots' Guild"."""
    word = doc.lowers[k]
    return word.endswith("s") and (word[:-1] in doc.pack.words("roles") or word in doc.pack.words("group_words"))


def _opens_with_another_word(doc: Doc, i: int, j: int, firsts: set[int], common: set[str]) -> bool:
    """Whether a run begins with a word that is no part of the name: a sentence's first word, or one that the text prints in small letters, too."""
    given, before = doc.pack.words("given_names"), doc.lowers[i]
    if j - i == 1:
        return False
    if i in firsts and before not in given and (before in lexicon.of(doc.pack).openings or before in doc.pack.closed("sentence_openers")):
        return True
    if _is_of_office(doc, i):
        return True
    if j - i == 2:  # noqa: PLR2004 - a name of two words is left
        return False
    own = (
        before in given
        or before.rstrip(".") in doc.pack.words("titles")
        or before in doc.pack.words("roles")
        or "." in before
        or doc.words[i + 1 : i + 2] == ["."]
    )
    return (i in firsts or before in common) and not own and len(before) > 1 and doc.lowers[i + 1] in given


def _is_of_office(doc: Doc, i: int) -> bool:
    """Whether a word is what an office in small letters before it is of: "secretary of State Lee", "speaker of the House Lee"."""
    if doc.lowers[i] not in doc.pack.closed("offices_of"):
        return False
    k = i - 1 - (i > 0 and doc.lowers[i - 1] in doc.pack.closed("articles"))
    return k > 0 and doc.lowers[k] == "of" and doc.words[k - 1][0].islower() and doc.lowers[k - 1] in doc.pack.words("roles")


def _without_day(doc: Doc, i: int, j: int) -> tuple[int, int]:
    """A run without the weekday at an end of it: "told CNN Tuesday", but not "Super Tuesday"."""
    days = doc.pack.words("weekdays")
    if j - i > 1 and doc.lowers[j - 1] in days and (j - i > 2 or doc.lowers[i] not in doc.pack.closed("weekday_epithets")):  # noqa: PLR2004
        j -= 1
    if j - i > 1 and doc.lowers[i] in days:
        i += 1
    return i, j


def _with_joined_organisations(doc: Doc, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs of which the last words are an organisation's, joined with the word before an "and": "Hill and Valley Coalition".

    Not joined are acronyms, places, names behind a title, and what stands as a name of its own elsewhere.
    """
    org_words, places, titles = doc.pack.words("org_words"), doc.pack.words("governments"), doc.pack.words("titles")
    alone = {doc.words[i] for i, j in runs if j - i == 1 and not (j < len(doc.words) and doc.lowers[j] == "and")}
    found: list[tuple[int, int]] = []
    for i, j in runs:
        if found and found[-1][1] == i - 1 and doc.lowers[i - 1] == "and" and doc.lowers[j - 1] in org_words and j - i > 1:
            first, last = found[-1][0], doc.words[i - 2]
            short = i - 1 - first <= _ORGANISATION_HEAD and first > 0 and doc.lowers[first - 1] in doc.pack.closed("articles")
            own = last.isupper() or last in places or doc.lowers[i - 2] in titles
            own = own or (doc.lowers[i - 2] in org_words and i - 1 - first > 1)
            if short and not own and last not in alone and doc.lowers[i] not in titles:
                found[-1] = (first, j)
                continue
        found.append((i, j))
    return found


def _with_joined_fields(doc: Doc, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs like "Ministry of Tides" with a second field behind an "and": "Ministry of Tides and Fisheries"."""
    org_words, given, titles = doc.pack.words("org_words"), doc.pack.words("given_names"), doc.pack.words("titles")
    alone = {doc.slice(i, j) for i, j in runs if doc.lowers[i - 1] != "and"}
    found: list[tuple[int, int]] = []
    for i, j in runs:
        if found and found[-1][1] == i - 1 and doc.lowers[i - 1] == "and":
            left = doc.lowers[found[-1][0] : i - 1]
            link = next((n for n, word in enumerate(left) if word in {"of", "for", "on"}), 0)
            second = doc.slice(i, j)
            free = doc.lowers[j - 1] not in org_words and doc.lowers[i] not in given and doc.lowers[i] not in titles
            if (
                link
                and left[link - 1] in org_words
                and free
                and not second.isupper()
                and second not in alone | doc.pack.words("governments")
            ):
                found[-1] = (found[-1][0], j)
                continue
        found.append((i, j))
    return found


def _with_long_forms(doc: Doc, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs with what an acronym in brackets behind them spells as one: "Keepers of Our Coast (KOOC)"."""
    merged: list[tuple[int, int]] = []
    for i, j in runs:
        start = (
            _spelled(doc, i) if j - i == 1 and i > 1 and doc.words[i - 1] == "(" and j < len(doc.words) and doc.words[j] == ")" else None
        )
        if start is not None:
            while merged and merged[-1][0] >= start:
                merged.pop()
            if not merged or merged[-1][1] <= start:
                merged.append((start, i - 1))
        merged.append((i, j))
    return merged


def _spelled(doc: Doc, k: int) -> int | None:
    """Where the words before a bracket begin whose initials the acronym in it has, small words counted or not."""
    letters = [c for c in doc.lowers[k] if c.isalpha()]
    if not 1 < len(letters) <= _LONGEST_ACRONYM or not doc.words[k].replace(".", "").isupper():
        return None
    n, small = k - 2, doc.pack.words("prepositions") | doc.pack.closed("joiners") | doc.pack.closed("articles")
    while letters and n >= 0 and k - n < 3 * _LONGEST_ACRONYM:
        word = doc.lowers[n]
        if word[0] == letters[-1]:
            letters.pop()
        elif word not in small and word not in POSSESSIVES:
            return None
        n -= 1
    start = n + 1
    return start if not letters and doc.words[start][0].isupper() else None
