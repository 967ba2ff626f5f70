"""Genesys Cloud: regions, paging, tokens."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from genesys_journey_kit import ConfigurationError, GenesysJourney
from genesys_journey_kit._regions import find_hosts
from genesys_journey_openapi._runtime.pagination import cursor_from_uri
from genesys_journey_openapi.client import SERVERS

from tests.twins import Twin


@pytest.mark.parametrize("server", SERVERS, ids=lambda server: server.extra["region"])
def test_regions(server: Any) -> None:
    """Each of the 18 regions is found by domain and by AWS name, in any spelling."""
    domain = server.url.removeprefix("https://api.")
    for name in (domain, domain.upper(), server.extra["region"], server.extra["region"].replace("-", "_")):
        hosts = find_hosts(name)
        assert (server.url, f"https://login.{domain}") == (hosts.api, hosts.login)


def test_an_unknown_region() -> None:
    """An unknown region is refused with the list of known ones."""
    assert len(SERVERS) == 18
    with pytest.raises(ConfigurationError, match=r"region is unknown; known are mypurecloud\.com"):
        GenesysJourney(region="mars-1", access_token="t")


@pytest.mark.parametrize(
    ("base_url", "login_url", "login"),
    [
        ("https://api.new.test", None, "https://login.new.test"),
        ("http://127.0.0.1:1/", None, "http://127.0.0.1:1"),
        ("http://127.0.0.1:1", "http://127.0.0.1:2/", "http://127.0.0.1:2"),
    ],
)
def test_own_hosts(base_url: str, login_url: str | None, login: str) -> None:
    """A base URL stands in for the region; the login host follows it or is given."""
    assert login == find_hosts("whatever", base_url, login_url).login
    assert find_hosts("mypurecloud.com", None, "https://else.test").login == "https://else.test"


@pytest.mark.parametrize(
    ("uri", "cursor"),
    [
        ("/api/v2/journey/sessions/s/events?after=a%3D%2C1&pageSize=2", "a=,1"),
        ("https://api.mypurecloud.com/x?pageSize=2&after=b", "b"),
        ("/x?pageSize=2", None),
        ("/x?after=", None),
        ("/x?before=1", None),
        ("", None),
        (None, None),
    ],
)
def test_cursor_of_an_address(uri: str | None, cursor: str | None) -> None:
    """The cursor is taken out of relative and absolute addresses and decoded once."""
    assert cursor == cursor_from_uri(uri, "after")


def _pages(*pages: tuple[list[str], str | None]) -> Any:
    """Serve pages by cursor: the n-th page is that after cursor ``c<n>``."""

    def handler(request: httpx.Request) -> httpx.Response:
        after = request.url.params.get("after")
        number = int(after.removeprefix("c")) if after else 0
        items, following = pages[number]
        body: dict[str, Any] = {"entities": [{"id": item} for item in items]}
        if following is not None:
            body["nextUri"] = f"/api/v2/journey/sessions/s/events?after={following}"
        return httpx.Response(200, json=body)

    return handler


async def test_iterating_over_all_events(twin: Twin) -> None:
    """Items come in order over all pages; each request repeats page size and filter."""
    client = twin.client("genesys", _pages((["a", "b"], "c1"), (["c"], "c2"), ([], None)))

    events = client.journey.iter_journey_session_events("s", page_size=2, event_type=iter(["x", "y"]))

    assert [event.id for event in await twin.collect(events)] == ["a", "b", "c"]
    queries = [request.url.query for request in twin.requests]
    assert queries == [
        b"pageSize=2&eventType=x%2Cy",
        b"after=c1&pageSize=2&eventType=x%2Cy",
        b"after=c2&pageSize=2&eventType=x%2Cy",
    ]


async def test_pages_and_resuming(twin: Twin) -> None:
    """A page tells where the next one begins; an iteration can begin there."""
    client = twin.client("genesys", _pages((["a"], "c1"), (["b"], "c2"), (["c"], None)))

    pages = await twin.collect(client.journey.iter_journey_session_events("s").pages())
    assert [(page.next_cursor, len(page.items)) for page in pages] == [("c1", 1), ("c2", 1), (None, 1)]

    rest = client.journey.iter_journey_session_events("s", after=pages[0].next_cursor)
    assert [event.id for event in await twin.collect(rest)] == ["b", "c"]
    assert [event.id for event in await twin.collect(rest)] == ["b", "c"], "it can be iterated again"


async def test_pages_are_fetched_when_needed(twin: Twin) -> None:
    """Nothing is requested before iteration, and no page ahead."""
    client = twin.client("genesys", _pages((["a", "b"], "c1"), (["c"], None)))
    events = client.journey.iter_journey_session_events("s")
    assert twin.requests == []
    if twin.is_async:
        iterator = aiter(events)
        await anext(iterator)
        await iterator.aclose()
    else:
        next(iter(events))
    assert len(twin.requests) == 1


async def test_cursors_that_go_in_a_circle(twin: Twin) -> None:
    """A cursor that was used before ends the iteration with an error."""
    client = twin.client("genesys", _pages((["a"], "c1"), (["b"], "c1")))
    with pytest.raises(twin.kit("genesys").PaginationError, match="same cursor"):
        await twin.collect(client.journey.iter_journey_session_events("s"))
    assert len(twin.requests) == 2


async def test_pages_that_never_end(twin: Twin) -> None:
    """Three empty pages in a row are the end, whatever address they name."""
    client = twin.client(
        "genesys", _pages((["a"], "c1"), ([], "c2"), ([], "c3"), ([], "c4"), (["never"], None))
    )
    events = await twin.collect(client.journey.iter_journey_session_events("s"))
    assert [event.id for event in events] == ["a"]
    assert len(twin.requests) == 4


@pytest.mark.parametrize("size", [0, -1, 201])
async def test_page_sizes_out_of_range(twin: Twin, size: int) -> None:
    """The vendor serves 1 to 200 events per page."""
    client = twin.client("genesys", _pages(([], None)))
    with pytest.raises(twin.kit("genesys").InvalidArgumentError, match="page_size must be from 1 to 200"):
        client.journey.iter_journey_session_events("s", page_size=size)


async def test_a_given_token_is_not_renewed(twin: Twin) -> None:
    """A 401 with the caller's own token is the caller's to handle."""
    client = twin.client("genesys", httpx.Response(401, json={"code": "bad.credentials", "message": "m"}))
    with pytest.raises(twin.kit("genesys").AuthenticationError):
        await twin(client.journey.get_journey_session_events("s"))
    assert len(twin.requests) == 1
    assert twin.requests[0].headers["authorization"] == "Bearer marker-access-token"


@pytest.mark.parametrize(
    ("answer", "error", "message"),
    [
        (httpx.Response(401, json={"error": "invalid_client"}), "AuthenticationError", "check client_id"),
        (httpx.Response(400, text="no json"), "BadRequestError", "the token endpoint refused"),
        (httpx.Response(200, html="<p>"), "ResponseDecodeError", "without access_token"),
        (httpx.Response(200, json={"access_token": "marker-token"}), "ResponseDecodeError", "expires_in"),
        (
            httpx.Response(200, json={"access_token": 1, "expires_in": 5}),
            "ResponseDecodeError",
            "access_token",
        ),
        (
            httpx.Response(200, json={"access_token": "t", "expires_in": 0}),
            "ResponseDecodeError",
            "expires_in",
        ),
        (httpx.Response(200, json=[]), "ResponseDecodeError", "access_token"),
        (httpx.Response(302, headers={"location": "https://evil.test"}), "StatusError", "refused"),
    ],
)
async def test_token_endpoint_that_gives_no_token(
    twin: Twin, answer: httpx.Response, error: str, message: str
) -> None:
    """Every way to get no token is an error that says so and shows no secret."""
    client = twin.client("genesys", answer, client_id="id", client_secret="marker-secret")

    with pytest.raises(getattr(twin.kit("genesys"), error), match=message) as caught:
        await twin(client.journey.get_journey_session_events("s"))

    assert "marker" not in str(caught.value)
    assert "POST /oauth/token" in str(caught.value)
    assert {"/oauth/token"} == {request.url.path for request in twin.requests}


async def test_token_renewal_by_the_clock(twin: Twin) -> None:
    """A token serves until shortly before it expires, then the next one is fetched."""
    count = [0]

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/oauth/token":
            count[0] += 1
            return httpx.Response(200, json={"access_token": f"T{count[0]}", "expires_in": 600})
        return httpx.Response(200, json={})

    client = twin.client("genesys", answer, client_id="id", client_secret="s")
    for advance in (0, 539, 2, 600):
        twin.clock.now += advance
        await twin(client.journey.get_journey_session_events("s"))

    used = [r.headers["authorization"] for r in twin.requests if r.url.path != "/oauth/token"]
    assert used == ["Bearer T1", "Bearer T1", "Bearer T2", "Bearer T3"]


async def test_a_refused_token_is_renewed_once(twin: Twin) -> None:
    """A 401 brings one new token and one more try; the next 401 is the error."""
    tokens = iter(["T1", "T2", "T3"])

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/oauth/token":
            return httpx.Response(200, json={"access_token": next(tokens), "expires_in": 600})
        return httpx.Response(401 if request.headers["authorization"] == "Bearer T1" else 200, json={})

    client = twin.client("genesys", answer, client_id="id", client_secret="s")
    await twin(client.journey.get_journey_session_events("s"))
    assert len(twin.requests) == 4


@pytest.mark.parametrize(
    "settings",
    [
        {"access_token": "t", "client_id": "i"},
        {"access_token": "t", "client_secret": "s"},
    ],
)
async def test_two_kinds_of_credentials(twin: Twin, settings: dict[str, str]) -> None:
    """A token and a pair exclude each other."""
    with pytest.raises(twin.kit("genesys").ConfigurationError, match="not both"):
        twin.client("genesys", httpx.Response(200), **settings)


async def test_a_renewal_that_fails_early_hurts_nobody(twin: Twin) -> None:
    """While the old token still works, a failed renewal is tried again by the next call."""
    answers = iter(
        [
            httpx.Response(200, json={"access_token": "T1", "expires_in": 600}),
            httpx.Response(503),
            httpx.Response(200, json={"access_token": "T2", "expires_in": 600}),
        ]
    )

    def answer(request: httpx.Request) -> httpx.Response:
        return next(answers) if request.url.path == "/oauth/token" else httpx.Response(200, json={})

    client = twin.client("genesys", answer, client_id="id", client_secret="secret")
    for advance in (0, 550, 1):
        twin.clock.now += advance
        await twin(client.journey.get_journey_session_events("s"))

    used = [r.headers["authorization"] for r in twin.requests if r.url.path != "/oauth/token"]
    assert used == ["Bearer T1", "Bearer T1", "Bearer T2"]
