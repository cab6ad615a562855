"""A client that is too slow to ask, or to take its answer, holds no connection."""

from __future__ import annotations

import logging
import socket
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from majlis.web import punctual

LARGE = "x" * 60_000_000


async def _answer(scope: Scope, receive: Receive, send: Send) -> None:
    """What was sent, as many letters; or a text that fills every buffer on its way."""
    body = b""
    while scope["path"] != "/unread":
        message = await receive()
        body += message.get("body", b"")
        if not message.get("more_body"):
            break
    await PlainTextResponse(LARGE if scope["path"] == "/large" else str(len(body)))(scope, receive, send)


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A server that gives its clients half a second."""
    monkeypatch.setattr(punctual, "SECONDS", 0.5)
    config = uvicorn.Config(_answer, http=punctual.PunctualProtocol, ws="none", lifespan="off", log_config=None)
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        yield listening.getsockname()[1]
        server.should_exit = True
        thread.join(timeout=20)


@pytest.mark.parametrize(
    "sent",
    [b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: a\r\n", b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nab"],
    ids=["nothing", "half a line", "half a head", "half a body"],
)
def test_a_request_that_does_not_end_is_not_waited_for(port: int, sent: bytes) -> None:
    """The connection is closed when the time is over, however the bytes drip."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as client:
        start = time.monotonic()
        client.sendall(sent)
        assert client.recv(10) == b""
        assert 0.3 < time.monotonic() - start < 5


@pytest.mark.parametrize("path", ["/unread", "/"])
def test_a_body_that_is_none_is_refused_once(port: int, path: str, caplog: pytest.LogCaptureFixture) -> None:
    """A request that turns out to be none while its answer is made is refused, and nothing goes wrong by it."""
    with caplog.at_level(logging.ERROR), socket.create_connection(("127.0.0.1", port), timeout=10) as client:
        head = f"POST {path} HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        client.sendall(head.encode() + b"-1\r\na\r\n")
        assert client.recv(1000).startswith(b"HTTP/1.1 400")
        time.sleep(0.4)
    assert not caplog.records


def test_bytes_that_drip_buy_no_time(port: int) -> None:
    """A head of which a letter comes now and then is as late as one that stops."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as client:
        client.sendall(b"GET / HTTP/1.1\r\nHost: a\r\nX: ")
        with pytest.raises(OSError, match=r"reset|Broken|closed|timed out"):
            for _ in range(100):
                time.sleep(0.1)
                client.sendall(b"x")


def test_an_answer_that_is_not_taken_is_given_up(port: int) -> None:
    """Who asks for much and reads nothing is let go, and others are answered meanwhile."""
    with socket.socket() as slow:
        slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        slow.settimeout(10)
        slow.connect(("127.0.0.1", port))
        slow.sendall(b"GET /large HTTP/1.1\r\nHost: a\r\n\r\n")
        time.sleep(1.5)
        with socket.create_connection(("127.0.0.1", port), timeout=10) as client:
            client.sendall(b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            assert client.recv(1000).startswith(b"HTTP/1.1 200")
        taken = 0
        with pytest.raises(ConnectionError):
            while part := slow.recv(1 << 20):
                taken += len(part)
            raise ConnectionError("it ended")
        assert taken < len(LARGE)


def test_a_client_that_is_in_time_is_answered(port: int) -> None:
    """A body in two parts within the time is answered, and the next request on the same connection too."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as client:
        for _ in range(3):
            client.sendall(b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nab")
            time.sleep(0.2)
            client.sendall(b"cd")
            answer = client.recv(1000)
            while not answer.endswith(b"\r\n\r\n4"):
                more = client.recv(1000)
                assert more, answer
                answer += more
            time.sleep(0.2)
