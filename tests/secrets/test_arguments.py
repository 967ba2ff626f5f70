"""Nothing shows when a secret lands in the wrong argument."""

from __future__ import annotations

import json
from typing import Any

import pytest

from .cases import CONNECTION
from .conftest import Stage
from .markers import MARKERS
from .server import answer

SECRET = MARKERS["user_secret"]
PLAIN = "mkUserSecret-3f0c6d2e-8a41-4c58"
SETTINGS = [
    "base_url", "timeout", "deadline", "max_retries", "max_response_bytes", "headers", "http_client",
    "on_attempt", "limiter", "middleware", "transport", "environment",
]  # fmt: skip


async def _outcome(stage: Stage, **settings: Any) -> BaseException | None:
    """Make a client and a call; return the error, whichever of the two raises it."""
    try:
        await stage.twin(stage.case.call(stage.client(**settings)))
    except Exception as error:  # noqa: BLE001 -- whatever comes out is searched
        return error
    return None


@pytest.mark.parametrize("value", [SECRET, PLAIN], ids=["awkward", "plain"])
@pytest.mark.parametrize("setting", SETTINGS)
async def test_a_secret_as_a_setting(stage: Stage, setting: str, value: str) -> None:
    """A setting that is really a secret is refused, by name and type, not by value."""
    stage.answers(lambda request: answer(200, b"{}"))
    if setting == "base_url":
        client = stage.twin.client
        with pytest.raises(stage.twin.kit(stage.case.vendor).ConfigurationError) as caught:
            client(stage.case.vendor, **{**stage.case.credentials, "base_url": value})
        error: BaseException | None = caught.value
    else:
        error = await _outcome(stage, **{setting: value})

    assert error is not None
    assert stage.leaks(error) == []


@pytest.mark.parametrize("setting", ["timeout", "deadline", "max_retries", "max_response_bytes"])
async def test_a_text_as_a_number(stage: Stage, setting: str) -> None:
    """A number that came as a text, as it does from environment variables, is named."""
    with pytest.raises(stage.twin.kit(stage.case.vendor).ConfigurationError, match=setting) as caught:
        stage.client(**{setting: PLAIN})

    assert stage.leaks(caught.value) == []


@pytest.mark.parametrize(
    "url",
    [
        f"https://user:{PLAIN}@api.test",
        f"https://api.test/?userSecret={PLAIN}",
        f"https://api.test/#{PLAIN}",
        f"ftp://{PLAIN}",
        f"https://{PLAIN}:port/",
        f"https://[{PLAIN}]/",
    ],
    ids=["password", "query", "fragment", "scheme", "port", "brackets"],
)
async def test_a_secret_in_the_base_url(stage: Stage, url: str) -> None:
    """What is wrong with an address is said without the address."""
    with pytest.raises(stage.twin.kit(stage.case.vendor).ConfigurationError) as caught:
        stage.twin.client(stage.case.vendor, **{**stage.case.credentials, "base_url": url})

    assert stage.leaks(caught.value) == []


@pytest.mark.parametrize("value", [SECRET, PLAIN], ids=["awkward", "plain"])
async def test_a_secret_as_a_region(stage: Stage, value: str) -> None:
    """An unknown region may be a secret in the wrong place."""
    credentials = {"region": value, "access_token": MARKERS["access_token"]}
    with pytest.raises(stage.twin.kit("genesys").ConfigurationError) as caught:
        stage.twin.client("genesys", **credentials)

    assert stage.leaks(caught.value) == []


BAD: dict[str, Any] = {
    "blank behind": lambda secret: f"{secret} ",
    "blank before": lambda secret: f" {secret}",
    "line break": lambda secret: f"{secret}\n",
    "bytes": lambda secret: secret.encode(),
    "list": lambda secret: [secret],
}


@pytest.mark.parametrize("bad", BAD)
async def test_credentials_that_are_refused(stage: Stage, bad: str) -> None:
    """Blanks around a credential, or another type, are told without the credential."""
    key = next(name for name, value in stage.case.credentials.items() if value in MARKERS.values())

    with pytest.raises(stage.twin.kit(stage.case.vendor).ConfigurationError, match=key) as caught:
        stage.client(**{key: BAD[bad](MARKERS["access_token"])})

    assert stage.leaks(caught.value) == []


CALLS: dict[str, Any] = {
    "uuid": lambda c, s: c.connections.detail_brokerage_authorization(s, user_id="u", user_secret=s),
    "bytes": lambda c, s: c.connections.list_brokerage_authorizations(user_id="u", user_secret=s.encode()),
    "list": lambda c, s: c.connections.list_brokerage_authorizations(user_id="u", user_secret=[s]),
    "user id": lambda c, s: c.connections.list_brokerage_authorizations(user_id=[s], user_secret=s),
    "comma": lambda c, s: c.connections.session_events(user_id=[f"{s},x"]),
    "surrogate": lambda c, s: c.connections.list_brokerage_authorizations(
        user_id="u", user_secret=f"{s}\udc80"
    ),
    "path": lambda c, s: c.request("GET", s),
    "path with query": lambda c, s: c.request("GET", f"/accounts?userSecret={s}"),
    "path with controls": lambda c, s: c.request("GET", f"/accounts/{s}\n\x00"),
    "method": lambda c, s: c.request(f"{s}\n", "/accounts"),
    "free query": lambda c, s: c.request("GET", "/accounts", query={"userSecret": [s]}),
    "free header": lambda c, s: c.request("GET", "/accounts", headers={"X-Key": f"{s}\n"}),
    "free header name": lambda c, s: c.request("GET", "/accounts", headers={f"{s}\n": "x"}),
    "header beyond ascii": lambda c, s: c.request("GET", "/accounts", headers={"X-Key": f"{s}é\udc80"}),
    "body with a set": lambda c, s: c.request("POST", "/x", body={"k": {s}}),
    "body with bytes": lambda c, s: c.request("POST", "/x", body={s: s.encode()}),
    "body with a surrogate": lambda c, s: c.request("POST", "/x", body={"k": f"{s}\udc80"}),
}


@pytest.mark.parametrize("call", CALLS)
async def test_a_secret_as_an_argument(stage: Stage, call: str) -> None:
    """An argument of the wrong kind is named; its value stays hidden, and nothing is sent."""
    if "connections" in CALLS[call].__code__.co_names and stage.case.vendor != "snaptrade":
        return
    stage.answers(lambda request: answer(200, b"[]"))
    client = stage.client()

    kit = stage.twin.kit(stage.case.vendor)
    # What belongs to the options of a call is refused like the settings of a client.
    with pytest.raises((kit.InvalidArgumentError, kit.ConfigurationError)) as caught:
        await stage.twin(CALLS[call](client, PLAIN))

    assert stage.server.requests == []
    assert stage.leaks(caught.value, client) == []


async def test_a_page_size_that_is_a_secret(stage: Stage) -> None:
    """A page size out of range, or of another type, is not shown unless it is a number."""
    client = stage.twin.client("genesys", access_token=MARKERS["access_token"])

    with pytest.raises(stage.twin.kit("genesys").InvalidArgumentError, match="page_size") as caught:
        client.journey.iter_journey_session_events("s", page_size=PLAIN)

    assert stage.leaks(caught.value) == []


async def test_variables_of_the_environment(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """`from_env()` names the variable that is missing, and shows none that is there."""
    for name in ("SNAPTRADE_CONSUMER_KEY", "GENESYSCLOUD_OAUTHCLIENT_SECRET", "STREAM_API_SECRET"):
        monkeypatch.setenv(name, json.dumps(CONNECTION) + SECRET)
    cls = type(stage.client())

    with pytest.raises(stage.twin.kit(stage.case.vendor).ConfigurationError, match="_") as caught:
        cls.from_env()

    assert stage.leaks(caught.value) == []
