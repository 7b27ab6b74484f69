"""Many articles, read by several processes: as by one, in order, with a bound, and nothing is left
behind.
"""

import contextlib
import functools
import itertools
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time

import pytest

import newsquote
from newsquote import (
    KnownPerson,
    NewsquoteError,
    ParseOptions,
    Source,
    UnknownLanguageError,
    _pool,
    parse_many,
)

pytestmark = pytest.mark.slow

STORY = 'Mill {0} to close\n\n"It is over for mill {0}," said Mayor Ann Lee. She believes that mill {0} had its day.\n'

posix = pytest.mark.skipif(os.name != "posix", reason="signals are sent otherwise elsewhere")


def stories(count):
    return [Source(text=STORY.format(n) * (1 + n % 7), id=f"m{n}") for n in range(count)]


@pytest.fixture(autouse=True)
def _nothing_is_left_behind():
    yield
    assert multiprocessing.active_children() == []


@pytest.fixture
def start_method(request):
    before = multiprocessing.get_start_method(allow_none=True)
    multiprocessing.set_start_method(request.param, force=True)
    yield request.param
    multiprocessing.set_start_method(before, force=True)


@pytest.mark.parametrize("start_method", multiprocessing.get_all_start_methods(), indirect=True)
def test_workers_read_as_one_does_in_order_however_they_are_started(start_method):
    pack = newsquote.get_pack("en").with_words("agencies", ["Coastal News Service"])
    people = (KnownPerson(name="Ann Lee", aliases=("A. Lee",), id="Q1"),)
    options = ParseOptions(language=pack, include_thoughts=True, known_people=people)
    given = [*stories(30), "NORVALE (Coastal News Service) - Nobody spoke."]
    found = list(parse_many(given, workers=2, options=options))
    assert found == list(parse_many(given, options=options))
    assert {quote.mode for quote in found[0].quotes} == {"speech", "thought"}
    assert (found[0].quotes[0].speaker.id, found[-1].dateline.agency) == (
        "Q1",
        "Coastal News Service",
    )


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_items_without_end_are_read_ahead_within_a_bound(workers):
    taken = itertools.count()
    found = parse_many((f"Text {next(taken)}." for _ in itertools.repeat(None)), workers=workers)
    assert next(taken) == 0  # nothing before the first is asked for
    assert [article.text for article in itertools.islice(found, 100)] == [
        f"Text {n}." for n in range(1, 101)
    ]
    assert next(taken) <= 101 + _pool.MOST_ITEMS * (_pool.AHEAD * workers + 1)
    found.close()


def test_workers_are_there_while_asked_and_end_with_the_iterator():
    found = parse_many(stories(200), workers=2)
    assert multiprocessing.active_children() == []
    assert any(
        len(multiprocessing.active_children()) == 2 for _ in found
    )  # a slow machine may see the first task done before the second starts
    found.close()
    assert multiprocessing.active_children() == []
    assert list(found) == []


def test_no_more_workers_are_started_than_there_is_work_for():
    found = parse_many(["One.", "Two."], workers=8)
    next(found)
    assert (
        len(multiprocessing.active_children()) <= 2
    )  # one task, or two where the machine stood still between the items
    assert len(list(found)) == 1


def test_nothing_gives_nothing():
    assert list(parse_many([], workers=2)) == []


@pytest.mark.parametrize(
    "bad",
    [None, 5, b"Two.", Source(text=None, id="b"), Source(text="Two.", id=2.5), threading.Lock()],
    ids=lambda bad: type(bad).__name__,
)
def test_a_broken_item_does_not_stop_the_rest(bad):
    given = [*stories(20), bad, *stories(20)]
    assert list(parse_many(given, workers=2, on_error="yield")) == list(
        parse_many(given, on_error="yield")
    )
    found = parse_many(given, workers=2)
    assert [article.id for article in itertools.islice(found, 20)] == [
        source.id for source in given[:20]
    ]
    with pytest.raises(TypeError):
        next(found)
    assert list(found) == []


@pytest.fixture
def trapped(monkeypatch):
    """Reading fails for every text that says so."""
    read = newsquote._pipeline.read_article

    def read_or_fail(text, *arguments, **more):
        if "the trap" in text:
            raise {"list": IndexError, "file": OSError, "room": MemoryError}[text.split()[-1]]
        return read(text, *arguments, **more)

    monkeypatch.setattr("newsquote._pipeline.read_article", read_or_fail)


@pytest.mark.usefixtures("trapped")
@pytest.mark.parametrize("workers", [1, 2])
def test_an_error_that_nobody_foresaw_is_that_of_its_item(workers, monkeypatch):
    if workers > 1:
        if "fork" not in multiprocessing.get_all_start_methods():
            pytest.skip("the trap is set in this process alone")
        fork = multiprocessing.get_context("fork")
        monkeypatch.setattr(multiprocessing, "get_context", lambda: fork)
    given = [*stories(20), Source(text="In the trap: list", id="bad"), *stories(20)]
    found = list(parse_many(given, workers=workers, on_error="yield"))
    failure = found.pop(20)
    assert (failure.index, failure.id, type(failure.error)) == (20, "bad", IndexError)
    assert [article.id for article in found] == [source.id for source in stories(20)] * 2
    with pytest.raises(IndexError) as caught:
        list(parse_many(given, workers=workers))
    assert caught.value.__notes__ == [
        "newsquote did not foresee this error; it was reading item 20 (id 'bad')"
    ]


@pytest.mark.usefixtures("trapped")
@pytest.mark.parametrize(("kind", "raised"), [("file", OSError), ("room", MemoryError)])
def test_what_is_no_items_fault_is_raised_in_any_case(kind, raised):
    found = parse_many(["One.", f"In the trap: {kind}"], on_error="yield")
    assert next(found).text == "One."
    with pytest.raises(raised):
        next(found)


class Plain(str):
    """A text that cannot be handed over."""

    __slots__ = ()

    def __reduce__(self):
        raise NotImplementedError


def test_a_text_that_cannot_be_handed_over_is_read_here():
    given = [*stories(20), Plain("It is over."), *stories(20)]
    assert list(parse_many(given, workers=2)) == list(parse_many(given))


def test_an_error_of_the_items_comes_behind_what_was_before():
    def items():
        yield from stories(40)
        raise LookupError

    found = parse_many(items(), workers=2)
    assert list(itertools.islice(found, 40)) == list(parse_many(stories(40)))
    with pytest.raises(LookupError):
        next(found)


def test_what_cannot_be_read_at_all_has_its_own_error():
    options = ParseOptions()
    object.__setattr__(options, "language", "tlh")  # as if the pack had gone meanwhile
    with pytest.raises(UnknownLanguageError):
        next(parse_many(["One."], workers=2, options=options))


def test_a_text_longer_than_a_pipe_does_not_block():
    long = "x" * 500_000
    given = [long, *["One."] * 50, long, long, long, long]
    assert [
        len(article.text)
        for article in parse_many(given, workers=2, options=ParseOptions(model=None))
    ] == [*map(len, given)]


@posix
def test_a_worker_that_is_killed_is_an_error_of_ours():
    found = parse_many((STORY.format(n) for n in itertools.count()), workers=2)
    next(found)
    for child in multiprocessing.active_children()[:1]:
        os.kill(child.pid, signal.SIGKILL)
    with pytest.raises(
        NewsquoteError, match="a worker process was ended from outside, by signal 9"
    ) as caught:
        for _ in found:
            pass
    assert caught.value.value == -signal.SIGKILL


def ended_at(number, at):
    """Work that ends its process at one of the numbers, once all before it are done."""
    if number == at:
        time.sleep(0.5)
        os.kill(os.getpid(), signal.SIGKILL)
    return number


@posix
def test_what_was_done_before_a_worker_was_killed_is_given_first():
    found = []
    with pytest.raises(NewsquoteError, match="by signal 9"):
        found.extend(
            _pool.spread(
                iter(range(200)), functools.partial(ended_at, at=100), workers=2, size=lambda _: 1
            )
        )
    assert found == list(range(100 - 100 % _pool.MOST_ITEMS))


@pytest.mark.parametrize(
    ("owner", "method"),
    [
        (type(multiprocessing.get_context()), "Pipe"),
        (multiprocessing.process.BaseProcess, "start"),
    ],
)
def test_a_process_that_cannot_be_started_is_an_error_of_ours(monkeypatch, owner, method):
    works, calls = getattr(owner, method), itertools.count()

    def works_once(*given):
        if next(calls):
            raise BlockingIOError(11, "Resource temporarily unavailable")
        return works(*given)

    monkeypatch.setattr(owner, method, works_once)
    found = parse_many(stories(200), workers=2)
    with pytest.raises(NewsquoteError, match=r"cannot be started: Resource .*; ask for fewer"):
        list(found)


def without_threads(*_, **__):
    raise RuntimeError


@posix
def test_a_worker_that_lacks_threads_is_an_error_of_ours(monkeypatch, capfd):
    fork = multiprocessing.get_context("fork")
    monkeypatch.setattr(multiprocessing, "get_context", lambda: fork)
    monkeypatch.setattr(threading.Thread, "start", without_threads)
    with pytest.raises(NewsquoteError, match="lacks memory, threads or files"):
        list(parse_many(stories(5), workers=2))
    assert capfd.readouterr() == ("", "")


def in_a_daemon(pipe):
    try:
        list(parse_many(["One."], workers=2))
    except NewsquoteError as error:
        pipe.send(str(error))


def test_a_process_that_may_not_start_others_says_so():
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork" if os.name == "posix" else None).Process(
        target=in_a_daemon, args=(theirs,), daemon=True
    )
    process.start()
    assert ours.recv().startswith("workers must be 1")
    process.join()


# As processes of their own, ended from outside

ENDLESS = """
import itertools, multiprocessing, sys, newsquote
if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    texts = (f'"It is {n}," said Mayor Ann Lee.' for n in itertools.count())
    found = newsquote.parse_many(texts, workers=2, options=newsquote.ParseOptions(model=None))
    try:
        while len(multiprocessing.active_children()) < 2:  # a slow machine may see the first task done before the second is handed out
            next(found)
        print(*(child.pid for child in multiprocessing.active_children()), flush=True)
        for _ in found:
            pass
    except KeyboardInterrupt:
        found.close()  # it may have come while the loop had an article in hand
        sys.exit(130 if not multiprocessing.active_children() else 1)
"""


def alive(pid):
    """Whether there is such a process still; one that nobody has waited for is none."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    shown = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return not shown.stdout.strip().startswith("Z") and bool(shown.stdout.strip())


@posix
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_no_worker_outlives_its_caller(how, method, tmp_path):
    script = tmp_path / "endless.py"
    script.write_text(ENDLESS)
    command = [sys.executable, script, method]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as started:
        try:
            workers = [int(pid) for pid in started.stdout.readline().split()]
            assert len(workers) == 2
            os.killpg(started.pid, how) if how == signal.SIGINT else os.kill(started.pid, how)
            assert started.wait(30) == (130 if how == signal.SIGINT else -how)
            if how == signal.SIGINT:
                assert started.stderr.read() == b""
            until = time.monotonic() + 30
            while any(alive(pid) for pid in workers):
                assert time.monotonic() < until
                time.sleep(0.01)
        finally:  # where one of these does not hold, they would go on for ever
            with contextlib.suppress(ProcessLookupError):
                os.killpg(started.pid, signal.SIGKILL)
