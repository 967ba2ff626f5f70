"""The transport: each stage of an exchange may fail, take too long or be cut, and nothing is left behind."""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest
from snaptrade_openapi._runtime import tls
from snaptrade_openapi._runtime.async_connection import AsyncConnection, open_connection
from snaptrade_openapi._runtime.async_transport import AsyncAnswerStream
from snaptrade_openapi._runtime.deadline import deadline
from snaptrade_openapi._runtime.failures import caused_by_tls
from snaptrade_openapi._runtime.transport import AnswerStream

from tests.raw_server import ANSWER, RawServer, Script, head_of, hold, reset, serve, serving

from .side import Side, until

CERTS = Path(__file__).parents[1] / "faults" / "certs"
LARGE = b"x" * 20_000_000


@pytest.fixture(params=["sync", "async"])
async def side(request: pytest.FixtureRequest) -> AsyncIterator[Side]:
    made = Side(request.param)
    yield made
    await made.close()


@pytest.fixture
def secure(monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """Trust the certificate of the tests; return the settings of a server that shows it."""
    monkeypatch.setattr(tls, "_context", ssl.create_default_context(cafile=str(CERTS / "cert.pem")))
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(CERTS / "cert.pem", CERTS / "key.pem")
    return server


def untouched(side: Side, server: RawServer) -> None:
    """All places are free, no connection waits, and the server has seen the end of each."""
    assert (side.free_places, side.idle) == (2, [])
    server.wait_for(ended=server.accepted)


def _then(*steps: bytes | Script) -> Script:
    """Read the head of a request; then write bytes, or hand the socket over."""

    def script(sock: socket.socket) -> None:
        head_of(sock)
        for step in steps:
            if isinstance(step, bytes):
                sock.sendall(step)
            else:
                step(sock)

    return script


# -- bodies


async def test_an_answer_in_many_pieces(side: Side) -> None:
    """Pieces are put together in the order they arrive."""

    def script(sock: socket.socket) -> None:
        head_of(sock)
        for begin in range(len(answer)):
            sock.sendall(answer[begin : begin + 1])
        serve(sock)

    answer = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"
    with serving(script) as server:
        assert await side.get(server.url) == b"abcde"
        assert await side.get(server.url) == b"ok"
        assert server.accepted == 1


async def test_a_large_answer(side: Side) -> None:
    """What arrives faster than it is read waits in the network, not in memory."""
    head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(LARGE)}\r\n\r\n".encode()
    with serving(_then(head, LARGE, serve)) as server:
        response = await side.send(server.url)
        if side.is_async:
            connection = response.stream._connection  # type: ignore[union-attr]
            await until(lambda: not connection._transport.is_reading())
            assert connection._unread < len(LARGE) / 10
        assert await side.read(response) == LARGE
        assert await side.get(server.url) == b"ok"
        assert server.accepted == 1
        await side.close()


async def test_an_answer_that_stops_the_reading_and_ends(side: Side) -> None:
    """A connection on which reading was stopped is read from again with its next request."""
    body = b"x" * 300_000
    answer = f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    with serving(partial(serve, answer=answer)) as server:
        for _ in range(3):
            assert await side.get(server.url) == body
        assert server.accepted == 1
        await side.close()


async def test_a_large_request(side: Side) -> None:
    """What leaves slower than it is written waits for the network."""
    received: list[int] = []

    def script(sock: socket.socket) -> None:
        head_of(sock)
        missing = len(LARGE)
        while missing:
            missing -= len(sock.recv(1_000_000))
        received.append(len(LARGE) - missing)
        sock.sendall(ANSWER)
        serve(sock)

    with serving(script) as server:
        assert await side.get(server.url, "POST", content=LARGE) == b"ok"
        assert await side.get(server.url) == b"ok"
        assert (received, server.accepted) == ([len(LARGE)], 1)
        await side.close()


async def test_a_request_that_is_made_while_it_is_sent(side: Side) -> None:
    """A body from an iterator is sent in chunks."""
    received = bytearray()

    def script(sock: socket.socket) -> None:
        head_of(sock)
        while not received.endswith(b"0\r\n\r\n"):
            received.extend(sock.recv(1000))
        sock.sendall(ANSWER)

    with serving(script) as server:
        assert await side.get(server.url, "POST", content=_parts(side, b"one", b"two")) == b"ok"
    assert received == b"3\r\none\r\n3\r\ntwo\r\n0\r\n\r\n"


def _parts(side: Side, *parts: bytes | Exception) -> Any:
    def made() -> Iterator[bytes]:
        for part in parts:
            if isinstance(part, Exception):
                raise part
            yield part

    async def made_async() -> AsyncIterator[bytes]:
        for part in made():
            yield part

    return made_async() if side.is_async else made()


async def test_a_request_that_cannot_be_made(side: Side) -> None:
    """An error of the caller's own iterator ends the exchange."""
    with serving(hold) as server:
        with pytest.raises(ZeroDivisionError):
            await side.send(server.url, "POST", content=_parts(side, b"one", ZeroDivisionError()))
        await asyncio.sleep(0)
        untouched(side, server)


async def test_a_request_that_http_does_not_allow(side: Side) -> None:
    """What cannot be written ends the exchange before a byte has left."""
    with serving(hold) as server:
        with pytest.raises(httpx.LocalProtocolError):
            await side.send(server.url, headers=[(b"Host", b"a"), (b"X", b"line\nbreak")])
        await asyncio.sleep(0)
        untouched(side, server)


# -- ends that come too early


@pytest.mark.parametrize(
    ("end", "error"),
    [
        (_then(reset), httpx.ReadError),
        (_then(), httpx.RemoteProtocolError),
        (_then(b"HTTP/1.1 2"), httpx.RemoteProtocolError),
        (_then(b"garbage\r\n\r\n"), httpx.RemoteProtocolError),
    ],
    ids=["reset", "end", "end within the head", "garbage"],
)
async def test_no_answer(side: Side, end: Script, error: type[Exception]) -> None:
    """Without an answer the connection is lost, and its place is free."""
    with serving(end, serve) as server:
        with pytest.raises(error):
            await side.send(server.url)
        await asyncio.sleep(0)
        untouched(side, server)
        assert await side.get(server.url) == b"ok"
        await side.close()


HALF = b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf"


@pytest.mark.parametrize(
    ("end", "error"),
    [(_then(HALF, reset), httpx.ReadError), (_then(HALF), httpx.RemoteProtocolError)],
    ids=["reset", "end"],
)
async def test_half_an_answer(side: Side, end: Script, error: type[httpx.RequestError]) -> None:
    """A body that is cut off is an error that knows its request."""
    with serving(end, serve) as server:
        response = await side.send(server.url)
        with pytest.raises(error) as caught:
            await _drain(side, response.stream)
        assert caught.value.request.url == server.url
        untouched(side, server)
        assert await _drain(side, response.stream) == b""


async def _drain(side: Side, stream: Any) -> bytes:
    if not side.is_async:
        return b"".join(stream)
    return b"".join([chunk async for chunk in stream])


async def test_an_answer_to_half_a_request(side: Side) -> None:
    """A server may refuse a body before it has read it; what it says is read all the same."""

    def script(sock: socket.socket) -> None:
        head_of(sock)
        sock.sendall(b"HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\n\r\nno")
        sock.recv(100_000)
        reset(sock)

    with serving(script) as server:
        response = await side.send(server.url, "POST", content=LARGE)
        assert response.status_code == 413
        assert await side.read(response) == b"no"
        untouched(side, server)


async def test_an_answer_before_the_request_has_left(side: Side) -> None:
    """A connection with an unfinished request in it serves no other one."""

    def script(sock: socket.socket) -> None:
        head_of(sock)
        sock.sendall(ANSWER)
        go_on.wait(5)
        hold(sock)

    go_on = threading.Event()
    with serving(script) as server:
        if side.is_async:
            assert await side.get(server.url, "POST", content=b"x" * 6_000_000) == b"ok"
            go_on.set()
        else:  # a thread writes to the end before it reads
            threading.Timer(0, go_on.set).start()
            assert await side.get(server.url, "POST", content=b"x" * 6_000_000) == b"ok"
        await side.close()


async def test_an_answer_that_is_not_wanted_any_more(side: Side) -> None:
    """Closing a response before its end closes the connection."""
    with serving(_then(HALF, hold)) as server:
        response = await side.send(server.url)
        await side.end(response)
        untouched(side, server)
        await side.end(response)
        assert side.free_places == 2


async def test_closing_the_client_under_a_request(side: Side) -> None:
    """A connection that is closed by somebody else ends its exchange with an error."""
    with serving(_then(HALF, hold)) as server:
        response = await side.send(server.url)
        response.stream._connection.close()  # type: ignore[union-attr]
        with pytest.raises(httpx.TransportError):
            await side.read(response)
        await side.end(response)
        untouched(side, server)


# -- timeouts


async def test_silence_instead_of_an_answer(side: Side) -> None:
    """The read timeout bounds the wait for the head."""
    with serving(hold) as server:
        with pytest.raises(httpx.ReadTimeout):
            await side.send(server.url, timeout={"read": 0.02})
        await asyncio.sleep(0)
        untouched(side, server)


async def test_silence_within_an_answer(side: Side) -> None:
    """The read timeout bounds the wait for each piece of the body."""
    with serving(_then(HALF, hold)) as server:
        response = await side.send(server.url, timeout={"read": 0.1})
        with pytest.raises(httpx.ReadTimeout):
            await side.read(response)
        untouched(side, server)


async def test_a_server_that_does_not_read(side: Side) -> None:
    """The write timeout bounds the wait for the network to take more."""

    def deaf(sock: socket.socket) -> None:
        head_of(sock)
        go_on.wait(5)

    go_on = threading.Event()
    with serving(deaf) as server:
        with pytest.raises(httpx.WriteTimeout):
            await side.send(server.url, "POST", content=LARGE, timeout={"write": 0.05})
        go_on.set()
        await asyncio.sleep(0)
        untouched(side, server)


async def test_no_timeouts_at_all(side: Side) -> None:
    """A request may be allowed all the time in the world, also after one that was not."""
    limits = dict.fromkeys(("connect", "read", "write", "pool"))
    with serving(serve) as server:
        assert await side.get(server.url, timeout=limits) == b"ok"
        assert await side.get(server.url) == b"ok"
        assert await side.get(server.url, timeout=limits) == b"ok"
        assert await side.get(server.url, extensions={"timeout": {}}) == b"ok"
        await side.close()


async def test_the_shorter_timeout_comes_first() -> None:
    """The timer of a long wait is set anew for a short one; that of a short wait ends no long one."""
    loop = asyncio.get_running_loop()
    connection = AsyncConnection(loop)
    for seconds in (5.0, 0.01):
        wait = asyncio.create_task(connection._wait(seconds, httpx.ReadTimeout))
        await asyncio.sleep(0)
        assert connection._timer is not None
        assert connection._timer.when() == pytest.approx(loop.time() + seconds, abs=0.5)
        connection._wake()
        await wait
    long_wait = asyncio.create_task(connection._wait(5.0, httpx.ReadTimeout))
    await asyncio.sleep(0)
    connection._ring()
    assert connection._timer.when() > loop.time() + 1
    connection._wake()
    connection._ring()
    connection._wake()
    await long_wait
    endless = asyncio.create_task(connection._wait(None, httpx.ReadTimeout))
    await asyncio.sleep(0)
    assert connection._timer is None
    connection.close()
    await endless


def test_the_deadline_bounds_each_step() -> None:
    """A thread that is late is stopped at its next step, whatever the timeout of that step says."""
    side = Side("sync")
    handle: Callable[[httpx.Request], httpx.Response] = side.transport.handle_request
    with serving(serve) as server:
        request = httpx.Request("GET", server.url)
        with deadline(0.0, lambda: 0.0), pytest.raises(httpx.PoolTimeout):
            handle(request)
        times = iter([0.0, 2.0])
        with deadline(1.0, lambda: next(times)), pytest.raises(httpx.ConnectTimeout):
            handle(request)
        times = iter([0.0, 0.0, 2.0])
        with deadline(1.0, lambda: next(times)), pytest.raises(httpx.WriteTimeout):
            handle(request)
        times = iter([0.0, 0.0, 0.0, 2.0])
        with deadline(1.0, lambda: next(times)), pytest.raises(httpx.ReadTimeout):
            handle(request)
        untouched(side, server)


def test_one_address_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name may have addresses where nobody is at home; the next one is tried."""
    with serving(serve) as server, socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        kind = (socket.AF_INET, socket.SOCK_STREAM, 6, "")
        found = [(*kind, nobody.getsockname()), (*kind, ("127.0.0.1", server.port))]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *name, **kind: found)
        side = Side("sync")
        response = side.transport.handle_request(httpx.Request("GET", "http://api.test/"))
        assert response.read() == b"ok"
        found.clear()
        with pytest.raises(httpx.ConnectError, match="no address"):
            side.transport.handle_request(httpx.Request("GET", "http://other.test/"))
        side.transport.close()


# -- cancellation


async def _cut(task: asyncio.Task[Any], moment: Callable[[], bool]) -> None:
    await until(moment)
    assert not task.done()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await asyncio.sleep(0)


async def test_cut_while_the_request_is_written() -> None:
    """A server that does not read, and a caller who does not want to wait."""
    started, go_on = threading.Event(), threading.Event()

    def deaf(sock: socket.socket) -> None:
        head_of(sock)
        started.set()
        go_on.wait(5)

    side = Side("async")
    with serving(deaf) as server:
        task = asyncio.create_task(side.get(server.url, "POST", content=LARGE))
        await _cut(task, started.is_set)
        go_on.set()
        untouched(side, server)


async def test_cut_while_the_answer_is_waited_for() -> None:
    """The request has left, and nothing has come back."""
    side = Side("async")
    asked = threading.Event()

    def silent(sock: socket.socket) -> None:
        head_of(sock)
        asked.set()
        hold(sock)

    with serving(silent) as server:
        await _cut(asyncio.create_task(side.get(server.url)), asked.is_set)
        untouched(side, server)


async def test_cut_within_the_body() -> None:
    """Half of the body has come."""
    side = Side("async")
    with serving(_then(HALF, hold)) as server:
        response = await side.send(server.url)
        stream = response.stream
        assert isinstance(stream, AsyncAnswerStream)
        assert await stream.read() == b"half"
        await _cut(asyncio.create_task(stream.read()), lambda: bool(stream._connection._waiter))  # type: ignore[union-attr]
        untouched(side, server)


@pytest.mark.parametrize("rounds", range(12))
async def test_cut_at_any_moment(rounds: int, secure: ssl.SSLContext) -> None:
    """Wherever a request is cut while a secure connection is made, nothing stays open."""
    side = Side("async")
    with serving(serve, tls=secure) as server:
        task = asyncio.create_task(side.get(server.url))
        for _ in range(rounds):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await side.close()
        await asyncio.sleep(0)
        assert side.free_places == 2
        server.wait_for(ended=server.accepted)


# -- TLS


async def test_a_secure_connection(side: Side, secure: ssl.SSLContext) -> None:
    """A secure connection is kept like any other."""
    with serving(serve, tls=secure) as server:
        for _ in range(3):
            assert await side.get(server.url) == b"ok"
        assert (server.accepted, len(side.idle)) == (1, 1)
        await side.close()


async def test_a_certificate_that_nobody_vouches_for(side: Side, secure: ssl.SSLContext) -> None:
    """The reason can be found behind the error."""
    tls._context = ssl.create_default_context()
    with serving(serve, tls=secure) as server:
        with pytest.raises(httpx.ConnectError) as caught:
            await side.send(server.url)
        assert caused_by_tls(caught.value)
        await asyncio.sleep(0)
        untouched(side, server)


async def test_a_handshake_that_never_ends(side: Side, secure: ssl.SSLContext) -> None:
    """The connect timeout bounds the handshake, and its socket is closed."""
    with serving(hold) as server:
        with pytest.raises(httpx.ConnectTimeout):
            await side.send(server.url.replace("http:", "https:"), timeout={"connect": 0.05})
        await asyncio.sleep(0)
        untouched(side, server)


async def test_a_handshake_that_is_cut(secure: ssl.SSLContext) -> None:
    """A call that is cancelled within the handshake leaves no socket behind."""
    said_hello = threading.Event()

    def silent(sock: socket.socket) -> None:
        sock.recv(1)
        said_hello.set()
        hold(sock)

    side = Side("async")
    with serving(silent) as server:
        task = asyncio.create_task(side.get(server.url.replace("http:", "https:")))
        await _cut(task, said_hello.is_set)
        untouched(side, server)


@pytest.mark.parametrize(
    "sent", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"], ids=["head", "body"]
)
async def test_a_secure_connection_that_just_ends(side: Side, secure: ssl.SSLContext, sent: bytes) -> None:
    """A server that falls over is no trouble with TLS, so an idempotent call may try again."""

    def falls_over(sock: socket.socket) -> None:
        head_of(sock)
        sock.sendall(sent)
        with socket.socket(fileno=sock.detach()):
            pass

    with serving(falls_over, tls=secure) as server:
        with pytest.raises(httpx.TransportError) as caught:
            await side.get(server.url)
        assert not caused_by_tls(caught.value)
        await asyncio.sleep(0)
        untouched(side, server)


# -- what depends on the moment, put together by hand


def test_what_arrived_before_a_reset() -> None:
    """When the event loop cannot write any more, what it has not read is read all the same."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(ANSWER)
        connection = _connection(ours, waiting=0)
        connection._wire.whole(httpx.Request("GET", "http://api.test/"))
        connection.connection_lost(ConnectionResetError())
        head = connection._wire.head()
        assert head is not None
        assert connection._wire.body() == b"ok"


def test_a_reset_behind_tls() -> None:
    """What is encrypted cannot be read past TLS; and a missing farewell is an end, not a reset."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(ANSWER)
        for error, is_end in ((ConnectionResetError(), False), (ssl.SSLEOFError(), True)):
            connection = _connection(ours, waiting=0)
            connection.secure(connection._transport)  # type: ignore[arg-type]
            connection.connection_lost(error)
            assert connection._is_at_end is is_end
        assert ours.recv(1000) == ANSWER


@pytest.mark.parametrize("waiting", [0, 1])
def test_a_request_that_is_still_being_written(waiting: int) -> None:
    """A connection with a part of a request in its buffer is not kept, although the answer is there."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        connection = _connection(ours, waiting=waiting)
        connection._wire.whole(httpx.Request("GET", "http://api.test/"))
        connection._wire.feed(ANSWER)
        assert connection._wire.head() is not None
        assert [connection._wire.body() for _ in range(2)] == [b"ok", b""]
        assert connection.renew() is (not waiting)


def _connection(sock: socket.socket, *, waiting: int) -> AsyncConnection:
    class Transport(asyncio.Transport):
        def get_write_buffer_size(self) -> int:
            return waiting

    connection = AsyncConnection(asyncio.new_event_loop())
    connection._loop.close()
    connection.connection_made(Transport({"socket": sock}))
    return connection


def test_a_signal_within_the_body() -> None:
    """Whatever interrupts the reading closes the connection."""
    side = Side("sync")
    with serving(_then(HALF, hold)) as server:
        stream = side.transport.handle_request(httpx.Request("GET", server.url)).stream

        def interrupted() -> bytes:
            raise KeyboardInterrupt

        stream._connection.read = interrupted
        with pytest.raises(KeyboardInterrupt):
            stream.read()
        untouched(side, server)


# -- streams


@pytest.mark.parametrize("stream", [AnswerStream, AsyncAnswerStream])
def test_streams_are_those_of_httpx(stream: type) -> None:
    """Middleware and hooks may read a response like any other."""
    assert issubclass(stream, httpx.SyncByteStream | httpx.AsyncByteStream)


async def test_an_event_loop_of_another_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Loops that do not know what asyncio's own loop knows are asked for less."""
    with serving(serve) as server:
        asked: list[dict[str, Any]] = []
        loop = asyncio.get_running_loop()
        real = loop.create_connection

        async def create_connection(factory: Any, host: str, port: int, **options: Any) -> Any:
            asked.append(options)
            return await real(factory, "127.0.0.1", server.port)

        monkeypatch.setattr(loop, "create_connection", create_connection)
        for host in ("127.0.0.1", "localhost"):
            (await open_connection(("http", host, 80), None)).close()
        monkeypatch.setattr(asyncio, "BaseEventLoop", type("Other", (), {}))
        (await open_connection(("http", "localhost", 80), None)).close()
        await asyncio.sleep(0)
        assert [list(options) for options in asked] == [[], ["happy_eyeballs_delay"], []]
