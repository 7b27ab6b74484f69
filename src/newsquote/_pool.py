"""How work is spread over processes.

In: items, a function for one of them, a number of processes. Out: the function's results, in the
order of the items. Why: one core reads one text at a time, and handing a text over costs; so
several items go in one task, and a process has its next task before it is done with the one before.
It knows nothing of articles.

What is read ahead has a bound, so the items may be without end. What fails in a process, or cannot
be handed over, is done again in the caller's own, where its error has its own name and place. A
process whose caller is gone ends: its end of the pipe closes. No lock, no queue and no temporary
file is shared, so nothing is left behind, however one of them ends.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import pickle
import signal
import threading
from collections import deque
from itertools import takewhile
from multiprocessing import resource_tracker
from multiprocessing.connection import wait
from queue import SimpleQueue
from time import monotonic
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from newsquote.errors import NewsquoteError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

__all__ = ["spread"]

T = TypeVar("T")
R = TypeVar("R")

MOST_ITEMS = 16
"""The most items of a task."""
MOST_SIZE = 20_000
"""The most work of a task, as the caller counts it; one item may be larger."""
PATIENCE = 0.1
"""Seconds that a task waits for more items, where these come slowly."""
AT_HAND = 2
"""Tasks that a process has: the one it works on, and the next."""
AHEAD = 4
"""Tasks a process that are handed out, or done and not yet asked for."""
ENDING = 5
"""Seconds to wait for a process that is gone, to learn how it ended."""
NO_ROOM = 71
"""The exit code of a process that lacks memory, threads or files; a system's own for such errors.
"""


def spread(
    items: Iterable[T], work: Callable[[T], R], *, workers: int, size: Callable[[T], int]
) -> Generator[R, None, None]:
    """The results of the work on the items, in order.

    The processes start at the first and end with the iterator.

    :param items: what to work on; read lazily, and ahead by at most a few tasks a process.
    :param work: a function that can be pickled.
    :param workers: at most how many processes; they are started as
        ``multiprocessing.get_start_method()`` says.
    :param size: how much work an item is; tasks are made equal by it.
    :raises NewsquoteError: if a process is ended from outside.
    """
    if multiprocessing.current_process().daemon:
        msg = "workers must be 1 in a process that may not start others (it is daemonic)"
        raise NewsquoteError(msg, workers)
    chunks = _chunks(items, size)
    most = AHEAD * workers
    tasks: deque[_Task[T, R]] = deque()
    broken: Exception | None = None
    more = True
    with contextlib.closing(_Team(work, workers)) as team:
        while more or tasks:
            try:
                while more and len(tasks) < most and not (tasks and team.look(tasks[0])):
                    chunk, broken = _next_chunk(chunks)
                    more = chunk is not None
                    if chunk is not None:
                        tasks.append(_Task(chunk))
                        team.give(tasks[-1])
                if tasks:
                    team.wait_for(tasks[0])
            except NewsquoteError as error:
                # A process is gone; what is done in front of its task comes first.
                broken, more = error, False
                tasks = deque(takewhile(lambda task: task.done, tasks))
            if tasks:
                task = tasks.popleft()
                yield from map(work, task.items) if task.results is None else task.results
        if broken is not None:
            raise broken


def _next_chunk(chunks: Iterator[list[T]]) -> tuple[list[T] | None, Exception | None]:
    """The next items; none at their end, or where asking for them raised."""
    try:
        return next(chunks, None), None
    except Exception as error:  # noqa: BLE001 - whatever the items raise
        return None, error


def _chunks(items: Iterable[T], size: Callable[[T], int]) -> Iterator[list[T]]:
    """The items in lists that are some work, but not much.

    An error of the items comes behind what was before it.
    """
    chunk: list[T] = []
    weight, since = 0, 0.0
    try:
        for item in items:
            since = since if chunk else monotonic()
            chunk.append(item)
            weight += size(item)
            if len(chunk) >= MOST_ITEMS or weight >= MOST_SIZE or monotonic() - since > PATIENCE:
                yield chunk
                chunk, weight = [], 0
    except Exception:
        if chunk:
            yield chunk
        raise
    if chunk:
        yield chunk


class _Task(Generic[T, R]):
    """Some items, and what came of them.

    Done without results means that the caller has to do them.
    """

    def __init__(self, items: list[T]) -> None:
        self.items = items
        self.content = b""
        self.results: list[R] | None = None
        self.done = False


class _Hand(Generic[T, R]):
    """A process, this end of its pipe, and the tasks it has."""

    def __init__(self, process: BaseProcess, pipe: Connection[Any, Any]) -> None:
        self.process = process
        self.pipe = pipe
        self.tasks: deque[_Task[T, R]] = deque()


class _Team(Generic[T, R]):
    """The processes, started one by one as there is work for them."""

    def __init__(self, work: Callable[[T], R], workers: int) -> None:
        self.work = work
        self.workers = workers
        self.context = multiprocessing.get_context()
        self.hands: list[_Hand[T, R]] = []
        self.queue: deque[_Task[T, R]] = deque()

    def give(self, task: _Task[T, R]) -> None:
        """Hand a task out, now or when a process has room for it."""
        try:
            task.content = pickle.dumps(task.items, pickle.HIGHEST_PROTOCOL)
        except Exception:  # noqa: BLE001 - whatever an item's own pickling raises
            task.done = True
            return
        self.queue.append(task)
        self._hand_out()

    def look(self, task: _Task[T, R]) -> bool:
        """Whether a task is done, once all that is ready has been taken in."""
        self._take_in(0)
        return task.done

    def wait_for(self, task: _Task[T, R]) -> None:
        """Take in what comes until a task is done."""
        while not task.done:
            self._take_in(None)

    def close(self) -> None:
        """End the processes, whatever they are at: they hold nothing that could be lost."""
        for hand in self.hands:
            hand.process.kill()
        while self.hands:
            hand = self.hands[-1]
            hand.process.join()
            hand.pipe.close()
            self.hands.pop()

    def _hand_out(self) -> None:
        while self.queue:
            hand = min(self.hands, key=lambda hand: len(hand.tasks), default=None)
            if hand is None or (hand.tasks and len(self.hands) < self.workers):
                hand = self._start()
            if len(hand.tasks) >= AT_HAND:
                return
            task = self.queue.popleft()
            hand.tasks.append(task)
            try:
                hand.pipe.send_bytes(task.content)
            except OSError:
                raise _gone(hand.process) from None
            task.content = b""

    def _take_in(self, timeout: float | None) -> None:
        pipes = {id(hand.pipe): hand for hand in self.hands}
        for pipe in wait([hand.pipe for hand in self.hands], timeout):
            hand = pipes[id(pipe)]
            try:
                content = hand.pipe.recv_bytes()
            except (EOFError, OSError):
                raise _gone(hand.process) from None
            task = hand.tasks.popleft()
            with contextlib.suppress(Exception):  # the results' own pickling
                if content:
                    task.results = pickle.loads(content)  # noqa: S301 - from a process of ours
            task.done = True
        self._hand_out()

    def _start(self) -> _Hand[T, R]:
        """One more process.

        Under fork it has our ends of all pipes, too, and must close them to see when we are gone.
        """
        with _refusals_told():
            ours, theirs = self.context.Pipe()
        inherited = (
            [*(hand.pipe for hand in self.hands), ours]
            if self.context.get_start_method() == "fork"
            else []
        )
        # mypy: every context has a Process, the abstract one has not
        process = self.context.Process(
            target=_serve, args=(self.work, theirs, inherited), daemon=True, name="newsquote"
        )  # type: ignore[attr-defined,unused-ignore]
        hand: _Hand[T, R] = _Hand(process, ours)
        try:
            with _refusals_told():
                if os.name == "posix" and self.context.get_start_method() != "fork":
                    # Started with the first process, it would let interrupts through again.
                    resource_tracker.ensure_running()
                with _uninterrupted():
                    process.start()
                    self.hands.append(hand)
        except NewsquoteError:
            ours.close()
            raise
        finally:
            theirs.close()
        return hand


@contextlib.contextmanager
def _refusals_told() -> Iterator[None]:
    """Turn what the system says of one more process into an error of ours."""
    try:
        yield
    except OSError as error:
        msg = f"a worker process cannot be started: {error.strerror or error}; ask for fewer"
        raise NewsquoteError(msg, error.errno) from error


@contextlib.contextmanager
def _uninterrupted() -> Iterator[None]:
    """Put an interrupt off: between a process and our knowing of it, none may come.

    The process starts with it put off, too.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _gone(process: BaseProcess) -> NewsquoteError:
    process.join(ENDING)
    code = process.exitcode
    if code == NO_ROOM:
        msg = "a worker process lacks memory, threads or files; the work is not done: ask for fewer"
        return NewsquoteError(msg, code)
    how = f"by signal {-code}" if code is not None and code < 0 else f"with exit code {code}"
    return NewsquoteError(
        f"a worker process was ended from outside, {how}; the work is not done", code
    )


# In the process.


def _serve(
    work: Callable[[T], R], pipe: Connection[Any, Any], inherited: list[Connection[Any, Any]]
) -> None:
    """Work on what comes until the other end closes.

    An interrupt is the caller's matter, who ends the processes.
    """
    try:
        _serve_on(work, pipe, inherited)
    except BaseException:  # noqa: BLE001 - whatever it is, the caller says it, in one line
        os._exit(NO_ROOM)


def _serve_on(
    work: Callable[[T], R], pipe: Connection[Any, Any], inherited: list[Connection[Any, Any]]
) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    for other in inherited:
        other.close()
    contents: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_listen, args=(pipe, contents.put), daemon=True).start()
    while True:
        answer = _answer(work, contents.get())
        try:
            pipe.send_bytes(answer)
        except OSError:
            os._exit(0)


def _listen(pipe: Connection[Any, Any], put: Callable[[bytes], None]) -> None:
    """Take every task at once.

    So the caller never waits with a task while we wait with an answer.
    """
    code = NO_ROOM
    try:
        while True:
            put(pipe.recv_bytes())
    except (EOFError, OSError):
        code = 0
    finally:
        os._exit(code)


def _answer(work: Callable[[T], R], content: bytes) -> bytes:
    """The results, pickled; nothing if there is an error, which the caller will meet, too."""
    try:
        items = pickle.loads(content)  # noqa: S301 - from our caller
        return pickle.dumps([work(item) for item in items], pickle.HIGHEST_PROTOCOL)
    except Exception:  # noqa: BLE001 - as above
        return b""
