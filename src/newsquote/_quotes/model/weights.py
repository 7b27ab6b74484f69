"""The trained weights, as a file and in memory.

In: the bytes of a weights file. Out: a model with one table of weights a step. Why: weights are data: a text header that people can read, a blank line,
then one zlib stream of sections (a name and two lengths, the feature names in order joined by line ends, their numbers as little-endian integers, the tagger's as blocks of bytes).
"""

from __future__ import annotations

import sys
import zlib
from array import array
from functools import lru_cache
from typing import TYPE_CHECKING

import attrs

from newsquote._quotes.model.blocks import SLOTS, width
from newsquote._quotes.model.choosing import JointTables
from newsquote._quotes.model.contents import ContentTables
from newsquote._quotes.model.cue_words import LeftTables, RightTables
from newsquote._quotes.model.features import Lexicon
from newsquote._quotes.model.source_spans import SourceTables
from newsquote._quotes.model.sums import Weights
from newsquote._quotes.model.tagging import Tagger
from newsquote.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsquote.lang import LanguagePack

__all__ = ["FEATURES", "FORMAT", "Model", "load", "of"]

FORMAT = 2
FEATURES = 2
"""Changes whenever the features of the same text change."""


@attrs.frozen(eq=False, repr=False, slots=True, kw_only=True)
class Model:
    """The steps' weights, ready to be asked."""

    header: Mapping[str, str]
    lexicon: Lexicon
    tagger: Tagger
    weights: Mapping[str, Mapping[str, int]]
    """Of the later steps, by step and feature."""
    left: LeftTables
    right: RightTables
    source: SourceTables
    content: ContentTables
    joint: JointTables
    numbers: Mapping[str, int]
    """Weights that are multiplied: those of the joint choice."""


@lru_cache(maxsize=8)
def of(pack: LanguagePack) -> Model:
    """The model that comes with a language, loaded once."""
    return load(pack.data("quotes.bin"), pack)


def load(data: bytes, pack: LanguagePack, name: str = "weights") -> Model:
    """The model in a weights file.

    :raises DataError: if it is no such file, or of another format or features version.
    """
    head, gap, body = data.partition(b"\n\n")
    header = dict(
        line.split(": ", 1) for line in head.decode("utf-8", "replace").splitlines() if ": " in line
    )
    if not gap or header.get("format") != str(FORMAT) or header.get("features") != str(FEATURES):
        msg = f"{name} has format {header.get('format')!r} and features version {header.get('features')!r}; this version reads {FORMAT} and {FEATURES}"
        raise DataError(msg, name)
    try:
        sections = dict(_sections(zlib.decompress(body)))
        clusters = _numbers(*sections["clusters"])
        known = frozenset(_names(sections["words"][0]))
        blocks = {kind: _blocks(*sections[f"tagger_{kind}"], width(kind)) for kind in SLOTS}
        lexicon = Lexicon.of(pack, clusters, known)
        tagger = Tagger(blocks, lexicon.types)
        weights = {
            part: _numbers(*sections[part])
            for part in ("left", "right", "source", "content", "joint")
        }
    except (zlib.error, KeyError, ValueError) as error:
        msg = f"{name} cannot be read: {error}"
        raise DataError(msg, name) from error
    return Model(
        header=header,
        lexicon=lexicon,
        tagger=tagger,
        weights=weights,
        left=LeftTables(Weights(weights["left"])),
        right=RightTables(Weights(weights["right"])),
        source=SourceTables(Weights(weights["source"])),
        content=ContentTables(Weights(weights["content"])),
        joint=JointTables(Weights(weights["joint"])),
        numbers=weights["joint"],
    )


def _sections(body: bytes) -> list[tuple[str, tuple[bytes, bytes]]]:
    found = []
    at = 0
    while at < len(body):
        end = body.index(b"\n", at)
        name, first, second = body[at:end].decode("ascii").split()
        at = end + 1
        middle, end = at + int(first), at + int(first) + int(second)
        found.append((name, (body[at:middle], body[middle:end])))
        at = end
    return found


def _names(block: bytes) -> list[str]:
    return block.decode("utf-8").split("\n") if block else []


def _blocks(names: bytes, values: bytes, size: int) -> dict[str, dict[str, bytes]]:
    """Blocks of ``size`` bytes; a line has what some of them share, and then each one's last part."""
    found: dict[str, dict[str, bytes]] = {}
    at = 0
    for line in _names(names):
        shared, *lasts = line.split("\t")
        end = at + size * len(lasts)
        found[shared] = dict(
            zip(lasts, [values[k : k + size] for k in range(at, end, size)], strict=True)
        )
        at = end
    return found


def _numbers(names: bytes, values: bytes) -> dict[str, int]:
    numbers = array("h")
    numbers.frombytes(values)
    if sys.byteorder == "big":
        numbers.byteswap()
    return dict(zip(_names(names), numbers, strict=True))
