"""The three packages of this repository, as installed from their wheels."""

from __future__ import annotations

import importlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from .world import (
    CHANNEL,
    KIND,
    SENDER,
    SESSION,
    SNAPTRADE,
    STREAM,
    USER,
    four_of_connection,
    four_of_journey_event,
)

_GENESYS = {"client_id": "bench-client", "client_secret": "bench-genesys-secret-0123456789"}
_CLIENTS: dict[str, tuple[str, dict[str, str]]] = {
    "snaptrade": ("SnapTrade", SNAPTRADE),
    "genesys_journey": ("GenesysJourney", _GENESYS),
    "stream_chat": ("StreamChat", STREAM),
}
_OPERATIONS = {
    "snaptrade": "connections.list_brokerage_authorizations.LIST_BROKERAGE_AUTHORIZATIONS",
    "genesys_journey": "journey.get_journey_session_events.GET_JOURNEY_SESSION_EVENTS",
    "stream_chat": "events.sync.SYNC",
}


def _client(vendor: str, url: str, prefix: str = "") -> Any:
    name, settings = _CLIENTS[vendor]
    kit = importlib.import_module(f"{vendor}_kit")
    hosts = {"base_url": url} | ({"login_url": url} if vendor == "genesys_journey" else {})
    return getattr(kit, prefix + name)(**settings, **hosts)


def _calls(client: Any, vendor: str) -> Callable[[], Any]:
    """Return the call; an async client gives a coroutine."""
    if vendor == "snaptrade":
        return lambda: client.connections.list_brokerage_authorizations(**USER)
    if vendor == "genesys_journey":
        return lambda: client.journey.get_journey_session_events(SESSION, page_size=5)
    kit = importlib.import_module("stream_chat_kit")

    def send() -> Any:
        event = kit.EventRequest(type=KIND, user_id=SENDER)
        return client.events.send_event(*CHANNEL, body=kit.SendEventRequest(event=event))

    return send


def call(vendor: str, url: str) -> Callable[[], Any]:
    """Make a call ready."""
    return _calls(_client(vendor, url), vendor)


@asynccontextmanager
async def connected(vendor: str, url: str) -> AsyncIterator[Callable[[], Awaitable[Any]]]:
    """Make an async call ready."""
    async with _client(vendor, url, "Async") as client:
        yield _calls(client, vendor)


def decoder(vendor: str) -> Callable[[bytes], Any]:
    """Return what a call does with the bytes of an answer."""
    package = f"{vendor}_openapi"
    # Asked of the module that uses it: whichever parser is installed is the one to measure.
    loads = importlib.import_module(f"{package}._runtime.exchange").loads
    module, _, name = _OPERATIONS[vendor].rpartition(".")
    operation = getattr(importlib.import_module(f"{package}.api.{module}"), name)
    return lambda content: operation.decode(loads(content))


FOUR: dict[str, Callable[[Any], object]] = {
    "snaptrade": lambda found: [four_of_connection(one) for one in found],
    "genesys_journey": lambda found: [four_of_journey_event(one) for one in found.entities],
    "stream_chat": lambda found: [
        (one.type, one.created_at, one.user.id, one.message.text) for one in found.events
    ],
}
