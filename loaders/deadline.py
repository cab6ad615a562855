"""The time that a document may take: 10 seconds, and 5 more for each MB; work that has not ended by then is broken off.

The patterns and loops of the loaders take time in proportion to what they read, and tests hold them to it. This is for
the document that finds the one that does not: without it every command that remembers the document would hang.
"""

from __future__ import annotations

import contextlib
import math
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from graph.model import Place, Remark

SECONDS, SECONDS_A_MEGABYTE = 10.0, 5.0
_SHORT = 2_000  # letters of a line or paragraph that is read in no time, whatever it says
_T = TypeVar("_T")


class OverdueError(BaseException):
    """The time is over. No `except Exception` on the way takes it for an error of its own."""


class Deadline:
    """The time of a document of so many bytes or letters, which begins now; of one without end it has none.

    `stopped` is the first line that was not read, or not to its end; None while all was.
    """

    def __init__(self, size: float) -> None:
        self.stopped: int | None = None
        self._until = time.monotonic() + SECONDS + SECONDS_A_MEGABYTE * size / 1e6
        self._lock = threading.Lock()
        self._held = self._struck = False

    @property
    def over(self) -> bool:
        """Whether the time is over."""
        return time.monotonic() >= self._until

    def lines(self, lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
        """Lines with their numbers, until the time is over."""
        for number, line in lines:
            if self.over:
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
        had put into a list by then is whole.
        """
        if self._until == math.inf:
            work()
            return True
        timer = threading.Timer(max(self._until - time.monotonic(), 0), self._strike, (threading.get_ident(),))
        timer.daemon = True
        self._held = True
        try:
            timer.start()
            work()
            self._release()
            done = True
        except OverdueError:
            done = False
        except BaseException:
            with contextlib.suppress(OverdueError):
                self._release()
            raise
        finally:
            timer.cancel()
        return done

    def _strike(self, thread: int) -> None:
        with self._lock:
            if self._held:
                self._struck = True
                _raise(thread, OverdueError)

    def _release(self) -> None:
        """Whatever strikes now is too late; what struck and was not felt yet is taken back."""
        with self._lock:
            self._held = False
            if self._struck:
                _raise(threading.get_ident(), None)


def stopped_at(line: int, shown: str) -> Remark:
    """That a document was not read to its end, and what to do."""
    text = f"reading took too long and stopped before line {line}: break the document into parts"
    return Remark(text, f"line {line}", Place(shown, line))


def _raise(thread: int, error: type[BaseException] | None) -> None:
    """Make a thread raise an error at its next step; with None, one that it has not raised yet is taken back."""
    import ctypes  # noqa: PLC0415 - 10 ms that hardly a document needs

    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), error and ctypes.py_object(error))
