"""What all contenders are told alike; standard library only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

USER = {"user_id": "ada", "user_secret": "secret-of-ada-0123456789"}
SESSION = "0c9f4f6e-1b7d-4a52-9e83-5d2c6b7a8f90"
TOKEN = "a-token-of-the-bench"
CHANNEL = ("messaging", "general")
SENDER = "jane"
KIND = "typing.start"
SNAPTRADE = {"client_id": "BENCH-CLIENT", "consumer_key": "bench-consumer-key-0123456789"}
STREAM = {"api_key": "benchkey1234", "api_secret": "bench-stream-secret-0123456789abcdef"}


def four_of_connection(connection: Any) -> tuple[Any, ...]:
    """Read a date and a nested name among others; attributes are called alike everywhere."""
    return connection.id, connection.created_date, connection.disabled, connection.brokerage.name


def four_of_journey_event(event: Any) -> tuple[Any, ...]:
    """Read a date and the URL two objects deep among others."""
    return event.id, event.event_type, event.created_date, event.web_event.page.url


FOUR_OF_DICTS: dict[str, Callable[[Any], object]] = {
    "snaptrade": lambda found: [
        (one["id"], one["created_date"], one["disabled"], one["brokerage"]["name"]) for one in found
    ],
    "genesys_journey": lambda found: [
        (one["id"], one["eventType"], one["createdDate"], one["webEvent"]["page"]["url"])
        for one in found["entities"]
    ],
    "stream_chat": lambda found: [
        (one["type"], one["created_at"], one["user"]["id"], one["message"]["text"]) for one in found["events"]
    ],
}
"""The same for those who give plain dicts."""
