"""One sandbox process for all tests here, reset before each of them."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from .process import RunningSandbox, sandbox_process


@pytest.fixture(scope="session")
def running() -> Iterator[RunningSandbox]:
    """Keep one sandbox alive for the session."""
    with sandbox_process() as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(running: RunningSandbox) -> Iterator[RunningSandbox]:
    """Return the sandbox as it was at its start; afterwards no answer may have broken a document."""
    running.control.reset()
    yield running
    assert running.control.violations() == []


@pytest.fixture(scope="session")
def http(running: RunningSandbox) -> Iterator[httpx.Client]:
    """Return a plain HTTP client for the sandbox."""
    with httpx.Client(base_url=running.url, trust_env=False, timeout=10) as client:
        yield client
