"""What openapi-python-client makes of the same specifications with its own templates."""

from __future__ import annotations

import importlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from .world import (
    CHANNEL,
    KIND,
    SENDER,
    SESSION,
    STREAM,
    TOKEN,
    USER,
    four_of_connection,
    four_of_journey_event,
)

_OPERATIONS = {
    "snaptrade": "connections.list_brokerage_authorizations",
    "genesys_journey": "journey.get_journey_session_events",
    "stream_chat": "events.send_event",
}


def _client(vendor: str, url: str) -> Any:
    client = importlib.import_module(f"stock_{vendor}").AuthenticatedClient(base_url=url, token=TOKEN)
    if vendor == "stream_chat":
        key = {"api_key": STREAM["api_key"]}
        client = client.with_headers({"Stream-Auth-Type": "jwt"})
        client.get_httpx_client().params = key
        client.get_async_httpx_client().params = key
    return client


def _calls(client: Any, vendor: str, form: str) -> Callable[[], Any]:
    module = importlib.import_module(f"stock_{vendor}.api.{_OPERATIONS[vendor]}")
    perform = getattr(module, form)
    if vendor == "snaptrade":
        return lambda: perform(client=client, **USER)
    if vendor == "genesys_journey":
        return lambda: perform(SESSION, client=client, page_size="5")
    models = importlib.import_module("stock_stream_chat.models")

    def send() -> Any:
        event = models.EventRequest(type_=KIND, user_id=SENDER)
        return perform(*CHANNEL, client=client, body=models.SendEventRequest(event=event))

    return send


def call(vendor: str, url: str) -> Callable[[], Any]:
    """Make a call ready."""
    return _calls(_client(vendor, url), vendor, "sync")


@asynccontextmanager
async def connected(vendor: str, url: str) -> AsyncIterator[Callable[[], Awaitable[Any]]]:
    """Make an async call ready."""
    async with _client(vendor, url) as client:
        yield _calls(client, vendor, "asyncio")


def decoder(vendor: str) -> Callable[[bytes], Any]:
    """Return what a call does with the bytes of an answer."""
    models = importlib.import_module(f"stock_{vendor}.models")
    if vendor == "snaptrade":
        connection = models.BrokerageAuthorization.from_dict
        return lambda content: [connection(one) for one in json.loads(content)]
    whole = models.EventListing if vendor == "genesys_journey" else models.SyncResponse
    return lambda content: whole.from_dict(json.loads(content))


FOUR: dict[str, Callable[[Any], object]] = {
    "snaptrade": lambda found: [four_of_connection(one) for one in found],
    "genesys_journey": lambda found: [four_of_journey_event(one) for one in found.entities],
    "stream_chat": lambda found: [
        (one.type_, one.created_at, one.user.id, one.message.text) for one in found.events
    ],
}
