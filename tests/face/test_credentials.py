"""Credentials are demanded early, read from the environment, and never shown."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from .vendors import TOKEN, VENDORS, Credential, Twin, Vendor, answer

EACH_CREDENTIAL = pytest.mark.parametrize(
    ("kit", "credential"),
    [(one.kit, credential) for one in VENDORS for credential in one.credentials],
    ids=lambda value: value.variable if isinstance(value, Credential) else value,
)


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
@pytest.mark.parametrize("present", [None, "", "  "], ids=["unset", "empty", "blank"])
def test_from_env_names_what_is_missing(
    twin: Twin, kit: str, credential: Credential, present: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A variable that is not there is an error at once; it names the argument and the variable."""
    if kit != twin.vendor.kit:
        pytest.skip("a credential of another package")
    for name, value in twin.vendor.variables.items():
        monkeypatch.setenv(name, value)
    if present is None:
        monkeypatch.delenv(credential.variable)
    else:
        monkeypatch.setenv(credential.variable, present)
    with pytest.raises(twin.vendor.module.ConfigurationError) as caught:
        twin.client_class.from_env()
    assert credential.argument in str(caught.value)
    assert credential.variable in str(caught.value)
    assert not any(secret in str(caught.value) for secret in twin.vendor.secrets)
