"""Answers that lie are errors that keep the body; good ones come with everything around them."""

from __future__ import annotations

import json
import pickle
from typing import Any

import httpx
import pytest

from tests.twins import Twin

USER = {"user_id": "u", "user_secret": "marker-user-secret"}
CONNECTION = "0d3f5a7c-1b2e-4f60-8a9b-c0d1e2f30415"


def _json(data: Any, **kwargs: Any) -> httpx.Response:
    return httpx.Response(kwargs.pop("status", 200), json=data, **kwargs)


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (httpx.Response(200, html="<h1>Sign in</h1>"), "not JSON but text/html"),
        (httpx.Response(200), "the answer has no body"),
        (httpx.Response(204), "the answer has no body"),
        (httpx.Response(200, content=b"  \n"), "the answer has no body"),
        (
            httpx.Response(200, content=b'[{"id": 1', headers={"content-type": "application/json"}),
            "not valid JSON",
        ),
        (
            httpx.Response(200, content=b"\xff\xfe\x00", headers={"content-type": "application/json"}),
            "not valid JSON",
        ),
        (_json({"a": 1}), "expected an array, got an object"),
        (_json([1]), "expected an object, got a number"),
        (httpx.Response(200, content=b"null"), "expected an array, got null"),
        (
            httpx.Response(200, content=b"[" * 100_000, headers={"content-type": "application/json"}),
            "nested too deeply",
        ),
    ],
    ids=["html", "empty", "204", "blank", "cut off", "binary", "object", "items", "null", "nesting"],
)
async def test_a_success_that_is_none(twin: Twin, answer: httpx.Response, message: str) -> None:
    """A 2xx with something else in it is an error with status and body, and is not repeated."""
    client = twin.client("snaptrade", answer)

    with pytest.raises(twin.kit("snaptrade").ResponseDecodeError, match=message) as caught:
        await twin(client.connections.list_brokerage_authorizations(**USER))

    assert answer.status_code == caught.value.status_code
    assert answer.content == caught.value.content
    assert len(twin.requests) == 1
    assert caught.value == pickle.loads(pickle.dumps(caught.value))


async def test_the_hook_hears_of_an_answer_that_lies(twin: Twin) -> None:
    """An attempt that ends with a decode error is told like any other."""
    seen: list[Any] = []
    client = twin.client("snaptrade", httpx.Response(200, html="<p>"), on_attempt=seen.append)
    with pytest.raises(twin.kit("snaptrade").ResponseDecodeError):
        await twin(client.connections.list_brokerage_authorizations(**USER))
    assert [(a.reason, a.status_code, a.delay) for a in seen] == [("decode error", 200, None)]


async def test_an_html_page_is_no_deletion(twin: Twin) -> None:
    """An operation without a result is done by an empty answer, not by a sign-in page."""
    client = twin.client("snaptrade", httpx.Response(200, html="<h1>Sign in</h1>"))
    with pytest.raises(twin.kit("snaptrade").ResponseDecodeError, match="HTML page"):
        await twin(client.connections.remove_brokerage_authorization(CONNECTION, **USER))


@pytest.mark.parametrize("answer", [httpx.Response(204), httpx.Response(200), _json({"detail": "done"})])
async def test_any_2xx_is_a_deletion(twin: Twin, answer: httpx.Response) -> None:
    """Any other 2xx counts, with or without a body."""
    client = twin.client("snaptrade", answer)
    assert await twin(client.connections.remove_brokerage_authorization(CONNECTION, **USER)) is None


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_redirects_are_not_followed(twin: Twin, status: int) -> None:
    """Credentials never go to another address; the error says what to check."""
    client = twin.client("snaptrade", httpx.Response(status, headers={"Location": "https://evil.test/"}))

    with pytest.raises(twin.kit("snaptrade").StatusError, match="redirects are not followed") as caught:
        await twin(client.connections.list_brokerage_authorizations(**USER))

    assert status == caught.value.status_code
    assert len(twin.requests) == 1


async def test_too_large_a_body(twin: Twin) -> None:
    """Reading stops at the limit; what was read is kept."""
    client = twin.client("snaptrade", httpx.Response(200, content=b" " * 2000), max_response_bytes=1000)

    with pytest.raises(twin.kit("snaptrade").ResponseDecodeError, match="max_response_bytes=1000") as caught:
        await twin(client.connections.list_brokerage_authorizations(**USER))

    assert len(caught.value.content) >= 1000


async def test_broken_compression(twin: Twin) -> None:
    """A body that cannot be unpacked is an error of the answer, not of the connection."""
    stream = httpx.ByteStream(b"not gzip")

    def handler(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers={"content-encoding": "gzip"}, stream=stream)

    client = twin.client("snaptrade", handler)
    with pytest.raises(twin.kit("snaptrade").ResponseDecodeError, match="not valid gzip data"):
        await twin(client.connections.list_brokerage_authorizations(**USER))


async def test_raw_response(twin: Twin) -> None:
    """Status, headers, body, id, limits and timing come around the same result."""
    answer = _json(
        [{"name": "n"}],
        headers={
            "X-Request-ID": "r-1",
            "X-RateLimit-Limit": "250",
            "X-RateLimit-Remaining": "249",
            "X-RateLimit-Reset": "60",
        },
    )
    client = twin.client("snaptrade", answer)

    response = await twin(client.connections.with_raw_response.list_brokerage_authorizations(**USER))

    assert [connection.name for connection in response.parsed] == ["n"]
    assert (
        response.status_code,
        response.request_id,
        response.attempts,
        response.rate_limit.remaining,
    ) == (200, "r-1", 1, 249)
    assert response.content.replace(b" ", b"") == b'[{"name":"n"}]'
    assert response.headers["content-type"] == "application/json"
    assert response.elapsed == 0.0
    assert str(response.request) == "GET /authorizations"
    assert "marker" not in repr(response)
    copied = pickle.loads(pickle.dumps(response))
    assert response == copied


@pytest.mark.parametrize("status", [400, 401, 402, 403, 404, 409, 413, 418, 422, 499, 501, 520])
async def test_status_errors_carry_everything(twin: Twin, status: int) -> None:
    """Class, status, vendor code, message, body, headers and id are all there."""
    kit = twin.kit("snaptrade")
    body = {"detail": "why marker-user-secret", "status_code": 999, "code": "1083"}
    client = twin.client("snaptrade", _json(body, status=status, headers={"X-Request-ID": "r"}))

    with pytest.raises(kit.StatusError) as caught:
        await twin(client.connections.list_brokerage_authorizations(**USER))

    error = caught.value
    assert (status, "1083", "r") == (error.status_code, error.code, error.request_id)
    assert error.body == {"detail": "why [hidden]", "status_code": 999, "code": "1083"}
    assert json.loads(error.content) == error.body
    assert f"GET /authorizations -> {status}: why [hidden] [code 1083] (request id r)" == str(error)
    assert error == pickle.loads(pickle.dumps(error))


@pytest.mark.parametrize(
    ("vendor", "body", "code", "message"),
    [
        ("snaptrade", {"default_detail": "d", "default_code": 1076}, "1076", "d"),
        ("snaptrade", {"detail": "d", "default_code": 1141}, "1141", "d"),
        ("snaptrade", {"detail": "d", "status_code": 500, "code": 1000}, "1000", "d"),
        ("snaptrade", {"error": "e"}, None, "e"),
        ("snaptrade", {"detail": True, "code": None}, None, "I'm a teapot"),
        ("snaptrade", ["odd"], None, "I'm a teapot"),
        ("snaptrade", "plain", None, "plain"),
        ("genesys", {"message": "m", "code": "not.found", "status": 404, "contextId": "c"}, "not.found", "m"),
        ("genesys", {"error": "invalid_client", "description": "d"}, "invalid_client", "d"),
        ("genesys", {"error": "x", "error_description": "e", "description": "d"}, "x", "e"),
        ("genesys", {"message": "", "messageWithParams": "w {x}"}, None, "w {x}"),
        ("genesys", [1], None, "I'm a teapot"),
        ("stream", {"code": 4, "message": "m", "StatusCode": 400, "details": []}, "4", "m"),
        ("stream", {"code": True, "message": 7}, None, "I'm a teapot"),
        ("stream", [], None, "I'm a teapot"),
    ],
)
async def test_error_bodies_of_the_vendors(
    twin: Twin, vendor: str, body: Any, code: str | None, message: str
) -> None:
    """Code and message are found in every shape a vendor uses, and nothing odd makes it fail."""
    client = twin.client(vendor, _json(body, status=418))

    with pytest.raises(twin.kit(vendor).StatusError) as caught:
        await twin(client.request("GET", "/x"))

    assert code == caught.value.code
    assert message in caught.value.message
    assert body == caught.value.body


@pytest.mark.parametrize("content", [b"", b"<html>edge</html>", b"\xff\xfe", b"{", b"[" * 100_000])
async def test_error_bodies_that_are_not_json(twin: Twin, content: bytes) -> None:
    """Stream's edge answers without JSON; the text is kept, building the error never fails."""
    client = twin.client("stream", httpx.Response(418, content=content))

    with pytest.raises(twin.kit("stream").StatusError) as caught:
        await twin(client.request("GET", "/x"))

    assert content == caught.value.content
    assert (None if not content else content.decode("utf-8", "replace")) == caught.value.body
    assert len(str(caught.value)) <= 500
