"""Servers for the fault tests, and the bench that puts a client before them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.sandbox.process import RunningSandbox, sandbox_process
from tests.twins import Twin

from .behaviours import good
from .bench import Bench
from .server import FaultServer


@pytest.fixture
def server() -> Iterator[FaultServer]:
    """A server that answers well until it is told otherwise."""
    made = FaultServer(good)
    made.listen()
    yield made
    made.close()


@pytest.fixture
def elsewhere() -> Iterator[FaultServer]:
    """A second server, which nobody has a reason to talk to."""
    made = FaultServer(good)
    made.listen()
    yield made
    made.close()


@pytest.fixture
def bench(twin: Twin, server: FaultServer) -> Bench:
    """A client of either kind before the server."""
    return Bench(twin, server)


@pytest.fixture(scope="session")
def running() -> Iterator[RunningSandbox]:
    """One sandbox process for all tests here."""
    with sandbox_process() as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(running: RunningSandbox) -> Iterator[RunningSandbox]:
    """The sandbox as it was at its start; afterwards no answer may have broken a document."""
    running.control.reset()
    yield running
    assert running.control.violations() == []
