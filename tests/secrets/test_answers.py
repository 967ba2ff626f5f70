"""Nothing shows when the server refuses or answers nonsense, even when it repeats our secrets."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest

from .conftest import Stage
from .markers import MARKERS
from .server import RawRequest, answer

Slips = dict[str, str]


def _bytes(value: Any) -> bytes:
    return json.dumps(value).encode()


def _json(value: Any, *, escaped: bool = True) -> tuple[bytes, str]:
    return json.dumps(value, ensure_ascii=escaped).encode(), "application/json"


def _joined(slips: Slips) -> str:
    return "; ".join(slips.values())


FORMS: dict[str, Callable[[Slips], tuple[bytes, str]]] = {
    "detail": lambda slips: _json({"detail": _joined(slips), "code": "1076"}),
    "message": lambda slips: _json({"message": _joined(slips), "code": 4}),
    "nested": lambda slips: _json({"errors": [{"seen": slips}, list(slips.values())]}),
    "keys": lambda slips: _json({value: ["is wrong"] for value in slips.values()}),
    "unescaped": lambda slips: _json({"detail": _joined(slips)}, escaped=False),
    "cut off": lambda slips: (_json({"detail": _joined(slips)})[0][:-2], "application/json"),
    "text": lambda slips: (_joined(slips).encode(), "text/plain"),
    "html": lambda slips: (f"<html><pre>{_joined(slips)}</pre></html>".encode(), "text/html"),
    "broken text": lambda slips: (_joined(slips).encode() + b"\xff\xfe", "text/plain"),
    "url": lambda slips: _json(
        {"detail": "&".join(f"x={quote(v, safe='')}" for n, v in slips.items() if n != "head")}
    ),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("status", [400, 401, 429])
async def test_a_refusal_that_repeats_secrets(stage: Stage, form: str, status: int) -> None:
    """Message, body, bytes, pickle and copy of the error hide what a careless server repeats."""

    def reply(request: RawRequest) -> bytes:
        body, kind = FORMS[form](stage.case.echoes(request))
        return answer(status, body, kind, Retry_After="0")

    stage.answers(reply)
    client = stage.client(max_retries=1)

    error = await stage.failure(client)

    assert status == error.status_code  # type: ignore[attr-defined]
    assert stage.leaks(error, client) == []


async def test_a_refusal_without_a_body(stage: Stage) -> None:
    """A refusal without a word shows nothing, for an operation that is charged as well."""
    stage.answers(lambda request: answer(403))
    client = stage.client()

    errors = [await stage.failure(client), await stage.failure(client, charge=True)]

    assert stage.leaks(*errors, client) == []


async def test_repeated_attempts(stage: Stage) -> None:
    """Neither the records about repetitions nor the attempts handed to the hook show anything."""

    def reply(request: RawRequest) -> bytes:
        return answer(503, _bytes(stage.case.echoes(request)))

    stage.answers(reply)
    attempts: list[Any] = []
    client = stage.client(max_retries=2, on_attempt=attempts.append)

    error = await stage.failure(client)

    assert len(attempts) == 3
    assert stage.leaks(error, attempts, client) == []


@pytest.mark.parametrize("status", [301, 302, 307, 308])
async def test_a_redirect_that_repeats_the_query(stage: Stage, status: int) -> None:
    """The address of a redirect carries the query, and with it the secrets; the error hides them."""

    def reply(request: RawRequest) -> bytes:
        target = request.head.split(" ")[1]
        sent = f"{request.header('authorization')} {request.header('signature')}"
        return answer(status, Location=f"https://elsewhere.test{target}#{quote(sent, safe='')}")

    stage.answers(reply)
    client = stage.client()

    error = await stage.failure(client)

    # What httpcore writes about response headers at DEBUG is its own.
    assert stage.leaks(error, client, but_not=("httpcore",)) == []
    assert "redirects are not followed" in str(error)


@pytest.mark.parametrize("status", [200, 500], ids=["nonsense", "refusal"])
async def test_headers_that_repeat_secrets(stage: Stage, status: int) -> None:
    """A proxy that sends our own headers back in its answer does not put them into the error."""

    def reply(request: RawRequest) -> bytes:
        sent = " ".join(request.head.split("\r\n"))
        return answer(status, b"{", X_Seen=sent, X_Request_ID=sent)

    stage.answers(reply)
    client = stage.client(max_retries=0)

    error = await stage.failure(client)

    assert stage.leaks(error, client, but_not=("httpcore",)) == []


NONSENSE: dict[str, Callable[[str], tuple[bytes, str]]] = {
    "html": lambda slips: (f"<html>{slips}</html>".encode(), "text/html"),
    "cut off": lambda slips: (_bytes({"x": slips})[:-2], "application/json"),
    "text": lambda slips: (_bytes(slips), "application/json"),
    "list of texts": lambda slips: (_bytes([slips]), "application/json"),
    "not utf-8": lambda slips: (slips.encode() + b"\xff", "application/json"),
    "after json": lambda slips: (b"[] " + slips.encode(), "application/json"),
}


@pytest.mark.parametrize("form", NONSENSE)
async def test_an_answer_that_is_not_what_it_should_be(stage: Stage, form: str) -> None:
    """What cannot be read is kept with the error, without the secrets in it."""

    def reply(request: RawRequest) -> bytes:
        return answer(200, *NONSENSE[form](" ".join(stage.case.echoes(request).values())))

    stage.answers(reply)
    client = stage.client()

    error = await stage.failure(client)

    assert isinstance(error, stage.twin.kit(stage.case.vendor).ResponseDecodeError)
    assert stage.leaks(error, client) == []


@pytest.mark.parametrize("kind", ["too large", "not unpacked"])
async def test_a_body_that_is_not_read_to_its_end(stage: Stage, kind: str) -> None:
    """A body over the allowed size, or one that cannot be unpacked, shows nothing."""

    def reply(request: RawRequest) -> bytes:
        slips = _bytes(" ".join(stage.case.echoes(request).values()))
        return answer(200, slips, Content_Encoding="gzip" if kind == "not unpacked" else "identity")

    stage.answers(reply)
    client = stage.client(max_response_bytes=400)

    error = await stage.failure(client)

    assert isinstance(error, stage.twin.kit(stage.case.vendor).ResponseDecodeError)
    assert stage.leaks(error, client) == []


async def test_values_of_unexpected_types(stage: Stage) -> None:
    """What is logged about an odd value in a good answer does not contain the value."""
    odd = {"id": 7, "name": MARKERS["user_secret"], "created_date": MARKERS["access_token"], "brokerage": "x"}
    bodies = {
        "snaptrade": [odd],
        "genesys": {"entities": MARKERS["access_token"]},
        "stream": {"events": MARKERS["api_secret"], "duration": 1},
    }
    stage.answers(lambda request: answer(200, _bytes(bodies[stage.case.vendor])))

    await stage.twin(stage.case.call(stage.client()))

    assert stage.leaks() == []


async def test_free_requests_that_are_refused(stage: Stage) -> None:
    """Secrets in the query of a request to an unknown endpoint are hidden like declared ones."""

    def reply(request: RawRequest) -> bytes:
        return answer(400, _bytes({"detail": request.head, "seen": MARKERS["user_secret"]}))

    stage.answers(reply)
    client = stage.client()
    query = {"userId": "u", "userSecret": MARKERS["user_secret"]}

    with pytest.raises(stage.twin.kit(stage.case.vendor).BadRequestError) as caught:
        await stage.twin(client.request("GET", "/accounts", query=query))

    assert stage.leaks(caught.value, client) == []
