"""Fitted weights -> a weights file.

In: a title, a header, and weights by key; for the model of quotes word classes, the tagger's
weights and the weights of the later steps. Out: a file of a text header, a blank line and the
numbers: lines as they are, or one zlib stream. Why: what the package reads at run time is numbers
without any library to read them.
"""

import zlib

import numpy as np

from newsquote._quotes.model.packing import blocks_of
from newsquote._quotes.model.score_tables import SCALE

SMALLEST, LARGEST = -32768, 32767
"""A weight is kept in two bytes."""


NOTE = "no rights are claimed in these numbers, and no warranty is given; see SOURCES.md"
"""What every header says."""


def write_weights(path, title, header, body):
    """Write a weights file."""
    head = f"{title}\n" + "".join(f"{name}: {value}\n" for name, value in header.items())
    path.write_bytes(head.encode() + b"\n" + body)


def write_sections(path, title, header, sections):
    """Write a weights file of sections."""
    write_weights(path, title, header, zlib.compress(b"".join(sections), 9))


def write_packed(path, title, header, rows):
    """Write a weights file of packed numbers by key."""
    body = "\n".join(f"{key}\t{number:x}" for key, number in sorted(rows.items()))
    write_weights(path, title, header, zlib.compress(body.encode(), 9))


def write_plain(path, title, header, weights):
    """Write a weights file of one number a key; those that are nothing are left out."""
    rows = (f"{key}\t{weight}\n" for key, weight in sorted(weights.items()) if weight)
    write_weights(path, title, header, "".join(rows).encode())


def all_sections(classes, tagger_names, tagger_weights, steps):
    """All sections of the file.

    classes: word -> class. tagger_weights: a row of labels for each of the names.
    steps: pairs of a step's name and its weights by key.
    """
    yield class_section(classes)
    yield from tagger_sections(tagger_names, tagger_weights)
    for step, weights in steps:
        yield weight_section(step, weights)
    yield word_section([*tagger_names, *(key for _, weights in steps for key in weights)])


def packed_section(name, keys, numbers):
    """A section: its name and two lengths, the keys, the numbers."""
    joined = "\n".join(keys).encode()
    return f"{name} {len(joined)} {len(numbers)}\n".encode() + joined + numbers


def weight_section(name, weights):
    """The weights of a step; those that are rounded to nothing are left out."""
    rounded = [
        (key, int(np.clip(round(float(weight) * SCALE), SMALLEST, LARGEST)))
        for key, weight in weights.items()
    ]
    items = sorted((key, number) for key, number in rounded if number)
    numbers = np.array([number for _, number in items], dtype="<i2").tobytes()
    return packed_section(name, [key for key, _ in items], numbers)


def tagger_sections(names, weights):
    """A section for each kind of block: a line for those that share all parts but the last."""
    numbers = {
        name: [round(float(weight) * SCALE) for weight in row]
        for name, row in zip(names, weights, strict=True)
    }
    kept = {name: row for name, row in numbers.items() if any(row)}
    for kind, groups in blocks_of(kept).items():
        keys = ["\t".join([shared, *group]) for shared, group in groups.items()]
        blocks = b"".join(block for group in groups.values() for block in group.values())
        yield packed_section(f"tagger_{kind}", keys, blocks)


def word_section(keys):
    """Every word, stem and sign of the keys: what is not among them cannot change a score."""
    pieces = {piece for key in keys for piece in key.partition("=")[2].split("|")}
    return packed_section("words", sorted(pieces - {""}), b"")


def class_section(classes):
    """The classes of common words."""
    items = sorted(classes.items())
    numbers = np.array([number for _, number in items], dtype="<i2").tobytes()
    return packed_section("clusters", [word for word, _ in items], numbers)
