"""Secure connections that must not come about."""

from __future__ import annotations

import asyncio
import gc
import ssl
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.twins import Twin

from .behaviours import good
from .bench import CALLS, LIST, SEND, Bench, Call
from .server import FaultServer, silent_port

CERTS = Path(__file__).parent / "certs"
CERTIFICATE = CERTS / "cert.pem"
each_call = pytest.mark.parametrize("call", CALLS, ids=lambda call: call.name)


@pytest.fixture
def secure(twin: Twin) -> Iterator[Bench]:
    """A client before a server with a certificate that nobody vouches for."""
    settings = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    settings.load_cert_chain(CERTIFICATE, CERTS / "key.pem")
    server = FaultServer(good, tls=settings)
    server.listen()
    yield Bench(twin, server)
    server.close()


def _trusting(twin: Twin) -> Any:
    kind = httpx.AsyncClient if twin.is_async else httpx.Client
    return kind(verify=ssl.create_default_context(cafile=str(CERTIFICATE)), trust_env=False)


async def _close(twin: Twin, http: Any) -> None:
    await twin(http.aclose() if twin.is_async else http.close())


@each_call
async def test_self_signed(secure: Bench, call: Call) -> None:
    """An unknown certificate ends the call at once; not a byte of the request leaves."""
    error = await secure.fails("TLSError", call, secure.client(call.vendor))
    assert error.attempts == secure.server.accepted == 1
    assert secure.server.requests == []
    assert secure.slept == []
    assert "self-signed" in str(error).replace("self signed", "self-signed")
    assert isinstance(error.__cause__, httpx.ConnectError)


@each_call
async def test_trusted(secure: Bench, call: Call) -> None:
    """With the caller's own trust the same server is as good as any."""
    http = _trusting(secure.twin)
    client = secure.client(call.vendor, http_client=http)
    await secure.works(call, client)
    assert len(secure.calls) == 1
    await _close(secure.twin, http)


async def test_other_name(secure: Bench) -> None:
    """A certificate for another name ends the call, even when it is trusted."""
    http = _trusting(secure.twin)
    url = secure.server.url.replace("127.0.0.1", "localhost")
    client = secure.client("stream", http_client=http, base_url=url)
    await secure.fails("TLSError", SEND, client)
    assert secure.server.requests == []
    await _close(secure.twin, http)


@pytest.mark.parametrize("call", [LIST, SEND], ids=lambda call: call.name)
async def test_server_without_tls(bench: Bench, call: Call) -> None:
    """A server that speaks plain HTTP where TLS is expected gets nothing."""
    url = bench.server.url.replace("http://", "https://")
    bench.server.plan()
    error = await bench.fails("TLSError", call, bench.client(call.vendor, base_url=url, timeout=1))
    assert error.attempts == 1
    assert bench.server.requests == []


@pytest.mark.parametrize("call", [LIST, SEND], ids=lambda call: call.name)
async def test_client_without_tls(secure: Bench, call: Call) -> None:
    """Plain HTTP to a server that wants TLS is a broken connection."""
    url = secure.server.url.replace("https://", "http://")
    error = await secure.fails("ConnectionFailedError", call, secure.client(call.vendor, base_url=url))
    assert error.attempts == (3 if call.idempotent else 1)
    assert secure.server.requests == []


async def test_handshake_that_never_ends(bench: Bench) -> None:
    """The deadline holds for the handshake, too."""
    with silent_port() as port, bench.within(0.3):
        client = bench.client("stream", base_url=f"https://127.0.0.1:{port}", deadline=0.3)
        error = await bench.fails("DeadlineExceededError", SEND, client)
    assert error.attempts == 1
    del error
    # httpcore forgets the socket of a handshake that is cancelled; found here it troubles no other test.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        for _ in range(3):
            await asyncio.sleep(0)
            gc.collect()


async def test_handshake_beyond_its_timeout(bench: Bench) -> None:
    """Without a secure connection nothing was sent, so every call may try again."""
    with silent_port() as port:
        url = f"https://127.0.0.1:{port}"
        client = bench.client("stream", base_url=url, timeout=httpx.Timeout(5, connect=0.1))
        error = await bench.fails("RequestTimeoutError", SEND, client)
    assert error.attempts == 3
