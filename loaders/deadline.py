"""The time that a document may take: 10 seconds, and 5 more for each MB; work that has not ended by then is broken off.

It is the processor's time of the thread that reads, where the system tells it: what is read of a document must not
depend on what else the machine has to do.
The patterns and loops of the loaders take time in proportion to what they read, and tests hold them to it. This is for
the document that finds the one that does not: without it every command that remembers the document would hang.
"""

from __future__ import annotations

import math
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, TypeVar

from graph.model import Place, Remark

SECONDS, SECONDS_A_MEGABYTE = 10.0, 5.0
_AGAIN = 0.25  # seconds from one strike to the next, where a library took the first for an error of its own
_LOOK = 0.02  # seconds between two looks at the clock, when there is hardly any time left
_SHORT = 2_000  # letters of a line or paragraph that is read in no time, whatever it says
_SEVERAL = 16  # such lines between two looks at the clock, which takes as long as to read one
_T = TypeVar("_T")


class OverdueError(BaseException):
    """The time is over. No `except Exception` on the way takes it for an error of its own."""


class Deadline:
    """The time of a document of so many bytes or letters, which begins now; of one without end it has none.

    `stopped` is the first line that was not read, or not to its end; None while all was.
    """

    def __init__(self, size: float) -> None:
        self.stopped: int | None = None
        self._clock = _own_clock()
        self._until = self._clock() + SECONDS + SECONDS_A_MEGABYTE * size / 1e6
        self._lock = threading.Lock()
        self._held = self._struck = False

    @property
    def over(self) -> bool:
        """Whether the time is over."""
        return self._clock() >= self._until

    def lines(self, lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
        """Lines with their numbers, until the time is over."""
        for at, (number, line) in enumerate(lines):
            if (at % _SEVERAL == 0 or len(line) > _SHORT) and self.over:
                self.stopped = self.stopped or number
                return
            yield number, line

    def items(self, items: Iterable[_T], number: int, length: int) -> Iterable[_T]:
        """What a line or paragraph says, of so many letters, that begins in line `number`: until the time is over."""
        if length <= _SHORT:
            return items
        found: list[_T] = []
        if not self.run(lambda: found.extend(items)):
            self.stopped = self.stopped or number
        return found

    def run(self, work: Callable[[], object]) -> bool:
        """Do work in this thread that ends where it is when the time is over; whether it was done to its end.

        It is broken off between two steps of Python, from outside, for it is the loop that nobody thought of. What it
        had put into a list by then is whole. An error that the work ends with after that is the end of its time.
        """
        if self._until == math.inf:
            work()
            return True
        ended = threading.Event()
        watch = threading.Thread(target=self._watch, args=(threading.get_ident(), ended), daemon=True)
        self._held, self._struck = True, False
        try:
            try:
                watch.start()
                work()
                done = True
            finally:
                self._release()
        except OverdueError:
            done = False
        except Exception:
            if not self._struck:
                raise
            done = False
        finally:
            ended.set()
        return done

    def _watch(self, thread: int, ended: threading.Event) -> None:
        """Look at the clock until the work has ended; when its time has, strike until it has felt it."""
        while not ended.wait(_AGAIN if self._struck else max(self._until - self._clock(), _LOOK)):
            if self.over:
                self._strike(thread)

    def _strike(self, thread: int) -> None:
        with self._lock:
            if self._held:
                self._struck = True
                _expect_unheard()
                _raise(thread, OverdueError)

    def _release(self) -> None:
        """Whatever strikes now is too late; what struck and was not felt yet is felt here, and done with."""
        with self._lock:
            self._held = False
        if self._struck:
            _feel()


def _expect_unheard() -> None:
    """Tell nobody of a strike that hits what Python does by the way, as the end of an object: it comes again."""
    before = sys.unraisablehook
    if getattr(before, "func", None) is not _unheard:
        sys.unraisablehook = partial(_unheard, before)


def _unheard(before: Callable[[Any], object], what: Any) -> None:
    if what.exc_type is not OverdueError:
        before(what)


def _own_clock() -> Callable[[], float]:
    """The processor's time of this thread, for any thread to ask; where a system does not tell it, the time of day."""
    try:
        return partial(time.clock_gettime, time.pthread_getcpuclockid(threading.get_ident()))
    except (AttributeError, OSError):
        return time.monotonic


def stopped_behind(where: str, shown: str) -> Remark:
    """That a document did not become lines to its end: `where` is the last place that did."""
    return Remark(f"reading took too long and stopped behind {where}: break the document into parts", shown)


def not_told(shown: str, options: str) -> Remark:
    """That it took too long to tell what a document is, and what to do."""
    said = "looking at the first lines took too long, so it was taken for any document"
    return Remark(f"{said}: say what it is with {options}, or break it into parts", shown)


def stopped_at(line: int, shown: str) -> Remark:
    """That a document was not read to its end, and what to do."""
    text = f"reading took too long and stopped before line {line}: break the document into parts"
    return Remark(text, f"line {line}", Place(shown, line))


def _raise(thread: int, error: type[BaseException]) -> None:
    """Make a thread raise an error at its next step, in place of one that it has not raised yet."""
    import ctypes  # noqa: PLC0415 - 10 ms that hardly a document needs

    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(error))


def _feel() -> None:
    """Raise and take what a thread was made to raise, or would be.

    Taken back instead it would be looked for at every later step, and a debugger, a profiler or a measure of coverage
    would never come to the first.
    """
    try:
        _raise(threading.get_ident(), OverdueError)
        while True:
            pass
    except OverdueError:
        return
