"""The trained weights, as a file and in memory.

In: the bytes of a weights file. Out: a model with the tables of each step. Why: weights are data: a
text header that people can read, a blank line, then one zlib stream of sections (a name and two
lengths, the keys in order joined by line ends, their numbers as little-endian integers, the
tagger's as blocks of bytes).
"""

from __future__ import annotations

import sys
import warnings
import zlib
from array import array
from functools import cache
from typing import TYPE_CHECKING

import attrs

from newsquote._quotes.model.blocks import SLOTS, block_width
from newsquote._quotes.model.contents import ContentTables
from newsquote._quotes.model.core.library import FEATURES, loaded
from newsquote._quotes.model.cue_words import LeftTables, RightTables
from newsquote._quotes.model.joint import JointTables
from newsquote._quotes.model.score_tables import ScoreTables
from newsquote._quotes.model.source_spans import SourceTables
from newsquote._quotes.model.tagging import Tagger
from newsquote._quotes.model.word_types import Lexicon
from newsquote.errors import DataError
from newsquote.lang.kept import kept_with_pack
from newsquote.lang.weights import split_weights

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newsquote._quotes.model.core.scorer import CompiledScorer
    from newsquote.lang import LanguagePack

__all__ = ["FEATURES", "FORMAT", "Model", "Tables", "load_model", "model_of"]

FORMAT = 2
"""Changes whenever the file is written in another way."""
_STEPS = ("left", "right", "source", "content", "joint")
"""The steps behind the tagger, by the names of their sections."""

_FILES = {"default": "quotes.bin", "open": "quotes_open.bin"}

_Sections = dict[str, tuple[bytes, bytes]]
"""By name, the keys and the numbers."""


@attrs.frozen(eq=False, repr=False, slots=True, kw_only=True)
class Tables:
    """The steps' weights, ready to be asked by the plain scorer."""

    tagger: Tagger
    weights: Mapping[str, Mapping[str, int]]
    """Of the later steps, by step and key."""
    left: LeftTables
    right: RightTables
    source: SourceTables
    content: ContentTables
    joint: JointTables
    numbers: Mapping[str, int]
    """Weights that are multiplied: those of the joint choice."""


@attrs.frozen(eq=False, repr=False, slots=True, kw_only=True)
class Model:
    """A language's trained weights."""

    header: Mapping[str, str]
    lexicon: Lexicon
    tables: Callable[[], Tables]
    """What the plain scorer asks, made when it is first asked for where there is a compiled one."""
    core: CompiledScorer | None = None
    """The compiled scorer of these weights, where there is one."""


@kept_with_pack(8)
def model_of(pack: LanguagePack, name: str = "default") -> Model:
    """A model that comes with a language, loaded once.

    :param name: of the weights, as the options name them.
    """
    return load_model(pack.data(_FILES[name]), pack)


def load_model(data: bytes, pack: LanguagePack, name: str = "weights") -> Model:
    """The model in a weights file.

    :raises DataError: if it is no such file, or of another format or features version.
    """
    header, body = split_weights(data, name, format=FORMAT, features=FEATURES)
    try:
        sections = _sections_in(zlib.decompress(body))
        lexicon = _lexicon_of(sections, pack)
        core = _core_of(sections)
        if core is None:
            made = _tables_of(sections, lexicon)
            if loaded().library is not None:
                warnings.warn(f"newsquote's compiled scorer cannot read {name}", stacklevel=2)
            return Model(header=header, lexicon=lexicon, tables=lambda: made)
    except (zlib.error, KeyError, ValueError) as error:
        msg = f"{name} cannot be read: {error}"
        raise DataError(msg, name) from error

    @cache
    def tables() -> Tables:
        return _tables_of(_sections_in(zlib.decompress(body)), lexicon)

    return Model(header=header, lexicon=lexicon, tables=tables, core=core)


def _core_of(sections: _Sections) -> CompiledScorer | None:
    """The compiled scorer, None where there is none or it cannot read the sections."""
    library = loaded().library
    if library is None:
        return None
    from newsquote._quotes.model.core import scorer  # noqa: PLC0415 - with ctypes

    try:
        return scorer.open_scorer(library, sections)
    except ValueError:
        return None


def _tables_of(sections: _Sections, lexicon: Lexicon) -> Tables:
    weights = {step: _numbers_by_key(*sections[step]) for step in _STEPS}
    return Tables(
        tagger=_tagger_of(sections, lexicon),
        weights=weights,
        left=LeftTables(ScoreTables(weights["left"])),
        right=RightTables(ScoreTables(weights["right"])),
        source=SourceTables(ScoreTables(weights["source"])),
        content=ContentTables(ScoreTables(weights["content"])),
        joint=JointTables(ScoreTables(weights["joint"])),
        numbers=weights["joint"],
    )


def _lexicon_of(sections: _Sections, pack: LanguagePack) -> Lexicon:
    clusters = _numbers_by_key(*sections["clusters"])
    known = frozenset(_keys_in(sections["words"][0]))
    return Lexicon.from_pack(pack, clusters, known)


def _tagger_of(sections: _Sections, lexicon: Lexicon) -> Tagger:
    blocks = {
        kind: _blocks_by_key(*sections[f"tagger_{kind}"], block_width(kind)) for kind in SLOTS
    }
    return Tagger(blocks, lexicon.types)


def _sections_in(body: bytes) -> _Sections:
    found: _Sections = {}
    at = 0
    while at < len(body):
        end = body.index(b"\n", at)
        name, of_keys, of_numbers = body[at:end].decode("ascii").split()
        start = end + 1
        middle = start + int(of_keys)
        at = middle + int(of_numbers)
        found[name] = (body[start:middle], body[middle:at])
    return found


def _keys_in(block: bytes) -> list[str]:
    return block.decode("utf-8").split("\n") if block else []


def _blocks_by_key(keys: bytes, values: bytes, size: int) -> dict[str, dict[str, bytes]]:
    """Blocks of ``size`` bytes. A line has what some keys share, and then each one's last part."""
    found: dict[str, dict[str, bytes]] = {}
    at = 0
    for line in _keys_in(keys):
        shared, *lasts = line.split("\t")
        end = at + size * len(lasts)
        blocks = [values[start : start + size] for start in range(at, end, size)]
        found[shared] = dict(zip(lasts, blocks, strict=True))
        at = end
    return found


def _numbers_by_key(keys: bytes, values: bytes) -> dict[str, int]:
    numbers = array("h")
    numbers.frombytes(values)
    if sys.byteorder == "big":
        numbers.byteswap()
    return dict(zip(_keys_in(keys), numbers, strict=True))
