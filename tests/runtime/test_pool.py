"""The connection pool: last used first, a place per request, nothing left behind."""

from __future__ import annotations

import asyncio
import os
import socket
import threading
from functools import partial

import httpx
import pytest
from snaptrade_openapi._runtime import idle
from snaptrade_openapi._runtime.async_pool import AsyncPool
from snaptrade_openapi._runtime.idle import Idle, is_readable, origin_of

from tests.raw_server import ANSWER, head_of, hold, serve, serving

from .side import Side

CLOSING = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"
ORIGIN = ("http", "api.test", 80)


@pytest.fixture(params=["sync", "async"])
def kind(request: pytest.FixtureRequest) -> str:
    made: str = request.param
    return made


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("http://api.test/a", ("http", "api.test", 80)),
        ("https://API.test:8443/", ("https", "api.test", 8443)),
        ("https://[::1]/", ("https", "::1", 443)),
        ("http://bücher.test/", ("http", "xn--bcher-kva.test", 80)),
    ],
)
def test_where_a_request_goes(url: str, origin: tuple[str, str, int]) -> None:
    """Connections are kept per scheme, host and port."""
    assert origin_of(httpx.URL(url)) == origin


async def test_an_address_without_http(kind: str) -> None:
    """Other schemes are refused before anything is opened."""
    side = Side(kind)
    with pytest.raises(httpx.UnsupportedProtocol):
        await side.send("ftp://api.test/")
    assert side.free_places == 2


async def test_a_connection_serves_one_call_after_the_other(kind: str) -> None:
    """The connection used last is used again; while it is in use, another one is opened."""
    with serving(serve) as server:
        side = Side(kind)
        assert await side.get(server.url) == b"ok"
        (first,) = side.idle
        one, two = await side.send(server.url), await side.send(server.url)
        assert (side.idle, side.free_places, server.accepted) == ([], 0, 2)
        await side.read(two)
        await side.read(one)
        assert (side.idle[-1], side.free_places) == (first, 2)
        await side.get(server.url)
        assert server.accepted == 2
        await side.close()
        server.wait_for(ended=2)
        assert side.idle == []


async def test_a_connection_that_the_server_closes_is_not_kept(kind: str) -> None:
    """After ``Connection: close`` nothing is put back."""
    with serving(partial(serve, answer=CLOSING)) as server:
        side = Side(kind)
        assert await side.get(server.url) == b"ok"
        assert (side.idle, side.free_places) == ([], 2)
        server.wait_for(ended=1)


async def test_no_more_idle_connections_than_allowed(kind: str) -> None:
    """What is over the number of idle connections is closed."""
    with serving(serve) as server:
        side = Side(kind, max_keepalive_connections=1)
        one, two = await side.send(server.url), await side.send(server.url)
        await side.read(one)
        await side.read(two)
        assert len(side.idle) == 1
        server.wait_for(ended=1)
        await side.close()


async def test_no_limits_at_all(kind: str) -> None:
    """Without limits every request gets a connection, and every connection is kept."""
    limits = {"max_connections": None, "max_keepalive_connections": None, "keepalive_expiry": None}
    with serving(serve) as server:
        side = Side(kind, **limits)
        responses = [await side.send(server.url) for _ in range(5)]
        for response in responses:
            await side.read(response)
        assert len(side.idle) == 5
        await side.close()


async def test_connections_that_were_idle_too_long(kind: str) -> None:
    """A connection whose time is over is not used again, and closed also when nobody takes it."""
    with serving(serve) as server:
        side = Side(kind)
        one, two = await side.send(server.url), await side.send(server.url)
        await side.read(one)
        side.idle[0].expires = 0.0
        await side.read(two)
        server.wait_for(ended=1)
        (left,) = side.idle
        left.expires = 0.0
        assert await side.get(server.url) == b"ok"
        assert left not in side.idle
        server.wait_for(ended=2)
        await side.close()


async def test_connections_that_are_not_to_be_kept(kind: str) -> None:
    """An expiry of nothing means that every request opens its own connection."""
    with serving(serve) as server:
        side = Side(kind, keepalive_expiry=0.0)
        await side.get(server.url)
        await side.get(server.url)
        assert (side.idle, server.accepted) == ([], 2)


async def test_a_connection_that_was_closed_meanwhile(kind: str) -> None:
    """A server may end an idle connection; the next request does not notice."""

    def once(sock: socket.socket) -> None:
        head_of(sock)
        sock.sendall(ANSWER)

    with serving(once, once, serve) as server:
        side = Side(kind)
        await side.get(server.url)
        server.wait_for(ended=1)
        assert await side.get(server.url) == b"ok"  # the event loop had no time to tell
        server.wait_for(ended=2)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert await side.get(server.url) == b"ok"  # and here it had
        assert server.accepted == 3
        await side.close()


async def test_bytes_that_nobody_asked_for(kind: str) -> None:
    """A connection on which something arrives between two requests is useless."""

    def talkative(sock: socket.socket) -> None:
        head_of(sock)
        sock.sendall(ANSWER)
        go_on.wait(5)
        sock.sendall(ANSWER)
        said.set()
        hold(sock)

    go_on, said = threading.Event(), threading.Event()
    with serving(talkative, serve) as server:
        side = Side(kind)
        await side.get(server.url)
        (useless,) = side.idle
        go_on.set()
        said.wait(5)
        if side.is_async:
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            assert not useless.is_usable()
        assert await side.get(server.url) == b"ok"
        assert useless not in side.idle
        server.wait_for(accepted=2, ended=1)
        await side.close()


async def test_a_place_that_does_not_become_free(kind: str) -> None:
    """A request that finds no place in time ends with a pool timeout; a later one finds one."""
    with serving(serve) as server:
        side = Side(kind, max_connections=1)
        busy = await side.send(server.url)
        with pytest.raises(httpx.PoolTimeout):
            await side.send(server.url, timeout={"pool": 0.01})
        await side.read(busy)
        assert await side.get(server.url, timeout={"pool": 0.01}) == b"ok"
        await side.close()


async def test_a_place_that_is_waited_for(kind: str) -> None:
    """Who waits gets the place of the first who is done, and its connection."""
    with serving(serve) as server:
        side = Side(kind, max_connections=1)
        busy = await side.send(server.url)
        if side.is_async:
            waiting = asyncio.create_task(side.get(server.url))
            await asyncio.sleep(0)
            await side.read(busy)
            assert await waiting == b"ok"
        else:
            waiting_thread = asyncio.create_task(asyncio.to_thread(_get, side, server.url))
            await asyncio.to_thread(busy.read)
            assert await waiting_thread == b"ok"
        assert (server.accepted, side.free_places) == (1, 1)
        await side.close()


def _get(side: Side, url: str) -> bytes:
    response: httpx.Response = side.transport.handle_request(httpx.Request("GET", url))
    return response.read()


async def test_a_place_given_to_somebody_who_is_cancelled() -> None:
    """A place that is handed over in the moment of a cancellation is not lost."""
    pool = AsyncPool(httpx.Limits(max_connections=1))
    assert await pool.take(ORIGIN, None) is None
    first, second = (asyncio.create_task(pool.take(ORIGIN, 5.0)) for _ in range(2))
    await asyncio.sleep(0)
    pool.leave(None)
    first.cancel()
    with pytest.raises(asyncio.CancelledError):
        await first
    assert await second is None
    third = asyncio.create_task(pool.take(ORIGIN, 5.0))
    await asyncio.sleep(0)
    third.cancel()
    with pytest.raises(asyncio.CancelledError):
        await third
    pool.leave(None)
    assert pool._free == 1


async def test_a_place_given_to_nobody() -> None:
    """Who was cancelled and has not noticed yet is passed over."""
    pool = AsyncPool(httpx.Limits(max_connections=1))
    assert await pool.take(ORIGIN, None) is None
    first, second = (asyncio.create_task(pool.take(ORIGIN, 5.0)) for _ in range(2))
    await asyncio.sleep(0)
    first.cancel()
    pool.leave(None)
    with pytest.raises(asyncio.CancelledError):
        await first
    assert await second is None
    pool.leave(None)
    third, fourth = (asyncio.create_task(pool.take(ORIGIN, 5.0)) for _ in range(2))
    await third
    await asyncio.sleep(0)
    fourth.cancel()
    pool.leave(None)
    await asyncio.gather(fourth, return_exceptions=True)
    assert pool._free == 1


async def test_a_connection_that_cannot_be_made(kind: str) -> None:
    """A refused connection leaves its place to others."""
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        side = Side(kind)
        with pytest.raises(httpx.ConnectError) as caught:
            await side.send(f"http://127.0.0.1:{nobody.getsockname()[1]}/")
    assert isinstance(caught.value.__cause__, ConnectionRefusedError)
    assert side.free_places == 2


@pytest.mark.parametrize("host", ["no-such-host.invalid", "a" * 64], ids=["unknown", "impossible"])
async def test_a_name_without_address(kind: str, host: str) -> None:
    """A name that leads nowhere is a refused connection."""
    side = Side(kind)
    with pytest.raises(httpx.ConnectError):
        await side.send(f"http://{host}/")
    assert side.free_places == 2


async def test_closing_while_a_request_is_under_way(kind: str) -> None:
    """Idle connections are closed at once, the others when their answer is read."""
    with serving(serve) as server:
        side = Side(kind)
        one, two = await side.send(server.url), await side.send(server.url)
        await side.read(one)
        await side.close()
        server.wait_for(ended=1)
        assert await side.read(two) == b"ok"
        assert (side.idle, side.free_places) == ([], 2)
        server.wait_for(ended=2)


async def test_after_a_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    """A child opens connections of its own; those of its parent stay as they are."""
    with serving(serve) as server:
        side = Side("sync")
        busy = await side.send(server.url)
        await side.get(server.url)
        (inherited,) = side.idle
        with socket.socket(fileno=os.dup(inherited._sock.fileno())) as of_the_parent:
            real = os.getpid()
            monkeypatch.setattr(os, "getpid", lambda: real + 1)
            assert side.free_places == 1
            assert await side.get(server.url) == b"ok"
            assert (side.free_places, server.accepted) == (2, 3)
            assert inherited._sock.fileno() == -1
            of_the_parent.settimeout(5)
            of_the_parent.sendall(b"GET / HTTP/1.1\r\n\r\n")
            assert of_the_parent.recv(1000) == ANSWER
        busy.close()
        await side.close()


def test_stacks_do_not_mix() -> None:
    """A connection is good for one origin only."""

    class Kept:
        expires = 0.0

        def is_usable(self) -> bool:
            return True

        def close(self) -> None:
            pass

    stacks: Idle[Kept] = Idle(httpx.Limits(max_keepalive_connections=1, keepalive_expiry=5.0))
    first, second = Kept(), Kept()
    assert stacks.push(ORIGIN, first) is None
    assert stacks.push(ORIGIN, second) is second
    assert stacks.pop(("https", "api.test", 80)) is None
    assert stacks.pop(ORIGIN) is first
    assert stacks.pop(ORIGIN) is None
    assert second.expires == 0.0
    assert stacks.push(ORIGIN, first) is None
    assert stacks.clear() == [first]


def test_sockets_are_asked_without_poll(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system has no ``poll`` (Windows), ``select`` tells the same."""
    monkeypatch.delattr(idle.select, "poll")
    ours, theirs = socket.socketpair()
    with ours, theirs:
        assert not is_readable(ours.fileno())
        theirs.send(b"x")
        assert is_readable(ours.fileno())
