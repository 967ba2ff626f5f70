"""The limiter that processes share through a real Redis server on the loopback."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import pytest
from snaptrade_kit import AsyncRedisLimiter, ConfigurationError, RateLimit, RedisLimiter

from tests.twins import Twin

pytest.importorskip("limits", reason="needs the packages of the extra [redis]: pip install 'limits[redis]'")
pytest.importorskip("redis", reason="needs the packages of the extra [redis]: pip install 'limits[redis]'")

PROCESSES = 4
_namespaces = count()


@pytest.fixture(scope="module")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run a Redis server that keeps nothing on disk."""
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("needs the program redis-server: apt-get install redis-server, or brew install redis")
    port = _free_port()
    options = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    folder = tmp_path_factory.mktemp("redis")
    with subprocess.Popen([program, *options, "--dir", str(folder)], stdout=subprocess.DEVNULL) as process:
        _await_port(port)
        yield f"redis://127.0.0.1:{port}/0"
        process.terminate()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def _await_port(port: int) -> None:
    patience = time.monotonic() + 10
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            assert time.monotonic() < patience, "redis-server does not answer"
            time.sleep(0.02)
        else:
            return


Make = Callable[..., Any]


@pytest.fixture
async def make(twin: Twin) -> AsyncIterator[Make]:
    """Make limiters whose budgets no other test touches, and drop their connections at the end."""
    made: list[Any] = []

    def limiter(url: str, **settings: Any) -> Any:
        settings.setdefault("namespace", f"n{next(_namespaces)}")
        made.append((AsyncRedisLimiter if twin.is_async else RedisLimiter)(url, **settings))
        return made[-1]

    yield limiter
    for each in made:
        storage = each._strategy.storage
        if twin.is_async:
            await storage.bridge.storage.aclose()
        else:
            storage.storage.close()


async def _granted(twin: Twin, limiter: Any, *buckets: str, most: int = 100) -> int:
    taken = 0
    while taken < most and await twin(limiter.reserve(buckets)) == 0:
        taken += 1
    return taken


async def test_the_limit_of_one_process(twin: Twin, make: Make, redis_url: str) -> None:
    """As many places as the limit says, then a wait that is not longer than the window."""
    limiter = make(redis_url, limit=7, window=30)
    assert await _granted(twin, limiter, "client") == 7
    assert 0 < await twin(limiter.reserve(("client",))) <= 30


async def test_two_limiters_share_a_namespace(twin: Twin, make: Make, redis_url: str) -> None:
    """What one of them takes, the other one does not have; another namespace is another budget."""
    one = make(redis_url, limit=7, window=30, namespace=f"shared-{twin.kind}")
    two = make(redis_url, limit=7, window=30, namespace=f"shared-{twin.kind}")
    other = make(redis_url, limit=7, window=30)
    assert await _granted(twin, one, "client", most=4) == 4
    assert await _granted(twin, two, "client") == 3
    assert await _granted(twin, other, "client") == 7


async def test_all_buckets_or_none(twin: Twin, make: Make, redis_url: str) -> None:
    """A full bucket costs no place in the others."""
    limiter = make(redis_url, limit=5, window=30)
    assert await _granted(twin, limiter, "b") == 5
    for _ in range(3):
        assert await twin(limiter.reserve(("a", "b"))) > 0
    assert await _granted(twin, limiter, "a") == 5


async def test_a_learned_limit_counts_what_was_taken_before(twin: Twin, make: Make, redis_url: str) -> None:
    """A limit that a response told is used from then on, and earlier attempts stay counted."""
    limiter = make(redis_url, limit=4, window=30)
    assert await _granted(twin, limiter, "client") == 4
    await twin(limiter.observe((RateLimit("client", 6, 1, datetime.now(UTC)),)))
    assert await _granted(twin, limiter, "client") == 2


async def test_a_client_waits_for_the_shared_budget(twin: Twin, make: Make, redis_url: str) -> None:
    """A call for which no place is left in time is not sent."""
    kit = twin.kit("snaptrade")
    limiter = make(redis_url, limit=2, window=30)
    client = twin.client("snaptrade", httpx.Response(200, json=[]), limiter=limiter, deadline=5.0)
    user = {"user_id": "1", "user_secret": "S"}

    for _ in range(2):
        await twin(client.connections.list_brokerage_authorizations(**user))
    with pytest.raises(kit.DeadlineExceededError, match="nothing was sent"):
        await twin(client.connections.list_brokerage_authorizations(**user))

    assert len(twin.requests) == 2


@pytest.mark.parametrize("learned", [0, 20], ids=["same limit", "one has learned it"])
def test_processes_never_exceed_the_limit(redis_url: str, learned: int) -> None:
    """4 processes at full speed: never more places in any window than the limit."""
    limit, window = 20, 1
    begin = time.time() + 1.5
    script = str(Path(__file__).with_name("redis_worker.py"))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(part for part in sys.path if part)}
    workers = []
    for number in range(PROCESSES):
        # With a learned limit only the first process knows it; the others begin with a lower guess.
        mine = learned if number == 0 else 0
        guess = limit if not learned or number == 0 else limit - 5
        arguments = [redis_url, guess, window, begin, begin + 2.5 * window, mine]
        command = [sys.executable, script, *map(str, arguments)]
        workers.append(subprocess.Popen(command, stdout=subprocess.PIPE, env=environment))
    taken = sorted(moment for worker in workers for moment in json.loads(worker.communicate()[0]))

    # A place is dated just before it is asked for, hence the small slack.
    windows = [sum(start <= moment < start + window - 0.05 for moment in taken) for start in taken]
    assert max(windows) <= limit
    assert len(taken) >= limit


async def test_nobody_answers(twin: Twin, make: Make) -> None:
    """Without a Redis server the error says so, and what it says does not contain the password."""
    url = f"redis://:mkPassword@127.0.0.1:{_free_port()}/0"
    limiter = make(url, limit=5)

    with pytest.raises(ConfigurationError, match="Redis") as caught:
        await twin(limiter.reserve(("client",)))

    assert "mkPassword" not in f"{caught.value!r} {caught.value} {limiter!r}"


@pytest.mark.parametrize(
    "url", ["mkPassword", "http://mkPassword@127.0.0.1/0", "redis://127.0.0.1:mkPassword/0"]
)
async def test_an_address_that_is_none(make: Make, url: str) -> None:
    """A malformed address is refused without being shown."""
    with pytest.raises(ConfigurationError) as caught:
        make(url, limit=5)

    assert "mkPassword" not in f"{caught.value!r} {caught.value} {caught.value.__context__!r}"


async def test_connections_can_be_closed(twin: Twin, make: Make, redis_url: str) -> None:
    """A limiter has connections of its own, so it can be closed like a client."""
    limiter = make(redis_url, limit=5)
    assert await twin(limiter.reserve(("a",))) == 0
    await twin(limiter.aclose() if twin.is_async else limiter.close())


async def test_a_server_that_stays_silent(twin: Twin, make: Make) -> None:
    """A Redis server that takes the connection and says nothing does not hold a call up for ever."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        limiter = make(f"redis://127.0.0.1:{listener.getsockname()[1]}/0", limit=5)
        options = _pool(twin, limiter).connection_kwargs
    assert 0 < (options.get("socket_timeout") or 0) <= 10
    assert 0 < (options.get("socket_connect_timeout") or 0) <= 10


def _pool(twin: Twin, limiter: Any) -> Any:
    storage = limiter._strategy.storage
    return (storage.bridge.storage if twin.is_async else storage.storage).connection_pool


@pytest.mark.parametrize("settings", [{"limit": 0}, {"limit": 5, "window": 0}], ids=["limit", "window"])
async def test_sizes_that_make_no_sense(make: Make, settings: dict[str, int]) -> None:
    """A limit or a window below one is refused."""
    with pytest.raises(ConfigurationError, match="at least 1"):
        make("redis://127.0.0.1/0", **settings)


async def test_without_the_packages(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error names the extra that has to be installed."""
    for name in ("limits", "limits.storage", "limits.aio.storage", "limits.strategies"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(ConfigurationError, match=r"extra \[redis\]"):
        make("redis://127.0.0.1/0", limit=5)
