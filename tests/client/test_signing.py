"""Signatures and tokens as they leave, checked against the vectors."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import httpx
import pytest
from snaptrade_kit._signing import canonical_json, request_signature, signed_content
from stream_chat_kit import server_token, user_token
from stream_chat_kit.tokens import _sign

from tests.twins import Twin

VECTORS = Path(__file__).parent.parent / "vectors"
USER = {"user_id": "user-1", "user_secret": "3f0c6d2e-8a41-4c58-9d57-1f2b3c4d5e6f"}
CONNECTION = "0d3f5a7c-1b2e-4f60-8a9b-c0d1e2f30415"


def vectors(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((VECTORS / name).read_text())["vectors"]
    return found


def _body(vector: dict[str, Any]) -> bytes:
    body = vector.get("body")
    return b"" if body is None else json.dumps(body).encode()


@pytest.mark.parametrize("vector", vectors("snaptrade_signatures.json"), ids=lambda v: v["id"])
def test_snaptrade_signature_vector(vector: dict[str, Any]) -> None:
    """The signature is the one of the vector, and none of the known wrong ones."""
    signature = request_signature(
        path=vector["path"], query=vector["query"], body=_body(vector), consumer_key=vector["consumer_key"]
    )

    assert vector["signature"] == signature
    assert signature not in json.dumps(vector.get("wrong", {}))


@pytest.mark.parametrize("vector", vectors("snaptrade_webhooks.json"), ids=lambda v: v["id"])
def test_canonical_json_of_the_webhook_vectors(vector: dict[str, Any]) -> None:
    """The canonical form of a body with nested objects and non-ASCII text is that of the vector."""
    canonical = vector.get("canonical") or vector["canonical_string"]
    assert canonical == canonical_json(json.loads(vector["raw_body"]))


@pytest.mark.parametrize("body", [b"", b"{}", b" {} "], ids=["none", "empty object", "with blanks"])
def test_empty_bodies_sign_as_null(body: bytes) -> None:
    """No body and an empty object are the same to the server."""
    assert signed_content(body) is None


def test_an_empty_array_is_signed_as_it_is() -> None:
    """Only an empty object becomes null; SnapTrade's own code does the same."""
    assert signed_content(b"[]") == []


@pytest.mark.parametrize("vector", vectors("stream_jwt.json"), ids=lambda v: v["name"])
def test_stream_token_vector(vector: dict[str, Any]) -> None:
    """Tokens equal the vectors byte by byte: header order, claim order, no blanks."""
    assert vector["token"] == _sign(json.loads(vector["payload_json"]), vector["secret"])


def test_server_token_is_the_legacy_one() -> None:
    """The server token carries ``server: true`` and nothing else."""
    vector = next(v for v in vectors("stream_jwt.json") if v["name"] == "server_legacy")
    assert vector["token"] == server_token("stream-test-secret-0123456789abcdef")


def test_user_token_claims() -> None:
    """A user token names the user; moments become whole epoch seconds."""
    from datetime import UTC, datetime

    vector = next(v for v in vectors("stream_jwt.json") if v["name"] == "user_exp_iat")
    token = user_token(
        "stream-test-secret-0123456789abcdef",
        "alice",
        expires_at=datetime.fromtimestamp(1700003600, UTC),
        issued_at=datetime.fromtimestamp(1700000000, UTC),
    )
    assert vector["token"] == token


async def test_the_bytes_that_leave_are_the_bytes_that_were_signed(twin: Twin) -> None:
    """Path and query of the sent request, as on the wire, give the signature in its header."""
    client = twin.client("snaptrade", httpx.Response(200, json=[]))

    await twin(
        client.connections.list_brokerage_authorizations(user_id="a b+c@d/é%", user_secret="s&=?#ü 😀")
    )

    request = twin.requests[0]
    path, _, query = request.url.raw_path.decode().partition("?")
    expected = request_signature(path=path, query=query, body=b"", consumer_key="marker-consumer-key")
    assert expected == request.headers["signature"]
    assert (
        query == "userId=a%20b%2Bc%40d%2F%C3%A9%25&userSecret=s%26%3D%3F%23%C3%BC%20%F0%9F%98%80"
        "&clientId=CLIENT&timestamp=1757611717"
    )


@pytest.mark.parametrize(
    ("base_url", "path"),
    [
        ("https://api.snaptrade.com/api/v1", f"/api/v1/authorizations/{CONNECTION}/refresh"),
        ("https://api.snaptrade.com", f"/authorizations/{CONNECTION}/refresh"),
    ],
    ids=["with prefix", "without prefix"],
)
async def test_the_path_is_signed_as_it_is_sent(twin: Twin, base_url: str, path: str) -> None:
    """Both base URLs of SnapTrade work: the prefix is signed when it is sent."""
    client = twin.client("snaptrade", httpx.Response(200, json={}), base_url=base_url)

    await twin(client.connections.refresh_brokerage_authorization(CONNECTION, **USER))

    request = twin.requests[0]
    sent_path, _, query = request.url.raw_path.decode().partition("?")
    assert path == sent_path
    expected = request_signature(path=path, query=query, body=b"", consumer_key="marker-consumer-key")
    assert expected == request.headers["signature"]


async def test_every_attempt_is_signed_anew(twin: Twin) -> None:
    """A repetition carries a fresh timestamp and signature, and no leftovers of the first."""
    answers = iter([httpx.Response(503, headers={"Retry-After": "2"}), httpx.Response(200, json=[])])
    client = twin.client("snaptrade", lambda request: next(answers))

    await twin(client.connections.list_brokerage_authorizations(**USER))

    first, second = (str(request.url.raw_path) for request in twin.requests)
    assert 1 == second.count("timestamp=") == second.count("clientId=")
    assert first != second
    assert twin.requests[0].headers["signature"] != twin.requests[1].headers["signature"]


async def test_stream_sends_the_bare_token(twin: Twin) -> None:
    """Stream wants the token without the word Bearer, its kind in a header, the key in the query."""
    client = twin.client("stream", httpx.Response(201, json={"duration": "1ms"}))

    await twin(client.events.send_user_custom_event("jane", body={"event": {"type": "x"}}))

    request = twin.requests[0]
    assert server_token("marker-api-secret-0123456789abcdef") == request.headers["authorization"]
    assert request.headers["stream-auth-type"] == "jwt"
    assert request.url.raw_path == b"/users/jane/event?api_key=key"
    assert request.headers["x-stream-client"].startswith("stream-chat-kit-python-")


async def test_stream_with_the_token_of_a_user(twin: Twin) -> None:
    """A user's token goes out as it was given."""
    client = twin.client(
        "stream", httpx.Response(201, json={"duration": "1ms"}), api_key="key", token="a.b.c"
    )

    await twin(client.events.send_event("messaging", "general", body={"event": {"type": "x"}}))

    assert twin.requests[0].headers["authorization"] == "a.b.c"


async def test_genesys_asks_for_a_token_once(twin: Twin) -> None:
    """The token request is a form with Basic credentials; the token then serves all calls."""

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/oauth/token":
            return httpx.Response(
                200, json={"access_token": "T", "token_type": "bearer", "expires_in": 86400}
            )
        return httpx.Response(200, json={"entities": []})

    client = twin.client("genesys", answer, region="eu-west-1", client_id="id", client_secret="sécret")

    for _ in range(3):
        await twin(client.journey.get_journey_session_events("s"))

    token_request, *calls = twin.requests
    assert (
        token_request.method,
        str(token_request.url),
    ) == ("POST", "https://login.mypurecloud.ie/oauth/token")
    assert token_request.content == b"grant_type=client_credentials"
    pair = base64.b64decode(token_request.headers["authorization"].removeprefix("Basic ")).decode()
    assert pair == "id:sécret"
    assert [call.headers["authorization"] for call in calls] == ["Bearer T"] * 3
    assert {"api.mypurecloud.ie"} == {call.url.host for call in calls}
