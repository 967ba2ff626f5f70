"""How clients begin and end."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from .vendors import Twin, answer


class CountingTransport(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Answer everything and count how often it is closed."""

    def __init__(self, handle: Any) -> None:
        self._mock = httpx.MockTransport(handle)
        self.closed = 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer ordinary code."""
        return self._mock.handle_request(request)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer async code."""
        return await self._mock.handle_async_request(request)

    def close(self) -> None:
        """Count."""
        self.closed += 1

    async def aclose(self) -> None:
        """Count."""
        self.closed += 1


def test_usable_without_with(twin: Twin) -> None:
    """A client works as soon as it is made."""
    client = twin.make()
    assert twin.call(client)
    twin.close(client)


def test_with_gives_the_client_itself(twin: Twin) -> None:
    """The value of a ``with`` statement is the client."""
    client = twin.make()
    with twin.entered(client) as inside:
        assert inside is client
        assert twin.call(inside)


def test_closed_after_with(twin: Twin) -> None:
    """After its block a client refuses to work, and says why."""
    client = twin.make()
    with twin.entered(client):
        pass
    with pytest.raises(twin.vendor.module.ConfigurationError, match="closed"):
        twin.call(client)


def test_closed_after_close(twin: Twin) -> None:
    """After ``close()`` a client refuses to work; closing again is harmless."""
    client = twin.make()
    twin.close(client)
    twin.close(client)
    with pytest.raises(twin.vendor.module.ConfigurationError, match="closed"):
        twin.call(client)


def test_closed_client_is_not_entered(twin: Twin) -> None:
    """A ``with`` block around a closed client fails at its beginning."""
    client = twin.make()
    twin.close(client)
    with pytest.raises(twin.vendor.module.ConfigurationError, match="closed"), twin.entered(client):
        pass


def test_own_connections_are_closed(twin: Twin, monkeypatch: pytest.MonkeyPatch) -> None:
    """The block closes the connections that the client made itself."""
    closed: list[object] = []
    name = "aclose" if twin.is_async else "close"
    original = getattr(twin.http_class, name)

    def close(self: Any) -> Any:
        closed.append(self)
        return original(self)

    monkeypatch.setattr(twin.http_class, name, close)
    with twin.entered(twin.client_class(**twin.vendor.arguments)):
        assert closed == []
    assert len(closed) == 1


def test_block_that_fails_closes_too(twin: Twin) -> None:
    """An exception inside the block passes through, and the client is closed."""
    client = twin.make()
    with pytest.raises(KeyError), twin.entered(client):
        raise KeyError("inside")
    with pytest.raises(twin.vendor.module.ConfigurationError, match="closed"):
        twin.call(client)


def test_own_http_client_is_left_alone(twin: Twin) -> None:
    """The caller's own httpx client is used, and neither changed nor closed."""
    http = twin.http_class(
        transport=httpx.MockTransport(answer(twin.vendor)), headers={"x-mine": "1"}, timeout=7
    )
    before = dict(http.headers), http.timeout, http.auth, str(http.base_url)
    client = twin.make(http_client=http)
    with twin.entered(client):
        assert twin.call(client)
    assert not http.is_closed
    assert before == (dict(http.headers), http.timeout, http.auth, str(http.base_url))
    assert twin.call(twin.make(http_client=http))


def test_own_transport_is_left_alone(twin: Twin) -> None:
    """The caller's own transport is used and not closed."""
    transport = CountingTransport(answer(twin.vendor))
    with twin.entered(twin.make(transport=transport)) as client:
        assert twin.call(client)
    assert transport.closed == 0


def test_client_of_the_other_world_is_refused(twin: Twin) -> None:
    """A sync httpx client in an async client, or the reverse, is an error at construction."""
    other: Any = httpx.Client if twin.is_async else httpx.AsyncClient
    with pytest.raises(twin.vendor.module.ConfigurationError, match="http_client"):
        twin.make(http_client=other(transport=httpx.MockTransport(answer(twin.vendor))))


def test_client_and_transport_exclude_each_other(twin: Twin) -> None:
    """It would be unclear which of the two is meant."""
    transport = httpx.MockTransport(answer(twin.vendor))
    with pytest.raises(twin.vendor.module.ConfigurationError, match="not both"):
        twin.make(http_client=twin.http_class(transport=transport), transport=transport)


def test_with_options_shares_the_connections(twin: Twin) -> None:
    """A client made by ``with_options()`` works alike and ends with the first one."""
    client = twin.make()
    other = client.with_options(timeout=2.5, max_retries=0)
    assert type(other) is type(client)
    assert other is not client
    assert twin.call(other)
    twin.close(client)
    with pytest.raises(twin.vendor.module.ConfigurationError, match="closed"):
        twin.call(other)


def test_resources_are_made_once(twin: Twin) -> None:
    """The attribute of a client gives the same object each time."""
    client = twin.make()
    name = twin.vendor.resource
    assert getattr(client, name) is getattr(client, name)
    assert getattr(client, name) is not getattr(client.with_options(timeout=1), name)
