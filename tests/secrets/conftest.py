"""Fixtures: every way to authenticate, every log record, a server that says what it is told."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from attrs import frozen

from tests.twins import Twin

from .cases import CASES, TOKEN_PATH, Case, granted
from .server import RawRequest, RawServer
from .watch import LogWatch, exception_leaks, object_leaks

__all__ = ["Stage"]


@frozen
class Stage:
    """
    Everything that one test of one case needs.

    Args:
        case: The way to authenticate.
        twin: Sync or async.
        watch: All log records.
        server: The vendor; it grants Genesys tokens by itself.
    """

    case: Case
    twin: Twin
    watch: LogWatch
    server: RawServer

    def answers(self, reply: Callable[[RawRequest], bytes | None]) -> None:
        """Let the server answer all but token requests with a function."""
        self.server.reply = lambda request: granted() if request.path == TOKEN_PATH else reply(request)

    def client(self, **settings: Any) -> Any:
        """Make a client for the server."""
        return self.case.client(self.twin, self.server.url, **settings)

    async def failure(self, client: Any, *, charge: bool = False) -> BaseException:
        """Perform the call of the case and return the error it ends with."""
        try:
            await self.twin((self.case.charge if charge else self.case.call)(client))
        except Exception as error:  # noqa: BLE001 -- whatever comes out is searched
            return error
        raise AssertionError("the call did not fail")

    def leaks(self, *objects: object, but_not: tuple[str, ...] = ()) -> list[str]:
        """Search the log and the objects for all secrets, sent signatures included."""
        searcher = self.case.searcher(*(request.header("signature") for request in self.server.requests))
        leaks = self.watch.leaks(searcher, but_not)
        for item in objects:
            look = exception_leaks if isinstance(item, BaseException) else object_leaks
            leaks += look(searcher, item, type(item).__name__)  # type: ignore[operator]
        return sorted(set(leaks))


@pytest.fixture(params=CASES, ids=lambda case: case.name)
def case(request: pytest.FixtureRequest) -> Case:
    """Return one way to authenticate after the other."""
    found: Case = request.param
    return found


@pytest.fixture
def watch() -> Iterator[LogWatch]:
    """Keep every log record of the test, at DEBUG."""
    handler, root = LogWatch(), logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield handler
    root.removeHandler(handler)
    root.setLevel(level)


@pytest.fixture
def server() -> Iterator[RawServer]:
    """Return a server on the loopback."""
    made = RawServer(lambda request: None)
    yield made
    made.close()


@pytest.fixture
def stage(case: Case, twin: Twin, watch: LogWatch, server: RawServer) -> Stage:
    """Return all of it together."""
    return Stage(case, twin, watch, server)
