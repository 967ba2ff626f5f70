"""Nothing shows when all goes well."""

from __future__ import annotations

import contextlib
import copy
import json
import pickle
from typing import Any

import httpx
import pytest

from tests.twins import Twin

from .cases import CASES, Case
from .conftest import Stage
from .markers import MARKERS
from .server import RawRequest, RawServer, answer
from .watch import LogWatch, object_leaks, pickle_leaks

BODIES: dict[str, Any] = {
    "snaptrade": [{"id": "0d3f5a7c-1b2e-4f60-8a9b-c0d1e2f30415", "name": "Mine"}],
    "genesys": {"entities": [{"id": "event-1"}]},
    "stream": {"duration": "1ms", "events": []},
}
RESOURCES = {"snaptrade": "connections", "genesys": "journey", "stream": "events"}


def content(stage: Stage) -> Any:
    """Let the server be content."""

    def reply(request: RawRequest) -> bytes:
        return answer(200, json.dumps(BODIES[stage.case.vendor]).encode(), X_Request_ID="r-1")

    stage.answers(reply)


async def test_a_successful_call(stage: Stage) -> None:
    """Client, resources, result, settings, attempts and the log stay silent; the call was made."""
    content(stage)
    attempts: list[Any] = []
    client = stage.client(on_attempt=attempts.append)

    result = await stage.twin(stage.case.call(client))

    resource = getattr(client, RESOURCES[stage.case.vendor])
    objects = (client, client._auth, client._settings, resource, resource.with_raw_response, result, attempts)
    assert stage.leaks(*objects) == []
    assert stage.twin.kit(stage.case.vendor).__name__ in stage.watch.loggers()
    assert len(attempts) == 1


async def test_a_raw_response(stage: Stage) -> None:
    """Status, headers, body and timing around a result show nothing; neither do pickle and copy."""
    content(stage)
    client = stage.client()
    raw = getattr(client, RESOURCES[stage.case.vendor]).with_raw_response

    response = await stage.twin(stage.case.call(_Raw(raw)))

    searcher = stage.case.searcher()
    assert stage.leaks(response, copy.deepcopy(response)) == []
    assert pickle_leaks(searcher, response, "response") == []
    assert response == pickle.loads(pickle.dumps(response))


class _Raw:
    """Stands in for a client whose resources return raw responses."""

    def __init__(self, resource: Any) -> None:
        self.connections = self.journey = self.events = resource


async def test_models_travel(stage: Stage) -> None:
    """The result of a call can be pickled and copied, and takes no secret along."""
    content(stage)
    result = await stage.twin(stage.case.call(stage.client()))

    searcher = stage.case.searcher()
    assert pickle_leaks(searcher, result, "result") == []
    assert object_leaks(searcher, copy.deepcopy(result), "copy") == []


async def test_a_client_with_other_settings(stage: Stage) -> None:
    """The twin that `with_options` makes is as silent as the client itself."""
    content(stage)
    client = stage.client().with_options(timeout=3.0, deadline=9.0, max_retries=1, headers={"X-Trace": "1"})

    await stage.twin(stage.case.call(client))

    assert stage.leaks(client, client._settings) == []


@pytest.mark.parametrize("travel", [pickle.dumps, copy.deepcopy], ids=["pickle", "deepcopy"])
async def test_clients_do_not_travel(stage: Stage, travel: Any) -> None:
    """Pickling or copying a client is refused without showing what it holds."""
    client = stage.client()

    with pytest.raises(TypeError) as caught:
        travel(client)

    assert stage.leaks(caught.value) == []


@pytest.mark.parametrize("name", ["RequestOptions", "Settings"])
async def test_options_show_no_headers_and_no_query(case: Case, twin: Twin, name: str) -> None:
    """Headers and query of a caller may hold anything, so the settings do not print them."""
    kit = twin.kit(case.vendor)
    headers = {"X-Key": MARKERS["access_token"]}
    if name == "Settings":
        value = twin.client(case.vendor, headers=headers, transport=None)._settings
    else:
        value = kit.RequestOptions(headers=headers, query={"userSecret": MARKERS["user_secret"]})

    texts = (repr(value), str(value), f"{value}")

    assert [set()] * 3 == [case.searcher().find(text) for text in texts]


async def test_free_requests(stage: Stage) -> None:
    """The query of a request to an unknown endpoint is as silent as that of a known one."""
    content(stage)
    client = stage.client()
    secret = {"userSecret": MARKERS["user_secret"]}

    response = await stage.twin(client.request("GET", "/accounts/a-1/balances", query=secret))

    assert stage.leaks(client, response) == []
    assert b"mkUserSecret" in stage.server.requests[-1].head.encode()


async def test_a_bound_user(twin: Twin, watch: LogWatch, server: RawServer) -> None:
    """A user that was bound to a client holds the secret and does not show it."""
    stage = Stage(CASES[0], twin, watch, server)
    content(stage)
    client = stage.client()
    user = client.user("user-1", MARKERS["user_secret"])

    result = await twin(user.connections.list_brokerage_authorizations())

    assert stage.leaks(user, user.connections, result, client) == []
    with pytest.raises(TypeError) as caught:
        pickle.dumps(user)
    assert stage.leaks(caught.value) == []


async def test_a_client_of_the_caller(stage: Stage) -> None:
    """Httpx logs the address of each request at INFO; the query in it is hidden there as well."""
    content(stage)
    async with httpx.AsyncClient(trust_env=False) as asynchronous, contextlib.AsyncExitStack() as stack:
        http = asynchronous if stage.twin.is_async else stack.enter_context(httpx.Client(trust_env=False))
        client = stage.client(http_client=http)
        await stage.twin(stage.case.call(client))
        assert stage.leaks(client) == []
