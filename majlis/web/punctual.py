"""A connection that ends where a client is too slow: to say what it asks, or to take what it is told."""

from __future__ import annotations

import asyncio

import h11
import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

SECONDS = 10.0  # for a whole request from its first byte, and for each stretch of an answer that waits to be taken


class PunctualProtocol(H11Protocol):
    """HTTP/1.1 as uvicorn speaks it; one that keeps nothing going holds no place for longer than `SECONDS`."""

    _request: asyncio.TimerHandle | None = None
    _taking: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # uvicorn types its base so too
        """Begin to wait for a request."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Go on waiting until the request is whole."""
        super().data_received(data)
        self._wait()

    def send_400_response(self, msg: str) -> None:
        """Refuse what is no request; an answer to its beginning, which is being made, then goes nowhere."""
        if self.cycle is not None and not self.cycle.response_complete:
            self.cycle.disconnected = True
            self.cycle.message_event.set()
            if self.cycle.response_started:
                self.transport.close()
                return
        super().send_400_response(msg)

    def pause_writing(self) -> None:
        """Begin to wait for the client to take what was written."""
        super().pause_writing()
        self._taking = self._taking or self.loop.call_later(SECONDS, self.transport.abort)

    def resume_writing(self) -> None:
        """The client took it."""
        super().resume_writing()
        self._end("_taking")

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing more."""
        super().connection_lost(exc)
        self._end("_request", "_taking")

    def _wait(self) -> None:
        answering = self.cycle is not None and not self.cycle.response_complete
        between = self.conn.their_state is h11.IDLE and not answering
        if self.conn.their_state is h11.SEND_BODY or between:
            self._request = self._request or self.loop.call_later(SECONDS, self.transport.close)
        else:
            self._end("_request")

    def _end(self, *timers: str) -> None:
        for name in timers:
            if timer := getattr(self, name):
                timer.cancel()
            setattr(self, name, None)


def settings(app: ASGIApp, timeout_graceful_shutdown: int | None = None) -> uvicorn.Config:
    """How an application is served: by this protocol, without a word of its own to a client or a log."""
    return uvicorn.Config(
        app,
        http=PunctualProtocol,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=timeout_graceful_shutdown,
    )
