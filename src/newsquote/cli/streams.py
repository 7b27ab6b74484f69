"""Files and the standard streams.

In: names of files, ``-`` for a standard stream. Out: what is in them, or functions that write. Why:
whatever a system says of a file becomes one line that names it, and a reader who leaves early is no
error.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from typing import IO, TYPE_CHECKING, Literal

from newsquote.cli.exits import RefusedError
from newsquote.formats.characters import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = [
    "STANDARD",
    "close_file",
    "file_writer",
    "forget_output",
    "open_file",
    "open_input",
    "open_output",
    "print_bytes",
    "print_text",
    "read_content",
    "read_text",
    "refuse_overwriting",
    "reported",
    "say",
    "text_of",
    "write_whole",
]

STANDARD = "-"
"""The name of the standard input or output."""


# What is read.


def read_text(name: str, encoding: str) -> str:
    """The text of a file."""
    return text_of(read_content(name), encoding, name)


def read_content(name: str) -> bytes:
    """What is in a file."""
    with open_input(name) as file, reported(name):
        return file.read()


def text_of(content: bytes, encoding: str, name: str) -> str:
    """The text, with its line ends as they are; a byte order mark is no part of it."""
    import codecs  # noqa: PLC0415 - only a command that reads text needs it

    try:
        plain = codecs.lookup(encoding).name == "utf-8"
        return content.decode("utf-8-sig" if plain else encoding)
    except UnicodeDecodeError as error:
        msg = f"{name}: not {encoding}: byte {error.start} cannot be read; try --encoding"
    except (LookupError, ValueError):
        msg = f"unknown encoding: {encoding!r}"
    raise RefusedError(msg)


@contextlib.contextmanager
def open_input(name: str) -> Iterator[IO[bytes]]:
    """A file to read, or the standard input."""
    if name != STANDARD:
        with open_file(name, "rb") as file:
            yield file
    elif sys.stdin is None:
        msg = "the standard input is closed"
        raise RefusedError(msg)
    else:
        yield sys.stdin.buffer


# What is written.


@contextlib.contextmanager
def open_output(name: str) -> Iterator[Callable[[bytes], None]]:
    """A function that writes, at once, because somebody may wait at the other end, or end us."""
    if name == STANDARD:
        yield print_bytes
        return
    with close_file(open_file(name, "wb"), name) as file:
        yield file_writer(file, name)


def write_whole(name: str, content: bytes) -> None:
    """Write a file that is there whole or not at all: where it fails, an older one stays.

    It is written beside its place, and then takes it. What is no plain file, such as a pipe, or
    stands in a folder that takes no other file, is written as it is.
    """
    if name == STANDARD:
        print_bytes(content)
        return
    if not _may_stand_beside(name):
        with open_output(name) as write:
            write(content)
        return
    place = os.path.realpath(name)  # a link stays a link
    beside = f"{place}.{os.getpid()}.unfinished"
    try:
        with reported(name):
            with open(beside, "wb") as file:  # noqa: PTH123 - pathlib would slow the start down
                file.write(content)
            with contextlib.suppress(OSError):
                os.chmod(beside, stat.S_IMODE(os.stat(place).st_mode))  # noqa: PTH101, PTH116 - as above
            os.replace(beside, place)  # noqa: PTH105 - as above
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(beside)  # noqa: PTH108 - as above
        raise


def _may_stand_beside(name: str) -> bool:
    """Whether a file can be written beside its place: a plain one, in a folder that takes more."""
    if "\0" in name:
        return False
    place = os.path.realpath(name)
    with contextlib.suppress(OSError):
        if not stat.S_ISREG(os.stat(place).st_mode) or not os.access(place, os.W_OK):  # noqa: PTH116 - as above
            return False
    return os.access(os.path.dirname(place), os.W_OK)  # noqa: PTH120 - as above


def file_writer(file: IO[bytes], name: str) -> Callable[[bytes], None]:
    """A function that writes to a file at once."""

    def write_bytes(content: bytes) -> None:
        with reported(name):
            file.write(content)
            file.flush()

    return write_bytes


def print_bytes(content: bytes) -> None:
    """Write UTF-8 to the standard output, at once; to a terminal, nothing that steers it.

    A file or another program gets what was found, to the letter.
    """
    if _is_terminal():
        content = shown(content.decode("utf-8", "replace")).encode()
    _print_as_it_is(content)


def _is_terminal() -> bool:
    out = sys.stdout
    return out is not None and hasattr(out, "isatty") and out.isatty()


def _print_as_it_is(content: bytes) -> None:
    out = sys.stdout
    if out is None:
        msg = "the standard output is closed"
        raise RefusedError(msg)
    try:
        with reported("standard output"):
            if hasattr(out, "buffer"):
                out.buffer.write(content)
                out.buffer.flush()
            else:  # a caller's own stream of text
                out.write(content.decode(getattr(out, "encoding", None) or "utf-8", "replace"))
    except RefusedError:
        forget_output()
        raise


def print_text(text: str, *, drawn: bool = False) -> None:
    """Write what a person reads, whatever the letters that the terminal has.

    :param drawn: whether it has colours of our own, and nothing else that steers a terminal.
    """
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    harmless = shown(text) if _is_terminal() and not drawn else text
    _print_as_it_is(harmless.encode(encoding, "backslashreplace"))


def say(message: str) -> None:
    """Say what went wrong, in one line on the standard error."""
    if sys.stderr is None:  # closed; print would take the standard output instead
        return
    line = f"newsquote: {' '.join(shown(message).split())}"
    with contextlib.suppress(OSError):
        print(line.encode("utf-8", "backslashreplace").decode(), file=sys.stderr)


def forget_output() -> None:
    """Point the standard output at nothing.

    So what is left in its buffer raises no error at the end of the process.
    """
    with contextlib.suppress(OSError, ValueError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
        os.close(nothing)


# Either.


@contextlib.contextmanager
def reported(name: str) -> Iterator[None]:
    """Turn what the system says of a file into one line; a closed pipe is another matter."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        msg = f"{name}: {error.strerror or error}"
        raise RefusedError(msg) from None


def open_file(name: str, mode: Literal["rb", "wb", "ab", "a+b"]) -> IO[bytes]:
    """A file; who opens it closes it."""
    try:
        with reported(name):
            return open(name, mode)  # noqa: PTH123 - the callers close it
    except ValueError as error:
        msg = f"{name!r}: {error}"
        raise RefusedError(msg) from None


@contextlib.contextmanager
def close_file(file: IO[bytes], name: str) -> Iterator[IO[bytes]]:
    """The file, closed behind the block; what closing it raises is reported, too."""
    try:
        yield file
    finally:
        with reported(name):
            file.close()


def refuse_overwriting(file: IO[bytes], output: str) -> None:
    """Refuse to write over the very file that is read."""
    if output == STANDARD:
        return
    with contextlib.suppress(OSError, ValueError):
        source = os.fstat(file.fileno())
        target = os.stat(output)  # noqa: PTH116 - pathlib would slow the start down
        if stat.S_ISREG(source.st_mode) and os.path.samestat(source, target):
            msg = f"{output}: is the input file"
            raise RefusedError(msg)
