"""The calls under test, and a workbench that makes clients for them and looks at what they raise."""

from __future__ import annotations

import pickle
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

from tests.twins import Twin

from .behaviours import TOKEN
from .server import FaultServer, Received

__all__ = ["CALLS", "CONNECTION", "GET", "LIST", "REFRESH", "REMOVE", "SEND", "SYNC", "Bench", "Call"]

CONNECTION = "0d3f5a7c-1b2e-4f60-8a9b-c0d1e2f30415"
USER = {"user_id": "user-1", "user_secret": "marker-user-secret"}
EVENT = {"event": {"type": "x", "user_id": "jane"}}
SINCE = {"channel_cids": ["messaging:general"], "last_sync_at": "2026-01-01T00:00:00Z"}
TOKEN_PATH = "/oauth/token"
SLACK = 0.5
"""Seconds a call may end after its deadline: two processors shared with the rest of the suite."""

CREDENTIALS: dict[str, dict[str, str]] = {
    "snaptrade": {"client_id": "CLIENT", "consumer_key": "marker-consumer-key"},
    "genesys": {"client_id": "id", "client_secret": "marker-client-secret"},
    "stream": {"api_key": "key", "api_secret": "marker-api-secret-0123456789abcdef"},
}


@dataclass(frozen=True)
class Call:
    """One operation with arguments that are accepted."""

    name: str
    vendor: str
    idempotent: bool
    send: Callable[[Any], Any] = field(repr=False)
    empty: bool = False
    """The operation answers without a body."""

    def attempts(self, *, repeated: bool | None = None) -> int:
        """Return how many requests a fault that never ends brings about."""
        return 3 if (self.idempotent if repeated is None else repeated) else 1


LIST = Call(
    "list", "snaptrade", True, lambda client: client.connections.list_brokerage_authorizations(**USER)
)
REFRESH = Call(
    "refresh",
    "snaptrade",
    False,
    lambda client: client.connections.refresh_brokerage_authorization(CONNECTION, **USER),
)
REMOVE = Call(
    "remove",
    "snaptrade",
    True,
    lambda client: client.connections.remove_brokerage_authorization(CONNECTION, **USER),
    empty=True,
)
GET = Call("journey", "genesys", True, lambda client: client.journey.get_journey_session_events("session-1"))
SEND = Call(
    "send", "stream", False, lambda client: client.events.send_event("messaging", "general", body=EVENT)
)
SYNC = Call("sync", "stream", True, lambda client: client.events.sync(body=SINCE))
CALLS = (LIST, REFRESH, REMOVE, GET, SEND, SYNC)


def secrets_of(vendor: str) -> tuple[str, ...]:
    """Return what must not be seen anywhere."""
    return (*(v for v in CREDENTIALS[vendor].values() if v.startswith("marker")), USER["user_secret"], TOKEN)


def assert_discreet(error: BaseException, secrets: tuple[str, ...]) -> None:
    """Look for secrets in everything an error can end up in."""
    text = str(error)
    assert text
    # One line, however many the server sent.
    assert text == " ".join(text.split())
    whole = "".join(traceback.format_exception(error))
    shown = [text, repr(error), whole, pickle.dumps(error).decode("latin-1"), repr(vars(error))]
    for secret in secrets:
        assert not [place for place in shown if secret in place]


class Bench:
    """One twin, one server, and the waits that were asked for but not made."""

    def __init__(self, twin: Twin, server: FaultServer) -> None:
        self.twin = twin
        self.server = server
        self.slept: list[float] = []
        self.ahead = 0.0
        """Seconds that the client's clock is ahead of real time."""
        self.on_sleep: Callable[[], None] = lambda: None

    def client(self, vendor: str, **settings: Any) -> Any:
        """Make a client that opens real connections and has a real clock, but never sleeps."""
        settings = {"base_url": self.server.url, **CREDENTIALS[vendor], **settings}
        return self.twin.client(vendor, environment=self._environment(vendor), **settings)

    def _environment(self, vendor: str) -> Any:
        def sleep(seconds: float) -> None:
            self.slept.append(seconds)
            self.on_sleep()

        async def async_sleep(seconds: float) -> None:
            sleep(seconds)

        return self.twin.kit(vendor).Environment(
            monotonic=lambda: time.monotonic() + self.ahead,
            random=lambda: 1.0,
            sleep=sleep,
            async_sleep=async_sleep,
        )

    async def works(self, call: Call, client: Any) -> Any:
        """Make the call and demand a result of the right kind."""
        result = await self.twin(call.send(client))
        assert (result is None) is call.empty
        return result

    async def fails(self, error: str, call: Call, client: Any) -> Any:
        """Make the call, demand exactly this error, and that it gives nothing away."""
        kind = getattr(self.twin.kit(call.vendor), error)
        with pytest.raises(self.twin.kit(call.vendor).KitError) as caught:
            await self.twin(call.send(client))
        assert type(caught.value) is kind
        assert_discreet(caught.value, secrets_of(call.vendor))
        return caught.value

    @property
    def calls(self) -> list[Received]:
        """The requests that arrived, without those for a token."""
        return self.server.seen(but=TOKEN_PATH)

    @property
    def token_requests(self) -> list[Received]:
        """The requests for a token that arrived."""
        return self.server.seen(TOKEN_PATH)

    def forget(self) -> None:
        """Count from here on."""
        self.server.requests.clear()
        self.slept.clear()

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """Demand that the block ends in time."""
        began = time.monotonic()
        yield
        assert time.monotonic() - began <= seconds + SLACK
