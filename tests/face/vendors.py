"""What the tests here know about the three packages; nothing below the public face."""

from __future__ import annotations

import asyncio
import importlib
import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

import httpx
from attrs import field, frozen

__all__ = ["ACCESS_TOKEN", "VENDORS", "Credential", "Twin", "Vendor", "answer"]


@frozen
class Credential:
    """
    One required credential.

    Args:
        argument: The argument of the client.
        variable: The variable that `from_env()` reads.
        value: One that is accepted.
        secret: Whether it must never be shown.
    """

    argument: str
    variable: str
    value: str
    secret: bool


@frozen(kw_only=True)
class Vendor:
    """
    One package.

    Args:
        kit: The import name of the hand-written face.
        generated: The import name of the generated layer.
        client: The name of the sync client; the async one has ``Async`` in front.
        credentials: What the client needs.
        resource: The attribute with the operations.
        call: A harmless operation with its arguments.
        result: What the server answers to that operation.
    """

    kit: str
    generated: str
    client: str
    credentials: tuple[Credential, ...]
    resource: str
    call: tuple[str, tuple[Any, ...], dict[str, Any]]
    result: Any = field(repr=False)

    @property
    def module(self) -> ModuleType:
        """The imported face."""
        return importlib.import_module(self.kit)

    @property
    def arguments(self) -> dict[str, str]:
        """All credentials by argument."""
        return {one.argument: one.value for one in self.credentials}

    @property
    def variables(self) -> dict[str, str]:
        """All credentials by variable."""
        return {one.variable: one.value for one in self.credentials}

    @property
    def secrets(self) -> tuple[str, ...]:
        """The values that must never be shown."""
        return tuple(one.value for one in self.credentials if one.secret)


VENDORS = (
    Vendor(
        kit="snaptrade_kit",
        generated="snaptrade_openapi",
        client="SnapTrade",
        credentials=(
            Credential("client_id", "SNAPTRADE_CLIENT_ID", "FACE-CLIENT", secret=False),
            Credential("consumer_key", "SNAPTRADE_CONSUMER_KEY", "marker-consumer-key", secret=True),
        ),
        resource="connections",
        call=("list_brokerage_authorizations", (), {"user_id": "u-1", "user_secret": "marker-user-secret"}),
        result=[{"id": "87b24961-b51e-4db8-9226-f198f6518a89", "name": "Mine"}],
    ),
    Vendor(
        kit="genesys_journey_kit",
        generated="genesys_journey_openapi",
        client="GenesysJourney",
        credentials=(
            Credential("client_id", "GENESYSCLOUD_OAUTHCLIENT_ID", "face-client", secret=False),
            Credential(
                "client_secret", "GENESYSCLOUD_OAUTHCLIENT_SECRET", "marker-client-secret", secret=True
            ),
        ),
        resource="journey",
        call=("get_journey_session_events", ("session-1",), {}),
        result={"entities": [{"id": "event-1"}]},
    ),
    Vendor(
        kit="stream_chat_kit",
        generated="stream_chat_openapi",
        client="StreamChat",
        credentials=(
            Credential("api_key", "STREAM_API_KEY", "facekey", secret=False),
            Credential("api_secret", "STREAM_API_SECRET", "marker-api-secret", secret=True),
        ),
        resource="events",
        call=("send_event", ("messaging", "general"), {"body": {"event": {"type": "x", "user_id": "jane"}}}),
        result={"duration": "1ms", "event": {"type": "x"}},
    ),
)

ACCESS_TOKEN = "marker-access-token"
TOKEN = {"access_token": ACCESS_TOKEN, "token_type": "bearer", "expires_in": 86_400}


def answer(vendor: Vendor, seen: list[httpx.Request] | None = None) -> Callable[[Any], httpx.Response]:
    """Return a server for `httpx.MockTransport` that is content with everything."""

    def handle(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/oauth/token":
            return httpx.Response(200, json=TOKEN)
        if seen is not None:
            seen.append(request)
        return httpx.Response(200, json=vendor.result)

    return handle


@frozen
class Twin:
    """
    The sync or the async half of a package, to be used by one test body.

    Args:
        vendor: The package.
        is_async: Which half.
        runner: Runs what the async half returns.
    """

    vendor: Vendor
    is_async: bool
    runner: asyncio.Runner = field(repr=False)

    @property
    def client_class(self) -> type[Any]:
        """The client of this half."""
        found: type[Any] = getattr(
            self.vendor.module, ("Async" if self.is_async else "") + self.vendor.client
        )
        return found

    @property
    def http_class(self) -> type[httpx.Client | httpx.AsyncClient]:
        """The httpx client of this half."""
        return httpx.AsyncClient if self.is_async else httpx.Client

    def make(self, seen: list[httpx.Request] | None = None, **settings: Any) -> Any:
        """Return a client in front of a content server."""
        if "http_client" not in settings:
            settings.setdefault("transport", httpx.MockTransport(answer(self.vendor, seen)))
        return self.client_class(**{**self.vendor.arguments, **settings})

    def settle(self, value: Any) -> Any:
        """Return the value, awaited where needed."""
        return self.runner.run(_awaited(value)) if inspect.isawaitable(value) else value

    def call(self, client: Any) -> Any:
        """Perform the harmless operation."""
        name, positional, keywords = self.vendor.call
        return self.settle(getattr(getattr(client, self.vendor.resource), name)(*positional, **keywords))

    def close(self, client: Any) -> None:
        """Close a client."""
        self.settle(client.aclose() if self.is_async else client.close())

    @contextmanager
    def entered(self, client: Any) -> Iterator[Any]:
        """Enter and leave a client as its `with` statement does."""
        if not self.is_async:
            with client as inside:
                yield inside
            return
        inside = self.settle(client.__aenter__())
        try:
            yield inside
        finally:
            self.settle(client.__aexit__(None, None, None))


async def _awaited(value: Any) -> Any:
    return await value
