"""Nothing shows when no complete answer arrives."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import pytest

from .conftest import Stage
from .markers import MARKERS
from .server import RawRequest, answer, refused_port


@pytest.fixture
def held() -> Iterator[threading.Event]:
    """Hold answers back until the test has ended."""
    event = threading.Event()
    yield event
    event.set()


def _hold(stage: Stage, held: threading.Event) -> None:
    def reply(request: RawRequest) -> None:
        held.wait(10)

    stage.answers(reply)


async def test_a_refused_connection(stage: Stage) -> None:
    """Nobody listens: neither the error nor the errors below it show anything."""
    client = stage.case.client(stage.twin, f"http://127.0.0.1:{refused_port()}")

    error = await stage.failure(client)

    assert isinstance(error, stage.twin.kit(stage.case.vendor).ConnectionFailedError)
    assert error.__cause__ is not None
    assert stage.leaks(error, client) == []


async def test_a_name_that_does_not_resolve(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """A host without an address shows nothing but its name."""

    def unknown(*args: object, **options: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    client = stage.case.client(stage.twin, "http://nowhere.invalid")

    error = await stage.failure(client)

    assert isinstance(error, stage.twin.kit(stage.case.vendor).ConnectionFailedError)
    assert stage.leaks(error, client) == []


async def test_a_connection_that_breaks(stage: Stage) -> None:
    """The server hangs up without an answer."""
    stage.answers(lambda request: None)
    client = stage.client()

    errors = [await stage.failure(client), await stage.failure(client, charge=True)]

    assert stage.leaks(*errors, client) == []


@pytest.mark.parametrize(
    "reply",
    [
        b"nonsense\r\n\r\n",
        answer(200, b"[]")[:-1],
        b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"\x00" * 200_000,
    ],
    ids=["no http", "too short", "bad length", "bad chunk", "zeros"],
)
async def test_an_answer_that_breaks_the_protocol(stage: Stage, reply: bytes) -> None:
    """What the HTTP library says about a broken answer is passed on without the request."""
    connections: list[None] = []

    def once(request: RawRequest) -> bytes:
        connections.append(None)
        # A too short answer needs the end of the connection to be noticed.
        stage.server.hang_up = True
        return reply

    stage.answers(once)
    client = stage.client(max_retries=0)

    error = await stage.failure(client)

    assert connections
    assert stage.leaks(error, client) == []


async def test_an_untrusted_connection(stage: Stage) -> None:
    """The other side does not speak TLS."""
    stage.server.greeting = b"HTTP/1.1 400 no TLS here\r\n\r\n"
    client = stage.case.client(stage.twin, stage.server.url.replace("http:", "https:"))

    error = await stage.failure(client)

    assert isinstance(error, stage.twin.kit(stage.case.vendor).TLSError)
    assert stage.leaks(error, client) == []


async def test_a_read_timeout(stage: Stage, held: threading.Event) -> None:
    """The server takes the request and stays silent."""
    _hold(stage, held)
    client = stage.client(timeout=0.05, max_retries=1)

    error = await stage.failure(client)

    assert isinstance(error, stage.twin.kit(stage.case.vendor).RequestTimeoutError)
    assert stage.leaks(error, client) == []


async def test_a_deadline(stage: Stage, held: threading.Event) -> None:
    """The time for the whole call runs out while the answer is awaited."""
    _hold(stage, held)
    kit = stage.twin.kit(stage.case.vendor)
    client = stage.client(deadline=0.05, environment=kit.Environment())

    error = await stage.failure(client)

    assert isinstance(error, kit.DeadlineExceededError)
    assert stage.leaks(error, client) == []


async def test_a_closed_client(stage: Stage) -> None:
    """The error for a client that was closed before."""
    client = stage.client()
    await stage.twin(client.aclose() if stage.twin.is_async else client.close())

    error = await stage.failure(client)

    assert isinstance(error, stage.twin.kit(stage.case.vendor).ConfigurationError)
    assert stage.leaks(error, client) == []


@pytest.mark.parametrize("bad", ["\n", "\r\nX-More: 1\r\n", "\x00", "\x7f", "\udc80"], ids=repr)
async def test_credentials_with_control_characters(stage: Stage, bad: str) -> None:
    """A credential that cannot be sent is refused, or works, but is never quoted."""
    stage.answers(lambda request: answer(401))
    broken = {
        name: value[:20] + bad + value[20:]
        for name, value in stage.case.credentials.items()
        if value in MARKERS.values()
    }
    kit = stage.twin.kit(stage.case.vendor)

    with pytest.raises(kit.KitError) as caught:
        await stage.twin(stage.case.call(stage.client(**broken)))

    assert stage.leaks(caught.value) == []
