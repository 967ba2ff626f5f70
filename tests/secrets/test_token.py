"""Nothing shows while a Genesys token is fetched, whatever the token endpoint answers."""

from __future__ import annotations

import json
from typing import Any

import genesys_journey_kit
import pytest

from tests.twins import Twin

from .cases import CASES, TOKEN_PATH, Case, granted
from .conftest import Stage
from .markers import MARKERS
from .server import RawRequest, answer, refused_port

TOKEN = MARKERS["fetched_token"]
SECRET = MARKERS["client_secret"]


@pytest.fixture
def case() -> Case:
    """Only one case fetches tokens."""
    return next(case for case in CASES if case.name == "genesys-client")


def _refusal(words: str, form: str) -> bytes:
    bodies: dict[str, Any] = {
        "oauth": {"error": "invalid_client", "error_description": words},
        "description": {"description": words, "error": words},
        "nested": {"errors": [{words: [words]}]},
    }
    return json.dumps(bodies[form]).encode() if form in bodies else words.encode()


@pytest.mark.parametrize("form", ["oauth", "description", "nested", "text"])
@pytest.mark.parametrize("status", [400, 401, 403, 500])
async def test_a_refused_token_request(stage: Stage, form: str, status: int) -> None:
    """The token endpoint refuses and repeats what it got, decoded and as it came."""

    def reply(request: RawRequest) -> bytes:
        words = f"client secret {SECRET} is wrong: {request.head} {request.header('authorization')}"
        seen = request.header("authorization")
        return answer(status, _refusal(words, form), X_Seen=seen, Inin_Correlation_ID=seen)

    stage.server.reply = reply
    client = stage.client(max_retries=1)

    error = await stage.failure(client)

    assert isinstance(error, genesys_journey_kit.StatusError)
    assert stage.leaks(error, client, but_not=("httpcore",)) == []


@pytest.mark.parametrize(
    "reply",
    [
        answer(200, json.dumps({"access_token": TOKEN}).encode()),
        answer(200, json.dumps({"access_token": TOKEN, "expires_in": "soon"}).encode()),
        answer(200, json.dumps({"access_token": TOKEN, "expires_in": -1}).encode()),
        answer(200, json.dumps({"access_token": {"value": TOKEN}, "expires_in": 60}).encode()),
        answer(200, json.dumps({"token": TOKEN, "expires_in": 60}).encode()),
        answer(200, json.dumps([TOKEN]).encode()),
        answer(200, json.dumps(TOKEN).encode()),
        answer(200, json.dumps({"access_token": TOKEN, "expires_in": 60}).encode()[:-1]),
        answer(200, f"<html>{TOKEN}</html>".encode(), "text/html"),
        answer(200, TOKEN.encode() + b"\xff"),
        answer(200, TOKEN.encode(), Content_Encoding="gzip"),
    ],
    ids=[
        "no lifetime", "odd lifetime", "negative", "object", "other name", "list", "text", "cut off",
        "html", "not utf-8", "not unpacked",
    ],
)  # fmt: skip
async def test_a_token_in_a_malformed_answer(stage: Stage, reply: bytes) -> None:
    """A token that comes in another shape than expected is not kept with the error."""
    stage.server.reply = lambda request: reply
    client = stage.client(max_retries=0)

    error = await stage.failure(client)

    assert isinstance(error, genesys_journey_kit.KitError)
    assert stage.leaks(error, client, but_not=("httpcore",)) == []


@pytest.mark.parametrize("bad", ["\n", "\r\nX-More: 1", "\x00", " ", "é", "\udc80"], ids=repr)
async def test_a_token_that_cannot_be_sent(stage: Stage, bad: str) -> None:
    """A token with control characters in it is never quoted."""
    token = TOKEN[:16] + bad + TOKEN[16:]
    stage.server.reply = lambda request: (
        granted(access_token=token) if request.path == TOKEN_PATH else answer(401)
    )
    client = stage.client(max_retries=0)

    error = await stage.failure(client)

    assert isinstance(error, genesys_journey_kit.KitError)
    assert stage.leaks(error, client) == []


async def test_a_token_host_that_is_not_there(stage: Stage) -> None:
    """Nobody listens at the token endpoint."""
    client = stage.client(login_url=f"http://127.0.0.1:{refused_port()}")

    error = await stage.failure(client)

    assert isinstance(error, genesys_journey_kit.ConnectionFailedError)
    assert stage.leaks(error, client) == []


async def test_a_token_request_that_breaks(stage: Stage) -> None:
    """The token endpoint hangs up."""
    stage.server.reply = lambda request: None
    client = stage.client()

    error = await stage.failure(client)

    assert isinstance(error, genesys_journey_kit.ConnectionFailedError)
    assert stage.leaks(error, client) == []


async def test_waiters_get_errors_that_are_as_silent(stage: Stage) -> None:
    """The copies of a failure that go to those who waited show no more than the first one."""
    stage.server.reply = lambda request: answer(401, _refusal(request.head + SECRET, "oauth"))
    client = stage.client(max_retries=0)

    errors = await stage.twin.together(lambda: client.journey.get_journey_session_events("s"), 8)

    assert all(isinstance(error, genesys_journey_kit.AuthenticationError) for error in errors)
    assert stage.leaks(*errors, client) == []


async def test_a_token_that_is_refused_twice(stage: Stage) -> None:
    """The API refuses the token, the next one too, and repeats both."""

    def reply(request: RawRequest) -> bytes:
        return answer(401, json.dumps({"message": request.head, "code": "bad.credentials"}).encode())

    stage.answers(reply)
    client = stage.client()

    error = await stage.failure(client)

    assert [r.path for r in stage.server.requests].count(TOKEN_PATH) == 2
    assert stage.leaks(error, client) == []


async def test_a_secret_as_client_id(twin: Twin) -> None:
    """Without a secret the message names what is missing and nothing else."""
    with pytest.raises(genesys_journey_kit.ConfigurationError) as caught:
        twin.client("genesys", client_id=SECRET)

    assert "mkClient" not in str(caught.value)
    assert "client_secret is missing" in str(caught.value)
