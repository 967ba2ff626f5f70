"""The trusted certificates: loaded for the first secure connection, and once."""

from __future__ import annotations

import ssl
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import httpx
import pytest
from snaptrade_openapi._runtime import tls

from tests.twins import Twin

CERTIFICATE = Path(__file__).parents[1] / "faults" / "certs" / "cert.pem"


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> list[ssl.SSLContext]:
    """Begin as in a new process; count how often certificates are loaded."""
    made: list[ssl.SSLContext] = []
    real = httpx.create_ssl_context

    def create() -> ssl.SSLContext:
        made.append(real())
        return made[-1]

    monkeypatch.setattr(tls, "_context", None)
    monkeypatch.setattr(httpx, "create_ssl_context", create)
    return made


async def test_not_for_a_client(twin: Twin, loads: list[ssl.SSLContext]) -> None:
    """Making a client loads nothing."""
    twin.client("snaptrade")
    assert loads == []


def test_once_for_all(loads: list[ssl.SSLContext]) -> None:
    """Threads that come at the same time share what one of them has loaded; all of it is verified."""
    barrier = Barrier(4)

    def ask() -> ssl.SSLContext:
        barrier.wait()
        return tls.shared_ssl_context()

    with ThreadPoolExecutor(4) as pool:
        contexts = {future.result() for future in [pool.submit(ask) for _ in range(4)]}
    (context,) = contexts
    assert loads == [context]
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)
    assert context.cert_store_stats()["x509_ca"] > 0


def test_certificates_of_the_environment(
    loads: list[ssl.SSLContext], monkeypatch: pytest.MonkeyPatch
) -> None:
    """``SSL_CERT_FILE`` counts as it does for httpx."""
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    assert tls.shared_ssl_context().cert_store_stats()["x509"] == 1


async def test_certificates_that_are_none(
    twin: Twin, loads: list[ssl.SSLContext], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A broken file is named; plain connections do not need it, and a mended one is read."""
    broken = tmp_path / "certificates.pem"
    broken.write_text("nothing of the kind")
    monkeypatch.setenv("SSL_CERT_FILE", str(broken))
    client: Any = twin.client("stream", base_url="https://127.0.0.1:9", max_retries=0)
    kit = twin.kit("stream")
    monkeypatch.setattr(f"{kit.models.__name__.partition('.')[0]}._runtime.tls._context", None)
    with pytest.raises(kit.ConfigurationError, match=r"SSL_CERT_FILE=.*certificates\.pem \(SSLError"):
        await twin(client.events.send_event("messaging", "general", body={"event": {"type": "x"}}))
    broken.write_text(CERTIFICATE.read_text())
    with pytest.raises(kit.ConnectionFailedError):
        await twin(client.events.send_event("messaging", "general", body={"event": {"type": "x"}}))


def test_a_folder_that_is_none(loads: list[ssl.SSLContext], monkeypatch: pytest.MonkeyPatch) -> None:
    """Without variables to blame only the reason is told."""

    def create() -> ssl.SSLContext:
        raise FileNotFoundError("no certificates")

    monkeypatch.setattr(httpx, "create_ssl_context", create)
    with pytest.raises(
        tls.ConfigurationError, match=r"cannot be loaded \(FileNotFoundError: no certificates"
    ):
        tls.shared_ssl_context()


def test_what_a_client_does_not_load() -> None:
    """A sync client is made without h11, httpcore, asyncio and certificates."""
    script = """
import sys, ssl
ssl.SSLContext.load_verify_locations = None
from snaptrade_kit import SnapTrade
SnapTrade(client_id="C", consumer_key="K").close()
print(*sorted({"h11", "httpcore", "asyncio", "anyio"} & set(sys.modules)))
"""
    path = [entry for entry in sys.path if entry]
    code = f"import sys; sys.path[:0] = {path!r}\n{script}"
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
