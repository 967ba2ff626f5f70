"""Fixtures for all tests: a clean environment, and twins of sync and async clients."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator

import pytest

from .twins import Clock, Twin

_VENDOR_PREFIXES = ("SNAPTRADE_", "GENESYSCLOUD_", "STREAM_", "SANDBOX_")
_PROXIES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy", "ssl_cert_file", "ssl_cert_dir")


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide the developer's own credentials and proxies."""
    for name in list(os.environ):
        if name.startswith(_VENDOR_PREFIXES) or name.lower() in _PROXIES:
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(params=["sync", "async"])
async def twin(request: pytest.FixtureRequest) -> AsyncIterator[Twin]:
    """One body for both worlds; see `tests.twins`."""
    made = Twin(request.param)
    yield made
    await made.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()
