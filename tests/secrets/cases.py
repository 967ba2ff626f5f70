"""Each way to authenticate, with planted secrets, and one harmless call for each."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from attrs import field, frozen
from stream_chat_kit import server_token

from tests.twins import Twin

from .markers import MARKERS, Marker, Searcher
from .server import RawRequest, answer

__all__ = ["CASES", "CONNECTION", "TOKEN_PATH", "Case", "granted"]

CONNECTION = "0d3f5a7c-1b2e-4f60-8a9b-c0d1e2f30415"
TOKEN_PATH = "/oauth/token"


@frozen
class Case:
    """
    One way to authenticate with one vendor.

    Args:
        name: For test ids.
        vendor: The vendor.
        credentials: The arguments of the client.
        call: Performs one operation that may be repeated.
        charge: Performs one operation that may not be repeated.
        secrets: The secrets in play by name, those included that the client computes.
    """

    name: str
    vendor: str
    credentials: dict[str, str] = field(repr=False)
    call: Callable[[Any], Any]
    charge: Callable[[Any], Any]
    secrets: dict[str, str] = field(repr=False)

    def client(self, twin: Twin, url: str, **settings: Any) -> Any:
        """Make a client that talks to a local server."""
        return twin.client(self.vendor, base_url=url, **{**self.credentials, **settings})

    def searcher(self, *signatures: str) -> Searcher:
        """Return a searcher for all planted secrets, those of this case and the signatures sent."""
        known = [Marker(name, value) for name, value in {**MARKERS, **self.secrets}.items()]
        return Searcher(*known, *(Marker("signature", value) for value in signatures if value))

    def echoes(self, request: RawRequest) -> dict[str, str]:
        """Return what a careless server repeats: all of the request, and its secrets one by one."""
        slips = {"head": request.head, "signature": request.header("signature")}
        scheme, _, token = request.header("authorization").rpartition(" ")
        slips |= {"authorization": f"{scheme} {token}", "token": token}
        if "userSecret" in request.head:
            slips |= {"user_secret": MARKERS["user_secret"]}
        return {name: value for name, value in slips.items() if value.strip()}


def granted(**changes: Any) -> bytes:
    """Return the answer of a token endpoint that is content."""
    body = {"access_token": MARKERS["fetched_token"], "token_type": "bearer", "expires_in": 86_400, **changes}
    return answer(200, json.dumps(body).encode())


def _user() -> dict[str, str]:
    return {"user_id": "user-1", "user_secret": MARKERS["user_secret"]}


def _event(client: Any) -> Any:
    return client.events.send_event("messaging", "general", body={"event": {"type": "x"}})


def _sync(client: Any) -> Any:
    body = {"channel_cids": ["messaging:general"], "last_sync_at": "2026-01-01T00:00:00Z"}
    return client.events.sync(body=body)


def _journey(client: Any) -> Any:
    return client.journey.get_journey_session_events("session-1")


def _pick(*names: str) -> dict[str, str]:
    return {name: MARKERS[name] for name in names}


CASES = (
    Case(
        "snaptrade",
        "snaptrade",
        {"client_id": "CLIENT", "consumer_key": MARKERS["consumer_key"]},
        lambda client: client.connections.list_brokerage_authorizations(**_user()),
        lambda client: client.connections.refresh_brokerage_authorization(CONNECTION, **_user()),
        _pick("consumer_key", "user_secret"),
    ),
    Case(
        "genesys-token",
        "genesys",
        _pick("access_token"),
        _journey,
        _journey,
        _pick("access_token"),
    ),
    Case(
        "genesys-client",
        "genesys",
        {"client_id": "id", "client_secret": MARKERS["client_secret"]},
        _journey,
        _journey,
        _pick("client_secret", "fetched_token"),
    ),
    Case(
        "stream-server",
        "stream",
        {"api_key": "key", "api_secret": MARKERS["api_secret"]},
        _sync,
        _event,
        {
            **_pick("api_secret"),
            # Header and claims of the token are the same for everybody; the signature is the secret.
            "server_token": server_token(MARKERS["api_secret"]).rpartition(".")[2],
        },
    ),
    Case(
        "stream-user",
        "stream",
        {"api_key": "key", "token": MARKERS["user_token"]},
        _sync,
        _event,
        _pick("user_token"),
    ),
)
