"""Credentials are demanded early, read from the environment, and never shown."""

from __future__ import annotations

import pickle
from typing import Any

import httpx
import pytest

from .vendors import ACCESS_TOKEN, VENDORS, Credential, Twin, Vendor, answer

EACH_CREDENTIAL = pytest.mark.parametrize("index", [0, 1], ids=["first", "second"])
EACH_ABSENCE = pytest.mark.parametrize("present", [None, "", "  "], ids=["missing", "empty", "blank"])


def transport(vendor: Vendor, seen: list[httpx.Request] | None = None) -> httpx.MockTransport:
    """Return a server that is content with everything."""
    return httpx.MockTransport(answer(vendor, seen))


def texts(value: Any, seen: set[int]) -> list[str]:
    """Return all texts that can be reached through attributes and containers."""
    if isinstance(value, str | bytes):
        return [value if isinstance(value, str) else value.decode("latin-1")]
    if id(value) in seen:
        return []
    seen.add(id(value))
    if isinstance(value, dict):
        return [text for pair in value.items() for item in pair for text in texts(item, seen)]
    if isinstance(value, list | tuple | set | frozenset):
        return [text for item in value for text in texts(item, seen)]
    if isinstance(value, type) or not hasattr(value, "__dict__"):
        return []
    return texts(vars(value), seen)


def test_from_env_is_enough(twin: Twin, monkeypatch: pytest.MonkeyPatch) -> None:
    """With all variables set, ``from_env()`` gives a client that works."""
    for name, value in twin.vendor.variables.items():
        monkeypatch.setenv(name, value)
    client = twin.client_class.from_env(transport=transport(twin.vendor))
    assert isinstance(client, twin.client_class)
    assert twin.call(client)


@EACH_CREDENTIAL
@EACH_ABSENCE
def test_from_env_names_what_is_missing(
    twin: Twin, index: int, present: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A variable that is not there is an error at once; it names the argument and the variable."""
    credential = twin.vendor.credentials[index]
    for name, value in twin.vendor.variables.items():
        monkeypatch.setenv(name, value)
    if present is None:
        monkeypatch.delenv(credential.variable)
    else:
        monkeypatch.setenv(credential.variable, present)
    with pytest.raises(twin.vendor.module.ConfigurationError) as caught:
        twin.client_class.from_env()
    assert_names(credential, twin.vendor, caught.value)


@EACH_CREDENTIAL
@EACH_ABSENCE
def test_construction_names_what_is_missing(twin: Twin, index: int, present: str | None) -> None:
    """A credential that is not there is an error at construction, not at the first call."""
    credential = twin.vendor.credentials[index]
    given: dict[str, str | None] = {**twin.vendor.arguments, credential.argument: present}
    with pytest.raises(twin.vendor.module.ConfigurationError) as caught:
        twin.client_class(**given)
    assert_names(credential, twin.vendor, caught.value)


def assert_names(credential: Credential, vendor: Vendor, error: Exception) -> None:
    """The message helps and tells no secret."""
    assert credential.argument in str(error)
    assert credential.variable in str(error)
    assert not any(secret in repr(error) for secret in vendor.secrets)


def test_pasted_line_break_is_noticed(twin: Twin) -> None:
    """A credential with a line break at its end is refused without being shown."""
    secret = next(one for one in twin.vendor.credentials if one.secret)
    with pytest.raises(twin.vendor.module.ConfigurationError) as caught:
        twin.client_class(**{**twin.vendor.arguments, secret.argument: f"{secret.value}\n"})
    assert_names(secret, twin.vendor, caught.value)


def test_arguments_win_over_the_environment(twin: Twin, monkeypatch: pytest.MonkeyPatch) -> None:
    """``from_env(argument=...)`` takes the argument and the rest from the environment."""
    first, second = twin.vendor.credentials
    monkeypatch.setenv(second.variable, second.value)
    client = twin.client_class.from_env(
        **{first.argument: first.value}, transport=transport(twin.vendor), base_url="https://else.example"
    )
    assert "https://else.example" in repr(client)
    assert twin.call(client)


def test_arguments_do_not_read_the_environment(twin: Twin, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without ``from_env()`` the environment has no say."""
    for name, value in twin.vendor.variables.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(twin.vendor.module.ConfigurationError):
        twin.client_class()


def test_secrets_are_not_shown(twin: Twin) -> None:
    """No text form of a client, before or after a call, contains a secret."""
    client = twin.make()
    for _ in range(2):
        shown = f"{client!r} {client} {vars(client)} {client.with_options(timeout=1)!r}"
        assert not any(secret in shown for secret in (*twin.vendor.secrets, ACCESS_TOKEN))
        twin.call(client)


def test_secrets_are_not_attributes(twin: Twin) -> None:
    """A debugger or a crash report that walks through a client's attributes meets no secret."""
    client = twin.make()
    twin.call(client)
    reachable = texts(vars(client), set())
    hidden = (*twin.vendor.secrets, ACCESS_TOKEN)
    assert [text for text in reachable for secret in hidden if secret in text] == []


def test_clients_are_not_pickled(twin: Twin) -> None:
    """A client refuses to be pickled rather than write its credentials somewhere."""
    with pytest.raises((TypeError, AttributeError, pickle.PicklingError)):
        pickle.dumps(twin.make())


def test_genesys_takes_a_token_instead(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without client credentials Genesys Cloud's ``from_env()`` takes an access token."""
    genesys = VENDORS[1]
    monkeypatch.setenv("GENESYSCLOUD_ACCESS_TOKEN", "marker-own-token")
    seen: list[httpx.Request] = []
    client = genesys.module.GenesysJourney.from_env(transport=transport(genesys, seen))
    client.journey.get_journey_session_events("session-1")
    assert seen[0].headers["Authorization"] == "Bearer marker-own-token"
    assert "marker-own-token" not in repr(vars(client))


def test_genesys_region_has_a_default(monkeypatch: pytest.MonkeyPatch) -> None:
    """The region is optional; a variable with an unknown one is an error that lists the known ones."""
    genesys = VENDORS[1]
    for name, value in genesys.variables.items():
        monkeypatch.setenv(name, value)
    assert "api.mypurecloud.com" in repr(genesys.module.GenesysJourney.from_env(transport=transport(genesys)))
    monkeypatch.setenv("GENESYSCLOUD_REGION", "eu-west-1")
    assert "api.mypurecloud.ie" in repr(genesys.module.GenesysJourney.from_env(transport=transport(genesys)))
    monkeypatch.setenv("GENESYSCLOUD_REGION", "atlantis")
    with pytest.raises(genesys.module.ConfigurationError, match=r"usw2\.pure\.cloud"):
        genesys.module.GenesysJourney.from_env()


def test_stream_base_url_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """``STREAM_BASE_URL`` is optional and moves the client to another edge."""
    stream = VENDORS[2]
    for name, value in stream.variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("STREAM_BASE_URL", "https://edge.example")
    seen: list[httpx.Request] = []
    client = stream.module.StreamChat.from_env(transport=transport(stream, seen))
    client.events.send_event("messaging", "general", body={"event": {"type": "x", "user_id": "jane"}})
    assert seen[0].url.host == "edge.example"
