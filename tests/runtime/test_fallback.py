"""What our transport does not do itself is done by httpx's own: traced, under trio, by proxy."""

from __future__ import annotations

import functools
import ssl
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpcore
import httpx
import pytest
import trio
from snaptrade_openapi._runtime import loops, tls
from snaptrade_openapi._runtime.async_transport import AsyncTransport, own_async_client
from snaptrade_openapi._runtime.core import default_limits
from snaptrade_openapi._runtime.deadline import deadline
from snaptrade_openapi._runtime.originals import are_original
from snaptrade_openapi._runtime.transport import Transport, own_client

from tests.raw_server import RawServer, hold, serve, serving

from .side import Side

CERTS = Path(__file__).parents[1] / "faults" / "certs"
HTTPX = {
    "sync": (httpx.HTTPTransport, "handle_request"),
    "async": (httpx.AsyncHTTPTransport, "handle_async_request"),
}
HTTPCORE = {
    "sync": (httpcore.ConnectionPool, "handle_request"),
    "async": (httpcore.AsyncConnectionPool, "handle_async_request"),
}


@pytest.fixture(params=["sync", "async"])
def side(request: pytest.FixtureRequest) -> Side:
    return Side(request.param)


def _kind(side: Side) -> str:
    return "async" if side.is_async else "sync"


def _answering(side: Side, answer: Any) -> Callable[..., Any]:
    async def async_patched(self: Any, request: Any) -> Any:
        return answer

    def patched(self: Any, request: Any) -> Any:
        return answer

    return async_patched if side.is_async else patched


@pytest.mark.parametrize("library", [HTTPX, HTTPCORE], ids=["httpx", "httpcore"])
async def test_tools_that_answer_themselves(
    side: Side, library: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who patches httpx's transport or httpcore's pool gets our requests as well."""
    owner, name = library[_kind(side)]
    answer = httpx.Response(201) if library is HTTPX else httpcore.Response(201)
    monkeypatch.setattr(owner, name, _answering(side, answer))
    response = await side.send("http://api.test/")
    assert response.status_code == 201
    await side.close()


@pytest.mark.parametrize("library", [HTTPX, HTTPCORE], ids=["httpx", "httpcore"])
async def test_tools_that_watch(side: Side, library: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrapper with the names of what it wraps is noticed; without it all goes our way again."""
    owner, name = library[_kind(side)]
    real = getattr(owner, name)
    seen: list[Any] = []

    @functools.wraps(real)
    def watched(self: Any, request: Any) -> Any:
        seen.append(request)
        return real(self, request)

    with serving(serve) as server:
        with monkeypatch.context() as patch:
            patch.setattr(owner, name, watched)
            assert await side.get(server.url) == b"ok"
            assert await side.get(server.url) == b"ok"
        assert await side.get(server.url) == b"ok"
        assert (len(seen), server.accepted) == (2, 2)
        await side.close()
        server.wait_for(ended=2)


class _Elsewhere:
    class HTTPTransport:
        def handle_request(self, request: Any) -> Any: ...


@pytest.mark.parametrize(
    "replacement",
    [functools.partial(print), _Elsewhere.HTTPTransport.handle_request, lambda self, request: None],
    ids=["no function", "same name", "other name"],
)
def test_replacements_are_noticed(replacement: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only a function that httpx itself defined is an original."""
    _Elsewhere.HTTPTransport.handle_request.__code__ = (
        _Elsewhere.HTTPTransport.handle_request.__code__.replace(co_qualname="HTTPTransport.handle_request")
    )
    assert are_original(httpx.HTTPTransport, "ConnectionPool", "handle_request")
    monkeypatch.setattr(httpx.HTTPTransport, "handle_request", replacement)
    assert not are_original(httpx.HTTPTransport, "ConnectionPool", "handle_request")


def test_nobody_has_loaded_httpcore(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not loaded has not been patched."""
    monkeypatch.delitem(__import__("sys").modules, "httpcore")
    assert are_original(httpx.HTTPTransport, "ConnectionPool", "handle_request")


async def test_a_request_that_is_traced(side: Side) -> None:
    """Extensions that only httpcore knows are left to it."""
    traced: list[str] = []

    def trace(name: str, info: Any) -> None:
        traced.append(name)

    async def async_trace(name: str, info: Any) -> None:
        traced.append(name)

    with serving(serve) as server:
        extensions = {"trace": async_trace if side.is_async else trace}
        assert await side.get(server.url, extensions=extensions) == b"ok"
        assert side.idle == []
        await side.close()
    assert "http11.send_request_headers.started" in traced


def test_the_deadline_holds_there_too() -> None:
    """Connections of httpx's own pool are bound to the deadline of the call as well."""
    side = Side("sync")
    with serving(hold) as server:
        request = httpx.Request("GET", server.url, extensions={"trace": lambda name, info: None})
        with deadline(0.0, lambda: 0.0), pytest.raises(httpx.ConnectTimeout):
            side.transport.handle_request(request)
        side.transport.close()


def test_httpx_makes_secure_connections_within_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    """A traced request to a secure server is answered, over the certificates that all connections trust."""
    monkeypatch.setattr(tls, "_context", ssl.create_default_context(cafile=str(CERTS / "cert.pem")))
    settings = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    settings.load_cert_chain(CERTS / "cert.pem", CERTS / "key.pem")
    side = Side("sync")
    with serving(serve, tls=settings) as server:
        extensions = {"trace": lambda name, info: None}
        request = httpx.Request("POST", server.url, content=b"", extensions=extensions)
        with deadline(5.0, lambda: 0.0):
            assert side.transport.handle_request(request).read() == b"ok"
        side.transport.close()


async def test_transports_are_context_managers(side: Side) -> None:
    """Entering opens nothing, leaving closes."""
    with serving(serve) as server:
        if side.is_async:
            async with side.transport:
                await side.get(server.url)
        else:
            with side.transport:
                await side.get(server.url)
        server.wait_for(ended=1)


def test_under_trio() -> None:
    """Asyncio's connections are of no use under trio; httpx's own are."""

    async def main(server: RawServer) -> tuple[bytes, Any]:
        assert not loops.under_asyncio()
        async with AsyncTransport(default_limits()) as transport:
            response = await transport.handle_async_request(httpx.Request("GET", server.url))
            return await response.aread(), transport.connections.idle.clear()

    with serving(serve) as server:
        assert trio.run(main, server) == (b"ok", [])


# -- proxies of the environment


def test_proxies_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Proxies keep httpx's pools, bound to the deadline; what goes past them is ours."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "here.test")
    with own_client(default_limits()) as client:
        backends = [
            type(proxy._pool._network_backend).__module__  # type: ignore[union-attr, attr-defined]
            for proxy in client._mounts.values()
            if proxy is not None
        ]
        assert backends == ["snaptrade_openapi._runtime.backend"]
        assert isinstance(client._transport, Transport)


async def test_proxies_of_the_environment_for_tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same for async clients, whose deadline is kept by cancelling."""
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    async with own_async_client(default_limits()) as client:
        assert isinstance(client._transport, AsyncTransport)
        assert client._mounts


def test_a_client_that_looks_different_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where httpx is not as we know it, nothing is replaced."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    mock = httpx.MockTransport(lambda request: httpx.Response(200))
    client = httpx.Client(transport=mock, mounts={"http://a.test": mock})
    async_client = httpx.AsyncClient(transport=mock)
    with monkeypatch.context() as patch:
        patch.setattr(httpx, "Client", lambda **settings: client)
        patch.setattr(httpx, "AsyncClient", lambda **settings: async_client)
        assert own_client(default_limits())._transport is mock
        assert own_async_client(default_limits())._transport is mock
    client.close()
