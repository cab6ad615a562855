"""What keeps a run of the tests from waiting for ever where pytest, pytest-timeout and pytest-xdist would let it."""

from __future__ import annotations

import faulthandler
import sys

import pytest
from _pytest.faulthandler import fault_handler_stderr_fd_key
from xdist.remote import Producer
from xdist.scheduler import LoadGroupScheduling
from xdist.workermanage import WorkerController


@pytest.hookimpl(trylast=True)
def pytest_exception_interact(node: pytest.Item | pytest.Collector) -> None:
    """Both plugins stop their clocks when a test fails; start the last one again, for what ends the test may hang."""
    seconds = float(node.config.getini("faulthandler_timeout"))
    if isinstance(node, pytest.Item) and seconds and not node.config.getoption("usepdb"):
        file = node.config.stash.get(fault_handler_stderr_fd_key, sys.__stderr__)
        faulthandler.dump_traceback_later(seconds, file=file, exit=True)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadGroupScheduling | None:
    """How tests are given to workers."""
    return Groups(config, log) if config.getoption("dist") == "loadgroup" else None


class Groups(LoadGroupScheduling):
    """Groups of tests for workers, one of which may die in a test; the others, and a new one, then have all but that.

    xdist's own gives the test again, and waits for ever for the tests that were done
    (https://github.com/pytest-dev/pytest-xdist/issues/1323), or for a worker that has not said which tests it knows
    (https://github.com/pytest-dev/pytest-xdist/issues/1362).
    """

    def remove_node(self, node: WorkerController) -> str | None:
        """The test in which a worker died, if it did."""
        work = self.assigned_work.pop(node)
        left = [(group, test) for group, tests in work.items() for test, done in tests.items() if not done]
        if not left:
            return None
        self.registered_collections.pop(node, None)
        for group, test in left[1:]:
            self.workqueue.setdefault(group, {})[test] = False
        for other in self.assigned_work:
            self._reschedule(other)
        return left[0][1]

    def _reschedule(self, node: WorkerController) -> None:
        """Give a worker another group, and a new one as many as it needs: it runs a test once it has the next."""
        while node in self.registered_collections and not node.shutting_down:
            super()._reschedule(node)
            if self._pending_of(self.assigned_work[node]) > 1:
                break
