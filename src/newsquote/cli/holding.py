"""One run on one output.

In: a file that is open for writing. Out: nothing while no other process holds it, or an error that
says which does. Why: two runs that go on with one file would each write every article. The system
lets go of a file when its process ends, however it ends, so nothing is left behind that a later run
would stumble over. Windows has no such lock; there nothing is held.
"""

from __future__ import annotations

import os
import stat
import struct
import sys
from time import monotonic, sleep
from typing import IO

from newsquote.cli.exits import RefusedError

__all__ = ["hold"]

_PATIENCE = 1.0
"""Seconds to wait for a process that is being ended."""
_PAUSE = 0.02


def hold(file: IO[bytes], name: str) -> None:
    """Hold a file until it is closed; what is no file, such as a pipe, is not held.

    :raises RefusedError: if another process holds it.
    """
    if sys.platform == "win32" or not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        return
    import fcntl  # noqa: PLC0415 - not everywhere

    until = monotonic() + _PATIENCE
    while True:
        try:
            # Of a process, not of the open file: workers that are forked do not have it.
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            if monotonic() > until:
                msg = f"{name}: another run is writing it{_holder(file)}; wait for its end"
                raise RefusedError(msg) from None
        except OSError:  # a file system without locks
            return
        else:
            return
        sleep(_PAUSE)


def _holder(file: IO[bytes]) -> str:
    """Which process holds a file, where the system tells."""
    if sys.platform != "linux":
        return ""
    import fcntl  # noqa: PLC0415 - not everywhere

    shape = "hhqqi"
    asked = struct.pack(shape, fcntl.F_WRLCK, os.SEEK_SET, 0, 0, 0)
    try:
        *_, process = struct.unpack(shape, fcntl.fcntl(file, fcntl.F_GETLK, asked))
    except (OSError, struct.error):
        return ""
    return f" (process {process})" if process > 0 else ""
