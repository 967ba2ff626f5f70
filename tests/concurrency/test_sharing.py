"""Twins made by `with_options` share connections and token; closing ends both, and only what is ours."""

from __future__ import annotations

import gc
import warnings
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import snaptrade_kit

from tests.twins import CREDENTIALS, Twin

from .conftest import FastServer
from .genesys import Cloud

USER = {"user_id": "1", "user_secret": "S"}
CREDS = CREDENTIALS["snaptrade"]


def _classes(twin: Twin) -> tuple[Any, Any]:
    if twin.is_async:
        return snaptrade_kit.AsyncSnapTrade, httpx.AsyncClient
    return snaptrade_kit.SnapTrade, httpx.Client


async def _close(twin: Twin, client: Any) -> None:
    await twin(client.aclose() if twin.is_async else client.close())


async def test_twins_share_connections(twin: Twin, fast_server: FastServer) -> None:
    """Calls through the client and through its twin use one connection."""
    client = twin.client("snaptrade", base_url=fast_server.url)
    other = client.with_options(timeout=3.0)

    for each in (client, other, other.with_options(max_retries=0), client):
        await twin(each.connections.list_brokerage_authorizations(**USER))

    assert client._pool is other._pool
    assert fast_server.stats()["most"] == 2  # the connection of the question is one of them


async def test_twins_share_the_token(twin: Twin) -> None:
    """A token that one of them fetched serves the other, a renewal as well."""
    cloud = Cloud()
    client = twin.client("genesys", cloud.answer, client_id="id", client_secret="s")
    other = client.with_options(deadline=5.0)

    await twin(other.journey.get_journey_session_events("s"))
    await twin(client.journey.get_journey_session_events("s"))
    cloud.revoked.add("T1")
    await twin(client.journey.get_journey_session_events("s"))
    await twin(other.journey.get_journey_session_events("s"))

    assert cloud.token_requests == 2
    assert cloud.tokens_used == ["T1", "T1", "T1", "T2", "T2"]


async def test_a_twin_changes_nothing_in_the_original(twin: Twin) -> None:
    """Settings, headers and resources of the original stay what they were."""
    answers: list[int] = []

    def reply(request: httpx.Request) -> httpx.Response:
        answers.append(1)
        return httpx.Response(503)

    client = twin.client("snaptrade", reply, headers={"X-A": "1"}, max_retries=1)
    resource, settings = client.connections, client._settings
    other = client.with_options(headers={"X-B": "2", "X-A": "3"}, max_retries=0, timeout=1.0, deadline=2.0)

    for each, attempts, header in ((other, 1, "3"), (client, 2, "1")):
        answers.clear()
        with pytest.raises(snaptrade_kit.ServerError):
            await twin(each.connections.list_brokerage_authorizations(**USER))
        assert len(answers) == attempts
        assert twin.requests[-1].headers["x-a"] == header

    assert "x-b" not in twin.requests[-1].headers
    assert client._settings is settings
    assert client.connections is resource
    assert other.connections is not resource


async def test_closing_a_twin_closes_both(twin: Twin, fast_server: FastServer) -> None:
    """The connections are one set, so closing either ends both; closing twice is harmless."""
    client = twin.client("snaptrade", base_url=fast_server.url)
    other = client.with_options(timeout=3.0)
    await twin(client.connections.list_brokerage_authorizations(**USER))

    await _close(twin, other)
    await _close(twin, client)

    for each in (client, other, client.with_options(timeout=1.0)):
        with pytest.raises(snaptrade_kit.ConfigurationError, match="closed"):
            await twin(each.connections.list_brokerage_authorizations(**USER))
    assert fast_server.stats()["open"] == 0


async def test_closing_between_two_attempts(twin: Twin) -> None:
    """A call that waits for its next attempt while the client is closed ends with a clear error."""
    cls, _ = _classes(twin)
    clock = twin.clock
    environment = clock.environment()
    # Nobody listens there; the first attempt fails, and the wait that follows closes the client.
    client = cls(base_url="http://127.0.0.1:9", environment=environment, **CREDS)

    def sleep(seconds: float) -> None:
        client.close()

    async def async_sleep(seconds: float) -> None:
        await client.aclose()

    client._environment = snaptrade_kit.Environment(random=clock.random, sleep=sleep, async_sleep=async_sleep)

    with pytest.raises(snaptrade_kit.ConfigurationError, match="closed"):
        await twin(client.connections.list_brokerage_authorizations(**USER))


async def test_a_client_of_the_caller_stays_open(twin: Twin, fast_server: FastServer) -> None:
    """Neither closing nor leaving the `with` block closes what belongs to the caller."""
    cls, http_class = _classes(twin)
    http = http_class(trust_env=False)
    client = cls(base_url=fast_server.url, http_client=http, **CREDS)
    await twin(client.connections.list_brokerage_authorizations(**USER))

    await _close(twin, client)

    assert not http.is_closed
    assert (await twin(http.get(f"{fast_server.url}/stats"))).status_code == 200
    with pytest.raises(snaptrade_kit.ConfigurationError, match="closed"):
        await twin(client.connections.list_brokerage_authorizations(**USER))
    await _close(twin, http)


class _Transport(httpx.BaseTransport, httpx.AsyncBaseTransport):
    closed = False

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json=[])

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json=[])

    def close(self) -> None:
        self.closed = True

    async def aclose(self) -> None:
        self.closed = True


async def test_a_transport_of_the_caller_stays_open(twin: Twin) -> None:
    """The same goes for a transport."""
    transport = _Transport()
    client = twin.client("snaptrade", transport=transport)
    await twin(client.connections.list_brokerage_authorizations(**USER))

    await _close(twin, client)

    assert not transport.closed


def _unclosed(caught: list[warnings.WarningMessage]) -> list[str]:
    return [str(w.message) for w in caught if "unclosed client" in str(w.message)]


@pytest.fixture
def noticed() -> Iterator[list[warnings.WarningMessage]]:
    """Collect every warning of a test instead of failing on it."""
    gc.collect()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield caught


async def _used(twin: Twin, **settings: Any) -> Any:
    cls, _ = _classes(twin)
    client = cls(**CREDS, **settings)
    if twin.is_async:
        await client.__aenter__()
    return client


async def test_an_unclosed_client_is_reported_once(
    twin: Twin, noticed: list[warnings.WarningMessage]
) -> None:
    """A forgotten client with two twins is one warning, which says what to do."""
    client = await _used(twin)
    twins = [client.with_options(timeout=1.0), client.with_options(timeout=2.0)]
    del client, twins
    gc.collect()

    assert len(_unclosed(noticed)) == 1
    assert ("await aclose()" if twin.is_async else "call close()") in _unclosed(noticed)[0]


async def test_an_unclosed_client_with_connections(
    twin: Twin, fast_server: FastServer, noticed: list[warnings.WarningMessage]
) -> None:
    """Connections that were open change nothing about the one warning."""
    client = await _used(twin, base_url=fast_server.url)
    await twin(client.connections.list_brokerage_authorizations(**USER))
    del client
    gc.collect()

    assert len(_unclosed(noticed)) == 1


@pytest.mark.parametrize("how", ["closed", "with", "http_client", "transport"])
async def test_no_warning(twin: Twin, noticed: list[warnings.WarningMessage], how: str) -> None:
    """A client that was closed, or has nothing of its own to close, is dropped in silence."""
    _, http_class = _classes(twin)
    http = http_class(trust_env=False)
    own = {"http_client": {"http_client": http}, "transport": {"transport": _Transport()}}
    client = await _used(twin, **own.get(how, {}))
    if how == "closed":
        await _close(twin, client)
    elif how == "with" and twin.is_async:
        await client.__aexit__(None, None, None)
    elif how == "with":
        with client:
            pass
    del client
    await _close(twin, http)
    gc.collect()

    assert _unclosed(noticed) == []


async def test_closing_in_spite_of_strict_warnings(twin: Twin) -> None:
    """Where warnings are errors, a forgotten sync client still gives its connections back."""
    if twin.is_async:
        return
    client = await _used(twin)
    http = client._pool._client
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with pytest.raises(ResourceWarning):
                client._pool.__del__()
        assert http.is_closed
    finally:
        client.close()
