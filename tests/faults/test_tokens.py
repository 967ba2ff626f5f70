"""The token request of Genesys Cloud, and tokens that stop working."""

from __future__ import annotations

import gzip
import json
from typing import Any

import httpx
import pytest

from .behaviours import (
    ENDLESS,
    LOST,
    TOKEN,
    answer,
    broken_gzip,
    endless_body,
    failure,
    good,
    hang_up,
    redirect,
)
from .bench import GET, TOKEN_PATH, Bench
from .server import Behaviour, Connection, Received, closed_port


def _counts(bench: Bench) -> tuple[int, int]:
    return len(bench.token_requests), len(bench.calls)


def token(number: int = 1, **members: Any) -> Behaviour:
    """Issue a token."""
    body = {"access_token": f"{TOKEN}-{number}", "token_type": "bearer", "expires_in": 86_400, **members}
    return answer(200, json.dumps(body).encode())


async def test_one_token_for_many_calls(bench: Bench) -> None:
    """The token is asked for once and sent with every call."""
    client = bench.client("genesys")
    for _ in range(3):
        await bench.works(GET, client)
    assert _counts(bench) == (1, 3)
    assert {f"Bearer {TOKEN}"} == {request.headers["authorization"] for request in bench.calls}


@pytest.mark.parametrize("lifetime", [0.2, 1, 30, 86_400])
async def test_renewed_before_it_expires(bench: Bench, lifetime: float) -> None:
    """A token near its end is replaced ahead of time; the API never gets to refuse it."""
    client = bench.client("genesys")
    bench.server.plan(token(1, expires_in=lifetime), token(2), path=TOKEN_PATH)
    await bench.works(GET, client)
    bench.ahead += max(lifetime, 1) * 0.95 if lifetime < 600 else lifetime - 30
    await bench.works(GET, client)
    await bench.works(GET, client)
    assert _counts(bench) == (2, 3)
    assert [request.headers["authorization"][-1] for request in bench.calls] == ["1", "2", "2"]


async def test_refused_once(bench: Bench) -> None:
    """A refused token is replaced and the call made again, without a pause."""
    bench.server.plan(failure(401))
    bench.server.plan(token(1), token(2), path=TOKEN_PATH)
    await bench.works(GET, bench.client("genesys"))
    assert _counts(bench) == (2, 2)
    assert [request.headers["authorization"][-1] for request in bench.calls] == ["1", "2"]
    assert bench.slept == []


async def test_refused_always(bench: Bench) -> None:
    """A second refusal is the caller's; nothing goes round in circles."""
    bench.server.plan(then=failure(401))
    bench.server.plan(path=TOKEN_PATH)
    error = await bench.fails("AuthenticationError", GET, bench.client("genesys"))
    assert _counts(bench) == (2, 2)
    assert error.attempts == 1
    assert error.request.path in str(error)


async def test_given_token_is_not_renewed(bench: Bench) -> None:
    """A token of the caller is sent as it is; a refusal is the caller's."""
    bench.server.plan(then=failure(401))
    client = bench.twin.client("genesys", access_token="marker-given", base_url=bench.server.url)
    with pytest.raises(bench.twin.kit("genesys").AuthenticationError) as caught:
        await bench.twin(GET.send(client))
    assert _counts(bench) == (0, 1)
    assert "marker-given" not in str(caught.value)


async def test_refused_and_no_new_one(bench: Bench) -> None:
    """When the renewal fails for good its error is the one to see."""
    bench.server.plan(then=failure(401))
    bench.server.plan(token(1), answer(400, b'{"error": "invalid_client"}'), path=TOKEN_PATH)
    error = await bench.fails("BadRequestError", GET, bench.client("genesys"))
    assert error.code == "invalid_client"
    assert _counts(bench) == (2, 1)


async def test_refused_then_other_fault(bench: Bench) -> None:
    """After a renewal the call is repeated as any other."""
    bench.server.plan(failure(401), failure(503), hang_up)
    bench.server.plan(path=TOKEN_PATH)
    await bench.works(GET, bench.client("genesys"))
    assert _counts(bench) == (2, 4)
    assert bench.slept == [0.5, 1.0]


async def test_endpoint_is_down(bench: Bench) -> None:
    """Without a token endpoint the call fails after the usual repetitions; the API hears nothing."""
    with closed_port() as port:
        client = bench.client("genesys", login_url=f"http://127.0.0.1:{port}")
        error = await bench.fails("ConnectionFailedError", GET, client)
    assert error.attempts == 3
    assert bench.slept == [0.5, 1.0]
    assert _counts(bench) == (0, 0)


@pytest.mark.parametrize("lose", LOST, ids=lambda behaviour: behaviour.__name__)
async def test_endpoint_loses_its_answer(bench: Bench, lose: Behaviour) -> None:
    """A token request may always be repeated; the call itself was not sent."""
    client = bench.client("genesys")
    bench.server.plan(lose, path=TOKEN_PATH)
    await bench.works(GET, client)
    assert _counts(bench) == (2, 1)
    bench.forget()
    bench.ahead += 86_400
    bench.server.plan(then=lose, path=TOKEN_PATH)
    error = await bench.fails("ConnectionFailedError", GET, client)
    assert error.attempts == 3
    assert _counts(bench) == (3, 0)


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
async def test_endpoint_fails_once(bench: Bench, status: int) -> None:
    """A passing failure of the token endpoint is waited out, as long as it asks for."""
    bench.server.plan(failure(status, Retry_After="3"), path=TOKEN_PATH)
    await bench.works(GET, bench.client("genesys"))
    assert _counts(bench) == (2, 1)
    assert bench.slept == [3.0]


async def test_endpoint_fails_always(bench: Bench) -> None:
    """A lasting failure is told with its status, and that it was about the token."""
    bench.server.plan(then=failure(503), path=TOKEN_PATH)
    error = await bench.fails("ServerError", GET, bench.client("genesys"))
    assert _counts(bench) == (3, 0)
    assert error.attempts == 3
    assert "POST /oauth/token -> 503: no access token" in str(error)


@pytest.mark.parametrize("status", [400, 401])
async def test_wrong_credentials(bench: Bench, status: int) -> None:
    """Refused credentials are not tried again; the message says what to look at."""
    body = json.dumps({"error": "invalid_client", "error_description": "is marker-client-secret right?"})
    bench.server.plan(then=answer(status, body.encode()), path=TOKEN_PATH)
    name = {400: "BadRequestError", 401: "AuthenticationError"}[status]
    error = await bench.fails(name, GET, bench.client("genesys"))
    assert _counts(bench) == (1, 0)
    assert error.code == "invalid_client"
    assert error.attempts == 1
    assert "client_id, client_secret and region" in str(error)


UNUSABLE: dict[str, bytes] = {
    "empty": b"",
    "HTML": b"<html>sign in</html>",
    "cut JSON": b'{"access_token": "marker-issued-token',
    "list": b'["marker-issued-token"]',
    "no lifetime": b'{"access_token": "marker-issued-token"}',
    "no token": b'{"expires_in": 10}',
    "empty token": b'{"access_token": "", "expires_in": 10}',
    "token that is a number": b'{"access_token": 7, "expires_in": 10}',
    "lifetime that is a text": b'{"access_token": "marker-issued-token", "expires_in": "soon"}',
    "lifetime of nothing": b'{"access_token": "marker-issued-token", "expires_in": 0}',
    "negative lifetime": b'{"access_token": "marker-issued-token", "expires_in": -1}',
    "lifetime that is no number": b'{"access_token": "marker-issued-token", "expires_in": NaN}',
    "lifetime beyond all numbers": b'{"access_token": "marker-issued-token", "expires_in": 1'
    + b"0" * 400
    + b"}",
    "line break in the token": b'{"access_token": "marker-issued-token\\nX-Evil: 1", "expires_in": 10}',
    "deep nesting": b"[" * 50_000,
}


@pytest.mark.parametrize("body", UNUSABLE.values(), ids=UNUSABLE.keys())
async def test_unusable_token(bench: Bench, body: bytes) -> None:
    """A success without a token in it is told as such, without its body, and not asked for again."""
    bench.server.plan(then=answer(200, body), path=TOKEN_PATH)
    error = await bench.fails("ResponseDecodeError", GET, bench.client("genesys"))
    assert _counts(bench) == (1, 0)
    assert error.content == b""
    assert "token endpoint" in str(error)


async def test_unusable_token_counts_as_an_attempt(bench: Bench) -> None:
    """The error says how often the call was tried, like any other."""
    bench.server.plan(failure(503), answer(200, b"{}"), path=TOKEN_PATH)
    error = await bench.fails("ResponseDecodeError", GET, bench.client("genesys"))
    assert error.attempts == len(bench.token_requests) == 2


async def test_recovers(bench: Bench) -> None:
    """A failure is not remembered: the next call asks again."""
    client = bench.client("genesys")
    bench.server.plan(answer(200, b"<html>"), path=TOKEN_PATH)
    await bench.fails("ResponseDecodeError", GET, client)
    await bench.works(GET, client)
    assert _counts(bench) == (2, 1)


async def test_broken_packing(bench: Bench) -> None:
    """A token that cannot be unpacked is an answer that cannot be used, like one that is no JSON."""
    bench.server.plan(then=broken_gzip(), path=TOKEN_PATH)
    await bench.fails("ResponseDecodeError", GET, bench.client("genesys"))
    assert _counts(bench) == (1, 0)


async def test_refusal_with_broken_packing(bench: Bench) -> None:
    """A refused token is replaced even when the body of the refusal cannot be unpacked."""
    bench.server.plan(broken_gzip(401))
    bench.server.plan(path=TOKEN_PATH)
    await bench.works(GET, bench.client("genesys"))
    assert _counts(bench) == (2, 2)


async def test_endless_token(bench: Bench) -> None:
    """The answer of the token endpoint is not read without bound."""
    bench.server.plan(then=endless_body(200), path=TOKEN_PATH)
    client = bench.client("genesys", max_response_bytes=100_000, max_retries=0)
    with pytest.raises(bench.twin.kit("genesys").KitError):
        await bench.twin(GET.send(client))
    bench.server.wait_until_quiet()
    assert bench.server.most_sent < ENDLESS / 2


async def test_packed_endless_token(bench: Bench) -> None:
    """Nor is it unpacked without bound."""
    bomb = gzip.compress(b'{"filler": "' + b" " * 5_000_000 + b'", "access_token": "x", "expires_in": 9}')
    bench.server.plan(then=answer(200, bomb, Content_Encoding="gzip"), path=TOKEN_PATH)
    client = bench.client("genesys", max_response_bytes=100_000)
    await bench.fails("ResponseDecodeError", GET, client)


async def test_token_request_goes_where_it_should(bench: Bench) -> None:
    """Only the token request carries the credentials, and only the API request the token."""
    await bench.works(GET, bench.client("genesys"))
    (asked,), (called,) = bench.token_requests, bench.calls
    assert asked.headers["authorization"].startswith("Basic ")
    assert asked.body == b"grant_type=client_credentials"
    assert called.headers["authorization"] == f"Bearer {TOKEN}"


async def test_many_calls_at_once_after_a_revocation(bench: Bench) -> None:
    """Calls that are refused together share one renewal."""
    client = bench.client("genesys")
    await bench.works(GET, client)
    bench.forget()

    def only_new(connection: Connection, request: Received) -> None:
        fine = request.headers["authorization"].endswith("-new")
        (good if fine else failure(401))(connection, request)

    bench.server.plan(then=only_new)
    bench.server.plan(then=token(access_token=f"{TOKEN}-new"), path=TOKEN_PATH)
    results = await bench.twin.together(lambda: GET.send(client), 8)
    assert not [result for result in results if isinstance(result, BaseException)]
    assert len(bench.token_requests) == 1


async def test_many_calls_at_once_at_the_start(bench: Bench) -> None:
    """Calls that begin together share one token request."""
    client = bench.client("genesys")
    results = await bench.twin.together(lambda: GET.send(client), 8)
    assert not [result for result in results if isinstance(result, BaseException)]
    assert _counts(bench) == (1, 8)


async def test_many_calls_at_once_and_no_token(bench: Bench) -> None:
    """Calls that find no token all fail, each with an error of its own."""
    client = bench.client("genesys", max_retries=0)
    bench.server.plan(then=answer(400, b'{"error": "invalid_client"}'), path=TOKEN_PATH)
    results = await bench.twin.together(lambda: GET.send(client), 8)
    kind = bench.twin.kit("genesys").BadRequestError
    assert {kind} == {type(result) for result in results}
    assert len({id(result) for result in results}) == 8
    assert {1} == {result.attempts for result in results}
    assert bench.calls == []


async def test_redirected_token_request_gives_no_token(bench: Bench) -> None:
    """A redirect of the token endpoint is an error even when it comes with a token."""
    bench.server.plan(redirect(302, "/elsewhere"), path=TOKEN_PATH)
    error = await bench.fails("StatusError", GET, bench.client("genesys"))
    assert error.status_code == 302
    assert not isinstance(error, httpx.HTTPError)
